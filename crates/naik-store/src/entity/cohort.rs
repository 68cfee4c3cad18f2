//! One run of a programme.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "cohort")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What it is a run of.
    pub programme_id: Uuid,
    /// Its first day, as a date.
    pub start: String,
    /// The first day on which one may apply.
    pub opens: String,
    /// The last day on which one may apply.
    pub closes: String,
    /// How many shops it takes.
    pub places: i32,
    /// Whether a lottery chooses.
    pub lottery: bool,
    /// Version of its plan.
    pub plan: i32,
    /// The published notice and draw, as JSON.
    pub draw: Option<String>,
    /// Where the figure of its lottery will come from.
    #[sea_orm(column_type = "Text", nullable)]
    pub source: Option<String>,
    /// When that was said, in Unix milliseconds.
    pub source_at: Option<i64>,
    /// Grows with each change.
    pub revision: i32,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
