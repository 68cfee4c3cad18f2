//! Books as files that a bank, an accountant or a spreadsheet program opens: XLSX and CSV. No text in them is a formula.

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

use crate::clean::is_xml;
use crate::orders::escape_cell;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Words.
    Text(String),
    /// Rupiah, below 0 for a loss.
    Money(i64),
    /// A count.
    Whole(u64),
    /// A day.
    Day(Date),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// One sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name, at most 31 characters are kept.
    pub name: String,
    /// What stands above its table.
    pub title: String,
    /// A line under the title: whose, which days, what the figures are.
    pub note: String,
    /// The heading, with widths in characters.
    pub columns: Vec<(String, u16)>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// Why a book was not written.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The workbook could not be written.
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] XlsxError),
    /// The table could not be written.
    #[error("the table could not be written: {0}")]
    Csv(#[from] csv::Error),
}

const INK: u32 = 0x2B_2118;
const MORI: u32 = 0xF3_E9D7;
const SOGAN: u32 = 0x6B_3F1A;
const LINE: u32 = 0xD9_CBB2;

/// A workbook of these sheets; the same sheets give the same bytes.
///
/// # Errors
/// Only by a mistake of ours.
pub fn workbook(title: &str, made: Date, sheets: &[Sheet]) -> Result<Vec<u8>, LedgerError> {
    let mut book = Workbook::new();
    book.set_properties(
        &DocProperties::new()
            .set_title(title)
            .set_author("NaikKelas")
            .set_creation_datetime(&day(made)?),
    );
    let heading = Format::new()
        .set_bold()
        .set_font_color(Color::RGB(INK))
        .set_background_color(Color::RGB(MORI))
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(Color::RGB(LINE))
        .set_text_wrap();
    let top = Format::new()
        .set_bold()
        .set_font_size(16)
        .set_font_color(Color::RGB(SOGAN));
    let quiet = Format::new().set_font_color(Color::RGB(SOGAN));
    let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let money = Format::new().set_num_format("\"Rp\"#,##0;[Red]-\"Rp\"#,##0");
    let whole = Format::new().set_num_format("#,##0");
    let date = Format::new()
        .set_num_format("dd/mm/yyyy")
        .set_align(FormatAlign::Left);
    for sheet in sheets {
        let name: String = sheet
            .name
            .chars()
            .filter(|c| !"[]:*?/\\'".contains(*c))
            .take(31)
            .collect();
        let page = book.add_worksheet();
        page.set_name(name)?
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_freeze_panes(4, 0)?;
        page.write_string_with_format(0, 0, fit(&sheet.title), &top)?;
        page.write_string_with_format(1, 0, fit(&sheet.note), &quiet)?;
        for (at, (name, width)) in (0_u16..).zip(&sheet.columns) {
            page.set_column_width(at, f64::from(*width))?;
            page.write_string_with_format(3, at, fit(name), &heading)?;
        }
        for (line, row) in (4_u32..).zip(&sheet.rows) {
            for (at, cell) in (0_u16..).zip(row) {
                match cell {
                    Cell::Blank => {}
                    Cell::Text(text) => {
                        // `write_string` never makes a formula of what it is given.
                        page.write_string_with_format(line, at, fit(text), &words)?;
                    }
                    Cell::Money(amount) => {
                        page.write_number_with_format(line, at, *amount as f64, &money)?;
                    }
                    Cell::Whole(count) => {
                        page.write_number_with_format(line, at, *count as f64, &whole)?;
                    }
                    Cell::Day(when) => {
                        page.write_datetime_with_format(line, at, day(*when)?, &date)?;
                    }
                }
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

fn day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or(1900),
        u8::try_from(day.month()).unwrap_or(1),
        u8::try_from(day.day()).unwrap_or(1),
    )
}

/// What a workbook can hold of a text.
fn fit(text: &str) -> String {
    text.chars().filter(|c| is_xml(*c)).take(32_000).collect()
}

/// The same rows as text: UTF-8 with its mark, so that Excel reads it, days in ISO 8601, money as plain numbers.
///
/// # Errors
/// Only by a mistake of ours.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, LedgerError> {
    let mut out = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    out.write_record(sheet.columns.iter().map(|(name, _)| escape_cell(name)))?;
    for row in &sheet.rows {
        out.write_record(row.iter().map(|cell| match cell {
            Cell::Blank => String::new(),
            Cell::Text(text) => escape_cell(text),
            Cell::Money(amount) => amount.to_string(),
            Cell::Whole(count) => count.to_string(),
            Cell::Day(when) => when.to_string(),
        }))?;
    }
    out.into_inner()
        .map_err(|error| LedgerError::Csv(error.into_error().into()))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use jiff::civil::date;

    use super::*;

    fn sheet() -> Sheet {
        Sheet {
            name: "Penjualan: Nov/2026 dan nama yang panjang sekali".to_owned(),
            title: "Keripik Bu Sri".to_owned(),
            note: "1 sampai 30 November 2026".to_owned(),
            columns: vec![
                ("Tanggal".to_owned(), 12),
                ("Produk".to_owned(), 40),
                ("Uang".to_owned(), 14),
            ],
            rows: vec![
                vec![
                    Cell::Day(date(2026, 11, 3)),
                    "=HYPERLINK(\"http://x\")".into(),
                    Cell::Money(-15_000),
                ],
                vec![Cell::Blank, "Sambal\u{0}".into(), Cell::Whole(2)],
                vec![Cell::Blank, "-".into(), "<5".into()],
            ],
        }
    }

    #[test]
    fn a_workbook_is_read_back_and_runs_nothing() {
        let bytes = workbook("Buku", date(2026, 11, 30), &[sheet()]).unwrap();
        assert_eq!(
            bytes,
            workbook("Buku", date(2026, 11, 30), &[sheet()]).unwrap()
        );
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let name = book.sheet_names()[0].clone();
        let cells = book.worksheet_range(&name).unwrap();
        assert_eq!(
            cells.get_value((0, 0)),
            Some(&Data::String("Keripik Bu Sri".to_owned()))
        );
        assert_eq!(cells.get_value((4, 2)), Some(&Data::Float(-15_000.0)));
        assert_eq!(
            cells.get_value((4, 1)),
            Some(&Data::String("=HYPERLINK(\"http://x\")".to_owned()))
        );
        assert!(book.worksheet_formula(&name).unwrap().is_empty());
    }

    #[test]
    fn a_table_as_text_runs_nothing_either() {
        let text = String::from_utf8(csv(&sheet()).unwrap()).unwrap();
        assert_eq!(
            text,
            "\u{feff}Tanggal,Produk,Uang\n2026-11-03,\"'=HYPERLINK(\"\"http://x\"\")\",-15000\n,Sambal\0,2\n,-,<5\n"
        );
    }
}
