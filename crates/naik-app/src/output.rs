//! Files that appear whole or not at all.
//!
//! A kit is written into a hidden folder beside its place and moved there when
//! it is complete, so that a full disk, a power cut or Ctrl-C leaves the last
//! kit as it was.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::AppError;

/// A folder in the making; dropped without [`Staging::finish`], it vanishes.
pub(crate) struct Staging {
    partial: PathBuf,
    place: PathBuf,
    finished: bool,
}

/// What was written, for the kit's contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// Bytes.
    pub(crate) bytes: u64,
    /// SHA-256 in hexadecimal.
    pub(crate) sha256: String,
}

impl Staging {
    /// Starts a folder that will stand at `place`.
    ///
    /// # Errors
    /// When nothing can be written beside `place`, with the reason in words.
    pub(crate) fn begin(place: &Path) -> Result<Self, AppError> {
        let name = place
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let parent = place
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let partial = parent.join(format!(".{name}.{}.partial", std::process::id()));
        fs::create_dir_all(&partial).map_err(|source| AppError::write(place, source))?;
        Ok(Self {
            partial,
            place: place.to_owned(),
            finished: false,
        })
    }

    /// The path of a file in the making; its folders are there afterwards.
    ///
    /// # Errors
    /// When the folders can't be made.
    pub(crate) fn path(&self, relative: &str) -> Result<PathBuf, AppError> {
        let path = self.partial.join(relative);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|source| AppError::write(&self.place, source))?;
        }
        Ok(path)
    }

    /// Writes one file.
    ///
    /// # Errors
    /// When the disk is full or the folder can't be written.
    pub(crate) fn write(&self, relative: &str, bytes: &[u8]) -> Result<Written, AppError> {
        let path = self.path(relative)?;
        fs::write(&path, bytes)
            .map_err(|source| AppError::write(&self.place.join(relative), source))?;
        Ok(Written {
            bytes: bytes.len() as u64,
            sha256: sha256(bytes),
        })
    }

    /// Describes a file that another program wrote into the folder.
    ///
    /// # Errors
    /// When it can't be read.
    pub(crate) fn describe(&self, relative: &str) -> Result<Written, AppError> {
        let path = self.partial.join(relative);
        let mut file = fs::File::open(&path).map_err(|source| AppError::read(&path, source))?;
        let mut hash = Sha256::new();
        let bytes = io::copy(&mut file, &mut HashWriter(&mut hash))
            .map_err(|source| AppError::read(&path, source))?;
        Ok(Written {
            bytes,
            sha256: hex(&hash.finalize()),
        })
    }

    /// Moves the folder to its place. What an owner put into the old one is taken along;
    /// files of the old kit itself, named by `ours`, are replaced.
    ///
    /// # Errors
    /// When it can't be moved; the old folder then stands as before.
    pub(crate) fn finish(mut self, ours: impl Fn(&Path) -> bool) -> Result<PathBuf, AppError> {
        let wrap = |source| AppError::write(&self.place, source);
        let old = self.partial.with_extension("old");
        let had_old = self.place.exists();
        if had_old {
            keep_foreign(&self.place, &self.place, &self.partial, &ours).map_err(wrap)?;
            fs::rename(&self.place, &old).map_err(wrap)?;
        }
        if let Err(source) = fs::rename(&self.partial, &self.place) {
            if had_old {
                fs::rename(&old, &self.place).map_err(wrap)?;
            }
            return Err(wrap(source));
        }
        self.finished = true;
        if had_old {
            // The new kit stands; an old one that can't be removed is litter, not a failure.
            let _ = fs::remove_dir_all(&old);
        }
        Ok(self.place.clone())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.finished {
            // Nothing to tell anyone: the job that failed has told already.
            let _ = fs::remove_dir_all(&self.partial);
        }
    }
}

/// Copies files that are not ours from the old folder, unless the new one has them.
fn keep_foreign(
    root: &Path,
    folder: &Path,
    target: &Path,
    ours: &impl Fn(&Path) -> bool,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Ok(relative) = path.strip_prefix(root) else {
            continue;
        };
        if path.is_dir() {
            keep_foreign(root, &path, target, ours)?;
        } else if !ours(relative) {
            let to = target.join(relative);
            if !to.exists() {
                if let Some(parent) = to.parent() {
                    fs::create_dir_all(parent)?;
                }
                fs::copy(&path, &to)?;
            }
        }
    }
    Ok(())
}

/// Writes one file whole: beside its place first, then moved.
///
/// # Errors
/// When it can't be written.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let wrap = |source| AppError::write(path, source);
    let parent = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(wrap)?;
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let partial = parent.join(format!(".{name}.{}.partial", std::process::id()));
    let result = fs::File::create(&partial)
        .and_then(|mut file| file.write_all(bytes))
        .and_then(|()| fs::rename(&partial, path));
    if result.is_err() {
        let _ = fs::remove_file(&partial);
    }
    result.map_err(wrap)
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

struct HashWriter<'a>(&'a mut Sha256);

impl Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("naik-output-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        path
    }

    #[test]
    fn an_unfinished_folder_vanishes() {
        let root = folder("drop");
        let place = root.join("kit");
        drop(Staging::begin(&place).unwrap());
        assert_eq!(fs::read_dir(&root).unwrap().count(), 0);
    }

    #[test]
    fn a_new_kit_replaces_ours_and_keeps_theirs() {
        let root = folder("replace");
        let place = root.join("kit");
        let first = Staging::begin(&place).unwrap();
        first.write("photos/a.png", b"old").unwrap();
        first.write("gone.txt", b"old").unwrap();
        first.finish(|_| true).unwrap();
        fs::write(place.join("photos/note.txt"), b"mine").unwrap();

        let second = Staging::begin(&place).unwrap();
        second.write("photos/a.png", b"new").unwrap();
        second
            .finish(|path| path != Path::new("photos/note.txt"))
            .unwrap();

        assert_eq!(fs::read(place.join("photos/a.png")).unwrap(), b"new");
        assert_eq!(fs::read(place.join("photos/note.txt")).unwrap(), b"mine");
        assert!(!place.join("gone.txt").exists());
        assert_eq!(fs::read_dir(&root).unwrap().count(), 1);
    }

    #[test]
    fn the_hash_is_that_of_the_standard() {
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
