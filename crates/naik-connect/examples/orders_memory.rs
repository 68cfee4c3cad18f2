//! How much memory an order file takes while it is read: writes one with as many rows as asked, or reads one and tells the peak.
//!
//! Two runs, because writing takes more than reading: `orders_memory write 100000 a.xlsx`, then `orders_memory read a.xlsx`.

#![expect(clippy::print_stdout, reason = "a figure is what this is for")]

use std::error::Error;
use std::io::Write;
use std::ops::ControlFlow;

use naik_connect::orders::{Outcome, Plan, look, read};
use naik_core::sale::SaleChannel;
use rust_xlsxwriter::Workbook;

/// As a marketplace's export has them: what is not read is most of the file.
const HEADING: [&str; 14] = [
    "No. Pesanan",
    "Status Pesanan",
    "Waktu Pesanan Dibuat",
    "Nama Produk",
    "Nomor Referensi SKU",
    "Nama Variasi",
    "Jumlah",
    "Returned quantity",
    "Total Harga Produk",
    "Username (Pembeli)",
    "Nama Penerima",
    "No. Telepon",
    "Alamat Pengiriman",
    "No. Resi",
];

fn cells(n: usize) -> [String; 14] {
    let pieces = n % 5 + 1;
    [
        format!("25{n:09}"),
        "Selesai".to_owned(),
        format!(
            "2026-{:02}-{:02} {:02}:{:02}",
            n % 10 + 1,
            n % 27 + 1,
            n % 24,
            n % 60
        ),
        format!("Keripik Tempe {}", n % 40),
        format!("KT-{}", n % 40),
        "Balado".to_owned(),
        pieces.to_string(),
        "0".to_owned(),
        (pieces * 15_000).to_string(),
        format!("pembeli_{n}"),
        format!("Pembeli ke {n}"),
        format!("62812{n:08}"),
        format!("Jalan Sulfat Nomor {n}, RT 3 RW 5, Blimbing, Kota Malang, Jawa Timur, 65123"),
        format!("SPXID0{n:011}"),
    ]
}

fn write(rows: usize, path: &str) -> Result<(), Box<dyn Error>> {
    if !path.ends_with(".xlsx") {
        let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
        writeln!(out, "{}", HEADING.join(";"))?;
        for n in 0..rows {
            writeln!(out, "{}", cells(n).join(";"))?;
        }
        return Ok(out.flush()?);
    }
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, text) in (0_u16..).zip(HEADING) {
        sheet.write_string(0, column, text)?;
    }
    for (line, n) in (1_u32..).zip(0..rows) {
        for (column, text) in (0_u16..).zip(cells(n)) {
            sheet.write_string(line, column, text)?;
        }
    }
    Ok(book.save(path)?)
}

fn peak() -> Result<u64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1));
    Ok(kilobytes.unwrap_or("0").parse::<u64>()?)
}

fn main() -> Result<(), Box<dyn Error>> {
    let told: Vec<String> = std::env::args().skip(1).collect();
    match told
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["write", rows, path] => write(rows.parse()?, path),
        ["read", path] => {
            let before = peak()?;
            let bytes = std::fs::read(path)?;
            let plan = Plan {
                mapping: None,
                channel: SaleChannel::Other,
                today: jiff::civil::date(2026, 11, 30),
            };
            look(&bytes)?;
            let mut ready = 0_usize;
            read(&bytes, &plan, &mut |row| {
                ready += usize::from(matches!(row.outcome, Outcome::Ready(_)));
                ControlFlow::Continue(())
            })?;
            let grown = (peak()? - before) as f64 / 1024.0;
            println!(
                "{ready} sales, file {:.1} MB, memory +{grown:.1} MB",
                bytes.len() as f64 / 1e6
            );
            Ok(())
        }
        _ => Err("orders_memory write ROWS FILE | orders_memory read FILE".into()),
    }
}
