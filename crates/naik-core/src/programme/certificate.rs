//! The number of a certificate: twelve letters that are read aloud and typed, of which one tells whether the others were.
//!
//! The alphabet is Crockford's base 32: no I, L, O or U, so that nothing is taken for 1 or 0. The last letter is a checksum
//! over the field of 32 elements: each place has a weight of its own, so that one wrong letter is noticed, and so are two
//! that changed places, wherever they stand.

use std::fmt;
use std::str::FromStr;

use crate::id::BadgeId;
use crate::message::{Explain, Message};

/// The letters, each at the place of its value.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of a number, the checksum among them.
const LETTERS: usize = 12;
/// Letters that are printed together.
const TOGETHER: usize = 4;
/// Bits that a letter holds.
const BITS: usize = 5;

/// A number whose checksum is right; whether there is such a certificate is another question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number([u8; LETTERS]);

/// Why a text is not the number of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Nothing was typed.
    #[error("no number was typed")]
    Empty,
    /// It has more or fewer letters.
    #[error("{0} letters instead of twelve")]
    Length(usize),
    /// A letter that no number has.
    #[error("no number has the letter {0}")]
    Letter(char),
    /// The checksum does not fit: a letter is wrong, or two changed places.
    #[error("a letter is wrong")]
    Checksum,
}

impl Explain for NumberError {
    fn explain(&self) -> Message {
        match self {
            Self::Empty => Message::new("certificate-number-empty"),
            Self::Length(count) => Message::new("certificate-number-length").with("n", count),
            Self::Letter(letter) => {
                Message::new("certificate-number-letter").with("letter", letter)
            }
            Self::Checksum => Message::new("certificate-number-wrong"),
        }
    }
}

impl Number {
    /// The number of a badge's certificate: the last 55 bits of the badge's id, which are chance. It never changes.
    pub fn of(badge: BadgeId) -> Self {
        let bits = badge.0.as_u128();
        let mut values = [0; LETTERS];
        for (place, value) in values.iter_mut().take(LETTERS - 1).enumerate() {
            *value = (bits >> (BITS * (LETTERS - 2 - place)) & 0x1f) as u8;
        }
        values[LETTERS - 1] = weighed(&values);
        Self(values)
    }

    /// The letters without what is printed between them, as they are kept.
    pub fn key(&self) -> String {
        self.0.iter().map(|value| letter(*value)).collect()
    }
}

/// A value's letter.
fn letter(value: u8) -> char {
    ALPHABET
        .get(usize::from(value))
        .map_or('0', |one| char::from(*one))
}

/// The value of a letter as people type it: of either case, with O for 0, and I or L for 1.
fn value(typed: char) -> Option<u8> {
    let plain = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|one| char::from(*one) == plain)?;
    u8::try_from(place).ok()
}

/// What people type between the letters: spaces, and all that looks like a hyphen.
fn stands_between(typed: char) -> bool {
    typed.is_whitespace()
        || matches!(
            typed,
            '-' | '_' | '.' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
}

/// The sum of all values, each times its weight: zero for a number that is right. Weights are the powers of the field's
/// primitive element, from the twelfth letter's first to the first letter's last.
fn weighed(values: &[u8; LETTERS]) -> u8 {
    values.iter().fold(0, |sum, value| doubled(sum) ^ value)
}

/// Times the primitive element of the field of 32 (x⁵ + x² + 1).
fn doubled(value: u8) -> u8 {
    let next = value << 1;
    if next & 0x20 == 0 { next } else { next ^ 0x25 }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, value) in self.0.iter().enumerate() {
            if place > 0 && place % TOGETHER == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", letter(*value))?;
        }
        Ok(())
    }
}

impl FromStr for Number {
    type Err = NumberError;

    /// Reads what people type: either case, with or without spaces and hyphens, or the whole address of its page.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let typed = text.trim().trim_end_matches('/');
        let typed = typed.rsplit('/').next().unwrap_or(typed);
        let mut values = [0; LETTERS];
        let mut count = 0;
        for one in typed.chars().filter(|one| !stands_between(*one)) {
            let read = value(one).ok_or(NumberError::Letter(one))?;
            if let Some(place) = values.get_mut(count) {
                *place = read;
            }
            count += 1;
        }
        match count {
            0 => Err(NumberError::Empty),
            LETTERS if weighed(&values) == 0 => Ok(Self(values)),
            LETTERS => Err(NumberError::Checksum),
            other => Err(NumberError::Length(other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Uuid;
    use proptest::prelude::*;

    fn of(bits: u128) -> Number {
        Number::of(BadgeId(Uuid::from_u128(bits)))
    }

    fn read(text: &str) -> Result<Number, NumberError> {
        text.parse()
    }

    #[test]
    fn a_badge_has_the_same_number_for_ever() {
        // Numbers are printed: whoever changes this takes every paper's away.
        assert_eq!(of(0).to_string(), "0000-0000-0000");
        assert_eq!(
            of(0x0193_68d8_4c00_7000_8123_4567_89ab_cdef).to_string(),
            "8T5C-Y4TQ-KFFR"
        );
    }

    #[test]
    fn it_is_read_as_people_type_it() {
        let number = of(0x0123_4567_89ab_cdef);
        let said = number.to_string();
        let bare = number.key();
        for typed in [
            said.clone(),
            bare.clone(),
            said.to_lowercase(),
            format!("  {}  ", said.replace('-', " ")),
            said.replace('-', "–"),
            said.replace('0', "o").replace('1', "l"),
            format!("https://naik.example/sertifikat/{said}/"),
        ] {
            assert_eq!(read(&typed), Ok(number), "{typed}");
        }
        assert_eq!(read(" - "), Err(NumberError::Empty));
        assert_eq!(read(&bare[1..]), Err(NumberError::Length(11)));
        assert_eq!(read(&bare.repeat(99)), Err(NumberError::Length(1188)));
        assert_eq!(read("7H3K-9QXM-2PFU"), Err(NumberError::Letter('U')));
        assert_eq!(read("💥"), Err(NumberError::Letter('💥')));
    }

    proptest! {
        #[test]
        fn what_is_said_is_read(bits: u128) {
            let number = of(bits);
            prop_assert_eq!(read(&number.to_string()), Ok(number));
            prop_assert_eq!(read(&number.key()), Ok(number));
        }

        #[test]
        fn one_wrong_letter_is_noticed(bits: u128, place in 0..LETTERS, other in 1_u8..32) {
            let mut values = of(bits).0;
            values[place] ^= other;
            prop_assert_eq!(read(&Number(values).key()), Err(NumberError::Checksum));
        }

        #[test]
        fn letters_that_changed_places_are_noticed(bits: u128, one in 0..LETTERS, other in 0..LETTERS) {
            let mut values = of(bits).0;
            prop_assume!(values[one] != values[other]);
            values.swap(one, other);
            prop_assert_eq!(read(&Number(values).key()), Err(NumberError::Checksum));
        }

        #[test]
        fn no_text_is_too_odd(text in "\\PC{0,60}") {
            let _ = read(&text);
        }
    }
}
