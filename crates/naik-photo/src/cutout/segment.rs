//! From a rough guess to a clean division, by graph cuts on colour models.
//!
//! The energy is that of GrabCut (Rother, Kolmogorov, Blake 2004): how well a
//! pixel's colour fits either side, plus the length of the boundary where the
//! photo shows no edge, and here a third term, the prior's log-odds, which
//! speaks in every round but never forbids.

use super::color_model::{Bins, Mixture};
use super::graph_cut::{GridCut, STEPS};
use super::guidance::Label;
use super::working::{Working, distance_squared};

/// Graph capacities are whole numbers: this many to one nat.
const UNIT: f32 = 128.0;
/// No colour speaks louder than this many nats for one side.
const LOUDEST: f32 = 12.0;
/// More than any sum of capacities at a pixel.
const CERTAIN: i32 = 1 << 24;

/// The four steps that reach each pair of neighbours once.
const FORWARD: [usize; 4] = [0, 2, 4, 6];

/// How the energy weighs its terms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weights {
    /// Cost in nats of a boundary of one pixel where the photo is flat.
    pub(super) smoothness: f32,
    /// Factor on the prior's log-odds.
    pub(super) prior: f32,
    /// Gaussians in each colour model.
    pub(super) parts: usize,
    /// Rounds of cutting and relearning.
    pub(super) rounds: usize,
}

/// A photo made ready to be cut many times.
pub(super) struct Divider<'a> {
    pub(super) working: &'a Working,
    pub(super) bins: Bins,
    /// For each pixel, 0 to 1 for its steps E, S, SE, SW: how flat the photo is there, over the step's length.
    pub(super) flatness: Vec<[f32; 4]>,
}

/// A division and what it cost.
#[derive(Clone, Debug)]
pub(super) struct Division {
    /// True where the product is.
    pub(super) mask: Vec<bool>,
    /// Background minus foreground cost of each pixel's colour in the last round, nats.
    pub(super) preference: Vec<f32>,
}

impl<'a> Divider<'a> {
    pub(super) fn new(working: &'a Working) -> Self {
        let bins = Bins::new(working);
        let (width, height) = (working.width, working.height);
        let mut squares = vec![[0.0_f32; 4]; working.len()];
        let mut sum = 0.0_f64;
        let mut count = 0_u32;
        for y in 0..height {
            for x in 0..width {
                let pixel = y * width + x;
                for (slot, direction) in FORWARD.into_iter().enumerate() {
                    if let Some(other) = neighbour(x, y, width, height, direction) {
                        let square = distance_squared(working.lab[pixel], working.lab[other]);
                        squares[pixel][slot] = square;
                        sum += f64::from(square);
                        count += 1;
                    }
                }
            }
        }
        let beta = 0.5 / (sum / f64::from(count.max(1))).max(1e-3) as f32;
        for square in &mut squares {
            for (slot, value) in square.iter_mut().enumerate() {
                let length = if slot < 2 {
                    1.0
                } else {
                    std::f32::consts::SQRT_2
                };
                *value = (-beta * *value).exp() / length;
            }
        }
        Self {
            working,
            bins,
            flatness: squares,
        }
    }

    /// Alternates between learning colours from the division and dividing
    /// anew. `prior` holds log-odds for the product, `labels` is obeyed.
    pub(super) fn divide(
        &self,
        start: &[bool],
        prior: Option<&[f32]>,
        labels: &[Label],
        weights: Weights,
    ) -> Division {
        let mut mask = start.to_vec();
        let mut preference = vec![0.0; mask.len()];
        let mut models: Option<(Mixture, Mixture)> = None;
        for _ in 0..weights.rounds {
            let inside = self.bins.weigh(|pixel| f32::from(u8::from(mask[pixel])));
            let outside = self.bins.weigh(|pixel| f32::from(u8::from(!mask[pixel])));
            let fresh = match &models {
                Some((product, ground)) => product
                    .refit(&self.bins, &inside)
                    .zip(ground.refit(&self.bins, &outside)),
                None => Mixture::fit(&self.bins, &inside, weights.parts).zip(Mixture::fit(
                    &self.bins,
                    &outside,
                    weights.parts,
                )),
            };
            let Some((product, ground)) = fresh else {
                break;
            };
            let by_bin: Vec<f32> = self
                .bins
                .lab
                .iter()
                .map(|&color| (ground.cost(color) - product.cost(color)).clamp(-LOUDEST, LOUDEST))
                .collect();
            models = Some((product, ground));
            for (value, &bin) in preference.iter_mut().zip(&self.bins.of) {
                *value = by_bin[bin as usize];
            }
            let next = self.cut(
                |pixel| preference[pixel] + prior.map_or(0.0, |prior| weights.prior * prior[pixel]),
                labels,
                weights.smoothness,
            );
            let done = next == mask;
            mask = next;
            if done || !mask.contains(&true) {
                break;
            }
        }
        Division { mask, preference }
    }

    /// One cut: `preference` is in nats, positive for the product.
    pub(super) fn cut(
        &self,
        preference: impl Fn(usize) -> f32,
        labels: &[Label],
        smoothness: f32,
    ) -> Vec<bool> {
        let (width, height) = (self.working.width, self.working.height);
        let mut graph = GridCut::new(width, height);
        for y in 0..height {
            for x in 0..width {
                let pixel = y * width + x;
                graph.set_terminal(
                    pixel,
                    match labels[pixel] {
                        Label::Open => (preference(pixel) * UNIT) as i32,
                        Label::Keep => CERTAIN,
                        Label::Remove => -CERTAIN,
                    },
                );
                for (slot, direction) in FORWARD.into_iter().enumerate() {
                    if neighbour(x, y, width, height, direction).is_some() {
                        let cost = smoothness * self.flatness[pixel][slot] * UNIT;
                        graph.set_edge(pixel, direction, cost as i32 + 1);
                    }
                }
            }
        }
        graph.cut()
    }
}

/// The pixel one step away, when it is inside.
pub(super) fn neighbour(
    x: usize,
    y: usize,
    width: usize,
    height: usize,
    direction: usize,
) -> Option<usize> {
    let (dx, dy) = STEPS[direction];
    let nx = x.checked_add_signed(dx).filter(|&nx| nx < width)?;
    let ny = y.checked_add_signed(dy).filter(|&ny| ny < height)?;
    Some(ny * width + nx)
}
