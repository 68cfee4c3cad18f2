//! Pages for people, one file a noun.

pub(crate) mod account;
pub(crate) mod admin;
pub(crate) mod badge;
pub(crate) mod board;
pub(crate) mod cash;
pub(crate) mod certificate;
pub(crate) mod check;
pub(crate) mod cohort;
pub(crate) mod comments;
pub(crate) mod course;
pub(crate) mod entry;
pub(crate) mod evidence;
pub(crate) mod facts;
pub(crate) mod growth;
pub(crate) mod intake;
pub(crate) mod join;
pub(crate) mod kit;
pub(crate) mod margin;
pub(crate) mod matching;
pub(crate) mod mend;
pub(crate) mod mentor;
pub(crate) mod monday;
pub(crate) mod network;
pub(crate) mod orders;
pub(crate) mod paper;
pub(crate) mod passkey;
pub(crate) mod photos;
pub(crate) mod plan;
pub(crate) mod products;
pub(crate) mod programme;
pub(crate) mod ready;
pub(crate) mod rights;
pub(crate) mod sales;
pub(crate) mod share;
pub(crate) mod sheet;
pub(crate) mod start;
pub(crate) mod storefront;
pub(crate) mod street;
pub(crate) mod text;
pub(crate) mod visits;

use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, LOCATION, SET_COOKIE};
use axum::response::{IntoResponse, Response};
use minijinja::Value;
use naik_app::platform::error::Refusal;

use crate::fault::{Broken, sentence};
use crate::front::visit::{FLASH, Visit};
use crate::view::Flash;

/// What a page handler answers.
pub(crate) type Answer = Result<Response, Broken>;

/// How long a line waits for the next page, in milliseconds.
const FLASH_LIVES: i64 = 60_000;

/// A page.
pub(crate) fn page(visit: &Visit, name: &str, nav: &str, own: Value) -> Answer {
    page_with(visit, StatusCode::OK, name, nav, own)
}

/// A page with a status of its own: a form with what is wrong in it.
pub(crate) fn page_with(
    visit: &Visit,
    status: StatusCode,
    name: &str,
    nav: &str,
    own: Value,
) -> Answer {
    let flash = visit.flash.as_deref().and_then(|text| flash(visit, text));
    let html = visit.draw_with(name, nav, flash, own)?;
    Ok((status, [(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response())
}

/// `ok.kunci` names a message; nothing else may be shown this way, since anyone can set a cookie.
fn flash(visit: &Visit, text: &str) -> Option<Flash> {
    let (kind, key) = text.split_once('.')?;
    let kind = match kind {
        "ok" => "ok",
        "warn" => "warn",
        "bad" => "bad",
        _ => return None,
    };
    let known = key.starts_with("kabar-") && visit.app.words(visit.lang).has(key);
    known.then(|| Flash {
        kind,
        text: visit.say(key, &[]),
    })
}

/// On to another page, after a change.
pub(crate) fn onward(path: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, path)]).into_response()
}

/// The same, with a line to show there.
pub(crate) fn onward_with(visit: &Visit, path: &str, line: &str) -> Response {
    let mut response = onward(path);
    let cookie = visit.cookie(FLASH, line.to_owned(), FLASH_LIVES);
    response.headers_mut().append(SET_COOKIE, cookie);
    response
}

/// What is wrong with a form: each field with its sentence.
pub(crate) type Wrong = Vec<(String, String)>;

/// What was refused, in words.
pub(crate) fn told(visit: &Visit, refusals: &[Refusal]) -> Wrong {
    refusals
        .iter()
        .map(|one| (one.field.clone(), sentence(visit, &one.message)))
        .collect()
}

/// What is wrong with a field.
pub(crate) fn error_of(wrong: &[(String, String)], field: &str) -> Option<String> {
    let found = wrong.iter().find(|(name, _)| name == field);
    found.map(|(_, text)| text.clone())
}

/// A place on this site to go on to; the first page where it is none.
pub(crate) fn local(path: &str) -> &str {
    let fine = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.contains(char::is_control)
        && path.is_ascii();
    if fine { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn no_form_leads_away() {
        for (path, expected) in [
            ("/produk", "/produk"),
            ("//jahat.id", "/"),
            ("/\\jahat.id", "/"),
            ("https://jahat.id", "/"),
            ("", "/"),
            ("/a\r\nSet-Cookie: x", "/"),
        ] {
            assert_eq!(local(path), expected, "{path}");
        }
    }
}
