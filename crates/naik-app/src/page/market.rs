//! Each marketplace: green or red, the reason, the remedy, the files.

use naik_core::kit::Check;
use serde::Serialize;

use super::view::{Download, download};
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
}

/// One rule with its outcome.
#[derive(Serialize)]
struct Rule {
    name: String,
    text: String,
}

/// All marketplaces of the kit.
pub(super) fn of(page: &Page<'_>) -> Vec<MarketView> {
    page.markets.iter().map(|report| view(page, report)).collect()
}

fn view(page: &Page<'_>, report: &MarketReport) -> MarketView {
    let rules = |passed| report.checks.iter().filter(|check| check.passed == passed).map(|check| rule(check, page.words)).collect();
    let files = report.files.iter().filter_map(|path| page.kit.outputs.iter().find(|output| output.path == *path));
    MarketView {
        key: report.market.key(),
        name: report.market.name(),
        failed: rules(false),
        passed: rules(true),
        files: files.map(|output| download(output, page.words)).collect(),
    }
}

fn rule(check: &Check, words: &Words) -> Rule {
    let label = format!("page-rule-{}", check.rule);
    Rule { name: super::photos::readable(&label, &check.rule, words), text: check.text.clone() }
}
