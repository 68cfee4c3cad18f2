//! Words that name what a product is made of, how it feels and how it is made: each must stand in the owner's facts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use naik_core::fact::Fact;
use naik_core::kit::Status;
use regex::Regex;
use serde::Deserialize;

use super::told::{Told, spaced};
use super::{Evidence, Finding, Reason};
use crate::copy::Template;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Words around which a named food is served, not contained: `teman nasi hangat`.
    serving: Vec<String>,
    /// Words after which a way of making is advice to the buyer: `boleh digoreng`.
    instructing: Vec<String>,
    group: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    rule: String,
    source: String,
    #[serde(default)]
    safer: Vec<String>,
    /// Whether a serving phrase before the word makes it harmless.
    #[serde(default)]
    served: bool,
    /// Whether advice before the word makes it harmless.
    #[serde(default)]
    instructed: bool,
    /// The facts whose words prove it, beside a sentence quoted from any of the owner's texts; all when it is empty.
    #[serde(default)]
    proof: Vec<Fact>,
    /// Words that count only after one of these: `berbahan`, `rasa`.
    #[serde(default)]
    only_after: Vec<String>,
    words: Vec<String>,
}

struct Group {
    rule: String,
    source: String,
    served: bool,
    instructed: bool,
    proof: Vec<Fact>,
    only_after: Vec<String>,
    safer: Vec<Template>,
}

struct Lexicon {
    serving: Regex,
    instructing: Regex,
    groups: Vec<Group>,
    words: BTreeMap<String, usize>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads it"
)]
fn load() -> Lexicon {
    let file: File = toml::from_str(include_str!("../../data/guard/lexicon.toml"))
        .expect("lexicon.toml is well formed");
    let mut words = BTreeMap::new();
    let mut groups = Vec::new();
    for (index, row) in file.group.into_iter().enumerate() {
        for word in row.words {
            words.entry(word).or_insert(index);
        }
        groups.push(Group {
            rule: row.rule,
            source: row.source,
            served: row.served,
            instructed: row.instructed,
            proof: row.proof,
            only_after: row.only_after,
            safer: row
                .safer
                .iter()
                .map(|t| Template::parse(t).expect("each safer wording is well formed"))
                .collect(),
        });
    }
    let serving = format!(r"\b(?:{})(?: [a-z]+){{0,3}} $", file.serving.join("|"));
    let instructing = format!(r"\b(?:{})(?: [a-z]+){{0,3}} $", file.instructing.join("|"));
    Lexicon {
        serving: Regex::new(&serving).expect("the serving words fit a pattern"),
        instructing: Regex::new(&instructing).expect("the words of advice fit a pattern"),
        groups,
        words,
    }
}

/// What the named things of a folded sentence claim; `whole` is the sentence with its names and marks.
pub(crate) fn read(folded: &str, whole: &Told, evidence: &Evidence) -> Vec<Finding> {
    let lexicon = &*LEXICON;
    let text = spaced(folded);
    let starts: Vec<usize> = text
        .char_indices()
        .filter(|(i, c)| *c == ' ' && *i + 1 < text.len())
        .map(|(i, _)| i + 1)
        .collect();
    let mut out = Vec::new();
    let mut index = 0;
    while let Some(&from) = starts.get(index) {
        // The longest entry of up to three words.
        let found = (1..=3).rev().find_map(|count| {
            let to = starts.get(index + count).map_or(text.len() - 1, |s| s - 1);
            let words = text.get(from..to)?;
            let group = entry(lexicon, words)?;
            (starts.len() >= index + count).then_some((count, words, group))
        });
        let Some((count, words, group)) = found else {
            index += 1;
            continue;
        };
        index += count;
        let before = text.get(..from).unwrap_or_default();
        if group.served && lexicon.serving.is_match(before)
            || group.instructed && lexicon.instructing.is_match(before)
        {
            continue;
        }
        if !group.only_after.is_empty() {
            let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
            if !group.only_after.iter().any(|w| w == last) {
                continue;
            }
        }
        if is_negated(before) {
            continue;
        }
        let denied = whole.denies(words);
        let said = evidence
            .says(words, denied, &group.proof)
            .or_else(|| evidence.quoted(whole, words, denied));
        out.push(match said {
            Some(fact) => Finding::proved(fact),
            None => Finding::broken(
                Status::Unproved,
                Reason {
                    rule: group.rule.clone(),
                    source: group.source.clone(),
                    safer: &group.safer,
                },
            ),
        });
    }
    out
}

/// An entry as written, or without `-nya`.
fn entry<'a>(lexicon: &'a Lexicon, words: &str) -> Option<&'a Group> {
    lexicon
        .words
        .get(words)
        .or_else(|| lexicon.words.get(words.strip_suffix("nya")?))
        .and_then(|i| lexicon.groups.get(*i))
}

/// `tidak pedas`, `bukan sutra`; a lack can itself be a claim, which the rules judge (`tanpa pengawet`).
fn is_negated(before: &str) -> bool {
    let mut last = before.trim_end().rsplit(' ');
    matches!(
        last.next(),
        Some(
            "tidak"
                | "bukan"
                | "tak"
                | "belum"
                | "not"
                | "no"
                | "ora"
                | "mboten"
                | "nggak"
                | "gak"
                | "kurang"
        )
    )
}

#[cfg(test)]
mod tests {
    use naik_core::facts::Facts;

    use super::*;

    #[test]
    fn named_things_need_the_owner() {
        let mut facts = Facts::default();
        facts.product.ingredients = vec!["tempe".into(), "bawang putih".into()];
        facts.product.process = Some("Digoreng kering hingga renyah".into());
        let evidence = Evidence::of(&facts);
        for (text, status) in [
            ("dibuat dari tempe dan bawang putih", Some(Status::Proved)),
            ("dibuat dari keju", Some(Status::Unproved)),
            ("renyah", Some(Status::Proved)),
            ("renyahnya terasa", Some(Status::Proved)),
            ("lembut", Some(Status::Unproved)),
            ("tidak pedas", None),
            ("teman nasi hangat", None),
            ("halo kak", None),
        ] {
            let found = read(text, &Told::of(text), &evidence);
            assert_eq!(found.first().map(|f| f.status), status, "{text}");
        }
    }
}
