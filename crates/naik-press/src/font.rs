//! The typefaces, embedded, and words turned into outlines.
//!
//! Plus Jakarta Sans speaks everywhere; Fraunces is the second voice of
//! editorial pages; Noto Sans Javanese stands in where a name is written in
//! Javanese script. A character that none of them has (an emoji) is left out.

use std::sync::LazyLock;

use harfrust::font::Font;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use harfrust::{Buffer, GlyphId, ShapeOptions, ShaperFont};

use crate::geometry::{Path, Pen};

/// A voice of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// Running text.
    Medium,
    /// Labels, buttons, the shop's name.
    Bold,
    /// Headings and prices.
    Heavy,
    /// The editorial voice.
    Serif,
}

const MEDIUM: usize = 0;
const BOLD: usize = 1;
const HEAVY: usize = 2;
const LATIN_EXTENDED: usize = 3;
const SERIF: usize = 4;
const JAVANESE: usize = 5;

/// The embedded files, each with the family that it belongs to: a family's latin half, then the rest.
pub(crate) fn files() -> [(&'static str, &'static [u8]); 6] {
    const JAKARTA: &str = "Plus Jakarta Sans";
    [
        (
            JAKARTA,
            include_bytes!(concat!(env!("OUT_DIR"), "/jakarta-500.ttf")),
        ),
        (
            JAKARTA,
            include_bytes!(concat!(env!("OUT_DIR"), "/jakarta-700.ttf")),
        ),
        (
            JAKARTA,
            include_bytes!(concat!(env!("OUT_DIR"), "/jakarta-800.ttf")),
        ),
        (
            "Plus Jakarta Sans Ext",
            include_bytes!(concat!(env!("OUT_DIR"), "/jakarta-ext-700.ttf")),
        ),
        (
            "Fraunces",
            include_bytes!(concat!(env!("OUT_DIR"), "/fraunces-600.ttf")),
        ),
        (
            "Noto Sans Javanese",
            include_bytes!(concat!(env!("OUT_DIR"), "/javanese-700.ttf")),
        ),
    ]
}

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files = files().into_iter();
    files.filter_map(|(_, file)| Font::new(file, 0)).collect()
});

/// Faces in the order in which they are asked for a character.
fn order(face: Face) -> [usize; 5] {
    let first = match face {
        Face::Medium => MEDIUM,
        Face::Bold => BOLD,
        Face::Heavy => HEAVY,
        Face::Serif => SERIF,
    };
    [first, BOLD, LATIN_EXTENDED, JAVANESE, HEAVY]
}

/// Height of a capital letter, in sizes.
pub(crate) fn cap_height(face: Face) -> f32 {
    match face {
        Face::Medium | Face::Bold | Face::Heavy => 0.71,
        Face::Serif => 0.70,
    }
}

/// The font that draws a character in a face's voice; `None` when none has it.
fn font_for(face: Face, c: char) -> Option<usize> {
    order(face).into_iter().find(|index| {
        FONTS.get(*index).is_some_and(|font| {
            font.charmap()
                .map_unicode(c)
                .is_some_and(|id| id.to_u32() != 0)
        })
    })
}

/// Whether a character can be drawn.
pub(crate) fn draws(c: char) -> bool {
    c == ' ' || c == '\u{a0}' || font_for(Face::Heavy, c).is_some()
}

/// A placed letter, in sizes: x from the word's start, y above the baseline.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    font: usize,
    id: u32,
    x: f32,
    y: f32,
    /// Letters before it in the word, for tracking.
    nth: usize,
}

/// A word, shaped once for every size.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    pub(crate) glyphs: Vec<Glyph>,
    /// Width in sizes, without tracking.
    pub(crate) width: f32,
    /// Letters that advance, for tracking.
    pub(crate) letters: usize,
}

/// Shapes a run without line breaks.
pub(crate) fn shape(text: &str, face: Face) -> Word {
    let mut word = Word::default();
    let mut run = String::new();
    let mut run_font = None;
    for c in text.chars() {
        let font = if c == ' ' || c == '\u{a0}' || is_joining(c) {
            run_font.or_else(|| font_for(face, c))
        } else {
            font_for(face, c)
        };
        let Some(font) = font else { continue };
        if run_font != Some(font) {
            if let Some(index) = run_font {
                append(&mut word, index, &run);
            }
            run.clear();
            run_font = Some(font);
        }
        run.push(if c == '\u{a0}' { ' ' } else { c });
    }
    if let Some(index) = run_font {
        append(&mut word, index, &run);
    }
    word
}

/// Marks and joiners go with the letter before them.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
}

fn append(word: &mut Word, index: usize, run: &str) {
    let Some(font) = FONTS.get(index) else { return };
    let shaper = ShaperFont::new(font);
    let mut buffer = Buffer::new();
    buffer.push_str(run);
    buffer.guess_segment_properties();
    if harfrust::shape(&shaper, &mut buffer, ShapeOptions::new()).is_err() {
        return;
    }
    let em = f32::from(font.units_per_em());
    for (info, at) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        word.glyphs.push(Glyph {
            font: index,
            id: info.glyph_id,
            x: word.width + at.x_offset as f32 / em,
            y: at.y_offset as f32 / em,
            nth: word.letters,
        });
        word.width += at.x_advance as f32 / em;
        if at.x_advance != 0 {
            word.letters += 1;
        }
    }
}

/// Puts a glyph's outline at the page's scale.
struct Place {
    pen: Pen,
    x: f32,
    y: f32,
    scale: f32,
}

impl Place {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl PathSink for Place {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.pen.move_to(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.pen.line_to(x, y);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let ((cx, cy), (x, y)) = (self.at(cx, cy), self.at(x, y));
        self.pen.quad_to(cx, cy, x, y);
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let ((ax, ay), (bx, by), (x, y)) = (self.at(ax, ay), self.at(bx, by), self.at(x, y));
        self.pen.cubic_to(ax, ay, bx, by, x, y);
    }
    fn close(&mut self) {
        self.pen.close();
    }
}

/// The outline of a word whose baseline starts at `x`, `y`; `size` and `tracking` in pixels.
pub(crate) fn outline(word: &Word, x: f32, y: f32, size: f32, tracking: f32) -> Path {
    let mut path = Path::default();
    for glyph in &word.glyphs {
        let Some(font) = FONTS.get(glyph.font) else {
            continue;
        };
        let Some(outline) = font.outline_glyphs().get(GlyphId::new(glyph.id)) else {
            continue;
        };
        let mut place = Place {
            pen: Pen::default(),
            x: x + glyph.x * size + tracking * glyph.nth as f32,
            y: y - glyph.y * size,
            scale: size / f32::from(font.units_per_em()),
        };
        if outline
            .draw(&DrawOptions::new(), DrawMemory::default(), &mut place)
            .is_ok()
        {
            path.join(place.pen.finish());
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_there() {
        assert_eq!(FONTS.len(), 6);
        for face in [Face::Medium, Face::Bold, Face::Heavy, Face::Serif] {
            let word = shape("Rp45.000", face);
            assert!(
                word.width > 3.0 && word.width < 7.0,
                "{face:?} {}",
                word.width
            );
            assert!(outline(&word, 0.0, 0.0, 100.0, 0.0).bounds().is_some());
        }
    }

    #[test]
    fn javanese_is_shaped_and_emoji_left_out() {
        let word = shape("ꦏꦺꦴꦥꦶ", Face::Heavy);
        assert!(word.glyphs.len() >= 4 && word.glyphs.iter().all(|g| g.id != 0));
        assert!(!draws('🔥') && draws('ꦏ') && draws('é') && draws('ā'));
    }
}
