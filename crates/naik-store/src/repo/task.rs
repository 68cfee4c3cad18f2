//! What shops said became of their weeks' tasks.

use std::collections::HashMap;

use jiff::civil::Date;
use naik_core::id::{PersonId, ShopId, Uuid};
use naik_core::programme::task::{Outcome, Past};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{date_of, insert_all};
use crate::entity::task::{ActiveModel, Column, Entity};
use crate::error::{Result, StoreError};

/// Keeps what became of a week's task; whoever says it later is right.
///
/// # Errors
/// When the database refuses.
pub async fn tell(
    db: &impl ConnectionTrait,
    shop: ShopId,
    told: &Past,
    by: PersonId,
    now: i64,
) -> Result<()> {
    let again = OnConflict::columns([Column::ShopId, Column::Monday])
        .update_columns([
            Column::Task,
            Column::Outcome,
            Column::ToldBy,
            Column::CreatedAt,
        ])
        .to_owned();
    Entity::insert(row(shop, told, by, now))
        .on_conflict(again)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Keeps what became of weeks of which nothing was said, each with the time at which it was told, in Unix milliseconds.
///
/// # Errors
/// `Taken` when something was said of one.
pub async fn tell_all(
    db: &impl ConnectionTrait,
    shop: ShopId,
    told: &[(&Past, i64)],
    by: PersonId,
) -> Result<()> {
    let rows = told.iter().map(|(past, at)| row(shop, past, by, *at));
    insert_all(db, rows.collect()).await
}

fn row(shop: ShopId, told: &Past, by: PersonId, at: i64) -> ActiveModel {
    ActiveModel {
        shop_id: Set(shop.0),
        monday: Set(told.monday.to_string()),
        task: Set(told.task.clone()),
        outcome: Set(word(told.outcome).to_owned()),
        told_by: Set(by.0),
        created_at: Set(at),
    }
}

/// What a shop said of its tasks, week by week.
///
/// # Errors
/// When the database refuses.
pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<Past>> {
    let rows = Entity::find()
        .filter(Column::ShopId.eq(shop.0))
        .order_by_asc(Column::Monday)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Past {
                monday: date_of(&row.monday, "task")?,
                task: row.task,
                outcome: outcome(&row.outcome).ok_or(StoreError::Damaged("task"))?,
            })
        })
        .collect()
}

/// How many tasks each of these shops said that it skipped since it last did one; those that skipped none are left out.
///
/// # Errors
/// When the database refuses, or a row can't be read.
pub async fn skipped(db: &impl ConnectionTrait, shops: &[ShopId]) -> Result<HashMap<ShopId, u32>> {
    let rows: Vec<(Uuid, String)> = Entity::find()
        .select_only()
        .columns([Column::ShopId, Column::Outcome])
        .filter(Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .order_by_asc(Column::ShopId)
        .order_by_asc(Column::Monday)
        .into_tuple()
        .all(db)
        .await?;
    let mut found: HashMap<ShopId, u32> = HashMap::new();
    for (shop, word) in rows {
        match outcome(&word).ok_or(StoreError::Damaged("task"))? {
            Outcome::Skipped => *found.entry(ShopId(shop)).or_default() += 1,
            Outcome::Done => {
                found.remove(&ShopId(shop));
            }
        }
    }
    Ok(found)
}

/// Takes back what was said of one week.
///
/// # Errors
/// When the database refuses.
pub async fn untell(db: &impl ConnectionTrait, shop: ShopId, monday: Date) -> Result<()> {
    Entity::delete_by_id((shop.0, monday.to_string()))
        .exec(db)
        .await?;
    Ok(())
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "done",
        Outcome::Skipped => "skipped",
    }
}

fn outcome(word: &str) -> Option<Outcome> {
    [Outcome::Done, Outcome::Skipped]
        .into_iter()
        .find(|outcome| self::word(*outcome) == word)
}
