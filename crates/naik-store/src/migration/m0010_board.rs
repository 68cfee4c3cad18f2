//! Cohorts in numbers, version by version; where a lottery's figure will come from; and lists of shops that wait for a decision.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, integer, string, text, text_null, uuid,
};

use super::shape::{belongs, index, make, new};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One column a statement: SQLite takes no more.
        for column in [text_null("source"), big_integer_null("source_at")] {
            let table = Table::alter().table("cohort").add_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        let indexes = [
            index("intake_file", &["cohort_id"], false),
            // A hundred thousand shops are counted from the index alone.
            index("enrolment", &["cohort_id", "state", "mentor_id"], false),
            // When someone was last here is asked of a whole cohort at once.
            index("audit", &["actor", "outcome", "at"], false),
        ];
        make(manager, [board(), intake_file()], indexes).await
    }
}

fn board() -> TableCreateStatement {
    new("board")
        .col(uuid("cohort_id"))
        .col(integer("version"))
        .col(string("day"))
        .col(text("body"))
        .col(big_integer("made_at"))
        .primary_key(Index::create().col("cohort_id").col("version"))
        .foreign_key(&mut belongs("board", "cohort_id", "cohort"))
        .to_owned()
}

fn intake_file() -> TableCreateStatement {
    new("intake_file")
        .col(uuid("id").primary_key())
        .col(uuid("cohort_id"))
        .col(uuid("person_id"))
        .col(string("name"))
        .col(string("sha256"))
        .col(text_null("mapping"))
        .col(big_integer("created_at"))
        .foreign_key(&mut belongs("intake_file", "cohort_id", "cohort"))
        .foreign_key(&mut belongs("intake_file", "person_id", "person"))
        .to_owned()
}
