//! Someone with an account.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "person")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its name, as people read it.
    pub name: String,
    /// Telephone number or e-mail address in its one comparable form.
    #[sea_orm(unique)]
    pub contact: String,
    /// `phone` or `email`.
    pub contact_kind: String,
    /// Word of `Role`.
    pub role: String,
    /// Code of `Area`.
    pub area: String,
    /// BCP 47 code.
    pub lang: String,
    /// Argon2id, in PHC form; none for people who come by card alone.
    pub password: Option<String>,
    /// Wrong passwords in a row.
    pub failures: i32,
    /// Unix milliseconds.
    pub locked_until: Option<i64>,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Made by the demonstration and removable with it.
    pub demo: bool,
}

impl ActiveModelBehavior for ActiveModel {}
