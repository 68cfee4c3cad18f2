//! The middle of a sample and how far it spreads.

use serde::{Deserialize, Serialize};

/// Quartiles of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// A quarter of the sample lies below.
    pub lower: f64,
    /// Half of it does.
    pub median: f64,
    /// Three quarters do.
    pub upper: f64,
}

/// The quantile of a sorted sample at `p` between 0 and 1: definition 7 of Hyndman and Fan (The American Statistician 50,
/// 1996), the default of R and NumPy: straight between the two neighbours of place `(n - 1) p`. None of nothing.
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = p.clamp(0.0, 1.0) * last as f64;
    let below = place.floor();
    // Truncation is meant: the place lies in 0..=last.
    let index = below as usize;
    let low = *sorted.get(index)?;
    let high = *sorted.get(index.saturating_add(1).min(last))?;
    Some(low + (place - below) * (high - low))
}

/// Sorts a sample; numbers that are none go last.
pub fn sorted(sample: &[f64]) -> Vec<f64> {
    let mut sorted = sample.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The median of a sample; none of nothing.
pub fn median(sample: &[f64]) -> Option<f64> {
    quantile(&sorted(sample), 0.5)
}

/// The mean of a sample; none of nothing.
pub fn mean(sample: &[f64]) -> Option<f64> {
    if sample.is_empty() {
        return None;
    }
    Some(sample.iter().sum::<f64>() / sample.len() as f64)
}

/// The quartiles of a sample; none of nothing.
pub fn spread(sample: &[f64]) -> Option<Spread> {
    let sorted = sorted(sample);
    Some(Spread {
        lower: quantile(&sorted, 0.25)?,
        median: quantile(&sorted, 0.5)?,
        upper: quantile(&sorted, 0.75)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_neighbours() {
        let sample = [1.0, 2.0, 4.0, 8.0];
        for (p, wanted) in [
            (0.0, 1.0),
            (0.25, 1.75),
            (0.5, 3.0),
            (0.75, 5.0),
            (1.0, 8.0),
            (7.0, 8.0),
        ] {
            assert_eq!(quantile(&sample, p), Some(wanted), "{p}");
        }
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[3.0], 0.9), Some(3.0));
        assert_eq!(mean(&[]), None);
    }

    proptest::proptest! {
        #[test]
        fn quartiles_stand_in_their_order(sample in proptest::collection::vec(-1e6_f64..1e6, 1..60)) {
            let found = spread(&sample).unwrap();
            let all = sorted(&sample);
            proptest::prop_assert!(all[0] <= found.lower && found.lower <= found.median);
            proptest::prop_assert!(found.median <= found.upper && found.upper <= all[all.len() - 1]);
        }
    }
}
