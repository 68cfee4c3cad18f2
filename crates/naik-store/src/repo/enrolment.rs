//! Which shops are in which cohort, and how they stand there.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use naik_core::id::{CohortId, EnrolmentId, PersonId, ShopId};
use naik_core::programme::enrolment::{Enrolment, State};
use naik_core::programme::lottery::Ticket;
use sea_orm::sea_query::{Expr, Func, Order};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::{Page, date_of, insert_all, one};
use crate::entity::cohort;
use crate::entity::enrolment::{ActiveModel, Column, Entity, Model};
use crate::error::{Result, StoreError};

/// An enrolment as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The enrolment.
    pub enrolment: Enrolment,
    /// Grows with each change.
    pub revision: i32,
}

/// Writes down an application.
///
/// # Errors
/// `Taken` when the shop has one in that cohort, or the ticket is another's.
pub async fn create(db: &impl ConnectionTrait, new: &Enrolment) -> Result<()> {
    Entity::insert(row(new)?).exec_without_returning(db).await?;
    Ok(())
}

/// Writes down many at once.
///
/// # Errors
/// `Taken` as for one.
pub async fn create_all(db: &impl ConnectionTrait, new: &[Enrolment]) -> Result<()> {
    let rows = new.iter().map(row).collect::<Result<Vec<_>>>()?;
    insert_all(db, rows).await
}

fn row(new: &Enrolment) -> Result<ActiveModel> {
    Ok(ActiveModel {
        id: Set(new.id.0),
        cohort_id: Set(new.cohort.0),
        shop_id: Set(new.shop.0),
        ticket: Set(new.ticket.as_str().to_owned()),
        applied: Set(new.applied.to_string()),
        state: Set(new.state.key().to_owned()),
        rank: Set(rank(new)?),
        mentor_id: Set(new.mentor.map(|mentor| mentor.0)),
        revision: Set(0),
    })
}

/// Changes an enrolment's day, state, rank and mentor when nobody else has since it was read; returns the new revision.
///
/// # Errors
/// `Changed` when someone else did, or it is gone.
pub async fn change(db: &impl ConnectionTrait, new: &Enrolment, read: i32) -> Result<i32> {
    let mentor = new.mentor.map(|mentor| mentor.0);
    let done = Entity::update_many()
        .col_expr(Column::Applied, Expr::value(new.applied.to_string()))
        .col_expr(Column::State, Expr::value(new.state.key()))
        .col_expr(Column::Rank, Expr::value(rank(new)?))
        .col_expr(Column::MentorId, Expr::value(mentor))
        .col_expr(Column::Revision, Expr::value(read + 1))
        .filter(Column::Id.eq(new.id.0))
        .filter(Column::Revision.eq(read))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)?;
    Ok(read + 1)
}

/// The enrolment with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: EnrolmentId) -> Result<Kept> {
    let row = Entity::find_by_id(id.0).one(db).await?;
    row.ok_or(StoreError::Missing)?.try_into()
}

/// Enrolments of a cohort: drawn ones in their order, the others by the day on which they applied.
///
/// # Errors
/// When the database refuses.
pub async fn of_cohort(db: &impl ConnectionTrait, cohort: CohortId) -> Result<Vec<Kept>> {
    let rows = Entity::find().filter(Column::CohortId.eq(cohort.0)).all(db);
    let mut all: Vec<Kept> = rows
        .await?
        .into_iter()
        .map(TryInto::try_into)
        .collect::<Result<_>>()?;
    // Sorted here: the databases disagree on where an absent rank stands.
    all.sort_by_key(|kept| {
        let one = &kept.enrolment;
        (one.rank.unwrap_or(u32::MAX), one.applied, one.id)
    });
    Ok(all)
}

/// Enrolments of a shop, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<Kept>> {
    let rows = Entity::find()
        .filter(Column::ShopId.eq(shop.0))
        .order_by_desc(Column::Applied)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// How each of these shops stands in its cohorts, with the first day of each.
///
/// # Errors
/// When the database refuses, or a row can't be read.
pub async fn of_shops(
    db: &impl ConnectionTrait,
    shops: &[ShopId],
) -> Result<Vec<(ShopId, State, Date)>> {
    const DAMAGED: StoreError = StoreError::Damaged("enrolment");
    let rows: Vec<(uuid::Uuid, uuid::Uuid, String)> = Entity::find()
        .select_only()
        .columns([Column::ShopId, Column::CohortId, Column::State])
        .filter(Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let cohorts: BTreeSet<uuid::Uuid> = rows.iter().map(|(_, cohort, _)| *cohort).collect();
    let starts: Vec<(uuid::Uuid, String)> = cohort::Entity::find()
        .select_only()
        .columns([cohort::Column::Id, cohort::Column::Start])
        .filter(cohort::Column::Id.is_in(cohorts))
        .into_tuple()
        .all(db)
        .await?;
    let starts: BTreeMap<uuid::Uuid, String> = starts.into_iter().collect();
    rows.into_iter()
        .map(|(shop, cohort, state)| {
            let start = starts.get(&cohort).ok_or(DAMAGED)?;
            let state = State::parse(&state).ok_or(DAMAGED)?;
            Ok((ShopId(shop), state, date_of(start, "cohort")?))
        })
        .collect()
}

/// How many of a cohort's shops stand there.
///
/// # Errors
/// When the database refuses.
pub async fn count(db: &impl ConnectionTrait, cohort: CohortId, state: State) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::CohortId.eq(cohort.0))
        .filter(Column::State.eq(state.key()))
        .count(db)
        .await?)
}

/// A part of a cohort's enrolments, those that stand at one place or all: drawn ones in their order, the others by the day
/// on which they applied.
///
/// # Errors
/// When the database refuses.
pub async fn page_of(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    state: Option<State>,
    page: Page,
) -> Result<Vec<Kept>> {
    let mut all = Entity::find().filter(Column::CohortId.eq(cohort.0));
    if let Some(state) = state {
        all = all.filter(Column::State.eq(state.key()));
    }
    // The databases disagree on where an absent rank stands.
    let rank = Func::coalesce([Expr::col(Column::Rank), Expr::value(i32::MAX)]);
    let rows = all
        .order_by(Expr::from(rank), Order::Asc)
        .order_by_asc(Column::Applied)
        .order_by_asc(Column::Id)
        .offset(page.skip)
        .limit(page.take)
        .all(db)
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Whether a ticket is someone's in a cohort.
///
/// # Errors
/// When the database refuses.
pub async fn has_ticket(
    db: &impl ConnectionTrait,
    cohort: CohortId,
    ticket: &Ticket,
) -> Result<bool> {
    let found = Entity::find()
        .filter(Column::CohortId.eq(cohort.0))
        .filter(Column::Ticket.eq(ticket.as_str()))
        .count(db)
        .await?;
    Ok(found > 0)
}

/// How many of a cohort's shops stand where; places where none stands are left out.
///
/// # Errors
/// When the database refuses.
pub async fn counts(db: &impl ConnectionTrait, cohort: CohortId) -> Result<BTreeMap<State, u64>> {
    let rows: Vec<(String, i64)> = Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Expr::cust("COUNT(*)"), "n")
        .filter(Column::CohortId.eq(cohort.0))
        .group_by(Column::State)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(word, n)| {
            let damaged = StoreError::Damaged("enrolment");
            let state = State::parse(&word).ok_or(damaged)?;
            Ok((state, u64::try_from(n).unwrap_or(0)))
        })
        .collect()
}

/// How many shops of a cohort that have a place each mentor accompanies; those without a mentor under none.
///
/// # Errors
/// When the database refuses.
pub async fn loads(
    db: &impl ConnectionTrait,
    cohort: CohortId,
) -> Result<Vec<(Option<PersonId>, u64)>> {
    let rows: Vec<(Option<uuid::Uuid>, i64)> = Entity::find()
        .select_only()
        .column(Column::MentorId)
        .column_as(Expr::cust("COUNT(*)"), "n")
        .filter(Column::CohortId.eq(cohort.0))
        .filter(Column::State.eq(State::Enrolled.key()))
        .group_by(Column::MentorId)
        .into_tuple()
        .all(db)
        .await?;
    let mut loads: Vec<(Option<PersonId>, u64)> = rows
        .into_iter()
        .map(|(mentor, n)| (mentor.map(PersonId), u64::try_from(n).unwrap_or(0)))
        .collect();
    loads.sort_unstable();
    Ok(loads)
}

fn rank(of: &Enrolment) -> Result<Option<i32>> {
    let rank = of.rank.map(i32::try_from).transpose();
    rank.map_err(|_| StoreError::Damaged("enrolment"))
}

impl TryFrom<Model> for Kept {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        const DAMAGED: StoreError = StoreError::Damaged("enrolment");
        let rank = row.rank.map(u32::try_from).transpose();
        Ok(Self {
            enrolment: Enrolment {
                id: EnrolmentId(row.id),
                cohort: CohortId(row.cohort_id),
                shop: ShopId(row.shop_id),
                ticket: Ticket::parse(&row.ticket).map_err(|_| DAMAGED)?,
                applied: date_of(&row.applied, "enrolment")?,
                state: State::parse(&row.state).ok_or(DAMAGED)?,
                rank: rank.map_err(|_| DAMAGED)?,
                mentor: row.mentor_id.map(PersonId),
            },
            revision: row.revision,
        })
    }
}
