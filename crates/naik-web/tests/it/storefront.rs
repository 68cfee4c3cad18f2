//! Toko: opened by its owner, seen by everyone, gone when it is withdrawn.

use axum::http::StatusCode;
use naik_core::access::Post;
use naik_core::account::Role;
use naik_core::facts::Facts;
use naik_core::id::{ProductId, ShopId};
use naik_core::money::Rupiah;
use naik_store::repo::storefront::Storefront;
use naik_store::repo::{person, product, shop, storefront};

use crate::feeds::{added, pictured};
use crate::site::{Browser, Site};

/// Made for this project; the merchant does not exist.
pub(crate) const QRIS: &str = "00020101021126660016ID.CO.CONTOH.WWW0118936000000000000001021300000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204581253033605802ID5914KERIPIK BU SRI6009SURAKARTA61055711162070703A016304CFA3";

/// A shop with one product at Rp18.000.
pub(crate) async fn opened(site: &Site) -> (Browser, String) {
    let mut phone = site.signed_in(Role::Owner, "0812-0000-0001", "35.73").await;
    let id = phone.product().await;
    for (card, field, value) in [
        ("nama", "product.name", "Keripik <Tempe>"),
        ("harga", "product.price", "18rb"),
    ] {
        let place = format!("/produk/{id}/fakta/{card}");
        let reply = phone.send(&place, &[(field, value)]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    let reply = phone.send("/toko-saya", &form(&id, "bu-sri", "0")).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    (phone, id)
}

pub(crate) fn form<'a>(
    product: &'a str,
    slug: &'a str,
    revision: &'a str,
) -> Vec<(&'a str, &'a str)> {
    vec![
        ("revisi", revision),
        ("buka", "1"),
        ("alamat", slug),
        ("tentang", "Dari dapur sendiri </script><b>"),
        ("wa", "0812-3456-7890"),
        ("qris", QRIS),
        ("warna", "pandan"),
        ("buka-1", "1"),
        ("dari-1", "08:00"),
        ("sampai-1", "17:00"),
        ("tampil", product),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_sees_what_stands_on_the_shelf() {
    let site = Site::new().await;
    let (_, _) = opened(&site).await;
    let mut guest = site.browser();
    let page = guest.get("/toko/bu-sri").await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    for part in [
        "Keripik &lt;Tempe&gt;",
        "Rp18.000",
        "kain-pandan",
        "08.00 – 17.00",
        "https://wa.me/6281234567890?text=",
        "<link rel=\"canonical\" href=\"https://naik.example/toko/bu-sri\">",
        "\"openingHoursSpecification\"",
        "og:title",
        "Dari dapur sendiri \\u003c/script>",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let page = guest
        .get("/toko/bu-sri/keripik-tempe?jumlah=3")
        .await
        .text();
    for part in [
        "Rp54.000",
        "qr.svg?jumlah=3",
        "saya%20mau%20pesan%203%20Keripik",
        "tidak tahu apakah uangnya sudah masuk",
        "\"priceCurrency\": \"IDR\"",
        "product:price:amount\" content=\"18000\"",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.to_lowercase().contains("lunas"));
    let code = guest
        .get("/toko/bu-sri/keripik-tempe/qr.svg?jumlah=3")
        .await;
    assert_eq!(
        (code.status, code.header("content-type")),
        (StatusCode::OK, "image/svg+xml")
    );
    assert!(code.text().contains("<svg"));
    // More than QRIS carries at once: no code, and the page still stands.
    let page = guest
        .get("/toko/bu-sri/keripik-tempe?jumlah=600")
        .await
        .text();
    assert!(page.contains("Rp10.800.000") && !page.contains("qr.svg"));
    assert!(page.contains("paling banyak Rp10.000.000"), "{page}");
    let code = guest
        .get("/toko/bu-sri/keripik-tempe/qr.svg?jumlah=600")
        .await;
    assert_eq!(code.status, StatusCode::UNPROCESSABLE_ENTITY);
    for place in [
        "/toko/tiada",
        "/toko/bu-sri/tiada",
        "/toko/bu-sri/keripik-tempe/x.jpg",
        "/toko/bu-sri/keripik-tempe/..%2f..%2fkit.json",
    ] {
        assert_eq!(
            guest.get(place).await.status,
            StatusCode::NOT_FOUND,
            "{place}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn feeds_and_sitemaps_name_every_product() {
    let site = Site::new().await;
    let (_, id) = opened(&site).await;
    pictured(&site, id.parse().unwrap(), 1).await;
    let mut robot = site.browser();
    let meta = robot.get("/toko/bu-sri/meta.csv").await;
    assert!(
        meta.headers.get("set-cookie").is_none(),
        "what caches keep for everyone makes nobody a guest"
    );
    let meta = meta.text();
    assert!(
        meta.starts_with("id,title,description,availability"),
        "{meta}"
    );
    assert!(
        meta.contains(",Keripik <Tempe>") && meta.contains("18000 IDR"),
        "{meta}"
    );
    let google = robot.get("/toko/bu-sri/google.xml").await.text();
    for part in [
        "<g:price>18000 IDR</g:price>",
        "<g:link>https://naik.example/toko/bu-sri/keripik-tempe</g:link>",
        "Keripik &lt;Tempe&gt;",
    ] {
        assert!(google.contains(part), "{part}: {google}");
    }
    let map = robot.get("/toko/bu-sri/sitemap.xml").await.text();
    assert!(
        map.contains(
            "<loc>https://naik.example/toko/bu-sri/keripik-tempe</loc><lastmod>2026-11-26</lastmod>"
        ),
        "{map}"
    );
    let all = robot.get("/sitemap.xml").await.text();
    assert!(
        all.contains("https://naik.example/toko/bu-sri/sitemap.xml"),
        "{all}"
    );
    let robots = robot.get("/robots.txt").await.text();
    assert!(
        robots.contains("Sitemap: https://naik.example/sitemap.xml"),
        "{robots}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_that_is_withdrawn_is_gone() {
    let site = Site::new().await;
    let (mut phone, id) = opened(&site).await;
    let reply = phone.send("/toko-saya/tarik", &[]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let mut guest = site.browser();
    for place in [
        "/toko/bu-sri",
        "/toko/bu-sri/keripik-tempe",
        "/toko/bu-sri/meta.csv",
        "/toko/bu-sri/keripik-tempe/qr.svg",
    ] {
        assert_eq!(guest.get(place).await.status, StatusCode::GONE, "{place}");
    }
    assert!(!guest.get("/sitemap.xml").await.text().contains("bu-sri"));
    assert!(
        phone
            .get("/toko-saya")
            .await
            .text()
            .contains("sudah kamu tarik")
    );
    // Opened anew.
    let reply = phone.send("/toko-saya", &form(&id, "bu-sri", "2")).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    assert_eq!(guest.get("/toko/bu-sri").await.status, StatusCode::OK);
    // Closed for a while is not gone.
    let closed: Vec<_> = form(&id, "bu-sri", "3")
        .into_iter()
        .filter(|(name, _)| *name != "buka")
        .collect();
    phone.send("/toko-saya", &closed).await;
    assert_eq!(
        guest.get("/toko/bu-sri").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_shop_may_not_say_is_refused_with_its_reason() {
    let site = Site::new().await;
    let (mut phone, id) = opened(&site).await;
    let dynamic = "00020101021226660016ID.CO.CONTOH.WWW0118936000000000000001021300000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204581253033605405250005802ID5914KERIPIK BU SRI6009SURAKARTA61055711162070703A0163044A1F";
    let damaged = QRIS.replace("BU SRI", "BU SRO");
    for (field, value, said) in [
        ("alamat", "admin", "tidak bisa dipakai toko"),
        ("alamat", "slot-gacor", "kurang pantas"),
        ("alamat", "x", "belum benar"),
        ("wa", "halo", "WhatsApp"),
        ("qris", dynamic, "hanya untuk satu pembayaran"),
        ("qris", &damaged, "berubah satu huruf"),
        ("qris", "https://contoh.id", "bukan kode QRIS"),
        ("sampai-1", "07:00", "Senin: Jam bukanya belum benar"),
    ] {
        let fields: Vec<(&str, &str)> = form(&id, "bu-sri", "1")
            .into_iter()
            .map(|(name, old)| (name, if name == field { value } else { old }))
            .collect();
        let reply = phone.send("/toko-saya", &fields).await;
        assert_eq!(
            reply.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{field} {value}"
        );
        assert!(reply.text().contains(said), "{said}: {}", reply.text());
    }
    // Pressed twice is one wish.
    let mut twice = form(&id, "bu-sri", "1");
    twice.push(("kunci", "k1"));
    for _ in 0..2 {
        let reply = phone.send("/toko-saya", &twice).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    // The same page sent again with something else in it comes too late.
    twice[2] = ("alamat", "bu-sri-baru");
    let late = phone.send("/toko-saya", &twice).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    // Two people: whoever read an older state changes nothing.
    let late = phone.send("/toko-saya", &form(&id, "bu-sri", "0")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    // Another shop can't have the address, nor show a product that is not its own.
    let mut other = site.signed_in(Role::Owner, "0812-0000-0002", "35.73").await;
    let taken = other
        .send(
            "/toko-saya",
            &[("alamat", "bu-sri"), ("buka", "1"), ("revisi", "0")],
        )
        .await;
    assert!(
        taken.text().contains("sudah dipakai toko lain"),
        "{}",
        taken.text()
    );
    let theft = other.send("/toko-saya", &form(&id, "pak-budi", "0")).await;
    assert_eq!(theft.status, StatusCode::NOT_FOUND);
    let mut guest = site.browser();
    assert_eq!(
        guest.get("/toko/pak-budi").await.status,
        StatusCode::NOT_FOUND
    );
    assert!(guest.get("/toko-saya").await.text().contains("/daftar"));
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_see_the_shop_and_do_not_change_it() {
    let site = Site::new().await;
    let (_, id) = opened(&site).await;
    let db = site.platform.store.db();
    let contact = naik_core::account::Contact::parse("0812-0000-0001").unwrap();
    let owner = person::by_contact(db, &contact).await.unwrap().unwrap();
    let member = naik_store::repo::access::member(db, &owner).await.unwrap();
    let mut staff = site.signed_in(Role::Staff, "0812-0000-0003", "35.73").await;
    let contact = naik_core::account::Contact::parse("0812-0000-0003").unwrap();
    let helper = person::by_contact(db, &contact).await.unwrap().unwrap();
    shop::join(db, member.shops[0].0, helper.id, Post::Staff, 0)
        .await
        .unwrap();
    assert_eq!(staff.get("/toko-saya").await.status, StatusCode::OK);
    assert_eq!(
        staff
            .send("/toko-saya", &form(&id, "bu-sri", "1"))
            .await
            .status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        staff.send("/toko-saya/tarik", &[]).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_products_are_shown_and_fed_quickly() {
    let site = Site::new().await;
    let (_, _) = opened(&site).await;
    let db = site.platform.store.db();
    let row = storefront::at(db, "bu-sri").await.unwrap();
    let id = ShopId(row.shop_id);
    let mut shelf = Vec::new();
    for number in 0..200_u32 {
        let mut facts = Facts::default();
        facts.product.name = format!("Keripik {number}");
        facts.product.price = Some(Rupiah::new(15_000));
        let new = added(&site, id, facts).await;
        pictured(&site, new, 2).await;
        shelf.push((new, format!("keripik-{number}")));
    }
    storefront::fill(db, id, &shelf).await.unwrap();
    storefront::set(
        db,
        Storefront {
            updated_at: 1,
            ..row
        },
    )
    .await
    .unwrap();
    let mut guest = site.browser();
    for (place, marks) in [
        ("/toko/bu-sri", "class=\"barang\""),
        ("/toko/bu-sri/google.xml", "<item>"),
        ("/toko/bu-sri/meta.csv", "15000 IDR"),
    ] {
        let reply = guest.get(place).await;
        assert_eq!(reply.text().matches(marks).count(), 200, "{place}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_shop_has_one_address() {
    let site = Site::new().await;
    let (mut phone, id) = opened(&site).await;
    let mut guest = site.browser();
    for (asked, wanted) in [
        ("/toko/bu-sri/", "/toko/bu-sri"),
        ("/toko/Bu-Sri", "/toko/bu-sri"),
        (
            "/toko/BU-SRI/Keripik-Tempe/?jumlah=3",
            "/toko/bu-sri/keripik-tempe?jumlah=3",
        ),
        ("/toko/bu-sri/Google.xml", "/toko/bu-sri/google.xml"),
    ] {
        let reply = guest.get(asked).await;
        assert_eq!(
            (reply.status, reply.to()),
            (StatusCode::PERMANENT_REDIRECT, wanted),
            "{asked}"
        );
    }
    // The shop moves: what was printed leads on.
    let reply = phone
        .send("/toko-saya", &form(&id, "keripik-sri", "1"))
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    for (asked, wanted) in [
        ("/toko/bu-sri", "/toko/keripik-sri"),
        (
            "/toko/bu-sri/keripik-tempe?jumlah=2",
            "/toko/keripik-sri/keripik-tempe?jumlah=2",
        ),
        ("/toko/bu-sri/meta.csv", "/toko/keripik-sri/meta.csv"),
        (
            "/toko/bu-sri/keripik-tempe/qr.svg",
            "/toko/keripik-sri/keripik-tempe/qr.svg",
        ),
    ] {
        let reply = guest.get(asked).await;
        assert_eq!(
            (reply.status, reply.to()),
            (StatusCode::PERMANENT_REDIRECT, wanted),
            "{asked}"
        );
        assert_eq!(guest.get(wanted).await.status, StatusCode::OK, "{wanted}");
    }
    // Nobody else moves in there.
    let mut other = site.signed_in(Role::Owner, "0812-0000-0002", "35.73").await;
    let wish = [("alamat", "bu-sri"), ("buka", "1"), ("revisi", "0")];
    let taken = other.send("/toko-saya", &wish).await;
    assert!(taken.text().contains("sudah dipakai toko lain"));
    // Gone is gone, at both.
    phone.send("/toko-saya/tarik", &[]).await;
    for place in ["/toko/bu-sri", "/toko/keripik-sri"] {
        assert_eq!(guest.get(place).await.status, StatusCode::GONE, "{place}");
    }
    // Back home.
    let reply = phone.send("/toko-saya", &form(&id, "bu-sri", "3")).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    assert_eq!(guest.get("/toko/bu-sri").await.status, StatusCode::OK);
    assert_eq!(guest.get("/toko/keripik-sri").await.to(), "/toko/bu-sri");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_there_is_to_choose_is_on_the_page() {
    let site = Site::new().await;
    let (mut phone, id) = opened(&site).await;
    let db = site.platform.store.db();
    let known: ProductId = id.parse().unwrap();
    pictured(&site, known, 1).await;
    let mut one = product::get(db, known, 0).await.unwrap();
    let kind = |name: &str, price, stock| naik_core::facts::Variant {
        name: name.to_owned(),
        price,
        stock,
    };
    one.facts.product.variants = vec![
        kind("Original", None, Some(0)),
        kind("Balado Pedas", Some(Rupiah::new(20_000)), None),
    ];
    let revision = one.revision;
    product::set_facts(db, known, revision, &one.facts, 1)
        .await
        .unwrap();
    let mut guest = site.browser();
    let shelf = guest.get("/toko/bu-sri").await.text();
    assert!(shelf.contains("<small>mulai</small> Rp18.000"), "{shelf}");
    // The first that is left is chosen.
    let page = guest.get("/toko/bu-sri/keripik-tempe").await.text();
    for part in [
        "name=\"pilihan\" value=\"original\"",
        "value=\"balado-pedas\" checked",
        "Rp20.000",
        "(Balado Pedas)",
        "qr.svg?jumlah=1&amp;pilihan=balado-pedas",
        "\"ProductGroup\"",
        "\"variesBy\"",
        "keripik-tempe?pilihan=balado-pedas",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let page = guest
        .get("/toko/bu-sri/keripik-tempe?pilihan=original&jumlah=2")
        .await
        .text();
    assert!(
        page.contains("Rp36.000") && page.contains("Sedang habis"),
        "{page}"
    );
    let feed = guest.get("/toko/bu-sri/google.xml").await.text();
    for part in [
        "<g:pattern>Original</g:pattern>",
        "<g:pattern>Balado Pedas</g:pattern>",
        "keripik-tempe?pilihan=original</g:link>",
    ] {
        assert!(feed.contains(part), "{part}: {feed}");
    }
    assert_eq!(feed.matches("<g:item_group_id>").count(), 2);
    phone.get("/toko-saya").await;
}
