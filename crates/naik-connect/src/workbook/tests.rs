//! Workbooks read back, in front of what another reader finds in them.

use std::io::{Cursor, Write};

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook as Writer};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

type Rows = Vec<(usize, Vec<String>)>;

fn rows_of(bytes: &[u8]) -> Result<Vec<Rows>, CatalogueError> {
    let mut book = Workbook::open(bytes)?;
    let mut sheets = Vec::new();
    for nth in 0..book.sheet_count() {
        let mut rows = Rows::new();
        let mut cells = Vec::new();
        let mut sheet = book.sheet(nth)?;
        while let Some(line) = sheet.next_row(&mut cells)? {
            rows.push((line, cells.clone()));
        }
        sheets.push(rows);
    }
    Ok(sheets)
}

/// An archive with these parts as they are, beside a workbook of one sheet.
fn book_of(parts: &[(&str, &str)], method: CompressionMethod) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    let fixed = [
        (
            "xl/workbook.xml",
            r#"<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
    ];
    let own = |name: &str| parts.iter().any(|(own, _)| *own == name);
    for (name, text) in fixed.iter().filter(|(name, _)| !own(name)).chain(parts) {
        archive.start_file(*name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn sheet_of(data: &str) -> Vec<u8> {
    let text = format!("<worksheet><sheetData>{data}</sheetData></worksheet>");
    book_of(
        &[("xl/worksheets/sheet1.xml", &text)],
        CompressionMethod::Stored,
    )
}

fn cells_of(data: &str) -> Result<Rows, CatalogueError> {
    rows_of(&sheet_of(data)).map(|mut sheets| sheets.remove(0))
}

#[test]
fn every_kind_of_cell_is_read() {
    let mut writer = Writer::new();
    writer
        .add_worksheet()
        .write_string(0, 0, "Petunjuk")
        .unwrap();
    let sheet = writer.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let hour = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let length = Format::new().set_num_format("[h]:mm");
    let when = ExcelDateTime::from_ymd(2026, 11, 27).unwrap();
    sheet
        .write_string(1, 1, " Kopi & \"teh\" <b> \n_x000D_ ☕ ")
        .unwrap();
    sheet.write_number(1, 2, 15_000).unwrap();
    sheet.write_number(1, 3, 2.5).unwrap();
    sheet.write_boolean(1, 4, true).unwrap();
    sheet.write_datetime_with_format(1, 5, &when, &day).unwrap();
    let later = when.and_hms(8, 15, 0).unwrap();
    sheet
        .write_datetime_with_format(1, 6, &later, &hour)
        .unwrap();
    sheet.write_number_with_format(1, 7, 1.5, &length).unwrap();
    sheet.write_string(4, 0, "lima").unwrap();
    sheet.write_string(4, 16_000, "jauh").unwrap();
    let sheets = rows_of(&writer.save_to_buffer().unwrap()).unwrap();
    assert_eq!(sheets[0], [(1, vec!["Petunjuk".to_owned()])]);
    let wanted = [
        "",
        "Kopi & \"teh\" <b> \n_x000D_ ☕",
        "15000",
        "2,5",
        "true",
        "2026-11-27",
        "2026-11-27 08:15:00",
        "1,5",
    ];
    assert_eq!(
        sheets[1],
        [
            (2, wanted.map(str::to_owned).to_vec()),
            (5, vec!["lima".to_owned()])
        ]
    );
}

#[test]
fn what_other_programs_write_is_read_too() {
    let rows = cells_of(concat!(
        r#"<row><c t="inlineStr"><is><r><t>Ker</t></r><r><t>ipik</t></r><rPh><t>x</t></rPh></is></c><c><v>7</v></c></row>"#,
        r#"<row r="4"><c r="B4" t="str"><f>A1&amp;"x"</f><v>a&#x41;&amp;_x0042_</v></c><c r="C4"/><c t="e"><v>#REF!</v></c><c t="b"><v>0</v></c></row>"#,
        r#"<row r="8"/><row><x:c t="d"><x:v>2026-11-27</x:v></x:c><c t="b"><v>TRUE</v></c><c xmlns:r="r" t="inlineStr"><is><t>dua</t></is><v/></c></row>"#,
    ))
    .unwrap();
    let row = |line, cells: &[&str]| {
        (
            line,
            cells
                .iter()
                .map(|cell| (*cell).to_owned())
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(
        rows,
        [
            row(1, &["Keripik", "7"]),
            row(4, &["", "aA&B", "", "", "false"]),
            row(9, &["2026-11-27", "true", "dua"]),
        ]
    );
}

#[test]
fn names_of_parts_may_be_written_otherwise() {
    let sheet = r"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    for (target, name) in [
        ("/xl/worksheets/Sheet1.XML", "xl/worksheets/sheet1.xml"),
        ("worksheets/sheet1.xml", r"xl\worksheets\sheet1.xml"),
        ("./deep/a.xml", "XL/Deep/A.xml"),
    ] {
        let rels = format!(
            r#"<Relationships><Relationship Id="rId1" Target="{target}"/></Relationships>"#
        );
        let parts = [("xl/_rels/workbook.xml.rels", rels.as_str()), (name, sheet)];
        let bytes = book_of(&parts, CompressionMethod::Deflated);
        assert_eq!(rows_of(&bytes).unwrap()[0].len(), 1, "{target}");
    }
}

#[test]
fn damage_is_an_error_and_never_half_a_table() {
    for data in [
        "<row><c><v>1",
        "<row><c t=\"inlineStr\"><is><t>a",
        "<row r=\"0\"><c><v>1</v></c></row>",
        "<row r=\"9999999\"><c><v>1</v></c></row>",
        "<row><c r=\"ZZZZ1\"><v>1</v></c></row>",
        "<row><c r=\"12\"><v>1</v></c></row>",
        "<row></c></row>",
        "<row><c><v>1</v></c></row><row>",
        "<row><c t=\"s\"><v>9</v></c></row>",
        "<row><c t=\"s\"><v>x</v></c></row>",
    ] {
        let found = cells_of(data);
        assert!(
            matches!(found, Err(CatalogueError::NotXlsx(_))),
            "{data}: {found:?}"
        );
    }
    let deep = "<a>".repeat(100) + &"</a>".repeat(100);
    assert!(matches!(cells_of(&deep), Err(CatalogueError::NotXlsx(_))));
    let long = format!("<row><c><v>{}</v></c></row>", "1".repeat(5_000_000));
    assert!(matches!(cells_of(&long), Err(CatalogueError::NotXlsx(_))));
    let half = ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>");
    let found = rows_of(&book_of(&[half], CompressionMethod::Stored));
    assert!(matches!(found, Err(CatalogueError::NotXlsx(_))));
    let mut cut = sheet_of("<row><c><v>1</v></c></row>");
    cut.truncate(cut.len() / 2);
    assert!(matches!(rows_of(&cut), Err(CatalogueError::NotXlsx(_))));
    let none = book_of(&[("xl/workbook.xml", "")], CompressionMethod::Stored);
    assert_eq!(rows_of(&none), Ok(vec![]));
    let lost = book_of(&[], CompressionMethod::Stored);
    assert!(matches!(rows_of(&lost), Err(CatalogueError::NotXlsx(_))));
}

#[test]
fn a_workbook_tells_where_its_parts_lie_and_from_when_it_counts() {
    let parts = [
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="book/main.xml"/></Relationships>"#,
        ),
        (
            "book/main.xml",
            r#"<workbook xmlns:r="r" xmlns:n="n"><workbookPr date1904="true"/><sheets><sheet r:id="s"/><sheet r:id="s"/></sheets><n:workbookPr/></workbook>"#,
        ),
        (
            "book/_rels/main.xml.rels",
            r#"<Relationships><Relationship Id="s" Type="http://x/worksheet" Target="../book/one.xml"/><Relationship Id="t" Type="http://x/sharedStrings" Target="words.xml"/><Relationship Id="f" Type="http://x/styles" Target="looks.xml"/></Relationships>"#,
        ),
        (
            "book/one.xml",
            r#"<worksheet><sheetData><row><c t="s"><v>0</v></c><c s="0"><v>44891</v></c></row></sheetData></worksheet>"#,
        ),
        ("book/words.xml", "<sst><si><t>Kopi</t></si></sst>"),
        (
            "book/looks.xml",
            r#"<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>"#,
        ),
    ];
    let found = rows_of(&book_of(&parts, CompressionMethod::Deflated)).unwrap();
    let cells = ["Kopi", "2026-11-27"].map(str::to_owned).to_vec();
    assert_eq!(found, [[(1, cells)]]);
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused() {
    let bomb = " ".repeat(4_000_000);
    let bytes = book_of(
        &[("xl/worksheets/sheet1.xml", &bomb)],
        CompressionMethod::Deflated,
    );
    assert!(bytes.len() < 20_000);
    assert!(matches!(
        Parts::open(&bytes, 3_000_000),
        Err(CatalogueError::TooLarge)
    ));
    assert!(Parts::open(&bytes, 5_000_000).is_ok());
}

#[test]
fn texts_are_found_wherever_they_lie() {
    // Many blocks more than are kept at a time, met forwards, backwards and by turns.
    let text = |n: usize| format!("{n}:{}", "kata ".repeat(n % 60)).trim().to_owned();
    let items: String = (0..40_000)
        .map(|n| format!("<si><t>{}</t></si>", text(n)))
        .collect();
    let part = format!("<sst>{items}</sst>");
    let mut texts = Texts::read(Some(Box::new(part.as_bytes()))).unwrap();
    for n in (0..40_000).step_by(97).chain((0..40_000).rev().step_by(89)) {
        assert_eq!(texts.get(n).unwrap(), text(n));
        assert_eq!(texts.get(n % 7).unwrap(), text(n % 7));
    }
    assert!(texts.get(40_000).is_err());
    let mut none = Texts::read(None).unwrap();
    assert!(none.get(0).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn another_reader_finds_the_same(
        cells in proptest::collection::btree_map((0_u32..40, 0_u16..12), prop_oneof![
            "[a-zA-Z&<>\"' é☕]{1,20}".prop_map(Ok),
            (-1_000_000_i64..1_000_000).prop_map(Err),
        ], 1..80),
    ) {
        let mut writer = Writer::new();
        let sheet = writer.add_worksheet();
        for ((row, column), cell) in &cells {
            match cell {
                Ok(text) => sheet.write_string(*row, *column, text).unwrap(),
                Err(number) => sheet.write_number(*row, *column, *number as f64).unwrap(),
            };
        }
        let bytes = writer.save_to_buffer().unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
        let range = book.worksheet_range("Sheet1").unwrap();
        let (top, left) = range.start().unwrap();
        let mut wanted = Rows::new();
        for (row, line) in range.rows().zip(top as usize + 1..) {
            let mut texts = vec![String::new(); left as usize];
            texts.extend(row.iter().map(|cell| match cell {
                Data::Float(number) => format!("{number:.0}"),
                other => other.to_string().trim().to_owned(),
            }));
            while texts.last().is_some_and(String::is_empty) {
                texts.pop();
            }
            if !texts.is_empty() {
                wanted.push((line, texts));
            }
        }
        prop_assert_eq!(rows_of(&bytes).unwrap(), [wanted]);
    }

    #[test]
    fn no_damage_breaks_it(at in any::<prop::sample::Index>(), value in any::<u8>(), data in "(<row>|</row>|<c>|</c>|<v>|</v>|<c t=\"s\">|[0-9&;#x<]){0,30}") {
        let _ = cells_of(&data);
        let mut bytes = sheet_of("<row><c t=\"s\"><v>0</v></c></row>");
        let place = at.index(bytes.len());
        bytes[place] = value;
        let _ = rows_of(&bytes);
    }
}
