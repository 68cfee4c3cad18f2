//! Bagikan: to WhatsApp, as sheets and archives, as texts to copy, as one file.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use minijinja::{Value, context};
use naik_core::channel::{Channel, Market};
use naik_core::encode::percent;
use naik_core::kit::{Output, OutputKind};

use super::kit::address;
use super::products::id;
use super::{Answer, check, page};
use crate::app::App;
use crate::fault::Broken;
use crate::front::limit::Kind;
use crate::front::seal::GUEST_LIVES;
use crate::front::visit::Visit;
use crate::view::say;

/// `GET /produk/{p}/bagikan`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
) -> Answer {
    let product = id(&product)?;
    let platform = app.platform();
    let words = app.words(visit.lang).clone();
    let checked = platform.check_kit(&visit.who(), product, words).await?;
    let texts = platform.texts(&checked.files).await?;
    let margin = platform.margin(&visit.who(), product).await?;
    let number = checked.version.number;
    let outputs = &checked.kit.outputs;
    let place = |output: &Output| address(product, number, &output.path);
    let find = |kind: OutputKind, variety: &str| {
        outputs
            .iter()
            .find(|o| o.kind == kind && (variety.is_empty() || o.variety == variety))
    };
    let picture = find(OutputKind::Post, "status")
        .or_else(|| find(OutputKind::Post, ""))
        .or_else(|| find(OutputKind::White, ""));
    let text = texts
        .iter()
        .find(|(channel, _)| *channel == Channel::WhatsAppBroadcast)
        .map(|(_, text)| text.clone())
        .unwrap_or_default();
    let share = context! {
        text => text.clone(),
        image => picture.map(place),
        width => picture.and_then(|o| o.width),
        height => picture.and_then(|o| o.height),
        files => picture.map(place).into_iter().collect::<Vec<_>>(),
        whatsapp_href => format!("https://wa.me/?text={}", percent(&text, b"")),
    };
    let downloads: Vec<Value> = outputs
        .iter()
        .filter_map(|output| download(&visit, output, place(output)))
        .collect();
    let size: i64 = checked.files.iter().map(|file| file.bytes).sum();
    let texts: Vec<Value> = texts
        .iter()
        .map(|(channel, text)| context! { key => channel.key(), name => channel.name(), text => text })
        .collect();
    let own = context! {
        product => context! { id => product.to_string(), name => checked.product.facts.product.name },
        share => share,
        zip => context! { href => format!("/produk/{product}/kit.zip"), size => say::size(size, ',') },
        downloads => downloads,
        texts => texts,
        margin => super::margin::beside(&visit, &margin),
        taken_for => check::taken_for(&app, &visit, &text).await?,
        guest_days => GUEST_LIVES / (24 * 3_600_000),
    };
    page(&visit, "bagikan.html", "kit", own)
}

fn download(visit: &Visit, output: &Output, href: String) -> Option<Value> {
    let market = Market::ALL
        .into_iter()
        .find(|market| market.key() == output.variety)
        .map(|market| market.name());
    let (kind, name) = match output.kind {
        OutputKind::Listing => ("sheet", visit.say("unduh-daftar", &[("pasar", market?)])),
        OutputKind::Archive => ("archive", visit.say("unduh-arsip", &[("pasar", market?)])),
        OutputKind::Video => ("video", visit.say("unduh-video", &[])),
        OutputKind::Calendar => ("calendar", visit.say("unduh-kalender", &[])),
        _ => return None,
    };
    let file = output.path.rsplit('/').next().unwrap_or_default();
    Some(context! {
        name => name,
        file => file,
        size => say::size(i64::try_from(output.bytes).unwrap_or(0), ','),
        kind => kind,
        note => (),
        href => href,
    })
}

/// `GET /produk/{p}/kit.zip`
pub(crate) async fn archive(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
) -> Answer {
    let product = id(&product)?;
    visit.count(Kind::Trial)?;
    let (bytes, name) = app.platform().pack_kit(&visit.who(), product).await?;
    let header = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .map_err(Broken::internal)?;
    let mut response = ([(CONTENT_TYPE, "application/zip")], bytes).into_response();
    response.headers_mut().insert(CONTENT_DISPOSITION, header);
    Ok(response)
}
