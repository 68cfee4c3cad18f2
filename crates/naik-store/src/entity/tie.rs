//! A tie between two shops.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "tie")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Word of `Kind`.
    pub kind: String,
    /// Who offered.
    pub from_shop: Uuid,
    /// Who was asked.
    pub to_shop: Uuid,
    /// Word of `State`.
    pub state: String,
    /// Which shop confirmed first.
    pub half: Option<Uuid>,
    /// When it came to stand there, as a date.
    pub since: String,
    /// Grows with each change.
    pub revision: i32,
}

impl ActiveModelBehavior for ActiveModel {}
