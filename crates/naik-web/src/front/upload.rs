//! Photos in one piece, by forms without scripts and by other apps.

use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use bytes::{Bytes, BytesMut};
use naik_app::platform::photo::{BYTES_MOST, PHOTOS_MOST};

use super::visit::Visit;
use crate::app::App;
use crate::fault::Broken;

/// The photos of a form.
#[derive(Debug, Default)]
pub(crate) struct Photos {
    /// Name and bytes of each.
    pub(crate) photos: Vec<(String, Bytes)>,
    /// The key of the submission.
    pub(crate) key: String,
    /// What another app shares in words: title, text, address.
    pub(crate) words: String,
}

impl FromRequest<App> for Photos {
    type Rejection = Broken;

    async fn from_request(request: Request, app: &App) -> Result<Self, Broken> {
        let visit = request.extensions().get::<Visit>().cloned();
        let visit = visit.ok_or_else(|| Broken::internal("photos outside the door"))?;
        // Another app shares without a form of ours; the browser says itself that no page of another site did.
        let trusted = visit.path == "/terima" || visit.is_own_call(request.headers());
        let own = |token: &str| visit.own_form(trusted, token);
        let bad = |_| Broken::because(StatusCode::BAD_REQUEST, "galat-bentuk");
        let mut form = Multipart::from_request(request, app)
            .await
            .map_err(|_| Broken::because(StatusCode::UNSUPPORTED_MEDIA_TYPE, "galat-bentuk"))?;
        let mut read = Self::default();
        let mut csrf = String::new();
        while let Some(field) = form.next_field().await.map_err(bad)? {
            match field.name() {
                Some("csrf") => csrf = field.text().await.map_err(bad)?,
                Some("kunci") => {
                    let key = field.text().await.map_err(bad)?;
                    read.key = key.chars().take(100).collect();
                }
                Some("foto") if read.photos.len() < PHOTOS_MOST => {
                    // The token stands before the photos: whoever has none sends no megabytes.
                    own(&csrf)?;
                    let name = field.file_name().unwrap_or_default().to_owned();
                    let bytes = whole(field, BYTES_MOST, 0).await?;
                    // A browser sends an empty part where no file was chosen.
                    if !bytes.is_empty() {
                        read.photos.push((name, bytes));
                    }
                }
                Some("title" | "text" | "url") if trusted => {
                    let said = field.text().await.map_err(bad)?;
                    let said = said.trim();
                    // Some apps say the address twice.
                    if !said.is_empty() && !read.words.contains(said) {
                        if !read.words.is_empty() {
                            read.words.push('\n');
                        }
                        read.words.push_str(said);
                    }
                }
                _ => {}
            }
        }
        own(&csrf)?;
        Ok(read)
    }
}

/// A file of a form, of so many bytes at most. What the request says of its own length spares copying what grows; `0`
/// where it says nothing.
pub(super) async fn whole(mut field: Field<'_>, most: usize, told: usize) -> Result<Bytes, Broken> {
    let mut bytes = BytesMut::with_capacity(told.min(most));
    loop {
        let chunk = field
            .chunk()
            .await
            .map_err(|_| Broken::because(StatusCode::BAD_REQUEST, "galat-bentuk"))?;
        let Some(chunk) = chunk else {
            return Ok(bytes.freeze());
        };
        if bytes.len() + chunk.len() > most {
            return Err(Broken::because(
                StatusCode::PAYLOAD_TOO_LARGE,
                "galat-413-saran",
            ));
        }
        bytes.extend_from_slice(&chunk);
    }
}
