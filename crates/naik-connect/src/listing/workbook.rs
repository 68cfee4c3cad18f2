//! One look for all workbooks: pleasant to read, safe to open, the same bytes each time.

use naik_core::channel::Market;
use naik_core::message::Message;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Workbook, Worksheet, XlsxError,
};

use super::{ListingError, Options, Product, preflight};

/// Whether a column must be filled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Always.
    Must,
    /// Under a condition that the hint names.
    When,
    /// Never.
    May,
}

impl Need {
    /// The word that Indonesian templates use.
    fn word(self) -> &'static str {
        match self {
            Self::Must => "Wajib",
            Self::When => "Wajib Bersyarat",
            Self::May => "Opsional",
        }
    }
}

/// A column of a sheet. Its texts are those of the Indonesian templates, so they have one language.
pub(super) struct Column {
    /// What the marketplace's reader goes by.
    pub(super) key: String,
    pub(super) name: &'static str,
    pub(super) need: Need,
    /// What to fill in.
    pub(super) hint: &'static str,
    /// Width in characters.
    pub(super) width: u16,
    /// Words to choose from.
    pub(super) choices: &'static [&'static str],
}

/// What stands in a cell. There is no formula.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Blank,
    /// Said once, on the product's first row.
    Above,
    Text(String),
    Whole(u64),
    /// Kilograms, with three decimals at most.
    Decimal(f64),
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Blank
        } else {
            Self::Text(text)
        }
    }

    pub(super) fn whole(number: Option<impl Into<u64>>) -> Self {
        number.map_or(Self::Blank, |number| Self::Whole(number.into()))
    }
}

/// A workbook to be: heading, rows, guide.
pub(super) struct Layout<'a> {
    pub(super) market: Market,
    pub(super) columns: &'a [Column],
    /// Rows above the data, keys and names included; the rest shows the marketplace's own marks.
    pub(super) heading: &'a [Heading],
    /// Columns that stay in sight.
    pub(super) frozen: u16,
    pub(super) rows: Vec<Vec<Cell>>,
    /// Messages of the guide sheet, in order.
    pub(super) guide: Vec<Message>,
}

/// A row above the data.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    Key,
    /// The kind of template, in the first cell.
    Kind(&'static str),
    Name,
    Need,
    Hint,
    Empty,
}

const INK: u32 = 0x2B_2118;
const PAPER: u32 = 0xFB_F6EC;
const SOGAN: u32 = 0x6B_3F1A;
const KUNYIT: u32 = 0xF4_A81D;
const MORI: u32 = 0xF3_E9D7;
const LINE: u32 = 0xD9_CBB2;
const PANDAN: u32 = 0x16_734A;
const CABAI: u32 = 0xBF_3019;

/// Writes the workbook.
pub(super) fn write(
    layout: &Layout<'_>,
    products: &[Product<'_>],
    options: &Options<'_>,
) -> Result<Vec<u8>, ListingError> {
    let mut book = Workbook::new();
    // A fixed date: the same products give the same bytes.
    let date = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(layout.market.name())
            .set_author("NaikKelas")
            .set_creation_datetime(&date),
    );
    let sheet = book.add_worksheet();
    sheet.set_name("Template")?;
    heading(sheet, layout)?;
    rows(sheet, layout)?;
    let guide = book.add_worksheet();
    write_guide(guide, layout, products, options)?;
    Ok(book.save_to_buffer()?)
}

fn bordered(fill: u32) -> Format {
    Format::new()
        .set_background_color(Color::RGB(fill))
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(LINE))
        .set_align(FormatAlign::VerticalCenter)
        .set_font_name("Arial")
        .set_font_size(10)
}

fn heading(sheet: &mut Worksheet, layout: &Layout<'_>) -> Result<(), XlsxError> {
    let key = bordered(MORI)
        .set_font_size(8)
        .set_font_color(Color::RGB(0x8A_7A62))
        .set_text_wrap();
    let name = bordered(SOGAN)
        .set_font_color(Color::White)
        .set_bold()
        .set_font_size(11)
        .set_text_wrap()
        .set_align(FormatAlign::Center);
    let must = bordered(KUNYIT)
        .set_font_color(Color::RGB(INK))
        .set_bold()
        .set_align(FormatAlign::Center);
    let may = bordered(MORI)
        .set_font_color(Color::RGB(INK))
        .set_align(FormatAlign::Center)
        .set_text_wrap();
    let hint = bordered(PAPER)
        .set_font_size(9)
        .set_font_color(Color::RGB(0x5C_4B36))
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    for (row, kind) in (0_u32..).zip(layout.heading) {
        let height = match kind {
            Heading::Key => 32,
            Heading::Kind(_) | Heading::Empty => 8,
            Heading::Name => 48,
            Heading::Need => 28,
            Heading::Hint => 64,
        };
        sheet.set_row_height(row, height)?;
        for (column, spec) in (0_u16..).zip(layout.columns) {
            match kind {
                Heading::Key => sheet.write_string_with_format(row, column, &spec.key, &key)?,
                Heading::Kind(word) if column == 0 => {
                    sheet.write_string_with_format(row, column, *word, &key)?
                }
                Heading::Kind(_) | Heading::Empty => sheet.write_blank(row, column, &key)?,
                Heading::Name => sheet.write_string_with_format(row, column, spec.name, &name)?,
                Heading::Need => {
                    let format = if spec.need == Need::Must { &must } else { &may };
                    sheet.write_string_with_format(row, column, spec.need.word(), format)?
                }
                Heading::Hint => sheet.write_string_with_format(row, column, spec.hint, &hint)?,
            };
        }
    }
    for (column, spec) in (0_u16..).zip(layout.columns) {
        sheet.set_column_width(column, spec.width)?;
    }
    let top = u32::try_from(layout.heading.len()).unwrap_or(0);
    sheet.set_freeze_panes(top, layout.frozen)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    Ok(())
}

fn rows(sheet: &mut Worksheet, layout: &Layout<'_>) -> Result<(), XlsxError> {
    let body = |fill: u32| bordered(fill).set_font_color(Color::RGB(INK));
    let text = body(0xFF_FFFF).set_align(FormatAlign::Top).set_text_wrap();
    let whole = body(0xFF_FFFF)
        .set_align(FormatAlign::Top)
        .set_num_format("0");
    let decimal = body(0xFF_FFFF)
        .set_align(FormatAlign::Top)
        .set_num_format("0.00#");
    let missing = body(0xFC_E4DC).set_align(FormatAlign::Top);
    let top = u32::try_from(layout.heading.len()).unwrap_or(0);
    let mut last = top;
    for (row, cells) in (top..).zip(&layout.rows) {
        last = row;
        // Descriptions are long: a fixed height keeps the table readable, the cell still holds all of it.
        sheet.set_row_height(row, 62)?;
        for ((column, cell), spec) in (0_u16..).zip(cells).zip(layout.columns) {
            match cell {
                // What must be filled and is not shows itself.
                Cell::Blank if spec.need == Need::Must => {
                    sheet.write_blank(row, column, &missing)?
                }
                Cell::Blank | Cell::Above => sheet.write_blank(row, column, &text)?,
                // `write_string` never makes a formula or a link of what it is given.
                Cell::Text(value) => sheet.write_string_with_format(row, column, value, &text)?,
                Cell::Whole(value) => {
                    sheet.write_number_with_format(row, column, *value as f64, &whole)?
                }
                Cell::Decimal(value) => {
                    sheet.write_number_with_format(row, column, *value, &decimal)?
                }
            };
        }
    }
    for (column, spec) in (0_u16..).zip(layout.columns) {
        if !spec.choices.is_empty() {
            let validation = DataValidation::new().allow_list_strings(spec.choices)?;
            // Room for rows that the owner adds.
            sheet.add_data_validation(top, column, last + 100, column, &validation)?;
        }
    }
    Ok(())
}

/// The second sheet: what to do with the first, and what each product still lacks.
fn write_guide(
    sheet: &mut Worksheet,
    layout: &Layout<'_>,
    products: &[Product<'_>],
    options: &Options<'_>,
) -> Result<(), XlsxError> {
    let plain = Format::new()
        .set_font_name("Arial")
        .set_font_size(11)
        .set_font_color(Color::RGB(INK))
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let title = plain.clone().set_font_size(16).set_bold();
    let head = plain
        .clone()
        .set_bold()
        .set_background_color(Color::RGB(SOGAN))
        .set_font_color(Color::White);
    let good = plain
        .clone()
        .set_bold()
        .set_font_color(Color::RGB(PANDAN))
        .set_align(FormatAlign::Center);
    let bad = plain
        .clone()
        .set_bold()
        .set_font_color(Color::RGB(CABAI))
        .set_align(FormatAlign::Center);
    let label = plain
        .clone()
        .set_bold()
        .set_background_color(Color::RGB(MORI));
    let say = |key: &str| (options.say)(&Message::new(key));

    sheet.set_name("Petunjuk")?;
    sheet.set_screen_gridlines(false);
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    for (column, width) in [(0_u16, 6_u16), (1, 34), (2, 62), (3, 62)] {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(0, 1, layout.market.name(), &title)?;
    sheet.set_row_height(0, 28)?;
    let mut row = 2;
    for (number, message) in layout.guide.iter().enumerate() {
        let said = (options.say)(message);
        sheet.write_string_with_format(
            row,
            0,
            format!("{}.", number + 1),
            &plain.clone().set_align(FormatAlign::Right),
        )?;
        let text = if said.hint.is_empty() {
            said.text
        } else {
            format!("{}. {}", said.text, said.hint)
        };
        sheet.merge_range(row, 1, row, 3, &text, &plain)?;
        // About 160 characters fit into the merged width.
        sheet.set_row_height(
            row,
            17 * (1 + u32::try_from(text.chars().count() / 150).unwrap_or(0)),
        )?;
        row += 1;
    }
    row += 1;
    for product in products {
        sheet.merge_range(
            row,
            0,
            row,
            3,
            &crate::clean::line(product.title, 200).0,
            &head,
        )?;
        sheet.set_row_height(row, 22)?;
        row += 1;
        let labels = [
            "",
            &say("guide-rule").text,
            &say("guide-found").text,
            &say("guide-remedy").text,
        ];
        for (column, text) in (0_u16..).zip(labels) {
            sheet.write_string_with_format(row, column, text, &label)?;
        }
        row += 1;
        let mut findings = preflight(layout.market, product);
        findings.sort_by_key(|finding| finding.passed);
        for finding in findings {
            let said = (options.say)(&finding.message);
            let (sign, format) = if finding.passed {
                ("✓", &good)
            } else {
                ("✗", &bad)
            };
            sheet.write_string_with_format(row, 0, sign, format)?;
            sheet.write_string_with_format(
                row,
                1,
                (options.say)(&Message::new(&format!("rule-{}", finding.rule))).text,
                &plain,
            )?;
            let longest = said.text.chars().count().max(said.hint.chars().count());
            sheet.write_string_with_format(row, 2, said.text, &plain)?;
            sheet.write_string_with_format(row, 3, said.hint, &plain)?;
            sheet.set_row_height(row, 17 * (1 + u32::try_from(longest / 68).unwrap_or(0)))?;
            row += 1;
        }
        row += 1;
    }
    Ok(())
}
