//! Receipts no longer say with which status something was answered.

use sea_orm_migration::prelude::*;

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::alter()
            .table("receipt")
            .drop_column("status")
            .to_owned();
        manager.alter_table(table).await
    }
}
