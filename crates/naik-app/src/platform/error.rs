//! Why something could not be done, as far as a person can be told.

use naik_core::message::{Explain, Message};
use naik_store::StoreError;

use crate::error::AppError;

/// Why a verb stopped.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// There is no such thing, or it is not for whoever asks: the two are never told apart.
    #[error("there is no such thing")]
    Missing,
    /// It was there for everyone, and its owner took it away.
    #[error("it was taken away")]
    Gone,
    /// Whoever asks is known, and may not.
    #[error("not allowed")]
    Forbidden,
    /// The input is refused; said field by field.
    #[error("refused: {0:?}")]
    Refused(Vec<Refusal>),
    /// Someone else changed it in between.
    #[error("changed in between")]
    Changed,
    /// Too many tries; says how many seconds to wait.
    #[error("locked for {0} s")]
    Locked(i64),
    /// What is kept can't be reached for the moment.
    #[error("busy: {0}")]
    Busy(StoreError),
    /// There is no room left.
    #[error("the disk is full: {0}")]
    Full(StoreError),
    /// A mistake of ours.
    #[error("internal: {0}")]
    Internal(String),
}

/// One thing that is wrong with what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The form's field; empty for the whole.
    pub field: String,
    /// What is wrong.
    pub message: Message,
}

impl Refusal {
    /// Something wrong with a field.
    pub fn new(field: &str, message: Message) -> Self {
        Self {
            field: field.to_owned(),
            message,
        }
    }
}

impl Fault {
    /// Refuses one field.
    pub fn field(field: &str, message: Message) -> Self {
        Self::Refused(vec![Refusal::new(field, message)])
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Missing => Self::Missing,
            StoreError::Changed | StoreError::Taken => Self::Changed,
            error if error.is_full() => Self::Full(error),
            error if error.is_passing() => Self::Busy(error),
            error => Self::Internal(error.to_string()),
        }
    }
}

impl From<AppError> for Fault {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Internal(reason) => Self::Internal(reason),
            AppError::Read { source, .. } | AppError::Write { source, .. }
                if source.kind() == std::io::ErrorKind::StorageFull =>
            {
                Self::Full(StoreError::Io(source))
            }
            // The machine's fault, not the owner's: paths are for the log alone, and trying again may help.
            AppError::Read { path, source } | AppError::Write { path, source } => {
                Self::Internal(format!("{}: {source}", path.display()))
            }
            other => Self::Refused(vec![Refusal::new("", other.explain())]),
        }
    }
}
