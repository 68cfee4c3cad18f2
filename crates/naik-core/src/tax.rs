//! What the final income tax of a small business (PPh final, 0.5 %) may come to: an estimate, month by month.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::money::Rupiah;

/// Thresholds and rates, as of one day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The day on which they were checked, ISO 8601.
    pub checked: String,
    /// The laws.
    pub source: String,
    rule: Vec<Rule>,
}

/// What holds from one year on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The first tax year.
    pub from_year: i16,
    /// Tenths of a percent of turnover.
    pub rate_permille: u64,
    /// Turnover of a year that is free, for a person.
    pub free: u64,
    /// Turnover of a year above which the rule no longer fits.
    pub ceiling: u64,
    /// Years for which a person may use it.
    pub years_person: u16,
}

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payer {
    /// A person: the first part of a year's turnover is free.
    Person,
    /// A company or cooperative: nothing is free.
    Company,
}

/// One month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// What was sold.
    pub turnover: Rupiah,
    /// What was sold since January.
    pub since_january: Rupiah,
    /// The part of the month that is taxed.
    pub taxed: Rupiah,
    /// The tax, rounded down to whole rupiah.
    pub tax: Rupiah,
}

/// A year's estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// What was counted with.
    pub rule: Rule,
    /// The months in their order, from January.
    pub months: Vec<Month>,
    /// Whether turnover has passed the ceiling, so that another tax applies.
    pub over_ceiling: bool,
}

static RULES: LazyLock<Rules> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads it"
)]
fn load() -> Rules {
    toml::from_str(include_str!("../data/tax.toml")).expect("tax.toml is well formed")
}

impl Rules {
    /// The rules that this version carries.
    pub fn get() -> &'static Self {
        &RULES
    }

    /// What holds in a year, if anything did.
    pub fn of(&self, year: i16) -> Option<Rule> {
        let mut fitting: Vec<&Rule> = self.rule.iter().filter(|r| r.from_year <= year).collect();
        fitting.sort_by_key(|rule| rule.from_year);
        fitting.last().copied().copied()
    }
}

/// The tax of a year's months, from January; `None` for years that the rules do not know.
///
/// The free part is used up from January on: a month is taxed for what lies above it, and above what was sold before.
pub fn estimate(year: i16, payer: Payer, months: &[Rupiah]) -> Option<Estimate> {
    let rule = Rules::get().of(year)?;
    let free = match payer {
        Payer::Person => rule.free,
        Payer::Company => 0,
    };
    let mut before = 0_u64;
    let mut out = Vec::with_capacity(12);
    for turnover in months.iter().take(12) {
        let after = before.saturating_add(turnover.amount());
        let taxed = after.saturating_sub(before.max(free));
        let tax = taxed / 1000 * rule.rate_permille + taxed % 1000 * rule.rate_permille / 1000;
        out.push(Month {
            turnover: *turnover,
            since_january: Rupiah::new(after),
            taxed: Rupiah::new(taxed),
            tax: Rupiah::new(tax),
        });
        before = after;
    }
    Some(Estimate {
        rule,
        months: out,
        over_ceiling: before > rule.ceiling,
    })
}

impl Estimate {
    /// The tax of all months.
    pub fn tax(&self) -> Rupiah {
        Rupiah::new(self.months.iter().map(|m| m.tax.amount()).sum())
    }

    /// How much of the free part is left.
    pub fn free_left(&self) -> Rupiah {
        let sold = self.months.last().map_or(0, |m| m.since_january.amount());
        Rupiah::new(self.rule.free.saturating_sub(sold))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(amounts: &[u64]) -> Vec<Rupiah> {
        amounts.iter().map(|a| Rupiah::new(*a)).collect()
    }

    #[test]
    fn the_rules_are_dated() {
        let rules = Rules::get();
        assert!(rules.checked.parse::<jiff::civil::Date>().is_ok());
        assert_eq!(rules.of(2026).map(|r| r.free), Some(500_000_000));
        assert_eq!(rules.of(2021).map(|r| r.free), Some(0));
        assert_eq!(rules.of(2017), None);
    }

    #[test]
    fn the_first_half_milliard_of_a_person_is_free() {
        let sold = months(&[300_000_000, 150_000_000, 100_000_000, 20_000_000]);
        let year = estimate(2026, Payer::Person, &sold).unwrap();
        let taxes: Vec<u64> = year.months.iter().map(|m| m.tax.amount()).collect();
        assert_eq!(taxes, [0, 0, 250_000, 100_000]);
        assert_eq!(year.tax(), Rupiah::new(350_000));
        assert_eq!(year.free_left(), Rupiah::new(0));
        let company = estimate(2026, Payer::Company, &sold).unwrap();
        assert_eq!(company.tax(), Rupiah::new(2_850_000));
        let small = estimate(2026, Payer::Person, &months(&[12_500_000])).unwrap();
        assert_eq!(small.tax(), Rupiah::new(0));
        assert_eq!(small.free_left(), Rupiah::new(487_500_000));
    }

    #[test]
    fn above_the_ceiling_it_says_so() {
        let year = estimate(2026, Payer::Person, &months(&[4_800_000_001])).unwrap();
        assert!(year.over_ceiling);
        assert_eq!(estimate(2010, Payer::Person, &[]), None);
    }

    proptest::proptest! {
        #[test]
        fn just_what_lies_above_is_taxed(amounts in proptest::collection::vec(0_u64..900_000_000, 0..13)) {
            let year = estimate(2026, Payer::Person, &months(&amounts)).unwrap();
            let total: u64 = amounts.iter().take(12).sum();
            let taxed: u64 = year.months.iter().map(|m| m.taxed.amount()).sum();
            proptest::prop_assert_eq!(taxed, total.saturating_sub(500_000_000));
            // Each month is rounded down by less than a rupiah.
            let exact = taxed * 5 / 1000;
            proptest::prop_assert!(year.tax().amount() <= exact && year.tax().amount() + 12 > exact);
        }

        #[test]
        fn no_amount_breaks_it(amounts in proptest::collection::vec(proptest::num::u64::ANY, 0..14), year in proptest::num::i16::ANY) {
            let _ = estimate(year, Payer::Company, &months(&amounts)).map(|y| y.over_ceiling);
        }
    }
}
