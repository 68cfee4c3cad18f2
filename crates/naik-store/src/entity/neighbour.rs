//! What a shop tells its neighbours: where it is, what it makes, what it needs.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "neighbour")]
pub struct Model {
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_id: Uuid,
    /// Millionths of a degree, north positive.
    pub latitude: Option<i32>,
    /// Millionths of a degree, east positive.
    pub longitude: Option<i32>,
    /// Word of `Category`.
    pub category: String,
    /// A JSON list of goods.
    #[sea_orm(column_type = "Text")]
    pub makes: String,
    /// A JSON list of goods.
    #[sea_orm(column_type = "Text")]
    pub needs: String,
    /// Sells what others make.
    pub resells: bool,
    /// Delivers for others.
    pub delivers: bool,
    /// Looks for someone who delivers.
    pub wants_courier: bool,
    /// Counts changes, so that two people never overwrite each other.
    pub revision: i32,
    /// Unix milliseconds.
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
