//! Captions: pages of two short lines, on a ground of their own.

use naik_core::color::Color;

use super::plan::Cue;
use super::{FPS, WIDTH};
use crate::canvas::{Canvas, Paint};
use crate::font::Face;
use crate::geometry::{Path, Rect};
use crate::palette::{MORI, TINTA};
use crate::text::{self, Align, Block, Style};

/// Where words survive the buttons of every app: the universal safe zone of a 1080x1920 canvas.
pub(super) const SAFE: Rect = Rect::edges(65.0, 290.0, 930.0, 1240.0);
/// Where captions stand within it: above the product, on the wall.
const BAND: Rect = Rect::edges(150.0, 390.0, 930.0, 620.0);
/// On the end card they stand between the words and the product: the lower edge.
pub(super) const LOW: f32 = 1150.0;
/// Opacity of the ground under the letters.
const OPACITY: f32 = 0.82;
const INK: Color = MORI;
const PAD_X: f32 = 34.0;
const PAD_Y: f32 = 30.0;

const STYLE: Style = Style {
    face: Face::Bold,
    most: 54.0,
    least: 50.0,
    lines: 2,
    leading: 1.24,
    tracking: -0.012,
    align: Align::Center,
};

/// For what no page of two lines holds.
const TIGHT: Style = Style {
    most: 48.0,
    least: 44.0,
    lines: 3,
    ..STYLE
};

fn set(words: &str) -> Option<Block> {
    let (width, height) = (BAND.w - 2.0 * PAD_X, BAND.h - 2.0 * PAD_Y);
    text::fit(words, STYLE, width, height)
        .filter(|block| !block.cut)
        .or_else(|| text::fit(words, TIGHT, width, height))
}

/// Whether words stand on one page.
fn holds(words: &str) -> bool {
    let (width, height) = (BAND.w - 2.0 * PAD_X, BAND.h - 2.0 * PAD_Y);
    text::fit(words, STYLE, width, height).is_none_or(|block| !block.cut)
}

/// The pages of a sentence, alike in length; a page ends at a comma where it can.
pub(super) fn pages(sentence: &str) -> Vec<String> {
    let cleaned = text::clean(sentence);
    let words: Vec<&str> = cleaned.split(' ').filter(|w| !w.is_empty()).collect();
    if words.is_empty() || holds(&cleaned) {
        return if words.is_empty() {
            vec![]
        } else {
            vec![cleaned]
        };
    }
    let mut pages: Vec<String> = Vec::new();
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let whole = rest.join(" ");
        if holds(&whole) {
            pages.push(whole);
            break;
        }
        // A word that no page holds is a page of its own; it is cut with an ellipsis.
        let most = (1..rest.len())
            .take_while(|n| holds(&rest[..*n].join(" ")))
            .last();
        let most = most.unwrap_or(1);
        let left: usize = rest.iter().map(|w| w.chars().count() + 1).sum();
        let full: usize = rest[..most].iter().map(|w| w.chars().count() + 1).sum();
        let count = left.div_ceil(full.max(1)).max(2);
        let fair = left / count;
        let score = |n: usize| {
            let letters: usize = rest[..n].iter().map(|w| w.chars().count() + 1).sum();
            let ends = rest[n - 1].ends_with([',', '.', ';', ':', '!', '?', '–', '—']);
            let off = letters.abs_diff(fair);
            if ends { off / 3 } else { off }
        };
        // No page may be so short that more pages are needed.
        let chosen = (1..=most)
            .filter(|n| *n * 2 >= most)
            .min_by_key(|n| score(*n))
            .unwrap_or(most);
        pages.push(rest[..chosen].join(" "));
        rest = &rest[chosen..];
    }
    pages
}

/// A caption as it is burnt in: its pixels, its place, and the boxes of its lines on the frame.
pub(super) struct Burnt {
    pub(super) canvas: Canvas,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) lines: Vec<Rect>,
    pub(super) size: f32,
}

/// Paints one page: on the end card above its product, elsewhere at the top; `None` when no letter can be drawn.
pub(super) fn burn(words: &str, at_end: bool) -> Option<Burnt> {
    let block = set(words)?;
    let hang = block.size * 0.2;
    let w = (block.width + 2.0 * PAD_X).round();
    let h = (block.height + hang * 0.5 + 2.0 * PAD_Y).round();
    // Chroma has half the pixels: an even place keeps it with its luma.
    let even = |v: f32| (v / 2.0).round() * 2.0;
    let x = even((WIDTH as f32 - w) / 2.0).max(BAND.x);
    let y = even(if at_end { LOW - h - 1.0 } else { BAND.y });
    let mut canvas = Canvas::new(w as u32, h as u32, None);
    let ground = Path::rounded(Rect::new(0.0, 0.0, w, h), 30.0);
    canvas.fill(&ground, Paint::Flat(TINTA, OPACITY));
    let (dx, dy) = ((w - block.width) / 2.0, PAD_Y + hang * 0.1);
    canvas.fill(&block.outline.clone().moved(dx, dy), Paint::Flat(INK, 1.0));
    let lines = block.lines.iter();
    let lines = lines.map(|l| Rect::new(l.x + dx + x, l.y + dy + y, l.w, l.h));
    Some(Burnt {
        lines: lines.collect(),
        size: block.size,
        canvas,
        x,
        y,
    })
}

/// Contrast of the letters with their ground over the worst picture.
pub(super) fn contrast() -> f64 {
    [0_u8, 255]
        .map(|behind| {
            let mix = |v: u8| f32::from(v) * OPACITY + f32::from(behind) * (1.0 - OPACITY);
            Color(TINTA.0.map(|v| mix(v) as u8)).contrast(INK)
        })
        .into_iter()
        .fold(21.0, f64::min)
}

/// SubRip text of the captions.
pub(super) fn srt(cues: &[Cue]) -> String {
    let time = |frame: u32| {
        let millis = u64::from(frame) * 1000 / u64::from(FPS);
        let (seconds, millis) = (millis / 1000, millis % 1000);
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        format!("00:{minutes:02}:{seconds:02},{millis:03}")
    };
    let mut out = String::new();
    for (nth, cue) in cues.iter().enumerate() {
        let text = cue.text.replace('\u{a0}', " ");
        let (from, to) = (time(cue.from), time(cue.to));
        out.push_str(&format!("{}\n{from} --> {to}\n{text}\n\n", nth + 1));
    }
    out
}
