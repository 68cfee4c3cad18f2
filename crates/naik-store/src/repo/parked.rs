//! Forms that were sent after their session had ended.

use naik_core::id::EntryId;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

pub use crate::entity::parked::Model as Parked;
use crate::entity::parked::{ActiveModel, Column, Entity};
use crate::error::Result;

/// Keeps a form.
///
/// # Errors
/// When the database refuses.
pub async fn park(db: &impl ConnectionTrait, form: Parked) -> Result<()> {
    Entity::insert(ActiveModel::from(form))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Hands a form back to the browser that sent it, once.
///
/// # Errors
/// When the database refuses.
pub async fn take(
    db: &impl ConnectionTrait,
    id: EntryId,
    actor: &str,
    now: i64,
) -> Result<Option<Parked>> {
    let found = Entity::find_by_id(id.0)
        .filter(Column::Actor.eq(actor))
        .filter(Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    if found.is_some() {
        Entity::delete_by_id(id.0).exec(db).await?;
    }
    Ok(found)
}

/// Removes forms that nobody came back for.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(db: &impl ConnectionTrait, now: i64) -> Result<u64> {
    let done = Entity::delete_many()
        .filter(Column::ExpiresAt.lte(now))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}
