//! Whether the server lives, whether it can work, what was measured; and what happens when a handler breaks.

use std::any::Any;
use std::net::SocketAddr;
use std::time::Instant;

use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::fault::PLAIN;

/// `GET /healthz`: the process lives.
pub(crate) async fn alive() -> impl IntoResponse {
    ([(CACHE_CONTROL, "no-store")], "ok\n")
}

/// `GET /readyz`: the database answers.
pub(crate) async fn ready(State(app): State<App>) -> Response {
    match app.platform().store.ping().await {
        Ok(()) => ([(CACHE_CONTROL, "no-store")], "ready\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "database\n").into_response()
        }
    }
}

/// `GET /metrics`, for Prometheus on the same machine; from elsewhere when the settings allow it.
pub(crate) async fn metrics(State(app): State<App>, request: Request) -> Response {
    let near = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .is_some_and(|from| from.0.ip().is_loopback());
    if !near && !app.settings().open_metrics {
        return StatusCode::NOT_FOUND.into_response();
    }
    if let Ok(counts) = app.platform().job_counts().await {
        for (state, count) in counts {
            metrics::gauge!("naikkelas_jobs", "state" => state.key()).set(count as f64);
        }
    }
    let kind = "text/plain; version=0.0.4; charset=utf-8";
    ([(CONTENT_TYPE, kind)], app.metrics()).into_response()
}

/// Counts and times each answer, by the pattern of its address: never by ids of people.
pub(crate) async fn count(request: Request, next: Next) -> Response {
    let started = Instant::now();
    // Any word can be a method: only known ones become a series of their own.
    let method = match request.method().as_str() {
        known @ ("GET" | "HEAD" | "POST" | "PATCH" | "OPTIONS") => known.to_owned(),
        _ => "other".to_owned(),
    };
    let path = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("other", MatchedPath::as_str)
        .to_owned();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let took = started.elapsed();
    let labels = [
        ("method", method.clone()),
        ("path", path.clone()),
        ("status", status.to_string()),
    ];
    metrics::counter!("naikkelas_http_requests_total", &labels).increment(1);
    metrics::histogram!("naikkelas_http_seconds", "path" => path.clone())
        .record(took.as_secs_f64());
    tracing::info!(
        method,
        path,
        status,
        ms = took.as_millis() as u64,
        "answered"
    );
    response
}

/// A handler broke: the server goes on, and no trace reaches anyone.
pub(crate) fn panicked(_reason: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler broke");
    let kind = [(CONTENT_TYPE, "text/html; charset=utf-8")];
    (StatusCode::INTERNAL_SERVER_ERROR, kind, PLAIN).into_response()
}
