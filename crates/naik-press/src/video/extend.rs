//! A picture's ground carried on beyond its edges.
//!
//! Only the edges are carried on, never what stands in the middle, so no ghost
//! of the product appears; further out, their streaks melt into one colour.

use crate::canvas::{Canvas, times};
use crate::picture;

/// Pixels per cell of the soft ground.
const CELL: f32 = 24.0;

/// What shows through is white, as on paper.
pub(super) fn opaque(mut canvas: Canvas) -> Canvas {
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

type Cell = [f32; 4];

fn mix(a: Cell, b: Cell, t: f32) -> Cell {
    std::array::from_fn(|i| a[i] + (b[i] - a[i]) * t)
}

/// The four edges of a picture, in cells: left, top, right, bottom.
struct Edges {
    sides: [Vec<Cell>; 4],
    means: [Cell; 4],
}

impl Edges {
    fn of(picture: &Canvas) -> Self {
        let count = |length: u32| ((length as f32 / CELL).ceil() as u32).max(2);
        let (w, h) = (count(picture.width), count(picture.height));
        let all = [0.0, 0.0, picture.width as f32, picture.height as f32];
        let small = picture::resample(picture, all, w, h);
        let (pixels, _) = small.pixels.as_chunks::<4>();
        let (w, h) = (w as usize, h as usize);
        let at = |x: usize, y: usize| {
            let pixel = pixels.get(y * w + x).copied();
            pixel.unwrap_or([255; 4]).map(f32::from)
        };
        let sides = [
            (0..h).map(|y| at(0, y)).collect::<Vec<_>>(),
            (0..w).map(|x| at(x, 0)).collect(),
            (0..h).map(|y| at(w - 1, y)).collect(),
            (0..w).map(|x| at(x, h - 1)).collect(),
        ];
        let means = [0, 1, 2, 3].map(|side: usize| {
            let cells: &Vec<Cell> = &sides[side];
            let sum = cells.iter().fold([0.0; 4], |sum: Cell, cell| {
                std::array::from_fn(|i| sum[i] + cell[i])
            });
            sum.map(|v| v / cells.len().max(1) as f32)
        });
        Self { sides, means }
    }

    /// A side's colour at a cell, `distance` cells away from the side.
    fn color(&self, side: usize, cell: f32, distance: f32) -> Cell {
        let cells = &self.sides[side];
        let near = (cell.max(0.0) as usize).min(cells.len() - 1);
        let melt = (distance / 14.0).clamp(0.0, 1.0);
        mix(cells[near], self.means[side], melt * (2.0 - melt) * 0.9)
    }
}

/// Puts an opaque picture at a point of a layer of a size; `free` is how far its
/// edges (left, top, right, bottom) may melt without touching its subject.
pub(super) fn carry_on(
    picture: Canvas,
    (x, y): (f32, f32),
    (lw, lh): (f32, f32),
    free: [f32; 4],
) -> Canvas {
    let (w, h) = (picture.width as f32, picture.height as f32);
    let ends = [x > 0.5, y > 0.5, x + w < lw - 0.5, y + h < lh - 0.5];
    let mut out = ground(&picture, (x, y), (lw, lh), ends);
    let reach: [f32; 4] = std::array::from_fn(|side| (free[side] * 0.85).clamp(16.0, 240.0));
    let strength = |from_start: f32, from_end: f32, start: usize, end: usize| {
        let part = |distance: f32, side: usize| {
            if ends[side] {
                distance / reach[side]
            } else {
                1.0
            }
        };
        let t = part(from_start, start)
            .min(part(from_end, end))
            .clamp(0.0, 1.0);
        t * t * (3.0 - 2.0 * t)
    };
    let across: Vec<f32> = (0..picture.width)
        .map(|i| strength(i as f32 + 0.5, w - i as f32 - 0.5, 0, 2))
        .collect();
    let (columns, left, top) = (picture.width as usize, x as usize, y as usize);
    let stride = out.width as usize;
    let (to, _) = out.pixels.as_chunks_mut::<4>();
    let (from, _) = picture.pixels.as_chunks::<4>();
    for (row, line) in from.chunks_exact(columns.max(1)).enumerate() {
        let down = strength(row as f32 + 0.5, h - row as f32 - 0.5, 1, 3);
        let start = (row + top) * stride + left;
        let Some(to) = to.get_mut(start..start + columns) else {
            continue;
        };
        for ((slot, from), across) in to.iter_mut().zip(line).zip(&across) {
            let strength = (down * across * 255.0 + 0.5) as u32;
            for (channel, value) in slot.iter_mut().zip(from) {
                let (new, old) = (u32::from(*value), u32::from(*channel));
                *channel = (times(new, strength) + times(old, 255 - strength)).min(255) as u8;
            }
        }
    }
    out
}

/// The soft ground of a whole layer.
fn ground(picture: &Canvas, (x, y): (f32, f32), (lw, lh): (f32, f32), ends: [bool; 4]) -> Canvas {
    let edges = Edges::of(picture);
    let (w, h) = (picture.width as f32 / CELL, picture.height as f32 / CELL);
    let (columns, rows) = ((lw / CELL).ceil() as usize, (lh / CELL).ceil() as usize);
    let upright = ends[1] || ends[3];
    let mut cells: Vec<Cell> = Vec::with_capacity(columns * rows);
    for row in 0..rows {
        for column in 0..columns {
            let cx = (column as f32 + 0.5) - x / CELL;
            let cy = (row as f32 + 0.5) - y / CELL;
            let (over_x, over_y) = ((-cx).max(cx - w).max(0.0), (-cy).max(cy - h).max(0.0));
            let side = |start: usize, end: usize, at: f32, length: f32, along: f32, off: f32| {
                let a = edges.color(start, along, off);
                let b = edges.color(end, along, off);
                mix(a, b, (at / length).clamp(0.0, 1.0))
            };
            // Under the picture itself the ground runs from edge to edge.
            cells.push(if over_x > over_y || !upright {
                side(0, 2, cx, w, cy, over_x)
            } else {
                side(1, 3, cy, h, cx, over_y)
            });
        }
    }
    for _ in 0..3 {
        soften(&mut cells, columns, rows, 2);
    }
    let soft = Canvas {
        width: columns as u32,
        height: rows as u32,
        pixels: cells
            .iter()
            .flat_map(|c| c.map(|v| (v + 0.5) as u8))
            .collect(),
    };
    let shown = [0.0, 0.0, lw / CELL, lh / CELL];
    opaque(picture::resample(&soft, shown, lw as u32, lh as u32))
}

/// One box blur of a small picture, edges repeated.
fn soften(cells: &mut [Cell], w: usize, h: usize, reach: usize) {
    let mut run = |count: usize, length: usize, at: &dyn Fn(usize, usize) -> usize| {
        for line in 0..count {
            let values: Vec<Cell> = (0..length).map(|i| cells[at(line, i)]).collect();
            for i in 0..length {
                let mut sum = [0.0_f32; 4];
                for offset in 0..=2 * reach {
                    let near = (i + offset).saturating_sub(reach).min(length - 1);
                    for (total, value) in sum.iter_mut().zip(values[near]) {
                        *total += value;
                    }
                }
                cells[at(line, i)] = sum.map(|v| v / (2 * reach + 1) as f32);
            }
        }
    };
    run(h, w, &|line, i| line * w + i);
    run(w, h, &|line, i| i * w + line);
}
