//! Words without their disguise: `s l o t`, `h4d14h`, `gacoooor`, `ter-b*aik` as the words that they are.
//!
//! A disguise comes off only into a known word, or where nothing but a disguise
//! writes so (four single letters in a row, a letter three times). So plain words
//! stay as they are, and reading what was read changes nothing.

use super::costume::{Room, is_amount};
use super::known::{BASIS, Known, hash, step};
use super::layer::{FRAMED, HIDDEN, Layer, STYLED, UPPER, fold_into};
use super::word::{Normal, Word};

/// Reads texts one after the other, with the room of the last one.
#[derive(Debug)]
pub struct Normaliser<'k> {
    known: &'k Known,
    normal: Normal,
    room: Room,
}

impl<'k> Normaliser<'k> {
    /// A reader that takes disguises off to the words of `known`.
    pub fn new(known: &'k Known) -> Self {
        Self {
            known,
            normal: Normal::default(),
            room: Room::default(),
        }
    }

    /// What the last text read as.
    pub fn normal(&self) -> &Normal {
        &self.normal
    }

    /// Reads a text. Linear in its length.
    pub fn read(&mut self, text: &str) -> &Normal {
        let normal = &mut self.normal;
        normal.emoji = fold_into(text, &mut normal.folded);
        normal.plain.clear();
        normal.words.clear();
        let mut out = Reading {
            known: self.known,
            folded: &normal.folded,
            plain: &mut normal.plain,
            words: &mut normal.words,
            room: &mut self.room,
        };
        let mut at = 0;
        while at < out.folded.bytes.len() {
            at = if out.folded.at(at).is_ascii_alphanumeric() {
                out.word(at)
            } else {
                at + 1
            };
        }
        &self.normal
    }
}

/// Whether the byte belongs to a word: letters, digits, and `#` that masks a digit.
#[inline]
pub(super) fn is_word(layer: &Layer, at: usize) -> bool {
    match layer.bytes.get(at) {
        Some(b'#') => {
            at > 0
                && layer
                    .bytes
                    .get(at - 1)
                    .is_some_and(|b| b.is_ascii_digit() || *b == b'#')
        }
        Some(byte) => byte.is_ascii_alphanumeric(),
        None => false,
    }
}

/// A reading under way.
pub(super) struct Reading<'a> {
    pub(super) known: &'a Known,
    pub(super) folded: &'a Layer,
    plain: &'a mut Layer,
    words: &'a mut Vec<Word>,
    pub(super) room: &'a mut Room,
}

impl Reading<'_> {
    /// Reads the word at `at` and gives where to go on.
    fn word(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        while is_word(self.folded, end) {
            end += 1;
        }
        if end == at + 1
            && let Some(next) = self.spaced(at)
        {
            return next;
        }
        if matches!(self.folded.at(end), b'@' | b'$' | b'!')
            && self.folded.at(end - 1).is_ascii_alphabetic()
            && let Some(next) = self.signed(at)
        {
            return next;
        }
        if matches!(
            self.folded.at(end),
            b'-' | b'.' | b'_' | b'*' | b'~' | b'|' | b'\''
        ) && self.folded.at(end + 1).is_ascii_alphanumeric()
            && let Some(next) = self.glued(at, end)
        {
            return next;
        }
        if !self.plainly(at, end) {
            self.room.clear();
            for index in at..end {
                self.room.push(self.folded.at(index), index);
            }
            self.emit(0);
        }
        end
    }

    /// Keeps a word that wears nothing as it is, the way of nearly every word; false when it has to be looked at.
    fn plainly(&mut self, at: usize, end: usize) -> bool {
        let bytes = self.folded.bytes.get(at..end).unwrap_or_default();
        let mut hash = BASIS;
        let mut before = 0;
        let (mut doubled, mut stretched) = (false, false);
        for byte in bytes {
            if !byte.is_ascii_lowercase() {
                return false;
            }
            stretched |= doubled && *byte == before;
            doubled |= *byte == before;
            before = *byte;
            hash = step(hash, *byte);
        }
        // `doubled` stays set behind the pair: what could be stretched is looked at, and is nearly always known.
        if stretched || doubled && !self.known.has(hash) {
            return false;
        }
        let marks = self.folded.marks.get(at..end).unwrap_or_default();
        let (every, any) = marks
            .iter()
            .fold((u8::MAX, 0), |(every, any), m| (every & m, any | m));
        if any & (STYLED | HIDDEN) != 0 {
            return false;
        }
        self.part(bytes.len());
        let from = self.plain.bytes.len();
        self.plain.take(self.folded, at, end);
        let mut signs = 0;
        if bytes.len() >= 2 && every & UPPER != 0 {
            signs |= Word::UPPER;
        }
        let framed = |mark: Option<&u8>| mark.is_some_and(|m| m & FRAMED != 0);
        if framed(marks.first()) {
            signs |= Word::LED;
        }
        if framed(marks.last()) {
            signs |= Word::TRAILED;
        }
        self.words.push(Word {
            from,
            to: self.plain.bytes.len(),
            hash,
            signs,
        });
        true
    }

    /// Puts a space before the next word, which has `length` letters.
    fn part(&mut self, length: usize) {
        if self.plain.bytes.is_empty() {
            return;
        }
        let from = self.plain.from.last().copied().unwrap_or_default();
        let to = self.plain.to.last().copied().unwrap_or_default();
        self.plain.push(b' ', from, to, 0);
        // Two spaces keep two single letters apart for whoever reads the text again.
        let single = |w: &Word| w.to - w.from == 1;
        if length == 1 && self.words.last().is_some_and(single) {
            self.plain.push(b' ', from, to, 0);
        }
    }

    /// Takes the remaining disguises off the letters in the room and keeps them as a word.
    pub(super) fn emit(&mut self, mut signs: u16) {
        let squeezed = self.room.squeeze();
        if !self.known.has(hash(&self.room.letters)) {
            if self.unleet() {
                signs |= Word::LEET;
            } else if self.room.letters.iter().any(u8::is_ascii_alphabetic) {
                self.room.halve(squeezed, self.known);
                // What is thinner now may be a word in figures: `aad4aaaan`.
                if squeezed && self.unleet() {
                    signs |= Word::LEET;
                }
            }
        }
        self.put(signs);
    }

    /// Reads figures as letters where that makes a known word; amounts are none.
    fn unleet(&mut self) -> bool {
        let letters = &self.room.letters;
        letters.iter().any(u8::is_ascii_digit)
            && letters.iter().any(u8::is_ascii_alphabetic)
            && !is_amount(letters)
            && !self.known.has(hash(letters))
            && self.room.unleet(self.known)
    }

    /// Keeps the letters in the room as the next word.
    pub(super) fn put(&mut self, mut signs: u16) {
        self.part(self.room.letters.len());
        let from = self.plain.bytes.len();
        let mut styled = 0;
        let mut upper = 0;
        let mut letters = 0;
        let mut digits = 0;
        for (byte, origin) in self.room.letters.iter().zip(&self.room.origin) {
            let marks = self.folded.marks.get(*origin).copied().unwrap_or_default();
            styled += usize::from(marks & STYLED != 0);
            upper += usize::from(marks & UPPER != 0);
            letters += usize::from(byte.is_ascii_alphabetic());
            digits += usize::from(byte.is_ascii_digit() || *byte == b'#');
            if marks & HIDDEN != 0 && self.plain.bytes.len() > from {
                signs |= Word::HIDDEN;
            }
            let start = self.folded.from.get(*origin).copied().unwrap_or_default();
            let end = self.folded.to.get(*origin).copied().unwrap_or_default();
            self.plain.push(*byte, start, end, marks);
        }
        let to = self.plain.bytes.len();
        if styled * 2 >= to - from && styled > 0 {
            signs |= Word::STYLED;
        }
        if styled > 0 && styled < to - from && letters >= 3 {
            signs |= Word::BLENDED;
        }
        if letters >= 2 && upper >= letters {
            signs |= Word::UPPER;
        }
        if digits > 0 {
            signs |= if letters > 0 {
                Word::MIXED
            } else {
                Word::DIGITS
            };
        }
        let framed = |origin: Option<&usize>| {
            origin
                .and_then(|o| self.folded.marks.get(*o))
                .is_some_and(|m| m & FRAMED != 0)
        };
        if framed(self.room.origin.first()) {
            signs |= Word::LED;
        }
        if framed(self.room.origin.last()) {
            signs |= Word::TRAILED;
        }
        let hash = hash(&self.room.letters);
        self.words.push(Word {
            from,
            to,
            hash,
            signs,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known() -> Known {
        Known::new([
            "hadiah", "gacor", "slot", "main", "menang", "di", "sini", "maaf", "saat", "ini",
            "dia", "terbaik", "kupu", "gibran", "bonus", "yang", "kami",
        ])
    }

    fn read(text: &str) -> String {
        let known = known();
        Normaliser::new(&known).read(text).text().to_owned()
    }

    #[test]
    fn disguises_come_off_into_words() {
        for (text, wanted) in [
            ("Main di sini", "main di sini"),
            ("s l o t gacor", "slot gacor"),
            ("s l o t  g a c o r", "slot gacor"),
            ("s l o t g a c o r", "slot gacor"),
            ("P S T O T O 9 9", "pstoto99"),
            ("S.L.O.T", "slot"),
            ("h4d14h", "hadiah"),
            ("h@di@h", "hadiah"),
            ("618r4n", "gibran"),
            ("gacoooor bangetttt", "gacor banget"),
            ("haaddiaah", "hadiah"),
            ("mma4ffff", "maaf"),
            ("maaf saat ini", "maaf saat ini"),
            ("ha-di*ah", "hadiah"),
            ("kupu-kupu di-sini", "kupu kupu di sini"),
            ("gacor77 slot88", "gacor77 slot88"),
            ("250g 15rb 2jt 50k 4G", "250g 15rb 2jt 50k 4g"),
            ("0812######## ya", "0812######## ya"),
            ("#gacor", "gacor"),
            ("𝐬𝐥𝐨𝐭 ɢᴀᴄᴏʀ ⓑⓞⓝⓤⓢ", "slot gacor bonus"),
            ("b\u{336}o\u{336}n\u{336}u\u{336}s", "bonus"),
            ("d i a", "dia"),
            ("a b c", "a  b  c"),
            ("a**0#A#A*", "a 0#a a"),
            ("", ""),
            ("🔥", ""),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }

    #[test]
    fn words_are_found_again_in_the_original() {
        let text = "Yuk S 🔥L🔥O🔥T di h4d1@h";
        let known = known();
        let mut reader = Normaliser::new(&known);
        let normal = reader.read("Ayo S L O T di h4d14h");
        let place = normal.text().find("slot").unwrap();
        let span = normal.span(place, place + 4);
        assert_eq!(&"Ayo S L O T di h4d14h"[span.from..span.to], "S L O T");
        let normal = reader.read(text);
        for word in normal.words() {
            let span = normal.span(word.from, word.to);
            assert!(text.is_char_boundary(span.from) && text.is_char_boundary(span.to));
        }
    }

    proptest! {
        #[test]
        fn plain_words_come_back_unchanged(words in proptest::collection::vec("[a-z]{2,12}", 1..12)) {
            let stretched = |w: &String| w.as_bytes().windows(2).any(|p| p[0] == p[1]);
            prop_assume!(!words.iter().any(stretched));
            let text = words.join(" ");
            prop_assert_eq!(read(&text), text);
        }

        #[test]
        fn reading_twice_is_reading_once(text in "(?s).{0,60}") {
            let once = read(&text);
            prop_assert_eq!(read(&once), once.clone());
        }

        #[test]
        fn reading_disguised_text_twice_is_reading_it_once(text in "[a-zA-Z0-9@$! .*#-]{0,40}") {
            let once = read(&text);
            prop_assert_eq!(read(&once), once.clone());
        }

        #[test]
        fn the_map_is_monotone(text in "(?s).{0,60}") {
            let known = known();
            let mut reader = Normaliser::new(&known);
            let normal = reader.read(&text);
            let mut last = 0;
            for at in 0..normal.text().len() {
                let span = normal.span(at, at + 1);
                prop_assert!(span.from >= last && span.to >= span.from && span.to <= text.len());
                prop_assert!(text.is_char_boundary(span.from) && text.is_char_boundary(span.to));
                last = span.from;
            }
        }
    }
}
