//! The rows of one sheet.

use quick_xml::events::{BytesStart, Event};

use super::formats::Formats;
use super::texts::Texts;
use super::{Xml, broken};
use crate::catalogue::{COLUMNS_MAX, CatalogueError, kept};

/// The last row that Excel has.
const ROWS_MAX: usize = 1_048_576;

/// A sheet, row by row.
pub(crate) struct Sheet<'b> {
    xml: Xml<'b>,
    texts: &'b mut Texts,
    formats: &'b Formats,
    line: usize,
}

/// What the tag of a cell tells.
struct Cell {
    column: Option<usize>,
    style: Option<usize>,
    kind: String,
}

impl<'b> Sheet<'b> {
    pub(super) fn new(xml: Xml<'b>, texts: &'b mut Texts, formats: &'b Formats) -> Self {
        Self {
            xml,
            texts,
            formats,
            line: 0,
        }
    }

    /// Puts the texts of the next row that is not empty into `cells` and gives its line, from 1; a formula counts with its
    /// last result. Columns from the 201st on are left out.
    ///
    /// # Errors
    /// When the sheet is damaged, or the disk no longer gives the texts.
    pub(crate) fn next_row(
        &mut self,
        cells: &mut Vec<String>,
    ) -> Result<Option<usize>, CatalogueError> {
        cells.clear();
        let mut column = 0;
        loop {
            let cell = match self.xml.next()? {
                None => return Ok(None),
                Some(Event::Start(element)) => match element.local_name().as_ref() {
                    "row" => {
                        self.line = line_of(&element, self.line)?;
                        column = 0;
                        continue;
                    }
                    "c" => Cell::read(&element)?,
                    _ => continue,
                },
                Some(Event::Empty(element)) => {
                    match element.local_name().as_ref() {
                        "row" => self.line = line_of(&element, self.line)?,
                        "c" => column = Cell::read(&element)?.column.unwrap_or(column) + 1,
                        _ => {}
                    }
                    continue;
                }
                Some(Event::End(element)) if element.local_name().as_ref() == "row" => {
                    if cells.is_empty() {
                        continue;
                    }
                    return Ok(Some(self.line));
                }
                Some(_) => continue,
            };
            column = cell.column.unwrap_or(column);
            let text = self.value(&cell, column < COLUMNS_MAX)?;
            if !text.is_empty() {
                if cells.len() <= column {
                    cells.resize(column + 1, String::new());
                }
                if let Some(place) = cells.get_mut(column) {
                    *place = text;
                }
            }
            column += 1;
        }
    }

    /// What stands between the tags of a cell, as people see it; nothing where it is not `wanted`.
    fn value(&mut self, cell: &Cell, wanted: bool) -> Result<String, CatalogueError> {
        let mut value = String::new();
        loop {
            match self
                .xml
                .next()?
                .ok_or_else(|| broken("it ends within a cell"))?
            {
                Event::Start(element) => match element.local_name().as_ref() {
                    // An empty value may stand beside a text of the cell's own.
                    "v" if value.is_empty() => value = self.xml.text("v", false)?,
                    "is" => value = self.xml.text("is", true)?,
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "c" => break,
                _ => {}
            }
        }
        let value = value.trim();
        if !wanted || value.is_empty() {
            return Ok(String::new());
        }
        Ok(match cell.kind.as_str() {
            "s" => {
                let number = value.parse().map_err(|_| broken(format!("text {value}")))?;
                self.texts.get(number)?.to_owned()
            }
            "b" => (value == "1" || value.eq_ignore_ascii_case("true")).to_string(),
            "" | "n" => match value.parse() {
                Ok(number) => self.formats.shown(number, cell.style),
                Err(_) => kept(value).to_owned(),
            },
            // What went wrong in a formula is no value.
            "e" => String::new(),
            _ => kept(value).to_owned(),
        })
    }
}

impl Cell {
    fn read(element: &BytesStart<'_>) -> Result<Self, CatalogueError> {
        let mut cell = Self {
            column: None,
            style: None,
            kind: String::new(),
        };
        for attribute in element.attributes() {
            let attribute = attribute.map_err(broken)?;
            let value = quick_xml::escape::unescape(&attribute.value).map_err(broken)?;
            // The whole name: `xmlns:r` is none of them.
            match attribute.key.as_ref() {
                "r" => {
                    let column = column_of(&value);
                    cell.column = Some(column.ok_or_else(|| broken(format!("cell {value}")))?);
                }
                "s" => cell.style = value.parse().ok(),
                "t" => cell.kind = value.into_owned(),
                _ => {}
            }
        }
        Ok(cell)
    }
}

/// The line of a row, from 1: the one that it tells, or the next.
fn line_of(row: &BytesStart<'_>, last: usize) -> Result<usize, CatalogueError> {
    let told = row.try_get_attribute("r").map_err(broken)?;
    let line = match &told {
        Some(told) => told.value.parse().ok(),
        None => last.checked_add(1),
    };
    line.filter(|line| (1..=ROWS_MAX).contains(line))
        .ok_or_else(|| broken("a row beyond the last"))
}

/// The column of a place such as `AB12`, from 0.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let mut column = 0_usize;
    for letter in letters {
        column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        if column > 16_384 {
            return None;
        }
    }
    column.checked_sub(1)
}
