//! Answers to submissions, so that sending one twice has the effect of once.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

pub use crate::entity::receipt::Model as Receipt;
use crate::entity::receipt::{ActiveModel, Column, Entity};
use crate::error::Result;

/// Keeps an answer; in the same transaction as what it answers.
///
/// # Errors
/// `Taken` when the same submission was answered in the meantime: take back what was done, and give that answer.
pub async fn keep(db: &impl ConnectionTrait, receipt: Receipt) -> Result<()> {
    Entity::insert(ActiveModel::from(receipt))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The answer to a submission that was sent before.
///
/// # Errors
/// When the database refuses.
pub async fn find(db: &impl ConnectionTrait, actor: &str, key: &str) -> Result<Option<Receipt>> {
    Ok(Entity::find_by_id((actor.to_owned(), key.to_owned()))
        .one(db)
        .await?)
}

/// Forgets answers older than a time.
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
