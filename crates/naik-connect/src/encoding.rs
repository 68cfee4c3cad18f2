//! Bytes of text files as they come from Notepad, Excel and phones.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Text in UTF-8 or UTF-16, with or without its mark; anything else is read as Windows-1252, which Excel writes. UTF-8 is
/// not copied.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    decode_told(bytes).0
}

/// The same, and whether some bytes fitted neither UTF-8 nor UTF-16, so that their letters are guessed.
pub(crate) fn decode_told(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if let Some(rest) = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]) {
        let text = String::from_utf8_lossy(rest);
        let damaged = matches!(text, Cow::Owned(_));
        return (text, damaged);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xff, 0xfe]) {
        return UTF_16LE.decode_without_bom_handling(rest);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        return UTF_16BE.decode_without_bom_handling(rest);
    }
    // Files start with a key or a bracket, so every second byte of an unmarked UTF-16 one is 0 at the start.
    match bytes {
        [a, 0, b, 0, ..] if *a != 0 && *b != 0 => {
            return UTF_16LE.decode_without_bom_handling(bytes);
        }
        [0, a, 0, b, ..] if *a != 0 && *b != 0 => {
            return UTF_16BE.decode_without_bom_handling(bytes);
        }
        _ => {}
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_is_read() {
        let wide = |f: fn(u16) -> [u8; 2]| {
            "nama = \"Café\""
                .encode_utf16()
                .flat_map(f)
                .collect::<Vec<u8>>()
        };
        let (le, be) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
        let cases: [Vec<u8>; 7] = [
            "nama = \"Café\"".into(),
            [b"\xef\xbb\xbf".as_slice(), "nama = \"Café\"".as_bytes()].concat(),
            [b"\xff\xfe".as_slice(), &le].concat(),
            [b"\xfe\xff".as_slice(), &be].concat(),
            le,
            be,
            b"nama = \"Caf\xe9\"".to_vec(),
        ];
        for bytes in cases {
            assert_eq!(decode(&bytes), "nama = \"Café\"");
            assert_eq!(
                decode_told(&bytes).1,
                bytes.ends_with(b"\xe9\""),
                "{bytes:?}"
            );
        }
        assert!(decode_told(b"\xef\xbb\xbfCaf\xe9").1);
    }

    #[test]
    fn a_usual_file_is_not_copied() {
        for bytes in ["Café".as_bytes(), b"\xef\xbb\xbfCaf\xc3\xa9"] {
            assert!(matches!(decode(bytes), Cow::Borrowed("Café")));
        }
    }
}
