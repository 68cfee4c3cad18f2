//! Several starting points, and the choice among what they lead to.

use rayon::prelude::*;

use super::guidance::Label;
use super::plain::PlainGround;
use super::prior::{Prior, ProbabilityMap, probability};
use super::segment::{Divider, Weights};
use super::working::Working;
use super::{CutError, Ground};
use crate::image::Gray;

/// A starting point of the graph cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seed {
    /// What leaves a plain ground.
    Plain,
    /// Everything inside a frame.
    Frame,
    /// Everything that the prior does not call background.
    Prior,
    /// The prior's product, with the prior speaking in each round.
    Guided,
}

/// One starting point's result.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The starting point.
    pub seed: Seed,
    /// The score, higher is better.
    pub score: f32,
    /// The division at working size: 255 is product.
    pub mask: Gray,
}

/// The division that won.
pub(super) struct Winner {
    pub(super) mask: Vec<bool>,
    pub(super) ground: Ground,
    pub(super) seed: Seed,
    pub(super) trials: Vec<Trial>,
}

/// Divides the working photo into product and background.
pub(super) fn divide(
    working: &Working,
    labels: &[Label],
    prior: Option<&dyn Prior>,
) -> Result<Winner, CutError> {
    let (width, height) = (working.width, working.height);
    let divider = Divider::new(working);
    let ground = PlainGround::fit(working);
    let map = match prior {
        Some(prior) => prior.foreground(&working.rgb)?.resized(width, height),
        None => probability(working),
    };
    let framed = |inset: f32| -> Vec<Label> {
        let margin = (inset * width.min(height) as f32).max(2.0) as usize;
        labels
            .iter()
            .enumerate()
            .map(|(pixel, &label)| {
                let (x, y) = (pixel % width, pixel / width);
                let rim = x < margin || y < margin || x + margin >= width || y + margin >= height;
                if label == Label::Open && rim {
                    Label::Remove
                } else {
                    label
                }
            })
            .collect()
    };
    let odds: Vec<f32> = map
        .iter()
        .map(|&p| {
            let p = p.clamp(0.05, 0.95);
            (p / (1.0 - p)).ln()
        })
        .collect();
    let weights = Weights {
        smoothness: env("SM", 30.0),
        prior: 0.0,
        parts: 5,
        rounds: 5,
    };
    let threshold = env("TH", 0.2);
    let mut jobs: Vec<(Seed, Vec<Label>, Vec<bool>, Weights)> = vec![
        (Seed::Frame, framed(0.05), vec![true; map.len()], weights),
        (
            Seed::Prior,
            framed(0.02),
            map.iter().map(|&p| p > threshold).collect(),
            weights,
        ),
        (
            Seed::Guided,
            framed(0.01),
            map.iter().map(|&p| p > 0.4).collect(),
            Weights {
                prior: env("PW", 1.0),
                ..weights
            },
        ),
    ];
    if ground.is_plain() {
        let evidence: Vec<f32> = ground
            .departures(working)
            .iter()
            .map(|departure| departure.evidence())
            .collect();
        let mask = divider.cut(|pixel| evidence[pixel], labels, 8.0);
        jobs.insert(
            0,
            (
                Seed::Plain,
                labels.to_vec(),
                mask,
                Weights {
                    rounds: 0,
                    ..weights
                },
            ),
        );
    }
    let mut trials: Vec<Trial> = jobs
        .into_par_iter()
        .map(|(seed, labels, mut start, weights)| {
            for (inside, label) in start.iter_mut().zip(&labels) {
                match label {
                    Label::Open => {}
                    Label::Keep => *inside = true,
                    Label::Remove => *inside = false,
                }
            }
            let division = divider.divide(&start, Some(&odds), &labels, weights);
            let data = division
                .mask
                .iter()
                .map(|&inside| if inside { 255 } else { 0 })
                .collect();
            let score = match seed {
                Seed::Plain => 9.0,
                Seed::Guided => 1.0,
                _ => 0.0,
            };
            let mask = Gray::from_data(width as u32, height as u32, data)
                .unwrap_or_else(|| Gray::filled(width as u32, height as u32, 0));
            Trial { seed, score, mask }
        })
        .collect();
    trials.sort_by(|a, b| b.score.total_cmp(&a.score));
    let best = &trials[0];
    let _ = ProbabilityMap::width;
    Ok(Winner {
        mask: best.mask.data().iter().map(|&value| value > 127).collect(),
        ground: if ground.is_plain() {
            Ground::Plain
        } else {
            Ground::Scene
        },
        seed: best.seed,
        trials,
    })
}

fn env(name: &str, default: f32) -> f32 {
    std::env::var(name)
        .ok()
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
}
