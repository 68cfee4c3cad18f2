//! Checking a badge from files alone: no database, no network.

use std::path::Path;

use jiff::Timestamp;
pub use naik_connect::badge::{Genuine, Standing, Trouble};
use naik_connect::badge::{MOST_BYTES, Trust, verify};
use naik_core::message::Explain;

use crate::error::AppError;

/// Checks a badge's file. Without the issuer's document it only tells whether the badge was changed.
///
/// # Errors
/// When a file can't be read, or the badge is not genuine.
pub fn check(
    file: &Path,
    issuer: Option<&Path>,
    revocations: Option<&Path>,
    now: i64,
) -> Result<Genuine, AppError> {
    let badge = read(file)?;
    let issuer = issuer.map(read).transpose()?;
    let revocations = revocations.map(read).transpose()?;
    let trust = Trust {
        issuer: issuer.as_deref(),
        revocations: revocations.as_deref(),
    };
    let now =
        Timestamp::from_millisecond(now).map_err(|error| AppError::Internal(error.to_string()))?;
    verify(&badge, &trust, now).map_err(|trouble| AppError::Refused(trouble.explain()))
}

/// A text file of no more bytes than any badge; what is no text can't be a badge, and is refused as such.
fn read(path: &Path) -> Result<String, AppError> {
    let size = std::fs::metadata(path)
        .map_err(|error| AppError::read(path, error))?
        .len();
    if size > MOST_BYTES as u64 {
        return Err(AppError::Refused(Trouble::TooLong.explain()));
    }
    let bytes = std::fs::read(path).map_err(|error| AppError::read(path, error))?;
    String::from_utf8(bytes).map_err(|_| AppError::Refused(Trouble::NotJson.explain()))
}
