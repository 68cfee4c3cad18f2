//! What a shop sells, or a guest drafts.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "product")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    pub shop_id: Option<Uuid>,
    /// The guest.
    pub guest_id: Option<Uuid>,
    /// Its name, as people read it.
    pub name: String,
    /// `Facts` as JSON.
    #[sea_orm(column_type = "Text")]
    pub facts: String,
    /// The kit.
    pub kit_id: Option<Uuid>,
    /// Counts changes, so that two tabs never overwrite each other.
    pub revision: i32,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds.
    pub updated_at: i64,
    /// Unix milliseconds.
    pub expires_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
