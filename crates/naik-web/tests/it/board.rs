//! Papan Kota: reckoned on demand, hidden where numbers are small, and as files.

use axum::http::StatusCode;
use jiff::civil::{Date, date};
use naik_core::account::Role;
use naik_core::id::{CohortId, EventId, EvidenceId, PersonId, ShopId, Uuid};
use naik_core::money::Rupiah;
use naik_core::programme::evidence::{Evidence, Kind};
use naik_core::programme::history::{Event, What};
use naik_core::programme::level::Level;
use naik_store::repo::{enrolment, evidence, glance, history};

use crate::site::{Browser, Site, between};

const DAY: i64 = 24 * 3_600_000;

/// Has the board at an address reckoned, as the button does and a worker.
pub(crate) async fn reckon(site: &Site, boss: &mut Browser, place: &str) {
    let key = site.platform.outside.id().to_string();
    let reply = boss
        .send(&format!("{place}/hitung"), &[("kunci", key.as_str())])
        .await;
    assert_eq!(reply.to(), place, "{}", reply.text());
    let page = boss.get(place).await.text();
    assert!(page.contains("Sedang dihitung"), "{page}");
    site.work().await;
}

pub(crate) async fn manager(site: &Site) -> Browser {
    site.signed_in(Role::Manager, "0812-0000-0100", "35.73")
        .await
}

/// A cohort that runs, with so many shops; every one agrees to be counted when `counted`.
pub(crate) async fn running(site: &Site, boss: &mut Browser, shops: u32, counted: bool) -> String {
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
    // The third week; whoever comes by now and then stays signed in.
    site.wait(20 * DAY);
    boss.get("/program").await;
    site.wait(20 * DAY);
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
    reckon(&site, &mut boss, &place).await;
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
    let columns = boss.get(&format!("{place}/papan.parquet")).await;
    assert!(columns.body.starts_with(b"PAR1"), "{}", columns.status);
    let other = site
        .signed_in(Role::Manager, "0812-0000-0177", "33.74")
        .await
        .get(&format!("{place}/papan.parquet"))
        .await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    // By night it is reckoned anew; the old version stays.
    site.wait(DAY);
    assert_eq!(site.platform.refresh_boards().await.unwrap(), 1);
    assert_eq!(site.platform.refresh_boards().await.unwrap(), 0);
    site.work().await;
    assert_eq!(site.platform.refresh_boards().await.unwrap(), 0);
    assert!(boss.get(&place).await.text().contains("versi 2"));
}

/// A shop that a mentor found to have begun, on a day; and whose consent is taken back on another.
async fn begun(site: &Site, number: u128, shop: ShopId, days: (Date, Date)) {
    let db = site.platform.store.db();
    let (mentor, owner) = (Uuid::from_u128(7), Uuid::from_u128(8));
    let id = |part: u128| Uuid::from_u128(1_000 + number * 10 + part);
    let shown = |part: u128, kind: Kind, amount: Option<u64>| Evidence {
        id: EvidenceId(id(part)),
        shop,
        kind,
        on: days.0,
        sender: PersonId(owner),
        subject: String::new(),
        place: String::new(),
        units: 0,
        amount: amount.map(Rupiah::new),
        until: None,
        fingerprint: None,
    };
    let all = [
        shown(1, Kind::Baseline, Some(4_000_000)),
        shown(2, Kind::Consent, None),
    ];
    let mut events = Vec::new();
    for one in all {
        let kept = evidence::Kept {
            evidence: one.clone(),
            file: None,
            created_at: 0,
        };
        evidence::add(db, &kept).await.unwrap();
        events.push((days.0, What::Sent(one.clone())));
        events.push((days.0, What::Accepted(one.id)));
    }
    events.push((days.0, What::Checked(Level::LOWEST)));
    events.push((days.1, What::Withdrawn(EvidenceId(id(2)))));
    for (part, (day, what)) in (3..).zip(events) {
        let event = Event {
            id: EventId(id(part)),
            day,
            by: PersonId(mentor),
            why: String::new(),
            what,
        };
        history::add(db, shop, &event, 0).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ladder_is_climbed_and_fallen_from() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = running(&site, &mut boss, 10, true).await;
    let id: CohortId = cohort.parse().unwrap();
    let all = enrolment::of_cohort(site.platform.store.db(), id)
        .await
        .unwrap();
    let shops: Vec<ShopId> = all.iter().map(|one| one.enrolment.shop).collect();
    for (number, shop) in (0..5).zip(&shops) {
        let days = (date(2027, 1, 6), date(2027, 1, 19));
        begun(&site, number, *shop, days).await;
    }
    let place = format!("/papan/{cohort}");
    reckon(&site, &mut boss, &place).await;
    let table = boss.get(&format!("{place}/tangga.csv")).await.text();
    for row in [
        "1,2027-01-10,5,5,0,0,0,0,0",
        "2,2027-01-17,5,5,0,0,0,0,0",
        "3,2027-01-20,10,0,0,0,0,0,0",
    ] {
        assert!(table.contains(row), "{row}: {table}");
    }
    let page = boss.get(&place).await.text();
    assert!(page.contains("gr-t1"), "{page}");
    // Where each shop stands is kept for the mentor's morning.
    let db = site.platform.store.db();
    let seen = glance::of_shops(db, &shops).await.unwrap();
    assert_eq!(seen.len(), shops.len());
    assert!(seen.values().all(|one| one.day == "2027-01-20"));
    let events = glance::events(db, &shops).await.unwrap();
    assert!(
        events
            .iter()
            .all(|(shop, count)| seen[shop].events == *count)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn small_numbers_and_those_who_did_not_agree_are_not_shown() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let few = running(&site, &mut boss, 3, true).await;
    let place = format!("/papan/{few}");
    reckon(&site, &mut boss, &place).await;
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
    reckon(&site, &mut boss, &place).await;
    let page = boss.get(&place).await.text();
    assert!(page.contains("6 usaha tidak dihitung"), "{page}");
    let table = boss.get(&format!("{place}/tangga.csv")).await.text();
    assert!(table.contains(",0,0,0,0,0,0,0"), "{table}");
}
