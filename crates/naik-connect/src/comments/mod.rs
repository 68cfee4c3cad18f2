//! Comments as apps export them: tables and JSON of YouTube, Instagram and TikTok, or one comment a line.

mod heading;
mod json;

use std::ops::ControlFlow;

use serde::Serialize;

use crate::catalogue::{CatalogueError, table};
use crate::orders::table::rows;
use crate::workbook::weigh;
use heading::{Guess, Heading, LOOKED, Row};

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

/// The comments of a file, and what is to be said of how they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// The comments.
    pub comments: Vec<Comment>,
    /// Whether some bytes fitted no encoding, so that their letters are guessed.
    pub damaged: bool,
    /// The column that was taken for the comments, when no heading tells.
    pub guessed: Option<Guessed>,
}

/// A column that was taken for the comments because its texts are the longest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Guessed {
    /// Which, from 1.
    pub column: usize,
    /// What stands over it; empty when nothing does.
    pub name: String,
}

/// The most that a workbook of comments may unpack to, in bytes: anybody may send one.
const UNPACKED_MAX: u64 = 60_000_000;

/// Reads at most `most` comments from a table, from a workbook, from JSON, or from lines. The rest is not looked at.
///
/// # Errors
/// When the bytes are no text and no workbook, or would take too much memory.
pub fn read(bytes: &[u8], most: usize) -> Result<Export, CatalogueError> {
    if bytes.starts_with(b"PK\x03\x04") {
        weigh(bytes, UNPACKED_MAX)?;
        return book(bytes, most);
    }
    let (text, damaged) = crate::encoding::decode_told(bytes);
    let export = match json::read(&text, most)? {
        Some(comments) => Export {
            comments,
            ..Export::default()
        },
        None => {
            // What is no text at all is known by its first bytes.
            drop(table(bytes)?);
            separated(&text, most)?
        }
    };
    Ok(Export { damaged, ..export })
}

/// A table of separated texts, or lines.
fn separated(text: &str, most: usize) -> Result<Export, CatalogueError> {
    if let Some((at, heading, separator)) = heading::find_in(text) {
        return Ok(Export {
            comments: below(text, at, separator, 1, &heading, most)?,
            ..Export::default()
        });
    }
    match heading::guess_in(text) {
        Some((guess, separator)) => Ok(Export {
            comments: below(
                text,
                guess.at,
                separator,
                usize::from(guess.named),
                &guess.heading,
                most,
            )?,
            guessed: Some(Guessed::of(&guess)),
            ..Export::default()
        }),
        None => Ok(Export {
            comments: lines(text, most),
            ..Export::default()
        }),
    }
}

/// The comments of a table that begins at a byte, without its first `skip` rows.
fn below(
    text: &str,
    at: usize,
    separator: u8,
    skip: usize,
    heading: &Heading,
    most: usize,
) -> Result<Vec<Comment>, CatalogueError> {
    let (above, rest) = text.split_at_checked(at).unwrap_or(("", text));
    let trimmed = rest.trim_start_matches(['\r', '\n']);
    let above = ends(above) + ends(rest.strip_suffix(trimmed).unwrap_or_default());
    let rest = trimmed;
    let take = |table: &str, above: usize| -> Result<Vec<Comment>, CatalogueError> {
        let rows = self::table(table.as_bytes())?.skip(skip);
        let read = rows.filter_map(|(line, cells)| heading.comment(above + line, &cells));
        Ok(read.take(most).collect())
    };
    let width = table(rest.as_bytes())?.next().map(|(_, cells)| cells.len());
    if width == Some(heading.width) {
        return take(rest, above);
    }
    // The reader of tables would part the cells at another sign.
    let stated = format!("sep={}\n{rest}", char::from(separator));
    let read = take(&stated, above)?;
    Ok(read
        .into_iter()
        .map(|comment| Comment {
            line: comment.line.saturating_sub(1),
            ..comment
        })
        .collect())
}

/// How many lines end in a text: with `\n`, `\r\n`, or `\r` alone as old Macs wrote it.
fn ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_end = |at: &usize| match bytes.get(*at) {
        Some(b'\n') => true,
        Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    (0..bytes.len()).filter(is_end).count()
}

impl Guessed {
    fn of(guess: &Guess) -> Self {
        Self {
            column: guess.heading.column(),
            name: guess.name.clone(),
        }
    }
}

/// Where a workbook keeps its comments.
struct Place {
    sheet: usize,
    /// The line from which rows are comments.
    from: usize,
    heading: Heading,
    guessed: Option<Guessed>,
}

impl Place {
    /// What the first rows of a sheet tell: a heading, or a guess where none is known.
    fn of(sheet: usize, first: &[Row]) -> Option<Self> {
        if let Some((line, heading)) = heading::find(first, false) {
            return Some(Self {
                sheet,
                from: line + 1,
                heading,
                guessed: None,
            });
        }
        let guess = heading::guess(first, None)?;
        Some(Self {
            sheet,
            from: guess.at + usize::from(guess.named),
            guessed: Some(Guessed::of(&guess)),
            heading: guess.heading,
        })
    }
}

/// A workbook: the first sheet with a known heading, else the first that looks like a table, else all rows.
fn book(bytes: &[u8], most: usize) -> Result<Export, CatalogueError> {
    let Some(place) = place(bytes)? else {
        return Ok(Export {
            comments: sheet_of_lines(bytes, most)?,
            ..Export::default()
        });
    };
    let mut comments = Vec::new();
    let sheet = std::cell::Cell::new(0_usize);
    rows(
        bytes,
        &mut || {
            sheet.set(sheet.get() + 1);
            if sheet.get() > place.sheet {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        },
        &mut |line, cells| {
            if sheet.get() == place.sheet && line >= place.from {
                comments.extend(place.heading.comment(line, cells));
            }
            if comments.len() < most {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        },
    )?;
    Ok(Export {
        comments,
        guessed: place.guessed,
        ..Export::default()
    })
}

/// Where a workbook keeps its comments, when one of its sheets is a table.
fn place(bytes: &[u8]) -> Result<Option<Place>, CatalogueError> {
    // What was looked at of the sheet that is being read; its number, from 1.
    let seen = std::cell::RefCell::new((0_usize, Vec::<Row>::new()));
    let best = std::cell::RefCell::new(None::<Place>);
    let judge = |sheet: usize, first: &[Row]| {
        let mut best = best.borrow_mut();
        let found = Place::of(sheet, first);
        let is_better = found
            .as_ref()
            .is_some_and(|found| best.is_none() || found.guessed.is_none());
        if is_better {
            *best = found;
        }
        best.as_ref().is_some_and(|best| best.guessed.is_none())
    };
    rows(
        bytes,
        &mut || {
            let (sheet, first) = &mut *seen.borrow_mut();
            let known = judge(*sheet, first);
            (*sheet, *first) = (*sheet + 1, Vec::new());
            if known {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        },
        &mut |line, cells| {
            let (_, first) = &mut *seen.borrow_mut();
            if first.len() < LOOKED {
                first.push(Row::new(line, cells.iter().map(String::as_str)));
            }
            ControlFlow::Continue(())
        },
    )?;
    let (sheet, first) = seen.into_inner();
    let known = best
        .borrow()
        .as_ref()
        .is_some_and(|best| best.guessed.is_none());
    if !known {
        judge(sheet, &first);
    }
    Ok(best.into_inner())
}

/// A workbook without a table: the first cell of each row that holds one is a comment.
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
fn lines(text: &str, most: usize) -> Vec<Comment> {
    text.lines()
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
mod tests;
