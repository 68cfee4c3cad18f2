//! What can go wrong with what is kept.

use sea_orm::{DbErr, SqlErr};

/// Why something could not be kept or found.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such thing, or no longer.
    #[error("there is no such thing")]
    Missing,
    /// Another has it already: a contact, a key, a place in a row.
    #[error("that is taken already")]
    Taken,
    /// It was changed by someone else since it was read.
    #[error("it was changed since it was read")]
    Changed,
    /// What is stored can't be read: a word or a number that this version does not know.
    #[error("what is stored in {0} can't be read")]
    Damaged(&'static str),
    /// The database refused.
    #[error("the database refused: {0}")]
    Db(DbErr),
    /// The files' store refused.
    #[error("the store of files refused: {0}")]
    Blob(#[from] object_store::Error),
    /// The folder for data can't be used.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::Taken,
            _ => match error {
                DbErr::RecordNotFound(_) | DbErr::RecordNotUpdated => Self::Missing,
                other => Self::Db(other),
            },
        }
    }
}

impl StoreError {
    /// Whether the database was busy or away, so that trying again a little later may help.
    pub fn is_passing(&self) -> bool {
        let Self::Db(error) = self else {
            return false;
        };
        let text = error.to_string();
        matches!(error, DbErr::ConnectionAcquire(_))
            || text.contains("database is locked")
            || text.contains("database table is locked")
            || text.contains("could not serialize")
            || text.contains("deadlock detected")
    }

    /// Whether the disk is full.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Io(error) => error.kind() == std::io::ErrorKind::StorageFull,
            Self::Db(error) => {
                let text = error.to_string();
                text.contains("database or disk is full") || text.contains("No space left")
            }
            Self::Blob(error) => error.to_string().contains("No space left"),
            _ => false,
        }
    }
}

/// Short for a result of this crate.
pub type Result<T> = std::result::Result<T, StoreError>;
