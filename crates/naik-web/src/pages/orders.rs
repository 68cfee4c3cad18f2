//! Impor: a marketplace's order file, what each row becomes, and noting it.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::orders::{Field, Mapping, Preview};
use naik_core::id::OrderFileId;
use naik_core::message::Message;
use naik_core::money::Rupiah;
use naik_core::sale::SaleChannel;

use super::products::id;
use super::sales::{channels, place, undone};
use super::{Answer, onward, onward_with, page, page_with};
use crate::app::App;
use crate::fault::sentence;
use crate::front::document::Document;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::say;

/// `GET /jualan/impor`
pub(crate) async fn ask(State(app): State<App>, visit: Visit) -> Answer {
    receive_form(&app, &visit, None).await
}

/// The form for a file, over those that were kept before.
async fn receive_form(app: &App, visit: &Visit, error: Option<String>) -> Answer {
    let words = app.words(visit.lang);
    let status = match &error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let batches = match app.platform().order_batches(&visit.who()).await {
        Ok(batches) => batches,
        // A visitor may look at what can be read; sending a file asks for an account.
        Err(Fault::Forbidden) if visit.signed_in.is_none() => Vec::new(),
        Err(other) => return Err(other.into()),
    };
    let kept: Vec<Value> = batches
        .into_iter()
        .map(|batch| {
            let day = |text: &str| {
                text.parse()
                    .map(|day| say::day(words, day))
                    .unwrap_or_default()
            };
            let channel = SaleChannel::parse(&batch.channel).unwrap_or(SaleChannel::Other);
            context! {
                id => batch.id.to_string(),
                place => place(visit, channel),
                sales => batch.sales,
                amount => Rupiah::new(batch.amount).to_string(),
                first => day(&batch.days.0),
                last => day(&batch.days.1),
                kept => say::date(words, batch.created_at, visit.zone()),
            }
        })
        .collect();
    let own = context! { error => error, kept => kept };
    page_with(visit, status, "impor.html", "jualan", own)
}

/// `POST /jualan/impor`
pub(crate) async fn receive(State(app): State<App>, visit: Visit, file: Document) -> Answer {
    if file.bytes.is_empty() {
        let text = visit.say("impor-tanpa-berkas", &[]);
        return receive_form(&app, &visit, Some(text)).await;
    }
    let platform = app.platform();
    match platform
        .hold_orders(&visit.who(), &file.name, file.bytes)
        .await
    {
        Ok(id) => Ok(onward(&format!("/jualan/impor/{id}"))),
        Err(Fault::Refused(refusals)) => {
            let text = refusals.first().map(|one| sentence(&visit, &one.message));
            receive_form(&app, &visit, Some(text.unwrap_or_default())).await
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
            context! { line => line, column => column.clone(), text => in_file(visit, why) }
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
            gone => counts.gone, less => counts.less, changes => counts.changes(),
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

/// What is wrong with a cell. What to do on a form of ours is no help here: it is mended in the file.
fn in_file(visit: &Visit, why: &Message) -> String {
    if why.key.starts_with("orders-") {
        return sentence(visit, why);
    }
    visit.app.words(visit.lang).say(why).text
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
    let saved = saving.await.map_err(crate::fault::Broken::internal)??;
    let line = match (saved.new, saved.gone + saved.less) {
        (0, 0) => "warn.kabar-impor-sudah",
        (_, 0) => "ok.kabar-impor",
        (0, _) => "ok.kabar-impor-ditarik",
        _ => "ok.kabar-impor-dan-ditarik",
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
    let done = app.platform().undo_orders(&visit.who(), file).await;
    undone(&visit, done, "/jualan/impor", "ok.kabar-impor-batal")
}
