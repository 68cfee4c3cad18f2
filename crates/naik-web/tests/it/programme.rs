//! Kelasku, Lembar Usaha and Naik Kelas: evidence is sent, judged, confirmed, and lapses.
//!
//! Long because one shop's way is walked from its first evidence to its hand-over, in front of the same helpers.

use axum::http::{Method, StatusCode};
use jiff::civil::{Date, date};
use naik_core::access::{Post, Who};
use naik_core::account::{Area, Purpose, Role};
use naik_core::id::{
    CohortId, EnrolmentId, EventId, EvidenceId, OrganisationId, PersonId, ProgrammeId, ShopId,
};
use naik_core::money::Rupiah;
use naik_core::programme::cohort::{Cohort, Programme, Window};
use naik_core::programme::day::plus;
use naik_core::programme::enrolment::{Enrolment, State};
use naik_core::programme::evidence::{Evidence, Fingerprint, Kind};
use naik_core::programme::history::{Event, What};
use naik_core::programme::level::Level;
use naik_core::programme::lottery::Ticket;
use naik_core::programme::plan::Plan;
use naik_store::repo::programme::Organisation;
use naik_store::repo::{cohort, enrolment, evidence, history, programme, shop};

use crate::papers::says;
use crate::site::{Browser, PHOTO, Reply, Site, between};

const TODAY: Date = date(2026, 11, 26);
const DAY: i64 = 24 * 3_600_000;

/// Another photo than [`PHOTO`].
const OTHER: &[u8] = include_bytes!("../../../naik-app/demo/gerabah-guci.jpg");

/// Six real orders of a marketplace.
const ORDERS: &str = "\
No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Nama Variasi,Jumlah,Total Harga Produk
2411A1,Selesai,2026-11-03 10:21,Keripik Tempe,KT,Balado,2,Rp30.000
2411A2,Selesai,2026-11-04 19:05,Keripik Tempe,KT,Original,1,15000.00
2411A3,Selesai,2026-11-05 19:05,Keripik Tempe,KT,Original,1,15000.00
2411A4,Selesai,2026-11-06 19:05,Keripik Tempe,KT,Original,1,15000.00
2411A5,Selesai,2026-11-07 19:05,Keripik Tempe,KT,Original,1,15000.00
2411A6,Selesai,2026-11-08 19:05,Keripik Tempe,KT,Original,1,15000.00
";

/// A city with one shop in a cohort, its owner, its mentor and a checker.
pub(crate) struct City {
    pub(crate) site: Site,
    pub(crate) owner: Browser,
    pub(crate) mentor: Browser,
    pub(crate) checker: Browser,
    pub(crate) shop: ShopId,
    cohort: CohortId,
}

impl City {
    pub(crate) async fn new() -> Self {
        let site = Site::new().await;
        let owner = site.signed_in(Role::Owner, "0812 0000 0001", "35.73").await;
        let mentor = site
            .signed_in(Role::Mentor, "dimas@contoh.id", "35.73")
            .await;
        let checker = site
            .signed_in(Role::Checker, "siti@contoh.id", "35.73")
            .await;
        let shop = shop_of(&site, "0812 0000 0001").await;
        let who = who(&site, "0812 0000 0001").await;
        let platform = &site.platform;
        platform
            .set_consent(&who, Purpose::Mentoring, true)
            .await
            .unwrap();
        let dimas = person(&site, "dimas@contoh.id").await;
        shop::accompany(platform.store.db(), dimas, shop, 0)
            .await
            .unwrap();
        let cohort = found(&site, dimas).await;
        enrol(&site, cohort, shop, dimas, State::Enrolled).await;
        Self {
            site,
            owner,
            mentor,
            checker,
            shop,
            cohort,
        }
    }

    pub(crate) fn sheet(&self) -> String {
        format!("/binaan/{}", self.shop)
    }

    pub(crate) fn decide(&self) -> String {
        format!("/binaan/{}/nilai", self.shop)
    }

    /// Evidence that was accepted on the day on which it was sent.
    async fn accepted(&self, kind: Kind, on: Date, place: &str, subject: &str) -> EvidenceId {
        let db = self.site.platform.store.db();
        let owner = person(&self.site, "0812 0000 0001").await;
        let mentor = person(&self.site, "dimas@contoh.id").await;
        let id = EvidenceId(self.site.platform.outside.id());
        let look = id.0.as_u128() as u64 ^ (id.0.as_u128() >> 64) as u64;
        let shown = Evidence {
            id,
            shop: self.shop,
            kind,
            on,
            sender: owner,
            subject: subject.to_owned(),
            place: place.to_owned(),
            units: 1,
            amount: Some(Rupiah::new(4_000_000)),
            until: None,
            fingerprint: (kind == Kind::Photo).then_some(Fingerprint::Look(look)),
        };
        let kept = evidence::Kept {
            evidence: shown.clone(),
            file: None,
            created_at: 0,
        };
        evidence::add(db, &kept).await.unwrap();
        self.event(owner, on, What::Sent(shown)).await;
        self.event(mentor, on, What::Accepted(id)).await;
        id
    }

    async fn event(&self, by: PersonId, day: Date, what: What) {
        let event = Event {
            id: EventId(self.site.platform.outside.id()),
            day,
            by,
            why: String::new(),
            what,
        };
        let db = self.site.platform.store.db();
        history::add(db, self.shop, &event, 0).await.unwrap();
    }

    /// All that levels 0 to 2 ask for, checked yesterday.
    pub(crate) async fn up_to_two(&self) {
        let mentor = person(&self.site, "dimas@contoh.id").await;
        let yesterday = plus(TODAY, -1);
        self.accepted(Kind::Baseline, plus(TODAY, -60), "", "")
            .await;
        self.accepted(Kind::Consent, plus(TODAY, -60), "", "").await;
        self.accepted(Kind::Permit, plus(TODAY, -50), "nib", "1234567890123")
            .await;
        self.accepted(Kind::PriceCalculation, plus(TODAY, -50), "", "Keripik")
            .await;
        for _ in 0..3 {
            self.accepted(Kind::Photo, plus(TODAY, -40), "", "").await;
        }
        for week in 0..6 {
            let day = plus(yesterday, -7 * week);
            self.accepted(Kind::SalesRecord, day, "", "").await;
            let place = if week % 2 == 0 {
                "instagram"
            } else {
                "whatsapp"
            };
            self.accepted(Kind::Post, day, place, "").await;
        }
        self.accepted(Kind::Qris, plus(TODAY, -20), "", "").await;
        self.accepted(Kind::ReplyTime, plus(TODAY, -20), "", "")
            .await;
        for number in 0..3 {
            let level = Level::new(number).unwrap();
            self.event(mentor, yesterday, What::Checked(level)).await;
        }
    }

    pub(crate) async fn level(&self) -> Option<u8> {
        let who = who(&self.site, "dimas@contoh.id").await;
        let course = self.site.platform.course(&who, self.shop).await.unwrap();
        course.standing.level.map(Level::number)
    }

    /// Accepts every piece of evidence that waits, as the mentor does it on the sheet.
    pub(crate) async fn accept_all(&mut self) -> usize {
        let mut count = 0;
        loop {
            let page = self.mentor.get(&self.sheet()).await.text();
            let Some(ids) = between(&page, "name=\"bukti\" value=\"", "\"") else {
                return count;
            };
            let place = self.decide();
            let fields = [("putusan", "terima"), ("bukti", ids.as_str())];
            let reply = self.mentor.send(&place, &fields).await;
            assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
            count += 1;
        }
    }
}

pub(crate) async fn person(site: &Site, contact: &str) -> PersonId {
    site.platform.find_person(contact).await.unwrap().id
}

pub(crate) async fn who(site: &Site, contact: &str) -> Who {
    let found = site.platform.find_person(contact).await.unwrap();
    site.platform
        .who(site.platform.store.db(), &found)
        .await
        .unwrap()
}

pub(crate) async fn shop_of(site: &Site, contact: &str) -> ShopId {
    let Who::Person(member) = who(site, contact).await else {
        panic!("a guest");
    };
    member.shops[0].0
}

/// An organisation with a programme and a cohort in its eighth week.
pub(crate) async fn found(site: &Site, mentor: PersonId) -> CohortId {
    let (db, outside) = (site.platform.store.db(), &site.platform.outside);
    let organisation = outside.id();
    let row = Organisation {
        id: organisation,
        name: "Dinas Koperasi".to_owned(),
        area: "35.73".to_owned(),
        created_at: 0,
    };
    programme::found(db, row).await.unwrap();
    let new = Programme {
        id: ProgrammeId(outside.id()),
        organisation: OrganisationId(organisation),
        name: "Naik Kelas Malang".to_owned(),
        area: Area::parse("35.73").unwrap(),
    };
    programme::create(db, &new, &Plan::standard(), 0)
        .await
        .unwrap();
    let run = Cohort {
        id: CohortId(outside.id()),
        programme: new.id,
        start: date(2026, 10, 5),
        window: Window {
            opens: date(2026, 9, 1),
            closes: date(2026, 9, 20),
        },
        places: 10,
        lottery: true,
        mentors: vec![mentor],
        plan: 1,
    };
    cohort::create(db, &run, 0).await.unwrap();
    run.id
}

pub(crate) async fn enrol(
    site: &Site,
    cohort: CohortId,
    shop: ShopId,
    mentor: PersonId,
    state: State,
) {
    let new = Enrolment {
        id: EnrolmentId(site.platform.outside.id()),
        cohort,
        shop,
        ticket: Ticket::parse(&format!(
            "T{}",
            shop.0.simple().to_string().to_uppercase()[20..].to_owned()
        ))
        .unwrap(),
        applied: date(2026, 9, 2),
        state,
        rank: Some(1),
        mentor: Some(mentor),
    };
    enrolment::create(site.platform.store.db(), &new)
        .await
        .unwrap();
}

async fn import(browser: &mut Browser, file: &[u8]) -> Reply {
    browser.get("/jualan/impor").await;
    let reply = browser
        .send_parts("/jualan/impor", &[], &[("berkas", "pesanan.csv", file)])
        .await;
    let place = reply.to().to_owned();
    assert!(place.starts_with("/jualan/impor/"), "{}", reply.text());
    browser.send(&format!("{place}/simpan"), &[]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_level_rises_by_evidence_a_mentor_and_another_person_and_lapses_by_itself() {
    let mut city = City::new().await;
    city.up_to_two().await;
    assert_eq!(city.level().await, Some(2));
    let page = city.owner.get("/kelasku").await.text();
    for told in [
        "2 · Terlihat",
        "3 · Terhubung",
        "Barang tayang di marketplace: 0 dari 5",
        "hari dari 182",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    for n in 1..=5 {
        let address = format!("https://shopee.co.id/Keripik-i.1.{n}?sp_atk=x{n}");
        let reply = city
            .owner
            .send_parts("/kelasku/bukti/listing-link", &[("tautan", &address)], &[])
            .await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    let stars = [
        ("tempat", "shopee"),
        ("jumlah", "4,8"),
        ("catatan", "baru minggu ini"),
    ];
    let reply = city
        .owner
        .send_parts("/kelasku/bukti/rating", &stars, &[("foto", "b.jpg", OTHER)])
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    assert_eq!(
        import(&mut city.owner, ORDERS.as_bytes()).await.to(),
        "/jualan"
    );
    // Nothing counts before somebody else has looked at it.
    assert_eq!(city.level().await, Some(2));
    let sheet = city.sheet();
    let page = city.mentor.get(&sheet).await.text();
    for told in [
        "6 pesanan di Shopee",
        "4,8 di Shopee",
        "baru minggu ini",
        "https://shopee.co.id/Keripik-i.1.5<",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let photo = between(&page, "href=\"/bukti/", "/foto\"").unwrap();
    let photo = format!("/bukti/{photo}/foto");
    assert_eq!(
        city.mentor.get(&photo).await.header("content-type"),
        "image/jpeg"
    );
    assert_eq!(city.accept_all().await, 7);
    let check = [
        ("putusan", "periksa"),
        ("tingkat", "3"),
        ("alasan", "sudah saya lihat tokonya"),
    ];
    let place = city.decide();
    // A level is checked in its turn alone.
    let early = city
        .mentor
        .send(&place, &[("putusan", "periksa"), ("tingkat", "4")])
        .await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.text().contains("Tingkat di bawahnya belum sah"));
    let reply = city.mentor.send(&place, &check).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    assert_eq!(city.level().await, Some(2), "the second person is missing");
    assert!(
        city.owner
            .get("/kelasku")
            .await
            .text()
            .contains("Satu orang lagi akan mengesahkannya")
    );
    let confirm = [("putusan", "sahkan"), ("tingkat", "3")];
    assert_eq!(
        city.mentor.send(&place, &confirm).await.status,
        StatusCode::NOT_FOUND
    );
    let queue = city.checker.get("/naik-kelas").await.text();
    for told in [
        "3 · Terhubung",
        "Orang dimas@contoh.id",
        "sudah saya lihat tokonya",
        photo.as_str(),
    ] {
        assert!(queue.contains(told), "{told}: {queue}");
    }
    assert_eq!(city.checker.get(&photo).await.status, StatusCode::OK);
    let blank = city
        .checker
        .send(&place, &[("putusan", "kembalikan"), ("tingkat", "3")])
        .await;
    assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(blank.text().contains("Alasannya belum ditulis"));
    let reply = city.checker.send(&place, &confirm).await;
    assert_eq!(reply.to(), "/naik-kelas", "{}", reply.text());
    assert_eq!(city.level().await, Some(3));
    let page = city.owner.get("/kelasku").await.text();
    for told in [
        "Kamu di tingkat 3 · Terhubung",
        "Orang siti@contoh.id",
        "Naik ke tingkat 3 · Terhubung",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    // The paper of the level names both who stand for it.
    let number = between(&page, "href=\"/sertifikat/", "\"").unwrap();
    let paper = city.owner.get(&format!("/sertifikat/{number}.pdf")).await;
    let both = ["Orang dimas@contoh.id", "Orang siti@contoh.id"];
    says(&paper, &both);
    let anyone = city
        .site
        .browser()
        .get(&format!("/sertifikat/{number}"))
        .await;
    assert!(both.iter().all(|name| !anyone.text().contains(name)));
    assert!(
        city.checker
            .get("/naik-kelas")
            .await
            .text()
            .contains("Tidak ada yang menunggu")
    );
    // Evidence ends, and with it the level; nobody has to do anything.
    city.site.wait(100 * DAY);
    assert_eq!(
        city.level().await,
        Some(0),
        "posts and sales have ended too"
    );
    let who = who(&city.site, "dimas@contoh.id").await;
    let course = city.site.platform.course(&who, city.shop).await.unwrap();
    assert!(course.standing.changes.len() > 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_judges_their_own() {
    let mut city = City::new().await;
    city.up_to_two().await;
    let reply = city
        .owner
        .send_parts("/kelasku/bukti/photo", &[], &[("foto", "a.jpg", PHOTO)])
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let page = city.mentor.get(&city.sheet()).await.text();
    let ids = between(&page, "name=\"bukti\" value=\"", "\"").unwrap();
    let place = city.decide();
    let accept = [("putusan", "terima"), ("bukti", ids.as_str())];
    let mut stranger = city
        .site
        .signed_in(Role::Mentor, "retno@contoh.id", "35.73")
        .await;
    assert_eq!(
        stranger.send(&place, &accept).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        stranger.get(&city.sheet()).await.status,
        StatusCode::NOT_FOUND
    );
    let mut far = city
        .site
        .signed_in(Role::Checker, "jauh@contoh.id", "33.74")
        .await;
    assert_eq!(far.get(&city.sheet()).await.status, StatusCode::NOT_FOUND);
    // The mentor comes to work in the shop.
    let dimas = person(&city.site, "dimas@contoh.id").await;
    let db = city.site.platform.store.db();
    shop::join(db, city.shop, dimas, Post::Staff, 0)
        .await
        .unwrap();
    let own = city.mentor.send(&place, &accept).await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        own.text()
            .contains("Tidak ada yang boleh mengesahkan miliknya sendiri"),
        "{}",
        own.text()
    );
    let page = city.mentor.get(&city.sheet()).await.text();
    assert!(page.contains("Ini usahamu sendiri") && !page.contains("value=\"terima\""));
    assert_eq!(
        city.owner.send(&place, &accept).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    // A checker sees shops that have applied, and no other.
    city.site
        .signed_in(Role::Owner, "0812 0000 0009", "35.73")
        .await;
    let outside = shop_of(&city.site, "0812 0000 0009").await;
    let other = format!("/binaan/{outside}");
    assert_eq!(city.checker.get(&other).await.status, StatusCode::NOT_FOUND);
    assert_eq!(city.checker.get(&city.sheet()).await.status, StatusCode::OK);
    for mut browser in [city.owner, city.mentor] {
        assert_eq!(
            browser.get("/naik-kelas").await.status,
            StatusCode::FORBIDDEN
        );
    }
    assert_eq!(city.site.browser().get("/naik-kelas").await.to(), "/masuk");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_permit_is_refused_in_words_of_its_own() {
    let mut city = City::new().await;
    for (kind, number, told) in [
        ("", "1234567890123", "Jenis izinnya belum dipilih"),
        ("nib", "", "Nomor izinnya masih kosong"),
        ("bpom", "12", "Nomor BPOM &quot;12&quot;"),
    ] {
        let fields = [("tempat", kind), ("nomor", number)];
        let reply = city
            .owner
            .send_parts("/kelasku/bukti/permit", &fields, &[])
            .await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = reply.text();
        assert!(page.contains(told), "{told}: {page}");
        assert!(!page.contains("tidak dicantumkan"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_is_shown_once() {
    let mut city = City::new().await;
    let place = "/kelasku/bukti/photo";
    let fields = [("kunci", "k1")];
    for _ in 0..2 {
        let reply = city
            .owner
            .send_parts(place, &fields, &[("foto", "a.jpg", PHOTO)])
            .await;
        assert_eq!(
            reply.to(),
            "/kelasku",
            "sent twice, done once: {}",
            reply.text()
        );
    }
    let again = city
        .owner
        .send_parts(place, &[], &[("foto", "a.jpg", PHOTO)])
        .await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        again.text().contains("Bukti ini sudah pernah kamu kirim"),
        "{}",
        again.text()
    );
    // One picture proves one thing, whichever of the two was sent first.
    let poster = "/kelasku/bukti/qris";
    let again = city
        .owner
        .send_parts(poster, &[], &[("foto", "a.jpg", PHOTO)])
        .await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = "sudah kamu kirim sebagai bukti lain";
    assert!(again.text().contains(told), "{}", again.text());
    let mut other = city
        .site
        .signed_in(Role::Owner, "0812 0000 0002", "35.73")
        .await;
    let stolen = other
        .send_parts(place, &[], &[("foto", "b.jpg", PHOTO)])
        .await;
    assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stolen.text().contains("Bukti ini sudah dipakai usaha lain"));
    // Outside of a cohort one collects evidence too, and is told how to take part.
    assert_eq!(
        other
            .send_parts(place, &[], &[("foto", "c.jpg", OTHER)])
            .await
            .to(),
        "/kelasku"
    );
    assert!(
        other
            .get("/kelasku")
            .await
            .text()
            .contains("href=\"/ikut\"")
    );
    // Taken back while it waits, it may be shown again; its picture is gone meanwhile.
    let page = city.owner.get("/kelasku").await.text();
    let id = between(&page, "action=\"/kelasku/bukti-tarik/", "\"").unwrap();
    let picture = format!("/bukti/{id}/foto");
    assert_eq!(city.owner.get(&picture).await.status, StatusCode::OK);
    assert_eq!(other.get(&picture).await.status, StatusCode::NOT_FOUND);
    let back = format!("/kelasku/bukti-tarik/{id}");
    assert_eq!(other.send(&back, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(city.owner.send(&back, &[]).await.to(), "/kelasku");
    assert_eq!(city.owner.get(&picture).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        city.owner
            .send_parts(place, &[], &[("foto", "a.jpg", PHOTO)])
            .await
            .to(),
        "/kelasku"
    );
    for (kind, files) in [
        ("photo", vec![]),
        ("photo", vec![("foto", "a.jpg", &b"not a photo"[..])]),
    ] {
        let reply = city
            .owner
            .send_parts(&format!("/kelasku/bukti/{kind}"), &[], &files)
            .await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(
        city.owner.get("/kelasku/bukti/visit").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_said_and_nothing_typed_is_lost() {
    let mut city = City::new().await;
    for (kind, fields, said) in [
        (
            "listing-link",
            vec![
                ("tautan", "https://shopee.co.id/a"),
                ("tanggal", "2026-11-27"),
            ],
            "Tanggalnya belum terjadi",
        ),
        (
            "listing-link",
            vec![
                ("tautan", "https://shopee.co.id/a"),
                ("tanggal", "2026-07-01"),
            ],
            "lebih dari 120 hari lalu",
        ),
        (
            "listing-link",
            vec![("tautan", "shopee punya saya")],
            "mulai dari https://",
        ),
        (
            "permit",
            vec![("tempat", "nib"), ("nomor", "12")],
            "NIB terdiri dari 13 angka",
        ),
        (
            "permit",
            vec![
                ("tempat", "bpom"),
                ("nomor", "MD 123456789012"),
                ("berlaku", "2026-01-01"),
            ],
            "sudah habis masa berlakunya",
        ),
        (
            "post",
            vec![("tempat", "instagram")],
            "Tautan dan fotonya belum ada",
        ),
        (
            "post",
            vec![("tautan", "https://instagram.com/p/a")],
            "Tempatnya belum dipilih",
        ),
        (
            "baseline",
            vec![("bulan-1", "4jt"), ("bulan-2", "banyak")],
            "bukan harga",
        ),
        (
            "rating",
            vec![("tempat", "shopee"), ("jumlah", "lima")],
            "Bintangnya belum terbaca",
        ),
    ] {
        let place = format!("/kelasku/bukti/{kind}");
        let reply = city.owner.send_parts(&place, &fields, &[]).await;
        assert_eq!(
            reply.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{kind} {fields:?}"
        );
        let page = reply.text();
        assert!(page.contains(said), "{said}: {page}");
        let (name, value) = fields[fields.len() - 1];
        let kept = format!("value=\"{value}\"");
        assert!(name == "tempat" || page.contains(&kept), "{name}: {page}");
    }
    // What growth is measured against is told once.
    let months = [
        ("bulan-1", "3jt"),
        ("bulan-2", "5jt"),
        ("bulan-3", "4jt"),
        ("jumlah", "2"),
        ("kanal", "whatsapp"),
    ];
    assert_eq!(
        city.owner
            .send_parts("/kelasku/bukti/baseline", &months, &[])
            .await
            .to(),
        "/kelasku"
    );
    let page = city.owner.get("/kelasku").await.text();
    assert!(page.contains("Rp4.000.000 sebulan"), "{page}");
    let again = city
        .owner
        .send_parts("/kelasku/bukti/baseline", &months, &[])
        .await;
    assert!(
        again.text().contains("Catatan awalmu sudah ada"),
        "{}",
        again.text()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_own_books_are_evidence_and_an_order_file_is_one_shops() {
    let mut city = City::new().await;
    let sale = [
        ("nama", "Keripik"),
        ("jumlah", "1"),
        ("uang", "15rb"),
        ("tanggal", "2026-11-25"),
        ("tempat", "counter"),
    ];
    assert_eq!(
        city.owner.send("/jualan", &sale).await.status,
        StatusCode::SEE_OTHER
    );
    let page = city.owner.get("/kelasku/bukti").await.text();
    assert!(
        page.contains("Kirim 1 hari") && page.contains("Kirim sebagai bukti"),
        "{page}"
    );
    for kind in ["sales-record", "consent"] {
        let reply = city.owner.send("/kelasku/bukti", &[("part", kind)]).await;
        assert_eq!(reply.to(), "/kelasku", "{kind}: {}", reply.text());
        let reply = city.owner.send("/kelasku/bukti", &[("part", kind)]).await;
        assert_eq!(reply.to(), "/kelasku/bukti", "{kind}: nothing new");
    }
    assert_eq!(city.accept_all().await, 2);
    // Another sum of the same day is shown anew.
    city.owner.send("/jualan", &sale).await;
    assert!(
        city.owner
            .get("/kelasku/bukti")
            .await
            .text()
            .contains("Kirim 1 hari")
    );
    // Whoever takes the consent back takes its evidence along.
    let who_owns = who(&city.site, "0812 0000 0001").await;
    city.site
        .platform
        .set_consent(&who_owns, Purpose::Mentoring, false)
        .await
        .unwrap();
    assert_eq!(
        city.mentor.get(&city.sheet()).await.status,
        StatusCode::NOT_FOUND
    );
    let course = city.site.platform.own_course(&who_owns).await.unwrap();
    let stands = |kind: Kind| {
        course.shown.iter().any(|kept| {
            kept.evidence.kind == kind && course.standing.verdicts.contains_key(&kept.evidence.id)
        })
    };
    assert!(!stands(Kind::Consent) && stands(Kind::SalesRecord));

    assert_eq!(
        import(&mut city.owner, ORDERS.as_bytes()).await.to(),
        "/jualan"
    );
    let mut other = city
        .site
        .signed_in(Role::Owner, "0812 0000 0002", "35.73")
        .await;
    let stolen = import(&mut other, ORDERS.as_bytes()).await;
    assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        stolen.text().contains("Bukti ini sudah dipakai usaha lain"),
        "{}",
        stolen.text()
    );
    assert!(other.get("/jualan").await.text().contains("Hari ini Rp0"));
    let again = import(&mut city.owner, ORDERS.as_bytes()).await;
    assert_eq!(
        again.to(),
        "/jualan",
        "one's own file may come again: {}",
        again.text()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_is_handed_over_when_its_owner_agrees() {
    let mut city = City::new().await;
    city.up_to_two().await;
    let mut retno = city
        .site
        .signed_in(Role::Mentor, "retno@contoh.id", "35.73")
        .await;
    let new = person(&city.site, "retno@contoh.id").await.to_string();
    let place = format!("/binaan/{}/serah", city.shop);
    let wish = [("ke", new.as_str()), ("alasan", "Saya pindah ke Surabaya")];
    for (fields, said) in [
        (vec![("ke", new.as_str())], "Alasannya belum ditulis"),
        (
            vec![("alasan", "pindah")],
            "Pendamping barunya belum dipilih",
        ),
    ] {
        let reply = city.mentor.send(&place, &fields).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.text().contains(said), "{said}");
    }
    assert_eq!(
        retno.send(&place, &wish).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(city.mentor.send(&place, &wish).await.to(), city.sheet());
    let twice = city.mentor.send(&place, &wish).await;
    assert!(
        twice.text().contains("Masih ada permintaan"),
        "{}",
        twice.text()
    );
    assert_eq!(
        retno.get(&city.sheet()).await.status,
        StatusCode::NOT_FOUND,
        "not before the owner agrees"
    );
    let page = city.owner.get("/kelasku").await.text();
    for told in [
        "Orang retno@contoh.id",
        "Orang dimas@contoh.id",
        "Saya pindah ke Surabaya",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let answer = between(&page, "action=\"/kelasku/serah/", "\"").unwrap();
    let answer = format!("/kelasku/serah/{answer}");
    let yes = [("jawab", "ya")];
    assert_eq!(
        city.mentor.send(&answer, &yes).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(city.owner.send(&answer, &yes).await.to(), "/kelasku");
    assert_eq!(
        city.owner.send(&answer, &yes).await.status,
        StatusCode::CONFLICT
    );
    // The link, the place in the cohort and the whole history have changed hands together.
    assert_eq!(
        city.mentor.get(&city.sheet()).await.status,
        StatusCode::NOT_FOUND
    );
    let page = retno.get(&city.sheet()).await.text();
    for told in [
        "2 · Terlihat",
        "Orang dimas@contoh.id",
        "Pendamping: Orang retno@contoh.id",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    let db = city.site.platform.store.db();
    let kept = enrolment::of_cohort(db, city.cohort).await.unwrap();
    assert_eq!(kept[0].enrolment.mentor.map(|id| id.to_string()), Some(new));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_takes_its_evidence_along_and_leaves_nothing() {
    let mut city = City::new().await;
    city.site
        .signed_in(Role::Mentor, "retno@contoh.id", "35.73")
        .await;
    let sent = city
        .owner
        .send_parts("/kelasku/bukti/photo", &[], &[("foto", "a.jpg", PHOTO)])
        .await;
    assert_eq!(sent.to(), "/kelasku");
    let page = city.owner.get("/kelasku").await.text();
    let task = between(&page, "name=\"tugas\" value=\"", "\"").unwrap();
    let told = [("tugas", task.as_str()), ("jadi", "sudah")];
    assert_eq!(
        city.owner.send("/kelasku/tugas", &told).await.to(),
        "/kelasku"
    );
    let to = person(&city.site, "retno@contoh.id").await.to_string();
    let wish = [("ke", to.as_str()), ("alasan", "pindah")];
    let place = format!("/binaan/{}/serah", city.shop);
    city.mentor.send(&place, &wish).await;

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cadangan.tar");
    naik_app::platform::keeping::back_up(&city.site.platform.store, &file)
        .await
        .unwrap();
    let other = Site::new().await;
    naik_app::platform::keeping::restore(&other.platform.store, &file)
        .await
        .unwrap();
    let asked = other.platform.open_hand_over(city.shop).await.unwrap();
    assert_eq!(asked.map(|one| one.why), Some("pindah".to_owned()));
    let owner = who(&other, "0812 0000 0001").await;
    let course = other.platform.own_course(&owner).await.unwrap();
    let week = other.platform.this_week(&course).await.unwrap();
    assert!(
        week.outcome.is_some(),
        "what was said of the task came along"
    );
    let picture = course.waiting()[0].evidence.id;
    assert!(
        !other
            .platform
            .evidence_picture(&owner, picture)
            .await
            .unwrap()
            .is_empty()
    );

    let export = city.owner.send("/izin/data.zip", &[]).await;
    assert_eq!(export.status, StatusCode::OK);
    let name = format!("evidence/{picture}.jpg");
    assert!(
        export
            .body
            .windows(name.len())
            .any(|part| part == name.as_bytes())
    );

    let id = person(&other, "0812 0000 0001").await;
    let gone = other.platform.erase_person(id).await.unwrap();
    assert_eq!((gone.shops, gone.files), (1, 1));
    other.platform.sweep_files(i64::MAX).await.unwrap();
    assert!(other.platform.store.blobs().all().await.unwrap().is_empty());
    assert!(
        other
            .platform
            .open_hand_over(city.shop)
            .await
            .unwrap()
            .is_none()
    );
    let method = city
        .owner
        .call(Method::GET, "/bukti/x/foto", &[], Vec::new())
        .await;
    assert_eq!(method.status, StatusCode::NOT_FOUND);
}
