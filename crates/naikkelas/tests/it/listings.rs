//! The marketplaces' files of a kit, and a seller's own template.

use std::fs;
use std::io::{Cursor, Read};

use super::program::{kit_and, names, run, shop};

#[test]
fn the_archives_hold_the_pictures_that_the_sheets_name() {
    let folder = shop("listings");
    run(&folder, &kit_and(&["--only", "listings"])).expect(0);
    let listings = folder.join("out/keripik-tempe-daun-jeruk/listings");
    for market in ["shopee", "tiktok-tokopedia", "lazada"] {
        let archive = pictures(&fs::read(listings.join(format!("{market}-photos.zip"))).unwrap());
        assert!(!archive.is_empty());
        let sheet = texts(&fs::read(listings.join(format!("{market}.xlsx"))).unwrap());
        for picture in archive {
            assert!(sheet.contains(&picture), "{market} does not name {picture}");
        }
    }
    assert!(names(&listings).contains(&"preflight.txt".to_owned()));
}

#[test]
fn a_sellers_own_template_is_filled() {
    let folder = shop("listings-template");
    run(&folder, &kit_and(&["--only", "listings"])).expect(0);
    // Our own sheet has the keys of Shopee's template in its first row.
    let ours = folder.join("out/keripik-tempe-daun-jeruk/listings/shopee.xlsx");
    fs::copy(ours, folder.join("punyaku.xlsx")).unwrap();
    let args = [
        "kit",
        "foto.png",
        "--name",
        "Keripik Bayam",
        "--price",
        "9rb",
        "--only",
        "listings",
        "--shopee-template",
        "punyaku.xlsx",
        "--sku",
        "BYM 01",
    ];
    run(&folder, &args).expect(0);
    let filled = folder.join("out/keripik-bayam/listings/shopee.xlsx");
    let filled = fs::read(filled).unwrap();
    let sheet = part(&filled, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("Keripik Bayam") && sheet.contains("BYM-01"));
    // What stood in it is replaced: old texts may lie about unused, but no old row is left.
    let old = fs::read(folder.join("punyaku.xlsx")).unwrap();
    let old = part(&old, "xl/worksheets/sheet1.xml");
    let rows = |sheet: &str| sheet.matches("<row ").count();
    assert_eq!(
        rows(&old),
        rows(&sheet) + 1,
        "two variants became one product"
    );

    fs::write(folder.join("lain.xlsx"), b"PK\x03\x04").unwrap();
    let args = [
        "kit",
        "foto.png",
        "--only",
        "listings",
        "--shopee-template",
        "lain.xlsx",
        "--out",
        "o",
    ];
    run(&folder, &args).expect(1).says(&["Shopee", "→"]);
    assert!(!folder.join("o").exists(), "said before any work");
}

/// Names of the pictures in an archive.
fn pictures(bytes: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect()
}

/// One part of a workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name(name).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

/// Every text of a workbook, as XML.
fn texts(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for index in 0..archive.len() {
        archive
            .by_index(index)
            .unwrap()
            .read_to_string(&mut all)
            .unwrap();
    }
    all
}
