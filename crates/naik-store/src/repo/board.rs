//! Cohorts in numbers: each reckoning is kept as a version, and pages read the newest.

use jiff::civil::Date;
use naik_core::id::CohortId;
use naik_core::programme::board::Board;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::date_of;
use super::sale::Days;
use crate::entity::board::{ActiveModel, Column, Entity, Model};
use crate::error::{Result, StoreError};

/// A cohort in numbers as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// From 1 on.
    pub version: u32,
    /// When it was reckoned, in Unix milliseconds.
    pub made_at: i64,
    /// The numbers.
    pub board: Board,
}

/// Keeps a reckoning as the next version, and returns its number. Use a transaction.
///
/// # Errors
/// `Taken` when another was kept in the same moment.
pub async fn keep(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    board: &Board,
    now: i64,
) -> Result<u32> {
    const DAMAGED: StoreError = StoreError::Damaged("board");
    let last = newest(db, cohort).await?.map_or(0, |row| row.version);
    let version = last.checked_add(1).ok_or(DAMAGED)?;
    Entity::insert(ActiveModel {
        cohort_id: Set(cohort.0),
        version: Set(version),
        day: Set(board.day.to_string()),
        body: Set(serde_json::to_string(board).map_err(|_| DAMAGED)?),
        made_at: Set(now),
    })
    .exec_without_returning(db)
    .await?;
    u32::try_from(version).map_err(|_| DAMAGED)
}

/// The newest reckoning; none before the first.
///
/// # Errors
/// When the database refuses.
pub async fn latest(db: &impl ConnectionTrait, cohort: CohortId) -> Result<Option<Kept>> {
    newest(db, cohort).await?.map(TryInto::try_into).transpose()
}

/// The newest reckoning of those that speak of some days; none where none does.
///
/// # Errors
/// When the database refuses.
pub async fn within(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    days: Days,
) -> Result<Option<Kept>> {
    let row = Entity::find()
        .filter(Column::CohortId.eq(cohort.0))
        .filter(Column::Day.gte(days.first.to_string()))
        .filter(Column::Day.lte(days.last.to_string()))
        .order_by_desc(Column::Version)
        .one(db)
        .await?;
    row.map(TryInto::try_into).transpose()
}

/// The days of which a cohort's reckonings speak, the newest first and each once.
///
/// # Errors
/// When the database refuses.
pub async fn days(db: &impl ConnectionTrait, cohort: CohortId) -> Result<Vec<Date>> {
    let rows: Vec<String> = Entity::find()
        .select_only()
        .column(Column::Day)
        .distinct()
        .filter(Column::CohortId.eq(cohort.0))
        .order_by_desc(Column::Day)
        .into_tuple()
        .all(db)
        .await?;
    rows.iter().map(|day| date_of(day, "board")).collect()
}

async fn newest(db: &impl ConnectionTrait, cohort: CohortId) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::CohortId.eq(cohort.0))
        .order_by_desc(Column::Version)
        .one(db)
        .await?)
}

impl TryFrom<Model> for Kept {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let damaged = || StoreError::Damaged("board");
        Ok(Self {
            version: u32::try_from(row.version).map_err(|_| damaged())?,
            made_at: row.made_at,
            board: serde_json::from_str(&row.body).map_err(|_| damaged())?,
        })
    }
}
