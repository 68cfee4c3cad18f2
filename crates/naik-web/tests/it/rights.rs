//! Data & izin: consents with their clock, who looked, all data to take along, erasure in database and file store.

use axum::http::StatusCode;
use naik_app::platform::account::Invitation;
use naik_core::account::Role;
use naik_core::id::ShopId;
use naik_core::lang::Lang;
use naik_store::repo::{Page, audit, erasure, shop};

use crate::site::{PHOTO, Site, between};

const SRI: &str = "0812 0000 0001";

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawal_shows_its_clock_and_its_history() {
    let site = Site::new().await;
    let mut sri = site.signed_in(Role::Owner, SRI, "35.73").await;
    assert_eq!(site.browser().get("/izin").await.to(), "/masuk");
    let before = sri.get("/izin").await.text();
    assert!(!before.contains("jam-cabut"), "{before}");

    let word =
        |purpose: &'static str, answer: &'static str| [("tujuan", purpose), ("jawab", answer)];
    let given = sri.send("/izin", &word("mentoring", "beri")).await;
    assert_eq!(given.to(), "/izin");
    site.wait(3_600_000);
    sri.send("/izin", &word("mentoring", "cabut")).await;
    let page = sri.get("/izin").await.text();
    let card = between(&page, "id=\"izin-mentoring\"", "</form>").unwrap();
    for told in [
        "Dicabut 26 November 2026, 11.30",
        "29 November 2026, 11.30, 72 jam lagi",
        "Riwayat (2)",
        "26 November 2026, 10.30",
        "value=\"beri\"",
    ] {
        assert!(card.contains(told), "{told}: {card}");
    }
    // The clock runs out, and what was withdrawn stays so.
    site.wait(80 * 3_600_000);
    let late = sri.get("/izin").await.text();
    assert!(late.contains("Batas 3 x 24 jam sudah lewat"), "{late}");

    let account = sri.send("/izin", &word("service", "cabut")).await;
    assert_eq!(
        account.status,
        StatusCode::FORBIDDEN,
        "that is done by erasing"
    );
    for bad in [word("none", "beri"), word("gallery", "mungkin")] {
        assert_eq!(
            sri.send("/izin", &bad).await.status,
            StatusCode::BAD_REQUEST
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_sees_who_may_look_and_who_did() {
    let site = Site::new().await;
    let mut sri = site.signed_in(Role::Owner, SRI, "35.73").await;
    let id = sri.product().await;
    let mut mentor = site
        .signed_in(Role::Mentor, "dimas@contoh.id", "35.73")
        .await;
    let owner = site.platform.find_person(SRI).await.unwrap();
    let dimas = site.platform.find_person("dimas@contoh.id").await.unwrap();
    let db = site.platform.store.db();
    let mine = naik_store::repo::access::member(db, &owner).await.unwrap();
    shop::accompany(db, dimas.id, mine.shops[0].0, 1)
        .await
        .unwrap();

    let place = format!("/produk/{id}/foto");
    assert_eq!(
        mentor.get(&place).await.status,
        StatusCode::NOT_FOUND,
        "no consent yet"
    );
    let agree = [("tujuan", "mentoring"), ("jawab", "beri")];
    sri.get("/izin").await;
    sri.send("/izin", &agree).await;
    for _ in 0..3 {
        assert_eq!(mentor.get(&place).await.status, StatusCode::OK);
    }
    let page = sri.get("/izin").await.text();
    let looks = between(&page, "id=\"h-lihat\"", "</section>").unwrap();
    assert_eq!(looks.matches("membuka produk tokomu").count(), 1, "{looks}");
    assert!(
        looks.contains("Orang dimas@contoh.id, Pendamping"),
        "{looks}"
    );
    assert!(looks.contains("mencoba membuka, ditolak"), "{looks}");
    let roles = between(&page, "id=\"h-siapa\"", "</section>").unwrap();
    let of_mentor = between(&roles, "Pendamping</b>", "</ul>").unwrap();
    assert!(of_mentor.contains("melihat produk, foto, dan kit"));

    sri.send("/izin", &[("tujuan", "mentoring"), ("jawab", "cabut")])
        .await;
    assert_eq!(
        mentor.get(&place).await.status,
        StatusCode::NOT_FOUND,
        "at once"
    );
    let page = sri.get("/izin").await.text();
    assert!(page.contains("1 pendamping tidak bisa lagi"), "{page}");
    let roles = between(&page, "id=\"h-siapa\"", "</section>").unwrap();
    let of_mentor = between(&roles, "Pendamping</b>", "</ul>").unwrap();
    assert!(!of_mentor.contains("melihat produk, foto, dan kit"));

    // Nobody sees who looked at others' data.
    let mut other = site.signed_in(Role::Owner, "0812 0000 0002", "35.73").await;
    assert!(!other.get("/izin").await.text().contains("dimas@contoh.id"));
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_can_be_taken_along() {
    let site = Site::new().await;
    let mut sri = site.signed_in(Role::Owner, SRI, "35.73").await;
    let id = sri.product().await;
    sri.send(
        &format!("/produk/{id}/fakta/nama"),
        &[("product.name", "Keripik tempe")],
    )
    .await;
    let words = [("komentar", "halo"), ("boleh", "@langganan")];
    sri.send_parts("/komentar", &words, &[]).await;
    let sale = [("nama", "Sambal"), ("uang", "5rb")];
    sri.send("/jualan", &sale).await;
    let line = [("arah", "out"), ("uang", "2rb"), ("untuk", "cabai rawit")];
    sri.send("/jualan/kas", &line).await;
    let reply = sri.send("/izin/data.zip", &[]).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.header("content-type"), "application/zip");
    assert_eq!(reply.header("content-length"), reply.body.len().to_string());
    let names = names(&reply.body);
    let photo = format!("products/{id}/photos/");
    assert!(
        names.iter().any(|name| name.starts_with(&photo)),
        "{names:?}"
    );
    assert!(names.contains(&"data.json".to_owned()));
    for book in ["/sales-0001.json", "/cash-0001.json"] {
        assert!(names.iter().any(|name| name.ends_with(book)), "{names:?}");
    }
    let holds = |needle: &[u8]| reply.body.windows(needle.len()).any(|part| part == needle);
    assert!(holds(&PHOTO[1000..1200]), "the photo itself, byte by byte");
    let left = std::fs::read_dir(site.place.path().join("work"));
    assert_eq!(
        left.map_or(0, Iterator::count),
        0,
        "nothing stays on the disk"
    );

    assert_eq!(
        site.browser().send("/izin/data.zip", &[]).await.to(),
        "/masuk"
    );
    let mut thief = site.browser();
    thief.cookies = sri.cookies.clone();
    let forged = thief.send_raw("/izin/data.zip", &[("csrf", "palsu")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
}

/// The names in the list at the end of a ZIP.
fn names(zip: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for at in 0..zip.len().saturating_sub(46) {
        if zip[at..].starts_with(b"PK\x01\x02") {
            let length = usize::from(u16::from_le_bytes([zip[at + 28], zip[at + 29]]));
            found.push(String::from_utf8_lossy(&zip[at + 46..at + 46 + length]).into_owned());
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn erasing_leaves_nothing_but_a_number() {
    let site = Site::new().await;
    let mut sri = site.signed_in(Role::Owner, SRI, "35.73").await;
    let id = sri.product().await;
    sri.send(
        &format!("/produk/{id}/fakta/nama"),
        &[("product.name", "Keripik rahasia")],
    )
    .await;
    sri.send(&format!("/produk/{id}/kit"), &[]).await;
    sri.send_parts(
        "/komentar",
        &[("komentar", "a"), ("boleh", "@rahasia")],
        &[],
    )
    .await;
    // The same photo is another owner's too: it stays.
    let mut budi = site.signed_in(Role::Owner, "0812 0000 0002", "35.73").await;
    let theirs = budi.product().await;
    let owner = site.platform.find_person(SRI).await.unwrap();
    let file = site.place.path().join("cadangan.tar");
    site.platform.back_up(&file).await.unwrap();
    std::fs::remove_file(&file).unwrap();
    let files_before = site.platform.store.blobs().all().await.unwrap().len();
    assert_eq!(files_before, 1, "one photo, kept once");

    let page = sri.get("/izin").await.text();
    assert!(
        page.contains("Cadangan server terakhir dibuat 26 November 2026"),
        "{page}"
    );
    for wrong in ["", "hapus", "HAPUSKAN"] {
        let reply = sri.send("/izin/hapus", &[("kata", wrong)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    assert!(site.platform.find_person(SRI).await.is_ok());

    // Entries of the log have an order only when they have times of their own.
    site.wait(1000);
    // Books, page and programme are counted too.
    for amount in ["5rb", "6rb", "7rb"] {
        sri.send("/jualan", &[("nama", "Sambal"), ("uang", amount)])
            .await;
    }
    for what in ["gula", "garam"] {
        let line = [("arah", "out"), ("uang", "2rb"), ("untuk", what)];
        sri.send("/jualan/kas", &line).await;
    }
    let front = [("alamat", "sri-rahasia"), ("buka", "1"), ("revisi", "0")];
    let opened = sri.send("/toko-saya", &front).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    // What waits for this browser goes too.
    let guest = sri.cookies["tamu"].clone();
    let reply = sri.send("/izin/hapus", &[("kata", " HAPUS ")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let place = reply.to().to_owned();
    let receipt = sri.get(&place).await;
    assert_eq!(receipt.status, StatusCode::OK);
    let text = receipt.text();
    for told in [
        "HPS-20261126-",
        "26 November 2026, 10.30",
        "<dd>1</dd>",
        "<dd>0</dd>",
        "<dt>penjualan</dt><dd>3</dd>",
        "<dt>baris kas</dt><dd>2</dd>",
        "<dt>halaman toko</dt><dd>1</dd>",
        "<dt>catatan program</dt><dd>0</dd>",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    for secret in ["0812", "Orang", "rahasia", &owner.id.to_string(), &id] {
        assert!(!text.contains(secret), "the receipt names {secret}");
    }
    for cookie in ["sesi", "kenal"] {
        assert!(!sri.cookies.contains_key(cookie), "{cookie}");
    }
    assert_ne!(sri.cookies.get("tamu"), Some(&guest));
    assert_eq!(sri.get("/izin").await.to(), "/masuk");

    // Database.
    let platform = &site.platform;
    let db = platform.store.db();
    assert!(platform.find_person(SRI).await.is_err());
    for secret in [
        "Keripik rahasia",
        "@rahasia",
        "Orang 0812 0000 0001",
        "6281200000001",
    ] {
        assert!(
            !is_in_database(&site, secret).await,
            "{secret} is still there"
        );
    }
    for secret in [
        "Keripik rahasia",
        "@rahasia",
        "Orang 0812 0000 0001",
        "6281200000001",
    ] {
        assert!(
            !site.keeps(secret),
            "{secret} still lies in a file of the folder, as bytes"
        );
    }
    let subject = format!("person:{}", owner.id);
    let some = Page { skip: 0, take: 50 };
    let entries = audit::list(db, Some(&subject), some).await.unwrap();
    assert!(entries.iter().any(|entry| entry.action == "erase-person"));
    let number = place.rsplit('/').next().unwrap();
    let kept = erasure::get(db, number).await.unwrap();
    assert_eq!((kept.shops, kept.products, kept.files), (1, 1, 0));

    // File store: what Budi needs is there, and goes with him.
    assert_eq!(platform.store.blobs().all().await.unwrap().len(), 1);
    assert_eq!(
        budi.get(&format!("/produk/{theirs}/foto")).await.status,
        StatusCode::OK
    );
    budi.get("/izin").await;
    let gone = budi.send("/izin/hapus", &[("kata", "HAPUS")]).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    platform.sweep_files(i64::MAX).await.unwrap();
    assert!(platform.store.blobs().all().await.unwrap().is_empty());
    let text = budi.get(gone.to()).await.text();
    assert_eq!(text.matches("<dd>1</dd>").count(), 3, "{text}");
    for odd in ["HPS-20261126-0000000000", "..%2f", "%00", "a'b"] {
        let reply = budi.get(&format!("/izin/tanda/{odd}")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{odd}");
    }
}

/// Whether a text stands in any row: everything that is kept, written out as a backup.
async fn is_in_database(site: &Site, needle: &str) -> bool {
    let file = site.place.path().join("baris.tar");
    naik_app::platform::keeping::back_up(&site.platform.store, &file)
        .await
        .unwrap();
    let bytes = std::fs::read(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    bytes
        .windows(needle.len())
        .any(|part| part == needle.as_bytes())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_shop_stays_and_an_admin_is_sent_to_the_machine() {
    let site = Site::new().await;
    let mut sri = site.signed_in(Role::Owner, SRI, "35.73").await;
    let id = sri.product().await;
    let owner = site.platform.find_person(SRI).await.unwrap();
    let db = site.platform.store.db();
    let shop: ShopId = naik_store::repo::access::member(db, &owner)
        .await
        .unwrap()
        .shops[0]
        .0;
    let wish = Invitation {
        name: "Pak Budi".to_owned(),
        contact: "budi@contoh.id".to_owned(),
        role: Role::Owner,
        area: "35.73".to_owned(),
        shop: String::new(),
        lang: Lang::Id,
    };
    let budi = site.platform.create_person(wish).await.unwrap().person;
    shop::join(db, shop, budi.id, naik_core::access::Post::Owner, 1)
        .await
        .unwrap();
    let page = sri.get("/izin").await.text();
    assert!(
        !page.contains("dengan semua produk, foto, dan kit"),
        "{page}"
    );
    assert_eq!(
        sri.send("/izin/hapus", &[("kata", "HAPUS")]).await.status,
        StatusCode::SEE_OTHER
    );
    let id = id.parse().unwrap();
    let product = naik_store::repo::product::get(db, id, site.platform.now()).await;
    assert!(product.is_ok(), "the other owner's too");

    let mut admin = site.signed_in(Role::Admin, "admin@contoh.id", "").await;
    admin.get("/izin").await;
    let refused = admin.send("/izin/hapus", &[("kata", "HAPUS")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("naikkelas admin erase"));
    assert!(site.platform.find_person("admin@contoh.id").await.is_ok());
}
