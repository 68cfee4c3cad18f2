//! How much a division looks like a product, and how sure that is.

use super::segment::{Divider, Division};

/// What can be measured on a division without knowing the truth.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traits {
    /// Part of the photo that is product.
    pub(super) area: f32,
    /// Mean strength of the photo's edges along the boundary, 0 to 1.
    pub(super) edge: f32,
    /// Mean preference of the product's colours minus that of the background's, nats.
    pub(super) separation: f32,
    /// Area over that of a disc of the same boundary length.
    pub(super) compactness: f32,
    /// Part of the product in its largest piece.
    pub(super) largest: f32,
    /// Mean distance of the product's pixels from the middle; the corner is 1.
    pub(super) away: f32,
    /// Mean prior inside minus outside.
    pub(super) prior: f32,
    /// Mean intersection over union with the other trials.
    pub(super) agreement: f32,
}

impl Traits {
    /// Measures all but the agreement.
    pub(super) fn new(divider: &Divider<'_>, division: &Division, prior: &[f32]) -> Self {
        let (width, height) = (divider.working.width, divider.working.height);
        let mask = &division.mask;
        let inside = mask.iter().filter(|&&inside| inside).count();
        if inside == 0 || inside == mask.len() {
            return Self {
                area: inside as f32 / mask.len() as f32,
                ..Self::default()
            };
        }
        let outside = mask.len() - inside;
        let (mut length, mut strength) = (0.0_f32, 0.0_f32);
        let (mut preference, mut chance, mut away) = ([0.0_f32; 2], [0.0_f32; 2], 0.0_f32);
        for y in 0..height {
            for x in 0..width {
                let pixel = y * width + x;
                let side = usize::from(mask[pixel]);
                preference[side] += division.preference[pixel];
                chance[side] += prior[pixel];
                if mask[pixel] {
                    let u = (x as f32 + 0.5) / width as f32 * 2.0 - 1.0;
                    let v = (y as f32 + 0.5) / height as f32 * 2.0 - 1.0;
                    away += u.hypot(v) / std::f32::consts::SQRT_2;
                }
                let right = (x + 1 < width).then_some((pixel + 1, 0));
                let down = (y + 1 < height).then_some((pixel + width, 1));
                for (other, slot) in right.into_iter().chain(down) {
                    if mask[pixel] != mask[other] {
                        length += 1.0;
                        strength += 1.0 - divider.flatness[pixel][slot];
                    }
                }
            }
        }
        // A digital boundary is longer than the curve: by 4/pi on average over directions.
        let curve = length * std::f32::consts::FRAC_PI_4;
        Self {
            area: inside as f32 / mask.len() as f32,
            edge: strength / length.max(1.0),
            separation: preference[1] / inside as f32 - preference[0] / outside as f32,
            compactness: 4.0 * std::f32::consts::PI * inside as f32 / (curve * curve).max(1.0),
            largest: largest_piece(mask, width) as f32 / inside as f32,
            away: away / inside as f32,
            prior: chance[1] / inside as f32 - chance[0] / outside as f32,
            agreement: 0.0,
        }
    }

    /// How much this looks like a product, higher is better.
    ///
    /// A sum of six measures, each divided by its spread over trial divisions
    /// and counted once: none was worth a weight of its own (`docs/BENCHMARKS.md`).
    /// A division of almost nothing is never chosen over one of something.
    pub(super) fn score(&self) -> f32 {
        if self.area < LEAST_AREA {
            return -100.0;
        }
        self.agreement / 0.12
            + (self.separation / 10.0).tanh() / 0.1
            + self.edge / 0.1
            + self.compactness / 0.12
            - self.odd_size() / 1.1
            - self.away / 0.06
    }

    /// The squared distance of the area from a quarter of the photo, on a logarithmic scale.
    fn odd_size(&self) -> f32 {
        ((self.area + 0.01) / 0.25).ln().powi(2)
    }

    /// The intersection over union with the truth to be expected, 0 to 1: a
    /// logistic curve whose constants were fitted on the development photos.
    pub(super) fn confidence(&self, plain: bool) -> f32 {
        if self.area < LEAST_AREA {
            return 0.0;
        }
        let sum = -5.0
            + 2.2 * self.agreement
            + 1.7 * (self.separation / 10.0).tanh()
            + 1.8 * self.edge
            + 0.8 * self.compactness.min(0.6)
            - 0.3 * self.odd_size().min(4.0)
            + 0.9 * self.largest
            + 0.4 * self.prior
            + if plain { 1.2 } else { 0.0 };
        1.0 / (1.0 + (-sum).exp())
    }
}

/// The part of the photo under which a division shows no product.
const LEAST_AREA: f32 = 0.005;

/// Intersection over union of two divisions; 1 when both are empty.
pub(super) fn overlap(a: &[bool], b: &[bool]) -> f32 {
    let (mut both, mut either) = (0_u32, 0_u32);
    for (&a, &b) in a.iter().zip(b) {
        both += u32::from(a && b);
        either += u32::from(a || b);
    }
    if either == 0 {
        1.0
    } else {
        both as f32 / either as f32
    }
}

fn largest_piece(mask: &[bool], width: usize) -> usize {
    let height = mask.len() / width;
    let mut seen = vec![false; mask.len()];
    let mut largest = 0;
    let mut stack = Vec::new();
    for start in 0..mask.len() {
        if !mask[start] || seen[start] {
            continue;
        }
        seen[start] = true;
        stack.push(start);
        let mut size = 0;
        while let Some(pixel) = stack.pop() {
            size += 1;
            let (x, y) = (pixel % width, pixel / width);
            let around = [
                (x > 0).then(|| pixel - 1),
                (x + 1 < width).then(|| pixel + 1),
                (y > 0).then(|| pixel - width),
                (y + 1 < height).then(|| pixel + width),
            ];
            for other in around.into_iter().flatten() {
                if mask[other] && !seen[other] {
                    seen[other] = true;
                    stack.push(other);
                }
            }
        }
        largest = largest.max(size);
    }
    largest
}
