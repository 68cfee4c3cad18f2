//! Mentors' visits, written on a phone without a network and sent piece by piece.

use jiff::civil::Date;
use naik_core::id::{PersonId, ShopId, VisitId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::one;
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

/// The visit with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: VisitId) -> Result<Visit> {
    let row = Entity::find_by_id(id.0).one(db).await?;
    row.ok_or(StoreError::Missing)
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

/// Visits to these shops that were to be on a day or after it, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_shops(
    db: &impl ConnectionTrait,
    shops: &[ShopId],
    since: Date,
) -> Result<Vec<Visit>> {
    Ok(Entity::find()
        .filter(Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .filter(Column::Day.gte(since.to_string()))
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
