//! What people write instead of TOML: `price = 15rb`, `nama: Kopi`, `harga = “15.000”`. Everyone knows what it means.

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

/// Mends the line of byte `at`: a bare value gets its quotation marks, a key with spaces too, and a colon or
/// the quotation marks of a word processor become those of TOML. `None` when there is nothing to mend.
fn quoted(text: &str, at: usize) -> Option<String> {
    let before = text.get(..at.min(text.len()))?;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..)?.lines().next()?;
    let (key, value) = line.split_once(['=', ':'])?;
    let (key, value) = (key.trim(), value.trim());
    let is_key = key.starts_with(char::is_alphabetic)
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '(' | ')' | '/'));
    if !is_key || value.is_empty() {
        return None;
    }
    let is_bare_key = key
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'));
    let key = if is_bare_key {
        key.to_owned()
    } else {
        format!("\"{key}\"")
    };
    let value = if value.starts_with(['"', '\'', '[', '{']) {
        value.to_owned()
    } else {
        // ` # ` starts a comment; `#` alone may start a colour.
        let bare = value.split(" # ").next().unwrap_or_default().trim();
        let bare = bare.trim_matches(['“', '”', '„', '‟', '‘', '’', '«', '»']);
        format!("\"{}\"", bare.replace('\\', "\\\\").replace('"', "\\\""))
    };
    let mended = format!("{key} = {value}");
    let rest = text.get(start + line.len()..)?;
    (mended != line).then(|| format!("{}{mended}{rest}", text.get(..start).unwrap_or_default()))
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
    if error.message().starts_with("duplicate key") {
        let key = line.split(['=', ' ']).next().unwrap_or_default();
        return FactsError::Twice {
            line: Lines::of(text).at(at),
            key: clean::quote(key),
        };
    }
    FactsError::Syntax {
        line: Lines::of(text).at(at),
        column,
        text: clean::quote(line),
        reason: error.message().to_owned(),
    }
}
