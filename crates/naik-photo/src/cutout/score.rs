//! How much a division looks like a product.

use super::confidence;
use super::reach;
use super::region;
use super::segment::{Divider, Division};

/// Number of measures that divisions are compared by.
pub const MEASURES: usize = 10;
/// What each of [`Traits::measures`] weighs where the built-in network is heard.
const HEARD: [f32; MEASURES] = [
    -1.80, 7.55, 2.93, -2.56, 0.40, 2.24, -6.25, -0.77, -4.85, 13.81,
];

/// What can be measured on a division without knowing the truth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Traits {
    /// Part of the photo that is product.
    pub area: f32,
    /// Mean strength of the photo's edges along the boundary, 0 to 1.
    pub edge: f32,
    /// Mean preference of the product's colours minus that of the background's, nats.
    pub separation: f32,
    /// Area over that of a disc of the same boundary length.
    pub compactness: f32,
    /// Part of the product in its largest piece.
    pub largest: f32,
    /// Mean distance of the product's pixels from the middle; the corner is 1.
    pub away: f32,
    /// Mean prior inside minus outside.
    pub prior: f32,
    /// Mean intersection over union with the other trials.
    pub agreement: f32,
    /// Part of the photo's border, just inside the rim that a trial may not
    /// enter, that is product.
    pub contact: f32,
    /// Whether the product stands on plain ground.
    pub plain: bool,
    /// On plain ground: what departs from the ground outside the product, as a part of the product.
    pub unexplained: f32,
    /// A network's opinion, where one was asked.
    pub network: Option<NetworkTraits>,
}

/// How a network sees a division.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NetworkTraits {
    /// Sum of the lesser over sum of the greater of mask and probability: 1 when both say the same with certainty.
    pub overlap: f32,
    /// Mean distance of the probabilities from one half, 0 to 1, inside the union of both.
    pub certainty: f32,
    /// Whether it decides, instead of being a voice.
    pub decides: bool,
}

impl Traits {
    /// Measures all but the agreement.
    pub(super) fn new(divider: &Divider<'_>, division: &Division, prior: &[f32]) -> Self {
        let (width, height) = (divider.working.width, divider.working.height);
        let mask = &division.mask;
        let inside = mask.iter().filter(|&&inside| inside).count();
        if inside == 0 || inside == mask.len() {
            return Self {
                area: inside as f32 / mask.len() as f32,
                ..Self::default()
            };
        }
        let outside = mask.len() - inside;
        let (mut length, mut strength) = (0.0_f32, 0.0_f32);
        let (mut preference, mut chance, mut away) = ([0.0_f32; 2], [0.0_f32; 2], 0.0_f32);
        for y in 0..height {
            for x in 0..width {
                let pixel = y * width + x;
                let side = usize::from(mask[pixel]);
                preference[side] += division.preference[pixel];
                chance[side] += prior[pixel];
                if mask[pixel] {
                    let u = (x as f32 + 0.5) / width as f32 * 2.0 - 1.0;
                    let v = (y as f32 + 0.5) / height as f32 * 2.0 - 1.0;
                    away += u.hypot(v) / std::f32::consts::SQRT_2;
                }
                let right = (x + 1 < width).then_some((pixel + 1, 0));
                let down = (y + 1 < height).then_some((pixel + width, 1));
                for (other, slot) in right.into_iter().chain(down) {
                    if mask[pixel] != mask[other] {
                        length += 1.0;
                        strength += 1.0 - divider.flatness[pixel][slot];
                    }
                }
            }
        }
        let pieces = region::pieces(mask, width, true);
        let largest = pieces.iter().map(Vec::len).max().unwrap_or(0);
        // A digital boundary is longer than the curve: by 4/pi on average over directions.
        let curve = length * std::f32::consts::FRAC_PI_4;
        Self {
            area: inside as f32 / mask.len() as f32,
            edge: strength / length.max(1.0),
            separation: preference[1] / inside as f32 - preference[0] / outside as f32,
            compactness: 4.0 * std::f32::consts::PI * inside as f32 / (curve * curve).max(1.0),
            largest: largest as f32 / inside as f32,
            away: away / inside as f32,
            prior: chance[1] / inside as f32 - chance[0] / outside as f32,
            agreement: 0.0,
            contact: contact(mask, width),
            ..Self::default()
        }
    }

    /// How much this looks like a product, higher is better.
    ///
    /// Without a network that is one voice among others a sum of six measures, each divided by its spread over trial
    /// divisions and counted once: none was worth a weight of its own (`docs/BENCHMARKS.md`). With one each measure has the
    /// weight that `examples/cutout_fit.rs` found. A division of almost nothing is never chosen over one of something.
    pub(super) fn score(&self) -> f32 {
        if self.area < LEAST_AREA {
            return -100.0;
        }
        if self.network.is_some_and(|network| !network.decides) {
            return self.measures().iter().zip(HEARD).map(|(m, w)| m * w).sum();
        }
        self.agreement / 0.12
            + (self.separation / 10.0).tanh() / 0.1
            + self.edge / 0.1
            + self.compactness / 0.12
            - self.odd_size() / 1.1
            - self.away / 0.06
    }

    /// What divisions of one photo are compared by: for fitting their weights.
    pub fn measures(&self) -> [f32; MEASURES] {
        [
            self.agreement,
            (self.separation / 10.0).tanh(),
            self.edge,
            self.compactness.min(0.6),
            self.odd_size().min(4.0),
            self.largest,
            self.away,
            self.prior,
            self.contact.min(0.3),
            self.network.map_or(0.0, |network| network.overlap),
        ]
    }

    /// The squared distance of the area from a quarter of the photo, on a logarithmic scale.
    pub(super) fn odd_size(&self) -> f32 {
        ((self.area + 0.01) / 0.25).ln().powi(2)
    }

    /// The intersection over union with the truth to be expected, 0 to 1.
    pub(super) fn confidence(&self) -> f32 {
        if self.area < LEAST_AREA {
            return 0.0;
        }
        confidence::expected(self)
    }
}

/// The part of the photo under which a division shows no product.
const LEAST_AREA: f32 = 0.005;

/// Intersection over union of two divisions; 1 when both are empty.
pub(super) fn overlap(a: &[bool], b: &[bool]) -> f32 {
    let (mut both, mut either) = (0_u32, 0_u32);
    for (&a, &b) in a.iter().zip(b) {
        both += u32::from(a && b);
        either += u32::from(a || b);
    }
    if either == 0 {
        1.0
    } else {
        both as f32 / either as f32
    }
}

/// Width of the rim that trials may not enter, as a part of the shorter side.
pub(super) const WIDEST_RIM: f32 = 0.05;

/// Part of a rectangle just inside the widest rim that is product.
fn contact(mask: &[bool], width: usize) -> f32 {
    let height = mask.len() / width.max(1);
    let inset = ((WIDEST_RIM * width.min(height) as f32).max(2.0) as usize + 1)
        .min(width.min(height).saturating_sub(1) / 2);
    let (right, bottom) = (width - 1 - inset, height - 1 - inset);
    let across = (inset..=right).flat_map(|x| [inset * width + x, bottom * width + x]);
    let down = (inset..=bottom).flat_map(|y| [y * width + inset, y * width + right]);
    let (mut inside, mut all) = (0_u32, 0_u32);
    for pixel in across.chain(down) {
        inside += u32::from(mask[pixel]);
        all += 1;
    }
    inside as f32 / all.max(1) as f32
}

/// What a network says of a division.
pub(super) fn network_traits(mask: &[bool], network: &[f32], decides: bool) -> NetworkTraits {
    let (mut lesser, mut greater, mut certain, mut union) = (0.0_f32, 0.0_f32, 0.0_f32, 0_u32);
    for (&inside, &p) in mask.iter().zip(network) {
        if inside {
            lesser += p;
            greater += 1.0;
        } else {
            greater += p;
        }
        if inside || p >= 0.5 {
            certain += (2.0 * p - 1.0).abs();
            union += 1;
        }
    }
    NetworkTraits {
        overlap: lesser / greater.max(1e-6),
        certainty: certain / union.max(1) as f32,
        decides,
    }
}

/// Departures from a plain ground outside the product, a little away from its
/// edge, over the product's area.
pub(super) fn unexplained(mask: &[bool], evidence: &[f32], width: usize) -> f32 {
    let near = reach::spread(mask, width, 3);
    let inside = mask.iter().filter(|&&inside| inside).count();
    let left = near
        .iter()
        .zip(evidence)
        .filter(|&(&near, &evidence)| !near && evidence > 0.0)
        .count();
    left as f32 / inside.max(1) as f32
}
