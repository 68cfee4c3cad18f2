//! Fits the constants of the cut-out's confidence to photos with true masks.
//!
//! `confidence_fit LIST [--model FILE|classical] [--voice]`: LIST has a photo a line, tab, its mask (255
//! product, 128 unknown), and after another tab perhaps the intersection over
//! union that a person gave our cut instead of a mask. Use photos that may be
//! learned from, never those that measure. Prints the constants, for
//! `src/cutout/confidence.rs`, and how well they hold on each fifth of the
//! photos when fitted to the other four.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measuring tool: it prints figures and stops at the first bad file"
)]

use std::path::Path;

use naik_photo::cutout::{
    BuiltInPrior, CONFIDENT, ClassicalPrior, CutOptions, Guidance, OnnxPrior, Prior, cut,
};
use naik_photo::image::Rgb;
use rayon::prelude::*;

struct Case {
    features: Vec<f64>,
    found: f64,
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
    println!(
        "{}",
        constants
            .iter()
            .map(|value| format!("{value:.2}"))
            .collect::<Vec<_>>()
            .join(", ")
    );
}

/// Cuts one photo; nothing when a file is missing.
fn case(line: &str, prior: Option<&dyn Prior>) -> Option<Case> {
    let mut fields = line.split('\t');
    let photo = image::open(fields.next()?).ok()?.to_rgb8();
    let mask = fields.next().filter(|path| Path::new(path).exists());
    let judged: Option<f64> = fields.next().and_then(|value| value.parse().ok());
    let photo = Rgb::from_data(photo.width(), photo.height(), photo.into_raw())?;
    let cutout = cut(&photo, &Guidance::default(), prior, &CutOptions::default()).ok()?;
    let found = match (judged, mask) {
        (Some(judged), _) => judged,
        (None, Some(mask)) => {
            let truth = image::open(mask).ok()?.to_luma8();
            let (mut both, mut either) = (0_u32, 0_u32);
            for (&found, &truth) in cutout.alpha.data().iter().zip(truth.as_raw()) {
                if truth == 128 {
                    continue;
                }
                both += u32::from(found >= 128 && truth > 128);
                either += u32::from(found >= 128 || truth > 128);
            }
            f64::from(both) / f64::from(either.max(1))
        }
        (None, None) => return None,
    };
    Some(Case {
        features: cutout
            .traits
            .features()
            .into_iter()
            .map(f64::from)
            .collect(),
        found,
    })
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
