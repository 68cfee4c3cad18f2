//! From a file's own colour profile to sRGB.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use rayon::prelude::*;

use crate::image::Rgb;

/// Steps a side of the probe cube that tells whether a profile differs from sRGB at all.
const PROBE: [u8; 6] = [0, 51, 102, 153, 204, 255];
/// A profile that moves no probe by more levels than this is sRGB under another name.
const SAME: u8 = 2;

/// Converts in place; `false` when the profile is sRGB already, unreadable or not for RGB, and nothing was done.
pub(super) fn to_srgb(pixels: &mut Rgb, profile: &[u8]) -> bool {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else {
        return false;
    };
    if profile.color_space != DataColorSpace::Rgb {
        return false;
    }
    let Ok(transform) = profile.create_transform_8bit(
        Layout::Rgb,
        &ColorProfile::new_srgb(),
        Layout::Rgb,
        TransformOptions::default(),
    ) else {
        return false;
    };
    let probe: Vec<u8> = PROBE
        .iter()
        .flat_map(|r| PROBE.iter().map(move |g| (r, g)))
        .flat_map(|(r, g)| PROBE.iter().flat_map(move |b| [*r, *g, *b]))
        .collect();
    let mut moved = vec![0; probe.len()];
    if transform.transform(&probe, &mut moved).is_err() {
        return false;
    }
    if probe
        .iter()
        .zip(&moved)
        .all(|(a, b)| a.abs_diff(*b) <= SAME)
    {
        return false;
    }
    pixels
        .data_mut()
        .par_chunks_mut(3 * 16_384)
        .for_each_init(Vec::new, |buffer, chunk| {
            buffer.clear();
            buffer.extend_from_slice(chunk);
            // The lengths match and are multiples of three, which is all that can fail.
            if transform.transform(buffer, chunk).is_err() {
                chunk.copy_from_slice(buffer);
            }
        });
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_p3_green_becomes_a_stronger_srgb_green() {
        let profile = ColorProfile::new_display_p3().encode().unwrap();
        let mut pixels = Rgb::from_data(2, 1, vec![100, 180, 90, 128, 128, 128]).unwrap();
        assert!(to_srgb(&mut pixels, &profile));
        let green = pixels.pixel(0, 0);
        assert!(green[0] < 90 && green[1] >= 180, "{green:?}");
        assert!(
            pixels.pixel(1, 0).iter().all(|v| v.abs_diff(128) <= 1),
            "grey stays grey"
        );
    }

    #[test]
    fn srgb_and_rubbish_change_nothing() {
        let before = Rgb::from_data(1, 1, vec![10, 200, 30]).unwrap();
        let mut pixels = before.clone();
        assert!(!to_srgb(
            &mut pixels,
            &ColorProfile::new_srgb().encode().unwrap()
        ));
        assert!(!to_srgb(&mut pixels, b"rubbish"));
        assert_eq!(pixels, before);
    }
}
