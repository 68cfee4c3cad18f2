//! Rectangles and outlines in pixels; y grows downwards.

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Rect {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) w: f32,
    pub(crate) h: f32,
}

impl Rect {
    pub(crate) const fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }

    /// From the left, top, right and bottom edges.
    pub(crate) const fn edges(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self::new(left, top, right - left, bottom - top)
    }

    pub(crate) const fn right(self) -> f32 {
        self.x + self.w
    }

    pub(crate) const fn bottom(self) -> f32 {
        self.y + self.h
    }

    pub(crate) const fn center(self) -> (f32, f32) {
        (self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    pub(crate) fn inset(self, by: f32) -> Self {
        Self::new(
            self.x + by,
            self.y + by,
            self.w - 2.0 * by,
            self.h - 2.0 * by,
        )
    }

    pub(crate) fn contains(self, other: Self) -> bool {
        other.x >= self.x - 0.5
            && other.y >= self.y - 0.5
            && other.right() <= self.right() + 0.5
            && other.bottom() <= self.bottom() + 0.5
    }

    pub(crate) fn intersects(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    pub(crate) fn union(self, other: Self) -> Self {
        Self::edges(
            self.x.min(other.x),
            self.y.min(other.y),
            self.right().max(other.right()),
            self.bottom().max(other.bottom()),
        )
    }
}

/// Closed outlines, already flattened to straight pieces; the non-zero inside is what is filled.
#[derive(Clone, Debug, Default)]
pub(crate) struct Path {
    /// Contours, each closed by a line from its last point to its first.
    pub(crate) contours: Vec<Vec<(f32, f32)>>,
}

/// Distance from the ends to the control points of a cubic that draws a quarter of a unit circle.
const QUARTER: f32 = 0.552_284_8;

impl Path {
    pub(crate) fn polygon(points: &[(f32, f32)]) -> Self {
        Self {
            contours: vec![points.to_vec()],
        }
    }

    pub(crate) fn rect(r: Rect) -> Self {
        Self::polygon(&[
            (r.x, r.y),
            (r.right(), r.y),
            (r.right(), r.bottom()),
            (r.x, r.bottom()),
        ])
    }

    pub(crate) fn ellipse(cx: f32, cy: f32, rx: f32, ry: f32) -> Self {
        let mut pen = Pen::default();
        let (kx, ky) = (rx * QUARTER, ry * QUARTER);
        pen.move_to(cx + rx, cy);
        pen.cubic_to(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry);
        pen.cubic_to(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy);
        pen.cubic_to(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry);
        pen.cubic_to(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy);
        pen.finish()
    }

    pub(crate) fn circle(cx: f32, cy: f32, radius: f32) -> Self {
        Self::ellipse(cx, cy, radius, radius)
    }

    /// A rectangle with rounded corners: radii of top left, top right, bottom right, bottom left.
    pub(crate) fn rounded_each(r: Rect, radii: [f32; 4]) -> Self {
        let most = (r.w.min(r.h) / 2.0).max(0.0);
        let [a, b, c, d] = radii.map(|radius| radius.clamp(0.0, most));
        let k = 1.0 - QUARTER;
        let (x, y, right, bottom) = (r.x, r.y, r.right(), r.bottom());
        let mut pen = Pen::default();
        pen.move_to(x + a, y);
        pen.line_to(right - b, y);
        pen.cubic_to(right - b * k, y, right, y + b * k, right, y + b);
        pen.line_to(right, bottom - c);
        pen.cubic_to(
            right,
            bottom - c * k,
            right - c * k,
            bottom,
            right - c,
            bottom,
        );
        pen.line_to(x + d, bottom);
        pen.cubic_to(x + d * k, bottom, x, bottom - d * k, x, bottom - d);
        pen.line_to(x, y + a);
        pen.cubic_to(x, y + a * k, x + a * k, y, x + a, y);
        pen.finish()
    }

    pub(crate) fn rounded(r: Rect, radius: f32) -> Self {
        Self::rounded_each(r, [radius; 4])
    }

    /// An arch: half a circle on a rectangle.
    pub(crate) fn arch(r: Rect) -> Self {
        let radius = (r.w / 2.0).min(r.h);
        let k = radius * (1.0 - QUARTER);
        let mut pen = Pen::default();
        pen.move_to(r.x, r.bottom());
        pen.line_to(r.x, r.y + radius);
        pen.cubic_to(r.x, r.y + k, r.x + k, r.y, r.x + radius, r.y);
        pen.line_to(r.right() - radius, r.y);
        pen.cubic_to(
            r.right() - k,
            r.y,
            r.right(),
            r.y + k,
            r.right(),
            r.y + radius,
        );
        pen.line_to(r.right(), r.bottom());
        pen.finish()
    }

    /// This outline with `inner` cut out of it; `inner` must lie inside.
    pub(crate) fn minus(mut self, inner: Self) -> Self {
        for mut contour in inner.contours {
            contour.reverse();
            self.contours.push(contour);
        }
        self
    }

    pub(crate) fn join(&mut self, other: Self) {
        self.contours.extend(other.contours);
    }

    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        for point in self.contours.iter_mut().flatten() {
            point.0 += dx;
            point.1 += dy;
        }
        self
    }

    /// Turned about a point, clockwise on screen, by an angle in radians.
    pub(crate) fn turned(mut self, angle: f32, (cx, cy): (f32, f32)) -> Self {
        let (sin, cos) = angle.sin_cos();
        for point in self.contours.iter_mut().flatten() {
            let (dx, dy) = (point.0 - cx, point.1 - cy);
            *point = (cx + dx * cos - dy * sin, cy + dx * sin + dy * cos);
        }
        self
    }

    /// The smallest rectangle around it; `None` when it is empty.
    pub(crate) fn bounds(&self) -> Option<Rect> {
        let mut points = self.contours.iter().flatten();
        let first = points.next()?;
        let start = (first.0, first.1, first.0, first.1);
        let (x0, y0, x1, y1) = points.fold(start, |b, p| {
            (b.0.min(p.0), b.1.min(p.1), b.2.max(p.0), b.3.max(p.1))
        });
        Some(Rect::edges(x0, y0, x1, y1))
    }
}

/// Draws a path with lines and curves, flattening as it goes.
#[derive(Default)]
pub(crate) struct Pen {
    path: Path,
    current: Vec<(f32, f32)>,
}

impl Pen {
    pub(crate) fn move_to(&mut self, x: f32, y: f32) {
        self.close();
        self.current.push((x, y));
    }

    pub(crate) fn line_to(&mut self, x: f32, y: f32) {
        self.current.push((x, y));
    }

    pub(crate) fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let Some(&(x0, y0)) = self.current.last() else {
            return;
        };
        let bend = (x0 - 2.0 * cx + x).hypot(y0 - 2.0 * cy + y);
        let steps = steps_for(bend * 0.25);
        for step in 1..=steps {
            let t = step as f32 / steps as f32;
            let s = 1.0 - t;
            self.current.push((
                s * s * x0 + 2.0 * s * t * cx + t * t * x,
                s * s * y0 + 2.0 * s * t * cy + t * t * y,
            ));
        }
    }

    pub(crate) fn cubic_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let Some(&(x0, y0)) = self.current.last() else {
            return;
        };
        let bend = (x0 - 2.0 * ax + bx).hypot(y0 - 2.0 * ay + by)
            + (ax - 2.0 * bx + x).hypot(ay - 2.0 * by + y);
        let steps = steps_for(bend * 0.5);
        for step in 1..=steps {
            let t = step as f32 / steps as f32;
            let s = 1.0 - t;
            let (a, b, c, d) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
            self.current.push((
                a * x0 + b * ax + c * bx + d * x,
                a * y0 + b * ay + c * by + d * y,
            ));
        }
    }

    pub(crate) fn close(&mut self) {
        if self.current.len() > 2 {
            self.path.contours.push(std::mem::take(&mut self.current));
        } else {
            self.current.clear();
        }
    }

    pub(crate) fn finish(mut self) -> Path {
        self.close();
        self.path
    }
}

/// Straight pieces for a curve that strays `bend` pixels: enough that no piece is off by a tenth of a pixel.
fn steps_for(bend: f32) -> usize {
    ((bend * 10.0).sqrt().ceil() as usize).clamp(1, 64)
}
