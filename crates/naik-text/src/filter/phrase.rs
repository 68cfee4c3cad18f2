//! Phrases over words: the small language in which rules say what they look for.
//!
//! Words part by spaces; `a|b` are alternatives, `hadiah*` begins with, `*gacor*`
//! contains, `#` is a number, `_` skips up to four words. A phrase starts with a
//! word, so one look-up for each word of a text finds every candidate: the time is
//! linear in the text, whatever the phrases are. A word in slang, Javanese or
//! Sundanese also counts as the standard word that it stands for.

use std::collections::HashSet;

use aho_corasick::AhoCorasick;

use super::standard::{Alias, Standard};
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
    /// Only words as they are written count.
    literal: bool,
}

/// Where the phrases stand that may begin with a word, and what else it may be within one.
#[derive(Debug, Default)]
pub(crate) struct Start {
    own: Ranges,
    digits: bool,
    alias: Option<(Alias, Ranges)>,
}

/// Parts of the tables of first words.
#[derive(Debug, Default)]
struct Ranges {
    exact: Option<(u32, u32)>,
    prefixes: Vec<(u32, u32)>,
}

impl Start {
    /// None begins so.
    pub(crate) const NOTHING: Self = Self {
        own: Ranges {
            exact: None,
            prefixes: Vec::new(),
        },
        digits: false,
        alias: None,
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
    standard: Standard,
    asked: Asked,
}

/// The words that phrases ask for.
#[derive(Debug, Default)]
struct Asked {
    words: HashSet<u64>,
    beginnings: HashSet<u64>,
}

impl Asked {
    fn has(&self, text: &[u8]) -> bool {
        let mut begun = BASIS;
        let begins = text.iter().any(|byte| {
            begun = step(begun, *byte);
            self.beginnings.contains(&begun)
        });
        begins || self.words.contains(&begun)
    }
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
    asked: Asked,
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
    /// Adds a phrase of a signal; its words become known words. Of a `literal` phrase only words as they are written count.
    pub(crate) fn add(
        &mut self,
        signal: u16,
        text: &str,
        literal: bool,
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
                let term = term(word, known)?;
                match &term {
                    Term::Exact(hash) => self.asked.words.insert(*hash),
                    Term::Prefix(letters) => self.asked.beginnings.insert(hash(letters)),
                    Term::Digits => false,
                };
                terms.push(term);
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
        self.phrases.push(Phrase {
            signal,
            rest,
            literal,
        });
        Ok(())
    }

    /// Makes the look-up tables; `standard` tells what words stand for.
    pub(crate) fn build(mut self, standard: Standard) -> Phrases {
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
            standard,
            asked: self.asked,
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
        let digits = word.is(Word::DIGITS);
        let alias = if word.is(Word::DIGITS | Word::MIXED) {
            None
        } else {
            let own = self.asked.words.contains(&word.hash);
            self.standard.of(text, own, |asked| self.asked.has(asked))
        };
        let own = self.look(word.hash, if digits { b"" } else { text });
        let alias = alias.map(|alias| {
            let mut ranges = self.look(alias.hash, &alias.letters);
            ranges
                .prefixes
                .retain(|range| !own.prefixes.contains(range));
            (alias, ranges)
        });
        Start { own, digits, alias }
    }

    /// The phrases that may begin with a word of this hash and these letters.
    fn look(&self, hash: u64, letters: &[u8]) -> Ranges {
        let range = |table: &[(u64, u32)], hash: u64| {
            let from = table.partition_point(|(h, _)| *h < hash);
            let to = table.partition_point(|(h, _)| *h <= hash);
            (from < to).then_some((from as u32, to as u32))
        };
        let mut out = Ranges::default();
        if get(&self.exact_bits, hash) {
            out.exact = range(&self.exact, hash);
        }
        let mut begun = BASIS;
        for (i, byte) in letters.iter().enumerate() {
            begun = step(begun, *byte);
            if i >= 2 && get(&self.prefix_bits, begun) {
                out.prefixes.extend(range(&self.prefix, begun));
            }
        }
        out
    }

    /// Calls `found` with a signal and the words `from..to` that it was seen in; `starts` are those of the words.
    pub(crate) fn each<'a>(
        &self,
        normal: &Normal,
        starts: impl Fn(usize) -> &'a Start,
        mut found: impl FnMut(u16, usize, usize),
    ) {
        let text = Text {
            normal,
            starts: &starts,
            literal: false,
        };
        for at in 0..normal.words.len() {
            let start = starts(at);
            self.candidates(&start.own, false, text, at, &mut found);
            if let Some((_, ranges)) = &start.alias {
                self.candidates(ranges, true, text, at, &mut found);
            }
            if start.digits {
                for id in &self.digits {
                    self.try_phrase(*id, false, text, at, &mut found);
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

    /// Tries what may begin at a word; `aliased` when that is not the word as it is written.
    fn candidates<'a, F: Fn(usize) -> &'a Start>(
        &self,
        ranges: &Ranges,
        aliased: bool,
        text: Text<'_, F>,
        at: usize,
        found: &mut impl FnMut(u16, usize, usize),
    ) {
        let exact = ranges.exact.iter().map(|range| (&self.exact, range));
        let prefixes = ranges.prefixes.iter().map(|range| (&self.prefix, range));
        for (table, (from, to)) in exact.chain(prefixes) {
            let rows = table.get(*from as usize..*to as usize);
            for (_, id) in rows.unwrap_or_default() {
                self.try_phrase(*id, aliased, text, at, found);
            }
        }
    }

    fn try_phrase<'a, F: Fn(usize) -> &'a Start>(
        &self,
        id: u32,
        aliased: bool,
        text: Text<'_, F>,
        at: usize,
        found: &mut impl FnMut(u16, usize, usize),
    ) {
        let Some(phrase) = self.phrases.get(id as usize) else {
            return;
        };
        if aliased && phrase.literal {
            return;
        }
        let text = Text {
            literal: phrase.literal,
            ..text
        };
        if let Some(end) = matches(&phrase.rest, text, at + 1) {
            found(phrase.signal, at, end);
        }
    }
}

/// A read text, and what else each of its words may be.
struct Text<'t, F> {
    normal: &'t Normal,
    starts: &'t F,
    literal: bool,
}

impl<F> Clone for Text<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Text<'_, F> {}

/// The word after the match of `slots` from word `at` on.
fn matches<'a, F: Fn(usize) -> &'a Start>(
    slots: &[Slot],
    text: Text<'_, F>,
    at: usize,
) -> Option<usize> {
    match slots.split_first() {
        None => Some(at),
        Some((Slot::Any(terms), rest)) => {
            let word = text.normal.words.get(at)?;
            let alias = || {
                let alias = (text.starts)(at).alias.as_ref();
                alias.filter(|_| !text.literal).map(|(alias, _)| alias)
            };
            let fits = terms.iter().any(|term| match term {
                Term::Exact(hash) => {
                    *hash == word.hash || alias().is_some_and(|alias| alias.hash == *hash)
                }
                Term::Prefix(letters) => {
                    text.normal.bytes(word).starts_with(letters)
                        || alias().is_some_and(|alias| alias.letters.starts_with(letters))
                }
                Term::Digits => word.is(Word::DIGITS),
            });
            if fits {
                matches(rest, text, at + 1)
            } else {
                None
            }
        }
        Some((Slot::Gap, rest)) => (0..=GAP).find_map(|skip| matches(rest, text, at + skip)),
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
            ("selamat sampeyan pemenange", vec![0]),
            ("hadiahnya slotgacorhari", vec![1, 2, 5]),
            ("Rp. 500 dan 5 juta", vec![3, 4]),
            ("rp lima", vec![]),
        ] {
            let mut known = Known::new([]);
            let mut builder = PhrasesBuilder::default();
            for (id, phrase) in phrases.iter().enumerate() {
                builder.add(id as u16, phrase, false, &mut known).unwrap();
            }
            let built = builder.build(Standard::new("sampeyan\tanda\tjv\n"));
            let mut reader = Normaliser::new(&known);
            let mut seen = Vec::new();
            let normal = reader.read(text);
            let starts: Vec<Start> = normal
                .words()
                .iter()
                .map(|w| built.start(w, normal.bytes(w)))
                .collect();
            built.each(normal, |at| &starts[at], |signal, _, _| seen.push(signal));
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
            let refused = PhrasesBuilder::default().add(0, text, false, &mut known);
            assert_eq!(refused, Err(wanted), "{text}");
        }
    }
}
