//! Times and sizes as people say them, by the clock where they are.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use naik_app::words::Words;
use naik_core::account::Area;
use naik_core::programme::day::offset;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A clock: hours before Greenwich, 7 to 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Zone(i64);

impl Zone {
    /// Western Indonesia, and whoever is nowhere.
    pub(crate) const WIB: Self = Self(7);

    /// The clock of an area.
    pub(crate) fn of(area: &Area) -> Self {
        Self(i64::from(offset(area).seconds()) / 3_600)
    }

    fn local(self, at: i64) -> i64 {
        at + self.0 * HOUR
    }

    fn day(self, at: i64) -> Date {
        let ahead = SignedDuration::from_hours(self.0);
        let at = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
        let local = at.saturating_add(ahead).unwrap_or(at);
        jiff::tz::Offset::UTC.to_datetime(local).date()
    }

    /// `16.20`; where it is not western Indonesia's it is named: `16.20 WITA`.
    fn clock(self, at: i64) -> String {
        let minutes = self.local(at).rem_euclid(DAY) / MINUTE;
        let name = match self.0 {
            8 => " WITA",
            9 => " WIT",
            _ => "",
        };
        format!("{:02}.{:02}{name}", minutes / 60, minutes % 60)
    }
}

/// When something was, seen from now: `baru saja`, `12 menit lalu`, `kemarin, 16.20`, `3 November 2026`.
pub(crate) fn when(words: &Words, at: i64, now: i64, zone: Zone) -> String {
    let age = now - at;
    let days = zone.local(now).div_euclid(DAY) - zone.local(at).div_euclid(DAY);
    let clock = zone.clock(at);
    if (0..MINUTE).contains(&age) || age < 0 {
        words.label("waktu-baru", &[])
    } else if age < HOUR {
        words.label("waktu-menit", &[("n", &(age / MINUTE).to_string())])
    } else if days == 0 {
        words.label("waktu-hari-ini", &[("jam", &clock)])
    } else if days == 1 {
        words.label("waktu-kemarin", &[("jam", &clock)])
    } else {
        date(words, at, zone)
    }
}

/// A day: `3 November 2026`.
pub(crate) fn date(words: &Words, at: i64, zone: Zone) -> String {
    day(words, zone.day(at))
}

/// A month: `November 2026`.
pub(crate) fn month(words: &Words, day: jiff::civil::Date) -> String {
    let month = words.label(&format!("bulan-{}", day.month()), &[]);
    let year = day.year().to_string();
    words.label("waktu-bulan", &[("bulan", &month), ("tahun", &year)])
}

/// A day: `3 November 2026`.
pub(crate) fn day(words: &Words, day: jiff::civil::Date) -> String {
    let (year, month, day) = (day.year(), day.month(), day.day());
    let month = words.label(&format!("bulan-{month}"), &[]);
    words.label(
        "waktu-tanggal",
        &[
            ("hari", &day.to_string()),
            ("bulan", &month),
            ("tahun", &year.to_string()),
        ],
    )
}

/// A day and its time: `3 November 2026, 16.20`.
pub(crate) fn moment(words: &Words, at: i64, zone: Zone) -> String {
    let (day, clock) = (date(words, at, zone), zone.clock(at));
    words.label("waktu-saat", &[("tanggal", &day), ("jam", &clock)])
}

/// A size: `412 KB`, `3,4 MB`.
pub(crate) fn size(bytes: i64, comma: char) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", (bytes / 1000).max(1))
    } else {
        format!("{:.1} MB", bytes as f64 / 1e6).replace('.', &comma.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use naik_core::lang::Lang;

    #[test]
    fn times_are_said_as_people_say_them() {
        let words = crate::view::words(Lang::Id);
        // 26 November 2026, 10.30 in Malang.
        let now = 1_795_663_800_000;
        let said = |ago: i64| when(&words, now - ago, now, Zone::WIB);
        assert_eq!(said(5_000), "baru saja");
        assert_eq!(said(12 * MINUTE), "12 menit lalu");
        assert_eq!(said(3 * HOUR), "hari ini, 07.30");
        assert_eq!(said(18 * HOUR), "kemarin, 16.30");
        assert_eq!(said(23 * DAY), "3 November 2026");
        assert_eq!(said(-HOUR), "baru saja", "a clock that jumped");
        for (area, expected) in [
            ("35.73", "26 November 2026, 10.30"),
            ("51.71", "26 November 2026, 11.30 WITA"),
            ("81.71", "26 November 2026, 12.30 WIT"),
        ] {
            let zone = Zone::of(&Area::parse(area).unwrap());
            assert_eq!(moment(&words, now, zone), expected);
        }
        // 23.30 in Malang is tomorrow in Ambon.
        let (late, ambon) = (now + 13 * HOUR, Zone::of(&Area::parse("81.71").unwrap()));
        assert_eq!(date(&words, late, Zone::WIB), "26 November 2026");
        assert_eq!(date(&words, late, ambon), "27 November 2026");
        assert_eq!(
            when(&words, late, late + 2 * HOUR, Zone::WIB),
            "kemarin, 23.30"
        );
        assert_eq!(
            when(&words, late, late + 2 * HOUR, ambon),
            "hari ini, 01.30 WIT"
        );
    }

    #[test]
    fn sizes_are_round() {
        assert_eq!(size(412_345, ','), "412 KB");
        assert_eq!(size(3_421_000, ','), "3,4 MB");
        assert_eq!(size(1, ','), "1 KB");
    }
}
