//! A form that was sent after its session had ended, kept until its owner is back.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "parked")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who: `person:…`, `guest:…` or `system`.
    pub actor: String,
    /// Its path.
    pub path: String,
    /// What was typed, as JSON.
    #[sea_orm(column_type = "Text")]
    pub fields: String,
    /// Unix milliseconds.
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
