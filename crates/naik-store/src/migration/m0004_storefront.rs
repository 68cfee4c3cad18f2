//! What a shop shows to everyone: its address, its hours, its colour, and which of its products.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, string, string_null, text, text_null, uuid,
};

use super::shape::{belongs, index, new};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                new("storefront")
                    .col(uuid("shop_id").primary_key())
                    .col(string("slug").unique_key())
                    .col(boolean("open"))
                    .col(big_integer_null("withdrawn_at"))
                    .col(text("about"))
                    .col(string_null("whatsapp"))
                    .col(text_null("qris"))
                    .col(string("color"))
                    .col(text("hours"))
                    .col(integer("revision"))
                    .col(big_integer("updated_at"))
                    .foreign_key(&mut belongs("storefront", "shop_id", "shop"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                new("shelf")
                    .col(uuid("product_id").primary_key())
                    .col(uuid("shop_id"))
                    .col(string("slug"))
                    .col(integer("position"))
                    .foreign_key(&mut belongs("shelf", "product_id", "product"))
                    .foreign_key(&mut belongs("shelf", "shop_id", "shop"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index("shelf", &["shop_id", "slug"], true))
            .await
    }
}
