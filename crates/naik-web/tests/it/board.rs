//! Papan Kota: reckoned on demand, hidden where numbers are small, and as files.

use axum::http::StatusCode;
use naik_core::account::Role;

use crate::site::{Browser, Site, between};

const DAY: i64 = 24 * 3_600_000;

async fn manager(site: &Site) -> Browser {
    site.signed_in(Role::Manager, "0812-0000-0100", "35.73")
        .await
}

/// A cohort that runs, with so many shops; every one agrees to be counted when `counted`.
async fn running(site: &Site, boss: &mut Browser, shops: u32, counted: bool) -> String {
    let reply = boss
        .send(
            "/program",
            &[("organisasi", "Dinas"), ("nama", "Naik Kelas")],
        )
        .await;
    let programme = between(reply.to(), "/program/", "/baru").unwrap();
    site.signed_in(Role::Mentor, "0812-0000-0200", "35.73")
        .await;
    let place = format!("/program/{programme}/baru");
    let page = boss.get(&place).await.text();
    let mentor = between(&page, "name=\"pendamping\" value=\"", "\"").unwrap();
    let fields = [
        ("mulai", "2027-01-04"),
        ("buka", "2026-11-26"),
        ("tutup", "2026-12-10"),
        ("tempat", "100"),
        ("pendamping", mentor.as_str()),
    ];
    let reply = boss.send(&place, &fields).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let cohort = reply.to().trim_start_matches("/kelompok/").to_owned();
    for number in 0..shops {
        let contact = format!("0812-0000-1{number:03}");
        let mut owner = site.signed_in(Role::Owner, &contact, "35.73").await;
        if counted {
            let yes = [("tujuan", "statistics"), ("jawab", "beri")];
            let reply = owner.send("/izin", &yes).await;
            assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        }
        let reply = owner
            .send(&format!("/ikut/{cohort}"), &[("setuju", "mentoring")])
            .await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    site.wait(15 * DAY);
    boss.send(&format!("/kelompok/{cohort}/bagi"), &[]).await;
    // The third week.
    site.wait(40 * DAY);
    cohort
}

#[tokio::test(flavor = "multi_thread")]
async fn a_board_is_reckoned_and_says_when() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    assert!(
        boss.get("/papan")
            .await
            .text()
            .contains("Belum ada kelompok")
    );
    let cohort = running(&site, &mut boss, 7, true).await;
    let place = format!("/papan/{cohort}");
    assert_eq!(boss.get("/papan").await.to(), place);
    let page = boss.get(&place).await.text();
    assert!(page.contains("Angkanya belum dihitung"), "{page}");
    let table = boss.get(&format!("{place}/tangga.csv")).await;
    assert_eq!(table.status, StatusCode::NOT_FOUND);
    let reply = boss
        .send(&format!("{place}/hitung"), &[("kunci", "h")])
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let page = boss.get(&place).await.text();
    for said in [
        "versi 1",
        "Belum berkelas",
        "Pernah masuk",
        "dari 7 · 100%",
        "7 usaha belum punya pendamping",
        "gr-t0",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let table = boss.get(&format!("{place}/tangga.csv")).await.text();
    assert!(table.contains("3,2027-01-20,7,0,0"), "{table}");
    let book = boss.get(&format!("{place}/papan.xlsx")).await;
    assert!(book.body.starts_with(b"PK\x03\x04"), "{}", book.status);
    // By night it is reckoned anew; the old version stays.
    site.wait(DAY);
    assert_eq!(site.platform.refresh_boards().await.unwrap(), 1);
    assert_eq!(site.platform.refresh_boards().await.unwrap(), 0);
    assert!(boss.get(&place).await.text().contains("versi 2"));
}

#[tokio::test(flavor = "multi_thread")]
async fn small_numbers_and_those_who_did_not_agree_are_not_shown() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let few = running(&site, &mut boss, 3, true).await;
    let place = format!("/papan/{few}");
    boss.send(&format!("{place}/hitung"), &[("kunci", "h")])
        .await;
    let page = boss.get(&place).await.text();
    assert!(page.contains("&lt;5") && !page.contains("dari 3"), "{page}");
    let table = boss.get(&format!("{place}/tangga.csv")).await.text();
    assert!(
        table.contains(",<5,0,0") && !table.contains(",3,0,0"),
        "{table}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_agree_to_statistics_is_not_counted() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = running(&site, &mut boss, 6, false).await;
    let place = format!("/papan/{cohort}");
    boss.send(&format!("{place}/hitung"), &[("kunci", "h")])
        .await;
    let page = boss.get(&place).await.text();
    assert!(page.contains("6 usaha tidak dihitung"), "{page}");
    let table = boss.get(&format!("{place}/tangga.csv")).await.text();
    assert!(table.contains(",0,0,0,0,0,0,0"), "{table}");
}
