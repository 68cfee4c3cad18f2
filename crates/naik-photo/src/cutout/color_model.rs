//! What colours the product and its background have.
//!
//! Colours are counted once in bins of 4 levels a channel; every model is then
//! fitted to, and evaluated on, the few thousand bins that occur instead of
//! every pixel, which makes a fit cost about a millisecond.

use super::working::{Working, distance_squared};

/// The colours that occur in a working photo.
pub(super) struct Bins {
    /// The bin of each pixel.
    pub(super) of: Vec<u32>,
    /// The mean Lab colour of each bin.
    pub(super) lab: Vec<[f32; 3]>,
}

impl Bins {
    /// Sorts the pixels into bins, numbered in order of first appearance.
    pub(super) fn new(working: &Working) -> Self {
        let mut number = vec![u32::MAX; 1 << 18];
        let mut of = Vec::with_capacity(working.len());
        let mut lab: Vec<[f32; 3]> = Vec::new();
        let mut count: Vec<f32> = Vec::new();
        for (pixel, color) in working.rgb.data().chunks_exact(3).zip(&working.lab) {
            let key = (pixel[0] as usize >> 2) << 12
                | (pixel[1] as usize >> 2) << 6
                | pixel[2] as usize >> 2;
            if number[key] == u32::MAX {
                number[key] = lab.len() as u32;
                lab.push([0.0; 3]);
                count.push(0.0);
            }
            let bin = number[key];
            of.push(bin);
            count[bin as usize] += 1.0;
            for (sum, value) in lab[bin as usize].iter_mut().zip(color) {
                *sum += value;
            }
        }
        for (color, count) in lab.iter_mut().zip(count) {
            *color = color.map(|sum| sum / count);
        }
        Self { of, lab }
    }

    /// How often each bin occurs, each pixel weighted.
    pub(super) fn weigh(&self, weight: impl Fn(usize) -> f32) -> Vec<f32> {
        let mut weights = vec![0.0; self.lab.len()];
        for (pixel, &bin) in self.of.iter().enumerate() {
            weights[bin as usize] += weight(pixel);
        }
        weights
    }
}

/// A mixture of Gaussians over Lab.
pub(super) struct Mixture {
    parts: Vec<Gaussian>,
}

struct Gaussian {
    mean: [f32; 3],
    /// Inverse covariance: xx, xy, xz, yy, yz, zz.
    inverse: [f32; 6],
    /// Logarithm of weight over the root of the determinant.
    log_scale: f32,
}

/// Added to each variance: the noise that no model should beat, in Lab units squared.
const FLOOR: f64 = 1.5;

impl Mixture {
    /// Fits `parts` Gaussians to weighted bins: halves the widest cluster along
    /// its main axis (Orchard and Bouman 1991) until there are enough, then
    /// lets bins change sides a few times. `None` when nothing weighs anything.
    pub(super) fn fit(bins: &Bins, weights: &[f32], parts: usize) -> Option<Self> {
        let total: f64 = weights.iter().map(|&w| f64::from(w)).sum();
        if total <= 0.0 {
            return None;
        }
        let mut of: Vec<usize> = vec![0; weights.len()];
        let mut moments = vec![Moments::default()];
        for (color, &weight) in bins.lab.iter().zip(weights) {
            moments[0].add(*color, weight);
        }
        while moments.len() < parts {
            let widest = moments
                .iter()
                .enumerate()
                .map(|(index, moment)| (index, moment.main_axis()))
                .max_by(|a, b| a.1.1.total_cmp(&b.1.1));
            let Some((index, (axis, spread))) = widest else {
                break;
            };
            if spread <= 1.0 {
                break;
            }
            let mean = moments[index].mean();
            let fresh = moments.len();
            moments.push(Moments::default());
            moments[index] = Moments::default();
            for (bin, color) in bins.lab.iter().enumerate() {
                if of[bin] != index || weights[bin] <= 0.0 {
                    continue;
                }
                let side: f64 = (0..3)
                    .map(|c| (f64::from(color[c]) - mean[c]) * axis[c])
                    .sum();
                if side > 0.0 {
                    of[bin] = fresh;
                }
                moments[of[bin]].add(*color, weights[bin]);
            }
        }
        for _ in 0..2 {
            let means: Vec<[f32; 3]> = moments
                .iter()
                .map(|moment| moment.mean().map(|v| v as f32))
                .collect();
            moments = (0..means.len()).map(|_| Moments::default()).collect();
            for (bin, color) in bins.lab.iter().enumerate() {
                if weights[bin] <= 0.0 {
                    continue;
                }
                let nearest = (0..means.len()).min_by(|&a, &b| {
                    distance_squared(means[a], *color)
                        .total_cmp(&distance_squared(means[b], *color))
                });
                of[bin] = nearest.unwrap_or(0);
                moments[of[bin]].add(*color, weights[bin]);
            }
        }
        let mut model = Self { parts: Vec::new() };
        model
            .parts
            .extend(moments.iter().filter_map(|moment| moment.gaussian(total)));
        (!model.parts.is_empty()).then_some(model)
    }

    /// Improves the fit: each bin joins the part that explains it best.
    pub(super) fn refit(&self, bins: &Bins, weights: &[f32]) -> Option<Self> {
        let total: f64 = weights.iter().map(|&w| f64::from(w)).sum();
        let mut moments: Vec<Moments> = self.parts.iter().map(|_| Moments::default()).collect();
        for (color, &weight) in bins.lab.iter().zip(weights) {
            if weight > 0.0 {
                let best = (0..self.parts.len()).max_by(|&a, &b| {
                    self.parts[a]
                        .log_density(*color)
                        .total_cmp(&self.parts[b].log_density(*color))
                });
                moments[best.unwrap_or(0)].add(*color, weight);
            }
        }
        let parts: Vec<Gaussian> = moments
            .iter()
            .filter_map(|moment| moment.gaussian(total))
            .collect();
        (!parts.is_empty()).then_some(Self { parts })
    }

    /// Minus the logarithm of the density at a colour, without the constant.
    pub(super) fn cost(&self, color: [f32; 3]) -> f32 {
        let mut best = f32::NEG_INFINITY;
        let mut sum = 0.0_f32;
        for part in &self.parts {
            let log = part.log_density(color);
            if log > best {
                sum = sum * (best - log).exp() + 1.0;
                best = log;
            } else {
                sum += (log - best).exp();
            }
        }
        -(best + sum.ln())
    }
}

impl Gaussian {
    fn log_density(&self, color: [f32; 3]) -> f32 {
        let [x, y, z] = [
            color[0] - self.mean[0],
            color[1] - self.mean[1],
            color[2] - self.mean[2],
        ];
        let [xx, xy, xz, yy, yz, zz] = self.inverse;
        let quadratic =
            xx * x * x + yy * y * y + zz * z * z + 2.0 * (xy * x * y + xz * x * z + yz * y * z);
        self.log_scale - 0.5 * quadratic
    }
}

#[derive(Default, Clone)]
struct Moments {
    weight: f64,
    sum: [f64; 3],
    /// xx, xy, xz, yy, yz, zz.
    product: [f64; 6],
}

impl Moments {
    fn add(&mut self, color: [f32; 3], weight: f32) {
        let [x, y, z] = color.map(f64::from);
        let weight = f64::from(weight);
        self.weight += weight;
        for (sum, value) in self.sum.iter_mut().zip([x, y, z]) {
            *sum += weight * value;
        }
        for (sum, value) in self
            .product
            .iter_mut()
            .zip([x * x, x * y, x * z, y * y, y * z, z * z])
        {
            *sum += weight * value;
        }
    }

    fn mean(&self) -> [f64; 3] {
        self.sum.map(|sum| sum / self.weight.max(1e-12))
    }

    fn covariance(&self) -> [f64; 6] {
        let [x, y, z] = self.mean();
        let weight = self.weight.max(1e-12);
        let outer = [x * x, x * y, x * z, y * y, y * z, z * z];
        let mut covariance = [0.0; 6];
        for ((value, product), outer) in covariance.iter_mut().zip(self.product).zip(outer) {
            *value = product / weight - outer;
        }
        covariance
    }

    /// The direction of the largest spread and the weight times variance along it.
    fn main_axis(&self) -> ([f64; 3], f64) {
        let [xx, xy, xz, yy, yz, zz] = self.covariance();
        let mut axis = [1.0, 0.7, 0.4];
        let mut spread = 0.0;
        for _ in 0..12 {
            let next = [
                xx * axis[0] + xy * axis[1] + xz * axis[2],
                xy * axis[0] + yy * axis[1] + yz * axis[2],
                xz * axis[0] + yz * axis[1] + zz * axis[2],
            ];
            spread = next.iter().map(|v| v * v).sum::<f64>().sqrt();
            if spread < 1e-9 {
                break;
            }
            axis = next.map(|v| v / spread);
        }
        (axis, spread * self.weight)
    }

    fn gaussian(&self, total: f64) -> Option<Gaussian> {
        if self.weight <= total * 1e-4 {
            return None;
        }
        let [mut xx, xy, xz, mut yy, yz, mut zz] = self.covariance();
        xx += FLOOR;
        yy += FLOOR;
        zz += FLOOR;
        let c = [yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy];
        let determinant = xx * c[0] + xy * c[1] + xz * c[2];
        if determinant <= 0.0 {
            return None;
        }
        let inverse = [
            c[0],
            c[1],
            c[2],
            xx * zz - xz * xz,
            xy * xz - xx * yz,
            xx * yy - xy * xy,
        ];
        Some(Gaussian {
            mean: self.mean().map(|v| v as f32),
            inverse: inverse.map(|v| (v / determinant) as f32),
            log_scale: ((self.weight / total).ln() - 0.5 * determinant.ln()) as f32,
        })
    }
}
