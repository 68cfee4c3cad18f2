//! What a person or a program is told when something can't be done. No trace ever reaches them.

use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use minijinja::context;
use naik_app::platform::error::{Fault, Refusal};
use serde::Serialize;

use crate::front::visit::{Visit, wants_json};

/// Why a request is not answered as wished.
#[derive(Debug)]
pub(crate) struct Broken {
    status: StatusCode,
    /// A message key that says more than the status.
    hint: Option<&'static str>,
    refusals: Vec<Refusal>,
    /// Fields that are wrong, said already.
    fields: Vec<(String, String)>,
    /// Seconds to wait.
    wait: Option<u64>,
    /// Where to go instead.
    to: Option<&'static str>,
}

impl Broken {
    /// A status, in its own words.
    pub(crate) fn status(status: StatusCode) -> Self {
        Self {
            status,
            hint: None,
            refusals: Vec::new(),
            fields: Vec::new(),
            wait: None,
            to: None,
        }
    }

    /// Nobody is signed in: on to the page where one does.
    pub(crate) fn at_sign_in() -> Self {
        Self {
            to: Some("/masuk"),
            ..Self::status(StatusCode::SEE_OTHER)
        }
    }

    /// A status with a message that says more.
    pub(crate) fn because(status: StatusCode, hint: &'static str) -> Self {
        Self {
            hint: Some(hint),
            ..Self::status(status)
        }
    }

    /// There is no such thing.
    pub(crate) fn missing() -> Self {
        Self::status(StatusCode::NOT_FOUND)
    }

    /// Fields that are wrong, each with its sentence.
    pub(crate) fn fields(wrong: Vec<(String, String)>) -> Self {
        Self {
            fields: wrong,
            ..Self::status(StatusCode::UNPROCESSABLE_ENTITY)
        }
    }

    /// Too many calls.
    pub(crate) fn too_many(wait: u64) -> Self {
        Self {
            wait: Some(wait),
            ..Self::status(StatusCode::TOO_MANY_REQUESTS)
        }
    }

    /// A mistake of ours; the reason goes to the log alone.
    pub(crate) fn internal(reason: impl std::fmt::Display) -> Self {
        tracing::error!(%reason, "a mistake of ours");
        Self::status(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl From<Fault> for Broken {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Missing => Self::missing(),
            Fault::Gone => Self::because(StatusCode::GONE, "toko-tutup-saran"),
            Fault::Forbidden => Self::status(StatusCode::FORBIDDEN),
            Fault::Refused(refusals) => Self {
                refusals,
                ..Self::status(StatusCode::UNPROCESSABLE_ENTITY)
            },
            Fault::Changed => Self::because(StatusCode::CONFLICT, "galat-berubah"),
            Fault::Locked(seconds) => Self::too_many(u64::try_from(seconds).unwrap_or(60)),
            Fault::Busy(error) => {
                tracing::warn!(%error, "busy");
                Self {
                    wait: Some(3),
                    ..Self::because(StatusCode::SERVICE_UNAVAILABLE, "galat-sibuk")
                }
            }
            Fault::Full(error) => {
                tracing::error!(%error, "the disk is full");
                Self::because(StatusCode::INSUFFICIENT_STORAGE, "galat-penuh")
            }
            Fault::Internal(reason) => Self::internal(reason),
        }
    }
}

impl From<minijinja::Error> for Broken {
    fn from(error: minijinja::Error) -> Self {
        Self::internal(format!("{error:#}"))
    }
}

/// What is left of a [`Broken`] until the page is drawn: the door knows the reader's language, a handler need not.
#[derive(Clone, Debug)]
struct Told {
    hint: Option<&'static str>,
    refusals: Vec<Refusal>,
    fields: Vec<(String, String)>,
}

impl IntoResponse for Broken {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        if let Some(wait) = self.wait
            && let Ok(value) = HeaderValue::from_str(&wait.to_string())
        {
            response.headers_mut().insert(RETRY_AFTER, value);
        }
        if let Some(to) = self.to {
            let headers = response.headers_mut();
            headers.insert(LOCATION, HeaderValue::from_static(to));
        }
        response.extensions_mut().insert(Told {
            hint: self.hint,
            refusals: self.refusals,
            fields: self.fields,
        });
        response
    }
}

/// RFC 9457.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct Problem {
    /// An address for the kind of problem.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// What it is, in short.
    pub(crate) title: String,
    /// The HTTP status.
    pub(crate) status: u16,
    /// What to do next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) detail: Option<String>,
    /// What is wrong, field by field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) errors: Vec<FieldProblem>,
}

/// What is wrong with one field.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct FieldProblem {
    /// The field; empty for the whole.
    pub(crate) field: String,
    /// What is wrong and what to do.
    pub(crate) text: String,
}

/// Draws what went wrong in the reader's language: a page for people, a problem for programs.
pub(crate) async fn draw(request: Request, next: Next) -> Response {
    let wants_json = request.uri().path().starts_with("/api/v1") || wants_json(request.headers());
    let visit = request.extensions().get::<Visit>().cloned();
    let response = next.run(request).await;
    let status = response.status();
    let plain = response
        .headers()
        .get(CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if !(status.is_client_error() || status.is_server_error()) || !plain {
        return response;
    }
    let told = response.extensions().get::<Told>().cloned();
    let Some(visit) = visit else {
        return response;
    };
    let told = told.unwrap_or(Told {
        hint: None,
        refusals: Vec::new(),
        fields: Vec::new(),
    });
    let (mut parts, _) = response.into_parts();
    let (kind, body) = if wants_json {
        ("application/problem+json", problem(&visit, status, &told))
    } else {
        ("text/html; charset=utf-8", page(&visit, status, &told))
    };
    parts.headers.remove(axum::http::header::CONTENT_LENGTH);
    parts
        .headers
        .insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    Response::from_parts(parts, body.into())
}

fn problem(visit: &Visit, status: StatusCode, told: &Told) -> String {
    let key = format!("galat-{}", status.as_u16());
    let problem = Problem {
        kind: format!("{}/api#{}", visit.origin, status.as_u16()),
        title: visit.say(&key, &[]),
        status: status.as_u16(),
        detail: told.hint.map(|hint| visit.say(hint, &[])),
        errors: told
            .refusals
            .iter()
            .map(|one| FieldProblem {
                field: one.field.clone(),
                text: sentence(visit, &one.message),
            })
            .chain(told.fields.iter().map(|(field, text)| FieldProblem {
                field: field.clone(),
                text: text.clone(),
            }))
            .collect(),
    };
    serde_json::to_string(&problem).unwrap_or_default()
}

fn page(visit: &Visit, status: StatusCode, told: &Told) -> String {
    let code = match status.as_u16() {
        known @ (400 | 403 | 404 | 410 | 413 | 429 | 500 | 503) => known,
        409 | 422 | 405 | 415 => 400,
        507 => 503,
        _ if status.is_client_error() => 400,
        _ => 500,
    };
    let hint = match (told.hint, told.refusals.first()) {
        (Some(hint), _) => Some(visit.say(hint, &[])),
        (None, Some(refusal)) => Some(sentence(visit, &refusal.message)),
        (None, None) => None,
    };
    let own = context! {
        code => code,
        hint => hint,
        retry => status.is_server_error() || code == 429,
        back => true,
    };
    visit.draw("galat.html", "", own).unwrap_or_else(|error| {
        tracing::error!(%error, "the page of errors has one");
        PLAIN.to_owned()
    })
}

/// What is shown when not even a page of ours can be drawn.
pub(crate) const PLAIN: &str = "<!doctype html><html lang=id><meta charset=utf-8>\
    <meta name=viewport content='width=device-width'><title>NaikKelas</title>\
    <h1>Maaf, ada yang salah di tempat kami</h1><p>Datamu aman. Coba lagi sebentar lagi. <a href=/>Ke beranda</a>";

impl Broken {
    /// An answer for someone of whom nothing could be found out: the database is away.
    pub(crate) fn at_the_door(self) -> Response {
        let kind = [(CONTENT_TYPE, "text/html; charset=utf-8")];
        let mut response = (self.status, kind, PLAIN).into_response();
        response
            .headers_mut()
            .insert(RETRY_AFTER, HeaderValue::from_static("5"));
        response
    }
}

/// What is wrong and what to do, in one line.
pub(crate) fn sentence(visit: &Visit, message: &naik_core::message::Message) -> String {
    let said = visit.app.words(visit.lang).say(message);
    match said.hint {
        Some(hint) => format!("{}. {hint}", said.text),
        None => said.text,
    }
}
