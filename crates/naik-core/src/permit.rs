//! Permit numbers and their formats; a number on file is what allows the claim.
//!
//! Formats: NIB 13 digits (OSS); SPP-IRT 15 digits as `P-IRT 13-2` (BPOM 22/2018, 4/2024);
//! halal certificate `ID` and 17 digits (BPJPH); BPOM `MD`/`ML` and 12 to 15 digits,
//! `TR`/`TI`/`SD`/`SI`/`HT`/`FF` and 9, `NA` to `NE` and 11.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::message::{Explain, Message};

/// A kind of permit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PermitKind {
    /// Nomor Induk Berusaha.
    Nib,
    /// Home food industry registration (SPP-IRT).
    Pirt,
    /// Halal certificate.
    Halal,
    /// Food, drug or cosmetics registration.
    Bpom,
}

/// A permit number of the right form, written the standard way.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Permit {
    /// What it permits.
    pub kind: PermitKind,
    /// The number: `1234567890123`, `P-IRT 2053573010123-29`, `ID35110000123450126`, `MD 123456789012`.
    pub number: String,
}

/// A number that has not the form of its kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a {kind:?} number")]
pub struct PermitError {
    /// What it should have been.
    pub kind: PermitKind,
    /// What was written, shortened.
    pub text: String,
}

impl Explain for PermitError {
    fn explain(&self) -> Message {
        let key = match self.kind {
            PermitKind::Nib => "permit-nib",
            PermitKind::Pirt => "permit-pirt",
            PermitKind::Halal => "permit-halal",
            PermitKind::Bpom => "permit-bpom",
        };
        Message::new(key).with("text", &self.text)
    }
}

impl Permit {
    /// Reads a number of one kind; spaces, dots and dashes do not matter.
    ///
    /// # Errors
    /// When letters or the count of digits do not fit the kind.
    pub fn parse(kind: PermitKind, text: &str) -> Result<Self, PermitError> {
        let fail = || PermitError {
            kind,
            text: text.trim().chars().take(40).collect(),
        };
        let compact: String = text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_uppercase)
            .collect();
        let number = match kind {
            PermitKind::Nib => digits(strip(&compact, &["NIB"]), 13..=13).map(str::to_owned),
            PermitKind::Pirt => pirt(strip(&compact, &["SPPIRT", "PIRT"])),
            PermitKind::Halal => {
                digits(strip(&compact, &["ID"]), 17..=17).map(|d| format!("ID{d}"))
            }
            PermitKind::Bpom => bpom(strip(&compact, &["BPOMRI", "BPOM", "POM"])),
        };
        Ok(Self {
            kind,
            number: number.ok_or_else(fail)?,
        })
    }
}

impl fmt::Display for Permit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.number)
    }
}

fn strip<'a>(text: &'a str, prefixes: &[&str]) -> &'a str {
    let rest = prefixes
        .iter()
        .find_map(|p| text.strip_prefix(p))
        .unwrap_or(text);
    rest.strip_prefix("NO").unwrap_or(rest)
}

fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<&str> {
    (count.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())).then_some(text)
}

/// `P-IRT 2053573010123-29`: the first digit is the packaging (1 to 8), the next two the food type (01 to 15).
fn pirt(text: &str) -> Option<String> {
    let number = digits(text, 15..=15)?;
    let (packaging, food) = (&number[..1], &number[1..3]);
    let fits = ("1"..="8").contains(&packaging) && ("01"..="15").contains(&food);
    fits.then(|| format!("P-IRT {}-{}", &number[..13], &number[13..]))
}

fn bpom(text: &str) -> Option<String> {
    if !text.is_ascii() || text.len() < 3 {
        return None;
    }
    let (letters, rest) = text.split_at(2);
    let count = match letters {
        "MD" | "ML" => 12..=15,
        "TR" | "TI" | "TL" | "SD" | "SI" | "HT" | "FF" => 9..=9,
        "NA" | "NB" | "NC" | "ND" | "NE" => 11..=11,
        _ => return None,
    };
    digits(rest, count).map(|d| format!("{letters} {d}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_right_numbers() {
        for (kind, text, number) in [
            (PermitKind::Nib, "1234 5678 90123", "1234567890123"),
            (
                PermitKind::Pirt,
                "P-IRT No. 2053573010123-29",
                "P-IRT 2053573010123-29",
            ),
            (
                PermitKind::Pirt,
                "205357301012329",
                "P-IRT 2053573010123-29",
            ),
            (
                PermitKind::Halal,
                "ID35110000123450126",
                "ID35110000123450126",
            ),
            (
                PermitKind::Bpom,
                "BPOM RI MD 123456789012",
                "MD 123456789012",
            ),
            (PermitKind::Bpom, "TR123456789", "TR 123456789"),
        ] {
            assert_eq!(
                Permit::parse(kind, text).map(|p| p.number),
                Ok(number.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn refuses_wrong_numbers() {
        for (kind, text) in [
            (PermitKind::Nib, "12345"),
            (PermitKind::Pirt, "P-IRT 905357301012329"),
            (PermitKind::Pirt, "P-IRT 20535730101"),
            (PermitKind::Halal, "ID123"),
            (PermitKind::Bpom, "XX 123456789012"),
            (PermitKind::Bpom, "é12"),
            (PermitKind::Nib, ""),
        ] {
            assert!(Permit::parse(kind, text).is_err(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in ".{0,40}") {
            for kind in [PermitKind::Nib, PermitKind::Pirt, PermitKind::Halal, PermitKind::Bpom] {
                let _ = Permit::parse(kind, &text);
            }
        }
    }
}
