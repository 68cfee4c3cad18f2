//! Comments of a shop: which to hide, and why. Nothing is hidden or deleted by itself.

use std::collections::BTreeSet;
use std::path::Path;

use naik_connect::comments as exports;
use serde::Serialize;

use super::{Certainty, Filter, Label};
use crate::error::AppError;
use crate::source;

/// A comment that should be looked at.
#[derive(Debug, Serialize)]
pub struct HideRow {
    /// Line of the file.
    pub line: usize,
    /// Its own name in the export.
    pub id: String,
    /// Who wrote it.
    pub author: String,
    /// What it is.
    pub label: Label,
    /// How sure.
    pub certainty: Certainty,
    /// Why.
    pub reasons: Vec<String>,
    /// The comment.
    pub text: String,
}

/// All comments of a file.
#[derive(Debug, Serialize)]
pub struct CommentsReport {
    /// How many comments there are.
    pub comments: usize,
    /// How many were passed because of the allow-list.
    pub allowed: usize,
    /// Those to hide, the surest first, then by line.
    pub hide: Vec<HideRow>,
}

/// Judges the comments of an export. `allow` holds names of writers and words; a comment by or with one of them passes.
///
/// # Errors
/// When a file can't be read or is no table and no text.
pub fn comments(
    filter: &Filter,
    path: &Path,
    allow: &[String],
    allow_file: Option<&Path>,
) -> Result<CommentsReport, AppError> {
    let read = exports::read(&source::read(path)?).map_err(|e| AppError::refused(&e))?;
    let mut allowed: BTreeSet<String> = allow.iter().map(|a| plain(a)).collect();
    if let Some(file) = allow_file {
        allowed.extend(
            super::pasted(file)?
                .text
                .lines()
                .filter(|l| !l.starts_with('#'))
                .map(plain),
        );
    }
    allowed.retain(|a| !a.is_empty());
    let mut judge = filter.checker();
    let mut report = CommentsReport {
        comments: read.len(),
        allowed: 0,
        hide: Vec::new(),
    };
    for comment in read {
        let verdict = judge.check(&comment.text);
        if verdict.label == Label::Fine || verdict.certainty == Certainty::None {
            continue;
        }
        let text = comment.text.to_lowercase();
        if allowed.contains(&plain(&comment.author))
            || allowed
                .iter()
                .any(|a| !a.starts_with('@') && text.contains(a.as_str()))
        {
            report.allowed += 1;
            continue;
        }
        let mut reasons: Vec<String> = Vec::new();
        for reason in verdict.reasons {
            if !reasons.contains(&reason.text) {
                reasons.push(reason.text);
            }
        }
        report.hide.push(HideRow {
            line: comment.line,
            id: comment.id,
            author: comment.author,
            label: verdict.label,
            certainty: verdict.certainty,
            reasons,
            text: comment.text,
        });
    }
    report
        .hide
        .sort_by_key(|r| (std::cmp::Reverse(r.certainty), r.line));
    Ok(report)
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}
