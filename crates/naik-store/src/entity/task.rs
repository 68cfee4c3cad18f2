//! What a shop said became of a week's task.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "task")]
pub struct Model {
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_id: Uuid,
    /// The Monday of its week, as a date.
    #[sea_orm(primary_key, auto_increment = false)]
    pub monday: String,
    /// The task's key.
    pub task: String,
    /// `done`, `skipped`.
    pub outcome: String,
    /// Who said so.
    pub told_by: Uuid,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
