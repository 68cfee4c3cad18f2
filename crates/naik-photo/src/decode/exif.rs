//! The one thing wanted from EXIF: which way is up. Everything else is dropped.

use super::Orientation;

/// Tag number of the orientation in the first directory (EXIF 2.32, 4.6.4).
const ORIENTATION: u16 = 0x0112;

/// Reads the orientation from a TIFF block; upright when it says nothing understandable.
pub(super) fn orientation(block: &[u8]) -> Orientation {
    read(block.strip_prefix(b"Exif\0\0").unwrap_or(block)).unwrap_or_default()
}

fn read(tiff: &[u8]) -> Option<Orientation> {
    let little = match tiff.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let two: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(two)
        } else {
            u16::from_be_bytes(two)
        })
    };
    let four: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let first = if little {
        u32::from_le_bytes(four)
    } else {
        u32::from_be_bytes(four)
    };
    let first = usize::try_from(first).ok()?;
    let count = usize::from(short(first)?);
    (0..count).find_map(|index| {
        let entry = first.checked_add(2 + index * 12)?;
        (short(entry)? == ORIENTATION).then(|| Orientation::from_exif(short(entry + 8)?))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(little: bool, value: u16) -> Vec<u8> {
        let mut out = b"Exif\0\0".to_vec();
        if little {
            out.extend(b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0");
            out.extend(value.to_le_bytes());
        } else {
            out.extend(b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01");
            out.extend(value.to_be_bytes());
        }
        out.extend([0; 6]);
        out
    }

    #[test]
    fn both_byte_orders_are_read() {
        for value in 1..=8 {
            let expected = Orientation::from_exif(value).unwrap();
            assert_eq!(orientation(&block(true, value)), expected);
            assert_eq!(orientation(&block(false, value)), expected);
        }
    }

    #[test]
    fn nonsense_is_upright() {
        for bytes in [
            &b""[..],
            b"II",
            b"Exif\0\0MM",
            b"II*\0\xff\xff\xff\xff",
            b"II*\0\x08\0\0\0\xff\xff",
        ] {
            assert_eq!(orientation(bytes), Orientation::Upright, "{bytes:?}");
        }
        assert_eq!(orientation(&block(true, 9)), Orientation::Upright);
    }
}
