//! What the model sees of a message: words, pairs, triples and pieces of words, each as a place in a table;
//! signals and rules by their names.

use super::signal::Hits;
use crate::normal::Normal;
use crate::normal::known::{BASIS, mix, step};

/// Places in the table: 2 to this power.
pub(crate) const LOG_BUCKETS: u32 = 20;
/// How many places there are.
pub(crate) const BUCKETS: usize = 1 << LOG_BUCKETS;

/// What a signal or rule weighs beside the words and pieces, which share a length of about 1 each.
pub(crate) const SIGNAL_VALUE: f32 = 0.15;

/// Features that share a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// Words, pairs and triples.
    Words,
    /// Three to five letters of a word.
    Pieces,
}

impl Block {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Words, Self::Pieces];
}

/// What one of `count` features of a block is worth; a few of them say less than their number.
#[inline]
pub(crate) fn share(block: Block, count: u32) -> f32 {
    let shrink = match block {
        Block::Words => 6.0,
        Block::Pieces => 24.0,
    };
    1.0 / (count as f32 + shrink).sqrt()
}

/// The place of a hash.
#[inline]
pub(crate) fn bucket(hash: u64) -> u32 {
    (mix(hash) >> (64 - LOG_BUCKETS)) as u32
}

/// The number under which a signal or rule of this name is kept.
pub(crate) fn named(name: &str) -> u32 {
    (mix(name.bytes().fold(BASIS ^ 0x5151, step)) >> 32) as u32
}

/// Calls `each` with the place of every piece of a word; gives the hash of the word with its figures made alike.
#[inline]
pub(crate) fn pieces(text: &[u8], mut each: impl FnMut(u32)) -> u64 {
    let text = text.get(..32).unwrap_or(text);
    let mut padded = [b'_'; 34];
    let mut whole = BASIS;
    for (slot, byte) in padded.iter_mut().skip(1).zip(text) {
        // Numbers differ from message to message; how long they are stays.
        *slot = if byte.is_ascii_digit() || *byte == b'#' {
            b'0'
        } else {
            *byte
        };
        whole = step(whole, *slot);
    }
    let padded = padded.get(..text.len() + 2).unwrap_or_default();
    for from in 0..padded.len().saturating_sub(2) {
        let mut piece = BASIS ^ 0xc4;
        for (length, byte) in padded.iter().skip(from).take(5).enumerate() {
            piece = step(piece, *byte);
            if length >= 2 {
                each(bucket(piece));
            }
        }
    }
    whole
}

/// Calls `each` with the place of the pair and the triple that end with each word, from the words' hashes and in their
/// order; gives how many words, pairs and triples there are.
#[inline]
pub(crate) fn joined(wholes: impl Iterator<Item = u64>, mut each: impl FnMut(u32, usize)) -> u32 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let (mut before, mut earlier) = (BASIS, BASIS);
    let mut count = 0;
    for (index, whole) in wholes.enumerate() {
        let pair = before.rotate_left(17) ^ whole.wrapping_mul(ODD);
        each(bucket(pair), index);
        count += 2;
        if index >= 2 {
            let triple = earlier.rotate_left(29).wrapping_mul(ODD) ^ pair;
            each(bucket(triple), index);
            count += 1;
        }
        (earlier, before) = (before, whole);
    }
    count
}

/// Calls `each` with the place of every feature, its block and its word's number.
pub(crate) fn words(normal: &Normal, mut each: impl FnMut(u32, Block, usize)) {
    let mut wholes = Vec::with_capacity(normal.words.len());
    for (index, word) in normal.words.iter().enumerate() {
        let whole = pieces(normal.bytes(word), |b| each(b, Block::Pieces, index));
        each(bucket(whole), Block::Words, index);
        wholes.push(whole);
    }
    joined(wholes.into_iter(), |b, index| each(b, Block::Words, index));
}

/// Names of signals and rules as numbers, in the order of the knowledge.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) signals: Vec<u32>,
    pub(crate) rules: Vec<u32>,
}

impl Names {
    /// All, signals first.
    pub(crate) fn all(&self) -> Vec<u32> {
        self.signals.iter().chain(&self.rules).copied().collect()
    }

    /// Calls `each` with the place in [`Names::all`] of every signal and rule of a message.
    pub(crate) fn each(&self, hits: &Hits, fired: &[u32], mut each: impl FnMut(usize)) {
        hits.seen().iter().for_each(|s| each(usize::from(*s)));
        let behind = self.signals.len();
        fired.iter().for_each(|r| each(behind + *r as usize));
    }
}
