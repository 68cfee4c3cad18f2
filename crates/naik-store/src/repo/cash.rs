//! Cash books of shops.

use jiff::civil::Date;
use naik_core::cash::{Line, Way};
use naik_core::id::{CashId, ShopId};
use naik_core::money::Rupiah;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::one;
use super::sale::Days;
use crate::entity::cash::{ActiveModel, Column, Entity, Model};
use crate::error::{Result, StoreError};

/// Lines of one stretch of days that are read, at most.
const MOST: u64 = 10_000;

fn line(row: Model) -> Result<(CashId, Line)> {
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
