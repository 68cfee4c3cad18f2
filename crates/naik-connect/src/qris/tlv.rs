//! The grammar of payment codes (EMVCo, merchant-presented): two digits of id, two of length, then the value.

use super::QrisError;

/// The field that closes a code.
pub(super) const CHECKSUM: u8 = 63;
/// The national register of merchants.
pub(super) const NATIONAL: u8 = 51;

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its number, 0 to 99.
    pub id: u8,
    /// Its text; lengths count characters.
    pub value: String,
    /// Where its value starts in the whole code, in characters.
    pub(super) at: usize,
}

impl Field {
    /// A field that is still without a place.
    pub(super) fn new(id: u8, value: &str) -> Self {
        Self {
            id,
            value: value.to_owned(),
            at: 0,
        }
    }

    /// Whether its value holds fields of its own.
    pub(super) fn is_template(&self) -> bool {
        matches!(self.id, 26..=51 | 62 | 64 | 80..=99)
    }
}

/// Fields one after the other; `start` is where the text begins in the whole code.
pub(super) fn read(text: &str, start: usize) -> Result<Vec<Field>, QrisError> {
    let mut fields: Vec<Field> = Vec::new();
    let mut chars = text.chars();
    let mut at = start;
    loop {
        let Some(first) = chars.next() else {
            return Ok(fields);
        };
        let mut digit = |c: Option<char>| c.and_then(|c| c.to_digit(10));
        let head = [Some(first), chars.next(), chars.next(), chars.next()].map(&mut digit);
        let [Some(a), Some(b), Some(c), Some(d)] = head else {
            return Err(QrisError::Damaged(at + 1));
        };
        let length = (c * 10 + d) as usize;
        let value: String = chars.by_ref().take(length).collect();
        if length == 0 || value.chars().count() != length {
            return Err(QrisError::Damaged(at + 1));
        }
        let id = u8::try_from(a * 10 + b).map_err(|_| QrisError::Damaged(at + 1))?;
        if fields.iter().any(|field| field.id == id) {
            return Err(QrisError::Twice(format!("{id:02}")));
        }
        at += 4;
        fields.push(Field { id, value, at });
        at += length;
    }
}

/// Fields as text, with a fresh check sum at the end.
pub(super) fn write(fields: &[Field]) -> String {
    let mut out = String::new();
    for field in fields.iter().filter(|field| field.id != CHECKSUM) {
        let length = field.value.chars().count();
        out.push_str(&format!("{:02}{length:02}{}", field.id, field.value));
    }
    out.push_str("6304");
    let sum = checksum(out.as_bytes());
    out.push_str(&format!("{sum:04X}"));
    out
}

/// Compares the four digits at the end with what they should be.
pub(super) fn verify(text: &str) -> Result<(), QrisError> {
    let length = text.chars().count();
    let split = text
        .len()
        .checked_sub(4)
        .filter(|at| text.is_char_boundary(*at));
    let Some((body, found)) = split.map(|at| text.split_at(at)) else {
        return Err(QrisError::Damaged(length));
    };
    if !body.ends_with("6304") {
        return Err(QrisError::Damaged(length));
    }
    let wanted = format!("{:04X}", checksum(body.as_bytes()));
    if wanted == found {
        Ok(())
    } else {
        Err(QrisError::Checksum {
            found: crate::clean::quote(found),
            wanted,
        })
    }
}

/// CRC-16/CCITT-FALSE: polynomial 1021, start FFFF, nothing turned around.
pub(super) fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff, |sum, byte| {
        (0..8).fold(sum ^ (u16::from(*byte) << 8), |sum, _| {
            let carried = sum & 0x8000 != 0;
            (sum << 1) ^ if carried { 0x1021 } else { 0 }
        })
    })
}
