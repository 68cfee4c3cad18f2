//! Excel workbooks.

use super::csv::Rows;
use super::{CatalogueError, FILE_MAX, ROWS_MAX, header};
use crate::workbook::{Sheet, Workbook};

/// The most cells that are kept.
const CELLS_MAX: usize = 4_000_000;
/// The most bytes of all cells of a sheet together: many cells may name one long text that is stored once.
const TEXTS_MAX: usize = 2 * FILE_MAX;

/// Rows of the first sheet that has a heading.
pub(super) fn rows(bytes: &[u8]) -> Result<Rows<'static>, CatalogueError> {
    if bytes.len() > FILE_MAX {
        return Err(CatalogueError::TooLarge);
    }
    let mut book = Workbook::open(bytes)?;
    let mut first = None;
    for nth in 0..book.sheet_count() {
        let rows = all(book.sheet(nth)?)?;
        let has_header = rows
            .iter()
            .take(20)
            .any(|(_, cells)| header::Header::read(cells).is_some());
        if has_header {
            return Ok(Box::new(rows.into_iter()));
        }
        if first.is_none() && !rows.is_empty() {
            first = Some(rows);
        }
    }
    Ok(Box::new(first.unwrap_or_default().into_iter()))
}

/// The rows of a sheet, as many as are read of a catalogue.
fn all(mut sheet: Sheet<'_>) -> Result<Vec<(usize, Vec<String>)>, CatalogueError> {
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let mut cells = 0_usize;
    let mut left = TEXTS_MAX;
    let mut row = Vec::new();
    while let Some(line) = sheet.next_row(&mut row)? {
        let bytes: usize = row.iter().map(String::len).sum();
        left = left.checked_sub(bytes).ok_or(CatalogueError::TooLarge)?;
        cells += row.iter().filter(|cell| !cell.is_empty()).count();
        if cells > CELLS_MAX {
            return Err(CatalogueError::TooLarge);
        }
        if rows.len() > ROWS_MAX + 20 {
            break;
        }
        rows.push((line, std::mem::take(&mut row)));
    }
    Ok(rows)
}
