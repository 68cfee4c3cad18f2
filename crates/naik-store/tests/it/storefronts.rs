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
    an_address_is_one_shops_and_changes_in_turn,
    a_shelf_holds_its_own_shops_products_in_order,
);
