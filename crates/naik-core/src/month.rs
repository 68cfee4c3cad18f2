//! A month of the calendar, as addresses and file names write it: `2026-11`.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::message::{Explain, Message};

/// No books and no programmes are older.
const EARLIEST: i16 = 2000;

/// A month, by its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Date);

/// Why a text names no month that can be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MonthError {
    /// It is none.
    #[error("not a month")]
    NotRead,
    /// It has not begun.
    #[error("the month is still to come")]
    Future,
}

impl Explain for MonthError {
    fn explain(&self) -> Message {
        Message::new(match self {
            Self::NotRead => "month-not-read",
            Self::Future => "month-future",
        })
    }
}

impl Month {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        Self(day.first_of_month())
    }

    /// The month before.
    #[must_use]
    pub fn before(self) -> Self {
        Self(crate::programme::day::month(self.0, -1))
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.0
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.0.last_of_month()
    }

    /// The month, where it has begun.
    ///
    /// # Errors
    /// `Future` where it has not.
    pub fn begun(self, today: Date) -> Result<Self, MonthError> {
        if self.0 > today {
            Err(MonthError::Future)
        } else {
            Ok(self)
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        let shaped = text.len() == 7 && text.bytes().all(|one| one.is_ascii_digit() || one == b'-');
        let day = shaped.then(|| format!("{text}-01").parse::<Date>().ok());
        day.flatten()
            .filter(|day| day.year() >= EARLIEST)
            .map(Self)
            .ok_or(MonthError::NotRead)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_is_read_as_it_is_written() {
        let month: Month = "2026-11".parse().unwrap();
        assert_eq!(
            (month.first(), month.last()),
            (date(2026, 11, 1), date(2026, 11, 30))
        );
        assert_eq!(month.to_string(), "2026-11");
        assert_eq!(Month::of(date(2026, 1, 31)).before().to_string(), "2025-12");
        for text in [
            "",
            "2026",
            "2026-99",
            "2026-00",
            "2026-1",
            "26-11",
            "2026-11-01",
            "1999-12",
            "----",
            "2026/11",
            "+026-11",
            "２０２６-11",
            "20261101",
        ] {
            assert_eq!(text.parse::<Month>(), Err(MonthError::NotRead), "{text}");
        }
    }

    #[test]
    fn a_month_that_has_not_begun_is_still_to_come() {
        let month: Month = "2026-12".parse().unwrap();
        assert_eq!(month.begun(date(2026, 11, 30)), Err(MonthError::Future));
        assert_eq!(month.begun(date(2026, 12, 1)), Ok(month));
    }
}
