//! A cohort's month on paper: who has it, which months there are, and that it hides what the board's page hides.

use axum::http::StatusCode;
use jiff::civil::date;
use naik_core::account::Role;
use naik_core::programme::board::Board;
use naik_store::repo::{board, cohort};

use crate::board::{manager, reckon, running};
use crate::growth::{COHORT, city};
use crate::papers::{read, says};
use crate::site::Site;

const DAY: i64 = 24 * 3_600_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_month_is_given_to_those_who_run_the_programme() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = running(&site, &mut boss, 7, true).await;
    let board = format!("/papan/{cohort}");
    let place = format!("{board}/laporan.pdf");
    assert!(!boss.get(&board).await.text().contains(&place));
    reckon(&site, &mut boss, &board).await;
    let page = boss.get(&board).await.text();
    assert!(page.contains(&format!("action=\"{place}\"")), "{page}");
    assert!(
        page.contains("<option value=\"2027-01\" selected>Januari 2027</option>"),
        "{page}"
    );
    let pdf = boss.get(&format!("{place}?bulan=2027-01")).await;
    let name = pdf.header("content-disposition").to_owned();
    assert!(name.contains("laporan-naik-kelas-2027-01.pdf"), "{name}");
    says(
        &pdf,
        &[
            "Laporan bulanan angkatan",
            "Januari 2027",
            "Minggu ke-3 dari 26",
            "Angkatan mulai 4 Januari 2027 · Dinas · Kota Malang",
            "versi 1",
            "Belum berkelas",
            "Pernah masuk",
            "7 (100%)",
            "n = 7 · tanpa data 0",
            "Pertumbuhan belum dihitung sampai bulan ini",
            "Jumlah di bawah lima usaha ditulis <5",
            "20 Januari 2027",
        ],
    );
    // The last whole month is December, of which nothing is kept; others are none, or still to come.
    for (asked, told) in [
        (
            "",
            "Tidak ada hitungan papan yang disimpan untuk Desember 2026",
        ),
        ("?bulan=2026-99", "Bulan itu tidak ada"),
        ("?bulan=2027-02", "Bulan itu belum mulai"),
    ] {
        let reply = boss.get(&format!("{place}{asked}")).await;
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        assert_eq!(reply.status, status, "{asked}");
        assert!(reply.text().contains(told), "{asked}: {}", reply.text());
    }
    // The newest version of the month counts; the next month has its own.
    site.wait(DAY);
    site.platform.refresh_boards().await.unwrap();
    site.work().await;
    site.wait(12 * DAY);
    boss.get("/program").await;
    says(&boss.get(&place).await, &["Januari 2027", "versi 2"]);
    for (role, contact, area, status) in [
        (Role::Manager, "provinsi@contoh.id", "35", StatusCode::OK),
        (
            Role::Manager,
            "lain@contoh.id",
            "33.74",
            StatusCode::NOT_FOUND,
        ),
        (
            Role::Checker,
            "siti@contoh.id",
            "35.73",
            StatusCode::NOT_FOUND,
        ),
        (
            Role::Owner,
            "0813-0000-0001",
            "35.73",
            StatusCode::NOT_FOUND,
        ),
    ] {
        let mut browser = site.signed_in(role, contact, area).await;
        assert_eq!(browser.get(&place).await.status, status, "{role:?} {area}");
    }
    assert_eq!(site.browser().get(&place).await.to(), "/masuk");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_paper_hides_what_the_page_hides() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = running(&site, &mut boss, 3, true).await;
    let board = format!("/papan/{cohort}");
    reckon(&site, &mut boss, &board).await;
    let pdf = boss
        .get(&format!("{board}/laporan.pdf?bulan=2027-01"))
        .await;
    says(&pdf, &["n = <5 · tanpa data 0"]);
    let Some(text) = read(&pdf.body) else {
        return;
    };
    for secret in ["3 (100%)", "n = 3", " 3 "] {
        let told = text.lines().find(|line| line.contains(secret));
        assert!(told.is_none(), "{secret}: {told:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn growth_stands_with_its_range_and_what_it_does_not_prove() {
    let site = Site::new().await;
    city(&site).await;
    let mut boss = manager(&site).await;
    boss.send(&format!("/pertumbuhan/{COHORT}/hitung"), &[])
        .await;
    site.work().await;
    let db = site.platform.store.db();
    let run = cohort::get(db, COHORT).await.unwrap().cohort;
    for day in [date(2026, 7, 5), date(2026, 10, 31)] {
        let mut kept = Board::new(&run, day);
        (kept.shops, kept.uncounted) = (12, 2);
        board::keep(db, COHORT, &kept, site.platform.now())
            .await
            .unwrap();
    }
    let place = format!("/papan/{COHORT}/laporan.pdf");
    let pdf = boss.get(&place).await;
    says(
        &pdf,
        &[
            "Oktober 2026",
            "Ikut program: +20%",
            "Rentang 95%: +20% sampai +20%",
            "10 dari 12 usaha terhitung; 2 belum",
            "Daftar tunggu: 0%",
            "10 peserta, 8 yang menunggu",
            "Tempat dibagi dengan undian",
            "n = – · tanpa data <5",
        ],
    );
    // What was known in July did not hold October's sales.
    let early = boss.get(&format!("{place}?bulan=2026-07")).await;
    says(&early, &["Pertumbuhan belum dihitung sampai bulan ini"]);
}
