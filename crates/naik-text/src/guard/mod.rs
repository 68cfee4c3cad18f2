//! The guard: reads any copy, ours or anyone's, and says of each sentence what proves it or what forbids it.
//!
//! Rules are rows of `data/guard/rules.toml`, each with its source; numbers,
//! places, ingredients and qualities are compared with the owner's facts.

mod amount;
mod counted;
mod evidence;
mod lexicon;
mod number;
mod place;
mod rule;
mod told;

use naik_core::fact::Fact;
use naik_core::facts::Facts;
pub use naik_core::kit::Status;
use serde::Serialize;

pub(crate) use evidence::Evidence;
pub(crate) use place::{is_place, province};

use crate::normal::{fold::fold, sentence, unmask};

/// What the guard found in a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Every sentence, in order; line breaks and marks between them are left out.
    pub sentences: Vec<Checked>,
}

impl Report {
    /// Whether nothing is unproved or forbidden.
    pub fn is_clean(&self) -> bool {
        self.sentences
            .iter()
            .all(|s| matches!(s.status, Status::Proved | Status::Neutral))
    }

    /// The gravest status of all sentences; `Neutral` for an empty text.
    pub fn worst(&self) -> Status {
        self.sentences
            .iter()
            .map(|s| s.status)
            .max_by_key(|s| gravity(*s))
            .unwrap_or(Status::Neutral)
    }
}

/// One sentence and what the guard says of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Checked {
    /// The sentence as written.
    pub text: String,
    /// Where it begins in the text, in bytes (UTF-8).
    pub from: usize,
    /// One past its last byte.
    pub to: usize,
    /// Whether it may stand.
    pub status: Status,
    /// The first fact that proves it.
    pub fact: Option<Fact>,
    /// Every fact that it rests on, in the order of the template. JSON has the first one alone.
    #[serde(skip)]
    pub facts: Vec<Fact>,
    /// The rule that it breaks, in one Indonesian sentence.
    pub rule: Option<String>,
    /// Where the rule stands.
    pub source: Option<String>,
    /// What may be said instead, made from the facts.
    pub safer: Option<String>,
}

/// What one rule or comparison found in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) status: Status,
    pub(crate) facts: Vec<Fact>,
    /// The row of `rules.toml` or `lexicon.toml` that explains it.
    pub(crate) reason: Option<Reason>,
}

/// Why a sentence may not stand.
#[derive(Clone, Debug)]
pub(crate) struct Reason {
    pub(crate) rule: String,
    pub(crate) source: String,
    pub(crate) safer: &'static [crate::copy::Template],
}

impl Finding {
    pub(crate) fn proved(fact: Fact) -> Self {
        Self {
            status: Status::Proved,
            facts: vec![fact],
            reason: None,
        }
    }

    pub(crate) fn broken(status: Status, reason: Reason) -> Self {
        Self {
            status,
            facts: Vec::new(),
            reason: Some(reason),
        }
    }
}

/// Reads a text sentence by sentence; never fails, whatever the text.
pub fn check(text: &str, facts: &Facts) -> Report {
    Guard::new(facts).check(text)
}

/// A guard that has read the facts once and may check many texts.
#[derive(Debug)]
pub struct Guard {
    evidence: Evidence,
}

impl Guard {
    /// Reads the facts.
    pub fn new(facts: &Facts) -> Self {
        Self {
            evidence: Evidence::of(facts),
        }
    }

    /// Reads a text sentence by sentence.
    pub fn check(&self, text: &str) -> Report {
        let sentences = sentence::split(text)
            .into_iter()
            .filter_map(|span| {
                let part = text.get(span.from..span.to)?;
                Some(self.sentence(part, span.from))
            })
            .collect();
        Report { sentences }
    }

    /// Whether a text may stand as it is.
    pub fn allows(&self, text: &str) -> bool {
        self.check(text).is_clean()
    }

    fn sentence(&self, text: &str, from: usize) -> Checked {
        let folded = fold(text);
        let mut findings = number::read(&folded, &self.evidence);
        findings.extend(place::read(text, &self.evidence));
        let masked = self.evidence.without_brand(&folded);
        findings.extend(lexicon::read(
            &self.evidence.without_names(&masked),
            &told::Told::of(&folded),
            &self.evidence,
        ));
        findings.extend(self.evidence.echo(&folded).into_iter().map(Finding::proved));
        let placed = self.evidence.with_places(&masked);
        findings.extend(rule::read(&placed, &self.evidence));
        if findings.iter().all(|f| f.status != Status::Forbidden) {
            for reading in unmask::readings(&masked) {
                // A disguise is undone to find what is hidden, never to find proof.
                findings.extend(rule::read_hidden(&reading, &masked, &self.evidence));
            }
        }
        let worst = findings
            .iter()
            .map(|f| f.status)
            .max_by_key(|s| gravity(*s))
            .unwrap_or(Status::Neutral);
        let mut facts: Vec<Fact> = findings
            .iter()
            .flat_map(|f| f.facts.iter().copied())
            .collect();
        facts.extend(self.evidence.named_in(&folded));
        facts.sort_unstable();
        facts.dedup();
        let reason = findings
            .iter()
            .find(|f| f.status == worst)
            .and_then(|f| f.reason.as_ref());
        let safer = reason.and_then(|r| self.evidence.suggest(r.safer));
        Checked {
            text: text.to_owned(),
            from,
            to: from + text.len(),
            status: worst,
            fact: findings
                .iter()
                .find(|f| f.status == Status::Proved)
                .and_then(|f| f.facts.first().copied())
                .filter(|_| worst == Status::Proved),
            facts,
            rule: reason.map(|r| r.rule.clone()),
            source: reason.map(|r| r.source.clone()),
            safer,
        }
    }
}

/// Orders statuses by how much they matter to a reader of a report.
fn gravity(status: Status) -> u8 {
    match status {
        Status::Neutral => 0,
        Status::Proved => 1,
        Status::Unproved => 2,
        Status::Forbidden => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// What the fuzz target `guard_check` asserts, on fewer texts.
        #[test]
        fn each_place_holds_its_sentence(text in "(?s).{0,80}") {
            let mut last = 0;
            for sentence in check(&text, &Facts::default()).sentences {
                proptest::prop_assert!(last <= sentence.from);
                proptest::prop_assert_eq!(text.get(sentence.from..sentence.to), Some(sentence.text.as_str()));
                last = sentence.to;
            }
        }
    }
}
