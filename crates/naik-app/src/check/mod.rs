//! Saring: judges messages, streams of them, screenshots and comments.

mod bench;
mod comments;
mod explain;
mod feedback;
mod furniture;
mod occasion;
mod ordinary;
mod paste;
mod stream;
mod training;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use naik_connect::claims as feeds;
use naik_connect::tool::Tesseract;
use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_photo::decode::{DecodeOptions, decode};
use naik_photo::encode::png_rgb;
use naik_text::filter::{Checker, Knowledge, KnowledgeError};
use naik_text::similar::Claim;

pub use bench::{Bench, ScaleBench, bench, scale};
pub use comments::{COMMENTS_MOST, CommentsReport, HideRow, KeepRow, comments, sort};
pub use explain::Explained;
pub use feedback::{Feedback, add as add_feedback, export as export_feedback, note as note_wrong};
pub use naik_text::filter::{
    Certainty, Label, Link, Match, Reason, Scores, Stand, Trait, Verdict, WrittenOut,
};
pub use occasion::Occasion;
pub use ordinary::is_ordinary;
pub use paste::{Pasted, pasted, pasted_from};
pub use stream::{Streamed, stream};
pub use training::{TrainArgs, TrainReport, train};

use crate::error::AppError;
use crate::source;
use crate::words::Words;

/// The largest feed of fact-checks, in bytes.
const FEED_MAX: u64 = 50_000_000;

/// Longest side of a screenshot that is read, in pixels: a phone's whole page.
const SCREENSHOT_SIDE: u32 = 4000;

/// The filter, ready to judge.
pub struct Filter {
    knowledge: Arc<Knowledge>,
    words: Words,
    lang: Lang,
    notes: Vec<Message>,
}

fn unusable(error: KnowledgeError) -> AppError {
    match error {
        KnowledgeError::Model(_) => AppError::Refused(Message::new("filter-model")),
        KnowledgeError::Data(reason) => AppError::Internal(reason),
    }
}

impl Filter {
    /// The built-in filter; `model` replaces the built-in model, `claims` are feeds of fact-checks to know beside our own.
    ///
    /// # Errors
    /// When a file can't be read or is something else.
    pub fn load(
        lang: Lang,
        words: Words,
        model: Option<&Path>,
        claims: &[PathBuf],
    ) -> Result<Self, AppError> {
        let model = model.map(source::read).transpose()?;
        let mut more = Vec::new();
        let mut notes = Vec::new();
        for path in claims {
            let bytes = source::whole(path, FEED_MAX)?;
            let (reviews, left) = feeds::read(&bytes).map_err(|e| AppError::refused(&e))?;
            if reviews.is_empty() {
                return Err(AppError::Refused(
                    Message::new("filter-no-claims").with("path", path.display()),
                ));
            }
            if left > 0 {
                notes.push(
                    Message::new("filter-claims-left")
                        .with("count", left)
                        .with("path", path.display()),
                );
            }
            more.extend(reviews.into_iter().map(imported));
        }
        let knowledge = Knowledge::custom(model.as_deref(), more).map_err(unusable)?;
        Ok(Self {
            knowledge: Arc::new(knowledge),
            words,
            lang,
            notes,
        })
    }

    /// What is to be said of the feeds that were read: reviews without a date, or that find nothing false, are left out.
    pub fn notes(&self) -> &[Message] {
        &self.notes
    }

    /// The same knowledge, speaking the language of `words`.
    #[must_use]
    pub fn speaking(&self, words: Words) -> Self {
        Self {
            knowledge: Arc::clone(&self.knowledge),
            lang: words.lang(),
            words,
            notes: Vec::new(),
        }
    }

    /// A checker with words for every reason.
    pub fn checker(&self) -> Judge<'_> {
        Judge {
            checker: Checker::new(&self.knowledge, self.lang),
            labels: Labels {
                words: &self.words,
                made: Vec::new(),
            },
        }
    }

    /// The example messages of all rules, those that fire and those that don't.
    pub fn examples(&self) -> Vec<String> {
        self.knowledge
            .rules()
            .iter()
            .flat_map(|r| r.yes.iter().chain(&r.no))
            .cloned()
            .collect()
    }

    /// Abbreviations and slang of a message, written out.
    pub fn written_out(&self, text: &str) -> Vec<WrittenOut> {
        self.knowledge.written_out(text)
    }
}

fn imported(review: feeds::Review) -> Claim {
    let mut claim = Claim::imported(
        review.id,
        review.claim,
        review.rating,
        review.date,
        review.author,
        review.url,
    );
    claim.forms.extend(review.forms);
    claim
}

/// Judges and puts reasons into words.
pub struct Judge<'f> {
    checker: Checker<'f>,
    labels: Labels<'f>,
}

impl Judge<'_> {
    /// Judges a message.
    pub fn check(&mut self, text: &str) -> Verdict {
        let mut verdict = self.checker.check(text);
        for reason in verdict.reasons.iter_mut().filter(|r| r.text.is_empty()) {
            let group = match reason.kind.as_str() {
                "link" => "link",
                _ => "model",
            };
            reason.text = self.labels.of(group, &reason.rule);
        }
        if verdict.advice.is_empty() {
            let about = match Occasion::of(&verdict, text) {
                Some(occasion) => occasion.key(),
                None => verdict.stand.key(),
            };
            verdict.advice = self.labels.of("advice", about);
        }
        verdict
    }
}

/// What reasons and advice are called: a few dozen labels, each put into words once, for that takes as long as judging.
struct Labels<'f> {
    words: &'f Words,
    /// Group, name and words.
    made: Vec<(&'static str, String, String)>,
}

impl Labels<'_> {
    fn of(&mut self, group: &'static str, name: &str) -> String {
        let made = self.made.iter().find(|(g, n, _)| *g == group && n == name);
        if let Some((_, _, label)) = made {
            return label.clone();
        }
        let label = self.words.label(&format!("{group}-{name}"), &[]);
        self.made.push((group, name.to_owned(), label.clone()));
        label
    }
}

/// The writing on a screenshot in a file.
///
/// # Errors
/// When the file is no picture, tesseract is missing, or there is no writing on it.
pub fn read_image(path: &Path) -> Result<String, AppError> {
    let bytes = source::read(path)?;
    if !paste::is_picture(&bytes) {
        return Err(no_picture(path));
    }
    let tool = Tesseract::find().map_err(|e| AppError::refused(&e))?;
    let text = tool.read(&bytes).map_err(|_| no_picture(path))?;
    written(&text, path)
}

/// The writing on a screenshot that came from outside: its sizes are checked before anything of it is unpacked.
///
/// # Errors
/// When the bytes are no JPEG, PNG or WebP, or there is no writing on it.
pub fn read_screenshot(tool: &Tesseract, bytes: &[u8]) -> Result<String, AppError> {
    let nameless = Path::new("");
    let options = DecodeOptions {
        min_side: 40,
        ..DecodeOptions::at_most(SCREENSHOT_SIDE)
    };
    let photo = decode(bytes, &options).map_err(|_| no_picture(nameless))?;
    let png = png_rgb(&photo.pixels)?;
    let text = tool.read(&png).map_err(|_| no_picture(nameless))?;
    written(&text, nameless)
}

fn no_picture(path: &Path) -> AppError {
    AppError::Refused(Message::new("filter-no-picture").with("path", path.display()))
}

/// The message of what was read: the rest of the screen is not judged.
fn written(text: &str, path: &Path) -> Result<String, AppError> {
    let text = furniture::without(text);
    if text.chars().filter(|c| c.is_alphanumeric()).count() < 3 {
        return Err(AppError::Refused(
            Message::new("filter-no-writing").with("path", path.display()),
        ));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_knowledge_speaks_every_language() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let text = "Surat Undangan Pernikahan.apk 5,2 MB";
        let said = |lang| {
            let own = filter.speaking(Words::new(lang));
            own.checker().check(text).advice
        };
        let all = Lang::ALL.map(said);
        assert!(all.iter().all(|advice| !advice.is_empty()));
        assert!(all[0] != all[1] && all[1] != all[2], "{all:?}");
    }
}
