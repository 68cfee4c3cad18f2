//! Figures of cohorts in all their versions with what each shop brought to them, badges, and the keys that sign them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, string, string_null, text, text_null, uuid,
};

use super::shape::{belongs, index, make, new};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes = [
            index("growth_shop", &["shop_id"], false),
            index("badge", &["shop_id", "about", "since"], true),
            index("badge", &["revoked_at"], false),
        ];
        make(manager, tables(), indexes).await
    }
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        new("growth")
            .col(uuid("cohort_id"))
            .col(integer("version"))
            .col(big_integer("computed_at"))
            .col(string("digest"))
            .col(text("figures"))
            .primary_key(Index::create().col("cohort_id").col("version"))
            .foreign_key(&mut belongs("growth", "cohort_id", "cohort"))
            .to_owned(),
        new("growth_shop")
            .col(uuid("cohort_id"))
            .col(integer("version"))
            .col(uuid("shop_id"))
            .col(text("record"))
            .primary_key(
                Index::create()
                    .col("cohort_id")
                    .col("version")
                    .col("shop_id"),
            )
            .foreign_key(&mut belongs("growth_shop", "cohort_id", "cohort"))
            .foreign_key(&mut belongs("growth_shop", "shop_id", "shop"))
            .to_owned(),
        new("badge_key")
            .col(string("public").primary_key())
            .col(string_null("secret"))
            .col(big_integer("created_at"))
            .col(big_integer_null("retired_at"))
            .to_owned(),
        new("badge")
            .col(uuid("id").primary_key())
            .col(uuid("shop_id"))
            .col(string("about"))
            .col(string("since"))
            .col(string_null("until"))
            .col(string("salt"))
            .col(boolean("named"))
            .col(boolean("proofs"))
            .col(text("document"))
            .col(big_integer("issued_at"))
            .col(big_integer_null("revoked_at"))
            .col(text_null("reason"))
            .foreign_key(&mut belongs("badge", "shop_id", "shop"))
            .to_owned(),
    ]
}
