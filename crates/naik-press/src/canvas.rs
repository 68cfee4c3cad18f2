//! A sheet of premultiplied RGBA pixels, and what may be put on it.
//!
//! Colours are blended as they are written (sRGB), as every design tool and
//! browser does; a designer's opacity of 60 % must look like 60 % there.

use naik_core::color::Color;

use crate::geometry::{Path, Rect};
use crate::raster::Mask;

/// What a shape is filled with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Paint {
    /// One colour at an opacity of 0 to 1.
    Flat(Color, f32),
    /// From one colour at `y0` to another at `y1`.
    Down(Color, Color, f32, f32),
    /// From `inner` at the centre to `outer` at `radius` in both opacity and colour.
    Glow {
        center: (f32, f32),
        radius: f32,
        inner: (Color, f32),
        outer: (Color, f32),
    },
    /// One colour whose opacity runs from the first value at the first point to the second at the second.
    Fade(Color, [(f32, f32); 2], [f32; 2]),
}

/// Pixels under construction.
#[derive(Clone)]
pub(crate) struct Canvas {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Premultiplied RGBA.
    pub(crate) pixels: Vec<u8>,
}

/// `a * b / 255`, rounded.
#[inline]
pub(crate) fn times(a: u32, b: u32) -> u32 {
    let t = a * b + 128;
    (t + (t >> 8)) >> 8
}

impl Canvas {
    pub(crate) fn new(width: u32, height: u32, ground: Option<Color>) -> Self {
        let [r, g, b, a] = ground.map_or([0; 4], |Color([r, g, b])| [r, g, b, 255]);
        Self {
            width,
            height,
            pixels: [r, g, b, a].repeat(width as usize * height as usize),
        }
    }

    pub(crate) fn fill(&mut self, path: &Path, paint: Paint) {
        let mask = Mask::fill(path, self.width, self.height);
        self.fill_mask(&mask, paint);
    }

    pub(crate) fn fill_mask(&mut self, mask: &Mask, paint: Paint) {
        for (y, row) in mask.rows() {
            let Some(line) = self.line(mask.x, y, row.len()) else {
                continue;
            };
            match paint {
                Paint::Flat(Color(rgb), opacity) => {
                    let strength = (opacity * 256.0 + 0.5) as u32;
                    for (pixel, cover) in line.iter_mut().zip(row) {
                        if *cover > 0 {
                            over(pixel, rgb, (u32::from(*cover) * strength) >> 8);
                        }
                    }
                }
                _ => {
                    for (dx, (pixel, cover)) in line.iter_mut().zip(row).enumerate() {
                        if *cover > 0 {
                            let x = mask.x + dx as i32;
                            let (rgb, opacity) = sample(paint, x, y);
                            over(pixel, rgb, times(u32::from(*cover), opacity));
                        }
                    }
                }
            }
        }
    }

    /// Puts premultiplied pixels on it, seen through `clip` when there is one, at `opacity` 0 to 1.
    pub(crate) fn put(&mut self, source: &Self, x: i32, y: i32, clip: Option<&Mask>, opacity: f32) {
        let strength = (opacity.clamp(0.0, 1.0) * 255.0 + 0.5) as u32;
        let width = source.width as usize;
        for (sy, row) in source.pixels.chunks_exact(width.max(1) * 4).enumerate() {
            let cy = y + sy as i32;
            let left = x.max(0);
            let skip = (left - x) as usize;
            if skip >= width {
                return;
            }
            let Some(line) = self.line(left, cy, width - skip) else {
                continue;
            };
            let (row, _) = row.as_chunks::<4>();
            for (dx, (pixel, from)) in line.iter_mut().zip(&row[skip..]).enumerate() {
                if from[3] == 0 {
                    continue;
                }
                let cover = clip.map_or(255, |mask| u32::from(mask.at(left + dx as i32, cy)));
                over_premultiplied(pixel, *from, times(cover, strength));
            }
        }
    }

    /// Pixels of a row from `x` on, at most `length` of them; `None` outside.
    fn line(&mut self, x: i32, y: i32, length: usize) -> Option<&mut [[u8; 4]]> {
        let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
        let width = self.width as usize;
        if x >= width || y >= self.height as usize {
            return None;
        }
        let start = y * width + x;
        let (pixels, _) = self.pixels.as_chunks_mut::<4>();
        pixels.get_mut(start..start + length.min(width - x))
    }

    /// The opaque colour of a pixel; `None` outside.
    pub(crate) fn color_at(&self, x: usize, y: usize) -> Option<Color> {
        if x >= self.width as usize || y >= self.height as usize {
            return None;
        }
        let at = (y * self.width as usize + x) * 4;
        match self.pixels.get(at..at + 3)? {
            &[r, g, b] => Some(Color([r, g, b])),
            _ => None,
        }
    }

    /// Interleaved RGB, for an opaque sheet.
    pub(crate) fn rgb(&self) -> Vec<u8> {
        let (pixels, _) = self.pixels.as_chunks::<4>();
        pixels
            .iter()
            .flat_map(|[r, g, b, _]| [*r, *g, *b])
            .collect()
    }

    pub(crate) fn frame(&self) -> Rect {
        Rect::new(0.0, 0.0, self.width as f32, self.height as f32)
    }
}

#[inline]
fn over(pixel: &mut [u8; 4], [r, g, b]: [u8; 3], alpha: u32) {
    let rest = 255 - alpha;
    for (channel, value) in pixel.iter_mut().zip([r, g, b, 255]) {
        *channel =
            (times(u32::from(value), alpha) + times(u32::from(*channel), rest)).min(255) as u8;
    }
}

#[inline]
fn over_premultiplied(pixel: &mut [u8; 4], from: [u8; 4], strength: u32) {
    let rest = 255 - times(u32::from(from[3]), strength);
    for (channel, value) in pixel.iter_mut().zip(from) {
        *channel =
            (times(u32::from(value), strength) + times(u32::from(*channel), rest)).min(255) as u8;
    }
}

/// Colour and opacity (0 to 255) of a paint at a pixel; gradients carry half a level of fixed noise against banding.
fn sample(paint: Paint, x: i32, y: i32) -> ([u8; 3], u32) {
    let (fx, fy) = (x as f32 + 0.5, y as f32 + 0.5);
    let noise = grain(x, y);
    match paint {
        Paint::Flat(color, opacity) => (color.0, (opacity * 255.0 + 0.5) as u32),
        Paint::Down(from, to, y0, y1) => {
            let t = smooth(((fy - y0) / (y1 - y0).max(1.0)).clamp(0.0, 1.0));
            (mix_noisy(from, to, t, noise), 255)
        }
        Paint::Glow {
            center,
            radius,
            inner,
            outer,
        } => {
            let distance = (fx - center.0).hypot(fy - center.1) / radius.max(1.0);
            let t = smooth(distance.clamp(0.0, 1.0));
            let opacity = inner.1 + (outer.1 - inner.1) * t;
            (
                mix_noisy(inner.0, outer.0, t, noise),
                (opacity * 255.0 + noise + 0.5).clamp(0.0, 255.0) as u32,
            )
        }
        Paint::Fade(color, [a, b], [from, to]) => {
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            let t = ((fx - a.0) * dx + (fy - a.1) * dy) / (dx * dx + dy * dy).max(1.0);
            let opacity = from + (to - from) * smooth(t.clamp(0.0, 1.0));
            (color.0, (opacity * 255.0 + 0.5) as u32)
        }
    }
}

fn smooth(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

fn mix_noisy(Color(a): Color, Color(b): Color, t: f32, noise: f32) -> [u8; 3] {
    let mix = |i: usize| {
        let value = f32::from(a[i]) + (f32::from(b[i]) - f32::from(a[i])) * t + noise;
        (value + 0.5).clamp(0.0, 255.0) as u8
    };
    [mix(0), mix(1), mix(2)]
}

/// A number in -0.5..0.5 that depends on the pixel only.
fn grain(x: i32, y: i32) -> f32 {
    let mut n = (x as u32).wrapping_mul(0x9e37_79b1) ^ (y as u32).wrapping_mul(0x85eb_ca77);
    n ^= n >> 15;
    n = n.wrapping_mul(0x2c1b_3c6d);
    n ^= n >> 12;
    (n & 0xffff) as f32 / 65535.0 - 0.5
}
