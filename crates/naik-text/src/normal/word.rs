//! What reading a text gives: its words, and the way back to where they stand.

use super::layer::{Layer, Span};

/// A word of a read text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// First byte in [`Normal::text`].
    pub from: usize,
    /// One past the last byte in [`Normal::text`].
    pub to: usize,
    pub(crate) hash: u64,
    pub(crate) signs: u16,
}

impl Word {
    /// Most of its letters came from fancy alphabets.
    pub(crate) const STYLED: u16 = 1;
    /// It was pulled apart.
    pub(crate) const SPACED: u16 = 2;
    /// Digits or signs stood for its letters.
    pub(crate) const LEET: u16 = 4;
    /// Invisible characters stood between its letters.
    pub(crate) const HIDDEN: u16 = 8;
    /// It was in capitals.
    pub(crate) const UPPER: u16 = 16;
    /// It has digits alone (or masked digits).
    pub(crate) const DIGITS: u16 = 32;
    /// It has letters and digits.
    pub(crate) const MIXED: u16 = 64;

    /// Some of its letters are fancy and some are plain: nobody honest writes so.
    pub(crate) const BLENDED: u16 = 128;

    /// A sign stands right before it.
    pub(crate) const LED: u16 = 256;
    /// A sign stands right behind it.
    pub(crate) const TRAILED: u16 = 512;

    pub(crate) fn is(&self, sign: u16) -> bool {
        self.signs & sign != 0
    }

    pub(crate) fn is_blended(&self) -> bool {
        self.is(Self::BLENDED)
    }
}

/// A text as its reader sees it, and the way back.
#[derive(Debug, Default)]
pub struct Normal {
    /// Folded, with punctuation and spaces: for addresses and numbers.
    pub(crate) folded: Layer,
    /// Words without disguise, a space between two.
    pub(crate) plain: Layer,
    pub(crate) words: Vec<Word>,
    /// Emoji and other signs that no letter looks like.
    pub(crate) emoji: u32,
}

impl Normal {
    /// The words, a space between two: lower-case ASCII letters and digits (and `#` for masked digits).
    /// Two single letters that make no word together have two spaces between them.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.plain.bytes).unwrap_or_default()
    }

    /// The words.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Where the bytes `from..to` of [`Normal::text`] stand in the original.
    pub fn span(&self, from: usize, to: usize) -> Span {
        self.plain.span(from, to)
    }

    #[inline]
    pub(crate) fn bytes(&self, word: &Word) -> &[u8] {
        self.plain.bytes.get(word.from..word.to).unwrap_or_default()
    }
}
