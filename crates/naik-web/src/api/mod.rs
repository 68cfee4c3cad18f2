//! The API, under `/api/v1`, for programs; and what keeps a server under watch.

pub(crate) mod check;
pub(crate) mod doc;
pub(crate) mod health;
pub(crate) mod key;
pub(crate) mod products;
pub(crate) mod uploads;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

/// Where messages are judged: a call that changes nothing, though it carries a body.
pub(crate) const CHECK: &str = "/api/v1/check";

/// The API's addresses.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/api", get(doc::page))
        .route("/api/v1/openapi.json", get(doc::json))
        .route("/api/v1/me", get(products::me))
        .route(CHECK, post(check::check))
        .route(
            "/api/v1/products",
            get(products::list).post(products::create),
        )
        .route(
            "/api/v1/products/{id}",
            get(products::get).patch(products::patch),
        )
        .route(
            "/api/v1/products/{id}/kits",
            get(products::kits).post(products::order),
        )
        .route("/api/v1/products/{id}/kits/{number}", get(products::kit))
        .route("/api/v1/uploads", post(uploads::begin))
        .route(
            "/api/v1/uploads/{id}",
            get(uploads::state)
                .head(uploads::state)
                .patch(uploads::chunk),
        )
}
