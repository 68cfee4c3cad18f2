//! Words that a shop lets pass in comments, receipts of erasures, and a quick look at who touched what.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, string, uuid};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let words = Table::create()
            .table("allowed_word")
            .col(uuid("shop_id"))
            .col(string("word"))
            .col(big_integer("added_at"))
            .primary_key(Index::create().col("shop_id").col("word"))
            .foreign_key(
                ForeignKey::create()
                    .from("allowed_word", "shop_id")
                    .to("shop", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(words).await?;
        let erasures = Table::create()
            .table("erasure")
            .col(string("number").primary_key())
            .col(big_integer("at"))
            .col(integer("shops"))
            .col(integer("products"))
            .col(integer("files"))
            .col(big_integer_null("backup_at"))
            .to_owned();
        manager.create_table(erasures).await?;
        let subjects = Index::create()
            .name("audit_subject")
            .table("audit")
            .col("subject")
            .to_owned();
        manager.create_index(subjects).await
    }
}
