//! How far a long job is, and whether it is still wanted.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use naik_core::kit::Output;

/// A step of making a kit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Reading, cutting and retouching photos.
    Photos,
    /// Writing copy.
    Copy,
    /// Designing posts.
    Posts,
    /// Speaking, filming and encoding.
    Video,
    /// Filling sheets.
    Listings,
}

impl Step {
    /// All, in the order in which people see them.
    pub const ALL: [Self; 5] = [
        Self::Photos,
        Self::Copy,
        Self::Posts,
        Self::Video,
        Self::Listings,
    ];

    /// The word on the command line: `photos`, `copy`, ...
    pub fn key(self) -> &'static str {
        match self {
            Self::Photos => "photos",
            Self::Copy => "copy",
            Self::Posts => "posts",
            Self::Video => "video",
            Self::Listings => "listings",
        }
    }

    /// The step of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|step| step.key() == word.trim().to_lowercase())
    }
}

/// Who watches a job. Called from several threads.
pub trait Watch: Sync {
    /// `done` of `total` parts of a step are made.
    fn at(&self, step: Step, done: u64, total: u64);

    /// A file is complete. It stands at `path`, which is gone when the call returns and the kit is moved or given up:
    /// who wants it takes it now.
    fn made(&self, _output: &Output, _path: &Path) {}
}

/// A wish to stop, seen by all steps of a job.
#[derive(Default)]
pub struct Cancel(AtomicBool);

impl Cancel {
    /// A job that is wanted.
    pub const fn new() -> Self {
        Self(AtomicBool::new(false))
    }

    /// Asks the job to stop at its next safe place.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
