//! Facts from a file, the command line or a question.

use std::path::Path;

use naik_connect::facts as files;
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::kit::Notice;
use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_text::ask;

pub use files::Reading;

use crate::error::AppError;
use crate::{output, source};

/// Reads a facts file; single fields that can't be read are notices.
///
/// # Errors
/// When the file can't be read or is not TOML.
pub fn read(path: &Path) -> Result<Reading, AppError> {
    let text = text(path)?;
    files::from_toml(&text).map_err(|e| AppError::refused(&e))
}

/// Reads a file as UTF-8 text.
///
/// # Errors
/// When it can't be read or is something else.
pub fn text(path: &Path) -> Result<String, AppError> {
    let bytes = source::read(path)?;
    String::from_utf8(bytes)
        .map_err(|_| AppError::Refused(Message::new("text-not-utf8").with("path", path.display())))
}

/// Takes over what was told in words; later ones win.
pub fn tell<'a>(facts: &mut Facts, told: impl IntoIterator<Item = (Fact, &'a str)>) -> Vec<Notice> {
    told.into_iter()
        .filter_map(|(fact, text)| files::set(facts, fact, text).err())
        .collect()
}

/// A commented template.
pub fn template(lang: Lang) -> String {
    files::template(lang)
}

/// Writes the template where nothing stands yet.
///
/// # Errors
/// When the file is already there, or can't be written.
pub fn write_template(path: &Path, text: &str) -> Result<(), AppError> {
    if path.exists() {
        return Err(AppError::Refused(
            Message::new("file-there").with("path", path.display()),
        ));
    }
    output::write_whole(path, text.as_bytes())
}

/// The facts that are worth asking for, most useful first.
pub fn missing(facts: &Facts) -> Vec<Fact> {
    ask::questions(facts)
        .into_iter()
        .map(|question| question.fact)
        .collect()
}

/// The questions that are worth asking, most useful first.
pub fn questions(facts: &Facts) -> Vec<(Fact, Message)> {
    ask::questions(facts)
        .into_iter()
        .map(|question| (question.fact, question.message))
        .collect()
}
