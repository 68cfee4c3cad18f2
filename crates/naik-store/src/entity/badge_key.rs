//! A key that signs badges, or signed them once.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "badge_key")]
pub struct Model {
    /// Its public half, as it is published.
    #[sea_orm(primary_key, auto_increment = false)]
    pub public: String,
    /// Its secret half; gone once it is retired.
    pub secret: Option<String>,
    /// Unix milliseconds.
    pub created_at: i64,
    /// When another took its place.
    pub retired_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
