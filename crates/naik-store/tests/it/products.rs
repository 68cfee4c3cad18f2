//! Products, photos and photos on their way.

use naik_core::access::Scope;
use naik_core::facts::Facts;
use naik_core::id::{GuestId, PhotoId, ProductId, ShopId, UploadId, Uuid};
use naik_store::repo::photo::Photo;
use naik_store::repo::product::{Holder, Product};
use naik_store::repo::shop::Shop;
use naik_store::repo::upload::Upload;
use naik_store::repo::{Page, photo, product, shop, upload};
use naik_store::{Store, StoreError};

use crate::place::on_both;

const GUEST: GuestId = GuestId(Uuid::from_u128(50));
const ALL: Page = Page { skip: 0, take: 100 };

pub(crate) async fn draft(store: &Store, number: u128) -> ProductId {
    let id = ProductId(Uuid::from_u128(number));
    let draft = Product {
        id,
        holder: Holder::Guest(GUEST),
        facts: Facts::default(),
        kit: None,
        revision: 0,
        created_at: 0,
        updated_at: 0,
        expires_at: Some(1000),
    };
    product::create(store.db(), &draft).await.unwrap();
    id
}

fn picture(product: ProductId, number: u128) -> Photo {
    Photo {
        id: Uuid::from_u128(number),
        product_id: product.0,
        position: 0,
        name: "foto.jpg".to_owned(),
        sha256: format!("{number:064x}"),
        bytes: 10,
        width: 4,
        height: 3,
        strokes: None,
        added_at: 0,
    }
}

async fn two_tabs_never_overwrite_each_other(store: Store) {
    let id = draft(&store, 1).await;
    let mut facts = Facts::default();
    facts.product.name = "Keripik tempe".to_owned();
    let next = product::set_facts(store.db(), id, 0, &facts, 5)
        .await
        .unwrap();
    assert_eq!(next, 1);
    let late = product::set_facts(store.db(), id, 0, &Facts::default(), 6).await;
    assert!(matches!(late, Err(StoreError::Changed)));
    let found = product::get(store.db(), id, 7).await.unwrap();
    assert_eq!((found.facts, found.updated_at), (facts, 5));
}

async fn a_draft_ends_unless_it_finds_a_shop(store: Store) {
    let (kept, lost) = (draft(&store, 1).await, draft(&store, 2).await);
    product::remove(store.db(), lost).await.unwrap();
    let gone = draft(&store, 3).await;
    let id = ShopId(Uuid::from_u128(7));
    let row = Shop {
        id: id.0,
        name: "Dapur Sri".to_owned(),
        area: "35.73".to_owned(),
        created_at: 0,
        demo: false,
    };
    shop::create(store.db(), row).await.unwrap();
    let found = product::get(store.db(), kept, 5).await.unwrap();
    assert_eq!(
        product::scope(store.db(), &found).await.unwrap(),
        Scope::Draft(GUEST)
    );
    assert_eq!(product::adopt(store.db(), GUEST, id, 5).await.unwrap(), 2);
    product::remove(store.db(), gone).await.unwrap();

    let found = product::get(store.db(), kept, 9999).await.unwrap();
    assert_eq!(found.holder, Holder::Shop(id));
    assert!(
        matches!(product::scope(store.db(), &found).await.unwrap(), Scope::Shop(s, _) if s == id)
    );
    assert_eq!(
        product::list(store.db(), Holder::Shop(id), 0, ALL)
            .await
            .unwrap()
            .len(),
        1
    );

    let ended = draft(&store, 4).await;
    assert!(matches!(
        product::get(store.db(), ended, 1000).await,
        Err(StoreError::Missing)
    ));
    assert_eq!(product::sweep(store.db(), 1000).await.unwrap(), 1);
    assert!(
        product::list(store.db(), Holder::Guest(GUEST), 0, ALL)
            .await
            .unwrap()
            .is_empty()
    );
}

async fn photos_stand_in_order_and_once(store: Store) {
    let id = draft(&store, 1).await;
    for number in [1, 2, 3] {
        photo::add(store.db(), picture(id, number)).await.unwrap();
    }
    let mut same = picture(id, 2);
    same.id = Uuid::from_u128(99);
    assert!(matches!(
        photo::add(store.db(), same).await,
        Err(StoreError::Taken)
    ));

    let third = PhotoId(Uuid::from_u128(3));
    photo::to_front(store.db(), id, third).await.unwrap();
    photo::set_strokes(store.db(), third, Some("{}".to_owned()))
        .await
        .unwrap();
    let order: Vec<u128> = photo::list(store.db(), id)
        .await
        .unwrap()
        .iter()
        .map(|p| p.id.as_u128())
        .collect();
    assert_eq!(order, [3, 1, 2]);

    let other = draft(&store, 2).await;
    assert!(matches!(
        photo::get(store.db(), other, third).await,
        Err(StoreError::Missing)
    ));
    photo::remove(store.db(), other, third).await.unwrap();
    assert!(
        photo::get(store.db(), id, third)
            .await
            .unwrap()
            .strokes
            .is_some()
    );
    photo::remove(store.db(), id, third).await.unwrap();
    product::remove(store.db(), id).await.unwrap();
    assert!(
        photo::list(store.db(), id).await.unwrap().is_empty(),
        "photos go with their product"
    );
}

async fn a_chunk_sent_twice_counts_once(store: Store) {
    let product = draft(&store, 1).await;
    let fresh = |number| Upload {
        id: Uuid::from_u128(number),
        product_id: product.0,
        key: "k".to_owned(),
        name: "foto.jpg".to_owned(),
        size: 10,
        received: 0,
        photo_id: None,
        created_at: 0,
    };
    let begun = upload::begin(store.db(), fresh(1)).await.unwrap();
    let again = upload::begin(store.db(), fresh(2)).await.unwrap();
    assert_eq!(begun.id, again.id);
    let id = UploadId(begun.id);
    upload::advance(store.db(), id, 0, 6).await.unwrap();
    assert!(matches!(
        upload::advance(store.db(), id, 0, 6).await,
        Err(StoreError::Changed)
    ));
    assert_eq!(upload::get(store.db(), id).await.unwrap().received, 6);
    assert_eq!(upload::open(store.db(), product).await.unwrap().len(), 1);
    upload::complete(store.db(), id, PhotoId(Uuid::from_u128(5)))
        .await
        .unwrap();
    assert!(upload::open(store.db(), product).await.unwrap().is_empty());
    assert_eq!(upload::stale(store.db(), 1).await.unwrap(), [id]);
    upload::remove(store.db(), id).await.unwrap();
}

async fn chunks_become_the_file_that_was_sent(store: Store) {
    let files = store.blobs();
    for (offset, part) in [(0, "sela"), (4, "mat p"), (9, "agi")] {
        files.put_chunk("u", offset, part.into()).await.unwrap();
    }
    assert_eq!(files.chunks("u", 12).await.unwrap(), b"selamat pagi");
    assert!(matches!(
        files.chunks("u", 13).await,
        Err(StoreError::Missing)
    ));
    files.drop_chunks("u").await.unwrap();
    assert!(matches!(
        files.chunks("u", 12).await,
        Err(StoreError::Missing)
    ));

    let address = files.put("selamat pagi".into(), 0).await.unwrap();
    assert_eq!(files.put("selamat pagi".into(), 0).await.unwrap(), address);
    assert_eq!(files.get(&address).await.unwrap(), "selamat pagi");
    let kept: Vec<String> = files
        .all()
        .await
        .unwrap()
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(kept, std::slice::from_ref(&address));
    files.remove(&address).await.unwrap();
    files.remove(&address).await.unwrap();
    for bad in [address.as_str(), "../../naikkelas.db", "", "zz"] {
        assert!(
            matches!(files.get(bad).await, Err(StoreError::Missing)),
            "{bad}"
        );
    }
}

on_both!(
    two_tabs_never_overwrite_each_other,
    a_draft_ends_unless_it_finds_a_shop,
    photos_stand_in_order_and_once,
    a_chunk_sent_twice_counts_once,
    chunks_become_the_file_that_was_sent,
);
