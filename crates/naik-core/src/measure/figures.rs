//! The figures of a cohort, as they are worked out, kept and shown.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::bootstrap::{Interval, LEVEL, Plan, ROUNDS, one};
use super::compare::{Comparison, compare};
use super::growth::{Group, Grown, Missing, Record, before, grown};
use super::month::{Frame, Source};
use super::season::{Season, seasons};
use super::spread::{Spread, median, spread};
use super::suppress::{LEAST, Shown, protect};
use crate::programme::calendar::Calendar;
use crate::seed::Seed;

/// Grows when the way of working figures out changes.
pub const METHOD: u8 = 1;
/// A change within is about the same.
const STEADY: f64 = 0.05;
/// From here on a shop grew as the level "Tumbuh" asks.
const MUCH: f64 = 0.15;

/// How a shop fared, roughly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// More than 5 % less.
    Fell,
    /// About the same.
    Steady,
    /// More, but less than 15 %.
    Rose,
    /// 15 % more or better.
    RoseMuch,
}

impl Class {
    /// All, from less to more.
    pub const ALL: [Self; 4] = [Self::Fell, Self::Steady, Self::Rose, Self::RoseMuch];

    /// The word in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Fell => "fell",
            Self::Steady => "steady",
            Self::Rose => "rose",
            Self::RoseMuch => "rose-much",
        }
    }

    /// The class of a change.
    pub fn of(share: f64) -> Self {
        if share < -STEADY {
            Self::Fell
        } else if share <= STEADY {
            Self::Steady
        } else if share < MUCH {
            Self::Rose
        } else {
            Self::RoseMuch
        }
    }
}

/// One side of the draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// Shops that belong to it.
    pub shops: u32,
    /// Shops whose change is known; none shown where they are one to four.
    pub measured: Option<u32>,
    /// Quartiles of the change, as shares; none below five shops.
    pub growth: Option<Spread>,
    /// Where the median may lie.
    pub interval: Option<Interval>,
}

/// One month of the line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Its first day.
    pub month: Date,
    /// The change of those with a place, and of how many.
    pub cohort: Option<(Spread, u32)>,
    /// The change of those who wait.
    pub waiting: Option<(Spread, u32)>,
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// [`METHOD`] when they were worked out.
    pub method: u8,
    /// Which months are held against which.
    pub frame: Frame,
    /// Whether a lottery chose.
    pub drawn: bool,
    /// Those with a place.
    pub cohort: Side,
    /// Those who wait.
    pub waiting: Side,
    /// One against the other.
    pub comparison: Option<Comparison>,
    /// The groups that the three tables show, column by column: not those of which one to four shops are known.
    pub columns: Vec<Group>,
    /// Why shops are missing: reasons by group.
    pub missing: Shown,
    /// How shops fared: classes by group.
    pub classes: Shown,
    /// On what the changes rest: sources by group.
    pub sources: Shown,
    /// Times of the year that weigh on the months.
    pub seasons: Vec<Season>,
    /// Month by month.
    pub line: Vec<Point>,
    /// How the intervals were drawn.
    pub plan: Plan,
}

/// What one shop brought to them.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// The shop with its months.
    pub record: &'a Record,
    /// How it moved, or why that can't be said.
    pub outcome: Result<Grown, Missing>,
}

/// What each shop brings, in the order of their ids.
pub fn entries<'a>(records: &'a [Record], frame: &Frame) -> Vec<Entry<'a>> {
    let mut all: Vec<Entry> = records
        .iter()
        .map(|record| Entry {
            record,
            outcome: grown(record, frame),
        })
        .collect();
    // The bootstrap draws by place: the order is part of the figure.
    all.sort_by_key(|entry| entry.record.shop);
    all
}

/// Works out the figures of a cohort. Costs about 4,000 rounds of as many draws as there are shops.
pub fn figures(records: &[Record], frame: &Frame, drawn: bool, seed: Seed) -> Figures {
    let entries = entries(records, frame);
    let changes = |group: Group, of: fn(&Grown) -> f64| -> Vec<f64> {
        let mine = entries.iter().filter(|entry| entry.record.group == group);
        mine.filter_map(|entry| entry.outcome.as_ref().ok().map(of))
            .collect()
    };
    let side = |group: Group| {
        let shares = changes(group, Grown::share);
        let enough = shares.len() >= LEAST as usize;
        let plan = Plan::standard(seed.of(group.key()));
        Side {
            shops: count(entries.iter().filter(|one| one.record.group == group)),
            measured: visible(count(&shares)),
            growth: enough.then(|| spread(&shares)).flatten(),
            interval: enough.then(|| one(&plan, &shares, median)).flatten(),
        }
    };
    let logs = |group| changes(group, Grown::log);
    let (cohort, waiting) = (side(Group::Cohort), side(Group::Waiting));
    // How many are known of a small group could be had from its table's totals.
    let told = |group: &Group| match group {
        Group::Cohort => cohort.measured.is_some(),
        Group::Waiting => waiting.measured.is_some(),
    };
    let columns: Vec<Group> = Group::ALL.into_iter().filter(told).collect();
    let plan = Plan::standard(seed.of("comparison"));
    Figures {
        method: METHOD,
        drawn,
        comparison: compare(&plan, &logs(Group::Cohort), &logs(Group::Waiting)),
        missing: table(&entries, &columns, &Missing::ALL, |entry| {
            entry.outcome.err()
        }),
        classes: table(&entries, &columns, &Class::ALL, |entry| {
            let grown = entry.outcome.as_ref().ok()?;
            Some(Class::of(grown.share()))
        }),
        sources: table(&entries, &columns, &Source::ALL, |entry| {
            Some(entry.outcome.as_ref().ok()?.source)
        }),
        cohort,
        waiting,
        columns,
        seasons: seasons(frame, Calendar::get()),
        line: line(&entries, frame),
        plan: Plan {
            rounds: ROUNDS,
            level: LEVEL,
            seed,
        },
        frame: frame.clone(),
    }
}

/// A count that is not one to four.
fn visible(count: u32) -> Option<u32> {
    (count == 0 || count >= LEAST).then_some(count)
}

fn count<T>(all: impl IntoIterator<Item = T>) -> u32 {
    u32::try_from(all.into_iter().count()).unwrap_or(u32::MAX)
}

/// How many shops of each group are in each row. How many are known and missing of a group is told beside the table, so
/// that hiding its column's total would help nobody.
fn table<R: Copy + PartialEq>(
    entries: &[Entry],
    columns: &[Group],
    rows: &[R],
    row: impl Fn(&Entry) -> Option<R>,
) -> Shown {
    let cell = |of: R, group: Group| {
        let mine = entries.iter().filter(|entry| entry.record.group == group);
        count(mine.filter(|entry| row(entry) == Some(of)))
    };
    let cells: Vec<Vec<u32>> = rows
        .iter()
        .map(|of| columns.iter().map(|group| cell(*of, *group)).collect())
        .collect();
    protect(&cells, true)
}

/// The change against each shop's baseline, month by month.
fn line(entries: &[Entry], frame: &Frame) -> Vec<Point> {
    let at = |group: Group, month: Date| {
        let mine = entries.iter().filter(|entry| entry.record.group == group);
        let shares: Vec<f64> = mine
            .filter(|entry| entry.record.consent)
            .filter(|entry| entry.record.moved.is_none_or(|moved| moved > month))
            .filter_map(|entry| {
                let noted = entry.record.months.get(&month)?;
                let base = before(entry.record, frame)?;
                let amount = noted.amount().amount() as f64;
                noted.counts().then_some(amount / base - 1.0)
            })
            .collect();
        let found = spread(&shares)?;
        (shares.len() >= LEAST as usize).then(|| (found, count(&shares)))
    };
    let months = frame.months().into_iter();
    months
        .map(|month| Point {
            month,
            cohort: at(Group::Cohort, month),
            waiting: at(Group::Waiting, month),
        })
        .collect()
}

#[cfg(test)]
mod tests;
