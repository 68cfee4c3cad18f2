//! The narrated video.

use super::Job;
use super::copy::Copy;
use super::photos::Pictures;
use crate::error::AppError;
use naik_core::kit::{Finding, Output};

#[derive(Default)]
pub(crate) struct Film {
    pub(crate) outputs: Vec<Output>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) subtitles: Option<String>,
}

pub(crate) fn make(_job: &Job<'_>, _copy: &Copy, _pictures: &[Pictures]) -> Result<Film, AppError> {
    Ok(Film::default())
}

/// Pending.
pub fn remake(_kit: &std::path::Path, _words: &crate::words::Words, _watch: &dyn crate::progress::Watch, _cancel: &crate::progress::Cancel) -> Result<super::Made, AppError> {
    Err(AppError::Internal(String::new()))
}
