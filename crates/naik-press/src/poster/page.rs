//! A poster while it is made: words are measured and reserved first, the
//! product takes the largest place that is left, letters are painted last.

mod copy;
mod paint;
mod words;

use naik_core::color::Color;
use naik_core::limits::Limits;

pub(crate) use copy::Copy;

use super::check::{self, Judged, SetText};
use super::element::Element;
use super::place::{self, Room};
use super::{Brief, Format, Poster};
use crate::Brand;
use crate::canvas::{Canvas, Paint};
use crate::geometry::{Path, Rect};
use crate::palette::{Ground, MORI, Palette, READABLE, TINTA};
use crate::product::Product;

/// Space to the edge that stays free of words: 6.7 % of the width.
pub(crate) const MARGIN: f32 = 72.0;

/// The poster under construction.
pub(crate) struct Page<'a> {
    pub(crate) canvas: Canvas,
    pub(crate) product: &'a Product,
    pub(crate) palette: Palette,
    pub(crate) brand: &'a Brand,
    /// Where words may stand: inside margin and safe zone.
    pub(crate) content: Rect,
    margin: Rect,
    safe: Rect,
    parts: Vec<Element>,
    patterns: Vec<Rect>,
    placed: Option<(Rect, Canvas)>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(brief: &Brief<'a>, format: Format, palette: Palette) -> Self {
        let (width, height) = format.size();
        let frame = Rect::new(0.0, 0.0, width as f32, height as f32);
        let margin = frame.inset(MARGIN);
        let safe = match format {
            Format::Story | Format::Status => {
                let zone = Limits::get().story_zone();
                Rect::edges(
                    zone.left as f32,
                    zone.top as f32,
                    frame.w - zone.right as f32,
                    frame.h - zone.bottom as f32,
                )
            }
            _ => margin,
        };
        let content = Rect::edges(
            margin.x.max(safe.x),
            // The tallest letters reach above the capitals.
            margin.y.max(safe.y) + 4.0,
            margin.right().min(safe.right()),
            // Hanging letters stay inside too.
            margin.bottom().min(safe.bottom()),
        );
        Self {
            canvas: Canvas::new(width, height, Some(palette.paper.color)),
            product: brief.product,
            palette,
            brand: brief.brand,
            content,
            margin,
            safe,
            parts: Vec::new(),
            patterns: Vec::new(),
            placed: None,
        }
    }

    pub(crate) fn is_tall(&self) -> bool {
        self.canvas.height > 1500
    }

    pub(crate) fn is_square(&self) -> bool {
        self.canvas.height < 1200
    }

    /// Whether words and product stand side by side: there is no height for one above the other.
    pub(crate) fn is_side_by_side(&self) -> bool {
        let slim = self.product.aspect() < 0.5 && !self.product.is_photo;
        let wide = self.product.aspect() > 1.35 && !self.product.is_photo;
        (self.is_square() && !wide) || (slim && !self.is_tall())
    }

    /// Distance in pixels from a point to the nearest line of words that is not on a card.
    pub(crate) fn nearest_words(&self, (x, y): (f32, f32)) -> f32 {
        let bare = self.parts.iter().flat_map(|part| {
            let carded = |r: &Rect| {
                part.shapes
                    .iter()
                    .any(|(path, _)| path.bounds().is_some_and(|b| b.contains(*r)))
            };
            part.words
                .iter()
                .flat_map(|w| &w.set.lines)
                .filter(move |r| !carded(r))
        });
        bare.map(|r| {
            let dx = (r.x - x).max(x - r.right()).max(0.0);
            let dy = (r.y - y).max(y - r.bottom()).max(0.0);
            dx.hypot(dy)
        })
        .fold(f32::MAX, f32::min)
    }

    pub(crate) fn frame(&self) -> Rect {
        self.canvas.frame()
    }

    /// Covers the whole sheet.
    pub(crate) fn ground(&mut self, paint: Paint) {
        let all = Path::rect(self.frame());
        self.canvas.fill(&all, paint);
    }

    /// Puts a part down with its top left at a point; words keep clear of the product from then on.
    pub(crate) fn add(&mut self, part: Element, x: f32, y: f32) -> Rect {
        // The tallest letters of a large heading reach above the capitals.
        let lines = part.words.iter().flat_map(|w| &w.set.lines);
        let over = lines
            .map(|line| self.safe.y - (line.y + y))
            .fold(0.0, f32::max);
        let y = y + over;
        let at = Rect::new(x, y, part.w, part.h);
        self.parts.push(part.moved(x, y));
        at
    }

    /// Puts down a part that is already where it belongs.
    pub(crate) fn add_placed(&mut self, part: Element) {
        self.parts.push(part);
    }

    /// Whether a placed part would touch what is already there, with `space` pixels between.
    pub(crate) fn collides(&self, part: &Element, space: f32) -> bool {
        let taken = self.parts.iter().flat_map(|p| &p.boxes);
        taken.clone().any(|r| {
            part.boxes
                .iter()
                .any(|own| own.inset(-space).intersects(*r))
        })
    }

    /// Puts a part down with its lower left at a point; hanging letters stay above it.
    pub(crate) fn add_above(&mut self, part: Element, x: f32, bottom: f32) -> Rect {
        let y = bottom - part.h - part.below;
        self.add(part, x, y)
    }

    /// A ground on which the product stands off: `first` unless the product's rim is too like it.
    pub(crate) fn contrasting(&self, first: Ground, second: Ground) -> Ground {
        let apart = |g: Ground| crate::palette::distance(g.color, self.product.rim);
        if apart(first) < 0.2 && apart(second) > apart(first) {
            second
        } else {
            first
        }
    }

    /// The largest place for the product that the words leave.
    pub(crate) fn place(&self, room: Room) -> Rect {
        let obstacles: Vec<Rect> = self
            .parts
            .iter()
            .flat_map(|part| part.boxes.iter().copied())
            .collect();
        place::largest(self.product, room, &obstacles)
    }

    /// Paints what was reserved, judges the page and hands it over.
    pub(crate) fn finish(mut self) -> Poster {
        let parts = std::mem::take(&mut self.parts);
        for part in &parts {
            for (path, paint) in &part.shapes {
                self.canvas.fill(path, *paint);
            }
            for (picture, x, y) in &part.pictures {
                self.canvas
                    .put(picture, x.round() as i32, y.round() as i32, None, 1.0);
            }
        }
        let mut words: Vec<_> = parts.into_iter().flat_map(|part| part.words).collect();
        for word in &mut words {
            self.make_readable(&mut word.set);
        }
        let texts: Vec<SetText> = words.iter().map(|w| w.set.clone()).collect();
        let checks = check::judge(&Judged {
            ground: &self.canvas,
            texts: &texts,
            margin: self.margin.inset(MARGIN * -0.08),
            safe: self.safe,
            product: self.placed.as_ref().map(|(at, sprite)| (*at, sprite)),
            patterns: &self.patterns,
            least_share: 0.36,
        });
        for word in &words {
            self.canvas
                .fill(&word.outline, Paint::Flat(word.set.ink, 1.0));
        }
        Poster {
            width: self.canvas.width,
            height: self.canvas.height,
            rgb: self.canvas.rgb(),
            family: None,
            checks,
        }
    }

    /// Takes tinta or mori where the wished ink cannot be read on the real pixels, and a plate where neither can.
    fn make_readable(&mut self, set: &mut SetText) {
        let least = |canvas: &Canvas, ink: Color| {
            set.lines
                .iter()
                .map(|line| check::contrast_over(canvas, *line, ink))
                .fold(21.0, f64::min)
        };
        if least(&self.canvas, set.ink) >= READABLE {
            return;
        }
        let (dark, light) = (least(&self.canvas, TINTA), least(&self.canvas, MORI));
        set.ink = if dark >= light { TINTA } else { MORI };
        if dark.max(light) < READABLE {
            let plate = if set.ink == TINTA { MORI } else { TINTA };
            for line in &set.lines {
                let path = Path::rounded(line.inset(-8.0), 10.0);
                self.canvas.fill(&path, Paint::Flat(plate, 1.0));
            }
        }
    }
}
