//! A length of batik down one side, the product lying half on it.

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
    let (c, f, g) = (page.content, page.frame(), palette.paper);
    page.ground(Paint::Flat(g.color, 1.0));
    let cloth = Rect::edges(f.w * 0.72, 0.0, f.w, f.h);
    let width = cloth.x - 44.0 - c.x;

    let heading = Style::heading(if page.is_square() { 84.0 } else { 108.0 }, 48.0).lines(4);
    let head = column(
        [
            (0.0, page.shop(g.quiet, width)),
            (40.0, Some(page.title(copy, g, heading, width, c.h * 0.36))),
            (30.0, page.benefit(copy, g.ink, width, Align::Left)),
        ],
        Align::Left,
    );
    let head = page.add(head, c.x, c.y);
    let price = page.price(copy, g, 84.0, width, Align::Left);
    let deep = palette.deep;
    let call = page
        .pill(copy, deep.color, deep.ink, width)
        .or_else(|| page.pill(copy, deep.color, deep.ink, c.w));
    let foot = column([(0.0, price), (34.0, call)], Align::Left);
    let tall = page.is_tall();
    let low = if tall {
        // The words stay together above; the product has the rest of the page.
        page.add(foot, c.x, head.bottom() + 52.0).bottom() + 30.0
    } else {
        page.add_above(foot, c.x, c.bottom());
        head.y
    };

    page.canvas
        .fill(&Path::rect(cloth), Paint::Flat(deep.color, 1.0));
    let tone = Lch::of(palette.accent.color);
    let thread = Lch::new(tone.l.max(0.72), tone.c * 0.75, tone.h).color();
    page.weave(
        &Path::rect(cloth),
        cloth.w / 3.0,
        Weave::Cloth,
        Paint::Flat(thread, 0.86),
    );
    // The selvedge.
    let edge = Path::rect(Rect::new(cloth.x - 14.0, 0.0, 14.0, f.h));
    page.canvas
        .fill(&edge, Paint::Flat(palette.accent.color, 1.0));

    let bottom = if tall { f.h - 130.0 } else { c.bottom() };
    let at = page.place(Room {
        area: Rect::edges(44.0, low, f.w - 44.0, bottom),
        gravity: if tall { (0.5, 0.7) } else { (0.82, 0.66) },
        clearance: 30.0,
        floor: None,
    });
    page.paint_product(at, Shadow::Drop(0.04, 0.04, 0.42));
}
