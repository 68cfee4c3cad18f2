//! Background seen through the product: handles, rings, the gaps of a basket.
//!
//! A graph cut dislikes small enclosed regions, because their boundary is long
//! for their area, and its colour models take white paint on a label for white
//! paper. So each region inside the product's outline whose colours speak for
//! the background is asked again, alone: is it of the colour, the light and the
//! texture of the ground next to the product?

use super::guidance::Label;
use super::region::{around, filled};
use super::working::Working;

/// Regions under this part of the photo are texture, not holes.
pub(super) const LEAST_AREA: f32 = 0.0006;
/// A pixel is a candidate from this preference for the background on, nats.
const CANDIDATE: f32 = -0.5;
/// A hole is at least this part of the product: letters and dots of a label are smaller.
const LEAST_SHARE: f32 = 0.006;
/// What is seen behind a handle on plain ground is of this many parts of the product, and not deeper inside the outline
/// than this part of the product's size (the root of its area); letters on a label lie deeper or are of another white.
const LEAST_HANDLE: f32 = 0.0015;
const MOST_HANDLE: f32 = 0.08;
const HANDLE_DEPTH: f32 = 0.09;
/// Part of a region that must have the ground's colour.
const MOSTLY: f32 = 0.7;
/// A region that the cut itself opened is believed from this part of the product on, in a scene.
const PLAINLY_OPEN: f32 = 0.02;

/// The ground next to the product is looked for within this part of the longer side.
const NEIGHBOURHOOD: f32 = 0.10;
/// Fewer pixels of ground than this say nothing.
const LEAST_GROUND: usize = 40;
/// Lightness that a hole may lack (it lies in the product's shadow), in Lab units.
const DARKER: f32 = 14.0;
/// How like its ground a hole is.
const LOOSE: Likeness = Likeness {
    lighter: 4.0,
    chroma: 5.0,
    texture: 2.2,
};
/// The same for small ones, which letters are too.
const STRICT: Likeness = Likeness {
    lighter: 4.0,
    chroma: 3.0,
    // So small a region is half rim, which is never smooth.
    texture: 4.0,
};
/// Step between neighbours under which all is smooth, in Lab units.
const SMOOTH: f32 = 0.8;

/// What a division knows about the pixels that may be holes.
pub(super) struct Holes<'a> {
    pub(super) working: &'a Working,
    /// Preference of each pixel's colour, nats, negative for the background.
    pub(super) preference: &'a [f32],
    pub(super) labels: &'a [Label],
    /// Which pixels are of a plain ground's colour, where there is one: nothing inside opens without proof.
    pub(super) even: Option<&'a [bool]>,
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
    /// Part of it that has the plain ground's colour.
    even: f32,
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
                && (!mask[pixel] || self.preference[pixel] < CANDIDATE || self.is_even(pixel))
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
                let even = pixels.iter().filter(|&&p| self.is_even(p)).count() as f32 / count;
                regions.push(Region {
                    pixels,
                    opened,
                    preference,
                    even,
                });
            }
        }
        regions
    }

    fn is_even(&self, pixel: usize) -> bool {
        self.even.is_some_and(|even| even[pixel])
    }

    fn is_hole(&self, region: &Region, outline: &[bool], product: usize) -> bool {
        let size = region.pixels.len() as f32;
        let handle = self.may_be_handle(region, outline, product);
        // Of what is seen behind a handle even little is told apart by its colour.
        let least = (LEAST_AREA * outline.len() as f32).max(6.0);
        let least = if handle { least / 3.0 } else { least };
        let small = size < LEAST_SHARE * product as f32;
        if size < least || (small && !handle) {
            return false;
        }
        if let Some(known) = self.known {
            let mean = region.pixels.iter().map(|&p| known[p]).sum::<f32>() / size;
            if mean > 0.7 {
                return false;
            }
        }
        let cut_says_so = region.opened > 0.5;
        let told = cut_says_so || region.preference <= self.verdict;
        if !told && !handle {
            return false;
        }
        if cut_says_so && self.even.is_none() && size > PLAINLY_OPEN * product as f32 {
            return true;
        }
        let likeness = if small || !told { STRICT } else { LOOSE };
        self.looks_like_ground(region, outline, likeness)
    }

    /// Whether a region of the plain ground's colour lies where handles are, close to the outline.
    fn may_be_handle(&self, region: &Region, outline: &[bool], product: usize) -> bool {
        let (width, height) = (self.working.width, self.working.height);
        let depth = (HANDLE_DEPTH * (product as f32).sqrt()) as usize;
        let leaves = |pixel: usize| {
            let (x, y) = (pixel % width, pixel / width);
            (1..=depth).any(|away| {
                [
                    (x.checked_sub(away), Some(y)),
                    (Some(x + away).filter(|x| *x < width), Some(y)),
                    (Some(x), y.checked_sub(away)),
                    (Some(x), Some(y + away).filter(|y| *y < height)),
                ]
                .into_iter()
                .any(|(x, y)| x.zip(y).is_some_and(|(x, y)| !outline[y * width + x]))
            })
        };
        let size = region.pixels.len() as f32 / product.max(1) as f32;
        region.even > MOSTLY
            && (LEAST_HANDLE..MOST_HANDLE).contains(&size)
            && region.pixels.iter().any(|&pixel| leaves(pixel))
    }

    /// Whether a region has the colour and the texture of the ground around the product near it.
    fn looks_like_ground(&self, region: &Region, outline: &[bool], likeness: Likeness) -> bool {
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
                return own.is_like(&ground, likeness);
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

/// Largest differences between a hole and the ground next to the product; Lab units.
#[derive(Clone, Copy)]
struct Likeness {
    /// Lightness that it may have more.
    lighter: f32,
    /// Chroma, in either direction.
    chroma: f32,
    /// Ratio of textures, mean steps between neighbours.
    texture: f32,
}

/// How a region looks.
struct Look {
    lab: [f32; 3],
    /// Mean step of lightness between neighbours.
    texture: Option<f32>,
}

impl Look {
    fn is_like(&self, ground: &Self, likeness: Likeness) -> bool {
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
        (-DARKER..likeness.lighter).contains(&lighter)
            && chroma < likeness.chroma
            && texture < likeness.texture
    }
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

    /// Settles the holes on a plain ground that no pixel inside is told to be of.
    fn settle(working: &Working, preference: &[f32], labels: &[Label], mask: &mut [bool]) -> usize {
        Holes {
            working,
            preference,
            labels,
            even: Some(&vec![false; mask.len()]),
            verdict: -1.0,
            known: None,
        }
        .settle(mask)
    }

    fn opened(color: [u8; 3], window: usize, label: Label) -> bool {
        let (working, mut mask, preference) = square(color, window);
        let labels = vec![label; mask.len()];
        settle(&working, &preference, &labels, &mut mask) == 1 && !mask[SIDE / 2 * SIDE + SIDE / 2]
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
        assert_eq!(settle(&working, &preference, &labels, &mut mask), 0);
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
        settle(&working, &preference, &labels, &mut mask);
        assert!(!mask[SIDE / 2 * SIDE + SIDE / 2]);
    }
}
