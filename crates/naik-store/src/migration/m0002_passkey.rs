//! Passkeys, and the challenges that they sign.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, integer, string, text, uuid};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(passkey()).await?;
        manager.create_table(ceremony()).await?;
        let by_person = Index::create()
            .name("passkey_person_id")
            .table("passkey")
            .col("person_id")
            .to_owned();
        manager.create_index(by_person).await
    }
}

fn passkey() -> TableCreateStatement {
    let mut owner = ForeignKey::create();
    owner
        .from("passkey", "person_id")
        .to("person", "id")
        .on_delete(ForeignKeyAction::Cascade);
    // An id has up to 1023 bytes, a key up to 2058: too long for a short column, twice as long in hexadecimal.
    Table::create()
        .table("passkey")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(text("credential_id").unique_key())
        .col(string("rp_id"))
        .col(text("public_key"))
        .col(string("state"))
        .col(big_integer("counter"))
        .col(integer("transports"))
        .col(string("name"))
        .col(big_integer("created_at"))
        .col(big_integer_null("used_at"))
        .foreign_key(&mut owner)
        .to_owned()
}

fn ceremony() -> TableCreateStatement {
    Table::create()
        .table("ceremony")
        .col(string("challenge").primary_key())
        .col(string("purpose"))
        .col(string("actor"))
        .col(text("state"))
        .col(big_integer("expires_at"))
        .to_owned()
}
