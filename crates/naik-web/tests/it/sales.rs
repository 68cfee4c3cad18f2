//! Jualan: two taps, order files, the cash book, and what is left of a price.
//!
//! Long because the same shop's books are walked from its first sale to its year.

use std::fmt::Write as _;

use axum::http::{Method, StatusCode};
use naik_core::account::Role;

use crate::site::{Browser, Reply, Site, between};

const SHOPEE: &str = "\
No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Nama Variasi,Jumlah,Total Harga Produk
2411A1,Selesai,2026-11-03 10:21,Keripik Tempe,KT,Balado,2,Rp30.000
2411A2,Selesai,2026-11-04 19:05,Keripik Tempe,KT,Original,1,15000.00
2411A3,Batal,2026-11-04 19:05,Keripik Tempe,KT,Original,1,15000.00
2411A1,Selesai,2026-11-03 10:21,Keripik Tempe,KT,Balado,2,Rp30.000
2411A4,Selesai,2026-12-24 19:05,Keripik Tempe,KT,Original,1,15000.00
2411A5,Selesai,2026-11-05 19:05,\"=HYPERLINK(\"\"http://jahat\"\")\",KT,,1,15000.00
2411A6,Selesai,2026-11-05 19:05,Keripik Tempe,KT,,1,-15000
";

async fn owner(site: &Site) -> Browser {
    site.signed_in(Role::Owner, "0812-0000-0001", "35.73").await
}

/// A product with a name and a price.
async fn priced(browser: &mut Browser, name: &str, price: &str) -> String {
    let id = browser.product().await;
    for (card, field, value) in [
        ("nama", "product.name", name),
        ("harga", "product.price", price),
    ] {
        let place = format!("/produk/{id}/fakta/{card}");
        let reply = browser.send(&place, &[(field, value)]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    id
}

async fn upload(browser: &mut Browser, file: &[u8]) -> Reply {
    browser.get("/jualan/impor").await;
    let mut body = format!(
        "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n--B\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"pesanan.csv\"\r\n\r\n",
        browser.csrf
    )
    .into_bytes();
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--B--\r\n");
    let kind = ("content-type", "multipart/form-data; boundary=B");
    browser
        .call(Method::POST, "/jualan/impor", &[kind], body)
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sale_is_noted_in_two_taps_and_taken_back_in_one() {
    let site = Site::new().await;
    let mut phone = owner(&site).await;
    let id = priced(&mut phone, "Keripik Tempe", "15rb").await;
    let page = phone.get("/jualan").await.text();
    assert!(
        page.contains("Keripik Tempe") && page.contains("Rp15.000"),
        "{page}"
    );
    // The product and the button: everything else is as the page gave it.
    let fields = [
        ("kunci", "k1"),
        ("produk", id.as_str()),
        ("jumlah", "1"),
        ("uang", ""),
        ("tanggal", "2026-11-26"),
        ("tempat", "counter"),
    ];
    for _ in 0..2 {
        let reply = phone.send("/jualan", &fields).await;
        assert_eq!(
            (reply.status, reply.to()),
            (StatusCode::SEE_OTHER, "/jualan")
        );
    }
    let page = phone.get("/jualan").await.text();
    assert!(
        page.contains("Hari ini Rp15.000 dari 1 penjualan"),
        "{page}"
    );
    assert!(page.contains("<polyline class=\"gr-kini\"") && page.contains("10.00"));
    let sale = between(&page, "action=\"/jualan/", "/batal\"").unwrap();
    let undo = format!("/jualan/{sale}/batal");
    let reply = phone.send(&undo, &[]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert!(phone.get("/jualan").await.text().contains("Hari ini Rp0"));
    // Pressed again: said, and nothing happens.
    assert_eq!(phone.send(&undo, &[]).await.to(), "/jualan");
    let page = phone.get("/jualan").await.text();
    assert!(page.contains("sudah dibatalkan sebelumnya"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_have_been_sold_is_said_and_nothing_is_lost() {
    let site = Site::new().await;
    let mut phone = owner(&site).await;
    phone.get("/jualan").await;
    for (fields, said) in [
        (vec![("jumlah", "1")], "Pilih dulu produk"),
        (vec![("nama", "Sambal")], "Harganya belum ada"),
        (vec![("nama", "Sambal"), ("uang", "murah")], "bukan harga"),
        (
            vec![("nama", "Sambal"), ("uang", "-5000")],
            "kurang dari nol",
        ),
        (
            vec![
                ("nama", "Sambal"),
                ("uang", "5rb"),
                ("tanggal", "2026-11-27"),
            ],
            "belum tiba",
        ),
        (
            vec![("nama", "Sambal"), ("uang", "5rb"), ("tanggal", "besok")],
            "dari kalender",
        ),
        (
            vec![("nama", "Sambal"), ("uang", "5rb"), ("jumlah", "0")],
            "Jumlahnya belum benar",
        ),
        (
            vec![("nama", "Sambal"), ("uang", "5rb"), ("jumlah", "dua")],
            "dengan angka",
        ),
        (
            vec![("nama", "Sambal"), ("uang", "5rb"), ("jumlah", "-3")],
            "kurang dari nol",
        ),
        (
            vec![("nama", "Sambal"), ("uang", "5rb"), ("jumlah", "1,5")],
            "angka utuh",
        ),
        (
            vec![
                ("nama", "Sambal"),
                ("uang", "5rb"),
                ("jumlah", "99999999999"),
            ],
            "terlalu besar",
        ),
        (
            vec![("produk", "lain"), ("uang", "5rb")],
            "Tulis nama barangnya",
        ),
    ] {
        let reply = phone.send("/jualan", &fields).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        let page = reply.text();
        assert!(page.contains(said), "{said}: {page}");
        assert!(fields[0].0 != "nama" || page.contains("value=\"Sambal\""));
    }
    // A day that is over counts for its own month.
    let past = [
        ("nama", "Sambal"),
        ("uang", "25rb"),
        ("tanggal", "2026-10-05"),
        ("tempat", "whatsapp"),
    ];
    assert_eq!(
        phone.send("/jualan", &past).await.status,
        StatusCode::SEE_OTHER
    );
    let page = phone.get("/jualan?bulan=2026-10").await.text();
    assert!(
        page.contains("Oktober 2026") && page.contains("Rp25.000") && page.contains("WhatsApp")
    );
    // Another shop neither sees it nor takes it back.
    let sale = between(&page, "action=\"/jualan/", "/batal\"").unwrap();
    let mut other = site.signed_in(Role::Owner, "0812-0000-0002", "35.73").await;
    assert!(
        !other
            .get("/jualan?bulan=2026-10")
            .await
            .text()
            .contains("Rp25.000")
    );
    let theft = other.send(&format!("/jualan/{sale}/batal"), &[]).await;
    assert_eq!(theft.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn books_are_their_owners_alone() {
    let site = Site::new().await;
    let mut guest = site.browser();
    let page = guest.get("/jualan").await;
    assert!(page.status == StatusCode::OK && page.text().contains("/daftar"));
    for place in [
        "/jualan/kas",
        "/jualan/laporan.xlsx",
        "/jualan/penjualan.csv",
    ] {
        assert_eq!(
            guest.get(place).await.status,
            StatusCode::FORBIDDEN,
            "{place}"
        );
    }
    let mut mentor = site
        .signed_in(Role::Mentor, "0812-0000-0009", "35.73")
        .await;
    assert_eq!(mentor.get("/jualan").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_file_is_looked_at_then_kept_once() {
    let site = Site::new().await;
    let mut phone = owner(&site).await;
    let reply = upload(&mut phone, SHOPEE.as_bytes()).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let place = reply.to().to_owned();
    let page = phone.get(&place).await.text();
    for said in [
        "Shopee",
        "Simpan 3 penjualan",
        "1 kembar di berkas ini",
        "1 dibatalkan atau belum dibayar",
        "2 baris belum terbaca",
        "Baris 6 · Waktu Pesanan Dibuat",
        "belum tiba",
        "Baris 8 · Total Harga Produk",
        "kurang dari nol",
        "=HYPERLINK(&quot;http://jahat&quot;)",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // Nothing is kept by looking.
    assert!(
        phone
            .get("/jualan?bulan=2026-11")
            .await
            .text()
            .contains("Belum ada penjualan")
    );
    let mut other = site.signed_in(Role::Owner, "0812-0000-0002", "35.73").await;
    assert_eq!(other.get(&place).await.status, StatusCode::NOT_FOUND);
    let reply = phone.send(&format!("{place}/simpan"), &[]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let page = phone.get("/jualan").await.text();
    assert!(
        page.contains("Rp60.000") && page.contains("3 penjualan"),
        "{page}"
    );
    // The same file again adds nothing.
    let again = upload(&mut phone, SHOPEE.as_bytes()).await.to().to_owned();
    let page = phone.get(&again).await.text();
    assert!(
        page.contains("3 sudah tercatat") && page.contains("Kembali ke Jualan"),
        "{page}"
    );
    phone.send(&format!("{again}/simpan"), &[]).await;
    assert!(phone.get("/jualan").await.text().contains("Rp60.000"));
    // Saved as text, nothing in it is a formula.
    let table = phone.get("/jualan/penjualan.csv?bulan=2026-11").await;
    assert!(
        table
            .text()
            .contains("\"'=HYPERLINK(\"\"http://jahat\"\")\""),
        "{}",
        table.text()
    );
    let book = phone.get("/jualan/laporan.xlsx?bulan=2026-11").await;
    assert_eq!(book.status, StatusCode::OK);
    assert!(book.body.starts_with(b"PK\x03\x04"));
    assert!(
        book.header("content-disposition")
            .ends_with("-2026-11.xlsx\"")
    );
    // The whole file is taken back at once, by its own shop alone.
    // It is found however much was noted since.
    for _ in 0..10 {
        let sale = [("nama", "Sambal"), ("uang", "1rb")];
        phone.send("/jualan", &sale).await;
    }
    let page = phone.get("/jualan/impor").await.text();
    assert!(
        page.contains("Shopee · 3 penjualan") && page.contains("Rp60.000"),
        "{page}"
    );
    let batch = between(&page, "action=\"/jualan/impor/", "/batal\"").unwrap();
    let undo = format!("/jualan/impor/{batch}/batal");
    assert_eq!(other.send(&undo, &[]).await.status, StatusCode::NOT_FOUND);
    assert!(phone.get("/jualan").await.text().contains("Rp70.000"));
    let undone = phone.send(&undo, &[]).await;
    assert_eq!(undone.to(), "/jualan/impor");
    assert!(
        phone
            .get("/jualan/impor")
            .await
            .text()
            .contains("sudah dibatalkan semua")
    );
    assert!(!phone.get("/jualan").await.text().contains("Rp70.000"));
    // Once more says that it was done before.
    assert_eq!(phone.send(&undo, &[]).await.to(), "/jualan/impor");
    let page = phone.get("/jualan/impor").await.text();
    assert!(
        page.contains("sudah dibatalkan sebelumnya") && !page.contains("Shopee · 3"),
        "{page}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn any_table_is_kept_once_its_columns_are_shown() {
    let site = Site::new().await;
    let mut phone = owner(&site).await;
    let file = "Tgl;Barang;Qty;Uang Masuk\n3/11/2026;Keripik;2;30rb\n4 Nov 2026;Sambal;1;25.000\n";
    let place = upload(&mut phone, file.as_bytes()).await.to().to_owned();
    let page = phone.get(&place).await.text();
    assert!(
        page.contains("Tunjukkan dulu kolomnya") && page.contains("Uang Masuk"),
        "{page}"
    );
    assert!(page.contains("<option value=\"Tgl\" selected>"), "{page}");
    let half = [("day", "Tgl"), ("product", "Barang")];
    phone.send(&format!("{place}/kolom"), &half).await;
    assert!(
        phone
            .get(&place)
            .await
            .text()
            .contains("Kolom uang belum dipilih")
    );
    let whole = [
        ("day", "Tgl"),
        ("product", "Barang"),
        ("quantity", "Qty"),
        ("total", "Uang Masuk"),
        ("tempat", "counter"),
    ];
    phone.send(&format!("{place}/kolom"), &whole).await;
    assert!(
        phone
            .get(&place)
            .await
            .text()
            .contains("Simpan 2 penjualan")
    );
    phone.send(&format!("{place}/simpan"), &[]).await;
    assert!(phone.get("/jualan").await.text().contains("Rp55.000"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_order_file_is_refused() {
    let site = Site::new().await;
    let mut phone = owner(&site).await;
    for (bytes, said) in [
        (b"".as_slice(), "Pilih berkasnya dulu"),
        (b"%PDF-1.4", "bukan tabel"),
        (b"PK\x03\x04damaged", "Excel"),
        (b"halo", "belum berisi penjualan"),
    ] {
        let reply = upload(&mut phone, bytes).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{bytes:?}");
        assert!(reply.text().contains(said), "{said}: {}", reply.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_thousand_rows_are_kept() {
    let site = Site::new().await;
    let mut phone = owner(&site).await;
    let mut file = String::from(
        "No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Jumlah,Total Harga Produk\n",
    );
    for n in 0..20_000 {
        let _ = writeln!(
            file,
            "24{n},Selesai,2026-11-{:02} {:02}:00,Keripik {},K{},1,15000",
            n % 25 + 1,
            n % 24,
            n % 9,
            n % 9
        );
    }
    let place = upload(&mut phone, file.as_bytes()).await.to().to_owned();
    let reply = phone.send(&format!("{place}/simpan"), &[]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let page = phone.get("/jualan").await.text();
    assert!(
        page.contains("20000 penjualan") && page.contains("Rp300.000.000"),
        "{page}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cash_book_says_what_is_left_and_what_tax_may_come() {
    let site = Site::new().await;
    let mut phone = owner(&site).await;
    for (fields, status) in [
        (vec![("arah", "out"), ("uang", ""), ("untuk", "gula")], 422),
        (vec![("arah", "out"), ("uang", "50rb"), ("untuk", "")], 422),
        (
            vec![
                ("arah", "out"),
                ("uang", "50rb"),
                ("untuk", "gula"),
                ("tanggal", "2027-01-01"),
            ],
            422,
        ),
        (
            vec![
                ("kunci", "a"),
                ("arah", "out"),
                ("uang", "50rb"),
                ("untuk", "=gula"),
            ],
            303,
        ),
        (
            vec![
                ("kunci", "a"),
                ("arah", "out"),
                ("uang", "50rb"),
                ("untuk", "=gula"),
            ],
            303,
        ),
        (
            vec![("arah", "in"), ("uang", "20rb"), ("untuk", "titipan")],
            303,
        ),
    ] {
        let reply = phone.send("/jualan/kas", &fields).await;
        assert_eq!(reply.status.as_u16(), status, "{fields:?} {}", reply.text());
    }
    let page = phone.get("/jualan/kas").await.text();
    assert!(
        page.contains("-Rp30.000") && page.contains("=gula"),
        "{page}"
    );
    let table = phone.get("/jualan/kas.csv").await.text();
    assert!(table.contains("'=gula"), "{table}");
    // Above the free part: 0.5 % of what lies over it.
    for amount in ["400jt", "200jt"] {
        let sale = [("nama", "Borongan"), ("uang", amount)];
        assert_eq!(
            phone.send("/jualan", &sale).await.status,
            StatusCode::SEE_OTHER
        );
    }
    let page = phone.get("/jualan/kas").await.text();
    assert!(
        page.contains("Rp500.000</p>") && page.contains("Rp600.000.000"),
        "{page}"
    );
    let line = between(&page, "action=\"/jualan/kas/", "/batal\"").unwrap();
    let mut other = site.signed_in(Role::Owner, "0812-0000-0002", "35.73").await;
    let theft = other.send(&format!("/jualan/kas/{line}/batal"), &[]).await;
    assert_eq!(theft.status, StatusCode::NOT_FOUND);
    let undone = phone.send(&format!("/jualan/kas/{line}/batal"), &[]).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_under_cost_is_said() {
    let site = Site::new().await;
    let mut phone = owner(&site).await;
    let id = priced(&mut phone, "Keripik Tempe", "9000").await;
    let place = format!("/produk/{id}/harga");
    assert!(phone.get(&place).await.text().contains("Isi bahan, tenaga"));
    let told = [
        ("revisi", "0"),
        ("bahan", "tempe"),
        ("bahan-harga", "100rb"),
        ("bahan", ""),
        ("bahan-harga", ""),
        ("tenaga", "40.000"),
        ("hasil", "20"),
        ("kemasan", "900"),
        ("untung", "30"),
        ("komisi-shopee", "10"),
    ];
    let reply = phone.send(&place, &told).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let page = phone.get(&place).await.text();
    // 140.000 / 20 + 900 = 7.900; Shopee keeps 10 % and 1.250.
    assert!(
        page.contains("Rp7.900") && page.contains("-Rp1.050"),
        "{page}"
    );
    assert!(
        page.contains("Harga ini bikin rugi") && page.contains("jual Rp15.300"),
        "{page}"
    );
    // Someone else was faster.
    let late = phone.send(&place, &told).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    // The same form pressed twice is one wish; changed and sent again, it comes too late like any other.
    let mut again = told.to_vec();
    again[0] = ("revisi", "1");
    again.push(("kunci", "k1"));
    for _ in 0..2 {
        let reply = phone.send(&place, &again).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    again[5] = ("tenaga", "50.000");
    let late = phone.send(&place, &again).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    for (field, value) in [
        ("tenaga", "murah"),
        ("hasil", "banyak"),
        ("hasil", "-3"),
        ("hasil", "1,5"),
        ("untung", "100"),
        ("komisi-shopee", "200"),
    ] {
        let reply = phone.send(&place, &[("revisi", "1"), (field, value)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
    }
    let mut other = site.signed_in(Role::Owner, "0812-0000-0002", "35.73").await;
    assert_eq!(other.get(&place).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_a_later_file_cancels_counts_no_more() {
    let site = Site::new().await;
    let mut phone = owner(&site).await;
    const HEAD: &str = "No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Nama Variasi,Jumlah,Returned quantity,Total Harga Produk\n";
    let file = |first: &str, second: u32| {
        format!(
            "{HEAD}2411A1,{first},2026-11-03 10:21,Keripik Tempe,KT,Balado,2,0,Rp30.000\n\
             2411A2,Selesai,2026-11-04 19:05,Keripik Tempe,KT,Original,4,{second},Rp60.000\n"
        )
    };
    let early = file("Perlu Dikirim", 0);
    let place = upload(&mut phone, early.as_bytes()).await.to().to_owned();
    phone.send(&format!("{place}/simpan"), &[]).await;
    assert!(phone.get("/jualan").await.text().contains("Rp90.000"));
    // One was cancelled since, and of the other one piece came back.
    let late = file("Batal", 1);
    let place = upload(&mut phone, late.as_bytes()).await.to().to_owned();
    let page = phone.get(&place).await.text();
    for said in [
        "1 yang sudah tercatat ternyata batal atau dikembalikan",
        "1 yang sudah tercatat dikembalikan sebagian",
        "Simpan 2 perubahan",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(phone.get("/jualan").await.text().contains("Rp90.000"));
    let reply = phone.send(&format!("{place}/simpan"), &[]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let page = phone.get("/jualan").await.text();
    assert!(
        page.contains("tidak dihitung lagi") && page.contains("Rp45.000"),
        "{page}"
    );
    // The older file does not bring it back.
    let place = upload(&mut phone, early.as_bytes()).await.to().to_owned();
    let page = phone.get(&place).await.text();
    assert!(page.contains("2 sudah tercatat"), "{page}");
    let books = phone
        .get("/jualan/penjualan.csv?bulan=2026-11")
        .await
        .text();
    assert!(
        books.contains("45000") && !books.contains("30000"),
        "{books}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_in_the_east_has_its_own_day() {
    let site = Site::new().await;
    let mut malang = owner(&site).await;
    let mut jayapura = site.signed_in(Role::Owner, "0812-0000-0003", "91.71").await;
    // 23.30 in Malang is 01.30 of the next day in Jayapura.
    site.wait(13 * 3_600_000);
    malang.get("/jualan").await;
    jayapura.get("/jualan").await;
    let sale = [
        ("nama", "Sambal"),
        ("uang", "5rb"),
        ("tanggal", "2026-11-27"),
    ];
    let cash = [
        ("arah", "out"),
        ("uang", "2rb"),
        ("untuk", "cabai"),
        ("tanggal", "2026-11-27"),
    ];
    for (place, form) in [("/jualan", &sale[..]), ("/jualan/kas", &cash[..])] {
        let early = malang.send(place, form).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{place}");
        let fine = jayapura.send(place, form).await;
        assert_eq!(fine.status, StatusCode::SEE_OTHER, "{}", fine.text());
    }
    // Without a day it is today, at the hour of the shop's own clock.
    let now = [("nama", "Keripik"), ("uang", "7rb")];
    jayapura.send("/jualan", &now).await;
    let page = jayapura.get("/jualan").await.text();
    assert!(
        page.contains("Hari ini Rp12.000 dari 2 penjualan") && page.contains("max=\"2026-11-27\""),
        "{page}"
    );
    assert!(page.contains("<th scope=\"row\">01.00</th>"), "{page}");
    let page = malang.get("/jualan").await.text();
    assert!(page.contains("max=\"2026-11-26\""), "{page}");
}
