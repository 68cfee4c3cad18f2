//! Words and names whose comments a shop lets pass.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "allowed_word")]
pub struct Model {
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_id: Uuid,
    /// A word in small letters, or a writer's name with its `@`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub word: String,
    /// Unix milliseconds.
    pub added_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
