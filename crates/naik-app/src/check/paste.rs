//! A message in a file, or pasted: as text, whatever program wrote it. What is no text is refused.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use naik_core::message::Message;

use crate::error::AppError;

/// The largest text that is judged as one message, in bytes.
const TEXT_MAX: u64 = 10_000_000;
/// Bytes by which a text in UTF-16, or something that is no text, is known.
const LOOKED_AT: usize = 1024;

/// A text and whether some of its bytes were none.
#[derive(Debug)]
pub struct Pasted {
    /// The text; bytes that are no letters became `�`.
    pub text: String,
    /// Whether there were such bytes.
    pub damaged: bool,
}

/// A text from a file; bytes that are no letters are shown as `�`, and that is told.
///
/// # Errors
/// When it can't be read, has more than 10 MB, or is a picture, a document or another thing that is no plain text.
pub fn pasted(path: &Path) -> Result<Pasted, AppError> {
    let wrap = |source| AppError::read(path, source);
    let file = File::open(path).map_err(wrap)?;
    if file.metadata().map_err(wrap)?.is_dir() {
        return Err(wrap(std::io::ErrorKind::IsADirectory.into()));
    }
    pasted_from(file, path)
}

/// The same from any reader.
///
/// # Errors
/// As [`pasted`].
pub fn pasted_from(reader: impl Read, path: &Path) -> Result<Pasted, AppError> {
    let mut bytes = Vec::new();
    reader
        .take(TEXT_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| AppError::read(path, e))?;
    let refused = |key: &str| AppError::Refused(Message::new(key).with("path", path.display()));
    if bytes.len() as u64 > TEXT_MAX {
        return Err(refused("filter-text-large"));
    }
    if is_picture(&bytes) {
        return Err(refused("filter-is-picture"));
    }
    if is_document(&bytes) {
        return Err(refused("filter-not-text"));
    }
    if let Some(big) = utf16(&bytes) {
        return Ok(from_utf16(&bytes, big));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Pasted {
            text,
            damaged: false,
        }),
        // Letters of an old code page are no reason to refuse; zeros among them are.
        Err(error) if error.as_bytes().iter().take(LOOKED_AT).any(|b| *b == 0) => {
            Err(refused("filter-not-text"))
        }
        Err(error) => Ok(Pasted {
            text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            damaged: true,
        }),
    }
}

/// Whether bytes begin as pictures do that tesseract reads.
pub(super) fn is_picture(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 6] = [
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF87a",
        b"GIF89a",
        b"II*\0",
        b"MM\0*",
    ];
    starts.iter().any(|start| bytes.starts_with(start))
        || bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
        || is_bitmap(bytes)
}

/// `BM` begins messages too: of a bitmap, four bytes are zero and the length of its second header is one of those that exist.
fn is_bitmap(bytes: &[u8]) -> bool {
    let header = bytes.get(14..18).and_then(|b| b.try_into().ok());
    bytes.starts_with(b"BM")
        && bytes.get(6..10) == Some(&[0; 4])
        && header
            .map(u32::from_le_bytes)
            .is_some_and(|length| [12, 16, 40, 52, 56, 64, 108, 124].contains(&length))
}

/// Whether bytes begin as documents, archives and recordings do that people send one another.
fn is_document(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 9] = [
        // DOCX, XLSX, ODT, APK and ZIP; DOC and XLS.
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"%PDF-",
        b"{\\rtf",
        b"\x1f\x8b",
        b"Rar!\x1a\x07",
        b"7z\xbc\xaf\x27\x1c",
        b"OggS\0",
    ];
    starts.iter().any(|start| bytes.starts_with(start))
}

/// Whether bytes are UTF-16, and then whether each letter's upper half comes first. Windows says so at the start; else half of the
/// bytes of a text in Latin letters are zero.
fn utf16(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(false),
        [0xfe, 0xff, ..] => return Some(true),
        _ => {}
    }
    let looked = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let units = looked.len() / 2;
    let zeros = |first: usize| {
        let half = looked.iter().skip(first).step_by(2);
        half.filter(|b| **b == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    // Three in four, for a text with emoji.
    let most = |count: usize| units >= 4 && count * 4 >= units * 3;
    if even == 0 && most(odd) {
        Some(false)
    } else if odd == 0 && most(even) {
        Some(true)
    } else {
        None
    }
}

fn from_utf16(bytes: &[u8], big: bool) -> Pasted {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let unit = if big {
        u16::from_be_bytes
    } else {
        u16::from_le_bytes
    };
    let units = pairs.iter().map(|pair| unit(*pair));
    let mut damaged = !rest.is_empty();
    let text: String = char::decode_utf16(units)
        .map(|letter| {
            letter.unwrap_or_else(|_| {
                damaged = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    Pasted {
        text: text.trim_start_matches('\u{feff}').to_owned(),
        damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paste(bytes: &[u8]) -> Result<(String, bool), String> {
        pasted_from(bytes, Path::new("pesan"))
            .map(|p| (p.text, p.damaged))
            .map_err(|error| match error {
                AppError::Refused(message) => message.key,
                other => other.to_string(),
            })
    }

    #[test]
    fn texts_are_read_whatever_wrote_them_and_other_files_are_refused() {
        let said = "Selamat! Nomor Anda menang 🔥";
        let units: Vec<u16> = said.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|u| u.to_be_bytes()).collect();
        let fine = Ok((said.to_owned(), false));
        assert_eq!(paste(said.as_bytes()), fine);
        assert_eq!(paste(&little), fine);
        assert_eq!(paste(&big), fine);
        assert_eq!(paste(&[&b"\xff\xfe"[..], &little].concat()), fine);
        assert_eq!(paste(&[&b"\xfe\xff"[..], &big].concat()), fine);
        let cut = paste(&[&b"\xff\xfe"[..], &little[..little.len() - 1]].concat());
        assert!(cut.unwrap().1);
        assert_eq!(paste(b""), Ok((String::new(), false)));
        assert_eq!(paste(b"halo\0\0kak\0").map(|p| p.1), Ok(false));
        // Latin-1 letters are shown as what they are not, and that is told.
        for text in [&b"BM caf\xe9 buka lagi"[..], b"RIFF caf\xe9", b"BM\xe9"] {
            assert_eq!(paste(text).map(|p| p.1), Ok(true), "{text:?}");
        }
        let bitmap = [
            &b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"[..],
            &[0xff; 40],
        ]
        .concat();
        for (bytes, key) in [
            (&bitmap[..], "filter-is-picture"),
            (b"\x89PNG\r\n\x1a\n", "filter-is-picture"),
            (b"PK\x03\x04\x14\0\x06\0", "filter-not-text"),
            (b"%PDF-1.7 halo", "filter-not-text"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "filter-not-text"),
            (b"\x7fELF\x02\x01\x01\0\0\0\xff\0\0", "filter-not-text"),
        ] {
            assert_eq!(paste(bytes), Err(key.to_owned()), "{bytes:?}");
        }
    }

    #[test]
    fn a_folder_is_no_message() {
        let folder = std::env::temp_dir();
        assert!(matches!(
            pasted(&folder),
            Err(AppError::Read { source, .. }) if source.kind() == std::io::ErrorKind::IsADirectory
        ));
    }
}
