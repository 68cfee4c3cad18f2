use naik_core::money::Rupiah;
use proptest::prelude::*;

use super::*;

fn names(catalogue: Catalogue) -> Vec<(usize, String)> {
    catalogue
        .map(|row| (row.line, row.reading.facts.product.name))
        .collect()
}

#[test]
fn a_table_is_read_whatever_separates_its_cells() {
    for separator in [",", ";", "\t"] {
        let text = [
            "Nama Produk,Harga (Rp),Foto",
            "Keripik Tempe,15.000,a.jpg",
            "",
            "Kopi,20rb,b.jpg|c.jpg",
        ]
        .join("\n")
        .replace(',', separator);
        let rows: Vec<Row> = read(text.as_bytes()).unwrap().collect();
        assert_eq!(rows.len(), 2, "{separator:?}");
        assert_eq!(
            rows[0].reading.facts.product.price,
            Some(Rupiah::new(15_000))
        );
        assert_eq!(rows[1].photos, ["b.jpg", "c.jpg"]);
        assert_eq!(rows[1].line, 4);
    }
}

#[test]
fn cells_of_spreadsheet_programs_are_understood() {
    let text = "\u{feff}sep=;\r\nno;sku;nama;berat (gram);wa;bahan;varian\r\n1;KT-1;\"Keripik \"\"Bu Sri\"\"\";250;=\"081234567890\";tempe, garam;Original: 15000 | Balado: 16000\r\n";
    let row = read(text.as_bytes()).unwrap().next().unwrap();
    let facts = row.reading.facts;
    assert_eq!(row.reading.notices, []);
    assert_eq!(row.sku.as_deref(), Some("KT-1"));
    assert_eq!(facts.product.name, "Keripik \"Bu Sri\"");
    assert_eq!(
        facts.product.net_weight.map(|q| q.to_string()).as_deref(),
        Some("250 g")
    );
    assert_eq!(
        facts.shop.whatsapp.map(|n| n.to_string()).as_deref(),
        Some("6281234567890")
    );
    assert_eq!(facts.product.ingredients, ["tempe", "garam"]);
    assert_eq!(facts.product.variants.len(), 2);
}

#[test]
fn other_encodings_are_read() {
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(
            "nama\tharga\nCafé\t5000\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    assert_eq!(names(read(&wide).unwrap()), [(2, "Café".to_owned())]);
    assert_eq!(
        names(read(b"nama;harga\r\nCaf\xe9;5000\r\n").unwrap()),
        [(2, "Café".to_owned())]
    );
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    for text in [
        "nama,harga\nKopi,1\n\nTeh,2\n",
        "nama,harga\r\nKopi,1\r\n\r\nTeh,2\r\n",
        "nama,harga\rKopi,1\r\rTeh,2\r",
    ] {
        let lines: Vec<usize> = read(text.as_bytes()).unwrap().map(|row| row.line).collect();
        assert_eq!(lines, [2, 4], "{text:?}");
    }
}

#[test]
fn a_title_above_the_heading_is_passed_over() {
    assert_eq!(
        names(read(b"Daftar produk 2026,\n,\nnama,harga\nKopi,5000\n").unwrap()),
        [(4, "Kopi".to_owned())]
    );
}

#[test]
fn what_is_no_catalogue_is_refused() {
    assert!(matches!(read(b""), Err(CatalogueError::Empty)));
    assert!(matches!(read(b"nama,harga\n"), Err(CatalogueError::Empty)));
    assert!(matches!(
        read(b"apa,saja\n1,2\n"),
        Err(CatalogueError::NoName(_))
    ));
    assert!(matches!(read(b"%PDF-1.4"), Err(CatalogueError::NotTable)));
    assert!(matches!(read(b"a,b\0\n"), Err(CatalogueError::NotTable)));
    assert!(matches!(
        read(b"PK\x03\x04zzzz"),
        Err(CatalogueError::NotXlsx(_))
    ));
}

#[test]
fn bad_cells_and_columns_are_named() {
    let mut catalogue = read(b"nama,harag,bintang\nKopi,0,5\n").unwrap();
    let keys: Vec<&str> = catalogue
        .notices
        .iter()
        .map(|n| n.message.key.as_str())
        .collect();
    assert_eq!(
        keys,
        ["catalogue-unknown-column-near", "catalogue-unknown-column"]
    );
    assert_eq!(catalogue.next().unwrap().reading.notices, []);
    let twice = read(b"nama,rasa,ukuran\nKopi,manis,besar\n").unwrap();
    assert_eq!(twice.notices[0].message.key, "catalogue-column-twice");
    let row = read(b"nama,harga\nKopi,0\n").unwrap().next().unwrap();
    assert_eq!(row.reading.notices[0].message.key, "money-zero");
    assert!(
        row.reading.notices[0]
            .message
            .args
            .contains(&("line".to_owned(), "2".to_owned()))
    );
}

#[test]
fn workbooks_are_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_string(0, 0, "Petunjuk").unwrap();
    let sheet = book.add_worksheet();
    for (column, text) in ["Nama", "Harga", "Stok", "Berat", "WA", "Foto 1", "Foto 2"]
        .into_iter()
        .enumerate()
    {
        sheet
            .write_string(0, u16::try_from(column).unwrap(), text)
            .unwrap();
    }
    sheet.write_string(1, 0, "Kopi Dampit").unwrap();
    sheet
        .write_formula(
            1,
            1,
            rust_xlsxwriter::Formula::new("=10000*2").set_result("20000"),
        )
        .unwrap();
    sheet.write_number(1, 2, 40).unwrap();
    sheet.write_string(1, 3, "200 g").unwrap();
    sheet.write_number(1, 4, 6_281_234_567_890_f64).unwrap();
    sheet.write_string(1, 5, "a.jpg").unwrap();
    sheet.write_string(1, 6, "b.jpg").unwrap();
    // The far corner must not cost memory.
    sheet.write_string(900_000, 16_000, "x").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let rows: Vec<Row> = read(&bytes).unwrap().collect();
    assert_eq!(rows.len(), 1);
    let product = &rows[0].reading.facts.product;
    assert_eq!(
        (rows[0].reading.notices.as_slice(), product.stock),
        (&[][..], Some(40))
    );
    assert_eq!(product.price, Some(Rupiah::new(20_000)));
    assert_eq!(rows[0].photos, ["a.jpg", "b.jpg"]);
    assert!(rows[0].reading.facts.shop.whatsapp.is_some());
}

#[test]
fn a_long_text_that_many_cells_share_costs_no_memory() {
    let book_of = |text: &str, rows: u32| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "nama").unwrap();
        sheet.write_string(0, 1, "cerita").unwrap();
        for row in 1..=rows {
            sheet.write_string(row, 0, "Kopi").unwrap();
            sheet.write_string(row, 1, text).unwrap();
        }
        book.save_to_buffer().unwrap()
    };
    // Excel's own cells end at 32,767 characters: longer than what is kept.
    let text = "ceri".repeat(8_000);
    let rows: Vec<(usize, Vec<String>)> = xlsx::rows(&book_of(&text, 3)).unwrap().collect();
    assert_eq!(rows[3].1[1].len(), csv::CELL_MAX);
    // Stored once, named by six thousand cells: 120 MB to keep.
    assert!(matches!(
        read(&book_of(&text, 6_000)),
        Err(CatalogueError::TooLarge)
    ));
}

#[test]
fn many_rows_are_read_one_by_one() {
    let mut text = "nama,harga\n".to_owned();
    for index in 0..ROWS_MAX + 10 {
        text.push_str(&format!("Produk {index},{}\n", index + 1));
    }
    let mut catalogue = read(text.as_bytes()).unwrap();
    assert_eq!(catalogue.by_ref().count(), ROWS_MAX);
    assert_eq!(
        catalogue.notices.last().unwrap().message.key,
        "catalogue-too-many"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,120}|nama[,;\t]harga\n[\\s\\S]{0,120}") {
        if let Ok(catalogue) = read(text.as_bytes()) {
            for row in catalogue.take(50) {
                prop_assert!(row.line > 0);
            }
        }
    }

    #[test]
    fn no_bytes_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes).map(|catalogue| catalogue.take(50).count());
    }

    #[test]
    fn no_damaged_workbook_breaks_it(at in 0_usize..6000, value in any::<u8>(), cut in 0_usize..6000) {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "nama").unwrap();
        sheet.write_string(1, 0, "Kopi").unwrap();
        let mut bytes = book.save_to_buffer().unwrap();
        let length = bytes.len();
        bytes[at % length] = value;
        let _ = read(&bytes).map(|catalogue| catalogue.take(50).count());
        let _ = read(&bytes[..cut % length]).map(|catalogue| catalogue.take(50).count());
    }
}

#[test]
fn a_row_of_nothing_but_separators_takes_no_memory() {
    let cells = |text: &str| table(text.as_bytes()).map(|rows| rows.map(|(_, c)| c.len()).max());
    assert_eq!(cells(&",".repeat(9_000)), Ok(Some(COLUMNS_MAX)));
    assert_eq!(
        cells(&format!("a,\"{}\"\nb,c\n", ",".repeat(50_000))),
        Ok(Some(2))
    );
    assert_eq!(cells(&"a,b\r\n".repeat(50_000)), Ok(Some(2)));
    // Marks inside a cell open no quotation, line breaks inside a quotation end no row.
    for wide in [
        ",".repeat(5_000_000),
        format!("a\"b{}", ",".repeat(50_000)),
        "\"\n\",".repeat(50_000),
        "\"a\"\"\"x,".repeat(50_000),
    ] {
        assert_eq!(cells(&wide), Err(CatalogueError::NotTable), "{:.20}", wide);
    }
}
