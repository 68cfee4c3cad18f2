//! What was answered to a submission, so that sending it twice has the effect of once.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "receipt")]
pub struct Model {
    /// Who: `person:…`, `guest:…` or `system`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub actor: String,
    /// The client's key: the same key is the same submission.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// Digest of what was asked, so that a key is never used for something else.
    pub request: String,
    /// What was answered: a place to go to, or a body.
    #[sea_orm(column_type = "Text")]
    pub answer: String,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
