//! What the model sees of a message: words, pairs of words, pieces of words, signals and rules, each as a bucket's number.

use super::signal::Hits;
use crate::normal::Normal;
use crate::normal::known::{BASIS, mix, step};

/// Buckets: 2 to this power.
pub(crate) const LOG_BUCKETS: u32 = 19;
/// How many buckets there are.
pub(crate) const BUCKETS: usize = 1 << LOG_BUCKETS;

/// What a signal or rule weighs beside the words, which share a length of 1.
pub(crate) const SIGNAL_VALUE: f32 = 1.5;

/// The bucket of a hash.
#[inline]
fn bucket(hash: u64) -> u32 {
    (mix(hash) >> (64 - LOG_BUCKETS)) as u32
}

/// The bucket of a signal or rule by its name.
pub(crate) fn named(name: &str) -> u32 {
    bucket(name.bytes().fold(BASIS ^ 0x5151, step))
}

/// Calls `each` with the bucket of every word, pair and piece and the word's number; gives how many there were.
#[inline]
pub(crate) fn words(normal: &Normal, mut each: impl FnMut(u32, usize)) -> u32 {
    let mut count = 0;
    let mut before = BASIS;
    let mut emit = |hash: u64, word: usize| {
        count += 1;
        each(bucket(hash), word);
    };
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
        emit(whole, index);
        emit(
            before.rotate_left(17) ^ whole.wrapping_mul(0x9e37_79b9_7f4a_7c15),
            index,
        );
        before = whole;
        let padded = padded.get(..=end).unwrap_or_default();
        for from in 0..padded.len().saturating_sub(2) {
            let mut piece = BASIS ^ 0xc4;
            for (length, byte) in padded.iter().skip(from).take(5).enumerate() {
                piece = step(piece, *byte);
                if length >= 2 {
                    emit(piece, index);
                }
            }
        }
    }
    count
}

/// Buckets of the names of signals and rules, looked up by number.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) signals: Vec<u32>,
    pub(crate) rules: Vec<u32>,
}

impl Names {
    /// Calls `each` with the bucket of every signal and rule of a message.
    pub(crate) fn each(&self, hits: &Hits, fired: &[u32], mut each: impl FnMut(u32)) {
        for signal in hits.seen() {
            if let Some(bucket) = self.signals.get(usize::from(*signal)) {
                each(*bucket);
            }
        }
        for rule in fired {
            if let Some(bucket) = self.rules.get(*rule as usize) {
                each(*bucket);
            }
        }
    }
}
