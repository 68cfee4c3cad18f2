//! A circle behind the product, the heading beside it: loud and friendly.

use crate::canvas::Paint;
use crate::geometry::{Path, Rect};
use crate::poster::element::column;
use crate::poster::page::{Copy, Page};
use crate::poster::place::Room;
use crate::product::Shadow;
use crate::text::{Align, Style};

pub(crate) fn compose(page: &mut Page<'_>, copy: &Copy) {
    let palette = page.palette;
    let (c, g) = (page.content, palette.accent);
    page.ground(Paint::Flat(g.color, 1.0));

    let heading = Style::heading(if page.is_square() { 96.0 } else { 124.0 }, 54.0).leading(1.0);
    let height = c.h * if page.is_square() { 0.25 } else { 0.28 };
    let head = column(
        [
            (0.0, page.shop(g.ink, c.w)),
            (44.0, Some(page.title(copy, g, heading, c.w * 0.86, height))),
            (30.0, page.benefit(copy, g.ink, c.w * 0.78, Align::Left)),
        ],
        Align::Left,
    );
    let head = page.add(head, c.x, c.y);

    let price = page
        .price(copy, palette.deep, 84.0, c.w * 0.56, Align::Left)
        .map(|price| price.on_card((34.0, 30.0), 26.0, Paint::Flat(palette.deep.color, 1.0)));
    let paper = palette.paper;
    let foot = page.foot(
        price,
        |p, w| p.framed_pill(copy, paper, w),
        c.w,
        Align::Left,
    );
    let f = page.frame();
    // On a tall page the words stay together above, and the product has all that is below them.
    let tall = page.is_tall();
    let (area, floor) = if tall {
        let foot = page.add(foot, c.x, head.bottom() + 56.0);
        let low = if page.product.cut_below {
            f.h
        } else {
            f.h - 150.0
        };
        let area = Rect::edges(36.0, foot.bottom() + 40.0, f.w - 36.0, low);
        (area, page.product.cut_below.then_some(low))
    } else {
        page.add_above(foot, c.x, c.bottom());
        (Rect::edges(40.0, head.y, f.w - 40.0, c.bottom()), None)
    };
    let at = page.place(Room {
        area,
        gravity: if tall { (0.5, 0.6) } else { (0.56, 0.62) },
        clearance: 26.0,
        floor,
    });
    let (cx, cy) = at.center();
    let radius = (at.w.hypot(at.h) * 0.5).clamp(300.0, if tall { 620.0 } else { 460.0 });
    // No line of words stands on two grounds: the circle gives way.
    let (px, py) = (cx + 24.0, cy + 10.0);
    let radius = radius.min(page.nearest_words((px, py)) - 18.0).max(40.0);
    let circle = Path::circle(px, py, radius);
    page.canvas
        .fill(&circle, Paint::Flat(palette.paper.color, 1.0));
    if !tall {
        page.hem(g.ink, 0.3);
    }
    page.paint_product(at, Shadow::Drop(0.05, 0.045, 0.34));
}
