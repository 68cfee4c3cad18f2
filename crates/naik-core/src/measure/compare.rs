//! Whether those with a place moved more than those who waited: a difference in differences.
//!
//! Each shop is held against itself before, and the mean change of one group against that of the other, in logarithms:
//! `exp(mean ln(after / before) of the cohort - the same of the waiting list) - 1`. What moves both alike, a holiday or a
//! price, falls out. Where a lottery chose, the groups differ by chance alone; where it did not, by more than that.

use serde::{Deserialize, Serialize};

use super::bootstrap::{Interval, Plan, two};
use super::spread::mean;

/// A group that is compared has at least so many shops.
pub const LEAST: usize = super::suppress::LEAST as usize;

/// One group held against the other.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// How much more the cohort's sales grew, as a share: 0.1 is a tenth more than if they had moved like those who waited.
    pub difference: f64,
    /// Where it may lie.
    pub interval: Interval,
    /// Shops with a place.
    pub cohort: u32,
    /// Shops that waited.
    pub waiting: u32,
}

/// The difference in differences of two groups' logarithmic changes; none when one has fewer than [`LEAST`] shops.
pub fn compare(plan: &Plan, cohort: &[f64], waiting: &[f64]) -> Option<Comparison> {
    if cohort.len() < LEAST || waiting.len() < LEAST {
        return None;
    }
    let difference = |one: &[f64], other: &[f64]| Some((mean(one)? - mean(other)?).exp_m1());
    Some(Comparison {
        difference: difference(cohort, waiting)?,
        interval: two(plan, cohort, waiting, difference)?,
        cohort: u32::try_from(cohort.len()).unwrap_or(u32::MAX),
        waiting: u32::try_from(waiting.len()).unwrap_or(u32::MAX),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::Seed;

    #[test]
    fn what_moves_both_alike_falls_out() {
        let plan = Plan::standard(Seed(3));
        let cohort: Vec<f64> = (0..30_u8).map(|n| f64::from(n) / 100.0).collect();
        let waiting: Vec<f64> = (0..25_u8).map(|n| f64::from(n) / 100.0).collect();
        let plain = compare(&plan, &cohort, &waiting).unwrap();
        let lifted = |group: &[f64]| group.iter().map(|one| one + 0.4).collect::<Vec<f64>>();
        let feast = compare(&plan, &lifted(&cohort), &lifted(&waiting)).unwrap();
        assert!((plain.difference - feast.difference).abs() < 1e-12);
        assert!((plain.interval.low - feast.interval.low).abs() < 1e-12);
        assert!(plain.interval.low <= plain.difference && plain.difference <= plain.interval.high);
        assert_eq!(compare(&plan, &cohort, &waiting[..4]), None);
    }
}
