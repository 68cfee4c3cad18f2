//! One version of a product's kit.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "kit")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The product.
    pub product_id: Uuid,
    /// 1, 2, 3 ... within a product.
    pub number: i32,
    /// The version that it was made from.
    pub origin: Option<Uuid>,
    /// What was asked for: the whole, a part, another text.
    pub reason: String,
    /// Where it stands.
    pub state: String,
    /// `kit.json`.
    #[sea_orm(column_type = "Text", nullable)]
    pub record: Option<String>,
    /// Why it could not be made, as a message.
    #[sea_orm(column_type = "Text", nullable)]
    pub error: Option<String>,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds.
    pub made_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
