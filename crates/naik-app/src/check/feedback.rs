//! "Keliru": a wrong verdict kept on this machine as an example, with consent.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use naik_core::message::Message;
use serde::{Deserialize, Serialize};

use super::{Filter, Label};
use crate::error::AppError;
use crate::source;

/// One wrong verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// The message; numbers of nine digits and more are masked, and so is mail.
    pub text: String,
    /// What the filter said.
    pub said: Label,
    /// What it should have said.
    pub label: Label,
    /// Rules that fired.
    pub rules: Vec<String>,
    /// Version of the program.
    pub version: String,
    /// The day, as `YYYY-MM-DD`.
    pub date: String,
    /// That the person agreed to keep it, and to hand it on with an export.
    pub consent: bool,
}

/// Keeps a wrong verdict at the end of `store`.
///
/// # Errors
/// Without consent, or when the file can't be written.
pub fn add(
    filter: &Filter,
    store: &Path,
    text: &str,
    label: Label,
    consent: bool,
    date: jiff::civil::Date,
) -> Result<Feedback, AppError> {
    if !consent {
        return Err(AppError::Refused(Message::new("feedback-consent")));
    }
    let feedback = Feedback {
        text: masked(text),
        consent,
        ..without_text(filter, text, label, date)
    };
    append(store, &feedback)?;
    Ok(feedback)
}

/// Notes that a verdict was wrong and which rules it stood on, without a letter of the message: for whoever did not agree
/// that it is kept.
///
/// # Errors
/// When the file can't be written.
pub fn note(
    filter: &Filter,
    store: &Path,
    text: &str,
    label: Label,
    date: jiff::civil::Date,
) -> Result<Feedback, AppError> {
    let feedback = without_text(filter, text, label, date);
    append(store, &feedback)?;
    Ok(feedback)
}

fn without_text(filter: &Filter, text: &str, label: Label, date: jiff::civil::Date) -> Feedback {
    let verdict = filter.checker().check(text);
    Feedback {
        text: String::new(),
        said: verdict.label,
        label,
        rules: verdict.reasons.into_iter().map(|r| r.rule).collect(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        date: date.to_string(),
        consent: false,
    }
}

fn append(store: &Path, feedback: &Feedback) -> Result<(), AppError> {
    let mut line = serde_json::to_vec(feedback).map_err(|e| AppError::Internal(e.to_string()))?;
    line.push(b'\n');
    let fault = |e| AppError::Write {
        path: store.to_owned(),
        source: e,
    };
    if let Some(folder) = store.parent().filter(|p| !p.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(fault)?;
    }
    OpenOptions::new()
        .create(true)
        .append(true)
        .open(store)
        .and_then(|mut file| file.write_all(&line))
        .map_err(fault)
}

/// The kept examples, those with consent alone, as `{id, text, label, said, …}` lines.
///
/// # Errors
/// When the file can't be read.
pub fn export(store: &Path) -> Result<String, AppError> {
    let bytes = source::read(store)?;
    let mut out = String::new();
    for (number, line) in (1..).zip(String::from_utf8_lossy(&bytes).lines()) {
        let Ok(feedback) = serde_json::from_str::<Feedback>(line) else {
            continue;
        };
        if !feedback.consent {
            continue;
        }
        let mut value = serde_json::json!({"id": format!("keliru-{number}"), "source": "feedback"});
        if let (Some(map), Ok(serde_json::Value::Object(rest))) =
            (value.as_object_mut(), serde_json::to_value(&feedback))
        {
            map.extend(rest);
        }
        out.push_str(&value.to_string());
        out.push('\n');
    }
    Ok(out)
}

/// Digits after the fourth of any number with nine or more become `#`; the name in mail becomes `@user`.
fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        if !c.is_ascii_digit() {
            out.push(*c);
            at += 1;
            continue;
        }
        let mut end = at;
        let mut digits = 0;
        while let Some(c) = chars.get(end) {
            let joins = matches!(c, ' ' | '-' | '.')
                && chars.get(end + 1).is_some_and(char::is_ascii_digit);
            if !c.is_ascii_digit() && !joins {
                break;
            }
            digits += usize::from(c.is_ascii_digit());
            end += 1;
        }
        let mut seen = 0;
        for c in chars.get(at..end).unwrap_or_default() {
            seen += usize::from(c.is_ascii_digit());
            out.push(if c.is_ascii_digit() && digits >= 9 && seen > 4 {
                '#'
            } else {
                *c
            });
        }
        at = end;
    }
    out.split(' ')
        .map(|word| match word.split_once('@') {
            Some((name, host)) if !name.is_empty() && host.contains('.') => "@user",
            _ => word,
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_mail_are_masked() {
        for (text, wanted) in [
            ("wa 081234567890 ya", "wa 0812######## ya"),
            ("wa 0812-3456-7890", "wa 0812-####-####"),
            ("harga 15000", "harga 15000"),
            ("ke budi@contoh.com saja", "ke @user saja"),
        ] {
            assert_eq!(masked(text), wanted);
        }
    }
}
