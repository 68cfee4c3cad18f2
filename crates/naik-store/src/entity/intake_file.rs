//! A list of shops that waits until whoever sent it has decided about it.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "intake_file")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The cohort that the shops are to apply to.
    pub cohort_id: Uuid,
    /// Who sent it.
    pub person_id: Uuid,
    /// Its name, as people read it.
    pub name: String,
    /// Its address among the files.
    pub sha256: String,
    /// Which column means what, as JSON.
    #[sea_orm(column_type = "Text", nullable)]
    pub mapping: Option<String>,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
