//! Papers: catalogue and price list of a shop, a month for the bank, and a payment code read from a photo of its sign.

use axum::http::{Method, StatusCode};
use naik_core::account::Role;
use naik_photo::decode::{DecodeOptions, decode};
use naik_photo::encode;
use naik_photo::image::Rgb;

use crate::site::{Browser, Reply, Site};
use crate::storefront::{QRIS, form, opened};

/// What `pdftotext` reads; `None` where the machine has none.
#[expect(
    clippy::disallowed_methods,
    reason = "a reader of PDF that is not ours, in a test"
)]
pub(crate) fn read(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let read = std::process::Command::new("pdftotext")
        .args(["-layout".as_ref(), file.as_os_str(), "-".as_ref()])
        .output()
        .ok()?;
    assert!(read.status.success(), "the PDF is broken");
    Some(String::from_utf8(read.stdout).unwrap())
}

/// A PDF that says each of these.
pub(crate) fn says(reply: &Reply, parts: &[&str]) {
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    assert_eq!(reply.header("content-type"), "application/pdf");
    assert!(reply.body.starts_with(b"%PDF-1.7"));
    let Some(text) = read(&reply.body) else {
        return;
    };
    // A sentence may go on in the next line.
    let run: Vec<&str> = text.split_whitespace().collect();
    let run = run.join(" ");
    for part in parts {
        assert!(run.contains(part) || text.contains(part), "{part}: {text}");
    }
}

async fn again(browser: &mut Browser, place: &str, tag: &str) -> StatusCode {
    let known = [("if-none-match", tag)];
    let reply = browser.call(Method::GET, place, &known, Vec::new()).await;
    reply.status
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_prints_and_sends_what_the_shop_sells() {
    let site = Site::new().await;
    let (mut phone, _) = opened(&site).await;
    let page = phone.get("/toko-saya").await.text();
    for place in ["/toko-saya/katalog", "/toko-saya/daftar-harga"] {
        assert!(page.contains(&format!("href=\"{place}\"")), "{page}");
        let own = phone.get(place).await;
        assert_eq!(own.status, StatusCode::OK, "{}", own.text());
        let own = own.text();
        assert!(own.contains(&format!("{place}/1.jpg")), "{own}");
        assert!(!own.contains(&format!("{place}/2.jpg")), "{own}");
        let pdf = phone.get(&format!("{place}.pdf")).await;
        let name = pdf.header("content-disposition").to_owned();
        assert!(name.contains(".pdf\""), "{name}");
        says(
            &pdf,
            &[
                "Keripik <Tempe>",
                "Rp18.000",
                "0812-3456-7890",
                "naik.example/toko/bu-sri",
            ],
        );
        let picture = phone.get(&format!("{place}/1.jpg")).await;
        assert_eq!(picture.status, StatusCode::OK, "{}", picture.text());
        assert_eq!(picture.header("content-type"), "image/jpeg");
        let drawn = decode(&picture.body, &DecodeOptions::default()).unwrap();
        assert_eq!(drawn.pixels.width(), 1080);
        let tag = picture.header("etag").to_owned();
        let same = again(&mut phone, &format!("{place}/1.jpg"), &tag).await;
        assert_eq!(same, StatusCode::NOT_MODIFIED);
        for none in ["/0.jpg", "/2.jpg", "/x.jpg", "/1.png"] {
            let none = phone.get(&format!("{place}{none}")).await;
            assert_eq!(none.status, StatusCode::NOT_FOUND);
        }
    }
    assert_eq!(
        phone.get("/toko-saya/rahasia").await.status,
        StatusCode::NOT_FOUND
    );
    let mut guest = site.browser();
    for place in [
        "/toko-saya/katalog",
        "/toko-saya/katalog.pdf",
        "/toko-saya/katalog/1.jpg",
    ] {
        assert_eq!(
            guest.get(place).await.status,
            StatusCode::FORBIDDEN,
            "{place}"
        );
    }
    // Whoever has nothing on the shelf is told what to do.
    let mut new = site.signed_in(Role::Owner, "0812-0000-0003", "35.73").await;
    let page = new.get("/toko-saya/katalog").await;
    assert!(page.status == StatusCode::OK && page.text().contains("Etalasenya masih kosong"));
    assert_eq!(
        new.get("/toko-saya/katalog.pdf").await.status,
        StatusCode::OK
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_has_the_price_list_once_its_owner_gives_it() {
    let site = Site::new().await;
    let (mut phone, id) = opened(&site).await;
    let mut guest = site.browser();
    let place = "/toko/bu-sri/daftar-harga.pdf";
    assert_eq!(guest.get(place).await.status, StatusCode::NOT_FOUND);
    assert!(!guest.get("/toko/bu-sri").await.text().contains(place));
    let mut fields = form(&id, "bu-sri", "1");
    fields.push(("harga", "1"));
    let kept = phone.send("/toko-saya", &fields).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    assert!(guest.get("/toko/bu-sri").await.text().contains(place));
    let list = guest.get(place).await;
    says(
        &list,
        &[
            "Daftar harga",
            "Keripik <Tempe>",
            "Rp18.000",
            "Senin 08.00–17.00",
        ],
    );
    let tag = list.header("etag").to_owned();
    assert_eq!(
        again(&mut guest, place, &tag).await,
        StatusCode::NOT_MODIFIED
    );
    // Another price is another list.
    let card = format!("/produk/{id}/fakta/harga");
    phone.send(&card, &[("product.price", "20rb")]).await;
    let list = guest
        .call(Method::GET, place, &[("if-none-match", &tag)], Vec::new())
        .await;
    says(&list, &["Rp20.000"]);
    // Given no longer, and gone with the shop.
    let kept = phone.send("/toko-saya", &form(&id, "bu-sri", "2")).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    assert_eq!(guest.get(place).await.status, StatusCode::NOT_FOUND);
    phone.send("/toko-saya/tarik", &[]).await;
    assert_eq!(guest.get(place).await.status, StatusCode::GONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_month_for_the_bank_says_where_its_numbers_come_from() {
    let site = Site::new().await;
    let (mut phone, _) = opened(&site).await;
    for (place, fields) in [
        (
            "/jualan",
            vec![
                ("produk", "lain"),
                ("nama", "#read(\"x\") *Sambal*"),
                ("jumlah", "2"),
                ("uang", "50rb"),
            ],
        ),
        (
            "/jualan/kas",
            vec![
                ("arah", "out"),
                ("untuk", "Minyak $x$ #panic()"),
                ("uang", "12500"),
            ],
        ),
    ] {
        let reply = phone.send(place, &fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    let page = phone.get("/jualan").await.text();
    assert!(page.contains("/jualan/laporan.pdf?bulan=2026-11"), "{page}");
    let pdf = phone.get("/jualan/laporan.pdf?bulan=2026-11").await;
    let name = pdf.header("content-disposition").to_owned();
    assert!(name.ends_with("-2026-11.pdf\""), "{name}");
    says(
        &pdf,
        &[
            "Laporan hasil usaha",
            "1–30 November 2026",
            "Rp50.000",
            "Rp12.500",
            "Rp37.500",
            "Minyak $x$ #panic()",
            "Dicatat sendiri oleh pemilik",
            "belum diperiksa pihak lain",
            "PPh final",
        ],
    );
    // An empty month is a paper too; the books stay their owner's.
    says(
        &phone.get("/jualan/laporan.pdf?bulan=2026-10").await,
        &["Rp0"],
    );
    // No other month is given in place of one that is none, or still to come.
    for (asked, told) in [
        ("laporan.pdf?bulan=2026-99", "Bulan itu tidak ada"),
        ("laporan.xlsx?bulan=x", "Bulan itu tidak ada"),
        ("laporan.pdf?bulan=2026-12", "Bulan itu belum mulai"),
    ] {
        let reply = phone.get(&format!("/jualan/{asked}")).await;
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        assert_eq!(reply.status, status, "{asked}");
        assert!(reply.text().contains(told), "{asked}: {}", reply.text());
    }
    let mut guest = site.browser();
    let place = "/jualan/laporan.pdf";
    assert_eq!(guest.get(place).await.status, StatusCode::FORBIDDEN);
}

/// A photo of a sign: the code in the middle of a grey wall.
fn sign(text: &str) -> Vec<u8> {
    let code = qrcode::QrCode::new(text).unwrap();
    let (colors, width) = (code.to_colors(), code.width());
    let side = (width + 24) * 8;
    let mut pixels = Vec::with_capacity(side * side * 3);
    for y in 0..side {
        for x in 0..side {
            let inside = |place: usize| (place / 8).checked_sub(12).filter(|at| *at < width);
            let dark = match (inside(x), inside(y)) {
                (Some(x), Some(y)) => colors[y * width + x] == qrcode::Color::Dark,
                _ => false,
            };
            pixels.extend(if dark { [30; 3] } else { [205; 3] });
        }
    }
    let side = u32::try_from(side).unwrap();
    encode::jpeg(&Rgb::from_data(side, side, pixels).unwrap(), 80).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_code_is_read_from_a_photo_of_its_sign() {
    let site = Site::new().await;
    let (mut phone, id) = opened(&site).await;
    let mut fields = form(&id, "bu-sri", "1");
    fields.retain(|(name, _)| *name != "qris");
    fields.push(("tentang", "Sedang diketik"));
    let place = "/toko-saya/qris";
    let photo = sign(QRIS);
    let read = phone
        .send_parts(place, &fields, &[("qris-foto", "q.jpg", &photo)])
        .await;
    assert_eq!(read.status, StatusCode::OK, "{}", read.text());
    let page = read.text();
    assert!(page.contains("atas nama KERIPIK BU SRI"), "{page}");
    assert!(page.contains(&format!(">{QRIS}</textarea>")), "{page}");
    // Nothing that was typed is lost, and nothing is kept before it is saved.
    assert!(page.contains("value=\"bu-sri\""), "{page}");
    let dynamic = "00020101021226660016ID.CO.CONTOH.WWW0118936000000000000001021300000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204581253033605405250005802ID5914KERIPIK BU SRI6009SURAKARTA61055711162070703A0163044A1F";
    let blank = encode::jpeg(&Rgb::filled(300, 300, 220), 80).unwrap();
    for (photo, said) in [
        (sign("https://contoh.id"), "bukan kode QRIS"),
        (sign(dynamic), "hanya untuk satu pembayaran"),
        (
            sign(&QRIS.replace("BU SRI", "BU SRO")),
            "berubah satu huruf",
        ),
        (blank, "Tidak ada kode QR"),
        (b"no picture at all".to_vec(), "keliru"),
    ] {
        let reply = phone
            .send_parts(place, &fields, &[("qris-foto", "q.jpg", &photo)])
            .await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        let page = reply.text();
        assert!(page.contains(said), "{said}: {page}");
        assert!(page.contains("value=\"bu-sri\""), "what was typed stays");
    }
    let none = phone.send_parts(place, &fields, &[]).await;
    assert!(
        none.text().contains("Pilih dulu fotonya"),
        "{}",
        none.text()
    );
    // A photo that was chosen, and the button that sends none.
    let mut forgot = form(&id, "bu-sri", "1");
    forgot.retain(|(name, _)| *name != "qris");
    forgot.push(("qris-foto", "q.jpg"));
    let reply = phone.send("/toko-saya", &forgot).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut guest = site.browser();
    let theft = guest
        .send_parts(place, &[], &[("qris-foto", "q.jpg", &sign(QRIS))])
        .await;
    assert_eq!(theft.status, StatusCode::FORBIDDEN);
}
