//! What is asked of the tables, one file a noun.
//!
//! Each function takes the store's connection or a transaction, so that its
//! caller decides what happens together.

pub mod access;
pub mod allowed_word;
pub mod audit;
pub mod badge;
pub mod board;
pub mod card;
pub mod cash;
pub mod ceremony;
pub mod cohort;
pub mod consent;
pub mod cost;
pub mod enrolment;
pub mod erase;
pub mod erasure;
pub mod evidence;
pub mod glance;
pub mod growth;
pub mod hand_over;
pub mod history;
pub mod intake_file;
pub mod job;
pub mod kit;
pub mod needed;
pub mod neighbour;
pub mod order_file;
pub mod parked;
pub mod passkey;
pub mod person;
pub mod photo;
pub mod product;
pub mod programme;
pub mod receipt;
pub mod sale;
pub mod session;
pub mod setting;
pub mod shop;
pub mod storefront;
pub mod task;
pub mod tie;
pub mod token;
pub mod upload;
pub mod visit;

use sea_orm::sea_query::ExprTrait;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait};

use crate::error::{Result, StoreError};

/// That just one row was meant and met; `otherwise` says what it means when it was not there.
pub(crate) fn one(rows: u64, otherwise: StoreError) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(otherwise) }
}

/// Rows of one statement: SQLite takes 32 766 values in it, and no table has more than sixteen columns.
const TOGETHER: usize = 500;

/// Adds many rows of a table in few statements.
pub(crate) async fn insert_all<A: ActiveModelTrait>(
    db: &impl ConnectionTrait,
    mut rows: Vec<A>,
) -> Result<()> {
    while !rows.is_empty() {
        let rest = rows.split_off(rows.len().min(TOGETHER));
        let part = std::mem::replace(&mut rows, rest);
        A::Entity::insert_many(part)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// The date that a column holds, as `2026-11-26`; `what` names the table when it is something else.
pub(crate) fn date_of(text: &str, what: &'static str) -> Result<jiff::civil::Date> {
    text.parse().map_err(|_| StoreError::Damaged(what))
}

/// Whether a column's area is this one or lies in it.
pub(crate) fn within(column: impl ColumnTrait, area: &naik_core::account::Area) -> Condition {
    let code = area.code();
    if code.is_empty() {
        return Condition::all();
    }
    Condition::any()
        .add(column.eq(code))
        .add(column.starts_with(format!("{code}.")))
}

/// Whether a row comes after a place in a book that is read by day and id.
pub(crate) fn past<C: ColumnTrait>(
    (day, id): (C, C),
    (on, last): &(String, naik_core::id::Uuid),
) -> Condition {
    let later = Condition::any()
        .add(day.gt(on))
        .add(day.eq(on).and(id.gt(*last)));
    // The first half alone is what an index finds.
    Condition::all().add(day.gte(on)).add(later)
}

/// How much of a long list is shown at once.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Rows to skip.
    pub skip: u64,
    /// Rows to take, at most.
    pub take: u64,
}
