//! Times of the year that move and that shops live by: Ramadan and Lebaran, as data with dates.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::day::{WEEK, plus};
use super::embedded;

/// What a time of the year does to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moving {
    /// The fasting month: people tire by noon, and sell most of the year's snacks.
    Ramadan,
    /// The days around Idul Fitri: whoever can goes home.
    Lebaran,
}

/// A time of one year; both days belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// Which.
    pub kind: Moving,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// Whether the government announced it, or it was reckoned ahead and may be a day off.
    pub sure: bool,
}

/// Moving times of several years.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// The day on which they were checked.
    pub checked: Date,
    /// Where they come from.
    pub source: String,
    /// In the order of time.
    #[serde(rename = "time")]
    pub times: Vec<Time>,
}

/// How much a week bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    /// Anything.
    Full,
    /// Light things: most of the week lies in Ramadan.
    Light,
    /// Nothing new: most of the week lies around Lebaran.
    Rest,
}

static CALENDAR: LazyLock<Calendar> =
    LazyLock::new(|| embedded(include_str!("../../data/programme/holidays.toml")));

impl Calendar {
    /// The calendar that this version carries.
    pub fn get() -> &'static Self {
        &CALENDAR
    }

    /// Which time a day lies in; Lebaran before Ramadan where they meet.
    pub fn at(&self, day: Date) -> Option<Moving> {
        let times = self.times.iter();
        times
            .filter(|time| time.from <= day && day <= time.to)
            .map(|time| time.kind)
            .max()
    }

    /// How much a week bears that begins on a Monday: what four of its days say.
    pub fn pace(&self, monday: Date) -> Pace {
        let days = |kind| {
            let week = (0..WEEK).map(|n| self.at(plus(monday, n)));
            week.filter(|found| *found == Some(kind)).count()
        };
        let (fast, feast) = (days(Moving::Ramadan), days(Moving::Lebaran));
        if feast >= 4 {
            Pace::Rest
        } else if fast + feast >= 4 {
            Pace::Light
        } else {
            Pace::Full
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::day::{between, monday};
    use jiff::civil::date;

    /// The day of the tabular Islamic calendar, civil reckoning (Reingold and Dershowitz, Calendrical Calculations):
    /// days since the epoch are 354(y-1) + (11y+3)/30 + 29(m-1) + m/2 + d - 1; 1 Muharram 1 is Julian day 1948440.
    fn islamic(year: i64, month: i64, day: i64) -> Date {
        let days = 354 * (year - 1) + (11 * year + 3) / 30 + 29 * (month - 1) + month / 2 + day - 1;
        // 1970-01-01 is Julian day 2440588 at noon.
        plus(date(1970, 1, 1), 1_948_440 + days - 2_440_588)
    }

    #[test]
    fn times_agree_with_reckoning_and_with_each_other() {
        let calendar = Calendar::get();
        let of = |kind| {
            let times = calendar.times.iter().filter(move |time| time.kind == kind);
            times.cloned().collect::<Vec<Time>>()
        };
        let (fasts, feasts) = (of(Moving::Ramadan), of(Moving::Lebaran));
        assert_eq!(fasts.len(), feasts.len());
        for (year, (fast, feast)) in (1445..).zip(fasts.iter().zip(&feasts)) {
            let off = between(islamic(year, 9, 1), fast.from).abs();
            assert!(off <= 1, "{year}: {off} days");
            let fitri = plus(fast.to, 1);
            assert!(between(islamic(year, 10, 1), fitri).abs() <= 1, "{year}");
            assert!((29..=30).contains(&between(fast.from, fitri)), "{year}");
            assert_eq!(feast.from, plus(fitri, -2), "{year}");
            assert_eq!(feast.to, plus(fitri, 5), "{year}");
            assert_eq!(fast.sure, feast.sure, "{year}");
        }
        assert!(fasts.len() >= 5);
    }

    #[test]
    fn weeks_know_what_they_bear() {
        let calendar = Calendar::get();
        for (day, pace) in [
            (date(2026, 1, 5), Pace::Full),
            (date(2026, 2, 16), Pace::Light), // Ramadan from Thursday: four days
            (date(2026, 3, 9), Pace::Light),
            (date(2026, 3, 16), Pace::Rest), // Lebaran from Thursday: four days
            (date(2026, 3, 23), Pace::Rest),
            (date(2026, 3, 30), Pace::Full),
        ] {
            assert_eq!(day, monday(day));
            assert_eq!(calendar.pace(day), pace, "{day}");
        }
    }
}
