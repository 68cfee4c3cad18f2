//! One output frame: layers are sampled into its planes, sprites are blended over them.

use super::plane::{Columns, Layer, Plane, Sprite, View};

/// The planes of one output frame.
pub(super) struct Frame<'a> {
    pub(super) w: usize,
    pub(super) h: usize,
    pub(super) y: &'a mut [u8],
    pub(super) u: &'a mut [u8],
    pub(super) v: &'a mut [u8],
}

impl<'a> Frame<'a> {
    /// A view of `w * h * 3 / 2` bytes; `None` when there are fewer.
    pub(super) fn of(bytes: &'a mut [u8], w: usize, h: usize) -> Option<Self> {
        let (y, rest) = bytes.split_at_mut_checked(w * h)?;
        let (u, rest) = rest.split_at_mut_checked(w * h / 4)?;
        let v = rest.get_mut(..w * h / 4)?;
        Some(Self { w, h, y, u, v })
    }

    /// Fills the frame with a moving layer.
    pub(super) fn cover(&mut self, layer: &Layer, view: View) {
        let (w, h) = (self.w, self.h);
        for (plane, out, view, w, h) in [
            (&layer.y, &mut *self.y, view, w, h),
            (&layer.u, &mut *self.u, view.half(), w / 2, h / 2),
            (&layer.v, &mut *self.v, view.half(), w / 2, h / 2),
        ] {
            let mut columns = Columns::of(plane, view, 0, w);
            for (row, line) in out.chunks_exact_mut(w).take(h).enumerate() {
                columns.row(plane, view, row, line);
            }
        }
    }

    /// Puts a moving sprite on the frame.
    pub(super) fn place(&mut self, sprite: &Sprite, view: View) {
        let (w, h) = (self.w, self.h);
        let layer = &sprite.layer;
        for (plane, alpha, out, view, w, h) in [
            (&layer.y, &sprite.alpha, &mut *self.y, view, w, h),
            (
                &layer.u,
                &sprite.half,
                &mut *self.u,
                view.half(),
                w / 2,
                h / 2,
            ),
            (
                &layer.v,
                &sprite.half,
                &mut *self.v,
                view.half(),
                w / 2,
                h / 2,
            ),
        ] {
            let span = |at: f64, length: usize, most: usize| {
                let first = (-at / view.step).floor().clamp(0.0, most as f64) as usize;
                let last = ((length as f64 - at) / view.step).ceil();
                (first, last.clamp(first as f64, most as f64) as usize)
            };
            let (left, right) = span(view.x, plane.w, w);
            let (top, bottom) = span(view.y, plane.h, h);
            if right <= left {
                continue;
            }
            let mut columns = Columns::of(plane, view, left, right - left);
            let mut color = vec![0_u8; right - left];
            let mut cover = vec![0_u8; right - left];
            for row in top..bottom {
                columns.row(alpha, view, row, &mut cover);
                columns.row(plane, view, row, &mut color);
                let line = &mut out[row * w + left..row * w + right];
                blend(line, &color, &cover, 256);
            }
        }
    }

    /// Puts a still sprite at an even pixel, lowered by `dy` pixels (any fraction), at a strength of 0 to 256.
    pub(super) fn stamp(&mut self, sprite: &Sprite, x: usize, y: usize, dy: f32, strength: u32) {
        if strength == 0 {
            return;
        }
        let (w, h) = (self.w, self.h);
        let layer = &sprite.layer;
        for (plane, alpha, out, w, h, divisor) in [
            (&layer.y, &sprite.alpha, &mut *self.y, w, h, 1),
            (&layer.u, &sprite.half, &mut *self.u, w / 2, h / 2, 2),
            (&layer.v, &sprite.half, &mut *self.v, w / 2, h / 2, 2),
        ] {
            let (left, top) = (x / divisor, y / divisor);
            let lowered = dy / divisor as f32;
            let whole = lowered.floor();
            let part = ((lowered - whole) * 256.0) as u32;
            let top = top as i64 + whole as i64;
            let width = plane.w.min(w.saturating_sub(left));
            let (mut color, mut cover) = (vec![0_u8; width], vec![0_u8; width]);
            // One row more, where the last row trails off.
            for nth in 0..=plane.h {
                let Some(row) = usize::try_from(top + nth as i64).ok().filter(|r| *r < h) else {
                    continue;
                };
                let line = &mut out[row * w + left..row * w + left + width];
                if part == 0 {
                    let start = nth * plane.w;
                    if nth < plane.h {
                        let colors = &plane.data[start..start + width];
                        blend(line, colors, &alpha.data[start..start + width], strength);
                    }
                    continue;
                }
                between(plane, nth, part, &mut color);
                between(alpha, nth, part, &mut cover);
                blend(line, &color, &cover, strength);
            }
        }
    }
}

/// A row between `nth - 1` and `nth`: `part` of 256 of the former; rows outside are clear.
fn between(plane: &Plane, nth: usize, part: u32, out: &mut [u8]) {
    let row = |nth: Option<usize>| {
        nth.filter(|n| *n < plane.h)
            .map(|n| &plane.data[n * plane.w..(n + 1) * plane.w])
    };
    let (before, after) = (row(nth.checked_sub(1)), row(Some(nth)));
    for (x, slot) in out.iter_mut().enumerate() {
        let value = |row: Option<&[u8]>| row.and_then(|r| r.get(x)).map_or(0, |v| u32::from(*v));
        *slot = ((value(before) * part + value(after) * (256 - part) + 128) >> 8) as u8;
    }
}

/// Premultiplied `color` over a row, at a strength of 0 to 256.
fn blend(line: &mut [u8], color: &[u8], cover: &[u8], strength: u32) {
    let strength = strength.min(256) as u16;
    for ((slot, color), cover) in line.iter_mut().zip(color).zip(cover) {
        let color = (u16::from(*color) * strength) >> 8;
        let rest = 255 - ((u16::from(*cover) * strength) >> 8);
        // `rest / 255` as `(v * rest + 128) * 257 >> 16`, exact for bytes.
        let product = u16::from(*slot) * rest + 128;
        let under = (product + (product >> 8)) >> 8;
        *slot = (color + under).min(255) as u8;
    }
}

/// Mixes `other` into `out`: 0 keeps `out`, 256 takes `other`.
pub(super) fn dissolve(out: &mut [u8], other: &[u8], share: u32) {
    let share = share.min(256) as u16;
    for (slot, other) in out.iter_mut().zip(other) {
        *slot = ((u16::from(*slot) * (256 - share) + u16::from(*other) * share) >> 8) as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::Canvas;

    #[test]
    fn a_stamp_between_rows_keeps_its_weight() {
        let canvas = Canvas {
            width: 8,
            height: 8,
            pixels: [255, 255, 255, 255].repeat(64),
        };
        let sprite = Sprite::of(&canvas);
        let mut sums = Vec::new();
        for dy in [0.0, 0.25, 0.5, 1.75] {
            let mut bytes = vec![0; 32 * 32 * 3 / 2];
            let mut frame = Frame::of(&mut bytes, 32, 32).unwrap();
            frame.stamp(&sprite, 4, 4, dy, 256);
            sums.push(frame.y.iter().map(|v| u32::from(*v)).sum::<u32>());
        }
        assert!(sums.iter().all(|s| s.abs_diff(sums[0]) < 40), "{sums:?}");
    }
}
