//! The words of a text that carry information, as search sees them: slang written out, affixes off, synonyms one.

use std::collections::HashMap;

use super::stem::stem;
use crate::normal::Normal;
use crate::normal::known::{BASIS, hash, mix, step};

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
    /// Share of everyday messages that hold a term, by rising term.
    common: Vec<(u32, f32)>,
}

impl Terms {
    /// From `slang.tsv` (`form TAB expansion TAB ..`), `synonyms.tsv` (a group a line, commas between) and `common.tsv`
    /// (`word TAB messages of 10,000 that hold it`).
    pub fn new(slang: &str, synonyms: &str, common: &str) -> Self {
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
        out.common = out.shares(common);
        out
    }

    /// How common terms are: words with the same stem count together.
    fn shares(&self, common: &str) -> Vec<(u32, f32)> {
        let rows = common.lines().filter(|l| !l.starts_with('#'));
        let mut found: Vec<(u32, f32)> = rows
            .filter_map(|line| {
                let (word, count) = line.split_once('\t')?;
                let share = count.trim().parse::<f32>().ok()? / 10_000.0;
                Some((self.represent(term(word)), share))
            })
            .collect();
        found.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        found.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 = (first.1 + later.1).min(1.0);
            }
            same
        });
        found
    }

    /// Share of everyday messages that hold a term, by rising term.
    pub fn common(&self) -> &[(u32, f32)] {
        &self.common
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

/// What is left of a word when its vowels are dropped, as a key: `kpada` and `kepada`, `trnyata` and `ternyata`, `618r4n`
/// and `gibran` agree. Nothing of short words and of signs.
pub(crate) fn bare(word: &[u8]) -> Option<u32> {
    if word.len() < 4 || !word.iter().any(u8::is_ascii_alphabetic) {
        return None;
    }
    let (mut key, mut last, mut count) = (BASIS, 0, 0);
    for (place, byte) in word.iter().enumerate() {
        let letter = match byte {
            b'a'..=b'z' => *byte,
            b'0' => b'o',
            b'1' => b'i',
            b'3' => b'e',
            b'4' => b'a',
            b'5' => b's',
            b'6' => b'g',
            b'7' => b't',
            b'8' => b'b',
            _ => return None,
        };
        let vowel = matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u');
        // The first letter stays; any vowel there is as good as another.
        let kept = if vowel { b'a' } else { letter };
        if place > 0 && (vowel || kept == last) {
            continue;
        }
        (key, last, count) = (step(key, kept), kept, count + 1);
    }
    (count >= 3).then(|| (mix(key) >> 32) as u32)
}

/// The key of a word's stem.
fn term(word: &str) -> u32 {
    (mix(hash(stem(word).as_bytes())) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dropped_vowels_agree() {
        for (short, whole) in [
            ("kpada", "kepada"),
            ("trnyata", "ternyata"),
            ("618r4n", "gibran"),
            ("tunggu", "tungguu"),
        ] {
            assert!(bare(whole.as_bytes()).is_some(), "{whole}");
            assert_eq!(bare(short.as_bytes()), bare(whole.as_bytes()), "{short}");
        }
        assert_ne!(bare(b"tunggu"), bare(b"tangkap"));
        assert_eq!(bare(b"ada"), None);
        assert_eq!(bare(b"2024"), None);
        assert_eq!(bare(b"ibuu"), None);
    }

    #[test]
    fn words_of_one_stem_are_common_together() {
        let terms = Terms::new(
            "",
            "beli,belanja",
            "beli\t10\nbelinya\t5\nbelanja\t5\n# x\t9\nrusak\n",
        );
        let share = 20.0 / 10_000.0;
        assert!(
            matches!(terms.common(), [(_, s)] if (s - share).abs() < 1e-6),
            "{:?}",
            terms.common()
        );
    }
}
