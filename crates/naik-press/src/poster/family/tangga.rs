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
    let (high, middle, low) = (palette.soft, palette.accent, palette.deep);
    let pill = |p: &Page<'_>, w: f32| p.pill(copy, palette.paper.color, palette.paper.ink, w);
    // A square has the height for two steps: price and call share the lower one, the shop stands above.
    let square = page.is_square();
    let foot = if square {
        if let Some(shop) = page.shop(g.quiet, c.w) {
            page.add(shop, c.x, c.y);
        }
        let price = page.price(copy, low, 72.0, c.w * 0.62, Align::Left);
        page.foot(price, pill, c.w, Align::Left)
    } else {
        let call = pill(page, c.w * 0.62);
        let taken = call.as_ref().map_or(0.0, |part| part.w + 30.0);
        let shop = page
            .shop(low.ink, c.w - taken)
            .filter(|_| c.w - taken > 200.0);
        if shop.is_some() {
            ends(shop, call, c.w)
        } else {
            ends(call, None, c.w)
        }
    };
    let y_low = c.bottom() - foot.h.max(30.0) - 44.0;
    page.add_above(foot, c.x, c.bottom());

    let (x_middle, x_high) = (f.w * 0.07, f.w * if square { 0.09 } else { 0.14 });
    let inner = |x: f32| c.right() - x - 50.0;
    let price = if square {
        None
    } else {
        let most = if page.is_tall() { 104.0 } else { 84.0 };
        page.price(copy, middle, most, inner(x_middle), Align::Left)
    };
    let y_middle = match price {
        Some(price) => {
            let y = y_low - TREAD - price.h - price.hang - 76.0;
            page.add(price, x_middle + 50.0, y + 42.0);
            y
        }
        None => y_low,
    };
    let heading = if square { 66.0 } else { 94.0 };
    let heading = Style::heading(heading, 44.0).leading(1.02);
    let title_room = c.h * if square { 0.17 } else { 0.22 };
    let ground = if square { middle } else { high };
    let words = column(
        [
            (
                0.0,
                Some(page.title(copy, ground, heading, inner(x_high), title_room)),
            ),
            (
                28.0,
                page.benefit(copy, ground.ink, inner(x_high), Align::Left),
            ),
        ],
        Align::Left,
    );
    let y_high = y_middle - TREAD - words.h - words.hang - 76.0;
    page.add(words, x_high + 50.0, y_high + 42.0);
    step(page, ground, x_high, y_high);
    if y_middle < y_low {
        step(page, middle, x_middle, y_middle);
    }
    step(page, low, 0.0, y_low);
    page.hem(palette.accent.color, 0.5);

    let floor = y_high - TREAD * 0.3;
    let top = if page.is_tall() { 110.0 } else { 56.0 };
    let at = page.place(Room {
        area: Rect::edges(40.0, top, f.w - 40.0, floor),
        gravity: (0.56, 1.0),
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
