//! Coming in, staying in, being let in again.

use axum::http::StatusCode;
use naik_core::account::Role;

use crate::site::{Browser, Reply, Site, between};

const PASSWORD: &str = "kucing di atas genteng";

async fn register(browser: &mut Browser, contact: &str, password: &str) -> Reply {
    let fields = [
        ("nama", "Bu Sri"),
        ("kontak", contact),
        ("sandi", password),
        ("izin", "service"),
        ("izin", "statistics"),
    ];
    browser.send("/daftar", &fields).await
}

async fn enter(browser: &mut Browser, contact: &str, password: &str) -> Reply {
    browser
        .send("/masuk", &[("kontak", contact), ("sandi", password)])
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_guest_made_comes_along() {
    let site = Site::new().await;
    let mut sri = site.browser();
    let id = sri.product().await;
    let reply = register(&mut sri, "0812 3456 7890", PASSWORD).await;
    assert_eq!(reply.to(), "/produk", "{}", reply.text());
    assert!(sri.get("/produk").await.text().contains(&id));
    // Beyond the life of a guest's draft.
    site.wait(40 * 24 * 3_600_000);
    let mut home = site.browser();
    assert_eq!(
        enter(&mut home, "+62 812-3456-7890", PASSWORD).await.to(),
        "/produk"
    );
    assert!(home.get("/produk").await.text().contains(&id));
    let account = home.get("/akun").await.text();
    assert!(
        account.contains("Bu Sri") && account.contains("0812-3456-7890"),
        "{account}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registration_says_what_is_wrong_with_each_field() {
    let site = Site::new().await;
    let mut sri = site.browser();
    let fields = [
        ("nama", "<b>Sri</b>"),
        ("kontak", "sri"),
        ("sandi", "1234567890"),
    ];
    let reply = sri.send("/daftar", &fields).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.text();
    for told in [
        "belum benar",
        "mudah ditebak",
        "belum diberikan",
        "&lt;b&gt;Sri",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(
        !page.contains("<b>Sri"),
        "what was typed is shown, never run"
    );
    assert!(
        !page.contains("1234567890"),
        "a password is never sent back"
    );

    register(&mut sri, "sri@contoh.id", PASSWORD).await;
    let mut other = site.browser();
    let twice = register(&mut other, "SRI@contoh.id", PASSWORD).await.text();
    assert!(twice.contains("sudah punya akun"), "{twice}");
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_locks_and_a_card_opens_again() {
    let site = Site::new().await;
    let mut sri = site.browser();
    register(&mut sri, "sri@contoh.id", PASSWORD).await;
    let mut thief = site.browser();
    for _ in 0..5 {
        let reply = enter(&mut thief, "sri@contoh.id", "tebakan satu dua").await;
        assert!(reply.text().contains("tidak cocok"), "{}", reply.text());
    }
    let locked = enter(&mut thief, "sri@contoh.id", PASSWORD).await;
    assert!(!locked.text().contains("tidak cocok"));
    assert_eq!(locked.status, StatusCode::UNPROCESSABLE_ENTITY);

    // Her own telephone, which has let her in before, lets her in all the same.
    sri.send("/keluar", &[]).await;
    assert_eq!(
        enter(&mut sri, "sri@contoh.id", PASSWORD).await.to(),
        "/produk"
    );
    // That forgave the guesses; the thief goes on.
    for _ in 0..5 {
        enter(&mut thief, "sri@contoh.id", "tebakan satu dua").await;
    }

    // The way back: the keeper of the machine makes a link.
    let found = site.platform.find_person("sri@contoh.id").await.unwrap();
    let fresh = site.platform.reset_access(found.id).await.unwrap();
    let mut phone = site.browser();
    let place = format!("/kartu/{}", fresh.secret);
    assert!(phone.get(&place).await.text().contains("Bu Sri"));
    assert_eq!(
        phone.get(&place).await.status,
        StatusCode::OK,
        "looking does not use it up"
    );
    let new = [("sandi", "sepeda tua warna biru")];
    assert_eq!(phone.send(&place, &new).await.to(), "/produk");
    assert_eq!(phone.get(&place).await.status, StatusCode::GONE);
    assert_eq!(phone.send(&place, &new).await.status, StatusCode::GONE);

    // Every session from before has ended, and the old password with it.
    assert_eq!(sri.get("/akun").await.to(), "/masuk");
    let mut old = site.browser();
    assert!(
        enter(&mut old, "sri@contoh.id", PASSWORD)
            .await
            .to()
            .is_empty()
    );
    assert_eq!(
        enter(&mut old, "sri@contoh.id", "sepeda tua warna biru")
            .await
            .to(),
        "/produk"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_who_has_an_account() {
    let site = Site::new().await;
    let mut sri = site.browser();
    register(&mut sri, "sri@contoh.id", PASSWORD).await;
    let mut thief = site.browser();
    let clean = |reply: Reply| {
        let text = reply.text();
        between(&text, "role=\"alert\"", "</div>").unwrap()
    };
    let known = clean(enter(&mut thief, "sri@contoh.id", "salah salah").await);
    let unknown = clean(enter(&mut thief, "budi@contoh.id", "salah salah").await);
    assert_eq!(known, unknown);
    // Nor by going on: both rest after as many guesses.
    for (contact, spelt) in [
        ("sri@contoh.id", "SRI@contoh.id"),
        ("budi@contoh.id", " Budi@Contoh.id"),
        ("081234567890", "0812-3456-7890"),
    ] {
        for _ in 0..5 {
            enter(&mut thief, contact, "salah salah").await;
        }
        let rests = enter(&mut thief, spelt, "salah salah").await.text();
        assert!(rests.contains("menit lagi"), "{contact}: {rests}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_everywhere_else() {
    let site = Site::new().await;
    let mut sri = site.browser();
    register(&mut sri, "sri@contoh.id", PASSWORD).await;
    let mut phone = site.browser();
    enter(&mut phone, "sri@contoh.id", PASSWORD).await;
    assert_eq!(phone.get("/akun").await.status, StatusCode::OK);
    sri.get("/akun").await;
    let new = [
        ("bagian", "sandi"),
        ("sandi_lama", PASSWORD),
        ("sandi", "sepeda tua warna biru"),
    ];
    assert_eq!(sri.send("/akun", &new).await.to(), "/akun");
    assert_eq!(phone.get("/akun").await.to(), "/masuk");
    assert_eq!(sri.get("/akun").await.status, StatusCode::OK);
    assert_eq!(sri.send("/keluar", &[]).await.to(), "/");
    assert_eq!(sri.get("/akun").await.to(), "/masuk");
}

#[tokio::test(flavor = "multi_thread")]
async fn consents_are_given_and_taken_back() {
    let site = Site::new().await;
    let mut sri = site.browser();
    register(&mut sri, "sri@contoh.id", PASSWORD).await;
    sri.get("/akun").await;
    let reply = sri
        .send("/akun", &[("bagian", "izin"), ("izin", "gallery")])
        .await;
    assert_eq!(reply.to(), "/akun");
    let found = site.platform.find_person("sri@contoh.id").await.unwrap();
    let given = naik_store::repo::consent::given(site.platform.store.db(), found.id)
        .await
        .unwrap();
    let words: Vec<&str> = given.iter().map(|purpose| purpose.key()).collect();
    assert_eq!(
        words,
        ["service", "gallery"],
        "statistics was taken back, the account's own stays"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_lets_an_owner_in_by_card() {
    let site = Site::new().await;
    let mut mentor = site
        .signed_in(Role::Mentor, "dimas@contoh.id", "35.73")
        .await;
    assert_eq!(mentor.get("/binaan").await.status, StatusCode::OK);
    let fields = [
        ("nama", "Mbah Karto"),
        ("toko", "Tanah Pagelaran"),
        ("kontak", "0812 0000 0102"),
    ];
    let card = mentor.send("/binaan/kartu", &fields).await;
    assert_eq!(card.status, StatusCode::OK, "{}", card.text());
    assert!(card.text().contains("<svg"), "the QR code");
    assert!(
        mentor
            .get("/binaan")
            .await
            .text()
            .contains("Tanah Pagelaran")
    );

    let bad = mentor
        .send("/binaan/kartu", &[("nama", ""), ("kontak", "08")])
        .await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!bad.text().contains("<svg xmlns"), "no card is made");
}

#[tokio::test(flavor = "multi_thread")]
async fn times_are_told_by_the_clock_of_ones_own_area() {
    let site = Site::new().await;
    let mut pages = Vec::new();
    for (contact, area) in [("081200000001", "35.73"), ("081200000002", "51.71")] {
        let mut owner = site.signed_in(Role::Owner, contact, area).await;
        owner.product().await;
        pages.push(owner);
    }
    site.wait(2 * 3_600_000);
    for (owner, told) in pages
        .iter_mut()
        .zip(["hari ini, 10.30<", "hari ini, 11.30 WITA<"])
    {
        let page = owner.get("/produk").await.text();
        assert!(page.contains(told), "{told}: {page}");
    }
}
