//! The number under which a badge's certificate is found; badges that were given before have theirs from now on.

use naik_core::id::{BadgeId, Uuid};
use naik_core::programme::certificate::Number;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::string;
use sea_orm_migration::sea_orm::ConnectionTrait;

use super::shape::index;

/// See the module.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::alter()
            .table("badge")
            .add_column(string("number").default(""))
            .to_owned();
        manager.alter_table(table).await?;
        let db = manager.get_connection();
        let ids = Query::select().column("id").from("badge").to_owned();
        for row in db.query_all(&ids).await? {
            let id: Uuid = row.try_get("", "id")?;
            let number = Query::update()
                .table("badge")
                .value("number", Number::of(BadgeId(id)).key())
                .and_where(Expr::col("id").eq(id))
                .to_owned();
            db.execute(&number).await?;
        }
        manager
            .create_index(index("badge", &["number"], true))
            .await
    }
}

#[cfg(test)]
mod tests {
    use sea_orm_migration::MigratorTrait;
    use sea_orm_migration::sea_orm::{ConnectOptions, ConnectionTrait, Database};

    use super::*;
    use crate::migration::Migrator;

    #[tokio::test]
    async fn badges_that_were_given_before_have_a_number() {
        let mut one = ConnectOptions::new("sqlite::memory:");
        one.max_connections(1);
        let db = Database::connect(one).await.unwrap();
        Migrator::up(&db, Some(12)).await.unwrap();
        // The rows that a badge belongs to are of no matter here.
        db.execute_unprepared("PRAGMA foreign_keys = OFF")
            .await
            .unwrap();
        let ids = [7_u128, 8].map(Uuid::from_u128);
        for id in ids {
            let row = Query::insert()
                .into_table("badge")
                .columns([
                    "id",
                    "shop_id",
                    "about",
                    "since",
                    "salt",
                    "named",
                    "proofs",
                    "document",
                    "issued_at",
                ])
                .values_panic([
                    id.into(),
                    id.into(),
                    "level-2".into(),
                    "2026-11-02".into(),
                    "".into(),
                    false.into(),
                    false.into(),
                    "{}".into(),
                    1_i64.into(),
                ])
                .to_owned();
            db.execute(&row).await.unwrap();
        }
        Migrator::up(&db, None).await.unwrap();
        let numbers = Query::select()
            .columns(["id", "number"])
            .from("badge")
            .order_by("id", Order::Asc)
            .to_owned();
        let rows = db.query_all(&numbers).await.unwrap();
        let read: Vec<(Uuid, String)> = rows
            .iter()
            .map(|row| {
                let id = row.try_get("", "id").unwrap();
                (id, row.try_get("", "number").unwrap())
            })
            .collect();
        let wanted = ids.map(|id| (id, Number::of(BadgeId(id)).key()));
        assert_eq!(read, wanted);
    }
}
