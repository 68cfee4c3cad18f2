//! Mentors' visits, written on a phone without a network and sent piece by piece.

use jiff::civil::Date;
use naik_core::id::{PersonId, ShopId, VisitId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{date_of, insert_all, one};
pub use crate::entity::visit::Model as Visit;
use crate::entity::visit::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// Writes down a visit; tells whether it is new. The same visit sent again does nothing.
///
/// # Errors
/// `Taken` when its id belongs to a visit that says something else: show both, overwrite nothing.
pub async fn record(db: &impl ConnectionTrait, new: Visit) -> Result<bool> {
    if let Some(old) = Entity::find_by_id(new.id).one(db).await? {
        let same = Visit {
            created_at: old.created_at,
            ..new
        } == old;
        return if same {
            Ok(false)
        } else {
            Err(StoreError::Taken)
        };
    }
    Entity::insert(ActiveModel::from(new))
        .exec_without_returning(db)
        .await?;
    Ok(true)
}

/// Writes down many visits whose ids nobody has.
///
/// # Errors
/// `Taken` when one is there already.
pub async fn record_all(db: &impl ConnectionTrait, new: Vec<Visit>) -> Result<()> {
    let rows = new.into_iter().map(ActiveModel::from);
    insert_all(db, rows.collect()).await
}

/// Changes a visit that nobody else has changed since it was read, at `revision`; returns the new revision.
///
/// # Errors
/// `Changed` when someone else did, or it is gone.
pub async fn change(db: &impl ConnectionTrait, new: Visit) -> Result<i32> {
    let done = Entity::update_many()
        .col_expr(Column::Day, Expr::value(new.day))
        .col_expr(Column::State, Expr::value(new.state))
        .col_expr(Column::Topic, Expr::value(new.topic))
        .col_expr(Column::Note, Expr::value(new.note))
        .col_expr(Column::Next, Expr::value(new.next))
        .col_expr(Column::File, Expr::value(new.file))
        .col_expr(Column::GroupId, Expr::value(new.group_id))
        .col_expr(Column::Revision, Expr::value(new.revision + 1))
        .filter(Column::Id.eq(new.id))
        .filter(Column::Revision.eq(new.revision))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)?;
    Ok(new.revision + 1)
}

/// Gives a visit its photo when it has none, or that one already; its words stay as they are, and so does its revision.
///
/// # Errors
/// `Changed` when it has another photo, or is gone.
pub async fn set_file(db: &impl ConnectionTrait, id: VisitId, file: &str) -> Result<()> {
    let same = Condition::any()
        .add(Column::File.is_null())
        .add(Column::File.eq(file));
    let done = Entity::update_many()
        .col_expr(Column::File, Expr::value(file))
        .filter(Column::Id.eq(id.0))
        .filter(same)
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)
}

/// The visit with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: VisitId) -> Result<Visit> {
    let row = Entity::find_by_id(id.0).one(db).await?;
    row.ok_or(StoreError::Missing)
}

/// A mentor's visits to a shop on one day.
///
/// # Errors
/// When the database refuses.
pub async fn on(
    db: &impl ConnectionTrait,
    mentor: PersonId,
    shop: ShopId,
    day: Date,
) -> Result<Vec<Visit>> {
    Ok(Entity::find()
        .filter(Column::MentorId.eq(mentor.0))
        .filter(Column::ShopId.eq(shop.0))
        .filter(Column::Day.eq(day.to_string()))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// When these shops were visited, and how it went, from a day on, newest first.
///
/// # Errors
/// When the database refuses, or a day can't be read.
pub async fn of_shops(
    db: &impl ConnectionTrait,
    shops: &[ShopId],
    from: Date,
) -> Result<Vec<(ShopId, Date, String)>> {
    let rows: Vec<(uuid::Uuid, String, String)> = Entity::find()
        .select_only()
        .columns([Column::ShopId, Column::Day, Column::State])
        .filter(Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .filter(Column::Day.gte(from.to_string()))
        .order_by_desc(Column::Day)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(shop, day, state)| Ok((ShopId(shop), date_of(&day, "visit")?, state)))
        .collect()
}

/// Visits to a shop, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<Visit>> {
    Ok(Entity::find()
        .filter(Column::ShopId.eq(shop.0))
        .order_by_desc(Column::Day)
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// A mentor's visits from one day to another, both included, by day.
///
/// # Errors
/// When the database refuses.
pub async fn of_mentor(
    db: &impl ConnectionTrait,
    mentor: PersonId,
    (from, to): (Date, Date),
) -> Result<Vec<Visit>> {
    Ok(Entity::find()
        .filter(Column::MentorId.eq(mentor.0))
        .filter(Column::Day.between(from.to_string(), to.to_string()))
        .order_by_asc(Column::Day)
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}
