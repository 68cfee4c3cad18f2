//! "9 dari 10 siap": which parts of the kit can be used as they are.

use naik_core::kit::{Finding, Gravity, Output, OutputKind, Status};
use serde::Serialize;

use super::{Page, Sentence};

/// How much is ready.
#[derive(Debug, Serialize)]
pub(super) struct Ready {
    pub(super) done: usize,
    pub(super) all: usize,
    parts: Vec<Part>,
}

/// One part of the kit.
#[derive(Debug, Serialize)]
struct Part {
    name: String,
    anchor: String,
    done: bool,
}

/// Counts the parts that were made; what was asked for and failed counts as not ready.
pub(super) fn of(page: &Page<'_>) -> Ready {
    let kit = page.kit;
    let mut parts = Vec::new();
    let mut add = |name: String, anchor: &str, done: bool| {
        parts.push(Part {
            name,
            anchor: anchor.to_owned(),
            done,
        })
    };
    let named = |key: &str| page.words.label(key, &[]);
    let made = |kinds: &[OutputKind]| {
        kit.outputs
            .iter()
            .filter(|o| kinds.contains(&o.kind))
            .collect::<Vec<_>>()
    };

    if !kit.inputs.is_empty() {
        add(
            named("page-photos"),
            "foto",
            kit.inputs.iter().all(|input| usable(&input.findings)),
        );
    }
    for (key, anchor, kinds) in [
        ("page-posts", "poster", &[OutputKind::Post][..]),
        (
            "page-video",
            "video",
            &[OutputKind::Video, OutputKind::Cover],
        ),
    ] {
        let outputs = made(kinds);
        if !outputs.is_empty() {
            add(
                named(key),
                anchor,
                outputs.iter().all(|output| passes(output)),
            );
        }
    }
    if !page.texts.is_empty() {
        add(
            named("page-texts"),
            "teks",
            page.texts
                .iter()
                .flat_map(|text| &text.sentences)
                .all(may_stand),
        );
    }
    if !page.calendar.is_empty() {
        add(named("page-calendar"), "kalender", true);
    }
    for report in page.markets {
        add(
            report.market.name().to_owned(),
            &format!("jualan-{}", report.market.key()),
            report.checks.iter().all(|check| check.passed),
        );
    }
    for finding in kit
        .findings
        .iter()
        .filter(|finding| finding.gravity == Gravity::Failed)
    {
        if !kit
            .inputs
            .iter()
            .any(|input| input.findings.contains(finding))
        {
            add(finding.text.clone(), "benahi", false);
        }
    }
    Ready {
        done: parts.iter().filter(|part| part.done).count(),
        all: parts.len(),
        parts,
    }
}

fn usable(findings: &[Finding]) -> bool {
    findings
        .iter()
        .all(|finding| finding.gravity == Gravity::Note)
}

fn passes(output: &Output) -> bool {
    output.checks.iter().all(|check| check.passed)
}

fn may_stand(sentence: &Sentence) -> bool {
    matches!(sentence.status, Status::Proved | Status::Neutral)
}
