//! Work for a worker.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "job")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What kind of work.
    pub kind: String,
    /// To what.
    pub subject: Uuid,
    /// What it needs to know, as JSON.
    #[sea_orm(column_type = "Text")]
    pub payload: String,
    /// Where it stands.
    pub state: String,
    /// How often it was begun.
    pub attempts: i32,
    /// How often it may be begun.
    pub most: i32,
    /// Unix milliseconds.
    pub run_at: i64,
    /// Which worker has it.
    pub holder: Option<String>,
    /// Unix milliseconds.
    pub beat_at: Option<i64>,
    /// What it is at.
    pub step: String,
    /// Parts made.
    pub done: i32,
    /// Parts to make.
    pub total: i32,
    /// Whether its owner wants it stopped.
    pub cancel: bool,
    /// Why it could not be made, as a message.
    #[sea_orm(column_type = "Text", nullable)]
    pub error: Option<String>,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds.
    pub ended_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
