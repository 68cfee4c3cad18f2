//! Files that appear whole or not at all.
//!
//! A kit is written into a hidden folder beside its place and moved there when
//! it is complete, so that a full disk, a crash or Ctrl-C leaves the last kit as
//! it was. A hidden folder names the process that writes it: what one
//! that was killed left behind is removed by the next one at the same place.

mod making;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

pub use making::Making;
use naik_core::encode::hex;
pub(crate) use naik_store::blob::digest as sha256;
use sha2::{Digest, Sha256};

use crate::error::AppError;

/// A folder in the making; dropped without [`Staging::finish`], it vanishes.
pub(crate) struct Staging {
    partial: PathBuf,
    place: PathBuf,
    finished: bool,
}

/// Folders and files in the making, for a program that has to end at once.
static OPEN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn open() -> std::sync::MutexGuard<'static, Vec<PathBuf>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes every folder and file in the making, for a program that ends without waiting for its work.
pub fn abandon() {
    for partial in open().drain(..) {
        // Another thread may still write into it: what it makes anew is removed by the next run.
        let _ = fs::remove_file(&partial)
            .or_else(|_| fs::remove_dir_all(&partial))
            .or_else(|_| fs::remove_dir_all(&partial));
    }
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
        let parent = parent(place);
        if place.exists() && !place.is_dir() {
            return Err(AppError::write(place, io::ErrorKind::NotADirectory.into()));
        }
        sweep(parent, &name);
        let partial = parent.join(format!(".{name}.{}.partial", std::process::id()));
        fs::create_dir_all(&partial).map_err(|source| AppError::write(place, source))?;
        open().push(partial.clone());
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

    /// A file without a name on the folder's disk, which is gone when it is closed.
    ///
    /// # Errors
    /// When the folder can't be written.
    pub(crate) fn nameless(&self) -> Result<fs::File, AppError> {
        tempfile::tempfile_in(&self.partial).map_err(|source| AppError::write(&self.place, source))
    }

    /// Where the folder will stand.
    pub(crate) fn place(&self) -> &Path {
        &self.place
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

    /// Copies a file that stands elsewhere.
    ///
    /// # Errors
    /// When it can't be read, the disk is full or the folder can't be written.
    pub(crate) fn copy(&self, from: &Path, relative: &str) -> Result<(), AppError> {
        let to = self.path(relative)?;
        let mut source = fs::File::open(from).map_err(|e| AppError::read(from, e))?;
        fs::File::create(&to)
            .and_then(|mut target| io::copy(&mut source, &mut target))
            .map_err(|e| AppError::write(&self.place.join(relative), e))?;
        Ok(())
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
        open().retain(|partial| *partial != self.partial);
        if !self.finished {
            // Nothing to tell anyone: the job that failed has told already.
            let _ = fs::remove_dir_all(&self.partial);
        }
    }
}

fn parent(path: &Path) -> &Path {
    path.parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Removes what killed processes left of the folder or file `name`, and puts back an old folder that one of them had
/// moved away without putting the new one in its place.
fn sweep(parent: &Path, name: &str) {
    // Only where the system lists its processes can it be known that one is gone.
    if !Path::new("/proc/self").exists() {
        return;
    }
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        let Some((process, ending)) = left_by(&path, name) else {
            continue;
        };
        let place = parent.join(name);
        // In a container every run may have the same number: what this one did not open is a dead one's.
        let own = process == std::process::id() && open().contains(&path.with_extension("partial"));
        let other = process != std::process::id();
        if own || (other && Path::new(&format!("/proc/{process}")).exists()) {
            continue;
        }
        if ending == "old" && !place.exists() {
            let _ = fs::rename(&path, &place);
        } else {
            let _ = fs::remove_dir_all(&path).or_else(|_| fs::remove_file(&path));
        }
    }
}

/// The process of `.name.123.partial` or `.name.123.old`, and which of the two it is.
fn left_by<'a>(path: &'a Path, name: &str) -> Option<(u32, &'a str)> {
    let file = path.file_name()?.to_str()?;
    let rest = file
        .strip_prefix('.')?
        .strip_prefix(name)?
        .strip_prefix('.')?;
    let (process, ending) = rest.split_once('.')?;
    matches!(ending, "partial" | "old").then_some((process.parse().ok()?, ending))
}

/// Refuses a folder into which nothing can be written, before any work is done for it; makes it when it is absent.
///
/// # Errors
/// When it is a file, may not be written, or the disk is full.
pub fn writable(folder: &Path) -> Result<(), AppError> {
    let wrap = |source| AppError::write(folder, source);
    if folder.exists() && !folder.is_dir() {
        return Err(wrap(io::ErrorKind::NotADirectory.into()));
    }
    fs::create_dir_all(folder).map_err(wrap)?;
    let probe = folder.join(format!(".{}.partial", std::process::id()));
    let tried = fs::write(&probe, b"naikkelas").map_err(wrap);
    let _ = fs::remove_file(&probe);
    tried
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
        let kind = fs::symlink_metadata(&path)?.file_type();
        if kind.is_symlink() {
            // The link itself is the owner's; what it leads to stays where it is.
            relink(&path, &target.join(relative))?;
        } else if kind.is_dir() {
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

/// Makes a link anew at another place, where the system has links and the place is free.
fn relink(link: &Path, to: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if fs::symlink_metadata(to).is_err() {
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent)?;
        }
        std::os::unix::fs::symlink(fs::read_link(link)?, to)?;
    }
    Ok(())
}

/// Writes one file whole: beside its place first, then moved.
///
/// # Errors
/// When it can't be written.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    let mut file = Making::begin(path)?;
    file.write_all(bytes)
        .map_err(|source| AppError::write(path, source))?;
    file.finish()
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
    fn what_a_killed_process_left_is_swept_and_a_living_ones_is_not() {
        let root = folder("sweep");
        let place = root.join("kit");
        // No Linux has processes of this number.
        let dead = root.join(".kit.4294967295.partial");
        let other = root.join(".other.4294967295.partial");
        let alive = root.join(".kit.1.partial");
        let again = root.join(format!(".kit.{}.old", std::process::id()));
        for path in [&dead, &other, &alive, &again] {
            fs::create_dir_all(path.join("photos")).unwrap();
        }
        fs::create_dir_all(&place).unwrap();
        Staging::begin(&place).unwrap().finish(|_| true).unwrap();
        assert_eq!(again.exists(), !Path::new("/proc/self").exists());
        assert_eq!(dead.exists(), !Path::new("/proc/self").exists());
        assert!(other.exists() && alive.exists() && place.exists());
    }

    #[test]
    fn a_kit_that_a_killed_process_had_moved_away_comes_back() {
        let root = folder("back");
        let old = root.join(".kit.4294967295.old");
        fs::create_dir_all(&old).unwrap();
        fs::write(old.join("note.txt"), b"mine").unwrap();
        let place = root.join("kit");
        drop(Staging::begin(&place).unwrap());
        if Path::new("/proc/self").exists() {
            assert_eq!(fs::read(place.join("note.txt")).unwrap(), b"mine");
            assert!(!old.exists());
        }
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_refused_at_once() {
        let root = folder("file");
        let place = root.join("kit");
        fs::write(&place, b"mine").unwrap();
        assert!(Staging::begin(&place).is_err());
        assert!(writable(&place).is_err());
        assert!(writable(&root.join("new")).is_ok());
        assert_eq!(fs::read(&place).unwrap(), b"mine");
        assert_eq!(fs::read_dir(root.join("new")).unwrap().count(), 0);
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
        #[cfg(unix)]
        std::os::unix::fs::symlink(".", place.join("loop")).unwrap();

        let second = Staging::begin(&place).unwrap();
        second.write("photos/a.png", b"new").unwrap();
        second
            .finish(|path| path != Path::new("photos/note.txt"))
            .unwrap();

        assert_eq!(fs::read(place.join("photos/a.png")).unwrap(), b"new");
        assert_eq!(fs::read(place.join("photos/note.txt")).unwrap(), b"mine");
        assert!(!place.join("gone.txt").exists());
        #[cfg(unix)]
        assert_eq!(fs::read_link(place.join("loop")).unwrap(), Path::new("."));
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
