//! A store of its own for each test, on both databases.

use naik_store::{Open, Store};

/// Makes of each function two tests: one on SQLite, one on PostgreSQL.
macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                let (store, _place) = crate::place::sqlite().await;
                super::$name(store).await;
            })*
        }
        mod postgres {
            $(#[tokio::test]
            async fn $name() {
                if let Some((store, _place)) = crate::place::postgres(stringify!($name)).await {
                    super::$name(store).await;
                }
            })*
        }
    };
}
pub(crate) use on_both;

pub(crate) async fn sqlite() -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let open = Open {
        data: folder.path().to_owned(),
        database: None,
        bucket: None,
    };
    (Store::open(&open).await.unwrap(), folder)
}

/// A fresh database on the server that `script/test` started; none, aloud, where there is no server.
pub(crate) async fn postgres(name: &str) -> Option<(Store, tempfile::TempDir)> {
    #[expect(
        clippy::disallowed_methods,
        reason = "where the test's server listens is known to the script that started it"
    )]
    let Ok(server) = std::env::var("NAIKKELAS_TEST_POSTGRES") else {
        eprintln!("SKIPPED: no PostgreSQL; script/test starts one where it is installed");
        return None;
    };
    use sea_orm::ConnectionTrait;
    let admin = sea_orm::Database::connect(format!("{server}/postgres"))
        .await
        .unwrap();
    let database = format!("t_{name}_{}", std::process::id());
    admin
        .execute_unprepared(&format!("DROP DATABASE IF EXISTS {database}"))
        .await
        .unwrap();
    admin
        .execute_unprepared(&format!("CREATE DATABASE {database}"))
        .await
        .unwrap();
    admin.close().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let open = Open {
        data: folder.path().to_owned(),
        database: Some(format!("{server}/{database}")),
        bucket: None,
    };
    Some((Store::open(&open).await.unwrap(), folder))
}
