//! An order file that waits until its owner has decided about it.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "order_file")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    pub shop_id: Uuid,
    /// Its name, as people read it.
    pub name: String,
    /// Its address among the files.
    pub sha256: String,
    /// Where the sales were made, when the file does not say.
    pub channel: String,
    /// Which column means what, as JSON.
    #[sea_orm(column_type = "Text", nullable)]
    pub mapping: Option<String>,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
