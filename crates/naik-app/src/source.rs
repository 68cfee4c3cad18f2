//! Reading an owner's files, with limits, before an engine sees their bytes.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use naik_core::message::Message;
use naik_photo::decode::{DecodeOptions, PhotoError};

use crate::error::AppError;

/// The largest small file (facts, a contract, a picture of the kit) that is read into memory, in bytes.
const LARGEST: u64 = 26_000_000;

/// Reads a file of at most 26 MB; a longer one is cut there, and its reader refuses it.
///
/// # Errors
/// When it is absent, a folder, or may not be read.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, AppError> {
    read_up_to(path, LARGEST)
}

/// Reads a photo, unless it is larger than the decoder accepts: that is known before it is read.
///
/// # Errors
/// As [`read`], and when it is too large.
pub(crate) fn photo(path: &Path) -> Result<Vec<u8>, AppError> {
    let most = DecodeOptions::default().max_bytes;
    let wrap = |source| AppError::read(path, source);
    let length = std::fs::metadata(path).map_err(wrap)?.len();
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    if length > most {
        let error = PhotoError::TooManyBytes {
            bytes: length,
            max: most,
        };
        return Err(AppError::refused(&error));
    }
    // A byte more than is accepted, so that what grows without an end is refused by the decoder.
    read_up_to(path, most as u64 + 1)
}

/// Reads at most so many bytes of a file.
///
/// # Errors
/// When it is absent, a folder, or may not be read.
pub(crate) fn read_up_to(path: &Path, most: u64) -> Result<Vec<u8>, AppError> {
    let wrap = |source| AppError::read(path, source);
    let file = File::open(path).map_err(wrap)?;
    if file.metadata().map_err(wrap)?.is_dir() {
        return Err(wrap(std::io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(wrap)?;
    Ok(bytes)
}

/// Reads a file of at most `most` bytes. A longer one is refused in words that name the limit: nothing is cut in silence.
///
/// # Errors
/// When it is absent, a folder, longer, or may not be read.
pub(crate) fn whole(path: &Path, most: u64) -> Result<Vec<u8>, AppError> {
    let bytes = read_up_to(path, most.saturating_add(1))?;
    if bytes.len() as u64 > most {
        return Err(AppError::Refused(
            Message::new("file-too-large")
                .with("path", path.display())
                .with("most", most / 1_000_000),
        ));
    }
    Ok(bytes)
}

/// The file's name without folder and ending, made safe for a path: `IMG 01.JPG` becomes `img-01`.
pub(crate) fn stem(path: &Path) -> String {
    let stem = path
        .file_stem()
        .map(|s| s.to_string_lossy().into_owned())
        .unwrap_or_default();
    naik_core::slug::slug(&stem)
}

/// The file's name without its folder.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |n| n.to_string_lossy().into_owned(),
    )
}
