//! One linear support vector machine a class (squared hinge), learnt by dual coordinate descent
//! (Hsieh et al. 2008): the same rows and seed give the same weights.

use super::Options;
use super::disguise::Chance;
use crate::filter::feature::{BUCKETS, Block, SIGNAL_VALUE, share};
use crate::filter::model::{CLASSES, Model};

/// A message as features: places in the table of words, and behind it signals and rules.
#[derive(Debug)]
pub(super) struct Example {
    /// Place and block of each word, pair, triple and piece.
    pub(super) words: Vec<(u32, Block)>,
    /// Numbers in the list of names.
    pub(super) signals: Vec<u32>,
    /// Its class; `None` is fine.
    pub(super) class: Option<usize>,
    pub(super) weight: f32,
}

/// Weights before they are rounded to 8 bits; those of signals and rules stand behind the words'.
pub(super) struct Learnt {
    weights: Vec<[f32; CLASSES]>,
    bias: [f32; CLASSES],
}

/// How much an error costs against the size of weights.
const COST: f64 = 0.5;
/// Enough for weights that no longer move in the third digit.
const ENOUGH: f64 = 0.02;
/// A place that fewer rows fill is left out: names and numbers of one message teach nothing.
const LEAST: u32 = 3;
/// Brings rows of words to a length of about 1.
const LENGTH: f64 = 0.2;

/// A row of values, ready for learning.
struct Line {
    places: Vec<(u32, f32)>,
    square: f64,
}

pub(super) fn learn(examples: &[Example], names: usize, options: Options) -> Learnt {
    let rarity = rarity(examples);
    let lines: Vec<Line> = examples.iter().map(|e| line(e, &rarity)).collect();
    let mut learnt = Learnt {
        weights: vec![[0.0; CLASSES]; BUCKETS + names],
        bias: [0.0; CLASSES],
    };
    for class in 0..CLASSES {
        let (weights, bias) = descend(&lines, examples, class, BUCKETS + names, options);
        for (index, (row, weight)) in learnt.weights.iter_mut().zip(weights).enumerate() {
            if let Some(slot) = row.get_mut(class) {
                // What a place is worth in use: its rarity is part of the weight.
                let factor = rarity.get(index).map_or(1.0, |r| r * LENGTH);
                *slot = (weight * factor) as f32;
            }
        }
        if let Some(slot) = learnt.bias.get_mut(class) {
            *slot = bias as f32;
        }
    }
    learnt
}

/// How rare each place is (inverse document frequency); 0 where too few rows fill it.
fn rarity(examples: &[Example]) -> Vec<f64> {
    let mut rows = vec![0_u32; BUCKETS];
    let mut seen = Vec::new();
    for example in examples {
        seen.clear();
        seen.extend(example.words.iter().map(|(place, _)| *place));
        seen.sort_unstable();
        seen.dedup();
        for place in &seen {
            if let Some(count) = rows.get_mut(*place as usize) {
                *count += 1;
            }
        }
    }
    let all = examples.len() as f64 + 1.0;
    rows.into_iter()
        .map(|count| {
            if count < LEAST {
                0.0
            } else {
                (all / (f64::from(count) + 1.0)).ln() + 1.0
            }
        })
        .collect()
}

fn line(example: &Example, rarity: &[f64]) -> Line {
    let mut counts = [0_u32; Block::ALL.len()];
    for (_, block) in &example.words {
        if let Some(count) = counts.get_mut(*block as usize) {
            *count += 1;
        }
    }
    let mut places: Vec<(u32, f32)> = example
        .words
        .iter()
        .filter_map(|(place, block)| {
            let rare = rarity.get(*place as usize).filter(|r| **r > 0.0)?;
            let count = counts.get(*block as usize).copied()?;
            Some((*place, share(*block, count) * (rare * LENGTH) as f32))
        })
        .collect();
    places.sort_unstable_by_key(|p| p.0);
    places.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1 += later.1;
        }
        same
    });
    let signals = example.signals.iter();
    places.extend(signals.map(|s| (BUCKETS as u32 + s, SIGNAL_VALUE)));
    let square = places
        .iter()
        .map(|(_, x)| f64::from(*x) * f64::from(*x))
        .sum();
    Line { places, square }
}

fn descend(
    lines: &[Line],
    examples: &[Example],
    class: usize,
    size: usize,
    options: Options,
) -> (Vec<f64>, f64) {
    let mut weights = vec![0.0_f64; size];
    let mut bias = 0.0_f64;
    let mut pulls = vec![0.0_f64; lines.len()];
    let mut order: Vec<usize> = (0..lines.len()).collect();
    let mut chance = Chance::new(options.seed ^ class as u64);
    for _ in 0..options.rounds {
        for at in (1..order.len()).rev() {
            let other = usize::try_from(chance.below(at as u64 + 1)).unwrap_or_default();
            order.swap(at, other);
        }
        let mut worst = 0.0_f64;
        for index in &order {
            let (Some(line), Some(example), Some(pull)) = (
                lines.get(*index),
                examples.get(*index),
                pulls.get_mut(*index),
            ) else {
                continue;
            };
            let side = if example.class == Some(class) {
                1.0
            } else {
                -1.0
            };
            let give = 0.5 / (COST * f64::from(example.weight));
            let value = line.places.iter().fold(bias, |sum, (place, x)| {
                sum + weights.get(*place as usize).copied().unwrap_or_default() * f64::from(*x)
            });
            let slope = side * value - 1.0 + *pull * give;
            if *pull <= 0.0 && slope >= 0.0 {
                continue;
            }
            worst = worst.max(slope.abs());
            let before = *pull;
            *pull = (before - slope / (line.square + 1.0 + give)).max(0.0);
            let step = (*pull - before) * side;
            bias += step;
            for (place, x) in &line.places {
                if let Some(weight) = weights.get_mut(*place as usize) {
                    *weight += step * f64::from(*x);
                }
            }
        }
        if worst < ENOUGH {
            break;
        }
    }
    (weights, bias)
}

impl Learnt {
    /// Rounds into 8 bits: the scale of a class keeps all but its few largest weights of words, and all of signals.
    pub(super) fn store(&self, model: &mut Model, names: &[u32]) {
        let (words, signals) = self.weights.split_at(BUCKETS.min(self.weights.len()));
        model.voices = names.iter().map(|name| (*name, [0; 4])).collect();
        for class in 0..CLASSES {
            let scale = |rows: &[[f32; CLASSES]], share: usize| {
                let mut sizes: Vec<f32> = rows
                    .iter()
                    .filter_map(|w| w.get(class))
                    .map(|w| w.abs())
                    .filter(|w| *w > 0.0)
                    .collect();
                sizes.sort_by(f32::total_cmp);
                let top = sizes.get(sizes.len() * share / 10_000).or(sizes.last());
                top.copied().unwrap_or(1.0).max(1e-6) / 127.0
            };
            let (of_words, of_signals) = (scale(words, 9995), scale(signals, 10_000));
            if let Some(head) = model.heads.get_mut(class) {
                head.scale = of_words;
                head.voice = of_signals * SIGNAL_VALUE;
                head.bias = self.bias.get(class).copied().unwrap_or_default();
            }
            let round = |slot: &mut [i8; 4], learnt: &[f32; CLASSES], scale: f32| {
                if let (Some(slot), Some(weight)) = (slot.get_mut(class), learnt.get(class)) {
                    *slot = (weight / scale).round().clamp(-127.0, 127.0) as i8;
                }
            };
            for (slot, learnt) in model.weights.iter_mut().zip(words) {
                round(slot, learnt, of_words);
            }
            for ((_, slot), learnt) in model.voices.iter_mut().zip(signals) {
                round(slot, learnt, of_signals);
            }
        }
        model.voices.sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_classes_apart_gets_the_weight() {
        let example = |place: u32, signal: u32, class| Example {
            words: vec![(place, Block::Words), (7, Block::Words), (9, Block::Pieces)],
            signals: vec![signal],
            class,
            weight: 1.0,
        };
        let examples: Vec<Example> = (0..40)
            .map(|i| match i % 4 {
                0 => example(1, 0, Some(0)),
                1 => example(2, 1, Some(1)),
                _ => example(3, 1, None),
            })
            .collect();
        let options = Options {
            rounds: 50,
            ..Options::default()
        };
        let learnt = learn(&examples, 2, options);
        let weight = |place: usize, class: usize| learnt.weights[place][class];
        assert!(weight(1, 0) > 0.3 && weight(BUCKETS, 0) > 0.0);
        assert!(weight(2, 1) > 0.3 && weight(3, 1) < 0.0);
        assert!(weight(7, 0).abs() < weight(1, 0) / 2.0);
        assert_eq!(weight(4, 0), 0.0);
    }
}
