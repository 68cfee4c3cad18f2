//! One file in the making, of any length: written beside its place and moved there when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::{open, parent, sweep};
use crate::error::AppError;

/// A file in the making; dropped without [`Making::finish`], it vanishes, and what stood in its place stays.
///
/// Where a link stands, the file that it leads to is replaced. What is no file (a pipe, `/dev/null`) has nothing to lose and is
/// written as it is.
pub struct Making {
    writer: BufWriter<File>,
    /// Where it is written until it is whole; none for what is no file, and once it has been moved.
    partial: Option<PathBuf>,
    place: PathBuf,
}

impl Making {
    /// Starts a file that will stand at `path`; folders above it are made.
    ///
    /// # Errors
    /// When a folder stands there, the file there may not be written, or nothing can be written beside it.
    pub fn begin(path: &Path) -> Result<Self, AppError> {
        let wrap = |source| AppError::write(path, source);
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let mut permissions = None;
        if let Ok(there) = fs::metadata(&place) {
            if there.is_dir() {
                return Err(wrap(io::ErrorKind::IsADirectory.into()));
            }
            // A file that is kept from writing is not replaced either: a move alone would not ask.
            let file = File::options().write(true).open(&place).map_err(wrap)?;
            if !there.is_file() {
                return Ok(Self {
                    writer: BufWriter::new(file),
                    partial: None,
                    place,
                });
            }
            permissions = Some(there.permissions());
        }
        let folder = parent(&place);
        fs::create_dir_all(folder).map_err(wrap)?;
        let name = place
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        sweep(folder, &name);
        let partial = folder.join(format!(".{name}.{}.partial", std::process::id()));
        let file = File::create(&partial).map_err(wrap)?;
        open().push(partial.clone());
        let making = Self {
            writer: BufWriter::new(file),
            partial: Some(partial.clone()),
            place,
        };
        if let Some(permissions) = permissions {
            fs::set_permissions(&partial, permissions).map_err(wrap)?;
        }
        Ok(making)
    }

    /// Moves the file to its place.
    ///
    /// # Errors
    /// When the disk is full or it can't be moved; what stood there then stands as before.
    pub fn finish(mut self) -> Result<(), AppError> {
        let moved = self.writer.flush().and_then(|()| match &self.partial {
            Some(partial) => fs::rename(partial, &self.place),
            None => Ok(()),
        });
        moved.map_err(|source| AppError::write(&self.place, source))?;
        if let Some(partial) = self.partial.take() {
            open().retain(|other| *other != partial);
        }
        Ok(())
    }
}

impl Write for Making {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        if let Some(partial) = self.partial.take() {
            open().retain(|other| *other != partial);
            // Nothing to tell anyone: whatever stopped the work has been told already.
            let _ = fs::remove_file(&partial);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("naik-making-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        path
    }

    #[test]
    fn a_file_appears_whole_and_one_that_was_given_up_leaves_the_old_one() {
        let root = folder("whole");
        let place = root.join("x.jsonl");
        fs::write(&place, b"old").unwrap();
        let mut making = Making::begin(&place).unwrap();
        making.write_all(b"half").unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"old");
        drop(making);
        assert_eq!(fs::read(&place).unwrap(), b"old");
        let mut making = Making::begin(&place).unwrap();
        making.write_all(b"new").unwrap();
        making.finish().unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"new");
        assert_eq!(fs::read_dir(&root).unwrap().count(), 1);
        assert!(Making::begin(&root).is_err());
        let deep = root.join("a/b.jsonl");
        Making::begin(&deep).unwrap().finish().unwrap();
        assert!(deep.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_rights_stay_what_they_were() {
        use std::os::unix::fs::PermissionsExt;
        let root = folder("link");
        let (place, link) = (root.join("x"), root.join("y"));
        fs::write(&place, b"old").unwrap();
        fs::set_permissions(&place, fs::Permissions::from_mode(0o600)).unwrap();
        std::os::unix::fs::symlink("x", &link).unwrap();
        let mut making = Making::begin(&link).unwrap();
        making.write_all(b"new").unwrap();
        making.finish().unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&place).unwrap(), b"new");
        let mode = fs::metadata(&place).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let mut nowhere = Making::begin(Path::new("/dev/null")).unwrap();
        nowhere.write_all(b"gone").unwrap();
        nowhere.finish().unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
