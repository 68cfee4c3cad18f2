//! Jualan: noting a sale in two taps, taking it back, and how the month stands.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::sale::{NewSale, SalesMonth};
use naik_core::message::Explain;
use naik_core::money::Rupiah;
use naik_core::month::{Month, MonthError};
use naik_core::sale::{SaleChannel, change};
use naik_store::repo::sale::{Days, Noted, Total};
use serde::Deserialize;

use super::products::id;
use super::{Answer, Wrong, error_of, onward_with, page_with, told};
use crate::app::App;
use crate::fault::{Broken, sentence};
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::{chart, say};

/// Products to choose from.
const TILES: u64 = 60;
/// Products that stand open; the others are folded under them.
const OPEN_TILES: usize = 5;
/// Sales that are listed under the form.
const RECENT: u64 = 8;
/// Sales of them that stand open.
const OPEN_RECENT: usize = 3;
/// Products in the table of the best.
const BEST: usize = 8;

/// Which month is asked for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    /// `2026-11`.
    #[serde(default)]
    bulan: String,
}

impl Asked {
    /// The month that is told; none where the address tells of none.
    ///
    /// # Errors
    /// When what it tells is no month, or one that has not begun: a file must not speak of another month than was asked for.
    pub(crate) fn told(&self, today: Date) -> Result<Option<Month>, Broken> {
        let Some(text) = Some(self.bulan.trim()).filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        let month = text.parse::<Month>().and_then(|month| month.begun(today));
        let refused = |error: MonthError| Fault::field("bulan", error.explain());
        Ok(Some(month.map_err(refused)?))
    }

    /// The first day of the month; this month's where none is told, or one that is still to come.
    pub(crate) fn month(&self, today: Date) -> Date {
        let told = format!("{}-01", self.bulan).parse::<Date>().ok();
        let this = today.first_of_month();
        told.filter(|day| day.year() >= 2000)
            .map_or(this, |day| day.min(this))
    }
}

/// `GET /jualan`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Answer {
    draw(&app, &visit, &asked, StatusCode::OK, &Form::default(), &[]).await
}

/// `POST /jualan`
pub(crate) async fn note(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    match wish(&visit, &form) {
        Ok(wish) => {
            let key = form.key(&visit);
            match app.platform().note_sale(&visit.who(), wish, &key).await {
                Ok(_) => Ok(onward_with(&visit, "/jualan", "ok.kabar-terjual")),
                Err(Fault::Refused(refusals)) => {
                    again(&app, &visit, &form, &told(&visit, &refusals)).await
                }
                Err(other) => Err(other.into()),
            }
        }
        Err(wrong) => again(&app, &visit, &form, &wrong).await,
    }
}

async fn again(app: &App, visit: &Visit, form: &Form, wrong: &[(String, String)]) -> Answer {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    draw(app, visit, &Asked::default(), status, form, wrong).await
}

/// What a form asks for, or what is wrong with it, field by field.
fn wish(visit: &Visit, form: &Form) -> Result<NewSale, Wrong> {
    let mut wrong = Vec::new();
    let product = match form.get("produk") {
        "" | "lain" => None,
        text => text.parse().ok(),
    };
    if product.is_none() && form.get("nama").trim().is_empty() {
        let (field, key) = match form.get("produk") {
            "lain" => ("nama", "jualan-nama-dulu"),
            _ => ("produk", "jualan-pilih-dulu"),
        };
        wrong.push((field.to_owned(), visit.say(key, &[])));
    }
    let quantity = whole(visit, form.get("jumlah"), 1).unwrap_or_else(|text| {
        wrong.push(("jumlah".to_owned(), text));
        0
    });
    let amount = money(visit, form, "uang").unwrap_or_else(|text| {
        wrong.push(("uang".to_owned(), text));
        None
    });
    let day = day(visit, form).unwrap_or_else(|text| {
        wrong.push(("tanggal".to_owned(), text));
        None
    });
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(NewSale {
        product,
        name: form.get("nama").to_owned(),
        quantity,
        amount,
        day,
        channel: SaleChannel::parse(form.get("tempat")).unwrap_or(SaleChannel::Counter),
    })
}

/// A whole number of things; `otherwise` where none is told. Says what is wrong with any other.
pub(crate) fn whole(visit: &Visit, text: &str, otherwise: u32) -> Result<u32, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(otherwise);
    }
    if let Ok(number) = text.parse() {
        return Ok(number);
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let key = match (
        text.strip_prefix(['-', '\u{2212}']),
        text.split_once([',', '.']),
    ) {
        (Some(_), _) => "angka-kurang-nol",
        (_, Some((before, after))) if digits(before) && digits(after) => "angka-utuh",
        _ if digits(text) => "angka-terlalu-besar",
        _ => "angka-salah",
    };
    Err(visit.say(key, &[]))
}

/// An amount that may be left out.
pub(crate) fn money(visit: &Visit, form: &Form, field: &str) -> Result<Option<Rupiah>, String> {
    match form.get(field).trim() {
        "" => Ok(None),
        text => Rupiah::parse(text).map(Some).map_err(|error| {
            use naik_core::message::Explain;
            sentence(visit, &error.explain())
        }),
    }
}

/// A day that may be left out.
pub(crate) fn day(visit: &Visit, form: &Form) -> Result<Option<Date>, String> {
    match form.get("tanggal").trim() {
        "" => Ok(None),
        text => {
            let wrong = |_| visit.say("jualan-tanggal-salah", &[]);
            text.parse().map(Some).map_err(wrong)
        }
    }
}

/// `POST /jualan/{sale}/batal`
pub(crate) async fn undo(
    State(app): State<App>,
    visit: Visit,
    Path(sale): Path<String>,
    _form: Form,
) -> Answer {
    let done = app.platform().undo_sale(&visit.who(), id(&sale)?).await;
    undone(&visit, done, "/jualan", "ok.kabar-jualan-batal")
}

/// On to a page after something was taken back, now or before.
pub(crate) fn undone<T>(visit: &Visit, done: Result<T, Fault>, path: &str, line: &str) -> Answer {
    match done {
        Ok(_) => Ok(onward_with(visit, path, line)),
        // Taken back before: twice pressed, or by someone else of the shop.
        Err(Fault::Refused(_)) => Ok(onward_with(visit, path, "warn.kabar-sudah-batal")),
        Err(other) => Err(other.into()),
    }
}

async fn draw(
    app: &App,
    visit: &Visit,
    asked: &Asked,
    status: StatusCode,
    form: &Form,
    wrong: &[(String, String)],
) -> Answer {
    if visit.signed_in.is_none() {
        return page_with(
            visit,
            status,
            "jualan.html",
            "jualan",
            context! { shop => false },
        );
    }
    let (platform, who) = (app.platform(), visit.who());
    let today = platform.today_of(&who).await?;
    let month = asked.month(today);
    let stood = platform.sales_month(&who, month).await?;
    let mut mine = platform.sale_tiles(&who, TILES).await?;
    // What sells most stands first: two taps, without looking for it.
    mine.sort_by_key(|tile| {
        let name = &tile.product.facts.product.name;
        let place = stood.products.iter().position(|(sold, _)| sold == name);
        place.unwrap_or(usize::MAX)
    });
    let mut tiles: Vec<Value> = mine
        .into_iter()
        .map(|tile| {
            let (id, facts) = (tile.product.id, &tile.product.facts.product);
            let photo = match (&tile.white, &tile.photo) {
                (Some((number, path)), _) => Some(super::kit::address(id, *number, path)),
                (None, Some(photo)) => Some(super::photos::address(id, photo)),
                (None, None) => None,
            };
            let key = id.to_string();
            context! {
                name => facts.name.clone(),
                price => facts.price.map(|price| price.to_string()),
                photo => photo,
                checked => form.get("produk") == key,
                id => key,
            }
        })
        .collect();
    let span = Days {
        first: Date::new(2000, 1, 1).map_err(Broken::internal)?,
        last: today,
    };
    let last = platform.sales(&who, span, RECENT).await?;
    let mut recent: Vec<Value> = last.iter().map(|noted| line(visit, noted)).collect();
    let earlier = recent.split_off(recent.len().min(OPEN_RECENT));
    let more = tiles.split_off(tiles.len().min(OPEN_TILES));
    let folded = more
        .iter()
        .any(|tile| tile.get_attr("checked").is_ok_and(|c| c.is_true()));
    let one_day = Days {
        first: today,
        last: today,
    };
    let sold = platform.sold(&who, one_day).await?;
    let error = |field: &str| error_of(wrong, field);
    let own = context! {
        shop => true,
        products => tiles,
        more => more,
        folded => !folded,
        channels => channels(visit, form.get("tempat")),
        today => today.to_string(),
        sold_today => Rupiah::new(sold.amount).to_string(),
        sales_today => sold.sales,
        form => context! {
            product => form.get("produk"), name => form.get("nama"), quantity => form.get("jumlah"),
            amount => form.get("uang"), day => form.get("tanggal"),
        },
        errors => context! {
            product => error("produk"), quantity => error("jumlah"), amount => error("uang"),
            day => error("tanggal"), whole => error(""), name => error("nama"),
        },
        wrong => !wrong.is_empty(),
        recent => recent,
        earlier => earlier,
        month => month_view(visit, month, today),
        ..figures(visit, &stood)
    };
    page_with(visit, status, "jualan.html", "jualan", own)
}

/// Channels to choose from.
pub(crate) fn channels(visit: &Visit, chosen: &str) -> Vec<Value> {
    let chosen = SaleChannel::parse(chosen).unwrap_or(SaleChannel::Counter);
    SaleChannel::ALL
        .into_iter()
        .map(|channel| {
            context! {
                key => channel.key(),
                label => place(visit, channel),
                checked => channel == chosen,
            }
        })
        .collect()
}

/// A channel's name.
pub(crate) fn place(visit: &Visit, channel: SaleChannel) -> String {
    visit.say(&format!("tempat-{}", channel.key()), &[])
}

fn line(visit: &Visit, noted: &Noted) -> Value {
    let words = visit.app.words(visit.lang);
    let sale = &noted.sale;
    context! {
        id => noted.id.to_string(),
        name => sale.product.clone(),
        quantity => sale.quantity,
        amount => sale.amount.to_string(),
        place => place(visit, sale.channel),
        day => say::day(words, sale.day),
    }
}

/// A month with its neighbours.
pub(crate) fn month_view(visit: &Visit, month: Date, today: Date) -> Value {
    let words = visit.app.words(visit.lang);
    let key = |day: Date| format!("{:04}-{:02}", day.year(), day.month());
    let before = month.yesterday().ok().map(|day| day.first_of_month());
    let after = month.last_of_month().tomorrow().ok();
    context! {
        key => key(month),
        name => say::month(words, month),
        previous => before.filter(|day| day.year() >= 2000).map(key),
        next => after.filter(|day| *day <= today).map(key),
    }
}

/// The month's figures, drawings and tables.
fn figures(visit: &Visit, month: &SalesMonth) -> Value {
    let words = visit.app.words(visit.lang);
    let (first, until) = month.compared.this;
    let (last_first, last_until) = month.compared.last;
    let part = |first: Date, last: Date| {
        let (first, last) = (first.day().to_string(), say::day(words, last));
        visit.say("jualan-hari", &[("awal", &first), ("akhir", &last)])
    };
    let change = change(month.this.amount, month.last.amount);
    let money = |amount: u64| Rupiah::new(amount).to_string();
    let row = |name: String, total: &Total, whole: u64| {
        context! {
            name => name,
            pieces => total.pieces,
            amount => money(total.amount),
            bar => chart::share(total.amount, whole),
        }
    };
    let best = month.products.first().map_or(0, |(_, total)| total.amount);
    let products: Vec<Value> = month
        .products
        .iter()
        .take(BEST)
        .map(|(name, total)| row(name.clone(), total, best))
        .collect();
    let channels: Vec<Value> = month
        .channels
        .iter()
        .map(|(channel, total)| row(place(visit, *channel), total, month.this.amount))
        .collect();
    let hours: Vec<(String, u64)> = (0..24_u8)
        .map(|hour| {
            let found = month.hours.iter().find(|(at, _)| *at == hour);
            (hour.to_string(), found.map_or(0, |(_, total)| total.amount))
        })
        .collect();
    let hour_rows: Vec<Value> = month
        .hours
        .iter()
        .map(|(hour, total)| {
            context! {
                hour => format!("{hour:02}.00"), amount => money(total.amount), sales => total.sales,
            }
        })
        .collect();
    let busiest = month.hours.iter().max_by_key(|(_, total)| total.amount);
    let days: Vec<Value> = month
        .days
        .iter()
        .rev()
        .map(|(day, amount)| context! { day => say::day(words, *day), amount => money(*amount) })
        .collect();
    let long = u64::from(
        until
            .last_of_month()
            .day()
            .max(last_first.last_of_month().day())
            .unsigned_abs(),
    );
    let together = |rows: &[(Date, u64)], first: Date, last: Date| -> Vec<u64> {
        let mut sum = 0_u64;
        (first.day()..=last.day())
            .map(|day| {
                let found = rows.iter().filter(|(at, _)| at.day() == day);
                sum = found.fold(sum, |sum, (_, amount)| sum.saturating_add(*amount));
                sum
            })
            .collect()
    };
    let title = visit.say("jualan-grafik", &[("bulan", &say::month(words, first))]);
    let drawing = chart::lines(
        &title,
        long,
        &[
            chart::Line {
                class: "gr-lalu",
                points: together(&month.days_before, last_first, last_first.last_of_month()),
            },
            chart::Line {
                class: "gr-kini",
                points: together(&month.days, first, until),
            },
        ],
    );
    let hour_title = visit.say("jualan-jam", &[]);
    context! {
        total => context! {
            amount => money(month.this.amount),
            sales => month.this.sales,
            pieces => month.this.pieces,
            part => part(first, until),
            before => money(month.last.amount),
            before_part => part(last_first, last_until),
            change => change.map(i64::unsigned_abs),
            up => change.is_some_and(|c| c >= 0),
        },
        this_month => say::month(words, first),
        last_month => say::month(words, last_first),
        drawing => drawing,
        days => days,
        best => products,
        places => channels,
        hours => (!hour_rows.is_empty()).then(|| chart::bars(&hour_title, &hours, 3)),
        hour_rows => hour_rows,
        busiest => busiest.map(|(hour, _)| format!("{hour:02}.00")),
    }
}
