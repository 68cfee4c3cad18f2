//! One shop in one cohort.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "enrolment")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The cohort.
    pub cohort_id: Uuid,
    /// The shop.
    pub shop_id: Uuid,
    /// Its number in a published list.
    pub ticket: String,
    /// When it applied, as a date.
    pub applied: String,
    /// Word of `State`.
    pub state: String,
    /// Its place in the order of the draw.
    pub rank: Option<i32>,
    /// Who accompanies it.
    pub mentor_id: Option<Uuid>,
    /// Grows with each change.
    pub revision: i32,
}

impl ActiveModelBehavior for ActiveModel {}
