use std::ops::ControlFlow;

use jiff::civil::date;
use naik_core::sale::SaleChannel;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::*;

fn plan() -> Plan {
    Plan {
        mapping: None,
        channel: SaleChannel::Other,
        today: date(2026, 11, 26),
    }
}

fn all(bytes: &[u8], plan: &Plan) -> Result<Vec<Row>, OrdersError> {
    let mut rows = Vec::new();
    read(bytes, plan, &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    })?;
    Ok(rows)
}

/// What became of each row, in short.
fn told(bytes: &[u8], plan: &Plan) -> Vec<String> {
    all(bytes, plan)
        .unwrap()
        .into_iter()
        .map(|row| match row.outcome {
            Outcome::Ready(l) => format!(
                "{} {} {} x{} {} {} {:?}",
                row.line, l.order, l.product, l.quantity, l.amount, l.day, l.hour
            ),
            Outcome::Twice => format!("{} twice", row.line),
            Outcome::Left { why, key } => {
                let known = if key.is_some() { " known" } else { "" };
                format!("{} {}{known}", row.line, why.key)
            }
            Outcome::Wrong { column, why } => format!("{} {column}: {}", row.line, why.key),
        })
        .collect()
}

const SHOPEE: &str = "\
No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,SKU Induk,Nama Produk,Nomor Referensi SKU,Nama Variasi,Harga Awal,Harga Setelah Diskon,Jumlah,Returned quantity,Total Harga Produk
2411AAA1,Selesai,2026-11-03 10:21,KT,Keripik Tempe,KT-250,Balado,18.000,15.000,2,0,30.000
2411AAA1,Selesai,2026-11-03 10:21,KT,Keripik Tempe,KT-250,Original,18.000,15.000,1,0,15.000
2411AAA2,Batal,2026-11-04 08:00,KT,Keripik Tempe,KT-250,Balado,18.000,15.000,1,0,15.000
2411AAA3,Selesai,2026-11-05 19:40,KT,Keripik Tempe,KT-250,Balado,18.000,15.000,2,1,30.000
2411AAA1,Selesai,2026-11-03 10:21,KT,Keripik Tempe,KT-250,Balado,18.000,15.000,2,0,30.000
2411AAA4,Selesai,2026-12-03 10:21,KT,Keripik Tempe,KT-250,Balado,18.000,15.000,1,0,15.000
2411AAA5,Selesai,2026-11-06 10:21,KT,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",KT-250,,18.000,15.000,1,0,15.000
2411AAA6,Selesai,2026-11-06 10:21,KT,Keripik Tempe,KT-250,Balado,18.000,15.000,1,0,-15.000
2411AAA7,Selesai,2026-11-06 10:21,KT,Hadiah,H,,0,0,1,0,0
2411AAA8,Selesai,2026-11-06 10:21,KT,Keripik Tempe,KT-250,Balado,18.000,15.000,0,0,15.000
";

const SHOPEE_TOLD: [&str; 10] = [
    "2 2411AAA1 Keripik Tempe (Balado) x2 Rp30.000 2026-11-03 Some(10)",
    "3 2411AAA1 Keripik Tempe (Original) x1 Rp15.000 2026-11-03 Some(10)",
    "4 orders-cancelled known",
    "5 2411AAA3 Keripik Tempe (Balado) x1 Rp15.000 2026-11-05 Some(19)",
    "6 twice",
    "7 Waktu Pesanan Dibuat: day-future",
    "8 2411AAA5 =HYPERLINK(\"http://x\",\"y\") x1 Rp15.000 2026-11-06 Some(10)",
    "9 Total Harga Produk: orders-negative",
    "10 orders-free",
    "11 Jumlah: sale-quantity",
];

#[test]
fn an_export_of_shopee_becomes_sales_and_reasons() {
    assert_eq!(told(SHOPEE.as_bytes(), &plan()), SHOPEE_TOLD);
    let rows = all(SHOPEE.as_bytes(), &plan()).unwrap();
    let Outcome::Ready(line) = &rows[0].outcome else {
        panic!("{rows:?}");
    };
    assert_eq!(line.channel, SaleChannel::Shopee);
    assert_eq!(line.sku, "KT-250");
}

#[test]
fn two_variants_of_one_order_are_two_sales_whatever_their_names_hold() {
    let heading = SHOPEE.lines().next().unwrap();
    let long = "Kaos ".repeat(60);
    for name in ["Kaos Sablon Murah", long.as_str()] {
        for sku in ["", "KS"] {
            let row = |variant: &str| {
                format!(
                    "2411B,Selesai,2026-11-03 10:21,KS,{name},{sku},{variant},9,9.000,1,0,9.000\n"
                )
            };
            // The last one is the first one again.
            let variants = ["S", "M", "Sablon", "S"].map(row).concat();
            let file = format!("{heading}\n{variants}");
            let rows = all(file.as_bytes(), &plan()).unwrap();
            let names: Vec<Option<&str>> = rows
                .iter()
                .map(|row| match &row.outcome {
                    Outcome::Ready(line) => Some(line.product.as_str()),
                    _ => None,
                })
                .collect();
            assert_eq!(rows.len(), 4);
            assert!(names[0].unwrap().ends_with(" (S)"), "{names:?}");
            assert!(names[1].unwrap().ends_with(" (M)"), "{names:?}");
            // What the name says already is not said twice, and still is a sale of its own.
            assert_eq!(names[2].unwrap().contains('('), name == long, "{names:?}");
            assert_eq!(names[3], None);
            assert!(
                names
                    .iter()
                    .flatten()
                    .all(|name| name.chars().count() <= 160)
            );
        }
    }
}

#[test]
fn columns_are_found_wherever_they_stand_and_in_any_encoding() {
    let turned: String = SHOPEE
        .lines()
        .map(|line| {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(line.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            let mut writer = csv::WriterBuilder::new()
                .delimiter(b';')
                .from_writer(Vec::new());
            writer
                .write_record(record.iter().collect::<Vec<_>>().into_iter().rev())
                .unwrap();
            String::from_utf8(writer.into_inner().unwrap()).unwrap()
        })
        .collect();
    assert_eq!(told(turned.as_bytes(), &plan()), SHOPEE_TOLD);
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(SHOPEE.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(told(&wide, &plan()), SHOPEE_TOLD);
    let marked = [b"\xef\xbb\xbf".as_slice(), SHOPEE.as_bytes()].concat();
    assert_eq!(told(&marked, &plan()), SHOPEE_TOLD);
}

#[test]
fn an_export_of_tiktok_explains_its_columns_in_a_row() {
    let file = "Order ID\tOrder Status\tSKU ID\tSeller SKU\tProduct Name\tVariation\tQuantity\tSku Quantity of return\tSKU Unit Original Price\tSKU Subtotal After Discount\tCreated Time\n\
Platform unique order ID.\tCurrent order status.\tPlatform unique SKU ID.\tSKU\tProduct name.\tVariation.\tSKU sold quantity.\tReturned.\tPrice.\tAfter discount.\tOrder created time.\n\
577001\tSelesai\t1729001\tKT\tKeripik Tempe\tDefault\t3\t\tIDR 15.000\tIDR 42.000\t31/10/2026 21:14:05\t\n\
577002\tDibatalkan\t1729001\tKT\tKeripik Tempe\tDefault\t3\t\tIDR 15.000\tIDR 42.000\t31/10/2026 21:14:05\t\n\
577001\tSelesai\t1729002\tKS\tKeripik Singkong\t\t1\t\tIDR 12.000\tIDR 12.000\t31/10/2026 21:14:05\t\n";
    assert_eq!(
        told(file.as_bytes(), &plan()),
        [
            "3 577001 Keripik Tempe (Default) x3 Rp42.000 2026-10-31 Some(21)",
            "4 orders-cancelled known",
            "5 577001 Keripik Singkong x1 Rp12.000 2026-10-31 Some(21)",
        ]
    );
}

#[test]
fn an_export_of_lazada_has_a_row_for_each_piece() {
    let file = "orderItemId;sellerSku;lazadaSku;createTime;orderNumber;paidPrice;unitPrice;itemName;variation;status\n\
9001;KT;L1;31 Oct 2026 21:14;4400;14000.00;15000.00;Keripik Tempe;Rasa:Balado;delivered\n\
9002;KT;L1;31 Oct 2026 21:14;4400;14000.00;15000.00;Keripik Tempe;Rasa:Balado;delivered\n\
9003;KT;L1;31 Oct 2026 21:14;4401;14000.00;15000.00;Keripik Tempe;Rasa:Balado;canceled\n";
    assert_eq!(
        told(file.as_bytes(), &plan()),
        [
            "2 4400 Keripik Tempe (Rasa:Balado) x1 Rp14.000 2026-10-31 Some(21)",
            "3 4400 Keripik Tempe (Rasa:Balado) x1 Rp14.000 2026-10-31 Some(21)",
            "4 orders-cancelled known",
        ]
    );
}

#[test]
fn any_table_is_read_with_a_mapping() {
    let file = "Buku penjualan Bu Sri\n\nTgl;Barang;Qty;Uang Masuk;Catatan\n3/11/2026;Keripik;2;30rb;\n3/11/2026;Keripik;2;30rb;\n4 Nov 2026;Sambal;;25.000;x\nTOTAL;;;85.000;\n";
    assert!(matches!(
        all(file.as_bytes(), &plan()),
        Err(OrdersError::Unknown(_))
    ));
    let seen = look(file.as_bytes()).unwrap();
    assert_eq!(seen.known, None);
    assert_eq!(
        seen.columns,
        ["Tgl", "Barang", "Qty", "Uang Masuk", "Catatan"]
    );
    assert_eq!(seen.sample.len(), 4);
    let mut mapping = seen.guess;
    assert_eq!(mapping.get(&Field::Day).map(String::as_str), Some("Tgl"));
    assert_eq!(
        mapping.get(&Field::Product).map(String::as_str),
        Some("Barang")
    );
    assert_eq!(mapping.remove(&Field::Total).as_deref(), Some("Uang Masuk"));
    let mut plan = plan();
    plan.mapping = Some(mapping.clone());
    assert_eq!(
        all(file.as_bytes(), &plan),
        Err(OrdersError::Missing(Field::Total))
    );
    mapping.insert(Field::Total, "uang  masuk".to_owned());
    mapping.remove(&Field::Quantity);
    plan.mapping = Some(mapping.clone());
    plan.channel = SaleChannel::Counter;
    assert_eq!(
        told(file.as_bytes(), &plan),
        [
            "4  Keripik x1 Rp30.000 2026-11-03 None",
            // Two equal sales of one day are two sales.
            "5  Keripik x1 Rp30.000 2026-11-03 None",
            "6  Sambal x1 Rp25.000 2026-11-04 None",
            "7 Tgl: orders-day",
        ]
    );
    let keys = |plan: &Plan| -> Vec<String> {
        let rows = all(file.as_bytes(), plan).unwrap();
        rows.into_iter()
            .filter_map(|row| match row.outcome {
                Outcome::Ready(line) => Some(line.key),
                _ => None,
            })
            .collect()
    };
    assert_eq!(keys(&plan), keys(&plan));
    mapping.insert(Field::Total, "Omzet".to_owned());
    plan.mapping = Some(mapping);
    assert!(all(file.as_bytes(), &plan).is_err());
}

#[test]
fn a_workbook_is_read_with_its_days_and_results() {
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, "Petunjuk").unwrap();
    let sheet = book.add_worksheet();
    for (column, name) in [
        "No. Pesanan",
        "Status Pesanan",
        "Waktu Pesanan Dibuat",
        "Nama Produk",
        "Nomor Referensi SKU",
        "Jumlah",
        "Total Harga Produk",
    ]
    .iter()
    .enumerate()
    {
        sheet
            .write_string(0, u16::try_from(column).unwrap(), *name)
            .unwrap();
    }
    let day = ExcelDateTime::from_ymd(2026, 11, 3)
        .unwrap()
        .and_hms(9, 30, 0)
        .unwrap();
    for row in 1..3 {
        sheet.write_string(row, 0, format!("24{row}")).unwrap();
        sheet.write_string(row, 1, "Selesai").unwrap();
        sheet.write_string(row, 3, "Keripik").unwrap();
        sheet.write_string(row, 4, "K").unwrap();
        sheet.write_number(row, 5, 2).unwrap();
    }
    sheet
        .write_datetime_with_format(
            1,
            2,
            &day,
            &Format::new().set_num_format("dd/mm/yyyy hh:mm"),
        )
        .unwrap();
    sheet.write_number(1, 6, 30_000).unwrap();
    sheet.write_string(2, 2, "2026-11-04 10:00").unwrap();
    sheet
        .write_formula(2, 6, Formula::new("=15000*2").set_result("30000"))
        .unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(
        told(&bytes, &plan()),
        [
            "2 241 Keripik x2 Rp30.000 2026-11-03 Some(9)",
            "3 242 Keripik x2 Rp30.000 2026-11-04 Some(10)",
        ]
    );
    assert_eq!(look(&bytes).unwrap().known, Some(SaleChannel::Shopee));
}

#[test]
fn what_is_no_table_of_orders_is_refused() {
    for bytes in [
        b"".as_slice(),
        b"%PDF-1.4",
        b"No. Pesanan,Waktu Pesanan Dibuat,Nama Produk,Total Harga Produk\n",
        b"PK\x03\x04rest",
    ] {
        assert!(all(bytes, &plan()).is_err(), "{bytes:?}");
        assert!(look(bytes).is_err(), "{bytes:?}");
    }
    assert!(matches!(
        all(b"a,b\n1,2\n", &plan()),
        Err(OrdersError::Unknown(_))
    ));
}

#[test]
fn no_exported_text_is_a_formula() {
    for (text, wanted) in [
        ("=1+1", "'=1+1"),
        ("+62812", "'+62812"),
        ("-15", "'-15"),
        ("--", "'--"),
        ("-", "-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("Keripik", "Keripik"),
        ("", ""),
    ] {
        assert_eq!(escape_cell(text), wanted);
    }
}

#[test]
fn a_hundred_thousand_rows_are_handed_out_one_by_one() {
    let mut file = String::from(
        "No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Jumlah,Total Harga Produk\n",
    );
    for n in 0..100_000 {
        file.push_str(&format!(
            "24{n},Selesai,2026-11-{:02} {:02}:00,Keripik {},K{},1,15.000\n",
            n % 26 + 1,
            n % 24,
            n % 50,
            n % 50
        ));
    }
    let mut ready = 0;
    let summary = read(file.as_bytes(), &plan(), &mut |row| {
        ready += usize::from(matches!(row.outcome, Outcome::Ready(_)));
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(
        (summary.rows, ready, summary.cut),
        (100_000, 100_000, false)
    );
    let mut taken = 0;
    read(file.as_bytes(), &plan(), &mut |_| {
        taken += 1;
        if taken == 10 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })
    .unwrap();
    assert_eq!(taken, 10);
}

proptest! {
    #[test]
    fn no_bytes_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = (all(&bytes, &plan()), look(&bytes));
    }

    #[test]
    fn no_row_breaks_it(cells in proptest::collection::vec("[^\"\r\n,]{0,20}", 7..8)) {
        let file = format!("No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Jumlah,Total Harga Produk\n{}\n", cells.join(","));
        let rows = all(file.as_bytes(), &plan());
        if let Ok(rows) = rows {
            for row in rows {
                if let Outcome::Ready(line) = row.outcome {
                    prop_assert!(line.day <= plan().today && line.quantity > 0 && line.amount.amount() > 0);
                }
            }
        }
    }
}

/// What an earlier file may have called a sale is known by the same key when it is cancelled or given back.
#[test]
fn a_cancelled_order_is_known_by_its_key() {
    let row = |status: &str, returned: u32| {
        let text = format!(
            "No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Nama Variasi,Jumlah,Returned quantity,Total Harga Produk\n\
             2411A1,{status},2026-11-03 10:21,Keripik Tempe,KT,Balado,2,{returned},30000\n"
        );
        all(text.as_bytes(), &plan()).unwrap().remove(0).outcome
    };
    let Outcome::Ready(line) = row("Selesai", 0) else {
        panic!("it is a sale");
    };
    for (status, returned) in [("Batal", 0), ("Pengembalian", 0), ("Selesai", 2)] {
        let Outcome::Left { key, .. } = row(status, returned) else {
            panic!("{status} is no sale");
        };
        assert_eq!(key.as_deref(), Some(line.key.as_str()), "{status}");
    }
    let Outcome::Ready(less) = row("Selesai", 1) else {
        panic!("one was kept");
    };
    assert_eq!((less.key, less.quantity, less.returned), (line.key, 1, 1));
}
