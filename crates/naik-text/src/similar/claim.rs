//! The catalogue of known claims, ours and imported ones, ready to be searched.

use std::collections::HashMap;

use naik_core::lang::Lang;
use serde::Deserialize;

use super::index::{Hit, Index, IndexBuilder, Room};
use super::terms::{Terms, WordTerms, bare};
use crate::filter::Label;
use crate::normal::{Known, Normal, Normaliser};

/// A sentence in Indonesian, and in other languages where we have it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    id: String,
    en: Option<String>,
    jv: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    claim: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    label: Label,
    topic: String,
    claim: Told,
    forms: Vec<String>,
    truth: Told,
    since: String,
    checked: String,
    by: String,
    #[serde(default)]
    url: String,
}

/// A claim that was clarified.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Its name.
    pub id: String,
    /// `hoax` or `scam`.
    pub label: Label,
    /// What it is about.
    pub topic: String,
    /// Wordings under which it goes round, the plain one first.
    pub forms: Vec<String>,
    /// First seen: year, month or day; may be empty.
    pub since: String,
    /// Clarified: year, month or day; empty means that it can't be cited.
    pub checked: String,
    /// Who clarified it.
    pub by: String,
    /// Where; may be empty.
    pub url: String,
    says: Told,
    truth: Told,
}

impl Claim {
    /// A claim of a fact-check from outside.
    pub fn imported(
        id: String,
        says: String,
        truth: String,
        checked: String,
        by: String,
        url: String,
    ) -> Self {
        let told = |id: String| Told {
            id,
            ..Told::default()
        };
        Self {
            id,
            label: Label::Hoax,
            topic: String::new(),
            forms: vec![says.clone()],
            since: String::new(),
            checked,
            by,
            url,
            says: told(says),
            truth: told(truth),
        }
    }

    /// What is claimed, in `lang` when we have it.
    pub fn says(&self, lang: Lang) -> &str {
        said(&self.says, lang)
    }

    /// What is true, in `lang` when we have it.
    pub fn truth(&self, lang: Lang) -> &str {
        said(&self.truth, lang)
    }
}

fn said(told: &Told, lang: Lang) -> &str {
    match lang {
        Lang::Id => None,
        Lang::En => told.en.as_deref(),
        Lang::Jv => told.jv.as_deref(),
    }
    .unwrap_or(&told.id)
}

/// Strength from which two texts resemble each other: 1 of 100 unrelated messages reaches it.
const ALIKE: f32 = 1.83;
/// Strength, shared share and shared terms from which they say the same.
const SAME: (f32, f32, u32) = (3.6, 0.7, 7);
/// A long message may hold a claim's few words by chance: this much of it must be the claim, unless the claim is there whole.
const SAME_COVER: f32 = 0.25;
const WHOLE: f32 = 0.92;

/// Words and shared terms below which nothing can be found.
const LEAST: (usize, u32) = (3, 2);

/// What was found for a message.
#[derive(Clone, Copy, Debug)]
pub struct Found<'c> {
    /// The claim.
    pub claim: &'c Claim,
    /// How near.
    pub hit: Hit,
    /// Whether it says the same; else it only resembles it.
    pub same: bool,
}

/// Spellings of claims: how often each term stands for words that agree but for their vowels.
#[derive(Default)]
struct Spelt(HashMap<(u32, u32), u32>);

impl Spelt {
    fn add(&mut self, normal: &Normal, terms: &Terms) {
        for word in normal.words() {
            let bytes = normal.bytes(word);
            if let (Some(key), WordTerms::One(term)) =
                (bare(bytes), terms.of_word(word.hash, bytes))
                && bytes.iter().all(u8::is_ascii_alphabetic)
            {
                *self.0.entry((key, term)).or_default() += 1;
            }
        }
    }

    fn best(self) -> HashMap<u32, u32> {
        let mut best: HashMap<u32, (u32, u32)> = HashMap::new();
        for ((key, term), count) in self.0 {
            let own = best.entry(key).or_insert((count, term));
            // Among equally frequent ones the smaller key: the order of a map must not decide.
            if (count, std::cmp::Reverse(term)) > (own.0, std::cmp::Reverse(own.1)) {
                *own = (count, term);
            }
        }
        best.into_iter()
            .map(|(key, (_, term))| (key, term))
            .collect()
    }
}

/// Claims and their index.
#[derive(Debug)]
pub struct Claims {
    claims: Vec<Claim>,
    index: Index,
    /// The most frequent term among words that agree but for their vowels.
    bare: HashMap<u32, u32>,
}

impl Claims {
    /// Reads catalogue files: their names and texts. The message names the row that is wrong.
    pub fn parse(files: &[(&str, &str)]) -> Result<Vec<Claim>, String> {
        let mut out: Vec<Claim> = Vec::new();
        for (name, text) in files {
            let file: File =
                toml::from_str(text).map_err(|e| format!("claims/{name}.toml: {e}"))?;
            for row in file.claim {
                if !matches!(row.label, Label::Hoax | Label::Scam) || row.checked.is_empty() {
                    return Err(format!("claim `{}`: label or date", row.id));
                }
                let mut forms = vec![row.claim.id.clone()];
                forms.extend(row.forms);
                out.push(Claim {
                    id: row.id,
                    label: row.label,
                    topic: row.topic,
                    forms,
                    since: row.since,
                    checked: row.checked,
                    by: row.by,
                    url: row.url,
                    says: row.claim,
                    truth: row.truth,
                });
            }
        }
        Ok(out)
    }

    /// Makes claims searchable.
    pub fn new(claims: Vec<Claim>, terms: &Terms, known: &Known) -> Self {
        let mut builder = IndexBuilder::knowing(terms.common());
        let mut reader = Normaliser::new(known);
        let mut found = Vec::new();
        let mut spelt = Spelt::default();
        for (owner, claim) in (0_u32..).zip(&claims) {
            for form in &claim.forms {
                let normal = reader.read(form);
                terms.of(normal, &mut found);
                builder.add(owner, &found);
                spelt.add(normal, terms);
            }
        }
        Self {
            claims,
            index: builder.build(),
            bare: spelt.best(),
        }
    }

    /// What search knows a word of a message by: a spelling that no claim has stands for the one that differs in vowels.
    pub(crate) fn of_word(&self, terms: &Terms, word: u64, bytes: &[u8]) -> WordTerms {
        let found = terms.of_word(word, bytes);
        match found {
            WordTerms::One(term) if !self.index.has(term) => {
                let meant = bare(bytes).and_then(|key| self.bare.get(&key));
                meant.map_or(found, |term| WordTerms::One(*term))
            }
            _ => found,
        }
    }

    /// All claims.
    pub fn all(&self) -> &[Claim] {
        &self.claims
    }

    /// The index.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The claim that a message repeats or resembles.
    pub(crate) fn find<'w>(
        &self,
        words: impl ExactSizeIterator<Item = &'w WordTerms>,
        terms: &Terms,
        room: &mut Room,
        list: &mut Vec<u32>,
    ) -> Option<Found<'_>> {
        let count = words.len();
        if self.index.is_empty() || count < LEAST.0 {
            return None;
        }
        terms.gather(words, list);
        let hit = self.index.search_in(list, room, ALIKE)?;
        let claim = self.claims.get(hit.owner as usize)?;
        if hit.shared < LEAST.1 {
            return None;
        }
        let (strength, share, shared) = SAME;
        let same = hit.strength() >= strength
            && hit.similarity >= share
            && hit.shared >= shared
            && (hit.cover >= SAME_COVER || hit.similarity >= WHOLE);
        Some(Found {
            claim,
            hit,
            same: same && count >= 8,
        })
    }
}
