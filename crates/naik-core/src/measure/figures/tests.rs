//! Whole figures: against NumPy and SciPy, and by what must hold whatever the numbers.

use super::super::growth::tests::{frame, record};
use super::*;
use crate::id::{ShopId, Uuid};

#[derive(Deserialize)]
struct Recorded {
    seed: u64,
    data: Groups<Vec<(u64, u64)>>,
    exact: Exact,
    scipy: Scipy,
}

#[derive(Deserialize)]
struct Groups<T> {
    cohort: T,
    waiting: T,
}

#[derive(Deserialize)]
struct Exact {
    cohort: OneGroup,
    waiting: OneGroup,
    comparison: Both,
}

#[derive(Deserialize)]
struct OneGroup {
    spread: [f64; 3],
    interval: [f64; 2],
}

#[derive(Deserialize)]
struct Both {
    difference: f64,
    interval: [f64; 2],
}

#[derive(Deserialize)]
struct Scipy {
    cohort: [f64; 2],
    waiting: [f64; 2],
    comparison: [f64; 2],
}

fn records(data: &Groups<Vec<(u64, u64)>>) -> Vec<Record> {
    let cohort = data.cohort.iter().map(|pair| (Group::Cohort, pair));
    let waiting = data.waiting.iter().map(|pair| (Group::Waiting, pair));
    (1..)
        .zip(cohort.chain(waiting))
        .map(|(number, (group, (before, after)))| record(number, group, *before, *after))
        .collect()
}

/// The values were made by `data/growth.py` with NumPy 2.4.6 and SciPy 1.17.1; its head says how.
#[test]
fn figures_agree_with_numpy_and_scipy() {
    let told: Recorded = serde_json::from_str(include_str!("../data/growth.json")).unwrap();
    let found = figures(&records(&told.data), &frame(), true, Seed(told.seed));
    let near = |one: f64, other: f64, within: f64| {
        assert!((one - other).abs() < within, "{one} is not {other}");
    };
    for (side, exact, scipy) in [
        (&found.cohort, &told.exact.cohort, told.scipy.cohort),
        (&found.waiting, &told.exact.waiting, told.scipy.waiting),
    ] {
        let (spread, interval) = (side.growth.unwrap(), side.interval.unwrap());
        let [lower, median, upper] = exact.spread;
        near(spread.lower, lower, 1e-12);
        near(spread.median, median, 1e-12);
        near(spread.upper, upper, 1e-12);
        near(interval.low, exact.interval[0], 1e-12);
        near(interval.high, exact.interval[1], 1e-12);
        near(interval.low, scipy[0], 0.03);
        near(interval.high, scipy[1], 0.03);
    }
    let comparison = found.comparison.unwrap();
    near(
        comparison.difference,
        told.exact.comparison.difference,
        1e-12,
    );
    near(
        comparison.interval.low,
        told.exact.comparison.interval[0],
        1e-12,
    );
    near(
        comparison.interval.high,
        told.exact.comparison.interval[1],
        1e-12,
    );
    near(comparison.interval.low, told.scipy.comparison[0], 0.01);
    near(comparison.interval.high, told.scipy.comparison[1], 0.01);
    assert_eq!((comparison.cohort, comparison.waiting), (63, 41));
}

fn some(cohort: u128, waiting: u128) -> Vec<Record> {
    let one = |number: u128, group| {
        record(
            number,
            group,
            1_000_000,
            900_000 + 20_000 * (number as u64 % 30),
        )
    };
    (1..=cohort)
        .map(|number| one(number, Group::Cohort))
        .chain((1..=waiting).map(|number| one(1_000 + number, Group::Waiting)))
        .collect()
}

#[test]
fn few_shops_are_not_spoken_of() {
    let found = figures(&some(20, 4), &frame(), true, Seed(1));
    assert_eq!((found.waiting.shops, found.waiting.measured), (4, None));
    assert!(found.waiting.growth.is_none() && found.waiting.interval.is_none());
    assert_eq!(found.comparison, None);
    assert_eq!(found.columns, [Group::Cohort]);
    assert!(found.line.iter().all(|point| point.waiting.is_none()));
    assert_eq!(found.cohort.measured, Some(20));
    let nobody = figures(&[], &frame(), false, Seed(1));
    assert_eq!((nobody.cohort.measured, nobody.comparison), (Some(0), None));
}

#[test]
fn every_shop_is_measured_or_missing() {
    let mut records = some(30, 12);
    for record in records.iter_mut().take(7) {
        record.consent = false;
    }
    let found = figures(&records, &frame(), true, Seed(1));
    assert_eq!((found.cohort.shops, found.cohort.measured), (30, Some(23)));
    assert_eq!(found.missing.columns, [Some(7), Some(0)]);
    assert_eq!(found.classes.columns, [Some(23), Some(12)]);
    assert_eq!(found.sources.columns, [Some(23), Some(12)]);
    // Who did not agree is in no month either.
    let counts = found.line.iter().map(|point| point.cohort.map(|(_, n)| n));
    assert!(counts.flatten().all(|n| n == 23));
    assert_eq!(found.line.len(), 9);
    // What is kept is what is read, up to the last digit of a fraction.
    let kept = serde_json::to_string(&found).unwrap();
    let read: Figures = serde_json::from_str(&kept).unwrap();
    let tables = |all: &Figures| {
        (
            all.missing.clone(),
            all.classes.clone(),
            all.sources.clone(),
        )
    };
    assert_eq!(tables(&read), tables(&found));
    let median = |all: &Figures| all.cohort.growth.map_or(0.0, |growth| growth.median);
    assert!((median(&read) - median(&found)).abs() < 1e-12);
}

#[test]
fn the_order_of_records_is_no_matter() {
    let mut records = some(25, 15);
    let one = figures(&records, &frame(), true, Seed(5));
    records.reverse();
    assert_eq!(figures(&records, &frame(), true, Seed(5)), one);
    assert_eq!(records[0].shop, ShopId(Uuid::from_u128(1_015)));
}

#[test]
fn before_three_months_are_over_nothing_is_said() {
    let early = Frame {
        recent: None,
        ..frame()
    };
    let found = figures(&some(20, 20), &early, true, Seed(1));
    assert_eq!(found.cohort.measured, Some(0));
    assert_eq!(found.comparison, None);
    assert!(found.line.iter().any(|point| point.cohort.is_some()));
}
