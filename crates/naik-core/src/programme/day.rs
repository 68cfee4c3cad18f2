//! Days and weeks as a city counts them: the day in its own zone, weeks from Monday.

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};

use crate::account::Area;

/// Days in a week.
pub const WEEK: i64 = 7;

/// Provinces on Central Indonesian Time (UTC+8): Bali, NTB, NTT, Kalsel, Kaltim, Kaltara, Sulawesi.
const WITA: &[&str] = &[
    "51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76",
];
/// Provinces on Eastern Indonesian Time (UTC+9): Maluku, Maluku Utara and the six of Papua.
const WIT: &[&str] = &["81", "82", "91", "92", "93", "94", "95", "96"];

/// Hours before Greenwich, by an area's province: WIB 7, WITA 8, WIT 9 (Keppres 41/1987; no summer time).
///
/// The country as a whole goes by Jakarta.
pub fn offset(area: &Area) -> Offset {
    let province = area.code().split('.').next().unwrap_or_default();
    if WIT.contains(&province) {
        Offset::constant(9)
    } else if WITA.contains(&province) {
        Offset::constant(8)
    } else {
        Offset::constant(7)
    }
}

/// The day that an area's people write when a moment comes.
pub fn local(moment: Timestamp, area: &Area) -> Date {
    offset(area).to_datetime(moment).date()
}

/// The day so many days later; earlier when negative. Stops at the ends of the calendar.
#[must_use]
pub fn plus(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

/// Days from one day to another; negative when the other comes first.
pub fn between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// The Monday of a day's week.
#[must_use]
pub fn monday(day: Date) -> Date {
    plus(day, -i64::from(day.weekday().to_monday_zero_offset()))
}

/// The first day of the month so many months later; earlier when negative.
#[must_use]
pub fn month(day: Date, months: i64) -> Date {
    day.first_of_month().saturating_add(months.months())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_moment_is_another_day_in_the_east() {
        // 23:30 in Malang is past midnight in Denpasar and Ambon.
        let moment: Timestamp = "2026-11-23T16:30:00Z".parse().unwrap();
        for (area, expected) in [
            ("35.73", date(2026, 11, 23)),
            ("", date(2026, 11, 23)),
            ("51.71", date(2026, 11, 24)),
            ("73", date(2026, 11, 24)),
            ("81.71", date(2026, 11, 24)),
            ("91.71", date(2026, 11, 24)),
        ] {
            assert_eq!(
                local(moment, &Area::parse(area).unwrap()),
                expected,
                "{area}"
            );
        }
        let moment: Timestamp = "2026-11-23T15:30:00Z".parse().unwrap();
        let day = |area| local(moment, &Area::parse(area).unwrap());
        assert_eq!(day("51.71"), date(2026, 11, 23));
        assert_eq!(day("81.71"), date(2026, 11, 24));
    }

    #[test]
    fn weeks_begin_on_monday_and_months_on_the_first() {
        assert_eq!(monday(date(2026, 11, 23)), date(2026, 11, 23));
        assert_eq!(monday(date(2026, 11, 29)), date(2026, 11, 23));
        assert_eq!(between(date(2026, 2, 28), date(2026, 3, 1)), 1);
        assert_eq!(between(date(2026, 3, 1), date(2026, 2, 28)), -1);
        assert_eq!(month(date(2026, 1, 31), -3), date(2025, 10, 1));
        assert_eq!(month(date(2026, 12, 31), 1), date(2027, 1, 1));
    }
}
