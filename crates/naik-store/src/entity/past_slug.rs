//! An address at which a shop's page stood before.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "past_slug")]
pub struct Model {
    /// The address.
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    /// The shop.
    pub shop_id: Uuid,
    /// When it moved away, in Unix milliseconds.
    pub since: i64,
}

impl ActiveModelBehavior for ActiveModel {}
