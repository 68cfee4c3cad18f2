//! Trains the filter's model from labelled rows: reproducibly, from nothing but its inputs and a seed.

mod disguise;
mod generate;
mod margin;
mod tune;

use std::collections::HashMap;

use naik_core::lang::Lang;

use super::Label;
use super::feature;
use super::model::Model;
use super::{Checker, Knowledge, KnowledgeError};
use crate::normal::known::hash;
use crate::normal::{Normaliser, Word};

pub use generate::{GenerateError, generate, rows};
pub use tune::ClassReport;

/// A labelled message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub label: Label,
    /// The message.
    pub text: String,
    /// Counts this much; 1 is usual.
    pub weight: u8,
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Orders rows and chooses disguises.
    pub seed: u64,
    /// Rounds over all rows, at most.
    pub rounds: u32,
    /// Of each hundred rows, how many are also shown disguised.
    pub disguised: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 1,
            rounds: 40,
            disguised: 16,
        }
    }
}

/// A trained model and how it does on the rows that chose its thresholds.
#[derive(Debug)]
pub struct Trained {
    /// The model.
    pub bytes: Vec<u8>,
    /// Rows that it learnt from, disguised copies included.
    pub rows: usize,
    /// Figures for each class.
    pub classes: Vec<ClassReport>,
}

/// Learns from `rows`; calibrates and fixes thresholds on `dev`. Hoaxes are left out of both.
///
/// # Errors
/// When the rules or lists can't be used.
pub fn train(rows: &[Row], dev: &[Row], options: Options) -> Result<Trained, KnowledgeError> {
    let blank = Model::blank(known_words(rows));
    let mut knowledge = Knowledge::assemble(blank, Vec::new())?;
    let shown = with_disguised(rows, options);
    let examples: Vec<margin::Example> = {
        let mut checker = Checker::new(&knowledge, Lang::Id);
        shown
            .iter()
            .filter(|r| r.label != Label::Hoax)
            .map(|row| example(&mut checker, &knowledge, row))
            .collect()
    };
    let names = knowledge.names.all();
    let learnt = margin::learn(&examples, names.len(), options);
    learnt.store(&mut knowledge.model, &names);
    knowledge.voices = knowledge.model.voices_of(&knowledge.names);
    let classes = tune::tune(&mut knowledge, dev);
    Ok(Trained {
        bytes: knowledge.model.to_bytes(),
        rows: examples.len(),
        classes,
    })
}

/// What the model sees of a row.
fn example(checker: &mut Checker<'_>, knowledge: &Knowledge, row: &Row) -> margin::Example {
    checker.observe(&row.text);
    let mut words = Vec::new();
    feature::words(checker.normal(), |bucket, block, _| {
        words.push((bucket, block))
    });
    let mut signals = Vec::new();
    knowledge
        .names
        .each(checker.hits(), checker.fired(), |name| {
            signals.push(name as u32);
        });
    margin::Example {
        words,
        signals,
        class: row.label.class(),
        weight: f32::from(row.weight),
    }
}

/// Signs that a plain word may have.
const PLAIN: u16 = Word::UPPER | Word::LED | Word::TRAILED;

/// Words that stand often enough in the rows to be believed as words: where disguises may come off to.
fn known_words(rows: &[Row]) -> Vec<u32> {
    let none = crate::normal::Known::new([]);
    let mut reader = Normaliser::new(&none);
    let mut counts: HashMap<Vec<u8>, u32> = HashMap::new();
    for row in rows {
        let normal = reader.read(&row.text);
        for word in normal.words() {
            let bytes = normal.bytes(word);
            if (3..=16).contains(&bytes.len()) && word.signs & !PLAIN == 0 {
                *counts.entry(bytes.to_vec()).or_default() += 1;
            }
        }
    }
    let mut words = crate::normal::Known::new([]);
    let mut often: Vec<(Vec<u8>, u32)> = counts.into_iter().filter(|(_, n)| *n >= 2).collect();
    often.sort();
    // A stretched word is known only if it is commoner than its plain form.
    let plain = |word: &[u8]| {
        let mut out = word.to_vec();
        out.dedup();
        out
    };
    let by_word: HashMap<u64, u32> = often.iter().map(|(w, n)| (hash(w), *n)).collect();
    for (word, count) in &often {
        let thin = plain(word);
        let rival = by_word.get(&hash(&thin)).copied().unwrap_or_default();
        if thin.len() == word.len() || *count * 3 > rival {
            words.add(word);
        }
    }
    words.keys()
}

/// The rows, and disguised copies of some.
fn with_disguised(rows: &[Row], options: Options) -> Vec<Row> {
    let mut out = rows.to_vec();
    for (index, row) in rows.iter().enumerate() {
        let mut chance =
            disguise::Chance::new(options.seed ^ (index as u64).wrapping_mul(0x9e37_79b9));
        if chance.below(100) < options.disguised {
            out.push(Row {
                label: row.label,
                text: disguise::disguise(&row.text, &mut chance),
                weight: row.weight,
            });
        }
    }
    out
}
