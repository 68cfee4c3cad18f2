//! Indexes for what the sweep asks: whether anything needs a file, and what has ended.

use sea_orm_migration::prelude::*;

use super::shape::{index, make};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes = [
            // Which files something still needs.
            index("photo", &["sha256"], false),
            index("visit", &["file"], false),
            index("order_file", &["sha256"], false),
            index("intake_file", &["sha256"], false),
            // What has ended.
            index("product", &["expires_at"], false),
            index("session", &["expires_at"], false),
            index("receipt", &["created_at"], false),
        ];
        make(manager, [], indexes).await
    }
}
