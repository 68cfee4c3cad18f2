//! Many files in one ZIP, written as it goes: no more than a buffer is in memory, and the same files give the same bytes.
//!
//! Sizes and sums stand before each file's content (not after it, as writers to a stream usually do), because
//! simple readers on phones refuse stored files otherwise. That is why a source is read twice.

use std::collections::BTreeSet;
use std::io::{self, Read, Seek, SeekFrom, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// 1 January 1980, the first day that the format knows.
const DAY: u16 = 0x0021;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
/// Version 2.0 of the format: folders and deflate.
const VERSION: u16 = 20;
/// Made on Unix, so that the rights below are read.
const MADE_BY: u16 = (3 << 8) | VERSION;
/// An ordinary file that its owner may write and everyone may read.
const RIGHTS: u32 = 0o100_644 << 16;
/// What is compressed is compressed in memory: texts, sheets and pages, never more than this.
const PACKED_MAX: u64 = 16_000_000;

/// Files that do not shrink: they are stored as they are.
const STORED: &[&str] = &[
    "jpg", "jpeg", "png", "webp", "mp4", "xlsx", "zip", "woff2", "pdf",
];

/// An archive in the making.
pub struct Archive<W> {
    writer: W,
    at: u64,
    entries: Vec<Entry>,
    names: BTreeSet<String>,
}

struct Entry {
    name: String,
    method: u16,
    sum: u32,
    packed: u32,
    size: u32,
    at: u32,
}

impl<W: Write> Archive<W> {
    /// Starts an archive.
    pub fn new(writer: W) -> Self {
        Self {
            writer,
            at: 0,
            entries: Vec::new(),
            names: BTreeSet::new(),
        }
    }

    /// Adds a file. Its name is made relative and safe; `false` when nothing of the name is left, or it is there already
    /// (also where only capitals differ, which many phones and computers take for the same).
    ///
    /// # Errors
    /// When the source can't be read or changes while it is read, the archive can't be written, or 4 GB are reached.
    pub fn add(&mut self, name: &str, source: &mut (impl Read + Seek)) -> io::Result<bool> {
        let name = safe(name);
        if name.is_empty() || !self.names.insert(name.to_lowercase()) {
            return Ok(false);
        }
        let start = source.stream_position()?;
        let mut sum = flate2::Crc::new();
        let size = pour(source, |part| {
            sum.update(part);
            Ok(())
        })?;
        source.seek(SeekFrom::Start(start))?;
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        let is_stored = STORED.contains(&ending.as_str()) || size > PACKED_MAX;
        let packed = if is_stored {
            None
        } else {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(6));
            let again = pour(source, |part| encoder.write_all(part))?;
            same(again, size)?;
            Some(encoder.finish()?)
        };
        let entry = Entry {
            name,
            method: if is_stored { 0 } else { 8 },
            sum: sum.sum(),
            packed: small(packed.as_ref().map_or(size, |packed| packed.len() as u64))?,
            size: small(size)?,
            at: small(self.at)?,
        };
        self.write(&entry.local()?)?;
        match packed {
            Some(packed) => self.write(&packed)?,
            None => {
                let mut again = flate2::Crc::new();
                let length = pour(source, |part| {
                    again.update(part);
                    self.write(part)
                })?;
                same(length, size)?;
                same(u64::from(again.sum()), u64::from(entry.sum))?;
            }
        }
        self.entries.push(entry);
        Ok(true)
    }

    /// Writes the list of files and hands the writer back.
    ///
    /// # Errors
    /// When it can't be written, or 4 GB or 65,535 files are reached.
    pub fn finish(mut self) -> io::Result<W> {
        let start = small(self.at)?;
        let entries = std::mem::take(&mut self.entries);
        for entry in &entries {
            self.write(&entry.central()?)?;
        }
        let count = u16::try_from(entries.len()).map_err(|_| too_large())?;
        let length = small(self.at)?.saturating_sub(start);
        let mut end = b"PK\x05\x06".to_vec();
        end.extend([0; 4]);
        end.extend(count.to_le_bytes());
        end.extend(count.to_le_bytes());
        end.extend(length.to_le_bytes());
        end.extend(start.to_le_bytes());
        end.extend([0; 2]);
        self.write(&end)?;
        self.writer.flush()?;
        Ok(self.writer)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.writer.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }
}

impl Entry {
    fn local(&self) -> io::Result<Vec<u8>> {
        let mut out = b"PK\x03\x04".to_vec();
        out.extend(VERSION.to_le_bytes());
        self.common(&mut out)?;
        out.extend(self.name.as_bytes());
        Ok(out)
    }

    fn central(&self) -> io::Result<Vec<u8>> {
        let mut out = b"PK\x01\x02".to_vec();
        out.extend(MADE_BY.to_le_bytes());
        out.extend(VERSION.to_le_bytes());
        self.common(&mut out)?;
        // No comment, disk 0, nothing said about text.
        out.extend([0; 6]);
        out.extend(RIGHTS.to_le_bytes());
        out.extend(self.at.to_le_bytes());
        out.extend(self.name.as_bytes());
        Ok(out)
    }

    fn common(&self, out: &mut Vec<u8>) -> io::Result<()> {
        let length = u16::try_from(self.name.len()).map_err(|_| too_large())?;
        out.extend(UTF8.to_le_bytes());
        out.extend(self.method.to_le_bytes());
        out.extend([0; 2]);
        out.extend(DAY.to_le_bytes());
        out.extend(self.sum.to_le_bytes());
        out.extend(self.packed.to_le_bytes());
        out.extend(self.size.to_le_bytes());
        out.extend(length.to_le_bytes());
        out.extend([0; 2]);
        Ok(())
    }
}

/// Reads to the end, part by part; how many bytes there were.
fn pour(source: &mut impl Read, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<u64> {
    let mut buffer = vec![0; 64 * 1024];
    let mut total = 0;
    loop {
        let count = match source.read(&mut buffer) {
            Ok(0) => return Ok(total),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        take(buffer.get(..count).unwrap_or_default())?;
        total += count as u64;
    }
}

fn small(number: u64) -> io::Result<u32> {
    u32::try_from(number).map_err(|_| too_large())
}

fn same(found: u64, wanted: u64) -> io::Result<()> {
    if found == wanted {
        return Ok(());
    }
    let message = "the file changed while it was read";
    Err(io::Error::new(io::ErrorKind::InvalidData, message))
}

fn too_large() -> io::Error {
    io::Error::new(
        io::ErrorKind::FileTooLarge,
        "an archive holds at most 4 GB and 65,535 files",
    )
}

/// A relative path with `/`, without `..`, drive letters, or characters that a system refuses in names.
pub(crate) fn safe(name: &str) -> String {
    name.split(['/', '\\'])
        .map(|part| {
            let part: String = part
                .chars()
                .filter(|c| !c.is_control() && !"<>:\"|?*".contains(*c))
                .collect();
            // Windows drops them silently, and two names become one.
            part.trim_end_matches([' ', '.']).trim_start().to_owned()
        })
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = Archive::new(Vec::new());
        for (name, bytes) in files {
            archive.add(name, &mut Cursor::new(bytes)).unwrap();
        }
        archive.finish().unwrap()
    }

    #[test]
    fn what_goes_in_comes_out() {
        let picture: Vec<u8> = (0..200_000_u32).map(|i| (i * 7919 % 251) as u8).collect();
        let text = "Keripik tempe. ".repeat(900);
        let files: &[(&str, &[u8])] = &[
            ("kit/foto é.jpg", &picture),
            ("kit/copy/a.txt", text.as_bytes()),
            ("../../kit/empty.txt", b""),
            ("KIT/Copy/A.txt", b"the same name on a phone"),
            ("..", b"no name"),
        ];
        let bytes = packed(files);
        assert_eq!(bytes, packed(files));
        assert!(bytes.len() < picture.len() + 2_000);
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(read.len(), 3);
        for (name, wanted, method) in [
            (
                "kit/foto é.jpg",
                picture.as_slice(),
                zip::CompressionMethod::Stored,
            ),
            (
                "kit/copy/a.txt",
                text.as_bytes(),
                zip::CompressionMethod::Deflated,
            ),
            ("kit/empty.txt", b"", zip::CompressionMethod::Deflated),
        ] {
            let mut file = read.by_name(name).unwrap();
            assert_eq!(file.compression(), method);
            assert_eq!(file.unix_mode(), Some(0o100_644));
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            assert_eq!(content, wanted, "{name}");
        }
    }

    #[test]
    fn names_are_safe_everywhere() {
        for (name, wanted) in [
            ("/etc/passwd", "etc/passwd"),
            ("C:\\kit\\a.txt", "C/kit/a.txt"),
            ("a/../b", "a/b"),
            ("a\u{0}\n?.txt", "a.txt"),
            ("a. /b", "a/b"),
            ("...", ""),
        ] {
            assert_eq!(safe(name), wanted);
        }
    }

    #[test]
    fn a_full_disk_is_told() {
        struct Full(usize);
        impl Write for Full {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                if self.0 < bytes.len() {
                    return Err(io::ErrorKind::StorageFull.into());
                }
                self.0 -= bytes.len();
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut archive = Archive::new(Full(100));
        let error = archive
            .add("a.jpg", &mut Cursor::new([1_u8; 500]))
            .unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    }
}
