//! What a shop sold, its cash book, what its products cost, and order files that wait for a decision.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, integer, integer_null, string, text, text_null, uuid, uuid_null,
};

use super::shape::{belongs, index, make, new};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes = [
            index("sale", &["shop_id", "key"], true),
            index("sale", &["shop_id", "day"], false),
            index("sale", &["batch_id"], false),
            index("sale", &["product_id"], false),
            index("cash", &["shop_id", "day"], false),
            index("order_file", &["shop_id"], false),
        ];
        make(manager, tables(), indexes).await
    }
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        new("sale")
            .col(uuid("id").primary_key())
            .col(uuid("shop_id"))
            .col(uuid_null("product_id"))
            .col(string("product"))
            .col(string("channel"))
            .col(string("day"))
            .col(integer_null("hour"))
            .col(big_integer("amount"))
            .col(integer("quantity"))
            .col(string("key"))
            .col(uuid_null("batch_id"))
            .col(big_integer("created_at"))
            .foreign_key(&mut belongs("sale", "shop_id", "shop"))
            // What was sold stays sold when its product goes.
            .foreign_key(
                ForeignKey::create()
                    .from("sale", "product_id")
                    .to("product", "id")
                    .on_delete(ForeignKeyAction::SetNull),
            )
            .to_owned(),
        new("cash")
            .col(uuid("id").primary_key())
            .col(uuid("shop_id"))
            .col(string("day"))
            .col(string("way"))
            .col(big_integer("amount"))
            .col(string("what"))
            .col(big_integer("created_at"))
            .foreign_key(&mut belongs("cash", "shop_id", "shop"))
            .to_owned(),
        new("cost")
            .col(uuid("product_id").primary_key())
            .col(text("cost"))
            .col(integer("revision"))
            .col(big_integer("updated_at"))
            .foreign_key(&mut belongs("cost", "product_id", "product"))
            .to_owned(),
        new("order_file")
            .col(uuid("id").primary_key())
            .col(uuid("shop_id"))
            .col(string("name"))
            .col(string("sha256"))
            .col(string("channel"))
            .col(text_null("mapping"))
            .col(big_integer("created_at"))
            .foreign_key(&mut belongs("order_file", "shop_id", "shop"))
            .to_owned(),
    ]
}
