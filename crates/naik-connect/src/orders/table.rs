//! Rows of CSV and XLSX files, one at a time.

use std::io::Cursor;
use std::ops::ControlFlow;

use calamine::{DataRef, Reader, Xlsx};

use super::source::{self, Columns};
use super::{FILE_MAX, HEADING_ROWS, Look, OrdersError, SAMPLE_ROWS};
use crate::catalogue::{COLUMNS_MAX, CatalogueError, UNPACKED_MAX, shown, table, weigh};

/// What is done with a row: its line and its cells.
pub(crate) type Each<'a> = dyn FnMut(usize, &[String]) -> ControlFlow<()> + 'a;

/// Hands out the rows of each sheet in turn; `sheet` is told when one begins. A CSV file is one sheet.
pub(crate) fn rows(
    bytes: &[u8],
    sheet: &mut dyn FnMut() -> ControlFlow<()>,
    each: &mut Each<'_>,
) -> Result<(), CatalogueError> {
    if bytes.len() > FILE_MAX {
        return Err(CatalogueError::TooLarge);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        if sheet().is_break() {
            return Ok(());
        }
        for (line, cells) in table(bytes)? {
            if each(line, &cells).is_break() {
                break;
            }
        }
        return Ok(());
    }
    weigh(bytes, UNPACKED_MAX)?;
    let fail = |error: &dyn std::fmt::Display| CatalogueError::NotXlsx(error.to_string());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| fail(&e))?;
    for name in book.sheet_names() {
        if sheet().is_break() {
            break;
        }
        let mut reader = book.worksheet_cells_reader(&name).map_err(|e| fail(&e))?;
        let mut line = 0;
        let mut cells: Vec<String> = Vec::new();
        while let Some(cell) = reader.next_cell().map_err(|e| fail(&e))? {
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize + 1, column as usize);
            if row != line {
                if !cells.is_empty() && each(line, &cells).is_break() {
                    return Ok(());
                }
                cells.clear();
                line = row;
            }
            let text = match cell.get_value() {
                // Days as days, not as the number that a spreadsheet keeps for them.
                DataRef::DateTime(time) => {
                    day_text(time).unwrap_or_else(|| shown(cell.get_value()))
                }
                other => shown(other),
            };
            if column >= COLUMNS_MAX || text.is_empty() {
                continue;
            }
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if let Some(place) = cells.get_mut(column) {
                *place = text;
            }
        }
        if !cells.is_empty() && each(line, &cells).is_break() {
            return Ok(());
        }
    }
    Ok(())
}

/// The day and hour of a spreadsheet's number; a length of time is none.
fn day_text(time: &calamine::ExcelDateTime) -> Option<String> {
    if time.is_duration() {
        return None;
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    Some(format!(
        "{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"
    ))
}

/// A first look: which export it is, its headings, its first rows, and what the headings may mean.
///
/// # Errors
/// When it is no table, or nothing stands in it.
pub fn look(bytes: &[u8]) -> Result<Look, OrdersError> {
    let mut best: Option<Look> = None;
    let mut above = 0_usize;
    // Only the sheet in which the heading was found gives the sample.
    let sheets = std::cell::Cell::new(0_usize);
    let mut of_sheet = 0_usize;
    rows(
        bytes,
        &mut || {
            sheets.set(sheets.get() + 1);
            ControlFlow::Continue(())
        },
        &mut |_, cells| {
            if of_sheet != sheets.get() {
                of_sheet = sheets.get();
                above = 0;
                if best
                    .as_ref()
                    .is_some_and(|b| !b.sample.is_empty() && !b.guess.is_empty())
                {
                    return ControlFlow::Break(());
                }
            }
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                return ControlFlow::Continue(());
            }
            above += 1;
            if above <= HEADING_ROWS {
                let known = Columns::known(cells).map(|columns| columns.channel);
                let guess = source::guess(cells);
                let score = |look: &Look| (look.known.is_some(), look.guess.len());
                let candidate = Look {
                    known,
                    columns: cells.to_vec(),
                    sample: Vec::new(),
                    guess,
                };
                if best.as_ref().is_none_or(|b| score(&candidate) > score(b)) {
                    best = Some(candidate);
                    return ControlFlow::Continue(());
                }
            }
            match &mut best {
                Some(look) if look.sample.len() < SAMPLE_ROWS => look.sample.push(cells.to_vec()),
                _ if above > HEADING_ROWS => return ControlFlow::Break(()),
                _ => {}
            }
            ControlFlow::Continue(())
        },
    )?;
    best.filter(|look| !look.sample.is_empty())
        .ok_or(OrdersError::Empty)
}
