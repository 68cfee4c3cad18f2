//! A seller's own template, filled in place.
//!
//! Everything in the file stays byte for byte but the sheet `Template`: rows are added to it after its
//! heading, under the columns whose keys we know. The shop's marks, which the marketplace looks for, stay.

use std::fmt::Write as _;
use std::io::{Cursor, Read, Write as _};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

use super::ListingError;
use super::shopee::{Filled, bare};
use super::workbook::Cell;

/// The most that a template's sheet may unpack to, in bytes.
const SHEET_MAX: u64 = 20_000_000;
/// The first row of data, from 1.
const FIRST: usize = 7;

fn wrong(reason: &'static str) -> ListingError {
    ListingError::Template {
        market: "Shopee",
        reason,
    }
}

/// Fills Shopee's template with rows.
pub(super) fn fill(bytes: &[u8], rows: &[Filled]) -> Result<Vec<u8>, ListingError> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| wrong("it is no workbook"))?;
    let texts = shared_texts(&mut archive)?;
    let path = (1..=20)
        .map(|number| format!("xl/worksheets/sheet{number}.xml"))
        .find(|path| {
            part(&mut archive, path).is_ok_and(|xml| {
                keys(&xml, &texts)
                    .iter()
                    .any(|(_, key)| bare(key) == "ps_product_name")
            })
        })
        .ok_or_else(|| wrong("no sheet has the key ps_product_name in its first row"))?;
    let xml = part(&mut archive, &path)?;
    let columns = keys(&xml, &texts);
    // Some shops' templates count grams; the heading says so.
    let is_grams = columns
        .iter()
        .find(|(_, key)| bare(key) == "ps_weight")
        .is_some_and(|(column, _)| {
            (3..=6).any(|row| {
                cell_text(&xml, &format!("{column}{row}"), &texts)
                    .is_some_and(|text| says_grams(&text))
            })
        });
    let filled = with_rows(&xml, &columns, rows, is_grams)?;

    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let io = |_| wrong("it can't be copied");
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(io)?;
        if file.name().is_ok_and(|name| name == path) {
            let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
            writer.start_file(path.as_str(), options).map_err(io)?;
            writer
                .write_all(filled.as_bytes())
                .map_err(|_| wrong("it can't be copied"))?;
        } else {
            writer.raw_copy_file(file).map_err(io)?;
        }
    }
    Ok(writer.finish().map_err(io)?.into_inner())
}

fn says_grams(text: &str) -> bool {
    let lower = text.to_lowercase();
    !lower.contains("kg")
        && !lower.contains("kilo")
        && (lower.contains("gram") || lower.contains("(g)") || lower.contains("(gr)"))
}

/// One part of the archive, as text.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Result<String, ListingError> {
    let file = archive
        .by_name(path)
        .map_err(|_| wrong("a part is missing"))?;
    let mut text = String::new();
    file.take(SHEET_MAX + 1)
        .read_to_string(&mut text)
        .map_err(|_| wrong("a part can't be read"))?;
    if text.len() as u64 > SHEET_MAX {
        Err(wrong("a part is too large"))
    } else {
        Ok(text)
    }
}

/// Texts that cells point at by number.
fn shared_texts(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<String>, ListingError> {
    if archive.index_for_name("xl/sharedStrings.xml").is_none() {
        return Ok(Vec::new());
    }
    let xml = part(archive, "xl/sharedStrings.xml")?;
    Ok(xml.split("</si>").map(plain).collect())
}

/// The text of all `<t>` elements, unescaped.
fn plain(xml: &str) -> String {
    let mut out = String::new();
    for piece in xml.split("<t").skip(1) {
        // `<t>` or `<t xml:space=...>`, not `<tableParts>`.
        if let Some((head, rest)) = piece.split_once('>')
            && (head.is_empty() || head.starts_with(' '))
            && !head.ends_with('/')
        {
            out.push_str(rest.split("</t>").next().unwrap_or_default());
        }
    }
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// Columns (letters) and keys of row 1.
fn keys(xml: &str, texts: &[String]) -> Vec<(String, String)> {
    let Some(row) = xml.split("</row>").next() else {
        return Vec::new();
    };
    row.split("<c ")
        .skip(1)
        .filter_map(|cell| {
            let place = attribute(cell, "r")?;
            let column = place
                .strip_suffix('1')
                .filter(|c| !c.is_empty() && c.bytes().all(|b| b.is_ascii_uppercase()))?;
            let text = text_of(cell, texts)?;
            (!text.is_empty()).then(|| (column.to_owned(), text))
        })
        .collect()
}

fn cell_text(xml: &str, place: &str, texts: &[String]) -> Option<String> {
    let start = xml.find(&format!("<c r=\"{place}\""))?;
    text_of(xml.get(start + 3..)?, texts)
}

/// The text of a cell's element, after `<c `.
fn text_of(cell: &str, texts: &[String]) -> Option<String> {
    let cell = cell.split("</c>").next()?;
    let head = cell.split('>').next()?;
    if head.ends_with('/') {
        return None;
    }
    if attribute(head, "t") == Some("s") {
        let number = cell.split("<v>").nth(1)?.split('<').next()?;
        return texts.get(number.trim().parse::<usize>().ok()?).cloned();
    }
    Some(plain(cell))
}

fn attribute<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let head = head.split('>').next()?;
    let start = head
        .split(' ')
        .find_map(|word| word.strip_prefix(name)?.strip_prefix("=\""))?;
    start.split('"').next()
}

/// The sheet with our rows in place of whatever stood under its heading.
fn with_rows(
    xml: &str,
    columns: &[(String, String)],
    rows: &[Filled],
    is_grams: bool,
) -> Result<String, ListingError> {
    let end = xml
        .find("</sheetData>")
        .ok_or_else(|| wrong("its sheet is empty"))?;
    let (before, after) = xml.split_at(end);
    // Rows from the first of the data on are samples or empty ones; ours replace them.
    let heading = before
        .match_indices("<row ")
        .find(|(at, _)| {
            let row = before.get(at + 5..).and_then(|rest| attribute(rest, "r"));
            row.and_then(|row| row.parse::<usize>().ok())
                .is_some_and(|row| row >= FIRST)
        })
        .map_or(before, |(at, _)| before.get(..at).unwrap_or(before));
    let mut out = heading.to_owned();
    for (row, filled) in (FIRST..).zip(rows) {
        let _ = write!(out, "<row r=\"{row}\">");
        for (column, key) in columns {
            let cell = match filled.cell(bare(key)) {
                Cell::Decimal(kilograms) if is_grams && bare(key) == "ps_weight" => {
                    Cell::Whole((kilograms * 1000.0).round() as u64)
                }
                cell => cell,
            };
            // Writing into a String can't fail.
            let _ = match cell {
                Cell::Blank | Cell::Above => Ok(()),
                Cell::Whole(number) => write!(out, "<c r=\"{column}{row}\"><v>{number}</v></c>"),
                Cell::Decimal(number) => write!(out, "<c r=\"{column}{row}\"><v>{number}</v></c>"),
                Cell::Text(text) => {
                    write!(
                        out,
                        "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                        escaped(&text)
                    )
                }
            };
        }
        out.push_str("</row>");
    }
    // The stated size would be too small now; it may be left out.
    let out = match (out.find("<dimension "), out.find("<sheetData")) {
        (Some(start), Some(data)) if start < data => {
            let rest = out.get(start..).unwrap_or_default();
            let length = rest.find("/>").map_or(0, |end| end + 2);
            format!(
                "{}{}",
                out.get(..start).unwrap_or_default(),
                rest.get(length..).unwrap_or_default()
            )
        }
        _ => out,
    };
    Ok(format!("{out}{after}"))
}

fn escaped(text: &str) -> String {
    text.chars()
        .filter(|c| crate::clean::is_xml(*c))
        .map(|c| match c {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            c => c.to_string(),
        })
        .collect()
}
