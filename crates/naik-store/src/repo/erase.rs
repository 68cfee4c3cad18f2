//! Erasing a person truly: rows, and through them every file that nobody else needs.

use naik_core::access::Post;
use naik_core::id::{GuestId, PersonId};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};

use super::one;
use crate::entity::{
    cash, ceremony, enrolment, event, evidence, evidence_mark, hand_over, job, kit, kit_file,
    neighbour, order_file, parked, person, photo, post, product, receipt, sale, shop, storefront,
    task, tie, visit,
};
use crate::error::{Result, StoreError};

/// How much went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    /// Shops.
    pub shops: u64,
    /// Products.
    pub products: u64,
    /// Sales.
    pub sales: u64,
    /// Lines of cash books.
    pub cash: u64,
    /// Storefronts.
    pub storefronts: u64,
    /// Rows of programmes: enrolments, evidence with its marks, events, visits, tasks, wishes, ties.
    pub programme: u64,
}

/// Addresses of all files of the shops that a person owns: some may be needed by others too.
///
/// # Errors
/// When the database refuses.
pub async fn files_of(db: &impl ConnectionTrait, id: PersonId) -> Result<Vec<String>> {
    let mine = post::Entity::find()
        .filter(post::Column::PersonId.eq(id.0))
        .filter(post::Column::Post.eq(Post::Owner.key()))
        .all(db)
        .await?;
    files(db, mine.iter().map(|row| row.shop_id)).await
}

/// Addresses of all files of the demonstration.
///
/// # Errors
/// When the database refuses.
pub async fn files_of_demo(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let shops = shop::Entity::find()
        .filter(shop::Column::Demo.eq(true))
        .all(db)
        .await?;
    files(db, shops.iter().map(|row| row.id)).await
}

/// Addresses of all files of a browser's drafts.
///
/// # Errors
/// When the database refuses.
pub async fn files_of_guest(db: &impl ConnectionTrait, id: GuestId) -> Result<Vec<String>> {
    files_of_products(db, drafts(db, id).await?).await
}

async fn drafts(db: &impl ConnectionTrait, id: GuestId) -> Result<Vec<uuid::Uuid>> {
    Ok(product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::GuestId.eq(id.0))
        .into_tuple()
        .all(db)
        .await?)
}

async fn files(
    db: &impl ConnectionTrait,
    shops: impl IntoIterator<Item = uuid::Uuid>,
) -> Result<Vec<String>> {
    let shops: Vec<uuid::Uuid> = shops.into_iter().collect();
    let mut addresses: Vec<String> = order_file::Entity::find()
        .select_only()
        .column(order_file::Column::Sha256)
        .filter(order_file::Column::ShopId.is_in(shops.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let products: Vec<uuid::Uuid> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::ShopId.is_in(shops.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let shown: Vec<String> = evidence::Entity::find()
        .select_only()
        .column(evidence::Column::File)
        .filter(evidence::Column::ShopId.is_in(shops.iter().copied()))
        .filter(evidence::Column::File.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    addresses.extend(shown);
    let seen: Vec<String> = visit::Entity::find()
        .select_only()
        .column(visit::Column::File)
        .filter(visit::Column::ShopId.is_in(shops))
        .filter(visit::Column::File.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    addresses.extend(seen);
    addresses.extend(files_of_products(db, products).await?);
    addresses.sort();
    addresses.dedup();
    Ok(addresses)
}

async fn files_of_products(
    db: &impl ConnectionTrait,
    products: Vec<uuid::Uuid>,
) -> Result<Vec<String>> {
    let kits: Vec<uuid::Uuid> = kit::Entity::find()
        .select_only()
        .column(kit::Column::Id)
        .filter(kit::Column::ProductId.is_in(products.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let mut addresses: Vec<String> = photo::Entity::find()
        .select_only()
        .column(photo::Column::Sha256)
        .filter(photo::Column::ProductId.is_in(products))
        .into_tuple()
        .all(db)
        .await?;
    let of_kits: Vec<String> = kit_file::Entity::find()
        .select_only()
        .column(kit_file::Column::Sha256)
        .filter(kit_file::Column::KitId.is_in(kits))
        .into_tuple()
        .all(db)
        .await?;
    addresses.extend(of_kits);
    addresses.sort();
    addresses.dedup();
    Ok(addresses)
}

/// Erases a person, and the shops that they alone own with everything in them. Files go with the next sweep.
///
/// # Errors
/// `Missing` when there is no such person.
pub async fn person(db: &impl ConnectionTrait, id: PersonId) -> Result<Gone> {
    let mut gone = Gone::default();
    let mine = post::Entity::find()
        .filter(post::Column::PersonId.eq(id.0))
        .filter(post::Column::Post.eq(Post::Owner.key()))
        .all(db)
        .await?;
    for row in mine {
        let others = post::Entity::find()
            .filter(post::Column::ShopId.eq(row.shop_id))
            .filter(post::Column::Post.eq(Post::Owner.key()))
            .filter(post::Column::PersonId.ne(id.0))
            .one(db)
            .await?;
        if others.is_none() {
            gone.products += products(db, row.shop_id).await?;
            count(db, row.shop_id, &mut gone).await?;
            shop::Entity::delete_by_id(row.shop_id).exec(db).await?;
            gone.shops += 1;
        }
    }
    let actor = format!("person:{id}");
    receipt::Entity::delete_many()
        .filter(receipt::Column::Actor.eq(&actor))
        .exec(db)
        .await?;
    ceremony::Entity::delete_many()
        .filter(ceremony::Column::Actor.eq(&actor))
        .exec(db)
        .await?;
    let done = person::Entity::delete_by_id(id.0).exec(db).await?;
    one(done.rows_affected, StoreError::Missing)?;
    Ok(gone)
}

/// Counts what goes with a shop by itself.
async fn count(db: &impl ConnectionTrait, shop: uuid::Uuid, gone: &mut Gone) -> Result<()> {
    gone.sales += sale::Entity::find()
        .filter(sale::Column::ShopId.eq(shop))
        .count(db)
        .await?;
    gone.cash += cash::Entity::find()
        .filter(cash::Column::ShopId.eq(shop))
        .count(db)
        .await?;
    gone.storefronts += storefront::Entity::find_by_id(shop).count(db).await?;
    let shown: Vec<uuid::Uuid> = evidence::Entity::find()
        .select_only()
        .column(evidence::Column::Id)
        .filter(evidence::Column::ShopId.eq(shop))
        .into_tuple()
        .all(db)
        .await?;
    gone.programme += shown.len() as u64;
    for part in shown.chunks(500) {
        gone.programme += evidence_mark::Entity::find()
            .filter(evidence_mark::Column::EvidenceId.is_in(part.iter().copied()))
            .count(db)
            .await?;
    }
    gone.programme += enrolment::Entity::find()
        .filter(enrolment::Column::ShopId.eq(shop))
        .count(db)
        .await?;
    gone.programme += event::Entity::find()
        .filter(event::Column::ShopId.eq(shop))
        .count(db)
        .await?;
    gone.programme += visit::Entity::find()
        .filter(visit::Column::ShopId.eq(shop))
        .count(db)
        .await?;
    gone.programme += hand_over::Entity::find()
        .filter(hand_over::Column::ShopId.eq(shop))
        .count(db)
        .await?;
    gone.programme += task::Entity::find()
        .filter(task::Column::ShopId.eq(shop))
        .count(db)
        .await?;
    gone.programme += neighbour::Entity::find()
        .filter(neighbour::Column::ShopId.eq(shop))
        .count(db)
        .await?;
    let either = Condition::any()
        .add(tie::Column::FromShop.eq(shop))
        .add(tie::Column::ToShop.eq(shop));
    gone.programme += tie::Entity::find().filter(either).count(db).await?;
    Ok(())
}

/// Erases what a browser without an account left: its drafts with their jobs, forms that wait for it, and answers to it.
///
/// # Errors
/// When the database refuses.
pub async fn guest(db: &impl ConnectionTrait, id: GuestId) -> Result<Gone> {
    let actor = format!("guest:{id}");
    parked::Entity::delete_many()
        .filter(parked::Column::Actor.eq(actor.as_str()))
        .exec(db)
        .await?;
    receipt::Entity::delete_many()
        .filter(receipt::Column::Actor.eq(actor.as_str()))
        .exec(db)
        .await?;
    let ids = drafts(db, id).await?;
    job::Entity::delete_many()
        .filter(job::Column::Subject.is_in(ids))
        .exec(db)
        .await?;
    let done = product::Entity::delete_many()
        .filter(product::Column::GuestId.eq(id.0))
        .exec(db)
        .await?;
    Ok(Gone {
        products: done.rows_affected,
        ..Gone::default()
    })
}

/// Erases a shop's products with their jobs.
async fn products(db: &impl ConnectionTrait, shop: uuid::Uuid) -> Result<u64> {
    let ids: Vec<uuid::Uuid> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::ShopId.eq(shop))
        .into_tuple()
        .all(db)
        .await?;
    job::Entity::delete_many()
        .filter(job::Column::Subject.is_in(ids.iter().copied()))
        .exec(db)
        .await?;
    let done = product::Entity::delete_many()
        .filter(product::Column::ShopId.eq(shop))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// Erases everyone and everything that the demonstration made.
///
/// # Errors
/// When the database refuses.
pub async fn demo(db: &impl ConnectionTrait) -> Result<Gone> {
    let mut gone = Gone::default();
    let shops = shop::Entity::find()
        .filter(shop::Column::Demo.eq(true))
        .all(db)
        .await?;
    for row in shops {
        gone.products += products(db, row.id).await?;
        shop::Entity::delete_by_id(row.id).exec(db).await?;
        gone.shops += 1;
    }
    person::Entity::delete_many()
        .filter(person::Column::Demo.eq(true))
        .exec(db)
        .await?;
    Ok(gone)
}
