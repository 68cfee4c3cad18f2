//! Who visits, in which language, and what their browser is told to remember.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, SET_COOKIE, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use cookie::{Cookie, SameSite};
use naik_app::platform::reach::actor;
use naik_app::platform::session::SignedIn;
use naik_core::access::Who;
use naik_core::id::GuestId;
use naik_core::lang::Lang;

use super::limit::Kind;
use super::seal::GUEST_LIVES;
use crate::app::App;
use crate::fault::Broken;
use crate::view::say::Zone;

/// The cookie of a signed-in browser.
pub(crate) const SESSION: &str = "sesi";
/// The cookie of a guest.
pub(crate) const GUEST: &str = "tamu";
/// The cookie of a language.
pub(crate) const LANG: &str = "bahasa";
/// The cookie of a line to show once.
pub(crate) const FLASH: &str = "kabar";

/// Cookies outlive what they stand for, in milliseconds: the server decides when a session or a draft has ended, and
/// whoever comes too late is recognised.
pub(crate) const COOKIE_LIVES: i64 = 400 * 24 * 3_600_000;

/// A visit: one request of one browser.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) app: App,
    /// The language that it reads.
    pub(crate) lang: Lang,
    /// The address without what follows `?`.
    pub(crate) path: String,
    /// Who is signed in.
    pub(crate) signed_in: Option<SignedIn>,
    /// The browser's own drafts.
    pub(crate) guest: GuestId,
    /// Whether it had been signed in, and no longer is.
    pub(crate) ended: bool,
    /// Who calls, for limits; never stored or logged.
    pub(crate) caller: String,
    /// Where people reach the platform.
    pub(crate) origin: String,
    /// The kind of browser, without its version.
    pub(crate) agent: &'static str,
    /// A line to show once.
    pub(crate) flash: Option<String>,
    /// What forms of this browser are signed with: its session, if it has one, and its guest id, which a page that was
    /// opened before signing in knows alone.
    holds: [String; 2],
}

impl Visit {
    /// Who asks.
    pub(crate) fn who(&self) -> Who {
        match &self.signed_in {
            Some(one) => one.who.clone(),
            None => Who::Guest(self.guest),
        }
    }

    /// The clock by which whoever visits reads times: that of their area.
    pub(crate) fn zone(&self) -> Zone {
        match self.who() {
            Who::Person(member) => Zone::of(&member.area),
            Who::Guest(_) => Zone::WIB,
        }
    }

    /// Sends whoever is not signed in to the page where one does.
    pub(crate) fn must_be_signed_in(&self) -> Result<(), Broken> {
        match &self.signed_in {
            Some(_) => Ok(()),
            None => Err(Broken::at_sign_in()),
        }
    }

    /// Counts a call of this caller; too many are refused.
    pub(crate) fn count(&self, kind: Kind) -> Result<(), Broken> {
        self.app
            .limits()
            .count(kind, &self.caller)
            .map_err(Broken::too_many)
    }

    /// Refuses a form that this browser was not given; `trusted` tells that a script of ours sent it.
    pub(crate) fn own_form(&self, trusted: bool, token: &str) -> Result<(), Broken> {
        if trusted || self.is_own(token) {
            Ok(())
        } else {
            Err(Broken::because(StatusCode::FORBIDDEN, "galat-formulir"))
        }
    }

    /// The token of this browser's forms.
    pub(crate) fn csrf(&self) -> String {
        let [session, guest] = &self.holds;
        let holds = if session.is_empty() { guest } else { session };
        self.app.seal().form(holds)
    }

    /// Whether a token is of this browser's forms.
    pub(crate) fn is_own(&self, token: &str) -> bool {
        self.holds
            .iter()
            .any(|holds| self.app.seal().is_form(holds, token))
    }

    /// Whether a script of one of this browser's own pages calls: the token comes in a header.
    pub(crate) fn is_own_call(&self, headers: &HeaderMap) -> bool {
        header(headers, "x-csrf-token").is_some_and(|token| self.is_own(token))
    }

    /// Whoever signed in before, as forms that were left behind name them.
    pub(crate) fn actor(&self) -> String {
        actor(&self.who())
    }

    /// Whether links of this visit are encrypted.
    pub(crate) fn secure(&self) -> bool {
        self.origin.starts_with("https:")
    }

    /// A cookie that lives so many milliseconds; of 0 it ends now.
    pub(crate) fn cookie(&self, name: &'static str, value: String, lives: i64) -> HeaderValue {
        let age = cookie::time::Duration::milliseconds(lives);
        let cookie = Cookie::build((name, value))
            .path("/")
            .http_only(true)
            .secure(self.secure())
            .same_site(SameSite::Lax)
            .max_age(age)
            .build();
        HeaderValue::from_str(&cookie.encoded().to_string())
            .unwrap_or_else(|_| HeaderValue::from_static(""))
    }
}

/// Finds out who visits, before any handler; the guest's cookie goes out with the first page.
pub(crate) async fn visit(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let (visit, fresh) = match welcome(&app, &parts).await {
        Ok(known) => known,
        Err(error) => return Broken::from(error).at_the_door(),
    };
    parts.extensions.insert(visit.clone());
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let headers = response.headers_mut();
    // What a cache may keep for everyone must not make one guest of everyone.
    if header(headers, "cache-control").is_some_and(|rule| rule.contains("public")) {
        return response;
    }
    if let Some(value) = fresh {
        headers.append(SET_COOKIE, value);
    }
    if visit.flash.is_some() && !headers.contains_key(axum::http::header::LOCATION) {
        headers.append(SET_COOKIE, visit.cookie(FLASH, String::new(), 0));
    }
    response
}

async fn welcome(
    app: &App,
    parts: &Parts,
) -> Result<(Visit, Option<HeaderValue>), naik_app::platform::error::Fault> {
    let headers = &parts.headers;
    let now = app.platform().now();
    let session = cookie_of(headers, SESSION);
    let signed_in = match &session {
        Some(secret) => app.platform().signed_in(secret).await?,
        None => None,
    };
    let guest_cookie = cookie_of(headers, GUEST);
    let known = guest_cookie
        .as_deref()
        .and_then(|cookie| app.seal().read_guest(cookie, now));
    let (guest, new_cookie) = match known {
        // Half of its time is over: it lives on.
        Some((id, until)) if until - now > GUEST_LIVES / 2 => (id, None),
        Some((id, _)) => (id, Some(app.seal().guest(id, now + GUEST_LIVES))),
        None => {
            let id = GuestId(app.platform().outside.id());
            (id, Some(app.seal().guest(id, now + GUEST_LIVES)))
        }
    };
    let lang = signed_in.as_ref().map(|one| one.person.lang);
    let lang = cookie_of(headers, LANG)
        .and_then(|code| by_code(&code))
        .or(lang)
        .unwrap_or_else(|| accepted(headers));
    let visit = Visit {
        lang,
        path: parts.uri.path().to_owned(),
        ended: session.is_some() && signed_in.is_none(),
        signed_in,
        guest,
        caller: caller(app, parts),
        origin: origin(app, headers),
        agent: agent(headers),
        flash: cookie_of(headers, FLASH),
        // The guest's id stays the same when its cookie is renewed.
        holds: [session.unwrap_or_default(), guest.to_string()],
        app: app.clone(),
    };
    let fresh = new_cookie.map(|value| visit.cookie(GUEST, value, COOKIE_LIVES));
    Ok((visit, fresh))
}

/// The text of a header.
pub(crate) fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Whether an answer is wanted as JSON.
pub(crate) fn wants_json(headers: &HeaderMap) -> bool {
    header(headers, "accept").is_some_and(|accept| accept.starts_with("application/json"))
}

/// The value of a cookie.
pub(crate) fn cookie_of(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(Cookie::split_parse_encoded)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
        .filter(|value| !value.is_empty())
}

/// The language of a code.
pub(crate) fn by_code(code: &str) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.code() == code)
}

/// The first language of the browser that we speak; Indonesian where there is none.
fn accepted(headers: &HeaderMap) -> Lang {
    headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .into_iter()
        .flat_map(|list| list.split(','))
        .filter_map(|one| one.trim().get(..2))
        // `su` and `ms` readers are better served in Indonesian than in English.
        .map(|code| match code {
            "ms" | "su" => "id",
            other => other,
        })
        .find_map(by_code)
        .unwrap_or_default()
}

fn caller(app: &App, parts: &Parts) -> String {
    let told = app
        .settings()
        .behind_proxy
        .then(|| parts.headers.get("x-forwarded-for"))
        .flatten()
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next())
        .map(|one| one.trim().to_owned());
    told.unwrap_or_else(|| {
        parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|info| info.0.ip().to_string())
            .unwrap_or_default()
    })
}

fn origin(app: &App, headers: &HeaderMap) -> String {
    if let Some(url) = &app.settings().public_url {
        return url.trim_end_matches('/').to_owned();
    }
    let host = headers
        .get(axum::http::header::HOST)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("localhost");
    format!("http://{host}")
}

fn agent(headers: &HeaderMap) -> &'static str {
    let text = headers
        .get(USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let phone = text.contains("Android") || text.contains("iPhone");
    match (text, phone) {
        (t, true) if t.contains("Firefox") => "Firefox, HP",
        (t, true) if t.contains("Chrome") => "Chrome, HP",
        (t, true) if t.contains("Safari") => "Safari, HP",
        (t, false) if t.contains("Firefox") => "Firefox",
        (t, false) if t.contains("Edg/") => "Edge",
        (t, false) if t.contains("Chrome") => "Chrome",
        (t, false) if t.contains("Safari") => "Safari",
        _ => "Browser",
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Broken;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Broken> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Broken::internal("a handler outside the door"))
    }
}
