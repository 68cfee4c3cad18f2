//! What the model sees of a message: words, pairs, triples and pieces of words, each as a place in a table;
//! signals and rules by their names.

use super::signal::Hits;
use crate::normal::Normal;
use crate::normal::known::{BASIS, mix, step};

/// Places in the table: 2 to this power.
pub(crate) const LOG_BUCKETS: u32 = 19;
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
fn bucket(hash: u64) -> u32 {
    (mix(hash) >> (64 - LOG_BUCKETS)) as u32
}

/// The number under which a signal or rule of this name is kept.
pub(crate) fn named(name: &str) -> u32 {
    (mix(name.bytes().fold(BASIS ^ 0x5151, step)) >> 32) as u32
}

/// Calls `each` with the place of every feature, its block and its word's number; gives how many each block has.
#[inline]
pub(crate) fn words(normal: &Normal, mut each: impl FnMut(u32, Block, usize)) -> [u32; 2] {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let (mut wholes, mut pieces) = (0, 0);
    let (mut before, mut earlier) = (BASIS, BASIS);
    let mut padded = [b'_'; 34];
    for (index, word) in normal.words.iter().enumerate() {
        let text = normal.bytes(word);
        let text = text.get(..32).unwrap_or(text);
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
        let end = text.len() + 1;
        if let Some(slot) = padded.get_mut(end) {
            *slot = b'_';
        }
        let pair = before.rotate_left(17) ^ whole.wrapping_mul(ODD);
        each(bucket(whole), Block::Words, index);
        each(bucket(pair), Block::Words, index);
        wholes += 2;
        if index >= 2 {
            each(
                bucket(earlier.rotate_left(29).wrapping_mul(ODD) ^ pair),
                Block::Words,
                index,
            );
            wholes += 1;
        }
        (earlier, before) = (before, whole);
        let padded = padded.get(..=end).unwrap_or_default();
        for from in 0..padded.len().saturating_sub(2) {
            let mut piece = BASIS ^ 0xc4;
            for (length, byte) in padded.iter().skip(from).take(5).enumerate() {
                piece = step(piece, *byte);
                if length >= 2 {
                    each(bucket(piece), Block::Pieces, index);
                    pieces += 1;
                }
            }
        }
    }
    [wholes, pieces]
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
