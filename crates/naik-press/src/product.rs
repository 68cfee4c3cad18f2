//! The product, made ready once for every poster and the video: trimmed,
//! brought to a working size, and asked what a designer would ask of it.

use naik_core::color::Color;

use crate::canvas::Canvas;
use crate::error::PressError;
use crate::geometry::Rect;
use crate::picture::{self, Picture};

/// Longest side of the working copy, in pixels.
const WORKING: u32 = 1500;

/// Alpha from which a pixel belongs to the product.
pub(crate) const SOLID: u8 = 24;

/// What is sold, ready to be placed.
#[derive(Clone)]
pub struct Product {
    pub(crate) canvas: Canvas,
    /// Whether it has a background of its own (the cut-out was doubted, or there is none).
    pub(crate) is_photo: bool,
    /// Whether it was cut off by the lower edge of its photo.
    pub(crate) cut_below: bool,
    /// Mean colour of its rim (cut-out) or of its whole (photo).
    pub(crate) rim: Color,
}

impl Product {
    /// A product freed from its background: the box of its alpha is what is placed.
    ///
    /// # Errors
    /// When the buffer has another size than it claims, or nothing is opaque.
    pub fn cutout(picture: Picture<'_>) -> Result<Self, PressError> {
        picture.check()?;
        let (x0, y0, x1, y1) = solid_box(picture).ok_or(PressError::EmptyCutout)?;
        let canvas = working(picture, x0, y0, x1 - x0, y1 - y0);
        let cut_below = y1 == picture.height && {
            let (pixels, _) = canvas.pixels.as_chunks::<4>();
            let width = canvas.width as usize;
            let last = pixels.chunks_exact(width).next_back().unwrap_or_default();
            last.iter().filter(|p| p[3] > 127).count() * 4 > width
        };
        let rim = rim_color(&canvas);
        Ok(Self {
            canvas,
            is_photo: false,
            cut_below,
            rim,
        })
    }

    /// A photo with its background kept: templates frame it.
    ///
    /// # Errors
    /// When the buffer has another size than it claims.
    pub fn photo(picture: Picture<'_>) -> Result<Self, PressError> {
        picture.check()?;
        let mut canvas = working(picture, 0, 0, picture.width, picture.height);
        // A photo is opaque: what shows through would be the poster.
        let (pixels, _) = canvas.pixels.as_chunks_mut::<4>();
        for [r, g, b, a] in pixels {
            let rest = 255 - *a;
            *r = r.saturating_add(rest);
            *g = g.saturating_add(rest);
            *b = b.saturating_add(rest);
            *a = 255;
        }
        let rim = mean(canvas.pixels.as_chunks::<4>().0.iter());
        Ok(Self {
            canvas,
            is_photo: true,
            cut_below: false,
            rim,
        })
    }

    /// Width over height.
    pub(crate) fn aspect(&self) -> f32 {
        self.canvas.width as f32 / self.canvas.height as f32
    }

    /// The product at a size in pixels.
    pub(crate) fn sized(&self, width: u32, height: u32) -> Canvas {
        let window = [
            0.0,
            0.0,
            self.canvas.width as f32,
            self.canvas.height as f32,
        ];
        picture::resample(&self.canvas, window, width, height)
    }

    /// A near view of `width` x `height` pixels: the part that is most the product's own and shows most detail.
    pub(crate) fn closeup(&self, width: u32, height: u32) -> Canvas {
        let [x, y, w, h] = self.closest(width as f32 / height.max(1) as f32);
        picture::resample(&self.canvas, [x, y, w, h], width.max(1), height.max(1))
    }

    /// The window of a near view with a width to height of `aspect`.
    pub(crate) fn closest(&self, aspect: f32) -> [f32; 4] {
        /// Of the product's shorter way through the window.
        const NEAR: f32 = 0.82;
        /// Cells along the longer side.
        const CELLS: f32 = 60.0;
        let (cw, ch) = (self.canvas.width as f32, self.canvas.height as f32);
        let w = (cw * NEAR).min(ch * NEAR * aspect).max(1.0);
        let h = w / aspect;
        let cell = cw.max(ch) / CELLS;
        let (columns, rows) = (
            ((cw / cell).ceil() as usize).max(1),
            ((ch / cell).ceil() as usize).max(1),
        );
        let detail = self.detail(columns, rows);
        let steps = |from: f32, to: f32| (0..=8).map(move |i| from + (to - from) * i as f32 / 8.0);
        let mut best = (f32::MIN, (cw - w) / 2.0, (ch - h) / 2.0);
        for y in steps(0.0, ch - h) {
            for x in steps(0.0, cw - w) {
                let inside =
                    |at: f32, size: f32| (at / cell) as usize..((at + size) / cell) as usize;
                let (mut sum, mut solid, mut count) = (0.0, 0.0, 0.0_f32);
                for row in inside(y, h) {
                    for column in inside(x, w) {
                        let Some((own, sharp)) =
                            detail.get(row.min(rows - 1) * columns + column.min(columns - 1))
                        else {
                            continue;
                        };
                        sum += sharp;
                        solid += own;
                        count += 1.0;
                    }
                }
                let count = count.max(1.0);
                // What is cut at both sides alike looks meant.
                let off = ((x + w / 2.0) / cw - 0.5).abs() + 0.6 * ((y + h / 2.0) / ch - 0.5).abs();
                let score = 2.0 * solid / count + sum / count / 24.0 - 0.8 * off;
                if score > best.0 {
                    best = (score, x, y);
                }
            }
        }
        [best.1, best.2, w, h]
    }

    /// For each cell: how much of it is the product, and how much its light changes there, in levels.
    fn detail(&self, columns: usize, rows: usize) -> Vec<(f32, f32)> {
        let (w, h) = (self.canvas.width as usize, self.canvas.height as usize);
        let (pixels, _) = self.canvas.pixels.as_chunks::<4>();
        let mut sums = vec![(0.0_f32, 0.0_f32, 0.0_f32); columns * rows];
        for (y, line) in pixels.chunks_exact(w).enumerate().step_by(3) {
            for (x, pair) in line.windows(4).enumerate().step_by(3) {
                let [a, _, _, b] = pair else { continue };
                let at = (y * rows / h) * columns + x * columns / w;
                let Some(slot) = sums.get_mut(at) else {
                    continue;
                };
                slot.2 += 1.0;
                if a[3] >= 200 && b[3] >= 200 {
                    slot.0 += 1.0;
                    slot.1 += f32::from(a[1].abs_diff(b[1])).min(60.0);
                }
            }
        }
        sums.iter()
            .map(|(own, sharp, count)| (own / count.max(1.0), sharp / count.max(1.0)))
            .collect()
    }

    /// Whether each cell of a coarse grid holds some of the product.
    pub(crate) fn silhouette(&self, columns: usize, rows: usize) -> Vec<bool> {
        if self.is_photo {
            return vec![true; columns * rows];
        }
        let (w, h) = (self.canvas.width as usize, self.canvas.height as usize);
        let (pixels, _) = self.canvas.pixels.as_chunks::<4>();
        let mut out = vec![false; columns * rows];
        for (y, line) in pixels.chunks_exact(w).enumerate() {
            for (x, pixel) in line.iter().enumerate() {
                if pixel[3] >= SOLID {
                    out[y * rows / h * columns + x * columns / w] = true;
                }
            }
        }
        out
    }
}

/// A window of a picture at the working size.
fn working(picture: Picture<'_>, x: u32, y: u32, w: u32, h: u32) -> Canvas {
    let rough = picture.window(x, y, w, h, WORKING);
    let scale = WORKING as f32 / rough.width.max(rough.height) as f32;
    if scale >= 0.999 {
        return rough;
    }
    let to = |side: u32| ((side as f32 * scale).round() as u32).max(1);
    let window = [0.0, 0.0, rough.width as f32, rough.height as f32];
    picture::resample(&rough, window, to(rough.width), to(rough.height))
}

/// Left, top, right and bottom of what is opaque; right and bottom are exclusive.
fn solid_box(picture: Picture<'_>) -> Option<(u32, u32, u32, u32)> {
    let (pixels, _) = picture.rgba.as_chunks::<4>();
    let mut found: Option<(u32, u32, u32, u32)> = None;
    for (row, y) in pixels.chunks_exact(picture.width as usize).zip(0..) {
        let solid = |p: &[u8; 4]| p[3] >= SOLID;
        let (Some(first), Some(last)) = (row.iter().position(solid), row.iter().rposition(solid))
        else {
            continue;
        };
        let (first, last) = (first as u32, last as u32 + 1);
        found = Some(found.map_or((first, y, last, y + 1), |(x0, y0, x1, _)| {
            (x0.min(first), y0, x1.max(last), y + 1)
        }));
    }
    found
}

/// Mean colour of the pixels near the outline: what has to stand off from the ground.
fn rim_color(canvas: &Canvas) -> Color {
    let (w, h) = (canvas.width as usize, canvas.height as usize);
    let (pixels, _) = canvas.pixels.as_chunks::<4>();
    let reach = (w.max(h) / 40).max(2);
    let solid = |x: usize, y: usize| pixels.get(y * w + x).is_some_and(|p| p[3] > 200);
    let rim = pixels
        .iter()
        .enumerate()
        .step_by(7)
        .filter_map(|(at, pixel)| {
            let (x, y) = (at % w, at / w);
            let inner = x >= reach
                && y >= reach
                && x + reach < w
                && y + reach < h
                && solid(x - reach, y)
                && solid(x + reach, y)
                && solid(x, y - reach)
                && solid(x, y + reach);
            (pixel[3] > 200 && !inner).then_some(pixel)
        });
    mean(rim)
}

fn mean<'a>(pixels: impl Iterator<Item = &'a [u8; 4]>) -> Color {
    let mut sum = [0_u64; 3];
    let mut count = 0_u64;
    for pixel in pixels {
        for (total, value) in sum.iter_mut().zip(pixel) {
            *total += u64::from(*value);
        }
        count += 1;
    }
    Color(sum.map(|s| (s / count.max(1)) as u8))
}

/// How a product throws its shadow.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shadow {
    /// It floats in front of the ground: offset downwards and blur in shares of its height, and opacity.
    Drop(f32, f32, f32),
    /// It stands on a floor: opacity.
    Floor(f32),
}

/// Paints the shadow of `sprite`, placed at `at`, in `color`.
pub(crate) fn cast(canvas: &mut Canvas, sprite: &Canvas, at: Rect, shadow: Shadow, color: Color) {
    match shadow {
        Shadow::Drop(offset, blur, opacity) => {
            let spread = at.h.min(at.w * 1.6);
            let soft = Soft::of(sprite, 1.0, blur * spread);
            soft.paint(canvas, at.x, at.y + offset * spread, color, opacity);
            // Close to the product the shadow is darker: light cannot reach there.
            let near = Soft::of(sprite, 1.0, blur * spread * 0.28);
            near.paint(
                canvas,
                at.x,
                at.y + offset * spread * 0.3,
                color,
                opacity * 0.45,
            );
        }
        Shadow::Floor(opacity) => {
            // The silhouette laid on the floor, faint; then the foot alone, dark where it touches.
            let size = at.w.min(at.h * 1.4);
            for (share, squash, blur, strength) in [
                (1.0, 0.13, 0.045, 0.34),
                (0.16, 0.42, 0.024, 0.55),
                (0.05, 0.6, 0.009, 0.8),
            ] {
                let foot = lower_part(sprite, share);
                let soft = Soft::of(&foot, squash, (blur * size).max(2.0));
                let y = at.bottom() - at.h * share * squash * 0.6;
                soft.paint(canvas, at.x, y, color, opacity * strength);
            }
        }
    }
}

/// The lowest share of a sprite's rows.
fn lower_part(sprite: &Canvas, share: f32) -> Canvas {
    let rows = ((sprite.height as f32 * share) as usize).clamp(1, sprite.height as usize);
    let stride = sprite.width as usize * 4;
    let start = sprite.pixels.len() - rows * stride;
    Canvas {
        width: sprite.width,
        height: rows as u32,
        pixels: sprite.pixels.get(start..).unwrap_or_default().to_vec(),
    }
}

/// A blurred alpha at a quarter of the size.
struct Soft {
    w: usize,
    h: usize,
    pad: usize,
    alpha: Vec<f32>,
}

/// Pixels per cell of a soft mask.
const CELL: usize = 4;

impl Soft {
    /// The alpha of `sprite`, squashed to a share of its height and blurred by about `radius` pixels.
    fn of(sprite: &Canvas, squash: f32, radius: f32) -> Self {
        let radius = radius / CELL as f32;
        let pad = (radius * 2.2).ceil() as usize + 2;
        let inner_w = (sprite.width as usize).div_ceil(CELL);
        let inner_h = ((sprite.height as f32 * squash) as usize)
            .div_ceil(CELL)
            .max(1);
        let (w, h) = (inner_w + 2 * pad, inner_h + 2 * pad);
        let mut alpha = vec![0.0_f32; w * h];
        let (pixels, _) = sprite.pixels.as_chunks::<4>();
        let (sw, sh) = (sprite.width as usize, sprite.height as usize);
        let rows_per_cell = sh as f32 / inner_h as f32;
        for row in 0..inner_h {
            let top = (row as f32 * rows_per_cell) as usize;
            let bottom = (((row + 1) as f32 * rows_per_cell) as usize).clamp(top + 1, sh);
            let step = ((bottom - top) / 4).max(1);
            for column in 0..inner_w {
                let (mut sum, mut count) = (0_u32, 0_u32);
                for y in (top..bottom).step_by(step) {
                    for x in (column * CELL..((column + 1) * CELL).min(sw)).step_by(2) {
                        sum += u32::from(pixels[y * sw + x][3]);
                        count += 1;
                    }
                }
                alpha[(row + pad) * w + column + pad] = sum as f32 / count.max(1) as f32 / 255.0;
            }
        }
        let mut soft = Self { w, h, pad, alpha };
        // Three box blurs come close to a Gaussian.
        for _ in 0..3 {
            soft.blur(radius * 0.58);
        }
        soft
    }

    fn blur(&mut self, radius: f32) {
        let reach = radius.max(0.5);
        let whole = reach.floor() as usize;
        let part = reach - whole as f32;
        let scale = 1.0 / (2.0 * reach + 1.0);
        let run = |line: &[f32], out: &mut [f32]| {
            let at = |i: isize| {
                usize::try_from(i)
                    .ok()
                    .and_then(|i| line.get(i))
                    .copied()
                    .unwrap_or(0.0)
            };
            let whole = whole as isize;
            let mut sum: f32 = (-whole..=whole).map(at).sum();
            for (i, slot) in out.iter_mut().enumerate() {
                let i = i as isize;
                *slot = (sum + part * (at(i - whole - 1) + at(i + whole + 1))) * scale;
                sum += at(i + whole + 1) - at(i - whole);
            }
        };
        let mut line = vec![0.0; self.w];
        for row in self.alpha.chunks_exact_mut(self.w) {
            run(row, &mut line);
            row.copy_from_slice(&line);
        }
        let mut column = vec![0.0; self.h];
        let mut out = vec![0.0; self.h];
        for x in 0..self.w {
            for (y, slot) in column.iter_mut().enumerate() {
                *slot = self.alpha[y * self.w + x];
            }
            run(&column, &mut out);
            for (y, value) in out.iter().enumerate() {
                self.alpha[y * self.w + x] = *value;
            }
        }
    }

    /// Paints it with its inner top left corner at a point of the canvas.
    fn paint(&self, canvas: &mut Canvas, x: f32, y: f32, Color(rgb): Color, opacity: f32) {
        let (left, top) = (x - (self.pad * CELL) as f32, y - (self.pad * CELL) as f32);
        let cell = CELL as f32;
        let x0 = left.max(0.0) as usize;
        let x1 = ((left + self.w as f32 * cell).max(0.0) as usize).min(canvas.width as usize);
        let y0 = top.max(0.0) as usize;
        let y1 = ((top + self.h as f32 * cell).max(0.0) as usize).min(canvas.height as usize);
        let width = canvas.width as usize;
        let (pixels, _) = canvas.pixels.as_chunks_mut::<4>();
        let mut line = vec![0.0_f32; self.w + 1];
        for py in y0..y1 {
            let v = ((py as f32 + 0.5 - top) / cell - 0.5).clamp(0.0, self.h as f32 - 1.001);
            let (row, t) = (v as usize, v.fract());
            let next = (row + 1).min(self.h - 1);
            let (a, b) = (&self.alpha[row * self.w..], &self.alpha[next * self.w..]);
            for ((slot, a), b) in line.iter_mut().zip(&a[..self.w]).zip(b) {
                *slot = a + (b - a) * t;
            }
            for (px, pixel) in pixels[py * width + x0..py * width + x1.max(x0)]
                .iter_mut()
                .enumerate()
            {
                let u = ((px + x0) as f32 + 0.5 - left) / cell - 0.5;
                let u = u.clamp(0.0, self.w as f32 - 1.001);
                let (column, s) = (u as usize, u.fract());
                let value = line[column] + (line[column + 1] - line[column]) * s;
                let strength = value * opacity;
                if strength > 0.002 {
                    for (channel, to) in pixel.iter_mut().zip(rgb) {
                        let from = f32::from(*channel);
                        *channel = (from + (f32::from(to) - from) * strength + 0.5) as u8;
                    }
                    let from = f32::from(pixel[3]);
                    pixel[3] = (from + (255.0 - from) * strength + 0.5) as u8;
                }
            }
        }
    }
}
