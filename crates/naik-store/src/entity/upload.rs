//! A photo on its way, chunk by chunk.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "upload")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The product.
    pub product_id: Uuid,
    /// The client's key: the same key is the same submission.
    pub key: String,
    /// Its name, as people read it.
    pub name: String,
    /// Bytes of the whole photo.
    pub size: i64,
    /// Bytes that have arrived.
    pub received: i64,
    /// The photo.
    pub photo_id: Option<Uuid>,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
