//! Any picture made into an upright one that can move.
//!
//! A subject that fits is cropped to and followed; where the crop would cut it,
//! the picture keeps its width and its own ground is carried on above and below,
//! softened, until nobody sees where it ended.

use super::plane::View;
use super::{HEIGHT, WIDTH};
use crate::canvas::{Canvas, times};
use crate::picture::{self, Picture};

/// Where the subject's middle stands on the frame, as a share of its height: above the captions.
const FOCUS: f32 = 0.40;
/// A picture is never enlarged further than this.
const LARGEST: f32 = 3.2;

/// A move over a layer: the middle of the view and its size, at the start and the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Move {
    /// Middle and scale (source pixels per frame pixel) at the start.
    pub(super) from: (f64, f64, f64),
    /// The same at the end.
    pub(super) to: (f64, f64, f64),
}

impl Move {
    /// The view after a share of the time, 0 to 1; it starts and ends a little slower.
    pub(super) fn at(&self, share: f64) -> View {
        let t = share.clamp(0.0, 1.0);
        let eased = 0.55 * t + 0.45 * t * t * (3.0 - 2.0 * t);
        let mix = |a: f64, b: f64| a + (b - a) * eased;
        let step = mix(self.from.2, self.to.2);
        let (x, y) = (mix(self.from.0, self.to.0), mix(self.from.1, self.to.1));
        View {
            x: x - f64::from(WIDTH) / 2.0 * step,
            y: y - f64::from(HEIGHT) / 2.0 * step,
            step,
        }
    }
}

/// A picture prepared for one shot.
pub(super) struct Framed {
    pub(super) canvas: Canvas,
    pub(super) motion: Move,
}

/// The box of what stands out, in shares of width and height: left, top, right, bottom.
pub(super) fn subject(source: &Canvas) -> [f32; 4] {
    const SIDE: usize = 48;
    let window = [0.0, 0.0, source.width as f32, source.height as f32];
    let small = picture::resample(source, window, SIDE as u32, SIDE as u32);
    let (pixels, _) = small.pixels.as_chunks::<4>();
    let color = |x: usize, y: usize| pixels.get(y * SIDE + x).copied().unwrap_or_default();
    let apart = |a: [u8; 4], b: [u8; 4]| -> f32 {
        (0..3).map(|i| f32::from(a[i].abs_diff(b[i]))).sum::<f32>()
    };
    let mut weights = vec![0.0_f32; SIDE * SIDE];
    for y in 0..SIDE {
        for x in 0..SIDE {
            // Walls and tables go on to the sides: what differs from both ends of its row stands out.
            let own = color(x, y);
            let off = (0..3)
                .map(|i| apart(own, color(i, y)).min(apart(own, color(SIDE - 1 - i, y))))
                .fold(f32::MAX, f32::min);
            let center = |v: usize| (v as f32 + 0.5) / SIDE as f32 * 2.0 - 1.0;
            let near = 1.0 - 0.5 * (center(x).powi(2) + center(y).powi(2)).min(1.6);
            weights[y * SIDE + x] = off * near;
        }
    }
    let most = weights.iter().copied().fold(0.0, f32::max);
    if most < 24.0 {
        return [0.2, 0.2, 0.8, 0.8];
    }
    weights.iter_mut().for_each(|w| *w = if *w < most * 0.25 { 0.0 } else { w.min(most * 0.5) });
    let range = |along: &dyn Fn(usize) -> f32| {
        let sums: Vec<f32> = (0..SIDE).map(along).collect();
        let total: f32 = sums.iter().sum();
        let reach = |share: f32| {
            let mut sum = 0.0;
            let found = sums.iter().position(|s| {
                sum += s;
                sum >= total * share
            });
            found.unwrap_or(SIDE / 2) as f32 / SIDE as f32
        };
        (reach(0.03), reach(0.97) + 1.0 / SIDE as f32)
    };
    let (x0, x1) = range(&|x| (0..SIDE).map(|y| weights[y * SIDE + x]).sum());
    let (y0, y1) = range(&|y| weights[y * SIDE..(y + 1) * SIDE].iter().sum());
    [x0, y0, x1, y1]
}

/// Prepares a picture; `nth` chooses the move, `closer` (0, 1, …) how near it is seen.
pub(super) fn frame(source: Picture<'_>, nth: usize, closer: usize) -> Framed {
    let source = source.window(0, 0, source.width, source.height, 1400);
    let (pw, ph) = (source.width as f32, source.height as f32);
    let [x0, y0, x1, y1] = subject(&source);
    let (frame_w, frame_h) = (WIDTH as f32, HEIGHT as f32);
    // Room to move in.
    let (lw, lh) = (frame_w * 1.1, frame_h * 1.1);
    let cover = (lw / pw).max(lh / ph);
    let whole = lw / pw;
    let (subject_w, subject_h) = ((x1 - x0) * pw, (y1 - y0) * ph);
    let keep = (frame_w * 0.9 / subject_w).min(frame_h * 0.55 / subject_h);
    let nearer = 1.0 + 0.28 * closer.min(2) as f32;
    let scale = (keep.clamp(whole.min(cover), cover) * nearer).min(LARGEST);
    let (w, h) = (pw * scale, ph * scale);
    // A wide crop leaves the sides to travel over.
    let spare = (w - lw).clamp(0.0, frame_w * 0.16);
    let (lw, lh) = ((lw + spare).round(), lh.round());
    let clamp = |value: f32, size: f32, room: f32| {
        let free = room - size;
        value.clamp(free.min(0.0), free.max(0.0))
    };
    let (cx, cy) = ((x0 + x1) / 2.0 * w, (y0 + y1) / 2.0 * h);
    let left = clamp(lw / 2.0 - cx, w, lw).round();
    let top = clamp(lh * FOCUS - cy, h, lh).round();
    let window = [0.0, 0.0, pw, ph];
    let (w, h) = (w.round().max(1.0), h.round().max(1.0));
    // Only what the layer shows is enlarged.
    let (cut_x, cut_y) = ((-left).max(0.0), (-top).max(0.0));
    let (seen_w, seen_h) = ((w - cut_x).min(lw), (h - cut_y).min(lh));
    let seen = [
        window[0] + cut_x / scale,
        window[1] + cut_y / scale,
        seen_w / scale,
        seen_h / scale,
    ];
    let sharp = picture::resample(&source, seen, seen_w as u32, seen_h as u32);
    let at = (left.max(0.0), top.max(0.0));
    let is_whole = at.0 < 0.5 && at.1 < 0.5 && seen_w >= lw - 0.5 && seen_h >= lh - 0.5;
    let canvas = if is_whole {
        opaque(sharp)
    } else {
        carry_on(&sharp, at, (lw, lh))
    };
    let focus = (
        f64::from((left + cx).clamp(0.0, lw)),
        f64::from((top + cy).clamp(0.0, lh)),
    );
    let motion = choose(nth, f64::from(lw), f64::from(lh), focus);
    Framed { canvas, motion }
}

/// One of the slow moves; the middle of every view keeps the frame inside the layer.
fn choose(nth: usize, lw: f64, lh: f64, focus: (f64, f64)) -> Move {
    let (fw, fh) = (f64::from(WIDTH), f64::from(HEIGHT));
    let inside = |x: f64, y: f64, step: f64| {
        let (hw, hh) = (fw * step / 2.0, fh * step / 2.0);
        (x.clamp(hw, (lw - hw).max(hw)), y.clamp(hh, (lh - hh).max(hh)), step)
    };
    let aim = (focus.0, focus.1 + fh * (0.5 - f64::from(FOCUS)));
    let far = inside(lw / 2.0, lh / 2.0, 1.095);
    let near = inside(aim.0, aim.1, 1.0);
    let travel = (lw - fw * 1.03) / 2.0;
    match nth % 4 {
        0 => Move { from: far, to: near },
        1 => Move {
            from: inside(aim.0 - travel, aim.1, 1.03),
            to: inside(aim.0 + travel, aim.1, 1.03),
        },
        2 => Move { from: near, to: far },
        _ => Move {
            from: inside(aim.0 + travel, aim.1 + 40.0, 1.045),
            to: inside(aim.0 - travel, aim.1 - 40.0, 1.0),
        },
    }
}

/// What shows through is white, as on paper.
fn opaque(mut canvas: Canvas) -> Canvas {
    let (pixels, _) = canvas.pixels.as_chunks_mut::<4>();
    for [r, g, b, a] in pixels {
        let rest = 255 - *a;
        *r = r.saturating_add(rest);
        *g = g.saturating_add(rest);
        *b = b.saturating_add(rest);
        *a = 255;
    }
    canvas
}

/// Puts a picture on a layer whose ground goes on where the picture ends.
fn carry_on(sharp: &Canvas, (x, y): (f32, f32), (lw, lh): (f32, f32)) -> Canvas {
    const CELL: f32 = 24.0;
    let sharp = opaque(sharp.clone());
    let (sw, sh) = (sharp.width as f32, sharp.height as f32);
    let cells = |length: f32| ((length / CELL).ceil() as u32).max(2);
    let all = [0.0, 0.0, sw, sh];
    let small = picture::resample(&sharp, all, cells(sw), cells(sh));
    let (gw, gh) = (cells(lw) as usize, cells(lh) as usize);
    let (pixels, _) = small.pixels.as_chunks::<4>();
    let (small_w, small_h) = (small.width as usize, small.height as usize);
    let mut ground: Vec<[f32; 4]> = Vec::with_capacity(gw * gh);
    let nearest = |cell: usize, start: f32, count: usize| {
        let at = ((cell as f32 + 0.5) * CELL - start) / CELL;
        (at.max(0.0) as usize).min(count - 1)
    };
    for row in 0..gh {
        for column in 0..gw {
            let (cx, cy) = (nearest(column, x, small_w), nearest(row, y, small_h));
            let pixel = pixels.get(cy * small_w + cx).copied().unwrap_or([255; 4]);
            ground.push(pixel.map(f32::from));
        }
    }
    for _ in 0..3 {
        soften(&mut ground, gw, gh, 3);
    }
    let soft = Canvas {
        width: gw as u32,
        height: gh as u32,
        pixels: ground.iter().flat_map(|p| p.map(|v| (v + 0.5) as u8)).collect(),
    };
    let shown = [0.0, 0.0, lw / CELL, lh / CELL];
    let mut out = opaque(picture::resample(&soft, shown, lw as u32, lh as u32));
    // The picture's own edges fade where they do not meet the layer's.
    let reach = (sh * 0.14).min(150.0);
    let (width, height) = (out.width as usize, sharp.height as usize);
    let edge = |from_start: f32, from_end: f32, starts: bool, ends: bool| {
        let a = if starts { from_start / reach } else { 1.0 };
        let b = if ends { from_end / reach } else { 1.0 };
        let t = a.min(b).clamp(0.0, 1.0);
        t * t * (3.0 - 2.0 * t)
    };
    let (out_pixels, _) = out.pixels.as_chunks_mut::<4>();
    let (in_pixels, _) = sharp.pixels.as_chunks::<4>();
    let columns = sharp.width as usize;
    let (left, top) = (x as usize, y as usize);
    let across: Vec<f32> = (0..columns)
        .map(|i| edge(i as f32, sw - i as f32, x > 0.5, x + sw < lw - 0.5))
        .collect();
    for (row, line) in in_pixels.chunks_exact(columns.max(1)).enumerate() {
        let down = edge(row as f32, (height - row) as f32, y > 0.5, y + sh < lh - 0.5);
        let start = (row + top) * width + left;
        let Some(to) = out_pixels.get_mut(start..start + columns) else {
            continue;
        };
        for ((slot, from), across) in to.iter_mut().zip(line).zip(&across) {
            let strength = (down * across * 255.0 + 0.5) as u32;
            for (channel, value) in slot.iter_mut().zip(from) {
                let mixed = times(u32::from(*value), strength)
                    + times(u32::from(*channel), 255 - strength);
                *channel = mixed.min(255) as u8;
            }
        }
    }
    out
}

/// One box blur of a small picture, edges repeated.
fn soften(pixels: &mut [[f32; 4]], w: usize, h: usize, reach: usize) {
    let mut run = |count: usize, length: usize, at: &dyn Fn(usize, usize) -> usize| {
        for line in 0..count {
            let values: Vec<[f32; 4]> = (0..length).map(|i| pixels[at(line, i)]).collect();
            for i in 0..length {
                let mut sum = [0.0_f32; 4];
                for offset in 0..=2 * reach {
                    let near = (i + offset).saturating_sub(reach).min(length - 1);
                    for (total, value) in sum.iter_mut().zip(values[near]) {
                        *total += value;
                    }
                }
                pixels[at(line, i)] = sum.map(|v| v / (2 * reach + 1) as f32);
            }
        }
    };
    run(h, w, &|line, i| line * w + i);
    run(w, h, &|line, i| i * w + line);
}
