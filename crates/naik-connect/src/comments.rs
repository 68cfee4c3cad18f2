//! Comments as apps export them: tables and JSON of YouTube, Instagram and TikTok, or one comment a line.

use std::ops::ControlFlow;

use serde_json::Value;

use crate::catalogue::CatalogueError;
use crate::orders::table::rows;
use crate::workbook::weigh;

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

/// The most objects of a JSON document: each takes hundreds of bytes of memory, however short it is written.
const OBJECTS_MAX: usize = 300_000;
/// The most that a workbook of comments may unpack to, in bytes: anybody may send one.
const UNPACKED_MAX: u64 = 60_000_000;

/// Reads at most `most` comments from a table, from a workbook, from JSON, or from lines. The rest is not looked at.
///
/// # Errors
/// When the bytes are no text and no workbook, or would take too much memory.
pub fn read(bytes: &[u8], most: usize) -> Result<Vec<Comment>, CatalogueError> {
    let book = bytes.starts_with(b"PK\x03\x04");
    if book {
        weigh(bytes, UNPACKED_MAX)?;
    } else if let Some(found) = json(bytes, most)? {
        return Ok(found);
    }
    let mut heading: Option<Heading> = None;
    let mut found: Vec<Comment> = Vec::new();
    // The first sheet with such a heading holds the comments; only its first row may be one.
    let first = std::cell::Cell::new(false);
    let mut sheet = || {
        first.set(true);
        ControlFlow::Continue(())
    };
    rows(bytes, &mut sheet, &mut |line, cells| {
        let above = first.replace(false);
        match &heading {
            None if above => heading = Heading::of(cells),
            None if !book => return ControlFlow::Break(()),
            None => {}
            Some(_) if above => return ControlFlow::Break(()),
            Some(heading) => found.extend(heading.comment(line, cells)),
        }
        if found.len() < most {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })?;
    match heading {
        Some(_) => Ok(found),
        None if book => sheet_of_lines(bytes, most),
        None => Ok(lines(bytes, most)),
    }
}

/// A workbook without a heading: the first cell of each row that holds one is a comment.
fn sheet_of_lines(bytes: &[u8], most: usize) -> Result<Vec<Comment>, CatalogueError> {
    let mut found = Vec::new();
    rows(
        bytes,
        &mut || ControlFlow::Continue(()),
        &mut |line, cells| {
            let text = cells.iter().find(|cell| !cell.trim().is_empty());
            found.extend(text.map(|text| Comment {
                line,
                text: text.clone(),
                ..Comment::default()
            }));
            if found.len() < most {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        },
    )?;
    Ok(found)
}

/// Where a table keeps what.
struct Heading {
    text: usize,
    author: Option<usize>,
    id: Option<usize>,
}

impl Heading {
    fn of(cells: &[String]) -> Option<Self> {
        let plain: Vec<String> = cells.iter().map(|c| c.trim().to_lowercase()).collect();
        let column = |names: &[&str]| names.iter().find_map(|n| plain.iter().position(|h| h == n));
        Some(Self {
            text: column(TEXT)?,
            author: column(AUTHOR),
            id: column(ID),
        })
    }

    fn comment(&self, line: usize, cells: &[String]) -> Option<Comment> {
        let cell = |at: Option<usize>| at.and_then(|i| cells.get(i)).cloned().unwrap_or_default();
        let text = cell(Some(self.text));
        (!text.trim().is_empty()).then(|| Comment {
            line,
            id: cell(self.id),
            author: cell(self.author),
            text,
        })
    }
}

/// Comments anywhere in a JSON document, or in JSON lines; `None` when it is none, or holds no comments.
fn json(bytes: &[u8], most: usize) -> Result<Option<Vec<Comment>>, CatalogueError> {
    let start = bytes
        .iter()
        .find(|b| !b.is_ascii_whitespace() && !matches!(b, 0xef | 0xbb | 0xbf));
    if !matches!(start, Some(b'{' | b'[')) {
        return Ok(None);
    }
    if bytes.iter().filter(|byte| **byte == b'{').count() > OBJECTS_MAX {
        return Err(CatalogueError::TooLarge);
    }
    let text = crate::encoding::decode(bytes);
    let mut found = Vec::new();
    // Lines are documents one after the other; a whole document is the only one.
    for document in serde_json::Deserializer::from_str(&text).into_iter::<Value>() {
        let Ok(document) = document else {
            return Ok(None);
        };
        gather(&document, most, &mut found);
        if found.len() >= most {
            break;
        }
    }
    Ok((!found.is_empty()).then_some(found))
}

/// Walks a document; serde_json itself refuses what is nested deeper than 128.
fn gather(value: &Value, most: usize, found: &mut Vec<Comment>) {
    match value {
        _ if found.len() >= most => {}
        Value::Array(items) => items.iter().for_each(|item| gather(item, most, found)),
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
                gather(inner, most, found);
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
fn lines(bytes: &[u8], most: usize) -> Vec<Comment> {
    crate::encoding::decode(bytes)
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
        .map(|(at, text)| Comment {
            line: at + 1,
            text: text.to_owned(),
            ..Comment::default()
        })
        .take(most)
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
            let read = read(file.as_bytes(), 9).unwrap();
            let seen: Vec<_> = read
                .iter()
                .map(|c| (c.id.as_str(), c.author.as_str(), c.text.as_str()))
                .collect();
            assert_eq!(seen, wanted, "{file:?}");
        }
        assert!(read(b"%PDF-1.4", 9).is_err());
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
            let read = read(file.as_bytes(), 9).unwrap();
            let seen: Vec<_> = read
                .iter()
                .map(|c| (c.id.as_str(), c.author.as_str(), c.text.as_str()))
                .collect();
            assert_eq!(seen, wanted, "{:.80}", file);
        }
    }

    #[test]
    fn no_more_comments_are_read_than_were_asked_for() {
        let json = format!("[{}]", ["{\"text\":\"a\"}"; 9].join(","));
        for file in [
            "comment\na\nb\nc\n",
            "a\nb\nc\n",
            json.as_str(),
            &json.replace(['[', ']'], " ").replace(',', "\n"),
        ] {
            assert_eq!(read(file.as_bytes(), 2).unwrap().len(), 2, "{file}");
        }
        let objects = format!("[{}0]", "{\"\":0},".repeat(OBJECTS_MAX + 1));
        assert_eq!(read(objects.as_bytes(), 2), Err(CatalogueError::TooLarge));
    }

    #[test]
    fn a_workbook_is_read_as_a_table_is() {
        let book = |rows: &[&[&str]]| {
            let mut book = rust_xlsxwriter::Workbook::new();
            book.add_worksheet().write_string(0, 0, "Petunjuk").unwrap();
            let page = book.add_worksheet();
            for (line, row) in (0_u32..).zip(rows) {
                for (at, cell) in (0_u16..).zip(*row) {
                    page.write_string(line, at, *cell).unwrap();
                }
            }
            book.save_to_buffer().unwrap()
        };
        let bytes = book(&[
            &["Username", "Comment"],
            &["@a", "halo"],
            &["@b"],
            &["@c", "slot"],
        ]);
        let read_back = read(&bytes, 9).unwrap();
        let seen: Vec<_> = read_back
            .iter()
            .map(|c| (c.line, c.author.as_str(), c.text.as_str()))
            .collect();
        assert_eq!(seen, [(2, "@a", "halo"), (4, "@c", "slot")]);
        assert_eq!(read(&bytes, 1).unwrap().len(), 1);
        let plain = read(&book(&[&["enak"], &["", "mantap"]]), 9).unwrap();
        let seen: Vec<_> = plain.iter().map(|c| c.text.as_str()).collect();
        assert_eq!(seen, ["Petunjuk", "enak", "mantap"]);
        assert!(read(b"PK\x03\x04 broken", 9).is_err());
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
