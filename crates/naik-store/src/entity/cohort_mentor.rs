//! Who accompanies in a cohort.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "cohort_mentor")]
pub struct Model {
    /// The cohort.
    #[sea_orm(primary_key, auto_increment = false)]
    pub cohort_id: Uuid,
    /// The mentor.
    #[sea_orm(primary_key, auto_increment = false)]
    pub mentor_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
