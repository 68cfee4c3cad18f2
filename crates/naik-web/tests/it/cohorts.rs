//! A manager's way through a cohort: founding it, its plan, its lottery, its mentors, its import; and an owner's way in.

use axum::http::StatusCode;
use naik_core::account::Role;

use crate::site::{Browser, Reply, Site, between};

const DAY: i64 = 24 * 3_600_000;
/// A Monday six weeks after the day on which tests begin.
const START: &str = "2027-01-04";

async fn manager(site: &Site) -> Browser {
    site.signed_in(Role::Manager, "0812-0000-0100", "35.73")
        .await
}

/// A mentor of the city; returns the id that the cohort's form gives.
async fn mentor(site: &Site, boss: &mut Browser, programme: &str) -> String {
    site.signed_in(Role::Mentor, "0812-0000-0200", "35.73")
        .await;
    let page = boss.get(&format!("/program/{programme}/baru")).await.text();
    between(&page, "name=\"pendamping\" value=\"", "\"").unwrap()
}

async fn programme(boss: &mut Browser) -> String {
    let fields = [
        ("kunci", "p1"),
        ("organisasi", "Dinas Koperasi"),
        ("nama", "Naik Kelas Malang"),
    ];
    let reply = boss.send("/program", &fields).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    between(reply.to(), "/program/", "/baru").unwrap()
}

/// A cohort whose window is open from today for two weeks.
async fn cohort(site: &Site, boss: &mut Browser, places: &str, lottery: bool) -> String {
    let programme = programme(boss).await;
    let mentor = mentor(site, boss, &programme).await;
    let mut fields = vec![
        ("kunci", "k1"),
        ("mulai", START),
        ("buka", "2026-11-26"),
        ("tutup", "2026-12-10"),
        ("tempat", places),
        ("pendamping", mentor.as_str()),
    ];
    if lottery {
        fields.push(("undian", "ya"));
    }
    let reply = boss
        .send(&format!("/program/{programme}/baru"), &fields)
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    reply.to().trim_start_matches("/kelompok/").to_owned()
}

/// Owners who apply, one after another.
async fn applicants(site: &Site, cohort: &str, count: u32) -> Vec<Browser> {
    let mut all = Vec::new();
    for number in 0..count {
        let contact = format!("0812-0000-1{number:03}");
        let mut owner = site.signed_in(Role::Owner, &contact, "35.73").await;
        let reply = apply(&mut owner, cohort).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        // Who comes first is told apart by the moment.
        site.wait(1_000);
        all.push(owner);
    }
    all
}

async fn apply(owner: &mut Browser, cohort: &str) -> Reply {
    let fields = [("kunci", "a1"), ("setuju", "mentoring")];
    owner.send(&format!("/ikut/{cohort}"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cohort_that_cannot_be_is_said_field_by_field() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    assert!(
        boss.get("/program")
            .await
            .text()
            .contains("Belum ada program")
    );
    let reply = boss
        .send("/program", &[("organisasi", ""), ("nama", "X")])
        .await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.text();
    assert!(page.contains("value=\"X\""), "{page}");
    // A programme is not called as people are.
    assert!(
        page.contains("Nama penyelenggaranya masih kosong"),
        "{page}"
    );
    assert!(!page.contains("memanggilmu"), "{page}");
    let programme = programme(&mut boss).await;
    let place = format!("/program/{programme}/baru");
    let fields = [
        ("mulai", "2027-01-05"),
        ("buka", "2026-12-10"),
        ("tutup", "2026-12-01"),
        ("tempat", "0"),
    ];
    let reply = boss.send(&place, &fields).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.text();
    for said in [
        "belum punya tempat",
        "Belum ada pendamping",
        "bukan Senin",
        "ditutup sebelum dibuka",
        "value=\"2027-01-05\"",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let reply = boss.send(&place, &[("tempat", "4")]).await;
    for said in ["Hari mulainya belum", "dibuka belum", "ditutup belum"] {
        assert!(reply.text().contains(said), "{said}: {}", reply.text());
    }
    for odd in ["-5", "banyak", "4,5"] {
        let reply = boss.send(&place, &[("tempat", odd)]).await;
        let page = reply.text();
        assert!(page.contains("Jumlah tempatnya belum terbaca"), "{page}");
        assert!(page.contains(&format!("value=\"{odd}\"")), "{page}");
    }
    // A stranger is no mentor.
    let stranger = [
        ("mulai", START),
        ("buka", "2026-11-26"),
        ("tutup", "2026-12-10"),
        ("tempat", "4"),
        ("pendamping", "0199a3c4-7d10-7c1e-9b52-6a4d0e5f1a01"),
    ];
    let reply = boss.send(&place, &stranger).await;
    assert!(
        reply.text().contains("bukan dari wilayah ini"),
        "{}",
        reply.text()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_empty_list_says_what_it_is_a_list_of() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = cohort(&site, &mut boss, "2", false).await;
    for (state, told) in [
        ("", "Belum ada usaha di sini"),
        ("applied", "sedang mendaftar"),
        ("waiting", "Tidak ada yang menunggu"),
        ("enrolled", "Belum ada yang ikut"),
        ("withdrawn", "menarik pendaftarannya"),
        ("left", "Tidak ada yang keluar"),
        ("completed", "Belum ada yang lulus"),
    ] {
        let page = boss
            .get(&format!("/kelompok/{cohort}?keadaan={state}"))
            .await;
        let empty = between(&page.text(), "<p class=\"kosong\">", "</p>").unwrap();
        assert!(empty.contains(told), "{state}: {empty}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_area_runs_is_not_there() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = cohort(&site, &mut boss, "2", false).await;
    let mut other = site
        .signed_in(Role::Manager, "0812-0000-0101", "33.74")
        .await;
    let mut owner = site.signed_in(Role::Owner, "0812-0000-0102", "33.74").await;
    for place in ["", "/ubah", "/rencana", "/pasangan", "/impor"] {
        let place = format!("/kelompok/{cohort}{place}");
        let reply = other.get(&place).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{place}");
        assert_eq!(boss.get(&place).await.status, StatusCode::OK, "{place}");
        assert_ne!(owner.get(&place).await.status, StatusCode::OK, "{place}");
    }
    for place in ["bagi", "undi", "berikut", "selesai"] {
        let place = format!("/kelompok/{cohort}/{place}");
        let reply = other.send(&place, &[("angka", "1")]).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{place}");
    }
    let papan = format!("/papan/{cohort}");
    assert_eq!(other.get(&papan).await.status, StatusCode::NOT_FOUND);
    assert_eq!(owner.get("/program").await.status, StatusCode::FORBIDDEN);
    // A cohort of another city can't be applied to.
    let reply = apply(&mut owner, &cohort).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert!(!owner.get("/ikut").await.text().contains(&cohort));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_first_gets_a_place_and_the_next_follows() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = cohort(&site, &mut boss, "2", false).await;
    let hub = format!("/kelompok/{cohort}");
    let mut owners = applicants(&site, &cohort, 3).await;
    let again = owners[0]
        .send(
            &format!("/ikut/{cohort}"),
            &[("kunci", "b"), ("setuju", "mentoring")],
        )
        .await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    // While the window is open nothing is given.
    let early = boss.send(&format!("{hub}/bagi"), &[("kunci", "x")]).await;
    assert!(
        early.text().contains("Pendaftaran masih buka"),
        "{}",
        early.text()
    );
    site.wait(15 * DAY);
    let late = apply(
        &mut site.signed_in(Role::Owner, "0812-0000-1900", "35.73").await,
        &cohort,
    )
    .await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = boss.get(&hub).await.text();
    assert!(page.contains("3 usaha mendaftar untuk 2 tempat"), "{page}");
    for _ in 0..2 {
        let reply = boss.send(&format!("{hub}/bagi"), &[("kunci", "g")]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    let page = owners[0].get("/ikut").await.text();
    assert!(page.contains("Selamat, kamu ikut!"), "{page}");
    let page = owners[2].get("/ikut").await.text();
    assert!(page.contains("Kamu nomor 1 di daftar tunggu"), "{page}");
    // The first leaves; the third follows.
    let page = owners[0].get("/ikut").await.text();
    let mine = between(&page, "action=\"/ikut/keluar/", "\"").unwrap();
    let theft = owners[1].send(&format!("/ikut/keluar/{mine}"), &[]).await;
    assert_eq!(theft.status, StatusCode::NOT_FOUND);
    let reply = owners[0]
        .send(&format!("/ikut/keluar/{mine}"), &[("kunci", "l")])
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    assert!(boss.get(&hub).await.text().contains("Ada tempat kosong"));
    let reply = boss
        .send(&format!("{hub}/berikut"), &[("kunci", "n")])
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let page = owners[2].get("/ikut").await.text();
    assert!(page.contains("Selamat, kamu ikut!"), "{page}");
    // Days can't move once places were given.
    let page = boss.get(&format!("{hub}/ubah")).await.text();
    let revision = between(&page, "name=\"revisi\" value=\"", "\"").unwrap();
    let mentor = between(&page, "name=\"pendamping\" value=\"", "\"").unwrap();
    let moved = [
        ("revisi", revision.as_str()),
        ("mulai", "2027-01-11"),
        ("buka", "2026-11-26"),
        ("tutup", "2026-12-10"),
        ("tempat", "2"),
        ("pendamping", mentor.as_str()),
    ];
    let reply = boss.send(&format!("{hub}/ubah"), &moved).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_to_the_end_gets_a_badge_once() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = cohort(&site, &mut boss, "2", false).await;
    let hub = format!("/kelompok/{cohort}");
    applicants(&site, &cohort, 2).await;
    site.wait(15 * DAY);
    boss.send(&format!("{hub}/bagi"), &[("kunci", "g")]).await;
    // The last week: six days before the last day.
    site.wait(200 * DAY);
    let mut boss = site
        .signed_in(Role::Manager, "bos2@contoh.id", "35.73")
        .await;
    for _ in 0..2 {
        let end = format!("{hub}/selesai");
        let reply = boss.send(&end, &[("kunci", "s")]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    let owner = crate::programme::who(&site, "0812-0000-1000").await;
    let badges = site.platform.own_badges(&owner).await.unwrap();
    let about: Vec<&str> = badges.iter().map(|badge| badge.about.as_str()).collect();
    assert_eq!(about, [format!("programme-{cohort}")]);
    let page = site
        .browser()
        .get(&format!("/lencana/{}", badges[0].id))
        .await;
    assert_eq!(page.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lottery_is_announced_drawn_once_and_can_be_done_again() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = cohort(&site, &mut boss, "2", true).await;
    let (hub, public) = (format!("/kelompok/{cohort}"), format!("/undian/{cohort}"));
    let mut owners = applicants(&site, &cohort, 5).await;
    let source = [("sumber", "Penutupan IHSG 5 Januari 2027")];
    assert_eq!(
        boss.send(&format!("{hub}/sumber"), &[("sumber", " ")])
            .await
            .status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let reply = boss.send(&format!("{hub}/sumber"), &source).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let twice = boss.send(&format!("{hub}/sumber"), &source).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut anyone = site.browser();
    let page = anyone.get(&public).await.text();
    assert!(page.contains("Penutupan IHSG 5 Januari 2027") && page.contains("5 pendaftar"));
    let undi = format!("{hub}/undi");
    let early = boss.send(&undi, &[("angka", "7.412,33")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    site.wait(15 * DAY);
    let empty = boss.send(&undi, &[("angka", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..2 {
        let reply = boss
            .send(&undi, &[("kunci", "u"), ("angka", "7.412,33")])
            .await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    let other = boss
        .send(&undi, &[("kunci", "v"), ("angka", "7.412,34")])
        .await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.text().contains("sudah dilakukan"), "{}", other.text());
    // What is published gives the same order again.
    let page = anyone.get(&public).await.text();
    let tickets = between(&page, "tickets = &quot;", "&quot;").unwrap();
    let notice = naik_core::programme::lottery::Notice {
        words: "7.412,33".to_owned(),
        tickets: tickets
            .split(' ')
            .map(|text| naik_core::programme::lottery::Ticket::parse(text).unwrap())
            .collect(),
        places: 2,
    };
    let draw = notice.draw().unwrap();
    let order: Vec<usize> = draw
        .places
        .iter()
        .chain(&draw.waiting)
        .map(|ticket| {
            page.find(&format!("<li id=\"{}\">", ticket.as_str()))
                .unwrap()
        })
        .collect();
    assert!(order.is_sorted(), "{page}");
    let mut places = 0;
    for owner in &mut owners {
        let page = owner.get("/ikut").await.text();
        places += usize::from(page.contains("Selamat, kamu ikut!"));
    }
    assert_eq!(places, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lottery_without_a_source_is_not_drawn() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = cohort(&site, &mut boss, "1", true).await;
    applicants(&site, &cohort, 2).await;
    site.wait(15 * DAY);
    let hub = format!("/kelompok/{cohort}");
    let late = boss
        .send(&format!("{hub}/sumber"), &[("sumber", "x")])
        .await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reply = boss
        .send(&format!("{hub}/undi"), &[("angka", "7.412,33")])
        .await;
    assert!(reply.text().contains("belum diumumkan"), "{}", reply.text());
    assert!(
        boss.get(&hub)
            .await
            .text()
            .contains("Undian belum bisa dilakukan")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_applies_without_agreeing() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = cohort(&site, &mut boss, "1", false).await;
    let mut owner = site.signed_in(Role::Owner, "0812-0000-1000", "35.73").await;
    let page = owner.get("/ikut").await.text();
    assert!(page.contains("name=\"setuju\"") && page.contains("Naik Kelas Malang"));
    let reply = owner
        .send(&format!("/ikut/{cohort}"), &[("kunci", "a")])
        .await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.text().contains("butuh izinmu"), "{}", reply.text());
    assert_eq!(
        apply(&mut owner, &cohort).await.status,
        StatusCode::SEE_OTHER
    );
    // Back, and again.
    let page = owner.get("/ikut").await.text();
    let mine = between(&page, "action=\"/ikut/keluar/", "\"").unwrap();
    let place = format!("/ikut/keluar/{mine}");
    assert_eq!(
        owner.send(&place, &[("kunci", "w")]).await.status,
        StatusCode::SEE_OTHER
    );
    let again = owner
        .send(&format!("/ikut/{cohort}"), &[("kunci", "again")])
        .await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_changed_with_a_reason_in_versions() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = cohort(&site, &mut boss, "4", false).await;
    let place = format!("/kelompok/{cohort}/rencana");
    let page = boss.get(&place).await.text();
    assert!(
        page.contains("Ramadan") && page.contains("Lebaran"),
        "{page}"
    );
    let own = [
        ("versi", "1"),
        ("judul-baru", "Bazar kampung"),
        ("urut-baru", "3"),
        ("judul-cash-book", "Buku kas Bu RT"),
    ];
    let reply = boss.send(&place, &own).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        reply.text().contains("Alasannya masih kosong") && reply.text().contains("Bazar kampung")
    );
    let mut told = own.to_vec();
    told.push(("alasan", "Panen kopi"));
    let reply = boss.send(&place, &told).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let page = boss.get(&place).await.text();
    for said in ["Bazar kampung", "Buku kas Bu RT", "Versi 2", "Panen kopi"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // Whoever read the first version comes too late.
    let reply = boss.send(&place, &told).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    // What others wait for can't be left out.
    let broken = [("versi", "2"), ("buang-intake", "ya"), ("alasan", "x")];
    let reply = boss.send(&place, &broken).await;
    assert!(
        reply.text().contains("tidak pernah datang"),
        "{}",
        reply.text()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn mentors_are_proposed_and_confirmed_by_hand() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = cohort(&site, &mut boss, "2", false).await;
    applicants(&site, &cohort, 2).await;
    site.wait(15 * DAY);
    let hub = format!("/kelompok/{cohort}");
    boss.send(&format!("{hub}/bagi"), &[("kunci", "g")]).await;
    let place = format!("{hub}/pasangan");
    let page = boss.get(&place).await.text();
    assert!(page.contains("2 usaha belum punya pendamping"), "{page}");
    let field = between(&page, "<select id=\"", "\"").unwrap();
    let mentor = between(&page, "<option value=\"", "\" selected").unwrap();
    let mentor = mentor.rsplit('"').next().unwrap().to_owned();
    let reply = boss
        .send(&place, &[("kunci", "m"), (field.as_str(), mentor.as_str())])
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let page = boss.get(&place).await.text();
    assert!(page.contains("1 sudah berpasangan"), "{page}");
    let wrong = [
        ("kunci", "w"),
        (field.as_str(), "0199a3c4-7d10-7c1e-9b52-6a4d0e5f1a01"),
    ];
    let reply = boss.send(&place, &wrong).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Taken away again by hand.
    let reply = boss
        .send(&place, &[("kunci", "x"), (field.as_str(), "")])
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert!(
        boss.get(&place)
            .await
            .text()
            .contains("2 usaha belum punya pendamping")
    );
}

const LIST: &str = "Nama Pemilik,No. WA,Nama Usaha\nBu Sri,081200002001,Keripik Sri\nPak Budi,081200002002,\nBu Sri,081200002001,Lagi\nMbah X,12,Toko X\n,081200002003,Toko Y\n";

async fn send_list(boss: &mut Browser, cohort: &str, text: &[u8]) -> Reply {
    boss.get(&format!("/kelompok/{cohort}/impor")).await;
    let files = [("berkas", "daftar.csv", text)];
    boss.send_parts(&format!("/kelompok/{cohort}/impor"), &[], &files)
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_shops_is_looked_at_then_made_with_cards() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = cohort(&site, &mut boss, "9", true).await;
    let reply = send_list(&mut boss, &cohort, LIST.as_bytes()).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let place = reply.to().to_owned();
    let page = boss.get(&place).await.text();
    for said in [
        "2 usaha baru",
        "Baris 4",
        "Baris 5",
        "Baris 6",
        "Keripik Sri",
        "Pak Budi",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let mut other = site
        .signed_in(Role::Manager, "0812-0000-0101", "33.74")
        .await;
    assert_eq!(other.get(&place).await.status, StatusCode::NOT_FOUND);
    let reply = boss.send(&format!("{place}/simpan"), &[]).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    let page = reply.text();
    assert_eq!(page.matches("class=\"kc-qr\"").count(), 2, "{page}");
    assert!(page.contains("2 kartu masuk"), "{page}");
    // Sent again, nothing is made twice.
    let again = boss.send(&format!("{place}/simpan"), &[]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let again = send_list(&mut boss, &cohort, LIST.as_bytes()).await;
    let page = boss.get(again.to()).await.text();
    assert!(
        page.contains("2 sudah punya akun") || page.contains("3 sudah punya akun"),
        "{page}"
    );
    let page = boss.get(&format!("/kelompok/{cohort}")).await.text();
    assert!(
        page.contains("Keripik Sri") && page.contains("2 pendaftar")
            || page.contains("Mendaftar · 2")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_with_other_columns_is_read_once_they_are_shown() {
    let site = Site::new().await;
    let mut boss = manager(&site).await;
    let cohort = cohort(&site, &mut boss, "9", false).await;
    let reply = send_list(&mut boss, &cohort, b"Siapa;Hubungi\nBu Sri;081200002001\n").await;
    let place = reply.to().to_owned();
    let page = boss.get(&place).await.text();
    assert!(
        page.contains("Tunjukkan dulu kolomnya") && page.contains("Siapa"),
        "{page}"
    );
    let told = [("owner", "Siapa"), ("contact", "Hubungi")];
    let reply = boss.send(&format!("{place}/kolom"), &told).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert!(boss.get(&place).await.text().contains("1 usaha baru"));
    for (bytes, said) in [
        (b"".as_slice(), "Pilih berkasnya dulu"),
        (b"%PDF-1.4", "bukan tabel"),
        (b"halo", "belum berisi daftar usaha"),
    ] {
        let reply = send_list(&mut boss, &cohort, bytes).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(reply.text().contains(said), "{said}: {}", reply.text());
    }
}
