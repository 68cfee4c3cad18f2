//! The product on a round stage in the light; the stage's front carries the words.

use crate::canvas::Paint;
use crate::geometry::{Path, Rect};
use crate::palette::Lch;
use crate::pattern::Weave;
use crate::poster::element::column;
use crate::poster::page::{Copy, Page};
use crate::poster::place::Room;
use crate::product::Shadow;
use crate::text::{Align, Style};

pub(crate) fn compose(page: &mut Page<'_>, copy: &Copy) {
    let palette = page.palette;
    let (c, f) = (page.content, page.frame());
    let g = page.contrasting(palette.deep, palette.accent);
    let dark = g.color == palette.deep.color;
    let button = if dark { palette.accent } else { palette.deep };

    let side = page.is_side_by_side();
    let width = if side { c.w * 0.48 } else { c.w };
    let heading = Style::heading(if page.is_square() { 78.0 } else { 98.0 }, 44.0).lines(if side {
        5
    } else {
        3
    });
    let price = page.price(
        copy,
        g,
        84.0,
        if side { width } else { c.w * 0.54 },
        Align::Left,
    );
    let foot = page.foot(
        price,
        |p, w| p.pill(copy, button.color, button.ink, w),
        width,
        Align::Left,
    );
    let title_room = c.h * if side { 0.36 } else { 0.2 };
    if !side && let Some(shop) = page.shop(g.quiet, width) {
        page.add(shop, c.x, c.y);
    }
    let shop = if side {
        page.shop(g.quiet, width)
    } else {
        None
    };
    let words = column(
        [
            (0.0, shop),
            (34.0, Some(page.title(copy, g, heading, width, title_room))),
            (
                28.0,
                page.benefit(
                    copy,
                    g.ink,
                    width * if side { 1.0 } else { 0.9 },
                    Align::Left,
                ),
            ),
            (40.0, Some(foot)),
        ],
        Align::Left,
    );
    let words = page.add_above(words, c.x, c.bottom());

    // Beside the words the stage is a drum of its own; below them it is as wide as the page.
    let (cx, rx, ry) = if side {
        (f.w * 0.77, f.w * 0.26, 60.0)
    } else {
        (f.w / 2.0, f.w * 0.62, 84.0)
    };
    let rim = if side { f.h - 96.0 } else { words.y - 58.0 };
    let stage = rim - ry;
    let tone = Lch::of(g.color);
    let shifted = |by: f32| Lch::new((tone.l + by).clamp(0.05, 0.985), tone.c, tone.h).color();
    let (back, light, top) = if dark {
        (shifted(-0.045), shifted(0.17), shifted(0.11))
    } else {
        (shifted(0.02), shifted(0.1), shifted(-0.06))
    };
    let at = page.place(Room {
        area: Rect::edges(
            if side { f.w * 0.47 } else { 60.0 },
            if page.is_tall() { c.y - 130.0 } else { 64.0 },
            f.w - 60.0,
            rim,
        ),
        gravity: (if side { 0.62 } else { 0.5 }, 1.0),
        clearance: 24.0,
        floor: Some(stage + ry * 0.42),
    });
    page.ground(Paint::Flat(back, 1.0));
    page.canvas.fill(
        &Path::rect(Rect::edges(0.0, 0.0, f.w, if side { f.h } else { rim })),
        Paint::Glow {
            center: at.center(),
            radius: f.w * if side { 0.62 } else { 0.78 },
            inner: (light, 1.0),
            outer: (back, 1.0),
        },
    );
    let hem = Path::rect(Rect::new(0.0, 0.0, f.w, 132.0));
    let thread = if dark {
        palette.accent.color
    } else {
        palette.deep.color
    };
    page.weave(
        &hem,
        66.0,
        Weave::Line,
        Paint::Fade(thread, [(0.0, 10.0), (0.0, 132.0)], [0.5, 0.0]),
    );
    // The front, then the top of the stage with a thin lit edge.
    let mut body = Path::ellipse(cx, stage, rx, ry);
    let front = if side {
        Rect::edges(cx - rx, stage, cx + rx, f.h)
    } else {
        Rect::edges(0.0, stage + ry * 0.36, f.w, f.h)
    };
    body.join(Path::rect(front));
    page.canvas.fill(&body, Paint::Flat(g.color, 1.0));
    page.canvas.fill(
        &Path::ellipse(cx, stage - 6.0, rx, ry),
        Paint::Flat(top, 1.0),
    );
    page.hem(thread, 0.34);
    page.paint_product(at, Shadow::Floor(if dark { 0.8 } else { 0.55 }));
}
