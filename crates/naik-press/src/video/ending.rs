//! The end card: who sells what for how much, and what to do now.

use naik_core::color::Color;

use super::caption::{LOW, SAFE};
use super::stage::{Backdrop, Draft, MEASURE, MIDDLE, Set, can_be_set, disc_color, standing};
use super::{HEIGHT, Storyboard};
use crate::canvas::Paint;
use crate::font::Face;
use crate::geometry::{Path, Rect};
use crate::palette::{self, Ground, Palette};
use crate::picture;
use crate::text::{self, Align, Block, Style};

/// The end: who sells what for how much, and what to do now; `closes` keeps a place for what is said.
pub(super) fn ending(board: &Storyboard<'_>, palette: &Palette, closes: bool) -> Set {
    let paper = palette.paper;
    let mut parts: Vec<(f32, f32, f32, Draft)> = Vec::new();
    // Each part: space before it, width and height.
    if let Some((draft, w, h)) = shop_row(board, paper.quiet, MEASURE) {
        parts.push((0.0, w, h, draft));
    }
    let style = Style::heading(72.0, 44.0).align(Align::Center);
    if let Some(block) = text::fit(board.name, style, MEASURE, 170.0) {
        let (w, h) = (block.width, block.height);
        let mut draft = Draft::default();
        draft.text(block, paper.ink, None, 0.0, 0.0);
        parts.push((40.0, w, h, draft));
    }
    if let Some(part) = price(board, paper) {
        parts.push(part);
    }
    if let Some(part) = button(board, palette) {
        parts.push(part);
    }
    let number = board.brand.whatsapp.as_deref().filter(|n| can_be_set(n));
    let style = Style::label(52.0, 40.0);
    if let Some(block) = number.and_then(|n| text::fit(&format!("WA {n}"), style, MEASURE, 60.0)) {
        let (w, h) = (block.width, block.height);
        let mut draft = Draft::default();
        draft.text(block, paper.ink, None, 0.0, 0.0);
        parts.push((38.0, w, h, draft));
    }
    // The words stand together between the safe zone's top and the captions.
    if let Some(first) = parts.first_mut() {
        first.0 = 0.0;
    }
    let total: f32 = parts.iter().map(|(gap, _, h, _)| gap + h).sum();
    let (top, bottom) = (SAFE.y + 12.0, if closes { LOW - 196.0 } else { LOW - 20.0 });
    let squeeze = ((bottom - top - parts.iter().map(|p| p.2).sum::<f32>())
        / (total - parts.iter().map(|p| p.2).sum::<f32>()).max(1.0))
    .clamp(0.4, 1.2);
    let height: f32 = parts.iter().map(|(gap, _, h, _)| gap * squeeze + h).sum();
    let mut y = top + ((bottom - top - height) / 2.0).max(0.0);
    let mut plates = Vec::new();
    for (nth, (gap, w, h, draft)) in parts.into_iter().enumerate() {
        y += gap * squeeze;
        let enter = 2 + nth as u32 * 4;
        plates.extend(draft.moved(MIDDLE - w / 2.0, y).plate(enter));
        y += h;
    }
    let product = board.shots.product;
    let foot = if product.cut_below {
        HEIGHT as f32
    } else {
        1850.0
    };
    let mut ground = Backdrop::new(paper.color, (MIDDLE, foot));
    let disc = disc_color(palette, palette.accent, product.rim);
    let (inner, outer) = (palette.accent.color, disc);
    ground.fill(
        Path::circle(MIDDLE, 1990.0, 810.0),
        Paint::Flat(palette.soft.color, 1.0),
    );
    ground.fill(Path::circle(MIDDLE, 1990.0, 730.0), Paint::Flat(inner, 1.0));
    if palette::distance(inner, product.rim) < 0.2 {
        ground.fill(Path::circle(MIDDLE, 1990.0, 640.0), Paint::Flat(outer, 1.0));
    }
    let most = (960.0, foot - LOW - 36.0);
    let mut standing = standing(product, most, (MIDDLE, foot), palette.shade());
    standing.grow = (0.92, 1.0);
    Set {
        motion: ground.motion(),
        ground: ground.canvas,
        standing,
        plates,
    }
}

/// The price with what it was and for how much.
fn price(board: &Storyboard<'_>, ground: Ground) -> Option<(f32, f32, f32, Draft)> {
    let price = board.price.filter(|p| can_be_set(&p.now))?;
    let style = Style::heading(128.0, 64.0).lines(1).tracking(-0.04);
    let now = text::fit(&price.now, style, MEASURE, 140.0)?;
    let small = |words: &str, face| {
        let style = Style::label(46.0, 38.0).face(face);
        text::fit(words, style, MEASURE, 60.0)
    };
    let before = price.before.as_deref().and_then(|b| small(b, Face::Medium));
    let unit = price.unit.as_deref().and_then(|u| small(u, Face::Medium));
    let mut draft = Draft::default();
    let side = |b: &Option<Block>| b.as_ref().map_or(0.0, |b| b.width);
    let pause = if before.is_some() && unit.is_some() {
        28.0
    } else {
        0.0
    };
    let row = side(&before) + pause + side(&unit);
    let width = now.width.max(row);
    let mut height = now.height;
    draft.text(
        now.clone(),
        ground.loud,
        None,
        (width - now.width) / 2.0,
        0.0,
    );
    if before.is_some() || unit.is_some() {
        let y = height + 30.0;
        let mut x = (width - row) / 2.0;
        if let Some(block) = before {
            let (w, h) = (block.width, block.height);
            let line = Rect::new(x - 4.0, y + h * 0.5 - 2.0, w + 8.0, 4.0);
            draft.text(block, ground.quiet, None, x, y);
            draft
                .shapes
                .push((Path::rect(line), Paint::Flat(ground.quiet, 1.0)));
            x += w + pause;
            height = y + h;
        }
        if let Some(block) = unit {
            height = y + block.height;
            draft.text(block, ground.quiet, None, x, y);
        }
    }
    Some((62.0, width, height, draft))
}

/// The one thing to do.
fn button(board: &Storyboard<'_>, palette: &Palette) -> Option<(f32, f32, f32, Draft)> {
    let style = Style::label(56.0, 40.0).face(Face::Heavy);
    let block = text::fit(board.call, style, MEASURE - 128.0, 70.0)?;
    let (w, h) = (block.width + 128.0, block.height + 72.0);
    let ground = palette.accent;
    let mut draft = Draft::default();
    let pill = Path::rounded(Rect::new(0.0, 0.0, w, h), 28.0);
    draft.shapes.push((pill, Paint::Flat(ground.color, 1.0)));
    draft.text(block, ground.ink, Some(ground.color), 64.0, 36.0);
    Some((56.0, w, h, draft))
}

/// The shop's logo and name in one row, at most `width` wide.
fn shop_row(board: &Storyboard<'_>, ink: Color, width: f32) -> Option<(Draft, f32, f32)> {
    let name = board.brand.shop.as_deref().filter(|s| can_be_set(s));
    let logo = board.brand.logo.as_ref().and_then(|logo| {
        let logo = logo.as_picture();
        logo.check().ok()?;
        let source = logo.window(0, 0, logo.width, logo.height, 300);
        let scale = 72.0 / source.width.max(source.height) as f32;
        let size = |v: u32| ((v as f32 * scale).round() as u32).max(1);
        let (w, h) = (size(source.width), size(source.height));
        let all = [0.0, 0.0, source.width as f32, source.height as f32];
        Some(picture::resample(&source, all, w, h))
    });
    let mut draft = Draft::default();
    let (mut x, height) = (0.0, 72.0);
    if let Some(logo) = logo {
        x = logo.width as f32 + 18.0;
        let y = (height - logo.height as f32) / 2.0;
        draft.pictures.push((logo, 0.0, y));
    }
    let set = |words: &str| text::fit(words, Style::label(44.0, 34.0), width - x, 60.0);
    let block = name.and_then(|name| {
        let city = board.brand.city.as_deref().filter(|s| can_be_set(s));
        city.and_then(|city| set(&format!("{name} · {city}")).filter(|b| !b.cut))
            .or_else(|| set(name))
    });
    if let Some(block) = block {
        let (w, y) = (block.width, (height - block.height) / 2.0);
        draft.text(block, ink, None, x, y);
        x += w;
    } else if draft.pictures.is_empty() {
        return None;
    }
    Some((draft, x, height))
}
