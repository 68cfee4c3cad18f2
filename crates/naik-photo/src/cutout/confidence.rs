//! How sure a cut is: the intersection over union with the truth to be expected.
//!
//! A logistic curve over the division's traits. Its constants come from
//! `examples/cutout_fit.rs`, which fits them to photos that may be learned
//! from; the development photos only measure (`docs/BENCHMARKS.md`).

use super::score::Traits;

/// Number of features.
const FEATURES: usize = 12;
/// Constants without a network, and with one that decides.
const CLASSICAL: [f32; FEATURES] = [
    -2.53, 1.32, 0.26, 1.22, 1.07, -0.01, 0.63, 0.95, 0.22, -0.06, -1.18, 0.98,
];
/// What the agreement and certainty of a network that decides add, around their
/// usual values: an estimate, as networks differ; fit it for the one in use.
const NETWORK: [f32; 2] = [1.0, 0.5];
const USUAL: [f32; 2] = [0.7, 0.8];
/// Constants with the built-in network as a voice, its agreement and certainty last.
const HEARD: [f32; FEATURES + 2] = [
    -3.63, 0.21, 0.64, 0.27, 0.42, 0.12, 0.52, 0.30, -0.07, -0.67, -0.80, 0.89, 2.70, 1.68,
];

/// The features of a division, a constant first.
fn features(traits: &Traits) -> [f32; FEATURES] {
    let plain = f32::from(u8::from(traits.plain));
    [
        1.0,
        traits.agreement,
        (traits.separation / 10.0).tanh(),
        traits.edge,
        traits.compactness.min(0.6),
        traits.odd_size().min(4.0),
        traits.largest,
        traits.prior,
        traits.contact.min(0.3),
        plain,
        plain * traits.unexplained.min(1.0),
        plain * traits.agreement,
    ]
}

/// The intersection over union with the truth to be expected, 0 to 1.
pub(super) fn expected(traits: &Traits) -> f32 {
    let own = features(traits);
    let weigh = |constants: &[f32]| -> f32 { own.iter().zip(constants).map(|(f, c)| f * c).sum() };
    let sum = match traits.network {
        None => weigh(&CLASSICAL),
        Some(network) if network.decides => {
            weigh(&CLASSICAL)
                + NETWORK[0] * (network.overlap - USUAL[0])
                + NETWORK[1] * (network.certainty - USUAL[1])
        }
        Some(network) => {
            weigh(&HEARD)
                + HEARD[FEATURES] * network.overlap
                + HEARD[FEATURES + 1] * network.certainty
        }
    };
    1.0 / (1.0 + (-sum).exp())
}

impl Traits {
    /// What the confidence is computed from, a constant first and a network's
    /// features last: for fitting its constants.
    pub fn features(&self) -> Vec<f32> {
        let mut all = features(self).to_vec();
        if let Some(network) = self.network {
            all.extend([network.overlap, network.certainty]);
        }
        all
    }
}
