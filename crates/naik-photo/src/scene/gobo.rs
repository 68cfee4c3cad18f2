//! What stands between the window and the scene: leaves and window bars, as soft shadows.

use super::noise::Noise;
use crate::shadow::blur;

/// A map of how much of the window's light passes, coarse because penumbras are.
pub(super) struct Gobo {
    width: usize,
    height: usize,
    open: Vec<f32>,
    /// Cells per unit.
    scale: f32,
}

/// What throws the shadow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blocker {
    /// A palm frond from the upper left.
    Palm,
    /// A window with bars, and a frond before it.
    Panes,
    /// One slanting beam.
    Beam,
}

const SCALE: f32 = 220.0;

impl Gobo {
    /// The map for a picture of `width` x `height` units.
    pub(super) fn new(blocker: Blocker, noise: Noise, width: f32, height: f32) -> Self {
        let (w, h) = ((width * SCALE) as usize + 2, (height * SCALE) as usize + 2);
        let mut map = Self {
            width: w,
            height: h,
            open: vec![1.0; w * h],
            scale: SCALE,
        };
        match blocker {
            Blocker::Palm => {
                map.frond(noise.layer(1), (-0.14, -0.10), 0.55, 1.25 * height.min(1.3));
                map.frond(noise.layer(2), (0.42, -0.22), 1.05, 0.85);
                map.soften(0.012);
            }
            Blocker::Panes => {
                map.panes(width, height);
                map.soften(0.010);
                let mut leaves = Self {
                    width: w,
                    height: h,
                    open: vec![1.0; w * h],
                    scale: SCALE,
                };
                leaves.frond(noise.layer(3), (width * 0.62, -0.16), 1.9, 0.9);
                leaves.frond(noise.layer(4), (-0.10, height * 0.16), 0.35, 0.8);
                leaves.soften(0.016);
                for (open, leaf) in map.open.iter_mut().zip(&leaves.open) {
                    *open *= 0.25 + 0.75 * leaf;
                }
            }
            Blocker::Beam => {
                map.beam(width, height);
                map.soften(0.022);
            }
        }
        map
    }

    /// Share of the light that passes at a place in units.
    pub(super) fn open(&self, x: f32, y: f32) -> f32 {
        let fx = (x * self.scale).clamp(0.0, (self.width - 2) as f32);
        let fy = (y * self.scale).clamp(0.0, (self.height - 2) as f32);
        let (ix, iy) = (fx as usize, fy as usize);
        let (dx, dy) = (fx - ix as f32, fy - iy as f32);
        let at = iy * self.width + ix;
        let top = self.open[at] * (1.0 - dx) + self.open[at + 1] * dx;
        let bottom = self.open[at + self.width] * (1.0 - dx) + self.open[at + self.width + 1] * dx;
        top * (1.0 - dy) + bottom * dy
    }

    fn soften(&mut self, sigma: f32) {
        blur(&mut self.open, self.width, self.height, sigma * self.scale);
    }

    /// One palm frond: leaflets along a bent stem, from `root` towards `angle` (radians, 0 right, growing downwards).
    fn frond(&mut self, noise: Noise, root: (f32, f32), angle: f32, length: f32) {
        const LEAFLETS: i32 = 15;
        let bend = 0.5 + 0.3 * noise.at(0, 0);
        let mut place = root;
        for step in 0..=LEAFLETS {
            let share = step as f32 / LEAFLETS as f32;
            let heading = angle + bend * share;
            let (sin, cos) = heading.sin_cos();
            let next = (
                place.0 + cos * length / LEAFLETS as f32,
                place.1 + sin * length / LEAFLETS as f32,
            );
            self.stroke(place, next, 0.008 * (1.0 - share) + 0.003, 0.003);
            let size = length * (0.40 * (share * 2.9 + 0.25).sin().max(0.12));
            for side in [-1.0_f32, 1.0] {
                let lean = side * (1.05 - 0.6 * share) + (noise.at(step, side as i32) - 0.5) * 0.22;
                let (s, c) = (heading + lean).sin_cos();
                let droop = 0.10 * size;
                let tip = (place.0 + c * size, place.1 + s * size + droop);
                self.stroke(place, tip, 0.019 * length, 0.002);
            }
            place = next;
        }
    }

    /// A dark spindle from `from` to `to`, `thick` units in its middle and `thin` at its ends.
    fn stroke(&mut self, from: (f32, f32), to: (f32, f32), thick: f32, thin: f32) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length_2 = (dx * dx + dy * dy).max(1e-9);
        let pad = thick + 2.0 / self.scale;
        let range = |a: f32, b: f32, limit: usize| {
            let low = ((a.min(b) - pad) * self.scale).max(0.0) as usize;
            let high = (((a.max(b) + pad) * self.scale).max(0.0) as usize + 1).min(limit);
            low..high
        };
        for y in range(from.1, to.1, self.height) {
            for x in range(from.0, to.0, self.width) {
                let (px, py) = (
                    x as f32 / self.scale - from.0,
                    y as f32 / self.scale - from.1,
                );
                let along = ((px * dx + py * dy) / length_2).clamp(0.0, 1.0);
                let (ox, oy) = (px - along * dx, py - along * dy);
                let reach = thin + (thick - thin) * (along * (1.0 - along) * 4.0).sqrt();
                let inside = (reach - (ox * ox + oy * oy).sqrt()) * self.scale + 0.5;
                let cell = &mut self.open[y * self.width + x];
                *cell = cell.min(1.0 - inside.clamp(0.0, 1.0));
            }
        }
    }

    fn panes(&mut self, width: f32, height: f32) {
        // A window of two by three panes whose light falls askew.
        for y in 0..self.height {
            for x in 0..self.width {
                let (px, py) = (x as f32 / self.scale, y as f32 / self.scale);
                let u = (px - width * 0.04 - (py - height * 0.3) * 0.30) / (width * 0.34);
                let v = (py - px * 0.16 + height * 0.02) / (height * 0.34);
                let bar = |t: f32| {
                    let from_line = (t - t.round()).abs();
                    ((from_line - 0.035) / 0.012).clamp(0.0, 1.0)
                };
                let within = (u > 0.0 && u < 2.0 && v < 3.0) as u8 as f32;
                self.open[y * self.width + x] = within * bar(u) * bar(v);
            }
        }
    }

    fn beam(&mut self, width: f32, height: f32) {
        for y in 0..self.height {
            for x in 0..self.width {
                let (px, py) = (x as f32 / self.scale, y as f32 / self.scale);
                let across = (px - width * 0.45) * 0.72 + (py - height * 0.42) * -0.62;
                self.open[y * self.width + x] =
                    if across.abs() < 0.27 && (across + 0.05).abs() > 0.012 {
                        1.0
                    } else {
                        0.0
                    };
            }
        }
    }
}
