//! What shops show to everyone.

use naik_core::id::{ProductId, ShopId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::one;
pub use crate::entity::shelf::Model as Shelf;
pub use crate::entity::storefront::Model as Storefront;
use crate::entity::{past_slug, product, shelf, storefront};
use crate::error::{Result, StoreError};

/// A shop's storefront, if it ever had one.
///
/// # Errors
/// When the database refuses.
pub async fn of(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<Storefront>> {
    Ok(storefront::Entity::find_by_id(shop.0).one(db).await?)
}

/// The storefront at an address.
///
/// # Errors
/// `Missing` when there is none.
pub async fn at(db: &impl ConnectionTrait, slug: &str) -> Result<Storefront> {
    let row = storefront::Entity::find()
        .filter(storefront::Column::Slug.eq(slug))
        .one(db)
        .await?;
    row.ok_or(StoreError::Missing)
}

/// The storefront that stood at an address before it moved.
///
/// # Errors
/// `Missing` when none did.
pub async fn was_at(db: &impl ConnectionTrait, slug: &str) -> Result<Storefront> {
    let past = past_slug::Entity::find_by_id(slug).one(db).await?;
    let shop = past.ok_or(StoreError::Missing)?.shop_id;
    let row = storefront::Entity::find_by_id(shop).one(db).await?;
    row.ok_or(StoreError::Missing)
}

/// Addresses at which a shop's page stood before.
///
/// # Errors
/// When the database refuses.
pub async fn past(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<String>> {
    Ok(past_slug::Entity::find()
        .select_only()
        .column(past_slug::Column::Slug)
        .filter(past_slug::Column::ShopId.eq(shop.0))
        .order_by_asc(past_slug::Column::Slug)
        .into_tuple()
        .all(db)
        .await?)
}

/// Notes that a shop's page moves from one address to another: what was printed with the old one leads on. Call before
/// [`set`], in one transaction.
///
/// # Errors
/// `Taken` when the new address was another shop's before: links to that one must not lead here.
pub async fn leave(
    db: &impl ConnectionTrait,
    shop: ShopId,
    (from, to): (Option<&str>, &str),
    now: i64,
) -> Result<()> {
    if let Some(past) = past_slug::Entity::find_by_id(to).one(db).await? {
        if past.shop_id != shop.0 {
            return Err(StoreError::Taken);
        }
        past_slug::Entity::delete_by_id(to).exec(db).await?;
    }
    if let Some(from) = from.filter(|from| *from != to) {
        past_slug::Entity::insert(past_slug::ActiveModel {
            slug: Set(from.to_owned()),
            shop_id: Set(shop.0),
            since: Set(now),
        })
        .exec_without_returning(db)
        .await?;
    }
    Ok(())
}

/// Addresses of storefronts that everyone may see, so many at most, and when each was last changed.
///
/// # Errors
/// When the database refuses.
pub async fn open(db: &impl ConnectionTrait, most: u64) -> Result<Vec<(String, i64)>> {
    Ok(storefront::Entity::find()
        .select_only()
        .columns([storefront::Column::Slug, storefront::Column::UpdatedAt])
        .filter(storefront::Column::Open.eq(true))
        .filter(storefront::Column::WithdrawnAt.is_null())
        .order_by_asc(storefront::Column::Slug)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?)
}

/// Keeps what a storefront says, if nobody else changed it since it was read: `revision` of the row is the one that was
/// read, 0 before the first time.
///
/// # Errors
/// `Changed` when someone did, `Taken` when the address is another shop's.
pub async fn set(db: &impl ConnectionTrait, row: Storefront) -> Result<()> {
    let (shop, revision) = (row.shop_id, row.revision);
    let mut next = row;
    next.revision = revision + 1;
    if revision == 0 {
        if storefront::Entity::find_by_id(shop)
            .one(db)
            .await?
            .is_some()
        {
            return Err(StoreError::Changed);
        }
        storefront::Entity::insert(storefront::ActiveModel::from(next))
            .exec_without_returning(db)
            .await?;
        return Ok(());
    }
    let done = storefront::Entity::update_many()
        .set(storefront::ActiveModel {
            slug: Set(next.slug),
            open: Set(next.open),
            withdrawn_at: Set(next.withdrawn_at),
            about: Set(next.about),
            whatsapp: Set(next.whatsapp),
            qris: Set(next.qris),
            color: Set(next.color),
            hours: Set(next.hours),
            revision: Set(next.revision),
            updated_at: Set(next.updated_at),
            ..Default::default()
        })
        .filter(storefront::Column::ShopId.eq(shop))
        .filter(storefront::Column::Revision.eq(revision))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)
}

/// What stands on a shop's shelf, in its order.
///
/// # Errors
/// When the database refuses.
pub async fn shelf(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<Shelf>> {
    Ok(shelf::Entity::find()
        .filter(shelf::Column::ShopId.eq(shop.0))
        .order_by_asc(shelf::Column::Position)
        .order_by_asc(shelf::Column::Slug)
        .all(db)
        .await?)
}

/// What stands at one address of a shop's shelf.
///
/// # Errors
/// `Missing` when nothing does.
pub async fn place(db: &impl ConnectionTrait, shop: ShopId, slug: &str) -> Result<Shelf> {
    let row = shelf::Entity::find()
        .filter(shelf::Column::ShopId.eq(shop.0))
        .filter(shelf::Column::Slug.eq(slug))
        .one(db)
        .await?;
    row.ok_or(StoreError::Missing)
}

/// Puts just these products on a shop's shelf, in this order; each with its address.
///
/// # Errors
/// `Missing` when one is not the shop's, `Taken` when two have one address.
pub async fn fill(
    db: &impl ConnectionTrait,
    shop: ShopId,
    products: &[(ProductId, String)],
) -> Result<()> {
    let own = product::Entity::find()
        .filter(product::Column::ShopId.eq(shop.0))
        .filter(product::Column::Id.is_in(products.iter().map(|(id, _)| id.0)))
        .all(db)
        .await?;
    if own.len() != products.len() {
        return Err(StoreError::Missing);
    }
    shelf::Entity::delete_many()
        .filter(shelf::Column::ShopId.eq(shop.0))
        .exec(db)
        .await?;
    let rows = products
        .iter()
        .enumerate()
        .map(|(place, (id, slug))| shelf::ActiveModel {
            product_id: Set(id.0),
            shop_id: Set(shop.0),
            slug: Set(slug.clone()),
            position: Set(i32::try_from(place).unwrap_or(i32::MAX)),
        });
    let rows: Vec<shelf::ActiveModel> = rows.collect();
    if !rows.is_empty() {
        shelf::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}
