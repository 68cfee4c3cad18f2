//! Who accompanies which shop.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "mentoring")]
pub struct Model {
    /// The mentor.
    #[sea_orm(primary_key, auto_increment = false)]
    pub mentor_id: Uuid,
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_id: Uuid,
    /// Unix milliseconds.
    pub since: i64,
}

impl ActiveModelBehavior for ActiveModel {}
