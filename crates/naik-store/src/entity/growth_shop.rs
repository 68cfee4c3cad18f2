//! What a shop brought to a version of its cohort's figures.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "growth_shop")]
pub struct Model {
    /// The cohort.
    #[sea_orm(primary_key, auto_increment = false)]
    pub cohort_id: Uuid,
    /// The version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_id: Uuid,
    /// Its record, as JSON.
    pub record: String,
}

impl ActiveModelBehavior for ActiveModel {}
