//! The winning division again, on a larger copy: straighter edges, thin parts
//! and holes that the small copy can't show.

use super::guidance::Label;
use super::holes::Holes;
use super::matting::sample;
use super::plain::PlainGround;
use super::region;
use super::seeds::{Seed, Trial};
use super::segment::{Divider, Weights};
use super::working::Working;

/// How strongly the small copy's division holds, in nats, far from its boundary.
const HOLD: f32 = 4.0;

/// Cost of a boundary pixel where the photo is flat, in nats.
const SMOOTH: f32 = 20.0;
/// Mean preference for the background from which an enclosed region is a hole, in nats.
const HOLE_ON_PLAIN: f32 = -2.0;
const HOLE_IN_SCENE: f32 = -2.5;
/// Pieces of the product under this part of its largest are dropped.
const LEAST_PIECE: f32 = 0.05;

/// Divides `working` as `trial` did its smaller copy, on `ground` where it is plain; `network` is a network's
/// probability of the product, where there is one.
pub(super) fn refine(
    working: &Working,
    labels: &[Label],
    trial: &Trial,
    ground: &PlainGround,
    network: Option<&[f32]>,
) -> Vec<bool> {
    let (width, height) = (working.width, working.height);
    let (small_width, small_height) = (trial.mask.width() as usize, trial.mask.height() as usize);
    // A blurred mask is a ramp around the boundary: how far inside, in nats.
    let ramp = blur(&trial.mask, small_width, small_height);
    let odds: Vec<f32> = (0..working.len())
        .map(|pixel| {
            let (x, y) = (pixel % width, pixel / width);
            let u = (x as f32 + 0.5) * small_width as f32 / width as f32 - 0.5;
            let v = (y as f32 + 0.5) * small_height as f32 / height as f32 - 0.5;
            (sample(&ramp, small_width, small_height, u, v) - 0.5) * 2.0 * HOLD
        })
        .collect();
    let start: Vec<bool> = odds
        .iter()
        .zip(labels)
        .map(|(&odds, label)| match label {
            Label::Open => odds > 0.0,
            Label::Keep => true,
            Label::Remove => false,
        })
        .collect();
    let divider = Divider::new(working);
    let weights = Weights {
        smoothness: SMOOTH,
        prior: 1.0,
        parts: 5,
        rounds: 2,
    };
    let division = divider.divide(&start, Some(&odds), labels, weights);
    let mut mask = division.mask;
    let even = (trial.seed == Seed::Plain).then(|| ground.resembles(working));
    Holes {
        working,
        preference: &division.preference,
        labels,
        verdict: if even.is_some() {
            HOLE_ON_PLAIN
        } else {
            HOLE_IN_SCENE
        },
        even: even.as_deref(),
        known: network,
    }
    .settle(&mut mask);
    region::tidy(&mut mask, labels, width, LEAST_PIECE);
    mask
}

/// The mean over a square of 7 pixels, twice.
fn blur(mask: &crate::image::Gray, width: usize, height: usize) -> Vec<f32> {
    const REACH: usize = 3;
    let mut values: Vec<f32> = mask
        .data()
        .iter()
        .map(|&value| f32::from(value) / 255.0)
        .collect();
    for _ in 0..2 {
        let mut rows = vec![0.0; values.len()];
        for y in 0..height {
            for x in 0..width {
                let span = x.saturating_sub(REACH)..(x + REACH + 1).min(width);
                let count = span.len() as f32;
                rows[y * width + x] = values[y * width + span.start..y * width + span.end]
                    .iter()
                    .sum::<f32>()
                    / count;
            }
        }
        for y in 0..height {
            let span = y.saturating_sub(REACH)..(y + REACH + 1).min(height);
            for x in 0..width {
                values[y * width + x] =
                    span.clone().map(|row| rows[row * width + x]).sum::<f32>() / span.len() as f32;
            }
        }
    }
    values
}
