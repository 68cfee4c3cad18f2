//! Writes every paper as PDF and as pictures into a folder, with the time that each took: to be looked at, and measured.
//!
//! `cargo run -p naik-press --release --example paper_proof -- FOLDER`

#![expect(clippy::print_stdout, reason = "what it measured is its output")]

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use naik_press::document::{Kind, Paper, Sheet, certificate, cohort_month, listing, month_result};

#[path = "../tests/it/sample.rs"]
mod sample;

use sample::say;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    for count in [0, 1, 2, 7, 14, 200] {
        let shop = sample::listing(count);
        for (name, kind) in [("katalog", Kind::Catalogue), ("harga", Kind::Prices)] {
            let name = format!("{name}-{count}");
            keep(folder, &name, || listing(&shop, kind, Sheet::Print, &say))?;
            let name = format!("{name}-wa");
            let paper = keep(folder, &name, || {
                listing(&shop, kind, Sheet::Phone(1), &say)
            })?;
            draw(folder, &name, &paper)?;
        }
    }
    for lines in [0, 12, 200] {
        let month = sample::month(lines);
        keep(folder, &format!("bulan-{lines}"), || {
            month_result(&month, &say)
        })?;
    }
    let given = sample::certificate();
    keep(folder, "sertifikat", || certificate(&given, &say))?;
    let cohort = sample::cohort();
    keep(folder, "angkatan", || cohort_month(&cohort, &say))?;
    Ok(())
}

fn keep(
    folder: &Path,
    name: &str,
    set: impl Fn() -> Result<Paper, naik_press::PressError>,
) -> Result<Paper, Box<dyn Error>> {
    let start = Instant::now();
    let paper = set()?;
    let laid = start.elapsed();
    let pdf = paper.pdf()?;
    let all = start.elapsed();
    println!(
        "{name}: {} pages, {} KB, set in {} ms, with PDF {} ms",
        paper.pages(),
        pdf.len() / 1000,
        laid.as_millis(),
        all.as_millis()
    );
    std::fs::write(folder.join(format!("{name}.pdf")), pdf)?;
    Ok(paper)
}

fn draw(folder: &Path, name: &str, paper: &Paper) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let drawn = paper.picture(0).ok_or("a paper without a page")?;
    println!(
        "{name}: {}x{} drawn in {} ms",
        drawn.width,
        drawn.height,
        start.elapsed().as_millis()
    );
    let picture = image::RgbaImage::from_raw(drawn.width, drawn.height, drawn.rgba);
    picture
        .ok_or("odd size")?
        .save(folder.join(format!("{name}.png")))?;
    Ok(())
}
