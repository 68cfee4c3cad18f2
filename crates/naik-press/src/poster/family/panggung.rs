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

    let heading = Style::heading(if page.is_square() { 78.0 } else { 98.0 }, 50.0);
    let price = page.price(copy, g, 84.0, c.w * 0.54, Align::Left);
    let foot = page.foot(
        price,
        |p, w| p.pill(copy, button.color, button.ink, w),
        c.w,
        Align::Left,
    );
    let words = column(
        [
            (0.0, page.shop(g.quiet, c.w)),
            (34.0, Some(page.title(copy, g, heading, c.w, c.h * 0.24))),
            (28.0, page.benefit(copy, g.ink, c.w * 0.9, Align::Left)),
            (40.0, Some(foot)),
            (40.0, page.dots(copy, g.ink)),
        ],
        Align::Left,
    );
    let words = page.add_above(words, c.x, c.bottom());

    let (rx, ry) = (f.w * 0.62, 84.0);
    let rim = words.y - 58.0;
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
            60.0,
            if page.is_tall() { c.y - 60.0 } else { 64.0 },
            f.w - 60.0,
            rim,
        ),
        gravity: (0.5, 1.0),
        clearance: 24.0,
        floor: Some(stage + ry * 0.42),
    });
    page.ground(Paint::Flat(back, 1.0));
    page.canvas.fill(
        &Path::rect(Rect::edges(0.0, 0.0, f.w, rim)),
        Paint::Glow {
            center: at.center(),
            radius: f.w * 0.78,
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
    let mut body = Path::ellipse(f.w / 2.0, stage, rx, ry);
    body.join(Path::rect(Rect::edges(0.0, stage + ry * 0.36, f.w, f.h)));
    page.canvas.fill(&body, Paint::Flat(g.color, 1.0));
    page.canvas.fill(
        &Path::ellipse(f.w / 2.0, stage - 6.0, rx, ry),
        Paint::Flat(top, 1.0),
    );
    page.hem(thread, 0.34);
    page.paint_product(at, Shadow::Floor(if dark { 0.8 } else { 0.55 }));
}
