//! One version of a cohort's figures; never changed.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "growth")]
pub struct Model {
    /// The cohort.
    #[sea_orm(primary_key, auto_increment = false)]
    pub cohort_id: Uuid,
    /// From 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// Unix milliseconds.
    pub computed_at: i64,
    /// SHA-256 of what they were made of.
    pub digest: String,
    /// The figures, as JSON.
    pub figures: String,
}

impl ActiveModelBehavior for ActiveModel {}
