//! Fits the weights by which a cut-out is chosen among its trials, and the constants of its confidence, to photos with true masks.
//!
//! `cutout_fit LIST [--model FILE|classical] [--voice]`: LIST has a photo a line, tab, its mask (255
//! product, 128 unknown), and after another tab perhaps the intersection over
//! union that a person gave our cut instead of a mask. Use photos that may be
//! learned from and that the network did not learn from, never those that measure. Prints the weights for
//! `src/cutout/score.rs`, the constants for `src/cutout/confidence.rs`, and how well both hold on each fifth of the
//! photos when fitted to the other four. The confidence is that of the trial that today's weights choose: change the
//! weights first, then run it again.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measuring tool: it prints figures and stops at the first bad file"
)]

use std::path::Path;

use naik_photo::cutout::{
    BuiltInPrior, CONFIDENT, ClassicalPrior, CutOptions, Guidance, OnnxPrior, Prior, Seed, cut,
};
use naik_photo::image::{Gray, Rgb};
use rayon::prelude::*;

struct Case {
    features: Vec<f64>,
    found: f64,
    trials: Vec<Tried>,
}

/// One starting point's division.
struct Tried {
    measures: Vec<f64>,
    found: f64,
    /// Whether it wins without a comparison: what leaves a plain ground.
    leads: bool,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let list = std::fs::read_to_string(&arguments[0]).expect("the list can be read");
    let model = arguments
        .iter()
        .position(|a| a == "--model")
        .and_then(|at| arguments.get(at + 1));
    let prior: Option<Box<dyn Prior + Send>> = match model.map(String::as_str) {
        None => None,
        Some("classical") => Some(Box::new(ClassicalPrior)),
        Some(file) if arguments.iter().any(|a| a == "--voice") => {
            let bytes = std::fs::read(file).expect("the model");
            Some(Box::new(BuiltInPrior::new(
                OnnxPrior::from_bytes(&bytes).expect("a model"),
            )))
        }
        Some(file) => Some(Box::new(
            OnnxPrior::from_bytes(&std::fs::read(file).expect("the model")).expect("a model"),
        )),
    };
    let cases: Vec<Case> = list
        .lines()
        .collect::<Vec<_>>()
        .par_iter()
        .filter_map(|line| case(line, prior.as_deref().map(|p| p as &dyn Prior)))
        .collect();
    eprintln!("{} photos", cases.len());
    choice(&cases);
    let mut held_out = Vec::new();
    for fold in 0..5 {
        let (test, train): (Vec<_>, Vec<_>) =
            cases.iter().enumerate().partition(|(at, _)| at % 5 == fold);
        let train: Vec<&Case> = train.into_iter().map(|(_, case)| case).collect();
        let constants = fit(&train);
        held_out.extend(
            test.into_iter()
                .map(|(_, case)| (said(&constants, case), case.found)),
        );
    }
    println!("said, photos, mean said, mean found (each fold fitted without itself)");
    for bounds in [0.0, 0.4, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01].windows(2) {
        let part: Vec<_> = held_out
            .iter()
            .filter(|(said, _)| (bounds[0]..bounds[1]).contains(said))
            .collect();
        let mean = |f: &dyn Fn(&(f64, f64)) -> f64| {
            part.iter().map(|row| f(row)).sum::<f64>() / part.len().max(1) as f64
        };
        println!(
            "{:.2} to {:.2}\t{}\t{:.3}\t{:.3}",
            bounds[0],
            bounds[1],
            part.len(),
            mean(&|r| r.0),
            mean(&|r| r.1)
        );
    }
    let sure: Vec<f64> = held_out
        .iter()
        .filter(|(said, _)| *said >= f64::from(CONFIDENT))
        .map(|row| row.1)
        .collect();
    println!(
        "at {CONFIDENT}: {} of {} photos, mean {:.3}",
        sure.len(),
        cases.len(),
        sure.iter().sum::<f64>() / sure.len().max(1) as f64
    );
    let constants = fit(&cases.iter().collect::<Vec<_>>());
    print_constants(&constants);
}

/// Cuts one photo; nothing when a file is missing.
fn case(line: &str, prior: Option<&dyn Prior>) -> Option<Case> {
    let mut fields = line.split('\t');
    let photo = image::open(fields.next()?).ok()?.to_rgb8();
    let mask = fields.next().filter(|path| Path::new(path).exists());
    let judged: Option<f64> = fields.next().and_then(|value| value.parse().ok());
    let photo = Rgb::from_data(photo.width(), photo.height(), photo.into_raw())?;
    let cutout = cut(&photo, &Guidance::default(), prior, &CutOptions::default()).ok()?;
    let truth = mask.and_then(|path| Some(image::open(path).ok()?.to_luma8()));
    let found = match (judged, &truth) {
        (Some(judged), _) => judged,
        (None, Some(truth)) => overlap(&cutout.alpha, truth),
        (None, None) => return None,
    };
    let trials = cutout.trials.iter().zip(truth.iter().cycle());
    let trials = trials.map(|(trial, truth)| {
        let small = image::imageops::resize(
            truth,
            trial.mask.width(),
            trial.mask.height(),
            image::imageops::FilterType::Nearest,
        );
        Tried {
            measures: trial.traits.measures().into_iter().map(f64::from).collect(),
            found: overlap(&trial.mask, &small),
            leads: trial.seed == Seed::Plain && trial.traits.contact <= 0.12,
        }
    });
    Some(Case {
        trials: trials.collect(),
        features: cutout
            .traits
            .features()
            .into_iter()
            .map(f64::from)
            .collect(),
        found,
    })
}

/// Intersection over union at one half; 128 of the truth is unknown.
fn overlap(found: &Gray, truth: &image::GrayImage) -> f64 {
    let (mut both, mut either) = (0_u32, 0_u32);
    for (&found, &truth) in found.data().iter().zip(truth.as_raw()) {
        if truth == 128 {
            continue;
        }
        both += u32::from(found >= 128 && truth > 128);
        either += u32::from(found >= 128 || truth > 128);
    }
    f64::from(both) / f64::from(either.max(1))
}

/// Fits and prints what each measure weighs in the choice among trials.
fn choice(cases: &[Case]) {
    let seen: Vec<&Case> = cases
        .iter()
        .filter(|case| !case.trials.is_empty())
        .collect();
    let mean = |of: &dyn Fn(usize, &Case) -> f64| {
        seen.iter()
            .enumerate()
            .map(|(at, case)| of(at, case))
            .sum::<f64>()
            / seen.len().max(1) as f64
    };
    let folds: Vec<Vec<f64>> = (0..5)
        .map(|fold| {
            let others = seen.iter().enumerate().filter(|(at, _)| at % 5 != fold);
            rank(&others.map(|(_, case)| *case).collect::<Vec<_>>())
        })
        .collect();
    println!(
        "choice on {} photos: today {:.3}, fitted to the other folds {:.3}, the best of all {:.3}",
        seen.len(),
        mean(&|_, case| case.trials.first().map_or(0.0, |trial| trial.found)),
        mean(&|at, case| chosen(case, &folds[at % 5])),
        mean(&|_, case| case
            .trials
            .iter()
            .map(|trial| trial.found)
            .fold(0.0, f64::max)),
    );
    print_constants(&rank(&seen));
}

/// What the choice by these weights would have had.
fn chosen(case: &Case, weights: &[f64]) -> f64 {
    let score = |trial: &Tried| {
        let sum: f64 = trial.measures.iter().zip(weights).map(|(m, w)| m * w).sum();
        sum + if trial.leads { 50.0 } else { 0.0 }
    };
    let best = case
        .trials
        .iter()
        .max_by(|a, b| score(a).total_cmp(&score(b)));
    best.map_or(0.0, |trial| trial.found)
}

/// Logistic regression on differences: of two trials of one photo the better should have the higher sum. A pair counts by
/// how much better it is, and each photo as much as another.
fn rank(cases: &[&Case]) -> Vec<f64> {
    const APART: f64 = 0.02;
    let mut pairs: Vec<(Vec<f64>, f64)> = Vec::new();
    for case in cases {
        let compared: Vec<&Tried> = case.trials.iter().filter(|trial| !trial.leads).collect();
        let of_photo: Vec<(&Tried, &Tried)> = compared
            .iter()
            .flat_map(|better| compared.iter().map(move |worse| (*better, *worse)))
            .filter(|(better, worse)| better.found > worse.found + APART)
            .collect();
        let count = of_photo.len() as f64;
        pairs.extend(of_photo.into_iter().map(|(better, worse)| {
            let apart = better
                .measures
                .iter()
                .zip(&worse.measures)
                .map(|(a, b)| a - b);
            (apart.collect(), 10.0 * (better.found - worse.found) / count)
        }));
    }
    let count = pairs.first().map_or(0, |(apart, _)| apart.len());
    // The pull to 0 is the same for all measures in units of their spread.
    let spread: Vec<f64> = (0..count)
        .map(|i| {
            (pairs
                .iter()
                .map(|(apart, _)| apart[i] * apart[i])
                .sum::<f64>()
                / pairs.len().max(1) as f64)
                .max(1e-9)
        })
        .collect();
    let mut weights = vec![0.0; count];
    for _ in 0..30 {
        let mut slope: Vec<f64> = weights.iter().zip(&spread).map(|(w, s)| -w * s).collect();
        let mut curve = vec![vec![0.0; count]; count];
        for (i, row) in curve.iter_mut().enumerate() {
            row[i] = spread[i];
        }
        for (apart, weight) in &pairs {
            let sum: f64 = apart.iter().zip(&weights).map(|(a, w)| a * w).sum();
            let said = 1.0 / (1.0 + (-sum).exp());
            for i in 0..count {
                slope[i] += weight * (1.0 - said) * apart[i];
                for (value, other) in curve[i].iter_mut().zip(apart) {
                    *value += weight * said * (1.0 - said) * apart[i] * other;
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solve(curve, slope)) {
            *weight += step;
        }
    }
    weights
}

fn print_constants(constants: &[f64]) {
    let shown: Vec<String> = constants
        .iter()
        .map(|value| format!("{value:.2}"))
        .collect();
    println!("{}", shown.join(", "));
}

fn said(constants: &[f64], case: &Case) -> f64 {
    let sum: f64 = constants
        .iter()
        .zip(&case.features)
        .map(|(c, f)| c * f)
        .sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Logistic regression on fractions by Newton steps, with a little pull to 0.
fn fit(cases: &[&Case]) -> Vec<f64> {
    const PULL: f64 = 0.5;
    let count = cases.first().map_or(0, |case| case.features.len());
    let mut constants = vec![0.0; count];
    for _ in 0..30 {
        let mut slope = vec![0.0; count];
        let mut curve = vec![vec![0.0; count]; count];
        for case in cases {
            let said = said(&constants, case);
            for i in 0..count {
                slope[i] += (case.found - said) * case.features[i];
                for (value, feature) in curve[i].iter_mut().zip(&case.features) {
                    *value += said * (1.0 - said) * case.features[i] * feature;
                }
            }
        }
        for i in 0..count {
            let pull = if i == 0 { 0.01 } else { PULL };
            slope[i] -= pull * constants[i];
            curve[i][i] += pull;
        }
        let step = solve(curve, slope);
        for (constant, step) in constants.iter_mut().zip(step) {
            *constant += step;
        }
    }
    constants
}

/// Gaussian elimination; the matrix is positive definite.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let count = right.len();
    for column in 0..count {
        let pivot = matrix[column].clone();
        for row in column + 1..count {
            let factor = matrix[row][column] / pivot[column];
            for (value, above) in matrix[row].iter_mut().zip(&pivot).skip(column) {
                *value -= factor * above;
            }
            right[row] -= factor * right[column];
        }
    }
    for row in (0..count).rev() {
        let rest: f64 = (row + 1..count).map(|k| matrix[row][k] * right[k]).sum();
        right[row] = (right[row] - rest) / matrix[row][row];
    }
    right
}
