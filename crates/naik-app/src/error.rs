//! What can stop a whole job, in words that say what to do next.

use std::io;
use std::path::{Path, PathBuf};

use naik_core::message::{Explain, Message};

/// Why a job stopped.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// A file or folder can't be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file or folder can't be written.
    #[error("cannot write {path}: {source}")]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The input is refused.
    #[error("{0:?}")]
    Refused(Message),
    /// The person stopped it.
    #[error("stopped on request")]
    Cancelled,
    /// A mistake of ours.
    #[error("internal: {0}")]
    Internal(String),
}

impl AppError {
    /// A failed read.
    pub fn read(path: &Path, source: io::Error) -> Self {
        Self::Read {
            path: path.to_owned(),
            source,
        }
    }

    /// A failed write. Where a file stands in a folder's place, that file is what is named.
    pub fn write(path: &Path, source: io::Error) -> Self {
        let in_the_way = matches!(
            source.kind(),
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists
        )
        .then(|| path.ancestors().find(|part| part.is_file()))
        .flatten();
        Self::Write {
            path: in_the_way.unwrap_or(path).to_owned(),
            source,
        }
    }

    /// Refuses input with what its own error says.
    pub fn refused(error: &impl Explain) -> Self {
        Self::Refused(error.explain())
    }

    /// Whether the fault lies with the input or the machine (exit 1), not with us (exit 2).
    pub fn is_mendable(&self) -> bool {
        !matches!(self, Self::Internal(_))
    }
}

impl From<naik_photo::encode::EncodeError> for AppError {
    /// Sizes and limits are ours: a picture that can't be encoded is our mistake.
    fn from(error: naik_photo::encode::EncodeError) -> Self {
        Self::Internal(error.to_string())
    }
}

impl Explain for AppError {
    fn explain(&self) -> Message {
        let named = |key: &str, path: &Path| Message::new(key).with("path", path.display());
        match self {
            Self::Read { path, source } => match source.kind() {
                io::ErrorKind::NotFound => named("file-not-found", path),
                io::ErrorKind::PermissionDenied => named("file-not-allowed", path),
                io::ErrorKind::IsADirectory => named("file-is-folder", path),
                _ => named("file-not-read", path).with("reason", source),
            },
            Self::Write { path, source } => match source.kind() {
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    named("folder-not-writable", path)
                }
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                    named("disk-full", path)
                }
                io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
                    named("folder-is-file", path)
                }
                _ => named("file-not-written", path).with("reason", source),
            },
            Self::Refused(message) => message.clone(),
            Self::Cancelled => Message::new("cancelled"),
            Self::Internal(reason) => Message::new("internal").with("reason", reason),
        }
    }
}
