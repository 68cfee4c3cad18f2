//! Parts of a page that can be measured before they are put down.

use naik_core::color::Color;

use super::check::SetText;
use crate::canvas::{Canvas, Paint};
use crate::geometry::{Path, Rect};
use crate::text::{Align, Block};

/// Letters to be painted last.
#[derive(Clone)]
pub(crate) struct Words {
    pub(crate) outline: Path,
    pub(crate) set: SetText,
}

/// A part: shapes, pictures and words around an origin at its top left.
#[derive(Clone, Default)]
pub(crate) struct Element {
    pub(crate) w: f32,
    pub(crate) h: f32,
    /// How far ink hangs below `h`.
    pub(crate) below: f32,
    /// Space that letters take below `h` whether or not one hangs, so that gaps look alike.
    pub(crate) hang: f32,
    pub(crate) shapes: Vec<(Path, Paint)>,
    pub(crate) pictures: Vec<(Canvas, f32, f32)>,
    pub(crate) words: Vec<Words>,
    /// What the product must keep clear of.
    pub(crate) boxes: Vec<Rect>,
}

impl Element {
    /// A set text in one ink.
    pub(crate) fn text(block: Block, ink: Color) -> Self {
        Self {
            w: block.width,
            h: block.height,
            below: block.below,
            hang: block.below.max(block.size * 0.2),
            boxes: block.lines.clone(),
            words: vec![Words {
                outline: block.outline,
                set: SetText {
                    lines: block.lines,
                    ink,
                    size: block.size,
                },
            }],
            ..Self::default()
        }
    }

    /// An empty place.
    pub(crate) fn space(w: f32, h: f32) -> Self {
        Self {
            w,
            h,
            ..Self::default()
        }
    }

    /// A shape that fills its box.
    pub(crate) fn shape(w: f32, h: f32, path: Path, paint: Paint) -> Self {
        Self {
            w,
            h,
            boxes: path.bounds().into_iter().collect(),
            shapes: vec![(path, paint)],
            ..Self::default()
        }
    }

    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        for (path, paint) in &mut self.shapes {
            *path = std::mem::take(path).moved(dx, dy);
            *paint = match *paint {
                Paint::Down(a, b, y0, y1) => Paint::Down(a, b, y0 + dy, y1 + dy),
                other => other,
            };
        }
        for (_, x, y) in &mut self.pictures {
            *x += dx;
            *y += dy;
        }
        for words in &mut self.words {
            words.outline = std::mem::take(&mut words.outline).moved(dx, dy);
            for line in &mut words.set.lines {
                line.x += dx;
                line.y += dy;
            }
        }
        for r in &mut self.boxes {
            r.x += dx;
            r.y += dy;
        }
        self
    }

    /// Turned about a point by an angle in radians; text boxes become the boxes of the turned outlines.
    pub(crate) fn turned(mut self, angle: f32, center: (f32, f32)) -> Self {
        for (path, _) in &mut self.shapes {
            *path = std::mem::take(path).turned(angle, center);
        }
        for words in &mut self.words {
            words.outline = std::mem::take(&mut words.outline).turned(angle, center);
            for line in &mut words.set.lines {
                let bounds = Path::rect(*line).turned(angle, center).bounds();
                *line = bounds.unwrap_or(*line);
            }
        }
        for r in &mut self.boxes {
            *r = Path::rect(*r).turned(angle, center).bounds().unwrap_or(*r);
        }
        self
    }

    fn merge(&mut self, other: Self) {
        self.shapes.extend(other.shapes);
        self.pictures.extend(other.pictures);
        self.words.extend(other.words);
        self.boxes.extend(other.boxes);
    }

    /// This part on a filled rounded ground with space around it.
    pub(crate) fn on_card(self, pad: (f32, f32), radius: f32, paint: Paint) -> Self {
        let (w, h) = (self.w + 2.0 * pad.0, self.h + 2.0 * pad.1);
        let r = Rect::new(0.0, 0.0, w, h);
        let mut out = Self::shape(w, h, Path::rounded(r, radius), paint);
        out.merge(self.moved(pad.0, pad.1));
        out
    }

    /// This part inside a rounded outline of `line` pixels.
    pub(crate) fn in_ring(self, pad: (f32, f32), line: f32, color: Color) -> Self {
        let (w, h) = (self.w + 2.0 * pad.0, self.h + 2.0 * pad.1);
        let r = Rect::new(0.0, 0.0, w, h);
        let ring = Path::rounded(r, h / 2.0).minus(Path::rounded(r.inset(line), h / 2.0 - line));
        let mut out = Self::shape(w, h, ring, Paint::Flat(color, 1.0));
        out.merge(self.moved(pad.0, pad.1));
        out
    }
}

/// Parts one under another, each with the gap above it; absent parts take no gap.
pub(crate) fn column<const N: usize>(parts: [(f32, Option<Element>); N], align: Align) -> Element {
    let mut out = Element::default();
    let present: Vec<(f32, Element)> = parts
        .into_iter()
        .filter_map(|(gap, part)| Some((gap, part?)))
        .collect();
    out.w = present.iter().map(|(_, part)| part.w).fold(0.0, f32::max);
    let last = present.len().saturating_sub(1);
    for (nth, (gap, part)) in present.into_iter().enumerate() {
        let y = if nth == 0 { 0.0 } else { out.h + gap };
        let x = match align {
            Align::Left => 0.0,
            Align::Center => (out.w - part.w) / 2.0,
        };
        // Between parts the hanging ink counts; at the end the baseline is the edge.
        out.h = y + part.h + if nth < last { part.hang } else { 0.0 };
        out.below = part.below;
        out.hang = part.hang;
        out.merge(part.moved(x, y));
    }
    out
}

/// Two parts at the two ends of a width, on one lower edge; `None` takes no place.
pub(crate) fn ends(left: Option<Element>, right: Option<Element>, width: f32) -> Element {
    let mut out = Element::space(width, 0.0);
    let height = |part: &Option<Element>| part.as_ref().map_or(0.0, |p| p.h);
    out.h = height(&left).max(height(&right));
    let card = |part: &Element| !part.shapes.is_empty();
    // A bare text beside a card is centred on it; two alike share the lower edge.
    let mixed = match (&left, &right) {
        (Some(a), Some(b)) => card(a) != card(b),
        _ => false,
    };
    for (part, is_right) in [(left, false), (right, true)] {
        let Some(part) = part else { continue };
        let x = if is_right { width - part.w } else { 0.0 };
        let free = out.h - part.h;
        let y = if mixed { free / 2.0 } else { free };
        out.below = out.below.max(part.below - (free - y));
        out.hang = out.hang.max(part.hang - (free - y));
        out.merge(part.moved(x, y));
    }
    out
}
