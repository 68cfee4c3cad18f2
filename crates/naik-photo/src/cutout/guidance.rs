//! What the owner's finger says: strokes to keep, strokes to remove, a frame.
//!
//! Obeyed strictly: a kept pixel is opaque and a removed one is gone, whatever
//! the photo looks like.

use serde::{Deserialize, Serialize};

use super::working::Working;
use crate::image::{Gray, Point, Rect};

/// A line drawn with a round brush, in pixels of the full-size photo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stroke {
    /// The corners of the line; one point is a dot.
    pub points: Vec<Point>,
    /// Half the width of the brush; at least half a pixel is painted.
    pub radius: f32,
}

impl Stroke {
    /// A dot.
    pub fn dot(x: f32, y: f32, radius: f32) -> Self {
        Self {
            points: vec![Point { x, y }],
            radius,
        }
    }

    /// Calls `paint` with each pixel of a `width * height` grid under the
    /// stroke, when the grid is the photo scaled by `scale`.
    fn paint(&self, scale: f32, width: usize, height: usize, mut paint: impl FnMut(usize)) {
        let radius = (self.radius * scale).max(0.5);
        if !radius.is_finite() {
            return;
        }
        let scaled: Vec<(f32, f32)> = self
            .points
            .iter()
            .filter(|p| p.x.is_finite() && p.y.is_finite())
            .map(|p| (p.x * scale, p.y * scale))
            .collect();
        let Some((&first, &last)) = scaled.first().zip(scaled.last()) else {
            return;
        };
        let segments = scaled.windows(2).map(|pair| (pair[0], pair[1]));
        for (from, to) in segments.chain((scaled.len() == 1).then_some((first, last))) {
            let span = |a: f32, b: f32, limit: usize| {
                let low = (a.min(b) - radius).floor().clamp(0.0, limit as f32) as usize;
                let high = (a.max(b) + radius).ceil().clamp(0.0, limit as f32) as usize;
                low..(high + 1).min(limit)
            };
            for y in span(from.1, to.1, height) {
                let (left, right) = near_row(from, to, y as f32, radius);
                for x in span(left, right, width) {
                    // A pixel is hit when its centre is under the brush, or the brush's centre is in it.
                    let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
                    let inside = from.0 as usize == x && from.1 as usize == y;
                    if inside || distance_to_segment((px, py), from, to) <= radius {
                        paint(y * width + x);
                    }
                }
            }
        }
    }
}

/// Between which columns a line comes within `radius` of a row of pixels: a long slanting stroke is
/// painted along its way, not over the whole rectangle around it.
fn near_row(from: (f32, f32), to: (f32, f32), row: f32, radius: f32) -> (f32, f32) {
    let down = to.1 - from.1;
    if down.abs() < 1e-3 {
        return (from.0, to.0);
    }
    let at = |y: f32| ((y - from.1) / down).clamp(0.0, 1.0);
    let column = |along: f32| from.0 + along * (to.0 - from.0);
    let reach = radius + 1.0;
    (column(at(row - reach)), column(at(row + 1.0 + reach)))
}

fn distance_to_segment(p: (f32, f32), a: (f32, f32), b: (f32, f32)) -> f32 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (p.0 - a.0 - along * dx).hypot(p.1 - a.1 - along * dy)
}

/// Where the product is and is not, as far as the owner said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Guidance {
    /// Product for sure.
    pub keep: Vec<Stroke>,
    /// Background for sure; where both were drawn, `remove` wins.
    pub remove: Vec<Stroke>,
    /// A box around the product: everything outside is background.
    pub frame: Option<Rect>,
}

impl Guidance {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.keep.is_empty() && self.remove.is_empty() && self.frame.is_none()
    }

    /// Whether something of it lies outside a photo of this size, where it can't be meant.
    pub fn leaves(&self, width: u32, height: u32) -> bool {
        let inside = |x: f32, y: f32| {
            (0.0..=width as f32).contains(&x) && (0.0..=height as f32).contains(&y)
        };
        let strokes = self.keep.iter().chain(&self.remove);
        let mut points = strokes.flat_map(|stroke| &stroke.points);
        let frame = self.frame.is_some_and(|frame| {
            u64::from(frame.x) + u64::from(frame.width) > u64::from(width)
                || u64::from(frame.y) + u64::from(frame.height) > u64::from(height)
        });
        frame || points.any(|point| !inside(point.x, point.y))
    }

    /// The labels at working size.
    pub(super) fn at(&self, working: &Working) -> Vec<Label> {
        let (width, height) = (working.width, working.height);
        let mut labels = vec![Label::Open; width * height];
        for stroke in &self.keep {
            stroke.paint(working.scale, width, height, |pixel| {
                labels[pixel] = Label::Keep
            });
        }
        if let Some(frame) = self.frame {
            let (left, top) = (
                frame.x as f32 * working.scale,
                frame.y as f32 * working.scale,
            );
            let right = left + frame.width as f32 * working.scale;
            let bottom = top + frame.height as f32 * working.scale;
            for (pixel, label) in labels.iter_mut().enumerate() {
                let (x, y) = ((pixel % width) as f32 + 0.5, (pixel / width) as f32 + 0.5);
                if x < left || x > right || y < top || y > bottom {
                    *label = Label::Remove;
                }
            }
        }
        for stroke in &self.remove {
            stroke.paint(working.scale, width, height, |pixel| {
                labels[pixel] = Label::Remove
            });
        }
        labels
    }

    /// Writes what was said into an alpha of `scale` times the photo's size.
    pub(super) fn enforce(&self, alpha: &mut Gray, scale: f32) {
        let (width, height) = (alpha.width() as usize, alpha.height() as usize);
        for stroke in &self.keep {
            stroke.paint(scale, width, height, |pixel| alpha.data_mut()[pixel] = 255);
        }
        if let Some(frame) = self.frame {
            let at = |pixels: u32| (f64::from(pixels) * f64::from(scale)).round() as usize;
            let rows = at(frame.y)..at(frame.y.saturating_add(frame.height));
            let columns = at(frame.x)..at(frame.x.saturating_add(frame.width));
            for (y, row) in alpha.data_mut().chunks_exact_mut(width.max(1)).enumerate() {
                if !rows.contains(&y) {
                    row.fill(0);
                    continue;
                }
                let left = columns.start.min(width);
                let right = columns.end.min(width);
                row[..left].fill(0);
                row[right.max(left)..].fill(0);
            }
        }
        for stroke in &self.remove {
            stroke.paint(scale, width, height, |pixel| alpha.data_mut()[pixel] = 0);
        }
    }
}

/// What guidance says about one working pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Nothing.
    Open,
    /// Product for sure.
    Keep,
    /// Background for sure.
    Remove,
}
