//! Words pulled apart: `s l o t`, `s.l.o.t`, `ha-di*ah`, `h@di@h`.

use super::known::hash;
use super::reveal::{Reading, is_word};
use super::word::Word;

/// Longest run of single letters that is looked at as one.
const LONGEST_RUN: usize = 64;

impl Reading<'_> {
    /// `s l o t`, `s.l.o.t`: single letters with one sign between each two.
    pub(super) fn spaced(&mut self, at: usize) -> Option<usize> {
        let bytes = &self.folded.bytes;
        let single = |i: usize| {
            bytes.get(i).is_some_and(u8::is_ascii_alphanumeric) && !is_word(self.folded, i + 1)
        };
        let room = &mut *self.room;
        room.clear();
        let mut next = at;
        let mut end = at;
        while single(next) && room.letters.len() < LONGEST_RUN {
            room.push(self.folded.at(next), next);
            end = next + 1;
            let sign = self.folded.at(end);
            // `s. l. o. t` has a sign and a space; two spaces part two words.
            next = if sign != b' ' && self.folded.at(end + 1) == b' ' {
                end + 2
            } else {
                end + 1
            };
        }
        let letters = room
            .letters
            .iter()
            .filter(|b| b.is_ascii_alphabetic())
            .count();
        let count = room.letters.len();
        let is_number = letters == 0 && count >= 9;
        let is_word =
            letters >= 2 && (count >= 4 || count == 3 && self.known.has(hash(&room.letters)));
        if !is_number && !is_word {
            return None;
        }
        if letters == count && count > 5 && !self.known.has(hash(&room.letters)) && self.split() {
            return Some(end);
        }
        self.emit(Word::SPACED);
        Some(end)
    }

    /// Parts a run of letters into words, the fewest and best known; false when it can't be done.
    fn split(&mut self) -> bool {
        let room = &mut *self.room;
        let count = room.letters.len();
        room.best.clear();
        room.best.resize(count + 1, (u32::MAX, 0));
        if let Some(first) = room.best.first_mut() {
            *first = (0, 0);
        }
        for from in 0..count {
            let Some(&(cost, _)) = room.best.get(from) else {
                break;
            };
            if cost == u32::MAX {
                continue;
            }
            for to in from + 2..=(from + 16).min(count) {
                let part = room.letters.get(from..to).unwrap_or_default();
                // Short words are everywhere: they cost more; a name that nobody knows costs most.
                let price = match (self.known.has(hash(part)), part.len()) {
                    (true, 0..4) => 3,
                    (true, _) => 2,
                    (false, 0..3) => continue,
                    (false, length) => 4 + length as u32,
                };
                let price = cost + price;
                if let Some(slot) = room.best.get_mut(to)
                    && slot.0 > price
                {
                    *slot = (price, from);
                }
            }
        }
        if room.best.get(count).is_none_or(|b| b.0 == u32::MAX) {
            return false;
        }
        let mut ends = Vec::new();
        let mut at = count;
        while at > 0 {
            ends.push(at);
            at = room.best.get(at).map_or(0, |b| b.1);
        }
        let letters = std::mem::take(&mut room.letters);
        let origin = std::mem::take(&mut room.origin);
        let mut from = 0;
        for to in ends.into_iter().rev() {
            self.room.clear();
            self.room
                .letters
                .extend_from_slice(letters.get(from..to).unwrap_or_default());
            self.room
                .origin
                .extend_from_slice(origin.get(from..to).unwrap_or_default());
            self.emit(Word::SPACED);
            from = to;
        }
        true
    }

    /// `h@di@h`: signs inside a word, when a known word comes out.
    pub(super) fn signed(&mut self, at: usize) -> Option<usize> {
        let mut end = at;
        while end - at <= LONGEST_RUN
            && (is_word(self.folded, end)
                || matches!(self.folded.at(end), b'@' | b'$' | b'!')
                    && self.folded.at(end + 1).is_ascii_alphanumeric())
        {
            end += 1;
        }
        self.room.clear();
        for index in at..end {
            self.room.push(self.folded.at(index), index);
        }
        self.room.squeeze();
        self.room.unleet(self.known).then(|| {
            self.put(Word::LEET);
            end
        })
    }

    /// `ha-di*ah`: signs inside a word whose parts are not all words, when a known word comes out.
    pub(super) fn glued(&mut self, at: usize, first_end: usize) -> Option<usize> {
        let mut all_known = self.known.has(hash(self.folded.bytes.get(at..first_end)?));
        let mut end = first_end;
        let mut parts = 1;
        self.room.clear();
        for index in at..end {
            self.room.push(self.folded.at(index), index);
        }
        while parts < 16
            && matches!(
                self.folded.at(end),
                b'-' | b'.' | b'_' | b'*' | b'~' | b'|' | b'\''
            )
            && self.folded.at(end + 1).is_ascii_alphanumeric()
        {
            let from = end + 1;
            end = from;
            while is_word(self.folded, end) && self.room.letters.len() < LONGEST_RUN {
                self.room.push(self.folded.at(end), end);
                end += 1;
            }
            if end == from {
                return None;
            }
            all_known &= end - from > 1
                && self
                    .known
                    .has(hash(self.folded.bytes.get(from..end).unwrap_or_default()));
            parts += 1;
        }
        if all_known || is_word(self.folded, end) {
            return None;
        }
        let known = self.known.has(hash(&self.room.letters)) || {
            self.room.squeeze();
            self.room.unleet(self.known)
        };
        known.then(|| {
            self.put(Word::SPACED);
            end
        })
    }
}
