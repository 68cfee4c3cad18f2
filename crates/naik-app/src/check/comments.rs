//! Comments of a shop: which to hide, which to keep, and why. Nothing is hidden or deleted by itself.

use std::collections::BTreeSet;
use std::path::Path;

use naik_connect::comments as exports;
use naik_core::message::Message;
use serde::Serialize;

use super::{Certainty, Filter, Label, Stand};
use crate::error::AppError;
use crate::source;

/// Comments that are sorted at once, at most.
pub const COMMENTS_MOST: usize = 50_000;

/// A comment that should be looked at.
#[derive(Debug, Serialize)]
pub struct HideRow {
    /// Line of the file.
    pub line: usize,
    /// Its own name in the export.
    pub id: String,
    /// Who wrote it.
    pub author: String,
    /// What it is.
    pub label: Label,
    /// How sure.
    pub certainty: Certainty,
    /// Why.
    pub reasons: Vec<String>,
    /// The comment.
    pub text: String,
}

/// A comment that may stay.
#[derive(Debug)]
pub struct KeepRow {
    /// Line of the file.
    pub line: usize,
    /// Who wrote it.
    pub author: String,
    /// The word or name of the allow-list that lets it pass, though it would be hidden.
    pub allowed_by: Option<String>,
    /// Whether something is odd about it, though not enough to hide it.
    pub doubtful: bool,
    /// The comment.
    pub text: String,
}

/// All comments of a file.
#[derive(Debug, Serialize)]
pub struct CommentsReport {
    /// How many comments there are.
    pub comments: usize,
    /// How many were passed because of the allow-list.
    pub allowed: usize,
    /// Those to hide, the surest first, then by line.
    pub hide: Vec<HideRow>,
    /// Those to keep: passed by the allow-list, then odd ones, then by line.
    #[serde(skip)]
    pub keep: Vec<KeepRow>,
}

impl CommentsReport {
    /// Those to hide as a table that spreadsheets open, with `heading` over it. No cell is a formula.
    pub fn hide_csv(&self, heading: [&str; 5], say: impl Fn(Label) -> String) -> String {
        let mut rows = vec![heading.map(str::to_owned).to_vec()];
        rows.extend(self.hide.iter().map(|row| {
            vec![
                row.line.to_string(),
                row.author.clone(),
                say(row.label),
                row.reasons.join("; "),
                row.text.clone(),
            ]
        }));
        exports::write(&rows)
    }
}

/// Judges the comments of an export. `allow` holds names of writers and words; a comment by or with one of them passes.
///
/// # Errors
/// When a file can't be read or is no table and no text.
pub fn comments(
    filter: &Filter,
    path: &Path,
    allow: &[String],
    allow_file: Option<&Path>,
) -> Result<CommentsReport, AppError> {
    let mut allowed = allow.to_vec();
    if let Some(file) = allow_file {
        let listed = super::pasted(file)?.text;
        allowed.extend(
            listed
                .lines()
                .filter(|l| !l.starts_with('#'))
                .map(str::to_owned),
        );
    }
    let read =
        exports::read(&source::read(path)?, usize::MAX).map_err(|e| AppError::refused(&e))?;
    Ok(judged(filter, read, &allowed))
}

/// The same of bytes that were pasted or uploaded.
///
/// # Errors
/// When they are no table and no text, or more than [`COMMENTS_MOST`] comments.
pub fn sort(filter: &Filter, bytes: &[u8], allow: &[String]) -> Result<CommentsReport, AppError> {
    let read = exports::read(bytes, COMMENTS_MOST + 1).map_err(|e| AppError::refused(&e))?;
    if read.len() > COMMENTS_MOST {
        return Err(AppError::Refused(
            Message::new("comments-too-many").with("most", COMMENTS_MOST),
        ));
    }
    Ok(judged(filter, read, allow))
}

fn judged(filter: &Filter, read: Vec<exports::Comment>, allow: &[String]) -> CommentsReport {
    let mut allowed: BTreeSet<String> = allow.iter().map(|a| plain(a)).collect();
    allowed.retain(|a| !a.is_empty());
    let mut judge = filter.checker();
    let mut report = CommentsReport {
        comments: read.len(),
        allowed: 0,
        hide: Vec::new(),
        keep: Vec::new(),
    };
    for comment in read {
        let verdict = judge.check(&comment.text);
        // A choice of words alone hides nothing: customers write like advertisers.
        let harmless = verdict.certainty == Certainty::None || !verdict.firm;
        let passed = (!harmless)
            .then(|| passes(&comment, &allowed))
            .flatten()
            .cloned();
        if harmless || passed.is_some() {
            report.allowed += usize::from(passed.is_some());
            report.keep.push(KeepRow {
                line: comment.line,
                author: comment.author,
                doubtful: passed.is_none() && verdict.stand == Stand::Doubtful,
                allowed_by: passed,
                text: comment.text,
            });
            continue;
        }
        let mut reasons: Vec<String> = Vec::new();
        for reason in verdict.reasons {
            if !reasons.contains(&reason.text) {
                reasons.push(reason.text);
            }
        }
        report.hide.push(HideRow {
            line: comment.line,
            id: comment.id,
            author: comment.author,
            label: verdict.label,
            certainty: verdict.certainty,
            reasons,
            text: comment.text,
        });
    }
    report
        .hide
        .sort_by_key(|r| (std::cmp::Reverse(r.certainty), r.line));
    report
        .keep
        .sort_by_key(|r| (r.allowed_by.is_none(), !r.doubtful, r.line));
    report
}

/// What of the allow-list lets a comment pass: its writer's name, or a word in it. A list that was pasted names writers
/// before or after what they wrote: a listed `@name` at either end of a comment is its writer.
fn passes<'a>(comment: &exports::Comment, allowed: &'a BTreeSet<String>) -> Option<&'a String> {
    let text = comment.text.to_lowercase();
    let author = plain(&comment.author);
    let bare = author.trim_start_matches('@');
    let by_name = |listed: &&String| {
        let name = listed.trim_start_matches('@');
        !bare.is_empty() && name == bare
    };
    allowed.iter().find(by_name).or_else(|| {
        allowed.iter().find(|listed| {
            if listed.starts_with('@') {
                comment.author.is_empty() && signed(&text, listed)
            } else {
                text.contains(listed.as_str())
            }
        })
    })
}

/// Whether a comment begins or ends with a writer's name: `@sri enak!`, `enak! - @sri`.
fn signed(text: &str, name: &str) -> bool {
    let text = text.trim();
    // A longer name is another one.
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let first = text
        .strip_prefix(name)
        .is_some_and(|rest| !rest.starts_with(goes_on));
    let last = text
        .strip_suffix(name)
        .is_some_and(|rest| !rest.ends_with(goes_on));
    first || last
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;
    use naik_core::lang::Lang;

    #[test]
    fn a_name_in_a_pasted_list_is_its_writer() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let spam = "daftar slot gacor maxwin dewa88 link di bio";
        let allow = ["@sri".to_owned()];
        for (line, passes) in [
            (format!("@Sri {spam}"), true),
            (format!("@sri: {spam}"), true),
            (format!("{spam} - @sri"), true),
            (format!("@sri_asli {spam}"), false),
            (format!("{spam}, tanya @sri dulu ya kak"), false),
            (spam.to_owned(), false),
        ] {
            let sorted = sort(&filter, line.as_bytes(), &allow).unwrap();
            assert_eq!(sorted.allowed == 1, passes, "{line}");
        }
        // A table tells writers without the sign, too.
        let table = format!("username,comment\nsri,{spam}\n");
        let sorted = sort(&filter, table.as_bytes(), &allow).unwrap();
        assert_eq!(sorted.allowed, 1);
    }

    #[test]
    fn words_alone_hide_nothing() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let mut judge = filter.checker();
        let odd = "Selamat malam kak, mohon bantuannya transfer dulu ya, nanti saya ganti besok";
        let verdict = judge.check(odd);
        assert!(!verdict.firm, "{verdict:?}");
        for (comment, hidden) in [
            (odd, false),
            ("Pesan lewat wa.me/6281234567890 ya kak, ada promo", false),
            (
                "SLOT GACOR maxwin hari ini daftar di dewa88 link di bio",
                true,
            ),
            (
                "Selamat! Anda menang undian 100 juta, klik bit.ly/hadiah-menang",
                true,
            ),
        ] {
            let sorted = sort(&filter, comment.as_bytes(), &[]).unwrap();
            assert_eq!(
                sorted.hide.len() == 1,
                hidden,
                "{comment}: {:?}",
                judge.check(comment)
            );
        }
    }

    #[test]
    fn comments_are_sorted_and_the_allow_list_lets_pass() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let file = "username,comment\n\
            budi,enak banget keripiknya\n\
            x1,SLOT GACOR maxwin hari ini daftar di dewa88 link di bio\n\
            @sri,daftar slot gacor maxwin dewa88 link di bio\n";
        let sorted = sort(&filter, file.as_bytes(), &[" @Sri ".to_owned()]).unwrap();
        assert_eq!((sorted.comments, sorted.allowed), (3, 1));
        assert_eq!(sorted.hide.len(), 1);
        assert_eq!(sorted.hide[0].line, 3);
        let kept: Vec<_> = sorted
            .keep
            .iter()
            .map(|row| (row.line, row.allowed_by.as_deref()))
            .collect();
        assert_eq!(kept, [(4, Some("@sri")), (2, None)]);
        let csv = sorted.hide_csv(["a", "b", "c", "d", "e"], |l| l.key().to_owned());
        assert!(csv.contains("\"3\",\"x1\",\"judol\""), "{csv}");
        assert!(sort(&filter, &b"a\n".repeat(COMMENTS_MOST + 1), &[]).is_err());
    }
}
