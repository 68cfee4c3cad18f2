//! Versions of kits and their files.

use futures::TryStreamExt;
use naik_core::id::{KitId, Uuid};
use naik_store::repo::kit::{self, File, State};
use naik_store::repo::{needed, product};
use naik_store::{Store, StoreError};

use crate::place::on_both;
use crate::products::draft;

fn kit_id(number: u128) -> KitId {
    KitId(Uuid::from_u128(number))
}

fn file(kit: KitId, path: &str, sha256: &str) -> File {
    File {
        kit_id: kit.0,
        path: path.to_owned(),
        sha256: sha256.to_owned(),
        bytes: 1,
    }
}

async fn versions_are_numbered_and_stand(store: Store) {
    let id = draft(&store, 1).await;
    let ask = |number, origin| {
        let store = store.clone();
        async move {
            kit::create(store.db(), kit_id(number), id, origin, "whole", 1)
                .await
                .unwrap()
        }
    };
    assert_eq!(ask(11, None).await, 1);
    assert_eq!(ask(12, Some(kit_id(11))).await, 2);
    kit::made(store.db(), kit_id(11), "{}".to_owned(), 5)
        .await
        .unwrap();
    kit::ended(store.db(), kit_id(11), State::Failed, None)
        .await
        .unwrap();
    kit::made(store.db(), kit_id(11), "other".to_owned(), 6)
        .await
        .unwrap();
    let first = kit::by_number(store.db(), id, 1).await.unwrap();
    assert_eq!(
        (first.state, first.record.as_deref(), first.made_at),
        (State::Made, Some("{}"), Some(5))
    );
    kit::ended(store.db(), kit_id(12), State::Cancelled, None)
        .await
        .unwrap();
    let all = kit::list(store.db(), id).await.unwrap();
    assert_eq!(
        all.iter().map(|v| (v.number, v.state)).collect::<Vec<_>>(),
        [(2, State::Cancelled), (1, State::Made)]
    );

    let other = draft(&store, 2).await;
    assert!(matches!(
        kit::get(store.db(), other, kit_id(11)).await,
        Err(StoreError::Missing)
    ));
    product::show_kit(store.db(), id, kit_id(11), 7)
        .await
        .unwrap();
    assert_eq!(
        product::get(store.db(), id, 8).await.unwrap().kit,
        Some(kit_id(11))
    );
}

async fn files_of_a_version_are_its_own(store: Store) {
    let id = draft(&store, 1).await;
    for number in [11, 12] {
        kit::create(store.db(), kit_id(number), id, None, "whole", 1)
            .await
            .unwrap();
    }
    kit::put_file(store.db(), file(kit_id(11), "foto/1.png", "a"))
        .await
        .unwrap();
    kit::put_file(store.db(), file(kit_id(11), "foto/1.png", "b"))
        .await
        .unwrap();
    assert_eq!(
        kit::file(store.db(), kit_id(11), "foto/1.png")
            .await
            .unwrap()
            .sha256,
        "b"
    );
    assert!(matches!(
        kit::file(store.db(), kit_id(12), "foto/1.png").await,
        Err(StoreError::Missing)
    ));

    let many: Vec<File> = (0..450)
        .map(|n| file(kit_id(12), &format!("{n:03}"), "c"))
        .collect();
    kit::set_files(store.db(), kit_id(12), many).await.unwrap();
    assert_eq!(kit::files(store.db(), kit_id(12)).await.unwrap().len(), 450);
    let change = store.begin().await.unwrap();
    let each = needed::each(&change).await.unwrap();
    assert_eq!(each.try_collect::<Vec<_>>().await.unwrap(), ["b", "c"]);
    change.rollback().await.unwrap();
    // However many are asked about, only those that are needed come back.
    let mut asked: Vec<String> = (0..1_200).map(|n| n.to_string()).collect();
    asked.push("c".to_owned());
    let found = needed::among(store.db(), &asked).await.unwrap();
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["c"]);
    product::remove(store.db(), id).await.unwrap();
    let asked = ["b".to_owned(), "c".to_owned()];
    let found = needed::among(store.db(), &asked).await.unwrap();
    assert!(found.is_empty());
}

on_both!(
    versions_are_numbered_and_stand,
    files_of_a_version_are_its_own
);

/// What the sweep asks of every file and every hour is found by an index; PostgreSQL chooses by how full its tables are.
#[tokio::test]
async fn the_sweep_reads_no_table_from_end_to_end() {
    use sea_orm::{ConnectionTrait, DbBackend, Statement};
    let (store, _place) = crate::place::sqlite().await;
    // One connection, which has read: one that was open while the tables were made may not know their indexes yet.
    let change = store.begin().await.unwrap();
    needed::among(&change, &["0".repeat(64)]).await.unwrap();
    for question in [
        "SELECT DISTINCT sha256 FROM kit_file WHERE sha256 IN ('a')",
        "SELECT DISTINCT sha256 FROM photo WHERE sha256 IN ('a')",
        "SELECT DISTINCT sha256 FROM order_file WHERE sha256 IN ('a')",
        "SELECT DISTINCT sha256 FROM intake_file WHERE sha256 IN ('a')",
        "SELECT DISTINCT file FROM evidence WHERE file IN ('a')",
        "SELECT DISTINCT file FROM visit WHERE file IN ('a')",
        "DELETE FROM product WHERE expires_at <= 1",
        "DELETE FROM session WHERE expires_at <= 1",
        "DELETE FROM receipt WHERE created_at < 1",
    ] {
        let explain = format!("EXPLAIN QUERY PLAN {question}");
        let asked = Statement::from_string(DbBackend::Sqlite, explain);
        let plan = change.query_all_raw(asked).await.unwrap();
        let told: String = plan.first().unwrap().try_get("", "detail").unwrap();
        assert!(told.starts_with("SEARCH"), "{question}: {told}");
    }
}
