//! The opening: the product on the shop's stage, and what designed scenes are made of.
//!
//! Long because both scenes are laid out from one set of measures.

use naik_core::color::Color;

use super::caption::SAFE;
use super::framing::Move;
use super::plane::View;
use super::{HEIGHT, Storyboard, WIDTH};
use crate::canvas::{Canvas, Paint};
use crate::geometry::{Path, Rect};
use crate::palette::{self, Ground, Lch, Palette};
use crate::pattern::{self, Weave};
use crate::picture;
use crate::product::{self, Product, Shadow};
use crate::raster::Mask;
use crate::text::{self, Align, Block, Style};

/// The ground is painted this much larger than the frame and comes slowly nearer.
const ZOOM: f32 = 1.06;
/// Words on a card: as wide as stays clear of every app's buttons when centred.
pub(super) const MEASURE: f32 = 780.0;
pub(super) const MIDDLE: f32 = WIDTH as f32 / 2.0;

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
    /// `None`: there from the first frame.
    pub(super) enter: Option<u32>,
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
pub(super) struct Backdrop {
    pub(super) canvas: Canvas,
    anchor: (f32, f32),
}

impl Backdrop {
    pub(super) fn new(color: Color, anchor: (f32, f32)) -> Self {
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
    pub(super) fn fill(&mut self, path: Path, paint: Paint) {
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

    pub(super) fn motion(&self) -> Move {
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
pub(super) fn beyond(top: f32, bottom: f32) -> Path {
    let over = 200.0;
    Path::rect(Rect::edges(-over, top, WIDTH as f32 + over, bottom + over))
}

/// A part under construction, in the frame's pixels.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) shapes: Vec<(Path, Paint)>,
    pub(super) pictures: Vec<(Canvas, f32, f32)>,
    words: Vec<Words>,
}

impl Draft {
    pub(super) fn text(&mut self, block: Block, ink: Color, ground: Option<Color>, x: f32, y: f32) {
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

    pub(super) fn plate(self, enter: impl Into<Option<u32>>) -> Option<Plate> {
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
            enter: enter.into(),
            words: self.words,
        })
    }
}

/// The product at a size, with its shadow around it.
pub(super) fn standing(
    product: &Product,
    most: (f32, f32),
    foot: (f32, f32),
    shade: Color,
) -> Standing {
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
pub(super) fn disc_color(palette: &Palette, ground: Ground, rim: Color) -> Color {
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

pub(super) fn lighter(color: Color, by: f32) -> Color {
    let base = Lch::of(color);
    Lch::new((base.l + by).clamp(0.0, 0.98), base.c, base.h).color()
}

pub(super) fn can_be_set(words: &str) -> bool {
    text::clean(words).chars().any(char::is_alphanumeric)
}

impl Draft {
    pub(super) fn moved(mut self, dx: f32, dy: f32) -> Self {
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

/// The opening: what is said first (`hook`) or the promise, large, and the product below it.
///
/// Only words have to stay clear of the apps' buttons; the product may reach below the safe zone.
pub(super) fn opening(board: &Storyboard<'_>, palette: &Palette, hook: Option<&str>) -> Set {
    let promise = board.headline.filter(|h| can_be_set(h));
    let words = hook.filter(|h| can_be_set(h)).or(promise);
    scene(board, palette, words, 1610.0)
}

/// The cover: the name leads, and the floor has room for the price.
pub(super) fn cover(board: &Storyboard<'_>, palette: &Palette) -> Set {
    scene(board, palette, None, 1430.0)
}

/// Words, or the name where there are none, and below them the product with its foot at a height.
fn scene(board: &Storyboard<'_>, palette: &Palette, words: Option<&str>, foot: f32) -> Set {
    let product = board.shots.product;
    let wall = palette.accent;
    let style = Style::heading(108.0, 54.0).align(Align::Center).lines(4);
    let title = text::fit(words.unwrap_or(board.name), style, MEASURE, 270.0);
    let label = Style::heading(60.0, 40.0).align(Align::Center).lines(2);
    let label = words.and_then(|_| text::fit(board.name, label, MEASURE, 120.0));
    let mut plates = Vec::new();
    let mut bottom = SAFE.y + 22.0;
    for (block, ink, gap, enter) in [
        // A feed shows the first frame still: the title is there at once.
        (title, wall.ink, 0.0, None),
        (label, wall.loud, 40.0, Some(6)),
    ] {
        let Some(block) = block else { continue };
        let y = bottom + gap;
        bottom = y + block.height + block.below;
        let x = MIDDLE - block.width / 2.0;
        let mut draft = Draft::default();
        draft.text(block, ink, None, x, y);
        plates.extend(draft.plate(enter));
    }
    let horizon = foot - if product.is_photo { 44.0 } else { 70.0 };
    let foot = if product.cut_below { horizon } else { foot };
    let most = (WIDTH as f32 - 100.0, foot - bottom - 46.0);
    let standing = standing(product, most, (MIDDLE, foot), palette.shade());
    let ground = stage(product, palette, horizon, bottom);
    Set {
        motion: ground.motion(),
        ground: ground.canvas,
        standing,
        plates,
    }
}

/// Wall, rising disc and floor.
fn stage(product: &Product, palette: &Palette, horizon: f32, words: f32) -> Backdrop {
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
    // The ring stays below the words.
    let radius = ((horizon - words - 70.0) / 1.86).clamp(120.0, 480.0);
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
    hem(&mut ground, palette.deep.loud, horizon + 170.0);
    ground
}

/// A cloth of kawung hangs from `top`, where apps put their own buttons.
pub(super) fn hem(ground: &mut Backdrop, thread: Color, top: f32) {
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

/// What a profile's grid shows of a cover: the middle, three wide and four high.
pub(super) const COVER: Rect = Rect::edges(65.0, 250.0, 1015.0, 1670.0);

/// The price on the cover, on its floor.
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
    let y = COVER.bottom() - 24.0 - h;
    draft.moved(MIDDLE - w / 2.0, y).plate(0)
}
