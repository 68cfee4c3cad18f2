//! Reading an owner's files, with limits, before an engine sees their bytes.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::error::AppError;

/// The largest file that is read into memory: a little above what the decoder accepts, so that its own message is given.
const LARGEST: u64 = 26_000_000;

/// Reads a file of at most 26 MB; a longer one is cut there, and its reader refuses it.
///
/// # Errors
/// When it is absent, a folder, or may not be read.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, AppError> {
    let wrap = |source| AppError::read(path, source);
    let file = File::open(path).map_err(wrap)?;
    if file.metadata().map_err(wrap)?.is_dir() {
        return Err(wrap(std::io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes).map_err(wrap)?;
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
