//! Programmes with their cohorts, what shops showed and what was decided about it, visits, and ties between shops.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, integer_null, string, string_null, text,
    text_null, uuid, uuid_null,
};

use super::shape::{belongs, index, make, new};

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes = [
            index("programme", &["organisation_id"], false),
            index("cohort", &["programme_id"], false),
            index("cohort_mentor", &["mentor_id"], false),
            index("enrolment", &["cohort_id", "shop_id"], true),
            index("enrolment", &["cohort_id", "ticket"], true),
            index("enrolment", &["shop_id"], false),
            index("enrolment", &["mentor_id"], false),
            index("evidence", &["shop_id", "day"], false),
            index("evidence", &["kind", "subject"], false),
            index("evidence", &["file"], false),
            index("evidence_mark", &["mark"], false),
            index("event", &["shop_id", "day"], false),
            index("visit", &["shop_id", "day"], false),
            index("visit", &["mentor_id", "day"], false),
            index("tie", &["from_shop"], false),
            index("tie", &["to_shop"], false),
        ];
        make(manager, programmes().into_iter().chain(shops()), indexes).await
    }
}

fn programmes() -> Vec<TableCreateStatement> {
    vec![
        new("organisation")
            .col(uuid("id").primary_key())
            .col(string("name"))
            .col(string("area"))
            .col(big_integer("created_at"))
            .to_owned(),
        new("programme")
            .col(uuid("id").primary_key())
            .col(uuid("organisation_id"))
            .col(string("name"))
            .col(string("area"))
            .col(big_integer("created_at"))
            .foreign_key(&mut belongs("programme", "organisation_id", "organisation"))
            .to_owned(),
        new("plan")
            .col(uuid("programme_id"))
            .col(integer("version"))
            .col(text("themes"))
            .col(uuid_null("author"))
            .col(string_null("day"))
            .col(string("why"))
            .primary_key(Index::create().col("programme_id").col("version"))
            .foreign_key(&mut belongs("plan", "programme_id", "programme"))
            .to_owned(),
        new("cohort")
            .col(uuid("id").primary_key())
            .col(uuid("programme_id"))
            .col(string("start"))
            .col(string("opens"))
            .col(string("closes"))
            .col(integer("places"))
            .col(boolean("lottery"))
            .col(integer("plan"))
            .col(text_null("draw"))
            .col(integer("revision"))
            .col(big_integer("created_at"))
            .foreign_key(&mut belongs("cohort", "programme_id", "programme"))
            .to_owned(),
        new("cohort_mentor")
            .col(uuid("cohort_id"))
            .col(uuid("mentor_id"))
            .primary_key(Index::create().col("cohort_id").col("mentor_id"))
            .foreign_key(&mut belongs("cohort_mentor", "cohort_id", "cohort"))
            .foreign_key(&mut belongs("cohort_mentor", "mentor_id", "person"))
            .to_owned(),
        new("enrolment")
            .col(uuid("id").primary_key())
            .col(uuid("cohort_id"))
            .col(uuid("shop_id"))
            .col(string("ticket"))
            .col(string("applied"))
            .col(string("state"))
            .col(integer_null("rank"))
            .col(uuid_null("mentor_id"))
            .col(integer("revision"))
            .foreign_key(&mut belongs("enrolment", "cohort_id", "cohort"))
            .foreign_key(&mut belongs("enrolment", "shop_id", "shop"))
            // A mentor who goes leaves the shop enrolled.
            .foreign_key(
                ForeignKey::create()
                    .from("enrolment", "mentor_id")
                    .to("person", "id")
                    .on_delete(ForeignKeyAction::SetNull),
            )
            .to_owned(),
    ]
}

/// What belongs to a shop goes with it. People who sent, decided and visited stand as ids without a tie:
/// what they did to others' shops stays when their account goes.
fn shops() -> Vec<TableCreateStatement> {
    vec![
        new("evidence")
            .col(uuid("id").primary_key())
            .col(uuid("shop_id"))
            .col(string("kind"))
            .col(string("day"))
            .col(uuid("sender"))
            .col(string("subject"))
            .col(string("place"))
            .col(big_integer("units"))
            .col(big_integer_null("amount"))
            .col(string_null("until"))
            .col(string_null("fingerprint"))
            .col(string_null("file"))
            .col(big_integer("created_at"))
            .foreign_key(&mut belongs("evidence", "shop_id", "shop"))
            .to_owned(),
        new("evidence_mark")
            .col(uuid("evidence_id"))
            .col(string("mark"))
            .primary_key(Index::create().col("evidence_id").col("mark"))
            .foreign_key(&mut belongs("evidence_mark", "evidence_id", "evidence"))
            .to_owned(),
        new("event")
            .col(uuid("id").primary_key())
            .col(uuid("shop_id"))
            .col(string("day"))
            .col(uuid("actor"))
            .col(string("what"))
            .col(uuid_null("evidence_id"))
            .col(integer_null("level"))
            .col(text("why"))
            .col(big_integer("created_at"))
            .foreign_key(&mut belongs("event", "shop_id", "shop"))
            .to_owned(),
        new("visit")
            .col(uuid("id").primary_key())
            .col(uuid("shop_id"))
            .col(uuid("mentor_id"))
            .col(string("day"))
            .col(string("state"))
            .col(string("topic"))
            .col(text("note"))
            .col(text("next"))
            .col(string_null("file"))
            .col(uuid_null("group_id"))
            .col(integer("revision"))
            .col(big_integer("created_at"))
            .foreign_key(&mut belongs("visit", "shop_id", "shop"))
            .to_owned(),
        new("tie")
            .col(uuid("id").primary_key())
            .col(string("kind"))
            .col(uuid("from_shop"))
            .col(uuid("to_shop"))
            .col(string("state"))
            .col(uuid_null("half"))
            .col(string("since"))
            .col(integer("revision"))
            .foreign_key(&mut belongs("tie", "from_shop", "shop"))
            .foreign_key(&mut belongs("tie", "to_shop", "shop"))
            .to_owned(),
    ]
}
