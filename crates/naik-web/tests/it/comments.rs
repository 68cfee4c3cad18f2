//! Komentar: pasted and uploaded lists, the shop's allow-list, ten thousand at once.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use naik_core::account::Role;
use naik_core::encode::percent;

use crate::site::{Site, between};

const SPAM: &str = "SLOT GACOR maxwin hari ini daftar di dewa88 link di bio";

#[tokio::test(flavor = "multi_thread")]
async fn pasted_comments_are_sorted_into_hide_and_keep() {
    let site = Site::new().await;
    let mut guest = site.browser();
    assert_eq!(guest.get("/komentar").await.status, StatusCode::OK);
    let text =
        format!("Enak banget keripiknya kak!\n{SPAM}\n<script>alert(1)</script>\n=1+1 {SPAM}");
    let reply = guest
        .send_parts("/komentar", &[("komentar", &text)], &[])
        .await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    assert_eq!(reply.header("cache-control"), "private, no-store");
    let page = reply.text();
    assert!(page.contains("<p class=\"angka\">2<small>dari 4"), "{page}");
    assert!(!page.contains("<script>alert"), "shown, never run");
    let hide = between(&page, "id=\"h-sembunyi\"", "</section>").unwrap();
    assert!(hide.contains("dewa88") && hide.contains("baris 2") && !hide.contains("keripiknya"));
    let csv = between(&page, "href=\"data:text/csv;charset=utf-8,", "\"").unwrap();
    assert!(
        csv.contains(&percent(&format!("\"'=1+1 {SPAM}\""), b"")),
        "{csv}"
    );
    assert!(!csv.contains("keripiknya"));
    // A long list is a file of its own, not megabytes of a page.
    let many = format!("{SPAM}\n").repeat(2_000);
    let page = guest
        .send_parts("/komentar", &[("komentar", &many)], &[])
        .await;
    assert!(page.body.len() < 400_000, "{}", page.body.len());
    let page = page.text();
    assert!(!page.contains("data:text/csv") && page.contains("name=\"unduh\""));
    let file = guest
        .send_parts("/komentar", &[("komentar", &many), ("unduh", "1")], &[])
        .await;
    assert!(
        file.header("content-disposition")
            .contains("komentar-disembunyikan.csv")
    );
    assert_eq!(file.text().lines().count(), 2_001);
}

#[tokio::test(flavor = "multi_thread")]
async fn exports_of_every_kind_are_read() {
    let site = Site::new().await;
    let mut guest = site.browser();
    let csv = format!("username;comment\nx1;{SPAM}\nbudi;enak\n");
    let json = format!("[{{\"text\":\"{SPAM}\",\"username\":\"x1\"}},{{\"text\":\"enak\"}}]");
    for file in [csv.as_str(), &json, &format!("{SPAM}\nenak\n")] {
        let files: &[(&str, &str, &[u8])] = &[("berkas", "ekspor", file.as_bytes())];
        let page = guest
            .send_parts("/komentar", &[("komentar", "")], files)
            .await
            .text();
        assert!(
            page.contains("<p class=\"angka\">1<small>dari 2"),
            "{file}: {page}"
        );
    }
    for file in [b"%PDF-1.4".as_slice(), b"\x89PNG\r\n", b" \n"] {
        let files: &[(&str, &str, &[u8])] = &[("berkas", "ekspor", file)];
        let reply = guest.send_parts("/komentar", &[], files).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{file:?}");
        assert!(reply.text().contains("id=\"komentar-salah\""), "{file:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shops_words_are_kept_and_a_guests_are_not() {
    let site = Site::new().await;
    let mut owner = site.signed_in(Role::Owner, "0812 0000 0001", "35.73").await;
    let fields = [("komentar", SPAM), ("boleh", " Dewa88 \n@sri\n")];
    let page = owner.send_parts("/komentar", &fields, &[]).await.text();
    assert!(page.contains("<p class=\"angka\">0<small>dari 1"), "{page}");
    assert!(page.contains("lolos karena &quot;dewa88&quot;"), "{page}");
    let empty = owner.get("/komentar").await.text();
    assert!(empty.contains("@sri\ndewa88</textarea>"), "{empty}");
    // A word that is taken out again is gone.
    owner
        .send_parts(
            "/komentar",
            &[
                ("komentar", "a"),
                ("boleh", "@sri"),
                ("boleh-asal", "@sri\ndewa88"),
            ],
            &[],
        )
        .await;
    assert!(!owner.get("/komentar").await.text().contains("dewa88"));
    let long = "a".repeat(61);
    let bad = owner
        .send_parts("/komentar", &[("komentar", "a"), ("boleh", &long)], &[])
        .await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        owner
            .get("/komentar")
            .await
            .text()
            .contains("@sri</textarea>")
    );

    // A page that was opened before signing in knew no words, and wipes none.
    owner
        .send_parts("/komentar", &[("komentar", "a"), ("boleh", "")], &[])
        .await;
    assert!(
        owner
            .get("/komentar")
            .await
            .text()
            .contains("@sri</textarea>")
    );

    let mut guest = site.browser();
    guest.send_parts("/komentar", &fields, &[]).await;
    assert!(!guest.get("/komentar").await.text().contains("@sri"));
    let mut other = site.signed_in(Role::Owner, "0812 0000 0002", "35.73").await;
    assert!(!other.get("/komentar").await.text().contains("@sri"));
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_comments_hold_up_no_page() {
    let site = Site::new().await;
    let mut guest = site.browser();
    // What the first one reads is read before the time is taken.
    guest
        .send_parts("/komentar", &[("komentar", "halo")], &[])
        .await;
    let list: String = (0..10_000)
        .map(|n| match n % 10 {
            0 => format!("{SPAM} {n}\n"),
            _ => format!("Keripiknya enak, pesan {n} bungkus ya kak\n"),
        })
        .collect();
    let mut reader = site.browser();
    let sorting = tokio::spawn(async move {
        guest
            .send_parts("/komentar", &[("komentar", &list)], &[])
            .await
    });
    let mut slowest = Duration::ZERO;
    while !sorting.is_finished() {
        let asked = Instant::now();
        assert_eq!(reader.get("/masuk").await.status, StatusCode::OK);
        slowest = slowest.max(asked.elapsed());
    }
    let reply = sorting.await.unwrap();
    assert_eq!(reply.status, StatusCode::OK);
    let page = reply.text();
    assert!(page.contains("<p class=\"angka\">1000<small>dari 10000"));
    assert!(page.contains("dan 800 lagi di daftar CSV"));
    assert!(slowest < Duration::from_secs(5), "{slowest:?}");
}
