//! Which files something still needs: what no row points at may go.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::entity::{evidence, intake_file, kit_file, order_file, photo, visit};
use crate::error::Result;

/// Addresses in one question: well under what either database takes.
const AT_ONCE: usize = 500;

/// Every address that a photo, a kit, a list, a piece of evidence or a visit needs: for copies of everything.
///
/// # Errors
/// When the database refuses.
pub async fn all(db: &impl ConnectionTrait) -> Result<BTreeSet<String>> {
    asked(db, None).await
}

/// Those of these addresses that something needs.
///
/// # Errors
/// When the database refuses.
pub async fn among(db: &impl ConnectionTrait, files: &[String]) -> Result<BTreeSet<String>> {
    let mut needed = BTreeSet::new();
    for part in files.chunks(AT_ONCE) {
        needed.extend(asked(db, Some(part)).await?);
    }
    Ok(needed)
}

async fn asked(db: &impl ConnectionTrait, among: Option<&[String]>) -> Result<BTreeSet<String>> {
    let mut needed = BTreeSet::new();
    needed.extend(of::<kit_file::Entity, _>(db, kit_file::Column::Sha256, among).await?);
    needed.extend(of::<photo::Entity, _>(db, photo::Column::Sha256, among).await?);
    needed.extend(of::<order_file::Entity, _>(db, order_file::Column::Sha256, among).await?);
    needed.extend(of::<intake_file::Entity, _>(db, intake_file::Column::Sha256, among).await?);
    needed.extend(of::<evidence::Entity, _>(db, evidence::Column::File, among).await?);
    needed.extend(of::<visit::Entity, _>(db, visit::Column::File, among).await?);
    Ok(needed)
}

async fn of<E: EntityTrait, C: ColumnTrait>(
    db: &impl ConnectionTrait,
    column: C,
    among: Option<&[String]>,
) -> Result<Vec<String>> {
    let mut question = E::find()
        .select_only()
        .column(column)
        .filter(column.is_not_null())
        .distinct();
    if let Some(files) = among {
        question = question.filter(column.is_in(files));
    }
    Ok(question.into_tuple().all(db).await?)
}
