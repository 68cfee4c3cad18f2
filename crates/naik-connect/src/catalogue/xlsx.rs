//! Excel workbooks.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};

use super::csv::{COLUMNS_MAX, Rows, kept};
use super::{CatalogueError, FILE_MAX, ROWS_MAX, header};

/// The most that a workbook may unpack to, in bytes: against archives that are made to fill the memory.
pub(crate) const UNPACKED_MAX: u64 = 300_000_000;
/// The most cells that are kept.
const CELLS_MAX: usize = 4_000_000;
/// The most bytes of all cells of a sheet together: many cells may name one long text that is stored once.
const TEXTS_MAX: usize = 2 * FILE_MAX;

/// Rows of the first sheet that has a heading.
pub(super) fn rows(bytes: &[u8]) -> Result<Rows<'static>, CatalogueError> {
    if bytes.len() > FILE_MAX {
        return Err(CatalogueError::TooLarge);
    }
    weigh(bytes, UNPACKED_MAX)?;
    let fail = |error: &dyn std::fmt::Display| CatalogueError::NotXlsx(error.to_string());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| fail(&e))?;
    let mut first = None;
    for name in book.sheet_names() {
        let rows = sheet(&mut book, &name)?;
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

/// Cells of a sheet row by row. Read one by one: a sheet whose only cells are its first and its last would
/// otherwise take the memory of all cells between.
fn sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
) -> Result<Vec<(usize, Vec<String>)>, CatalogueError> {
    let fail = |error: &dyn std::fmt::Display| CatalogueError::NotXlsx(error.to_string());
    let mut reader = book.worksheet_cells_reader(name).map_err(|e| fail(&e))?;
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let mut cells = 0_usize;
    let mut left = TEXTS_MAX;
    while let Some(cell) = reader.next_cell().map_err(|e| fail(&e))? {
        let (row, column) = cell.get_position();
        let text = shown(cell.get_value());
        if column as usize >= COLUMNS_MAX || text.is_empty() {
            continue;
        }
        cells += 1;
        if cells > CELLS_MAX || rows.len() > ROWS_MAX + 20 {
            break;
        }
        left = left
            .checked_sub(text.len())
            .ok_or(CatalogueError::TooLarge)?;
        let line = row as usize + 1;
        if rows.last().is_none_or(|(last, _)| *last != line) {
            rows.push((line, Vec::new()));
        }
        if let Some((_, texts)) = rows.last_mut() {
            let column = column as usize;
            if texts.len() <= column {
                texts.resize(column + 1, String::new());
            }
            if let Some(place) = texts.get_mut(column) {
                *place = text;
            }
        }
    }
    Ok(rows)
}

/// A cell as people see it: whole numbers without `.0`, long ones without an exponent.
pub(crate) fn shown(data: &DataRef<'_>) -> String {
    match data {
        // Cut before it is copied.
        DataRef::String(text) => kept(text.trim()).to_owned(),
        DataRef::SharedString(text) => kept(text.trim()).to_owned(),
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e18 => {
            format!("{number:.0}")
        }
        // A decimal comma, so that 15.125 is not taken for fifteen thousand.
        DataRef::Float(number) => number.to_string().replace('.', ","),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(time) => time.as_f64().to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => kept(text).to_owned(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Unpacks the archive without keeping it, and refuses what grows too large.
pub(crate) fn weigh(bytes: &[u8], most: u64) -> Result<(), CatalogueError> {
    let fail = |error: &dyn std::fmt::Display| CatalogueError::NotXlsx(error.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| fail(&e))?;
    let mut left = most;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|e| fail(&e))?;
        let read =
            std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|e| fail(&e))?;
        left = left.checked_sub(read).ok_or(CatalogueError::TooLarge)?;
    }
    Ok(())
}
