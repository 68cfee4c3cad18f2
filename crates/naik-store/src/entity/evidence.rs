//! What a shop showed; never changed.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "evidence")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose it is.
    pub shop_id: Uuid,
    /// Word of `Kind`.
    pub kind: String,
    /// The day of which it speaks, as a date.
    pub day: String,
    /// Who sent it.
    pub sender: Uuid,
    /// What it is about.
    pub subject: String,
    /// Where it is from.
    pub place: String,
    /// How many.
    pub units: i64,
    /// How much, in rupiah.
    pub amount: Option<i64>,
    /// Its own last day, as a date.
    pub until: Option<String>,
    /// `file:`, `look:`, or `photo:` with both, and hexadecimal letters.
    pub fingerprint: Option<String>,
    /// Address of its file.
    pub file: Option<String>,
    /// When it was sent, in Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
