//! Grain out, edges kept: a guided filter on brightness, and on colour guided by brightness.
//!
//! Works on strips of rows, so that a large photo needs no large buffers.
//! He, Sun, Tang: Guided Image Filtering (PAMI 2013).

use rayon::prelude::*;

use super::{Denoise, Reason};
use crate::image::Rgb;

/// Brightness noise (levels of 255) from which it is worth smoothing.
const NOISY: f32 = 2.6;
/// Rows of a strip.
const STRIP: usize = 64;
/// Radius of the brightness filter, in pixels.
const FINE: usize = 2;
/// Radius of the colour filter: colour noise is coarse and the eye does not miss it.
const COARSE: usize = 4;

pub(super) fn analyse(photo: &Rgb) -> Denoise {
    let (luminance, chroma) = noise(photo);
    let on = luminance >= NOISY;
    let reason = if on {
        Reason::Noisy
    } else {
        Reason::AlreadyGood
    };
    Denoise {
        on,
        luminance,
        chroma,
        reason,
    }
}

/// Noise of brightness and colour, from the calmest blocks of 8 x 8 pixels (a Laplacian that edges and slopes do not reach; Immerkaer 1996).
fn noise(photo: &Rgb) -> (f32, f32) {
    let (width, height) = (photo.width() as usize, photo.height() as usize);
    let mut luminance = Vec::new();
    let mut chroma = Vec::new();
    let step = 8 * (1 + width * height / 2_000_000);
    for y in (1..height.saturating_sub(9)).step_by(step) {
        for x in (1..width.saturating_sub(9)).step_by(step) {
            let (mut sum_y, mut sum_c, mut level) = (0.0, 0.0, 0_u32);
            for row in y..y + 8 {
                for column in x..x + 8 {
                    let at = |dx: usize, dy: usize| {
                        let start = ((row + dy - 1) * width + column + dx - 1) * 3;
                        let p = &photo.data()[start..start + 3];
                        let light = (i32::from(p[0]) + 2 * i32::from(p[1]) + i32::from(p[2])) / 4;
                        (light, i32::from(p[0]) - i32::from(p[2]))
                    };
                    let grid = [
                        at(0, 0),
                        at(1, 0),
                        at(2, 0),
                        at(0, 1),
                        at(1, 1),
                        at(2, 1),
                        at(0, 2),
                        at(1, 2),
                        at(2, 2),
                    ];
                    let weights = [1, -2, 1, -2, 4, -2, 1, -2, 1];
                    let (mut l, mut c) = (0, 0);
                    for ((light, color), weight) in grid.into_iter().zip(weights) {
                        l += light * weight;
                        c += color * weight;
                    }
                    sum_y += l.abs() as f32;
                    sum_c += c.abs() as f32;
                    level += grid[4].0 as u32;
                }
            }
            // Burnt-out and black blocks hide their noise.
            if (20 * 64..240 * 64).contains(&level) {
                luminance.push(sum_y / 64.0);
                chroma.push(sum_c / 64.0);
            }
        }
    }
    // Mean absolute response of that mask to noise of deviation 1 is 6 * sqrt(2 / pi).
    let calm = |mut values: Vec<f32>| {
        values.sort_unstable_by(f32::total_cmp);
        values.get(values.len() / 5).copied().unwrap_or(0.0) / 4.787
    };
    (calm(luminance), calm(chroma))
}

pub(super) fn apply(photo: &Rgb, plan: &Denoise) -> Rgb {
    let (width, height) = (photo.width() as usize, photo.height() as usize);
    let mut out = Rgb::filled(photo.width(), photo.height(), 0);
    let fine = (plan.luminance.clamp(0.5, 12.0) * 2.0).powi(2);
    let coarse = (plan.luminance.max(plan.chroma).clamp(0.5, 16.0) * 1.8).powi(2);
    out.data_mut()
        .par_chunks_mut((width * STRIP * 3).max(1))
        .enumerate()
        .for_each(|(strip, rows)| {
            let first = strip * STRIP;
            let count = rows.len() / (width * 3).max(1);
            let top = first.saturating_sub(2 * COARSE);
            let bottom = (first + count + 2 * COARSE).min(height);
            let from = &photo.data()[top * width * 3..bottom * width * 3];
            let [y, cb, cr] = split(from);
            let tall = bottom - top;
            let smooth_y = guided(&y, &y, width, tall, FINE, fine);
            let smooth_cb = guided(&smooth_y, &cb, width, tall, COARSE, coarse);
            let smooth_cr = guided(&smooth_y, &cr, width, tall, COARSE, coarse);
            let skip = (first - top) * width;
            for (at, pixel) in rows.chunks_exact_mut(3).enumerate() {
                // Some of the grain stays: skin and cloth without any look like wax.
                let light = smooth_y[skip + at] * 0.85 + y[skip + at] * 0.15;
                let (b, r) = (smooth_cb[skip + at], smooth_cr[skip + at]);
                let green = light - (0.299 * r + 0.114 * b) / 0.587;
                for (value, level) in pixel.iter_mut().zip([light + r, green, light + b]) {
                    *value = (level + 0.5).clamp(0.0, 255.0) as u8;
                }
            }
        });
    out
}

/// Brightness and the differences of blue and red from it.
fn split(rgb: &[u8]) -> [Vec<f32>; 3] {
    let mut planes = [0; 3].map(|_| Vec::with_capacity(rgb.len() / 3));
    for p in rgb.chunks_exact(3) {
        let [r, g, b] = [0, 1, 2].map(|c| f32::from(p[c]));
        let light = 0.299 * r + 0.587 * g + 0.114 * b;
        planes[0].push(light);
        planes[1].push(b - light);
        planes[2].push(r - light);
    }
    planes
}

fn guided(
    guide: &[f32],
    input: &[f32],
    width: usize,
    height: usize,
    radius: usize,
    eps: f32,
) -> Vec<f32> {
    let product = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).collect::<Vec<f32>>();
    let mean_g = mean(guide, width, height, radius);
    let mean_i = mean(input, width, height, radius);
    let gg = mean(&product(guide, guide), width, height, radius);
    let gi = mean(&product(guide, input), width, height, radius);
    let mut slope = Vec::with_capacity(guide.len());
    let mut offset = Vec::with_capacity(guide.len());
    for at in 0..guide.len() {
        let variance = (gg[at] - mean_g[at] * mean_g[at]).max(0.0);
        let covariance = gi[at] - mean_g[at] * mean_i[at];
        let a = covariance / (variance + eps);
        slope.push(a);
        offset.push(mean_i[at] - a * mean_g[at]);
    }
    let slope = mean(&slope, width, height, radius);
    let offset = mean(&offset, width, height, radius);
    guide
        .iter()
        .zip(slope)
        .zip(offset)
        .map(|((g, a), b)| a * g + b)
        .collect()
}

/// Mean over a square of `2 * radius + 1` pixels, the border's values going on outside.
fn mean(plane: &[f32], width: usize, height: usize, radius: usize) -> Vec<f32> {
    let scale = 1.0 / (2 * radius + 1) as f32;
    let mut rows = vec![0.0; plane.len()];
    let last = width.saturating_sub(1);
    for (from, to) in plane
        .chunks_exact(width.max(1))
        .zip(rows.chunks_exact_mut(width.max(1)))
    {
        let mut sum =
            from[0] * radius as f32 + (0..=radius).map(|x| from[x.min(last)]).sum::<f32>();
        for (x, out) in to.iter_mut().enumerate() {
            *out = sum * scale;
            sum += from[(x + radius + 1).min(last)] - from[x.saturating_sub(radius)];
        }
    }
    let mut out = vec![0.0; plane.len()];
    let row = |y: usize| &rows[y.min(height - 1) * width..][..width];
    let mut sums = vec![0.0_f32; width];
    for step in 0..=2 * radius {
        for (sum, value) in sums.iter_mut().zip(row(step.saturating_sub(radius))) {
            *sum += value;
        }
    }
    for y in 0..height {
        for (out, sum) in out[y * width..(y + 1) * width].iter_mut().zip(&sums) {
            *out = sum * scale;
        }
        let (enter, leave) = (row(y + radius + 1), row(y.saturating_sub(radius)));
        for ((sum, enter), leave) in sums.iter_mut().zip(enter).zip(leave) {
            *sum += enter - leave;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noisy(amount: i32) -> Rgb {
        let mut state = 1_u32;
        let mut dice = || {
            // The sum of four throws is nearly a bell of deviation `amount`.
            (0..4)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 16) as i32 % (2 * amount + 1).max(1) - amount
                })
                .sum::<i32>()
        };
        let data = (0..200_u32 * 200)
            .flat_map(|at| {
                let base = if at % 200 < 100 { 90 } else { 170 };
                let shift = if amount > 0 { dice() } else { 0 };
                [base + shift; 3].map(|v| v.clamp(0, 255) as u8)
            })
            .collect();
        Rgb::from_data(200, 200, data).unwrap()
    }

    #[test]
    fn noise_is_found_and_taken_out_while_the_edge_stays() {
        let photo = noisy(6);
        let plan = analyse(&photo);
        assert!(plan.on && (4.0..10.0).contains(&plan.luminance), "{plan:?}");
        let out = apply(&photo, &plan);
        assert!(analyse(&out).luminance < plan.luminance / 2.0);
        let column = |image: &Rgb, x: u32| {
            (0..200)
                .map(|y| i32::from(image.pixel(x, y)[0]))
                .sum::<i32>()
                / 200
        };
        assert!(
            column(&out, 101) - column(&out, 98) > 60,
            "the edge is still steep"
        );
        assert!(!analyse(&noisy(0)).on);
    }

    #[test]
    fn thin_pictures_do_not_matter() {
        let plan = Denoise {
            on: true,
            luminance: 5.0,
            chroma: 5.0,
            reason: Reason::Noisy,
        };
        for (width, height) in [(1, 1), (1, 70), (200, 1), (3, 130)] {
            let out = apply(&Rgb::filled(width, height, 50), &plan);
            assert!(out.data().iter().all(|v| v.abs_diff(50) <= 1));
        }
    }
}
