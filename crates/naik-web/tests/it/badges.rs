//! Badges through the real site: given, shown as far as the owner lets them, checked, taken back.

use axum::http::StatusCode;
use naik_app::platform::badge::{About, Award};
use naik_core::account::{Purpose, Role};
use naik_core::id::BadgeId;
use naik_core::lang::Lang;
use naik_core::programme::level::Level;

use crate::growth::{open_shop, shop_id};
use crate::site::{Browser, Site};

pub(crate) async fn give(site: &Site, until: Option<jiff::civil::Date>) -> BadgeId {
    let award = Award {
        shop: shop_id(1),
        about: About::Level(Level::new(3).unwrap()),
        since: jiff::civil::date(2026, 11, 3),
        until,
    };
    let change = site.platform.store.begin().await.unwrap();
    let words = naik_web::words(Lang::Id);
    let id = site
        .platform
        .issue_badge(&change, &words, award)
        .await
        .unwrap();
    change.commit().await.unwrap();
    id
}

/// What the desk says about a badge that someone brings.
async fn checked(browser: &mut Browser, text: &str) -> String {
    browser.get("/lencana").await;
    let reply = browser.send_parts("/lencana", &[("teks", text)], &[]).await;
    reply.text()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_badge_is_given_once_and_anyone_can_check_it() {
    let site = Site::new().await;
    open_shop(&site, 1, &[]).await;
    let id = give(&site, Some(jiff::civil::date(2027, 1, 31))).await;
    assert_eq!(give(&site, Some(jiff::civil::date(2027, 1, 31))).await, id);
    let mut anyone = site.browser();
    let page = anyone.get(&format!("/lencana/{id}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let page = page.text();
    assert!(page.contains("Asli dan berlaku") && page.contains("Level 3: Terhubung"));
    // Its owner has not let it be named.
    assert!(!page.contains("Toko 1") && page.contains("Nama tidak ditampilkan"));
    let json = anyone.get(&format!("/lencana/{id}.json")).await;
    assert_eq!(json.header("content-type"), "application/json");
    let text = json.text();
    assert!(!text.contains("Toko 1"));
    let badge = json.json();
    assert_eq!(badge["type"][1], "OpenBadgeCredential");
    assert_eq!(badge["proof"]["cryptosuite"], "eddsa-jcs-2022");
    assert_eq!(badge["validUntil"], "2027-01-31T16:59:59Z");
    assert!(
        checked(&mut anyone, &text)
            .await
            .contains("Asli dan berlaku")
    );
    let changed = text.replace("Terhubung", "Tumbuh");
    assert!(
        checked(&mut anyone, &changed)
            .await
            .contains("sudah diubah setelah ditandatangani")
    );
    assert!(
        checked(&mut anyone, "bukan lencana")
            .await
            .contains("belum terbaca")
    );
    assert!(
        checked(&mut anyone, "")
            .await
            .contains("Tempel isi lencana")
    );
    let file = anyone
        .send_parts(
            "/lencana",
            &[],
            &[("berkas", "lencana.json", text.as_bytes())],
        )
        .await;
    assert!(file.text().contains("Asli dan berlaku"));
    // Days later the level's evidence has ended.
    site.wait(70 * 24 * 3_600_000);
    assert!(
        checked(&mut anyone, &text)
            .await
            .contains("Sudah habis masanya")
    );
    for path in [
        "/lencana/x",
        "/lencana/x.json",
        "/lencana/00000000-0000-0000-0000-000000000001",
    ] {
        assert_eq!(
            anyone.get(path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn old_keys_stay_and_new_ones_sign() {
    let site = Site::new().await;
    open_shop(&site, 1, &[]).await;
    let id = give(&site, None).await;
    let mut anyone = site.browser();
    let text = anyone.get(&format!("/lencana/{id}.json")).await.text();
    let before = anyone.get("/lencana/penerbit.json").await.json();
    site.wait(60_000);
    site.platform.rotate_badge_key().await.unwrap();
    let after = anyone.get("/lencana/penerbit.json").await.json();
    let methods = after["verificationMethod"].as_array().unwrap();
    assert_eq!(methods.len(), 2);
    assert_eq!(methods[0]["id"], before["verificationMethod"][0]["id"]);
    assert!(methods[0]["expires"].is_string() && methods[1]["expires"].is_null());
    assert!(
        checked(&mut anyone, &text)
            .await
            .contains("Asli dan berlaku")
    );
    let list = anyone.get("/lencana/dicabut.json").await.json();
    assert_eq!(list["proof"]["verificationMethod"], methods[1]["id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_badge_shows_what_its_owner_lets_it_and_is_taken_back_with_a_reason() {
    let site = Site::new().await;
    open_shop(&site, 1, &[Purpose::Showcase]).await;
    let id = give(&site, None).await;
    let path = format!("/lencana/{id}");
    let mut anyone = site.browser();
    let first = anyone.get(&format!("{path}.json")).await.text();
    assert!(first.contains("Toko 1"), "its owner lets the city name it");
    let mut stranger = site.signed_in(Role::Owner, "lain@contoh.id", "35.73").await;
    let mut mentor = site
        .signed_in(Role::Mentor, "dampingi@contoh.id", "35.73")
        .await;
    for browser in [&mut stranger, &mut mentor] {
        for part in ["tampil", "cabut"] {
            let reply = browser
                .send(&format!("{path}/{part}"), &[("alasan", "x")])
                .await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{part}");
        }
    }
    let mut manager = site
        .signed_in(Role::Manager, "kelola@contoh.id", "35.73")
        .await;
    let empty = manager
        .send(&format!("{path}/cabut"), &[("alasan", " ")])
        .await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text().contains("Alasannya belum ditulis"));
    let reason = "Bukti pesanan ternyata milik toko lain";
    let done = manager
        .send(&format!("{path}/cabut"), &[("alasan", reason)])
        .await;
    assert_eq!(done.to(), path, "{}", done.text());
    for page in [
        anyone.get(&path).await.text(),
        checked(&mut anyone, &first).await,
    ] {
        assert!(page.contains("Dicabut") && page.contains(reason), "{page}");
    }
    let list = anyone.get("/lencana/dicabut.json").await.json();
    assert_eq!(list["revokedCredential"][0]["revocationReason"], reason);
}

#[tokio::test(flavor = "multi_thread")]
async fn badges_follow_the_standing() {
    use naik_core::id::{EventId, PersonId, Uuid};
    use naik_core::programme::history::{Cause, Change, Standing};
    use naik_core::programme::level::Level;
    use naik_store::repo::badge;

    let site = Site::new().await;
    open_shop(&site, 1, &[]).await;
    let level = Level::new(2).unwrap();
    let change = |day, cause| Change { day, level, cause };
    let reached = Cause::Reached {
        mentor: PersonId(Uuid::from_u128(1)),
        second: None,
        by: Vec::new(),
    };
    let mut standing = Standing {
        level: Some(level),
        until: Some(jiff::civil::date(2027, 1, 5)),
        unconfirmed: std::collections::BTreeMap::new(),
        open: Vec::new(),
        waiting: Vec::new(),
        verdicts: std::collections::BTreeMap::new(),
        reports: Vec::new(),
        changes: vec![change(jiff::civil::date(2026, 11, 2), reached)],
        void: std::collections::BTreeMap::<EventId, _>::new(),
    };
    let words = naik_web::words(Lang::Id);
    let settle = async |standing: &Standing| {
        let db = site.platform.store.begin().await.unwrap();
        let settled = site
            .platform
            .settle_badges(&db, &words, shop_id(1), standing)
            .await
            .unwrap();
        // Whoever asks for the list before the commit has the old one signed; afterwards it is not given out.
        site.browser().get("/lencana/dicabut.json").await;
        db.commit().await.unwrap();
        if settled.revoked {
            site.platform.publish_revoked().await;
        }
        settled.badge
    };
    let first = settle(&standing).await.unwrap();
    // Renewed evidence moves the end of the same badge.
    standing.until = Some(jiff::civil::date(2027, 3, 5));
    assert_eq!(settle(&standing).await, Some(first));
    let kept = badge::get(site.platform.store.db(), first).await.unwrap();
    assert_eq!(kept.until.as_deref(), Some("2027-03-05"));
    assert!(kept.document.contains("2027-03-05T16:59:59Z"));
    // What is taken back is revoked, once.
    let by = PersonId(Uuid::from_u128(2));
    let revoked = change(jiff::civil::date(2026, 11, 20), Cause::Revoked { by });
    standing.changes.push(revoked);
    standing.level = None;
    for _ in 0..2 {
        assert_eq!(settle(&standing).await, None);
    }
    let mut anyone = site.browser();
    let page = anyone.get(&format!("/lencana/{first}")).await.text();
    assert!(page.contains("Dicabut") && page.contains("ditarik kembali"));
    let list = anyone.get("/lencana/dicabut.json").await.text();
    assert!(list.contains(&first.to_string()), "{list}");
}
