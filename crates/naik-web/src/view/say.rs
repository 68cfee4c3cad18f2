//! Times and sizes as people say them.

use naik_app::words::Words;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// Western Indonesia is seven hours ahead of Greenwich.
const AHEAD: i64 = 7 * HOUR;

/// When something was, seen from now: `baru saja`, `12 menit lalu`, `kemarin, 16.20`, `3 November 2026`.
pub(crate) fn when(words: &Words, at: i64, now: i64) -> String {
    let age = now - at;
    let local = at + AHEAD;
    let days = (now + AHEAD).div_euclid(DAY) - local.div_euclid(DAY);
    let minutes = local.rem_euclid(DAY) / MINUTE;
    let clock = format!("{:02}.{:02}", minutes / 60, minutes % 60);
    if (0..MINUTE).contains(&age) || age < 0 {
        words.label("waktu-baru", &[])
    } else if age < HOUR {
        words.label("waktu-menit", &[("n", &(age / MINUTE).to_string())])
    } else if days == 0 {
        words.label("waktu-hari-ini", &[("jam", &clock)])
    } else if days == 1 {
        words.label("waktu-kemarin", &[("jam", &clock)])
    } else {
        date(words, at)
    }
}

/// A day: `3 November 2026`.
pub(crate) fn date(words: &Words, at: i64) -> String {
    day(words, naik_app::platform::day(at))
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
pub(crate) fn moment(words: &Words, at: i64) -> String {
    let minutes = (at + AHEAD).rem_euclid(DAY) / MINUTE;
    let clock = format!("{:02}.{:02}", minutes / 60, minutes % 60);
    let day = date(words, at);
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
        let said = |ago: i64| when(&words, now - ago, now);
        assert_eq!(said(5_000), "baru saja");
        assert_eq!(said(12 * MINUTE), "12 menit lalu");
        assert_eq!(said(3 * HOUR), "hari ini, 07.30");
        assert_eq!(said(18 * HOUR), "kemarin, 16.30");
        assert_eq!(said(23 * DAY), "3 November 2026");
        assert_eq!(said(-HOUR), "baru saja", "a clock that jumped");
        assert_eq!(moment(&words, now), "26 November 2026, 10.30");
    }

    #[test]
    fn sizes_are_round() {
        assert_eq!(size(412_345, ','), "412 KB");
        assert_eq!(size(3_421_000, ','), "3,4 MB");
        assert_eq!(size(1, ','), "1 KB");
    }
}
