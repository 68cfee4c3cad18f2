//! The carousel: three slides of one family that read as a sequence.
//!
//! The first shows the product as large as the page allows, the second comes
//! close, the third says what it costs and how to order. A family lends its
//! grounds, its letters and its motif; the three compositions are the same for
//! all, so that a swipe always brings something new.

use naik_core::color::Color;

use crate::canvas::Paint;
use crate::font::Face;
use crate::geometry::{Path, Rect};
use crate::palette::{Ground, Lch, READABLE};
use crate::pattern::Weave;
use crate::poster::Family;
use crate::poster::element::{Element, column, ends};
use crate::poster::page::{Copy, MARGIN, Page};
use crate::poster::place::Room;
use crate::product::Shadow;
use crate::text::{Align, Style};

/// What stands behind the product.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Motif {
    Disc,
    Glow,
    Card,
    Block,
    Cloth,
    Shelf,
    Steps,
    Arch,
}

/// What a family lends to its carousel.
struct Look {
    /// Grounds of the three slides.
    grounds: [Ground; 3],
    motif: Motif,
    face: Face,
}

impl Look {
    fn of(family: Family, page: &Page<'_>) -> Self {
        let p = page.palette;
        let (grounds, motif) = match family {
            Family::Lingkar => ([p.accent, p.paper, p.deep], Motif::Disc),
            Family::Panggung => ([p.deep, p.soft, p.accent], Motif::Glow),
            Family::Bingkai => ([p.paper, p.soft, p.deep], Motif::Card),
            Family::Majalah => ([p.paper, p.paper, p.accent], Motif::Block),
            Family::Kain => ([p.paper, p.deep, p.soft], Motif::Cloth),
            Family::Label => ([p.soft, p.paper, p.deep], Motif::Shelf),
            Family::Tangga => ([p.paper, p.accent, p.soft], Motif::Steps),
            Family::Jendela => ([p.deep, p.paper, p.accent], Motif::Arch),
        };
        let face = if family == Family::Majalah {
            Face::Serif
        } else {
            Face::Heavy
        };
        Self {
            grounds,
            motif,
            face,
        }
    }

    fn heading(&self, most: f32, least: f32) -> Style {
        let style = Style::heading(most, least).face(self.face);
        if self.face == Face::Serif {
            style.tracking(-0.022)
        } else {
            style
        }
    }
}

/// Three dots that say where in the carousel a slide stands.
fn dots(copy: &Copy, ink: Color) -> Option<Element> {
    let here = copy.slide?;
    let mut out = Element::space(112.0, 16.0);
    let mut x = 0.0;
    for nth in 0..3 {
        let long = nth == here;
        let w = if long { 48.0 } else { 16.0 };
        let dot = Path::rounded(Rect::new(x, 0.0, w, 16.0), 8.0);
        out.shapes
            .push((dot, Paint::Flat(ink, if long { 1.0 } else { 0.34 })));
        x += w + 16.0;
    }
    out.boxes.push(Rect::new(0.0, 0.0, 112.0, 16.0));
    Some(out)
}

/// Composes one slide.
pub(crate) fn compose(family: Family, page: &mut Page<'_>, copy: &Copy) {
    let look = Look::of(family, page);
    match copy.slide {
        Some(0) => hero(page, copy, &look),
        Some(1) => detail(page, copy, &look),
        _ => order(page, copy, &look),
    }
}

/// Shop on the left, place in the sequence on the right.
fn header(page: &Page<'_>, copy: &Copy, ground: Ground) -> Element {
    let c = page.content;
    ends(
        page.shop(ground.ink, c.w - 150.0),
        dots(copy, ground.ink),
        c.w,
    )
}

/// The product as large as the page allows, its name above it.
fn hero(page: &mut Page<'_>, copy: &Copy, look: &Look) {
    let (c, f, g) = (page.content, page.frame(), look.grounds[0]);
    page.ground(Paint::Flat(g.color, 1.0));
    let top = header(page, copy, g);
    let top = page.add(top, c.x, c.y);
    let words = column(
        [
            (
                0.0,
                Some(page.title(copy, g, look.heading(128.0, 54.0), c.w, c.h * 0.23)),
            ),
            (30.0, page.benefit(copy, g.ink, c.w, Align::Left)),
        ],
        Align::Left,
    );
    let words = page.add(words, c.x, top.bottom() + 50.0);
    stand(page, look, g, words.bottom() + words_hang(page), f.h);
}

/// Space that hanging letters of the last line take.
fn words_hang(page: &Page<'_>) -> f32 {
    if page.product.is_photo { 46.0 } else { 14.0 }
}

/// Puts the product with its motif into the page between `top` and `bottom`.
fn stand(page: &mut Page<'_>, look: &Look, ground: Ground, top: f32, bottom: f32) {
    let f = page.frame();
    let room = Rect::edges(0.0, top, f.w, bottom);
    if page.product.is_photo {
        let path = match look.motif {
            Motif::Card => Path::rounded(Rect::edges(48.0, top, f.w - 48.0, bottom - 48.0), 40.0),
            Motif::Arch => Path::arch(Rect::edges(90.0, top, f.w - 90.0, bottom)),
            _ => Path::rect(room),
        };
        page.paint_photo_in(&path);
        return;
    }
    let cut = page.product.cut_below;
    let wide = page.product.aspect() > 1.15;
    let floor = match look.motif {
        _ if cut => bottom,
        Motif::Card | Motif::Shelf => bottom - 116.0,
        Motif::Steps => bottom - 130.0,
        Motif::Glow | Motif::Arch => bottom - 92.0,
        Motif::Disc | Motif::Block | Motif::Cloth => bottom - if wide { 110.0 } else { 64.0 },
    };
    let side = match look.motif {
        Motif::Card | Motif::Arch => 84.0,
        _ => 36.0,
    };
    let over = if look.motif == Motif::Card { 44.0 } else { 8.0 };
    let at = page.place(Room {
        area: Rect::edges(side, top + over, f.w - side, floor),
        gravity: (0.5, 1.0),
        clearance: 22.0,
        floor: Some(floor),
    });
    behind(page, look, ground, room, at);
    let stands = matches!(
        look.motif,
        Motif::Glow | Motif::Card | Motif::Shelf | Motif::Steps | Motif::Arch
    );
    page.paint_product(
        at,
        if stands && !cut {
            Shadow::Floor(0.7)
        } else {
            Shadow::Drop(0.035, 0.04, 0.36)
        },
    );
}

/// The family's motif behind a product at `at`, inside `room`.
fn behind(page: &mut Page<'_>, look: &Look, ground: Ground, room: Rect, at: Rect) {
    let (palette, f) = (page.palette, page.frame());
    // Of the palette's other grounds, the one on which the product stands off.
    let others = [palette.accent, palette.soft, palette.paper, palette.deep];
    let mut others = others
        .into_iter()
        .filter(|other| other.color != ground.color);
    let (first, second) = (
        others.next().unwrap_or(ground),
        others.next().unwrap_or(ground),
    );
    let block = page.contrasting(first, second);
    let tone = |by: f32, from: Ground| {
        let base = Lch::of(from.color);
        Lch::new((base.l + by).clamp(0.05, 0.985), base.c, base.h).color()
    };
    let (cx, cy) = at.center();
    match look.motif {
        Motif::Disc => {
            let disc = page.contrasting(palette.paper, block);
            let radius = (at.w.hypot(at.h) * 0.53).clamp(300.0, 560.0);
            let radius = if disc.color.contrast(ground.ink) >= READABLE {
                radius
            } else {
                radius.min(page.nearest_words((cx, cy)) - 18.0).max(40.0)
            };
            page.canvas
                .fill(&Path::circle(cx, cy, radius), Paint::Flat(disc.color, 1.0));
        }
        Motif::Glow => {
            let light = tone(
                if Lch::of(ground.color).l < 0.6 {
                    0.16
                } else {
                    0.08
                },
                ground,
            );
            let glow = Paint::Glow {
                center: (cx, cy),
                radius: f.w * 0.8,
                inner: (light, 1.0),
                outer: (ground.color, 1.0),
            };
            page.canvas.fill(&Path::rect(room), glow);
            let foot = at.bottom();
            let top = Path::ellipse(cx, foot - 4.0, f.w * 0.62, 92.0);
            let mut body = Path::ellipse(cx, foot + 30.0, f.w * 0.62, 92.0);
            body.join(Path::rect(Rect::edges(0.0, foot + 30.0, f.w, f.h)));
            page.canvas
                .fill(&body, Paint::Flat(tone(-0.03, ground), 1.0));
            page.canvas.fill(&top, Paint::Flat(tone(0.07, ground), 1.0));
        }
        Motif::Card => {
            let card = Rect::edges(48.0, room.y + 30.0, f.w - 48.0, room.bottom() - 48.0);
            let (light, dark) = (tone(0.02, block), tone(-0.04, block));
            let path = Path::rounded(card, 40.0);
            page.canvas
                .fill(&path, Paint::Down(light, dark, card.y, card.bottom()));
            let table = at.bottom() - 70.0;
            let board = Rect::edges(card.x, table, card.right(), card.bottom());
            let board = Path::rounded_each(board, [0.0, 0.0, 40.0, 40.0]);
            page.canvas
                .fill(&board, Paint::Flat(tone(-0.085, block), 1.0));
        }
        Motif::Block => {
            let panel = Rect::edges(f.w * 0.26, room.y + 40.0, f.w, room.bottom());
            page.canvas
                .fill(&Path::rect(panel), Paint::Flat(block.color, 1.0));
        }
        Motif::Cloth => {
            let cloth = page.contrasting(palette.deep, palette.accent);
            let top = (room.bottom() - 330.0).max(room.y + 40.0);
            let area = Rect::edges(0.0, top, f.w, room.bottom());
            page.canvas
                .fill(&Path::rect(area), Paint::Flat(cloth.color, 1.0));
            let thread = Lch::of(cloth.loud);
            let thread = Lch::new(thread.l, thread.c * 0.75, thread.h).color();
            let weave = Paint::Flat(thread, 0.86);
            page.weave(&Path::rect(area), 108.0, Weave::Cloth, weave);
            let edge = Rect::new(0.0, top - 14.0, f.w, 14.0);
            page.canvas
                .fill(&Path::rect(edge), Paint::Flat(palette.accent.color, 1.0));
        }
        Motif::Shelf => {
            let shelf = if ground.color == palette.deep.color {
                palette.accent
            } else {
                palette.deep
            };
            let edge = at.bottom() - 26.0;
            let (lit, front) = (tone(0.05, shelf), shelf.color);
            page.canvas.fill(
                &Path::rect(Rect::edges(0.0, edge, f.w, room.bottom())),
                Paint::Flat(front, 1.0),
            );
            page.canvas.fill(
                &Path::rect(Rect::edges(0.0, edge, f.w, edge + 44.0)),
                Paint::Flat(lit, 1.0),
            );
        }
        Motif::Steps => {
            let tread = 30.0;
            let foot = at.bottom() + 10.0;
            let steps = [
                (palette.soft, f.w * 0.06, foot),
                (palette.accent, f.w * 0.42, foot + 62.0),
                (palette.deep, f.w * 0.7, foot + 124.0),
            ];
            for (step, x, y) in steps {
                if step.color == ground.color && step.color != palette.deep.color {
                    continue;
                }
                let lit = tone(0.055, step);
                page.canvas.fill(
                    &Path::rect(Rect::edges(x, y, f.w, room.bottom())),
                    Paint::Flat(step.color, 1.0),
                );
                let top = [(x + tread, y - tread), (f.w, y - tread), (f.w, y), (x, y)];
                page.canvas
                    .fill(&Path::polygon(&top), Paint::Flat(lit, 1.0));
            }
        }
        Motif::Arch => {
            let half = (at.w / 2.0 + 90.0).clamp(f.w * 0.34, f.w * 0.45);
            let top = (at.y - 70.0).max(room.y + 34.0);
            let arch = Rect::edges(cx - half, top, cx + half, room.bottom());
            let rim = Rect::edges(
                arch.x - 14.0,
                arch.y - 14.0,
                arch.right() + 14.0,
                arch.bottom(),
            );
            let line = if ground.color == palette.accent.color {
                palette.deep.color
            } else {
                palette.accent.color
            };
            page.canvas.fill(&Path::arch(rim), Paint::Flat(line, 1.0));
            let inside = page.contrasting(palette.soft, palette.paper);
            let (light, low) = (tone(0.05, inside), inside.color);
            page.canvas.fill(
                &Path::arch(arch),
                Paint::Down(light, low, arch.y, arch.bottom()),
            );
            let sill = Rect::edges(0.0, at.bottom() - 22.0, f.w, room.bottom());
            page.canvas.fill(&Path::rect(sill), Paint::Flat(line, 1.0));
        }
    }
}

/// Near enough to see what it is made of, the words below.
fn detail(page: &mut Page<'_>, copy: &Copy, look: &Look) {
    let (c, f, g) = (page.content, page.frame(), look.grounds[1]);
    page.ground(Paint::Flat(g.color, 1.0));
    let words = column(
        [
            (
                0.0,
                Some(page.title(copy, g, look.heading(100.0, 50.0).lines(2), c.w, c.h * 0.17)),
            ),
            (30.0, page.benefit(copy, g.ink, c.w, Align::Left)),
            (44.0, Some(header(page, copy, g))),
        ],
        Align::Left,
    );
    let words = page.add_above(words, c.x, c.bottom());
    let low = words.y - 60.0;
    let path = match look.motif {
        Motif::Disc => {
            let radius = (low * 0.58).min(f.w * 0.56);
            Path::circle(f.w / 2.0, low - radius, radius)
        }
        Motif::Card => Path::rounded(Rect::edges(48.0, 48.0, f.w - 48.0, low), 40.0),
        Motif::Arch => Path::arch(Rect::edges(MARGIN, 60.0, f.w - MARGIN, low)),
        Motif::Block => Path::rect(Rect::edges(f.w * 0.14, 0.0, f.w, low)),
        _ => Path::rect(Rect::edges(0.0, 0.0, f.w, low)),
    };
    let palette = page.palette;
    let under = page.contrasting(palette.soft, palette.deep);
    page.paint_closeup(&path, under.color);
    if look.motif == Motif::Cloth || look.motif == Motif::Shelf {
        let edge = Rect::new(0.0, low, f.w, 14.0);
        page.canvas
            .fill(&Path::rect(edge), Paint::Flat(palette.accent.color, 1.0));
    }
}

/// What it costs and how to order; the product looks in from below.
fn order(page: &mut Page<'_>, copy: &Copy, look: &Look) {
    let (c, f, g) = (page.content, page.frame(), look.grounds[2]);
    let palette = page.palette;
    page.ground(Paint::Flat(g.color, 1.0));
    let top = header(page, copy, g);
    let top = page.add(top, c.x, c.y);
    let button = if g.color == palette.accent.color {
        palette.deep
    } else {
        palette.accent
    };
    let said = |text: &str| {
        copy.benefit
            .as_deref()
            .is_some_and(|body| body.contains(text))
    };
    let priced = copy.price.as_ref().is_some_and(|price| said(&price.now));
    let body = if priced {
        None
    } else {
        page.benefit(copy, g.ink, c.w, Align::Left)
    };
    let words = column(
        [
            (
                0.0,
                Some(page.title(copy, g, look.heading(76.0, 46.0).lines(2), c.w, c.h * 0.2)),
            ),
            (46.0, page.price(copy, g, 168.0, c.w, Align::Left)),
            (34.0, body),
            (50.0, page.pill(copy, button.color, button.ink, c.w)),
        ],
        Align::Left,
    );
    let words = page.add(words, c.x, top.bottom() + 50.0);
    if page.product.is_photo || page.product.cut_below {
        stand(page, look, g, words.bottom() + 50.0, f.h);
        return;
    }
    // Cut by the lower edge it may be larger than it could stand; the first slide shows it whole.
    let free = f.h - words.bottom() - 40.0;
    let height = (f.w * 0.8 / page.product.aspect()).min(free * 1.45);
    let floor = f.h + (height - free * 0.94).clamp(0.0, height * 0.3);
    let at = page.place(Room {
        area: Rect::edges(20.0, words.bottom() - 60.0, f.w + 10.0, floor),
        gravity: (0.62, 1.0),
        clearance: 26.0,
        floor: Some(floor),
    });
    let room = Rect::edges(0.0, words.bottom() + 30.0, f.w, f.h);
    match look.motif {
        Motif::Disc | Motif::Block | Motif::Glow => behind(page, look, g, room, at),
        _ => {
            let disc = page.contrasting(
                if g.color == palette.soft.color {
                    palette.accent
                } else {
                    palette.soft
                },
                palette.paper,
            );
            let (cx, _) = at.center();
            let radius = (at.w * 0.66).clamp(330.0, 620.0);
            let center = (cx, f.h - radius * 0.12);
            let radius = radius.min(page.nearest_words(center) - 18.0).max(60.0);
            page.canvas.fill(
                &Path::circle(center.0, center.1, radius),
                Paint::Flat(disc.color, 1.0),
            );
        }
    }
    page.paint_product(at, Shadow::Drop(0.03, 0.04, 0.36));
}
