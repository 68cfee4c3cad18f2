//! Photos over a network that comes and goes.

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::site::{Browser, PHOTO, Reply, Site};

async fn begin(browser: &mut Browser, product: &str, size: usize, key: &str) -> Reply {
    let csrf = browser.csrf.clone();
    let body = json!({ "product": product, "name": "foto.jpg", "size": size, "key": key });
    browser
        .call(
            Method::POST,
            "/api/v1/uploads",
            &[
                ("content-type", "application/json"),
                ("x-csrf-token", &csrf),
            ],
            body.to_string().into_bytes(),
        )
        .await
}

async fn chunk(browser: &mut Browser, id: &str, offset: usize, bytes: &[u8]) -> Reply {
    let csrf = browser.csrf.clone();
    browser
        .call(
            Method::PATCH,
            &format!("/api/v1/uploads/{id}"),
            &[
                ("upload-offset", &offset.to_string()),
                ("x-csrf-token", &csrf),
            ],
            bytes.to_vec(),
        )
        .await
}

async fn product(browser: &mut Browser) -> String {
    browser.get("/").await;
    let csrf = browser.csrf.clone();
    let kind = ("content-type", "multipart/form-data; boundary=B");
    let script = ("accept", "application/json");
    let body =
        format!("--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--B--\r\n");
    let reply = browser
        .call(Method::POST, "/produk", &[kind, script], body.into_bytes())
        .await;
    assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text());
    reply.json()["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_arrives_whatever_the_network_does() {
    let site = Site::new().await;
    let mut phone = site.browser();
    let id = product(&mut phone).await;
    let begun = begin(&mut phone, &id, PHOTO.len(), "k1").await;
    assert_eq!(begun.status, StatusCode::CREATED, "{}", begun.text());
    let upload = begun.json()["id"].as_str().unwrap().to_owned();

    let (first, rest) = PHOTO.split_at(30_000);
    assert_eq!(
        chunk(&mut phone, &upload, 0, first).await.status,
        StatusCode::NO_CONTENT
    );
    // The answer was lost, and the chunk is sent again.
    let again = chunk(&mut phone, &upload, 0, first).await;
    assert_eq!(
        (again.status, again.header("upload-offset")),
        (StatusCode::NO_CONTENT, "30000")
    );
    // A gap is refused, and the place to go on from is told.
    let gap = chunk(&mut phone, &upload, 35_000, b"x").await;
    assert_eq!(
        (gap.status, gap.header("upload-offset")),
        (StatusCode::CONFLICT, "30000")
    );
    // The phone was switched off: it begins with the same key, and goes on.
    let resumed = begin(&mut phone, &id, PHOTO.len(), "k1").await;
    assert_eq!(resumed.json()["offset"], 30_000);
    let whole = chunk(&mut phone, &upload, 30_000, rest).await;
    assert_eq!(whole.status, StatusCode::OK, "{}", whole.text());
    let photo = whole.json()["photo"].as_str().unwrap().to_owned();
    let original = phone.get(&format!("/produk/{id}/asal/{photo}")).await;
    assert_eq!(original.body, PHOTO);

    // The same photo under another key is the same photo.
    let twice = begin(&mut phone, &id, PHOTO.len(), "k2").await.json()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let same = chunk(&mut phone, &twice, 0, PHOTO).await;
    assert_eq!(same.json()["photo"], photo.as_str());
    let rows = site
        .platform
        .photos(&who(&phone), id.parse().unwrap())
        .await
        .unwrap();
    assert_eq!(rows.len(), 1);
}

fn who(phone: &Browser) -> naik_core::access::Who {
    let guest = phone.cookies["tamu"].split('.').next().unwrap();
    naik_core::access::Who::Guest(guest.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_photo_is_refused_and_not_kept() {
    let site = Site::new().await;
    let mut phone = site.browser();
    let id = product(&mut phone).await;
    let junk = vec![7_u8; 200_000];
    let upload = begin(&mut phone, &id, junk.len(), "k").await.json()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let refused = chunk(&mut phone, &upload, 0, &junk).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.header("content-type"), "application/problem+json");
    assert!(
        !refused.json()["errors"][0]["text"]
            .as_str()
            .unwrap()
            .is_empty()
    );
    assert!(site.platform.store.blobs().all().await.unwrap().is_empty());
    assert_eq!(
        chunk(&mut phone, &upload, 0, &junk).await.status,
        StatusCode::NOT_FOUND
    );

    for size in [0, 25_000_001] {
        let refused = begin(&mut phone, &id, size, "big").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{size}");
    }
    let large = chunk(&mut phone, &upload, 0, &vec![0; 300_000]).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);

    // The same as a form without scripts: what is wrong is said on the page.
    let form = phone
        .send_photos(&format!("/produk/{id}/foto"), "", &[("a.jpg", &junk)])
        .await;
    assert_eq!(form.status, StatusCode::SEE_OTHER);
    let page = phone.get(&format!("/produk/{id}/foto")).await.text();
    assert!(page.contains("tidak bisa dipakai"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_of_another_leads_nowhere() {
    let site = Site::new().await;
    let (mut phone, mut thief) = (site.browser(), site.browser());
    let id = product(&mut phone).await;
    let upload = begin(&mut phone, &id, PHOTO.len(), "k").await.json()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    thief.get("/").await;
    assert_eq!(
        begin(&mut thief, &id, 10, "k").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        chunk(&mut thief, &upload, 0, PHOTO).await.status,
        StatusCode::NOT_FOUND
    );
    thief.csrf = "made up".to_owned();
    assert_eq!(
        begin(&mut thief, &id, 10, "k").await.status,
        StatusCode::FORBIDDEN
    );
}
