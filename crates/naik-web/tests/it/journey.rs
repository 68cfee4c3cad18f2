//! From a photo to a shared kit, without an account and without scripts.

use axum::http::StatusCode;

use crate::site::{Site, between};

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_makes_mends_edits_and_takes_a_kit() {
    let site = Site::new().await;
    let mut owner = site.browser();
    let id = owner.product().await;
    let page = owner.get(&format!("/produk/{id}/foto")).await;
    assert!(
        page.text().contains(&format!("/produk/{id}/asal/")),
        "{}",
        page.text()
    );

    // Six cards: each goes on to the next, one is skipped, the last asks for the kit.
    let cards: [(&str, &[(&str, &str)]); 7] = [
        (
            "nama",
            &[
                ("product.name", "Keripik Tempe Daun Jeruk"),
                ("category", "snack"),
            ],
        ),
        ("harga", &[("price", "18rb"), ("unit", "bungkus")]),
        ("isi", &[("net_weight", "200 gr")]),
        (
            "bahan",
            &[("ingredients", "tempe, tepung beras, daun jeruk, garam")],
        ),
        ("pakai", &[("lewati", "1")]),
        ("izin", &[("pirt", "")]),
        ("toko", &[("shop.name", "Dapur Lastri"), ("city", "Malang")]),
    ];
    let mut place = format!("/produk/{id}/fakta/nama");
    for (card, fields) in cards {
        assert!(place.ends_with(card), "{place}");
        assert_eq!(owner.get(&place).await.status, StatusCode::OK);
        let reply = owner.send(&place, fields).await;
        assert_eq!(
            reply.status,
            StatusCode::SEE_OTHER,
            "{card}: {}",
            reply.text()
        );
        place = reply.to().to_owned();
    }
    assert_eq!(place, format!("/produk/{id}/kit"));
    let waiting = owner.get(&place).await.text();
    assert!(waiting.contains("data-jalan=\"ya\""), "{waiting}");

    site.work().await;
    let kit = owner.get(&place).await.text();
    assert!(kit.contains("data-jalan=\"tidak\""), "{kit}");
    assert!(kit.contains("Rp18.000"), "the price as people say it");
    assert!(kit.contains("200 g"));
    for part in ["white.jpg", "feed.jpg", "ucap proved"] {
        assert!(kit.contains(part), "{part}");
    }

    // A picture of the kit, and the whole as one file.
    let picture = between(&kit, &format!("/produk/{id}/v/1/"), "\"").unwrap();
    let picture = owner.get(&format!("/produk/{id}/v/1/{picture}")).await;
    assert_eq!(picture.status, StatusCode::OK);
    assert!(picture.header("content-type").starts_with("image/"));
    let zip = owner.get(&format!("/produk/{id}/kit.zip")).await;
    assert!(zip.body.starts_with(b"PK"), "{}", zip.status);
    assert!(zip.header("content-disposition").contains("keripik-tempe"));

    // What a stroke would change is seen at once; kept, it makes a new version.
    let photo = between(&kit, &format!("/produk/{id}/rapikan/"), "\"").unwrap();
    assert_eq!(
        owner
            .get(&format!("/produk/{id}/rapikan/{photo}"))
            .await
            .status,
        StatusCode::OK
    );
    let strokes = r#"{"keep":[],"remove":[{"points":[[40,40],[120,60]],"radius":20}]}"#;
    let csrf = owner.csrf.clone();
    let tried = owner
        .call(
            axum::http::Method::POST,
            &format!("/produk/{id}/rapikan/{photo}/coba"),
            &[
                ("content-type", "application/json"),
                ("x-csrf-token", &csrf),
            ],
            strokes.as_bytes().to_vec(),
        )
        .await;
    assert!(tried.body.starts_with(b"\x89PNG"), "{}", tried.text());
    let kept = owner
        .send(
            &format!("/produk/{id}/rapikan/{photo}/simpan"),
            &[("sapuan", strokes), ("kunci", "a")],
        )
        .await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    site.work().await;

    // A sentence that nothing proves is marked as one types, and kept when its owner insists.
    let text = format!("/produk/{id}/teks/instagram");
    assert_eq!(owner.get(&text).await.status, StatusCode::OK);
    let judged = owner
        .send(
            &format!("{text}/jaga"),
            &[("text", "Keripik terbaik se-Malang! Isi 200 g.")],
        )
        .await
        .text();
    assert!(judged.contains("kabar bad"), "{judged}");
    let saved = owner
        .send(
            &text,
            &[("text", "Keripik tempe kami, isi 200 g."), ("kunci", "b")],
        )
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    site.work().await;
    let kit = owner.get(&place).await.text();
    assert!(kit.contains("Keripik tempe kami, isi 200 g."), "{kit}");
    assert!(kit.contains("/kit?versi=1"), "three versions stand");

    // An older version is used again, and the newer ones stay.
    let back = owner
        .send(&format!("/produk/{id}/versi/1/pakai"), &[])
        .await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    let kit = owner.get(&place).await.text();
    assert!(!kit.contains("Keripik tempe kami, isi 200 g."));
    assert_eq!(
        owner.get(&format!("{place}?versi=3")).await.status,
        StatusCode::OK
    );

    for page in ["periksa", "bagikan"] {
        let reply = owner.get(&format!("/produk/{id}/{page}")).await;
        assert_eq!(reply.status, StatusCode::OK, "{page}: {}", reply.text());
        assert!(reply.text().contains("Shopee"), "{page}");
    }
    let list = owner.get("/produk").await.text();
    assert!(
        list.contains("/white.jpg"),
        "the list shows the product on white: {list}"
    );
    assert!(list.contains("Keripik Tempe Daun Jeruk"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kit_asks_for_what_it_lacks() {
    let site = Site::new().await;
    let mut owner = site.browser();
    let id = owner.product().await;
    let reply = owner.send(&format!("/produk/{id}/kit"), &[]).await;
    assert_eq!(reply.to(), format!("/produk/{id}/fakta/nama"));
    let told = owner.get(&format!("/produk/{id}/fakta/nama")).await.text();
    assert!(told.contains("Tulis nama produknya dulu"), "{told}");
    let again = owner.get(&format!("/produk/{id}/fakta/nama")).await.text();
    assert!(!again.contains("Tulis nama produknya dulu"), "said once");
    for page in ["periksa", "bagikan", "kit.zip"] {
        let reply = owner.get(&format!("/produk/{id}/{page}")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_is_chosen_and_remembered() {
    let site = Site::new().await;
    let mut reader = site.browser();
    assert!(reader.get("/").await.text().contains("<html lang=\"id\">"));
    for lang in ["en", "jv", "id"] {
        let reply = reader
            .send("/bahasa", &[("lang", lang), ("back", "/masuk")])
            .await;
        assert_eq!(reply.to(), "/masuk");
        let page = reader.get("/").await.text();
        assert!(page.contains(&format!("<html lang=\"{lang}\">")), "{lang}");
    }
    let away = reader
        .send("/bahasa", &[("lang", "xx"), ("back", "https://jahat.id")])
        .await;
    assert_eq!(away.to(), "/");
    let mut foreign = site.browser();
    let page = foreign
        .call(
            axum::http::Method::GET,
            "/",
            &[("accept-language", "fr, en;q=0.8")],
            Vec::new(),
        )
        .await;
    assert!(page.text().contains("<html lang=\"en\">"));
}
