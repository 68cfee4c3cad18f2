//! Which moving times of the year lie in the months that are compared: they move sales whether anyone mentors or not.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::month::Frame;
use crate::programme::calendar::{Calendar, Moving};
use crate::programme::day::{between, month, plus};

/// A time of the year, and how much of it lies on each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    /// Ramadan rather than Lebaran.
    pub ramadan: bool,
    /// Its days in the months before.
    pub before: u32,
    /// Its days in the months after.
    pub after: u32,
    /// Whether its days were announced, or reckoned ahead.
    pub sure: bool,
}

impl Season {
    /// The word in message keys.
    pub fn key(&self) -> &'static str {
        if self.ramadan { "ramadan" } else { "lebaran" }
    }
}

/// The times of which some days lie on either side; none before there is an after.
pub fn seasons(frame: &Frame, calendar: &Calendar) -> Vec<Season> {
    let Some(recent) = frame.recent else {
        return Vec::new();
    };
    let side = |months: &[Date; 3]| {
        let [first, .., last] = *months;
        (first, plus(month(last, 1), -1))
    };
    let (before, after) = (side(&frame.baseline), side(&recent));
    let of = |kind: Moving| {
        let times = calendar.times.iter().filter(|time| time.kind == kind);
        let mut season = Season {
            ramadan: kind == Moving::Ramadan,
            before: 0,
            after: 0,
            sure: true,
        };
        for time in times {
            let here = days((time.from, time.to), before);
            let there = days((time.from, time.to), after);
            season.before += here;
            season.after += there;
            season.sure &= time.sure || here + there == 0;
        }
        (season.before + season.after > 0).then_some(season)
    };
    [Moving::Ramadan, Moving::Lebaran]
        .into_iter()
        .filter_map(of)
        .collect()
}

/// Days that two stretches share; both ends belong to each.
fn days(one: (Date, Date), other: (Date, Date)) -> u32 {
    let (from, to) = (one.0.max(other.0), one.1.min(other.1));
    u32::try_from(between(from, to) + 1).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_time_of_the_year_is_named_where_it_weighs() {
        let frame = Frame {
            baseline: [date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1)],
            first: date(2026, 1, 1),
            recent: Some([date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)]),
            last: date(2026, 4, 1),
        };
        let found = seasons(&frame, Calendar::get());
        let told: Vec<_> = found
            .iter()
            .map(|one| (one.key(), one.before, one.after))
            .collect();
        assert_eq!(told, [("ramadan", 0, 30), ("lebaran", 0, 8)]);
        let early = Frame {
            recent: None,
            ..frame
        };
        assert_eq!(seasons(&early, Calendar::get()), []);
    }
}
