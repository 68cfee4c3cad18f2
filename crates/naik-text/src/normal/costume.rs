//! Letters under a costume: stretched (`gacoooor`), doubled (`haaddiah`), written with digits and signs (`h4d14h`).

use super::known::{Known, hash};

/// The letters of one word while its disguise comes off, and which folded byte each came from.
#[derive(Debug, Default)]
pub(super) struct Room {
    pub(super) letters: Vec<u8>,
    pub(super) origin: Vec<usize>,
    pub(super) best: Vec<(u32, usize)>,
    tried: Vec<u8>,
    kept: Vec<usize>,
}

impl Room {
    /// Begins another word.
    pub(super) fn clear(&mut self) {
        self.letters.clear();
        self.origin.clear();
    }

    /// One more letter.
    #[inline]
    pub(super) fn push(&mut self, letter: u8, origin: usize) {
        self.letters.push(letter);
        self.origin.push(origin);
    }

    /// Three or more of a letter become one; whether there were any.
    pub(super) fn squeeze(&mut self) -> bool {
        if !self
            .letters
            .windows(3)
            .any(|w| matches!(w, [a, b, c] if a == b && b == c))
        {
            return false;
        }
        let mut kept = 0;
        let mut at = 0;
        let count = self.letters.len();
        while at < count {
            let byte = self.letters.get(at).copied().unwrap_or_default();
            let mut end = at + 1;
            while self.letters.get(end) == Some(&byte) {
                end += 1;
            }
            let keep = if byte.is_ascii_alphabetic() && end - at >= 3 {
                1
            } else {
                end - at
            };
            for step in 0..keep {
                self.letters.copy_within(at + step..=at + step, kept);
                self.origin.copy_within(at + step..=at + step, kept);
                kept += 1;
            }
            at = end;
        }
        self.letters.truncate(kept);
        self.origin.truncate(kept);
        kept < count
    }

    /// Two of a letter become one, when that makes a known word, or when the word was stretched anyway.
    pub(super) fn halve(&mut self, stretched: bool, known: &Known) {
        if !self
            .letters
            .windows(2)
            .any(|w| matches!(w, [a, b] if a == b))
        {
            return;
        }
        self.tried.clear();
        for byte in &self.letters {
            if !(byte.is_ascii_alphabetic() && self.tried.last() == Some(byte)) {
                self.tried.push(*byte);
            }
        }
        if self.tried.len() == self.letters.len() || !(stretched || known.has(hash(&self.tried))) {
            return;
        }
        let mut kept = 0;
        for at in 0..self.letters.len() {
            let byte = self.letters.get(at).copied().unwrap_or_default();
            let doubled =
                byte.is_ascii_alphabetic() && kept > 0 && self.letters.get(kept - 1) == Some(&byte);
            if !doubled {
                self.letters.copy_within(at..=at, kept);
                self.origin.copy_within(at..=at, kept);
                kept += 1;
            }
        }
        self.letters.truncate(kept);
        self.origin.truncate(kept);
    }

    /// Letters for digits and signs, when a known word comes out.
    pub(super) fn unleet(&mut self, known: &Known) -> bool {
        if self.letters.len() < 3 || self.letters.len() > 24 {
            return false;
        }
        for one in [b'i', b'l'] {
            self.tried.clear();
            self.tried
                .extend(self.letters.iter().map(|b| letter_for(*b, one)));
            if known.has(hash(&self.tried)) {
                self.letters.clone_from(&self.tried);
                return true;
            }
            // `haddii4h` stretched and disguised at once: the first of each pair stays.
            let mut kept = 0;
            for at in 0..self.tried.len() {
                let byte = self.tried.get(at).copied().unwrap_or_default();
                let doubled = kept > 0
                    && byte.is_ascii_alphabetic()
                    && self.tried.get(kept - 1) == Some(&byte);
                if !doubled {
                    self.tried.copy_within(at..=at, kept);
                    self.kept.truncate(kept);
                    self.kept.push(at);
                    kept += 1;
                }
            }
            self.tried.truncate(kept);
            if kept >= 3 && known.has(hash(&self.tried)) {
                self.letters.clone_from(&self.tried);
                for (to, at) in self.kept.iter().take(kept).enumerate() {
                    self.origin.copy_within(*at..=*at, to);
                }
                self.origin.truncate(kept);
                return true;
            }
        }
        false
    }
}

/// The letter that a digit or sign stands for; `one` is what 1 and ! are read as.
fn letter_for(byte: u8, one: u8) -> u8 {
    match byte {
        b'0' => b'o',
        b'1' | b'!' => one,
        b'2' => b'z',
        b'3' => b'e',
        b'4' | b'@' => b'a',
        b'5' | b'$' => b's',
        b'6' | b'9' => b'g',
        b'7' => b't',
        b'8' => b'b',
        other => other,
    }
}

/// `250g`, `15rb`, `2x24`: a number with its unit is no word in disguise.
pub(super) fn is_amount(letters: &[u8]) -> bool {
    let digits = letters.iter().take_while(|b| b.is_ascii_digit()).count();
    let tail = letters.get(digits..).unwrap_or_default();
    digits > 0
        && (tail.len() == 1
            || matches!(
                tail,
                b"rb"
                    | b"jt"
                    | b"kg"
                    | b"gr"
                    | b"ml"
                    | b"cm"
                    | b"mm"
                    | b"km"
                    | b"gb"
                    | b"mb"
                    | b"tb"
                    | b"th"
                    | b"an"
                    | b"pcs"
                    | b"bln"
                    | b"hr"
                    | b"jam"
                    | b"mnt"
                    | b"dtk"
                    | b"ribu"
                    | b"juta"
                    | b"am"
                    | b"pm"
                    | b"nd"
                    | b"rd"
                    | b"st"
                    | b"hp"
                    | b"cc"
                    | b"ah"
                    | b"mah"
                    | b"mp"
                    | b"hz"
                    | b"mhz"
                    | b"ghz"
                    | b"kw"
                    | b"kwh"
                    | b"va"
                    | b"rpm"
                    | b"inch"
                    | b"lt"
                    | b"ltr"
                    | b"ons"
                    | b"set"
                    | b"box"
                    | b"dus"
                    | b"pc"
                    | b"kpbs"
                    | b"mbps"
                    | b"kb"
                    | b"x"
            ))
}
