//! Where shops stood when they were last reckoned: pages of many shops read it instead of folding every history.

use std::collections::HashMap;

use naik_core::id::{ShopId, Uuid};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::entity::event;
pub use crate::entity::glance::Model as Glance;
use crate::entity::glance::{ActiveModel, Column, Entity};
use crate::error::Result;

/// What is kept of these shops.
///
/// # Errors
/// When the database refuses.
pub async fn of_shops(
    db: &impl ConnectionTrait,
    shops: &[ShopId],
) -> Result<HashMap<Uuid, Glance>> {
    let rows = Entity::find()
        .filter(Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.shop_id, row)).collect())
}

/// How many events the histories of these shops have: a history only grows, so that as many are the same.
///
/// # Errors
/// When the database refuses.
pub async fn events(db: &impl ConnectionTrait, shops: &[ShopId]) -> Result<HashMap<Uuid, i64>> {
    let rows: Vec<(Uuid, i64)> = event::Entity::find()
        .select_only()
        .column(event::Column::ShopId)
        .column_as(event::Column::ShopId.count(), "events")
        .filter(event::Column::ShopId.is_in(shops.iter().map(|shop| shop.0)))
        .group_by(event::Column::ShopId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Keeps what was reckoned; the last one counts.
///
/// # Errors
/// When the database refuses.
pub async fn keep(db: &impl ConnectionTrait, rows: Vec<Glance>) -> Result<()> {
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let part: Vec<ActiveModel> = rows.by_ref().take(500).map(ActiveModel::from).collect();
        let known = OnConflict::column(Column::ShopId)
            .update_columns([Column::Day, Column::Events, Column::Level, Column::Told])
            .to_owned();
        Entity::insert_many(part)
            .on_conflict(known)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}
