//! The matting Laplacian of the unknown pixels, and its solution by conjugate
//! gradients.

use rayon::prelude::*;

use crate::image::Rgb;

/// Neighbours that share a 3x3 window with a pixel: 5x5, itself in the middle.
const NEAR: usize = 25;
const CENTRE: usize = 12;
/// Rows of the system handled by one task.
const TASK: usize = 4096;
/// Mean squared residual, scaled by the diagonal, at which the answer is taken as found.
const SETTLED: f64 = 1e-12;

/// Rows of the Laplacian for the unknown pixels.
pub(super) struct System<'a> {
    width: usize,
    unknown: &'a [u32],
    /// For each unknown pixel the weights of its neighbours, row by row.
    rows: Vec<[f32; NEAR]>,
}

impl<'a> System<'a> {
    pub(super) fn new(photo: &Rgb, unknown: &'a [u32], noise: f64) -> Self {
        let width = photo.width() as usize;
        let rows = unknown
            .par_iter()
            .map(|&pixel| row(photo, pixel as usize % width, pixel as usize / width, noise))
            .collect();
        Self {
            width,
            unknown,
            rows,
        }
    }

    /// Multiplies by a vector given on the whole photo; the answer is for the unknown pixels.
    fn multiply(&self, values: &[f32], out: &mut [f32]) {
        let width = self.width;
        let height = values.len() / width;
        out.par_chunks_mut(TASK)
            .zip(self.rows.par_chunks(TASK))
            .zip(self.unknown.par_chunks(TASK))
            .for_each(|((out, rows), unknown)| {
                for ((out, row), &pixel) in out.iter_mut().zip(rows).zip(unknown) {
                    let (x, y) = (pixel as usize % width, pixel as usize / width);
                    let mut sum = 0.0;
                    if x >= 2 && y >= 2 && x + 2 < width && y + 2 < height {
                        for (step, weights) in row.chunks_exact(5).enumerate() {
                            let start = (y + step - 2) * width + x - 2;
                            for (weight, value) in weights.iter().zip(&values[start..start + 5]) {
                                sum += weight * value;
                            }
                        }
                    } else {
                        for (near, weight) in row.iter().enumerate() {
                            let (nx, ny) = (x + near % 5, y + near / 5);
                            let inside = nx >= 2 && ny >= 2 && nx < width + 2 && ny < height + 2;
                            if *weight != 0.0 && inside {
                                sum += weight * values[(ny - 2) * width + nx - 2];
                            }
                        }
                    }
                    *out = sum;
                }
            });
    }

    /// Improves `alpha` at the unknown pixels until nothing moves by much or
    /// the rounds are spent: conjugate gradients, scaled by the diagonal.
    pub(super) fn solve(&self, alpha: &mut [f32], rounds: usize) {
        let count = self.unknown.len();
        let mut product = vec![0.0_f32; count];
        self.multiply(alpha, &mut product);
        let mut residual: Vec<f32> = product.iter().map(|value| -value).collect();
        let scale: Vec<f32> = self
            .rows
            .iter()
            .map(|row| 1.0 / row[CENTRE].max(1e-9))
            .collect();
        let mut direction = vec![0.0_f32; alpha.len()];
        let mut before = 0.0_f64;
        for _ in 0..rounds {
            let scaled: f64 = residual
                .iter()
                .zip(&scale)
                .map(|(value, scale)| f64::from(value * value * scale))
                .sum();
            if scaled <= SETTLED * count as f64 {
                break;
            }
            let carry = if before > 0.0 {
                (scaled / before) as f32
            } else {
                0.0
            };
            before = scaled;
            for ((&pixel, value), scale) in self.unknown.iter().zip(&residual).zip(&scale) {
                let slot = &mut direction[pixel as usize];
                *slot = value * scale + carry * *slot;
            }
            self.multiply(&direction, &mut product);
            let curvature: f64 = self
                .unknown
                .iter()
                .zip(&product)
                .map(|(&pixel, value)| f64::from(direction[pixel as usize] * value))
                .sum();
            if curvature <= 0.0 {
                break;
            }
            let step = (scaled / curvature) as f32;
            for ((&pixel, residual), value) in self.unknown.iter().zip(&mut residual).zip(&product)
            {
                alpha[pixel as usize] += step * direction[pixel as usize];
                *residual -= step * value;
            }
        }
    }
}

/// One row: the sum over the nine windows that hold the pixel.
fn row(photo: &Rgb, x: usize, y: usize, noise: f64) -> [f32; NEAR] {
    let (width, height) = (photo.width() as usize, photo.height() as usize);
    let mut row = [0.0_f64; NEAR];
    for middle_y in y.max(2) - 1..=(y + 1).min(height - 2) {
        for middle_x in x.max(2) - 1..=(x + 1).min(width - 2) {
            let window = Window::new(photo, middle_x, middle_y, noise);
            let own = (y + 1 - middle_y) * 3 + (x + 1 - middle_x);
            let weights = window.row(own);
            for (member, weight) in weights.into_iter().enumerate() {
                let near_x = middle_x + member % 3 + 1 - x;
                let near_y = middle_y + member / 3 + 1 - y;
                row[near_y * 5 + near_x] += weight;
            }
        }
    }
    row.map(|value| value as f32)
}

/// Colours of a 3x3 window around their mean, and the inverse of their covariance.
struct Window {
    away: [[f64; 3]; 9],
    /// xx, xy, xz, yy, yz, zz.
    inverse: [f64; 6],
}

impl Window {
    fn new(photo: &Rgb, x: usize, y: usize, noise: f64) -> Self {
        let width = photo.width() as usize;
        let mut away = [[0.0; 3]; 9];
        let mut mean = [0.0; 3];
        for (member, color) in away.iter_mut().enumerate() {
            let start = ((y + member / 3 - 1) * width + x + member % 3 - 1) * 3;
            for (channel, value) in color.iter_mut().enumerate() {
                *value = f64::from(photo.data()[start + channel]) / 255.0;
                mean[channel] += *value / 9.0;
            }
        }
        let mut sum = [0.0; 6];
        for color in &mut away {
            for (value, mean) in color.iter_mut().zip(mean) {
                *value -= mean;
            }
            let [r, g, b] = *color;
            for (sum, value) in sum
                .iter_mut()
                .zip([r * r, r * g, r * b, g * g, g * b, b * b])
            {
                *sum += value / 9.0;
            }
        }
        let [mut xx, xy, xz, mut yy, yz, mut zz] = sum;
        let floor = noise / 9.0;
        xx += floor;
        yy += floor;
        zz += floor;
        let first = [yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy];
        let determinant = xx * first[0] + xy * first[1] + xz * first[2];
        let inverse = [
            first[0],
            first[1],
            first[2],
            xx * zz - xz * xz,
            xy * xz - xx * yz,
            xx * yy - xy * xy,
        ]
        .map(|value| value / determinant.max(1e-30));
        Self { away, inverse }
    }

    /// The part of this window in the row of its member `own`.
    fn row(&self, own: usize) -> [f64; 9] {
        let [r, g, b] = self.away[own];
        let [xx, xy, xz, yy, yz, zz] = self.inverse;
        let turned = [
            xx * r + xy * g + xz * b,
            xy * r + yy * g + yz * b,
            xz * r + yz * g + zz * b,
        ];
        let mut weights = [0.0; 9];
        for (member, weight) in weights.iter_mut().enumerate() {
            let color = self.away[member];
            let alike = turned[0] * color[0] + turned[1] * color[1] + turned[2] * color[2];
            *weight = f64::from(u8::from(member == own)) - (1.0 + alike) / 9.0;
        }
        weights
    }
}
