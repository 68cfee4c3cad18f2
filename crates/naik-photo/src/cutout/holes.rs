//! Background seen through the product: handles, rings, the gaps of a basket.
//!
//! A graph cut dislikes small enclosed regions, because their boundary is long
//! for their area, and its colour models take white paint on a label for white
//! paper. So each region inside the product's outline whose colours speak for
//! the background is asked again, alone: is it of the colour, the light and the
//! texture of the ground next to the product?

use super::guidance::Label;
use super::working::Working;

/// Regions under this part of the photo are texture, not holes.
const LEAST_AREA: f32 = 0.0006;
/// A pixel is a candidate from this preference for the background on, nats.
const CANDIDATE: f32 = -0.5;
/// A hole is at least this part of the product: letters and dots of a label are smaller.
const LEAST_SHARE: f32 = 0.006;
/// A region that the cut itself opened is believed from this part of the product on, in a scene.
const PLAINLY_OPEN: f32 = 0.02;

/// The ground next to the product is looked for within this part of the longer side.
const NEIGHBOURHOOD: f32 = 0.10;
/// Fewer pixels of ground than this say nothing.
const LEAST_GROUND: usize = 40;
/// Lightness that a hole may lack (it lies in the product's shadow) or have more, in Lab units.
const DARKER: f32 = 14.0;
const LIGHTER: f32 = 4.0;
/// Largest difference in chroma, in Lab units.
const CHROMA: f32 = 5.0;
/// Largest ratio of textures (mean step between neighbours), and the step under which all is smooth.
const TEXTURE: f32 = 2.2;
const SMOOTH: f32 = 0.8;

/// What a division knows about the pixels that may be holes.
pub(super) struct Holes<'a> {
    pub(super) working: &'a Working,
    /// Preference of each pixel's colour, nats, negative for the background.
    pub(super) preference: &'a [f32],
    pub(super) labels: &'a [Label],
    /// A plain ground: nothing inside opens without proof.
    pub(super) plain: bool,
    /// Mean preference for the background from which a region may be a hole, nats.
    pub(super) verdict: f32,
    /// A network's probability that a pixel is product.
    pub(super) known: Option<&'a [f32]>,
}

/// A region inside the product's outline.
struct Region {
    pixels: Vec<usize>,
    /// Part of it that the cut itself called background.
    opened: f32,
    preference: f32,
}

impl Holes<'_> {
    /// Opens what is proved to be background inside `mask` and closes what is
    /// not. Pixels that the owner wants kept stay, and what the owner removed
    /// stays open. Returns how many regions are open.
    pub(super) fn settle(&self, mask: &mut [bool]) -> usize {
        let width = self.working.width;
        let outline = filled(mask, self.labels, width);
        let product = outline.iter().filter(|&&inside| inside).count();
        let regions = self.regions(mask, &outline);
        mask.copy_from_slice(&outline);
        let mut open = 0;
        for region in regions {
            if self.is_hole(&region, &outline, product) {
                open += 1;
                for pixel in region.pixels {
                    mask[pixel] = false;
                }
            }
        }
        open
    }

    /// The connected candidates inside the outline that don't touch the photo's border.
    fn regions(&self, mask: &[bool], outline: &[bool]) -> Vec<Region> {
        let (width, height) = (self.working.width, self.working.height);
        let candidate = |pixel: usize| {
            outline[pixel]
                && self.labels[pixel] == Label::Open
                && (!mask[pixel] || self.preference[pixel] < CANDIDATE)
        };
        let mut seen = vec![false; mask.len()];
        let mut regions = Vec::new();
        for start in 0..mask.len() {
            if seen[start] || !candidate(start) {
                continue;
            }
            seen[start] = true;
            let mut pixels = vec![start];
            let mut read = 0;
            let mut enclosed = true;
            while let Some(&pixel) = pixels.get(read) {
                read += 1;
                let (x, y) = (pixel % width, pixel / width);
                enclosed &= x > 0 && y > 0 && x + 1 < width && y + 1 < height;
                for other in around(pixel, width, height).into_iter().flatten() {
                    if !seen[other] && candidate(other) {
                        seen[other] = true;
                        pixels.push(other);
                    }
                }
            }
            if enclosed {
                let count = pixels.len() as f32;
                let opened = pixels.iter().filter(|&&pixel| !mask[pixel]).count() as f32 / count;
                let preference = pixels.iter().map(|&p| self.preference[p]).sum::<f32>() / count;
                regions.push(Region {
                    pixels,
                    opened,
                    preference,
                });
            }
        }
        regions
    }

    fn is_hole(&self, region: &Region, outline: &[bool], product: usize) -> bool {
        let size = region.pixels.len() as f32;
        let least = (LEAST_AREA * outline.len() as f32).max(6.0);
        if size < least.max(LEAST_SHARE * product as f32) {
            return false;
        }
        if let Some(known) = self.known {
            let mean = region.pixels.iter().map(|&p| known[p]).sum::<f32>() / size;
            if mean > 0.7 {
                return false;
            }
        }
        let cut_says_so = region.opened > 0.5;
        if !cut_says_so && region.preference > self.verdict {
            return false;
        }
        if cut_says_so && !self.plain && size > PLAINLY_OPEN * product as f32 {
            return true;
        }
        self.looks_like_ground(region, outline)
    }

    /// Whether a region has the colour and the texture of the ground around the product near it.
    fn looks_like_ground(&self, region: &Region, outline: &[bool]) -> bool {
        let (width, height) = (self.working.width, self.working.height);
        let mut inside = vec![false; outline.len()];
        for &pixel in &region.pixels {
            inside[pixel] = true;
        }
        let Some(own) = self.look(region.pixels.iter().copied(), &inside, 1) else {
            return false;
        };
        let bounds = region.pixels.iter().fold(
            (usize::MAX, 0, usize::MAX, 0),
            |(left, right, top, bottom), &pixel| {
                let (x, y) = (pixel % width, pixel / width);
                (left.min(x), right.max(x), top.min(y), bottom.max(y))
            },
        );
        let outside: Vec<bool> = outline.iter().map(|&inside| !inside).collect();
        let mut reach = (NEIGHBOURHOOD * width.max(height) as f32) as usize;
        // A wide product has its ground further away.
        for _ in 0..4 {
            let columns = bounds.0.saturating_sub(reach)..(bounds.1 + reach + 1).min(width);
            let rows = bounds.2.saturating_sub(reach)..(bounds.3 + reach + 1).min(height);
            let near = rows.flat_map(|y| columns.clone().map(move |x| y * width + x));
            let near = near.filter(|&pixel| outside[pixel]);
            if let Some(ground) = self.look(near, &outside, LEAST_GROUND) {
                return own.is_like(&ground);
            }
            reach *= 2;
        }
        false
    }

    /// Mean colour and texture of pixels whose neighbours are of the same kind;
    /// `None` when there are fewer than `least`.
    fn look(
        &self,
        pixels: impl Iterator<Item = usize>,
        kind: &[bool],
        least: usize,
    ) -> Option<Look> {
        let (width, height) = (self.working.width, self.working.height);
        let lab = &self.working.lab;
        let mut sum = [0.0_f32; 3];
        let (mut count, mut steps, mut compared) = (0_usize, 0.0_f32, 0_usize);
        let mut all = [0.0_f32; 3];
        let mut seen = 0_usize;
        for pixel in pixels {
            seen += 1;
            for (sum, value) in all.iter_mut().zip(lab[pixel]) {
                *sum += value;
            }
            // The rim is mixed with what lies beyond it.
            let around = around(pixel, width, height);
            if around.iter().flatten().any(|&other| !kind[other]) {
                continue;
            }
            count += 1;
            for (sum, value) in sum.iter_mut().zip(lab[pixel]) {
                *sum += value;
            }
            for &other in [around[1], around[3]].iter().flatten() {
                compared += 1;
                steps += (lab[pixel][0] - lab[other][0]).abs();
            }
        }
        if seen < least {
            return None;
        }
        // A slit is all rim: its colour must do.
        let (sum, count) = if count < 6 { (all, seen) } else { (sum, count) };
        Some(Look {
            lab: sum.map(|sum| sum / count as f32),
            texture: (compared >= 6).then(|| steps / compared as f32),
        })
    }
}

/// How a region looks.
struct Look {
    lab: [f32; 3],
    /// Mean step of lightness between neighbours.
    texture: Option<f32>,
}

impl Look {
    fn is_like(&self, ground: &Self) -> bool {
        let lighter = self.lab[0] - ground.lab[0];
        // Under less light (L + 16, a, b) shrink together.
        let light = ((self.lab[0] + 16.0) / (ground.lab[0] + 16.0).max(1.0)).min(1.0);
        let chroma =
            (self.lab[1] - light * ground.lab[1]).hypot(self.lab[2] - light * ground.lab[2]);
        let texture = match (self.texture, ground.texture) {
            (Some(own), Some(other)) => {
                let (own, other) = (own.max(SMOOTH), other.max(SMOOTH));
                own.max(other) / own.min(other)
            }
            _ => 1.0,
        };
        (-DARKER..LIGHTER).contains(&lighter) && chroma < CHROMA && texture < TEXTURE
    }
}

/// The mask with everything inside its outline; what the owner removed stays open.
fn filled(mask: &[bool], labels: &[Label], width: usize) -> Vec<bool> {
    let height = mask.len() / width.max(1);
    let mut out = mask.to_vec();
    for piece in pieces(mask, width, false) {
        let open = piece.iter().any(|&pixel| {
            let (x, y) = (pixel % width, pixel / width);
            labels[pixel] == Label::Remove || x == 0 || y == 0 || x + 1 == width || y + 1 == height
        });
        if !open {
            for pixel in piece {
                out[pixel] = true;
            }
        }
    }
    out
}

/// Drops pieces of the product under `share` of the largest piece, and fills
/// gaps under the size of a hole. Pieces that the owner wants kept stay.
pub(super) fn tidy(mask: &mut [bool], labels: &[Label], width: usize, share: f32) {
    let least = (LEAST_AREA * mask.len() as f32).max(6.0) as usize;
    for (kind, keeps) in [(true, Label::Keep), (false, Label::Remove)] {
        let pieces = pieces(mask, width, kind);
        let largest = pieces.iter().map(Vec::len).max().unwrap_or(0);
        let limit = if kind {
            (share * largest as f32) as usize
        } else {
            least
        };
        for piece in pieces {
            if piece.len() < limit && piece.iter().all(|&pixel| labels[pixel] != keeps) {
                for pixel in piece {
                    mask[pixel] = !kind;
                }
            }
        }
    }
}

/// Left, right, above, below, where inside the photo.
fn around(pixel: usize, width: usize, height: usize) -> [Option<usize>; 4] {
    let (x, y) = (pixel % width, pixel / width);
    [
        (x > 0).then(|| pixel - 1),
        (x + 1 < width).then(|| pixel + 1),
        (y > 0).then(|| pixel - width),
        (y + 1 < height).then(|| pixel + width),
    ]
}

/// The connected pieces of one kind of pixel.
fn pieces(mask: &[bool], width: usize, kind: bool) -> Vec<Vec<usize>> {
    let height = mask.len() / width.max(1);
    let mut seen = vec![false; mask.len()];
    let mut pieces = Vec::new();
    for start in 0..mask.len() {
        if mask[start] != kind || seen[start] {
            continue;
        }
        seen[start] = true;
        let mut piece = vec![start];
        let mut read = 0;
        while let Some(&pixel) = piece.get(read) {
            read += 1;
            for other in around(pixel, width, height).into_iter().flatten() {
                if mask[other] == kind && !seen[other] {
                    seen[other] = true;
                    piece.push(other);
                }
            }
        }
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::Rgb;

    const SIDE: usize = 60;

    /// A red square of product on grey paper, with a window of `color` in its middle.
    fn square(color: [u8; 3], window: usize) -> (Working, Vec<bool>, Vec<f32>) {
        let away = |pixel: usize| {
            let (x, y) = (pixel % SIDE, pixel / SIDE);
            x.abs_diff(SIDE / 2).max(y.abs_diff(SIDE / 2))
        };
        let mut photo = Rgb::filled(SIDE as u32, SIDE as u32, 0);
        for pixel in 0..SIDE * SIDE {
            let noise = (pixel * 7 % 3) as u8;
            let paint = match away(pixel) {
                far if far <= window => color,
                far if far <= 20 => [180, 40, 40],
                _ => [200, 200, 196],
            };
            photo.set_pixel(
                (pixel % SIDE) as u32,
                (pixel / SIDE) as u32,
                paint.map(|value| value + noise),
            );
        }
        let mask = (0..SIDE * SIDE).map(|p| away(p) <= 20).collect();
        let preference = (0..SIDE * SIDE)
            .map(|p| {
                if away(p) <= 20 && away(p) > window {
                    4.0
                } else {
                    -4.0
                }
            })
            .collect();
        (Working::new(&photo, SIDE as u32), mask, preference)
    }

    fn opened(color: [u8; 3], window: usize, label: Label) -> bool {
        let (working, mut mask, preference) = square(color, window);
        let labels = vec![label; mask.len()];
        Holes {
            working: &working,
            preference: &preference,
            labels: &labels,
            plain: true,
            verdict: -1.0,
            known: None,
        }
        .settle(&mut mask)
            == 1
            && !mask[SIDE / 2 * SIDE + SIDE / 2]
    }

    #[test]
    fn paper_seen_through_a_ring_is_opened_even_in_its_shadow() {
        assert!(opened([200, 200, 196], 8, Label::Open));
        assert!(opened([172, 172, 168], 8, Label::Open));
    }

    #[test]
    fn white_paint_and_small_letters_stay_closed() {
        assert!(!opened([235, 235, 235], 8, Label::Open));
        assert!(!opened([200, 200, 196], 1, Label::Open));
        assert!(!opened([200, 196, 170], 8, Label::Open));
    }

    #[test]
    fn what_the_cut_opened_without_proof_is_closed_again() {
        let (working, mut mask, preference) = square([235, 235, 235], 8);
        for (pixel, inside) in mask.iter_mut().enumerate() {
            *inside &= preference[pixel] > 0.0;
        }
        let labels = vec![Label::Open; mask.len()];
        let holes = Holes {
            working: &working,
            preference: &preference,
            labels: &labels,
            plain: true,
            verdict: -1.0,
            known: None,
        };
        assert_eq!(holes.settle(&mut mask), 0);
        assert!(mask[SIDE / 2 * SIDE + SIDE / 2]);
    }

    #[test]
    fn a_kept_middle_stays_and_a_removed_one_is_gone() {
        assert!(!opened([200, 200, 196], 8, Label::Keep));
        let (working, mut mask, preference) = square([235, 235, 235], 8);
        let mut labels = vec![Label::Open; mask.len()];
        for (pixel, inside) in mask.iter_mut().enumerate() {
            if preference[pixel] < 0.0 && *inside {
                *inside = false;
                labels[pixel] = Label::Remove;
            }
        }
        let holes = Holes {
            working: &working,
            preference: &preference,
            labels: &labels,
            plain: true,
            verdict: -1.0,
            known: None,
        };
        holes.settle(&mut mask);
        assert!(!mask[SIDE / 2 * SIDE + SIDE / 2]);
    }

    #[test]
    fn specks_go_and_small_gaps_close() {
        let mut mask = vec![false; 144];
        mask[..72].fill(true);
        mask[30] = false;
        mask[143] = true;
        tidy(&mut mask, &[Label::Open; 144], 12, 0.05);
        assert!(mask[30] && !mask[143]);
    }
}
