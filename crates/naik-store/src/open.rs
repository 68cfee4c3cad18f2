//! Opening the database and beginning transactions.

use std::path::PathBuf;
use std::time::Duration;

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use crate::blob::Blobs;
use crate::bucket::Bucket;
use crate::error::{Result, StoreError};
use crate::migration::Migrator;
use crate::repo::{Page, audit};

/// How long a write waits for another one, in SQLite.
const BUSY: Duration = Duration::from_secs(5);
/// Readers of SQLite at one time; there is never more than one writer.
const READERS: u32 = 4;
/// Connections to PostgreSQL of one process.
const CONNECTIONS: u32 = 16;

/// Where everything is kept.
#[derive(Clone, Debug)]
pub struct Open {
    /// The folder for files, and for the database when it is SQLite.
    pub data: PathBuf,
    /// `postgres://…`; SQLite in the folder when absent.
    pub database: Option<String>,
    /// The bucket for files; a folder when absent.
    pub bucket: Option<Bucket>,
}

/// The database in the folder for data, when it is SQLite.
const FILE: &str = "naikkelas.db";

/// What a look finds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Whether nothing was ever kept there.
    pub is_new: bool,
    /// Steps by which the next start brings the tables up to this version.
    pub pending: usize,
    /// When the newest entry of the log was written.
    pub newest: Option<i64>,
}

/// The database and the files. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    db: DatabaseConnection,
    blobs: Blobs,
}

impl Store {
    /// Opens what is there or begins anew, and brings the tables up to this version.
    ///
    /// # Errors
    /// When the folder can't be written or the database can't be reached.
    pub async fn open(open: &Open) -> Result<Self> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        // What is kept is nobody else's on the machine.
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&open.data)?;
        let blobs = match &open.bucket {
            Some(bucket) => Blobs::bucket(bucket)?,
            None => Blobs::folder(&open.data.join("files"))?,
        };
        let url = match &open.database {
            Some(url) => url.clone(),
            None => format!("sqlite://{}?mode=rwc", open.data.join(FILE).display()),
        };
        let db = connect(url).await?;
        Migrator::up(&db, None).await?;
        Ok(Self { db, blobs })
    }

    /// Looks without changing anything: not even a table is made.
    ///
    /// # Errors
    /// When the database can't be reached.
    pub async fn look(open: &Open) -> Result<Found> {
        let file = open.data.join(FILE);
        if open.database.is_none() && !file.exists() {
            return Ok(Found {
                is_new: true,
                ..Found::default()
            });
        }
        let url = match &open.database {
            Some(url) => url.clone(),
            None => format!("sqlite://{}?mode=ro", file.display()),
        };
        let db = connect(url).await?;
        let steps = Migrator::migrations().len();
        let pending = Migrator::get_pending_migrations_read_only(&db).await?.len();
        let newest = match pending < steps {
            true => audit::list(&db, None, Page { skip: 0, take: 1 }).await?,
            false => Vec::new(),
        };
        db.close().await?;
        Ok(Found {
            is_new: pending == steps,
            pending,
            newest: newest.first().map(|entry| entry.at),
        })
    }

    /// The connection that reads, and writes that stand alone, run on.
    pub fn db(&self) -> &DatabaseConnection {
        &self.db
    }

    /// The files.
    pub fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// Begins changes that happen together or not at all.
    ///
    /// # Errors
    /// When the database is away or stays busy for five seconds.
    pub async fn begin(&self) -> Result<DatabaseTransaction> {
        // SQLite must know at once that this will write: a reader that turns into a writer is refused
        // without waiting when another wrote in between.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(self.db.begin_with_options(options).await?)
    }

    /// Lets go of what erased rows looked like: SQLite has overwritten them, and its log of changes is emptied. Whoever
    /// reads at this moment keeps the log alive until the next time.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn settle(&self) -> Result<()> {
        if self.db.get_database_backend() == DbBackend::Sqlite {
            self.db
                .execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)")
                .await?;
        }
        Ok(())
    }

    /// Answers when the database does.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<()> {
        self.db.ping().await.map_err(StoreError::from)
    }
}

async fn connect(url: String) -> Result<DatabaseConnection> {
    let sqlite = url.starts_with("sqlite:");
    let is_look = url.ends_with("?mode=ro");
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .max_connections(if sqlite { READERS } else { CONNECTIONS })
        .acquire_timeout(Duration::from_secs(10));
    // WAL is written into the file, which a look must leave as it is.
    if sqlite && !is_look {
        options.min_connections(1).map_sqlx_sqlite_opts(|options| {
            options
                .busy_timeout(BUSY)
                .foreign_keys(true)
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "NORMAL")
                // What is erased is overwritten, not only forgotten.
                .pragma("secure_delete", "ON")
        });
    }
    Ok(Database::connect(options).await?)
}
