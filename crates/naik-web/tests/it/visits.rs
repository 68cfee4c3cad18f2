//! Kunjungan: written offline, sent once however often, shown side by side where two disagree.

use axum::http::{Method, StatusCode};
use naik_core::account::{Purpose, Role};
use naik_core::id::{ShopId, VisitId};
use naik_store::repo::visit;
use serde_json::Value;

use crate::field::{Shop, fresh, mentor, open_shop, says};
use crate::site::{Browser, PHOTO, Reply, Site, between};

const TODAY: &str = "2026-11-26";

async fn cared_for(site: &Site, contact: &str, area: &str) -> Shop {
    open_shop(site, contact, area, &[Purpose::Mentoring]).await
}

/// A visit as the phone's script sends it.
async fn post(browser: &mut Browser, fields: &[(&str, &str)]) -> Reply {
    let csrf = browser.csrf.clone();
    let body = serde_urlencoded::to_string(fields).unwrap();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("accept", "application/json"),
        ("x-csrf-token", csrf.as_str()),
    ];
    browser
        .call(Method::POST, "/kunjungan", &headers, body.into_bytes())
        .await
}

fn fields<'a>(id: &'a str, shop: &'a str, note: &'a str, read: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("id", id),
        ("usaha", shop),
        ("keadaan", "done"),
        ("tanggal", TODAY),
        ("bahasan", "cash-book"),
        ("catatan", note),
        ("lanjut", "Kirim bukti"),
        ("revisi", read),
    ]
}

async fn kept(site: &Site, shop: ShopId) -> Vec<visit::Visit> {
    visit::of_shop(site.platform.store.db(), shop)
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_sent_twice_is_one_and_its_photo_comes_after_it() {
    let site = Site::new().await;
    let mut shop = cared_for(&site, "081200000001", "35.73").await;
    let (mut phone, _) = mentor(&site, "dimas@contoh.id", &[shop.id]).await;
    let page = phone.get("/kunjungan").await.text();
    assert!(page.contains(&format!("value=\"{}\"", shop.id)), "{page}");
    let (id, to) = (fresh(&site), shop.id.to_string());
    for _ in 0..3 {
        let reply = post(&mut phone, &fields(&id, &to, "Kas rapi", "")).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
        assert_eq!(reply.json()["revision"], 0);
    }
    // The same day at the same shop, noted on another phone in the same words, is that visit.
    let again = post(&mut phone, &fields(&fresh(&site), &to, "Kas rapi", "")).await;
    assert_eq!(again.json()["id"], Value::from(id.clone()));
    assert_eq!(kept(&site, shop.id).await.len(), 1);
    let place = format!("/kunjungan/{id}/foto");
    assert_eq!(phone.get(&place).await.status, StatusCode::NOT_FOUND);
    for _ in 0..2 {
        let reply = phone
            .send_parts(&place, &[], &[("foto", "a.jpg", PHOTO)])
            .await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    }
    assert_eq!(phone.get(&place).await.header("content-type"), "image/jpeg");
    let other = include_bytes!("../../../naik-app/demo/kopi-bubuk.jpg");
    let files: [(&str, &str, &[u8]); 1] = [("foto", "b.jpg", other)];
    let reply = phone.send_parts(&place, &[], &files).await;
    assert_eq!(reply.status, StatusCode::CONFLICT, "{}", reply.text());
    let reply = phone.send_parts(&place, &[("ganti", "1")], &files).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    let files: [(&str, &str, &[u8]); 1] = [("foto", "c.jpg", b"no photo")];
    let reply = phone.send_parts(&place, &[("ganti", "1")], &files).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The owner sees the photo of the own shop; others see nothing.
    assert_eq!(shop.browser.get(&place).await.status, StatusCode::OK);
    let mut stranger = site
        .signed_in(Role::Mentor, "retno@contoh.id", "35.73")
        .await;
    assert_eq!(stranger.get(&place).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_two_phones_wrote_stands_side_by_side() {
    let site = Site::new().await;
    let shop = cared_for(&site, "081200000001", "35.73").await;
    let (mut phone, _) = mentor(&site, "dimas@contoh.id", &[shop.id]).await;
    let (id, to) = (fresh(&site), shop.id.to_string());
    post(&mut phone, &fields(&id, &to, "Pagi", "")).await;
    // One phone changes what it read; the other had read the same and writes something else.
    let first = post(&mut phone, &fields(&id, &to, "Dari HP satu", "0")).await;
    assert_eq!(first.json()["revision"], 1, "{}", first.text());
    let second = post(&mut phone, &fields(&id, &to, "Dari HP dua", "0")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let theirs = &second.json()["theirs"];
    assert_eq!(theirs["note"], "Dari HP satu");
    assert_eq!(theirs["revision"], 1);
    assert_eq!(kept(&site, shop.id).await[0].note, "Dari HP satu");
    // A change whose answer was lost is sent again: it is done already.
    let again = post(&mut phone, &fields(&id, &to, "Dari HP satu", "0")).await;
    assert_eq!(again.json()["revision"], 1);
    let chosen = post(&mut phone, &fields(&id, &to, "Dari HP dua", "1")).await;
    assert_eq!(chosen.status, StatusCode::OK, "{}", chosen.text());
    assert_eq!(kept(&site, shop.id).await[0].note, "Dari HP dua");
    // Without scripts the page shows both, and one button for each.
    let page = phone
        .send_parts("/kunjungan", &fields(&id, &to, "Tanpa skrip", "0"), &[])
        .await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    for part in ["Tanpa skrip", "Dari HP dua", "bentrok-dua"] {
        assert!(page.text().contains(part), "{part}: {}", page.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_visit_of_a_day_is_asked_about_and_may_stand_apart() {
    let site = Site::new().await;
    let shop = cared_for(&site, "081200000001", "35.73").await;
    let (mut phone, _) = mentor(&site, "dimas@contoh.id", &[shop.id]).await;
    phone.get("/kunjungan").await;
    let (first, second, to) = (fresh(&site), fresh(&site), shop.id.to_string());
    post(&mut phone, &fields(&first, &to, "Pagi", "")).await;
    let asked = post(&mut phone, &fields(&second, &to, "Sore", "")).await;
    assert_eq!(asked.status, StatusCode::CONFLICT);
    assert_eq!(asked.json()["theirs"]["id"], Value::from(first.clone()));
    assert_eq!(asked.json()["same_day"], true);
    // What one visit became on two phones is no second visit.
    post(&mut phone, &fields(&first, &to, "Pagi sekali", "0")).await;
    let conflict = post(&mut phone, &fields(&first, &to, "Siang", "0")).await;
    assert_eq!(conflict.json()["same_day"], false);
    // Without scripts the page says the same, and has a button for two visits.
    let page = phone
        .send_parts("/kunjungan", &fields(&second, &to, "Sore", ""), &[])
        .await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    let card = between(&page.text(), "aria-labelledby=\"h-bentrok\"", "</section>").unwrap();
    for part in ["Sudah ada kunjungan di hari itu", "name=\"terpisah\""] {
        assert!(card.contains(part), "{part}: {card}");
    }
    assert!(!card.contains("juga dicatat di tempat lain"), "{card}");
    let mut apart = fields(&second, &to, "Sore", "");
    apart.push(("terpisah", "1"));
    for _ in 0..2 {
        let reply = post(&mut phone, &apart).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
        assert_eq!(reply.json()["id"], Value::from(second.clone()));
    }
    let notes: Vec<String> = kept(&site, shop.id)
        .await
        .into_iter()
        .map(|row| row.note)
        .collect();
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes.contains(&"Pagi sekali".to_owned()) && notes.contains(&"Sore".to_owned()));
    // Noted once more in the words of one of them, it is that one.
    for (words, id) in [("Pagi sekali", &first), ("Sore", &second)] {
        let again = post(&mut phone, &fields(&fresh(&site), &to, words, "")).await;
        assert_eq!(again.json()["id"], Value::from(id.clone()), "{words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_comes_true_and_days_are_the_shops_own() {
    let site = Site::new().await;
    let malang = cared_for(&site, "081200000001", "35.73").await;
    let ambon = cared_for(&site, "081200000002", "81.71").await;
    let (mut phone, _) = mentor(&site, "dimas@contoh.id", &[malang.id, ambon.id]).await;
    phone.get("/kunjungan").await;
    let say = |id: &str, shop: &Shop, state: &str, day: &str| {
        [
            ("id", id.to_owned()),
            ("usaha", shop.id.to_string()),
            ("keadaan", state.to_owned()),
            ("tanggal", day.to_owned()),
            ("bahasan", "cash-book".to_owned()),
        ]
    };
    let table = [
        (&malang, "planned", "2026-11-26", StatusCode::OK),
        (&malang, "done", "2026-11-26", StatusCode::OK),
        (
            &malang,
            "done",
            "2026-11-27",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (&malang, "done", "2026-10-26", StatusCode::OK),
        (
            &malang,
            "done",
            "2026-10-25",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            &malang,
            "planned",
            "2026-11-25",
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (&malang, "planned", "2026-12-24", StatusCode::OK),
        (&malang, "done", "kemarin", StatusCode::UNPROCESSABLE_ENTITY),
    ];
    for (shop, state, day, expected) in table {
        let fields = say(&fresh(&site), shop, state, day);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let reply = post(&mut phone, &fields).await;
        assert_eq!(reply.status, expected, "{state} {day}: {}", reply.text());
        if expected == StatusCode::UNPROCESSABLE_ENTITY {
            assert_eq!(reply.json()["errors"][0]["field"], "tanggal", "{day}");
        }
    }
    // The plan of today became the visit of today.
    assert_eq!(kept(&site, malang.id).await.len(), 3);
    // A visit that is noted stays with its shop.
    let id = fresh(&site);
    for (shop, expected) in [
        (&malang, StatusCode::OK),
        (&ambon, StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let fields = say(&id, shop, "missed", "2026-11-20");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert_eq!(post(&mut phone, &fields).await.status, expected);
    }
    // At 23.30 in Malang it is tomorrow in Ambon.
    site.wait(13 * 3_600_000);
    for (shop, expected) in [
        (&malang, StatusCode::UNPROCESSABLE_ENTITY),
        (&ambon, StatusCode::OK),
    ] {
        let fields = say(&fresh(&site), shop, "done", "2026-11-27");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert_eq!(post(&mut phone, &fields).await.status, expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_is_noted_by_those_who_accompany() {
    let site = Site::new().await;
    let mut shop = cared_for(&site, "081200000001", "35.73").await;
    let (mut phone, _) = mentor(&site, "dimas@contoh.id", &[shop.id]).await;
    let (mut stranger, _) = mentor(&site, "retno@contoh.id", &[]).await;
    let (id, to) = (fresh(&site), shop.id.to_string());
    phone.get("/kunjungan").await;
    post(&mut phone, &fields(&id, &to, "Rahasia", "")).await;
    stranger.get("/kunjungan").await;
    // Another's id tells nothing, whether the shop is theirs or not.
    let reply = post(&mut stranger, &fields(&id, &to, "x", "0")).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert!(!reply.text().contains("Rahasia"));
    let other = cared_for(&site, "081200000003", "35.73").await;
    let db = site.platform.store.db();
    let retno = site.platform.find_person("retno@contoh.id").await.unwrap();
    naik_store::repo::shop::accompany(db, retno.id, other.id, 0)
        .await
        .unwrap();
    let reply = post(&mut stranger, &fields(&id, &other.id.to_string(), "x", "0")).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert_eq!(
        stranger.get(&format!("/kunjungan?ubah={id}")).await.status,
        StatusCode::NOT_FOUND
    );
    // Owners have no such page.
    assert_eq!(
        shop.browser.get("/kunjungan").await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(site.browser().get("/kunjungan").await.to(), "/masuk");
    // When the owner takes the consent back, the phone is told that the shop is no longer there.
    says(&site, shop.owner, Purpose::Mentoring, false).await;
    let reply = post(&mut phone, &fields(&fresh(&site), &to, "Sore", "")).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ended_costs_no_note() {
    let site = Site::new().await;
    let shop = cared_for(&site, "081200000001", "35.73").await;
    let (mut phone, _) = mentor(&site, "dimas@contoh.id", &[shop.id]).await;
    phone.get("/kunjungan").await;
    let (id, to) = (fresh(&site), shop.id.to_string());
    site.wait(400 * 24 * 3_600_000);
    let reply = post(&mut phone, &fields(&id, &to, "Lama di jalan", "")).await;
    assert_eq!(reply.status, StatusCode::UNAUTHORIZED, "{}", reply.text());
    // Without scripts the form waits until its owner has signed in again.
    let reply = phone
        .send_parts("/kunjungan", &fields(&id, &to, "x", ""), &[])
        .await;
    assert_eq!(reply.to(), "/masuk", "{}", reply.text());
    assert!(phone.cookies.contains_key("titipan"));
    assert!(kept(&site, shop.id).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_without_scripts_brings_its_photo_along() {
    let site = Site::new().await;
    let shop = cared_for(&site, "081200000001", "35.73").await;
    let (mut phone, _) = mentor(&site, "dimas@contoh.id", &[shop.id]).await;
    phone.get("/kunjungan").await;
    let (id, to) = (fresh(&site), shop.id.to_string());
    let bad = [
        ("id", id.as_str()),
        ("usaha", &to),
        ("keadaan", "done"),
        ("tanggal", TODAY),
        ("catatan", "Ketikan tetap ada"),
    ];
    let page = phone.send_parts("/kunjungan", &bad, &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.text().contains("Ketikan tetap ada") && page.text().contains("dibahas"),
        "{}",
        page.text()
    );
    let reply = phone
        .send_parts(
            "/kunjungan",
            &fields(&id, &to, "", ""),
            &[("foto", "a.jpg", PHOTO)],
        )
        .await;
    assert_eq!(reply.to(), "/kunjungan", "{}", reply.text());
    let row = visit::get(site.platform.store.db(), VisitId(id.parse().unwrap()))
        .await
        .unwrap();
    assert!(row.file.is_some());
    // The photo goes with the shop.
    let owner = shop.owner;
    site.platform.erase_person(owner).await.unwrap();
    site.platform.sweep_files(i64::MAX).await.unwrap();
    assert!(site.platform.store.blobs().all().await.unwrap().is_empty());
}
