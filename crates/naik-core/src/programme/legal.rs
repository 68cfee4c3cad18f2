//! The size class that the law gives a business, from its capital and its yearly sales; bounds are data with dates.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::embedded;
use crate::message::Message;
use crate::money::Rupiah;

/// The day on which PP 7/2021 came into force: businesses older than it are classed by their sales (article 36).
pub const IN_FORCE: Date = date(2021, 2, 2);

/// A size class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Usaha mikro.
    Micro,
    /// Usaha kecil.
    Small,
    /// Usaha menengah.
    Medium,
    /// Beyond the law's three.
    Large,
}

impl Class {
    /// What it is called.
    pub fn name(self) -> Message {
        Message::new(match self {
            Self::Micro => "class-micro",
            Self::Small => "class-small",
            Self::Medium => "class-medium",
            Self::Large => "class-large",
        })
    }
}

/// For what one asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// To found or register a business.
    Registering,
    /// To be given a facility: a loan, a fair, a tariff.
    Facility,
}

/// What decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Capital without land and building.
    Capital,
    /// Sales of a year.
    Sales,
}

/// A class with what it follows from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classed {
    /// The class.
    pub class: Class,
    /// What decided.
    pub measure: Measure,
    /// The highest amount of the class; none for large ones.
    pub upto: Option<Rupiah>,
    /// The law, with its article.
    pub law: String,
}

/// What is known of a business.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Capital without land and building.
    pub capital: Option<Rupiah>,
    /// Sales of the last twelve months.
    pub sales: Option<Rupiah>,
    /// When it was founded.
    pub founded: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "for those who read the file")]
    checked: Date,
    law: Vec<Law>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Law {
    name: String,
    article: String,
    since: Date,
    #[expect(dead_code, reason = "for those who read the file")]
    source: String,
    class: Vec<Bound>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bound {
    key: Class,
    capital: Rupiah,
    sales: Rupiah,
}

static LAWS: LazyLock<File> =
    LazyLock::new(|| embedded(include_str!("../../data/programme/classes.toml")));

/// The class of a business on a day; none when what decides is not known, or before any law.
pub fn class(size: Size, asked: Use, on: Date) -> Option<Classed> {
    let law = LAWS.law.iter().rfind(|law| law.since <= on)?;
    let older = size.founded.is_some_and(|founded| founded < IN_FORCE);
    let measure = if asked == Use::Facility || older {
        Measure::Sales
    } else {
        Measure::Capital
    };
    let amount = match measure {
        Measure::Capital => size.capital?,
        Measure::Sales => size.sales?,
    };
    let upto = |bound: &Bound| match measure {
        Measure::Capital => bound.capital,
        Measure::Sales => bound.sales,
    };
    let bound = law.class.iter().find(|bound| amount <= upto(bound));
    Some(Classed {
        class: bound.map_or(Class::Large, |bound| bound.key),
        upto: bound.map(upto),
        measure,
        law: format!("{} art. {}", law.name, law.article),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const M: u64 = 1_000_000_000;

    fn sales(amount: u64, on: Date) -> Option<Class> {
        let size = Size {
            sales: Some(Rupiah::new(amount)),
            ..Size::default()
        };
        class(size, Use::Facility, on).map(|classed| classed.class)
    }

    fn capital(amount: u64, on: Date) -> Option<Class> {
        let size = Size {
            capital: Some(Rupiah::new(amount)),
            ..Size::default()
        };
        class(size, Use::Registering, on).map(|classed| classed.class)
    }

    #[test]
    fn classes_are_those_of_the_law() {
        use Class::{Large, Medium, Micro, Small};
        let now = date(2026, 11, 26);
        for (amount, expected) in [
            (150_000_000, Micro),
            (2 * M, Micro),
            (2 * M + 1, Small),
            (15 * M, Small),
            (15 * M + 1, Medium),
            (50 * M, Medium),
            (50 * M + 1, Large),
        ] {
            assert_eq!(sales(amount, now), Some(expected), "{amount}");
        }
        for (amount, expected) in [
            (0, Micro),
            (M, Micro),
            (M + 1, Small),
            (5 * M, Small),
            (5 * M + 1, Medium),
            (10 * M + 1, Large),
        ] {
            assert_eq!(capital(amount, now), Some(expected), "{amount}");
        }
        // The law of the day.
        assert_eq!(sales(2 * M, date(2021, 2, 1)), Some(Small));
        assert_eq!(sales(2 * M, IN_FORCE), Some(Micro));
        assert_eq!(sales(M, date(2008, 7, 3)), None);
    }

    #[test]
    fn what_decides_depends_on_the_use_and_on_the_age() {
        let size = |founded| Size {
            capital: Some(Rupiah::new(3 * M)),
            sales: Some(Rupiah::new(M)),
            founded,
        };
        let now = date(2026, 11, 26);
        let ask =
            |size, asked| class(size, asked, now).map(|classed| (classed.class, classed.measure));
        let by_sales = Some((Class::Micro, Measure::Sales));
        let by_capital = Some((Class::Small, Measure::Capital));
        assert_eq!(ask(size(None), Use::Registering), by_capital);
        assert_eq!(ask(size(Some(IN_FORCE)), Use::Registering), by_capital);
        assert_eq!(
            ask(size(Some(date(2021, 2, 1))), Use::Registering),
            by_sales
        );
        assert_eq!(ask(size(None), Use::Facility), by_sales);
        let unknown = Size {
            sales: None,
            ..size(None)
        };
        assert_eq!(ask(unknown, Use::Facility), None);
        let told = class(size(None), Use::Facility, now).map(|classed| (classed.law, classed.upto));
        assert_eq!(
            told,
            Some(("PP 7/2021 art. 35-36".to_owned(), Some(Rupiah::new(2 * M))))
        );
    }

    #[test]
    fn bounds_rise_and_laws_follow_each_other() {
        assert!(LAWS.law.is_sorted_by_key(|law| law.since));
        for law in &LAWS.law {
            assert!(
                law.class
                    .is_sorted_by_key(|bound| (bound.key, bound.capital, bound.sales))
            );
            assert_eq!(law.class.len(), 3);
        }
    }

    proptest::proptest! {
        #[test]
        fn more_sales_never_mean_a_lower_class(one in 0_u64..100 * M, two in 0_u64..100 * M) {
            let now = date(2026, 11, 26);
            let (low, high) = (one.min(two), one.max(two));
            proptest::prop_assert!(sales(low, now) <= sales(high, now));
            proptest::prop_assert!(capital(low, now) <= capital(high, now));
        }
    }
}
