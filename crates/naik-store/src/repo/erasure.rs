//! Receipts of erasures: kept so that whoever holds a number can see that it is true.

use sea_orm::{ConnectionTrait, EntityTrait};

pub use crate::entity::erasure::Model as Erasure;
use crate::entity::erasure::{ActiveModel, Entity};
use crate::error::{Result, StoreError};

/// Keeps a receipt, in the transaction of what it is for.
///
/// # Errors
/// `Taken` when its number is.
pub async fn keep(db: &impl ConnectionTrait, row: Erasure) -> Result<()> {
    Entity::insert(ActiveModel::from(row))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Writes down how many files went: they go after the rows.
///
/// # Errors
/// When the database refuses.
pub async fn set_files(db: &impl ConnectionTrait, number: &str, files: i32) -> Result<()> {
    use sea_orm::ActiveValue::{Set, Unchanged};
    Entity::update(ActiveModel {
        number: Unchanged(number.to_owned()),
        files: Set(files),
        ..Default::default()
    })
    .exec(db)
    .await?;
    Ok(())
}

/// The receipt of a number.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, number: &str) -> Result<Erasure> {
    let row = Entity::find_by_id(number).one(db).await?;
    row.ok_or(StoreError::Missing)
}
