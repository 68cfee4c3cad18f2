//! Lists of shops that wait until whoever sent them has seen what each row would become.

use naik_core::id::{CohortId, IntakeFileId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::one;
pub use crate::entity::intake_file::Model as IntakeFile;
use crate::entity::intake_file::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// Keeps one.
///
/// # Errors
/// When the database refuses.
pub async fn add(db: &impl ConnectionTrait, file: IntakeFile) -> Result<()> {
    Entity::insert(ActiveModel::from(file))
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The file with an id.
///
/// # Errors
/// `Missing` when the cohort has none.
pub async fn get(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    id: IntakeFileId,
) -> Result<IntakeFile> {
    let row = Entity::find_by_id(id.0)
        .filter(Column::CohortId.eq(cohort.0))
        .one(db)
        .await?;
    row.ok_or(StoreError::Missing)
}

/// Keeps what its columns mean.
///
/// # Errors
/// `Missing` when the cohort has no such file.
pub async fn map(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    id: IntakeFileId,
    mapping: &str,
) -> Result<()> {
    let done = Entity::update_many()
        .col_expr(Column::Mapping, Expr::value(mapping))
        .filter(Column::Id.eq(id.0))
        .filter(Column::CohortId.eq(cohort.0))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}

/// Removes one.
///
/// # Errors
/// `Missing` when it is gone: someone else decided about it.
pub async fn remove(db: &impl ConnectionTrait, cohort: CohortId, id: IntakeFileId) -> Result<()> {
    let done = Entity::delete_many()
        .filter(Column::Id.eq(id.0))
        .filter(Column::CohortId.eq(cohort.0))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
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
