//! A business.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "shop")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its name, as people read it.
    pub name: String,
    /// Code of `Area`.
    pub area: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Made by the demonstration and removable with it.
    pub demo: bool,
}

impl ActiveModelBehavior for ActiveModel {}
