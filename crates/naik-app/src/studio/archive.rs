//! The whole kit as one file to take along.

use std::fs::File;
use std::io::{Cursor, Write};
use std::path::Path;

use naik_connect::archive::Archive;

use crate::error::AppError;
use crate::kit::{KIT_FILE, standing};

/// Writes a kit that stands on the disk as ZIP, its files in a folder of the kit's name: the page first, then in the
/// contract's order. What is in memory at once is small, and the same kit gives the same bytes.
///
/// Files that are no part of the kit, or were deleted from it, are left out.
///
/// # Errors
/// When the folder is no kit, or something can't be read or written. `writer` then holds a part of an archive.
pub fn archive<W: Write>(folder: &Path, writer: W) -> Result<W, AppError> {
    let kit = standing::read(folder)?;
    let mut archive = Archive::new(writer);
    let wrap = |source| AppError::write(folder, source);
    let page = |path: &&str| path.ends_with(".html");
    let paths = || kit.outputs.iter().map(|output| output.path.as_str());
    for path in paths()
        .filter(page)
        .chain(paths().filter(|path| !page(path)))
    {
        let file = folder.join(path);
        // A link leads out of the kit.
        if !file.symlink_metadata().is_ok_and(|found| found.is_file()) {
            continue;
        }
        let mut file = File::open(&file).map_err(|source| AppError::read(&file, source))?;
        archive
            .add(&format!("{}/{path}", kit.slug), &mut file)
            .map_err(wrap)?;
    }
    let contract = crate::source::read(&folder.join(KIT_FILE))?;
    archive
        .add(
            &format!("{}/{KIT_FILE}", kit.slug),
            &mut Cursor::new(contract),
        )
        .map_err(wrap)?;
    archive.finish().map_err(wrap)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::studio::sample;

    #[test]
    fn the_whole_kit_goes_along_and_nothing_else() {
        let place = sample::place("archive");
        let kit = sample::kit(&place);
        fs::write(kit.join("catatan.txt"), "the owner's own").unwrap();
        fs::remove_file(kit.join("posts/story.jpg")).unwrap();
        #[cfg(unix)]
        {
            fs::remove_file(kit.join("posts/feed.jpg")).unwrap();
            std::os::unix::fs::symlink("/etc/hostname", kit.join("posts/feed.jpg")).unwrap();
        }
        let bytes = archive(&kit, Vec::new()).unwrap();
        assert_eq!(bytes, archive(&kit, Vec::new()).unwrap());
        let text = String::from_utf8_lossy(&bytes);
        let has = |path: &str| text.contains(&format!("v1/{path}"));
        for path in [
            "index.html",
            "kit.json",
            "photos/foto/cutout.png",
            "listings/shopee.xlsx",
        ] {
            assert!(has(path), "{path}");
        }
        for path in ["catatan.txt", "posts/story.jpg"] {
            assert!(!has(path), "{path}");
        }
        assert!(cfg!(not(unix)) || !has("posts/feed.jpg"));
        let length = |path: &str| fs::metadata(kit.join(path)).unwrap().len();
        assert!(bytes.len() as u64 > length("photos/foto/cutout.png"));
        assert!(archive(&place, Vec::new()).is_err());
    }
}
