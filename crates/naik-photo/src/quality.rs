//! What an owner could do better with the next photo.

use naik_core::message::{Explain, Message};
use serde::{Deserialize, Serialize};

use crate::image::{Gray, Rgb};
use crate::resize;

/// What was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// Too little light on the product.
    TooDark,
    /// Parts burnt out to white.
    TooBright,
    /// No crisp edge anywhere.
    Blurred,
    /// The product touches the border of the photo.
    CutOff,
    /// The product fills too little of the photo.
    TooSmall,
    /// Product and ground, or light and dark, lie too close together.
    LowContrast,
}

impl FindingKind {
    /// The key of its message.
    pub fn key(self) -> &'static str {
        match self {
            Self::TooDark => "quality-too-dark",
            Self::TooBright => "quality-too-bright",
            Self::Blurred => "quality-blurred",
            Self::CutOff => "quality-cut-off",
            Self::TooSmall => "quality-too-small",
            Self::LowContrast => "quality-low-contrast",
        }
    }
}

/// One thing noticed, with its measure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// The measured value, in the unit of the threshold of its kind.
    pub value: f32,
    /// The threshold that it misses.
    pub threshold: f32,
}

impl Explain for Finding {
    fn explain(&self) -> Message {
        Message::new(self.kind.key())
    }
}

/// Side at which photos are judged: the size at which buyers see them.
const WORK_SIDE: u32 = 800;
/// Mean brightness (levels of 255) of product, or of the whole, under which a photo is too dark when also nothing in it is bright.
const DARK_MEAN: f32 = 70.0;
/// What must be reached by the brightest 2 % for a photo not to be dark.
const DARK_BRIGHTEST: f32 = 150.0;
/// Share of burnt-out pixels on the product (or of the whole) that is too much.
const BURNT: f32 = 0.25;
/// [`crispness`] under which a photo is blurred.
const BLURRED: f32 = 0.16;
/// Share of the photo's border that the product may touch.
const CUT_OFF: f32 = 0.04;
/// Share of the photo's area that the product must fill.
const SMALL: f32 = 0.06;
/// Distance of product and ground (levels of 255, over all channels) that is too little.
const LOW_CONTRAST: f32 = 22.0;
/// Spread of brightness (2 % to 98 %) under which the whole is flat.
const FLAT: f32 = 60.0;

/// Looks for what an owner could do better; `alpha` (any size, same proportions) says where the product is.
///
/// Without `alpha`, whatever needs to know the product is left out.
pub fn judge(photo: &Rgb, alpha: Option<&Gray>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if photo.width() == 0 || photo.height() == 0 {
        return findings;
    }
    let small = resize::shrink(photo, WORK_SIDE);
    let alpha = alpha.map(|alpha| resize::resize(alpha, small.width(), small.height()));
    let product = alpha.as_ref().filter(|alpha| share(alpha) > 0.002);
    let mut miss = |kind, value: f32, threshold: f32, misses: bool| {
        if misses {
            findings.push(Finding {
                kind,
                value,
                threshold,
            });
        }
    };

    let mut all = light(&small, |_| true);
    all.sort_unstable();
    let quantile = |share: f32| {
        let at = (share * all.len().saturating_sub(1) as f32) as usize;
        all.get(at).map_or(0.0, |level| f32::from(*level))
    };
    // A black product on white is not a dark photo: both must hold.
    let mean = all.iter().map(|level| u64::from(*level)).sum::<u64>() as f32 / all.len() as f32;
    let dark = mean < DARK_MEAN && quantile(0.98) < DARK_BRIGHTEST;
    miss(FindingKind::TooDark, mean, DARK_MEAN, dark);

    let inside = |at: usize| product.is_none_or(|alpha| alpha.data()[at] > 200);
    let burnt = small
        .data()
        .chunks_exact(3)
        .enumerate()
        .filter(|(at, p)| inside(*at) && p.iter().all(|level| *level >= 253))
        .count() as f32
        / (0..all.len()).filter(|at| inside(*at)).count().max(1) as f32;
    // Plain white ground is what we advise: without a product only a mostly white photo counts.
    let most = if product.is_some() { BURNT } else { 0.75 };
    miss(FindingKind::TooBright, burnt, most, burnt > most);

    let crisp = match product {
        Some(alpha) => crispness_where(&small, |at| alpha.data()[at] > 20),
        None => crispness(&small),
    };
    miss(FindingKind::Blurred, crisp, BLURRED, crisp < BLURRED);

    if let Some(alpha) = product {
        let touching = border_share(alpha);
        miss(FindingKind::CutOff, touching, CUT_OFF, touching > CUT_OFF);
        let area = share(alpha);
        miss(FindingKind::TooSmall, area, SMALL, area < SMALL);
        let distance = ring_distance(&small, alpha);
        miss(
            FindingKind::LowContrast,
            distance,
            LOW_CONTRAST,
            distance < LOW_CONTRAST,
        );
    } else {
        let spread = quantile(0.98) - quantile(0.02);
        miss(FindingKind::LowContrast, spread, FLAT, spread < FLAT);
    }
    findings
}

/// How crisp the crispest edges are: detail of one pixel relative to detail of four.
///
/// About 0.5 for a sharp photo, under 0.16 for one that looks blurred; contrast plays no part.
pub(crate) fn crispness(photo: &Rgb) -> f32 {
    crispness_where(&resize::shrink(photo, WORK_SIDE), |_| true)
}

fn crispness_where(small: &Rgb, counts: impl Fn(usize) -> bool) -> f32 {
    let (width, height) = (small.width() as usize, small.height() as usize);
    let level: Vec<f32> = light(small, |_| true).into_iter().map(f32::from).collect();
    let mut fine = level.clone();
    let mut coarse = level.clone();
    crate::shadow::blur(&mut fine, width, height, 0.8);
    crate::shadow::blur(&mut coarse, width, height, 4.0);
    let strongest = |soft: &[f32]| {
        let mut detail: Vec<f32> = level
            .iter()
            .zip(soft)
            .enumerate()
            .filter(|(at, _)| counts(*at))
            .map(|(_, (level, soft))| (level - soft).abs())
            .collect();
        let at = detail.len().saturating_sub(1 + detail.len() / 200);
        if detail.is_empty() {
            return 0.0;
        }
        *detail.select_nth_unstable_by(at, f32::total_cmp).1
    };
    let coarse = strongest(&coarse);
    // Nothing to be crisp: an empty wall is not a blurred photo.
    if coarse < 4.0 {
        return 1.0;
    }
    strongest(&fine) / coarse
}

fn light(image: &Rgb, counts: impl Fn(usize) -> bool) -> Vec<u8> {
    image
        .data()
        .chunks_exact(3)
        .enumerate()
        .filter(|(at, _)| counts(*at))
        .map(|(_, p)| {
            ((u32::from(p[0]) * 77 + u32::from(p[1]) * 150 + u32::from(p[2]) * 29) >> 8) as u8
        })
        .collect()
}

fn share(alpha: &Gray) -> f32 {
    let solid = alpha.data().iter().filter(|a| **a > 127).count();
    solid as f32 / alpha.data().len().max(1) as f32
}

fn border_share(alpha: &Gray) -> f32 {
    let (width, height) = (alpha.width(), alpha.height());
    let solid = |x: u32, y: u32| u32::from(alpha.pixel(x, y)[0] > 127);
    let rows: u32 = (0..width).map(|x| solid(x, 0) + solid(x, height - 1)).sum();
    let columns: u32 = (0..height).map(|y| solid(0, y) + solid(width - 1, y)).sum();
    (rows + columns) as f32 / (2 * (width + height)) as f32
}

/// How far the product's rim differs in colour from the ground just outside it.
fn ring_distance(image: &Rgb, alpha: &Gray) -> f32 {
    let (width, height) = (alpha.width() as usize, alpha.height() as usize);
    let mut soft: Vec<f32> = alpha.data().iter().map(|a| f32::from(*a)).collect();
    crate::shadow::blur(&mut soft, width, height, 5.0);
    let mut sums = [[0.0_f64; 3]; 2];
    let mut counts = [0.0_f64; 2];
    for ((pixel, alpha), soft) in image.data().chunks_exact(3).zip(alpha.data()).zip(&soft) {
        let side = match (alpha, soft) {
            (0..=3, 12.0..) => 0,
            (250.., ..=243.0) => 1,
            _ => continue,
        };
        counts[side] += 1.0;
        for (sum, level) in sums[side].iter_mut().zip(pixel) {
            *sum += f64::from(*level);
        }
    }
    if counts.iter().any(|count| *count < 20.0) {
        return f32::MAX;
    }
    let squares: f64 = (0..3)
        .map(|channel| (sums[0][channel] / counts[0] - sums[1][channel] / counts[1]).powi(2))
        .sum();
    squares.sqrt() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A striped product on a plain ground, with its mask.
    fn shot(ground: u8, dark: u8, pale: u8, x: u32, side: u32) -> (Rgb, Gray) {
        let mut photo = Rgb::filled(400, 400, ground);
        let mut alpha = Gray::filled(400, 400, 0);
        for row in 0..side {
            for column in 0..side {
                let level = if (column / 8).is_multiple_of(2) {
                    dark
                } else {
                    pale
                };
                photo.set_pixel(x + column, 120 + row, [level; 3]);
                alpha.set_pixel(x + column, 120 + row, [255]);
            }
        }
        (photo, alpha)
    }

    fn kinds(photo: &Rgb, alpha: &Gray) -> Vec<FindingKind> {
        judge(photo, Some(alpha))
            .into_iter()
            .map(|finding| finding.kind)
            .collect()
    }

    #[test]
    fn each_flaw_is_found_and_nothing_else() {
        use FindingKind::{CutOff, LowContrast, TooBright, TooDark, TooSmall};
        for ((photo, alpha), expected) in [
            (shot(220, 60, 120, 100, 200), vec![]),
            (shot(25, 60, 100, 100, 200), vec![TooDark]),
            (shot(120, 255, 255, 100, 200), vec![TooBright]),
            (shot(220, 60, 120, 0, 200), vec![CutOff]),
            (shot(220, 60, 120, 100, 60), vec![TooSmall]),
            (shot(150, 142, 160, 100, 200), vec![LowContrast]),
        ] {
            assert_eq!(kinds(&photo, &alpha), expected);
        }
    }

    #[test]
    fn blur_is_told_from_softness() {
        let (photo, alpha) = shot(220, 60, 120, 100, 200);
        let blurred = |factor: u32| {
            let small = resize::resize(&photo, 400 / factor, 400 / factor);
            resize::resize(&small, 400, 400)
        };
        assert!(!kinds(&blurred(2), &alpha).contains(&FindingKind::Blurred));
        assert!(kinds(&blurred(10), &alpha).contains(&FindingKind::Blurred));
    }

    #[test]
    fn a_black_product_on_white_is_not_dark_and_an_empty_wall_not_blurred() {
        let (photo, alpha) = shot(250, 5, 25, 60, 280);
        assert!(!kinds(&photo, &alpha).contains(&FindingKind::TooDark));
        let wall: Vec<_> = judge(&Rgb::filled(300, 300, 128), None)
            .iter()
            .map(|f| f.kind)
            .collect();
        assert_eq!(wall, [FindingKind::LowContrast]);
        assert!(judge(&Rgb::filled(0, 0, 0), None).is_empty());
    }
}
