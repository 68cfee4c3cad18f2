//! The linear model: one weight a bucket and class in 8 bits, a bias, a calibration and two thresholds a class.

use super::feature::{BUCKETS, Block, LOG_BUCKETS, Names, joined, share};
use super::memo::Words;
use super::signal::{D, Hits};

/// Classes that the model tells from fine talk, in the order of its weights.
pub(crate) const CLASSES: usize = 3;

/// Signals of disguise: shops and believers love fancy letters as well.
const COSTUMES: [u16; 5] = [D::STYLED, D::BLENDED, D::SPACED, D::LEET, D::HIDDEN];

const MAGIC: &[u8; 8] = b"NKSARING";
const VERSION: u32 = 2;

/// What belongs to one class.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Head {
    /// What a weight of 1 is worth among words and pieces.
    pub(crate) scale: f32,
    /// What it is worth for a signal or rule.
    pub(crate) voice: f32,
    pub(crate) bias: f32,
    /// Score = 1 / (1 + exp(-(slope * z + offset))).
    pub(crate) slope: f32,
    pub(crate) offset: f32,
    /// From this score on the class is said.
    pub(crate) says: f32,
    /// 1 % of fine messages score higher.
    pub(crate) wary: f32,
    /// 0.1 % of fine messages score higher.
    pub(crate) sure: f32,
}

/// A trained model.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) heads: [Head; CLASSES],
    /// A row of weights for each bucket; the fourth is padding.
    pub(crate) weights: Vec<[i8; 4]>,
    /// Weights of signals and rules by the number of their name; sorted.
    pub(crate) voices: Vec<(u32, [i8; 4])>,
    /// Keys of the words that a disguise may be taken off to.
    pub(crate) known: Vec<u32>,
}

/// Why bytes are no model.
#[derive(Debug, PartialEq, Eq)]
pub enum ModelError {
    /// Other bytes, or another version.
    Foreign,
    /// It ends too early, or has something behind it.
    Length,
}

impl Model {
    /// A model without weights, that takes disguises off to the words with these keys.
    pub(crate) fn blank(known: Vec<u32>) -> Self {
        Self {
            heads: [Head::default(); CLASSES],
            weights: vec![[0; 4]; BUCKETS],
            voices: Vec::new(),
            known,
        }
    }

    /// The weights of signals and rules in the order of `names`; what the model never saw says nothing.
    pub(crate) fn voices_of(&self, names: &Names) -> Vec<[i8; 4]> {
        let weight = |name: &u32| {
            let found = self.voices.binary_search_by_key(name, |v| v.0).ok();
            found.and_then(|at| self.voices.get(at))
        };
        let all = names.all();
        all.iter()
            .map(|name| weight(name).map_or([0; 4], |v| v.1))
            .collect()
    }

    /// The weights at a place.
    #[inline]
    pub(crate) fn row(&self, bucket: u32) -> [i8; 4] {
        self.weights
            .get(bucket as usize)
            .copied()
            .unwrap_or_default()
    }

    /// The raw value of each class; 0 is undecided. `voices` are those of `names`, `words` what is known of each word.
    #[inline]
    pub(crate) fn values(
        &self,
        words: Words<'_>,
        hits: &Hits,
        fired: &[u32],
        names: &Names,
        voices: &[[i8; 4]],
    ) -> [f32; CLASSES] {
        let add = |[x, y, z]: &mut [i32; CLASSES], [a, b, c, _]: [i8; 4]| {
            *x += i32::from(a);
            *y += i32::from(b);
            *z += i32::from(c);
        };
        let (mut whole, mut piece, mut said) = ([0; CLASSES], [0; CLASSES], [0; CLASSES]);
        let mut pieces = 0;
        for word in words.iter() {
            add(&mut whole, word.row);
            piece
                .iter_mut()
                .zip(word.sums)
                .for_each(|(sum, own)| *sum += own);
            pieces += word.pieces;
        }
        let wholes = joined(words.iter().map(|w| w.whole), |bucket, _| {
            add(&mut whole, self.row(bucket));
        });
        names.each(hits, fired, |voice| {
            add(&mut said, voices.get(voice).copied().unwrap_or_default());
        });
        let of_whole = share(Block::Words, wholes);
        let of_piece = share(Block::Pieces, pieces);
        let mut out = [0.0; CLASSES];
        let sums = whole.iter().zip(piece).zip(said);
        for ((value, head), ((whole, piece), said)) in out.iter_mut().zip(&self.heads).zip(sums) {
            *value = head.scale * (*whole as f32 * of_whole + piece as f32 * of_piece)
                + head.voice * said as f32
                + head.bias;
        }
        out
    }

    /// What disguises add to the raw values: the share that honest fancy writing would get as well.
    pub(crate) fn costume(&self, hits: &Hits, voices: &[[i8; 4]]) -> [f32; CLASSES] {
        let mut out = [0.0; CLASSES];
        for signal in COSTUMES.into_iter().filter(|s| hits.has(*s)) {
            let Some([a, b, c, _]) = voices.get(usize::from(signal)) else {
                continue;
            };
            for ((value, head), weight) in out.iter_mut().zip(&self.heads).zip([a, b, c]) {
                *value += f32::from(*weight) * head.voice;
            }
        }
        out
    }

    /// The words that speak loudest for a class: at most three numbers of words that `shown` lets pass, in order of place.
    pub(crate) fn loudest(
        &self,
        words: Words<'_>,
        class: usize,
        shown: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        let of = |row: [i8; 4]| i32::from(row.get(class).copied().unwrap_or_default());
        let mut by_word: Vec<i32> = words
            .iter()
            .map(|w| of(w.row) + w.sums.get(class).copied().unwrap_or_default())
            .collect();
        joined(words.iter().map(|w| w.whole), |bucket, word| {
            if let Some(sum) = by_word.get_mut(word) {
                *sum += of(self.row(bucket));
            }
        });
        let mut order: Vec<usize> = (0..by_word.len()).filter(|word| shown(*word)).collect();
        order.sort_by_key(|i| (-by_word.get(*i).copied().unwrap_or_default(), *i));
        order.truncate(3);
        order.retain(|i| by_word.get(*i).is_some_and(|s| *s > 0));
        order.sort_unstable();
        order
    }

    /// The calibrated score of a raw value.
    pub(crate) fn score(head: &Head, value: f32) -> f32 {
        1.0 / (1.0 + (-(head.slope * value + head.offset)).exp())
    }

    /// As bytes; buckets without weight take a bit each.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        let mut word = |value: u32| out.extend_from_slice(&value.to_le_bytes());
        word(VERSION);
        word(LOG_BUCKETS);
        for head in &self.heads {
            for value in [
                head.scale,
                head.voice,
                head.bias,
                head.slope,
                head.offset,
                head.says,
                head.wary,
                head.sure,
            ] {
                word(value.to_bits());
            }
        }
        word(u32::try_from(self.known.len()).unwrap_or_default());
        self.known.iter().for_each(|k| word(*k));
        word(u32::try_from(self.voices.len()).unwrap_or_default());
        for (name, weights) in &self.voices {
            word(*name);
            word(u32::from_le_bytes(weights.map(|w| w.to_le_bytes()[0])));
        }
        for eight in self.weights.chunks(8) {
            let bits = eight
                .iter()
                .enumerate()
                .filter(|(_, w)| **w != [0; 4])
                .fold(0_u8, |bits, (i, _)| bits | 1 << i);
            out.push(bits);
        }
        for [a, b, c, _] in self.weights.iter().filter(|w| **w != [0; 4]) {
            out.extend([a, b, c].map(|w| w.to_le_bytes()[0]));
        }
        out
    }

    /// From bytes.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::Foreign)?;
        let mut word = || -> Result<u32, ModelError> {
            let (head, tail) = rest.split_first_chunk::<4>().ok_or(ModelError::Length)?;
            rest = tail;
            Ok(u32::from_le_bytes(*head))
        };
        if word()? != VERSION || word()? != LOG_BUCKETS {
            return Err(ModelError::Foreign);
        }
        let mut heads = [Head::default(); CLASSES];
        for head in &mut heads {
            for value in [
                &mut head.scale,
                &mut head.voice,
                &mut head.bias,
                &mut head.slope,
                &mut head.offset,
                &mut head.says,
                &mut head.wary,
                &mut head.sure,
            ] {
                *value = f32::from_bits(word()?);
            }
        }
        let count = word()?;
        let mut known = Vec::new();
        for _ in 0..count {
            known.push(word()?);
        }
        let count = word()?;
        let mut voices = Vec::new();
        for _ in 0..count {
            let name = word()?;
            voices.push((name, word()?.to_le_bytes().map(|b| b as i8)));
        }
        let (bits, mut rows) = rest
            .split_at_checked(BUCKETS / 8)
            .ok_or(ModelError::Length)?;
        let mut weights = vec![[0; 4]; BUCKETS];
        for (bits, eight) in bits.iter().zip(weights.chunks_mut(8)) {
            if *bits == 0 {
                continue;
            }
            for (index, row) in eight.iter_mut().enumerate() {
                if bits >> index & 1 == 1 {
                    let ([a, b, c], tail) =
                        rows.split_first_chunk::<3>().ok_or(ModelError::Length)?;
                    *row = [*a as i8, *b as i8, *c as i8, 0];
                    rows = tail;
                }
            }
        }
        if rows.is_empty() {
            Ok(Self {
                heads,
                weights,
                voices,
                known,
            })
        } else {
            Err(ModelError::Length)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_survives_its_bytes() {
        let mut weights = vec![[0; 4]; BUCKETS];
        weights[7] = [1, -2, 127, 0];
        weights[BUCKETS - 1] = [-127, 0, 0, 0];
        let head = Head {
            scale: 0.5,
            voice: 0.1,
            bias: -1.0,
            slope: 2.0,
            offset: 0.1,
            says: 0.5,
            wary: 0.7,
            sure: 0.9,
        };
        let model = Model {
            heads: [head; 3],
            weights,
            voices: vec![(5, [1, -1, 0, 0]), (8, [-128, 2, 3, 0])],
            known: vec![3, 9],
        };
        let bytes = model.to_bytes();
        let again = Model::from_bytes(&bytes).unwrap();
        assert_eq!(again.weights, model.weights);
        assert_eq!(again.heads, model.heads);
        assert_eq!(again.known, model.known);
        assert_eq!(again.voices, model.voices);
        assert_eq!(Model::from_bytes(b"x").unwrap_err(), ModelError::Foreign);
        assert_eq!(
            Model::from_bytes(&bytes[..bytes.len() - 1]).unwrap_err(),
            ModelError::Length
        );
        assert_eq!(
            Model::from_bytes(&bytes[..20]).unwrap_err(),
            ModelError::Length
        );
    }
}
