//! Jejaring: shops that let themselves be seen ask each other, answer, and have proof of what came of it.

use axum::http::StatusCode;
use naik_core::account::Purpose;
use naik_core::category::Category;
use naik_core::programme::evidence::Kind;
use naik_core::programme::tie::State;
use naik_store::repo::{evidence, neighbour, tie};

use crate::field::{Shop, open_shop, place, says};
use crate::site::{Site, between};

async fn seen(site: &Site, contact: &str) -> Shop {
    open_shop(site, contact, "35.73", &[Purpose::Showcase]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_shops_find_each_other_and_have_proof_of_it() {
    let site = Site::new().await;
    let mut sri = seen(&site, "081200000001").await;
    let mut wati = seen(&site, "081200000002").await;
    // One makes snacks and needs labels; the other sells coffee and needs labels too: an order together.
    place(&site, sri.id, Category::Snack, 0.0, 0.0).await;
    place(&site, wati.id, Category::Coffee, 900.0, 0.0).await;
    let page = sri.browser.get("/jejaring").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let text = page.text();
    assert!(text.contains("Juga perlu label"), "{text}");
    assert!(
        text.contains("900 m") || text.contains("800 m") || text.contains("1,0 km"),
        "{text}"
    );
    assert!(!text.contains("wa.me"), "nobody is reached unasked");
    let to = wati.id.to_string();
    let ask = [
        ("untuk", "joint_order"),
        ("usaha", to.as_str()),
        ("kunci", "k1"),
    ];
    for _ in 0..2 {
        let reply = sri.browser.send("/jejaring/ajak", &ask).await;
        assert_eq!(reply.to(), "/jejaring", "{}", reply.text());
    }
    let ties = tie::of_shop(site.platform.store.db(), sri.id)
        .await
        .unwrap();
    assert_eq!(ties.len(), 1, "sent twice, asked once");
    // Asked again, from either side, it says that there is one.
    let twice = [
        ("untuk", "joint_order"),
        ("usaha", to.as_str()),
        ("kunci", "k2"),
    ];
    let reply = sri.browser.send("/jejaring/ajak", &twice).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let place = format!("/jejaring/{}", ties[0].tie.id);
    // The one who asked does not answer.
    let reply = sri.browser.send(&place, &[("jawab", "terima")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = wati.browser.get("/jejaring").await.text();
    assert!(
        page.contains("ingin pesan bahan bareng") && !page.contains("wa.me"),
        "{page}"
    );
    let reply = wati.browser.send(&place, &[("jawab", "terima")]).await;
    assert_eq!(reply.to(), "/jejaring", "{}", reply.text());
    for browser in [&mut sri.browser, &mut wati.browser] {
        let page = browser.get("/jejaring").await.text();
        assert!(page.contains("https://wa.me/62812"), "{page}");
        assert!(
            page.contains("class=\"grafik tetangga\""),
            "the picture is there"
        );
    }
    for (browser, expected) in [
        (&mut sri.browser, State::HalfConfirmed),
        (&mut wati.browser, State::Confirmed),
    ] {
        browser.send(&place, &[("jawab", "terjadi")]).await;
        let kept = tie::of_shop(site.platform.store.db(), wati.id)
            .await
            .unwrap();
        assert_eq!(kept[0].tie.state, expected);
    }
    for shop in [&sri, &wati] {
        let shown = evidence::of_shop(site.platform.store.db(), shop.id)
            .await
            .unwrap();
        assert_eq!(shown.len(), 1);
        assert_eq!(shown[0].evidence.kind, Kind::SupplyTie);
        assert_eq!(shown[0].evidence.sender, shop.owner);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_those_who_let_themselves_be_seen_see_each_other() {
    let site = Site::new().await;
    let mut sri = seen(&site, "081200000001").await;
    let mut shy = open_shop(&site, "081200000002", "35.73", &[]).await;
    place(&site, sri.id, Category::Snack, 0.0, 0.0).await;
    place(&site, shy.id, Category::Coffee, 500.0, 0.0).await;
    let page = sri.browser.get("/jejaring").await.text();
    assert!(!page.contains(&shy.id.to_string()), "{page}");
    let page = shy.browser.get("/jejaring").await.text();
    assert!(
        !page.contains(&sri.id.to_string()) && page.contains("/izin"),
        "{page}"
    );
    // Neither may the one ask, nor be asked.
    for (browser, to) in [(&mut sri.browser, shy.id), (&mut shy.browser, sri.id)] {
        let to = to.to_string();
        let ask = [("untuk", "supplier"), ("usaha", to.as_str())];
        let reply = browser.send("/jejaring/ajak", &ask).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{}", reply.text());
    }
    says(&site, shy.owner, Purpose::Showcase, true).await;
    let page = sri.browser.get("/jejaring").await.text();
    assert!(page.contains(&shy.id.to_string()), "{page}");
    // A tie of others is not there.
    let mut third = seen(&site, "081200000003").await;
    let to = shy.id.to_string();
    let ask = [("untuk", "joint_order"), ("usaha", to.as_str())];
    sri.browser.send("/jejaring/ajak", &ask).await;
    let ties = tie::of_shop(site.platform.store.db(), sri.id)
        .await
        .unwrap();
    let place = format!("/jejaring/{}", ties[0].tie.id);
    let reply = third.browser.send(&place, &[("jawab", "terima")]).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    // An offer that nobody answered in thirty days is gone, and may be made again.
    for _ in 0..2 {
        site.wait(31 * 12 * 3_600_000);
        // They look in now and then: nobody is signed out in the meantime.
        sri.browser.get("/jejaring").await;
        shy.browser.get("/jejaring").await;
    }
    let page = shy.browser.get("/jejaring").await.text();
    assert!(!page.contains(&place), "{page}");
    let again = [
        ("untuk", "joint_order"),
        ("usaha", to.as_str()),
        ("kunci", "lagi"),
    ];
    let reply = sri.browser.send("/jejaring/ajak", &again).await;
    assert_eq!(reply.to(), "/jejaring", "{}", reply.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_says_where_the_shop_is_and_what_it_needs() {
    let site = Site::new().await;
    let mut sri = seen(&site, "081200000001").await;
    let form = |north: &'static str, east: &'static str| {
        [
            ("revisi", "0"),
            ("butuh", "boxes"),
            ("butuh-lain", "Botol, daun pisang"),
            ("antar", "1"),
            ("lintang", north),
            ("bujur", east),
        ]
    };
    for (north, east) in [
        ("112.63", "-7.98"),
        ("51.5", "-0.1"),
        ("x", "1"),
        ("-7.98", ""),
    ] {
        let reply = sri.browser.send("/jejaring", &form(north, east)).await;
        assert_eq!(
            reply.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{north} {east}"
        );
        assert!(
            reply.text().contains("daun pisang"),
            "nothing typed is lost"
        );
    }
    let reply = sri
        .browser
        .send("/jejaring", &form("-7,981234", "112.630987"))
        .await;
    assert_eq!(reply.to(), "/jejaring", "{}", reply.text());
    let told = neighbour::of(site.platform.store.db(), sri.id)
        .await
        .unwrap()
        .unwrap();
    // A word that is called like one of ours is that one.
    assert_eq!(told.profile.needs, ["boxes", "bottles", "daun pisang"]);
    assert!(told.profile.delivers && !told.profile.resells);
    let at = told.profile.at.unwrap();
    assert!((at.latitude + 7.981_234).abs() < 1e-6 && (at.longitude - 112.630_987).abs() < 1e-6);
    // What someone else changed meanwhile is not overwritten.
    let stale = sri
        .browser
        .send("/jejaring", &form("-7.98", "112.63"))
        .await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    // All of it is in the owner's own data, and goes with the shop.
    let page = sri.browser.get("/jejaring").await.text();
    assert!(
        between(&page, "name=\"revisi\" value=\"1\"", ">").is_some(),
        "{page}"
    );
    site.platform.erase_person(sri.owner).await.unwrap();
    assert!(
        neighbour::of(site.platform.store.db(), sri.id)
            .await
            .unwrap()
            .is_none()
    );
}
