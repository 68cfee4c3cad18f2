//! One version of what a programme does week by week; never changed.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "plan")]
pub struct Model {
    /// The programme.
    #[sea_orm(primary_key, auto_increment = false)]
    pub programme_id: Uuid,
    /// From 1 on.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// Themes as JSON.
    pub themes: String,
    /// Who wrote it; none for the one that the program brings.
    pub author: Option<Uuid>,
    /// When, as a date.
    pub day: Option<String>,
    /// Why it was changed.
    pub why: String,
}

impl ActiveModelBehavior for ActiveModel {}
