//! My products and drafts.

use std::str::FromStr;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use minijinja::{Value, context};
use naik_app::platform::kit::Standing;
use naik_core::id::ProductId;
use naik_store::repo::Page;
use naik_store::repo::kit::State as KitState;
use naik_store::repo::photo::Photo;
use naik_store::repo::product::Product;

use super::start::add_all;
use super::{Answer, page};
use crate::app::App;
use crate::fault::Broken;
use crate::front::upload::Photos;
use crate::front::visit::{Visit, wants_json};
use crate::view::kit::ready;
use crate::view::say;

/// The most products on one page.
const SHOWN: u64 = 60;

/// `GET /produk`
pub(crate) async fn list(State(app): State<App>, visit: Visit) -> Answer {
    let all = Page {
        skip: 0,
        take: SHOWN,
    };
    let mut products = Vec::new();
    for (product, standing, photos) in app.platform().my_kits(&visit.who(), all).await? {
        products.push(brief(&visit, &product, &standing, &photos));
    }
    page(
        &visit,
        "produk.html",
        "kit",
        context! { products => products },
    )
}

/// `POST /produk`: begins one; with scripts its photos follow in chunks.
pub(crate) async fn begin(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    photos: Photos,
) -> Answer {
    let who = visit.who();
    let key = if photos.key.is_empty() {
        app.platform().outside.id().to_string()
    } else {
        photos.key.clone()
    };
    let id = app.platform().begin_product(&who, &key).await?;
    if wants_json(&headers) {
        let body = axum::Json(serde_json::json!({ "id": id }));
        return Ok((StatusCode::CREATED, body).into_response());
    }
    add_all(&app, &visit, id, photos).await
}

/// A product in a list: how far it is, and where to go on.
pub(crate) fn brief(
    visit: &Visit,
    product: &Product,
    standing: &Standing,
    photos: &[Photo],
) -> Value {
    let facts = &product.facts.product;
    let id = product.id;
    let last = standing.versions.first().map(|version| version.state);
    let (state, step, href) = match (last, photos.is_empty(), facts.name.is_empty()) {
        (Some(KitState::Making), _, _) => ("making", "kit", format!("/produk/{id}/kit")),
        (Some(KitState::Failed | KitState::Cancelled), _, _) if standing.shown.is_none() => {
            ("failed", "kit", format!("/produk/{id}/kit"))
        }
        (Some(_), _, _) if standing.shown.is_some() => ("done", "kit", format!("/produk/{id}/kit")),
        (_, true, _) => ("draft", "foto", format!("/produk/{id}/foto")),
        (_, false, _) => ("draft", "fakta", format!("/produk/{id}/fakta/nama")),
    };
    // A list shows what it can; the kit's own page says what is wrong with it.
    let kit = standing.shown_kit().ok().flatten();
    let ready = kit.as_ref().map(ready);
    let white = standing
        .files
        .iter()
        .find(|file| file.path.starts_with("photos/") && file.path.ends_with("/white.jpg"));
    let photo = match (white, &standing.shown, photos.first()) {
        (Some(file), Some(version), _) => Some(super::kit::address(id, version.number, &file.path)),
        (_, _, Some(photo)) => Some(super::photos::address(id, photo)),
        _ => None,
    };
    let name = (!facts.name.is_empty()).then(|| facts.name.clone());
    let words = visit.app.words(visit.lang);
    context! {
        id => id.to_string(),
        name => name,
        price => facts.price.map(|price| price.to_string()),
        photo => photo,
        state => state,
        step => step,
        href => href,
        ready => ready,
        when => say::when(words, product.updated_at, visit.app.platform().now(), visit.zone()),
    }
}

/// The id in an address; an address that is none leads nowhere.
pub(crate) fn id<T: FromStr>(text: &str) -> Result<T, Broken> {
    text.parse().map_err(|_| Broken::missing())
}

/// `POST /produk/{p}/hapus`
pub(crate) async fn remove(
    State(app): State<App>,
    visit: Visit,
    axum::extract::Path(product): axum::extract::Path<String>,
    _form: crate::front::form::Form,
) -> Answer {
    let product = id::<ProductId>(&product)?;
    app.platform().remove_product(&visit.who(), product).await?;
    Ok(super::onward_with(
        &visit,
        "/produk",
        "ok.kabar-produk-dihapus",
    ))
}
