//! Cash books of shops.

use jiff::civil::Date;
use naik_core::cash::{Line, Way};
use naik_core::id::{CashId, ShopId};
use naik_core::money::Rupiah;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::sale::Days;
use super::{one, past};
pub use crate::entity::cash::Model as Row;
use crate::entity::cash::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// Lines of one stretch of days that are read, at most.
const MOST: u64 = 10_000;

fn line(row: Row) -> Result<(CashId, Line)> {
    let damaged = StoreError::Damaged("cash");
    let Ok(day) = row.day.parse::<Date>() else {
        return Err(damaged);
    };
    let Some(way) = Way::parse(&row.way) else {
        return Err(damaged);
    };
    let line = Line {
        day,
        way,
        amount: Rupiah::new(u64::try_from(row.amount).unwrap_or(0)),
        what: row.what,
    };
    Ok((CashId(row.id), line))
}

/// Adds a line.
///
/// # Errors
/// When the database refuses.
pub async fn add(
    db: &impl ConnectionTrait,
    shop: ShopId,
    id: CashId,
    line: &Line,
    now: i64,
) -> Result<()> {
    Entity::insert(ActiveModel {
        id: Set(id.0),
        shop_id: Set(shop.0),
        day: Set(line.day.to_string()),
        way: Set(line.way.key().to_owned()),
        amount: Set(i64::try_from(line.amount.amount()).unwrap_or(i64::MAX)),
        what: Set(line.what.clone()),
        created_at: Set(now),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// Lines of some days, the last first.
///
/// # Errors
/// When the database refuses.
pub async fn list(
    db: &impl ConnectionTrait,
    shop: ShopId,
    days: Days,
) -> Result<Vec<(CashId, Line)>> {
    let rows = Entity::find()
        .filter(Column::ShopId.eq(shop.0))
        .filter(Column::Day.gte(days.first.to_string()))
        .filter(Column::Day.lte(days.last.to_string()))
        .order_by_desc(Column::Day)
        .order_by_desc(Column::Id)
        .limit(MOST)
        .all(db)
        .await?;
    rows.into_iter().map(line).collect()
}

/// The lines after a place in the book, the first day first: for whoever reads them all, part by part.
///
/// # Errors
/// When the database refuses.
pub async fn after(
    db: &impl ConnectionTrait,
    shop: ShopId,
    place: Option<&(String, Uuid)>,
    most: u64,
) -> Result<Vec<Row>> {
    let mut all = Entity::find().filter(Column::ShopId.eq(shop.0));
    if let Some(place) = place {
        all = all.filter(past((Column::Day, Column::Id), place));
    }
    Ok(all
        .order_by_asc(Column::Day)
        .order_by_asc(Column::Id)
        .limit(most)
        .all(db)
        .await?)
}

/// Takes a line back.
///
/// # Errors
/// `Missing` when the shop has no such line.
pub async fn remove(db: &impl ConnectionTrait, shop: ShopId, id: CashId) -> Result<()> {
    let done = Entity::delete_many()
        .filter(Column::ShopId.eq(shop.0))
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}
