//! Which files something still needs: what no row points at may go.

use std::collections::BTreeSet;

use futures::future::ready;
use futures::{Stream, TryStreamExt};
use sea_orm::sea_query::{Alias, UnionType};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, Order, QueryFilter, QuerySelect, QueryTrait, Select,
    StreamTrait,
};

use crate::Transaction;
use crate::entity::{evidence, intake_file, kit_file, order_file, photo, visit};
use crate::error::{Result, StoreError};

/// Addresses in one question: well under what either database takes.
const AT_ONCE: usize = 500;

/// Every address that a photo, a kit, a piece of evidence or a visit needs, each once, in rising order: for copies of
/// everything. Order files and lists of shops are not copied, and so their bytes are not.
///
/// # Errors
/// When the database refuses.
pub async fn each<'a>(
    db: &'a Transaction,
) -> Result<impl Stream<Item = Result<String>> + Send + 'a> {
    let mut question = told::<kit_file::Entity, _>(kit_file::Column::Sha256).into_query();
    for more in [
        told::<photo::Entity, _>(photo::Column::Sha256).into_query(),
        told::<evidence::Entity, _>(evidence::Column::File).into_query(),
        told::<visit::Entity, _>(visit::Column::File).into_query(),
    ] {
        question.union(UnionType::Distinct, more);
    }
    // A union is named by its first column.
    question.order_by(Alias::new("sha256"), Order::Asc);
    let rows = db.stream(&question).await?;
    Ok(rows
        .map_err(StoreError::from)
        .and_then(|row| ready(row.try_get_by_index(0).map_err(StoreError::from))))
}

/// Those of these addresses that something needs.
///
/// # Errors
/// When the database refuses.
pub async fn among(db: &impl ConnectionTrait, files: &[String]) -> Result<BTreeSet<String>> {
    let mut needed = BTreeSet::new();
    for part in files.chunks(AT_ONCE) {
        needed.extend(asked(db, part).await?);
    }
    Ok(needed)
}

async fn asked(db: &impl ConnectionTrait, among: &[String]) -> Result<BTreeSet<String>> {
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
    among: &[String],
) -> Result<Vec<String>> {
    let question = told::<E, C>(column).distinct();
    let found = question.filter(column.is_in(among)).into_tuple().all(db);
    Ok(found.await?)
}

/// A column's addresses, where there are any.
fn told<E: EntityTrait, C: ColumnTrait>(column: C) -> Select<E> {
    E::find()
        .select_only()
        .column(column)
        .filter(column.is_not_null())
}
