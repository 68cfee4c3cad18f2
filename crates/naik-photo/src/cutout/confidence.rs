//! How sure a cut is: the intersection over union with the truth to be expected.
//!
//! A logistic curve over the division's traits. Its constants come from
//! `examples/confidence_fit.rs`, which fits them to photos that may be learned
//! from; the development photos only measure (`docs/BENCHMARKS.md`).

use super::score::Traits;

/// Number of features.
const FEATURES: usize = 12;
/// Constants without a network.
const CLASSICAL: [f32; FEATURES] = [-5.0, 2.2, 1.7, 1.8, 0.8, -0.3, 0.9, 0.4, 0.0, 1.2, 0.0, 0.0];
/// Constants with a network, its two features last.
const WITH_NETWORK: [f32; FEATURES + 2] = [
    -5.0, 2.2, 1.7, 1.8, 0.8, -0.3, 0.9, 0.4, 0.0, 1.2, 0.0, 0.0, 1.0, 0.5,
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
    let weighed =
        |constants: &[f32]| -> f32 { own.iter().zip(constants).map(|(f, c)| f * c).sum() };
    let sum = match traits.network {
        None => weighed(&CLASSICAL),
        Some(network) => {
            weighed(&WITH_NETWORK)
                + WITH_NETWORK[FEATURES] * network.overlap
                + WITH_NETWORK[FEATURES + 1] * network.certainty
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
