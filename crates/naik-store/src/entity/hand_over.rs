//! A wish that another mentor takes a shop, and what its owner said.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "hand_over")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    pub shop_id: Uuid,
    /// Who accompanies it until then.
    pub from_mentor: Option<Uuid>,
    /// Who is to accompany it.
    pub to_mentor: Uuid,
    /// Who asked.
    pub asked_by: Uuid,
    /// Why.
    pub why: String,
    /// `asked`, `agreed`, `declined`, `withdrawn`.
    pub state: String,
    /// Who answered, or took it back.
    pub answered_by: Option<Uuid>,
    /// When, in Unix milliseconds.
    pub answered_at: Option<i64>,
    /// Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
