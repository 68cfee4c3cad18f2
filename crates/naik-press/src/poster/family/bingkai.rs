//! A framed picture with a caption, as in a shop window.

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
    let (c, g) = (page.content, palette.paper);
    page.ground(Paint::Flat(g.color, 1.0));

    let side = page.is_side_by_side();
    let width = if side { c.w * 0.46 } else { c.w };
    let heading = Style::heading(if page.is_square() { 72.0 } else { 84.0 }, 44.0).lines(if side {
        5
    } else {
        2
    });
    let price = page.price(
        copy,
        g,
        92.0,
        if side { width } else { c.w * 0.6 },
        Align::Left,
    );
    let foot = page.foot(price, |p, w| p.ring(copy, g.ink, w), width, Align::Left);
    // A story has room above the words' safe zone: the picture takes it, the shop goes below.
    let tall = page.is_tall();
    let words = column(
        [
            (
                0.0,
                if tall {
                    page.shop(g.quiet, width)
                } else {
                    None
                },
            ),
            (
                34.0,
                Some(page.title(copy, g, heading, width, c.h * if side { 0.4 } else { 0.17 })),
            ),
            (26.0, page.benefit(copy, g.quiet, width, Align::Left)),
            (44.0, Some(foot)),
        ],
        Align::Left,
    );
    let words = page.add_above(words, c.x, c.bottom());
    let card = if side {
        let header = column([(0.0, page.shop(g.ink, width))], Align::Left);
        page.add(header, c.x, c.y);
        Rect::edges(c.x + width + 52.0, c.y, c.right(), c.bottom())
    } else if tall {
        Rect::edges(c.x, 132.0, c.right(), words.y - 52.0)
    } else {
        let header = column([(0.0, page.shop(g.ink, c.w))], Align::Left);
        let header = page.add(header, c.x, c.y);
        let top = if header.h > 0.0 {
            header.bottom() + 36.0
        } else {
            c.y
        };
        Rect::edges(c.x, top, c.right(), words.y - 52.0)
    };
    // A photo keeps about its own shape: a strip of it would cut the product.
    let card = if side && page.product.is_photo {
        let tall = (card.w / page.product.aspect() * 1.1).min(card.h);
        Rect::edges(card.x, card.bottom() - tall, card.right(), card.bottom())
    } else {
        card
    };
    let path = Path::rounded(card, 40.0);
    page.hem(palette.accent.color, 0.6);
    if page.product.is_photo {
        page.paint_photo_in(&path);
        return;
    }
    // A wall and a table, in one breath of the shop's colour.
    let wall = page.contrasting(palette.soft, palette.deep);
    let tone = Lch::of(wall.color);
    let shade = |by: f32| Lch::new((tone.l + by).clamp(0.05, 0.985), tone.c * 1.1, tone.h).color();
    page.canvas.fill(
        &path,
        Paint::Down(shade(0.025), shade(-0.035), card.y, card.bottom()),
    );
    let corner = Rect::edges(
        card.x + card.w * 0.5,
        card.y,
        card.right(),
        card.y + card.h * 0.42,
    );
    let woven = Path::rounded_each(corner, [0.0, 40.0, 0.0, 0.0]);
    let fade = [
        (corner.right(), corner.y),
        (corner.x + corner.w * 0.2, corner.bottom()),
    ];
    page.weave(
        &woven,
        78.0,
        Weave::Line,
        Paint::Fade(wall.ink, fade, [0.22, 0.0]),
    );
    let cut = page.product.cut_below;
    let pad = if side { 22.0 } else { 40.0 };
    // The product's middle comes a little below the card's, its foot on the table.
    let height = ((card.w - 2.0 * pad) / page.product.aspect()).min(card.h * 0.86);
    let floor = (card.y + card.h * 0.56 + height / 2.0).min(card.bottom() - card.h * 0.1);
    let floor = if cut { card.bottom() } else { floor };
    let table = (floor - card.h * 0.13).min(card.bottom() - card.h * 0.2);
    let board = Path::rounded_each(
        Rect::edges(card.x, table, card.right(), card.bottom()),
        [0.0, 0.0, 40.0, 40.0],
    );
    page.canvas.fill(
        &board,
        Paint::Down(shade(-0.075), shade(-0.045), table, card.bottom()),
    );
    let at = page.place(Room {
        area: Rect::edges(
            card.x + pad,
            card.y + 36.0,
            card.right() - pad,
            card.bottom(),
        ),
        gravity: (0.5, 1.0),
        clearance: 0.0,
        floor: Some(floor),
    });
    page.paint_product(
        at,
        if cut {
            Shadow::Drop(0.01, 0.03, 0.3)
        } else {
            Shadow::Floor(0.6)
        },
    );
}
