//! What happened in a shop's history; never changed.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "event")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    pub shop_id: Uuid,
    /// The day in the shop's own zone, as a date.
    pub day: String,
    /// Who did it.
    pub actor: Uuid,
    /// `sent`, `accepted`, `refused`, `withdrawn`, `checked`, `confirmed`, `revoked`.
    pub what: String,
    /// About which evidence.
    pub evidence_id: Option<Uuid>,
    /// About which level.
    pub level: Option<i32>,
    /// Why.
    pub why: String,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
