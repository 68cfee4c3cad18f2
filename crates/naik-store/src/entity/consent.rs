//! What a person agreed to or took back, one row for each time.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "consent")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person.
    pub person_id: Uuid,
    /// Word of `Purpose`.
    pub purpose: String,
    /// Whether it was given or taken back.
    pub given: bool,
    /// Version of the text that was agreed to.
    pub wording: i32,
    /// When, in Unix milliseconds.
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
