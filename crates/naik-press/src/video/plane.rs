//! Planes of YUV (BT.709, limited range) and sampling between their pixels.
//!
//! A picture that moves slowly is never on whole pixels. Each sample is a
//! Catmull-Rom sum of four by four neighbours (Keys, 1981) at its true place:
//! rows first, in fixed point that the compiler turns into vectors, then columns.
//! Layers are prepared at the size of their closest view, so that sampling
//! shrinks by a few per cent at most and nothing shimmers.

use crate::canvas::Canvas;

/// One component of a picture, at least four by four.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plane {
    pub(super) w: usize,
    pub(super) h: usize,
    pub(super) data: Vec<u8>,
}

/// Luma, and chroma at half the size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layer {
    pub(super) y: Plane,
    pub(super) u: Plane,
    pub(super) v: Plane,
}

/// A layer multiplied by its opacity, with the opacity at both sizes.
#[derive(Clone, Debug)]
pub(super) struct Sprite {
    pub(super) layer: Layer,
    pub(super) alpha: Plane,
    pub(super) half: Plane,
}

/// Where a layer lies under the output: output pixel `i` sees the source at `at + i / scale`, edges at whole numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct View {
    /// Source position of the output's left and upper edge, in luma pixels.
    pub(super) x: f64,
    /// The same, downwards.
    pub(super) y: f64,
    /// Source pixels per output pixel.
    pub(super) step: f64,
}

impl View {
    /// The same view for planes of half the size.
    pub(super) fn half(self) -> Self {
        Self {
            x: self.x / 2.0,
            y: self.y / 2.0,
            step: self.step,
        }
    }
}

/// Luma of a colour that is multiplied by an opacity of `a` in 0 to 255.
fn luma(r: f32, g: f32, b: f32, a: f32) -> f32 {
    0.182_586 * r + 0.614_231 * g + 0.062_007 * b + 16.0 / 255.0 * a
}

fn chroma(r: f32, g: f32, b: f32, a: f32) -> (f32, f32) {
    let middle = 128.0 / 255.0 * a;
    (
        0.439_216 * b - 0.100_644 * r - 0.338_572 * g + middle,
        0.439_216 * r - 0.398_942 * g - 0.040_274 * b + middle,
    )
}

fn byte(value: f32) -> u8 {
    (value + 0.5).clamp(0.0, 255.0) as u8
}

/// Luma and chroma of one opaque colour.
pub(super) fn yuv([r, g, b]: [u8; 3]) -> [u8; 3] {
    let (r, g, b) = (f32::from(r), f32::from(g), f32::from(b));
    let (u, v) = chroma(r, g, b, 255.0);
    [byte(luma(r, g, b, 255.0)), byte(u), byte(v)]
}

impl Sprite {
    /// From premultiplied pixels; sides are brought to even numbers of at least 8 with clear pixels.
    pub(super) fn of(canvas: &Canvas) -> Self {
        let side = |v: u32| (v as usize).next_multiple_of(2).max(8);
        let (w, h) = (side(canvas.width), side(canvas.height));
        let (cw, ch) = (canvas.width as usize, canvas.height as usize);
        let (pixels, _) = canvas.pixels.as_chunks::<4>();
        let at = |x: usize, y: usize| {
            let inside = x < cw && y < ch;
            let pixel = inside.then(|| pixels.get(y * cw + x)).flatten();
            pixel.map_or([0.0; 4], |p| p.map(f32::from))
        };
        let plane = |w: usize, h: usize| Plane {
            w,
            h,
            data: Vec::with_capacity(w * h),
        };
        let mut layer = Layer {
            y: plane(w, h),
            u: plane(w / 2, h / 2),
            v: plane(w / 2, h / 2),
        };
        let (mut alpha, mut half) = (plane(w, h), plane(w / 2, h / 2));
        for y in 0..h {
            for x in 0..w {
                let [r, g, b, a] = at(x, y);
                layer.y.data.push(byte(luma(r, g, b, a)));
                alpha.data.push(a as u8);
            }
        }
        for y in (0..h).step_by(2) {
            for x in (0..w).step_by(2) {
                let mut sum = [0.0_f32; 4];
                for pixel in [at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)] {
                    for (total, value) in sum.iter_mut().zip(pixel) {
                        *total += value / 4.0;
                    }
                }
                let [r, g, b, a] = sum;
                let (u, v) = chroma(r, g, b, a);
                layer.u.data.push(byte(u));
                layer.v.data.push(byte(v));
                half.data.push(byte(a));
            }
        }
        Self { layer, alpha, half }
    }
}

/// Four neighbours of a position and their weights.
#[derive(Clone, Copy, Debug)]
struct Tap {
    first: usize,
    weights: [f32; 4],
}

/// Catmull-Rom at `position` (centres at halves) in a row of `length` pixels; what lies outside repeats the edge.
fn tap(position: f64, length: usize) -> Tap {
    let center = position - 0.5;
    let whole = center.floor();
    let t = (center - whole) as f32;
    let (t2, t3) = (t * t, t * t * t);
    let kernel = [
        -0.5 * t3 + t2 - 0.5 * t,
        1.5 * t3 - 2.5 * t2 + 1.0,
        -1.5 * t3 + 2.0 * t2 + 0.5 * t,
        0.5 * t3 - 0.5 * t2,
    ];
    let last = length as i64 - 1;
    let start = (whole as i64 - 1).clamp(0, (last - 3).max(0));
    let mut weights = [0.0; 4];
    for (nth, weight) in kernel.into_iter().enumerate() {
        let at = (whole as i64 - 1 + nth as i64).clamp(0, last) - start;
        if let Some(slot) = usize::try_from(at).ok().and_then(|at| weights.get_mut(at)) {
            *slot += weight;
        }
    }
    Tap {
        first: start as usize,
        weights,
    }
}

/// Weights as whole numbers that sum to `one` exactly, so that flat colour stays flat.
fn fixed(weights: [f32; 4], one: i32) -> [i16; 4] {
    let mut out = weights.map(|w| (w * one as f32).round() as i32);
    let missing = one - out.iter().sum::<i32>();
    let largest = (0..4).max_by_key(|i| out[*i]).unwrap_or(0);
    out[largest] += missing;
    out.map(|w| w as i16)
}

/// Columns of one plane for one view.
pub(super) struct Columns {
    /// Weights of the four neighbours, each in one row, so that a vector takes eight columns at once.
    weights: [Vec<i16>; 4],
    runs: Vec<Run>,
    from: usize,
    to: usize,
    /// One source row after the vertical sum.
    line: Vec<i16>,
}

/// Output columns whose neighbours move along with them: `first` belongs to `start`.
#[derive(Clone, Copy, Debug)]
struct Run {
    start: usize,
    end: usize,
    first: usize,
}

/// Fractions of a weight downwards and across.
const DOWN: i32 = 1 << 7;
const ACROSS: i32 = 1 << 14;

impl Columns {
    /// For output columns `left..left + count`.
    pub(super) fn of(plane: &Plane, view: View, left: usize, count: usize) -> Self {
        let taps: Vec<Tap> = (left..left + count)
            .map(|i| tap(view.x + (i as f64 + 0.5) * view.step, plane.w))
            .collect();
        let from = taps.first().map_or(0, |t| t.first);
        let to = taps.last().map_or(0, |t| t.first + 4).clamp(from, plane.w);
        let mut weights = [const { Vec::new() }; 4];
        let mut runs: Vec<Run> = Vec::new();
        for (at, tap) in taps.iter().enumerate() {
            for (row, weight) in weights.iter_mut().zip(fixed(tap.weights, ACROSS)) {
                row.push(weight);
            }
            let first = tap.first - from;
            match runs.last_mut() {
                Some(run) if run.first + (at - run.start) == first => run.end = at + 1,
                _ => runs.push(Run {
                    start: at,
                    end: at + 1,
                    first,
                }),
            }
        }
        Self {
            weights,
            runs,
            from,
            to,
            line: vec![0; to - from],
        }
    }

    /// Samples output row `row` into `out`.
    pub(super) fn row(&mut self, plane: &Plane, view: View, row: usize, out: &mut [u8]) {
        let tap = tap(view.y + (row as f64 + 0.5) * view.step, plane.h);
        let [wa, wb, wc, wd] = fixed(tap.weights, DOWN);
        let rows = |nth: usize| {
            let start = (tap.first + nth).min(plane.h - 1) * plane.w;
            &plane.data[start + self.from..start + self.to]
        };
        let (a, b, c, d) = (rows(0), rows(1), rows(2), rows(3));
        // Around zero, the four products stay within 16 bits.
        let zero = |v: u8| i16::from(v) - 128;
        for ((((slot, a), b), c), d) in self.line.iter_mut().zip(a).zip(b).zip(c).zip(d) {
            *slot = zero(*a) * wa + zero(*b) * wb + zero(*c) * wc + zero(*d) * wd;
        }
        for run in &self.runs {
            let count = run.end - run.start;
            let near = |nth: usize| self.line.get(run.first + nth..run.first + nth + count);
            let weights = |nth: usize| &self.weights[nth][run.start..run.end];
            let (Some(out), Some(a), Some(b), Some(c), Some(d)) = (
                out.get_mut(run.start..run.end),
                near(0),
                near(1),
                near(2),
                near(3),
            ) else {
                continue;
            };
            let (wa, wb, wc, wd) = (weights(0), weights(1), weights(2), weights(3));
            let product = |v: i16, w: i16| i32::from(v) * i32::from(w);
            for i in 0..count {
                let sum = product(a[i], wa[i])
                    + product(b[i], wb[i])
                    + product(c[i], wc[i])
                    + product(d[i], wd[i]);
                let value = ((sum + (1 << 20)) >> 21) + 128;
                out[i] = value.clamp(0, 255) as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bright, soft spot on dark ground.
    fn spot() -> Plane {
        let (w, h) = (200, 60);
        let data = (0..w * h)
            .map(|i| {
                let (x, y) = ((i % w) as f64 + 0.5 - 100.0, (i / w) as f64 + 0.5 - 30.0);
                (20.0 + 200.0 * (-(x * x + y * y) / 18.0).exp()) as u8
            })
            .collect();
        Plane { w, h, data }
    }

    /// Where the spot is in what the view shows.
    fn center(view: View) -> (f64, f64) {
        let plane = spot();
        let mut columns = Columns::of(&plane, view, 0, 150);
        let mut line = vec![0; 150];
        let (mut sx, mut sy, mut sum) = (0.0, 0.0, 0.0);
        for row in 0..50 {
            columns.row(&plane, view, row, &mut line);
            for (x, value) in line.iter().enumerate() {
                let weight = (f64::from(*value) - 26.0).max(0.0);
                sx += weight * (x as f64 + 0.5);
                sy += weight * (row as f64 + 0.5);
                sum += weight;
            }
        }
        (sx / sum, sy / sum)
    }

    #[test]
    fn slow_motion_has_no_whole_pixel_steps() {
        // A quarter of a pixel per frame: every frame moves, none twice as far.
        let places: Vec<(f64, f64)> = (0..40)
            .map(|n| {
                center(View {
                    x: 20.0 + 0.25 * f64::from(n),
                    y: 4.0 + 0.05 * f64::from(n),
                    step: 1.03,
                })
            })
            .collect();
        for pair in places.windows(2) {
            let step = (pair[0].0 - pair[1].0) * 1.03;
            assert!((0.2..0.3).contains(&step), "{step}");
            let down = (pair[0].1 - pair[1].1) * 1.03;
            assert!((0.02..0.08).contains(&down), "{down}");
        }
    }

    #[test]
    fn flat_stays_flat_and_whole_views_are_exact() {
        let plane = spot();
        let view = View {
            x: 7.0,
            y: 3.0,
            step: 1.0,
        };
        let mut columns = Columns::of(&plane, view, 0, 100);
        let mut line = vec![0; 100];
        columns.row(&plane, view, 20, &mut line);
        assert_eq!(line, plane.data[23 * 200 + 7..23 * 200 + 107]);
        let flat = Plane {
            w: 50,
            h: 50,
            data: vec![235; 2500],
        };
        let view = View {
            x: -3.3,
            y: -2.7,
            step: 1.37,
        };
        let mut columns = Columns::of(&flat, view, 0, 45);
        let mut line = vec![0; 45];
        for row in 0..45 {
            columns.row(&flat, view, row, &mut line);
            assert!(line.iter().all(|v| *v == 235), "{line:?}");
        }
    }

    #[test]
    fn colours_are_those_of_bt709() {
        assert_eq!(yuv([255, 255, 255]), [235, 128, 128]);
        assert_eq!(yuv([0, 0, 0]), [16, 128, 128]);
        assert_eq!(yuv([255, 0, 0]), [63, 102, 240]);
    }
}
