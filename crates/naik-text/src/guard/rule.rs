//! Rules over words: each row of `data/guard/rules.toml` is a pattern, what it claims, what proves it and where that stands.

use std::sync::LazyLock;

use naik_core::fact::Fact;
use naik_core::kit::Status;
use regex::{Regex, RegexSet};
use serde::Deserialize;

use super::told::Told;
use super::{Evidence, Finding, Reason};
use crate::copy::Template;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    status: Status,
    patterns: Vec<String>,
    /// Harmless uses: a match that touches one of these does not count.
    #[serde(default)]
    except: Vec<String>,
    /// Facts of which one proves the claim by being on file.
    #[serde(default)]
    proof: Vec<Fact>,
    /// Whether the owner's own words prove it when they say the same.
    #[serde(default)]
    own_words: bool,
    /// Whether `bukan` or `tidak` before it takes the claim back.
    #[serde(default = "yes")]
    negatable: bool,
    /// Whether a hashtag that contains it claims it, too.
    #[serde(default)]
    hashtag: bool,
    rule: String,
    source: String,
    #[serde(default)]
    safer: Vec<String>,
    /// Examples that must be marked, and that must not: read by the tests.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests read it"))]
    yes: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests read it"))]
    no: Vec<String>,
}

fn yes() -> bool {
    true
}

struct Rule {
    row: Row,
    patterns: Vec<Regex>,
    /// The patterns without their word borders, for hashtags, which write words together.
    inside: Vec<Regex>,
    except: Vec<Regex>,
    safer: Vec<Template>,
}

struct Rules {
    all: Vec<Rule>,
    /// Every pattern of every rule, to pass over a harmless sentence at once; `owners[i]` is the rule of pattern `i`.
    set: RegexSet,
    owners: Vec<usize>,
}

static RULES: LazyLock<Rules> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads every row of it"
)]
fn load() -> Rules {
    let file: File = toml::from_str(include_str!("../../data/guard/rules.toml"))
        .expect("rules.toml is well formed");
    let compile = |list: &[String]| -> Vec<Regex> {
        list.iter()
            .map(|p| Regex::new(p).expect("each pattern of rules.toml is well formed"))
            .collect()
    };
    let (mut patterns, mut owners, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for (index, row) in file.rule.into_iter().enumerate() {
        for pattern in &row.patterns {
            patterns.push(pattern.clone());
            owners.push(index);
        }
        let safer = row
            .safer
            .iter()
            .map(|t| Template::parse(t).expect("each safer wording is well formed"))
            .collect();
        let inside: Vec<String> = if row.hashtag {
            row.patterns.iter().map(|p| p.replace(r"\b", "")).collect()
        } else {
            Vec::new()
        };
        all.push(Rule {
            inside: compile(&inside),
            patterns: compile(&row.patterns),
            except: compile(&row.except),
            safer,
            row,
        });
    }
    Rules {
        all,
        set: RegexSet::new(&patterns).expect("the patterns fit together"),
        owners,
    }
}

static NEGATION: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:bukan(?:lah)?|tidak|tak|tanpa klaim|belum|jangan|ora|dudu|mboten|sanes|not?|never|isn't|doesn't|don't|cannot|can't)\b((?: [a-z']+){0,3}) ?$",
    )
});
/// Words after a negation that take it back: `bukan cuma`, `tidak diragukan`.
static TAKEN_BACK: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:cuma|hanya|sekadar|sekedar|saja|tapi|tetapi|melainkan|namun|juga|diragukan|ragu|salah|heran|lain|main|only|just|but|doubt|pernah gagal)\b",
    )
});
/// A question that asks and does not suggest: `Apakah sudah halal?`
static QUESTION: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^\W*(?:apakah|apa |adakah|berapa|bagaimana|kapan|di mana|is |are |does |do |how |what |when |where |can |punapa|menapa|pinten)[^?]*\?\W*$",
    )
});

#[expect(clippy::expect_used, reason = "constant patterns, read by the tests")]
fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

/// The rules of which a pattern is found, whether it claims or not.
fn touched(folded: &str) -> Vec<usize> {
    RULES
        .set
        .matches(folded)
        .into_iter()
        .filter_map(|pattern| RULES.owners.get(pattern).copied())
        .collect()
}

/// What the rules say of a text with its disguises undone: only what the plain text did not show.
pub(crate) fn read_hidden(reading: &str, plain: &str, evidence: &Evidence) -> Vec<Finding> {
    let shown = touched(plain);
    let hidden: Vec<usize> = touched(reading)
        .into_iter()
        .filter(|i| !shown.contains(i))
        .collect();
    if hidden.is_empty() {
        return Vec::new();
    }
    let told = Told::of(reading);
    hidden
        .into_iter()
        .filter_map(|i| RULES.all.get(i))
        .filter_map(|rule| Some(judge(rule, &claims(rule, reading, false)?, &told, evidence)))
        .filter(|finding| finding.reason.is_some())
        .collect()
}

/// What the rules say of a folded sentence.
pub(crate) fn read(folded: &str, evidence: &Evidence) -> Vec<Finding> {
    let rules = &*RULES;
    let mut hit = touched(folded);
    let tags: Vec<&str> = folded
        .split(|c: char| c.is_whitespace())
        .filter_map(|w| w.strip_prefix('#'))
        .collect();
    if !tags.is_empty() {
        hit.extend(
            (0..rules.all.len()).filter(|i| rules.all.get(*i).is_some_and(|r| r.row.hashtag)),
        );
    }
    hit.sort_unstable();
    hit.dedup();
    if hit.is_empty() {
        return Vec::new();
    }
    let asks = QUESTION.is_match(folded);
    let told = Told::of(folded);
    let mut out = Vec::new();
    for rule in hit.into_iter().filter_map(|i| rules.all.get(i)) {
        let claims = claims(rule, folded, asks)
            .or_else(|| rule.row.hashtag.then(|| tagged(rule, &tags)).flatten());
        if let Some(claim) = claims {
            out.push(judge(rule, &claim, &told, evidence));
        }
    }
    out
}

/// The words by which a sentence makes the rule's claim; `None` when it does not.
fn claims(rule: &Rule, folded: &str, asks: bool) -> Option<String> {
    if asks && rule.row.negatable {
        return None;
    }
    let harmless: Vec<(usize, usize)> = rule
        .except
        .iter()
        .flat_map(|e| e.find_iter(folded).map(|m| (m.start(), m.end())))
        .collect();
    rule.patterns
        .iter()
        .flat_map(|p| p.find_iter(folded))
        .find(|m| {
            let touched = harmless
                .iter()
                .any(|(from, to)| m.start() < *to && *from < m.end());
            let denied =
                rule.row.negatable && is_negated(folded.get(..m.start()).unwrap_or_default());
            !touched && !denied
        })
        .map(|m| m.as_str().trim().to_owned())
}

fn is_negated(before: &str) -> bool {
    NEGATION.captures(before).is_some_and(|found| {
        found
            .get(1)
            .is_none_or(|between| !TAKEN_BACK.is_match(between.as_str()))
    })
}

/// A hashtag hides its words by writing them together.
fn tagged(rule: &Rule, tags: &[&str]) -> Option<String> {
    tags.iter().find_map(|tag| {
        let found = rule
            .inside
            .iter()
            .find_map(|p| p.find(tag).filter(|m| m.len() >= 4))?;
        // A short word may stand in another by chance: `sale` in `salemba`.
        (found.len() >= 6 || found.end() == tag.len() || found.start() == 0)
            .then(|| found.as_str().to_owned())
    })
}

fn judge(rule: &'static Rule, claim: &str, told: &Told, evidence: &Evidence) -> Finding {
    if let Some(fact) = rule.row.proof.iter().find(|f| evidence.has(**f)) {
        return Finding::proved(*fact);
    }
    if rule.row.own_words
        && let Some(fact) = evidence.says(claim, told.denies(claim), &[])
    {
        return Finding::proved(fact);
    }
    Finding::broken(
        rule.row.status,
        Reason {
            rule: rule.row.rule.clone(),
            source: rule.row.source.clone(),
            safer: &rule.safer,
        },
    )
}

/// The reason that a row gives, for comparisons made in code.
pub(crate) fn reason(id: &str) -> (Status, Reason) {
    RULES.all.iter().find(|r| r.row.id == id).map_or_else(
        || {
            (
                Status::Unproved,
                Reason {
                    rule: id.to_owned(),
                    source: String::new(),
                    safer: &[],
                },
            )
        },
        |rule| {
            let reason = Reason {
                rule: rule.row.rule.clone(),
                source: rule.row.source.clone(),
                safer: &rule.safer,
            };
            (rule.row.status, reason)
        },
    )
}

#[cfg(test)]
mod tests {
    use naik_core::facts::Facts;

    use super::*;
    use crate::normal::fold::fold;

    #[test]
    fn every_row_keeps_its_examples() {
        let evidence = Evidence::of(&Facts::default());
        let mut wrong = Vec::new();
        for rule in &RULES.all {
            let marks = |text: &str| {
                let folded = fold(text);
                claims(rule, &folded, QUESTION.is_match(&folded)).is_some()
                    || read(&folded, &evidence)
                        .iter()
                        .any(|f| f.reason.as_ref().is_some_and(|r| r.rule == rule.row.rule))
            };
            for text in &rule.row.yes {
                if !rule.patterns.is_empty() && !marks(text) {
                    wrong.push(format!("{}: misses {text}", rule.row.id));
                }
            }
            for text in &rule.row.no {
                if marks(text) {
                    wrong.push(format!("{}: marks {text}", rule.row.id));
                }
            }
            assert!(
                !rule.row.rule.is_empty() && !rule.row.source.is_empty(),
                "{}",
                rule.row.id
            );
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
