//! Rules with reasons: which signals together mean what, as rows of data.

use std::collections::BTreeMap;

use naik_core::lang::Lang;
use serde::Deserialize;

use super::Label;
use super::memo::Words;
use super::phrase::{Phrases, PhrasesBuilder};
use super::signal::{DETECTORS, Hits, detector};
use super::slang::SLANG;
use super::standard::Standard;
use crate::normal::{Known, Normal};

include!(concat!(env!("OUT_DIR"), "/filter_data.rs"));

/// A sentence in the languages of the house.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    id: String,
    en: String,
    jv: String,
}

impl Said {
    /// The sentence in `lang`.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
            Lang::Jv => &self.jv,
        }
    }
}

/// What a rule is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// It decides by itself.
    Proof,
    /// It explains and warns; it never decides.
    Hint,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    signal: Vec<SignalRow>,
    #[serde(default)]
    rule: Vec<RuleRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignalRow {
    name: String,
    phrases: Vec<String>,
    /// Whether only words as they are written count, and not what they stand for in standard Indonesian.
    #[serde(default)]
    literal: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleRow {
    id: String,
    kind: String,
    label: Label,
    strength: Strength,
    #[serde(default)]
    all: Vec<String>,
    #[serde(default)]
    any: Vec<String>,
    #[serde(default)]
    min: Option<usize>,
    #[serde(default)]
    none: Vec<String>,
    #[serde(default = "yes")]
    sure: bool,
    reason: Said,
    advice: Said,
    lesson: String,
    yes: Vec<String>,
    no: Vec<String>,
}

fn yes() -> bool {
    true
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name; never changes.
    pub id: String,
    /// The trick: `prize`, `apk`, `judol`.
    pub kind: String,
    /// What a message is on which it fires.
    pub label: Label,
    /// What it is worth.
    pub strength: Strength,
    /// Whether a verdict may be called sure because of it; teasing between friends fires some rules as well.
    pub sure: bool,
    /// Why, for people.
    pub reason: Said,
    /// What to do, for people.
    pub advice: Said,
    /// The lesson that teaches it.
    pub lesson: String,
    /// Messages on which it fires.
    pub yes: Vec<String>,
    /// Messages on which it does not.
    pub no: Vec<String>,
    all: Vec<u16>,
    any: Vec<u16>,
    min: usize,
    none: Vec<u16>,
}

impl Rule {
    /// Whether it fires on these signals.
    fn fires(&self, hits: &Hits) -> bool {
        self.all.iter().all(|s| hits.has(*s))
            && self.any.iter().filter(|s| hits.has(**s)).count() >= self.min
            && !self.none.iter().any(|s| hits.has(*s))
    }

    /// The signals that made it fire.
    pub(crate) fn proofs<'a>(&'a self, hits: &'a Hits) -> impl Iterator<Item = u16> + 'a {
        self.all
            .iter()
            .chain(&self.any)
            .copied()
            .filter(|s| hits.has(*s))
    }
}

/// All signals and rules.
#[derive(Debug)]
pub(crate) struct Rules {
    pub(crate) rules: Vec<Rule>,
    pub(crate) phrases: Phrases,
    names: Vec<String>,
    /// For each signal, the rules that can't fire without it.
    by_signal: Vec<Vec<u32>>,
}

impl Rules {
    /// The embedded rules; their words become known words. The message names the row that is wrong.
    pub(crate) fn load(known: &mut Known) -> Result<Self, String> {
        Self::parse(RULES, known)
    }

    fn parse(files: &[(&str, &str)], known: &mut Known) -> Result<Self, String> {
        let mut names: Vec<String> = DETECTORS.iter().map(|d| (*d).to_owned()).collect();
        let mut numbers: BTreeMap<String, u16> = BTreeMap::new();
        let mut phrases = PhrasesBuilder::default();
        let mut rows = Vec::new();
        for (name, text) in files {
            let file: File = toml::from_str(text).map_err(|e| format!("rules/{name}.toml: {e}"))?;
            for signal in file.signal {
                let number =
                    u16::try_from(names.len()).map_err(|_| "too many signals".to_owned())?;
                if numbers.insert(signal.name.clone(), number).is_some() {
                    return Err(format!("rules/{name}.toml: signal `{}` twice", signal.name));
                }
                for phrase in &signal.phrases {
                    phrases
                        .add(number, phrase, signal.literal, known)
                        .map_err(|e| {
                            format!(
                                "rules/{name}.toml: signal `{}`: `{phrase}`: {e:?}",
                                signal.name
                            )
                        })?;
                }
                names.push(signal.name);
            }
            rows.extend(file.rule);
        }
        let mut by_signal = vec![Vec::new(); names.len()];
        let mut rules: Vec<Rule> = Vec::new();
        for row in rows {
            let look_up = |list: &[String]| -> Result<Vec<u16>, String> {
                list.iter()
                    .map(|n| {
                        detector(n)
                            .or_else(|| numbers.get(n).copied())
                            .ok_or_else(|| format!("rule `{}`: no signal `{n}`", row.id))
                    })
                    .collect()
            };
            let (all, any, none) = (look_up(&row.all)?, look_up(&row.any)?, look_up(&row.none)?);
            let min = row.min.unwrap_or(usize::from(!any.is_empty()));
            if rules.iter().any(|r| r.id == row.id) {
                return Err(format!("rule `{}` twice", row.id));
            }
            let number = u32::try_from(rules.len()).unwrap_or(u32::MAX);
            // One signal that has to be there is enough to look the rule up by.
            let keys = all.first().map_or(any.as_slice(), std::slice::from_ref);
            if keys.is_empty() || all.is_empty() && min == 0 {
                return Err(format!("rule `{}` needs no signal", row.id));
            }
            for key in keys {
                if let Some(list) = by_signal.get_mut(usize::from(*key)) {
                    list.push(number);
                }
            }
            rules.push(Rule {
                id: row.id,
                kind: row.kind,
                label: row.label,
                strength: row.strength,
                sure: row.sure,
                reason: row.reason,
                advice: row.advice,
                lesson: row.lesson,
                yes: row.yes,
                no: row.no,
                all,
                any,
                min,
                none,
            });
        }
        Ok(Self {
            rules,
            phrases: phrases.build(Standard::new(SLANG)),
            names,
            by_signal,
        })
    }

    /// How many signals there are, detectors included.
    pub(crate) fn count(&self) -> usize {
        self.names.len()
    }

    /// A signal's name.
    pub(crate) fn name(&self, signal: u16) -> &str {
        self.names
            .get(usize::from(signal))
            .map_or("", String::as_str)
    }

    /// Notes the signals of the message's phrases.
    pub(crate) fn note(&self, normal: &Normal, words: Words<'_>, hits: &mut Hits) {
        let start = |at| &words.get(at).start;
        self.phrases.each(normal, start, |signal, from, to| {
            if !hits.has(signal)
                && let (Some(first), Some(last)) = (
                    normal.words.get(from),
                    normal.words.get(to.saturating_sub(1)),
                )
            {
                hits.note(signal, normal.span(first.from, last.to));
            }
        });
    }

    /// The numbers of the rules that fire, proofs first, else in the order of the files.
    pub(crate) fn fired(&self, hits: &Hits, out: &mut Vec<u32>) {
        out.clear();
        for signal in hits.seen() {
            for number in self
                .by_signal
                .get(usize::from(*signal))
                .into_iter()
                .flatten()
            {
                if self
                    .rules
                    .get(*number as usize)
                    .is_some_and(|r| r.fires(hits))
                {
                    out.push(*number);
                }
            }
        }
        let key = |n: &u32| {
            let weak = self
                .rules
                .get(*n as usize)
                .is_none_or(|r| r.strength == Strength::Hint);
            (weak, *n)
        };
        out.sort_unstable_by_key(key);
        out.dedup();
    }
}
