//! The product's own colours along its edge.
//!
//! An edge pixel shows product and background mixed; on a new background the
//! old one would shine as a rim. Both colours are estimated together, coarse
//! to fine, as in Germer, Uelwer, Conrad, Harmeling, "Fast Multi-Level
//! Foreground Estimation" (2020).

use crate::cutout::matting::sample_by;
use crate::cutout::working::shrink;
use crate::image::{Gray, Rgb, Rgba};

/// How strongly colours follow their neighbours', everywhere.
const CALM: f32 = 1e-5;
/// And in addition per difference of alpha.
const ALONG_EDGES: f32 = 1.0;
/// Up to this longer side a level is solved with many rounds.
const SMALL: usize = 32;
const SMALL_ROUNDS: usize = 10;
const LARGE_ROUNDS: usize = 2;
/// Longer side in pixels at which a photo's colours are estimated as a whole.
const ESTIMATE_SIDE: u32 = 1000;

/// The product's colour at each pixel of `photo`; only meaningful where
/// `alpha`, of the same size, is above 0.
pub fn estimate(photo: &Rgb, alpha: &Gray) -> Rgb {
    if photo.width() != alpha.width() || photo.height() != alpha.height() {
        return photo.clone();
    }
    let (product, _) = layers(photo, alpha);
    let data = product
        .iter()
        .flatten()
        .map(|&value| (value * 255.0 + 0.5) as u8)
        .collect();
    Rgb::from_data(photo.width(), photo.height(), data).unwrap_or_else(|| photo.clone())
}

type Layer = Vec<[f32; 3]>;

/// Product and background colours, 0 to 1.
fn layers(photo: &Rgb, alpha: &Gray) -> (Layer, Layer) {
    let (width, height) = (photo.width() as usize, photo.height() as usize);
    if width == 0 || height == 0 {
        return (Vec::new(), Vec::new());
    }
    let levels = (width.max(height) as f32).log2().ceil() as i32;
    let mut size = (1, 1);
    let (mut product, mut ground) = (average(photo, alpha, true), average(photo, alpha, false));
    for level in 0..=levels {
        let part = |length: usize| {
            ((length as f32)
                .powf(level as f32 / levels.max(1) as f32)
                .round() as usize)
                .clamp(1, length)
        };
        let next = if level == levels {
            (width, height)
        } else {
            (part(width), part(height))
        };
        let source: Vec<usize> = (0..next.0 * next.1)
            .map(|pixel| {
                let (x, y) = (pixel % next.0, pixel / next.0);
                (y * height / next.1) * width + x * width / next.0
            })
            .collect();
        let colors: Layer = source
            .iter()
            .map(|&at| {
                let start = at * 3;
                [0, 1, 2].map(|channel| f32::from(photo.data()[start + channel]) / 255.0)
            })
            .collect();
        let alphas: Vec<f32> = source
            .iter()
            .map(|&at| f32::from(alpha.data()[at]) / 255.0)
            .collect();
        drop(source);
        product = nearest(&product, size, next);
        ground = nearest(&ground, size, next);
        size = next;
        let rounds = if next.0.max(next.1) <= SMALL {
            SMALL_ROUNDS
        } else {
            LARGE_ROUNDS
        };
        for _ in 0..rounds {
            relax(&mut product, &mut ground, &colors, &alphas, size);
        }
    }
    (product, ground)
}

/// One pass in which each pixel's two colours are solved from its own mix and its neighbours.
fn relax(
    product: &mut Layer,
    ground: &mut Layer,
    colors: &Layer,
    alphas: &[f32],
    (width, height): (usize, usize),
) {
    for y in 0..height {
        for x in 0..width {
            let pixel = y * width + x;
            let alpha = alphas[pixel];
            let rest = 1.0 - alpha;
            let around = [
                if x > 0 { pixel - 1 } else { pixel },
                if x + 1 < width { pixel + 1 } else { pixel },
                if y > 0 { pixel - width } else { pixel },
                if y + 1 < height { pixel + width } else { pixel },
            ];
            let mut pull = 0.0;
            let mut sums = [[0.0_f32; 3]; 2];
            for other in around {
                let weight = CALM + ALONG_EDGES * (alpha - alphas[other]).abs();
                pull += weight;
                for channel in 0..3 {
                    sums[0][channel] += weight * product[other][channel];
                    sums[1][channel] += weight * ground[other][channel];
                }
            }
            let own = alpha * alpha + pull;
            let cross = alpha * rest;
            let other = rest * rest + pull;
            let determinant = (own * other - cross * cross).max(1e-12);
            for channel in 0..3 {
                let first = alpha * colors[pixel][channel] + sums[0][channel];
                let second = rest * colors[pixel][channel] + sums[1][channel];
                product[pixel][channel] =
                    ((other * first - cross * second) / determinant).clamp(0.0, 1.0);
                ground[pixel][channel] =
                    ((own * second - cross * first) / determinant).clamp(0.0, 1.0);
            }
        }
    }
}

fn nearest(layer: &Layer, from: (usize, usize), to: (usize, usize)) -> Layer {
    (0..to.0 * to.1)
        .map(|pixel| {
            let (x, y) = (pixel % to.0, pixel / to.0);
            layer[(y * from.1 / to.1) * from.0 + x * from.0 / to.0]
        })
        .collect()
}

fn average(photo: &Rgb, alpha: &Gray, product: bool) -> Layer {
    let mut sum = [0.0_f64; 3];
    let mut weight = 0.0;
    for (color, &alpha) in photo.data().chunks_exact(3).zip(alpha.data()) {
        let share = if product {
            f64::from(alpha)
        } else {
            255.0 - f64::from(alpha)
        };
        weight += share;
        for (sum, &value) in sum.iter_mut().zip(color) {
            *sum += share * f64::from(value) / 255.0;
        }
    }
    vec![sum.map(|sum| (sum / weight.max(1e-9)) as f32)]
}

/// The photo's product with its own colours and straight alpha.
///
/// Colours are estimated as a whole on a copy of at most 1000 pixels; at full
/// size only the mixed pixels are solved again, each around that estimate, so
/// that the cost follows the edge. Fully transparent pixels near the edge
/// carry the product's colour (a later resize then draws no rim), the others
/// are black.
pub(super) fn with_alpha(photo: &Rgb, alpha: &Gray) -> Rgba {
    let (width, height) = (photo.width() as usize, photo.height() as usize);
    let small_photo = shrink(photo, ESTIMATE_SIDE);
    let small_alpha = shrink_gray(alpha, small_photo.width(), small_photo.height());
    let (product, ground) = layers(&small_photo, &small_alpha);
    let (small_width, small_height) = (small_photo.width() as usize, small_photo.height() as usize);
    let size = (small_width, small_height);
    let mut data = vec![0; width * height * 4];
    for y in 0..height {
        let v = (y as f32 + 0.5) * small_height as f32 / height as f32 - 0.5;
        for x in 0..width {
            let pixel = y * width + x;
            let level = alpha.data()[pixel];
            let out = &mut data[pixel * 4..pixel * 4 + 4];
            out[3] = level;
            let color = &photo.data()[pixel * 3..pixel * 3 + 3];
            if level == 255 {
                out[..3].copy_from_slice(color);
                continue;
            }
            let u = (x as f32 + 0.5) * small_width as f32 / width as f32 - 0.5;
            if level == 0 {
                let at = (v.max(0.0) as usize).min(small_height - 1) * small_width
                    + (u.max(0.0) as usize).min(small_width - 1);
                if near_product(&small_alpha, at) {
                    for (out, value) in out.iter_mut().zip(product[at]) {
                        *out = (value * 255.0 + 0.5) as u8;
                    }
                }
                continue;
            }
            let share = f32::from(level) / 255.0;
            for channel in 0..3 {
                let own = sample_by(|at| product[at][channel], size, u, v);
                let other = sample_by(|at| ground[at][channel], size, u, v);
                let seen = f32::from(color[channel]) / 255.0;
                let miss = share * own + (1.0 - share) * other - seen;
                let weight = share / (share * share + (1.0 - share).powi(2) + TRUST);
                out[channel] = ((own - weight * miss).clamp(0.0, 1.0) * 255.0 + 0.5) as u8;
            }
        }
    }
    Rgba::from_data(photo.width(), photo.height(), data)
        .unwrap_or_else(|| Rgba::filled(photo.width(), photo.height(), 0))
}

/// How much the coarse estimate is trusted against the pixel itself.
const TRUST: f32 = 0.05;

fn near_product(alpha: &Gray, at: usize) -> bool {
    let width = alpha.width() as usize;
    let (x, y) = (at % width, at / width);
    let rows = y.saturating_sub(2)..(y + 3).min(alpha.height() as usize);
    rows.into_iter().any(|row| {
        let start = row * width;
        alpha.data()[start + x.saturating_sub(2)..start + (x + 3).min(width)]
            .iter()
            .any(|&value| value > 0)
    })
}

/// The mean of the pixels under each target pixel.
pub(super) fn shrink_gray(gray: &Gray, width: u32, height: u32) -> Gray {
    if gray.width() == width && gray.height() == height {
        return gray.clone();
    }
    let (own_width, own_height) = (gray.width() as usize, gray.height() as usize);
    let span = |index: usize, length: usize, own: usize| {
        let from = index * own / length;
        from..((index + 1) * own / length).max(from + 1).min(own)
    };
    let mut data = Vec::with_capacity((width * height) as usize);
    for y in 0..height as usize {
        let rows = span(y, height as usize, own_height);
        for x in 0..width as usize {
            let columns = span(x, width as usize, own_width);
            let mut sum = 0_u32;
            for row in rows.clone() {
                let start = row * own_width;
                sum += gray.data()[start + columns.start..start + columns.end]
                    .iter()
                    .map(|&value| u32::from(value))
                    .sum::<u32>();
            }
            let count = (rows.len() * columns.len()).max(1) as u32;
            data.push(((sum + count / 2) / count) as u8);
        }
    }
    Gray::from_data(width, height, data).unwrap_or_else(|| Gray::filled(width, height, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_red_disc_keeps_no_green_rim() {
        let side = 64;
        let mut photo = Rgb::filled(side, side, 0);
        let mut alpha = Gray::filled(side, side, 0);
        for y in 0..side {
            for x in 0..side {
                let away = (x as f32 - 32.0).hypot(y as f32 - 32.0);
                let share = ((22.0 - away) / 4.0).clamp(0.0, 1.0);
                photo.set_pixel(
                    x,
                    y,
                    [(share * 220.0) as u8, ((1.0 - share) * 200.0) as u8, 20],
                );
                alpha.set_pixel(x, y, [(share * 255.0).round() as u8]);
            }
        }
        for pixel in with_alpha(&photo, &alpha).data().chunks_exact(4) {
            if pixel[3] > 60 && pixel[3] < 255 {
                assert!(pixel[0] > 200 && pixel[1] < 20, "{pixel:?} is not red");
            }
        }
    }
}
