//! Files in one zip, the same bytes each time.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::archive::safe;

/// A zip archive of files, in their order, with a fixed date. Pictures and videos are stored as they are
/// (they don't shrink), everything else is compressed.
///
/// Names are made relative and safe; of two files with one name the first stays.
pub fn archive(files: &[(String, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut names: Vec<String> = Vec::new();
    for (name, bytes) in files {
        let name = safe(name);
        if name.is_empty() || names.contains(&name) {
            continue;
        }
        let lower = name.to_lowercase();
        let is_packed = [".jpg", ".jpeg", ".png", ".webp", ".mp4", ".xlsx", ".zip"]
            .iter()
            .any(|end| lower.ends_with(end));
        let options = SimpleFileOptions::default()
            .compression_method(if is_packed {
                CompressionMethod::Stored
            } else {
                CompressionMethod::Deflated
            })
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .large_file(bytes.len() as u64 >= u64::from(u32::MAX));
        // Writing into memory fails for no name and size that gets here; a file that did would be missed, not the others.
        if writer
            .start_file(name.as_str(), options)
            .and_then(|()| Ok(writer.write_all(bytes)?))
            .is_ok()
        {
            names.push(name);
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn an_archive_is_the_same_each_time_and_reads_back() {
        let files = [
            ("a/foto.jpg".to_owned(), b"jpeg".as_slice()),
            ("../../etc/x.txt".to_owned(), b"text"),
            ("a/foto.jpg".to_owned(), b"other"),
        ];
        let bytes = archive(&files);
        assert_eq!(bytes, archive(&files));
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<String> = read
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        assert_eq!(names, ["a/foto.jpg", "etc/x.txt"]);
        let mut content = String::new();
        read.by_name("a/foto.jpg")
            .unwrap()
            .read_to_string(&mut content)
            .unwrap();
        assert_eq!(content, "jpeg");
        assert_eq!(
            read.by_index(0).unwrap().compression(),
            CompressionMethod::Stored
        );
    }
}
