//! Setting a product down in a scene.

use naik_core::seed::Seed;
use rayon::prelude::*;

use super::Scene;
use super::color::{Encoder, Light3, decode};
use super::recipe::{Mood, render};
use super::stage::Stage;
use crate::image::{Gray, Rect, Rgb, Rgba};
use crate::{resize, shadow};

/// Longest side of a product relative to the picture's shorter side.
const FILL: f32 = 0.62;
/// The same where the picture is much higher than wide: there is room above.
const FILL_TALL: f32 = 0.86;

/// A rendered scene that products can be set down in.
#[derive(Clone, Debug)]
pub struct Backdrop {
    pixels: Rgb,
    mood: Mood,
    stage: Stage,
    scene: Scene,
}

impl Backdrop {
    /// Renders a scene at a size (sides at least 1), the same from the same seed.
    pub fn render(scene: Scene, width: u32, height: u32, seed: Seed) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        let (pixels, mood) = render(scene, width, height, seed);
        Self {
            pixels,
            mood,
            stage: Stage::new(width, height),
            scene,
        }
    }

    /// The scene without a product.
    pub fn pixels(&self) -> &Rgb {
        &self.pixels
    }

    /// Which scene it is.
    pub fn scene(&self) -> Scene {
        self.scene
    }

    /// Sets a cut-out down in the middle: shadow, reflection where the ground is glossy, and the scene's light.
    pub fn compose(&self, cut: &Rgba) -> Rgb {
        let mut out = self.pixels.clone();
        let Some(part) = visible(cut) else {
            return out;
        };
        let (width, height) = (out.width(), out.height());
        let place = self.place(cut, part);
        let product = resize::resize_part(cut, part, place.width, place.height);
        let canvas = alpha_on_canvas(&product, place, width, height);
        let shade = shadow::contact(&canvas, &self.mood.shadow);
        self.darken(&mut out, &shade);
        if self.mood.gloss > 0.0 {
            self.mirror(&mut out, &product, place);
        }
        self.set_down(&mut out, &product, place);
        out
    }

    /// Where a cut-out will stand; `None` when it shows nothing.
    pub fn seat(&self, cut: &Rgba) -> Option<Rect> {
        Some(self.place(cut, visible(cut)?))
    }

    /// Where the product goes; one that the photo cut off at the bottom is let go out of the picture there.
    fn place(&self, cut: &Rgba, part: Rect) -> Rect {
        let (width, height) = (self.pixels.width() as f32, self.pixels.height() as f32);
        let short = width.min(height);
        let (w, h) = (part.width as f32, part.height as f32);
        let base = self.stage.base * short;
        let cut_off = touches_bottom(cut);
        let floor = if cut_off { height } else { base };
        // Tall products may use the height above the table, wide ones the width.
        let room_up = floor - height * 0.08;
        let (fill, side) = if height > width * 1.5 {
            (FILL_TALL, 0.86)
        } else {
            (FILL, 0.80)
        };
        let scale = (short * fill / w.max(h) * if w > h { 1.12 } else { 1.0 })
            .min(width * side / w)
            .min(room_up / h);
        let (w, h) = ((w * scale).round().max(1.0), (h * scale).round().max(1.0));
        // A wide foot seen from above stands a little further forward.
        let bottom = if cut_off {
            height
        } else {
            (base + w * 0.03).min(height * 0.95)
        };
        Rect {
            x: ((width - w) / 2.0).round().max(0.0) as u32,
            y: (bottom - h).round().max(0.0) as u32,
            width: w as u32,
            height: h as u32,
        }
    }

    fn darken(&self, out: &mut Rgb, shade: &Gray) {
        let encoder = Encoder::new();
        let width = out.width() as usize;
        let tint = self.mood.shade;
        let bright = tint.luminance().max(0.02);
        // Full shadow keeps this share of the light, a little in the shade's own colour.
        let keep = (tint * (1.0 / bright) + Light3::WHITE) * 0.08;
        let linear = decoder();
        out.data_mut()
            .par_chunks_mut(width * 3)
            .zip(shade.data().par_chunks(width))
            .for_each(|(row, shade)| {
                for (pixel, shade) in row.chunks_exact_mut(3).zip(shade) {
                    if *shade == 0 {
                        continue;
                    }
                    // The map says how dark the eye sees it; light itself falls by the square.
                    let seen = 1.0 - f32::from(*shade) / 255.0;
                    let share = 1.0 - seen * seen;
                    for (value, keep) in pixel.iter_mut().zip(keep.0) {
                        let light = linear[*value as usize] * (1.0 - share * (1.0 - keep.min(0.6)));
                        *value = (encoder.level(light) + 0.5) as u8;
                    }
                }
            });
    }

    /// A faint upside-down picture below the product, gone after a fifth of its height.
    fn mirror(&self, out: &mut Rgb, product: &Rgba, place: Rect) {
        let reach = (place.height as f32 * 0.22).max(1.0);
        let blurred = soften(product);
        let bottoms = bottoms(product);
        for (x, bottom) in bottoms
            .iter()
            .enumerate()
            .filter_map(|(x, b)| b.map(|b| (x, b)))
        {
            let out_x = place.x + x as u32;
            if out_x >= out.width() {
                continue;
            }
            // Columns that end high above the foot (a handle) mirror from further away.
            let lift = place.height - 1 - bottom;
            for step in 0..reach as u32 {
                let out_y = place.y + bottom + 1 + step + lift;
                if out_y >= out.height() || step + 2 * lift > reach as u32 || step > bottom {
                    break;
                }
                let fade = 1.0 - (step + 2 * lift) as f32 / reach;
                let [r, g, b, a] = blurred.pixel(x as u32, bottom - step);
                let share = self.mood.gloss * fade * fade * f32::from(a) / 255.0;
                let ground = out.pixel(out_x, out_y);
                let mixed =
                    [(ground[0], r), (ground[1], g), (ground[2], b)].map(|(under, over)| {
                        let value = f32::from(under) * (1.0 - share) + f32::from(over) * share;
                        (value + 0.5) as u8
                    });
                out.set_pixel(out_x, out_y, mixed);
            }
        }
    }

    /// Draws the product: one gain per channel for all of it, and the ground's dimness at its foot.
    fn set_down(&self, out: &mut Rgb, product: &Rgba, place: Rect) {
        let encoder = Encoder::new();
        let linear = decoder();
        let gains = (self.mood.tint * self.mood.exposure).0;
        let (width, height) = (out.width() as usize, out.height() as usize);
        let rows = out
            .data_mut()
            .chunks_exact_mut(width * 3)
            .skip(place.y as usize);
        let last = place.height.saturating_sub(1).max(1) as f32;
        for (y, row) in rows.take((place.height as usize).min(height)).enumerate() {
            // Less light reaches the last tenth above the table.
            let low = (y as f32 / last - 0.88).max(0.0) / 0.12;
            let dim = 1.0 - 0.10 * low * low;
            for x in 0..place.width as usize {
                let [r, g, b, a] = product.pixel(x as u32, y as u32);
                let at = (place.x as usize + x) * 3;
                if a == 0 || at + 3 > row.len() {
                    continue;
                }
                let share = f32::from(a) / 255.0;
                for ((value, over), gain) in row[at..at + 3].iter_mut().zip([r, g, b]).zip(gains) {
                    let light = linear[over as usize] * gain * dim;
                    let under = linear[*value as usize];
                    // Mixed in linear light, as a lens mixes an edge.
                    *value = (encoder.level(light * share + under * (1.0 - share)) + 0.5) as u8;
                }
            }
        }
    }
}

/// The part of a cut-out that shows anything; `None` when nothing does.
pub fn visible(cut: &Rgba) -> Option<Rect> {
    let (width, height) = (cut.width() as usize, cut.height() as usize);
    if width == 0 || height == 0 {
        return None;
    }
    let solid = |pixel: &[u8]| pixel[3] > 24;
    let mut rows = cut.data().chunks_exact(width * 4);
    let top = rows.position(|row| row.chunks_exact(4).any(solid))?;
    let bottom = cut
        .data()
        .chunks_exact(width * 4)
        .rposition(|row| row.chunks_exact(4).any(solid))?;
    let (mut left, mut right) = (width, 0);
    for row in cut
        .data()
        .chunks_exact(width * 4)
        .take(bottom + 1)
        .skip(top)
    {
        if let Some(first) = row.chunks_exact(4).position(solid) {
            left = left.min(first);
        }
        if let Some(last) = row.chunks_exact(4).rposition(solid) {
            right = right.max(last);
        }
    }
    Some(Rect {
        x: left as u32,
        y: top as u32,
        width: (right - left + 1) as u32,
        height: (bottom - top + 1) as u32,
    })
}

/// Whether the photo ended before the product did, at the bottom.
fn touches_bottom(cut: &Rgba) -> bool {
    let width = cut.width() as usize;
    let Some(last) = cut.data().chunks_exact((width * 4).max(4)).next_back() else {
        return false;
    };
    let touching = last.chunks_exact(4).filter(|pixel| pixel[3] > 127).count();
    touching * 8 > width
}

/// The alpha of a placed product on the whole canvas.
pub(crate) fn alpha_on_canvas(product: &Rgba, place: Rect, width: u32, height: u32) -> Gray {
    let mut canvas = Gray::filled(width, height, 0);
    for y in 0..place.height.min(height.saturating_sub(place.y)) {
        for x in 0..place.width.min(width.saturating_sub(place.x)) {
            canvas.set_pixel(place.x + x, place.y + y, [product.pixel(x, y)[3]]);
        }
    }
    canvas
}

/// The lowest visible row of each column.
fn bottoms(product: &Rgba) -> Vec<Option<u32>> {
    (0..product.width())
        .map(|x| {
            (0..product.height())
                .rev()
                .find(|y| product.pixel(x, *y)[3] > 127)
        })
        .collect()
}

/// A slightly blurred copy, by way of a smaller one.
fn soften(product: &Rgba) -> Rgba {
    let small = resize::resize(
        product,
        (product.width() / 5).max(1),
        (product.height() / 5).max(1),
    );
    resize::resize(&small, product.width(), product.height())
}

fn decoder() -> [f32; 256] {
    std::array::from_fn(|level| decode(level as f32 / 255.0))
}

impl Mood {
    /// How bright full light is, for tests of the recipes.
    #[cfg(test)]
    pub(super) fn tint_spread(&self) -> f32 {
        let tint = self.tint.0;
        tint.iter().copied().fold(0.0_f32, f32::max) / tint.iter().copied().fold(9.0_f32, f32::min)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_scene_tints_a_product_by_more_than_six_percent() {
        for scene in Scene::ALL {
            let spread = Backdrop::render(scene, 4, 4, Seed(1)).mood.tint_spread();
            assert!(spread <= 1.06, "{scene:?}: {spread}");
        }
    }
}
