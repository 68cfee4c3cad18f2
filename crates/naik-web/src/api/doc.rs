//! The API's document, and the page that says it in words.

use axum::Json;
use minijinja::{Value, context};
use utoipa::OpenApi;
use utoipa::openapi::path::Operation;

use crate::fault::Problem;
use crate::front::visit::Visit;
use crate::pages::{Answer, page as draw};

/// OpenAPI 3.1.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "NaikKelas",
        description = "Products, photos and kits; messages checked for scams and hoaxes. Every error is a problem as RFC 9457 describes it. A key is made on the account's page and sent as `Authorization: Bearer …`."
    ),
    paths(
        super::check::check,
        super::products::me,
        super::products::list,
        super::products::create,
        super::products::get,
        super::products::patch,
        super::products::kits,
        super::products::order,
        super::products::kit,
        super::uploads::begin,
        super::uploads::state,
        super::uploads::chunk
    ),
    components(schemas(Problem))
)]
struct Document;

/// `GET /api/v1/openapi.json`
pub(crate) async fn json() -> Json<utoipa::openapi::OpenApi> {
    Json(Document::openapi())
}

/// `GET /api`
pub(crate) async fn page(visit: Visit) -> Answer {
    let document = Document::openapi();
    let mut groups: Vec<(String, Vec<Value>)> = Vec::new();
    for (path, item) in &document.paths.paths {
        for (method, operation) in [
            ("GET", &item.get),
            ("POST", &item.post),
            ("PATCH", &item.patch),
        ] {
            let Some(operation) = operation else { continue };
            let group = operation
                .tags
                .as_ref()
                .and_then(|tags| tags.first())
                .cloned()
                .unwrap_or_default();
            let entry = endpoint(method, path, operation);
            match groups.iter_mut().find(|(name, _)| *name == group) {
                Some((_, entries)) => entries.push(entry),
                None => groups.push((group, vec![entry])),
            }
        }
    }
    let groups: Vec<Value> = groups
        .into_iter()
        .map(|(name, endpoints)| context! { name => name, endpoints => endpoints })
        .collect();
    let own = context! { base => format!("{}/api/v1", visit.origin), groups => groups };
    draw(&visit, "api.html", "", own)
}

fn endpoint(method: &str, path: &str, operation: &Operation) -> Value {
    let parameters: Vec<Value> = operation
        .parameters
        .iter()
        .flatten()
        .map(|parameter| {
            let said = serde_json::to_value(parameter).unwrap_or_default();
            let text = |key: &str| said[key].as_str().unwrap_or_default().to_owned();
            context! {
                name => text("name"),
                kind => text("in"),
                required => said["required"].as_bool().unwrap_or(false),
                text => text("description"),
            }
        })
        .collect();
    let replies: Vec<Value> = operation
        .responses
        .responses
        .iter()
        .map(|(code, reply)| {
            let text = serde_json::to_value(reply).unwrap_or_default();
            context! { code => code, text => text["description"].as_str().unwrap_or_default() }
        })
        .collect();
    let scope = match method {
        _ if path == super::CHECK => None,
        "GET" => Some("products:read"),
        _ => Some("products:write"),
    };
    context! {
        method => method,
        path => path,
        summary => operation.summary.clone(),
        description => operation.description.clone(),
        scope => scope,
        parameters => parameters,
        replies => replies,
    }
}
