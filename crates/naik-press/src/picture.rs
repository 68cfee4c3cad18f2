//! Pictures that come in, and how they are brought to another size.

use std::sync::Arc;

use crate::canvas::{Canvas, times};
use crate::error::PressError;

/// Borrowed pixels: straight alpha, sRGB, rows from the top, 4 bytes per pixel.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// `width * height * 4` bytes: red, green, blue, alpha.
    pub rgba: &'a [u8],
}

/// The same, owned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedPicture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// `width * height * 4` bytes: red, green, blue, alpha.
    pub rgba: Vec<u8>,
}

impl OwnedPicture {
    /// A borrowed view of it.
    pub fn as_picture(&self) -> Picture<'_> {
        Picture {
            width: self.width,
            height: self.height,
            rgba: &self.rgba,
        }
    }
}

/// A picture that is fetched whenever it is looked at, so that those of a film, some ten megabytes each, need not all be in
/// memory.
#[derive(Clone)]
pub struct Waiting(Arc<dyn Fn() -> Option<OwnedPicture> + Send + Sync>);

impl Waiting {
    /// `fetch` gives the picture, the same each time; nothing where it can't be had any more.
    pub fn new(fetch: impl Fn() -> Option<OwnedPicture> + Send + Sync + 'static) -> Self {
        Self(Arc::new(fetch))
    }

    /// The picture.
    pub fn fetch(&self) -> Option<OwnedPicture> {
        (self.0)()
    }
}

impl From<OwnedPicture> for Waiting {
    /// One that is in memory all the time.
    fn from(picture: OwnedPicture) -> Self {
        Self::new(move || Some(picture.clone()))
    }
}

/// The longest side that is accepted, in pixels.
const LONGEST: u32 = 30_000;

impl Picture<'_> {
    pub(crate) fn check(&self) -> Result<(), PressError> {
        let bytes = u64::from(self.width) * u64::from(self.height) * 4;
        let sides = self.width.min(self.height) > 0 && self.width.max(self.height) <= LONGEST;
        if sides && bytes == self.rgba.len() as u64 {
            Ok(())
        } else {
            Err(PressError::PictureSize {
                width: self.width,
                height: self.height,
                bytes: self.rgba.len(),
            })
        }
    }

    /// The pixels of a window of it, premultiplied and, when the window is longer than `most` on a side, shrunk by a whole factor that leaves at least `most`.
    pub(crate) fn window(&self, x: u32, y: u32, w: u32, h: u32, most: u32) -> Canvas {
        let factor = (w.max(h) / most.max(1)).max(1);
        let (cw, ch) = ((w / factor).max(1), (h / factor).max(1));
        let stride = self.width as usize;
        let mut pixels = Vec::with_capacity(cw as usize * ch as usize * 4);
        let (source, _) = self.rgba.as_chunks::<4>();
        let count = factor * factor;
        for row in 0..ch {
            for column in 0..cw {
                let mut sum = [0_u32; 4];
                for dy in 0..factor {
                    let start =
                        (y + row * factor + dy) as usize * stride + (x + column * factor) as usize;
                    for [r, g, b, a] in source.iter().skip(start).take(factor as usize) {
                        let alpha = u32::from(*a);
                        sum[0] += times(u32::from(*r), alpha);
                        sum[1] += times(u32::from(*g), alpha);
                        sum[2] += times(u32::from(*b), alpha);
                        sum[3] += alpha;
                    }
                }
                pixels.extend(sum.map(|s| ((s + count / 2) / count) as u8));
            }
        }
        Canvas {
            width: cw,
            height: ch,
            pixels,
        }
    }
}

/// Weights of the source pixels that make one target pixel.
struct Taps {
    first: usize,
    weights: Vec<f32>,
}

/// Catmull-Rom (Keys, 1981, a = -0.5), widened by the ratio when shrinking; `from` and `length` name the source window.
fn taps(length: f32, from: f32, source: usize, target: usize) -> Vec<Taps> {
    let ratio = length / target as f32;
    let widen = ratio.max(1.0);
    let kernel = |x: f32| {
        let x = x.abs();
        if x < 1.0 {
            (1.5 * x - 2.5) * x * x + 1.0
        } else if x < 2.0 {
            ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
        } else {
            0.0
        }
    };
    (0..target)
        .map(|index| {
            let center = from + (index as f32 + 0.5) * ratio - 0.5;
            let first = (center - 2.0 * widen)
                .ceil()
                .clamp(0.0, source as f32 - 1.0);
            let last = (center + 2.0 * widen)
                .floor()
                .clamp(first, source as f32 - 1.0);
            let mut weights: Vec<f32> = (first as usize..=last as usize)
                .map(|at| kernel((at as f32 - center) / widen))
                .collect();
            let sum: f32 = weights.iter().sum();
            if sum.abs() > 1e-6 {
                weights.iter_mut().for_each(|w| *w /= sum);
            } else {
                weights.truncate(1);
                weights.fill(1.0);
            }
            Taps {
                first: first as usize,
                weights,
            }
        })
        .collect()
}

/// `window` (x, y, w, h in source pixels) of premultiplied pixels at another size.
pub(crate) fn resample(source: &Canvas, window: [f32; 4], width: u32, height: u32) -> Canvas {
    let (sw, sh) = (source.width as usize, source.height as usize);
    let [x, y, w, h] = window;
    let across = taps(w, x, sw, width.max(1) as usize);
    let down = taps(h, y, sh, height.max(1) as usize);
    let first_row = down.first().map_or(0, |t| t.first);
    let last_row = down
        .iter()
        .map(|t| t.first + t.weights.len())
        .max()
        .unwrap_or(sh);
    let (pixels, _) = source.pixels.as_chunks::<4>();
    let columns = across.len();
    // Rows first: one narrow picture of floats with the source's rows.
    let mut narrow: Vec<[f32; 4]> = Vec::with_capacity(columns * (last_row - first_row));
    for row in pixels.chunks_exact(sw).take(last_row).skip(first_row) {
        for tap in &across {
            let mut sum = [0.0_f32; 4];
            for (pixel, weight) in row[tap.first..].iter().zip(&tap.weights) {
                for (total, value) in sum.iter_mut().zip(pixel) {
                    *total += f32::from(*value) * weight;
                }
            }
            narrow.push(sum);
        }
    }
    let mut out = Vec::with_capacity(columns * down.len() * 4);
    let mut line = vec![[0.0_f32; 4]; columns];
    for tap in &down {
        line.fill([0.0; 4]);
        let rows = narrow.chunks_exact(columns).skip(tap.first - first_row);
        for (row, weight) in rows.zip(&tap.weights) {
            for (total, value) in line.iter_mut().zip(row) {
                for (t, v) in total.iter_mut().zip(value) {
                    *t += v * weight;
                }
            }
        }
        for [r, g, b, a] in &line {
            // A premultiplied colour is never above its alpha.
            let alpha = a.clamp(0.0, 255.0);
            let channel = |v: f32| (v.clamp(0.0, alpha) + 0.5) as u8;
            out.extend([channel(*r), channel(*g), channel(*b), (alpha + 0.5) as u8]);
        }
    }
    Canvas {
        width: width.max(1),
        height: height.max(1),
        pixels: out,
    }
}

/// The middle of `source` with the aspect of `width` by `height`, at that size.
pub(crate) fn cover(source: &Canvas, width: u32, height: u32) -> Canvas {
    let (sw, sh) = (source.width as f32, source.height as f32);
    let scale = (width as f32 / sw).max(height as f32 / sh);
    let (w, h) = (width as f32 / scale, height as f32 / scale);
    resample(
        source,
        [(sw - w) / 2.0, (sh - h) / 2.0, w, h],
        width,
        height,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flat_picture_stays_flat() {
        let rgba = [200, 100, 50, 128].repeat(37 * 23);
        let picture = Picture {
            width: 37,
            height: 23,
            rgba: &rgba,
        };
        let canvas = picture.window(0, 0, 37, 23, 10);
        assert_eq!((canvas.width, canvas.height), (12, 7));
        for (w, h) in [(5, 4), (40, 60), (1, 1)] {
            let out = resample(&canvas, [0.0, 0.0, 12.0, 7.0], w, h);
            for pixel in out.pixels.chunks_exact(4) {
                assert!(pixel[0].abs_diff(100) <= 1 && pixel[3] == 128, "{pixel:?}");
            }
        }
    }

    #[test]
    fn wrong_sizes_are_refused() {
        for (width, height) in [(0, 4), (2, 2), (40_000, 1)] {
            let picture = Picture {
                width,
                height,
                rgba: &[0; 12],
            };
            assert!(picture.check().is_err());
        }
    }
}
