//! What is painted before the words: the product, a view of it in a shape, and kawung where no word stands.

use naik_core::color::Color;

use super::Page;
use crate::canvas::{Canvas, Paint};
use crate::geometry::{Path, Rect};
use crate::pattern::{self, Weave};
use crate::picture;
use crate::product::{self, Shadow};
use crate::raster::Mask;

impl Page<'_> {
    /// Paints the product with its shadow; a photo becomes a print with rounded corners.
    pub(crate) fn paint_product(&mut self, at: Rect, shadow: Shadow) {
        let (w, h) = (at.w.round().max(1.0), at.h.round().max(1.0));
        let at = Rect::new(at.x.round(), at.y.round(), w, h);
        let mut sprite = self.product.sized(w as u32, h as u32);
        let mut shadow = shadow;
        if self.product.is_photo {
            let corner = Path::rounded(Rect::new(0.0, 0.0, w, h), 28.0);
            let mask = Mask::fill(&corner, sprite.width, sprite.height);
            let mut cut = Canvas::new(sprite.width, sprite.height, None);
            cut.put(&sprite, 0, 0, Some(&mask), 1.0);
            sprite = cut;
            shadow = Shadow::Drop(0.02, 0.03, 0.32);
        }
        product::cast(&mut self.canvas, &sprite, at, shadow, self.palette.shade());
        self.canvas
            .put(&sprite, at.x as i32, at.y as i32, None, 1.0);
        self.placed = Some((at, sprite));
    }

    /// Fills a shape with the photo, its middle kept; the shape's box is the product's place.
    pub(crate) fn paint_photo_in(&mut self, path: &Path) {
        let Some(bounds) = path.bounds() else { return };
        let (x, y) = (bounds.x.floor(), bounds.y.floor());
        let (w, h) = ((bounds.right() - x).ceil(), (bounds.bottom() - y).ceil());
        let mask = Mask::fill(path, self.canvas.width, self.canvas.height);
        let photo = picture::cover(&self.product.canvas, w as u32, h as u32);
        self.canvas
            .put(&photo, x as i32, y as i32, Some(&mask), 1.0);
        let inner = Mask::fill(&path.clone().moved(-x, -y), photo.width, photo.height);
        let mut sprite = Canvas::new(photo.width, photo.height, None);
        sprite.put(&photo, 0, 0, Some(&inner), 1.0);
        self.placed = Some((Rect::new(x, y, w, h), sprite));
    }

    /// Fills a shape with a near view of the product: where it shows most, on `under` where it ends.
    pub(crate) fn paint_closeup(&mut self, path: &Path, under: Color) {
        let Some(bounds) = path.bounds() else { return };
        let frame = self.frame();
        let seen = Rect::edges(
            bounds.x.max(frame.x).floor(),
            bounds.y.max(frame.y).floor(),
            bounds.right().min(frame.right()).ceil(),
            bounds.bottom().min(frame.bottom()).ceil(),
        );
        let mask = Mask::fill(path, self.canvas.width, self.canvas.height);
        self.canvas.fill_mask(&mask, Paint::Flat(under, 1.0));
        let near = self.product.closeup(seen.w as u32, seen.h as u32);
        let (x, y) = (seen.x as i32, seen.y as i32);
        self.canvas.put(&near, x, y, Some(&mask), 1.0);
        let inner = Mask::fill(
            &path.clone().moved(-seen.x, -seen.y),
            near.width,
            near.height,
        );
        let mut sprite = Canvas::new(near.width, near.height, None);
        sprite.put(&near, 0, 0, Some(&inner), 1.0);
        self.placed = Some((seen, sprite));
    }

    /// On tall formats the app's own buttons cover the lower end: a hem of kawung instead of nothing.
    pub(crate) fn hem(&mut self, thread: Color, opacity: f32) {
        if !self.is_tall() {
            return;
        }
        let f = self.frame();
        let top = f.h - 288.0;
        let area = Path::rect(Rect::edges(0.0, top, f.w, f.h));
        let fade = [(0.0, top), (0.0, f.h)];
        self.weave(
            &area,
            72.0,
            Weave::Line,
            Paint::Fade(thread, fade, [0.0, opacity]),
        );
    }

    /// Weaves kawung into a shape, unless words stand there.
    pub(crate) fn weave(&mut self, shape: &Path, step: f32, weave: Weave, paint: Paint) {
        let Some(area) = shape.bounds() else { return };
        let words = self
            .parts
            .iter()
            .flat_map(|p| &p.words)
            .flat_map(|w| &w.set.lines);
        if words.clone().any(|line| line.inset(-8.0).intersects(area)) {
            return;
        }
        let (width, height) = (self.canvas.width, self.canvas.height);
        let mut mask = Mask::fill(&pattern::kawung(area, step, weave), width, height);
        let clip = Mask::fill(shape, width, height);
        for dy in 0..mask.h {
            for dx in 0..mask.w {
                let at = dy * mask.w + dx;
                let seen = clip.at(mask.x + dx as i32, mask.y + dy as i32);
                mask.cover[at] =
                    crate::canvas::times(u32::from(mask.cover[at]), u32::from(seen)) as u8;
            }
        }
        self.canvas.fill_mask(&mask, paint);
        self.patterns.push(area);
    }
}
