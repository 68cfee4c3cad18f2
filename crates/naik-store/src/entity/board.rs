//! One version of a cohort in numbers; never changed.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "board")]
pub struct Model {
    /// The cohort.
    #[sea_orm(primary_key, auto_increment = false)]
    pub cohort_id: Uuid,
    /// From 1 on.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// The day of which it speaks, as a date.
    pub day: String,
    /// The numbers as JSON.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// When they were reckoned, in Unix milliseconds.
    pub made_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
