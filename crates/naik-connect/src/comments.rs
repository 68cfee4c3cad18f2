//! Comments as apps export them: tables and JSON of YouTube, Instagram and TikTok, or one comment a line.

use serde_json::Value;

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

/// Reads comments from a table, from JSON, or from lines.
///
/// # Errors
/// When the bytes are no text, or too many.
pub fn read(bytes: &[u8]) -> Result<Vec<Comment>, CatalogueError> {
    if let Some(found) = json(bytes) {
        return Ok(found);
    }
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

/// Comments anywhere in a JSON document, or in JSON lines; `None` when it is none, or holds no comments.
fn json(bytes: &[u8]) -> Option<Vec<Comment>> {
    let start = bytes
        .iter()
        .find(|b| !b.is_ascii_whitespace() && !matches!(b, 0xef | 0xbb | 0xbf))?;
    if !matches!(start, b'{' | b'[') {
        return None;
    }
    let text = crate::encoding::decode(bytes);
    let mut found = Vec::new();
    // Lines are documents one after the other; a whole document is the only one.
    for document in serde_json::Deserializer::from_str(&text).into_iter::<Value>() {
        gather(&document.ok()?, &mut found);
    }
    (!found.is_empty()).then_some(found)
}

/// Walks a document; serde_json itself refuses what is nested deeper than 128.
fn gather(value: &Value, found: &mut Vec<Comment>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Object(map) => {
            let field = |names: &[&str]| {
                names.iter().find_map(|name| {
                    map.iter()
                        .find(|(key, _)| key.to_lowercase() == *name)
                        .and_then(|(_, value)| words(value))
                })
            };
            match field(TEXT) {
                Some(text) if !text.trim().is_empty() => found.push(Comment {
                    line: found.len() + 1,
                    id: field(ID).unwrap_or_default(),
                    author: field(AUTHOR).unwrap_or_default(),
                    text,
                }),
                _ => {}
            }
            // Answers to a comment lie within it.
            for inner in map.values().filter(|v| v.is_array() || v.is_object()) {
                gather(inner, found);
            }
        }
        _ => {}
    }
}

/// A text, a number as text, or what Instagram wraps as `{"value": "…"}`.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(map) => map.get("value")?.as_str().map(str::to_owned),
        _ => None,
    }
}

/// A table that spreadsheets open: every cell quoted, and none that they would take for a formula. It begins with the mark
/// by which Excel knows UTF-8.
pub fn write(rows: &[Vec<String>]) -> String {
    let mut out = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| {
                let formula = cell
                    .trim_start()
                    .starts_with(['=', '+', '-', '@', '\t', '\r']);
                let start = if formula { "'" } else { "" };
                format!("\"{start}{}\"", cell.replace('"', "\"\""))
            })
            .collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
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

    #[test]
    fn json_of_the_apps_is_read_and_other_text_with_brackets_too() {
        let nested = "[".repeat(10_000);
        for (file, wanted) in [
            (
                r#"{"items":[{"snippet":{"topLevelComment":{"id":"y1","snippet":{"textDisplay":"halo","authorDisplayName":"@a"}}}}]}"#,
                vec![("", "@a", "halo")],
            ),
            (
                r#"[{"string_map_data":{"Comment":{"value":"enak"},"Media Owner":{"value":"toko"}}}]"#,
                vec![("", "", "enak")],
            ),
            (
                r#"{"Comment":{"Comments":{"CommentsList":[{"date":"x","comment":"slot"},{"date":"y","comment":""}]}}}"#,
                vec![("", "", "slot")],
            ),
            (
                "{\"id\":7,\"username\":\"b\",\"text\":\"satu\"}\n{\"text\":\"dua\"}\n",
                vec![("7", "b", "satu"), ("", "", "dua")],
            ),
            ("[promo] enak\n", vec![("", "", "[promo] enak")]),
            (nested.as_str(), vec![("", "", nested.as_str())]),
        ] {
            let read = read(file.as_bytes()).unwrap();
            let seen: Vec<_> = read
                .iter()
                .map(|c| (c.id.as_str(), c.author.as_str(), c.text.as_str()))
                .collect();
            assert_eq!(seen, wanted, "{:.80}", file);
        }
    }

    #[test]
    fn a_written_table_holds_no_formula() {
        let row = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        let table = write(&[row(&["a", "kata \"dua\", ya"]), row(&["=1+1", "@sri"])]);
        assert_eq!(
            table,
            "\u{feff}\"a\",\"kata \"\"dua\"\", ya\"\r\n\"'=1+1\",\"'@sri\"\r\n"
        );
    }
}
