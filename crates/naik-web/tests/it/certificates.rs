//! Certificates through the real site: had by the owner, checked by anyone, and telling no more than the owner lets them.

use axum::http::StatusCode;
use naik_core::account::Role;
use naik_core::id::{BadgeId, Uuid};
use naik_core::lang::Lang;
use naik_core::programme::certificate::Number;

use crate::badges::give;
use crate::growth::{open_shop, shop_id};
use crate::papers::says;
use crate::programme::{City, who};
use crate::site::{Site, between};

const DAY: i64 = 24 * 3_600_000;

/// The page of a number.
fn page_of(number: &str) -> String {
    format!("/sertifikat/{number}")
}

/// A city with a shop on the second level, and the number of its certificate.
async fn certified() -> (City, String) {
    let mut city = City::new().await;
    city.up_to_two().await;
    let platform = &city.site.platform;
    let mentor = who(&city.site, "dimas@contoh.id").await;
    let standing = platform.course(&mentor, city.shop).await.unwrap().standing;
    let change = platform.store.begin().await.unwrap();
    let words = naik_web::words(Lang::Id);
    let _new = platform
        .settle_badges(&change, &words, city.shop, &standing)
        .await
        .unwrap();
    change.commit().await.unwrap();
    let page = city.owner.get("/kelasku").await.text();
    let number = between(&page, "href=\"/sertifikat/", "\"").unwrap();
    (city, number)
}

#[tokio::test(flavor = "multi_thread")]
async fn anyone_checks_a_number_and_its_owner_has_the_paper() {
    let (mut city, number) = certified().await;
    let place = page_of(&number);
    let shop = naik_store::repo::shop::get(city.site.platform.store.db(), city.shop)
        .await
        .unwrap()
        .name;
    let mut anyone = city.site.browser();
    let page = anyone.get(&place).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let page = page.text();
    for told in [
        "Asli dan berlaku",
        "Level 2: Terlihat",
        "25 November 2026",
        "Dinas Koperasi",
        number.as_str(),
        "Nama tidak ditampilkan",
        "tidak membuktikan nama yang tertulis di kertas",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    for secret in [shop.as_str(), "Orang", "dimas", "Unduh PDF"] {
        assert!(!page.contains(secret), "{secret}: {page}");
    }
    // The owner hands the paper out: it names the shop and who stands for it, and leads here.
    let paper = format!("{place}.pdf");
    let page = city.owner.get(&place).await.text();
    assert!(page.contains(&paper) && page.contains("Tampilkan nama usahaku"));
    let pdf = city.owner.get(&paper).await;
    let name = pdf.header("content-disposition").to_owned();
    assert!(name.contains(&format!("sertifikat-{number}.pdf")), "{name}");
    let link = format!("naik.example{place}");
    let wanted = [
        "Sertifikat Naik Kelas",
        shop.as_str(),
        "Kota Malang",
        "Level 2: Terlihat",
        "Orang dimas@contoh.id",
        "25 November 2026",
        "Dinas Koperasi",
        number.as_str(),
        link.as_str(),
    ];
    says(&pdf, &wanted);
    // So do its mentor, a checker and a manager of the place; nobody else.
    let sheet = city.mentor.get(&format!("/binaan/{}", city.shop)).await;
    assert!(sheet.text().contains(&place), "{}", sheet.text());
    for browser in [&mut city.mentor, &mut city.checker] {
        assert_eq!(browser.get(&paper).await.status, StatusCode::OK);
    }
    for (role, contact, area, status) in [
        (Role::Manager, "bagus@contoh.id", "35.73", StatusCode::OK),
        (
            Role::Manager,
            "lain@contoh.id",
            "33.74",
            StatusCode::NOT_FOUND,
        ),
        (
            Role::Mentor,
            "retno@contoh.id",
            "35.73",
            StatusCode::NOT_FOUND,
        ),
        (
            Role::Owner,
            "0812 0000 0009",
            "35.73",
            StatusCode::NOT_FOUND,
        ),
    ] {
        let mut browser = city.site.signed_in(role, contact, area).await;
        assert_eq!(browser.get(&paper).await.status, status, "{role:?} {area}");
        assert_eq!(browser.get(&place).await.status, StatusCode::OK);
    }
    assert_eq!(anyone.get(&paper).await.to(), "/masuk");
    // Every badge leads to its certificate.
    let badge = between(&page, "href=\"/lencana/", "\"").unwrap();
    let badge = anyone.get(&format!("/lencana/{badge}")).await.text();
    assert!(badge.contains(&format!("href=\"{place}\"")), "{badge}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_may_be_typed_as_people_type() {
    let site = Site::new().await;
    open_shop(&site, 1, &[]).await;
    let number = Number::of(give(&site, None).await).to_string();
    let place = page_of(&number);
    let mut anyone = site.browser();
    let form = anyone.get("/sertifikat").await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.text().contains("name=\"nomor\""));
    let bare = number.replace('-', "").to_lowercase();
    let spaced = number.replace('-', "%20");
    for typed in [number.as_str(), &bare, &spaced] {
        let reply = anyone.get(&format!("/sertifikat?nomor={typed}")).await;
        assert_eq!(reply.to(), place, "{typed}: {}", reply.text());
        if typed != number {
            assert_eq!(anyone.get(&page_of(typed)).await.to(), place, "{typed}");
        }
    }
    // One wrong letter is told from a number that nobody has.
    let wrong = if number.ends_with('0') { "1" } else { "0" };
    let wrong = format!("{}{wrong}", &number[..number.len() - 1]);
    for (typed, told) in [
        (wrong.as_str(), "Ada huruf atau angka yang keliru"),
        ("7H3K", "Nomor sertifikat ada 12 huruf dan angka, ini 4"),
        ("%F0%9F%92%A5", "Tidak ada nomor sertifikat yang memuat"),
    ] {
        let asked = anyone.get(&format!("/sertifikat?nomor={typed}")).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        let followed = anyone.get(&page_of(typed)).await;
        assert_eq!(followed.status, StatusCode::NOT_FOUND, "{typed}");
        for reply in [asked, followed] {
            assert!(reply.text().contains(told), "{typed}: {}", reply.text());
        }
    }
    let empty = anyone.get("/sertifikat?nomor=").await.text();
    assert!(empty.contains("Nomornya belum diisi"), "{empty}");
    let strange = Number::of(BadgeId(Uuid::from_u128(77))).to_string();
    let unknown = anyone.get(&page_of(&strange)).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.text().contains("Nomor ini tidak kami kenal"));
    let mut owner = site.signed_in(Role::Owner, "0812 0000 0009", "35.73").await;
    for file in [format!("{strange}.pdf"), "x.pdf".to_owned()] {
        let reply = owner.get(&page_of(&file)).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{file}");
    }
    // Whoever tries numbers by machine is slowed down.
    let mut machine = site.browser();
    let mut last = StatusCode::NOT_FOUND;
    for _ in 0..60 {
        last = machine.get(&page_of(&strange)).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_names_a_shop_while_its_owner_lets_it() {
    let (mut city, number) = certified().await;
    let place = page_of(&number);
    let shop = naik_store::repo::shop::get(city.site.platform.store.db(), city.shop)
        .await
        .unwrap()
        .name;
    let page = city.owner.get(&place).await.text();
    let badge = between(&page, "href=\"/lencana/", "\"").unwrap();
    let yes = [("tujuan", "gallery"), ("jawab", "beri")];
    city.owner.send("/izin", &yes).await;
    // What is said in one moment has no order.
    city.site.wait(1000);
    let shown = format!("/lencana/{badge}/tampil");
    city.owner.send(&shown, &[("nama", "1")]).await;
    let mut anyone = city.site.browser();
    let page = anyone.get(&place).await.text();
    assert!(page.contains(&shop), "{page}");
    assert!(!page.contains("tidak membuktikan nama"), "{page}");
    let no = [("tujuan", "gallery"), ("jawab", "cabut")];
    let reply = city.owner.send("/izin", &no).await;
    assert_eq!(reply.to(), "/izin", "{}", reply.text());
    let page = anyone.get(&place).await.text();
    assert!(!page.contains(&shop), "{page}");
    assert!(page.contains("Asli dan berlaku"), "{page}");
    // Whoever no longer wants to be accompanied keeps the paper; the mentor has it no more.
    let no = [("tujuan", "mentoring"), ("jawab", "cabut")];
    city.owner.send("/izin", &no).await;
    let paper = format!("{place}.pdf");
    assert_eq!(city.owner.get(&paper).await.status, StatusCode::OK);
    assert_eq!(city.mentor.get(&paper).await.status, StatusCode::NOT_FOUND);
    assert_eq!(city.checker.get(&paper).await.status, StatusCode::NOT_FOUND);
    // It is theirs to take along.
    let zip = city.owner.send("/izin/data.zip", &[]).await;
    let name = format!("shops/{}/badges/{number}.json", city.shop);
    let listed = zip
        .body
        .windows(name.len())
        .any(|part| part == name.as_bytes());
    assert!(listed, "{name}");
    // And gone with them.
    city.owner.get("/izin").await;
    city.owner.send("/izin/hapus", &[("kata", "HAPUS")]).await;
    let page = anyone.get(&place).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.text().contains("Nomor ini tidak kami kenal"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_ended_or_was_taken_back_is_told_as_such() {
    let (mut city, number) = certified().await;
    let place = page_of(&number);
    let mut anyone = city.site.browser();
    // Nothing renews what the level rests on.
    for _ in 0..3 {
        city.site.wait(20 * DAY);
        // Whoever comes by now and then stays signed in.
        city.owner.get("/kelasku").await;
    }
    let page = anyone.get(&place).await.text();
    assert!(page.contains("Sudah habis masanya"), "{page}");
    let pdf = city.owner.get(&format!("{place}.pdf")).await;
    says(&pdf, &["Berlaku sampai"]);
    // A level that no longer stands has no certificate to show off.
    let own = city.owner.get("/kelasku").await.text();
    assert!(!own.contains(&place), "{own}");
    let badge = between(&page, "href=\"/lencana/", "\"").unwrap();
    let mut manager = city
        .site
        .signed_in(Role::Manager, "bagus@contoh.id", "35.73")
        .await;
    let reason = "Bukti pesanan ternyata milik toko lain";
    let revoke = format!("/lencana/{badge}/cabut");
    manager.send(&revoke, &[("alasan", reason)]).await;
    let page = anyone.get(&place).await.text();
    assert!(page.contains("Dicabut") && page.contains(reason), "{page}");
    assert!(!city.owner.get(&place).await.text().contains("Unduh PDF"));
    let pdf = city.owner.get(&format!("{place}.pdf")).await;
    assert_eq!(pdf.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(pdf.text().contains(reason), "{}", pdf.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_completed_programme_has_a_certificate_too() {
    use naik_app::platform::badge::{About, Award};

    let site = Site::new().await;
    crate::growth::city(&site).await;
    let award = Award {
        shop: shop_id(1),
        about: About::Programme(crate::growth::COHORT),
        since: jiff::civil::date(2026, 7, 6),
        until: None,
    };
    let change = site.platform.store.begin().await.unwrap();
    let words = naik_web::words(Lang::Id);
    let id = site
        .platform
        .issue_badge(&change, &words, award)
        .await
        .unwrap();
    change.commit().await.unwrap();
    let number = Number::of(id);
    let page = site.browser().get(&format!("/sertifikat/{number}")).await;
    let page = page.text();
    for told in [
        "Asli dan berlaku",
        "Naik Kelas 6 Bulan",
        "Dinas Koperasi",
        "tidak ada batas",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let owner = who(&site, "pemilik1@contoh.id").await;
    let words = naik_web::words(Lang::En);
    let (pdf, name) = site
        .platform
        .certificate_paper(&owner, number, "https://naik.example", words)
        .await
        .unwrap();
    assert_eq!(name, format!("sertifikat-{number}.pdf"));
    if let Some(text) = crate::papers::read(&pdf) {
        for told in ["Toko 1", "Naik Kelas Malang", "26 weeks", "Dinas Koperasi"] {
            assert!(text.contains(told), "{told}: {text}");
        }
    }
}
