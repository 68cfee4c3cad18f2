//! A wide photo as a print on the shop's ground: the whole of it is seen, where
//! filling an upright frame would cut away most of it.

use super::stage::{self, Backdrop, MIDDLE, Set, Standing};
use super::{HEIGHT, WIDTH};
use crate::canvas::{Canvas, Paint};
use crate::geometry::{Path, Rect};
use crate::palette::Palette;
use crate::picture::{self, Picture};
use crate::product::{self, Shadow};

/// From this width in heights on, half of a photo or more would be cut away.
const WIDE: f32 = 1.05;
/// Width of a print with its border, in pixels.
const SPAN: f32 = 980.0;
/// Its white border.
const BORDER: f32 = 22.0;
/// Its upper and lower ends stay within: below the captions and above the hem.
const ROOM: (f32, f32) = (670.0, 1530.0);

/// Whether a photo is rather shown as a print.
pub(super) fn is_wide(picture: Picture<'_>) -> bool {
    picture.width as f32 > WIDE * picture.height as f32
}

/// The photo in its border on the shop's ground; it comes slowly nearer.
pub(super) fn print(source: Picture<'_>, palette: &Palette) -> Set {
    let source = source.window(0, 0, source.width, source.height, 2200);
    let (sw, sh) = (source.width as f32, source.height as f32);
    let (inner, most) = (SPAN - 2.0 * BORDER, ROOM.1 - ROOM.0 - 2.0 * BORDER);
    let scale = (inner / sw).min(most / sh);
    let side = |v: f32| (v * scale).round().max(2.0);
    let (w, h) = (side(sw), side(sh));
    let photo = picture::resample(&source, [0.0, 0.0, sw, sh], w as u32, h as u32);
    let paper = palette.paper.color;
    let sheet = Rect::new(0.0, 0.0, w + 2.0 * BORDER, h + 2.0 * BORDER);
    let mut sprite = Canvas::new(sheet.w as u32, sheet.h as u32, None);
    sprite.fill(&Path::rounded(sheet, 10.0), Paint::Flat(paper, 1.0));
    sprite.put(&photo, BORDER as i32, BORDER as i32, None, 1.0);
    let middle = (ROOM.0 + ROOM.1) / 2.0;
    let foot = (MIDDLE, (middle + sheet.h / 2.0).round());
    let ground = ground(palette, foot.1);
    Set {
        motion: ground.motion(),
        ground: ground.canvas,
        standing: lying(&sprite, foot, palette),
        plates: Vec::new(),
    }
}

fn ground(palette: &Palette, foot: f32) -> Backdrop {
    let soft = palette.soft.color;
    let mut ground = Backdrop::new(soft, (MIDDLE, foot));
    let glow = Paint::Glow {
        center: (MIDDLE, (ROOM.0 + ROOM.1) / 2.0),
        radius: 1100.0,
        inner: (stage::lighter(soft, 0.03), 1.0),
        outer: (stage::lighter(soft, -0.03), 1.0),
    };
    ground.fill(stage::beyond(-200.0, HEIGHT as f32), glow);
    stage::hem(&mut ground, palette.soft.loud, ROOM.1 + 90.0);
    ground
}

/// A sheet with the shadow of something that lies close to its ground.
fn lying(sprite: &Canvas, foot: (f32, f32), palette: &Palette) -> Standing {
    let (w, h) = (sprite.width as f32, sprite.height as f32);
    let pad = 60.0_f32
        .min((WIDTH as f32 * 1.1 - w) / 2.0)
        .max(20.0)
        .round();
    let mut canvas = Canvas::new((w + 2.0 * pad) as u32, (h + 2.0 * pad) as u32, None);
    let at = Rect::new(pad, pad, w, h);
    let shadow = Shadow::Drop(0.012, 0.02, 0.3);
    product::cast(&mut canvas, sprite, at, shadow, palette.shade());
    canvas.put(sprite, pad as i32, pad as i32, None, 1.0);
    Standing {
        canvas,
        anchor: (f64::from(pad + w / 2.0), f64::from(pad + h)),
        foot: (f64::from(foot.0), f64::from(foot.1)),
        grow: (0.93, 1.0),
    }
}
