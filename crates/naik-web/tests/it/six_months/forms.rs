//! Forms as owners and mentors send them.

use axum::http::{Method, StatusCode};
use jiff::civil::Date;

use super::Owner;
use crate::site::{Browser, Reply};

/// Brings in an order file of the marketplace.
pub(super) async fn import(one: &mut Owner, name: &str, rows: Vec<(Date, u64)>) {
    let mut text = String::from(
        "No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Nama Variasi,Jumlah,Total Harga Produk\n",
    );
    for (number, (day, amount)) in rows.into_iter().enumerate() {
        let (shop, product) = (one.life.enrolment.ticket.as_str(), &one.life.product);
        text.push_str(&format!(
            "{shop}{name}{number},Selesai,{day} 10:21,{product},S,,1,{amount}\n"
        ));
    }
    one.browser.get("/jualan/impor").await;
    let file = [("berkas", "pesanan.csv", text.as_bytes())];
    let reply = one.browser.send_parts("/jualan/impor", &[], &file).await;
    let place = reply.to().to_owned();
    assert!(place.starts_with("/jualan/impor/"), "{}", reply.text());
    let reply = one.browser.send(&format!("{place}/simpan"), &[]).await;
    assert_eq!(reply.to(), "/jualan", "{}", reply.text());
}

/// A product with its price and its cost.
pub(super) async fn priced(browser: &mut Browser) {
    let id = browser.product().await;
    for (card, field, value) in [
        ("nama", "product.name", "Keripik"),
        ("harga", "product.price", "15rb"),
    ] {
        let place = format!("/produk/{id}/fakta/{card}");
        let reply = browser.send(&place, &[(field, value)]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    let cost = [
        ("revisi", "0"),
        ("bahan", "tempe"),
        ("bahan-harga", "100rb"),
        ("tenaga", "40.000"),
        ("hasil", "20"),
        ("kemasan", "900"),
        ("untung", "30"),
    ];
    let reply = browser.send(&format!("/produk/{id}/harga"), &cost).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
}

/// Sends what the shop's own books show.
pub(super) async fn books(one: &mut Owner, kind: &str) {
    let reply = one.browser.send("/kelasku/bukti", &[("part", kind)]).await;
    assert_eq!(reply.to(), "/kelasku", "{kind}: {}", reply.text());
}

/// Sends evidence by hand.
pub(super) async fn send(
    one: &mut Owner,
    kind: &str,
    fields: &[(&str, &str)],
    photo: Option<&[u8]>,
) {
    let files: Vec<(&str, &str, &[u8])> = photo
        .into_iter()
        .map(|bytes| ("foto", "a.jpg", bytes))
        .collect();
    let place = format!("/kelasku/bukti/{kind}");
    let reply = one.browser.send_parts(&place, fields, &files).await;
    assert_eq!(reply.to(), "/kelasku", "{kind}: {}", reply.text());
}

/// A visit as the phone's script sends it.
pub(super) async fn post(phone: &mut Browser, fields: &[(&str, &str)]) -> Reply {
    let csrf = phone.csrf.clone();
    let body = serde_urlencoded::to_string(fields).unwrap();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("accept", "application/json"),
        ("x-csrf-token", csrf.as_str()),
    ];
    phone
        .call(Method::POST, "/kunjungan", &headers, body.into_bytes())
        .await
}
