//! A file of a kit.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "kit_file")]
pub struct Model {
    /// The kit.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kit_id: Uuid,
    /// Its path.
    #[sea_orm(primary_key, auto_increment = false)]
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal: its address among the files.
    pub sha256: String,
    /// Its size.
    pub bytes: i64,
}

impl ActiveModelBehavior for ActiveModel {}
