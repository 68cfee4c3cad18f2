//! Values without quotation marks: `price = 15rb` is no TOML, but everyone knows what it means.

use std::borrow::Cow;

use toml::de::DeTable;

use super::{FactsError, Lines};
use crate::clean;

/// The most lines that are mended before the file counts as something else.
const MOST: usize = 60;

/// The text with quotation marks around bare values.
pub(super) fn repair(text: &str) -> Result<Cow<'_, str>, FactsError> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..MOST {
        let Err(error) = DeTable::parse(&text) else {
            return Ok(text);
        };
        let at = error.span().map_or(0, |span| span.start);
        match quoted(&text, at) {
            Some(mended) => text = Cow::Owned(mended),
            None => return Err(syntax(&text, &error)),
        }
    }
    match DeTable::parse(&text) {
        Ok(_) => Ok(text),
        Err(error) => Err(syntax(&text, &error)),
    }
}

/// Puts the bare value on the line of byte `at` between quotation marks; `None` when that line is something else.
fn quoted(text: &str, at: usize) -> Option<String> {
    let before = text.get(..at.min(text.len()))?;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..)?.lines().next()?;
    let (key, value) = line.split_once('=')?;
    let is_key = !key.trim().is_empty()
        && key
            .trim()
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    // ` #` starts a comment; `#` alone may start a colour.
    let value = value.split(" # ").next().unwrap_or_default().trim();
    if !is_key || value.is_empty() || value.starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
    let rest = text.get(start + line.len()..)?;
    Some(format!("{}{key}= \"{escaped}\"{rest}", text.get(..start)?))
}

/// A mistake that is left, with its place.
pub(super) fn syntax(text: &str, error: &toml::de::Error) -> FactsError {
    let at = error.span().map_or(0, |span| span.start).min(text.len());
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    let line = text
        .get(start..)
        .unwrap_or_default()
        .lines()
        .next()
        .unwrap_or_default();
    FactsError::Syntax {
        line: Lines::of(text).at(at),
        column,
        text: clean::quote(line),
        reason: error.message().to_owned(),
    }
}
