//! Who calls the API: a program with a key, or a page with its cookie and token.

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use naik_app::platform::token::Scope;
use naik_core::access::Who;

use crate::app::App;
use crate::fault::Broken;
use crate::front::limit::Kind;
use crate::front::visit::{Visit, header};

/// A caller with what it may.
pub(crate) struct Caller {
    pub(crate) who: Who,
    pub(crate) visit: Visit,
    /// The key that makes sending twice the same as sending once.
    pub(crate) key: String,
}

impl FromRequestParts<App> for Caller {
    type Rejection = Broken;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Broken> {
        let visit = Visit::from_request_parts(parts, app).await?;
        let changes =
            !matches!(parts.method, Method::GET | Method::HEAD) && parts.uri.path() != super::CHECK;
        let key = match header(&parts.headers, "idempotency-key") {
            Some(key) => key.chars().take(100).collect(),
            None => app.platform().outside.id().to_string(),
        };
        if let Some(value) = header(&parts.headers, AUTHORIZATION.as_str()) {
            let secret = value.strip_prefix("Bearer ").unwrap_or_default();
            if let Err(wait) = app.limits().count(Kind::Change, &visit.caller) {
                return Err(Broken::too_many(wait));
            }
            let found = app.platform().by_token(secret).await?;
            let (who, scopes) =
                found.ok_or_else(|| Broken::because(StatusCode::UNAUTHORIZED, "galat-kunci"))?;
            let needed = if changes { Scope::Write } else { Scope::Read };
            if !scopes.contains(&needed) {
                return Err(Broken::because(StatusCode::FORBIDDEN, "galat-lingkup"));
            }
            return Ok(Self { who, visit, key });
        }
        if changes && !visit.is_own_call(&parts.headers) {
            return Err(Broken::because(StatusCode::FORBIDDEN, "galat-formulir"));
        }
        Ok(Self {
            who: visit.who(),
            visit,
            key,
        })
    }
}
