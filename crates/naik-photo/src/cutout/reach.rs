//! What hangs together with a plain ground.
//!
//! Colour alone can't tell a shadow from a grey product, nor white paint from
//! white paper. But a shadow has no edge towards the ground: from the photo's
//! border one walks into it in small steps, downhill in light. A product, and
//! what lies inside its outline, is behind a step or uphill again.

use super::plain::Departure;
use super::region::around;
use super::working::Working;

/// Longer side in pixels at which the limits below hold; they scale with the copy.
const SIDE: f32 = 200.0;
/// Largest step in Lab units from one pixel to the next, and in deviations of the ground.
const STEP: f32 = 3.0;
const STEP_IN_NOISE: f32 = 1.2;
/// Largest departure in chroma, in Lab units and in deviations of the ground.
const CHROMA: f32 = 6.0;
const CHROMA_IN_NOISE: f32 = 3.5;
/// Least light of a shadow, as a part of the ground's L + 16: darker is a dark product.
const DEEPEST: f32 = 0.30;
/// How much brighter than the fitted surface ground may be, as a part, at least and per deviation.
const BRIGHTER: f32 = 0.05;
const BRIGHTER_PER_NOISE: f32 = 0.03;
/// How much light may return on the way, as a part of the ground's.
const CLIMB: f32 = 0.04;
const CLIMB_PER_NOISE: f32 = 0.025;
/// Narrower passages than this are closed, in pixels to each side.
const PASSAGE: f32 = 2.0;

/// True where the ground, lit or in shadow, can be walked to from the border.
pub(super) fn from_border(
    working: &Working,
    departures: &[Departure],
    noise: [f32; 2],
) -> Vec<bool> {
    let (width, height) = (working.width, working.height);
    let scale = (width.max(height) as f32 / SIDE).max(0.5);
    let step = STEP.max(STEP_IN_NOISE * noise[0]) / scale;
    let chroma = (CHROMA / noise[1]).max(CHROMA_IN_NOISE);
    let brightest = 1.0 + BRIGHTER.max(BRIGHTER_PER_NOISE * noise[0]);
    let steps = steps(working);
    let passable: Vec<bool> = departures
        .iter()
        .zip(&steps)
        .map(|(departure, &taken)| {
            departure.chroma < chroma
                && (DEEPEST..brightest).contains(&departure.light)
                && taken < step
        })
        .collect();
    let reach = (PASSAGE * scale).round().max(1.0) as usize;
    let closed = spread(&invert(&passable), width, reach);
    let open = spread(&invert(&closed), width, reach);
    walk(
        departures,
        &open,
        width,
        height,
        CLIMB.max(CLIMB_PER_NOISE * noise[0]),
    )
}

fn invert(mask: &[bool]) -> Vec<bool> {
    mask.iter().map(|&set| !set).collect()
}

/// Grows a mask to a square of `reach` pixels to each side.
pub(super) fn spread(mask: &[bool], width: usize, reach: usize) -> Vec<bool> {
    let mut rows = vec![false; mask.len()];
    for (out, row) in rows.chunks_exact_mut(width).zip(mask.chunks_exact(width)) {
        let mut until = 0;
        for x in 0..(width + reach) {
            if row.get(x) == Some(&true) {
                until = x + reach + 1;
            }
            // Left side is filled when the pixel is met, right side as it goes on.
            if row.get(x) == Some(&true) {
                out[x.saturating_sub(reach)..=x].fill(true);
            } else if x < width && x < until {
                out[x] = true;
            }
        }
    }
    let height = mask.len() / width.max(1);
    let mut out = vec![false; mask.len()];
    for y in 0..height {
        let near = y.saturating_sub(reach)..(y + reach + 1).min(height);
        for row in near {
            let from = &rows[row * width..(row + 1) * width];
            for (out, &set) in out[y * width..(y + 1) * width].iter_mut().zip(from) {
                *out |= set;
            }
        }
    }
    out
}

/// How far colour changes from one pixel to the next, in Lab units (Sobel on a 3x3 mean).
fn steps(working: &Working) -> Vec<f32> {
    let (width, height) = (working.width, working.height);
    let around =
        |index: usize, length: usize| [index.saturating_sub(1), index, (index + 1).min(length - 1)];
    let smooth: Vec<[f32; 3]> = (0..working.len())
        .map(|pixel| {
            let (columns, rows) = (around(pixel % width, width), around(pixel / width, height));
            let mut sum = [0.0_f32; 3];
            for (row, down) in rows.into_iter().zip([1.0, 2.0, 1.0]) {
                for (column, across) in columns.into_iter().zip([1.0, 2.0, 1.0]) {
                    for (sum, value) in sum.iter_mut().zip(working.lab[row * width + column]) {
                        *sum += down * across * value / 16.0;
                    }
                }
            }
            sum
        })
        .collect();
    (0..working.len())
        .map(|pixel| {
            let [left, x, right] = around(pixel % width, width);
            let [top, y, bottom] = around(pixel / width, height);
            let square = (0..3).map(|channel| {
                let at = |x: usize, y: usize| smooth[y * width + x][channel];
                let across = at(right, top) + 2.0 * at(right, y) + at(right, bottom)
                    - at(left, top)
                    - 2.0 * at(left, y)
                    - at(left, bottom);
                let down = at(left, bottom) + 2.0 * at(x, bottom) + at(right, bottom)
                    - at(left, top)
                    - 2.0 * at(x, top)
                    - at(right, top);
                (across * across + down * down) / 64.0
            });
            square.sum::<f32>().sqrt()
        })
        .collect()
}

/// Floods from the border, the fullest light first, so that each pixel is met
/// by the path that loses least; a pixel with more light than its path kept is
/// not entered.
fn walk(
    departures: &[Departure],
    open: &[bool],
    width: usize,
    height: usize,
    climb: f32,
) -> Vec<bool> {
    const LEVELS: usize = 256;
    let level =
        |light: f32| ((light.clamp(0.0, 1.0) * (LEVELS - 1) as f32) as usize).min(LEVELS - 1);
    let fullness = |pixel: usize| 1.0 - (departures[pixel].light - 1.0).abs();
    let mut reached = vec![false; open.len()];
    let mut waiting: Vec<Vec<(u32, f32)>> = vec![Vec::new(); LEVELS];
    for pixel in 0..open.len() {
        let (x, y) = (pixel % width, pixel / width);
        if open[pixel] && (x == 0 || y == 0 || x + 1 == width || y + 1 == height) {
            reached[pixel] = true;
            waiting[level(fullness(pixel))].push((pixel as u32, fullness(pixel)));
        }
    }
    let mut at = LEVELS;
    while at > 0 {
        let Some((pixel, kept)) = waiting[at - 1].pop() else {
            at -= 1;
            continue;
        };
        let pixel = pixel as usize;
        for other in around(pixel, width, height).into_iter().flatten() {
            let light = fullness(other);
            if reached[other] || !open[other] || light > kept + climb {
                continue;
            }
            reached[other] = true;
            let kept = kept.min(light);
            waiting[level(kept)].push((other as u32, kept));
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cutout::plain::PlainGround;
    use crate::image::Rgb;

    /// A grey ball with its soft shadow on grey paper.
    fn ball() -> Rgb {
        let mut photo = Rgb::filled(200, 160, 0);
        for y in 0..160 {
            for x in 0..200 {
                let (u, v) = (x as f32 - 90.0, y as f32 - 70.0);
                let away = u.hypot(v);
                let shadow = (-((u - 40.0) / 30.0).powi(2) - ((v - 42.0) / 12.0).powi(2)).exp();
                let noise = ((x * 31 + y * 17) % 5) as f32 - 2.0;
                let value = if away < 40.0 {
                    70.0 + 0.8 * (u + 40.0) + noise
                } else {
                    205.0 * (1.0 - 0.55 * shadow) + noise
                };
                photo.set_pixel(x, y, [value as u8, value as u8, (value * 0.98) as u8]);
            }
        }
        photo
    }

    #[test]
    fn a_shadow_is_reached_and_a_product_of_the_same_grey_is_not() {
        let working = Working::new(&ball(), 200);
        let ground = PlainGround::fit(&working);
        let reached = from_border(&working, &ground.departures(&working), ground.noise);
        let at = |x: usize, y: usize| reached[y * 200 + x];
        assert!(at(10, 10) && at(190, 150));
        assert!(at(140, 112), "the shadow's middle");
        let inside = (60..120)
            .flat_map(|x| (45..95).map(move |y| (x, y)))
            .filter(|&(x, y)| at(x, y))
            .count();
        assert!(inside < 60, "{inside} pixels of the ball");
    }

    #[test]
    fn spreading_is_a_square() {
        let mut mask = vec![false; 70];
        mask[3 * 10 + 4] = true;
        let grown = spread(&mask, 10, 2);
        for y in 0..7 {
            for x in 0..10 {
                let near = (2..=6).contains(&x) && (1..=5).contains(&y);
                assert_eq!(grown[y * 10 + x], near, "{x} {y}");
            }
        }
    }
}
