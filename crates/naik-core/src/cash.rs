//! The cash book: what came in and what went out, and what is left of it.

use std::fmt;
use std::ops::{Add, Sub};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::message::{Explain, Message};
use crate::money::{Rupiah, grouped};

/// A sum that may be below nothing.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Balance(i64);

impl Balance {
    /// A sum in whole rupiah.
    pub const fn new(amount: i64) -> Self {
        Self(amount)
    }

    /// Whole rupiah, below 0 for a loss.
    pub const fn amount(self) -> i64 {
        self.0
    }

    /// Whether it is below nothing.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl From<Rupiah> for Balance {
    fn from(amount: Rupiah) -> Self {
        Self(i64::try_from(amount.amount()).unwrap_or(i64::MAX))
    }
}

impl Add for Balance {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Balance {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Balance {
    /// `Rp15.000`, `-Rp15.000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}Rp{}", grouped(self.0.unsigned_abs()))
    }
}

/// Which way money went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Into the till.
    In,
    /// Out of it.
    Out,
}

impl Way {
    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }

    /// The way of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::In, Self::Out]
            .into_iter()
            .find(|way| way.key() == word)
    }
}

/// One line of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The day on which the money changed hands.
    pub day: Date,
    /// In or out.
    pub way: Way,
    /// How much.
    pub amount: Rupiah,
    /// What for.
    pub what: String,
}

/// The longest note, in characters.
pub const NOTE_MOST: usize = 120;
/// The first day that a book may name.
pub const FIRST_DAY: Date = jiff::civil::date(2000, 1, 1);

/// Why a line is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CashError {
    /// It is not told what for.
    #[error("the line does not say what for")]
    NoWhat,
    /// The note is longer than [`NOTE_MOST`].
    #[error("the note is too long")]
    LongWhat,
    /// It lies after today.
    #[error("the day is still to come")]
    Future,
    /// It lies before [`FIRST_DAY`].
    #[error("the day is too long ago")]
    Past,
}

impl Explain for CashError {
    fn explain(&self) -> Message {
        match self {
            Self::NoWhat => Message::new("cash-no-what"),
            Self::LongWhat => Message::new("cash-long-what").with("most", NOTE_MOST),
            Self::Future => Message::new("day-future"),
            Self::Past => Message::new("day-past"),
        }
    }
}

impl Line {
    /// Whether the line may stand in the book today.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, today: Date) -> Result<(), CashError> {
        let length = self.what.trim().chars().count();
        match () {
            () if length == 0 => Err(CashError::NoWhat),
            () if length > NOTE_MOST => Err(CashError::LongWhat),
            () if self.day > today => Err(CashError::Future),
            () if self.day < FIRST_DAY => Err(CashError::Past),
            () => Ok(()),
        }
    }
}

/// Sums of some lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Came in.
    pub came: Balance,
    /// Went out.
    pub went: Balance,
}

impl Sums {
    /// With one more line.
    #[must_use]
    pub fn with(self, way: Way, amount: Balance) -> Self {
        match way {
            Way::In => Self {
                came: self.came + amount,
                ..self
            },
            Way::Out => Self {
                went: self.went + amount,
                ..self
            },
        }
    }

    /// What is left.
    pub fn left(self) -> Balance {
        self.came - self.went
    }
}

/// Adds up lines.
pub fn sums<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Sums {
    lines.into_iter().fold(Sums::default(), |sums, line| {
        sums.with(line.way, line.amount.into())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn line(way: Way, amount: u64) -> Line {
        Line {
            day: date(2026, 11, 3),
            way,
            amount: Rupiah::new(amount),
            what: "Gula".to_owned(),
        }
    }

    #[test]
    fn a_loss_has_its_sign() {
        for (amount, shown) in [
            (15_000, "Rp15.000"),
            (-15_000, "-Rp15.000"),
            (0, "Rp0"),
            (i64::MIN, "-Rp9.223.372.036.854.775.808"),
        ] {
            assert_eq!(Balance(amount).to_string(), shown);
        }
    }

    #[test]
    fn lines_that_cannot_be_are_refused() {
        let today = date(2026, 11, 26);
        let fine = line(Way::In, 5_000);
        assert_eq!(fine.check(today), Ok(()));
        for (day, what, wanted) in [
            (today, "", CashError::NoWhat),
            (today, "  ", CashError::NoWhat),
            (today, "x".repeat(121).as_str(), CashError::LongWhat),
            (date(2026, 11, 27), "Gula", CashError::Future),
            (date(1999, 12, 31), "Gula", CashError::Past),
        ] {
            let line = Line {
                day,
                what: what.to_owned(),
                ..fine.clone()
            };
            assert_eq!(line.check(today), Err(wanted));
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_left_is_in_less_out(amounts in proptest::collection::vec((0_u8..2, 1_u64..1_000_000_000), 0..40)) {
            let lines: Vec<Line> = amounts.iter().map(|(way, amount)| {
                line(if *way == 0 { Way::In } else { Way::Out }, *amount)
            }).collect();
            let plain: i64 = amounts.iter().map(|(way, amount)| {
                let amount = i64::try_from(*amount).unwrap();
                if *way == 0 { amount } else { -amount }
            }).sum();
            proptest::prop_assert_eq!(sums(&lines).left(), Balance(plain));
        }
    }
}
