//! Where a shop's page was before, sales that a later file takes back, and what else a receipt of an erasure counts.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, string, uuid, uuid_null};

use super::shape::{belongs, index, make, new};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// What a receipt counts beside shops, products and files.
const COUNTED: [&str; 4] = ["sales", "cash", "storefronts", "programme"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let past = new("past_slug")
            .col(string("slug").primary_key())
            .col(uuid("shop_id"))
            .col(big_integer("since"))
            .foreign_key(&mut belongs("past_slug", "shop_id", "shop"))
            .to_owned();
        make(manager, [past], [index("past_slug", &["shop_id"], false)]).await?;
        // SQLite adds one column at a time.
        let sale = Table::alter()
            .table("sale")
            .add_column(uuid_null("cancelled_by"))
            .to_owned();
        manager.alter_table(sale).await?;
        for column in COUNTED {
            let table = Table::alter()
                .table("erasure")
                .add_column(integer(column).default(0))
                .to_owned();
            manager.alter_table(table).await?;
        }
        Ok(())
    }
}
