//! Cek Pesan: pasted, shared, uploaded, asked by a program; and that nothing of it stays.

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::site::{Browser, Reply, Site};

const SCAM: &str = "Permisi kak, ini kurir. Lihat foto paketnya ya: LIHAT_FOTO_PAKET.apk <img src=x onerror=alert(1)>";

async fn check(browser: &mut Browser, text: &str) -> Reply {
    browser.send_parts("/cek", &[("teks", text)], &[]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scam_is_named_and_its_reasons_are_marked() {
    let site = Site::new().await;
    let mut guest = site.browser();
    let page = guest.get("/cek").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("href=\"/cek\" aria-current=\"page\""));

    let reply = check(&mut guest, SCAM).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    assert_eq!(reply.header("cache-control"), "private, no-store");
    let page = reply.text();
    assert!(page.contains("Penipuan</h2>"), "{page}");
    assert!(page.contains("<mark class=\"bahaya\">"), "{page}");
    assert!(page.contains("LIHAT_FOTO_PAKET.apk"));
    assert!(page.contains("id=\"pelajaran\""));
    assert!(page.contains("https://wa.me/?text="));
    assert!(
        page.contains("&lt;img src=x onerror=alert(1)&gt;") && !page.contains("<img src=x"),
        "what is pasted is shown, never run"
    );
    assert!(!site.keeps("LIHAT_FOTO_PAKET"), "nothing pasted is stored");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_word_is_said_of_its_own_kind() {
    let site = Site::new().await;
    let mut guest = site.browser();
    for (text, word) in [
        (
            "SLOT GACOR maxwin hari ini daftar di dewa88 link di bio",
            "judi",
        ),
        (
            "Besok jadi kumpul di rumah bu RT jam tujuh ya",
            "Tampak biasa",
        ),
        ("👍", "Belum tahu"),
    ] {
        let page = check(&mut guest, text).await.text();
        let title = crate::site::between(&page, "id=\"h-putusan\">", "</h2>").unwrap();
        assert!(
            title.to_lowercase().contains(&word.to_lowercase()),
            "{text}: {title}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_message_is_refused_in_words() {
    let site = Site::new().await;
    let mut guest = site.browser();
    let empty = check(&mut guest, " \n ").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text().contains("Belum ada pesannya"));
    let long = check(&mut guest, &"é".repeat(20_001)).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.text().contains("terlalu panjang"));
    let huge = check(&mut guest, &"a".repeat(13_500_000)).await;
    assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
    let most = check(&mut guest, &"\u{301}".repeat(20_000)).await;
    assert_eq!(most.status, StatusCode::OK);
    let turned = check(&mut guest, "\u{202e}terbalik\u{202c} \u{0}nul").await;
    assert_eq!(turned.status, StatusCode::OK);

    // Whether or not this machine can read pictures, what is none is refused in words.
    let files: &[(&str, &str, &[u8])] = &[("gambar", "layar.png", b"bukan gambar")];
    let none = guest.send_parts("/cek", &[("teks", "")], files).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        none.text().contains("tidak bisa dibaca") || none.text().contains("belum bisa membaca"),
        "{}",
        none.text()
    );
    let mut thief = site.browser();
    thief.csrf = "palsu".to_owned();
    assert_eq!(
        check(&mut thief, "halo").await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_has_so_many_turns() {
    let site = Site::new().await;
    let mut guest = site.browser();
    let mut last = StatusCode::OK;
    for _ in 0..60 {
        last = check(&mut guest, "halo").await.status;
        if last != StatusCode::OK {
            break;
        }
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(
        check(&mut site.browser(), "halo").await.status,
        StatusCode::OK
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_app_shares_is_checked_or_begins_a_product() {
    let site = Site::new().await;
    let mut phone = site.browser();
    phone.csrf = "none".to_owned();
    let text = "Surat Undangan Pernikahan.apk 5,2 MB";
    let fields = [("title", "WhatsApp"), ("text", text), ("url", text)];
    let reply = phone.send_parts("/terima", &fields, &[]).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    assert!(reply.text().contains("Penipuan</h2>"));
    assert!(reply.text().contains("name=\"back\" value=\"/cek\""));
    let files: &[(&str, &str, &[u8])] = &[("foto", "a.jpg", crate::site::PHOTO)];
    let photo = phone
        .send_parts("/terima", &[("text", "lihat")], files)
        .await;
    assert!(photo.to().ends_with("/foto"), "{}", photo.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_verdict_keeps_the_message_only_where_its_sender_agrees() {
    let site = Site::new().await;
    let mut guest = site.browser();
    let text = "Undangan rapat RT dikirim 081234567890";
    let quiet = [("teks", text), ("label", "fine")];
    let reply = guest.send_parts("/cek/keliru", &quiet, &[]).await;
    assert_eq!(reply.to(), "/cek", "{}", reply.text());
    assert!(
        guest
            .get("/cek")
            .await
            .text()
            .contains("isi pesannya tidak")
    );
    assert!(!site.keeps("Undangan rapat"));
    assert!(
        site.keeps("\"consent\":false"),
        "that it was wrong is known"
    );

    let agreed = [("teks", text), ("label", "scam"), ("boleh", "1")];
    guest.send_parts("/cek/keliru", &agreed, &[]).await;
    assert!(site.keeps("Undangan rapat RT dikirim 0812########"));
    assert!(!site.keeps("081234567890"), "numbers are masked");

    let odd = guest
        .send_parts("/cek/keliru", &[("teks", "a"), ("label", "x")], &[])
        .await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_gets_what_the_command_line_writes() {
    let site = Site::new().await;
    let mut program = site.browser();
    let kind = [("content-type", "application/json")];
    let mut ask = async |body: serde_json::Value| {
        let body = body.to_string().into_bytes();
        program
            .call(Method::POST, "/api/v1/check", &kind, body)
            .await
    };
    let reply = ask(json!({"id": 7, "text": SCAM})).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    let verdict = reply.json();
    assert_eq!(
        (&verdict["id"], &verdict["label"]),
        (&json!(7), &json!("scam"))
    );
    for key in [
        "score",
        "scores",
        "certainty",
        "reasons",
        "links",
        "match",
        "advice",
    ] {
        assert!(verdict.get(key).is_some(), "{key}: {verdict}");
    }
    // A matched claim speaks of the whole message: the rule's place is the one to look at.
    let place = |verdict: &serde_json::Value| {
        let reasons = verdict["reasons"].as_array().unwrap();
        let rule = reasons.iter().find(|one| one["kind"] == "apk").unwrap();
        [0, 1].map(|at| rule["span"][at].as_u64().unwrap() as usize)
    };
    let [from, to] = place(&verdict);
    assert!(from < to && SCAM.get(from..to).is_some(), "{verdict}");
    let spaced = ask(json!({"text": format!("  \n{SCAM}")})).await.json();
    assert_eq!(
        place(&spaced),
        [from + 3, to + 3],
        "places are those of what was sent"
    );
    assert_eq!(
        ask(json!({"text": ""})).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let document = program.get("/api/v1/openapi.json").await.json();
    assert!(document["paths"]["/api/v1/check"]["post"].is_object());
    assert!(program.get("/api").await.text().contains("/api/v1/check"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shops_own_text_is_looked_at_as_others_would() {
    let site = Site::new().await;
    let mut owner = site.browser();
    let id = owner.product().await;
    owner
        .send(
            &format!("/produk/{id}/fakta/nama"),
            &[("product.name", "Keripik tempe")],
        )
        .await;
    let place = format!("/produk/{id}/teks/instagram/jaga");
    let odd = owner
        .send(
            &place,
            &[("text", "SLOT GACOR maxwin daftar di dewa88 link di bio")],
        )
        .await;
    assert!(
        odd.text().contains("Pembaca bisa mengiranya"),
        "{}",
        odd.text()
    );
    let fine = owner
        .send(
            &place,
            &[("text", "Keripik tempe renyah, pesan lewat chat ya")],
        )
        .await;
    assert_eq!(fine.status, StatusCode::OK);
    assert!(!fine.text().contains("Pembaca bisa mengiranya"));
}
