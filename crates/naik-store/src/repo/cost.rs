//! What products cost to make, as their owners told.

use naik_core::id::{ProductId, Uuid};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::one;
use crate::entity::cost::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// What was told about a product, with how often it changed; `None` before anything was.
///
/// # Errors
/// When the database refuses.
pub async fn get(db: &impl ConnectionTrait, id: ProductId) -> Result<Option<(String, i32)>> {
    let row = Entity::find_by_id(id.0).one(db).await?;
    Ok(row.map(|row| (row.cost, row.revision)))
}

/// When something was last told about these products, in Unix milliseconds; products of which nothing was are not named.
///
/// # Errors
/// When the database refuses.
pub async fn told_at(
    db: &impl ConnectionTrait,
    ids: &[ProductId],
) -> Result<Vec<(ProductId, i64)>> {
    let rows: Vec<(Uuid, i64)> = Entity::find()
        .select_only()
        .columns([Column::ProductId, Column::UpdatedAt])
        .filter(Column::ProductId.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(Column::ProductId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, at)| (ProductId(id), at))
        .collect())
}

/// Keeps what is told, if nobody else told something since it was read. `revision` is 0 before the first time.
///
/// # Errors
/// `Changed` when someone else did.
pub async fn set(
    db: &impl ConnectionTrait,
    id: ProductId,
    revision: i32,
    cost: &str,
    now: i64,
) -> Result<()> {
    if revision == 0 {
        let made = Entity::insert(ActiveModel {
            product_id: Set(id.0),
            cost: Set(cost.to_owned()),
            revision: Set(1),
            updated_at: Set(now),
        })
        .exec_without_returning(db)
        .await
        .map_err(StoreError::from);
        return match made {
            Err(StoreError::Taken) => Err(StoreError::Changed),
            Err(error) => Err(error),
            Ok(_) => Ok(()),
        };
    }
    let done = Entity::update_many()
        .set(ActiveModel {
            cost: Set(cost.to_owned()),
            revision: Set(revision + 1),
            updated_at: Set(now),
            ..ActiveModel::default()
        })
        .filter(Column::ProductId.eq(id.0))
        .filter(Column::Revision.eq(revision))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)
}
