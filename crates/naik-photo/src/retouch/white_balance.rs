//! The colour of the light, told by the brightest thing that still has colour.
//!
//! Almost every product photo holds something that is white or mirrors the
//! lamp: paper, a rim, a highlight. Its colour is the light's. Where highlights
//! are burnt out they are white already, and the estimate holds back by itself.
//! Each channel's maximum may lie on another surface, red on a clay pot and blue
//! on the wall: only when the brightest surface agrees is it the light, or a
//! warm product would be cooled.
//! Measured against this and lost: grey world, shades of grey, grey edge, and a
//! trained model of log-chroma histograms (see `docs/BENCHMARKS.md`).

use super::{Reason, WhiteBalance};
use crate::image::{Gray, Rgb};
use crate::resize;

/// Side at which the light is estimated: averaging takes out noise and hot pixels.
const WORK_SIDE: u32 = 640;
/// Share of pixels that may be brighter than what is taken for white.
const BRIGHTEST: f64 = 0.000_05;
/// Under this angle (degrees between the light's colour and white) a photo is left alone.
const LEAST_DEGREES: f32 = 3.5;
/// Over this angle it is not a lamp but a coloured product on black, or art.
const MOST_DEGREES: f32 = 26.0;
/// When ground and product disagree by more than this about the light, nobody is believed.
const DISAGREE_DEGREES: f32 = 12.0;
/// Share of pixels that make the brightest surface.
const SURFACE: f64 = 0.002;
/// When that surface is nearer to white than the channels' maxima by this angle, they come from differently coloured things.
const MIXED_DEGREES: f32 = 4.0;
/// The ground may speak when its brightest reaches this share of the photo's brightest.
const GROUND_SPEAKS: f32 = 0.5;

pub(super) fn analyse(photo: &Rgb, alpha: Option<&Gray>) -> WhiteBalance {
    let small = resize::shrink(photo, WORK_SIDE);
    let leave = |reason| WhiteBalance {
        on: false,
        gains: [1.0; 3],
        reason,
    };
    let Some(light) = brightest(&small, |_| true) else {
        return leave(Reason::AlreadyGood);
    };
    let degrees = angle(light, [1.0; 3]);
    if degrees < LEAST_DEGREES {
        return leave(Reason::AlreadyGood);
    }
    let surface = brightest_surface(&small);
    if angle(surface, [1.0; 3]) < LEAST_DEGREES {
        return leave(Reason::AlreadyGood);
    }
    let mixed = angle(surface, [1.0; 3]) < degrees && angle(surface, light) > MIXED_DEGREES;
    if degrees > MOST_DEGREES || mixed || ground_disagrees(&small, alpha, light) {
        return leave(Reason::Unsure);
    }
    let luminance = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    let gains = light.map(|value| luminance / value.max(1e-3));
    WhiteBalance {
        on: true,
        gains,
        reason: name(light),
    }
}

/// Whether what lies around the product shows another light; only asked when it is bright enough to tell.
fn ground_disagrees(small: &Rgb, alpha: Option<&Gray>, light: [f32; 3]) -> bool {
    let Some(alpha) = alpha else { return false };
    let alpha = resize::resize(alpha, small.width(), small.height());
    let ground = brightest(small, |at| alpha.data().get(at).is_some_and(|a| *a < 8));
    ground.is_some_and(|ground| {
        let bright = |light: [f32; 3]| light.iter().copied().fold(0.0_f32, f32::max);
        bright(ground) >= GROUND_SPEAKS * bright(light) && angle(ground, light) > DISAGREE_DEGREES
    })
}

fn name(light: [f32; 3]) -> Reason {
    let [r, g, b] = light;
    let warm = r / b.max(1e-3);
    let tint = g / (r * b).sqrt().max(1e-3);
    if (warm.ln()).abs() < (tint.ln()).abs() * 1.2 {
        Reason::TintCast
    } else if warm > 1.0 {
        Reason::WarmCast
    } else {
        Reason::CoolCast
    }
}

/// The value (linear, 0 to 1) that all but the very brightest stay under, channel by channel; `None` when too few pixels count.
fn brightest(image: &Rgb, counts: impl Fn(usize) -> bool) -> Option<[f32; 3]> {
    let mut histogram = [[0_u32; 256]; 3];
    let mut total = 0_u32;
    for (_, pixel) in image
        .data()
        .chunks_exact(3)
        .enumerate()
        .filter(|(at, _)| counts(*at))
    {
        total += 1;
        for (channel, value) in histogram.iter_mut().zip(pixel) {
            channel[usize::from(*value)] += 1;
        }
    }
    if total < 2000 {
        return None;
    }
    let over = (f64::from(total) * BRIGHTEST) as u32;
    let levels = histogram.map(|channel| {
        let mut seen = 0;
        let level = (0..256).rev().find(|level| {
            seen += channel[*level];
            seen > over
        });
        super::light::decode(level.unwrap_or(0) as f32 / 255.0)
    });
    (levels.iter().copied().fold(0.0_f32, f32::max) > 0.01).then_some(levels)
}

/// The middle colour (linear, 0 to 1) of the pixels that are brightest as a whole.
fn brightest_surface(image: &Rgb) -> [f32; 3] {
    let luma = |pixel: &[u8]| {
        (54 * u32::from(pixel[0]) + 183 * u32::from(pixel[1]) + 19 * u32::from(pixel[2])) >> 8
    };
    let mut histogram = [0_u32; 256];
    let mut total = 0_u32;
    for pixel in image.data().chunks_exact(3) {
        histogram[luma(pixel) as usize] += 1;
        total += 1;
    }
    let wanted = (f64::from(total) * SURFACE).max(1.0) as u32;
    let mut seen = 0;
    let least = (0..256).rev().find(|level| {
        seen += histogram[*level];
        seen >= wanted
    });
    let mut channels = [[0_u32; 256]; 3];
    for pixel in image.data().chunks_exact(3) {
        if luma(pixel) as usize >= least.unwrap_or(0) {
            for (channel, value) in channels.iter_mut().zip(pixel) {
                channel[usize::from(*value)] += 1;
            }
        }
    }
    channels.map(|channel| {
        let mut below = 0;
        let middle = (0..256).find(|level| {
            below += channel[*level];
            2 * below >= seen
        });
        super::light::decode(middle.unwrap_or(0) as f32 / 255.0)
    })
}

/// Angle between two colours in linear light, in degrees.
fn angle(a: [f32; 3], b: [f32; 3]) -> f32 {
    let dot = |a: [f32; 3], b: [f32; 3]| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    let cosine = dot(a, b) / (dot(a, a) * dot(b, b)).sqrt().max(1e-9);
    cosine.clamp(-1.0, 1.0).acos().to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grey card, a red product and white paper under a light.
    fn scene(light: [f32; 3]) -> Rgb {
        let mut photo = Rgb::filled(120, 120, 0);
        for y in 0..120 {
            for x in 0..120 {
                let paint = if y < 20 {
                    [0.9, 0.9, 0.9]
                } else if x < 60 {
                    [0.3, 0.3, 0.3]
                } else {
                    [0.5, 0.08, 0.05]
                };
                let pixel = [0, 1, 2].map(|c: usize| {
                    (super::super::light::encode(paint[c] * light[c]) * 255.0).round() as u8
                });
                photo.set_pixel(x, y, pixel);
            }
        }
        photo
    }

    #[test]
    fn casts_are_named_and_taken_out() {
        for (light, reason) in [
            ([1.0, 0.75, 0.45], Reason::WarmCast),
            ([0.6, 0.85, 1.0], Reason::CoolCast),
            ([0.75, 1.0, 0.73], Reason::TintCast),
        ] {
            let plan = analyse(&scene(light), None);
            assert_eq!(plan.reason, reason);
            let left = [0, 1, 2].map(|c: usize| light[c] * plan.gains[c]);
            assert!(angle(left, [1.0; 3]) < 1.0, "{left:?}");
        }
    }

    /// A clay pot on grey paper; the pot's sunlit side is redder and brighter in red than the paper.
    fn pot(paper: [f32; 3]) -> Rgb {
        let mut photo = Rgb::filled(120, 120, 0);
        for y in 0..120 {
            for x in 0..120 {
                let inside = (30..90).contains(&x) && (30..100).contains(&y);
                let lit = 0.55 + 0.45 * (x as f32 - 30.0).clamp(0.0, 60.0) / 60.0;
                let light = if inside {
                    [0.80 * lit, 0.42 * lit, 0.27 * lit]
                } else {
                    paper
                };
                let pixel = light.map(|l| (super::super::light::encode(l) * 255.0).round() as u8);
                photo.set_pixel(x, y, pixel);
            }
        }
        photo
    }

    #[test]
    fn a_warm_product_on_grey_paper_keeps_its_warmth() {
        assert!(!analyse(&pot([0.66, 0.65, 0.63]), None).on);
        assert!(
            !analyse(&pot([0.66, 0.62, 0.56]), None).on,
            "a cream wall is no proof either"
        );
        let plan = analyse(&pot([0.85, 0.62, 0.36]), None);
        assert!(plan.on, "paper under a bulb still shows the bulb");
    }

    #[test]
    fn good_photos_and_coloured_worlds_are_left_alone() {
        assert_eq!(analyse(&scene([1.0; 3]), None).reason, Reason::AlreadyGood);
        assert!(
            !analyse(&scene([1.0, 0.2, 0.05]), None).on,
            "an orange world is no lamp"
        );
        assert!(!analyse(&Rgb::filled(300, 300, 0), None).on);
    }
}
