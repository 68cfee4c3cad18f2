//! A swing tag with the price, hanging beside the product on a shelf.

use std::f32::consts::PI;

use crate::canvas::Paint;
use crate::geometry::{Path, Pen, Rect};
use crate::poster::element::{Element, column, ends};
use crate::poster::page::{Copy, Page};
use crate::poster::place::Room;
use crate::product::Shadow;
use crate::text::{Align, Style};

/// Lean of the tag, in radians.
const LEAN: f32 = -0.075;

pub(crate) fn compose(page: &mut Page<'_>, copy: &Copy) {
    let palette = page.palette;
    let (c, f, g) = (page.content, page.frame(), palette.soft);
    let (shelf, tag_ground) = (palette.deep, palette.accent);
    page.ground(Paint::Flat(g.color, 1.0));

    let heading = Style::heading(if page.is_square() { 80.0 } else { 108.0 }, 50.0);
    let height = c.h * if copy.price_leads { 0.12 } else { 0.26 };
    let has_price = copy.price.is_some();
    let head = column(
        [
            (0.0, Some(page.title(copy, g, heading, c.w, height))),
            (
                28.0,
                page.benefit(
                    copy,
                    g.ink,
                    c.w * if has_price { 0.5 } else { 0.92 },
                    Align::Left,
                ),
            ),
        ],
        Align::Left,
    );
    let head = page.add(head, c.x, c.y);

    // The shelf's edge carries the shop and, beside a price tag, the call.
    let call = if has_price {
        page.pill(copy, tag_ground.color, tag_ground.ink, c.w * 0.62)
    } else {
        None
    };
    let taken = call.as_ref().map_or(0.0, |part| part.w + 30.0);
    let shop = page
        .shop(
            if page.is_tall() { g.quiet } else { shelf.ink },
            c.w - taken,
        )
        .filter(|_| c.w - taken > 200.0);
    let foot = if shop.is_some() {
        ends(shop, call, c.w)
    } else {
        ends(call, None, c.w)
    };
    let foot_h = foot.h.max(40.0);
    let tall = page.is_tall();
    let foot_y = if tall {
        f.h - 236.0
    } else {
        c.bottom() - foot_h
    };
    let edge = foot_y - if copy.price_leads { 64.0 } else { 54.0 };
    if tall {
        // Apps lay their own buttons over the shelf: its words move up.
        page.add(foot, c.x, head.bottom() + 48.0);
    } else {
        page.add_above(foot, c.x, c.bottom());
    }
    page.canvas.fill(
        &Path::rect(Rect::edges(0.0, edge, f.w, f.h)),
        Paint::Flat(shelf.color, 1.0),
    );

    page.hem(shelf.ink, 0.2);

    // Beside a slim product the tag is narrow, above a wide one it may be wide.
    let (widest, most) = match (copy.price_leads, page.product.aspect() < 1.05) {
        (true, true) => (0.4, 64.0),
        (true, false) => (0.5, 72.0),
        (false, _) => (0.44, 76.0),
    };
    let words = if has_price {
        page.price(copy, tag_ground, most, c.w * widest, Align::Center)
    } else {
        page.call(copy, tag_ground.ink, c.w * 0.5)
    };
    if let Some(words) = words {
        let tag = tag(words, &palette);
        let x = c.right() - tag.w - 8.0;
        // As high as the words allow, so that the product can spread below it.
        let hung = |y: f32| {
            let hole = (x + tag.w / 2.0, y + 46.0);
            (hole, tag.clone().moved(x, y).turned(LEAN, hole))
        };
        let slim = page.product.aspect() < 1.05;
        let mut y = if tall && slim {
            (head.bottom() + edge) * 0.5 - 120.0
        } else {
            head.y
        };
        if copy.price_leads && slim {
            y = (head.bottom() + edge - tag.h) * 0.42;
        }
        while y < edge - tag.h && page.collides(&hung(y).1, 26.0) {
            y += 10.0;
        }
        let (hole, tag) = hung(y);
        page.add_placed(tag);
        // It hangs from the right edge of the page.
        string(page, hole, (f.w + 30.0, hole.1 - 130.0), shelf.color);
    }
    let at = page.place(Room {
        area: Rect::edges(36.0, head.y, f.w - 36.0, edge + 46.0),
        gravity: (0.08, 1.0),
        clearance: 22.0,
        floor: Some(edge + 42.0),
    });
    page.paint_product(at, Shadow::Floor(0.7));
}

/// The words on a tag with cut corners and an eyelet.
fn tag(words: Element, palette: &crate::palette::Palette) -> Element {
    let (w, h) = ((words.w + 108.0).max(300.0), words.h + 96.0 + 62.0);
    let cut = 64.0;
    let outline = Path::polygon(&[
        (cut, 0.0),
        (w - cut, 0.0),
        (w, cut),
        (w, h),
        (0.0, h),
        (0.0, cut),
    ]);
    let eyelet = (w / 2.0, 46.0);
    let body = outline.minus(Path::circle(eyelet.0, eyelet.1, 15.0));
    let ring = Path::circle(eyelet.0, eyelet.1, 26.0).minus(Path::circle(eyelet.0, eyelet.1, 15.0));
    let mut out = Element::shape(w, h, body, Paint::Flat(palette.accent.color, 1.0));
    out.shapes
        .push((ring, Paint::Flat(palette.paper.color, 1.0)));
    let (x, y) = ((w - words.w) / 2.0, 46.0 + 62.0);
    let words = words.moved(x, y);
    out.words.extend(words.words);
    out.shapes.extend(words.shapes);
    out
}

/// A thread from the eyelet to a point, with a little slack.
fn string(page: &mut Page<'_>, from: (f32, f32), to: (f32, f32), color: naik_core::color::Color) {
    let mut pen = Pen::default();
    let sag = |t: f32| (t * PI).sin() * 34.0;
    let at = |t: f32, side: f32| {
        (
            from.0 + (to.0 - from.0) * t + side,
            from.1 + (to.1 - from.1) * t + sag(t) + side,
        )
    };
    let steps = 24;
    for step in 0..=steps {
        let (x, y) = at(step as f32 / steps as f32, -2.0);
        if step == 0 {
            pen.move_to(x, y)
        } else {
            pen.line_to(x, y)
        }
    }
    for step in (0..=steps).rev() {
        let (x, y) = at(step as f32 / steps as f32, 2.0);
        pen.line_to(x, y);
    }
    page.canvas.fill(&pen.finish(), Paint::Flat(color, 1.0));
}
