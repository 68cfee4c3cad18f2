//! Files of a kit, written and entered into its contract.

use std::time::{Duration, Instant};

use naik_core::kit::{Check, Output, OutputKind};

use super::Job;
use crate::error::AppError;
use crate::output::Written;

/// What is known of a file beside its bytes.
pub(crate) struct Entry<'a> {
    /// Path inside the kit, with `/`.
    pub(crate) path: String,
    pub(crate) kind: OutputKind,
    /// Which variety of its kind.
    pub(crate) variety: String,
    /// What made it.
    pub(crate) engine: &'a str,
    /// What it was made from.
    pub(crate) source: Vec<String>,
    /// Pixels of pictures and videos.
    pub(crate) size: Option<(u32, u32)>,
    /// When its making began.
    pub(crate) started: Instant,
    /// How long it plays.
    pub(crate) seconds: Option<f64>,
    /// How long it took, where that is not the time since `started`.
    pub(crate) took: Option<Duration>,
    pub(crate) checks: Vec<Check>,
}

impl<'a> Entry<'a> {
    /// An entry without size, source or checks, begun now.
    pub(crate) fn new(
        kind: OutputKind,
        path: impl Into<String>,
        variety: &str,
        engine: &'a str,
    ) -> Self {
        Self {
            path: path.into(),
            kind,
            variety: variety.to_owned(),
            engine,
            source: Vec::new(),
            size: None,
            seconds: None,
            started: Instant::now(),
            took: None,
            checks: Vec::new(),
        }
    }

    pub(crate) fn from(mut self, source: &str) -> Self {
        self.source.push(source.to_owned());
        self
    }

    pub(crate) fn sized(mut self, width: u32, height: u32) -> Self {
        self.size = Some((width, height));
        self
    }

    pub(crate) fn lasting(mut self, seconds: f64) -> Self {
        self.seconds = Some(seconds);
        self
    }

    pub(crate) fn since(mut self, started: Instant) -> Self {
        self.started = started;
        self
    }

    /// Where the work was done before, once for several files.
    pub(crate) fn took(mut self, took: Duration) -> Self {
        self.took = Some(took);
        self
    }

    pub(crate) fn checked(mut self, checks: Vec<Check>) -> Self {
        self.checks = checks;
        self
    }

    /// Writes the file, enters it and tells who watches.
    pub(crate) fn write(self, job: &Job<'_>, bytes: &[u8]) -> Result<Output, AppError> {
        let written = job.staging.write(&self.path, bytes)?;
        job.made(self.enter(written))
    }

    /// Enters a file that another program wrote.
    pub(crate) fn adopt(self, job: &Job<'_>) -> Result<Output, AppError> {
        let written = job.staging.describe(&self.path)?;
        job.made(self.enter(written))
    }

    fn enter(self, written: Written) -> Output {
        Output {
            path: self.path,
            kind: self.kind,
            variety: self.variety,
            source: self.source,
            engine: self.engine.to_owned(),
            bytes: written.bytes,
            sha256: written.sha256,
            width: self.size.map(|(width, _)| width),
            height: self.size.map(|(_, height)| height),
            seconds: self.seconds,
            milliseconds: milliseconds(self.took.unwrap_or_else(|| self.started.elapsed())),
            checks: self.checks,
        }
    }
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
