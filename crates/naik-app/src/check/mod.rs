//! Saring: judges messages, streams of them, screenshots and comments.

mod bench;
mod comments;
mod feedback;
mod furniture;
mod occasion;
mod ordinary;
mod stream;
mod training;

use std::io::Read;
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
pub use feedback::{Feedback, add as add_feedback, export as export_feedback, note as note_wrong};
pub use naik_text::filter::{
    Certainty, Label, Link, Match, Reason, Scores, Stand, Trait, Verdict, WrittenOut,
};
pub use occasion::Occasion;
pub use ordinary::is_ordinary;
pub use stream::{Streamed, stream};
pub use training::{TrainArgs, TrainReport, train};

use crate::error::AppError;
use crate::source;
use crate::words::Words;

/// The largest text that is judged as one message, in bytes.
const TEXT_MAX: u64 = 10_000_000;

/// Longest side of a screenshot that is read, in pixels: a phone's whole page.
const SCREENSHOT_SIDE: u32 = 4000;
/// The filter, ready to judge.
pub struct Filter {
    knowledge: Arc<Knowledge>,
    words: Words,
    lang: Lang,
}

/// A text and whether some of its bytes were none.
#[derive(Debug)]
pub struct Pasted {
    /// The text; bytes that are no UTF-8 became `�`.
    pub text: String,
    /// Whether there were such bytes.
    pub damaged: bool,
}

/// What a rule or claim is, for people.
#[derive(Debug, serde::Serialize)]
pub struct Explained {
    /// Its name.
    pub id: String,
    /// `rule` or `claim`.
    pub what: &'static str,
    /// The trick or topic.
    pub kind: String,
    /// What a message is that it fires on or repeats.
    pub label: Label,
    /// Why, or what is claimed.
    pub reason: String,
    /// What to do, or what is true.
    pub advice: String,
    /// The lesson, of rules.
    pub lesson: Option<String>,
    /// Since when and by whom clarified, of claims.
    pub source: Option<String>,
    /// Examples.
    pub examples: Vec<String>,
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
        for path in claims {
            let (reviews, _) =
                feeds::read(&source::read(path)?).map_err(|e| AppError::refused(&e))?;
            if reviews.is_empty() {
                return Err(AppError::Refused(
                    Message::new("filter-no-claims").with("path", path.display()),
                ));
            }
            more.extend(reviews.into_iter().map(imported));
        }
        let knowledge = Knowledge::custom(model.as_deref(), more).map_err(unusable)?;
        Ok(Self {
            knowledge: Arc::new(knowledge),
            words,
            lang,
        })
    }

    /// The same knowledge, speaking the language of `words`.
    #[must_use]
    pub fn speaking(&self, words: Words) -> Self {
        Self {
            knowledge: Arc::clone(&self.knowledge),
            lang: words.lang(),
            words,
        }
    }

    /// A checker with words for every reason.
    pub fn checker(&self) -> Judge<'_> {
        Judge {
            checker: Checker::new(&self.knowledge, self.lang),
            words: &self.words,
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

    /// A rule or claim by its name.
    ///
    /// # Errors
    /// When nothing has this name.
    pub fn explain(&self, id: &str) -> Result<Explained, AppError> {
        if let Some(rule) = self.knowledge.rules().iter().find(|r| r.id == id) {
            return Ok(Explained {
                id: rule.id.clone(),
                what: "rule",
                kind: rule.kind.clone(),
                label: rule.label,
                reason: rule.reason.in_lang(self.lang).to_owned(),
                advice: rule.advice.in_lang(self.lang).to_owned(),
                lesson: Some(rule.lesson.clone()),
                source: None,
                examples: rule.yes.clone(),
            });
        }
        if let Some(claim) = self.knowledge.claims().all().iter().find(|c| c.id == id) {
            return Ok(Explained {
                id: claim.id.clone(),
                what: "claim",
                kind: claim.topic.clone(),
                label: claim.label,
                reason: claim.says(self.lang).to_owned(),
                advice: claim.truth(self.lang).to_owned(),
                lesson: None,
                source: Some(format!("{}, {}", claim.by, claim.checked)),
                examples: claim.forms.iter().skip(1).cloned().collect(),
            });
        }
        Err(AppError::Refused(
            Message::new("filter-no-such-id").with("id", id),
        ))
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
    words: &'f Words,
}

impl Judge<'_> {
    /// Judges a message.
    pub fn check(&mut self, text: &str) -> Verdict {
        let mut verdict = self.checker.check(text);
        for reason in verdict.reasons.iter_mut().filter(|r| r.text.is_empty()) {
            let key = match reason.kind.as_str() {
                "link" => format!("link-{}", reason.rule),
                _ => format!("model-{}", reason.rule),
            };
            reason.text = self.words.label(&key, &[]);
        }
        if verdict.advice.is_empty() {
            let key = match Occasion::of(&verdict, text) {
                Some(occasion) => format!("advice-{}", occasion.key()),
                None => format!("advice-{}", verdict.stand.key()),
            };
            verdict.advice = self.words.label(&key, &[]);
        }
        verdict
    }
}

/// A text from a file; bytes that are no UTF-8 are shown as `�`, and that is told.
///
/// # Errors
/// When it can't be read, has more than 10 MB, or is a picture.
pub fn pasted(path: &Path) -> Result<Pasted, AppError> {
    let file = std::fs::File::open(path).map_err(|e| AppError::read(path, e))?;
    pasted_from(file, path)
}

/// The same from any reader.
///
/// # Errors
/// When it can't be read, has more than 10 MB, or is a picture.
pub fn pasted_from(reader: impl Read, path: &Path) -> Result<Pasted, AppError> {
    let mut bytes = Vec::new();
    reader
        .take(TEXT_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| AppError::read(path, e))?;
    if bytes.len() as u64 > TEXT_MAX {
        return Err(AppError::Refused(
            Message::new("filter-text-large").with("path", path.display()),
        ));
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Pasted {
            text,
            damaged: false,
        },
        Err(error) if is_picture(error.as_bytes()) => {
            return Err(AppError::Refused(
                Message::new("filter-is-picture").with("path", path.display()),
            ));
        }
        Err(error) => Pasted {
            text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            damaged: true,
        },
    })
}

/// Whether bytes begin as pictures do that tesseract reads.
fn is_picture(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 7] = [
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"RIFF",
        b"BM",
        b"GIF8",
        b"II*\0",
        b"MM\0*",
    ];
    starts.iter().any(|start| bytes.starts_with(start))
}

/// The writing on a screenshot in a file.
///
/// # Errors
/// When the file is no picture, tesseract is missing, or there is no writing on it.
pub fn read_image(path: &Path) -> Result<String, AppError> {
    let bytes = source::read(path)?;
    if !is_picture(&bytes) {
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
