//! Hostile input, double clicks, two tabs, ended sessions, other people's addresses.

use axum::http::{Method, StatusCode};
use naik_core::account::Role;

use crate::site::{PHOTO, Site, between};

/// Texts that break what is careless.
const HOSTILE: [&str; 7] = [
    "<script>alert(1)</script>",
    "'; DROP TABLE product; --",
    "../../../etc/passwd",
    "\u{202e}terbalik\u{202c} \u{200b}",
    "{{ 7 * 7 }} {% raw %}",
    "a\0b",
    "💥🦖 \u{0301}\u{0301}\u{0301}",
];

#[tokio::test(flavor = "multi_thread")]
async fn hostile_facts_are_text_and_nothing_else() {
    let site = Site::new().await;
    let mut owner = site.browser();
    let id = owner.product().await;
    for text in HOSTILE {
        let long = text.repeat(40);
        for typed in [text, long.as_str()] {
            let fields = [("product.name", typed), ("category", typed)];
            let reply = owner
                .send(&format!("/produk/{id}/fakta/nama"), &fields)
                .await;
            let fine = matches!(
                reply.status,
                StatusCode::SEE_OTHER | StatusCode::UNPROCESSABLE_ENTITY
            );
            assert!(fine, "{text}: {}", reply.status);
            let page = owner.get(&format!("/produk/{id}/fakta/nama")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.text().contains("<script>alert"), "{text}");
            assert!(
                !page.text().contains(" 49 "),
                "a template is never made of what is typed"
            );
        }
        let price = owner
            .send(&format!("/produk/{id}/fakta/harga"), &[("price", text)])
            .await;
        assert_eq!(price.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
    }
    assert_eq!(owner.get("/produk").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_price_costs_nothing_else() {
    let site = Site::new().await;
    let mut owner = site.browser();
    let id = owner.product().await;
    let place = format!("/produk/{id}/fakta/harga");
    let reply = owner
        .send(&place, &[("price", "delapan belas"), ("unit", "bungkus")])
        .await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.text();
    assert!(
        page.contains("delapan belas"),
        "what was typed stands there to be mended"
    );
    let page = owner.get(&place).await.text();
    assert!(page.contains("value=\"bungkus\""), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_that_are_none_lead_to_a_page_that_helps() {
    let site = Site::new().await;
    let mut reader = site.browser();
    for path in [
        "/tidak-ada",
        "/produk/x/foto",
        "/produk/00000000-0000-0000-0000-000000000000/kit",
        "/produk/../../etc/passwd",
        "/produk/%00/foto",
        "/static/../Cargo.toml",
        "/static/%2e%2e/x",
        "/kartu/tidak-ada",
        "/admin/apa",
    ] {
        let reply = reader.get(path).await;
        assert!(reply.status.is_client_error(), "{path}: {}", reply.status);
        if !path.starts_with("/static") {
            assert!(reply.text().contains("<html"), "{path}");
        }
        let text = reply.text();
        assert!(
            !text.contains("panicked") && !text.contains("src/"),
            "{path}: {text}"
        );
    }
    let reply = reader
        .call(Method::DELETE, "/produk", &[], Vec::new())
        .await;
    assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strange_product_is_not_there_and_the_attempt_is_written_down() {
    let site = Site::new().await;
    let (mut owner, mut thief) = (site.browser(), site.browser());
    let id = owner.product().await;
    thief.get("/").await;
    for path in [
        "foto",
        "fakta/nama",
        "kit",
        "kit/bagian",
        "kit/alir",
        "periksa",
        "bagikan",
        "kit.zip",
    ] {
        let reply = thief.get(&format!("/produk/{id}/{path}")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["fakta/nama", "kit", "kit/batal", "hapus", "teks/instagram"] {
        let reply = thief
            .send(
                &format!("/produk/{id}/{path}"),
                &[("name", "x"), ("text", "x")],
            )
            .await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
    }
    let page = naik_store::repo::Page { skip: 0, take: 50 };
    let subject = format!("product:{id}");
    let log = naik_store::repo::audit::list(site.platform.store.db(), Some(&subject), page)
        .await
        .unwrap();
    assert!(
        log.len() >= 10 && log.iter().all(|entry| entry.outcome == "refused"),
        "{}",
        log.len()
    );
    assert_eq!(
        owner.get(&format!("/produk/{id}/foto")).await.status,
        StatusCode::OK
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn another_sites_page_changes_nothing() {
    let site = Site::new().await;
    let mut owner = site.browser();
    let id = owner.product().await;
    let path = format!("/produk/{id}/hapus");
    let kind = ("content-type", "application/x-www-form-urlencoded");
    let csrf = format!("csrf={}", owner.csrf);
    for header in [
        ("origin", "https://jahat.id"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let reply = owner
            .call(
                Method::POST,
                &path,
                &[kind, header],
                csrf.clone().into_bytes(),
            )
            .await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{header:?}");
    }
    for token in ["", "00", &"0".repeat(64)] {
        let reply = owner.send_raw(&path, &[("csrf", token)]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{token}");
    }
    let own = owner
        .call(
            Method::POST,
            &path,
            &[kind, ("origin", "https://naik.example")],
            csrf.into_bytes(),
        )
        .await;
    assert_eq!(own.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_counts_once() {
    let site = Site::new().await;
    let mut owner = site.browser();
    owner.get("/").await;
    let first = owner
        .send_photos("/produk", "same", &[("a.jpg", PHOTO)])
        .await;
    let second = owner
        .send_photos("/produk", "same", &[("a.jpg", PHOTO)])
        .await;
    assert_eq!(first.to(), second.to());
    let id = between(first.to(), "/produk/", "/foto").unwrap();
    owner
        .send(
            &format!("/produk/{id}/fakta/nama"),
            &[("product.name", "Keripik")],
        )
        .await;
    for _ in 0..3 {
        let reply = owner
            .send(&format!("/produk/{id}/kit"), &[("kunci", "k")])
            .await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER);
    }
    // Another tab asks as well, while the first kit waits.
    owner
        .send(&format!("/produk/{id}/kit"), &[("kunci", "other tab")])
        .await;
    let counts = site.platform.job_counts().await.unwrap();
    let waiting = counts
        .iter()
        .find(|(state, _)| state.key() == "waiting")
        .unwrap()
        .1;
    assert_eq!(waiting, 1);

    let stopped = owner.send(&format!("/produk/{id}/kit/batal"), &[]).await;
    assert_eq!(stopped.status, StatusCode::SEE_OTHER);
    let page = owner.get(&format!("/produk/{id}/kit")).await.text();
    assert!(page.contains("data-jalan=\"tidak\""), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_outlives_its_session() {
    let site = Site::new().await;
    let mut sri = site.browser();
    let id = sri.product().await;
    let account = [
        ("nama", "Sri"),
        ("kontak", "sri@contoh.id"),
        ("sandi", "kucing di atas genteng"),
        ("izin", "service"),
    ];
    assert_eq!(sri.send("/daftar", &account).await.to(), "/produk");
    let place = format!("/produk/{id}/fakta/bahan");
    sri.get(&place).await;
    site.wait(31 * 24 * 3_600_000);
    let story = "Diiris satu per satu, digoreng dua kali";
    let sent = sri.send(&place, &[("process", story)]).await;
    assert_eq!(sent.to(), "/masuk");
    sri.get("/masuk").await;
    let entered = sri
        .send(
            "/masuk",
            &[
                ("kontak", "sri@contoh.id"),
                ("sandi", "kucing di atas genteng"),
            ],
        )
        .await;
    assert_eq!(entered.to(), "/titipan");
    let waited = sri.get("/titipan").await.text();
    assert!(
        waited.contains(story) && waited.contains(&format!("action=\"{place}\"")),
        "{waited}"
    );
    assert!(
        sri.get("/titipan").await.text().contains(story),
        "looking at it loses nothing"
    );
    let id = waited.split("name=\"titipan\" value=\"").nth(1).unwrap();
    let id = id.split('"').next().unwrap().to_owned();
    assert_eq!(
        sri.send(&place, &[("process", story), ("titipan", &id)])
            .await
            .status,
        StatusCode::SEE_OTHER
    );
    assert!(sri.get(&place).await.text().contains(story));
    assert_eq!(
        sri.get("/titipan").await.status,
        StatusCode::NOT_FOUND,
        "what was sent again waits no longer"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_jumps_ends_nothing_early() {
    let site = Site::new().await;
    let mut owner = site.browser();
    let id = owner.product().await;
    site.wait(-3 * 24 * 3_600_000);
    assert_eq!(
        owner.get(&format!("/produk/{id}/foto")).await.status,
        StatusCode::OK
    );
    assert_eq!(owner.get("/produk").await.status, StatusCode::OK);
    site.wait(6 * 24 * 3_600_000);
    assert_eq!(
        owner.get(&format!("/produk/{id}/foto")).await.status,
        StatusCode::OK
    );
    site.wait(60 * 24 * 3_600_000);
    let ended = owner.get(&format!("/produk/{id}/foto")).await;
    assert_eq!(ended.status, StatusCode::NOT_FOUND, "a guest's draft ends");
    let swept = site.platform.sweep().await.unwrap();
    assert!(swept.rows >= 1 && swept.files == 1, "{swept:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_someone_is_about_to_need_outlives_an_erasure() {
    let site = Site::new().await;
    let platform = &site.platform;
    let mut sri = site.signed_in(Role::Owner, "081200000001", "35.73").await;
    sri.product().await;
    let mut budi = site.signed_in(Role::Owner, "081200000002", "35.73").await;
    // Budi's upload has kept the same bytes; its row is still to be written.
    let blobs = platform.store.blobs();
    let kept = blobs.put(PHOTO.into(), platform.now()).await.unwrap();
    let owner = platform.find_person("081200000001").await.unwrap();
    let gone = platform.erase_person(owner.id).await.unwrap();
    assert_eq!(gone.files, 1, "it is told, and goes later");
    assert!(blobs.get(&kept).await.is_ok());
    budi.product().await;
    let swept = platform.sweep_files(i64::MAX).await.unwrap();
    assert_eq!(swept.files, 0, "it is needed by now");
    let owner = platform.find_person("081200000002").await.unwrap();
    platform.erase_person(owner.id).await.unwrap();
    let young = blobs.kept_at(&kept).await.unwrap().unwrap();
    assert_eq!(platform.sweep_files(young).await.unwrap().files, 0);
    assert_eq!(platform.sweep_files(young + 1).await.unwrap().files, 1);
    assert!(blobs.kept_at(&kept).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_says_what_a_browser_may_do_with_it() {
    let site = Site::new().await;
    let mut reader = site.browser();
    for path in ["/", "/masuk", "/tidak-ada", "/api/v1/openapi.json"] {
        let reply = reader.get(path).await;
        assert!(
            reply
                .header("content-security-policy")
                .contains("default-src 'self'"),
            "{path}"
        );
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
    }
    let mut fresh = site.browser();
    let first = fresh.get("/").await;
    let set = first.header("set-cookie");
    for part in ["HttpOnly", "Secure", "SameSite=Lax"] {
        assert!(set.contains(part), "{set}");
    }
}
