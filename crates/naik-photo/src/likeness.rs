//! How a photo looks, in 64 bits that a new size or a new compression hardly changes.
//!
//! The signs of the lowest waves of a small grey copy (a discrete cosine transform, as pHash does it): of two copies of
//! one photo they differ in a few bits, of two photos in about half. It recognises photos, not screenshots: pages of one
//! app look alike in their lowest waves whatever they say.

use std::f64::consts::PI;

use crate::image::Rgb;
use crate::resize;

/// Side of the small copy, in pixels.
const SIDE: usize = 32;
/// Waves that are looked at in each direction, from the second lowest on: the lowest is how bright all is.
const WAVES: usize = 8;

/// The look of a photo. Two of the same photo differ in a few bits.
pub fn look(pixels: &Rgb) -> u64 {
    let side = SIDE as u32;
    let small = resize::resize(pixels, side, side);
    let grey: Vec<f64> = small
        .data()
        .chunks_exact(3)
        .map(|rgb| {
            // Rec. 601, as cameras weigh colours.
            let [r, g, b] = [0, 1, 2].map(|n| f64::from(rgb.get(n).copied().unwrap_or(0)));
            0.299 * r + 0.587 * g + 0.114 * b
        })
        .collect();
    let waves = waves(&grey);
    let mut sorted = waves.clone();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.get(sorted.len() / 2).copied().unwrap_or(0.0);
    let above = waves.iter().map(|wave| u64::from(*wave > middle));
    above.fold(0, |look, bit| (look << 1) | bit)
}

/// How much of each of the lowest waves is in the grey copy, row by row.
fn waves(grey: &[f64]) -> Vec<f64> {
    let wave = |number: usize, at: usize| {
        ((2 * at + 1) as f64 * number as f64 * PI / (2 * SIDE) as f64).cos()
    };
    // Columns first: rows of the copy become rows of waves.
    let mut across = vec![0.0; SIDE * WAVES];
    for (row, line) in across.chunks_exact_mut(WAVES).zip(grey.chunks_exact(SIDE)) {
        for (number, sum) in row.iter_mut().enumerate() {
            *sum = line
                .iter()
                .enumerate()
                .map(|(at, value)| value * wave(number + 1, at))
                .sum();
        }
    }
    let mut found = Vec::with_capacity(WAVES * WAVES);
    for down in 0..WAVES {
        for number in 0..WAVES {
            let column = across.iter().skip(number).step_by(WAVES).enumerate();
            found.push(column.map(|(at, value)| value * wave(down + 1, at)).sum());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::{DecodeOptions, decode};
    use crate::encode::jpeg;
    use crate::image::Rect;

    const PHOTOS: [&[u8]; 4] = [
        include_bytes!("../../naik-app/demo/keripik-tempe.jpg"),
        include_bytes!("../../naik-app/demo/gerabah-guci.jpg"),
        include_bytes!("../../naik-app/demo/batik-kawung.jpg"),
        include_bytes!("../../naik-app/demo/kopi-bubuk.jpg"),
    ];

    fn read(bytes: &[u8]) -> Rgb {
        decode(bytes, &DecodeOptions::default()).unwrap().pixels
    }

    fn apart(one: &Rgb, other: &Rgb) -> u32 {
        (look(one) ^ look(other)).count_ones()
    }

    #[test]
    fn a_copy_looks_the_same_and_another_photo_does_not() {
        let photos = PHOTOS.map(read);
        for (n, photo) in photos.iter().enumerate() {
            let small = resize::shrink(photo, 640);
            let worn = read(&jpeg(&small, 40).unwrap());
            let tiny = resize::shrink(photo, 320);
            for copy in [&small, &worn, &tiny] {
                assert!(apart(photo, copy) <= 6, "{n}: {}", apart(photo, copy));
            }
            // A strip of two in a hundred cut from one side, as galleries do it: too far to be called the same, and
            // nearer than any other photo.
            let part = Rect {
                x: photo.width() / 50,
                y: 0,
                width: photo.width() - photo.width() / 50,
                height: photo.height(),
            };
            let cut = resize::resize_part(photo, part, part.width, part.height);
            assert!(apart(photo, &cut) <= 14, "{n}: {}", apart(photo, &cut));
            for other in photos.iter().skip(n + 1) {
                assert!(apart(photo, other) > 14, "{n}: {}", apart(photo, other));
            }
        }
    }

    #[test]
    fn nothing_at_all_has_a_look_too() {
        for picture in [
            Rgb::filled(0, 0, 0),
            Rgb::filled(1, 1, 9),
            Rgb::filled(400, 300, 255),
        ] {
            let again = picture.clone();
            assert_eq!(look(&picture), look(&again));
        }
    }
}
