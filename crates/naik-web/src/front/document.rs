//! One file of a form: an order export, a list of shops. Small things have `form`, photos have `upload`.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_LENGTH;
use bytes::Bytes;
use naik_app::platform::error::Fault;
use naik_core::access::Who;
use naik_core::account::Role;

use super::limit::Kind;
use super::upload::whole;
use super::visit::Visit;
use crate::app::App;
use crate::fault::Broken;

/// The largest file, in bytes.
pub(crate) const LARGEST: usize = 50_000_000;

/// The file of a form, by the field `berkas`.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// Its name, as the browser tells it.
    pub(crate) name: String,
    /// Its bytes; none where no file was chosen.
    pub(crate) bytes: Bytes,
}

impl FromRequest<App> for Document {
    type Rejection = Broken;

    async fn from_request(request: Request, app: &App) -> Result<Self, Broken> {
        let visit = request.extensions().get::<Visit>().cloned();
        let visit = visit.ok_or_else(|| Broken::internal("a file outside the door"))?;
        // Whoever has no shop and runs no programme, or comes too often, sends no megabytes.
        let may = visit.signed_in.as_ref().is_some_and(|one| match &one.who {
            Who::Person(member) => {
                !member.shops.is_empty() || matches!(member.role, Role::Manager | Role::Admin)
            }
            Who::Guest(_) => false,
        });
        if !may {
            return Err(Fault::Forbidden.into());
        }
        visit.count(Kind::Long)?;
        let trusted = visit.is_own_call(request.headers());
        let own = |token: &str| visit.own_form(trusted, token);
        let told = request.headers().get(CONTENT_LENGTH);
        let told = told.and_then(|told| told.to_str().ok()?.parse().ok());
        let bad = |_| Broken::because(StatusCode::BAD_REQUEST, "galat-bentuk");
        let mut form = Multipart::from_request(request, app)
            .await
            .map_err(|_| Broken::because(StatusCode::UNSUPPORTED_MEDIA_TYPE, "galat-bentuk"))?;
        let mut read = Self::default();
        let mut csrf = String::new();
        while let Some(field) = form.next_field().await.map_err(bad)? {
            match field.name() {
                Some("csrf") => csrf = field.text().await.map_err(bad)?,
                Some("berkas") => {
                    // The token stands before the file: whoever has none sends no megabytes.
                    own(&csrf)?;
                    read.name = field.file_name().unwrap_or_default().to_owned();
                    read.bytes = whole(field, LARGEST, told.unwrap_or(0)).await?;
                }
                _ => {}
            }
        }
        own(&csrf)?;
        Ok(read)
    }
}
