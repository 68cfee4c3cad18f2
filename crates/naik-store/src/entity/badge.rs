//! A badge that a shop was given.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "badge")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose it is.
    pub shop_id: Uuid,
    /// `level-3`, or `programme-` and the cohort's id.
    pub about: String,
    /// Since when it holds, as a date.
    pub since: String,
    /// The last day on which it holds.
    pub until: Option<String>,
    /// Hides who its holder is.
    pub salt: String,
    /// Whether its owner lets the shop be named.
    pub named: bool,
    /// Whether its owner lets what proves it be named.
    pub proofs: bool,
    /// The signed credential, as JSON.
    pub document: String,
    /// When it was signed last, in Unix milliseconds.
    pub issued_at: i64,
    /// When it was taken back.
    pub revoked_at: Option<i64>,
    /// Why.
    pub reason: Option<String>,
    /// The number of its certificate, without hyphens.
    #[serde(default)]
    pub number: String,
}

impl ActiveModelBehavior for ActiveModel {}
