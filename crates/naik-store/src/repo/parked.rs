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

/// The form that a browser sent, while it waits.
///
/// # Errors
/// When the database refuses.
pub async fn find(
    db: &impl ConnectionTrait,
    id: EntryId,
    actor: &str,
    now: i64,
) -> Result<Option<Parked>> {
    Ok(Entity::find_by_id(id.0)
        .filter(Column::Actor.eq(actor))
        .filter(Column::ExpiresAt.gt(now))
        .one(db)
        .await?)
}

/// Removes a form of this browser: it was sent again, or is not wanted.
///
/// # Errors
/// When the database refuses.
pub async fn remove(db: &impl ConnectionTrait, id: EntryId, actor: &str) -> Result<()> {
    Entity::delete_many()
        .filter(Column::Id.eq(id.0))
        .filter(Column::Actor.eq(actor))
        .exec(db)
        .await?;
    Ok(())
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
