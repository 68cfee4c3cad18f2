//! Products and their kits, for programs.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use naik_app::facts::tell;
use naik_app::platform::kit::Wish;
use naik_core::access::{Action, Who};
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_store::repo::Page;
use naik_store::repo::kit::{State as KitState, Version};
use naik_store::repo::product::Product;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::key::Caller;
use crate::app::App;
use crate::fault::{Broken, sentence};
use crate::pages::kit::address;
use crate::pages::products::id as product_id;

/// Rows of one page, at most.
const ROWS: u64 = 100;

/// Which part of a list.
#[derive(Deserialize, IntoParams)]
pub(crate) struct Asked {
    /// Rows to skip.
    #[serde(default)]
    offset: u64,
    /// Rows to take, 1 to 100.
    #[serde(default = "fifty")]
    limit: u64,
}

fn fifty() -> u64 {
    50
}

/// Who calls.
#[derive(Serialize, ToSchema)]
pub(crate) struct Me {
    /// `guest` or a role.
    role: String,
    /// The person's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

/// A product.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProductOut {
    id: String,
    name: String,
    /// Facts by their keys, as people write them.
    facts: serde_json::Value,
    /// Counts changes.
    revision: i32,
    /// Unix milliseconds.
    updated_at: i64,
}

impl From<Product> for ProductOut {
    fn from(product: Product) -> Self {
        Self {
            id: product.id.to_string(),
            name: product.facts.product.name.clone(),
            facts: serde_json::to_value(&product.facts).unwrap_or_default(),
            revision: product.revision,
            updated_at: product.updated_at,
        }
    }
}

/// A part of the list of products.
#[derive(Serialize, ToSchema)]
pub(crate) struct Products {
    items: Vec<ProductOut>,
    /// Where the next part begins; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<u64>,
}

/// Facts to tell: `{"product.name": "Keripik tempe", "price": "15rb"}`; an empty text clears one.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Told {
    /// Facts by their keys.
    #[serde(default)]
    facts: std::collections::BTreeMap<String, String>,
}

/// A version of a kit.
#[derive(Serialize, ToSchema)]
pub(crate) struct KitOut {
    /// 1, 2, 3 ...
    number: i32,
    /// `making`, `made`, `failed` or `cancelled`.
    state: String,
    /// What was asked for.
    reason: String,
    /// Unix milliseconds.
    created_at: i64,
    /// Addresses of its files, once it is made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<String>,
}

impl From<&Version> for KitOut {
    fn from(version: &Version) -> Self {
        Self {
            number: version.number,
            state: version.state.key().to_owned(),
            reason: version.reason.clone(),
            created_at: version.created_at,
            files: Vec::new(),
        }
    }
}

/// Who calls.
#[utoipa::path(get, path = "/api/v1/me", tag = "me", responses((status = 200, body = Me)))]
pub(crate) async fn me(caller: Caller) -> Json<Me> {
    Json(match caller.who {
        Who::Guest(_) => Me {
            role: "guest".to_owned(),
            id: None,
        },
        Who::Person(member) => Me {
            role: member.role.key().to_owned(),
            id: Some(member.id.to_string()),
        },
    })
}

/// The caller's products, the last changed first.
#[utoipa::path(get, path = "/api/v1/products", tag = "products", params(Asked),
    responses((status = 200, body = Products)))]
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(asked): Query<Asked>,
) -> Result<Json<Products>, Broken> {
    let limit = asked.limit.clamp(1, ROWS);
    let page = Page {
        skip: asked.offset.min(1_000_000),
        take: limit + 1,
    };
    let mut rows = app.platform().my_products(&caller.who, page).await?;
    let more = rows.len() as u64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(Json(Products {
        items: rows.into_iter().map(ProductOut::from).collect(),
        next: more.then(|| asked.offset.saturating_add(limit)),
    }))
}

/// Begins a product, with what is known of it.
#[utoipa::path(post, path = "/api/v1/products", tag = "products", request_body = Told,
    params(("Idempotency-Key" = Option<String>, Header, description = "The same key begins the same product")),
    responses((status = 201, body = ProductOut), (status = 422, description = "A fact can't be read")))]
pub(crate) async fn create(
    State(app): State<App>,
    caller: Caller,
    Json(told): Json<Told>,
) -> Result<Response, Broken> {
    let mut facts = Facts::default();
    read(&caller, &mut facts, &told)?;
    let id = app
        .platform()
        .begin_product(&caller.who, &caller.key)
        .await?;
    let found = keep(&app, &caller, id, &told).await?;
    Ok((StatusCode::CREATED, Json(ProductOut::from(found))).into_response())
}

/// A product.
#[utoipa::path(get, path = "/api/v1/products/{id}", tag = "products",
    params(("id" = String, Path, description = "The product's id")),
    responses((status = 200, body = ProductOut), (status = 404, description = "No such product, or not the caller's")))]
pub(crate) async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<ProductOut>, Broken> {
    let id = product_id(&id)?;
    let found = app
        .platform()
        .reach(&caller.who, id, Action::SeeProduct)
        .await?;
    Ok(Json(found.into()))
}

/// Tells facts about a product.
#[utoipa::path(patch, path = "/api/v1/products/{id}", tag = "products", request_body = Told,
    params(("id" = String, Path, description = "The product's id")),
    responses((status = 200, body = ProductOut), (status = 409, description = "Changed in between: read it again"),
        (status = 422, description = "A fact can't be read; nothing was changed")))]
pub(crate) async fn patch(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    Json(told): Json<Told>,
) -> Result<Json<ProductOut>, Broken> {
    let id = product_id(&id)?;
    let found = keep(&app, &caller, id, &told).await?;
    Ok(Json(found.into()))
}

/// Reads facts into what is known; one that can't be read refuses all.
fn read(caller: &Caller, facts: &mut Facts, told: &Told) -> Result<(), Broken> {
    let mut pairs = Vec::new();
    let mut wrong = Vec::new();
    for (key, text) in &told.facts {
        match Fact::parse(key) {
            Some(fact) => pairs.push((fact, text.as_str())),
            None => wrong.push((
                key.clone(),
                caller.visit.say("galat-fakta", &[("kunci", key)]),
            )),
        }
    }
    for notice in tell(facts, pairs) {
        let field = notice
            .message
            .args
            .iter()
            .find(|(name, _)| name == "fact")
            .map_or_else(String::new, |(_, fact)| fact.clone());
        wrong.push((field, sentence(&caller.visit, &notice.message)));
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Broken::fields(wrong))
    }
}

async fn keep(
    app: &App,
    caller: &Caller,
    id: naik_core::id::ProductId,
    told: &Told,
) -> Result<Product, Broken> {
    let platform = app.platform();
    let found = platform.reach(&caller.who, id, Action::EditProduct).await?;
    let mut facts = found.facts.clone();
    read(caller, &mut facts, told)?;
    if facts == found.facts {
        return Ok(found);
    }
    platform
        .tell_facts(&caller.who, id, found.revision, &facts)
        .await?;
    Ok(platform.reach(&caller.who, id, Action::SeeProduct).await?)
}

/// Versions of a product's kit, newest first.
#[utoipa::path(get, path = "/api/v1/products/{id}/kits", tag = "kits",
    params(("id" = String, Path, description = "The product's id")),
    responses((status = 200, body = Vec<KitOut>)))]
pub(crate) async fn kits(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<Vec<KitOut>>, Broken> {
    let id = product_id(&id)?;
    let (_, standing) = app.platform().standing(&caller.who, id, None).await?;
    Ok(Json(standing.versions.iter().map(KitOut::from).collect()))
}

/// Asks for a kit.
#[utoipa::path(post, path = "/api/v1/products/{id}/kits", tag = "kits",
    params(("id" = String, Path, description = "The product's id"),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key asks for the same kit")),
    responses((status = 202, body = KitOut), (status = 422, description = "A photo or the name is missing")))]
pub(crate) async fn order(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Broken> {
    let id = product_id(&id)?;
    let wish = Wish::default();
    let platform = app.platform();
    let ordered = platform
        .order_kit(&caller.who, id, wish, caller.visit.lang, &caller.key)
        .await?;
    let (_, standing) = platform.standing(&caller.who, id, None).await?;
    let version = standing.versions.iter().find(|one| one.id == ordered);
    let version = version.ok_or_else(Broken::missing)?;
    Ok((StatusCode::ACCEPTED, Json(KitOut::from(version))).into_response())
}

/// A version of a product's kit with its files.
#[utoipa::path(get, path = "/api/v1/products/{id}/kits/{number}", tag = "kits",
    params(("id" = String, Path, description = "The product's id"), ("number" = i32, Path, description = "The version")),
    responses((status = 200, body = KitOut), (status = 404, description = "No such version")))]
pub(crate) async fn kit(
    State(app): State<App>,
    caller: Caller,
    Path((id, number)): Path<(String, i32)>,
) -> Result<Json<KitOut>, Broken> {
    let id = product_id(&id)?;
    let (_, standing) = app
        .platform()
        .standing(&caller.who, id, Some(number))
        .await?;
    let version = standing.shown.as_ref().ok_or_else(Broken::missing)?;
    let mut out = KitOut::from(version);
    if version.state == KitState::Made {
        out.files = standing
            .files
            .iter()
            .map(|file| format!("{}{}", caller.visit.origin, address(id, number, &file.path)))
            .collect();
    }
    Ok(Json(out))
}
