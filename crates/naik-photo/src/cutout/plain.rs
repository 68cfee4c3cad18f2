//! The short way for a product on paper, cloth or a table: a ground that is
//! one smooth surface of colour.
//!
//! The surface is fitted to the border and the product is what leaves it. A
//! shadow leaves it too, but only downwards: under less light a surface keeps
//! the direction of its colour, so that in Lab (L + 16, a, b) shrink together.

use super::reach;
use super::working::Working;

/// Width of the border that the ground is learned from, as a part of the shorter side.
const RIM: f32 = 0.04;
/// A border pixel further than this many deviations from the surface is not ground.
const OUTLIER: f32 = 3.0;

/// What the plain ground looks like.
pub(super) struct PlainGround {
    /// Coefficients of 1, x, y, xx, xy, yy for L, a and b; x and y run from -1 to 1.
    surface: [[f32; 6]; 3],
    /// Robust deviation of lightness and of chroma around the surface, Lab units.
    pub(super) noise: [f32; 2],
    /// Part of the border that lies on the surface.
    pub(super) share: f32,
}

/// How a pixel differs from the ground under it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Departure {
    /// Lightness over the ground's, 1 when equal, as a ratio of L + 16.
    pub(super) light: f32,
    /// Lightness difference in deviations, negative when darker.
    pub(super) lightness: f32,
    /// Chroma difference in deviations after allowing for less light.
    pub(super) chroma: f32,
}

/// Limits of what counts as plain.
const MOST_LIGHTNESS_NOISE: f32 = 7.0;
const MOST_CHROMA_NOISE: f32 = 4.5;
const LEAST_SHARE: f32 = 0.80;
/// No ground is cleaner than this to the test: JPEG and sensor noise.
const LEAST_NOISE: [f32; 2] = [1.2, 0.9];

impl PlainGround {
    /// Fits the surface to the border of the photo, by least squares in which
    /// pixels off the surface lose their vote (five rounds of Tukey weights).
    pub(super) fn fit(working: &Working) -> Self {
        let (width, height) = (working.width, working.height);
        let rim = ((width.min(height) as f32 * RIM) as usize).max(2);
        let samples: Vec<usize> = (0..working.len())
            .filter(|pixel| {
                let (x, y) = (pixel % width, pixel / width);
                x < rim || y < rim || x + rim >= width || y + rim >= height
            })
            .collect();
        let mut surface = [[0.0_f32; 6]; 3];
        for (channel, row) in surface.iter_mut().enumerate() {
            row[0] = median(samples.iter().map(|&pixel| working.lab[pixel][channel]));
        }
        let mut ground = Self {
            surface,
            noise: [10.0, 6.0],
            share: 0.0,
        };
        ground.measure(working, &samples);
        for round in 0..6 {
            let mut normal = [[0.0_f64; 6]; 6];
            let mut right = [[0.0_f64; 6]; 3];
            for &pixel in &samples {
                let basis = basis(pixel % width, pixel / width, width, height);
                let at = ground.at(basis);
                let color = working.lab[pixel];
                let away = ((color[0] - at[0]) / ground.noise[0]).powi(2)
                    + ((color[1] - at[1]).powi(2) + (color[2] - at[2]).powi(2))
                        / ground.noise[1].powi(2);
                let weight = (1.0 - away / (2.0 * OUTLIER * OUTLIER)).max(0.0).powi(2);
                for i in 0..6 {
                    for j in 0..6 {
                        normal[i][j] += f64::from(weight * basis[i] * basis[j]);
                    }
                    for (sums, value) in right.iter_mut().zip(color) {
                        sums[i] += f64::from(weight * basis[i] * value);
                    }
                }
            }
            // A little stiffness keeps the curve from bending into the middle.
            let stiffness = samples.len() as f64 * 0.02;
            let degrees = if round < 2 { 3 } else { 6 };
            for (degree, row) in normal.iter_mut().enumerate().skip(3) {
                row[degree] += stiffness;
            }
            ground.surface = right.map(|right| solve(normal, right, degrees));
            ground.measure(working, &samples);
        }
        ground
    }

    /// Whether this is a plain ground rather than a scene.
    pub(super) fn is_plain(&self) -> bool {
        self.share >= LEAST_SHARE
            && self.noise[0] <= MOST_LIGHTNESS_NOISE
            && self.noise[1] <= MOST_CHROMA_NOISE
    }

    fn at(&self, basis: [f32; 6]) -> [f32; 3] {
        self.surface
            .map(|row| row.iter().zip(basis).map(|(c, b)| c * b).sum())
    }

    fn measure(&mut self, working: &Working, samples: &[usize]) {
        let (width, height) = (working.width, working.height);
        let off = |pixel: usize| {
            let at = self.at(basis(pixel % width, pixel / width, width, height));
            let color = working.lab[pixel];
            (
                (color[0] - at[0]).abs(),
                (color[1] - at[1]).hypot(color[2] - at[2]),
            )
        };
        // 1.4826 turns a median of absolute differences into a deviation; for
        // the length of a two-dimensional difference the factor is 0.849.
        let lightness = median(samples.iter().map(|&pixel| off(pixel).0)) * 1.4826;
        let chroma = median(samples.iter().map(|&pixel| off(pixel).1)) * 0.849;
        let noise = [lightness.max(LEAST_NOISE[0]), chroma.max(LEAST_NOISE[1])];
        let near = samples
            .iter()
            .filter(|&&pixel| {
                let (lightness, chroma) = off(pixel);
                lightness <= OUTLIER * noise[0] && chroma <= OUTLIER * noise[1]
            })
            .count();
        self.share = near as f32 / samples.len().max(1) as f32;
        self.noise = noise;
    }

    /// How each pixel departs from the ground.
    pub(super) fn departures(&self, working: &Working) -> Vec<Departure> {
        let (width, height) = (working.width, working.height);
        working
            .lab
            .iter()
            .enumerate()
            .map(|(pixel, color)| {
                let at = self.at(basis(pixel % width, pixel / width, width, height));
                let light = (color[0] + 16.0) / (at[0] + 16.0).max(1.0);
                let chroma = (color[1] - light * at[1]).hypot(color[2] - light * at[2]);
                Departure {
                    light,
                    lightness: (color[0] - at[0]) / self.noise[0],
                    chroma: chroma / self.noise[1],
                }
            })
            .collect()
    }
}

impl PlainGround {
    /// Evidence in nats for the product at each pixel, negative for the ground.
    ///
    /// What can be walked to from the border is ground even in deep shadow.
    /// Elsewhere colour speaks; enclosed ground is proved later, alone.
    pub(super) fn evidence(&self, working: &Working) -> Vec<f32> {
        let departures = self.departures(working);
        let reached = reach::from_border(working, &departures, self.noise);
        departures
            .iter()
            .zip(reached)
            .map(|(departure, reached)| {
                let evidence = departure.evidence();
                if reached {
                    evidence.min(WALKED_TO)
                } else {
                    evidence
                }
            })
            .collect()
    }

    /// Which pixels are of the ground's own colour or in its shadow.
    pub(super) fn resembles(&self, working: &Working) -> Vec<bool> {
        let departures = self.departures(working);
        departures.iter().map(|d| d.evidence() < 0.0).collect()
    }
}

/// Evidence in nats where one can walk to from the border.
const WALKED_TO: f32 = -3.0;
impl Departure {
    /// Evidence in nats for the product, negative for the ground. Darker
    /// pixels of the ground's own chroma may be shadow and count for less.
    pub(super) fn evidence(&self) -> f32 {
        let chroma = 0.5 * self.chroma * self.chroma;
        if self.lightness >= 0.0 {
            return (0.5 * self.lightness * self.lightness + chroma - 4.5).clamp(-4.0, 8.0);
        }
        // Deviations say nothing about a shadow: it may be many of them dark.
        // What counts is how much light is gone, and a soft shadow leaves half.
        let depth = ((SHADOW_LIGHT - self.light) / SHADOW_RANGE).clamp(0.0, 1.0);
        let within_noise = self.lightness > -OUTLIER;
        let shade = if within_noise {
            -4.5
        } else {
            -3.0 + 11.0 * depth
        };
        (shade + chroma).clamp(-4.0, 8.0)
    }
}

/// Share of L + 16 under which a dark pixel begins to be product rather than shadow...
const SHADOW_LIGHT: f32 = 0.90;
/// ...and the range over which that becomes certain.
const SHADOW_RANGE: f32 = 0.35;

fn basis(x: usize, y: usize, width: usize, height: usize) -> [f32; 6] {
    let u = (2 * x + 1) as f32 / width as f32 - 1.0;
    let v = (2 * y + 1) as f32 / height as f32 - 1.0;
    [1.0, u, v, u * u, u * v, v * v]
}

fn median(values: impl Iterator<Item = f32>) -> f32 {
    let mut values: Vec<f32> = values.collect();
    if values.is_empty() {
        return 0.0;
    }
    let middle = values.len() / 2;
    *values.select_nth_unstable_by(middle, f32::total_cmp).1
}

/// Gaussian elimination with pivoting on the first `degrees` unknowns; the rest stay 0.
fn solve(mut matrix: [[f64; 6]; 6], mut right: [f64; 6], degrees: usize) -> [f32; 6] {
    for column in 0..degrees {
        let pivot = (column..degrees)
            .max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))
            .unwrap_or(column);
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        if matrix[column][column].abs() < 1e-9 {
            matrix[column][column] = 1e-9;
        }
        for row in column + 1..degrees {
            let pivot = matrix[column];
            let factor = matrix[row][column] / pivot[column];
            for (value, above) in matrix[row].iter_mut().zip(pivot) {
                *value -= factor * above;
            }
            right[row] -= factor * right[column];
        }
    }
    let mut solved = [0.0; 6];
    for row in (0..degrees).rev() {
        let rest: f64 = (row + 1..degrees).map(|k| matrix[row][k] * solved[k]).sum();
        solved[row] = (right[row] - rest) / matrix[row][row];
    }
    solved.map(|value| value as f32)
}
