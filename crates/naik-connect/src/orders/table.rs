//! Rows of CSV and XLSX files, one at a time.

use std::ops::ControlFlow;

use super::source::{self, Columns};
use super::{FILE_MAX, HEADING_ROWS, Look, OrdersError, SAMPLE_ROWS};
use crate::catalogue::{CatalogueError, table};
use crate::workbook::Workbook;

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
    let mut book = Workbook::open(bytes)?;
    let mut cells = Vec::new();
    for nth in 0..book.sheet_count() {
        if sheet().is_break() {
            break;
        }
        let mut rows = book.sheet(nth)?;
        while let Some(line) = rows.next_row(&mut cells)? {
            if each(line, &cells).is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
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
