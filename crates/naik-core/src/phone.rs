//! WhatsApp numbers, as people write them and as links need them.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An international number without `+`: `6281234567890`, 10 to 15 digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct WhatsApp(String);

/// The text is not a telephone number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a WhatsApp number")]
pub struct PhoneError(pub String);

impl crate::message::Explain for PhoneError {
    fn explain(&self) -> crate::message::Message {
        crate::message::Message::new("phone-not-read").with("text", &self.0)
    }
}

impl WhatsApp {
    /// Reads `0812-3456-7890`, `+62 812 3456 7890`, `812...`: a leading 0 or 8 means Indonesia.
    ///
    /// # Errors
    /// When letters stand in it, or the number has not 10 to 15 digits.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let fail = || PhoneError(text.trim().chars().take(40).collect());
        if !text
            .chars()
            .all(|c| c.is_ascii_digit() || " +-().\u{a0}".contains(c))
        {
            return Err(fail());
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let full = match digits.strip_prefix('0') {
            Some(rest) if !text.trim_start().starts_with('+') => format!("62{rest}"),
            _ if digits.starts_with('8') => format!("62{digits}"),
            _ => digits,
        };
        if (10..=15).contains(&full.len()) && !full.starts_with('0') {
            Ok(Self(full))
        } else {
            Err(fail())
        }
    }

    /// Digits alone, with the country code.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// As Indonesians write it: `0812-3456-7890`; a foreign number with `+`.
    pub fn local(&self) -> String {
        let Some(rest) = self.0.strip_prefix("62") else {
            return format!("+{}", self.0);
        };
        let number = format!("0{rest}");
        let mut out = String::new();
        for (index, digit) in number.chars().enumerate() {
            if index > 0 && index % 4 == 0 && number.len() - index >= 3 {
                out.push('-');
            }
            out.push(digit);
        }
        out
    }
}

impl fmt::Display for WhatsApp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for WhatsApp {
    type Error = PhoneError;
    fn try_from(text: String) -> Result<Self, PhoneError> {
        Self::parse(&text)
    }
}

impl From<WhatsApp> for String {
    fn from(number: WhatsApp) -> Self {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_local_and_international() {
        for text in [
            "0812-3456-7890",
            "+62 812 3456 7890",
            "81234567890",
            "6281234567890",
        ] {
            assert_eq!(
                WhatsApp::parse(text).map(|n| n.0),
                Ok("6281234567890".to_owned()),
                "{text}"
            );
        }
        for text in ["", "12", "0812 abc", "08123456789012345"] {
            assert!(WhatsApp::parse(text).is_err(), "{text}");
        }
        assert_eq!(
            WhatsApp("6281234567890".to_owned()).local(),
            "0812-3456-7890"
        );
    }
}
