//! Each marketplace: green or red, the reason, the remedy, the files.

use naik_core::kit::{Check, OutputKind};
use serde::Serialize;

use super::view::{Download, Mend, download};
use super::{MarketReport, Page};
use crate::words::Words;

/// One marketplace.
#[derive(Serialize)]
pub(super) struct MarketView {
    key: &'static str,
    name: &'static str,
    failed: Vec<Rule>,
    passed: Vec<Rule>,
    files: Vec<Download>,
    /// Photos in its size, beside those in its archive.
    photos: Vec<Download>,
}

/// One rule with its outcome.
#[derive(Serialize)]
struct Rule {
    name: String,
    text: String,
}

/// All marketplaces of the kit.
pub(super) fn of(page: &Page<'_>) -> Vec<MarketView> {
    page.markets
        .iter()
        .map(|report| view(page, report))
        .collect()
}

fn view(page: &Page<'_>, report: &MarketReport) -> MarketView {
    let rules = |passed| {
        report
            .checks
            .iter()
            .filter(|check| check.passed == passed)
            .map(|check| rule(check, page.words))
            .collect()
    };
    let key = report.market.key();
    let files = report
        .files
        .iter()
        .filter_map(|path| page.kit.outputs.iter().find(|output| output.path == *path));
    let photos = page
        .kit
        .outputs
        .iter()
        .filter(|output| output.kind == OutputKind::MarketPhoto && output.variety == key);
    let photos = photos.filter(|output| !report.files.contains(&output.path));
    MarketView {
        key,
        name: report.market.name(),
        failed: rules(false),
        passed: rules(true),
        files: files.map(|output| download(output, page.words)).collect(),
        photos: photos.map(|output| download(output, page.words)).collect(),
    }
}

/// The first broken rule of each marketplace, for the list of what to mend.
pub(super) fn mend<'a>(page: &Page<'a>) -> impl Iterator<Item = Mend> + use<'a> {
    let words = page.words;
    page.markets.iter().filter_map(move |report| {
        let first = report.checks.iter().find(|check| !check.passed)?;
        let Rule { name, text } = rule(first, words);
        let anchor = Some(format!("jualan-{}", report.market.key()));
        Some(Mend {
            failed: true,
            about: Some(report.market.name().to_owned()),
            text: name,
            hint: text,
            anchor,
        })
    })
}

fn rule(check: &Check, words: &Words) -> Rule {
    let label = format!("page-rule-{}", check.rule);
    Rule {
        name: super::photos::readable(&label, &check.rule, words),
        text: check.text.clone(),
    }
}
