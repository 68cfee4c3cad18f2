//! An inverted index over terms: which texts share the most information with this one?
//!
//! Similarity is the information (sum of idf) of the shared terms over that of the
//! shorter side: a claim inside a long forward counts as whole. The rarest terms of
//! a message choose the candidates, so that a search reads a bounded number of
//! postings however many texts there are.

/// Postings that one search may read for its candidates.
const MOST_POSTINGS: usize = 16_000;
/// Candidates that are weighed exactly.
const MOST_CANDIDATES: usize = 64;
/// The same when every posting was read: the order is nearly right then.
const MOST_WHOLE: usize = 12;

/// Terms whose bits above these are the same share a shelf.
const SHELF_BITS: u32 = 20;

/// Collects texts.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    /// Owner of each text.
    owners: Vec<u32>,
    pairs: Vec<u64>,
    /// The most information that these terms may carry, by rising term.
    common: Vec<(u32, f32)>,
}

/// Texts by their terms.
#[derive(Debug, Default)]
pub struct Index {
    owners: Vec<u32>,
    /// Distinct terms in rising order, and where their postings begin; one more at the end.
    terms: Vec<u32>,
    /// Where the terms begin whose first bits are 0, 1, 2 ...; one more at the end.
    shelves: Vec<u32>,
    starts: Vec<u32>,
    postings: Vec<u32>,
    idf: Vec<f32>,
    /// Terms of each text as ranks in `terms`, and where each text's begin.
    forward: Vec<u32>,
    forward_starts: Vec<u32>,
    totals: Vec<f32>,
    most: f32,
    common: Vec<(u32, f32)>,
}

/// A text that shares information with the one asked about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// What the text was added for.
    pub owner: u32,
    /// Shared information over that of the shorter side, 0 to 1.
    pub similarity: f32,
    /// The same over the longer side, 0 to 1.
    pub cover: f32,
    /// Terms in common.
    pub shared: u32,
    /// Terms of the shorter side.
    pub shorter: u32,
    /// Information in common.
    pub information: f32,
}

/// Searches one after the other with the room of the last one.
#[derive(Debug)]
pub struct Searcher<'i> {
    index: &'i Index,
    room: Room,
}

impl Searcher<'_> {
    /// The text that shares most with these terms (each once).
    pub fn search(&mut self, terms: &[u32]) -> Option<Hit> {
        self.index.search_in(terms, &mut self.room, 0.0)
    }
}

impl Hit {
    /// Similarity that short texts reach less easily (times the root of the shared information), and a few words
    /// inside a long text a little less.
    pub fn strength(&self) -> f32 {
        self.similarity * self.information.sqrt() * self.cover.sqrt().sqrt()
    }
}

/// Room for searches.
#[derive(Debug, Default)]
pub(crate) struct Room {
    sums: Vec<f32>,
    touched: Vec<u32>,
    ranks: Vec<usize>,
    likely: Vec<(f32, u32)>,
}

impl IndexBuilder {
    /// A builder that knows of terms what share of everyday messages holds them (0 to 1), by rising term: what everybody
    /// says carries little information, however rare it is among the texts.
    pub fn knowing(common: &[(u32, f32)]) -> Self {
        let most = |(term, share): &(u32, f32)| (*term, (1.0 + 1.0 / share.max(1e-6)).ln());
        Self {
            common: common.iter().map(most).collect(),
            ..Self::default()
        }
    }

    /// Adds a text with these terms (each once) for `owner`.
    pub fn add(&mut self, owner: u32, terms: &[u32]) {
        let Ok(text) = u32::try_from(self.owners.len()) else {
            return;
        };
        if terms.is_empty() {
            return;
        }
        self.owners.push(owner);
        self.pairs
            .extend(terms.iter().map(|t| u64::from(*t) << 32 | u64::from(text)));
    }

    /// Sorts everything into place.
    pub fn build(mut self) -> Index {
        self.pairs.sort_unstable();
        let mut out = Index {
            owners: self.owners,
            common: self.common,
            ..Index::default()
        };
        let count = out.owners.len();
        let mut lengths = vec![0_u32; count];
        for pair in &self.pairs {
            let term = (pair >> 32) as u32;
            let text = *pair as u32;
            if out.terms.last() != Some(&term) {
                out.terms.push(term);
                out.starts
                    .push(u32::try_from(out.postings.len()).unwrap_or(u32::MAX));
            }
            out.postings.push(text);
            if let Some(length) = lengths.get_mut(text as usize) {
                *length += 1;
            }
        }
        out.starts
            .push(u32::try_from(out.postings.len()).unwrap_or(u32::MAX));
        out.shelves = (0..=1 << (32 - SHELF_BITS))
            .map(|shelf: u64| {
                let below = |t: &u32| u64::from(*t) < shelf << SHELF_BITS;
                u32::try_from(out.terms.partition_point(below)).unwrap_or(u32::MAX)
            })
            .collect();
        out.most = idf(count, 1);
        let terms = out.terms.iter().enumerate();
        out.idf = terms
            .map(|(rank, term)| idf(count, out.list(rank).len()).min(out.most_of(*term)))
            .collect();
        out.forward_starts.push(0);
        let mut sum = 0;
        for length in &lengths {
            sum += length;
            out.forward_starts.push(sum);
        }
        out.forward = vec![0; out.postings.len()];
        out.totals = vec![0.0; count];
        let mut next: Vec<u32> = out.forward_starts.clone();
        for rank in 0..out.terms.len() {
            let (from, to) = out.bounds(rank);
            let weight = out.idf.get(rank).copied().unwrap_or_default();
            for at in from..to {
                let Some(text) = out.postings.get(at).map(|t| *t as usize) else {
                    continue;
                };
                if let Some(place) = next.get_mut(text) {
                    if let Some(slot) = out.forward.get_mut(*place as usize) {
                        *slot = rank as u32;
                    }
                    *place += 1;
                }
                if let Some(total) = out.totals.get_mut(text) {
                    *total += weight;
                }
            }
        }
        out
    }
}

/// Information of a term that stands in `with` of `all` texts.
fn idf(all: usize, with: usize) -> f32 {
    (1.0 + (all as f32 + 0.5) / (with as f32 + 0.5)).ln()
}

impl Index {
    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.owners.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.owners.is_empty()
    }

    /// Bytes that it takes in memory.
    pub fn bytes(&self) -> usize {
        4 * (self.owners.len()
            + self.terms.len()
            + self.shelves.len()
            + self.starts.len()
            + self.postings.len()
            + self.idf.len()
            + self.forward.len()
            + self.forward_starts.len()
            + self.totals.len()
            + 2 * self.common.len())
    }

    /// The place of a term among all; terms are hashes, so that their first bits part them evenly.
    fn rank(&self, term: u32) -> Option<usize> {
        let shelf = (term >> SHELF_BITS) as usize;
        let from = *self.shelves.get(shelf)? as usize;
        let to = *self.shelves.get(shelf + 1)? as usize;
        let found = self.terms.get(from..to)?.binary_search(&term).ok()?;
        Some(from + found)
    }

    /// Whether any text has this term.
    pub(crate) fn has(&self, term: u32) -> bool {
        self.rank(term).is_some()
    }

    /// The most information that a term may carry.
    fn most_of(&self, term: u32) -> f32 {
        let found = self.common.binary_search_by_key(&term, |c| c.0).ok();
        found
            .and_then(|at| self.common.get(at))
            .map_or(f32::MAX, |c| c.1)
    }

    fn bounds(&self, rank: usize) -> (usize, usize) {
        let at = |i: usize| self.starts.get(i).map_or(0, |s| *s as usize);
        (at(rank), at(rank + 1))
    }

    fn list(&self, rank: usize) -> &[u32] {
        let (from, to) = self.bounds(rank);
        self.postings.get(from..to).unwrap_or_default()
    }

    /// A searcher for many searches.
    pub fn searcher(&self) -> Searcher<'_> {
        Searcher {
            index: self,
            room: Room::default(),
        }
    }

    /// The text that shares most with these terms (each once).
    pub fn search(&self, terms: &[u32]) -> Option<Hit> {
        self.searcher().search(terms)
    }

    pub(crate) fn search_in(&self, terms: &[u32], room: &mut Room, least: f32) -> Option<Hit> {
        room.sums.resize(self.owners.len(), 0.0);
        room.ranks.clear();
        let mut total = 0.0;
        for term in terms {
            match self.rank(*term) {
                Some(rank) => {
                    room.ranks.push(rank);
                    total += self.idf.get(rank).copied().unwrap_or_default();
                }
                None => total += self.most.min(self.most_of(*term)),
            }
        }
        room.ranks
            .sort_unstable_by_key(|r| (self.list(*r).len(), *r));
        let whole = self.gather(room);
        let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        room.likely.clear();
        for text in room.touched.drain(..) {
            let Some(slot) = room.sums.get_mut(text as usize) else {
                continue;
            };
            let sum = std::mem::take(slot);
            let own = self.totals.get(text as usize).copied().unwrap_or_default();
            let shared = sum / own.min(total).max(f32::MIN_POSITIVE);
            if !whole {
                room.likely.push((shared, text));
                continue;
            }
            // Every posting was read, so that this is the square of the strength: nothing weaker can be wanted.
            let cover = sum / own.max(total).max(f32::MIN_POSITIVE);
            let square = shared * shared * sum * cover.sqrt();
            if square >= least * least * 0.999 {
                room.likely.push((square, text));
            }
        }
        let most = if whole { MOST_WHOLE } else { MOST_CANDIDATES };
        if room.likely.len() > most {
            room.likely.select_nth_unstable_by(most, order);
            room.likely.truncate(most);
        }
        room.likely.sort_unstable_by(order);
        room.ranks.sort_unstable();
        let best = room
            .likely
            .iter()
            .filter_map(|(_, text)| self.weigh(*text, &room.ranks, terms.len(), total))
            .max_by(|a, b| {
                let key = |h: &Hit| h.strength();
                key(a).total_cmp(&key(b)).then(b.owner.cmp(&a.owner))
            });
        best.filter(|hit| hit.strength() >= least)
    }

    /// Adds up what each text shares with the terms in the room, rarest first; whether every posting was read.
    fn gather(&self, room: &mut Room) -> bool {
        let mut read = 0;
        for rank in &room.ranks {
            let list = self.list(*rank);
            if read > 0 && read + list.len() > MOST_POSTINGS {
                return false;
            }
            read += list.len();
            let weight = self.idf.get(*rank).copied().unwrap_or_default();
            for text in list.iter().take(MOST_POSTINGS) {
                if let Some(sum) = room.sums.get_mut(*text as usize) {
                    if *sum == 0.0 {
                        room.touched.push(*text);
                    }
                    *sum += weight;
                }
            }
        }
        read <= MOST_POSTINGS
    }

    /// Exact similarity with one text.
    fn weigh(&self, text: u32, ranks: &[usize], count: usize, total: f32) -> Option<Hit> {
        let from = *self.forward_starts.get(text as usize)? as usize;
        let to = *self.forward_starts.get(text as usize + 1)? as usize;
        let own = self.forward.get(from..to)?;
        let own_total = *self.totals.get(text as usize)?;
        let mut shared = 0;
        let mut information = 0.0;
        for rank in own {
            if ranks.binary_search(&(*rank as usize)).is_ok() {
                shared += 1;
                information += self.idf.get(*rank as usize).copied().unwrap_or_default();
            }
        }
        let shorter = if own_total < total { own.len() } else { count };
        Some(Hit {
            owner: *self.owners.get(text as usize)?,
            similarity: (information / own_total.min(total)).min(1.0),
            cover: (information / own_total.max(total)).min(1.0),
            shared,
            shorter: u32::try_from(shorter).unwrap_or(u32::MAX),
            information,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_with_most_in_common_is_found() {
        let mut builder = IndexBuilder::default();
        builder.add(10, &[1, 2, 3, 4]);
        builder.add(20, &[3, 4, 5, 6]);
        builder.add(30, &[]);
        let index = builder.build();
        assert_eq!(index.len(), 2);
        let hit = index.search(&[4, 5, 6, 9]).unwrap();
        assert_eq!((hit.owner, hit.shared), (20, 3));
        assert!(hit.similarity > 0.5 && hit.similarity < 1.0);
        let whole = index.search(&[1, 2, 3, 4, 77, 78, 79]).unwrap();
        assert_eq!(whole.owner, 10);
        assert!(whole.similarity > 0.999 && whole.cover < 1.0);
        assert!(index.search(&[99]).is_none());
        assert!(Index::default().search(&[1]).is_none());
    }
}
