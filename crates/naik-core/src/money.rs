//! Rupiah, as people write it and as people read it.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::message::{Explain, Message};

/// A whole number of rupiah; never 0 when it came from [`Rupiah::parse`].
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Rupiah(u64);

/// The highest amount that counts as a price: above it, a zero was typed too often.
const HIGHEST: u64 = 100_000_000_000;

/// Why a text is not an amount of money.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Nothing in it reads as a number.
    #[error("`{0}` is not an amount of money")]
    NotANumber(String),
    /// The amount is 0.
    #[error("the amount is 0")]
    Zero,
    /// The amount is negative.
    #[error("the amount `{0}` is negative")]
    Negative(String),
    /// The amount is above Rp100 miliar.
    #[error("the amount `{0}` is too large")]
    TooLarge(String),
    /// `1M`: a million abroad, a miliar here; nobody's price is guessed a thousand times too low.
    #[error("`M` in `{0}` may mean juta or miliar")]
    JutaOrMiliar(String),
    /// `15.5`: fifteen and a half rupiah is no price; most often `rb` is missing.
    #[error("the amount `{0}` has a part of a rupiah")]
    PartOfRupiah(String),
}

impl Explain for MoneyError {
    fn explain(&self) -> Message {
        match self {
            Self::NotANumber(text) => Message::new("money-not-a-number").with("text", text),
            Self::Zero => Message::new("money-zero"),
            Self::Negative(text) => Message::new("money-negative").with("text", text),
            Self::TooLarge(text) => Message::new("money-too-large").with("text", text),
            Self::JutaOrMiliar(text) => Message::new("money-juta-or-miliar").with("text", text),
            Self::PartOfRupiah(text) => Message::new("money-part-of-rupiah").with("text", text),
        }
    }
}

impl Rupiah {
    /// An amount in whole rupiah.
    pub const fn new(amount: u64) -> Self {
        Self(amount)
    }

    /// The amount in whole rupiah.
    pub const fn amount(self) -> u64 {
        self.0
    }

    /// Reads what people type: `15000`, `Rp15.000`, `Rp. 15.000,-`, `15rb`, `15k`, `1,5 jt`, `2 miliar`, `12.500,00`.
    ///
    /// # Errors
    /// When the text is no amount, is 0 or negative, is above Rp100 miliar, does not come out as whole rupiah (`15.5`),
    /// or ends in a bare `M`, which may mean juta or miliar.
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        let shown = || text.trim().chars().take(40).collect::<String>();
        let mut rest = text.trim().to_lowercase().replace('\u{a0}', " ");
        for prefix in ["rp.", "rp", "idr"] {
            if let Some(stripped) = rest.strip_prefix(prefix) {
                rest = stripped.trim().to_owned();
                break;
            }
        }
        if rest.starts_with('-') {
            return Err(MoneyError::Negative(shown()));
        }
        let rest = rest
            .trim_end_matches([',', '-', '.', ' '])
            .trim_end_matches(",-");
        let split = rest.find(|c: char| c.is_alphabetic()).unwrap_or(rest.len());
        let (number, suffix) = rest.split_at(split);
        let factor: u64 = match suffix.trim().trim_end_matches('.') {
            "" | "rupiah" => 1,
            "rb" | "ribu" | "k" | "rbu" => 1_000,
            "jt" | "juta" => 1_000_000,
            "miliar" | "milyar" => 1_000_000_000,
            "m" if !number.trim().is_empty() => return Err(MoneyError::JutaOrMiliar(shown())),
            _ => return Err(MoneyError::NotANumber(shown())),
        };
        let amount = match scaled(number.trim(), factor) {
            Some(Scaled::Whole(amount)) => amount,
            Some(Scaled::Part) => return Err(MoneyError::PartOfRupiah(shown())),
            None => return Err(MoneyError::NotANumber(shown())),
        };
        match amount {
            0 => Err(MoneyError::Zero),
            1..=HIGHEST => Ok(Self(amount)),
            _ => Err(MoneyError::TooLarge(shown())),
        }
    }

    /// As people say it in chat: `15rb`, `12,5rb`, `1,25jt`; exact, or else the long form.
    pub fn spoken(self) -> String {
        let short = |unit: u64, name: &str| {
            let whole = self.0 / unit;
            let hundredths = self.0 % unit * 100 / unit;
            let exact = (self.0 % unit * 100).is_multiple_of(unit);
            exact.then(|| match hundredths {
                0 => format!("{whole}{name}"),
                h if h % 10 == 0 => format!("{whole},{}{name}", h / 10),
                h => format!("{whole},{h:02}{name}"),
            })
        };
        match self.0 {
            1_000_000.. => short(1_000_000, "jt").unwrap_or_else(|| self.to_string()),
            1_000.. if self.0.is_multiple_of(100) => {
                short(1_000, "rb").unwrap_or_else(|| self.to_string())
            }
            _ => self.to_string(),
        }
    }
}

/// A number times its factor.
enum Scaled {
    Whole(u64),
    /// The decimals do not come out as whole rupiah.
    Part,
}

/// Reads digits with dots or commas and multiplies; `None` when they are no number.
fn scaled(number: &str, factor: u64) -> Option<Scaled> {
    let mut groups: Vec<&str> = number.split(['.', ',']).collect();
    if groups
        .iter()
        .any(|g| g.is_empty() || g.len() > 15 || !g.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    // The last group is a decimal part when it does not have three digits, or follows a factor: `1.5jt`, `12.500,00`.
    let decimals = match groups.as_slice() {
        [_, .., last] if last.len() != 3 => groups.pop().unwrap_or_default(),
        [_, _] if factor > 1 => groups.pop().unwrap_or_default(),
        _ => "",
    };
    if groups.iter().skip(1).any(|g| g.len() != 3) {
        return None;
    }
    let whole: u64 = groups.concat().parse().ok()?;
    let scale = 10_u64.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let part = if decimals.is_empty() {
        0
    } else {
        decimals.parse::<u64>().ok()?.checked_mul(factor)?
    };
    if !part.is_multiple_of(scale) {
        return Some(Scaled::Part);
    }
    whole
        .checked_mul(factor)?
        .checked_add(part / scale)
        .map(Scaled::Whole)
}

impl fmt::Display for Rupiah {
    /// `Rp15.000`: no space, dots between thousands.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rp{}", grouped(self.0))
    }
}

/// A whole number with a dot between thousands, as Indonesian writes it.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        let cases = [
            ("15000", 15_000),
            ("Rp15.000", 15_000),
            ("Rp. 15.000,-", 15_000),
            ("15rb", 15_000),
            ("15 ribu", 15_000),
            ("15k", 15_000),
            ("12,5rb", 12_500),
            ("1,5 jt", 1_500_000),
            ("1.250.000", 1_250_000),
            ("12.500,00", 12_500),
            ("IDR 15,000", 15_000),
            ("1.5jt", 1_500_000),
            ("1.250rb", 1_250),
            ("15.5rb", 15_500),
            ("15.0", 15),
            ("2 miliar", 2_000_000_000),
            ("1,5 milyar", 1_500_000_000),
            ("Rp 45.000", 45_000),
        ];
        for (text, amount) in cases {
            // `1.250rb` reads as 1,25 thousand: a factor makes the last group a decimal part.
            assert_eq!(Rupiah::parse(text), Ok(Rupiah(amount)), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_price() {
        assert_eq!(Rupiah::parse("0"), Err(MoneyError::Zero));
        assert!(matches!(Rupiah::parse("-5"), Err(MoneyError::Negative(_))));
        assert!(matches!(
            Rupiah::parse("Rp-5"),
            Err(MoneyError::Negative(_))
        ));
        assert!(matches!(
            Rupiah::parse("murah"),
            Err(MoneyError::NotANumber(_))
        ));
        assert!(matches!(
            Rupiah::parse("1.2.3.4"),
            Err(MoneyError::NotANumber(_))
        ));
        assert!(matches!(
            Rupiah::parse("999999999999"),
            Err(MoneyError::TooLarge(_))
        ));
        assert!(matches!(Rupiah::parse(""), Err(MoneyError::NotANumber(_))));
        assert!(matches!(Rupiah::parse("m"), Err(MoneyError::NotANumber(_))));
    }

    #[test]
    fn what_may_mean_two_prices_is_asked_and_not_guessed() {
        for (text, key) in [
            ("1M", "money-juta-or-miliar"),
            ("Rp 1,5 m", "money-juta-or-miliar"),
            ("15.5", "money-part-of-rupiah"),
            ("Rp15,75", "money-part-of-rupiah"),
            ("1,2345rb", "money-part-of-rupiah"),
        ] {
            let told = Rupiah::parse(text).map_err(|e| e.explain());
            let wanted = Message::new(key).with("text", text);
            assert_eq!(told, Err(wanted), "{text}");
        }
    }

    #[test]
    fn speaks_as_people_do() {
        for (amount, spoken) in [
            (15_000, "15rb"),
            (12_500, "12,5rb"),
            (1_250_000, "1,25jt"),
            (999, "Rp999"),
            (15_250, "Rp15.250"),
            (1_234_567, "Rp1.234.567"),
        ] {
            assert_eq!(Rupiah(amount).spoken(), spoken);
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in ".{0,40}") {
            let _ = Rupiah::parse(&text);
        }

        #[test]
        fn reads_what_it_writes(amount in 1_u64..=HIGHEST) {
            proptest::prop_assert_eq!(Rupiah::parse(&Rupiah(amount).to_string()), Ok(Rupiah(amount)));
        }
    }
}
