//! Phrases over words: the small language in which rules say what they look for.
//!
//! Words part by spaces; `a|b` are alternatives, `hadiah*` begins with, `*gacor*`
//! contains, `#` is a number, `_` skips up to four words. A phrase starts with a
//! word, so one look-up for each word of a text finds every candidate: the time is
//! linear in the text, whatever the phrases are.

use aho_corasick::AhoCorasick;

use crate::normal::known::{BASIS, hash, mix, step};
use crate::normal::{Known, Normal, Word};

/// Longest stretch that `_` skips, in words.
const GAP: usize = 4;

/// Why a phrase can't be used.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum PhraseError {
    /// It has no words, or begins or ends with `_`.
    NoAnchor,
    /// More than three `_`.
    Gaps,
    /// A word has other characters than `a-z` and `0-9`, or is too short for its `*`.
    Word(String),
}

#[derive(Clone, Debug)]
enum Term {
    Exact(u64),
    Prefix(Vec<u8>),
    Digits,
}

#[derive(Clone, Debug)]
enum Slot {
    Any(Vec<Term>),
    Gap,
}

#[derive(Debug)]
struct Phrase {
    signal: u16,
    rest: Vec<Slot>,
}

/// Where the phrases stand that may begin with a word.
#[derive(Debug, Default)]
pub(crate) struct Start {
    exact: (u32, u32),
    prefixes: Vec<(u32, u32)>,
    digits: bool,
}

impl Start {
    /// None begins so.
    pub(crate) const NOTHING: Self = Self {
        exact: (0, 0),
        prefixes: Vec::new(),
        digits: false,
    };
}

/// All phrases of all signals.
#[derive(Debug)]
pub(crate) struct Phrases {
    phrases: Vec<Phrase>,
    /// Hash of a first word, and its phrase; sorted.
    exact: Vec<(u64, u32)>,
    /// Hash of a first word's beginning, and its phrase; sorted.
    prefix: Vec<(u64, u32)>,
    digits: Vec<u32>,
    /// Bloom bits over the low bits of `exact` and `prefix`.
    exact_bits: Vec<u64>,
    prefix_bits: Vec<u64>,
    inside: Option<AhoCorasick>,
    inside_signals: Vec<u16>,
}

/// Collects phrases.
#[derive(Debug, Default)]
pub(crate) struct PhrasesBuilder {
    phrases: Vec<Phrase>,
    exact: Vec<(u64, u32)>,
    prefix: Vec<(u64, u32)>,
    digits: Vec<u32>,
    inside: Vec<String>,
    inside_signals: Vec<u16>,
}

const BITS: usize = 1 << 15;

fn set(bits: &mut [u64], hash: u64) {
    let at = mix(hash) as usize % BITS;
    if let Some(word) = bits.get_mut(at / 64) {
        *word |= 1 << (at % 64);
    }
}

#[inline]
fn get(bits: &[u64], hash: u64) -> bool {
    let at = mix(hash) as usize % BITS;
    bits.get(at / 64).is_some_and(|w| w >> (at % 64) & 1 == 1)
}

impl PhrasesBuilder {
    /// Adds a phrase of a signal; its words become known words.
    pub(crate) fn add(
        &mut self,
        signal: u16,
        text: &str,
        known: &mut Known,
    ) -> Result<(), PhraseError> {
        let parts: Vec<&str> = text.split_whitespace().collect();
        if let [one] = parts.as_slice()
            && let Some(core) = one.strip_prefix('*')
        {
            let core = core.strip_suffix('*').unwrap_or(core);
            check_word(core, 4)?;
            known.add(core.as_bytes());
            self.inside.push(core.to_owned());
            self.inside_signals.push(signal);
            return Ok(());
        }
        let mut slots = Vec::new();
        for part in &parts {
            if *part == "_" {
                slots.push(Slot::Gap);
                continue;
            }
            let mut terms = Vec::new();
            for word in part.split('|') {
                terms.push(term(word, known)?);
            }
            slots.push(Slot::Any(terms));
        }
        if slots.iter().filter(|s| matches!(s, Slot::Gap)).count() > 3 {
            return Err(PhraseError::Gaps);
        }
        let mut slots = slots.into_iter();
        let Some(Slot::Any(first)) = slots.next() else {
            return Err(PhraseError::NoAnchor);
        };
        let rest: Vec<Slot> = slots.collect();
        if matches!(rest.last(), Some(Slot::Gap)) {
            return Err(PhraseError::NoAnchor);
        }
        let id = u32::try_from(self.phrases.len()).unwrap_or(u32::MAX);
        for term in first {
            match term {
                Term::Exact(hash) => self.exact.push((hash, id)),
                Term::Prefix(letters) => self.prefix.push((hash(&letters), id)),
                Term::Digits => self.digits.push(id),
            }
        }
        self.phrases.push(Phrase { signal, rest });
        Ok(())
    }

    /// Makes the look-up tables.
    pub(crate) fn build(mut self) -> Phrases {
        self.exact.sort_unstable();
        self.prefix.sort_unstable();
        let mut exact_bits = vec![0; BITS / 64];
        let mut prefix_bits = vec![0; BITS / 64];
        self.exact
            .iter()
            .for_each(|(h, _)| set(&mut exact_bits, *h));
        self.prefix
            .iter()
            .for_each(|(h, _)| set(&mut prefix_bits, *h));
        let inside = (!self.inside.is_empty())
            .then(|| AhoCorasick::new(&self.inside).ok())
            .flatten();
        Phrases {
            phrases: self.phrases,
            exact: self.exact,
            prefix: self.prefix,
            digits: self.digits,
            exact_bits,
            prefix_bits,
            inside,
            inside_signals: self.inside_signals,
        }
    }
}

fn term(word: &str, known: &mut Known) -> Result<Term, PhraseError> {
    if word == "#" {
        return Ok(Term::Digits);
    }
    if let Some(core) = word.strip_suffix('*') {
        check_word(core, 3)?;
        known.add(core.as_bytes());
        return Ok(Term::Prefix(core.as_bytes().to_vec()));
    }
    check_word(word, 1)?;
    if word.len() > 2 && word.bytes().all(|b| b.is_ascii_alphabetic()) {
        known.add(word.as_bytes());
    }
    Ok(Term::Exact(hash(word.as_bytes())))
}

fn check_word(word: &str, least: usize) -> Result<(), PhraseError> {
    let fine = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    if word.len() < least || !word.bytes().all(fine) {
        return Err(PhraseError::Word(word.to_owned()));
    }
    Ok(())
}

impl Phrases {
    /// Which phrases may begin with a word.
    pub(crate) fn start(&self, word: &Word, text: &[u8]) -> Start {
        let range = |table: &[(u64, u32)], hash: u64| {
            let from = table.partition_point(|(h, _)| *h < hash);
            let to = table.partition_point(|(h, _)| *h <= hash);
            (from as u32, to as u32)
        };
        let mut out = Start {
            digits: word.is(Word::DIGITS),
            ..Start::default()
        };
        if get(&self.exact_bits, word.hash) {
            out.exact = range(&self.exact, word.hash);
        }
        if !out.digits {
            let mut begun = BASIS;
            for (i, byte) in text.iter().enumerate() {
                begun = step(begun, *byte);
                if i >= 2 && get(&self.prefix_bits, begun) {
                    let (from, to) = range(&self.prefix, begun);
                    if from < to {
                        out.prefixes.push((from, to));
                    }
                }
            }
        }
        out
    }

    /// Calls `found` with a signal and the words `from..to` that it was seen in; `starts` are those of the words.
    pub(crate) fn each<'a>(
        &self,
        normal: &Normal,
        starts: impl Iterator<Item = &'a Start>,
        mut found: impl FnMut(u16, usize, usize),
    ) {
        for (at, start) in starts.enumerate() {
            self.candidates(&self.exact, start.exact, normal, at, &mut found);
            for range in &start.prefixes {
                self.candidates(&self.prefix, *range, normal, at, &mut found);
            }
            if start.digits {
                for id in &self.digits {
                    self.try_phrase(*id, normal, at, &mut found);
                }
            }
        }
        let Some(inside) = &self.inside else { return };
        let mut at = 0;
        for hit in inside.find_overlapping_iter(&normal.plain.bytes) {
            while normal.words.get(at).is_some_and(|w| w.to < hit.end()) {
                at += 1;
            }
            if let Some(signal) = self.inside_signals.get(hit.pattern().as_usize()) {
                found(*signal, at, at + 1);
            }
        }
    }

    fn candidates(
        &self,
        table: &[(u64, u32)],
        (from, to): (u32, u32),
        normal: &Normal,
        at: usize,
        found: &mut impl FnMut(u16, usize, usize),
    ) {
        let rows = table.get(from as usize..to as usize).unwrap_or_default();
        for (_, id) in rows {
            self.try_phrase(*id, normal, at, found);
        }
    }

    fn try_phrase(
        &self,
        id: u32,
        normal: &Normal,
        at: usize,
        found: &mut impl FnMut(u16, usize, usize),
    ) {
        if let Some(phrase) = self.phrases.get(id as usize)
            && let Some(end) = matches(&phrase.rest, normal, at + 1)
        {
            found(phrase.signal, at, end);
        }
    }
}

/// The word after the match of `slots` from word `at` on.
fn matches(slots: &[Slot], normal: &Normal, at: usize) -> Option<usize> {
    match slots.split_first() {
        None => Some(at),
        Some((Slot::Any(terms), rest)) => {
            let word = normal.words.get(at)?;
            let fits = terms.iter().any(|term| match term {
                Term::Exact(hash) => *hash == word.hash,
                Term::Prefix(letters) => normal.bytes(word).starts_with(letters),
                Term::Digits => word.is(Word::DIGITS),
            });
            if fits {
                matches(rest, normal, at + 1)
            } else {
                None
            }
        }
        Some((Slot::Gap, rest)) => (0..=GAP).find_map(|skip| matches(rest, normal, at + skip)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::Normaliser;

    #[test]
    fn phrases_find_what_they_say() {
        let phrases = [
            "selamat _ pemenang|juara",
            "hadiah*",
            "*gacor*",
            "rp #",
            "# juta",
            "*gacor*",
        ];
        for (text, wanted) in [
            ("Selamat, anda terpilih jadi PEMENANG", vec![0]),
            ("selamat satu dua tiga empat lima pemenang", vec![]),
            ("selamat juara", vec![0]),
            ("hadiahnya slotgacorhari", vec![1, 2, 5]),
            ("Rp. 500 dan 5 juta", vec![3, 4]),
            ("rp lima", vec![]),
        ] {
            let mut known = Known::new([]);
            let mut builder = PhrasesBuilder::default();
            for (id, phrase) in phrases.iter().enumerate() {
                builder.add(id as u16, phrase, &mut known).unwrap();
            }
            let built = builder.build();
            let mut reader = Normaliser::new(&known);
            let mut seen = Vec::new();
            let normal = reader.read(text);
            let starts: Vec<Start> = normal
                .words()
                .iter()
                .map(|w| built.start(w, normal.bytes(w)))
                .collect();
            built.each(normal, starts.iter(), |signal, _, _| seen.push(signal));
            seen.sort_unstable();
            assert_eq!(seen, wanted, "{text}");
        }
    }

    #[test]
    fn unusable_phrases_are_refused() {
        let mut known = Known::new([]);
        for (text, wanted) in [
            ("", PhraseError::NoAnchor),
            ("_ a", PhraseError::NoAnchor),
            ("a _", PhraseError::NoAnchor),
            ("a _ b _ c _ d _ e", PhraseError::Gaps),
            ("ab*", PhraseError::Word("ab".into())),
            ("Besar", PhraseError::Word("Besar".into())),
        ] {
            let refused = PhrasesBuilder::default().add(0, text, &mut known);
            assert_eq!(refused, Err(wanted), "{text}");
        }
    }
}
