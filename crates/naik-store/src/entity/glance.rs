//! Where a shop stood when it was last reckoned: it can be reckoned anew at any time.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "glance")]
pub struct Model {
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_id: Uuid,
    /// For which day, as a date.
    pub day: String,
    /// How many events its history had.
    pub events: i64,
    /// Number of its level.
    pub level: Option<i32>,
    /// The rest, as JSON.
    #[sea_orm(column_type = "Text")]
    pub told: String,
}

impl ActiveModelBehavior for ActiveModel {}
