//! What shops show to everyone.

use naik_core::id::{ProductId, ShopId};
use naik_store::repo::storefront::{self, Storefront};
use naik_store::{Store, StoreError};

use crate::place::on_both;
use crate::sales::{product, shop};

fn front(shop: ShopId, slug: &str) -> Storefront {
    Storefront {
        shop_id: shop.0,
        slug: slug.to_owned(),
        open: true,
        withdrawn_at: None,
        about: String::new(),
        whatsapp: None,
        qris: None,
        color: "#1d3b63".to_owned(),
        hours: "[]".to_owned(),
        revision: 0,
        updated_at: 0,
    }
}

/// Links to an address that a shop left lead to where it is, and never to another shop.
async fn an_address_that_was_left_leads_on(store: Store) {
    let (mine, other) = (shop(&store, 1).await, shop(&store, 2).await);
    let db = store.db();
    let moved = async |from: &'static str, to: &'static str| {
        let from = Some(from).filter(|from| !from.is_empty());
        storefront::leave(db, mine, (from, to), 7).await
    };
    moved("", "bu-sri").await.unwrap();
    storefront::set(db, front(mine, "bu-sri")).await.unwrap();
    assert!(matches!(
        storefront::was_at(db, "bu-sri").await,
        Err(StoreError::Missing)
    ));
    let mut next = storefront::at(db, "bu-sri").await.unwrap();
    moved("bu-sri", "keripik-sri").await.unwrap();
    next.slug = "keripik-sri".to_owned();
    storefront::set(db, next.clone()).await.unwrap();
    assert_eq!(
        storefront::was_at(db, "bu-sri").await.unwrap().slug,
        "keripik-sri"
    );
    let theft = storefront::leave(db, other, (None, "bu-sri"), 8).await;
    assert!(matches!(theft, Err(StoreError::Taken)));
    // Back again: the old one is the new one, and nothing leads in a circle.
    moved("keripik-sri", "bu-sri").await.unwrap();
    next.slug = "bu-sri".to_owned();
    next.revision = 2;
    storefront::set(db, next).await.unwrap();
    assert!(matches!(
        storefront::was_at(db, "bu-sri").await,
        Err(StoreError::Missing)
    ));
    assert_eq!(
        storefront::was_at(db, "keripik-sri").await.unwrap().slug,
        "bu-sri"
    );
    assert_eq!(storefront::past(db, mine).await.unwrap(), ["keripik-sri"]);
}

async fn an_address_is_one_shops_and_changes_in_turn(store: Store) {
    let (mine, other) = (shop(&store, 1).await, shop(&store, 2).await);
    storefront::set(store.db(), front(mine, "bu-sri"))
        .await
        .unwrap();
    let taken = storefront::set(store.db(), front(other, "bu-sri")).await;
    assert!(matches!(taken, Err(StoreError::Taken)));
    let late = storefront::set(store.db(), front(mine, "bu-sri")).await;
    assert!(matches!(late, Err(StoreError::Changed)));
    let mut next = storefront::at(store.db(), "bu-sri").await.unwrap();
    assert_eq!(next.revision, 1);
    next.about = "Keripik".to_owned();
    storefront::set(store.db(), next.clone()).await.unwrap();
    let late = storefront::set(store.db(), next.clone()).await;
    assert!(matches!(late, Err(StoreError::Changed)));
    storefront::set(store.db(), front(other, "pak-budi"))
        .await
        .unwrap();
    let slugs =
        |rows: Vec<(String, i64)>| -> Vec<String> { rows.into_iter().map(|r| r.0).collect() };
    assert_eq!(
        slugs(storefront::open(store.db(), 9).await.unwrap()),
        ["bu-sri", "pak-budi"]
    );
    next.revision = 2;
    next.withdrawn_at = Some(9);
    storefront::set(store.db(), next).await.unwrap();
    assert_eq!(
        slugs(storefront::open(store.db(), 9).await.unwrap()),
        ["pak-budi"]
    );
    assert_eq!(
        storefront::of(store.db(), mine)
            .await
            .unwrap()
            .map(|r| r.revision),
        Some(3)
    );
    assert!(matches!(
        storefront::at(store.db(), "tiada").await,
        Err(StoreError::Missing)
    ));
}

async fn a_shelf_holds_its_own_shops_products_in_order(store: Store) {
    let (mine, other) = (shop(&store, 1).await, shop(&store, 2).await);
    let (a, b) = (
        product(&store, mine, 50).await,
        product(&store, mine, 51).await,
    );
    let foreign = product(&store, other, 52).await;
    let name = |id: ProductId, slug: &str| (id, slug.to_owned());
    storefront::fill(store.db(), mine, &[name(b, "b"), name(a, "a")])
        .await
        .unwrap();
    let slugs = async || -> Vec<String> {
        let rows = storefront::shelf(store.db(), mine).await.unwrap();
        rows.into_iter().map(|row| row.slug).collect()
    };
    assert_eq!(slugs().await, ["b", "a"]);
    let theft = storefront::fill(store.db(), mine, &[name(foreign, "x")]).await;
    assert!(matches!(theft, Err(StoreError::Missing)));
    assert_eq!(slugs().await, ["b", "a"]);
    storefront::fill(store.db(), mine, &[name(a, "a")])
        .await
        .unwrap();
    assert_eq!(slugs().await, ["a"]);
}

on_both!(
    an_address_that_was_left_leads_on,
    an_address_is_one_shops_and_changes_in_turn,
    a_shelf_holds_its_own_shops_products_in_order,
);
