//! Challenges that passkeys are asked to sign.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

pub use crate::entity::ceremony::Model as Ceremony;
use crate::entity::ceremony::{ActiveModel, Column, Entity};
use crate::error::Result;

/// Keeps a challenge until it is answered. What has ended goes, so that the table holds a few minutes of them at most.
///
/// # Errors
/// When the database refuses.
pub async fn begin(db: &impl ConnectionTrait, ceremony: Ceremony, now: i64) -> Result<()> {
    sweep(db, now).await?;
    Entity::insert(ActiveModel::from(ceremony))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Uses a challenge up, unless it is past its time. Of two who answer it at once, one gets it; nobody but whoever was
/// asked does.
///
/// # Errors
/// When the database refuses.
pub async fn take(
    db: &impl ConnectionTrait,
    challenge: &str,
    (purpose, actor): (&str, &str),
    now: i64,
) -> Result<Option<Ceremony>> {
    let found = Entity::find_by_id(challenge)
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::Actor.eq(actor))
        .filter(Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    let Some(found) = found else {
        return Ok(None);
    };
    let done = Entity::delete_by_id(challenge).exec(db).await?;
    Ok((done.rows_affected == 1).then_some(found))
}

/// Removes challenges that nobody answered.
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
