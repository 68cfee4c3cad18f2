//! Crispness: the fine detail of brightness once more, never its noise.

use rayon::prelude::*;

use super::{Denoise, Reason, Sharpen};
use crate::image::Rgb;

/// Detail (levels of 255) under this is taken for noise.
const CORE: f32 = 2.0;
/// Most that a pixel may change, in levels: no halos.
const MOST: f32 = 14.0;
/// Noise over which nothing is sharpened.
const TOO_NOISY: f32 = 5.0;

pub(super) fn analyse(photo: &Rgb, denoise: &Denoise) -> Sharpen {
    let radius = 1.0;
    if denoise.luminance > TOO_NOISY {
        return Sharpen {
            on: false,
            amount: 0.0,
            radius,
            reason: Reason::NoiseFirst,
        };
    }
    let crisp = crate::quality::crispness(photo);
    // From "a little soft" to "as sharp as a phone gets".
    let amount = ((0.42 - crisp) / 0.2).clamp(0.0, 1.0) * 0.6;
    let on = amount > 0.05;
    let reason = if on {
        Reason::Soft
    } else {
        Reason::AlreadyGood
    };
    Sharpen {
        on,
        amount,
        radius,
        reason,
    }
}

pub(super) fn apply(photo: &mut Rgb, plan: &Sharpen) {
    let (width, height) = (photo.width() as usize, photo.height() as usize);
    let light: Vec<u8> = photo
        .data()
        .par_chunks(3)
        .with_min_len(65_536)
        .map(|p| ((u32::from(p[0]) * 77 + u32::from(p[1]) * 150 + u32::from(p[2]) * 29) >> 8) as u8)
        .collect();
    let reach = (plan.radius.clamp(0.5, 4.0) * 2.0).ceil() as usize;
    let bell: Vec<f32> = (0..=reach)
        .map(|at| (-(at as f32).powi(2) / (2.0 * plan.radius.clamp(0.5, 4.0).powi(2))).exp())
        .collect();
    let total = bell[0] + 2.0 * bell[1..].iter().sum::<f32>();
    photo
        .data_mut()
        .par_chunks_mut((width * 3).max(1))
        .enumerate()
        .for_each_init(
            || vec![0.0_f32; width],
            |down, (y, row)| {
                // Down the columns first, then along the row.
                down.fill(0.0);
                for offset in 0..=2 * reach {
                    let weight = bell[offset.abs_diff(reach)] / total;
                    let from = (y + offset).saturating_sub(reach).min(height - 1);
                    for (sum, value) in down
                        .iter_mut()
                        .zip(&light[from * width..(from + 1) * width])
                    {
                        *sum += weight * f32::from(*value);
                    }
                }
                for (x, pixel) in row.chunks_exact_mut(3).enumerate() {
                    let mut soft = 0.0;
                    for offset in 0..=2 * reach {
                        let from = (x + offset).saturating_sub(reach).min(width - 1);
                        soft += bell[offset.abs_diff(reach)] / total * down[from];
                    }
                    let detail = f32::from(light[y * width + x]) - soft;
                    let kept = detail.signum() * (detail.abs() - CORE).max(0.0);
                    let add = (kept * plan.amount.clamp(0.0, 2.0)).clamp(-MOST, MOST);
                    for value in pixel {
                        *value = (f32::from(*value) + add + 0.5).clamp(0.0, 255.0) as u8;
                    }
                }
            },
        );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_get_steeper_and_flat_ground_stays() {
        let mut photo = Rgb::filled(40, 9, 0);
        for y in 0..9 {
            for x in 0..40 {
                let level = 80 + (f32::from(x as u8) - 17.0).clamp(0.0, 6.0) as u8 * 15;
                photo.set_pixel(x, y, [level; 3]);
            }
        }
        let before = photo.clone();
        apply(
            &mut photo,
            &Sharpen {
                on: true,
                amount: 1.0,
                radius: 1.0,
                reason: Reason::Soft,
            },
        );
        assert!(photo.pixel(17, 4)[0] < before.pixel(17, 4)[0]);
        assert!(photo.pixel(23, 4)[0] > before.pixel(23, 4)[0]);
        assert_eq!(photo.pixel(3, 4), before.pixel(3, 4));
    }
}
