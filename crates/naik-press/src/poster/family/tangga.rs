//! Steps of a terrace, each with one message; the product stands on the highest.

use naik_core::color::Color;

use crate::canvas::Paint;
use crate::geometry::{Path, Rect};
use crate::palette::{Ground, Lch};
use crate::poster::element::{column, ends};
use crate::poster::page::{Copy, Page};
use crate::poster::place::Room;
use crate::product::Shadow;
use crate::text::{Align, Style};

/// Height of a step's upper face, in pixels.
const TREAD: f32 = 30.0;

pub(crate) fn compose(page: &mut Page<'_>, copy: &Copy) {
    let palette = page.palette;
    let (c, f, g) = (page.content, page.frame(), palette.paper);
    page.ground(Paint::Flat(g.color, 1.0));

    let heading = Style::heading(if page.is_square() { 66.0 } else { 112.0 }, 50.0).leading(1.02);
    let head = column(
        [
            (4.0, page.dots(copy, g.ink)),
            (
                36.0,
                Some(page.title(
                    copy,
                    g,
                    heading,
                    c.w,
                    c.h * if page.is_square() { 0.2 } else { 0.27 },
                )),
            ),
            (28.0, page.benefit(copy, g.quiet, c.w * 0.86, Align::Left)),
        ],
        Align::Left,
    );
    let head = page.add(head, c.x, c.y);

    let (low, middle) = (palette.deep, palette.accent);
    let x_middle = f.w * 0.2;
    let call = page.pill(copy, palette.paper.color, palette.paper.ink, c.w * 0.62);
    let taken = call.as_ref().map_or(0.0, |part| part.w + 30.0);
    let shop = page
        .shop(low.ink, c.w - taken)
        .filter(|_| c.w - taken > 200.0);
    let foot = if shop.is_some() {
        ends(shop, call, c.w)
    } else {
        ends(call, None, c.w)
    };
    let foot_h = foot.h.max(30.0);
    let y_low = c.bottom() - foot_h - 46.0;
    page.add_above(foot, c.x, c.bottom());

    let price = page.price(
        copy,
        middle,
        if page.is_square() { 68.0 } else { 84.0 },
        f.w - x_middle - 60.0 - (f.w - c.right()),
        Align::Left,
    );
    let price_h = price.as_ref().map_or(28.0, |part| part.h + 34.0 + 46.0);
    let y_middle = y_low - TREAD - price_h;
    if let Some(price) = price {
        page.add(price, x_middle + 52.0, y_middle + 40.0);
    }
    let x_high = f.w * 0.32;
    let y_high = y_middle - TREAD - if page.is_square() { 20.0 } else { 40.0 };
    step(page, palette.soft, x_high, y_high);
    step(page, middle, x_middle, y_middle);
    step(page, low, 0.0, y_low);
    page.hem(low.ink, 0.2);

    let floor = y_high - TREAD * 0.3;
    let at = page.place(Room {
        area: Rect::edges(x_high - 240.0, head.y, f.w - 36.0, floor),
        gravity: (0.66, 1.0),
        clearance: 26.0,
        floor: Some(floor),
    });
    page.paint_product(at, Shadow::Floor(0.6));
}

/// A step from `x` to the right edge: its tread above `y`, its front below.
fn step(page: &mut Page<'_>, ground: Ground, x: f32, y: f32) {
    let f = page.frame();
    let tone = Lch::of(ground.color);
    let lit: Color = Lch::new((tone.l + 0.055).min(0.985), tone.c * 0.85, tone.h).color();
    page.canvas.fill(
        &Path::rect(Rect::edges(x, y, f.w, f.h)),
        Paint::Flat(ground.color, 1.0),
    );
    let tread = Path::polygon(&[(x + TREAD, y - TREAD), (f.w, y - TREAD), (f.w, y), (x, y)]);
    page.canvas.fill(&tread, Paint::Flat(lit, 1.0));
}
