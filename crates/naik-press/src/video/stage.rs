//! The two designed scenes: the product on the shop's stage, and the end card.
//!
//! Long because both scenes are laid out from one set of measures.

use naik_core::color::Color;

use super::caption::SAFE;
use super::framing::Move;
use super::plane::View;
use super::{HEIGHT, Storyboard, WIDTH};
use crate::canvas::{Canvas, Paint};
use crate::font::Face;
use crate::geometry::{Path, Rect};
use crate::palette::{self, Ground, Lch, Palette};
use crate::pattern::{self, Weave};
use crate::picture;
use crate::product::{self, Product, Shadow};
use crate::raster::Mask;
use crate::text::{self, Align, Block, Style};

/// The ground is painted this much larger than the frame and comes slowly nearer.
const ZOOM: f32 = 1.06;
/// Where the opening's title ends, above the captions.
const TITLE_END: f32 = 992.0;
/// Words on a card: as wide as stays clear of every app's buttons when centred.
const MEASURE: f32 = 780.0;
const MIDDLE: f32 = WIDTH as f32 / 2.0;

/// Words as they stand on the frame.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub(super) lines: Vec<Rect>,
    pub(super) ink: Color,
    pub(super) size: f32,
    /// What they are written on, where that is not the scene's ground.
    pub(super) ground: Option<Color>,
}

/// A still part of a scene that comes in some frames after its start.
pub(super) struct Plate {
    pub(super) canvas: Canvas,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) enter: u32,
    pub(super) words: Vec<Words>,
}

/// The product in a scene: it grows about its foot.
pub(super) struct Standing {
    pub(super) canvas: Canvas,
    /// The foot, in the sprite.
    pub(super) anchor: (f64, f64),
    /// The foot, on the frame.
    pub(super) foot: (f64, f64),
    /// Scale at the start and at the end.
    pub(super) grow: (f64, f64),
}

impl Standing {
    /// The view of the sprite after a share of the time; it comes quickly and settles slowly.
    pub(super) fn view(&self, share: f64) -> View {
        let t = share.clamp(0.0, 1.0);
        let eased = 1.0 - (1.0 - t) * (1.0 - t) * (1.0 - 0.35 * t);
        let step = 1.0 / (self.grow.0 + (self.grow.1 - self.grow.0) * eased);
        View {
            x: self.anchor.0 - self.foot.0 * step,
            y: self.anchor.1 - self.foot.1 * step,
            step,
        }
    }
}

/// A designed scene.
pub(super) struct Set {
    pub(super) ground: Canvas,
    pub(super) motion: Move,
    pub(super) standing: Standing,
    pub(super) plates: Vec<Plate>,
}

impl Set {
    /// The scene as it stands at its end, without its words.
    pub(super) fn settled(&self) -> Canvas {
        let view = self.motion.at(1.0);
        let size = (f64::from(WIDTH) * view.step, f64::from(HEIGHT) * view.step);
        let window = [view.x, view.y, size.0, size.1].map(|v| v as f32);
        let mut canvas = picture::resample(&self.ground, window, WIDTH, HEIGHT);
        let standing = &self.standing;
        let (x, y) = (
            standing.foot.0 - standing.anchor.0,
            standing.foot.1 - standing.anchor.1,
        );
        canvas.put(
            &standing.canvas,
            x.round() as i32,
            y.round() as i32,
            None,
            1.0,
        );
        canvas
    }
}

/// A ground with its slow move about a point that stays where it is.
struct Backdrop {
    canvas: Canvas,
    anchor: (f32, f32),
}

impl Backdrop {
    fn new(color: Color, anchor: (f32, f32)) -> Self {
        let side = |v: u32| (v as f32 * ZOOM / 2.0).ceil() as u32 * 2;
        Self {
            canvas: Canvas::new(side(WIDTH), side(HEIGHT), Some(color)),
            anchor,
        }
    }

    /// From the frame at the end of the move to the ground.
    fn offset(&self) -> (f32, f32) {
        (self.anchor.0 * (ZOOM - 1.0), self.anchor.1 * (ZOOM - 1.0))
    }

    /// Fills a shape given in the frame's pixels; so is the paint.
    fn fill(&mut self, path: Path, paint: Paint) {
        let (dx, dy) = self.offset();
        let paint = match paint {
            Paint::Flat(..) => paint,
            Paint::Down(a, b, y0, y1) => Paint::Down(a, b, y0 + dy, y1 + dy),
            Paint::Glow {
                center,
                radius,
                inner,
                outer,
            } => Paint::Glow {
                center: (center.0 + dx, center.1 + dy),
                radius,
                inner,
                outer,
            },
            Paint::Fade(color, points, opacities) => {
                Paint::Fade(color, points.map(|(x, y)| (x + dx, y + dy)), opacities)
            }
        };
        self.canvas.fill(&path.moved(dx, dy), paint);
    }

    fn motion(&self) -> Move {
        let (ax, ay) = (f64::from(self.anchor.0), f64::from(self.anchor.1));
        let zoom = f64::from(ZOOM);
        let at = |step: f64| {
            let x = ax * zoom + (f64::from(WIDTH) / 2.0 - ax) * step;
            let y = ay * zoom + (f64::from(HEIGHT) / 2.0 - ay) * step;
            (x, y, step)
        };
        Move {
            from: at(zoom),
            to: at(1.0),
        }
    }
}

/// A box that reaches beyond the frame on all sides, so that no move shows its end.
fn beyond(top: f32, bottom: f32) -> Path {
    let over = 200.0;
    Path::rect(Rect::edges(-over, top, WIDTH as f32 + over, bottom + over))
}

/// A part under construction, in the frame's pixels.
#[derive(Default)]
struct Draft {
    shapes: Vec<(Path, Paint)>,
    pictures: Vec<(Canvas, f32, f32)>,
    words: Vec<Words>,
}

impl Draft {
    fn text(&mut self, block: Block, ink: Color, ground: Option<Color>, x: f32, y: f32) {
        let lines = block.lines.iter();
        let lines = lines
            .map(|l| Rect::new(l.x + x, l.y + y, l.w, l.h))
            .collect();
        self.shapes
            .push((block.outline.moved(x, y), Paint::Flat(ink, 1.0)));
        self.words.push(Words {
            lines,
            ink,
            size: block.size,
            ground,
        });
    }

    fn plate(self, enter: u32) -> Option<Plate> {
        let pictures = self.pictures.iter();
        let pictures = pictures.map(|(c, x, y)| Rect::new(*x, *y, c.width as f32, c.height as f32));
        let bounds = self.shapes.iter().filter_map(|(path, _)| path.bounds());
        let area = bounds.chain(pictures).reduce(Rect::union)?;
        // Chroma has half the pixels: an even place keeps it with its luma.
        let (x, y) = ((area.x / 2.0).floor() * 2.0, (area.y / 2.0).floor() * 2.0);
        let (w, h) = ((area.right() - x).ceil(), (area.bottom() - y).ceil());
        let mut canvas = Canvas::new(w as u32, h as u32, None);
        for (path, paint) in self.shapes {
            canvas.fill(&path.moved(-x, -y), paint);
        }
        for (picture, px, py) in &self.pictures {
            let (px, py) = ((px - x).round() as i32, (py - y).round() as i32);
            canvas.put(picture, px, py, None, 1.0);
        }
        Some(Plate {
            canvas,
            x,
            y,
            enter,
            words: self.words,
        })
    }
}

/// The product at a size, with its shadow around it.
fn standing(product: &Product, most: (f32, f32), foot: (f32, f32), shade: Color) -> Standing {
    let aspect = product.aspect();
    let w = most.0.min(most.1 * aspect).max(8.0).round();
    let h = (w / aspect).max(8.0).round();
    let mut sprite = product.sized(w as u32, h as u32);
    let shadow = if product.is_photo {
        let corner = Path::rounded(Rect::new(0.0, 0.0, w, h), 30.0);
        let mask = Mask::fill(&corner, sprite.width, sprite.height);
        let mut cut = Canvas::new(sprite.width, sprite.height, None);
        cut.put(&sprite, 0, 0, Some(&mask), 1.0);
        sprite = cut;
        Shadow::Drop(0.025, 0.035, 0.34)
    } else {
        Shadow::Floor(0.85)
    };
    let pad = (w.max(h) * 0.16).round();
    let side = |v: f32| (v + 2.0 * pad) as u32;
    let mut canvas = Canvas::new(side(w), side(h), None);
    let at = Rect::new(pad, pad, w, h);
    if !product.cut_below {
        product::cast(&mut canvas, &sprite, at, shadow, shade);
    }
    canvas.put(&sprite, pad as i32, pad as i32, None, 1.0);
    Standing {
        canvas,
        anchor: (f64::from(pad + w / 2.0), f64::from(pad + h)),
        foot: (f64::from(foot.0), f64::from(foot.1)),
        grow: (0.94, 1.0),
    }
}

/// The colour of a disc on which the product stands off.
fn disc_color(palette: &Palette, ground: Ground, rim: Color) -> Color {
    let base = Lch::of(ground.color);
    let light = Lch::new((base.l + 0.12).min(0.95), base.c * 0.75, base.h).color();
    let choices = [
        palette.soft.color,
        light,
        palette.paper.color,
        palette.deep.color,
    ];
    let apart = |c: &Color| palette::distance(*c, rim);
    let far = choices.iter().copied().find(|c| apart(c) > 0.24);
    let best = choices
        .iter()
        .copied()
        .max_by(|a, b| apart(a).total_cmp(&apart(b)));
    far.or(best).unwrap_or(palette.paper.color)
}

fn lighter(color: Color, by: f32) -> Color {
    let base = Lch::of(color);
    Lch::new((base.l + by).clamp(0.0, 0.98), base.c, base.h).color()
}

fn can_be_set(words: &str) -> bool {
    text::clean(words).chars().any(char::is_alphanumeric)
}

/// The shop's logo and name in one row, at most `width` wide.
fn shop_row(board: &Storyboard<'_>, ink: Color, width: f32) -> Option<(Draft, f32, f32)> {
    let name = board.brand.shop.as_deref().filter(|s| can_be_set(s));
    let logo = board.brand.logo.as_ref().and_then(|logo| {
        let logo = logo.as_picture();
        logo.check().ok()?;
        let source = logo.window(0, 0, logo.width, logo.height, 300);
        let scale = 72.0 / source.width.max(source.height) as f32;
        let size = |v: u32| ((v as f32 * scale).round() as u32).max(1);
        let (w, h) = (size(source.width), size(source.height));
        let all = [0.0, 0.0, source.width as f32, source.height as f32];
        Some(picture::resample(&source, all, w, h))
    });
    let mut draft = Draft::default();
    let (mut x, height) = (0.0, 72.0);
    if let Some(logo) = logo {
        x = logo.width as f32 + 18.0;
        let y = (height - logo.height as f32) / 2.0;
        draft.pictures.push((logo, 0.0, y));
    }
    let set = |words: &str| text::fit(words, Style::label(44.0, 34.0), width - x, 60.0);
    let block = name.and_then(|name| {
        let city = board.brand.city.as_deref().filter(|s| can_be_set(s));
        city.and_then(|city| set(&format!("{name} · {city}")).filter(|b| !b.cut))
            .or_else(|| set(name))
    });
    if let Some(block) = block {
        let (w, y) = (block.width, (height - block.height) / 2.0);
        draft.text(block, ink, None, x, y);
        x += w;
    } else if draft.pictures.is_empty() {
        return None;
    }
    Some((draft, x, height))
}

impl Draft {
    fn moved(mut self, dx: f32, dy: f32) -> Self {
        for (path, _) in &mut self.shapes {
            *path = std::mem::take(path).moved(dx, dy);
        }
        for (_, x, y) in &mut self.pictures {
            *x += dx;
            *y += dy;
        }
        for line in self.words.iter_mut().flat_map(|w| &mut w.lines) {
            line.x += dx;
            line.y += dy;
        }
        self
    }
}

/// The opening: the product, as large as the screen allows, and its title between it and the captions.
///
/// Only words have to stay clear of the apps' buttons; the product may reach above the safe zone.
pub(super) fn opening(board: &Storyboard<'_>, palette: &Palette) -> Set {
    let product = board.shots.product;
    let floor = palette.deep;
    let headline = board.headline.filter(|h| can_be_set(h));
    let title = headline.unwrap_or(board.name);
    let style = Style::heading(112.0, 50.0).align(Align::Center);
    let title = text::fit(title, style, MEASURE, 232.0);
    let label = Style::label(44.0, 36.0).align(Align::Center);
    let label = headline.and_then(|_| text::fit(board.name, label, MEASURE, 60.0));
    // From below: captions, title, label, product.
    let mut plates = Vec::new();
    let mut bottom = TITLE_END;
    if let Some(block) = title {
        let y = bottom - block.height - block.below;
        let mut draft = Draft::default();
        draft.text(
            block.clone(),
            floor.ink,
            None,
            MIDDLE - block.width / 2.0,
            y,
        );
        plates.extend(draft.plate(3));
        bottom = y;
    }
    if let Some(block) = label {
        let y = bottom - block.height - 36.0;
        let mut draft = Draft::default();
        draft.text(
            block.clone(),
            floor.quiet,
            None,
            MIDDLE - block.width / 2.0,
            y,
        );
        plates.extend(draft.plate(0));
        bottom = y;
    }
    let foot = bottom - 58.0;
    let horizon = foot - if product.is_photo { 44.0 } else { 64.0 };
    let foot = if product.cut_below { horizon } else { foot };
    let most = (WIDTH as f32 - 130.0, foot - 120.0);
    let standing = standing(product, most, (MIDDLE, foot), palette.shade());
    let ground = stage(product, palette, horizon);
    Set {
        motion: ground.motion(),
        ground: ground.canvas,
        standing,
        plates,
    }
}

/// Wall, rising disc and floor.
fn stage(product: &Product, palette: &Palette, horizon: f32) -> Backdrop {
    let wall = palette.accent.color;
    let mut ground = Backdrop::new(wall, (MIDDLE, horizon));
    // The wall is lit from behind the product.
    ground.fill(
        beyond(-200.0, HEIGHT as f32),
        Paint::Glow {
            center: (MIDDLE, horizon - 200.0),
            radius: 1000.0,
            inner: (lighter(wall, 0.05), 1.0),
            outer: (lighter(wall, -0.02), 1.0),
        },
    );
    let radius = (horizon * 0.47).clamp(260.0, 400.0);
    let center = (MIDDLE, horizon - radius * 0.86);
    let disc = disc_color(palette, palette.accent, product.rim);
    let ring = Path::circle(center.0, center.1, radius + 42.0).minus(Path::circle(
        center.0,
        center.1,
        radius + 38.0,
    ));
    ground.fill(ring, Paint::Flat(disc, 0.75));
    ground.fill(
        Path::circle(center.0, center.1, radius),
        Paint::Glow {
            center: (center.0, center.1 - radius * 0.2),
            radius: radius * 1.25,
            inner: (lighter(disc, 0.03), 1.0),
            outer: (disc, 1.0),
        },
    );
    let floor = palette.deep.color;
    let bottom = HEIGHT as f32;
    ground.fill(
        beyond(horizon, bottom),
        Paint::Down(lighter(floor, 0.05), floor, horizon, horizon + 200.0),
    );
    // Light catches the floor's edge.
    ground.fill(
        Path::rect(Rect::edges(
            -200.0,
            horizon,
            WIDTH as f32 + 200.0,
            horizon + 3.0,
        )),
        Paint::Flat(lighter(floor, 0.2), 0.8),
    );
    hem(&mut ground, palette.deep.loud);
    ground
}

/// A cloth of kawung hangs below the words, where apps put their own buttons.
fn hem(ground: &mut Backdrop, thread: Color) {
    let top = 1296.0;
    let (w, bottom) = (WIDTH as f32, HEIGHT as f32);
    let area = Rect::edges(0.0, top + 30.0, w, bottom + 60.0);
    let fade = [(0.0, top), (0.0, bottom)];
    let mut cloth = pattern::kawung(area, 135.0, Weave::Cloth);
    // Whole petals only: none reaches up under the captions.
    cloth
        .contours
        .retain(|petal| petal.iter().all(|(_, y)| *y > top + 24.0));
    ground.fill(cloth, Paint::Fade(thread, fade, [0.1, 0.62]));
    for (y, thick) in [(top, 5.0), (top + 14.0, 2.0)] {
        let line = Path::rect(Rect::edges(-200.0, y, w + 200.0, y + thick));
        ground.fill(line, Paint::Flat(thread, 0.45));
    }
}

/// The end: who sells what for how much, and what to do now.
pub(super) fn ending(board: &Storyboard<'_>, palette: &Palette) -> Set {
    let paper = palette.paper;
    let mut parts: Vec<(f32, f32, f32, Draft)> = Vec::new();
    // Each part: space before it, width and height.
    if let Some((draft, w, h)) = shop_row(board, paper.quiet, MEASURE) {
        parts.push((0.0, w, h, draft));
    }
    let style = Style::heading(78.0, 44.0).align(Align::Center);
    if let Some(block) = text::fit(board.name, style, MEASURE, 170.0) {
        let (w, h) = (block.width, block.height);
        let mut draft = Draft::default();
        draft.text(block, paper.ink, None, 0.0, 0.0);
        parts.push((40.0, w, h, draft));
    }
    if let Some(part) = price(board, paper) {
        parts.push(part);
    }
    if let Some(part) = button(board, palette) {
        parts.push(part);
    }
    let number = board.brand.whatsapp.as_deref().filter(|n| can_be_set(n));
    let style = Style::label(52.0, 40.0);
    if let Some(block) = number.and_then(|n| text::fit(&format!("WA {n}"), style, MEASURE, 60.0)) {
        let (w, h) = (block.width, block.height);
        let mut draft = Draft::default();
        draft.text(block, paper.ink, None, 0.0, 0.0);
        parts.push((38.0, w, h, draft));
    }
    // The words stand together between the safe zone's top and the captions.
    if let Some(first) = parts.first_mut() {
        first.0 = 0.0;
    }
    let total: f32 = parts.iter().map(|(gap, _, h, _)| gap + h).sum();
    let (top, bottom) = (SAFE.y + 12.0, 985.0);
    let squeeze = ((bottom - top - parts.iter().map(|p| p.2).sum::<f32>())
        / (total - parts.iter().map(|p| p.2).sum::<f32>()).max(1.0))
    .clamp(0.4, 1.25);
    let height: f32 = parts.iter().map(|(gap, _, h, _)| gap * squeeze + h).sum();
    let mut y = top + ((bottom - top - height) / 2.0).max(0.0);
    let mut plates = Vec::new();
    for (nth, (gap, w, h, draft)) in parts.into_iter().enumerate() {
        y += gap * squeeze;
        let enter = 2 + nth as u32 * 4;
        plates.extend(draft.moved(MIDDLE - w / 2.0, y).plate(enter));
        y += h;
    }
    let product = board.shots.product;
    let foot = if product.cut_below {
        HEIGHT as f32
    } else {
        1836.0
    };
    let mut ground = Backdrop::new(paper.color, (MIDDLE, foot));
    let disc = disc_color(palette, palette.accent, product.rim);
    let (inner, outer) = (palette.accent.color, disc);
    ground.fill(
        Path::circle(MIDDLE, 1960.0, 690.0),
        Paint::Flat(palette.soft.color, 1.0),
    );
    ground.fill(Path::circle(MIDDLE, 1960.0, 620.0), Paint::Flat(inner, 1.0));
    if palette::distance(inner, product.rim) < 0.2 {
        ground.fill(Path::circle(MIDDLE, 1960.0, 540.0), Paint::Flat(outer, 1.0));
    }
    let most = (840.0, foot - 1300.0);
    let mut standing = standing(product, most, (MIDDLE, foot), palette.shade());
    standing.grow = (0.92, 1.0);
    Set {
        motion: ground.motion(),
        ground: ground.canvas,
        standing,
        plates,
    }
}

/// The price with what it was and for how much.
fn price(board: &Storyboard<'_>, ground: Ground) -> Option<(f32, f32, f32, Draft)> {
    let price = board.price.filter(|p| can_be_set(&p.now))?;
    let style = Style::heading(136.0, 64.0).lines(1).tracking(-0.04);
    let now = text::fit(&price.now, style, MEASURE, 140.0)?;
    let small = |words: &str, face| {
        let style = Style::label(46.0, 38.0).face(face);
        text::fit(words, style, MEASURE, 60.0)
    };
    let before = price.before.as_deref().and_then(|b| small(b, Face::Medium));
    let unit = price.unit.as_deref().and_then(|u| small(u, Face::Medium));
    let mut draft = Draft::default();
    let side = |b: &Option<Block>| b.as_ref().map_or(0.0, |b| b.width);
    let pause = if before.is_some() && unit.is_some() {
        28.0
    } else {
        0.0
    };
    let row = side(&before) + pause + side(&unit);
    let width = now.width.max(row);
    let mut height = now.height;
    draft.text(
        now.clone(),
        ground.loud,
        None,
        (width - now.width) / 2.0,
        0.0,
    );
    if before.is_some() || unit.is_some() {
        let y = height + 30.0;
        let mut x = (width - row) / 2.0;
        if let Some(block) = before {
            let (w, h) = (block.width, block.height);
            let line = Rect::new(x - 4.0, y + h * 0.5 - 2.0, w + 8.0, 4.0);
            draft.text(block, ground.quiet, None, x, y);
            draft
                .shapes
                .push((Path::rect(line), Paint::Flat(ground.quiet, 1.0)));
            x += w + pause;
            height = y + h;
        }
        if let Some(block) = unit {
            height = y + block.height;
            draft.text(block, ground.quiet, None, x, y);
        }
    }
    Some((62.0, width, height, draft))
}

/// The one thing to do.
fn button(board: &Storyboard<'_>, palette: &Palette) -> Option<(f32, f32, f32, Draft)> {
    let style = Style::label(56.0, 40.0).face(Face::Heavy);
    let block = text::fit(board.call, style, MEASURE - 128.0, 70.0)?;
    let (w, h) = (block.width + 128.0, block.height + 72.0);
    let ground = palette.accent;
    let mut draft = Draft::default();
    let pill = Path::rounded(Rect::new(0.0, 0.0, w, h), 28.0);
    draft.shapes.push((pill, Paint::Flat(ground.color, 1.0)));
    draft.text(block, ground.ink, Some(ground.color), 64.0, 36.0);
    Some((56.0, w, h, draft))
}

/// The shop's name on its own small ground, over the pictures.
pub(super) fn tag(board: &Storyboard<'_>, palette: &Palette) -> Option<Plate> {
    let name = board.brand.shop.as_deref().filter(|s| can_be_set(s))?;
    let block = text::fit(name, Style::label(40.0, 32.0), 520.0, 50.0)?;
    let (w, h) = (block.width + 52.0, block.height + 40.0);
    let ground = palette.deep;
    let mut draft = Draft::default();
    let pill = Path::rounded(Rect::new(0.0, 0.0, w, h), h / 2.0);
    draft.shapes.push((pill, Paint::Flat(ground.color, 1.0)));
    draft.text(block, ground.ink, Some(ground.color), 26.0, 20.0);
    draft.moved(72.0, SAFE.y + 8.0).plate(0)
}

/// The price on the cover, where the captions stand in the video.
pub(super) fn cover_price(board: &Storyboard<'_>, palette: &Palette) -> Option<Plate> {
    let price = board.price.filter(|p| can_be_set(&p.now))?;
    let style = Style::heading(120.0, 60.0).lines(1).tracking(-0.04);
    let block = text::fit(&price.now, style, MEASURE - 96.0, 120.0)?;
    let (w, h) = (block.width + 96.0, block.height + 72.0);
    let ground = palette.paper;
    let mut draft = Draft::default();
    let card = Path::rounded(Rect::new(0.0, 0.0, w, h), 28.0);
    draft.shapes.push((card, Paint::Flat(ground.color, 1.0)));
    draft.text(block, ground.ink, Some(ground.color), 48.0, 36.0);
    let y = (1228.0 - h).max(1040.0);
    draft.moved(MIDDLE - w / 2.0, y).plate(0)
}
