//! How far each shop's sales moved from its baseline, and why a shop can't say.
//!
//! A shop's growth holds the median of the last three whole months against the median of the three before the cohort began:
//! the same middle as the level "Tumbuh". A shop that left is counted where it was drawn, so that leaving flatters nobody.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::month::{Frame, Noted, Source, typical};
use crate::id::ShopId;
use crate::money::Rupiah;
use crate::programme::day::month;

/// On which side of the draw a shop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// It got a place, whether it stayed or not.
    Cohort,
    /// It waits for the next cohort.
    Waiting,
}

impl Group {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Cohort, Self::Waiting];

    /// The word that is stored and used in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Cohort => "cohort",
            Self::Waiting => "waiting",
        }
    }

    /// The group of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.key() == word)
    }
}

/// A baseline that the shop itself stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// Median monthly sales of three months.
    pub amount: Rupiah,
    /// Whether someone who is not the shop's accepted it.
    pub checked: bool,
}

/// All that is known of a shop's sales.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The shop.
    pub shop: ShopId,
    /// On which side it is.
    pub group: Group,
    /// Whether its owner lets it count in numbers.
    pub consent: bool,
    /// When it entered another cohort, if it did: from then on it is no comparison.
    pub moved: Option<Date>,
    /// What it stated; stands in where the months before were not noted.
    pub stated: Option<Stated>,
    /// What it noted, by the first day of the month.
    pub months: BTreeMap<Date, Noted>,
}

/// Why a shop is not in the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Its owner did not agree.
    Consent,
    /// It takes part in another cohort by now.
    Moved,
    /// Nothing is known of the time before.
    Before,
    /// A month of the last three was not noted.
    After,
}

impl Missing {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::Consent, Self::Moved, Self::Before, Self::After];

    /// The word that is stored and used in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Moved => "moved",
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// The reason of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == word)
    }
}

/// A shop's movement.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grown {
    /// A typical month before, in rupiah; above 0.
    pub before: f64,
    /// A typical month of the last three; above 0.
    pub after: f64,
    /// The weakest source on which a tenth or more of it rests.
    pub source: Source,
}

impl Grown {
    /// The change as a share of the baseline: 0.15 is 15 % more.
    pub fn share(&self) -> f64 {
        self.after / self.before - 1.0
    }

    /// The change as a logarithm: changes of shops add up, and doubling weighs as much as halving.
    pub fn log(&self) -> f64 {
        (self.after / self.before).ln()
    }
}

/// A typical month before the cohort; what the shop noted comes first, what it stated after.
pub fn before(record: &Record, frame: &Frame) -> Option<f64> {
    typical(&record.months, &frame.baseline).or_else(|| {
        let stated = record.stated?.amount.amount();
        (stated > 0).then_some(stated as f64)
    })
}

/// How a shop moved, or why that can't be said.
///
/// # Errors
/// The first reason.
pub fn grown(record: &Record, frame: &Frame) -> Result<Grown, Missing> {
    if !record.consent {
        return Err(Missing::Consent);
    }
    let ends = month(frame.last, 1);
    if record.moved.is_some_and(|moved| moved < ends) {
        return Err(Missing::Moved);
    }
    let before = before(record, frame).ok_or(Missing::Before)?;
    let recent = frame.recent.ok_or(Missing::After)?;
    let after = typical(&record.months, &recent).ok_or(Missing::After)?;
    Ok(Grown {
        before,
        after,
        source: source(record, frame, &recent),
    })
}

/// The weakest source that carries a tenth or more of the months compared.
fn source(record: &Record, frame: &Frame, recent: &[Date; 3]) -> Source {
    let noted_before = typical(&record.months, &frame.baseline).is_some();
    let used = if noted_before {
        frame.baseline.as_slice()
    } else {
        &[]
    };
    let sums = Source::ALL.map(|one| {
        let months = used.iter().chain(recent);
        let noted = months.filter_map(|month| record.months.get(month));
        noted.fold(0_u64, |sum, noted| sum.saturating_add(noted.of(one)))
    });
    let all = sums.iter().fold(0_u64, |sum, one| sum.saturating_add(*one));
    let stated = record.stated.filter(|_| !noted_before);
    if stated.is_some_and(|stated| !stated.checked) {
        return Source::SelfReported;
    }
    let carries = |amount: u64| amount > 0 && amount >= all / 10;
    Source::ALL
        .into_iter()
        .zip(sums)
        .find(|(_, amount)| carries(*amount))
        .map_or(Source::SelfReported, |(one, _)| one)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::id::Uuid;
    use jiff::civil::date;

    pub(crate) fn frame() -> Frame {
        Frame {
            baseline: [date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1)],
            first: date(2026, 1, 1),
            recent: Some([date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)]),
            last: date(2026, 6, 1),
        }
    }

    /// A shop that sold so much in each month before and each month since.
    pub(crate) fn record(number: u128, group: Group, before: u64, after: u64) -> Record {
        let frame = frame();
        let months = frame.months().into_iter().map(|one| {
            let amount = if one < frame.first { before } else { after };
            let noted = Noted {
                self_reported: amount,
                days: 20,
                ..Noted::default()
            };
            (one, noted)
        });
        Record {
            shop: ShopId(Uuid::from_u128(number)),
            group,
            consent: true,
            moved: None,
            stated: None,
            months: months.collect(),
        }
    }

    #[test]
    fn a_shop_moves_from_its_own_baseline() {
        let found = grown(&record(1, Group::Cohort, 4_000_000, 5_000_000), &frame()).unwrap();
        assert!((found.share() - 0.25).abs() < 1e-12);
        assert_eq!(found.source, Source::SelfReported);
    }

    #[test]
    fn reasons_are_asked_in_turn() {
        let fine = record(1, Group::Waiting, 100, 120);
        let with = |change: fn(&mut Record)| {
            let mut record = fine.clone();
            change(&mut record);
            grown(&record, &frame()).map(|found| found.before)
        };
        assert_eq!(with(|r| r.consent = false), Err(Missing::Consent));
        let during = |r: &mut Record| r.moved = Some(date(2026, 6, 29));
        assert_eq!(with(during), Err(Missing::Moved));
        assert_eq!(with(|r| r.moved = Some(date(2026, 7, 6))), Ok(100.0));
        let forgot = |r: &mut Record| {
            r.months.remove(&date(2025, 11, 1));
        };
        assert_eq!(with(forgot), Err(Missing::Before));
        let stated = |r: &mut Record| {
            r.months.remove(&date(2025, 11, 1));
            r.stated = Some(Stated {
                amount: Rupiah::new(90),
                checked: true,
            });
        };
        assert_eq!(with(stated), Ok(90.0));
        let silent = |r: &mut Record| {
            r.months.remove(&date(2026, 6, 1));
        };
        assert_eq!(with(silent), Err(Missing::After));
    }

    #[test]
    fn a_figure_is_as_strong_as_its_weakest_tenth() {
        let mut shop = record(1, Group::Cohort, 0, 0);
        for noted in shop.months.values_mut() {
            noted.evidence = 900;
            noted.order_file = 90;
            noted.self_reported = 10;
        }
        let source = |shop: &Record| grown(shop, &frame()).unwrap().source;
        assert_eq!(source(&shop), Source::Evidence);
        for noted in shop.months.values_mut() {
            noted.order_file = 200;
        }
        assert_eq!(source(&shop), Source::OrderFile);
        shop.months.remove(&date(2025, 12, 1));
        shop.stated = Some(Stated {
            amount: Rupiah::new(1_000),
            checked: false,
        });
        assert_eq!(source(&shop), Source::SelfReported);
    }
}
