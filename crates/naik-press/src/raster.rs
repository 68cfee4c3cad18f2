//! Fills outlines with exact pixel coverage.
//!
//! Each edge adds its signed area to the cells that it crosses and a running
//! sum along the row turns areas into coverage (the accumulation method of
//! Levien's font-rs). No sampling pattern, so large letters and slow curves
//! have perfectly even edges.

use crate::geometry::Path;

/// Coverage of a rectangle of pixels, 0 to 255.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mask {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) w: usize,
    pub(crate) h: usize,
    pub(crate) cover: Vec<u8>,
}

impl Mask {
    /// Coverage of `path` within a canvas of `width` by `height` pixels.
    pub(crate) fn fill(path: &Path, width: u32, height: u32) -> Self {
        let Some(bounds) = path.bounds() else {
            return Self::default();
        };
        let clamp = |v: f32, most: u32| v.clamp(0.0, most as f32) as i32;
        let (x0, y0) = (
            clamp(bounds.x.floor(), width),
            clamp(bounds.y.floor(), height),
        );
        let (x1, y1) = (
            clamp(bounds.right().ceil(), width),
            clamp(bounds.bottom().ceil(), height),
        );
        if x1 <= x0 || y1 <= y0 {
            return Self::default();
        }
        let (w, h) = ((x1 - x0) as usize, (y1 - y0) as usize);
        let mut area = Accumulator {
            w,
            h,
            cells: vec![0.0; (w + 2) * h],
        };
        for contour in &path.contours {
            let mut from = match contour.last() {
                Some(last) => (last.0 - x0 as f32, last.1 - y0 as f32),
                None => continue,
            };
            for point in contour {
                let to = (point.0 - x0 as f32, point.1 - y0 as f32);
                area.edge(from, to);
                from = to;
            }
        }
        Self {
            x: x0,
            y: y0,
            w,
            h,
            cover: area.cover(),
        }
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = (i32, &[u8])> {
        (self.y..).zip(self.cover.chunks_exact(self.w.max(1)))
    }

    /// Coverage of a pixel of the canvas; 0 outside.
    pub(crate) fn at(&self, x: i32, y: i32) -> u8 {
        let (dx, dy) = (x - self.x, y - self.y);
        if dx < 0 || dy < 0 || dx as usize >= self.w || dy as usize >= self.h {
            return 0;
        }
        self.cover[dy as usize * self.w + dx as usize]
    }
}

struct Accumulator {
    w: usize,
    h: usize,
    cells: Vec<f32>,
}

impl Accumulator {
    fn edge(&mut self, from: (f32, f32), to: (f32, f32)) {
        if (from.1 - to.1).abs() < 1e-6 {
            return;
        }
        let (sign, top, bottom) = if from.1 < to.1 {
            (1.0, from, to)
        } else {
            (-1.0, to, from)
        };
        let slope = (bottom.0 - top.0) / (bottom.1 - top.1);
        let y_start = top.1.max(0.0);
        let y_end = bottom.1.min(self.h as f32);
        if y_start >= y_end {
            return;
        }
        let mut x = top.0 + (y_start - top.1) * slope;
        let first = y_start as usize;
        let last = (y_end.ceil() as usize).min(self.h);
        for row in first..last {
            let y0 = y_start.max(row as f32);
            let y1 = y_end.min((row + 1) as f32);
            let dy = y1 - y0;
            let next = x + slope * dy;
            self.span(row, sign * dy, x, next);
            x = next;
        }
    }

    /// Adds an edge piece within one row: `height` is signed, `xa` to `xb` its horizontal reach.
    fn span(&mut self, row: usize, height: f32, xa: f32, xb: f32) {
        let most = self.w as f32;
        let (left, right) = if xa < xb { (xa, xb) } else { (xb, xa) };
        let line = row * (self.w + 2);
        if left >= most {
            return;
        }
        if right <= 0.0 {
            self.cells[line] += height;
            return;
        }
        // Beyond the sides the edge counts as upright on the border: only its rows matter there.
        if left < 0.0 || right > most {
            let width = right - left;
            let outside_left = (0.0 - left).max(0.0) / width;
            let outside_right = (right - most).max(0.0) / width;
            self.cells[line] += height * outside_left;
            let inside = 1.0 - outside_left - outside_right;
            if inside > 0.0 {
                self.inner(line, height * inside, left.max(0.0), right.min(most));
            }
            return;
        }
        self.inner(line, height, left, right);
    }

    fn inner(&mut self, line: usize, height: f32, left: f32, right: f32) {
        let first = left.floor();
        let cell = first as usize;
        if right - first <= 1.0 {
            // Within one pixel: the mean distance to the pixel's right side is covered.
            let mean = (left + right) * 0.5 - first;
            self.cells[line + cell] += height * (1.0 - mean);
            self.cells[line + cell + 1] += height * mean;
            return;
        }
        let per_pixel = height / (right - left);
        let head = 1.0 - (left - first);
        let head_area = 0.5 * per_pixel * head * head;
        self.cells[line + cell] += head_area;
        let last = right.ceil() as usize - 1;
        if last == cell + 1 {
            let tail = right - last as f32;
            let tail_area = 0.5 * per_pixel * tail * tail;
            self.cells[line + last] += height - head_area - tail_area;
            self.cells[line + last + 1] += tail_area;
            return;
        }
        let second_area = per_pixel * (head + 0.5);
        self.cells[line + cell + 1] += second_area - head_area;
        for middle in cell + 2..last {
            self.cells[line + middle] += per_pixel;
        }
        let so_far = second_area + (last as f32 - cell as f32 - 2.0) * per_pixel;
        let tail = right - last as f32;
        let tail_area = 0.5 * per_pixel * tail * tail;
        self.cells[line + last] += height - so_far - tail_area;
        self.cells[line + last + 1] += tail_area;
    }

    fn cover(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.w * self.h);
        for row in self.cells.chunks_exact(self.w + 2) {
            let mut sum = 0.0_f32;
            out.extend(row.iter().take(self.w).map(|cell| {
                sum += cell;
                (sum.abs().min(1.0) * 255.0 + 0.5) as u8
            }));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rect;

    fn area(path: &Path) -> f32 {
        let mask = Mask::fill(path, 100, 100);
        mask.cover.iter().map(|c| f32::from(*c) / 255.0).sum()
    }

    #[test]
    fn covers_exactly_the_area() {
        for (path, expected) in [
            (Path::rect(Rect::new(10.25, 10.5, 20.5, 3.25)), 66.625),
            (Path::circle(50.0, 50.0, 30.0), 2827.4),
            (
                Path::polygon(&[(0.0, 0.0), (100.0, 0.0), (0.0, 100.0)]),
                5000.0,
            ),
            // Half of it lies outside.
            (Path::circle(0.0, 50.0, 30.0), 1413.7),
            (Path::circle(100.0, 50.0, 30.0), 1413.7),
            (Path::circle(50.0, 100.0, 30.0), 1413.7),
            (
                Path::circle(50.0, 50.0, 30.0).minus(Path::circle(50.0, 50.0, 10.0)),
                2513.3,
            ),
        ] {
            let got = area(&path);
            assert!(
                (got - expected).abs() < expected * 0.004,
                "{got} {expected}"
            );
        }
    }
}
