//! What an organisation offers, again and again.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "programme")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who runs it.
    pub organisation_id: Uuid,
    /// Its name, as people read it.
    pub name: String,
    /// Code of `Area`.
    pub area: String,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
