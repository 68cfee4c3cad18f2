//! The words that a disguise may be taken off to: a set of hashes, filled from a list or from training.

/// FNV-1a, 64 bits: the hash of everything that the filter looks up.
pub(crate) const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// One more byte.
#[inline]
pub(crate) fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(PRIME)
}

/// The hash of a word.
#[inline]
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(BASIS, |h, b| step(h, *b))
}

/// Spreads a hash, so that its low bits can be used alone.
#[inline]
pub(crate) fn mix(mut hash: u64) -> u64 {
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ (hash >> 32)
}

/// A set of words, kept as 32-bit hashes in an open table.
#[derive(Clone, Debug)]
pub struct Known {
    slots: Vec<u32>,
    count: usize,
}

impl Known {
    /// A set of these words; they should be lower-case ASCII letters.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::from_keys(words.into_iter().map(|w| key(hash(w.as_bytes()))).collect())
    }

    /// A set from the keys that [`Known::keys`] gave.
    pub(crate) fn from_keys(keys: Vec<u32>) -> Self {
        let size = (keys.len() * 2 + 16).next_power_of_two();
        let mut out = Self {
            slots: vec![0; size],
            count: 0,
        };
        keys.into_iter().for_each(|k| out.put(k));
        out
    }

    /// Adds a word.
    pub(crate) fn add(&mut self, word: &[u8]) {
        if (self.count + 1) * 2 > self.slots.len() {
            *self = Self::from_keys(
                self.keys()
                    .into_iter()
                    .chain([key(hash(word))])
                    .chain(std::iter::repeat_n(0, self.slots.len()))
                    .collect(),
            );
        } else {
            self.put(key(hash(word)));
        }
    }

    /// The keys in rising order.
    pub(crate) fn keys(&self) -> Vec<u32> {
        let mut keys: Vec<u32> = self.slots.iter().copied().filter(|k| *k != 0).collect();
        keys.sort_unstable();
        keys
    }

    /// Whether the word with this hash is in the set.
    #[inline]
    pub(crate) fn has(&self, hash: u64) -> bool {
        let wanted = key(hash);
        let mask = self.slots.len() - 1;
        let mut at = wanted as usize & mask;
        loop {
            match self.slots.get(at) {
                Some(0) | None => return false,
                Some(found) if *found == wanted => return true,
                Some(_) => at = (at + 1) & mask,
            }
        }
    }

    fn put(&mut self, key: u32) {
        if key == 0 {
            return;
        }
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if *slot == key {
                return;
            }
            if *slot == 0 {
                *slot = key;
                self.count += 1;
                return;
            }
            at = (at + 1) & mask;
        }
    }
}

fn key(hash: u64) -> u32 {
    (mix(hash) >> 16) as u32 | 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_keeps_its_words_while_it_grows() {
        let words: Vec<String> = (0..500).map(|i| format!("kata{i}")).collect();
        let mut known = Known::new(["hadiah"]);
        words.iter().for_each(|w| known.add(w.as_bytes()));
        assert!(known.has(hash(b"hadiah")));
        assert!(words.iter().all(|w| known.has(hash(w.as_bytes()))));
        assert!(!known.has(hash(b"hadiahh")));
        assert_eq!(known.keys().len(), 501);
        assert_eq!(Known::from_keys(known.keys()).keys(), known.keys());
    }
}
