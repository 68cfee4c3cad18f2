//! The product from near, on the shop's own ground.

use super::framing::ROOM;
use super::stage::{disc_color, lighter};
use super::{HEIGHT, Shown, WIDTH};
use crate::canvas::{Canvas, Paint};
use crate::geometry::{Path, Rect};
use crate::palette::Palette;
use crate::picture::OwnedPicture;
use crate::product::{self, Product, Shadow};

/// Where its upper edge stands, as a share of the frame's height: below the captions.
const TOP: f32 = 0.345;

/// Wider than the frame; an upright one goes on below the frame, a wide one is travelled over.
pub(super) fn closeup(product: &Product, palette: &Palette) -> Shown {
    let (frame_w, frame_h) = (WIDTH as f32 * ROOM, HEIGHT as f32 * ROOM);
    let aspect = product.aspect();
    let w = if aspect < 1.0 {
        frame_w * 1.08
    } else {
        // Upright as a whole: what is wider than high is taken for a photo.
        (frame_h * 0.47 * aspect).clamp(frame_w * 1.06, frame_h)
    };
    let w = w.round();
    let h = (w / aspect).max(1.0).round();
    let width = w.max(frame_w).round();
    let height = frame_h.round();
    let ground = palette.accent;
    let mut canvas = Canvas::new(width as u32, height as u32, Some(ground.color));
    let at = Rect::new(((width - w) / 2.0).round(), (frame_h * TOP).round(), w, h);
    let disc = disc_color(palette, ground, product.rim);
    let glow = Paint::Glow {
        center: (width / 2.0, height * 0.6),
        radius: height * 0.62,
        inner: (lighter(disc, 0.02), 1.0),
        outer: (disc, 1.0),
    };
    canvas.fill(&Path::rect(canvas.frame()), glow);
    let sprite = product.sized(w as u32, h as u32);
    if !product.is_photo {
        let shadow = Shadow::Drop(0.02, 0.03, 0.4);
        product::cast(&mut canvas, &sprite, at, shadow, palette.shade());
    }
    canvas.put(&sprite, at.x as i32, at.y as i32, None, 1.0);
    Shown {
        subject: Some([
            (at.x / width).max(0.0),
            TOP,
            (at.right() / width).min(1.0),
            (at.bottom() / height).min(1.0),
        ]),
        picture: OwnedPicture {
            width: canvas.width,
            height: canvas.height,
            rgba: canvas.pixels,
        }
        .into(),
    }
}
