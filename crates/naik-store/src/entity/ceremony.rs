//! A challenge that a passkey is asked to sign, until it is answered.

use sea_orm::entity::prelude::*;

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ceremony")]
pub struct Model {
    /// The challenge, in hexadecimal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub challenge: String,
    /// What it is for.
    pub purpose: String,
    /// Who was asked: `person:…` or `guest:…`.
    pub actor: String,
    /// What its answer is checked against, in hexadecimal.
    pub state: String,
    /// Unix milliseconds.
    pub expires_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
