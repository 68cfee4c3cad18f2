//! Trains the filter's model from the inputs that a file lists.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use naik_core::message::Message;
use naik_text::filter::train::{self, Options, Row};
use serde::{Deserialize, Serialize};

use super::Label;
use crate::error::AppError;
use crate::{output, source};

/// Which files to learn from.
#[derive(Debug)]
pub struct TrainArgs<'a> {
    /// Sources, own texts and settings.
    pub inputs: &'a Path,
    /// Labelled rows `{text, label, source}`.
    pub rows: &'a [PathBuf],
    /// Rows for calibration and thresholds; never learnt from.
    pub dev: &'a Path,
    /// Where the model goes.
    pub out: &'a Path,
    /// Learn from every source: for comparison, never to be shipped.
    pub every_source: bool,
    /// Leave these sources out: what does the model know of a collection that it never saw?
    pub without: &'a [String],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Inputs {
    sources: Vec<String>,
    texts: PathBuf,
    seed: u64,
    rounds: u32,
    disguised: u64,
    own_weight: u8,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    label: Label,
    #[serde(default)]
    source: String,
}

/// How training went.
#[derive(Debug, Serialize)]
pub struct TrainReport {
    /// Rows from files.
    pub rows: usize,
    /// Texts of our own.
    pub own: usize,
    /// All that was learnt from, disguised copies included.
    pub learnt: usize,
    /// Bytes of the model.
    pub bytes: usize,
    /// Figures on the rows for thresholds.
    pub classes: Vec<ClassFigures>,
}

/// Figures of one class.
#[derive(Debug, Serialize)]
pub struct ClassFigures {
    /// Which.
    pub label: Label,
    /// Best F1 against all other rows.
    pub f1: f32,
    /// Share found when 1 % of fine rows are alarms.
    pub at_one_percent: f32,
    /// Share found when 0.1 % of fine rows are alarms.
    pub at_one_per_mille: f32,
    /// The thresholds: said, wary, sure.
    pub thresholds: [f32; 3],
}

/// Trains and writes the model.
///
/// # Errors
/// When an input can't be read or a row of ours is wrong.
pub fn train(args: &TrainArgs<'_>) -> Result<TrainReport, AppError> {
    let refused = |path: &Path, reason: String| {
        AppError::Refused(
            Message::new("train-input")
                .with("path", path.display())
                .with("reason", reason),
        )
    };
    let text = super::pasted(args.inputs)?.text;
    let inputs: Inputs = toml::from_str(&text).map_err(|e| refused(args.inputs, e.to_string()))?;
    let mut rows = Vec::new();
    for path in args.rows {
        let taken = |source: &str| {
            (args.every_source || inputs.sources.iter().any(|s| s == source))
                && !args.without.iter().any(|w| w == source)
        };
        rows.extend(read(path, &taken)?);
    }
    let from_files = rows.len();
    let folder = args
        .inputs
        .parent()
        .unwrap_or(Path::new(""))
        .join(&inputs.texts);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .map_err(|e| AppError::read(&folder, e))?
        .filter_map(Result::ok)
        .map(|e| e.path())
        .collect();
    files.sort();
    for path in files {
        let own = match path.extension().and_then(|e| e.to_str()) {
            Some("tsv") => train::rows(&super::pasted(&path)?.text),
            Some("toml") => train::generate(&super::pasted(&path)?.text, inputs.seed),
            _ => continue,
        };
        let own = own.map_err(|e| refused(&path, e.0))?;
        rows.extend(own.into_iter().map(|row| Row {
            weight: inputs.own_weight,
            ..row
        }));
    }
    let own = rows.len() - from_files;
    let dev = read(args.dev, &|_| true)?;
    let options = Options {
        seed: inputs.seed,
        rounds: inputs.rounds,
        disguised: inputs.disguised,
    };
    let trained = train::train(&rows, &dev, options).map_err(super::unusable)?;
    output::write_whole(args.out, &trained.bytes)?;
    Ok(TrainReport {
        rows: from_files,
        own,
        learnt: trained.rows,
        bytes: trained.bytes.len(),
        classes: trained
            .classes
            .into_iter()
            .map(|c| ClassFigures {
                label: c.label,
                f1: c.f1,
                at_one_percent: c.at_one_percent,
                at_one_per_mille: c.at_one_per_mille,
                thresholds: c.thresholds,
            })
            .collect(),
    })
}

fn read(path: &Path, taken: &dyn Fn(&str) -> bool) -> Result<Vec<Row>, AppError> {
    let bytes = source::read(path)?;
    let mut rows = Vec::new();
    for (number, line) in (1..).zip(BufReader::new(bytes.as_slice()).lines()) {
        let line = line.map_err(|e| AppError::read(path, e))?;
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&line).map_err(|e| {
            AppError::Refused(
                Message::new("train-input")
                    .with("path", path.display())
                    .with("reason", format!("{number}: {e}")),
            )
        })?;
        if taken(&line.source) {
            rows.push(Row {
                label: line.label,
                text: line.text,
                weight: 1,
            });
        }
    }
    Ok(rows)
}
