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
use crate::front::visit::Visit;

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
        let header = |name: &str| {
            parts
                .headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned)
        };
        let changes = !matches!(parts.method, Method::GET | Method::HEAD);
        let key =
            header("idempotency-key").unwrap_or_else(|| app.platform().outside.id().to_string());
        let key = key.chars().take(100).collect();
        if let Some(value) = header(AUTHORIZATION.as_str()) {
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
        let token = header("x-csrf-token").unwrap_or_default();
        if changes && !visit.is_own(&token) {
            return Err(Broken::because(StatusCode::FORBIDDEN, "galat-formulir"));
        }
        Ok(Self {
            who: visit.who(),
            visit,
            key,
        })
    }
}
