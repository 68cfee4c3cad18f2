//! What a shop lets pass, receipts of erasures, and who touched what.

use naik_core::access::Post;
use naik_core::facts::Facts;
use naik_core::id::{GuestId, PersonId, ProductId, ShopId, Uuid};
use naik_store::repo::erasure::Erasure;
use naik_store::repo::parked::Parked;
use naik_store::repo::product::{Holder, Product};
use naik_store::repo::shop::Shop;
use naik_store::repo::{Page, allowed_word, audit, erase, erasure, parked, product, shop};
use naik_store::{Store, StoreError};

use crate::place::on_both;

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|word| (*word).to_owned()).collect()
}

async fn allowed_words_are_replaced_and_go_with_the_shop(store: Store) {
    let db = store.db();
    let id = ShopId(Uuid::from_u128(1));
    let row = Shop {
        id: id.0,
        name: "Dapur".to_owned(),
        area: "35.73".to_owned(),
        created_at: 1,
        demo: false,
    };
    shop::create(db, row).await.unwrap();
    for list in [words(&["@sri", "promo"]), words(&["promo"]), words(&[])] {
        allowed_word::replace(db, id, &list, 5).await.unwrap();
        assert_eq!(allowed_word::list(db, id).await.unwrap(), list);
    }
    allowed_word::replace(db, id, &words(&["promo"]), 5)
        .await
        .unwrap();
    let sri = crate::people::sri(1, "a@contoh.id", "35.73");
    naik_store::repo::person::create(db, &sri).await.unwrap();
    shop::join(db, id, sri.id, Post::Owner, 1).await.unwrap();
    erase::person(db, sri.id).await.unwrap();
    assert!(allowed_word::list(db, id).await.unwrap().is_empty());
}

async fn a_receipt_is_found_by_its_number(store: Store) {
    let db = store.db();
    let row = Erasure {
        number: "HPS-1".to_owned(),
        at: 5,
        shops: 1,
        products: 2,
        files: 0,
        sales: 5,
        cash: 6,
        storefronts: 1,
        programme: 8,
        backup_at: Some(3),
    };
    erasure::keep(db, row.clone()).await.unwrap();
    erasure::set_files(db, "HPS-1", 7).await.unwrap();
    let expected = Erasure { files: 7, ..row };
    assert_eq!(erasure::get(db, "HPS-1").await.unwrap(), expected);
    let none = erasure::get(db, "HPS-2").await;
    assert!(matches!(none, Err(StoreError::Missing)));
}

async fn a_browser_is_erased_with_its_drafts_and_forms(store: Store) {
    let db = store.db();
    let (own, other) = (GuestId(Uuid::from_u128(1)), GuestId(Uuid::from_u128(2)));
    for (number, guest) in [(1, own), (2, other)] {
        let draft = Product {
            id: ProductId(Uuid::from_u128(number)),
            holder: Holder::Guest(guest),
            facts: Facts::default(),
            kit: None,
            revision: 0,
            created_at: 1,
            updated_at: 1,
            expires_at: Some(100),
        };
        product::create(db, &draft).await.unwrap();
        let form = Parked {
            id: Uuid::from_u128(number),
            actor: format!("guest:{guest}"),
            path: "/produk/x".to_owned(),
            fields: "[]".to_owned(),
            expires_at: 100,
        };
        parked::park(db, form).await.unwrap();
    }
    assert_eq!(erase::guest(db, own).await.unwrap().products, 1);
    let page = || Page { skip: 0, take: 9 };
    let left = |guest| product::list(db, Holder::Guest(guest), 5, page());
    assert!(left(own).await.unwrap().is_empty());
    assert_eq!(left(other).await.unwrap().len(), 1);
    for (number, guest, there) in [(1, own, false), (2, other, true)] {
        let id = naik_core::id::EntryId(Uuid::from_u128(number));
        let found = parked::find(db, id, &format!("guest:{guest}"), 5)
            .await
            .unwrap();
        assert_eq!(found.is_some(), there, "{number}");
    }
}

async fn others_deeds_are_found_by_subject(store: Store) {
    let db = store.db();
    let sri = PersonId(Uuid::from_u128(1));
    let own = format!("person:{sri}");
    for (number, actor, subject) in [
        (1, own.as_str(), "shop:1"),
        (2, "person:9", "shop:1"),
        (3, "person:9", "shop:2"),
        (4, "guest:1", own.as_str()),
    ] {
        let entry = audit::Entry {
            id: Uuid::from_u128(number),
            at: i64::try_from(number).unwrap(),
            actor: actor.to_owned(),
            action: "see-shop".to_owned(),
            subject: subject.to_owned(),
            outcome: "done".to_owned(),
        };
        audit::add(db, entry).await.unwrap();
    }
    let subjects = [own.clone(), "shop:1".to_owned()];
    let page = Page { skip: 0, take: 9 };
    let found = audit::by_others(db, &subjects, &own, page).await.unwrap();
    let at: Vec<i64> = found.iter().map(|entry| entry.at).collect();
    assert_eq!(at, [4, 2]);
    for (since, done) in [(2, true), (3, false)] {
        let visit = ("person:9", "see-shop", "shop:1");
        assert_eq!(audit::was_done(db, visit, since).await.unwrap(), done);
    }
}

on_both!(
    allowed_words_are_replaced_and_go_with_the_shop,
    a_receipt_is_found_by_its_number,
    a_browser_is_erased_with_its_drafts_and_forms,
    others_deeds_are_found_by_subject,
);
