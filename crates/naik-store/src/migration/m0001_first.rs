//! The first tables.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, string, string_null, text, text_null, uuid,
    uuid_null,
};

use super::shape::{belongs, index, make, new};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        make(manager, tables(), indexes()).await
    }
}

fn tables() -> Vec<TableCreateStatement> {
    [people(), shops(), products(), work()].concat()
}

fn people() -> Vec<TableCreateStatement> {
    vec![
        new("person")
            .col(uuid("id").primary_key())
            .col(string("name"))
            .col(string("contact").unique_key())
            .col(string("contact_kind"))
            .col(string("role"))
            .col(string("area"))
            .col(string("lang"))
            .col(string_null("password"))
            .col(integer("failures"))
            .col(big_integer_null("locked_until"))
            .col(big_integer("created_at"))
            .col(boolean("demo"))
            .to_owned(),
        new("session")
            .col(uuid("id").primary_key())
            .col(string("token_hash").unique_key())
            .col(uuid("person_id"))
            .col(string("agent"))
            .col(big_integer("created_at"))
            .col(big_integer("seen_at"))
            .col(big_integer("expires_at"))
            .foreign_key(&mut belongs("session", "person_id", "person"))
            .to_owned(),
        new("card")
            .col(uuid("id").primary_key())
            .col(string("token_hash").unique_key())
            .col(uuid("person_id"))
            .col(uuid_null("issued_by"))
            .col(big_integer("created_at"))
            .col(big_integer("expires_at"))
            .col(big_integer_null("used_at"))
            .col(big_integer_null("revoked_at"))
            .foreign_key(&mut belongs("card", "person_id", "person"))
            .to_owned(),
        new("consent")
            .col(uuid("id").primary_key())
            .col(uuid("person_id"))
            .col(string("purpose"))
            .col(boolean("given"))
            .col(integer("wording"))
            .col(big_integer("at"))
            .foreign_key(&mut belongs("consent", "person_id", "person"))
            .to_owned(),
        new("audit")
            .col(uuid("id").primary_key())
            .col(big_integer("at"))
            .col(string("actor"))
            .col(string("action"))
            .col(string("subject"))
            .col(string("outcome"))
            .to_owned(),
        new("token")
            .col(uuid("id").primary_key())
            .col(uuid("person_id"))
            .col(string("name"))
            .col(string("token_hash").unique_key())
            .col(string("scopes"))
            .col(big_integer("created_at"))
            .col(big_integer_null("expires_at"))
            .col(big_integer_null("used_at"))
            .col(big_integer_null("revoked_at"))
            .foreign_key(&mut belongs("token", "person_id", "person"))
            .to_owned(),
        new("parked")
            .col(uuid("id").primary_key())
            .col(string("actor"))
            .col(string("path"))
            .col(text("fields"))
            .col(big_integer("expires_at"))
            .to_owned(),
    ]
}

fn shops() -> Vec<TableCreateStatement> {
    vec![
        new("shop")
            .col(uuid("id").primary_key())
            .col(string("name"))
            .col(string("area"))
            .col(big_integer("created_at"))
            .col(boolean("demo"))
            .to_owned(),
        new("post")
            .col(uuid("shop_id"))
            .col(uuid("person_id"))
            .col(string("post"))
            .col(big_integer("since"))
            .primary_key(Index::create().col("shop_id").col("person_id"))
            .foreign_key(&mut belongs("post", "shop_id", "shop"))
            .foreign_key(&mut belongs("post", "person_id", "person"))
            .to_owned(),
        new("mentoring")
            .col(uuid("mentor_id"))
            .col(uuid("shop_id"))
            .col(big_integer("since"))
            .primary_key(Index::create().col("mentor_id").col("shop_id"))
            .foreign_key(&mut belongs("mentoring", "mentor_id", "person"))
            .foreign_key(&mut belongs("mentoring", "shop_id", "shop"))
            .to_owned(),
    ]
}

fn products() -> Vec<TableCreateStatement> {
    vec![
        new("product")
            .col(uuid("id").primary_key())
            .col(uuid_null("shop_id"))
            .col(uuid_null("guest_id"))
            .col(string("name"))
            .col(text("facts"))
            .col(uuid_null("kit_id"))
            .col(integer("revision"))
            .col(big_integer("created_at"))
            .col(big_integer("updated_at"))
            .col(big_integer_null("expires_at"))
            .foreign_key(&mut belongs("product", "shop_id", "shop"))
            .to_owned(),
        new("photo")
            .col(uuid("id").primary_key())
            .col(uuid("product_id"))
            .col(integer("position"))
            .col(string("name"))
            .col(string("sha256"))
            .col(big_integer("bytes"))
            .col(integer("width"))
            .col(integer("height"))
            .col(text_null("strokes"))
            .col(big_integer("added_at"))
            .foreign_key(&mut belongs("photo", "product_id", "product"))
            .to_owned(),
        new("upload")
            .col(uuid("id").primary_key())
            .col(uuid("product_id"))
            .col(string("key"))
            .col(string("name"))
            .col(big_integer("size"))
            .col(big_integer("received"))
            .col(uuid_null("photo_id"))
            .col(big_integer("created_at"))
            .foreign_key(&mut belongs("upload", "product_id", "product"))
            .to_owned(),
        new("kit")
            .col(uuid("id").primary_key())
            .col(uuid("product_id"))
            .col(integer("number"))
            .col(uuid_null("origin"))
            .col(string("reason"))
            .col(string("state"))
            .col(text_null("record"))
            .col(text_null("error"))
            .col(big_integer("created_at"))
            .col(big_integer_null("made_at"))
            .foreign_key(&mut belongs("kit", "product_id", "product"))
            .to_owned(),
        new("kit_file")
            .col(uuid("kit_id"))
            .col(string("path"))
            .col(string("sha256"))
            .col(big_integer("bytes"))
            .primary_key(Index::create().col("kit_id").col("path"))
            .foreign_key(&mut belongs("kit_file", "kit_id", "kit"))
            .to_owned(),
    ]
}

fn work() -> Vec<TableCreateStatement> {
    vec![
        new("job")
            .col(uuid("id").primary_key())
            .col(string("kind"))
            .col(uuid("subject"))
            .col(text("payload"))
            .col(string("state"))
            .col(integer("attempts"))
            .col(integer("most"))
            .col(big_integer("run_at"))
            .col(string_null("holder"))
            .col(big_integer_null("beat_at"))
            .col(string("step"))
            .col(integer("done"))
            .col(integer("total"))
            .col(boolean("cancel"))
            .col(text_null("error"))
            .col(big_integer("created_at"))
            .col(big_integer_null("ended_at"))
            .to_owned(),
        new("receipt")
            .col(string("actor"))
            .col(string("key"))
            .col(string("request"))
            .col(integer("status"))
            .col(text("answer"))
            .col(big_integer("created_at"))
            .primary_key(Index::create().col("actor").col("key"))
            .to_owned(),
        new("setting")
            .col(string("key").primary_key())
            .col(text("value"))
            .to_owned(),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("session", &["person_id"], false),
        index("card", &["person_id"], false),
        index("consent", &["person_id"], false),
        index("audit", &["at"], false),
        index("post", &["person_id"], false),
        index("product", &["shop_id"], false),
        index("product", &["guest_id"], false),
        index("photo", &["product_id"], false),
        index("kit_file", &["sha256"], false),
        index("token", &["person_id"], false),
        index("parked", &["actor"], false),
        index("mentoring", &["shop_id"], false),
        index("photo", &["product_id", "sha256"], true),
        index("upload", &["product_id", "key"], true),
        index("kit", &["product_id", "number"], true),
        index("job", &["state", "run_at"], false),
        index("job", &["subject"], false),
    ]
}
