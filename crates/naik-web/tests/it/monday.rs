//! Senin Pagi: four short lists, each with its reasons, and nobody else's shops in them.

use axum::http::StatusCode;
use naik_core::account::{Purpose, Role};
use naik_core::category::Category;
use naik_core::money::Rupiah;
use naik_core::programme::enrolment::State;
use naik_core::programme::evidence::Kind;

use crate::field::{Shop, mentor, open_shop, piece, place, says, show};
use crate::programme::{enrol, found};
use crate::site::{Site, between};

const DAY: i64 = 24 * 3_600_000;

async fn cared_for(site: &Site, contact: &str) -> Shop {
    open_shop(site, contact, "35.73", &[Purpose::Mentoring]).await
}

/// What one list of the page says.
fn list(page: &str, key: &str) -> String {
    between(page, &format!("aria-labelledby=\"h-{key}\""), "</section>").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_sees_what_the_week_asks_for() {
    let site = Site::new().await;
    let quiet = cared_for(&site, "081200000001").await;
    let near = cared_for(&site, "081200000002").await;
    let far = cared_for(&site, "081200000003").await;
    let closed = open_shop(&site, "081200000004", "35.73", &[]).await;
    let all = [quiet.id, near.id, far.id, closed.id];
    let (mut phone, id) = mentor(&site, "dimas@contoh.id", &all).await;
    place(&site, quiet.id, Category::Snack, 0.0, 0.0).await;
    place(&site, near.id, Category::Coffee, 400.0, 300.0).await;
    place(&site, far.id, Category::Batik, 20_000.0, 0.0).await;
    // Three weeks in which nobody came: all of them are at risk, each with why.
    site.wait(21 * DAY);
    let week = phone.get("/senin").await;
    assert_eq!(week.status, StatusCode::OK, "{}", week.text());
    let risky = list(&week.text(), "rawan");
    assert!(risky.contains("Tidak masuk selama 21 hari"), "{risky}");
    assert!(risky.contains(&format!("/binaan/{}", quiet.id)));
    assert!(risky.contains(&format!("/kunjungan?usaha={}", quiet.id)));
    assert!(
        !week.text().contains(&closed.id.to_string()),
        "no consent, no list"
    );
    // The neighbours are one way: 500 m, and not the one 20 km away.
    let way = list(&week.text(), "jalan");
    assert!(
        way.contains("500 m") && way.contains(&near.id.to_string()),
        "{way}"
    );
    assert!(!way.contains(&far.id.to_string()), "{way}");
    // The baseline is accepted, the consent waits: level 0 is one check away for nobody, evidence waits for one.
    let baseline = naik_core::programme::evidence::Evidence {
        amount: Some(Rupiah::new(1_000_000)),
        ..piece(&site, &near, Kind::Baseline)
    };
    show(&site, &near, baseline, Some(id)).await;
    let week = phone.get("/senin").await.text();
    let step = list(&week, "selangkah");
    assert!(
        step.contains(&near.id.to_string()),
        "one rule of level 0 is missing: {step}"
    );
    show(&site, &near, piece(&site, &near, Kind::Consent), None).await;
    let week = phone.get("/senin").await.text();
    let waiting = list(&week, "bukti");
    assert!(
        waiting.contains("persetujuan") && waiting.contains(&near.id.to_string()),
        "{waiting}"
    );
    // The consent is taken back: the shop is gone from every list.
    says(&site, near.owner, Purpose::Mentoring, false).await;
    let week = phone.get("/senin").await.text();
    assert!(!week.contains(&near.id.to_string()), "{week}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_is_silent_only_where_one_is_expected() {
    let site = Site::new().await;
    let (mut phone, id) = mentor(&site, "dimas@contoh.id", &[]).await;
    let cohort = found(&site, id).await;
    let given = site.platform.now() - 108 * DAY;
    let states = [None, Some(State::Enrolled), Some(State::Waiting)];
    for (number, state) in states.into_iter().enumerate() {
        let shop = cared_for(&site, &format!("08120000000{number}")).await;
        let db = site.platform.store.db();
        naik_store::repo::shop::accompany(db, id, shop.id, given)
            .await
            .unwrap();
        if let Some(state) = state {
            enrol(&site, cohort, shop.id, id, state).await;
        }
    }
    let risky = list(&phone.get("/senin").await.text(), "rawan");
    // Since the mentor was given the shop, since the cohort began, and not at all for the one that waits.
    let told = "Pendamping tidak menghubungi selama";
    assert!(risky.contains(&format!("{told} 108 hari")), "{risky}");
    assert!(risky.contains(&format!("{told} 52 hari")), "{risky}");
    assert_eq!(risky.matches(told).count(), 2, "{risky}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_of_a_shop_follows_its_history() {
    let site = Site::new().await;
    let shop = cared_for(&site, "081200000001").await;
    let (mut phone, id) = mentor(&site, "dimas@contoh.id", &[shop.id]).await;
    let mut baseline = piece(&site, &shop, Kind::Baseline);
    baseline.amount = Some(Rupiah::new(1_000_000));
    show(&site, &shop, baseline, Some(id)).await;
    show(&site, &shop, piece(&site, &shop, Kind::Consent), Some(id)).await;
    for _ in 0..2 {
        let step = list(&phone.get("/senin").await.text(), "selangkah");
        assert!(step.contains("tinggal kamu periksa"), "{step}");
    }
    // What the mentor sent is for someone else to check: it is on no list of theirs.
    let mut own = piece(&site, &shop, Kind::Qris);
    own.sender = id;
    show(&site, &shop, own, None).await;
    let waiting = list(&phone.get("/senin").await.text(), "bukti");
    assert!(!waiting.contains(&shop.id.to_string()), "{waiting}");
    show(&site, &shop, piece(&site, &shop, Kind::Qris), None).await;
    let waiting = list(&phone.get("/senin").await.text(), "bukti");
    assert!(waiting.contains("QRIS"), "{waiting}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_week_is_for_mentors() {
    let site = Site::new().await;
    assert_eq!(site.browser().get("/senin").await.to(), "/masuk");
    for role in [Role::Owner, Role::Manager, Role::Checker] {
        let contact = format!("{}@contoh.id", role.key());
        let mut browser = site.signed_in(role, &contact, "35.73").await;
        assert_eq!(
            browser.get("/senin").await.status,
            StatusCode::FORBIDDEN,
            "{role:?}"
        );
    }
    let (mut alone, _) = mentor(&site, "dimas@contoh.id", &[]).await;
    let page = alone.get("/senin").await.text();
    assert!(page.contains("Belum ada usaha binaan"), "{page}");
}
