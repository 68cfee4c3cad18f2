//! Cek Pesan and Komentar, for whoever asks: nothing of what is pasted is kept, unless its sender agrees.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use naik_connect::tool::Tesseract;
use naik_core::message::Message;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::Platform;
use super::error::Fault;
use crate::check::{self, CommentsReport, Filter, Label, Verdict};
use crate::error::AppError;
use crate::words::Words;

/// The longest message that is judged, in characters.
pub const MESSAGE_MOST: usize = 20_000;
/// The largest screenshot, in bytes.
pub const SCREENSHOT_MOST: usize = 12_000_000;
/// The largest list of comments, in bytes.
pub const COMMENTS_BYTES: usize = 10_000_000;
/// How long someone waits for others' pictures and lists.
const PATIENCE: Duration = Duration::from_secs(20);
/// Reports of wrong verdicts end where they would fill the disk.
const REPORTS_MOST: u64 = 100_000_000;

/// What judges messages: read once, when the first is asked about.
#[derive(Clone)]
pub(crate) struct Checking {
    filter: Arc<OnceLock<Filter>>,
    reader: Arc<OnceLock<Option<Tesseract>>>,
    /// Pictures and long lists, a few at a time.
    long: Arc<Semaphore>,
    /// Where reports of wrong verdicts go, one a line.
    reports: PathBuf,
}

impl Checking {
    pub(crate) fn new(data: &Path) -> Self {
        Self {
            filter: Arc::default(),
            reader: Arc::default(),
            long: Arc::new(Semaphore::new(2)),
            reports: data.join("keliru.jsonl"),
        }
    }
}

/// A judged message.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What is said about it.
    pub verdict: Verdict,
    /// Whether it is everyday talk, of which more can be said than that we don't know.
    pub ordinary: bool,
}

impl Platform {
    /// Judges a message in the language of `words`.
    ///
    /// # Errors
    /// `Refused` when there is none, or it is longer than [`MESSAGE_MOST`].
    pub async fn check_message(&self, text: &str, words: Words) -> Result<Checked, Fault> {
        if text.trim().is_empty() {
            return Err(Fault::field("text", Message::new("check-empty")));
        }
        if text.chars().count() > MESSAGE_MOST {
            let message = Message::new("check-too-long").with("most", MESSAGE_MOST);
            return Err(Fault::field("text", message));
        }
        // Places in the verdict are places in what was sent: nothing is trimmed.
        let text = text.to_owned();
        self.with_filter(words, move |filter| {
            let verdict = filter.checker().check(&text);
            Ok(Checked {
                ordinary: check::is_ordinary(&verdict, &text),
                verdict,
            })
        })
        .await
    }

    /// Whether this machine can read writing on pictures.
    pub async fn reads_screenshots(&self) -> bool {
        let reader = Arc::clone(&self.checking.reader);
        tokio::task::spawn_blocking(move || found(&reader).is_some())
            .await
            .unwrap_or(false)
    }

    /// The writing on a screenshot.
    ///
    /// # Errors
    /// `Refused` when it is no picture, has no writing, or this machine can't read any.
    pub async fn read_screenshot(&self, picture: Bytes) -> Result<String, Fault> {
        let _turn = self.turn().await?;
        let reader = Arc::clone(&self.checking.reader);
        let read = move || match found(&reader) {
            Some(tool) => check::read_screenshot(tool, &picture),
            None => Err(AppError::Refused(Message::new("check-no-reader"))),
        };
        let text = tokio::task::spawn_blocking(read)
            .await
            .map_err(|e| Fault::Internal(e.to_string()))?;
        text.map_err(|error| in_field("picture", error))
    }

    /// Sorts comments into those to hide and those to keep; `allow` holds names and words that pass.
    ///
    /// # Errors
    /// `Refused` when there are none, too many, or the bytes are no list.
    pub async fn sort_comments(
        &self,
        comments: Bytes,
        allow: Vec<String>,
        words: Words,
    ) -> Result<CommentsReport, Fault> {
        if comments.iter().all(u8::is_ascii_whitespace) {
            return Err(Fault::field("comments", Message::new("comments-empty")));
        }
        let _turn = self.turn().await?;
        let sorted = self
            .with_filter(words, move |filter| {
                check::sort(filter, &comments, &allow).map_err(|e| in_field("comments", e))
            })
            .await?;
        if sorted.comments == 0 {
            return Err(Fault::field("comments", Message::new("comments-empty")));
        }
        Ok(sorted)
    }

    /// Keeps that a verdict was wrong. Nothing of the message is kept unless its sender agrees.
    ///
    /// # Errors
    /// `Refused` when there is no message; when nothing can be written.
    pub async fn report_wrong(
        &self,
        text: &str,
        label: Label,
        consent: bool,
        words: Words,
    ) -> Result<(), Fault> {
        let text: String = text.trim().chars().take(MESSAGE_MOST).collect();
        if text.is_empty() {
            return Err(Fault::field("text", Message::new("check-empty")));
        }
        let store = self.checking.reports.clone();
        let date = self.today();
        self.with_filter(words, move |filter| {
            let size = std::fs::metadata(&store).map_or(0, |known| known.len());
            if size > REPORTS_MOST {
                tracing::warn!("reports of wrong verdicts have filled their room");
                return Err(Fault::field("text", Message::new("reports-full")));
            }
            let kept = if consent {
                check::add_feedback(filter, &store, &text, label, consent, date)
            } else {
                check::note_wrong(filter, &store, &text, label, date)
            };
            kept.map(drop).map_err(Fault::from)
        })
        .await
    }

    /// A turn for what takes long.
    async fn turn(&self) -> Result<SemaphorePermit<'_>, Fault> {
        let busy = || Fault::field("", Message::new("check-busy"));
        tokio::time::timeout(PATIENCE, self.checking.long.acquire())
            .await
            .map_err(|_| busy())?
            .map_err(|_| busy())
    }

    /// Works with the filter on a thread that no page waits on.
    async fn with_filter<T: Send + 'static>(
        &self,
        words: Words,
        work: impl FnOnce(&Filter) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let shared = Arc::clone(&self.checking.filter);
        let working = move || {
            let known = match shared.get() {
                Some(known) => known,
                None => {
                    let fresh = Filter::load(words.lang(), words.clone(), None, &[])?;
                    shared.get_or_init(|| fresh)
                }
            };
            work(&known.speaking(words))
        };
        tokio::task::spawn_blocking(working)
            .await
            .map_err(|e| Fault::Internal(e.to_string()))?
    }
}

/// The reader of pictures, looked for once.
fn found(reader: &OnceLock<Option<Tesseract>>) -> Option<&Tesseract> {
    reader.get_or_init(|| Tesseract::find().ok()).as_ref()
}

/// What is refused, beside the field that it came from.
fn in_field(field: &str, error: AppError) -> Fault {
    match error {
        AppError::Refused(message) => Fault::field(field, message),
        other => other.into(),
    }
}
