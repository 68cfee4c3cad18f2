//! An arch, everything on its axis: calm and festive.

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
    let (c, f, g) = (page.content, page.frame(), palette.deep);
    page.ground(Paint::Flat(g.color, 1.0));

    // There is no height for a high arch above the words of a square or of a feed: they stand side by side.
    let upright = page.product.aspect() < 1.0 && !page.product.is_photo && !page.is_tall();
    let square = upright || (page.is_square() && page.is_side_by_side());
    let (align, width) = if square {
        (Align::Left, c.w * 0.43)
    } else {
        (Align::Center, c.w)
    };
    let heading = Style::heading(if square { 76.0 } else { 88.0 }, 42.0)
        .align(align)
        .lines(if square { 5 } else { 2 });
    let a = palette.accent;
    let price = page.price(copy, g, 84.0, width, align);
    let call = page
        .pill(copy, a.color, a.ink, width)
        .or_else(|| page.pill(copy, a.color, a.ink, c.w));
    let title_room = c.h * if square { 0.36 } else { 0.19 };
    let parts = [
        (34.0, Some(page.title(copy, g, heading, width, title_room))),
        (
            26.0,
            page.benefit(copy, g.ink, width * if square { 1.0 } else { 0.9 }, align),
        ),
        (38.0, price),
        (36.0, call),
    ];
    let tall = page.is_tall();
    let arch = if tall {
        // All words above, where every app shows them; the arch goes down to the page's end.
        let [title, benefit, price, call] = parts;
        let shop = (0.0, page.shop(g.quiet, c.w));
        let words = column([shop, title, benefit, price, call], align);
        let x = c.center().0 - words.w / 2.0;
        let words = page.add(words, x, c.y);
        let top = words.bottom() + 78.0;
        let reach = page.product.aspect().clamp(0.95, 1.5);
        let (sill, width) = (f.h - 128.0, f.w * 0.84);
        let width = width.min((sill - top) * reach);
        Rect::new((f.w - width) / 2.0, top, width, sill - top)
    } else if square {
        let [title, benefit, price, call] = parts;
        let shop = page.shop(g.quiet, width);
        let words = column([title, benefit, price, call, (38.0, shop)], align);
        page.add_above(words, c.x, c.bottom());
        // As high as the product is, no hall for a cup.
        let (left, sill) = (c.x + width + 70.0, c.bottom() - 26.0);
        let wide = c.right() - 6.0 - left;
        let tall = (wide / page.product.aspect() + wide * 0.42).clamp(wide * 1.15, sill - 96.0);
        Rect::new(left, sill - tall, wide, tall)
    } else {
        let [title, benefit, price, call] = parts;
        let words = column(
            [title, benefit, price, call, (38.0, page.shop(g.quiet, c.w))],
            align,
        );
        let x = c.center().0 - words.w / 2.0;
        let words = page.add_above(words, x, c.bottom());
        let sill = words.y - 78.0;
        let top = 60.0;
        let reach = page.product.aspect().clamp(1.12, 2.0);
        let width = (f.w * 0.74).min((sill - top) * reach);
        Rect::new((f.w - width) / 2.0, top, width, sill - top)
    };
    let (top, width, sill) = (arch.y, arch.w, arch.bottom());
    let path = Path::arch(arch);
    let (around, fade) = if tall {
        let around = Rect::edges(0.0, top - 20.0, f.w, f.h);
        (around, [(0.0, f.h), (0.0, top + 120.0)])
    } else {
        let reach = if square {
            c.y + 160.0
        } else {
            top + width * 0.62
        };
        (
            Rect::edges(0.0, 0.0, f.w, reach),
            [(0.0, reach * 0.25), (0.0, reach)],
        )
    };
    let thread = Paint::Fade(palette.accent.color, fade, [0.42, 0.0]);
    page.weave(&Path::rect(around), 72.0, Weave::Line, thread);
    let frame = Path::arch(Rect::edges(
        arch.x - 22.0,
        arch.y - 22.0,
        arch.right() + 22.0,
        arch.bottom(),
    ));
    page.canvas.fill(&frame, Paint::Flat(g.color, 1.0));
    let rim = Path::arch(Rect::edges(
        arch.x - 10.0,
        arch.y - 10.0,
        arch.right() + 10.0,
        arch.bottom(),
    ));
    page.canvas
        .fill(&rim, Paint::Flat(palette.accent.color, 1.0));
    let inside = page.contrasting(palette.soft, palette.accent);
    let tone = Lch::of(inside.color);
    let light = Lch::new((tone.l + 0.05).min(0.985), tone.c * 0.6, tone.h).color();
    page.canvas.fill(
        &path,
        Paint::Down(light, inside.color, arch.y, arch.bottom()),
    );

    let ledge = Rect::edges(arch.x - 40.0, sill - 2.0, arch.right() + 40.0, sill + 26.0);
    if page.product.is_photo {
        page.paint_photo_in(&path);
    } else {
        let at = page.place(Room {
            area: Rect::edges(arch.x - 26.0, arch.y + 40.0, arch.right() + 26.0, sill),
            gravity: (0.5, 1.0),
            clearance: 0.0,
            floor: Some(if page.product.cut_below {
                sill
            } else {
                sill + 4.0
            }),
        });
        page.paint_product(at, Shadow::Floor(0.6));
    }
    page.canvas.fill(
        &Path::rounded(ledge, 6.0),
        Paint::Flat(palette.accent.color, 1.0),
    );
}
