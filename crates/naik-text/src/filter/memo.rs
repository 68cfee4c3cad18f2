//! What is known of a word by itself, kept from message to message: the same few thousand words make most of all talk.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::brand::{is_site_word, may_be_site};
use super::feature;
use super::model::{CLASSES, Model};
use super::phrase::{Phrases, Start};
use crate::normal::known::{mix, step};
use crate::normal::{Normal, Word};
use crate::similar::WordTerms;

/// What is known of one word.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its hash with figures made alike: what pairs and triples are made of.
    pub(crate) whole: u64,
    /// Weights of the word itself.
    pub(crate) row: [i8; 4],
    /// Weights of its pieces, added up.
    pub(crate) sums: [i32; CLASSES],
    /// How many pieces it has.
    pub(crate) pieces: u32,
    /// Which phrases may begin with it.
    pub(crate) start: Start,
    /// What search knows it by.
    pub(crate) terms: WordTerms,
    /// It ends, or begins, with what is played on a site.
    pub(crate) site: bool,
    /// In capitals it may be a site's name.
    pub(crate) maybe: bool,
    /// It is what programs for phones end with.
    pub(crate) app: bool,
    /// It is WhatsApp.
    pub(crate) chat: bool,
}

impl Entry {
    const NOTHING: Self = Self {
        whole: 0,
        row: [0; 4],
        sums: [0; CLASSES],
        pieces: 0,
        start: Start::NOTHING,
        terms: WordTerms::None,
        site: false,
        maybe: false,
        app: false,
        chat: false,
    };
}

/// Words that were met.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    met: Vec<Entry>,
    places: HashMap<u64, u32, BuildHasherDefault<Spread>>,
    /// Places in `met` of the message's words, in order.
    now: Vec<u32>,
}

/// The words of one message.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'m> {
    met: &'m [Entry],
    now: &'m [u32],
}

impl<'m> Words<'m> {
    /// What is known of each, in order.
    pub(crate) fn iter(self) -> impl ExactSizeIterator<Item = &'m Entry> {
        (0..self.now.len()).map(move |at| self.get(at))
    }

    /// What is known of one.
    pub(crate) fn get(self, at: usize) -> &'m Entry {
        const NOTHING: &Entry = &Entry::NOTHING;
        let place = self.now.get(at);
        place
            .and_then(|place| self.met.get(*place as usize))
            .unwrap_or(NOTHING)
    }
}

/// Words are kept until there are so many.
const MOST: usize = 1 << 15;

impl Memo {
    /// What is known of each word of a message; `terms` tells what search knows a word by.
    pub(crate) fn read(
        &mut self,
        normal: &Normal,
        model: &Model,
        phrases: &Phrases,
        terms: &dyn Fn(u64, &[u8]) -> WordTerms,
    ) -> Words<'_> {
        self.now.clear();
        if self.met.len() > MOST {
            self.met.clear();
            self.places.clear();
        }
        for word in &normal.words {
            let next = u32::try_from(self.met.len()).unwrap_or(u32::MAX);
            let place = *self.places.entry(word.hash).or_insert(next);
            if place == next {
                self.met.push(learn(normal, word, model, phrases, terms));
            }
            self.now.push(place);
        }
        self.words()
    }

    /// The words of the message that was read last.
    pub(crate) fn words(&self) -> Words<'_> {
        Words {
            met: &self.met,
            now: &self.now,
        }
    }
}

/// Hashes of words are hashes already.
#[derive(Debug, Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|b| self.0 = step(self.0, *b));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = mix(hash);
    }
}

fn learn(
    normal: &Normal,
    word: &Word,
    model: &Model,
    phrases: &Phrases,
    terms: &dyn Fn(u64, &[u8]) -> WordTerms,
) -> Entry {
    let text = normal.bytes(word);
    let mut sums = [0; CLASSES];
    let mut pieces = 0;
    let whole = feature::pieces(text, |bucket| {
        pieces += 1;
        let row = model.row(bucket);
        sums.iter_mut()
            .zip(row)
            .for_each(|(s, w)| *s += i32::from(w));
    });
    Entry {
        whole,
        row: model.row(feature::bucket(whole)),
        sums,
        pieces,
        start: phrases.start(word, text),
        terms: terms(word.hash, text),
        site: is_site_word(text),
        maybe: may_be_site(text),
        app: matches!(text, b"apk" | b"xapk"),
        chat: matches!(
            text,
            b"wa" | b"whatsapp" | b"whatsap" | b"wasap" | b"watsap"
        ),
    }
}
