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

    /// What search knows a word by.
    pub(crate) fn of_word(&self, word: u64, bytes: &[u8]) -> WordTerms {
        if self.is_empty(word) || bytes.len() < 2 {
            return WordTerms::None;
        }
        if self.slang.contains_key(&word) {
            return WordTerms::Slang(word);
        }
        std::str::from_utf8(bytes).map_or(WordTerms::None, |text| {
            WordTerms::One(self.represent(term(text)))
        })
    }

    /// The terms of a read text: sorted, each once.
    pub fn of(&self, normal: &Normal, out: &mut Vec<u32>) {
        let words = normal.words().iter();
        let words: Vec<WordTerms> = words
            .map(|w| self.of_word(w.hash, normal.bytes(w)))
            .collect();
        self.gather(words.iter(), out);
    }

    /// The terms of words: sorted, each once.
    pub(crate) fn gather<'a>(
        &self,
        words: impl Iterator<Item = &'a WordTerms>,
        out: &mut Vec<u32>,
    ) {
        out.clear();
        for word in words {
            match word {
                WordTerms::None => {}
                WordTerms::One(term) => out.push(*term),
                WordTerms::Slang(word) => {
                    out.extend_from_slice(self.slang.get(word).map_or(&[], Vec::as_slice));
                }
            }
        }
        out.sort_unstable();
        out.dedup();
    }
}

/// What search knows one word by.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum WordTerms {
    /// Nothing: it is everywhere.
    #[default]
    None,
    /// Its stem.
    One(u32),
    /// The words that it stands for.
    Slang(u64),
}

/// The key of a word's stem.
fn term(word: &str) -> u32 {
    (mix(hash(stem(word).as_bytes())) >> 32) as u32
}
