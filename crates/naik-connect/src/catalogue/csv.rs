//! Tables of separated texts.

use std::borrow::Cow;
use std::io::Cursor;
use std::sync::Arc;

use super::CatalogueError;
use crate::encoding;

/// Rows with their line numbers.
pub(crate) type Rows<'a> = Box<dyn Iterator<Item = (usize, Vec<String>)> + Send + 'a>;

/// The most bytes of one cell that are kept; what a fact may be is far shorter.
pub(super) const CELL_MAX: usize = 20_000;
/// The most columns that are kept.
pub(crate) const COLUMNS_MAX: usize = 200;
/// A row with more cells than this belongs to no table: even their places would fill the memory.
const CELLS_MOST: usize = 10_000;

/// A table's text, from where its rows begin. Cheap to clone; it takes no memory beside the file's own bytes where these are
/// UTF-8.
#[derive(Clone)]
struct Text<'a> {
    all: Arc<Cow<'a, str>>,
    from: usize,
}

impl AsRef<[u8]> for Text<'_> {
    fn as_ref(&self) -> &[u8] {
        self.all.as_bytes().get(self.from..).unwrap_or_default()
    }
}

/// Reads a table, whatever separates its cells.
pub(crate) fn rows(bytes: &[u8]) -> Result<Rows<'_>, CatalogueError> {
    if bytes.len() > super::FILE_MAX {
        return Err(CatalogueError::TooLarge);
    }
    // Old Excel files, PDFs, pictures and other things that people drop here.
    let foreign: [&[u8]; 6] = [
        b"\xd0\xcf\x11\xe0",
        b"%PDF",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"RIFF",
    ];
    if foreign.iter().any(|start| bytes.starts_with(start)) {
        return Err(CatalogueError::NotTable);
    }
    let text = encoding::decode(bytes);
    if text.contains('\0') {
        return Err(CatalogueError::NotTable);
    }
    // The statement of the separator is a line of its own.
    let (from, separator, first) = match stated(&text) {
        Some((rest, separator)) => (text.len() - rest.len(), separator, 2),
        None => (0, likely(&text), 1),
    };
    let text = Text {
        all: Arc::new(text),
        from,
    };
    if widest(text.as_ref(), separator) > CELLS_MOST {
        return Err(CatalogueError::NotTable);
    }
    let mut lines = Lines {
        text: text.clone(),
        at: 0,
        line: first,
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(Cursor::new(text));
    let mut record = csv::StringRecord::new();
    Ok(Box::new(std::iter::from_fn(move || {
        loop {
            match reader.read_record(&mut record) {
                Ok(true) => {
                    let start = record.position().map_or(0, csv::Position::byte);
                    return Some((
                        lines.of(usize::try_from(start).unwrap_or(0)),
                        record.iter().take(COLUMNS_MAX).map(cell).collect(),
                    ));
                }
                Ok(false) => return None,
                // The text is UTF-8 by now and rows may differ in length, so that only one row can be at fault.
                Err(_) if !reader.is_done() => {}
                Err(_) => return None,
            }
        }
    })))
}

/// Counts lines as an editor does; the reader itself leaves empty ones out.
struct Lines<'a> {
    text: Text<'a>,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of the first cell at or after a byte. Asked in rising order.
    fn of(&mut self, start: usize) -> usize {
        let bytes = self.text.as_ref();
        let end = bytes
            .iter()
            .skip(start)
            .position(|byte| !matches!(byte, b'\n' | b'\r'))
            .map_or(start, |gap| start + gap);
        // A line ends with `\n`, `\r\n`, or `\r` alone as old Macs wrote it.
        let passed = (self.at..end).filter(|at| match bytes.get(*at) {
            Some(b'\n') => true,
            Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        self.line += passed.count();
        self.at = self.at.max(end);
        self.line
    }
}

/// The cells of the row with the most of them. It follows quotation marks as the reader does, and keeps nothing.
fn widest(text: &[u8], separator: u8) -> usize {
    // A mark opens a quotation only at the start of a cell; a doubled one ends it and opens it again.
    let (mut quoted, mut ended, mut start) = (false, false, true);
    let (mut cells, mut most) = (1, 1);
    for &byte in text {
        if quoted {
            quoted = byte != b'"';
            ended = !quoted;
            continue;
        }
        quoted = byte == b'"' && (start || ended);
        (start, ended) = (false, false);
        if byte == separator {
            (cells, start) = (cells + 1, true);
            most = most.max(cells);
        } else if matches!(byte, b'\n' | b'\r') {
            (cells, start) = (1, true);
        }
    }
    most
}

/// Excel's own first line `sep=;`.
fn stated(text: &str) -> Option<(&str, u8)> {
    let rest = text.strip_prefix("sep=")?;
    let separator = rest.bytes().next()?;
    let rest = rest.get(1..)?.trim_start_matches(['\r', '\n']);
    matches!(separator, b',' | b';' | b'\t' | b'|').then_some((rest, separator))
}

/// The separator that stands most often in the first lines, outside quotation marks.
fn likely(text: &str) -> u8 {
    let mut counts = [(b'|', 0_usize), (b';', 0), (b'\t', 0), (b',', 0)];
    let mut quoted = false;
    let mut lines = 0;
    for byte in text.bytes().take(20_000) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                lines += 1;
                // The heading decides; cells below may hold commas.
                if lines >= 1 && counts.iter().any(|(_, count)| *count > 0) {
                    break;
                }
            }
            _ if !quoted => {
                if let Some((_, count)) =
                    counts.iter_mut().find(|(separator, _)| *separator == byte)
                {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    counts
        .iter()
        .max_by_key(|(_, count)| *count)
        .filter(|(_, count)| *count > 0)
        .map_or(b',', |(separator, _)| *separator)
}

/// One cell. `="0812"` is how some programs keep a leading zero; a leading apostrophe means text.
fn cell(text: &str) -> String {
    let text = text.trim();
    let text = text
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(text);
    kept(text.strip_prefix('\'').unwrap_or(text)).to_owned()
}

/// The part of a cell that is kept.
pub(crate) fn kept(text: &str) -> &str {
    text.get(..text.floor_char_boundary(CELL_MAX))
        .unwrap_or(text)
}
