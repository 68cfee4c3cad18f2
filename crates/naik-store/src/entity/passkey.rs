//! A key that stays in someone's phone, as far as we know it: its public half.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "passkey")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person.
    pub person_id: Uuid,
    /// What the phone calls it, in hexadecimal.
    #[sea_orm(unique)]
    pub credential_id: String,
    /// The relying-party id that it was made for: a domain.
    pub rp_id: String,
    /// Its public half and what never changes about it, in hexadecimal.
    pub public_key: String,
    /// What changes as it is used, in hexadecimal.
    pub state: String,
    /// How often it was used, as it says itself; 0 for keys that do not count.
    pub counter: i64,
    /// How a browser may reach it, as the bits of the library; only a hint.
    pub transports: i32,
    /// Its name, as people read it.
    pub name: String,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds.
    pub used_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
