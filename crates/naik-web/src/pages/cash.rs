//! Kas: what came in and went out, the year's tax at a guess, and the books as files.

use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::IntoResponse;
use jiff::civil::Date;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_core::cash::{Balance, Line, Way};
use naik_core::money::Rupiah;
use naik_core::month::Month;
use naik_core::tax::Rules;

use super::products::id;
use super::sales::{Asked, day, money, month_view, undone};
use super::{Answer, error_of, onward_with, page_with, told};
use crate::app::App;
use crate::fault::Broken;
use crate::front::form::Form;
use crate::front::limit::Kind;
use crate::front::visit::Visit;
use crate::view::{chart, say};

/// Lines that are listed.
const LISTED: usize = 100;

/// `GET /jualan/kas`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Answer {
    draw(&app, &visit, &asked, &Form::default(), &[]).await
}

/// `POST /jualan/kas`
pub(crate) async fn note(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let mut wrong = Vec::new();
    let amount = money(&visit, &form, "uang").unwrap_or_else(|text| {
        wrong.push(("uang".to_owned(), text));
        None
    });
    if amount.is_none() && wrong.is_empty() {
        wrong.push(("uang".to_owned(), visit.say("kas-uang-kosong", &[])));
    }
    let when = day(&visit, &form).unwrap_or_else(|text| {
        wrong.push(("tanggal".to_owned(), text));
        None
    });
    if let (Some(amount), true) = (amount, wrong.is_empty()) {
        let line = Line {
            day: match when {
                Some(day) => day,
                None => app.platform().today_of(&visit.who()).await?,
            },
            way: Way::parse(form.get("arah")).unwrap_or(Way::Out),
            amount,
            what: form.get("untuk").trim().to_owned(),
        };
        let key = form.key(&visit);
        match app.platform().note_cash(&visit.who(), line, &key).await {
            Ok(_) => return Ok(onward_with(&visit, "/jualan/kas", "ok.kabar-kas")),
            Err(Fault::Refused(refusals)) => wrong.extend(told(&visit, &refusals)),
            Err(other) => return Err(other.into()),
        }
    }
    draw(&app, &visit, &Asked::default(), &form, &wrong).await
}

/// `POST /jualan/kas/{line}/batal`
pub(crate) async fn undo(
    State(app): State<App>,
    visit: Visit,
    Path(line): Path<String>,
    _form: Form,
) -> Answer {
    let done = app.platform().undo_cash(&visit.who(), id(&line)?).await;
    undone(&visit, done, "/jualan/kas", "ok.kabar-kas-batal")
}

async fn draw(
    app: &App,
    visit: &Visit,
    asked: &Asked,
    form: &Form,
    wrong: &[(String, String)],
) -> Answer {
    let (platform, who) = (app.platform(), visit.who());
    let words = app.words(visit.lang);
    let today = platform.today_of(&who).await?;
    let month = asked.month(today);
    let book = platform.cash_month(&who, month).await?;
    let lines: Vec<Value> = book
        .lines
        .iter()
        .take(LISTED)
        .map(|(id, line)| {
            context! {
                id => id.to_string(), what => line.what.clone(), amount => line.amount.to_string(),
                came => line.way == Way::In, day => say::day(words, line.day),
            }
        })
        .collect();
    let sold = Balance::from(Rupiah::new(book.sold.amount));
    let left = sold + book.sums.left();
    let tax = match platform.tax_year(&who, month.year()).await {
        Ok(year) => Some(year),
        Err(Fault::Missing) => None,
        Err(other) => return Err(other.into()),
    };
    let tax = tax.map(|year| {
        let months: Vec<Value> = (1_i8..)
            .zip(&year.months)
            .filter(|(_, one)| one.turnover.amount() > 0)
            .map(|(number, one)| {
                context! {
                    name => visit.say(&format!("bulan-{number}"), &[]), turnover => one.turnover.to_string(),
                    tax => one.tax.to_string(),
                }
            })
            .collect();
        let sold = year.months.last().map_or(0, |m| m.since_january.amount());
        context! {
            year => month.year(),
            total => year.tax().to_string(),
            sold => Rupiah::new(sold).to_string(),
            free => Rupiah::new(year.rule.free).to_string(),
            free_left => year.free_left().to_string(),
            bar => chart::share(sold, year.rule.free.max(1)),
            over => year.over_ceiling,
            ceiling => Rupiah::new(year.rule.ceiling).to_string(),
            months => months,
            source => Rules::get().source.clone(),
            checked => Rules::get().checked.parse().map(|day| say::day(words, day)).unwrap_or_default(),
        }
    });
    let error = |field: &str| error_of(wrong, field);
    let own = context! {
        month => month_view(visit, month, today),
        came => (sold + book.sums.came).to_string(),
        sold => sold.to_string(),
        other => book.sums.came.to_string(),
        went => book.sums.went.to_string(),
        left => left.to_string(),
        loss => left.is_negative(),
        lines => lines,
        today => today.to_string(),
        form => context! {
            way => if form.get("arah") == "in" { "in" } else { "out" }, amount => form.get("uang"),
            what => form.get("untuk"), day => form.get("tanggal"),
        },
        errors => context! { amount => error("uang"), what => error("untuk"), day => error("tanggal") },
        tax => tax,
    };
    let status = if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page_with(visit, status, "kas.html", "jualan", own)
}

/// `GET /jualan/{file}`: the books of a month as files.
pub(crate) async fn workbook(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Answer {
    let month = asked_for(&app, &visit, &asked).await?;
    let words = app.words(visit.lang).clone();
    let (bytes, name) = app
        .platform()
        .month_workbook(&visit.who(), month, words)
        .await?;
    attached(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes,
        &name,
    )
}

/// `GET /jualan/laporan.pdf`: the month as a bank reads it.
pub(crate) async fn month_paper(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Answer {
    let month = asked_for(&app, &visit, &asked).await?;
    let words = app.words(visit.lang).clone();
    let (bytes, name) = app
        .platform()
        .month_paper(&visit.who(), month, words)
        .await?;
    attached("application/pdf", bytes, &name)
}

/// `GET /jualan/penjualan.csv`
pub(crate) async fn sales_table(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Answer {
    let month = asked_for(&app, &visit, &asked).await?;
    let words = app.words(visit.lang);
    let (bytes, name) = app
        .platform()
        .month_table(&visit.who(), month, words)
        .await?;
    attached("text/csv; charset=utf-8", bytes, &name)
}

/// `GET /jualan/kas.csv`
pub(crate) async fn cash_table(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Answer {
    let month = asked_for(&app, &visit, &asked).await?;
    let words = app.words(visit.lang);
    let (bytes, name) = app
        .platform()
        .cash_table(&visit.who(), month, words)
        .await?;
    attached("text/csv; charset=utf-8", bytes, &name)
}

/// The month whose books are wanted, of a caller who has not asked for too many.
async fn asked_for(app: &App, visit: &Visit, asked: &Asked) -> Result<Date, Broken> {
    visit.count(Kind::Long)?;
    let today = app.platform().today_of(&visit.who()).await?;
    let month = asked.told(today)?;
    Ok(month.unwrap_or_else(|| Month::of(today)).first())
}

/// A file to save.
pub(crate) fn attached(kind: &'static str, bytes: Vec<u8>, name: &str) -> Answer {
    let header = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .map_err(Broken::internal)?;
    let mut response = ([(CONTENT_TYPE, kind)], bytes).into_response();
    response.headers_mut().insert(CONTENT_DISPOSITION, header);
    Ok(response)
}
