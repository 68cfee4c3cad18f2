//! How sure a figure is: the percentile interval of a seeded bootstrap.
//!
//! Each round draws as many shops as there are, with replacement, and works the figure out anew; the interval is what the
//! middle of the rounds spans (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). Two groups are
//! drawn each on its own. Draws are those of [`Seed`]: index = upper 64 bits of (next number x size), so that a line of
//! another language gives the same rounds (`data/growth.py` does, and compares them with SciPy's).

use serde::{Deserialize, Serialize};

use super::spread::{quantile, sorted};
use crate::seed::Seed;

/// Rounds of a published figure.
pub const ROUNDS: u32 = 2_000;
/// How much of the rounds an interval spans.
pub const LEVEL: f64 = 0.95;

/// From where to where a figure may lie.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// Whether it leaves open on which side of nothing the figure lies.
    pub fn holds_zero(&self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }
}

/// How often to draw, from which seed, and how wide the interval is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Rounds.
    pub rounds: u32,
    /// Share of the rounds within, between 0 and 1.
    pub level: f64,
    /// Where the draws begin.
    pub seed: Seed,
}

impl Plan {
    /// The plan of published figures.
    pub fn standard(seed: Seed) -> Self {
        Self {
            rounds: ROUNDS,
            level: LEVEL,
            seed,
        }
    }

    fn ends(&self, mut found: Vec<f64>) -> Option<Interval> {
        found = sorted(&found);
        let tail = (1.0 - self.level) / 2.0;
        Some(Interval {
            low: quantile(&found, tail)?,
            high: quantile(&found, 1.0 - tail)?,
        })
    }
}

/// The interval of a figure of one group; none of an empty one.
pub fn one(
    plan: &Plan,
    sample: &[f64],
    figure: impl Fn(&[f64]) -> Option<f64>,
) -> Option<Interval> {
    let mut seed = plan.seed;
    let mut round = Vec::with_capacity(sample.len());
    let mut found = Vec::new();
    for _ in 0..plan.rounds {
        draw(&mut seed, sample, &mut round);
        found.push(figure(&round)?);
    }
    plan.ends(found)
}

/// The interval of a figure of two groups, each drawn on its own; none when one is empty.
pub fn two(
    plan: &Plan,
    first: &[f64],
    second: &[f64],
    figure: impl Fn(&[f64], &[f64]) -> Option<f64>,
) -> Option<Interval> {
    let mut seed = plan.seed;
    let (mut one, mut other) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    for _ in 0..plan.rounds {
        draw(&mut seed, first, &mut one);
        draw(&mut seed, second, &mut other);
        found.push(figure(&one, &other)?);
    }
    plan.ends(found)
}

fn draw(seed: &mut Seed, sample: &[f64], into: &mut Vec<f64>) {
    into.clear();
    for _ in 0..sample.len() {
        into.extend(seed.pick(sample));
    }
}

#[cfg(test)]
mod tests {
    use super::super::spread::{mean, median};
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_interval() {
        let sample: Vec<f64> = (0..40).map(f64::from).collect();
        let plan = Plan::standard(Seed(7));
        let first = one(&plan, &sample, median).unwrap();
        assert_eq!(one(&plan, &sample, median), Some(first));
        let other = one(&Plan::standard(Seed(8)), &sample, median).unwrap();
        assert!(first.low < 19.5 && 19.5 < first.high);
        assert!((first.low - other.low).abs() < 3.0);
        assert_eq!(one(&plan, &[], median), None);
        let none = two(&plan, &sample, &[], |a, b| Some(mean(a)? - mean(b)?));
        assert_eq!(none, None);
    }

    #[test]
    fn a_sample_without_spread_has_no_width() {
        let found = one(&Plan::standard(Seed(1)), &[0.2; 9], median).unwrap();
        assert_eq!((found.low, found.high), (0.2, 0.2));
        assert!(!found.holds_zero());
    }
}
