//! What a shop noted in a month, where each rupiah comes from, and which months are held against which.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::spread::median;
use crate::money::Rupiah;
use crate::programme::cohort::{Cohort, WEEKS};
use crate::programme::day::{month, plus};

/// Months on either side of a comparison.
pub const SIDE: i64 = 3;
/// A month of fewer noted days counts as not noted: one busy day is not a month's sales.
pub const DAYS_LEAST: u32 = 4;
/// Months after a cohort's end in which its figures are still followed.
pub const FOLLOWED: i64 = 6;
/// A cohort that begins on a later day of a month leaves that month out on both sides.
const EARLY: i8 = 7;

/// Where a sum comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The owner typed it.
    SelfReported,
    /// It came with a marketplace's order file.
    OrderFile,
    /// A person who is not the shop's accepted evidence of it.
    Evidence,
}

impl Source {
    /// All, the weakest first.
    pub const ALL: [Self; 3] = [Self::SelfReported, Self::OrderFile, Self::Evidence];

    /// The word that is stored and used in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::SelfReported => "self_reported",
            Self::OrderFile => "order_file",
            Self::Evidence => "evidence",
        }
    }
}

/// A shop's month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// Typed by the owner, in rupiah.
    pub self_reported: u64,
    /// From order files.
    pub order_file: u64,
    /// Accepted as evidence.
    pub evidence: u64,
    /// Days on which something was noted.
    pub days: u32,
}

impl Noted {
    /// Adds a day. Where a day was shown as evidence, that counts alone: a sum is never counted twice.
    pub fn add(&mut self, self_reported: u64, order_file: u64, evidence: Option<u64>) {
        match evidence {
            Some(amount) => self.evidence = self.evidence.saturating_add(amount),
            None => {
                self.self_reported = self.self_reported.saturating_add(self_reported);
                self.order_file = self.order_file.saturating_add(order_file);
            }
        }
        self.days = self.days.saturating_add(1);
    }

    /// All that was sold.
    pub fn amount(&self) -> Rupiah {
        let typed = self.self_reported.saturating_add(self.order_file);
        Rupiah::new(typed.saturating_add(self.evidence))
    }

    /// Whether it counts as a month.
    pub fn counts(&self) -> bool {
        self.days >= DAYS_LEAST && self.amount().amount() > 0
    }

    /// The amount of a source.
    pub fn of(&self, source: Source) -> u64 {
        match source {
            Source::SelfReported => self.self_reported,
            Source::OrderFile => self.order_file,
            Source::Evidence => self.evidence,
        }
    }
}

/// Which months are held against which; each is named by its first day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The three whole months before the cohort began, oldest first.
    pub baseline: [Date; 3],
    /// The first whole month of the programme.
    pub first: Date,
    /// The last three whole months that are over, oldest first; none while fewer are.
    pub recent: Option<[Date; 3]>,
    /// The last whole month that is over and is followed.
    pub last: Date,
}

impl Frame {
    /// The months of a cohort as they stand on a day.
    pub fn new(cohort: &Cohort, today: Date) -> Self {
        let begins = month(cohort.start, 0);
        let first = if cohort.start.day() <= EARLY {
            begins
        } else {
            month(begins, 1)
        };
        let end = plus(cohort.start, i64::from(WEEKS) * 7 - 1);
        let last = month(today, -1).min(month(end, FOLLOWED));
        let back = |from: Date| [month(from, -2), month(from, -1), from];
        let recent = back(last);
        let [earliest, ..] = recent;
        Self {
            baseline: back(month(begins, -1)),
            first,
            recent: (earliest >= first).then_some(recent),
            last,
        }
    }

    /// Every month from the first of the baseline to the last, oldest first.
    pub fn months(&self) -> Vec<Date> {
        let [start, ..] = self.baseline;
        let all = (0..).map(|n| month(start, n));
        all.take_while(|one| *one <= self.last).collect()
    }
}

/// The median of three months' sales in rupiah; none when one of them was not noted.
pub fn typical(noted: &BTreeMap<Date, Noted>, months: &[Date; 3]) -> Option<f64> {
    let sums = months.iter().map(|month| {
        let found = noted.get(month).filter(|noted| noted.counts())?;
        Some(found.amount().amount() as f64)
    });
    median(&sums.collect::<Option<Vec<f64>>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::cohort::tests::cohort;
    use jiff::civil::date;

    fn frame(start: Date, today: Date) -> Frame {
        let cohort = Cohort { start, ..cohort() };
        Frame::new(&cohort, today)
    }

    #[test]
    fn months_are_whole_and_do_not_meet() {
        let early = frame(date(2026, 1, 5), date(2026, 5, 10));
        assert_eq!(
            early.baseline,
            [date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1)]
        );
        assert_eq!(early.first, date(2026, 1, 1));
        let recent = [date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)];
        assert_eq!(early.recent, Some(recent));
        assert_eq!(early.months().len(), 7);
        // Begun late in a month: that month is neither.
        let late = frame(date(2026, 1, 26), date(2026, 4, 30));
        assert_eq!(late.first, date(2026, 2, 1));
        assert_eq!(late.recent, None, "only two whole months are over");
        let ended = frame(date(2026, 1, 5), date(2028, 1, 1));
        assert_eq!(ended.last, date(2027, 1, 1), "half a year after July 2026");
    }

    #[test]
    fn a_day_of_evidence_counts_once() {
        let mut noted = Noted::default();
        noted.add(50_000, 20_000, None);
        noted.add(80_000, 0, Some(75_000));
        assert_eq!(noted.amount(), Rupiah::new(145_000));
        assert!(!noted.counts(), "two days are no month");
        noted.add(1, 0, None);
        noted.add(1, 0, None);
        assert!(noted.counts());
        let sources: u64 = Source::ALL.iter().map(|one| noted.of(*one)).sum();
        assert_eq!(sources, noted.amount().amount());
    }

    #[test]
    fn a_month_without_notes_leaves_the_rest_unsaid() {
        let months = [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)];
        let of = |amount| Noted {
            self_reported: amount,
            days: 9,
            ..Noted::default()
        };
        let mut noted: BTreeMap<Date, Noted> =
            months.iter().copied().zip([of(3), of(9), of(5)]).collect();
        assert_eq!(typical(&noted, &months), Some(5.0));
        noted.insert(date(2026, 2, 1), Noted::default());
        assert_eq!(typical(&noted, &months), None);
    }
}
