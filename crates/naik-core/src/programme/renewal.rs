//! When a permit ends, and when its shop is reminded: as early as a renewal takes.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::Deserialize;

use super::day::{between, plus};
use super::embedded;
use crate::message::{Explain, Message};
use crate::permit::{Permit, PermitKind};

/// What ends and is renewed: a permit, or a registered brand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// Nomor Induk Berusaha.
    Nib,
    /// SPP-IRT.
    Pirt,
    /// Halal certificate.
    Halal,
    /// Registration with BPOM.
    Bpom,
    /// Registered brand (merek).
    Brand,
}

impl From<PermitKind> for Paper {
    fn from(kind: PermitKind) -> Self {
        match kind {
            PermitKind::Nib => Self::Nib,
            PermitKind::Pirt => Self::Pirt,
            PermitKind::Halal => Self::Halal,
            PermitKind::Bpom => Self::Bpom,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "for those who read the file")]
    checked: Date,
    permit: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    kind: Paper,
    years: Option<i16>,
    remind: Vec<i64>,
    #[expect(dead_code, reason = "for those who read the file")]
    source: String,
}

static TERMS: LazyLock<File> =
    LazyLock::new(|| embedded(include_str!("../../data/programme/permits.toml")));

fn term(paper: Paper) -> Option<&'static Term> {
    TERMS.permit.iter().find(|term| term.kind == paper)
}

/// The last day of a paper that was issued on a day; none when it has no end.
pub fn ends(paper: Paper, issued: Date) -> Option<Date> {
    let years = term(paper)?.years?;
    Some(plus(issued.saturating_add(years.years()), -1))
}

/// The last day that a permit's own number tells: a PIRT's last two digits are the year in which it ends.
///
/// Only the year stands there, so the day is its last: what the certificate says comes first.
pub fn ends_by_number(permit: &Permit) -> Option<Date> {
    if permit.kind != PermitKind::Pirt {
        return None;
    }
    let (_, year) = permit.number.rsplit_once('-')?;
    let year: i16 = year.parse().ok()?;
    (0..=99).contains(&year).then(|| date(2000 + year, 12, 31))
}

/// What a shop is told about a paper's end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The paper.
    pub paper: Paper,
    /// When to tell.
    pub on: Date,
    /// Its last day.
    pub ends: Date,
}

impl Explain for Reminder {
    fn explain(&self) -> Message {
        let key = match self.paper {
            Paper::Nib => "renew-nib",
            Paper::Pirt => "renew-pirt",
            Paper::Halal => "renew-halal",
            Paper::Bpom => "renew-bpom",
            Paper::Brand => "renew-brand",
        };
        Message::new(key)
            .with("days", between(self.on, self.ends).max(0))
            .with("date", self.ends)
    }
}

/// When a shop is reminded of a paper that ends on a day, in the order of time.
pub fn reminders(paper: Paper, ends: Date) -> Vec<Reminder> {
    let days = term(paper).map_or(&[][..], |term| &term.remind);
    let mut all: Vec<Reminder> = days
        .iter()
        .map(|days| Reminder {
            paper,
            on: plus(ends, -days),
            ends,
        })
        .collect();
    all.sort_by_key(|reminder| reminder.on);
    all
}

/// The reminder that is due: the last whose day has come since `told`; at the end itself, one that says so.
pub fn due(paper: Paper, ends: Date, told: Option<Date>, today: Date) -> Option<Reminder> {
    let after = told.unwrap_or(Date::MIN);
    let mut all = reminders(paper, ends);
    if !all.is_empty() {
        all.push(Reminder {
            paper,
            on: plus(ends, 1),
            ends,
        });
    }
    let due = all
        .into_iter()
        .rfind(|reminder| after < reminder.on && reminder.on <= today)?;
    // Late, it says how many days are left today, not how many there were.
    Some(Reminder { on: today, ..due })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Paper; 5] = [
        Paper::Nib,
        Paper::Pirt,
        Paper::Halal,
        Paper::Bpom,
        Paper::Brand,
    ];

    #[test]
    fn papers_end_after_their_years() {
        let issued = date(2024, 2, 29);
        for (paper, expected) in [
            (Paper::Nib, None),
            (Paper::Halal, None),
            (Paper::Pirt, Some(date(2029, 2, 27))),
            (Paper::Bpom, Some(date(2029, 2, 27))),
            (Paper::Brand, Some(date(2034, 2, 27))),
        ] {
            assert_eq!(ends(paper, issued), expected, "{paper:?}");
        }
        assert!(ALL.into_iter().all(|paper| term(paper).is_some()));
    }

    #[test]
    fn a_pirt_number_tells_its_year() {
        let read = |kind, text| ends_by_number(&Permit::parse(kind, text).unwrap());
        assert_eq!(
            read(PermitKind::Pirt, "P-IRT 2053573010123-29"),
            Some(date(2029, 12, 31))
        );
        assert_eq!(read(PermitKind::Nib, "1234567890123"), None);
        let odd = Permit {
            kind: PermitKind::Pirt,
            number: "P-IRT 2053573010123-é".to_owned(),
        };
        assert_eq!(ends_by_number(&odd), None);
    }

    #[test]
    fn a_reminder_comes_once_and_never_too_late() {
        let ends = date(2026, 12, 31);
        for (told, today, left) in [
            (None, date(2026, 7, 3), None),
            (None, date(2026, 7, 4), Some(180)),
            (None, date(2026, 12, 1), Some(30)),
            (Some(date(2026, 12, 1)), date(2026, 12, 2), None),
            (Some(date(2026, 12, 1)), date(2026, 12, 26), Some(5)),
            (Some(date(2026, 12, 26)), date(2027, 1, 3), Some(-3)),
            (Some(date(2027, 1, 3)), date(2027, 2, 3), None),
        ] {
            let found = due(Paper::Pirt, ends, told, today);
            let days = found
                .as_ref()
                .map(|reminder| between(reminder.on, reminder.ends));
            assert_eq!(days, left, "{told:?} {today}");
        }
        assert_eq!(due(Paper::Nib, ends, None, ends), None);
        let told = due(Paper::Bpom, ends, None, date(2026, 12, 24)).map(|one| one.explain());
        let wanted = Message::new("renew-bpom")
            .with("days", 7)
            .with("date", "2026-12-31");
        assert_eq!(told, Some(wanted));
    }
}
