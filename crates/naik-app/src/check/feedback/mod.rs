//! "Keliru": a wrong verdict kept on this machine as an example, with consent.

mod mask;

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::path::Path;

use naik_core::message::Message;
use serde::{Deserialize, Serialize};

use super::{Filter, Label};
use crate::error::AppError;
use mask::masked;

/// One wrong verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// The message; numbers of seven digits and more are masked, and so are mail and user names.
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
/// When there is no text, without consent, or when the file can't be written.
pub fn add(
    filter: &Filter,
    store: &Path,
    text: &str,
    label: Label,
    consent: bool,
    date: jiff::civil::Date,
) -> Result<Feedback, AppError> {
    let is_blank = |c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    };
    if text.chars().all(is_blank) {
        return Err(AppError::Refused(Message::new("feedback-empty")));
    }
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

/// The kept examples, those with consent alone, as `{id, text, label, said, …}` lines. Before anything was kept there are
/// none, and that is no fault. The whole file is read, however long it is.
///
/// # Errors
/// When the file can't be read.
pub fn export(store: &Path) -> Result<String, AppError> {
    let wrap = |source| AppError::read(store, source);
    let mut file = match File::open(store) {
        Ok(file) => BufReader::new(file),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(wrap(error)),
    };
    let mut out = String::new();
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        if file.read_until(b'\n', &mut line).map_err(wrap)? == 0 {
            break;
        }
        let Ok(feedback) = serde_json::from_str::<Feedback>(&String::from_utf8_lossy(&line)) else {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;
    use naik_core::lang::Lang;

    fn key(result: Result<Feedback, AppError>) -> String {
        match result {
            Err(AppError::Refused(message)) => message.key,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_kept_has_a_text_a_consent_and_no_numbers() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("toko/keliru.jsonl");
        let day = jiff::civil::date(2024, 5, 1);
        let add = |text: &str, consent| add(&filter, &store, text, Label::Fine, consent, day);
        for blank in ["", "  \n", "\u{feff}\u{200b}"] {
            assert_eq!(key(add(blank, true)), "feedback-empty", "{blank:?}");
        }
        assert_eq!(key(add("halo", false)), "feedback-consent");
        assert!(!store.exists());
        assert_eq!(export(&store).unwrap(), "");
        let kept = add("wa (0812) 3456 7890\na@b.co ya", true).unwrap();
        assert_eq!(kept.text, "wa (0812) #### ####\n@user ya");
        note(&filter, &store, "rahasia", Label::Fine, day).unwrap();
        let out = export(&store).unwrap();
        assert_eq!(out.lines().count(), 1);
        assert!(!out.contains("7890") && out.contains("keliru-1"), "{out}");
        assert!(export(folder.path()).is_err());
    }

    #[test]
    fn a_long_store_is_exported_whole() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("keliru.jsonl");
        let feedback = Feedback {
            text: "a".repeat(9_000_000),
            said: Label::Fine,
            label: Label::Fine,
            rules: Vec::new(),
            version: String::new(),
            date: String::new(),
            consent: true,
        };
        for _ in 0..4 {
            append(&store, &feedback).unwrap();
        }
        assert_eq!(export(&store).unwrap().lines().count(), 4);
    }
}
