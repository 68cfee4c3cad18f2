//! Which regions belong to the background, from how they hang on the border.
//!
//! Boundary connectivity, background-weighted contrast and the quadratic
//! smoothing of both follow Zhu, Liang, Wei, Sun, "Saliency Optimization from
//! Robust Background Detection" (2014); a region that touches the border with
//! little of its extent (a product cropped by the frame) is not taken for
//! background.

use rayon::prelude::*;

use super::superpixels::Superpixels;
use crate::cutout::working::distance_squared;

/// Spread of colour in which two patches count as one region, Lab units.
const SAME_REGION: f32 = 10.0;
/// Boundary connectivity at which background becomes likely.
const CONNECTED: f32 = 1.0;
/// Reach of contrast, as a part of the longer side.
const REACH: f32 = 0.4;

/// The cues of each patch.
pub(in crate::cutout) struct Cues {
    /// Probability of background by boundary connectivity.
    pub(in crate::cutout) background: Vec<f32>,
    /// Contrast against probable background, 0 to 1.
    pub(in crate::cutout) contrast: Vec<f32>,
    /// Geodesic distance to the border in Lab units.
    pub(in crate::cutout) geodesic: Vec<f32>,
    /// Both cues made smooth over the photo, 0 to 1.
    pub(in crate::cutout) smooth: Vec<f32>,
}

impl Cues {
    /// Computes the cues.
    pub(in crate::cutout) fn new(superpixels: &Superpixels) -> Self {
        let patches = &superpixels.patches;
        let count = patches.len();
        let geodesic = all_distances(superpixels);
        let border: Vec<usize> = (0..count)
            .filter(|&index| patches[index].border > 0.0)
            .collect();
        let mut background = Vec::with_capacity(count);
        let mut to_border = Vec::with_capacity(count);
        for row in &geodesic {
            let alike = |distance: f32| (-(distance / SAME_REGION).powi(2) / 2.0).exp();
            let extent: f32 = row.iter().map(|&distance| alike(distance)).sum();
            let rim: f32 = border.iter().map(|&index| alike(row[index])).sum();
            let connectivity = rim / extent.max(1e-6).sqrt();
            background.push(1.0 - (-(connectivity / CONNECTED).powi(2) / 2.0).exp());
            let nearest = border
                .iter()
                .map(|&index| row[index])
                .fold(f32::INFINITY, f32::min);
            to_border.push(if nearest.is_finite() { nearest } else { 0.0 });
        }
        let mut contrast: Vec<f32> = (0..count)
            .into_par_iter()
            .map(|index| {
                let own = &patches[index];
                patches
                    .iter()
                    .zip(&background)
                    .map(|(other, background)| {
                        let away = (own.place[0] - other.place[0]).powi(2)
                            + (own.place[1] - other.place[1]).powi(2);
                        let near = (-away / (2.0 * REACH * REACH)).exp();
                        distance_squared(own.lab, other.lab).sqrt() * near * background
                    })
                    .sum()
            })
            .collect();
        stretch(&mut contrast);
        let threshold = otsu(&contrast) * 0.5;
        let strong: Vec<f32> = contrast
            .iter()
            .map(|&value| if value < threshold { 0.0 } else { value })
            .collect();
        let mut smooth = settle(superpixels, &background, &strong);
        stretch(&mut smooth);
        Self {
            background,
            contrast,
            geodesic: to_border,
            smooth,
        }
    }
}

/// Shortest colour paths between all patches; border patches touch each other.
fn all_distances(superpixels: &Superpixels) -> Vec<Vec<f32>> {
    let patches = &superpixels.patches;
    let count = patches.len();
    let mut steps: Vec<Vec<(u32, f32)>> = vec![Vec::new(); count];
    let mut least = vec![f32::INFINITY; count];
    let mut add = |a: usize, b: usize| {
        let step = distance_squared(patches[a].lab, patches[b].lab).sqrt();
        steps[a].push((b as u32, step));
        steps[b].push((a as u32, step));
        (step, a, b)
    };
    for &(a, b) in &superpixels.touching {
        let (step, a, b) = add(a as usize, b as usize);
        least[a] = least[a].min(step);
        least[b] = least[b].min(step);
    }
    let border: Vec<usize> = (0..count)
        .filter(|&index| patches[index].border > 0.0)
        .collect();
    for (rank, &a) in border.iter().enumerate() {
        for &b in &border[rank + 1..] {
            add(a, b);
        }
    }
    // What even the most alike neighbours differ by is noise and shading, not distance.
    let finite: Vec<f32> = least.into_iter().filter(|step| step.is_finite()).collect();
    let noise = finite.iter().sum::<f32>() / finite.len().max(1) as f32;
    for step in steps.iter_mut().flatten() {
        step.1 = (step.1 - noise).max(0.0);
    }
    (0..count)
        .into_par_iter()
        .map(|start| shortest(&steps, start))
        .collect()
}

/// Dijkstra with a dense queue: the graphs have a few hundred nodes.
fn shortest(steps: &[Vec<(u32, f32)>], start: usize) -> Vec<f32> {
    let mut distance = vec![f32::INFINITY; steps.len()];
    let mut heap = std::collections::BinaryHeap::new();
    distance[start] = 0.0;
    heap.push((std::cmp::Reverse(0_u32), start as u32));
    while let Some((std::cmp::Reverse(key), node)) = heap.pop() {
        let node = node as usize;
        // Non-negative floats order as their bits do.
        let so_far = f32::from_bits(key);
        if so_far > distance[node] {
            continue;
        }
        for &(other, step) in &steps[node] {
            let through = so_far + step;
            if through < distance[other as usize] {
                distance[other as usize] = through;
                heap.push((std::cmp::Reverse(through.to_bits()), other));
            }
        }
    }
    distance
}

/// Minimises: background pulls to 0, contrast to 1, alike neighbours to each
/// other. Solved by Gauss-Seidel, which converges here since the matrix is
/// diagonally dominant.
fn settle(superpixels: &Superpixels, background: &[f32], contrast: &[f32]) -> Vec<f32> {
    let patches = &superpixels.patches;
    let mut near: Vec<Vec<(u32, f32)>> = vec![Vec::new(); patches.len()];
    for &(a, b) in &superpixels.touching {
        let square = distance_squared(patches[a as usize].lab, patches[b as usize].lab);
        let bond = (-square / (2.0 * SAME_REGION * SAME_REGION)).exp() + 0.1;
        near[a as usize].push((b, bond));
        near[b as usize].push((a, bond));
    }
    let mut value = contrast.to_vec();
    for _ in 0..100 {
        for index in 0..value.len() {
            let mut pull = contrast[index];
            let mut weight = contrast[index] + 5.0 * background[index] + 1e-6;
            for &(other, bond) in &near[index] {
                pull += bond * value[other as usize];
                weight += bond;
            }
            value[index] = pull / weight;
        }
    }
    value
}

/// Scales to 0..1.
pub(in crate::cutout) fn stretch(values: &mut [f32]) {
    let low = values.iter().copied().fold(f32::INFINITY, f32::min);
    let high = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let range = (high - low).max(1e-9);
    for value in values {
        *value = (*value - low) / range;
    }
}

/// The threshold that separates values in 0..1 best into two groups (Otsu 1979).
pub(in crate::cutout) fn otsu(values: &[f32]) -> f32 {
    const LEVELS: usize = 256;
    let mut histogram = [0.0_f64; LEVELS];
    for &value in values {
        histogram[((value * (LEVELS - 1) as f32) as usize).min(LEVELS - 1)] += 1.0;
    }
    let total = values.len() as f64;
    let sum: f64 = histogram
        .iter()
        .enumerate()
        .map(|(level, count)| level as f64 * count)
        .sum();
    let (mut below, mut sum_below, mut best, mut at) = (0.0, 0.0, -1.0, 0);
    for (level, count) in histogram.iter().enumerate() {
        below += count;
        sum_below += level as f64 * count;
        let above = total - below;
        if below <= 0.0 || above <= 0.0 {
            continue;
        }
        let apart = sum_below / below - (sum - sum_below) / above;
        let between = below * above * apart * apart;
        if between > best {
            best = between;
            at = level;
        }
    }
    at as f32 / (LEVELS - 1) as f32
}
