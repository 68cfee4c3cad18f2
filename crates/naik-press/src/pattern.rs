//! Kawung: the batik of four petals around a point, drawn, not copied.

use crate::geometry::{Path, Pen, Rect};

/// How a kawung field is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weave {
    /// Petals as lines: a quiet edge.
    Line,
    /// Petals filled, each with a seam: cloth.
    Cloth,
}

/// A pointed petal from one point to another, `wide` as a share of its length.
fn petal(from: (f32, f32), to: (f32, f32), wide: f32) -> Path {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (nx, ny) = (-dy * wide, dx * wide);
    let at = |t: f32, side: f32| (from.0 + dx * t + nx * side, from.1 + dy * t + ny * side);
    let mut pen = Pen::default();
    pen.move_to(from.0, from.1);
    let (a, b) = (at(0.16, 0.95), at(0.84, 0.95));
    pen.cubic_to(a.0, a.1, b.0, b.1, to.0, to.1);
    let (a, b) = (at(0.84, -0.95), at(0.16, -0.95));
    pen.cubic_to(a.0, a.1, b.0, b.1, from.0, from.1);
    pen.finish()
}

/// A field of kawung over `area`, its cells `step` pixels wide, aligned to the area's middle.
pub(crate) fn kawung(area: Rect, step: f32, weave: Weave) -> Path {
    let mut path = Path::default();
    let columns = (area.w / step).ceil() as i32 + 1;
    let rows = (area.h / step).ceil() as i32 + 1;
    let (mx, my) = area.center();
    let half = step / 2.0;
    for row in -rows / 2 - 1..=rows / 2 + 1 {
        for column in -columns / 2 - 1..=columns / 2 + 1 {
            let (cx, cy) = (mx + column as f32 * step, my + row as f32 * step);
            if cx + step < area.x
                || cx - step > area.right()
                || cy + step < area.y
                || cy - step > area.bottom()
            {
                continue;
            }
            for (sx, sy) in [(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)] {
                let from = (cx + sx * half * 0.16, cy + sy * half * 0.16);
                let to = (cx + sx * half * 0.95, cy + sy * half * 0.95);
                let outer = petal(from, to, 0.36);
                match weave {
                    Weave::Line => {
                        let inset =
                            |t: f32| (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t);
                        path.join(outer.minus(petal(inset(0.07), inset(0.93), 0.335)));
                    }
                    Weave::Cloth => {
                        let inset =
                            |t: f32| (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t);
                        path.join(outer.minus(petal(inset(0.28), inset(0.72), 0.16)));
                    }
                }
            }
            let dot = if weave == Weave::Line { 0.05 } else { 0.09 };
            path.join(Path::circle(cx + half, cy, half * dot));
            path.join(Path::circle(cx, cy + half, half * dot));
        }
    }
    path
}
