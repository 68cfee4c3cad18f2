//! A mentor's visit.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "visit")]
pub struct Model {
    /// Its id, made on the mentor's phone.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    pub shop_id: Uuid,
    /// The mentor.
    pub mentor_id: Uuid,
    /// The day, as a date.
    pub day: String,
    /// `planned`, `done`, `missed`.
    pub state: String,
    /// What it was about: key of a theme or a task.
    pub topic: String,
    /// What was seen.
    pub note: String,
    /// The next step.
    pub next: String,
    /// Address of its photo.
    pub file: Option<String>,
    /// Visits of one way share it.
    pub group_id: Option<Uuid>,
    /// Grows with each change.
    pub revision: i32,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
