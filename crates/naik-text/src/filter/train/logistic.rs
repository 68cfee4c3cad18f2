//! One logistic regression a class, learnt with AdaGrad: the order of rows is fixed by the seed.

use super::Options;
use super::disguise::Chance;
use crate::filter::feature::{BUCKETS, SIGNAL_VALUE};
use crate::filter::model::{CLASSES, Model};

/// A message as buckets.
#[derive(Debug)]
pub(super) struct Example {
    pub(super) words: Vec<u32>,
    pub(super) signals: Vec<u32>,
    /// Value of each word bucket.
    pub(super) length: f32,
    /// Its class; `None` is fine.
    pub(super) class: Option<usize>,
    pub(super) weight: f32,
}

/// Weights before they are rounded to 8 bits.
pub(super) struct Learnt {
    weights: Vec<[f32; CLASSES]>,
    bias: [f32; CLASSES],
}

const RATE: f32 = 0.5;
/// Pulls weights that are seen towards 0.
const DECAY: f32 = 2e-6;

pub(super) fn learn(examples: &[Example], options: Options) -> Learnt {
    let mut weights = vec![[0.0_f32; CLASSES]; BUCKETS];
    let mut squares = vec![[1e-3_f32; CLASSES]; BUCKETS];
    let mut bias = [-2.0_f32; CLASSES];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut chance = Chance::new(options.seed);
    for round in 0..options.rounds {
        for at in (1..order.len()).rev() {
            let other = usize::try_from(chance.below(at as u64 + 1)).unwrap_or_default();
            order.swap(at, other);
        }
        let rate = RATE / (1.0 + 0.35 * round as f32);
        for index in &order {
            let Some(example) = examples.get(*index) else {
                continue;
            };
            let mut values = bias;
            let features = || {
                let words = example.words.iter().map(|b| (*b, example.length));
                words.chain(example.signals.iter().map(|b| (*b, SIGNAL_VALUE)))
            };
            for (bucket, x) in features() {
                if let Some(row) = weights.get(bucket as usize) {
                    values.iter_mut().zip(row).for_each(|(v, w)| *v += w * x);
                }
            }
            let mut slopes = [0.0_f32; CLASSES];
            for (class, (slope, value)) in slopes.iter_mut().zip(values).enumerate() {
                let wanted = f32::from(u8::from(example.class == Some(class)));
                *slope = (1.0 / (1.0 + (-value).exp()) - wanted) * example.weight;
            }
            if slopes.iter().all(|s| s.abs() < 0.005) {
                continue;
            }
            for (b, s) in bias.iter_mut().zip(slopes) {
                *b -= 0.02 * rate * s;
            }
            for (bucket, x) in features() {
                let (Some(row), Some(sums)) = (
                    weights.get_mut(bucket as usize),
                    squares.get_mut(bucket as usize),
                ) else {
                    continue;
                };
                for ((w, sum), slope) in row.iter_mut().zip(sums).zip(slopes) {
                    let step = slope * x + DECAY * *w;
                    *sum += step * step;
                    *w -= rate * 0.2 * step / sum.sqrt();
                }
            }
        }
    }
    Learnt { weights, bias }
}

impl Learnt {
    /// Rounds into 8 bits: the scale of a class keeps all but its few largest weights.
    pub(super) fn store(&self, model: &mut Model) {
        for class in 0..CLASSES {
            let mut sizes: Vec<f32> = self
                .weights
                .iter()
                .filter_map(|w| w.get(class))
                .map(|w| w.abs())
                .filter(|w| *w > 0.0)
                .collect();
            sizes.sort_by(f32::total_cmp);
            let top = sizes
                .get(sizes.len() * 9995 / 10_000)
                .or(sizes.last())
                .copied()
                .unwrap_or(1.0);
            let scale = top.max(1e-6) / 127.0;
            if let Some(head) = model.heads.get_mut(class) {
                head.scale = scale;
                head.bias = self.bias.get(class).copied().unwrap_or_default();
            }
            for (row, learnt) in model.weights.iter_mut().zip(&self.weights) {
                if let (Some(slot), Some(weight)) = (row.get_mut(class), learnt.get(class)) {
                    *slot = (weight / scale).round().clamp(-127.0, 127.0) as i8;
                }
            }
        }
    }
}
