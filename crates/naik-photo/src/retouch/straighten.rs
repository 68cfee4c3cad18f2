//! Level and plumb: long lines near 0 and 90 degrees show how askew the phone was.
//!
//! Edge points are projected along each angle tried; where a table's edge or a
//! wall's corner falls into few bins, the sum of squares peaks (a Radon transform
//! of the edges).

use rayon::prelude::*;

use super::{Reason, Straighten};
use crate::image::{Gray, Rgb};
use crate::resize;

const WORK_SIDE: u32 = 480;
/// Largest turn, in degrees; more is a wish, not a mistake.
const MOST: f32 = 7.0;
/// Smallest turn worth the cut corners.
const LEAST: f32 = 0.6;
/// Angle step, in degrees.
const STEP: f32 = 0.25;
/// The best angle must gather this many times what angles gather on average.
const CLEAR: f32 = 1.7;
/// A line must run through this share of the frame.
const LONG: f32 = 0.40;

pub(super) fn analyse(photo: &Rgb, alpha: Option<&Gray>) -> Straighten {
    let small = resize::shrink(photo, WORK_SIDE);
    // The product's own lines say nothing about the horizon.
    let alpha = alpha.map(|alpha| resize::resize(alpha, small.width(), small.height()));
    let degrees = find(&small, alpha.as_ref()).unwrap_or(0.0);
    let on = degrees.abs() >= LEAST;
    Straighten {
        on,
        degrees: if on { degrees } else { 0.0 },
        reason: if on {
            Reason::Askew
        } else {
            Reason::AlreadyGood
        },
    }
}

/// The clockwise turn that levels the lines; `None` when no lines speak clearly.
fn find(small: &Rgb, alpha: Option<&Gray>) -> Option<f32> {
    let (width, height) = (small.width() as usize, small.height() as usize);
    if width < 32 || height < 32 {
        return None;
    }
    let light: Vec<i32> = small
        .data()
        .chunks_exact(3)
        .map(|p| i32::from(p[0]) + 2 * i32::from(p[1]) + i32::from(p[2]))
        .collect();
    let (mut level, mut plumb) = (Vec::new(), Vec::new());
    for y in 1..height - 1 {
        for x in 1..width - 1 {
            if alpha.is_some_and(|alpha| alpha.data()[y * width + x] > 20) {
                continue;
            }
            let at = |dx: usize, dy: usize| light[(y + dy - 1) * width + x + dx - 1];
            let gx = at(2, 0) + 2 * at(2, 1) + at(2, 2) - at(0, 0) - 2 * at(0, 1) - at(0, 2);
            let gy = at(0, 2) + 2 * at(1, 2) + at(2, 2) - at(0, 0) - 2 * at(1, 0) - at(2, 0);
            if gx.abs() + gy.abs() < 180 {
                continue;
            }
            let (px, py) = (
                x as f32 - width as f32 / 2.0,
                y as f32 - height as f32 / 2.0,
            );
            // Within 12 degrees of level or plumb.
            if gx.abs() * 5 < gy.abs() {
                level.push((px, py));
            } else if gy.abs() * 5 < gx.abs() {
                // Turned a quarter, plumb lines are level lines.
                plumb.push((py, -px));
            }
        }
    }
    let level = gather(&level, width, height);
    let plumb = gather(&plumb, height, width);
    match (level, plumb) {
        (Some(a), Some(b)) if (a - b).abs() <= 1.0 => Some((a + b) / 2.0),
        // Two directions that disagree are perspective, not tilt.
        (Some(_), Some(_)) | (None, None) => None,
        (Some(one), None) | (None, Some(one)) => Some(one),
    }
}

/// The angle at which the points fall into the fewest lines.
fn gather(points: &[(f32, f32)], along: usize, across: usize) -> Option<f32> {
    if points.len() < along / 3 {
        return None;
    }
    let steps = (MOST / STEP) as i32;
    let bins = along + across;
    let mut scores = Vec::new();
    let mut count = vec![0_u32; bins];
    for step in -steps..=steps {
        let degrees = step as f32 * STEP;
        let (sin, cos) = degrees.to_radians().sin_cos();
        count.fill(0);
        for (x, y) in points {
            let rho = y * cos - x * sin + bins as f32 / 2.0;
            if let Some(bin) = count.get_mut(rho as usize) {
                *bin += 1;
            }
        }
        let energy: f64 = count.iter().map(|n| f64::from(*n) * f64::from(*n)).sum();
        let longest = count.iter().copied().max().unwrap_or(0);
        scores.push((degrees, energy, longest));
    }
    let mean = scores.iter().map(|(_, energy, _)| energy).sum::<f64>() / scores.len() as f64;
    let (at, best) = scores
        .iter()
        .enumerate()
        .max_by(|a, b| a.1.1.total_cmp(&b.1.1))?;
    let clear = best.1 >= f64::from(CLEAR) * mean && best.2 as f32 >= LONG * along as f32;
    // A peak at the end of the range belongs to something steeper.
    if !clear || at == 0 || at + 1 == scores.len() {
        return None;
    }
    // A parabola through the peak and its neighbours gives the fraction of a step.
    let (before, after) = (scores[at - 1].1, scores[at + 1].1);
    let bend = before - 2.0 * best.1 + after;
    let shift = if bend.abs() > 1e-9 {
        (0.5 * (before - after) / bend) as f32
    } else {
        0.0
    };
    Some(-(best.0 + shift.clamp(-0.5, 0.5) * STEP))
}

/// Turns clockwise by `degrees` (-45 to 45) about the middle and cuts to the largest frame of the same proportions without empty corners.
pub fn turn(photo: &Rgb, degrees: f32) -> Rgb {
    let degrees = if degrees.is_finite() {
        degrees.clamp(-45.0, 45.0)
    } else {
        0.0
    };
    let (width, height) = (photo.width() as f32, photo.height() as f32);
    if degrees == 0.0 || photo.width() < 4 || photo.height() < 4 {
        return photo.clone();
    }
    let (sin, cos) = degrees.to_radians().sin_cos();
    let s = sin.abs();
    let scale = (width / (width * cos + height * s)).min(height / (width * s + height * cos));
    let out_width = ((width * scale) as u32).max(1);
    let out_height = ((height * scale) as u32).max(1);
    let mut out = Rgb::filled(out_width, out_height, 0);
    let (mid_x, mid_y) = (width / 2.0, height / 2.0);
    out.data_mut()
        .par_chunks_mut(out_width as usize * 3)
        .enumerate()
        .for_each(|(y, row)| {
            let dy = y as f32 + 0.5 - out_height as f32 / 2.0;
            for (x, pixel) in row.chunks_exact_mut(3).enumerate() {
                let dx = x as f32 + 0.5 - out_width as f32 / 2.0;
                let from_x = mid_x + dx * cos + dy * sin - 0.5;
                let from_y = mid_y - dx * sin + dy * cos - 0.5;
                pixel.copy_from_slice(&sample(photo, from_x, from_y));
            }
        });
    out
}

/// Catmull-Rom between the sixteen pixels around a place.
fn sample(photo: &Rgb, x: f32, y: f32) -> [u8; 3] {
    let (width, height) = (photo.width() as i64, photo.height() as i64);
    let (fx, fy) = (x.floor(), y.floor());
    let (wx, wy) = (weights(x - fx), weights(y - fy));
    let (ix, iy) = (fx as i64, fy as i64);
    let mut sum = [0.0_f32; 3];
    for (row, wy) in wy.into_iter().enumerate() {
        let from_y = (iy + row as i64 - 1).clamp(0, height - 1) * width;
        for (column, wx) in wx.into_iter().enumerate() {
            let from_x = (ix + column as i64 - 1).clamp(0, width - 1);
            let start = (from_y + from_x) as usize * 3;
            let weight = wx * wy;
            for (sum, value) in sum.iter_mut().zip(&photo.data()[start..start + 3]) {
                *sum += weight * f32::from(*value);
            }
        }
    }
    sum.map(|value| (value + 0.5).clamp(0.0, 255.0) as u8)
}

fn weights(t: f32) -> [f32; 4] {
    [
        t * (-0.5 + t * (1.0 - 0.5 * t)),
        1.0 + t * t * (-2.5 + 1.5 * t),
        t * (0.5 + t * (2.0 - 1.5 * t)),
        t * t * (-0.5 + 0.5 * t),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bright wall over a dark table whose edge is tilted clockwise by `degrees`.
    fn tilted(degrees: f32) -> Rgb {
        let slope = degrees.to_radians().tan();
        let mut photo = Rgb::filled(400, 300, 220);
        for y in 0..300 {
            for x in 0..400 {
                if y as f32 > 170.0 + (x as f32 - 200.0) * slope {
                    photo.set_pixel(x, y, [90, 70, 50]);
                }
            }
        }
        photo
    }

    #[test]
    fn a_tilted_table_is_levelled() {
        for degrees in [-5.0_f32, -2.0, 1.5, 4.0] {
            let plan = analyse(&tilted(degrees), None);
            assert!(
                plan.on && (plan.degrees + degrees).abs() < 0.4,
                "{degrees}: {plan:?}"
            );
            let left = analyse(&turn(&tilted(degrees), plan.degrees), None);
            assert!(!left.on, "{degrees}: {left:?}");
        }
    }

    #[test]
    fn level_empty_and_steep_photos_are_left_alone() {
        for photo in [
            tilted(0.0),
            tilted(25.0),
            Rgb::filled(300, 300, 7),
            Rgb::filled(3, 3, 7),
        ] {
            assert!(!analyse(&photo, None).on);
        }
    }

    #[test]
    fn a_turned_photo_has_no_empty_corner() {
        for degrees in [-7.0, 3.3, 44.0, f32::NAN] {
            assert!(
                turn(&Rgb::filled(90, 60, 200), degrees)
                    .data()
                    .iter()
                    .all(|v| *v == 200)
            );
        }
    }
}
