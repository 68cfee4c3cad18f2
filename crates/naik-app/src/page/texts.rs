//! Copy with a dot before each sentence: green when a fact proves it.

use naik_core::fact::Fact;
use naik_core::kit::Status;
use serde::Serialize;

use super::assets::address;
use super::{Page, Sentence, Text};
use crate::words::Words;

/// The copy of one channel.
#[derive(Serialize)]
pub(super) struct TextView<'a> {
    key: &'a str,
    name: &'a str,
    title: Option<&'a str>,
    /// The body in runs; joined, they are the body to the letter.
    runs: Vec<Run<'a>>,
    href: Option<String>,
    proofs: Vec<Proof<'a>>,
    proved: usize,
    letters: usize,
    /// Whether it is too long to show whole at once.
    long: bool,
}

/// A stretch of the body.
#[derive(Debug, PartialEq, Serialize)]
struct Run<'a> {
    /// The sentence's place in `proofs`, when it is one.
    proof: Option<usize>,
    status: &'static str,
    pieces: Vec<Piece<'a>>,
}

/// A stretch of a sentence.
#[derive(Debug, PartialEq, Serialize)]
struct Piece<'a> {
    text: &'a str,
    /// Whether these are the fact's own words.
    told: bool,
}

/// A sentence and why it may stand.
#[derive(Serialize)]
struct Proof<'a> {
    text: &'a str,
    status: &'static str,
    facts: Vec<String>,
    fact_text: Option<&'a str>,
}

/// All channels.
pub(super) fn of<'a>(page: &Page<'a>) -> Vec<TextView<'a>> {
    page.texts
        .iter()
        .map(|text| view(text, page.words))
        .collect()
}

fn view<'a>(text: &'a Text, words: &Words) -> TextView<'a> {
    let letters = text.body.chars().count();
    TextView {
        key: &text.key,
        name: &text.name,
        title: text.title.as_deref(),
        runs: runs(&text.body, &text.sentences),
        href: (!text.file.is_empty()).then(|| address(&text.file)),
        proofs: text
            .sentences
            .iter()
            .map(|sentence| proof(sentence, words))
            .collect(),
        proved: text
            .sentences
            .iter()
            .filter(|sentence| sentence.status == Status::Proved)
            .count(),
        letters,
        long: letters > 520 || text.body.lines().count() > 14,
    }
}

fn proof<'a>(sentence: &'a Sentence, words: &Words) -> Proof<'a> {
    Proof {
        text: &sentence.text,
        status: class(sentence.status),
        facts: sentence
            .facts
            .iter()
            .map(|fact| fact_name(*fact, words))
            .collect(),
        fact_text: sentence.fact_text.as_deref(),
    }
}

/// What a fact is called: `Berat bersih`.
fn fact_name(fact: Fact, words: &Words) -> String {
    words.label(
        &format!("fact-{}", fact.key().replace(['.', '_'], "-")),
        &[],
    )
}

fn class(status: Status) -> &'static str {
    match status {
        Status::Proved => "proved",
        Status::Neutral => "neutral",
        Status::Unproved => "unproved",
        Status::Forbidden => "forbidden",
    }
}

/// Cuts a body at its sentences. Sentences that are not in it (those of the title) get no run.
fn runs<'a>(body: &'a str, sentences: &'a [Sentence]) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    let mut rest = body;
    for (place, sentence) in sentences.iter().enumerate() {
        let Some(at) = rest
            .find(&sentence.text)
            .filter(|_| !sentence.text.is_empty())
        else {
            continue;
        };
        let (before, from) = rest.split_at(at);
        let (found, after) = from.split_at(sentence.text.len());
        if !before.is_empty() {
            runs.push(plain(before));
        }
        runs.push(Run {
            proof: Some(place),
            status: class(sentence.status),
            pieces: pieces(found, sentence.fact_text.as_deref()),
        });
        rest = after;
    }
    if !rest.is_empty() {
        runs.push(plain(rest));
    }
    runs
}

fn plain(text: &str) -> Run<'_> {
    Run {
        proof: None,
        status: "plain",
        pieces: vec![Piece { text, told: false }],
    }
}

/// Finds the fact's own words in a sentence.
fn pieces<'a>(sentence: &'a str, told: Option<&str>) -> Vec<Piece<'a>> {
    let found = told
        .filter(|told| !told.is_empty())
        .and_then(|told| Some((sentence.find(told)?, told.len())));
    let Some((at, length)) = found else {
        return vec![Piece {
            text: sentence,
            told: false,
        }];
    };
    let (before, from) = sentence.split_at(at);
    let (words, after) = from.split_at(length);
    [(before, false), (words, true), (after, false)]
        .into_iter()
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, told)| Piece { text, told })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(text: &str, told: Option<&str>) -> Sentence {
        Sentence {
            text: text.to_owned(),
            status: Status::Proved,
            facts: vec![Fact::NetWeight],
            fact_text: told.map(str::to_owned),
        }
    }

    #[test]
    fn runs_join_to_the_body() {
        let body = "Halo!\n\nIsi 250 g. Isi 250 g.\n#keripik";
        let sentences = [
            sentence("Judul yang lain", None),
            sentence("Isi 250 g.", Some("250 g")),
            sentence("Isi 250 g.", None),
        ];
        let runs = runs(body, &sentences);
        let joined: String = runs
            .iter()
            .flat_map(|run| &run.pieces)
            .map(|piece| piece.text)
            .collect();
        assert_eq!(joined, body);
        let proofs: Vec<_> = runs.iter().filter_map(|run| run.proof).collect();
        assert_eq!(proofs, [1, 2]);
        assert!(runs.iter().any(|run| run.pieces.contains(&Piece {
            text: "250 g",
            told: true
        })));
    }

    #[test]
    fn an_empty_sentence_marks_nothing() {
        assert_eq!(runs("Halo", &[sentence("", Some(""))]), [plain("Halo")]);
    }
}
