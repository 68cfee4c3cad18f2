//! Colours of a shop, and whether one can be read on another.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An sRGB colour; written `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Color(pub [u8; 3]);

/// The text is not a colour such as `#f4a81d`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a colour such as `#f4a81d`")]
pub struct ColorError(pub String);

impl crate::message::Explain for ColorError {
    fn explain(&self) -> crate::message::Message {
        crate::message::Message::new("color-not-read").with("text", &self.0)
    }
}

/// Colour words that owners write.
const NAMES: &[(&str, [u8; 3])] = &[
    ("merah", [0xbf, 0x30, 0x19]),
    ("kuning", [0xf4, 0xa8, 0x1d]),
    ("hijau", [0x16, 0x73, 0x4a]),
    ("biru", [0x1d, 0x3b, 0x63]),
    ("cokelat", [0x6b, 0x3f, 0x1a]),
    ("coklat", [0x6b, 0x3f, 0x1a]),
    ("hitam", [0x22, 0x1c, 0x14]),
    ("putih", [0xfb, 0xf6, 0xec]),
    ("ungu", [0x5b, 0x2d, 0x73]),
    ("merah muda", [0xe2, 0x7d, 0x9b]),
    ("jingga", [0xe0, 0x6b, 0x1a]),
    ("oranye", [0xe0, 0x6b, 0x1a]),
    ("krem", [0xe9, 0xdc, 0xc6]),
];

impl Color {
    /// Reads `#f4a81d`, `f4a81d`, `#fa1` or a colour word such as `merah`.
    ///
    /// # Errors
    /// When it is none of these.
    pub fn parse(text: &str) -> Result<Self, ColorError> {
        let lower = text.trim().to_lowercase();
        if let Some((_, rgb)) = NAMES.iter().find(|(name, _)| *name == lower) {
            return Ok(Self(*rgb));
        }
        let hex = lower.strip_prefix('#').unwrap_or(&lower);
        let digits: Option<Vec<u8>> = hex
            .chars()
            .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
            .collect();
        match digits.as_deref() {
            Some([r, g, b]) => Ok(Self([r * 17, g * 17, b * 17])),
            Some([r1, r0, g1, g0, b1, b0]) => Ok(Self([r1 * 16 + r0, g1 * 16 + g0, b1 * 16 + b0])),
            _ => Err(ColorError(text.trim().chars().take(40).collect())),
        }
    }

    /// Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|v| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio with `other`, 1 to 21, as WCAG 2.2 defines it; text wants at least 4.5.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl TryFrom<String> for Color {
    type Error = ColorError;
    fn try_from(text: String) -> Result<Self, ColorError> {
        Self::parse(&text)
    }
}

impl From<Color> for String {
    fn from(color: Color) -> Self {
        color.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_hex_and_words() {
        assert_eq!(Color::parse("#F4A81D"), Ok(Color([0xf4, 0xa8, 0x1d])));
        assert_eq!(Color::parse("fa1"), Ok(Color([0xff, 0xaa, 0x11])));
        assert_eq!(Color::parse("Merah"), Ok(Color([0xbf, 0x30, 0x19])));
        assert!(Color::parse("#12").is_err());
        assert!(Color::parse("ß").is_err());
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        let (black, white) = (Color([0; 3]), Color([255; 3]));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
    }
}
