//! Cohorts with their mentors and their published draw.

use jiff::civil::Date;
use naik_core::id::{CohortId, PersonId, ProgrammeId};
use naik_core::programme::cohort::{Cohort, Window};
use naik_core::programme::lottery::{Draw, Notice};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect, UpdateMany,
};

use super::{date_of, one};
use crate::entity::{cohort, cohort_mentor};
use crate::error::{Result, StoreError};

/// A cohort as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The cohort.
    pub cohort: Cohort,
    /// What was published of its draw; none before it.
    pub draw: Option<(Notice, Draw)>,
    /// Where the figure of its lottery will come from, and when that was said, in Unix milliseconds.
    pub source: Option<(String, i64)>,
    /// Grows with each change.
    pub revision: i32,
}

/// Plans a cohort.
///
/// # Errors
/// When there is no such programme, or the database refuses.
pub async fn create(db: &impl ConnectionTrait, new: &Cohort, now: i64) -> Result<()> {
    cohort::Entity::insert(cohort::ActiveModel {
        id: Set(new.id.0),
        programme_id: Set(new.programme.0),
        start: Set(new.start.to_string()),
        opens: Set(new.window.opens.to_string()),
        closes: Set(new.window.closes.to_string()),
        places: Set(number(new.places)?),
        lottery: Set(new.lottery),
        plan: Set(number(new.plan)?),
        draw: Set(None),
        source: Set(None),
        source_at: Set(None),
        revision: Set(0),
        created_at: Set(now),
    })
    .exec_without_returning(db)
    .await?;
    set_mentors(db, new.id, &new.mentors).await
}

/// Changes a cohort that nobody else has changed since it was read; returns the new revision. Use a transaction.
///
/// # Errors
/// `Changed` when someone else did, or it is gone.
pub async fn change(db: &impl ConnectionTrait, new: &Cohort, read: i32) -> Result<i32> {
    let done = cohort::Entity::update_many()
        .col_expr(cohort::Column::Start, Expr::value(new.start.to_string()))
        .col_expr(
            cohort::Column::Opens,
            Expr::value(new.window.opens.to_string()),
        )
        .col_expr(
            cohort::Column::Closes,
            Expr::value(new.window.closes.to_string()),
        )
        .col_expr(cohort::Column::Places, Expr::value(number(new.places)?))
        .col_expr(cohort::Column::Lottery, Expr::value(new.lottery))
        .col_expr(cohort::Column::Plan, Expr::value(number(new.plan)?))
        .col_expr(cohort::Column::Revision, Expr::value(read + 1))
        .filter(cohort::Column::Id.eq(new.id.0))
        .filter(cohort::Column::Revision.eq(read))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)?;
    set_mentors(db, new.id, &new.mentors).await?;
    Ok(read + 1)
}

async fn set_mentors(db: &impl ConnectionTrait, of: CohortId, mentors: &[PersonId]) -> Result<()> {
    cohort_mentor::Entity::delete_many()
        .filter(cohort_mentor::Column::CohortId.eq(of.0))
        .exec(db)
        .await?;
    if mentors.is_empty() {
        return Ok(());
    }
    let rows = mentors.iter().map(|mentor| cohort_mentor::ActiveModel {
        cohort_id: Set(of.0),
        mentor_id: Set(mentor.0),
    });
    cohort_mentor::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Says where the figure of a cohort's lottery will come from, once and for all.
///
/// # Errors
/// `Taken` when that was said before, or the cohort is gone.
pub async fn name_source(
    db: &impl ConnectionTrait,
    id: CohortId,
    source: &str,
    now: i64,
) -> Result<()> {
    let change = cohort::Entity::update_many()
        .col_expr(cohort::Column::Source, Expr::value(source))
        .col_expr(cohort::Column::SourceAt, Expr::value(now));
    once(db, id, cohort::Column::Source, change).await
}

/// Publishes a cohort's draw, once and for all.
///
/// # Errors
/// `Taken` when it was drawn already, or it is gone.
pub async fn publish(
    db: &impl ConnectionTrait,
    id: CohortId,
    notice: &Notice,
    draw: &Draw,
) -> Result<()> {
    let text = serde_json::to_string(&(notice, draw)).map_err(|_| StoreError::Damaged("cohort"))?;
    let change = cohort::Entity::update_many().col_expr(cohort::Column::Draw, Expr::value(text));
    once(db, id, cohort::Column::Draw, change).await
}

/// Changes a cohort whose column is empty until then.
async fn once(
    db: &impl ConnectionTrait,
    id: CohortId,
    empty: cohort::Column,
    change: UpdateMany<cohort::Entity>,
) -> Result<()> {
    let done = change
        .col_expr(
            cohort::Column::Revision,
            Expr::col(cohort::Column::Revision).add(1),
        )
        .filter(cohort::Column::Id.eq(id.0))
        .filter(empty.is_null())
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Taken)
}

/// The cohort with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: CohortId) -> Result<Kept> {
    let row = cohort::Entity::find_by_id(id.0).one(db).await?;
    with_mentors(db, row.ok_or(StoreError::Missing)?).await
}

/// All cohorts that begin on a day or after it: those that still run, and those that are to come.
///
/// # Errors
/// When the database refuses.
pub async fn since(db: &impl ConnectionTrait, day: Date) -> Result<Vec<CohortId>> {
    let ids: Vec<uuid::Uuid> = cohort::Entity::find()
        .select_only()
        .column(cohort::Column::Id)
        .filter(cohort::Column::Start.gte(day.to_string()))
        .order_by_asc(cohort::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().map(CohortId).collect())
}

/// Cohorts of a programme, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, of: ProgrammeId) -> Result<Vec<Kept>> {
    let rows = cohort::Entity::find()
        .filter(cohort::Column::ProgrammeId.eq(of.0))
        .order_by_desc(cohort::Column::Start)
        .order_by_asc(cohort::Column::Id)
        .all(db)
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(with_mentors(db, row).await?);
    }
    Ok(all)
}

/// Cohorts that have begun by a day, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn begun(db: &impl ConnectionTrait, by: jiff::civil::Date) -> Result<Vec<Kept>> {
    let rows = cohort::Entity::find()
        .filter(cohort::Column::Start.lte(by.to_string()))
        .order_by_asc(cohort::Column::Start)
        .order_by_asc(cohort::Column::Id)
        .all(db)
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(with_mentors(db, row).await?);
    }
    Ok(all)
}

async fn with_mentors(db: &impl ConnectionTrait, row: cohort::Model) -> Result<Kept> {
    const DAMAGED: StoreError = StoreError::Damaged("cohort");
    let mentors = cohort_mentor::Entity::find()
        .filter(cohort_mentor::Column::CohortId.eq(row.id))
        .order_by_asc(cohort_mentor::Column::MentorId)
        .all(db)
        .await?;
    let draw = row.draw.as_deref().map(serde_json::from_str).transpose();
    Ok(Kept {
        cohort: Cohort {
            id: CohortId(row.id),
            programme: ProgrammeId(row.programme_id),
            start: date_of(&row.start, "cohort")?,
            window: Window {
                opens: date_of(&row.opens, "cohort")?,
                closes: date_of(&row.closes, "cohort")?,
            },
            places: u32::try_from(row.places).map_err(|_| DAMAGED)?,
            lottery: row.lottery,
            mentors: mentors
                .into_iter()
                .map(|row| PersonId(row.mentor_id))
                .collect(),
            plan: u32::try_from(row.plan).map_err(|_| DAMAGED)?,
        },
        draw: draw.map_err(|_| DAMAGED)?,
        source: row.source.zip(row.source_at),
        revision: row.revision,
    })
}

fn number(number: u32) -> Result<i32> {
    i32::try_from(number).map_err(|_| StoreError::Damaged("cohort"))
}
