//! How much is in it: weights, volumes, lengths and counts with their units.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::message::{Explain, Message};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Grams.
    Gram,
    /// Millilitres.
    Millilitre,
    /// Centimetres.
    Centimetre,
    /// Pieces.
    Piece,
}

/// An amount of one measure, in thousandths of the base unit (milligram, microlitre, ...).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// The unit family.
    pub measure: Measure,
    /// Thousandths of the base unit: 250 g is 250 000.
    pub thousandths: u64,
}

/// Why a text is not a quantity.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a quantity such as `250 g`")]
pub struct QuantityError(pub String);

impl Explain for QuantityError {
    fn explain(&self) -> Message {
        Message::new("quantity-not-read").with("text", &self.0)
    }
}

/// Unit spellings, their measure, and thousandths of the base unit in one of them.
const UNITS: &[(&str, Measure, u64)] = &[
    ("kg", Measure::Gram, 1_000_000),
    ("kilogram", Measure::Gram, 1_000_000),
    ("kilo", Measure::Gram, 1_000_000),
    ("g", Measure::Gram, 1_000),
    ("gr", Measure::Gram, 1_000),
    ("gram", Measure::Gram, 1_000),
    ("ons", Measure::Gram, 100_000),
    ("mg", Measure::Gram, 1),
    ("l", Measure::Millilitre, 1_000_000),
    ("liter", Measure::Millilitre, 1_000_000),
    ("litre", Measure::Millilitre, 1_000_000),
    ("ml", Measure::Millilitre, 1_000),
    ("cc", Measure::Millilitre, 1_000),
    ("m", Measure::Centimetre, 100_000),
    ("meter", Measure::Centimetre, 100_000),
    ("cm", Measure::Centimetre, 1_000),
    ("mm", Measure::Centimetre, 100),
    ("pcs", Measure::Piece, 1_000),
    ("pc", Measure::Piece, 1_000),
    ("buah", Measure::Piece, 1_000),
    ("biji", Measure::Piece, 1_000),
    ("lembar", Measure::Piece, 1_000),
    ("potong", Measure::Piece, 1_000),
    ("lusin", Measure::Piece, 12_000),
    ("kodi", Measure::Piece, 20_000),
];

impl Quantity {
    /// Reads `250 g`, `250gr`, `1,5 kg`, `1/4 kg`, `300 ml`, `12 pcs`, `1 lusin`.
    ///
    /// # Errors
    /// When there is no number above 0 or no known unit.
    pub fn parse(text: &str) -> Result<Self, QuantityError> {
        let fail = || QuantityError(text.trim().chars().take(40).collect());
        let lower = text.trim().to_lowercase();
        let split = lower.find(char::is_alphabetic).ok_or_else(fail)?;
        let (number, unit) = lower.split_at(split);
        let unit = unit.trim().trim_end_matches('.');
        let (_, measure, size) = UNITS
            .iter()
            .find(|(name, ..)| *name == unit)
            .ok_or_else(fail)?;
        let thousandths = times(number.trim(), *size)
            .filter(|t| *t > 0)
            .ok_or_else(fail)?;
        Ok(Self {
            measure: *measure,
            thousandths,
        })
    }

    /// Grams, when it is a weight.
    pub fn grams(self) -> Option<f64> {
        (self.measure == Measure::Gram).then_some(self.thousandths as f64 / 1000.0)
    }
}

/// A decimal number or fraction times a unit's size.
fn times(number: &str, size: u64) -> Option<u64> {
    if let Some((over, under)) = number.split_once('/') {
        let (over, under): (u64, u64) = (over.trim().parse().ok()?, under.trim().parse().ok()?);
        return over.checked_mul(size)?.checked_div(under);
    }
    let normal = number.replace(',', ".");
    let (whole, part) = normal.split_once('.').unwrap_or((normal.as_str(), ""));
    if whole.is_empty()
        || whole.len() > 9
        || part.len() > 6
        || !(whole.bytes().chain(part.bytes())).all(|b| b.is_ascii_digit())
    {
        return None;
    }
    // `1.000 g` is a thousand: three digits after a dot are a group, not decimals, for small units.
    if part.len() == 3 && number.contains('.') && size <= 1_000 {
        return whole
            .parse::<u64>()
            .ok()?
            .checked_mul(1000)?
            .checked_add(part.parse().ok()?)?
            .checked_mul(size);
    }
    let scale = 10_u64.pow(u32::try_from(part.len()).ok()?);
    let decimals = if part.is_empty() {
        0
    } else {
        part.parse::<u64>().ok()?
    };
    whole
        .parse::<u64>()
        .ok()?
        .checked_mul(size)?
        .checked_add(decimals.checked_mul(size)? / scale)
}

impl fmt::Display for Quantity {
    /// `250 g`, `1,5 kg`, `300 ml`, `2 liter`, `30 cm`, `12 pcs`, with a decimal comma.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let large = self.thousandths >= 1_000_000;
        let (size, unit) = match (self.measure, large) {
            (Measure::Gram, true) => (1_000_000, "kg"),
            (Measure::Gram, false) => (1_000, "g"),
            (Measure::Millilitre, true) => (1_000_000, "liter"),
            (Measure::Millilitre, false) => (1_000, "ml"),
            (Measure::Centimetre, true) => (100_000, "m"),
            (Measure::Centimetre, false) => (1_000, "cm"),
            (Measure::Piece, _) => (1_000, "pcs"),
        };
        let whole = self.thousandths / size;
        let part = format!("{:03}", self.thousandths % size * 1000 / size);
        let part = part.trim_end_matches('0');
        if part.is_empty() {
            write!(f, "{whole} {unit}")
        } else {
            write!(f, "{whole},{part} {unit}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        for (text, shown) in [
            ("250 g", "250 g"),
            ("250gr", "250 g"),
            ("1,5 kg", "1,5 kg"),
            ("1500 g", "1,5 kg"),
            ("1/4 kg", "250 g"),
            ("1.000 g", "1 kg"),
            ("300ml", "300 ml"),
            ("2 liter", "2 liter"),
            ("1 lusin", "12 pcs"),
            ("2,1 m", "210 cm"),
            ("0.5 kg", "500 g"),
            ("2 ons", "200 g"),
        ] {
            assert_eq!(
                Quantity::parse(text).map(|q| q.to_string()),
                Ok(shown.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn refuses_the_rest() {
        for text in ["", "250", "g", "0 g", "x g", "1/0 kg", "-3 kg", "9 parsec"] {
            assert!(Quantity::parse(text).is_err(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in ".{0,40}") {
            let _ = Quantity::parse(&text);
        }
    }
}
