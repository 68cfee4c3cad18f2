//! A product that a shop shows to everyone.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "shelf")]
pub struct Model {
    /// The product.
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: Uuid,
    /// The shop.
    pub shop_id: Uuid,
    /// Its address below the shop's.
    pub slug: String,
    /// Its place, from 0.
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
