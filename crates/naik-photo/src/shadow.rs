//! The shadow that makes a cut-out stand on something.
//!
//! Three parts, as under a real window: a thin dark line where the product
//! touches the ground, the body's own shadow, sharp near the foot and soft far
//! from it, and the dimness that everything on a table has around it.

use crate::image::Gray;
use crate::resize;

/// Where the light comes from and how strong the shadow is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShadowLight {
    /// -1: light from the right, shadow to the left; 0: from the front; 1: light from the left.
    pub direction: f32,
    /// 0: a lamp, sharp; 1: a wide window, soft.
    pub softness: f32,
    /// Darkness of the whole shadow, 0 to 1.
    pub strength: f32,
}

impl Default for ShadowLight {
    fn default() -> Self {
        Self {
            direction: 0.7,
            softness: 0.6,
            strength: 1.0,
        }
    }
}

/// Longest side of the map on which shadows are computed; they are soft, so more shows nothing.
const WORK_SIDE: u32 = 512;
/// How far above the lowest point (share of the product's height) an outline can still touch the ground: a round foot seen from above.
const FOOT: f32 = 0.10;
/// How flat the ground is seen: a point this far up (times its height) throws its shadow so far back.
const FLATTEN: f32 = 0.23;

/// The shadow (0 none, 255 black) of what `alpha` shows, on the same canvas; leave room around the product.
pub fn contact(alpha: &Gray, light: &ShadowLight) -> Gray {
    let small = resize::shrink(alpha, WORK_SIDE);
    let (width, height) = (small.width() as usize, small.height() as usize);
    let map = match Foot::find(&small) {
        Some(foot) => layers(&small, &foot, light),
        None => vec![0.0; width * height],
    };
    let data = map
        .iter()
        .map(|v| (v.clamp(0.0, 1.0) * 255.0 + 0.5) as u8)
        .collect();
    let shadow = Gray::from_data(small.width(), small.height(), data)
        .unwrap_or_else(|| Gray::filled(small.width(), small.height(), 0));
    resize::resize(&shadow, alpha.width(), alpha.height())
}

/// Where a product touches the ground.
struct Foot {
    /// Lowest opaque row of each column, with the weight (0 to 1) of its touching.
    columns: Vec<Option<(usize, f32)>>,
    /// First and last touching column.
    from: usize,
    to: usize,
    /// Lowest row.
    bottom: usize,
    /// Height and width of the product in rows and columns.
    tall: f32,
    wide: f32,
}

impl Foot {
    fn find(alpha: &Gray) -> Option<Self> {
        let (width, height) = (alpha.width() as usize, alpha.height() as usize);
        let data = alpha.data();
        let lowest: Vec<Option<usize>> = (0..width)
            .map(|x| (0..height).rev().find(|y| data[y * width + x] > 127))
            .collect();
        let bottom = lowest.iter().flatten().copied().max()?;
        let top =
            (0..height).find(|y| data[y * width..(y + 1) * width].iter().any(|v| *v > 127))?;
        let left = lowest.iter().position(Option::is_some)?;
        let right = lowest.iter().rposition(Option::is_some)?;
        let tall = (bottom - top + 1) as f32;
        let wide = (right - left + 1) as f32;
        let reach = (tall.min(wide * 1.2) * FOOT).max(1.5);
        let columns: Vec<Option<(usize, f32)>> = lowest
            .into_iter()
            .map(|low| {
                let low = low?;
                let weight = 1.0 - (bottom - low) as f32 / reach;
                (weight > 0.0).then_some((low, weight.min(1.0)))
            })
            .collect();
        let from = columns.iter().position(Option::is_some)?;
        let to = columns.iter().rposition(Option::is_some)?;
        Some(Self {
            columns,
            from,
            to,
            bottom,
            tall,
            wide,
        })
    }
}

fn layers(alpha: &Gray, foot: &Foot, light: &ShadowLight) -> Vec<f32> {
    let (width, height) = (alpha.width() as usize, alpha.height() as usize);
    let span = (foot.to - foot.from + 1) as f32;
    let size = foot.wide.max(foot.tall);
    let soft = 0.5 + light.softness.clamp(0.0, 1.0);

    // The line of touch and the darkness just around it.
    let mut line = vec![0.0_f32; width * height];
    let mut around = vec![0.0_f32; width * height];
    let thick = (size * 0.007).max(1.0);
    let deep = (span * 0.12).clamp(size * 0.02, size * 0.09);
    for (x, low, weight) in foot
        .columns
        .iter()
        .enumerate()
        .filter_map(|(x, c)| c.map(|(low, weight)| (x, low, weight)))
    {
        let paint = |map: &mut [f32], from: f32, to: f32, value: f32| {
            let from = from.max(0.0) as usize;
            let to = (to.max(0.0) as usize).min(height.saturating_sub(1));
            for y in from..=to.max(from).min(height - 1) {
                let cell = &mut map[y * width + x];
                *cell = cell.max(value);
            }
        };
        let low = low as f32;
        paint(
            &mut line,
            low - thick * 2.0,
            low + thick * 0.6,
            weight.sqrt(),
        );
        paint(&mut around, low - deep, low + deep * 0.55, weight);
    }
    blur(&mut line, width, height, size * 0.006 + 0.4);
    blur(&mut around, width, height, size * 0.026 * soft);

    // The body's shadow: the silhouette laid flat, in three heights of growing softness.
    let mut body = vec![0.0_f32; width * height];
    let lean = light.direction.clamp(-1.0, 1.0) * 0.85;
    let slices = 4;
    for slice in 0..slices {
        let mut part = vec![0.0_f32; width * height];
        let middle = slice as f32 / (slices - 1) as f32;
        let spread = 1.0 / (slices - 1) as f32;
        for y in 0..foot.bottom {
            let up = (foot.bottom - y) as f32 / FLATTEN;
            let share = up / foot.tall;
            let weight = 1.0 - (share - middle).abs() / spread;
            let source_y = foot.bottom as f32 - up;
            if weight <= 0.0 || source_y < 0.0 {
                continue;
            }
            let row = source_y as usize * width;
            for x in 0..width {
                let source_x = x as f32 - lean * up;
                if source_x >= 0.0 && source_x < width as f32 {
                    let cover = f32::from(alpha.data()[row + source_x as usize]) / 255.0;
                    part[y * width + x] = cover * weight * (1.0 - 0.40 * share);
                }
            }
        }
        blur(
            &mut part,
            width,
            height,
            size * (0.010 + 0.050 * middle) * soft,
        );
        for (sum, value) in body.iter_mut().zip(&part) {
            *sum += value;
        }
    }

    // The dimness around: a flat ellipse.
    let middle_x = (foot.from + foot.to) as f32 / 2.0 + light.direction * span * 0.06;
    let middle_y = foot.bottom as f32 - deep * 0.4;
    let (radius_x, radius_y) = (span * 0.62 + size * 0.05, span * 0.14 + size * 0.035);
    let strength = light.strength.clamp(0.0, 1.0);
    let mut out = vec![0.0; width * height];
    for y in 0..height {
        for x in 0..width {
            let at = y * width + x;
            let (dx, dy) = (
                (x as f32 - middle_x) / radius_x,
                (y as f32 - middle_y) / radius_y,
            );
            let around_all = (-(dx * dx + dy * dy) * 0.9).exp();
            let passes = (1.0 - 0.82 * line[at])
                * (1.0 - 0.74 * around[at])
                * (1.0 - 0.62 * body[at].min(1.0))
                * (1.0 - 0.30 * around_all);
            out[at] = (1.0 - passes) * strength;
        }
    }
    out
}

/// Gaussian blur by three box blurs, the border's values going on outside; `sigma` in cells.
pub(crate) fn blur(map: &mut [f32], width: usize, height: usize, sigma: f32) {
    if sigma < 0.3 || width == 0 || height == 0 {
        return;
    }
    // Three boxes of this width have the variance of the bell (Kovesi 2010).
    let radius = (((4.0 * sigma * sigma + 1.0).sqrt() - 1.0) / 2.0)
        .round()
        .max(1.0) as usize;
    let mut buffer = vec![0.0; width.max(height)];
    for _ in 0..3 {
        for row in map.chunks_exact_mut(width) {
            box_row(row, &mut buffer, radius);
        }
    }
    let mut column = vec![0.0; height];
    for x in 0..width {
        for (y, cell) in column.iter_mut().enumerate() {
            *cell = map[y * width + x];
        }
        for _ in 0..3 {
            box_row(&mut column, &mut buffer, radius);
        }
        for (y, cell) in column.iter().enumerate() {
            map[y * width + x] = *cell;
        }
    }
}

fn box_row(row: &mut [f32], buffer: &mut [f32], radius: usize) {
    let len = row.len();
    let Some(last) = len.checked_sub(1) else {
        return;
    };
    buffer[..len].copy_from_slice(row);
    let scale = 1.0 / (2 * radius + 1) as f32;
    // The border's values go on outside.
    let mut sum = buffer[0] * radius as f32;
    sum += (0..=radius).map(|at| buffer[at.min(last)]).sum::<f32>();
    for (at, out) in row.iter_mut().enumerate() {
        *out = sum * scale;
        sum += buffer[(at + radius + 1).min(last)] - buffer[at.saturating_sub(radius)];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post() -> Gray {
        let mut alpha = Gray::filled(200, 200, 0);
        for y in 60..160 {
            for x in 80..120 {
                alpha.set_pixel(x, y, [255]);
            }
        }
        alpha
    }

    #[test]
    fn it_is_dark_at_the_foot_and_fades() {
        let shadow = contact(&post(), &ShadowLight::default());
        let at = |x, y| shadow.pixel(x, y)[0];
        assert!(at(100, 160) > 120, "{}", at(100, 160));
        assert!(at(100, 160) > at(100, 170) && at(100, 170) > at(100, 195));
        assert!(at(5, 5) == 0);
    }

    #[test]
    fn it_falls_away_from_the_light() {
        let light = |direction| ShadowLight {
            direction,
            ..ShadowLight::default()
        };
        let left = contact(&post(), &light(-1.0));
        let right = contact(&post(), &light(1.0));
        assert!(right.pixel(140, 150)[0] > left.pixel(140, 150)[0] + 10);
        assert!(left.pixel(60, 150)[0] > right.pixel(60, 150)[0] + 10);
    }

    #[test]
    fn nothing_throws_nothing() {
        for (width, height) in [(0, 0), (1, 1), (40, 7)] {
            let shadow = contact(&Gray::filled(width, height, 0), &ShadowLight::default());
            assert!(shadow.data().iter().all(|v| *v == 0));
        }
    }

    #[test]
    fn blur_keeps_the_sum() {
        let mut map = vec![0.0; 41 * 41];
        map[20 * 41 + 20] = 1.0;
        blur(&mut map, 41, 41, 2.0);
        assert!((map.iter().sum::<f32>() - 1.0).abs() < 1e-3);
    }
}
