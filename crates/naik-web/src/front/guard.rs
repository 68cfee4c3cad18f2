//! What every answer carries, and what is asked of every call that changes something.

use axum::extract::{Request, State};
use axum::http::header::{HeaderName, HeaderValue, ORIGIN};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::limit::Kind;
use super::visit::{Visit, header};
use crate::app::App;
use crate::fault::Broken;

/// Nothing from elsewhere runs, nobody frames our pages, nobody learns which page a link was on.
const POLICY: &str = "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; style-src 'self'; \
    script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Adds the headers of every answer.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(self), microphone=(), geolocation=(self)",
        ),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        headers
            .entry(HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    }
    // Pages hold what is one person's: no proxy keeps them.
    headers
        .entry(axum::http::header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("private, no-store"));
    response
}

/// Counts changes, and refuses those that another site's page sends with our cookies.
pub(crate) async fn changes(State(app): State<App>, request: Request, next: Next) -> Response {
    if matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    ) {
        return next.run(request).await;
    }
    let Some(visit) = request.extensions().get::<Visit>().cloned() else {
        return Broken::internal("a change outside the door").into_response();
    };
    if foreign(&request, &visit) {
        return Broken::because(StatusCode::FORBIDDEN, "galat-situs-lain").into_response();
    }
    // A guest is a new one each time that the cookie is thrown away: they are counted by where they call from.
    let caller = match &visit.signed_in {
        Some(_) => visit.actor(),
        None => visit.caller.clone(),
    };
    if let Err(wait) = app.limits().count(Kind::Change, &caller) {
        return Broken::too_many(wait).into_response();
    }
    next.run(request).await
}

/// Whether the browser says that another site's page sends this.
fn foreign(request: &Request, visit: &Visit) -> bool {
    let header = |name: &str| header(request.headers(), name);
    if header("sec-fetch-site") == Some("cross-site") {
        return true;
    }
    match header(ORIGIN.as_str()) {
        None | Some("null") => false,
        Some(origin) => {
            let host = |url: &str| url.split_once("://").map(|(_, host)| host.to_owned());
            host(origin) != host(&visit.origin)
        }
    }
}
