//! Facts as owners write them down: a TOML file, one field on the command line, one cell of a catalogue.
//!
//! All three go through the same reader ([`field`]). A field that can't be
//! read becomes a notice and is left out: one wrong number never costs the rest.

pub(crate) mod field;
pub(crate) mod key;
mod list;
mod repair;
mod template;
mod write;

use std::borrow::Cow;

use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::kit::Notice;
use naik_core::message::{Explain, Message};
use toml::de::{DeTable, DeValue};

pub use template::template;
pub use write::to_toml;

use crate::clean;
use crate::encoding;
use field::{Draft, Told};
use key::{Found, Section};

/// The largest facts file, in bytes: far more than any shop can tell.
pub const FILE_MAX: usize = 1_000_000;

/// Facts that could be read, and what a person should know about the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What could be read.
    pub facts: Facts,
    /// Fields that were left out (mend) or taken with a change (note), in the order of the file.
    pub notices: Vec<Notice>,
}

/// Why a facts file can't be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FactsError {
    /// It is not TOML.
    #[error("line {line}, column {column}: {reason}")]
    Syntax {
        /// Line of the mistake, from 1.
        line: usize,
        /// Character in that line, from 1.
        column: usize,
        /// The line itself, shortened.
        text: String,
        /// What the TOML reader says.
        reason: String,
    },
    /// A fact is there twice.
    #[error("line {line}: `{key}` is there twice")]
    Twice {
        /// Line of the second, from 1.
        line: usize,
        /// Its key.
        key: String,
    },
    /// It is larger than [`FILE_MAX`].
    #[error("the file has {0} bytes, more than {FILE_MAX}")]
    TooLarge(usize),
}

impl Explain for FactsError {
    fn explain(&self) -> Message {
        match self {
            Self::Syntax {
                line, column, text, ..
            } => Message::new("facts-not-toml")
                .with("line", line)
                .with("column", column)
                .with("text", text),
            Self::Twice { line, key } => Message::new("facts-twice")
                .with("line", line)
                .with("key", key),
            Self::TooLarge(bytes) => Message::new("facts-too-large").with("bytes", bytes),
        }
    }
}

/// Reads a facts file from its bytes, in UTF-8, UTF-16 or Windows-1252.
///
/// # Errors
/// As [`from_toml`].
pub fn from_bytes(bytes: &[u8]) -> Result<Reading, FactsError> {
    if bytes.len() > FILE_MAX {
        return Err(FactsError::TooLarge(bytes.len()));
    }
    from_toml(&encoding::decode(bytes))
}

/// Reads a facts file. A value without its quotation marks (`price = 15rb`) is understood.
///
/// # Errors
/// When it is not TOML, with the place of the mistake, or is larger than [`FILE_MAX`].
pub fn from_toml(text: &str) -> Result<Reading, FactsError> {
    if text.len() > FILE_MAX {
        return Err(FactsError::TooLarge(text.len()));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mended = repair::repair(text)?;
    let table = DeTable::parse(&mended).map_err(|error| repair::syntax(&mended, &error))?;
    let lines = Lines::of(&mended);
    let mut draft = Draft::default();
    for (key, value) in table.get_ref() {
        let line = lines.at(key.span().start);
        match (Section::parse(key.get_ref()), value.get_ref()) {
            (Some(section), DeValue::Table(fields)) => {
                for (key, value) in fields {
                    take(
                        &mut draft,
                        Some(section),
                        key.get_ref(),
                        value.get_ref(),
                        lines.at(key.span().start),
                    );
                }
            }
            // Owners forget the headings; a key that is unmistakable needs none.
            _ => take(&mut draft, None, key.get_ref(), value.get_ref(), line),
        }
    }
    Ok(draft.finish())
}

/// Sets one fact from what was typed for it; an empty text clears it.
///
/// # Errors
/// A notice to show. Its gravity tells what became of the value: `Note` means
/// that it was taken with a change (a text cut to its limit), `Mend` that it
/// was refused and the facts are as before.
pub fn set(facts: &mut Facts, fact: Fact, text: &str) -> Result<(), Notice> {
    field::set(facts, fact, text)
}

fn take(draft: &mut Draft, section: Option<Section>, key: &str, value: &DeValue<'_>, line: usize) {
    let notices = match key::find(section, key) {
        Found::Fact(fact) => draft.take(fact, key, &told(value)),
        Found::Near(near) => {
            vec![Notice::mend(
                Message::new("facts-unknown-key-near")
                    .with("key", clean::quote(key))
                    .with("near", near),
            )]
        }
        Found::Unknown => vec![Notice::mend(
            Message::new("facts-unknown-key").with("key", clean::quote(key)),
        )],
    };
    draft.notices.extend(notices.into_iter().map(|mut notice| {
        notice.message = notice.message.with("line", line);
        notice
    }));
}

/// A TOML value, with numbers as they are written: `15.000` is fifteen thousand, not fifteen.
fn told<'a>(value: &'a DeValue<'_>) -> Told<'a> {
    match value {
        DeValue::String(text) => Told::Text(Cow::Borrowed(text)),
        DeValue::Integer(number) if number.radix() == 10 => {
            Told::Text(Cow::Borrowed(number.as_str()))
        }
        DeValue::Integer(number) => {
            let decimal =
                u128::from_str_radix(number.as_str(), number.radix()).unwrap_or(u128::MAX);
            Told::Text(Cow::Owned(decimal.to_string()))
        }
        DeValue::Float(number) => Told::Text(Cow::Borrowed(number.as_str())),
        DeValue::Boolean(flag) => Told::Text(Cow::Borrowed(if *flag { "true" } else { "false" })),
        DeValue::Datetime(time) => Told::Text(Cow::Owned(time.to_string())),
        DeValue::Array(items) => {
            Told::List(items.iter().map(|item| told(item.get_ref())).collect())
        }
        DeValue::Table(fields) => Told::Table(
            fields
                .iter()
                .map(|(key, value)| (Cow::Borrowed(key.get_ref().as_ref()), told(value.get_ref())))
                .collect(),
        ),
    }
}

/// Where lines begin, to name the line of a byte.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(
            text.bytes()
                .enumerate()
                .filter(|(_, byte)| *byte == b'\n')
                .map(|(index, _)| index)
                .collect(),
        )
    }

    /// The line of a byte, from 1.
    fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|newline| *newline < byte) + 1
    }
}

#[cfg(test)]
mod tests;
