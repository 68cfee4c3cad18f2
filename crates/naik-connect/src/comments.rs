//! Comments as apps export them: YouTube, Instagram, TikTok tables, JSON lines, or one comment a line.

use crate::catalogue::CatalogueError;
use crate::catalogue::table;

/// One comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    /// Line of the file, from 1.
    pub line: usize,
    /// Its own name in the export, when there is one.
    pub id: String,
    /// Who wrote it, when told.
    pub author: String,
    /// What was written.
    pub text: String,
}

/// Headings under which exports keep the words, most certain first.
const TEXT: &[&str] = &[
    "comment text",
    "textdisplay",
    "textoriginal",
    "comment_text",
    "komentar",
    "isi komentar",
    "comment",
    "comments",
    "text",
    "teks",
    "content",
    "message",
    "pesan",
    "body",
    "isi",
];
const AUTHOR: &[&str] = &[
    "authordisplayname",
    "author",
    "username",
    "user name",
    "user",
    "nickname",
    "nama",
    "name",
    "penulis",
    "profile",
    "akun",
    "unique id",
    "uniqueid",
    "owner username",
];
const ID: &[&str] = &["comment id", "commentid", "comment_id", "id", "cid"];

/// Reads comments from a table or from lines.
///
/// # Errors
/// When the bytes are no text, or too many.
pub fn read(bytes: &[u8]) -> Result<Vec<Comment>, CatalogueError> {
    let rows: Vec<(usize, Vec<String>)> = table(bytes)?.collect();
    let heading: Vec<String> = rows
        .first()
        .map(|(_, cells)| cells.iter().map(|c| c.trim().to_lowercase()).collect())
        .unwrap_or_default();
    let column = |names: &[&str]| {
        names
            .iter()
            .find_map(|n| heading.iter().position(|h| h == n))
    };
    let Some(text) = column(TEXT) else {
        return Ok(lines(bytes));
    };
    let (author, id) = (column(AUTHOR), column(ID));
    let cell = |cells: &[String], at: Option<usize>| {
        at.and_then(|i| cells.get(i)).cloned().unwrap_or_default()
    };
    Ok(rows
        .iter()
        .skip(1)
        .map(|(line, cells)| Comment {
            line: *line,
            id: cell(cells, id),
            author: cell(cells, author),
            text: cell(cells, Some(text)),
        })
        .filter(|c| !c.text.trim().is_empty())
        .collect())
}

/// One comment a line.
fn lines(bytes: &[u8]) -> Vec<Comment> {
    crate::encoding::decode(bytes)
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
        .map(|(at, text)| Comment {
            line: at + 1,
            text: text.to_owned(),
            ..Comment::default()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_are_read_whatever_separates_their_cells() {
        for (file, wanted) in [
            (
                "Comment ID,Author,Comment Text\nx1,@a,\"halo, kak\"\n",
                vec![("x1", "@a", "halo, kak")],
            ),
            (
                "username;comment\nb;slot gacor\nc;enak\n",
                vec![("", "b", "slot gacor"), ("", "c", "enak")],
            ),
            ("nickname\tText\td\nb\tok\t1\n", vec![("", "b", "ok")]),
            (
                "enak sekali, kak\n\nmantap\n",
                vec![("", "", "enak sekali, kak"), ("", "", "mantap")],
            ),
            ("", vec![]),
        ] {
            let read = read(file.as_bytes()).unwrap();
            let seen: Vec<_> = read
                .iter()
                .map(|c| (c.id.as_str(), c.author.as_str(), c.text.as_str()))
                .collect();
            assert_eq!(seen, wanted, "{file:?}");
        }
        assert!(read(b"%PDF-1.4").is_err());
    }
}
