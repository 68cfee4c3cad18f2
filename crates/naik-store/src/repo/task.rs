//! What shops said became of their weeks' tasks.

use jiff::civil::Date;
use naik_core::id::{PersonId, ShopId};
use naik_core::programme::task::{Outcome, Past};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::date_of;
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
    Entity::insert(ActiveModel {
        shop_id: Set(shop.0),
        monday: Set(told.monday.to_string()),
        task: Set(told.task.clone()),
        outcome: Set(word(told.outcome).to_owned()),
        told_by: Set(by.0),
        created_at: Set(now),
    })
    .on_conflict(again)
    .exec_without_returning(db)
    .await?;
    Ok(())
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
