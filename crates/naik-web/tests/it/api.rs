//! The API, as programs meet it.

use axum::http::{Method, StatusCode};
use naik_core::account::Role;
use serde_json::{Value, json};

use crate::site::{Browser, Reply, Site, between};

async fn call(
    browser: &mut Browser,
    method: Method,
    path: &str,
    key: &str,
    body: Option<Value>,
) -> Reply {
    let bearer = format!("Bearer {key}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
        ("idempotency-key", "once"),
    ];
    let body = body
        .map(|body| body.to_string().into_bytes())
        .unwrap_or_default();
    browser.call(method, path, &headers, body).await
}

async fn key(owner: &mut Browser, scopes: &[&str]) -> String {
    owner.get("/akun").await;
    let mut fields = vec![("bagian", "token"), ("nama_token", "kasir")];
    fields.extend(scopes.iter().map(|scope| ("scope", *scope)));
    let page = owner.send("/akun", &fields).await.text();
    format!("nk_{}", between(&page, ">nk_", "<").unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_makes_a_product_with_a_key() {
    let site = Site::new().await;
    let mut owner = site.signed_in(Role::Owner, "0812 0000 0001", "35.73").await;
    let (write, read) = (
        key(&mut owner, &["products:read", "products:write"]).await,
        key(&mut owner, &["products:read"]).await,
    );
    let mut till = site.browser();
    let me = call(&mut till, Method::GET, "/api/v1/me", &read, None).await;
    assert_eq!(me.json()["role"], "owner");

    let told = json!({ "facts": { "product.name": "Keripik tempe", "price": "15rb" } });
    let made = call(
        &mut till,
        Method::POST,
        "/api/v1/products",
        &write,
        Some(told.clone()),
    )
    .await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let again = call(
        &mut till,
        Method::POST,
        "/api/v1/products",
        &write,
        Some(told.clone()),
    )
    .await;
    assert_eq!(
        again.json()["id"],
        made.json()["id"],
        "the same key begins the same product"
    );
    let refused = call(
        &mut till,
        Method::POST,
        "/api/v1/products",
        &read,
        Some(told),
    )
    .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);

    let id = made.json()["id"].as_str().unwrap().to_owned();
    let bad = json!({ "facts": { "price": "mahal", "warna": "biru" } });
    let bad = call(
        &mut till,
        Method::PATCH,
        &format!("/api/v1/products/{id}"),
        &write,
        Some(bad),
    )
    .await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields: Vec<String> = bad.json()["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["field"].as_str().unwrap().to_owned())
        .collect();
    assert!(
        fields.contains(&"product.price".to_owned()) && fields.contains(&"warna".to_owned()),
        "{fields:?}"
    );

    let list = call(
        &mut till,
        Method::GET,
        "/api/v1/products?limit=1",
        &read,
        None,
    )
    .await
    .json();
    assert_eq!(list["items"][0]["name"], "Keripik tempe");
    assert!(list.get("next").is_none());
    let kit = call(
        &mut till,
        Method::POST,
        &format!("/api/v1/products/{id}/kits"),
        &write,
        None,
    )
    .await;
    assert_eq!(
        kit.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "there is no photo yet"
    );

    for bad in ["", "nk_00", &write[..10]] {
        let reply = call(&mut till, Method::GET, "/api/v1/products", bad, None).await;
        assert_eq!(reply.status, StatusCode::UNAUTHORIZED, "{bad}");
        assert_eq!(reply.header("content-type"), "application/problem+json");
    }
    owner.get("/akun").await;
    let page = owner.get("/akun").await.text();
    let token = between(&page, "name=\"token\" value=\"", "\"").unwrap();
    owner
        .send("/akun", &[("bagian", "token-cabut"), ("token", &token)])
        .await;
    let left: usize = {
        let mut open = 0;
        for one in [&read, &write] {
            let reply = call(&mut till, Method::GET, "/api/v1/me", one, None).await;
            open += usize::from(reply.status == StatusCode::OK);
        }
        open
    };
    assert_eq!(left, 1, "one key was revoked");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_names_every_address() {
    let site = Site::new().await;
    let mut reader = site.browser();
    let document = reader.get("/api/v1/openapi.json").await.json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3."));
    for path in [
        "/api/v1/products",
        "/api/v1/products/{id}",
        "/api/v1/products/{id}/kits",
        "/api/v1/uploads/{id}",
    ] {
        assert!(document["paths"].get(path).is_some(), "{path}");
    }
    let page = reader.get("/api").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("/api/v1/uploads/{id}"));
    let none = reader.get("/api/v1/products/x").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    assert_eq!(none.header("content-type"), "application/problem+json");
    assert_eq!(none.json()["status"], 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_can_be_kept_under_watch() {
    let site = Site::new().await;
    let mut reader = site.browser();
    for path in [
        "/healthz",
        "/readyz",
        "/metrics",
        "/robots.txt",
        "/manifest.webmanifest",
        "/sw.js",
        "/luring",
        "/gaya",
    ] {
        let reply = reader.get(path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
    }
    let style = between(&reader.get("/").await.text(), "href=\"/static/naik.", "\"").unwrap();
    let style = reader.get(&format!("/static/naik.{style}")).await;
    assert!(style.header("cache-control").contains("immutable"));
    assert_eq!(style.header("content-type"), "text/css; charset=utf-8");
}
