//! The shadow on a plain ground, as a layer of its own.
//!
//! Less light keeps the direction of a surface's colour: what is darker than
//! the ground, of the ground's own chroma and outside the product is shadow.

use super::edge::distance_to_boundary;
use super::matting::sample;
use super::plain::PlainGround;
use super::working::Working;
use crate::cutout::foreground::shrink_gray;
use crate::image::Gray;

/// Chroma deviations from the ground up to which it may be shadow.
const SAME_CHROMA: f32 = 4.0;
/// Light lost to the ground's own unevenness, as a part.
const UNEVEN: f32 = 0.04;

/// How much light is missing, 0 to 255, at the size of `alpha`; 0 inside the product.
pub(super) fn layer(ground: &PlainGround, small: &Working, alpha: &Gray) -> Gray {
    let (width, height) = (small.width, small.height);
    let product = shrink_gray(alpha, width as u32, height as u32);
    let inside: Vec<bool> = product.data().iter().map(|&value| value > 20).collect();
    let away = distance_to_boundary(&inside, width, height);
    let mut missing: Vec<f32> = ground
        .departures(small)
        .iter()
        .enumerate()
        .map(|(pixel, departure)| {
            if inside[pixel] || departure.chroma > SAME_CHROMA {
                return 0.0;
            }
            // L + 16 goes with the cube root of light; far from the product it is no shadow of it.
            let near = (1.0 - away[pixel].sqrt() / 40.0).clamp(0.0, 1.0);
            ((1.0 - departure.light.powi(3) - UNEVEN) / (1.0 - UNEVEN)).clamp(0.0, 1.0) * near
        })
        .collect();

    for _ in 0..3 {
        missing = soften(&missing, width, height);
    }
    let (full_width, full_height) = (alpha.width() as usize, alpha.height() as usize);
    let mut data = Vec::with_capacity(full_width * full_height);
    for y in 0..full_height {
        let v = (y as f32 + 0.5) * height as f32 / full_height as f32 - 0.5;
        for x in 0..full_width {
            let u = (x as f32 + 0.5) * width as f32 / full_width as f32 - 0.5;
            let open = 255 - u32::from(alpha.data()[y * full_width + x]);
            let shade = sample(&missing, width, height, u, v) * open as f32;
            data.push((shade + 0.5) as u8);
        }
    }
    Gray::from_data(alpha.width(), alpha.height(), data)
        .unwrap_or_else(|| Gray::filled(alpha.width(), alpha.height(), 0))
}

/// The mean over 3x3 pixels.
fn soften(values: &[f32], width: usize, height: usize) -> Vec<f32> {
    (0..values.len())
        .map(|pixel| {
            let (x, y) = (pixel % width, pixel / width);
            let rows = y.saturating_sub(1)..(y + 2).min(height);
            let columns = x.saturating_sub(1)..(x + 2).min(width);
            let count = (rows.len() * columns.len()) as f32;
            rows.map(|row| {
                values[row * width + columns.start..row * width + columns.end]
                    .iter()
                    .sum::<f32>()
            })
            .sum::<f32>()
                / count
        })
        .collect()
}
