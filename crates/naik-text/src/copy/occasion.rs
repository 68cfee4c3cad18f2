//! Days worth a post: fixed feasts, the movable ones of 2026 and 2027, and what comes round every month.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use naik_core::lang::Lang;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    day: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// `12-22` every year, or `2027-03-10` once.
    on: String,
    key: String,
    name: String,
    name_en: String,
    #[serde(default)]
    selling: bool,
    source: String,
}

static DAYS: LazyLock<Vec<Row>> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads every row"
)]
fn load() -> Vec<Row> {
    let file: File = toml::from_str(include_str!("../../data/occasions.toml"))
        .expect("occasions.toml is well formed");
    file.day
}

/// A day's name and how it may be used.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Occasion {
    /// The key of its wording: `occasion.<key>`.
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) selling: bool,
    pub(crate) source: String,
}

/// The occasion of a day: a feast before a twin date, a twin date before pay-day.
pub(crate) fn of(date: Date, lang: Lang) -> Option<Occasion> {
    let (whole, yearly) = (date.to_string(), date.strftime("%m-%d").to_string());
    if let Some(row) = DAYS.iter().find(|r| r.on == whole || r.on == yearly) {
        let name = if lang == Lang::En {
            &row.name_en
        } else {
            &row.name
        };
        return Some(Occasion {
            key: row.key.clone(),
            name: name.clone(),
            selling: row.selling,
            source: row.source.clone(),
        });
    }
    let monthly = |key: &str, name: String, selling| Occasion {
        key: key.to_owned(),
        name,
        selling,
        source: "Every month; shop custom".to_owned(),
    };
    let english = lang == Lang::En;
    if date.day() == date.month() {
        return Some(monthly(
            "twin",
            format!("{}.{}", date.day(), date.month()),
            true,
        ));
    }
    // Where a feast falls on the 25th, pay-day moves to the 26th.
    let feast_before = date.yesterday().is_ok_and(|d| {
        DAYS.iter()
            .any(|r| r.on == d.to_string() || r.on == d.strftime("%m-%d").to_string())
    });
    if date.day() == 25 || (date.day() == 26 && feast_before) {
        return Some(monthly(
            "payday",
            if english { "Payday" } else { "Gajian" }.to_owned(),
            true,
        ));
    }
    (date.weekday() == Weekday::Friday && date.day() <= 14).then(|| {
        monthly(
            "friday",
            if english {
                "Friday kindness"
            } else {
                "Jumat berkah"
            }
            .to_owned(),
            false,
        )
    })
}

/// Whether a feast falls on a date or within so many days after it.
pub(crate) fn is_near(key: &str, date: Date, days: i32) -> bool {
    DAYS.iter().filter(|row| row.key == key).any(|row| {
        row.on
            .parse::<Date>()
            .ok()
            .and_then(|feast| feast.since(date).ok())
            .is_some_and(|left| (0..=days).contains(&left.get_days()))
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_have_names() {
        for (day, key) in [
            (date(2026, 12, 22), Some("mother")),
            (date(2026, 12, 12), Some("harbolnas")),
            (date(2027, 2, 2), Some("twin")),
            (date(2027, 1, 25), Some("payday")),
            (date(2027, 8, 17), Some("independence")),
            (date(2026, 12, 4), Some("friday")),
            (date(2026, 12, 3), None),
            (date(2026, 12, 26), Some("payday")),
        ] {
            assert_eq!(of(day, Lang::Id).map(|o| o.key).as_deref(), key, "{day}");
        }
    }

    #[test]
    fn lebaran_is_near_for_some_weeks() {
        assert!(is_near("idulfitri", date(2027, 2, 10), 40));
        assert!(!is_near("idulfitri", date(2026, 11, 25), 40));
        assert!(!is_near("idulfitri", date(2027, 3, 12), 40));
    }

    #[test]
    fn every_row_is_a_day() {
        for row in DAYS.iter() {
            let whole = if row.on.len() == 5 {
                format!("2028-{}", row.on)
            } else {
                row.on.clone()
            };
            assert!(whole.parse::<Date>().is_ok(), "{}", row.on);
            assert!(!row.name_en.is_empty() && !row.source.is_empty());
        }
    }
}
