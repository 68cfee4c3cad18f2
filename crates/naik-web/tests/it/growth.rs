//! Pertumbuhan through the real site: figures by job, who may see them, and their way back to the records.

use axum::http::StatusCode;
use jiff::civil::Date;
use naik_core::access::{Post, Who};
use naik_core::account::{Area, Contact, Purpose, Role};
use naik_core::id::{
    CohortId, EnrolmentId, EntryId, OrganisationId, PersonId, ProgrammeId, SaleId, ShopId, Uuid,
};
use naik_core::lang::Lang;
use naik_core::money::Rupiah;
use naik_core::programme::cohort::{Cohort, Programme, Window};
use naik_core::programme::day::{month, plus};
use naik_core::programme::enrolment::{Enrolment, State};
use naik_core::programme::lottery::{Notice, Ticket};
use naik_core::programme::plan::Plan;
use naik_core::sale::{Sale, SaleChannel};
use naik_store::repo::person::Person;
use naik_store::repo::programme::Organisation;
use naik_store::repo::sale::Noted;
use naik_store::repo::shop::Shop;
use naik_store::repo::{access, cohort, consent, enrolment, person, programme, sale, shop};

use crate::site::Site;

pub(crate) const COHORT: CohortId = CohortId(Uuid::from_u128(0xc0));
/// A Monday; the three months before are October to December 2025.
const START: Date = jiff::civil::date(2026, 1, 5);

pub(crate) fn shop_id(number: u128) -> ShopId {
    ShopId(Uuid::from_u128(0x5000 + number))
}

/// A shop with an owner who agreed to these purposes.
pub(crate) async fn open_shop(site: &Site, number: u128, agreed: &[Purpose]) {
    let db = site.platform.store.db();
    let owner = Person {
        id: PersonId(Uuid::from_u128(0x9000 + number)),
        name: format!("Pemilik {number}"),
        contact: Contact::parse(&format!("pemilik{number}@contoh.id")).unwrap(),
        role: Role::Owner,
        area: Area::parse("35.73").unwrap(),
        lang: Lang::Id,
        password: None,
        failures: 0,
        locked_until: None,
        created_at: 1,
        demo: false,
    };
    person::create(db, &owner).await.unwrap();
    for purpose in agreed {
        let entry = EntryId(site.platform.outside.id());
        consent::record(db, entry, owner.id, (*purpose, true), 1, 1)
            .await
            .unwrap();
    }
    let id = shop_id(number);
    let row = Shop {
        id: id.0,
        name: format!("Toko {number}"),
        area: "35.73".to_owned(),
        created_at: 1,
        demo: false,
    };
    shop::create(db, row).await.unwrap();
    shop::join(db, id, owner.id, Post::Owner, 1).await.unwrap();
}

async fn sell(site: &Site, number: u128, first: Date, amount: u64) {
    let sales: Vec<Noted> = (0..5)
        .map(|day| {
            let id = SaleId(site.platform.outside.id());
            Noted {
                id,
                product: None,
                sale: Sale {
                    day: plus(first, day * 5),
                    hour: None,
                    amount: Rupiah::new(amount / 5),
                    quantity: 1,
                    channel: SaleChannel::Counter,
                    product: "Keripik".to_owned(),
                },
                key: id.to_string(),
                batch: None,
                created_at: 1,
            }
        })
        .collect();
    let db = site.platform.store.db();
    sale::add(db, shop_id(number), &sales).await.unwrap();
}

/// A cohort that ended in July: twelve shops with a place, of which two did not agree to be counted, and eight that wait.
pub(crate) async fn city(site: &Site) {
    let db = site.platform.store.db();
    let organisation = Organisation {
        id: Uuid::from_u128(1),
        name: "Dinas Koperasi".to_owned(),
        area: "35.73".to_owned(),
        created_at: 0,
    };
    programme::found(db, organisation).await.unwrap();
    let offer = Programme {
        id: ProgrammeId(Uuid::from_u128(2)),
        organisation: OrganisationId(Uuid::from_u128(1)),
        name: "Naik Kelas Malang".to_owned(),
        area: Area::parse("35.73").unwrap(),
    };
    programme::create(db, &offer, &Plan::standard(), 0)
        .await
        .unwrap();
    let run = Cohort {
        id: COHORT,
        programme: offer.id,
        start: START,
        window: Window {
            opens: plus(START, -40),
            closes: plus(START, -10),
        },
        places: 12,
        lottery: true,
        mentors: Vec::new(),
        plan: 1,
    };
    cohort::create(db, &run, 0).await.unwrap();
    let tickets: Vec<Ticket> = (1..=20)
        .map(|number| Ticket::parse(&format!("NK{number:04}")).unwrap())
        .collect();
    let notice = Notice {
        words: "7.412,33".to_owned(),
        tickets: tickets.clone(),
        places: 12,
    };
    let draw = notice.draw().unwrap();
    cohort::publish(db, COHORT, &notice, &draw).await.unwrap();
    for (number, ticket) in (1_u128..).zip(tickets) {
        let agreed: &[Purpose] = if number <= 2 {
            &[]
        } else {
            &[Purpose::Statistics]
        };
        open_shop(site, number, agreed).await;
        let place = number <= 12;
        let new = Enrolment {
            id: EnrolmentId(Uuid::from_u128(0xe000 + number)),
            cohort: COHORT,
            shop: shop_id(number),
            ticket,
            applied: plus(START, -20),
            state: if place {
                State::Completed
            } else {
                State::Waiting
            },
            rank: Some(u32::try_from(number).unwrap()),
            mentor: None,
        };
        enrolment::create(db, &new).await.unwrap();
        let before = 2_000_000 + 100_000 * u64::try_from(number).unwrap();
        for back in -3..=12 {
            let first = month(START, back);
            // Those with a place grow by a fifth; those who wait stay as they are.
            let amount = if place && back >= 0 {
                before / 100 * 120
            } else {
                before
            };
            sell(site, number, first, amount).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_come_by_job_and_lead_back_to_their_records() {
    let site = Site::new().await;
    city(&site).await;
    let path = format!("/pertumbuhan/{COHORT}");
    let mut manager = site
        .signed_in(Role::Manager, "kelola@contoh.id", "35.73")
        .await;
    let empty = manager.get(&path).await;
    assert_eq!(empty.status, StatusCode::OK, "{}", empty.text());
    assert!(empty.text().contains("Angkanya belum dihitung"));
    let reply = manager.send(&format!("{path}/hitung"), &[]).await;
    assert_eq!(reply.to(), path, "{}", reply.text());
    site.work().await;
    let page = manager.get(&path).await.text();
    // Ten of twelve count; two did not agree. The median grew by a fifth, of those who wait by nothing.
    assert!(
        page.contains("10 dari 12 usaha terhitung; 2 belum"),
        "{page}"
    );
    assert!(page.contains("8 dari 8 usaha terhitung; 0 belum"), "{page}");
    assert!(page.contains("<p class=\"angka-besar\">+20%</p>"), "{page}");
    assert!(page.contains("<p class=\"angka-besar\">0%</p>"), "{page}");
    assert!(page.contains("10 peserta, 8 yang menunggu"), "{page}");
    for told in [
        "Yang tidak dibuktikan angka ini",
        "Tempat dibagi dengan undian",
        "gr-pita kini",
        "Versi 1",
    ] {
        assert!(page.contains(told), "{told}");
    }
    // Worked out again from the same records it is the same version; from others it is a new one.
    let again = format!("{path}/hitung");
    manager.send(&again, &[("kunci", "dua")]).await;
    site.work().await;
    assert!(!manager.get(&path).await.text().contains("Versi 2"));
    sell(&site, 5, month(site.platform.today(), -1), 5_000_000).await;
    manager.send(&again, &[("kunci", "tiga")]).await;
    site.work().await;
    assert!(manager.get(&path).await.text().contains("Versi 2"));
    let first = manager.get(&format!("{path}?versi=1")).await.text();
    assert!(first.contains("Versi 1,"));
    // The number leads back to what each shop noted, as it was then.
    let trace = manager.get(&format!("{path}/data?versi=1")).await.text();
    assert!(trace.contains("Rp2.500.000"), "{trace}");
    assert!(
        trace.contains("<b>Usaha 20</b>") && !trace.contains("Toko"),
        "{trace}"
    );
    assert!(trace.contains("Belum mengizinkan angkanya dipakai"));
    let missing = manager.get(&format!("{path}?versi=9")).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_takes_their_yes_back_is_out_of_the_numbers_at_once() {
    let site = Site::new().await;
    city(&site).await;
    let path = format!("/pertumbuhan/{COHORT}");
    let mut manager = site
        .signed_in(Role::Manager, "kelola@contoh.id", "35.73")
        .await;
    manager.send(&format!("{path}/hitung"), &[]).await;
    site.work().await;
    let data = format!("{path}/data?versi=1");
    let trace = manager.get(&data).await.text();
    assert!(
        trace.contains("Rp2.500.000") && trace.contains("<b>Usaha 20</b>"),
        "{trace}"
    );
    let owner = PersonId(Uuid::from_u128(0x9000 + 5));
    let found = person::get(site.platform.store.db(), owner).await.unwrap();
    let member = access::member(site.platform.store.db(), &found)
        .await
        .unwrap();
    site.platform
        .set_consent(&Who::Person(member), Purpose::Statistics, false)
        .await
        .unwrap();
    let trace = manager.get(&data).await.text();
    assert!(
        !trace.contains("Rp2.500.000") && !trace.contains("<b>Usaha 20</b>"),
        "{trace}"
    );
    site.work().await;
    let page = manager.get(&path).await.text();
    assert!(
        page.contains("Versi 2") && page.contains("9 dari 12 usaha terhitung; 3 belum"),
        "{page}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_for_those_who_run_the_programme() {
    let site = Site::new().await;
    city(&site).await;
    let path = format!("/pertumbuhan/{COHORT}");
    let table = [
        (Role::Manager, "35.73", StatusCode::OK),
        (Role::Manager, "35", StatusCode::OK),
        (Role::Admin, "", StatusCode::OK),
        (Role::Manager, "33", StatusCode::NOT_FOUND),
        (Role::Mentor, "35.73", StatusCode::NOT_FOUND),
        (Role::Checker, "35.73", StatusCode::NOT_FOUND),
        (Role::Owner, "35.73", StatusCode::NOT_FOUND),
    ];
    for (number, (role, area, status)) in table.into_iter().enumerate() {
        let contact = format!("orang{number}@contoh.id");
        let mut browser = site.signed_in(role, &contact, area).await;
        for part in ["", "/data?versi=1"] {
            let reply = browser.get(&format!("{path}{part}")).await;
            let expected = if part.is_empty() {
                status
            } else {
                StatusCode::NOT_FOUND
            };
            assert_eq!(reply.status, expected, "{role:?} {area} {part}");
        }
        if status != StatusCode::OK {
            let reply = browser.send(&format!("{path}/hitung"), &[]).await;
            assert_eq!(reply.status, status, "{role:?}");
        }
    }
    assert_eq!(site.browser().get(&path).await.to(), "/masuk");
    // A month has ended since: the worker asks by itself, and once.
    assert_eq!(site.platform.refresh_growth().await.unwrap(), 1);
    assert_eq!(site.platform.refresh_growth().await.unwrap(), 0);
}
