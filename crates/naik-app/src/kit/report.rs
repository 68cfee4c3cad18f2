//! The contract, the page, and the moving of a finished kit to its place.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

use naik_core::channel::Market;
use naik_core::kit::{Gravity, Kit, Output, OutputKind};

use super::copy::Copy;
use super::days;
use super::listings::Report;
use super::record::Entry;
use super::{Job, KIT_FILE};
use crate::error::AppError;
use crate::output::Staging;
use crate::page::{self, Page};

/// Draws `index.html` from the rest of the kit.
pub(crate) fn page(
    job: &Job<'_>,
    kit: &Kit,
    copy: &Copy,
    markets: &[Report],
    subtitles: Option<&str>,
) -> Result<Output, AppError> {
    let started = Instant::now();
    let mut views = copy.views(job.words, kit);
    let pictures = days::pictures(copy.calendar(), kit);
    for (day, picture) in views.calendar.iter_mut().zip(pictures) {
        day.picture = picture;
    }
    let html = page::render(&Page {
        kit,
        texts: &views.texts,
        replies: &views.replies,
        questions: &views.questions,
        calendar: &views.calendar,
        markets,
        subtitles,
        words: job.words,
    })
    .map_err(|e| AppError::Internal(e.to_string()))?;
    Entry::new(OutputKind::Page, "index.html", "page", "page")
        .since(started)
        .write(job, html.as_bytes())
}

/// Writes `kit.json`.
pub(crate) fn contract(staging: &Staging, kit: &Kit) -> Result<(), AppError> {
    let json = serde_json::to_vec_pretty(kit).map_err(|e| AppError::Internal(e.to_string()))?;
    staging.write(KIT_FILE, &json).map(drop)
}

/// Reads the contract of a kit that stands on the disk; `None` when there is none that can be read.
pub(crate) fn standing(place: &Path) -> Option<Kit> {
    let bytes = std::fs::read(place.join(KIT_FILE)).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Moves the finished kit to its place. Files of the kit that stood there go; what its owner added stays.
pub(crate) fn replace(staging: Staging, place: &Path) -> Result<PathBuf, AppError> {
    let ours: BTreeSet<PathBuf> = standing(place)
        .map(|kit| {
            kit.outputs
                .iter()
                .map(|output| PathBuf::from(&output.path))
                .chain([PathBuf::from(KIT_FILE)])
                .collect()
        })
        .unwrap_or_default();
    staging.finish(|path| ours.contains(path))
}

/// What was said of each marketplace, from the contract.
pub(crate) fn markets(kit: &Kit) -> Vec<Report> {
    let of = |market: Market| {
        let files = kit.outputs.iter().filter(|o| {
            matches!(o.kind, OutputKind::Listing | OutputKind::Archive) && o.variety == market.key()
        });
        let checks = files
            .clone()
            .find(|o| o.kind == OutputKind::Listing)?
            .checks
            .clone();
        Some(Report {
            market,
            files: files.map(|o| o.path.clone()).collect(),
            checks,
        })
    };
    Market::ALL.into_iter().filter_map(of).collect()
}

/// Whether everything that was asked for was made, and every fact was understood.
pub fn is_whole(kit: &Kit) -> bool {
    let refused = kit.findings.iter().any(|f| f.gravity > Gravity::Note);
    let lost = kit
        .inputs
        .iter()
        .flat_map(|input| &input.findings)
        .any(|f| f.gravity == Gravity::Failed);
    !refused && !lost
}
