//! What shops tell their neighbours, who lies around, and where shops stood at a glance.

use jiff::civil::date;
use naik_core::access::Post;
use naik_core::account::Purpose;
use naik_core::category::Category;
use naik_core::id::{EntryId, PersonId, ShopId, Uuid, VisitId};
use naik_core::programme::network::Profile;
use naik_core::programme::place::Point;
use naik_store::repo::glance::{self, Glance};
use naik_store::repo::neighbour::{self, Told};
use naik_store::repo::shop::{self, Shop};
use naik_store::repo::visit::{self, Visit};
use naik_store::repo::{access, consent, person};
use naik_store::{Open, Store, StoreError, backup};

use crate::people::sri;
use crate::place::on_both;

fn id(number: u128) -> ShopId {
    ShopId(Uuid::from_u128(100 + number))
}

async fn shops(store: &Store) {
    let owner = sri(10, "sri@contoh.id", "35.73");
    person::create(store.db(), &owner).await.unwrap();
    for number in 1..=3 {
        let row = Shop {
            id: id(number).0,
            name: format!("Toko {number}"),
            area: "35.73".to_owned(),
            created_at: 0,
            demo: false,
        };
        shop::create(store.db(), row).await.unwrap();
    }
}

/// A shop so many metres north and east of the middle of Malang.
fn told(number: u128, north: f64, east: f64) -> Told {
    Told {
        profile: Profile {
            id: id(number),
            at: Point::new(-7.98 + north / 111_195.0, 112.63 + east / 110_100.0),
            category: Category::Snack,
            makes: vec!["snacks".to_owned()],
            needs: vec!["boxes".to_owned(), "daun pisang".to_owned()],
            resells: true,
            delivers: false,
            wants_courier: true,
            level: None,
        },
        revision: 0,
    }
}

async fn neighbours_are_found_by_where_they_are(store: Store) {
    shops(&store).await;
    let db = store.db();
    for (number, north, east) in [(1, 0.0, 0.0), (2, 0.0, 4_000.0), (3, 900.0, 0.0)] {
        neighbour::set(db, &told(number, north, east), 1)
            .await
            .unwrap();
    }
    let here = Point::new(-7.98, 112.63).unwrap();
    let around = |metres, most| async move {
        let found = neighbour::around(db, here, metres, most).await.unwrap();
        let ids = found.into_iter().map(|one| one.profile.id);
        ids.collect::<Vec<_>>()
    };
    assert_eq!(
        around(5_000, 10).await,
        [id(1), id(3), id(2)],
        "nearest first"
    );
    assert_eq!(around(1_000, 10).await, [id(1), id(3)]);
    assert_eq!(around(5_000, 2).await, [id(1), id(3)]);
    let kept = neighbour::of(db, id(2)).await.unwrap().unwrap();
    assert_eq!(kept.profile.needs, ["boxes", "daun pisang"]);
    assert!(
        kept.profile
            .at
            .unwrap()
            .metres(told(2, 0.0, 4_000.0).profile.at.unwrap())
            <= 1
    );
    // Whoever read an older one changes nothing.
    let stale = neighbour::set(db, &told(2, 0.0, 0.0), 2).await;
    assert!(matches!(stale, Err(StoreError::Changed)), "{stale:?}");
    let mut next = told(2, 0.0, 0.0);
    next.revision = 1;
    next.profile.at = None;
    neighbour::set(db, &next, 2).await.unwrap();
    assert_eq!(around(5_000, 10).await, [id(1), id(3)], "off the map");
    let late = neighbour::set(db, &next, 3).await;
    assert!(matches!(late, Err(StoreError::Changed)), "{late:?}");
    // It moves with a backup, and goes with its shop.
    let mut file = Vec::new();
    backup::write(&store, &mut file).await.unwrap();
    let place = tempfile::tempdir().unwrap();
    let open = Open {
        data: place.path().to_owned(),
        database: None,
        bucket: None,
    };
    let other = Store::open(&open).await.unwrap();
    backup::read(&other, file.as_slice()).await.unwrap();
    let moved = neighbour::of_shops(other.db(), &[id(1), id(2), id(3)])
        .await
        .unwrap();
    assert_eq!(moved.len(), 3);
}

async fn a_glance_is_kept_once_for_each_shop(store: Store) {
    shops(&store).await;
    let db = store.db();
    let row = |number: u128, day: &str, level| Glance {
        shop_id: id(number).0,
        day: day.to_owned(),
        events: 3,
        level,
        told: "{}".to_owned(),
    };
    glance::keep(
        db,
        vec![row(1, "2026-11-25", None), row(2, "2026-11-25", Some(2))],
    )
    .await
    .unwrap();
    glance::keep(db, vec![row(1, "2026-11-26", Some(1))])
        .await
        .unwrap();
    glance::keep(db, Vec::new()).await.unwrap();
    let kept = glance::of_shops(db, &[id(1), id(2), id(3)]).await.unwrap();
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[&id(1).0], row(1, "2026-11-26", Some(1)));
    assert!(glance::events(db, &[id(1)]).await.unwrap().is_empty());
}

async fn a_mentor_has_the_shops_whose_owners_agree(store: Store) {
    shops(&store).await;
    let db = store.db();
    let mentor = sri(20, "dimas@contoh.id", "35.73");
    person::create(db, &mentor).await.unwrap();
    let owner = PersonId(Uuid::from_u128(10));
    for number in [1, 2] {
        shop::accompany(db, mentor.id, id(number), 7).await.unwrap();
    }
    shop::join(db, id(1), owner, Post::Owner, 1).await.unwrap();
    assert!(
        access::member(db, &mentor)
            .await
            .unwrap()
            .mentored
            .is_empty()
    );
    for (number, given) in [(1, true), (2, false), (3, true)] {
        let word = (Purpose::Mentoring, given);
        let entry = EntryId(Uuid::from_u128(number));
        consent::record(db, entry, owner, word, 1, i64::try_from(number).unwrap())
            .await
            .unwrap();
        let expected = if given { vec![id(1)] } else { Vec::new() };
        assert_eq!(
            access::member(db, &mentor).await.unwrap().mentored,
            expected
        );
    }
    assert_eq!(
        shop::accompanied_since(db, mentor.id).await.unwrap().len(),
        2
    );
}

async fn a_photo_comes_after_its_visit(store: Store) {
    shops(&store).await;
    let db = store.db();
    let row = Visit {
        id: Uuid::from_u128(1),
        shop_id: id(1).0,
        mentor_id: Uuid::from_u128(20),
        day: "2026-11-26".to_owned(),
        state: "done".to_owned(),
        topic: "cash-book".to_owned(),
        note: String::new(),
        next: String::new(),
        file: None,
        group_id: None,
        revision: 0,
        created_at: 1,
    };
    visit::record(db, row).await.unwrap();
    let number = VisitId(Uuid::from_u128(1));
    for _ in 0..2 {
        visit::set_file(db, number, "abc").await.unwrap();
    }
    let other = visit::set_file(db, number, "def").await;
    assert!(matches!(other, Err(StoreError::Changed)), "{other:?}");
    let kept = visit::get(db, number).await.unwrap();
    assert_eq!((kept.file.as_deref(), kept.revision), (Some("abc"), 0));
    let mentor = PersonId(Uuid::from_u128(20));
    let day = date(2026, 11, 26);
    assert_eq!(visit::on(db, mentor, id(1), day).await.unwrap().len(), 1);
    assert!(visit::on(db, mentor, id(2), day).await.unwrap().is_empty());
    let seen = visit::of_shops(db, &[id(1), id(2)], day).await.unwrap();
    assert_eq!(seen, [(id(1), day, "done".to_owned())]);
}

on_both!(
    neighbours_are_found_by_where_they_are,
    a_glance_is_kept_once_for_each_shop,
    a_mentor_has_the_shops_whose_owners_agree,
    a_photo_comes_after_its_visit,
);
