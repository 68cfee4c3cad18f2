//! A photo of a product.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "photo")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The product.
    pub product_id: Uuid,
    /// Place in the row of photos, from 0.
    pub position: i32,
    /// Its name, as people read it.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal: its address among the files.
    pub sha256: String,
    /// Its size.
    pub bytes: i64,
    /// Pixels, upright.
    pub width: i32,
    /// Pixels, upright.
    pub height: i32,
    /// What the owner drew to keep and to remove, as JSON.
    #[sea_orm(column_type = "Text", nullable)]
    pub strokes: Option<String>,
    /// Unix milliseconds.
    pub added_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
