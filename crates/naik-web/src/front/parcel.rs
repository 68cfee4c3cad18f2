//! Forms that carry a long text or one file beside their fields: a screenshot, a list of comments.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use bytes::Bytes;

use super::form::{Form, Unread, park, waits};
use super::visit::Visit;
use crate::app::App;
use crate::fault::Broken;

/// Fields and files of one form.
#[derive(Debug, Default)]
pub(crate) struct Parcel {
    pub(crate) form: Form,
    /// The field that each came in, and its bytes.
    files: Vec<(String, Bytes)>,
}

impl Parcel {
    /// The file of a field.
    pub(crate) fn file(&self, field: &str) -> Option<Bytes> {
        self.files
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, bytes)| bytes.clone())
    }
}

impl FromRequest<App> for Parcel {
    type Rejection = Unread;

    async fn from_request(request: Request, app: &App) -> Result<Self, Unread> {
        let visit = request.extensions().get::<Visit>().cloned();
        let visit = visit.ok_or_else(|| Broken::internal("a parcel outside the door"))?;
        // A form that waited for its owner comes back without its files.
        if is_plain(&request) {
            let form = Form::from_request(request, app).await?;
            return Ok(Self {
                form,
                files: Vec::new(),
            });
        }
        let waits = waits(&visit, request.headers());
        let trusted = visit.is_own_call(request.headers());
        let mut parts = Multipart::from_request(request, app)
            .await
            .map_err(|_| Broken::because(StatusCode::UNSUPPORTED_MEDIA_TYPE, "galat-bentuk"))?;
        let mut parcel = Self::default();
        while let Some(field) = parts.next_field().await.map_err(|e| unread(&e))? {
            let name = field.name().unwrap_or_default().to_owned();
            let is_file = field.file_name().is_some();
            // The token stands first: whoever has none sends no megabytes.
            if name != "csrf" {
                visit.own_form(trusted, parcel.form.get("csrf"))?;
            }
            let bytes = field.bytes().await.map_err(|e| unread(&e))?;
            if !is_file {
                parcel.form.add(name, &String::from_utf8_lossy(&bytes));
            } else if !bytes.is_empty() {
                // A browser sends an empty part where no file was chosen.
                parcel.files.push((name, bytes));
            }
        }
        visit.own_form(trusted, parcel.form.get("csrf"))?;
        if waits {
            return Err(park(&visit, parcel.form).await);
        }
        Ok(parcel)
    }
}

fn is_plain(request: &Request) -> bool {
    let kind = request.headers().get(CONTENT_TYPE);
    kind.is_some_and(|kind| {
        kind.as_bytes()
            .starts_with(b"application/x-www-form-urlencoded")
    })
}

/// Why a form can't be read: it is larger than its door, or broken.
fn unread(error: &axum::extract::multipart::MultipartError) -> Broken {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Broken::because(StatusCode::PAYLOAD_TOO_LARGE, "galat-413-saran")
    } else {
        Broken::because(StatusCode::BAD_REQUEST, "galat-bentuk")
    }
}
