//! Impor: a marketplace's order file, what each row becomes, and noting it.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::orders::{Field, Mapping, Preview};
use naik_core::id::OrderFileId;
use naik_core::money::Rupiah;
use naik_core::sale::SaleChannel;

use super::products::id;
use super::sales::{channels, place};
use super::{Answer, onward, onward_with, page, page_with};
use crate::app::App;
use crate::fault::sentence;
use crate::front::document::Document;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::say;

/// `GET /jualan/impor`
pub(crate) async fn ask(visit: Visit) -> Answer {
    page(&visit, "impor.html", "jualan", context! { error => () })
}

/// `POST /jualan/impor`
pub(crate) async fn receive(State(app): State<App>, visit: Visit, file: Document) -> Answer {
    let refuse = |text: String| {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        page_with(
            &visit,
            status,
            "impor.html",
            "jualan",
            context! { error => text },
        )
    };
    if file.bytes.is_empty() {
        return refuse(visit.say("impor-tanpa-berkas", &[]));
    }
    let platform = app.platform();
    match platform
        .hold_orders(&visit.who(), &file.name, file.bytes)
        .await
    {
        Ok(id) => Ok(onward(&format!("/jualan/impor/{id}"))),
        Err(Fault::Refused(refusals)) => {
            let text = refusals.first().map(|one| sentence(&visit, &one.message));
            refuse(text.unwrap_or_default())
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /jualan/impor/{file}`
pub(crate) async fn show(State(app): State<App>, visit: Visit, Path(file): Path<String>) -> Answer {
    let file = id(&file)?;
    let preview = app.platform().preview_orders(&visit.who(), file).await?;
    draw(&visit, file, &preview)
}

fn draw(visit: &Visit, file: OrderFileId, preview: &Preview) -> Answer {
    let words = visit.app.words(visit.lang);
    let counts = preview.counts;
    let mapping = preview
        .mapping
        .clone()
        .unwrap_or_else(|| preview.look.guess.clone());
    let fields: Vec<Value> = Field::ASKED
        .into_iter()
        .map(|field| {
            let chosen = mapping.get(&field).cloned().unwrap_or_default();
            context! {
                key => field.key(),
                label => visit.say(&format!("kolom-{}", field.key()), &[]),
                needed => matches!(field, Field::Day | Field::Product | Field::Total),
                chosen => chosen,
            }
        })
        .collect();
    let new: Vec<Value> = preview
        .new
        .iter()
        .map(|(line, sale)| {
            context! {
                line => line, product => sale.product.clone(), quantity => sale.quantity,
                amount => sale.amount.to_string(), day => say::day(words, sale.day), order => sale.order.clone(),
            }
        })
        .collect();
    let wrong: Vec<Value> = preview
        .wrong
        .iter()
        .map(|(line, column, why)| {
            context! { line => line, column => column.clone(), text => sentence(visit, why) }
        })
        .collect();
    let left: Vec<Value> = preview
        .left
        .iter()
        .map(|(key, count)| context! { text => visit.say(&format!("impor-{key}"), &[("n", &count.to_string())]) })
        .collect();
    let columns: Vec<String> = preview
        .look
        .columns
        .iter()
        .filter(|column| !column.trim().is_empty())
        .cloned()
        .collect();
    // A table of a phone's width: the first columns and rows tell enough.
    let sample: Vec<Vec<String>> = preview
        .look
        .sample
        .iter()
        .take(3)
        .map(|row| row.iter().take(6).cloned().collect())
        .collect();
    let market = preview.look.known.map(|channel| place(visit, channel));
    let own = context! {
        file => context! { id => file.to_string(), name => preview.file.name.clone() },
        market => market,
        mapped => preview.mapping.is_some(),
        stopped => preview.stopped.as_ref().map(|why| sentence(visit, why)),
        counts => context! {
            new => counts.new, known => counts.known, twice => counts.twice, left => counts.left, wrong => counts.wrong,
        },
        amount => Rupiah::new(preview.amount).to_string(),
        first => preview.days.map(|(first, _)| say::day(words, first)),
        last => preview.days.map(|(_, last)| say::day(words, last)),
        new => new,
        wrong => wrong,
        left => left,
        cut => preview.cut,
        columns => columns,
        sample => sample,
        fields => fields,
        channels => channels(visit, &preview.file.channel),
    };
    page(visit, "impor_lihat.html", "jualan", own)
}

/// `POST /jualan/impor/{file}/kolom`
pub(crate) async fn map(
    State(app): State<App>,
    visit: Visit,
    Path(file): Path<String>,
    form: Form,
) -> Answer {
    let file = id::<OrderFileId>(&file)?;
    let mapping: Mapping = Field::ASKED
        .into_iter()
        .map(|field| {
            (
                field,
                form.get(field.key()).chars().take(300).collect::<String>(),
            )
        })
        .filter(|(_, heading)| !heading.trim().is_empty())
        .collect::<BTreeMap<_, _>>();
    let channel = SaleChannel::parse(form.get("tempat")).unwrap_or(SaleChannel::Other);
    app.platform()
        .map_orders(&visit.who(), file, &mapping, channel)
        .await?;
    Ok(onward(&format!("/jualan/impor/{file}")))
}

/// `POST /jualan/impor/{file}/simpan`
pub(crate) async fn save(
    State(app): State<App>,
    visit: Visit,
    Path(file): Path<String>,
    _form: Form,
) -> Answer {
    let file = id::<OrderFileId>(&file)?;
    let (platform, who) = (app.platform().clone(), visit.who());
    // Goes on when the browser gives up: what is noted is known the next time anyway.
    let saving = tokio::spawn(async move { platform.save_orders(&who, file).await });
    let new = saving.await.map_err(crate::fault::Broken::internal)??;
    let line = if new == 0 {
        "warn.kabar-impor-sudah"
    } else {
        "ok.kabar-impor"
    };
    Ok(onward_with(&visit, "/jualan", line))
}

/// `POST /jualan/impor/{file}/batal`: takes back every sale that came with it.
pub(crate) async fn undo(
    State(app): State<App>,
    visit: Visit,
    Path(file): Path<String>,
    _form: Form,
) -> Answer {
    let file = id::<OrderFileId>(&file)?;
    app.platform().undo_orders(&visit.who(), file).await?;
    Ok(onward_with(&visit, "/jualan", "ok.kabar-impor-batal"))
}
