//! The photo at the size where decisions are made.
//!
//! A 12-megapixel photo holds no more about *what* is the product than its
//! 360-pixel copy; full size is only touched along the edge, later.

use rayon::prelude::*;

use crate::image::Rgb;

/// A small copy of a photo with its colours in CIE Lab (D65).
pub(super) struct Working {
    /// The pixels.
    pub(super) rgb: Rgb,
    /// The same in Lab: lightness 0 to 100, a and b about -100 to 100.
    pub(super) lab: Vec<[f32; 3]>,
    /// Width in pixels.
    pub(super) width: usize,
    /// Height in pixels.
    pub(super) height: usize,
    /// Working pixels per photo pixel, at most 1.
    pub(super) scale: f32,
}

impl Working {
    /// Shrinks `photo` until its longer side is at most `side`.
    pub(super) fn new(photo: &Rgb, side: u32) -> Self {
        Self::of_copy(photo, side, photo.width().max(photo.height()))
    }

    /// The same from a smaller copy of a photo whose longer side has `longer`
    /// pixels: a large photo is then read once for all sizes.
    pub(super) fn of_copy(copy: &Rgb, side: u32, longer: u32) -> Self {
        let rgb = shrink(copy, side);
        let scale = rgb.width().max(rgb.height()) as f32 / longer.max(1) as f32;
        let lab = to_lab(&rgb);
        Self {
            width: rgb.width() as usize,
            height: rgb.height() as usize,
            rgb,
            lab,
            scale,
        }
    }

    /// Number of pixels.
    pub(super) fn len(&self) -> usize {
        self.width * self.height
    }
}

/// The average of the source pixels under each target pixel; never enlarges.
///
/// Weights are exact to 1/256 of a pixel, and only a few rows are in flight,
/// so that a large photo costs one pass over it.
pub(super) fn shrink(photo: &Rgb, side: u32) -> Rgb {
    let (width, height) = (photo.width(), photo.height());
    let longer = width.max(height);
    if longer <= side || side == 0 {
        return photo.clone();
    }
    let target = |length: u32| {
        ((u64::from(length) * u64::from(side) + u64::from(longer) / 2) / u64::from(longer)).max(1)
            as usize
    };
    let (new_width, new_height) = (target(width), target(height));
    let columns = spans(width as usize, new_width);
    let rows = spans(height as usize, new_height);
    let stride = width as usize * 3;
    let mut data = vec![0; new_width * new_height * 3];
    data.par_chunks_exact_mut(new_width * 3)
        .zip(rows.par_iter())
        .for_each(|(out, span)| {
            let mut sum = vec![0_u32; stride];
            let mut weight = 0;
            for (y, share) in span.iter() {
                weight += share;
                let row = &photo.data()[y * stride..(y + 1) * stride];
                for (total, &value) in sum.iter_mut().zip(row) {
                    *total += u32::from(value) * share;
                }
            }
            for (pixel, span) in out.chunks_exact_mut(3).zip(&columns) {
                let mut total = [0_u64; 3];
                let mut area = 0;
                for (x, share) in span.iter() {
                    area += u64::from(share);
                    for (channel, sum) in total.iter_mut().zip(&sum[x * 3..x * 3 + 3]) {
                        *channel += u64::from(*sum) * u64::from(share);
                    }
                }
                let area = area * u64::from(weight);
                for (value, total) in pixel.iter_mut().zip(total) {
                    *value = ((total + area / 2) / area.max(1)) as u8;
                }
            }
        });
    Rgb::from_data(new_width as u32, new_height as u32, data)
        .unwrap_or_else(|| Rgb::filled(1, 1, 0))
}

/// The source pixels under one target pixel, in 1/256 of a pixel.
struct Span {
    from: u64,
    to: u64,
}

impl Span {
    fn iter(&self) -> impl Iterator<Item = (usize, u32)> + '_ {
        (self.from / 256..self.to.div_ceil(256)).map(|index| {
            let low = self.from.max(index * 256);
            let high = self.to.min((index + 1) * 256);
            (index as usize, (high - low) as u32)
        })
    }
}

fn spans(length: usize, target: usize) -> Vec<Span> {
    (0..target)
        .map(|index| Span {
            from: (index * length * 256 / target) as u64,
            to: ((index + 1) * length * 256 / target) as u64,
        })
        .collect()
}

/// sRGB to CIE Lab under D65, by table for the curve and by formula for the cube root.
pub(super) fn to_lab(rgb: &Rgb) -> Vec<[f32; 3]> {
    let linear: Vec<f32> = (0..256)
        .map(|level| {
            let value = level as f32 / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        })
        .collect();
    rgb.data()
        .par_chunks_exact(3)
        .map(|pixel| {
            let [r, g, b] = [pixel[0], pixel[1], pixel[2]].map(|level| linear[level as usize]);
            let x = (0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47;
            let y = 0.212_672_9 * r + 0.715_152_2 * g + 0.072_175 * b;
            let z = (0.019_333_9 * r + 0.119_192 * g + 0.950_304_1 * b) / 1.088_83;
            let [x, y, z] = [x, y, z].map(|t| {
                if t > 0.008_856_452 {
                    t.cbrt()
                } else {
                    t * 7.787_037 + 16.0 / 116.0
                }
            });
            [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
        })
        .collect()
}

/// The squared distance of two colours.
pub(super) fn distance_squared(a: [f32; 3], b: [f32; 3]) -> f32 {
    (a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2) + (a[2] - b[2]).powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shrinking_keeps_the_mean_and_the_shape() {
        let mut photo = Rgb::filled(301, 200, 0);
        for (index, value) in photo.data_mut().iter_mut().enumerate() {
            *value = (index * 7919 % 256) as u8;
        }
        let small = shrink(&photo, 40);
        assert_eq!((small.width(), small.height()), (40, 27));
        let mean = |image: &Rgb| {
            image.data().iter().map(|&v| f64::from(v)).sum::<f64>() / image.data().len() as f64
        };
        assert!((mean(&photo) - mean(&small)).abs() < 1.0);
    }

    #[test]
    fn lab_of_known_colors() {
        let photo = Rgb::from_data(3, 1, vec![255, 255, 255, 0, 0, 0, 255, 0, 0]).unwrap();
        let lab = to_lab(&photo);
        for (found, known) in
            lab.iter()
                .zip([[100.0, 0.0, 0.0], [0.0, 0.0, 0.0], [53.24, 80.09, 67.2]])
        {
            assert!(
                distance_squared(*found, known) < 0.1,
                "{found:?} is not {known:?}"
            );
        }
    }
}
