//! Forms: small, of this browser's own, and never lost.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use super::limit::Kind;
use super::visit::{SESSION, Visit, wants_json};
use crate::app::App;
use crate::fault::Broken;

/// The largest form, in bytes.
const LARGEST: usize = 200_000;
/// How long a form waits for its owner to sign in again, in milliseconds.
pub(crate) const WAITS: i64 = 3_600_000;
/// The cookie that names a form that waits.
pub(crate) const PARKED: &str = "titipan";

/// A form that this browser was given, filled in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form {
    fields: BTreeMap<String, Vec<String>>,
}

impl Form {
    /// The value of a field; empty when it is absent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.fields
            .get(name)
            .and_then(|values| values.first())
            .map_or("", String::as_str)
    }

    /// Whether a field is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// All values of a field.
    pub(crate) fn all(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    /// The key that makes sending twice the same as sending once; a fresh one when the form has none.
    ///
    /// Forms of one page share what the page was given; each has its own address or part.
    pub(crate) fn key(&self, visit: &Visit) -> String {
        let key: String = self.get("kunci").chars().take(100).collect();
        if key.is_empty() {
            visit.app.platform().outside.id().to_string()
        } else {
            format!("{key} {} {}", visit.path, self.get("part"))
        }
    }

    /// Every field but those of the house.
    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        self.fields
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "csrf" | "kunci" | "lewati" | PARKED))
            .flat_map(|(name, values)| values.iter().map(|v| (name.clone(), v.clone())))
            .collect()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(bytes).ok()?;
        let mut form = Self::default();
        for (name, value) in pairs {
            form.add(name, &value);
        }
        Some(form)
    }

    /// Adds a field as it was sent.
    pub(super) fn add(&mut self, name: String, value: &str) {
        // A null byte has no place in any text, and PostgreSQL refuses it.
        let value = value.replace('\0', "").replace("\r\n", "\n");
        self.fields.entry(name).or_default().push(value);
    }
}

/// Why a form is not taken.
pub(crate) enum Unread {
    /// It is broken, too large, or not this browser's.
    Broken(Broken),
    /// Its session had ended: it waits, and its owner signs in first.
    Parked(Box<Response>),
}

impl From<Broken> for Unread {
    fn from(broken: Broken) -> Self {
        Self::Broken(broken)
    }
}

impl IntoResponse for Unread {
    fn into_response(self) -> Response {
        match self {
            Self::Broken(broken) => broken.into_response(),
            Self::Parked(response) => *response,
        }
    }
}

impl FromRequest<App> for Form {
    type Rejection = Unread;

    async fn from_request(request: Request, app: &App) -> Result<Self, Unread> {
        let refuse = |status, hint| Unread::Broken(Broken::because(status, hint));
        let visit = request.extensions().get::<Visit>().cloned();
        let Some(visit) = visit else {
            return Err(Unread::Broken(Broken::internal("a form outside the door")));
        };
        let is_form = request.headers().get(CONTENT_TYPE).is_none_or(|kind| {
            kind.as_bytes()
                .starts_with(b"application/x-www-form-urlencoded")
        });
        if !is_form {
            return Err(refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE, "galat-bentuk"));
        }
        let own_call = visit.is_own_call(request.headers());
        let waits = waits(&visit, request.headers());
        let bytes = Bytes::from_request(request, app)
            .await
            .map_err(|_| refuse(StatusCode::PAYLOAD_TOO_LARGE, "galat-413-saran"))?;
        if bytes.len() > LARGEST {
            return Err(refuse(StatusCode::PAYLOAD_TOO_LARGE, "galat-413-saran"));
        }
        let form =
            Self::read(&bytes).ok_or_else(|| refuse(StatusCode::BAD_REQUEST, "galat-bentuk"))?;
        if !own_call && !visit.is_own(form.get("csrf")) {
            return Err(refuse(StatusCode::FORBIDDEN, "galat-formulir"));
        }
        if waits {
            return Err(park(&visit, form).await);
        }
        // Sent again by its owner: it need not wait any longer.
        if let Ok(id) = form.get(PARKED).parse() {
            let dropped = app.platform().drop_waited(visit.guest, id).await;
            dropped.map_err(|fault| Unread::Broken(fault.into()))?;
        }
        Ok(form)
    }
}

/// Whether a form is to be kept until its owner has signed in again: it is their own, and no script of ours sent it
/// that keeps it itself.
pub(super) fn waits(visit: &Visit, headers: &HeaderMap) -> bool {
    let starts = [
        "/produk/",
        "/jualan",
        "/toko-saya",
        "/program",
        "/kelompok",
        "/ikut",
        "/kelasku",
        "/binaan/",
        "/kunjungan",
        "/jejaring",
    ];
    let kept_by_script = visit.path.starts_with("/kunjungan") && wants_json(headers);
    visit.ended && !kept_by_script && starts.iter().any(|start| visit.path.starts_with(start))
}

/// Keeps a form whose session had ended, and asks its owner to sign in.
pub(super) async fn park(visit: &Visit, form: Form) -> Unread {
    let platform = visit.app.platform();
    if let Err(wait) = visit.app.limits().count(Kind::Account, &visit.caller) {
        return Unread::Broken(Broken::too_many(wait));
    }
    let kept = platform
        .park_form(visit.guest, &visit.path, form.pairs(), WAITS)
        .await;
    match kept {
        Ok(id) => {
            let mut response = Redirect::to("/masuk").into_response();
            let cookie = visit.cookie(PARKED, id.to_string(), WAITS);
            response.headers_mut().append(SET_COOKIE, cookie);
            // The session is over: whoever does not sign in again goes on as a guest.
            let over = visit.cookie(SESSION, String::new(), 0);
            response.headers_mut().append(SET_COOKIE, over);
            Unread::Parked(Box::new(response))
        }
        Err(fault) => Unread::Broken(fault.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn a_form_is_read_as_it_was_filled_in() {
        let form = Form::read(b"a=1&b=x+y&b=%C3%A9&c=&d=p%00q%0D%0Ar&csrf=t").unwrap();
        assert_eq!(form.get("a"), "1");
        assert_eq!(form.all("b"), ["x y", "é"]);
        assert_eq!((form.get("c"), form.get("none")), ("", ""));
        assert_eq!(form.get("d"), "pq\nr");
        assert!(form.has("c") && !form.has("none"));
        assert!(form.pairs().iter().all(|(name, _)| name != "csrf"));
        assert!(Form::read(b"a=%FF").is_none_or(|form| form.has("a")));
    }
}
