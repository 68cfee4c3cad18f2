//! A sale of a shop.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "sale")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    pub shop_id: Uuid,
    /// The product, while the shop has it.
    pub product_id: Option<Uuid>,
    /// What was sold, as it was called then.
    pub product: String,
    /// Where it was sold.
    pub channel: String,
    /// ISO 8601, as the shop's clock showed it.
    pub day: String,
    /// 0 to 23.
    pub hour: Option<i32>,
    /// Rupiah.
    pub amount: i64,
    /// Pieces.
    pub quantity: i32,
    /// What tells it from every other sale of the shop.
    pub key: String,
    /// The file that it came with.
    pub batch_id: Option<Uuid>,
    /// The later file that says that nothing was sold: it counts nowhere while that file stands.
    pub cancelled_by: Option<Uuid>,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
