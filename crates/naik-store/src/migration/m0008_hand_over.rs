//! Handing a shop over to another mentor, and what became of a week's task.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, string, text, uuid, uuid_null};

use super::shape::{belongs, index, make, new};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Who asked and who answered stand as ids without a tie, as in a shop's history; a mentor who goes takes along
        // what they were to take over.
        let hand_over = new("hand_over")
            .col(uuid("id").primary_key())
            .col(uuid("shop_id"))
            .col(uuid_null("from_mentor"))
            .col(uuid("to_mentor"))
            .col(uuid("asked_by"))
            .col(text("why"))
            .col(string("state"))
            .col(uuid_null("answered_by"))
            .col(big_integer_null("answered_at"))
            .col(big_integer("created_at"))
            .foreign_key(&mut belongs("hand_over", "shop_id", "shop"))
            .foreign_key(&mut belongs("hand_over", "to_mentor", "person"))
            .to_owned();
        let task = new("task")
            .col(uuid("shop_id"))
            .col(string("monday"))
            .col(string("task"))
            .col(string("outcome"))
            .col(uuid("told_by"))
            .col(big_integer("created_at"))
            .primary_key(Index::create().col("shop_id").col("monday"))
            .foreign_key(&mut belongs("task", "shop_id", "shop"))
            .to_owned();
        let indexes = [
            index("hand_over", &["shop_id"], false),
            index("hand_over", &["to_mentor"], false),
        ];
        make(manager, [hand_over, task], indexes).await
    }
}
