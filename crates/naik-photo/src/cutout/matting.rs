//! How much of each edge pixel is product: closed-form matting.
//!
//! Levin, Lischinski, Weiss, "A Closed Form Solution to Natural Image Matting"
//! (2008): in each 3x3 window alpha is an affine function of colour. Only the
//! pixels whose alpha is unknown enter the system, so that the cost follows
//! the length of the edge and not the size of the photo; each size starts from
//! the answer at half the size, which spares most rounds of the solver.

mod laplacian;

use crate::cutout::working::shrink;
use crate::image::{Gray, Rgb};
use laplacian::System;

/// How to matte.
#[derive(Clone, Debug, PartialEq)]
pub struct MattingOptions {
    /// Colour variance in a window (0..1 a channel, squared) below which it
    /// says nothing; larger is smoother.
    pub noise: f64,
    /// Most rounds of the solver at full size; twice as many at half, and so on.
    pub rounds: usize,
}

impl Default for MattingOptions {
    fn default() -> Self {
        Self {
            noise: 1e-7,
            rounds: 80,
        }
    }
}

/// From this value on a trimap says product; 0.98 of 255.
const SURE_PRODUCT: u8 = 250;
/// Up to this value a trimap says background; 0.02 of 255.
const SURE_GROUND: u8 = 5;
/// The size below which no smaller start is made.
const SMALLEST: u32 = 64;

/// The alpha of `photo` where `trimap`, of the same size, is neither 0 nor 255;
/// elsewhere the trimap. An all-unknown trimap comes back as it is.
///
/// When the sizes differ the trimap comes back unchanged: there is nothing to match.
pub fn alpha(photo: &Rgb, trimap: &Gray, options: &MattingOptions) -> Gray {
    if photo.width() != trimap.width() || photo.height() != trimap.height() {
        return trimap.clone();
    }
    let solved = solve(photo, trimap, options);
    let data = solved
        .iter()
        .map(|&value| (value.clamp(0.0, 1.0) * 255.0 + 0.5) as u8)
        .collect();
    Gray::from_data(trimap.width(), trimap.height(), data).unwrap_or_else(|| trimap.clone())
}

/// The same as numbers; they may leave 0..1 a little.
fn solve(photo: &Rgb, trimap: &Gray, options: &MattingOptions) -> Vec<f32> {
    let (width, height) = (photo.width() as usize, photo.height() as usize);
    let mut alpha: Vec<f32> = trimap
        .data()
        .iter()
        .map(|&value| match value {
            SURE_PRODUCT.. => 1.0,
            0..=SURE_GROUND => 0.0,
            _ => 0.5,
        })
        .collect();
    let unknown: Vec<u32> = (0..alpha.len() as u32)
        .filter(|&pixel| (SURE_GROUND + 1..SURE_PRODUCT).contains(&trimap.data()[pixel as usize]))
        .collect();
    if unknown.is_empty() || unknown.len() == alpha.len() || width < 3 || height < 3 {
        return alpha;
    }
    let half = photo.width().max(photo.height()) / 2;
    if half >= SMALLEST {
        let small = shrink(photo, half);
        // Rounds are cheap there and spare dear ones here.
        let more = MattingOptions {
            rounds: options.rounds * 2,
            ..options.clone()
        };
        let coarse = solve(
            &small,
            &shrink_trimap(trimap, small.width(), small.height()),
            &more,
        );
        let (small_width, small_height) = (small.width() as usize, small.height() as usize);
        for &pixel in &unknown {
            let (x, y) = (pixel as usize % width, pixel as usize / width);
            let u = (x as f32 + 0.5) * small_width as f32 / width as f32 - 0.5;
            let v = (y as f32 + 0.5) * small_height as f32 / height as f32 - 0.5;
            alpha[pixel as usize] =
                sample(&coarse, small_width, small_height, u, v).clamp(0.0, 1.0);
        }
    }
    System::new(photo, &unknown, options.noise).solve(&mut alpha, options.rounds);
    alpha
}

/// Bilinear between pixel centres, clamped at the border.
pub(super) fn sample(values: &[f32], width: usize, height: usize, u: f32, v: f32) -> f32 {
    sample_by(|at| values[at], (width, height), u, v)
}

/// As [`sample`], of values that stand elsewhere: `value` tells that of a pixel.
pub(super) fn sample_by(
    value: impl Fn(usize) -> f32,
    (width, height): (usize, usize),
    u: f32,
    v: f32,
) -> f32 {
    let u = u.clamp(0.0, (width - 1) as f32);
    let v = v.clamp(0.0, (height - 1) as f32);
    let (left, top) = (u as usize, v as usize);
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (across, down) = (u - left as f32, v - top as f32);
    let row =
        |y: usize| value(y * width + left) * (1.0 - across) + value(y * width + right) * across;
    row(top) * (1.0 - down) + row(bottom) * down
}

/// A smaller trimap that is only sure where every pixel under it is.
fn shrink_trimap(trimap: &Gray, width: u32, height: u32) -> Gray {
    let (own_width, own_height) = (trimap.width() as usize, trimap.height() as usize);
    let span = |index: usize, length: usize, own: usize| {
        index * own / length..((index + 1) * own).div_ceil(length).min(own)
    };
    let mut data = Vec::with_capacity((width * height) as usize);
    for y in 0..height as usize {
        for x in 0..width as usize {
            let mut sure = [true; 2];
            for row in span(y, height as usize, own_height) {
                for column in span(x, width as usize, own_width) {
                    let value = trimap.data()[row * own_width + column];
                    sure[0] &= value <= SURE_GROUND;
                    sure[1] &= value >= SURE_PRODUCT;
                }
            }
            data.push(match sure {
                [true, _] => 0,
                [_, true] => 255,
                _ => 128,
            });
        }
    }
    Gray::from_data(width, height, data).unwrap_or_else(|| Gray::filled(width, height, 128))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A product of one colour that fades linearly into a ground of another.
    fn fade(width: usize, height: usize) -> (Rgb, Gray, Vec<f32>) {
        let mut photo = Rgb::filled(width as u32, height as u32, 0);
        let mut trimap = Gray::filled(width as u32, height as u32, 128);
        let mut truth = Vec::new();
        for y in 0..height {
            for x in 0..width {
                let alpha = ((x as f32 - 30.0) / 20.0).clamp(0.0, 1.0);
                let mix = |f: f32, b: f32| (alpha * f + (1.0 - alpha) * b).round() as u8;
                // Both sides vary, or the window says nothing.
                let shade = ((x * 5 + y * 3) % 7) as f32;
                photo.set_pixel(
                    x as u32,
                    y as u32,
                    [
                        mix(200.0, 20.0 + shade),
                        mix(60.0 + shade, 90.0),
                        mix(30.0, 160.0),
                    ],
                );
                if !(24..=56).contains(&x) {
                    trimap.set_pixel(x as u32, y as u32, [if x < 24 { 0 } else { 255 }]);
                }
                truth.push(alpha);
            }
        }
        (photo, trimap, truth)
    }

    #[test]
    fn follows_a_known_fade() {
        let (photo, trimap, truth) = fade(80, 40);
        let found = alpha(&photo, &trimap, &MattingOptions::default());
        let worst = found
            .data()
            .iter()
            .zip(&truth)
            .map(|(&found, truth)| (f32::from(found) / 255.0 - truth).abs())
            .fold(0.0, f32::max);
        assert!(worst < 0.06, "off by {worst}");
    }

    #[test]
    fn what_is_sure_stays() {
        let (photo, trimap, _) = fade(80, 40);
        let found = alpha(&photo, &trimap, &MattingOptions::default());
        for (found, sure) in found.data().iter().zip(trimap.data()) {
            assert!(*sure == 128 || found == sure);
        }
    }
}
