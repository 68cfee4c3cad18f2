//! Colour and amount of light, carried out in one table per channel.
//!
//! Every pixel with the same value gets the same new value, so a product's
//! parts keep their relation to each other.

use rayon::prelude::*;

use super::{Reason, Retouch, Tone, WhiteBalance};
use crate::image::{Gray, Rgb};
use crate::resize;

const WORK_SIDE: u32 = 480;
/// The brightest (98 % of pixels are darker), in linear light, under which a photo is too dark.
const DIM: f32 = 0.50;
/// Where the brightest of a dark photo is brought.
const LIT: f32 = 0.78;
/// Most stops of brightening: more shows only noise.
const MOST_STOPS: f32 = 1.8;
/// Share of burnt-out pixels over which a photo whose middle tones are bright too is too bright.
const BURNT: f32 = 0.10;
/// Level of the darkest (0.5 %) over which a photo is flat.
const FLAT: f32 = 26.0;

pub(super) fn analyse(photo: &Rgb, alpha: Option<&Gray>, balance: &WhiteBalance) -> Tone {
    let small = resize::shrink(photo, WORK_SIDE);
    let gains = if balance.on { balance.gains } else { [1.0; 3] };
    let decode: [f32; 256] = std::array::from_fn(|level| decode(level as f32 / 255.0));
    let mut light: Vec<f32> = small
        .data()
        .chunks_exact(3)
        .map(|p| {
            let [r, g, b] = [0, 1, 2].map(|c| decode[usize::from(p[c])] * gains[c]);
            0.2126 * r + 0.7152 * g + 0.0722 * b
        })
        .collect();
    let burnt = small
        .data()
        .chunks_exact(3)
        .filter(|p| p.iter().all(|v| *v >= 253))
        .count() as f32
        / light.len().max(1) as f32;
    let product = alpha.and_then(|alpha| product_light(&light, alpha, &small));
    light.sort_unstable_by(f32::total_cmp);
    let quantile = |share: f32| {
        light
            .get((share * light.len().saturating_sub(1) as f32) as usize)
            .copied()
            .unwrap_or(0.0)
    };
    let (dark, middle, bright) = (quantile(0.005), quantile(0.5), quantile(0.98));
    let darkest = encode(dark) * 255.0;
    let mut tone = Tone {
        on: false,
        stops: 0.0,
        black: 0.0,
        reason: Reason::AlreadyGood,
    };
    if bright < DIM && bright > 0.004 {
        tone.stops = (LIT / bright).log2().min(MOST_STOPS);
        tone.reason = Reason::TooDark;
    } else if middle < 0.055 && bright < 0.9 && product.is_none_or(|p| p < 0.06) {
        // A few lamps in a dark room: the middle counts, not the lamps.
        tone.stops = (0.11 / middle.max(0.01)).log2().min(1.0);
        tone.reason = Reason::TooDark;
    } else if burnt > BURNT && middle > 0.62 && product.is_some_and(|p| p > 0.75) {
        tone.stops = -0.3;
        tone.reason = Reason::TooBright;
    }
    if tone.stops == 0.0 && darkest > FLAT && bright - dark < 0.55 {
        tone.black = (darkest * 0.7).min(45.0);
        tone.reason = Reason::Flat;
    }
    tone.on = tone.reason != Reason::AlreadyGood;
    tone
}

/// Mean light of the product.
fn product_light(light: &[f32], alpha: &Gray, small: &Rgb) -> Option<f32> {
    let alpha = resize::resize(alpha, small.width(), small.height());
    let (sum, count) = light
        .iter()
        .zip(alpha.data())
        .filter(|(_, a)| **a > 200)
        .fold((0.0_f32, 0_u32), |(sum, count), (light, _)| {
            (sum + light, count + 1)
        });
    (count > 50).then(|| sum / count as f32)
}

/// Carries white balance and tone out, in place.
pub(super) fn apply(photo: &mut Rgb, plan: &Retouch) {
    let gains = if plan.white_balance.on {
        plan.white_balance.gains
    } else {
        [1.0; 3]
    };
    let (stops, black) = if plan.tone.on {
        (plan.tone.stops, plan.tone.black)
    } else {
        (0.0, 0.0)
    };
    if gains == [1.0; 3] && stops == 0.0 && black == 0.0 {
        return;
    }
    let factor = stops.clamp(-4.0, 4.0).exp2();
    let tables = gains.map(|gain| table(gain.clamp(0.05, 20.0) * factor, black.clamp(0.0, 120.0)));
    photo
        .data_mut()
        .par_chunks_mut(3 * 65_536)
        .for_each(|chunk| {
            for pixel in chunk.chunks_exact_mut(3) {
                for (value, table) in pixel.iter_mut().zip(&tables) {
                    *value = table[usize::from(*value)];
                }
            }
        });
}

fn table(gain: f32, black: f32) -> [u8; 256] {
    std::array::from_fn(|level| {
        let level = ((level as f32 - black) / (255.0 - black)).max(0.0);
        let light = decode(level) * gain;
        // Only brightening can push highlights over the edge: they are rolled off.
        let light = if gain > 1.0 {
            shoulder(light, gain)
        } else {
            light
        };
        (encode(light) * 255.0 + 0.5).clamp(0.0, 255.0) as u8
    })
}

/// Straight up to 0.7, then bent so that the brightest input (`most`) meets white.
fn shoulder(light: f32, most: f32) -> f32 {
    const KNEE: f32 = 0.7;
    if light <= KNEE || most <= 1.0 {
        return light;
    }
    let over = (light - KNEE) / (most - KNEE);
    // Slope at the knee stays 1, the end is level 1.
    let steep = (most - KNEE) / (1.0 - KNEE);
    KNEE + (1.0 - KNEE) * (1.0 - (1.0 - over.min(1.0)).powf(steep))
}

/// sRGB value (0 to 1) to linear light (IEC 61966-2-1).
pub(super) fn decode(value: f32) -> f32 {
    if value <= 0.040_45 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

/// Linear light to sRGB value (0 to 1).
pub(super) fn encode(light: f32) -> f32 {
    if light <= 0.003_130_8 {
        light.max(0.0) * 12.92
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_rise_and_meet_white() {
        for (gain, black) in [(1.0, 0.0), (1.8, 0.0), (3.5, 20.0), (0.6, 40.0)] {
            let table = table(gain, black);
            assert!(
                table.windows(2).all(|two| two[0] <= two[1]),
                "{gain} {black}"
            );
            assert!(gain < 1.0 || table[255] == 255);
        }
        assert!(
            table(1.0, 0.0)
                .iter()
                .enumerate()
                .all(|(level, out)| level == usize::from(*out))
        );
    }

    #[test]
    fn dark_photos_are_brightened_and_good_ones_are_not() {
        let ramp = |top: f32| {
            let data = (0..90_000_u32)
                .flat_map(|at| [(at % 300) as f32 / 300.0 * top; 3].map(|v| v as u8))
                .collect();
            Rgb::from_data(300, 300, data).unwrap()
        };
        let balance = WhiteBalance {
            on: false,
            gains: [1.0; 3],
            reason: Reason::AlreadyGood,
        };
        let dark = analyse(&ramp(120.0), None, &balance);
        assert!(dark.on && dark.reason == Reason::TooDark && dark.stops > 1.0);
        assert!(!analyse(&ramp(250.0), None, &balance).on);
    }
}
