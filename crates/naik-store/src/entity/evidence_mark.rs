//! By what a piece of evidence is found again: its file, or a part of how its photo looks.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "evidence_mark")]
pub struct Model {
    /// The evidence.
    #[sea_orm(primary_key, auto_increment = false)]
    pub evidence_id: Uuid,
    /// The mark.
    #[sea_orm(primary_key, auto_increment = false)]
    pub mark: String,
}

impl ActiveModelBehavior for ActiveModel {}
