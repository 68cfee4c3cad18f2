//! Many products in one file: a table with a heading, from a spreadsheet program or another shop.

mod csv;
mod header;
mod xlsx;

use naik_core::kit::Notice;
use naik_core::message::{Explain, Message};

use crate::facts::Reading;

pub(crate) use csv::{COLUMNS_MAX, kept, rows as table};

/// The largest catalogue, in bytes.
pub const FILE_MAX: usize = 50_000_000;
/// The most products that are read; rows after them are left out with a notice.
pub const ROWS_MAX: usize = 50_000;

/// One product of a catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its line in the file, from 1, the heading included.
    pub line: usize,
    /// Its photos, as written: file names or addresses.
    pub photos: Vec<String>,
    /// The shop's own code for it, where there is such a column.
    pub sku: Option<String>,
    /// Its facts, and what was wrong with its cells.
    pub reading: Reading,
}

/// Why a catalogue can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// There is no row beside the heading.
    #[error("the catalogue has no products")]
    Empty,
    /// No column is named as a product's name is.
    #[error("no column holds the product's name; the columns are: {0}")]
    NoName(String),
    /// It is larger than [`FILE_MAX`], or unpacks to more than is sensible.
    #[error("the catalogue is too large")]
    TooLarge,
    /// It is no workbook that can be read.
    #[error("the workbook can't be read: {0}")]
    NotXlsx(String),
    /// The disk has no room for the texts of the workbook, which are put aside while it is read.
    #[error("the workbook can't be put aside: {0}")]
    NoRoom(String),
    /// It is an old `.xls` file, a picture, a PDF or the like.
    #[error("the file is neither CSV nor XLSX")]
    NotTable,
}

impl Explain for CatalogueError {
    fn explain(&self) -> Message {
        match self {
            Self::Empty => Message::new("catalogue-empty"),
            Self::NoName(columns) => Message::new("catalogue-no-name").with("columns", columns),
            Self::TooLarge => Message::new("catalogue-too-large"),
            Self::NotXlsx(_) => Message::new("catalogue-not-xlsx"),
            Self::NoRoom(_) => Message::new("catalogue-no-room"),
            Self::NotTable => Message::new("catalogue-not-table"),
        }
    }
}

/// The products of a catalogue, one after the other; rows are turned into facts as they are asked for.
pub struct Catalogue<'a> {
    /// What is to be said about the whole file: unknown columns.
    pub notices: Vec<Notice>,
    header: header::Header,
    rows: csv::Rows<'a>,
    taken: usize,
}

impl std::fmt::Debug for Catalogue<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue")
            .field("notices", &self.notices)
            .field("taken", &self.taken)
            .finish_non_exhaustive()
    }
}

/// Reads a catalogue of either kind, told apart by its first bytes.
///
/// # Errors
/// When it is no table, has no product, or no column with names.
pub fn read(bytes: &[u8]) -> Result<Catalogue<'_>, CatalogueError> {
    if bytes.starts_with(b"PK\x03\x04") {
        read_xlsx(bytes)
    } else {
        read_csv(bytes)
    }
}

/// Reads a table of texts separated by commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.
///
/// # Errors
/// As [`read`].
pub fn read_csv(bytes: &[u8]) -> Result<Catalogue<'_>, CatalogueError> {
    start(csv::rows(bytes)?)
}

/// Reads the first sheet with a heading of an Excel workbook; a formula counts with its last result.
///
/// # Errors
/// As [`read`], and when the workbook is damaged or locked.
pub fn read_xlsx(bytes: &[u8]) -> Result<Catalogue<'_>, CatalogueError> {
    start(xlsx::rows(bytes)?)
}

/// Finds the heading among the first rows: sheets often start with a title.
fn start(mut rows: csv::Rows<'_>) -> Result<Catalogue<'_>, CatalogueError> {
    let mut first: Option<Vec<String>> = None;
    for (_, cells) in rows.by_ref().take(20) {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if let Some((header, notices)) = header::Header::read(&cells) {
            let mut rows = rows
                .filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()))
                .peekable();
            if rows.peek().is_none() {
                return Err(CatalogueError::Empty);
            }
            return Ok(Catalogue {
                notices,
                header,
                rows: Box::new(rows),
                taken: 0,
            });
        }
        first.get_or_insert(cells);
    }
    match first {
        Some(cells) => Err(CatalogueError::NoName(
            crate::clean::line(&cells.join(", "), 200).0,
        )),
        None => Err(CatalogueError::Empty),
    }
}

impl Iterator for Catalogue<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let (line, cells) = self.rows.next()?;
        self.taken += 1;
        if self.taken > ROWS_MAX {
            if self.taken == ROWS_MAX + 1 {
                self.notices.push(Notice::failed(
                    Message::new("catalogue-too-many").with("max", ROWS_MAX),
                ));
            }
            return None;
        }
        Some(self.header.row(line, &cells))
    }
}

#[cfg(test)]
mod tests;
