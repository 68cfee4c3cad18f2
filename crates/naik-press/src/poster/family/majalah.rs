//! An editorial page: a serif, a column of notes, a block of colour, much air.

use crate::canvas::Paint;
use crate::font::Face;
use crate::geometry::{Path, Rect};
use crate::poster::element::{Element, column};
use crate::poster::page::{Copy, Page};
use crate::poster::place::Room;
use crate::product::Shadow;
use crate::text::{self, Align, Style};

pub(crate) fn compose(page: &mut Page<'_>, copy: &Copy) {
    let palette = page.palette;
    let (c, f, g) = (page.content, page.frame(), palette.paper);
    page.ground(Paint::Flat(g.color, 1.0));
    if page.is_tall() {
        tall(page, copy);
        return;
    }
    let upright = page.product.aspect() < 1.0 && !page.product.is_photo;
    if upright || page.is_side_by_side() {
        side_by_side(page, copy);
        return;
    }

    let masthead = column([(0.0, page.shop(g.ink, c.w))], Align::Left);
    let mut head_y = c.y;
    if masthead.h > 0.0 {
        let line = page.add(masthead, c.x, c.y);
        let rule = Path::rect(Rect::new(c.x, line.bottom() + 24.0, c.w, 3.0));
        page.canvas.fill(&rule, Paint::Flat(g.ink, 1.0));
        head_y = line.bottom() + 76.0;
    }
    // A wide product in a square needs the height that large words would take.
    let (most, share) = if page.product.aspect() > 1.2 && f.h < f.w * 1.2 {
        (104.0, 0.2)
    } else {
        (148.0, 0.3)
    };
    let heading = Style::heading(most, 54.0)
        .face(Face::Serif)
        .tracking(-0.022)
        .leading(1.0);
    let head = page.title(copy, g, heading, c.w, c.h * share);
    let head = page.add(head, c.x, head_y);

    let price = page.price(copy, g, 88.0, c.w * 0.66, Align::Left);
    let foot = page.foot(price, |p, w| p.ring(copy, g.ink, w), c.w, Align::Left);
    let has_foot = foot.h > 0.0;
    let foot = page.add_above(foot, c.x, c.bottom());

    // The block of colour bleeds off the right edge; notes stand in the column that it leaves.
    let low = if has_foot { foot.y - 52.0 } else { f.h };
    let narrow = c.w * 0.31;
    let note = copy.benefit.as_deref().and_then(|words| {
        let style = Style::running(40.0, 34.0).lines(8).leading(1.36);
        let block = text::fit(words, style, narrow, (low - head.bottom()) * 0.6)?;
        Some(Element::text(block, g.ink))
    });
    let left = if note.is_some() {
        c.x + narrow + 44.0
    } else {
        f.w * 0.24
    };
    let panel = Rect::edges(left, head.bottom() + 56.0, f.w, low);
    if let Some(note) = note {
        let bottom = low.min(c.bottom()) - 8.0;
        page.add_above(note, c.x, bottom);
    }
    page.hem(g.ink, 0.3);
    let block = page.contrasting(palette.accent, palette.soft);
    page.canvas
        .fill(&Path::rect(panel), Paint::Flat(block.color, 1.0));
    if page.product.is_photo {
        page.paint_photo_in(&Path::rect(panel));
        return;
    }
    let at = page.place(Room {
        area: Rect::edges(
            c.x - 20.0,
            head.bottom() + 18.0,
            f.w - 40.0,
            low.min(f.h - 60.0) + 16.0,
        ),
        gravity: (0.86, 0.6),
        clearance: 26.0,
        floor: None,
    });
    page.paint_product(at, Shadow::Drop(0.045, 0.04, 0.32));
}

/// All words above, where every app shows them; the block of colour and the product below, to the page's end.
fn tall(page: &mut Page<'_>, copy: &Copy) {
    let palette = page.palette;
    let (c, f, g) = (page.content, page.frame(), palette.paper);
    let mut head_y = c.y;
    if let Some(shop) = page.shop(g.ink, c.w) {
        let line = page.add(shop, c.x, c.y);
        let rule = Path::rect(Rect::new(c.x, line.bottom() + 24.0, c.w, 3.0));
        page.canvas.fill(&rule, Paint::Flat(g.ink, 1.0));
        head_y = line.bottom() + 74.0;
    }
    let heading = Style::heading(128.0, 54.0)
        .face(Face::Serif)
        .tracking(-0.022)
        .leading(1.02);
    let price = page.price(copy, g, 92.0, c.w * 0.66, Align::Left);
    let foot = page.foot(price, |p, w| p.ring(copy, g.ink, w), c.w, Align::Left);
    let words = column(
        [
            (0.0, Some(page.title(copy, g, heading, c.w, c.h * 0.3))),
            (34.0, page.benefit(copy, g.quiet, c.w, Align::Left)),
            (48.0, (foot.h > 0.0).then_some(foot)),
        ],
        Align::Left,
    );
    let words = page.add(words, c.x, head_y);
    let top = words.bottom() + words_gap(page);
    let panel = Rect::edges(f.w * 0.24, top, f.w, f.h);
    if page.product.is_photo {
        page.paint_photo_in(&Path::rect(panel));
        return;
    }
    let block = page.contrasting(palette.accent, palette.soft);
    page.canvas
        .fill(&Path::rect(panel), Paint::Flat(block.color, 1.0));
    let low = if page.product.cut_below {
        f.h
    } else {
        f.h - 130.0
    };
    let at = page.place(Room {
        area: Rect::edges(36.0, words.bottom() + 20.0, f.w - 36.0, low),
        gravity: (0.56, 0.62),
        clearance: 26.0,
        floor: page.product.cut_below.then_some(low),
    });
    page.paint_product(at, Shadow::Drop(0.045, 0.04, 0.32));
}

fn words_gap(page: &Page<'_>) -> f32 {
    if page.product.aspect() > 1.0 {
        96.0
    } else {
        64.0
    }
}

/// The column of words on the left, the block of colour over the whole height on the right.
fn side_by_side(page: &mut Page<'_>, copy: &Copy) {
    let palette = page.palette;
    let (c, f, g) = (page.content, page.frame(), palette.paper);
    let width = c.w * 0.48;
    let masthead = column([(0.0, page.shop(g.ink, width))], Align::Left);
    let mut head_y = c.y;
    if masthead.h > 0.0 {
        let line = page.add(masthead, c.x, c.y);
        let rule = Path::rect(Rect::new(c.x, line.bottom() + 24.0, width, 3.0));
        page.canvas.fill(&rule, Paint::Flat(g.ink, 1.0));
        head_y = line.bottom() + 70.0;
    }
    let price = page.price(copy, g, 88.0, width, Align::Left);
    let foot = page.foot(price, |p, w| p.ring(copy, g.ink, w), width, Align::Left);
    let heading = Style::heading(104.0, 46.0)
        .face(Face::Serif)
        .tracking(-0.022)
        .leading(1.02)
        .lines(5);
    let benefit = page.benefit(copy, g.quiet, width, Align::Left);
    // What stands above the foot keeps its distance from it.
    let told = benefit.as_ref().map_or(0.0, |benefit| benefit.h + 30.0);
    let free = c.bottom() - foot.h - 56.0 - head_y - told;
    let title = page.title(copy, g, heading, width, (c.h * 0.42).min(free));
    let head = column([(0.0, Some(title)), (30.0, benefit)], Align::Left);
    let head = page.add(head, c.x, head_y);
    page.add_above(foot, c.x, c.bottom());

    let panel = Path::rect(Rect::edges(c.x + width + 52.0, 0.0, f.w, f.h));
    if page.product.is_photo {
        // About its own shape, bleeding off the right edge.
        let wide = f.w - c.x - width - 52.0;
        let tall = (wide / page.product.aspect() * 1.12).min(f.h);
        let y = if tall > f.h * 0.9 {
            0.0
        } else {
            (f.h - tall) / 2.0
        };
        let tall = if y > 0.0 { tall } else { f.h };
        page.paint_photo_in(&Path::rect(Rect::new(f.w - wide, y, wide, tall)));
        return;
    }
    let block = page.contrasting(palette.accent, palette.soft);
    page.canvas.fill(&panel, Paint::Flat(block.color, 1.0));
    let at = page.place(Room {
        area: Rect::edges(c.x + width * 0.5, head.y - 40.0, f.w - 40.0, c.bottom()),
        gravity: (0.86, 0.6),
        clearance: 26.0,
        floor: None,
    });
    page.paint_product(at, Shadow::Drop(0.045, 0.04, 0.32));
}
