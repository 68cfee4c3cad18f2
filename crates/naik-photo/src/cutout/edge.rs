//! From the working size to the photo's own: a thin band, matted, carried up.
//!
//! Inside the product and far from it nothing is decided any more; the band
//! between is matted on a copy of moderate size, and its alpha reaches full
//! size as a local affine function of colour (a guided filter's upsampling, He
//! and Sun 2015), so that full-size pixels are only read along the edge.

use rayon::prelude::*;

use super::matting::{self, MattingOptions};
use crate::image::{Gray, Rgb};

/// Longer side at which the band is matted, in pixels.
pub(super) const MATTING_SIDE: u32 = 1000;
/// Half the width of the band over the longer side.
const HALF_BAND: f32 = 0.006;
/// Colour variance (0..1 squared) under which the affine model becomes a mean.
const FLAT: f32 = 1e-4;

/// The edge at the size of the copy.
pub(super) struct Matte {
    /// How much of each pixel is product.
    pub(super) alpha: Gray,
    /// 255 and 0 where that was sure from the start, 128 in the band.
    trimap: Gray,
}

/// The alpha at the size of `copy`, the photo at [`MATTING_SIDE`], from a soft
/// division at working size: 0 to 1, the boundary at one half.
pub(super) fn matte(copy: &Rgb, soft: &[f32], width: usize, height: usize) -> Matte {
    let (copy_width, copy_height) = (copy.width() as usize, copy.height() as usize);
    let inside: Vec<bool> = (0..copy_width * copy_height)
        .into_par_iter()
        .map(|pixel| {
            let (x, y) = (pixel % copy_width, pixel / copy_width);
            let u = (x as f32 + 0.5) * width as f32 / copy_width as f32 - 0.5;
            let v = (y as f32 + 0.5) * height as f32 / copy_height as f32 - 0.5;
            matting::sample(soft, width, height, u, v) >= 0.5
        })
        .collect();
    let radius = (HALF_BAND * copy_width.max(copy_height) as f32)
        .round()
        .max(2.0);
    let trimap = band(&inside, copy_width, copy_height, radius);
    let mut alpha = matting::alpha(copy, &trimap, &MattingOptions::default());
    for value in alpha.data_mut() {
        *value = firm(f32::from(*value) / 255.0);
    }
    Matte { alpha, trimap }
}

/// Alpha near its ends is noise of the solver: products are opaque.
fn firm(alpha: f32) -> u8 {
    (((alpha - 0.06) / 0.88).clamp(0.0, 1.0) * 255.0 + 0.5) as u8
}

/// 255 and 0 where sure, 128 within `radius` of the boundary.
pub(super) fn band(inside: &[bool], width: usize, height: usize, radius: f32) -> Gray {
    let to_boundary = distance_to_boundary(inside, width, height);
    let data = inside
        .iter()
        .zip(&to_boundary)
        .map(|(&inside, &away)| match inside {
            _ if away <= radius * radius => 128,
            true => 255,
            false => 0,
        })
        .collect();
    Gray::from_data(width as u32, height as u32, data)
        .unwrap_or_else(|| Gray::filled(width as u32, height as u32, 128))
}

/// The squared distance of each pixel to the nearest pixel of the other kind,
/// by two passes of one-dimensional parabolas (Felzenszwalb and Huttenlocher
/// 2012), here only as far as a band needs: up to 40 pixels.
pub(super) fn distance_to_boundary(inside: &[bool], width: usize, height: usize) -> Vec<f32> {
    const REACH: usize = 40;
    let far = (REACH * REACH) as f32;
    // Along columns: steps to the nearest change.
    let mut column = vec![REACH as f32; inside.len()];
    for x in 0..width {
        let mut steps = REACH;
        for y in 1..height {
            let pixel = y * width + x;
            steps = if inside[pixel] == inside[pixel - width] {
                (steps + 1).min(REACH)
            } else {
                1
            };
            column[pixel] = steps as f32;
        }
        steps = REACH;
        for y in (0..height.saturating_sub(1)).rev() {
            let pixel = y * width + x;
            steps = if inside[pixel] == inside[pixel + width] {
                (steps + 1).min(REACH)
            } else {
                1
            };
            column[pixel] = column[pixel].min(steps as f32);
        }
    }
    let mut out = vec![far; inside.len()];
    out.par_chunks_exact_mut(width)
        .enumerate()
        .for_each(|(y, out)| {
            let row = &inside[y * width..(y + 1) * width];
            let column = &column[y * width..(y + 1) * width];
            for (x, out) in out.iter_mut().enumerate() {
                let mut best = column[x] * column[x];
                for step in 1..REACH {
                    let square = (step * step) as f32;
                    if square >= best {
                        break;
                    }
                    let sides = [
                        x.checked_sub(step),
                        Some(x + step).filter(|&other| other < width),
                    ];
                    for other in sides.into_iter().flatten() {
                        let away = if row[other] == row[x] {
                            column[other] * column[other] + square
                        } else {
                            square
                        };
                        best = best.min(away);
                    }
                }
                *out = best.min(far);
            }
        });
    out
}

/// The matte at the photo's size.
pub(super) fn carry_up(photo: &Rgb, copy: &Rgb, matte: Matte) -> Gray {
    if photo.width() == copy.width() && photo.height() == copy.height() {
        return matte.alpha;
    }
    let Matte { alpha, trimap } = matte;
    let (copy_width, copy_height) = (copy.width() as usize, copy.height() as usize);
    let (width, height) = (photo.width() as usize, photo.height() as usize);
    let models = affine_models(copy, &alpha, &trimap);
    let mut data = vec![0_u8; width * height];
    let (x_scale, y_scale) = (
        copy_width as f32 / width as f32,
        copy_height as f32 / height as f32,
    );
    data.par_chunks_exact_mut(width)
        .enumerate()
        .for_each(|(y, out)| {
            let v = ((y as f32 + 0.5) * y_scale - 0.5).clamp(0.0, (copy_height - 1) as f32);
            let top = v as usize;
            let bottom = (top + 1).min(copy_height - 1);
            let down = v - top as f32;
            for (x, out) in out.iter_mut().enumerate() {
                let u = ((x as f32 + 0.5) * x_scale - 0.5).clamp(0.0, (copy_width - 1) as f32);
                let left = u as usize;
                let right = (left + 1).min(copy_width - 1);
                let corners = [
                    top * copy_width + left,
                    top * copy_width + right,
                    bottom * copy_width + left,
                    bottom * copy_width + right,
                ];
                let known = corners.map(|corner| trimap.data()[corner]);
                if known.iter().all(|&value| value == known[0]) && known[0] != 128 {
                    *out = known[0];
                    continue;
                }
                let across = u - left as f32;
                let shares = [
                    (1.0 - across) * (1.0 - down),
                    across * (1.0 - down),
                    (1.0 - across) * down,
                    across * down,
                ];
                let start = (y * width + x) * 3;
                let color =
                    [0, 1, 2].map(|channel| f32::from(photo.data()[start + channel]) / 255.0);
                let mut alpha = 0.0;
                for (corner, share) in corners.into_iter().zip(shares) {
                    let [r, g, b, rest] = models[corner];
                    alpha += share * (r * color[0] + g * color[1] + b * color[2] + rest);
                }
                *out = (alpha.clamp(0.0, 1.0) * 255.0 + 0.5) as u8;
            }
        });
    Gray::from_data(photo.width(), photo.height(), data)
        .unwrap_or_else(|| Gray::filled(photo.width(), photo.height(), 0))
}

/// For each pixel of the copy: alpha as an affine function of colour in its
/// 5x5 window; a constant away from the band.
fn affine_models(copy: &Rgb, matte: &Gray, trimap: &Gray) -> Vec<[f32; 4]> {
    let (width, height) = (copy.width() as usize, copy.height() as usize);
    (0..width * height)
        .into_par_iter()
        .map(|pixel| {
            let (x, y) = (pixel % width, pixel / width);
            let rows = y.saturating_sub(2)..(y + 3).min(height);
            let columns = x.saturating_sub(2)..(x + 3).min(width);
            let own = f32::from(matte.data()[pixel]) / 255.0;
            let mixed = rows.clone().any(|row| {
                trimap.data()[row * width + columns.start..row * width + columns.end].contains(&128)
            });
            if !mixed {
                return [0.0, 0.0, 0.0, own];
            }
            let mut sum = [0.0_f32; 4];
            let mut squares = [0.0_f32; 6];
            let mut with_alpha = [0.0_f32; 3];
            let mut count = 0.0;
            for row in rows {
                for column in columns.clone() {
                    let at = row * width + column;
                    let [r, g, b] =
                        [0, 1, 2].map(|channel| f32::from(copy.data()[at * 3 + channel]) / 255.0);
                    let alpha = f32::from(matte.data()[at]) / 255.0;
                    count += 1.0;
                    for (sum, value) in sum.iter_mut().zip([r, g, b, alpha]) {
                        *sum += value;
                    }
                    for (sum, value) in
                        squares
                            .iter_mut()
                            .zip([r * r, r * g, r * b, g * g, g * b, b * b])
                    {
                        *sum += value;
                    }
                    for (sum, value) in with_alpha.iter_mut().zip([r, g, b]) {
                        *sum += value * alpha;
                    }
                }
            }
            let mean = sum.map(|sum| sum / count);
            let [r, g, b, alpha] = mean;
            let outer = [r * r, r * g, r * b, g * g, g * b, b * b];
            let mut c = [0.0; 6];
            for ((c, square), outer) in c.iter_mut().zip(squares).zip(outer) {
                *c = square / count - outer;
            }
            let [xx, xy, xz, yy, yz, zz] =
                [c[0] + FLAT, c[1], c[2], c[3] + FLAT, c[4], c[5] + FLAT];
            let cross = [
                with_alpha[0] / count - r * alpha,
                with_alpha[1] / count - g * alpha,
                with_alpha[2] / count - b * alpha,
            ];
            let first = [yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy];
            let determinant = (xx * first[0] + xy * first[1] + xz * first[2]).max(1e-20);
            let [i, j, k] = [xx * zz - xz * xz, xy * xz - xx * yz, xx * yy - xy * xy];
            let slope = [
                (first[0] * cross[0] + first[1] * cross[1] + first[2] * cross[2]) / determinant,
                (first[1] * cross[0] + i * cross[1] + j * cross[2]) / determinant,
                (first[2] * cross[0] + j * cross[1] + k * cross[2]) / determinant,
            ];
            let rest = alpha - slope[0] * r - slope[1] * g - slope[2] * b;
            [slope[0], slope[1], slope[2], rest]
        })
        .collect()
}
