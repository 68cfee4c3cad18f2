//! Reads the writing on a screenshot: tesseract, with Indonesian and English.

use std::ffi::{OsStr, OsString};
use std::process::Stdio;
use std::time::Duration;

use super::child::{Leashed, answer};
use super::{Tool, ToolError, ask, command, not_started};

/// How long one picture may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A tesseract that was found and has what we need.
#[derive(Clone, Debug)]
pub struct Tesseract {
    program: OsString,
    version: String,
    languages: &'static str,
}

impl Tesseract {
    /// The one on the path.
    ///
    /// # Errors
    /// When it is missing, or knows neither Indonesian nor English.
    pub fn find() -> Result<Self, ToolError> {
        Self::at(OsStr::new(Tool::Tesseract.name()))
    }

    /// A certain one.
    ///
    /// # Errors
    /// When it is missing, or knows neither Indonesian nor English.
    pub fn at(program: &OsStr) -> Result<Self, ToolError> {
        let tool = Tool::Tesseract;
        let said = ask(tool, program, "--version")?;
        let version = said
            .split_whitespace()
            .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            .unwrap_or_default();
        let listed = ask(tool, program, "--list-langs")?;
        let has = |lang: &str| listed.lines().any(|line| line.trim() == lang);
        let languages = match (has("ind"), has("eng")) {
            (true, true) => "ind+eng",
            (true, false) => "ind",
            (false, true) => "eng",
            (false, false) => {
                return Err(ToolError::Lacks {
                    tool,
                    part: "tesseract-ocr-ind",
                });
            }
        };
        Ok(Self {
            program: program.to_owned(),
            version: version.to_owned(),
            languages,
        })
    }

    /// Its version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The writing on a picture (PNG, JPEG, WebP bytes), line by line; empty when there is none.
    ///
    /// # Errors
    /// When the bytes are no picture that it reads, or it takes more than a minute.
    pub fn read(&self, picture: &[u8]) -> Result<String, ToolError> {
        let tool = Tool::Tesseract;
        let child = command(&self.program)
            .args(["stdin", "stdout", "-l", self.languages, "--psm", "6"])
            // One picture takes one core: the others are for the pages.
            .env("OMP_THREAD_LIMIT", "1")
            .stdin(Stdio::piped())
            .spawn()
            .map(Leashed)
            .map_err(|e| not_started(tool, e))?;
        let text = answer(child, tool, picture, PATIENCE)?;
        Ok(String::from_utf8_lossy(&text).trim().to_owned())
    }
}
