//! Order files that wait until their owner has looked at what they would become.

use naik_core::id::{OrderFileId, ShopId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::one;
pub use crate::entity::order_file::Model as OrderFile;
use crate::entity::order_file::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// Keeps one.
///
/// # Errors
/// When the database refuses.
pub async fn add(db: &impl ConnectionTrait, file: OrderFile) -> Result<()> {
    Entity::insert(ActiveModel::from(file))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The file with an id.
///
/// # Errors
/// `Missing` when the shop has none.
pub async fn get(db: &impl ConnectionTrait, shop: ShopId, id: OrderFileId) -> Result<OrderFile> {
    let row = Entity::find_by_id(id.0)
        .filter(Column::ShopId.eq(shop.0))
        .one(db)
        .await?;
    row.ok_or(StoreError::Missing)
}

/// Keeps what its columns mean.
///
/// # Errors
/// `Missing` when the shop has no such file.
pub async fn map(
    db: &impl ConnectionTrait,
    shop: ShopId,
    id: OrderFileId,
    mapping: &str,
    channel: &str,
) -> Result<()> {
    let done = Entity::update_many()
        .set(ActiveModel {
            mapping: Set(Some(mapping.to_owned())),
            channel: Set(channel.to_owned()),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .filter(Column::ShopId.eq(shop.0))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}

/// Removes one; its bytes go with the next sweep.
///
/// # Errors
/// When the database refuses.
pub async fn remove(db: &impl ConnectionTrait, shop: ShopId, id: OrderFileId) -> Result<()> {
    Entity::delete_many()
        .filter(Column::Id.eq(id.0))
        .filter(Column::ShopId.eq(shop.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Removes those that nobody decided about.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(db: &impl ConnectionTrait, before: i64) -> Result<u64> {
    let done = Entity::delete_many()
        .filter(Column::CreatedAt.lt(before))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}
