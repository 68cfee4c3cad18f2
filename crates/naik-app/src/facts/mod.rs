//! Facts from a file, the command line, a question or a card.

pub mod cards;
mod fill;
mod value;

use std::io::Read;
use std::path::Path;

use naik_connect::facts as files;
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::kit::Notice;
use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_text::ask;

pub use files::Reading;
pub use fill::fill;
pub use value::value;

use crate::error::AppError;
use crate::words::Words;
use crate::{output, source};

/// The longest text that is read, in bytes.
pub const TEXT_MAX: u64 = 10_000_000;

/// Reads a facts file in UTF-8, UTF-16 or Windows-1252; single fields that can't be read are notices.
///
/// # Errors
/// When the file can't be read or is not TOML.
pub fn read(path: &Path) -> Result<Reading, AppError> {
    let bytes = source::read(path)?;
    files::from_bytes(&bytes).map_err(|e| AppError::refused(&e))
}

/// Reads a file as UTF-8 text of at most [`TEXT_MAX`] bytes.
///
/// # Errors
/// When it can't be read, is longer, or is something else.
pub fn text(path: &Path) -> Result<String, AppError> {
    whole(path, source::read_up_to(path, TEXT_MAX + 1)?)
}

/// Reads what is handed in as UTF-8 text of at most [`TEXT_MAX`] bytes; errors call it `name`.
///
/// # Errors
/// As [`text`].
pub fn text_of(reader: impl Read, name: &Path) -> Result<String, AppError> {
    let mut bytes = Vec::new();
    reader
        .take(TEXT_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| AppError::read(name, e))?;
    whole(name, bytes)
}

/// A text of which nothing is missing.
fn whole(name: &Path, bytes: Vec<u8>) -> Result<String, AppError> {
    let refuse = |key: &str| Message::new(key).with("path", name.display());
    if bytes.len() as u64 > TEXT_MAX {
        let message = refuse("text-too-long").with("max", TEXT_MAX / 1_000_000);
        return Err(AppError::Refused(message));
    }
    String::from_utf8(bytes).map_err(|_| AppError::Refused(refuse("text-not-utf8")))
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

/// The questions that are worth asking, most useful first, in words and with an answer as others give it.
pub fn questions(facts: &Facts, words: &Words) -> Vec<(Fact, String)> {
    ask::questions(facts)
        .into_iter()
        .map(|ask| {
            let question = words.say(&ask.message).text;
            let question = match ask.example.as_str() {
                "" => question,
                example => words.label(
                    "ask-example",
                    &[("question", &question), ("example", example)],
                ),
            };
            (ask.fact, question)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_show_an_answer() {
        let mut facts = Facts::default();
        facts.product.category = naik_core::category::Category::Coffee;
        let shown = |lang| {
            let list = questions(&facts, &Words::new(lang));
            list.into_iter()
                .find(|(fact, _)| *fact == Fact::Process)
                .map(|(_, question)| question)
                .unwrap_or_default()
        };
        let example = ask::questions(&facts)
            .into_iter()
            .find(|ask| ask.fact == Fact::Process)
            .map(|ask| ask.example)
            .unwrap_or_default();
        assert!(!example.is_empty());
        for (lang, word) in [
            (Lang::Id, "misalnya"),
            (Lang::Jv, "upaminipun"),
            (Lang::En, "such as"),
        ] {
            let question = shown(lang);
            assert!(
                question.contains(&format!("? ({word} {example})")),
                "{question}"
            );
        }
    }

    #[test]
    fn a_text_is_read_whole_or_not_at_all() {
        let name = Path::new("-");
        let most = vec![b'a'; usize::try_from(TEXT_MAX).unwrap()];
        assert_eq!(
            text_of(most.as_slice(), name).unwrap().len() as u64,
            TEXT_MAX
        );
        let Err(AppError::Refused(message)) = text_of(most.as_slice().chain(&b"b"[..]), name)
        else {
            panic!("it was cut");
        };
        assert_eq!(message.key, "text-too-long");
    }
}
