//! Levels 0 to 5 as data: what each asks for, by which evidence, for how long.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::embedded;
use super::evidence::Kind;
use crate::message::Message;

/// A level, from 0 to [`Level::HIGHEST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    /// Where every shop begins.
    pub const LOWEST: Self = Self(0);
    /// The last one.
    pub const HIGHEST: Self = Self(5);

    /// All, from the lowest.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (0..=Self::HIGHEST.0).map(Self)
    }

    /// The level of a number; none above the highest.
    pub fn new(number: u8) -> Option<Self> {
        (number <= Self::HIGHEST.0).then_some(Self(number))
    }

    /// Its number.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The one beneath; none under the lowest.
    pub fn below(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }

    /// The one above; none over the highest.
    pub fn above(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }

    /// What it is called.
    pub fn name(self) -> Message {
        let key = Ladder::get().row(self).map_or("mulai", |row| &row.key);
        Message::new(&format!("level-{key}"))
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

impl TryFrom<u8> for Level {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        Self::new(number).ok_or_else(|| format!("there is no level {number}"))
    }
}

/// All levels.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// The day on which they were checked.
    pub checked: Date,
    /// Where they come from.
    pub source: String,
    /// For how many days after it was sent evidence that waits for its check holds a level open.
    pub waits: u32,
    /// From the lowest.
    #[serde(rename = "level")]
    pub rows: Vec<Row>,
}

/// One level.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Which.
    pub number: Level,
    /// In message keys: `level-<key>`.
    pub key: String,
    /// Whether a second person confirms the mentor's check.
    pub second: bool,
    /// What it asks for; all of it.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
}

/// One thing that a level asks for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// In message keys: `proof-<key>`.
    pub key: String,
    /// How many days evidence counts from the day of which it speaks; none: until its own end.
    pub days: Option<u32>,
    /// Only evidence from this place counts.
    pub place: Option<String>,
    /// Any one of these meets it.
    #[serde(rename = "test")]
    pub tests: Vec<Test>,
}

/// What is counted, and how much of it is needed.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum Test {
    /// Pieces of evidence.
    Count {
        /// Of which kinds.
        kinds: Vec<Kind>,
        /// How many.
        need: u64,
    },
    /// Different subjects or places.
    Distinct {
        /// Of which kinds.
        kinds: Vec<Kind>,
        /// Different what.
        of: Aspect,
        /// How many.
        need: u64,
    },
    /// The sum of their units.
    Units {
        /// Of which kinds.
        kinds: Vec<Kind>,
        /// How many.
        need: u64,
    },
    /// The newest one's units.
    Least {
        /// Of which kinds.
        kinds: Vec<Kind>,
        /// At least.
        need: u64,
    },
    /// Weeks with evidence among the last so many.
    Weeks {
        /// Of which kinds.
        kinds: Vec<Kind>,
        /// How many.
        need: u64,
        /// Of how many.
        of: u64,
    },
    /// Growth of the median month over the baseline.
    Growth {
        /// Whole months that are looked at.
        months: u64,
        /// In percent.
        need: u64,
    },
}

/// By what evidence differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// What it is about.
    Subject,
    /// Where it is from.
    Place,
}

static LADDER: LazyLock<Ladder> =
    LazyLock::new(|| embedded(include_str!("../../data/programme/levels.toml")));

impl Ladder {
    /// The levels that this version carries.
    pub fn get() -> &'static Self {
        &LADDER
    }

    /// A level's row.
    pub fn row(&self, level: Level) -> Option<&Row> {
        self.rows.iter().find(|row| row.number == level)
    }

    /// The rule of a key.
    pub fn rule(&self, key: &str) -> Option<&Rule> {
        let mut rules = self.rows.iter().flat_map(|row| &row.rules);
        rules.find(|rule| rule.key == key)
    }

    /// Whether any rule looks at evidence of a kind: what none asks for need not be sent.
    pub fn asks_for(&self, kind: Kind) -> bool {
        self.rows.iter().any(|row| row.looks_at(kind))
    }
}

impl Row {
    /// Whether any of its rules looks at evidence of a kind.
    pub fn looks_at(&self, kind: Kind) -> bool {
        let mut tests = self.rules.iter().flat_map(|rule| &rule.tests);
        tests.any(|test| test.kinds().contains(&kind))
    }
}

impl Test {
    /// How much is needed.
    pub fn need(&self) -> u64 {
        match self {
            Self::Count { need, .. }
            | Self::Distinct { need, .. }
            | Self::Units { need, .. }
            | Self::Least { need, .. }
            | Self::Weeks { need, .. }
            | Self::Growth { need, .. } => *need,
        }
    }

    /// Which kinds of evidence it looks at.
    pub fn kinds(&self) -> &[Kind] {
        match self {
            Self::Count { kinds, .. }
            | Self::Distinct { kinds, .. }
            | Self::Units { kinds, .. }
            | Self::Least { kinds, .. }
            | Self::Weeks { kinds, .. } => kinds,
            Self::Growth { .. } => &[Kind::SalesRecord, Kind::Baseline],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_ladder_is_that_of_the_product() {
        let ladder = Ladder::get();
        let rows: Vec<String> = ladder
            .rows
            .iter()
            .map(|row| {
                let rules: Vec<&str> = row.rules.iter().map(|rule| rule.key.as_str()).collect();
                let second = if row.second { " +2" } else { "" };
                format!(
                    "{} {}{second}: {}",
                    row.number.number(),
                    row.key,
                    rules.join(" ")
                )
            })
            .collect();
        assert_eq!(
            rows,
            [
                "0 mulai: baseline consent",
                "1 tertata: nib price sales-noted photos",
                "2 terlihat: channels weekly-posts qris replies",
                "3 terhubung +2: listings orders rating",
                "4 tumbuh +2: growth repeat-buyers second-outlet",
                "5 berjejaring +2: joint-trade teaches ready",
            ]
        );
    }

    #[test]
    fn every_rule_can_be_met_and_is_named_once() {
        let ladder = Ladder::get();
        let rules: Vec<&Rule> = ladder.rows.iter().flat_map(|row| &row.rules).collect();
        let keys: BTreeSet<&str> = rules.iter().map(|rule| rule.key.as_str()).collect();
        assert_eq!(keys.len(), rules.len());
        for rule in rules {
            assert!(!rule.tests.is_empty(), "{}", rule.key);
            for test in &rule.tests {
                assert!(test.need() > 0 && !test.kinds().is_empty(), "{}", rule.key);
                if let Test::Weeks { need, of, .. } = test {
                    assert!(need <= of, "{}", rule.key);
                }
            }
        }
        assert!(ladder.rule("nib").is_some() && ladder.rule("gold").is_none());
    }

    #[test]
    fn levels_have_neighbours_and_an_end() {
        assert_eq!(
            Level::all().map(Level::number).collect::<Vec<_>>(),
            [0, 1, 2, 3, 4, 5]
        );
        assert_eq!(Level::LOWEST.below(), None);
        assert_eq!(Level::HIGHEST.above(), None);
        assert_eq!(Level::new(6), None);
        assert_eq!(Level::HIGHEST.name().key, "level-berjejaring");
        assert!(serde_json::from_str::<Level>("7").is_err());
    }
}
