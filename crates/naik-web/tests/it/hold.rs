//! A level that waits for a slow mentor: it stands meanwhile, everyone is told until when, and the mentor's check decides.

use axum::http::StatusCode;
use jiff::civil::date;
use naik_core::account::{Purpose, Role};
use naik_core::programme::history::Cause;
use naik_core::programme::level::Level;
use naik_store::repo::shop;

use crate::programme::{City, person, shop_of, who};

const DAY: i64 = 24 * 3_600_000;
const MENTOR: &str = "dimas@contoh.id";

/// A shop on level 2, whose post of Thursday 3 December nobody has looked at; it is Monday 7 December. That post bears the
/// level to the end of the week: without another it would be one week short after that, whoever looks.
async fn waiting() -> City {
    let mut city = City::new().await;
    city.up_to_two().await;
    city.site.wait(7 * DAY);
    let post = [
        ("tempat", "instagram"),
        ("tautan", "https://instagram.com/p/keripik"),
    ];
    let reply = city
        .owner
        .send_parts("/kelasku/bukti/post", &post, &[])
        .await;
    assert_eq!(reply.to(), "/kelasku", "{}", reply.text());
    let page = city.owner.get("/kelasku").await.text();
    assert!(!page.contains("menunggu dicek"), "{page}");
    city.site.wait(4 * DAY);
    city
}

async fn lapses(city: &City) -> Vec<jiff::civil::Date> {
    let who = who(&city.site, MENTOR).await;
    let course = city.site.platform.course(&who, city.shop).await.unwrap();
    let changes = course.standing.changes.into_iter();
    changes
        .filter(|one| matches!(one.cause, Cause::Lapsed { .. }))
        .map(|one| one.day)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_level_stands_until_the_mentor_has_looked() {
    let mut city = waiting().await;
    assert_eq!(city.level().await, Some(2));
    let page = city.owner.get("/kelasku").await.text();
    for told in [
        "Kamu di tingkat 2 · Terlihat",
        "Tingkat 2 · Terlihat menunggu dicek",
        "Tingkatmu tetap sampai 13 Desember 2026",
        "kamu di sini, buktinya menunggu dicek",
        "Menjaga tingkat 2 · Terlihat",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let (sheet, place) = (city.sheet(), city.decide());
    let page = city.mentor.get(&sheet).await.text();
    for told in [
        "Cek paling lambat 13 Desember 2026",
        "Menjaga tingkat 2 · Terlihat",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    // What waits comes first, and only then what would stand on it.
    let early = [("putusan", "periksa"), ("tingkat", "3")];
    let reply = city.mentor.send(&place, &early).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.text().contains("Cek dulu bukti yang menunggu itu"));
    assert_eq!(city.accept_all().await, 1);
    assert_eq!((city.level().await, lapses(&city).await), (Some(2), vec![]));
    let page = city.owner.get("/kelasku").await.text();
    assert!(!page.contains("menunggu dicek"), "{page}");
    // A week later it stands by itself.
    city.site.wait(6 * DAY);
    assert_eq!(city.level().await, Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn it_lapses_as_of_the_day_when_nobody_looks_or_it_is_refused() {
    let city = waiting().await;
    city.site.wait(6 * DAY);
    assert_eq!(city.level().await, Some(2), "13 December is the last day");
    city.site.wait(DAY);
    let day = date(2026, 12, 7);
    assert_eq!(
        (city.level().await, lapses(&city).await),
        (Some(1), vec![day])
    );

    let mut city = waiting().await;
    let page = city.mentor.get(&city.sheet()).await.text();
    let ids = crate::site::between(&page, "name=\"bukti\" value=\"", "\"").unwrap();
    let refuse = [
        ("putusan", "tolak"),
        ("bukti", ids.as_str()),
        ("alasan", "Bukan unggahan usaha ini"),
    ];
    let place = city.decide();
    let reply = city.mentor.send(&place, &refuse).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    assert_eq!(
        (city.level().await, lapses(&city).await),
        (Some(1), vec![day])
    );
    let page = city.owner.get("/kelasku").await.text();
    assert!(page.contains("Tingkat 2 · Terlihat gugur"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn checks_that_hold_a_level_come_first_on_monday() {
    let mut city = City::new().await;
    city.up_to_two().await;
    let site = &city.site;
    let mut other = site.signed_in(Role::Owner, "0812 0000 0002", "35.73").await;
    let platform = &site.platform;
    let second = shop_of(site, "0812 0000 0002").await;
    let owner = who(site, "0812 0000 0002").await;
    let agreed = platform.set_consent(&owner, Purpose::Mentoring, true);
    agreed.await.unwrap();
    let dimas = person(site, MENTOR).await;
    let db = platform.store.db();
    shop::accompany(db, dimas, second, 0).await.unwrap();
    // The other shop has waited longer, for something that holds nothing.
    let months = [("bulan-1", "4jt"), ("bulan-2", "4jt"), ("bulan-3", "4jt")];
    let reply = other
        .send_parts("/kelasku/bukti/baseline", &months, &[])
        .await;
    assert_eq!(reply.to(), "/kelasku", "{}", reply.text());
    city.site.wait(7 * DAY);
    let post = [
        ("tempat", "instagram"),
        ("tautan", "https://instagram.com/p/keripik"),
    ];
    city.owner
        .send_parts("/kelasku/bukti/post", &post, &[])
        .await;
    let list = |rows: &naik_app::platform::programme::monday::Monday| {
        let rows = rows.waiting.head.iter();
        rows.map(|row| (row.shop.id, row.holds)).collect::<Vec<_>>()
    };
    let mentor = who(&city.site, MENTOR).await;
    let week = city.site.platform.monday(&mentor).await.unwrap();
    assert_eq!(list(&week), [(second, None), (city.shop, None)]);
    city.site.wait(4 * DAY);
    let week = city.site.platform.monday(&mentor).await.unwrap();
    let held = (Level::new(2).unwrap(), date(2026, 12, 13));
    assert_eq!(list(&week), [(city.shop, Some(held)), (second, None)]);
    let page = city.mentor.get("/senin").await.text();
    let told = "Cek sampai 13 Desember 2026, kalau tidak tingkat 2 · Terlihat gugur";
    assert!(page.contains(told), "{page}");
}
