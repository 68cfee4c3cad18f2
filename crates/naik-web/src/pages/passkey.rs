//! Passkeys: the questions that a page puts to a phone, and the answers that come back. Scripts call these addresses, and
//! are told in JSON what went wrong.

use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::passkey::Site;
use naik_app::platform::session::SignedIn;
use serde_json::json;

use super::Answer;
use super::entry::{next_place, with_session};
use crate::app::App;
use crate::fault::Broken;
use crate::front::form::Form;
use crate::front::limit::Kind;
use crate::front::visit::{FLASH, Visit, header};
use crate::view::say;

/// How long the line about a new passkey waits for the page that shows it, in milliseconds.
const FLASH_LIVES: i64 = 60_000;

/// `POST /akun/kunci/mulai`: what a browser needs to make a passkey.
pub(crate) async fn ask_for_new(State(app): State<App>, visit: Visit, _form: Form) -> Answer {
    let one = signed_in(&visit)?;
    let asked = app
        .platform()
        .begin_passkey(&one.who, &site(&visit)?)
        .await?;
    Ok(in_json(StatusCode::OK, asked))
}

/// `POST /akun/kunci`: the passkey that was made.
pub(crate) async fn add(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    form: Form,
) -> Answer {
    let one = signed_in(&visit)?;
    visit.count(Kind::Entry)?;
    let name = device(&visit, &headers);
    let id = app
        .platform()
        .finish_passkey(&one.who, &site(&visit)?, form.get("jawaban"), &name)
        .await?;
    let mut response = in_json(StatusCode::CREATED, json!({ "id": id }).to_string());
    let line = visit.cookie(FLASH, "ok.kabar-kunci-tambah".to_owned(), FLASH_LIVES);
    response.headers_mut().append(SET_COOKIE, line);
    Ok(response)
}

/// `POST /masuk/kunci/mulai`: what a browser needs to find a passkey of this site.
pub(crate) async fn ask(State(app): State<App>, visit: Visit, _form: Form) -> Answer {
    let asked = app
        .platform()
        .begin_entry(&site(&visit)?, visit.guest)
        .await?;
    Ok(in_json(StatusCode::OK, asked))
}

/// `POST /masuk/kunci`: lets in whoever's passkey answers, and says where to go on.
pub(crate) async fn enter(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    form: Form,
) -> Answer {
    visit.count(Kind::Entry)?;
    let platform = app.platform();
    let person = platform
        .enter_by_passkey(&site(&visit)?, visit.guest, form.get("jawaban"))
        .await?;
    let place = next_place(&app, &visit, &headers, form.get("ke")).await?;
    let response = in_json(StatusCode::OK, json!({ "ke": place }).to_string());
    with_session(&app, &visit, person.id, response).await
}

/// A person's passkeys as their page shows them.
pub(super) async fn list(app: &App, visit: &Visit, one: &SignedIn) -> Result<Vec<Value>, Fault> {
    let words = app.words(visit.lang);
    let now = app.platform().now();
    let here = Site::at(&visit.origin);
    let here = here.as_ref().map(Site::id);
    let rows = app.platform().passkeys(&one.who).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            context! {
                id => row.id.to_string(),
                made => say::date(words, row.created_at, visit.zone()),
                used => row.used_at.map(|at| say::when(words, at, now, visit.zone())),
                elsewhere => (here != Some(row.rp_id.as_str())).then_some(row.rp_id),
                name => row.name,
            }
        })
        .collect())
}

/// The site that a visit is on.
fn site(visit: &Visit) -> Result<Site, Broken> {
    Site::at(&visit.origin)
        .ok_or_else(|| Broken::because(StatusCode::BAD_REQUEST, "kunci-alamat-salah"))
}

fn signed_in(visit: &Visit) -> Result<&SignedIn, Broken> {
    visit
        .signed_in
        .as_ref()
        .ok_or_else(|| Broken::because(StatusCode::UNAUTHORIZED, "galat-formulir"))
}

fn in_json(status: StatusCode, body: String) -> Response {
    let kind = [(CONTENT_TYPE, HeaderValue::from_static("application/json"))];
    (status, kind, body).into_response()
}

/// What a new passkey is called until its owner says better: the browser and what it runs on.
fn device(visit: &Visit, headers: &HeaderMap) -> String {
    let agent = header(headers, USER_AGENT.as_str()).unwrap_or_default();
    match (browser(agent), system(agent)) {
        (Some(browser), Some(system)) => visit.say(
            "kunci-nama-bawaan",
            &[("peramban", browser), ("sistem", system)],
        ),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => visit.say("kunci-judul", &[]),
    }
}

fn browser(agent: &str) -> Option<&'static str> {
    // Each names those before it too, so that pages made for them let it in.
    [
        ("SamsungBrowser", "Samsung Internet"),
        ("OPR/", "Opera"),
        ("Edg", "Edge"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]
    .into_iter()
    .find(|(mark, _)| agent.contains(mark))
    .map(|(_, name)| name)
}

fn system(agent: &str) -> Option<&'static str> {
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]
    .into_iter()
    .find(|(mark, _)| agent.contains(mark))
    .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::{browser, system};

    #[test]
    fn a_device_is_known_by_what_its_browser_says() {
        for (agent, expected) in [
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/139.0.0.0 Mobile Safari/537.36",
                (Some("Chrome"), Some("Android")),
            ),
            (
                "Mozilla/5.0 (Linux; Android 13; SM-A135F) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36",
                (Some("Samsung Internet"), Some("Android")),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Version/17.4 Mobile/15E148 Safari/604.1",
                (Some("Safari"), Some("iPhone")),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0",
                (Some("Edge"), Some("Windows")),
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                (Some("Firefox"), Some("Linux")),
            ),
            ("curl/8", (None, None)),
            ("", (None, None)),
        ] {
            assert_eq!((browser(agent), system(agent)), expected, "{agent}");
        }
    }
}
