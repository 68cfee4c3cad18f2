//! Katalog and daftar harga of the own shop: on paper, and as pictures for chats.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use minijinja::context;
use naik_app::platform::paper::Kind;

use super::cash::attached;
use super::{Answer, page};
use crate::app::App;
use crate::fault::Broken;
use crate::front::limit::Kind as Limit;
use crate::front::visit::Visit;

/// Pictures that are sent to a chat at once.
const SENT: usize = 10;

fn kind(word: &str) -> Option<Kind> {
    match word {
        "katalog" => Some(Kind::Catalogue),
        "daftar-harga" => Some(Kind::Prices),
        _ => None,
    }
}

/// `GET /toko-saya/{paper}`: `katalog` and `daftar-harga` with their pictures, or either as `.pdf`.
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(paper): Path<String>,
) -> Answer {
    let (word, is_pdf) = match paper.strip_suffix(".pdf") {
        Some(word) => (word, true),
        None => (paper.as_str(), false),
    };
    let kind = kind(word).ok_or_else(Broken::missing)?;
    let platform = app.platform();
    let words = app.words(visit.lang).clone();
    if is_pdf {
        visit.count(Limit::Long)?;
    }
    let draft = platform
        .draft_listing(&visit.who(), &visit.origin, &words)
        .await?;
    if is_pdf {
        let name = format!("{}.pdf", draft.file_name(kind));
        let bytes = platform.listing_pdf(draft, kind, words).await?;
        return attached("application/pdf", bytes, &name);
    }
    let pictures: Vec<String> = (1..=kind.pictures(draft.items()))
        .map(|part| format!("/toko-saya/{word}/{part}.jpg"))
        .collect();
    let own = context! {
        word => word,
        items => draft.items(),
        pdf => format!("/toko-saya/{word}.pdf"),
        sent => pictures.iter().take(SENT).collect::<Vec<_>>(),
        pictures => pictures,
        file => draft.file_name(kind),
    };
    page(&visit, "kertas.html", "toko", own)
}

/// `GET /toko-saya/{paper}/{part}.jpg`
pub(crate) async fn picture(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Path((paper, file)): Path<(String, String)>,
) -> Answer {
    let kind = kind(&paper).ok_or_else(Broken::missing)?;
    let part = file.strip_suffix(".jpg").and_then(|n| n.parse().ok());
    let part = part.ok_or_else(Broken::missing)?;
    let words = app.words(visit.lang).clone();
    let draft = app
        .platform()
        .draft_listing(&visit.who(), &visit.origin, &words)
        .await?;
    let tag = format!("\"{}-{part}\"", draft.tag);
    if has(&headers, &tag) {
        return Ok(unchanged(tag));
    }
    let bytes = app
        .platform()
        .listing_picture(draft, kind, part, words)
        .await?;
    Ok(tagged("image/jpeg", "private, no-cache", tag, bytes))
}

/// `GET /toko/{shop}/daftar-harga.pdf`: the price list that a shop gives to everyone.
pub(crate) async fn given(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    front: &naik_app::platform::street::Front,
) -> Answer {
    let words = app.words(visit.lang).clone();
    let platform = app.platform();
    let draft = platform
        .draft_given_prices(front, &visit.origin, &words)
        .await?;
    let tag = format!("\"{}\"", draft.tag);
    if has(headers, &tag) {
        return Ok(unchanged(tag));
    }
    visit.count(Limit::Long)?;
    let bytes = platform.listing_pdf(draft, Kind::Prices, words).await?;
    // The language is the visitor's: no cache on the way may give it to another.
    Ok(tagged("application/pdf", "private, no-cache", tag, bytes))
}

/// Whether a browser has what a tag stands for.
fn has(headers: &HeaderMap, tag: &str) -> bool {
    let known = headers.get(IF_NONE_MATCH);
    known
        .and_then(|value| value.to_str().ok())
        .is_some_and(|known| known.contains(tag))
}

fn unchanged(tag: String) -> Response {
    (StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response()
}

fn tagged(kind: &'static str, kept: &'static str, tag: String, bytes: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (CACHE_CONTROL, kept.to_owned()),
        (ETAG, tag),
    ];
    (headers, bytes).into_response()
}
