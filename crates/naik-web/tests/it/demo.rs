//! The demonstration's large cohort: on the pages of its manager and its mentors, and gone with the rest.

use axum::http::StatusCode;
use naik_app::platform::demo::PASSWORD;
use naik_core::programme::enrolment::State;
use naik_store::repo::{cohort, enrolment};

use crate::programme::who;
use crate::site::{Browser, Site, between};

const MANAGER: &str = "bagus@contoh.naikkelas.id";

async fn enter(site: &Site, contact: &str) -> Browser {
    let mut browser = site.browser();
    browser.get("/masuk").await;
    let fields = [("kontak", contact), ("sandi", PASSWORD)];
    let reply = browser.send("/masuk", &fields).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn the_large_cohort_is_on_the_pages_and_goes_with_the_demonstration() {
    let site = Site::new().await;
    let platform = &site.platform;
    assert!(
        !platform.make_demo_city(20).await.unwrap(),
        "no demonstration yet"
    );
    platform.make_demo().await.unwrap();
    let mut badges = Vec::new();
    for number in 101..=108 {
        let owner = who(&site, &format!("081200000{number}")).await;
        let own = platform.own_badges(&owner).await.unwrap();
        badges.extend(own.into_iter().map(|badge| badge.about));
    }
    badges.sort();
    let expected = [("level-1", 5), ("level-2", 3), ("level-3", 1)];
    for (about, count) in expected {
        let found = badges.iter().filter(|badge| *badge == about).count();
        assert_eq!(found, count, "{about}: {badges:?}");
    }
    assert!(platform.make_demo_city(20).await.unwrap());
    assert!(!platform.make_demo_city(20).await.unwrap(), "it is there");
    let boss = who(&site, MANAGER).await;
    let cohorts = platform.cohorts(&boss).await.unwrap();
    assert_eq!(cohorts.len(), 2, "beside the small one");
    let large = cohorts
        .iter()
        .find(|(_, one)| one.places == 20)
        .unwrap()
        .1
        .id;
    let db = platform.store.db();
    let counts = enrolment::counts(db, large).await.unwrap();
    assert_eq!(counts[&State::Waiting], 6);
    assert_eq!(counts[&State::Enrolled] + counts[&State::Left], 20);

    let mut manager = enter(&site, MANAGER).await;
    // The cohort in its ninth week is still the one that is shown first.
    let first = manager.get("/papan").await.to().to_owned();
    assert_ne!(first, format!("/papan/{large}"));
    let page = manager.get(&format!("/papan/{large}")).await.text();
    for said in [
        "versi 1",
        "minggu 26 dari 26",
        "dari 20 tempat",
        "Bima Prakoso",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let page = site.browser().get(&format!("/undian/{large}")).await.text();
    assert!(page.contains("IHSG") && page.contains("26 "), "{page}");
    let mut mentor = enter(&site, "bima@contoh.naikkelas.id").await;
    let page = mentor.get("/senin").await.text();
    let shop = between(&page, "href=\"/binaan/", "\"").unwrap();
    let sheet = mentor.get(&format!("/binaan/{shop}")).await;
    assert_eq!(sheet.status, StatusCode::OK, "{}", sheet.text());

    assert_eq!(platform.remove_demo().await.unwrap(), 8 + 26);
    assert!(!platform.has_demo().await.unwrap());
    assert!(cohort::get(db, large).await.is_err());
    assert!(
        platform
            .find_person("bima@contoh.naikkelas.id")
            .await
            .is_err()
    );
    assert!(
        !platform.make_demo_city(20).await.unwrap(),
        "nothing to add it to"
    );
}
