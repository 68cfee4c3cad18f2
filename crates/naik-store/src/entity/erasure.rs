//! That something was erased: a number, a day and how much, and nothing by which anyone could be known.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "erasure")]
pub struct Model {
    /// The number of the receipt; made by chance, it leads to nobody.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: String,
    /// When, in Unix milliseconds.
    pub at: i64,
    /// Shops.
    pub shops: i32,
    /// Products.
    pub products: i32,
    /// Files.
    pub files: i32,
    /// Sales.
    #[serde(default)]
    pub sales: i32,
    /// Lines of cash books.
    #[serde(default)]
    pub cash: i32,
    /// Storefronts.
    #[serde(default)]
    pub storefronts: i32,
    /// Rows of programmes: enrolments, evidence with its marks, events, visits, ties.
    #[serde(default)]
    pub programme: i32,
    /// When the last backup before it was made, in Unix milliseconds.
    pub backup_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
