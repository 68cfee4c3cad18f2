//! What a shop tells its neighbours, and where it stands at a glance.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, boolean, integer, integer_null, string, text, uuid};

use super::shape::{belongs, index, make, new};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            new("neighbour")
                .col(uuid("shop_id").primary_key())
                .col(integer_null("latitude"))
                .col(integer_null("longitude"))
                .col(string("category"))
                .col(text("makes"))
                .col(text("needs"))
                .col(boolean("resells"))
                .col(boolean("delivers"))
                .col(boolean("wants_courier"))
                .col(integer("revision"))
                .col(big_integer("updated_at"))
                .foreign_key(&mut belongs("neighbour", "shop_id", "shop"))
                .to_owned(),
            new("glance")
                .col(uuid("shop_id").primary_key())
                .col(string("day"))
                .col(big_integer("events"))
                .col(integer_null("level"))
                .col(text("told"))
                .foreign_key(&mut belongs("glance", "shop_id", "shop"))
                .to_owned(),
        ];
        let indexes = [index("neighbour", &["latitude", "longitude"], false)];
        make(manager, tables, indexes).await
    }
}
