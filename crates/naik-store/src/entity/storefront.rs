//! What a shop shows to everyone.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "storefront")]
pub struct Model {
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_id: Uuid,
    /// Its address.
    pub slug: String,
    /// Whether everyone may see it.
    pub open: bool,
    /// Since when it is gone for good; Unix milliseconds.
    pub withdrawn_at: Option<i64>,
    /// A few words about it.
    #[sea_orm(column_type = "Text")]
    pub about: String,
    /// Digits for orders.
    pub whatsapp: Option<String>,
    /// The text of its printed payment code.
    #[sea_orm(column_type = "Text", nullable)]
    pub qris: Option<String>,
    /// `#rrggbb`.
    pub color: String,
    /// Opening hours as JSON.
    #[sea_orm(column_type = "Text")]
    pub hours: String,
    /// Counts changes, so that two people never overwrite each other.
    pub revision: i32,
    /// Unix milliseconds.
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
