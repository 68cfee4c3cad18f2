//! Comments of a shop: which to hide, which to keep, and why. Nothing is hidden or deleted by itself.

use std::collections::BTreeSet;
use std::path::Path;

use naik_connect::catalogue::{CatalogueError, FILE_MAX};
use naik_connect::comments::{self as exports, Guessed};
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
    /// Whether some bytes of the file fitted no encoding, so that their letters are guessed.
    pub damaged: bool,
    /// The column that was taken for the comments, when no heading tells.
    pub guessed: Option<Guessed>,
    /// Those to hide, the surest first, then by line.
    pub hide: Vec<HideRow>,
    /// Those to keep: passed by the allow-list, then odd ones, then by line.
    #[serde(skip)]
    pub keep: Vec<KeepRow>,
}

impl CommentsReport {
    /// What is to be said of how the file was read.
    pub fn notes(&self) -> Vec<Message> {
        let damaged = self.damaged.then(|| Message::new("comments-damaged"));
        let guessed = self.guessed.as_ref().map(|column| {
            let key = if column.name.is_empty() {
                "comments-column"
            } else {
                "comments-column-named"
            };
            Message::new(key)
                .with("column", column.column)
                .with("name", &column.name)
        });
        damaged.into_iter().chain(guessed).collect()
    }

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
/// When a file can't be read, is no table and no text, is larger than we read, or holds no comment.
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
    let bytes = source::whole(path, FILE_MAX as u64)?;
    let read = exports::read(&bytes, usize::MAX).map_err(|e| refused(&e))?;
    if read.comments.is_empty() {
        return Err(AppError::Refused(
            Message::new("comments-none").with("path", path.display()),
        ));
    }
    Ok(judged(filter, read, &allowed))
}

/// The same of bytes that were pasted or uploaded.
///
/// # Errors
/// When they are no table and no text, or more than [`COMMENTS_MOST`] comments.
pub fn sort(filter: &Filter, bytes: &[u8], allow: &[String]) -> Result<CommentsReport, AppError> {
    let read = exports::read(bytes, COMMENTS_MOST + 1).map_err(|e| refused(&e))?;
    if read.comments.len() > COMMENTS_MOST {
        return Err(AppError::Refused(
            Message::new("comments-too-many").with("most", COMMENTS_MOST),
        ));
    }
    Ok(judged(filter, read, allow))
}

/// The reader's fault; where it speaks of catalogues, said of comments.
fn refused(error: &CatalogueError) -> AppError {
    match error {
        CatalogueError::TooLarge => {
            AppError::Refused(Message::new("comments-too-large").with("most", FILE_MAX / 1_000_000))
        }
        other => AppError::refused(other),
    }
}

fn judged(filter: &Filter, read: exports::Export, allow: &[String]) -> CommentsReport {
    let listed: BTreeSet<String> = allow.iter().map(|a| plain(a)).collect();
    let allowed: Vec<Allowed> = listed.into_iter().filter_map(Allowed::new).collect();
    let mut judge = filter.checker();
    let mut report = CommentsReport {
        comments: read.comments.len(),
        allowed: 0,
        damaged: read.damaged,
        guessed: read.guessed,
        hide: Vec::new(),
        keep: Vec::new(),
    };
    for comment in read.comments {
        let verdict = judge.check(&comment.text);
        // A choice of words alone hides nothing: customers write like advertisers.
        let harmless = verdict.certainty == Certainty::None || !verdict.firm;
        let passed = (!harmless)
            .then(|| passes(&comment, &allowed))
            .flatten()
            .map(|allowed| allowed.listed.clone());
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

/// A name or words of the allow-list.
struct Allowed {
    /// As listed, in small letters.
    listed: String,
    /// The words that follow each other in a comment that passes.
    words: Vec<String>,
}

impl Allowed {
    fn new(listed: String) -> Option<Self> {
        let words = words(&listed);
        (!listed.is_empty()).then_some(Self { listed, words })
    }

    /// Whether the listed words stand in a comment as whole words, one after the other. What has no word, such as an emoji,
    /// stands between spaces.
    fn is_in(&self, text: &str, spoken: &[String]) -> bool {
        match self.words.len() {
            0 => text.split_whitespace().any(|part| part == self.listed),
            count => spoken.windows(count).any(|part| part == self.words),
        }
    }
}

/// What of the allow-list lets a comment pass: its writer's name, or words in it. A list that was pasted names writers
/// before or after what they wrote: a listed `@name` at either end of a comment is its writer.
fn passes<'a>(comment: &exports::Comment, allowed: &'a [Allowed]) -> Option<&'a Allowed> {
    let text = comment.text.to_lowercase();
    let spoken = words(&text);
    let author = plain(&comment.author);
    let bare = author.trim_start_matches('@');
    let by_name = |allowed: &&Allowed| {
        let name = allowed.listed.trim_start_matches('@');
        !bare.is_empty() && name == bare
    };
    allowed.iter().find(by_name).or_else(|| {
        allowed.iter().find(|allowed| {
            if allowed.listed.starts_with('@') {
                comment.author.is_empty() && signed(&text, &allowed.listed)
            } else {
                allowed.is_in(&text, &spoken)
            }
        })
    })
}

/// The words of a text in small letters, as the allow-list compares them. An address or a name with dots and underscores in
/// it is one word: whoever allows `toko.id` does not allow `toko.id.maxwin.xyz`.
fn words(text: &str) -> Vec<String> {
    let folded: String = text
        .chars()
        .filter_map(|c| match c {
            // Invisible signs, and marks over letters.
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{300}'..='\u{36f}' => None,
            // Wide letters of Asian keyboards.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
            other => Some(other),
        })
        .flat_map(char::to_lowercase)
        .collect();
    folded
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.'))
        .map(|word| word.trim_matches(['.', '_']).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
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
    fn whole_words_are_allowed_and_not_their_letters() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let spam = "SLOT GACOR maxwin hari ini daftar di dewa88.xyz bareng kak sri_asli \u{1f525} link di bio";
        for (allow, passes) in [
            ("a", false),
            ("o", false),
            ("max", false),
            ("win", false),
            ("dewa88", false),
            (".", false),
            ("sri", false),
            ("gacor hari", false),
            ("maxwin", true),
            ("Hari  Ini", true),
            ("GACOR, maxwin!", true),
            ("dewa88.xyz", true),
            ("sri_asli", true),
            ("\u{1f525}", true),
        ] {
            let sorted = sort(&filter, spam.as_bytes(), &[allow.to_owned()]).unwrap();
            assert_eq!(sorted.allowed == 1, passes, "{allow}");
        }
    }

    #[test]
    fn what_is_odd_about_a_file_is_told() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let keys = |bytes: &[u8]| {
            let notes = sort(&filter, bytes, &[]).unwrap().notes();
            for lang in Lang::ALL {
                for note in &notes {
                    let said = Words::new(lang).say(note).text;
                    assert!(said != note.key && !said.contains('$'), "{said}");
                }
            }
            notes.into_iter().map(|note| note.key).collect::<Vec<_>>()
        };
        assert!(keys(b"enak\nmantap\n").is_empty());
        assert_eq!(keys(b"enak\ncaf\xe9\n"), ["comments-damaged"]);
        let table = "Hari,Orang,Curahan\n2024-05-01,@a,halo kak\n2024-05-02,@b,enak sekali\n";
        assert_eq!(keys(table.as_bytes()), ["comments-column-named"]);
        let bare = "2024-05-01,@a,halo kak\n2024-05-02,@b,enak sekali\n";
        assert_eq!(keys(bare.as_bytes()), ["comments-column"]);
    }

    #[test]
    fn files_without_comments_and_files_beyond_the_limit_are_refused() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("komentar.csv");
        let key = || match comments(&filter, &path, &[], None) {
            Err(AppError::Refused(message)) => message.key,
            other => panic!("{other:?}"),
        };
        for empty in ["", " \n\n", "username,comment\n"] {
            std::fs::write(&path, empty).unwrap();
            assert_eq!(key(), "comments-none", "{empty:?}");
        }
        // A file with a hole: long, and nothing on the disk.
        let file = std::fs::File::create(&path).unwrap();
        file.set_len(FILE_MAX as u64 + 1).unwrap();
        assert_eq!(key(), "file-too-large");
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
