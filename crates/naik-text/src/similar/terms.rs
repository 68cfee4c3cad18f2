//! The words of a text that carry information, as search sees them: slang written out, affixes off, synonyms one.

use std::collections::HashMap;

use super::stem::stem;
use crate::normal::Normal;
use crate::normal::known::{hash, mix};

/// Function words: they are everywhere and say nothing.
const EMPTY: &[&str] = &[
    "yang", "dan", "di", "ke", "dari", "untuk", "pada", "ini", "itu", "dengan", "adalah", "atau",
    "juga", "tidak", "akan", "sudah", "telah", "ada", "oleh", "dalam", "sebagai", "para", "bagi",
    "karena", "agar", "saat", "bisa", "dapat", "kami", "kita", "saya", "anda", "dia", "ia",
    "mereka", "nya", "lagi", "saja", "pun", "lah", "kah", "jika", "kalau", "bila", "maka",
    "seperti", "hanya", "masih", "lebih", "sangat", "serta", "tersebut", "yaitu", "secara",
    "hingga", "sampai", "the", "of", "to", "in", "a", "and", "is",
];

/// Turns texts into search terms.
#[derive(Debug, Default)]
pub struct Terms {
    /// Word to what it stands for, both as hashes of words; slang.
    slang: HashMap<u64, Vec<u32>>,
    /// Stem to the first of its synonyms.
    same: HashMap<u32, u32>,
    empty: Vec<u64>,
}

impl Terms {
    /// From `slang.tsv` (`form TAB expansion TAB ..`) and `synonyms.tsv` (a group a line, commas between).
    pub fn new(slang: &str, synonyms: &str) -> Self {
        let mut out = Self::default();
        for line in synonyms.lines().filter(|l| !l.starts_with('#')) {
            let mut words = line.split(',').map(str::trim).filter(|w| !w.is_empty());
            let Some(first) = words.next() else { continue };
            let first = term(first);
            for word in words {
                out.same.entry(term(word)).or_insert(first);
            }
        }
        out.empty = EMPTY.iter().map(|w| hash(w.as_bytes())).collect();
        out.empty.sort_unstable();
        for line in slang.lines().filter(|l| !l.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(form), Some(words)) = (cells.next(), cells.next()) else {
                continue;
            };
            let words = words
                .split_whitespace()
                .filter(|w| !out.is_empty(hash(w.as_bytes())))
                .map(|w| out.represent(term(w)))
                .collect();
            out.slang.entry(hash(form.as_bytes())).or_insert(words);
        }
        out
    }

    fn is_empty(&self, word: u64) -> bool {
        self.empty.binary_search(&word).is_ok()
    }

    fn represent(&self, term: u32) -> u32 {
        self.same.get(&term).copied().unwrap_or(term)
    }

    /// The terms of a read text: sorted, each once.
    pub fn of(&self, normal: &Normal, out: &mut Vec<u32>) {
        out.clear();
        for word in normal.words() {
            let bytes = normal.bytes(word);
            if self.is_empty(word.hash) || bytes.len() < 2 {
                continue;
            }
            if let Some(words) = self.slang.get(&word.hash) {
                out.extend_from_slice(words);
            } else if let Ok(text) = std::str::from_utf8(bytes) {
                out.push(self.represent(term(text)));
            }
        }
        out.sort_unstable();
        out.dedup();
    }
}

/// The key of a word's stem.
fn term(word: &str) -> u32 {
    (mix(hash(stem(word).as_bytes())) >> 32) as u32
}
