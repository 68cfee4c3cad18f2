//! `naikkelas kit --catalogue`.

use std::fs;

use super::program::{folder, names, picture, run};

const HEAD: [&str; 7] = [
    "nama",
    "harga",
    "foto",
    "sku",
    "toko",
    "kota",
    "warna kulit",
];

fn rows() -> Vec<[&'static str; 7]> {
    vec![
        [
            "Guci Besar",
            "75rb",
            "foto/a.png; foto/b.png",
            "GC-1",
            "Gerabah Sri",
            "Malang",
            "x",
        ],
        ["Guci Kecil", "Rp25.000", "foto/b.png", "GC-1", "", "", ""],
        ["Guci Kecil", "30000", "foto/none.png", "", "", "", ""],
        ["Piring", "15rb", "", "", "", "", ""],
    ]
}

#[test]
fn each_row_becomes_a_kit_and_the_sheets_hold_all_products() {
    let folder = folder("catalogue");
    fs::create_dir(folder.join("foto")).unwrap();
    fs::write(folder.join("foto/a.png"), picture(360, 420)).unwrap();
    fs::write(folder.join("foto/b.png"), picture(420, 360)).unwrap();
    fs::write(
        folder.join("toko.toml"),
        "[shop]\nname = \"Toko Umum\"\nwhatsapp = \"081234567890\"\n",
    )
    .unwrap();
    write_csv(&folder.join("produk.csv"));
    write_xlsx(&folder.join("produk.xlsx"));

    let mut sheets = Vec::new();
    for file in ["produk.csv", "produk.xlsx"] {
        let out = format!("out-{}", file.len());
        let args = [
            "kit",
            "--catalogue",
            file,
            "--facts",
            "toko.toml",
            "--only",
            "photos,copy,listings",
            "--date",
            "2026-12-01",
            "--out",
            &out,
            "--json",
        ];
        let done = run(&folder, &args).expect(1);
        let json = done.json();
        // What could not be made has a line of its own; the others are made.
        let products = json["products"].as_array().unwrap();
        let lines: Vec<u64> = products
            .iter()
            .map(|row| row["line"].as_u64().unwrap())
            .collect();
        assert_eq!(lines, [2, 3, 4, 5]);
        assert!(products[0]["folder"].is_string() && products[1]["folder"].is_string());
        assert!(products[2]["folder"].is_null() && products[3]["folder"].is_null());
        assert_eq!(
            names(&folder.join(&out)),
            ["guci-besar", "guci-kecil", "listings"],
            "{}",
            done.stderr
        );
        // A column that means nothing is said, as is a code that two rows share.
        done.says(&["warna kulit", "GC-1-2", "none.png", "2"]);
        let kit = fs::read_to_string(folder.join(&out).join("guci-kecil/kit.json")).unwrap();
        assert!(
            kit.contains("Toko Umum"),
            "the shop fills what the row leaves open"
        );
        let shopee = folder
            .join(&out)
            .join("guci-kecil/photos/marketplace/shopee");
        assert!(names(&shopee).contains(&"gc-1-2-1.jpg".to_owned()));
        let feed = fs::read_to_string(folder.join(&out).join("listings/meta.csv")).unwrap();
        assert!(feed.contains("GC-1,") && feed.contains("GC-1-2,"), "{feed}");
        sheets.push(feed);
    }
    assert_eq!(sheets[0], sheets[1]);
}

#[test]
fn each_product_has_codes_and_pictures_of_its_own() {
    let folder = folder("catalogue-codes");
    fs::write(folder.join("a.png"), picture(360, 420)).unwrap();
    let table = "nama;harga;foto;sku;varian\n\
        Guci;10rb;a.png;;Besar, Kecil\n\
        Guci Besar;20rb;a.png;;\n\
        Piring;5rb;a.png;A 1;\n\
        Mangkuk;5rb;a.png;a-1;\n\
        Cangkir;5rb;a.png;KT.1;\n\
        Teko;5rb;a.png;KT-1;\n\
        Vas;5rb;a.png;;\n\
        Pot;5rb;a.png;VAS;\n";
    fs::write(folder.join("produk.csv"), table).unwrap();
    let args = [
        "kit",
        "--catalogue",
        "produk.csv",
        "--only",
        "listings",
        "--json",
    ];
    let done = run(&folder, &args).expect(1);
    let feed = fs::read_to_string(folder.join("out/listings/google.tsv")).unwrap();
    let mut codes: Vec<&str> = feed
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').next())
        .collect();
    assert_eq!(
        codes,
        [
            "GUCI-BESAR",
            "GUCI-KECIL",
            "GUCI-BESAR-2",
            "A-1",
            "a-1-2",
            "KT.1",
            "KT-1",
            "VAS-2",
            "VAS",
        ]
    );
    codes.sort_unstable_by_key(|code| code.to_lowercase());
    codes.dedup_by_key(|code| code.to_lowercase());
    assert_eq!(codes.len(), 9);
    done.says(&["a-1-2", "GUCI-BESAR-2", "VAS-2"]);
    // Pictures of all products may be put into one folder.
    let mut pictures = Vec::new();
    for kit in names(&folder.join("out")) {
        if kit != "listings" {
            let place = folder.join("out").join(kit).join("photos/marketplace/meta");
            pictures.extend(names(&place));
        }
    }
    let count = pictures.len();
    pictures.sort_unstable();
    pictures.dedup();
    assert_eq!(pictures.len(), count, "{pictures:?}");
    assert!(pictures.contains(&"kt-1-1.jpg".to_owned()), "{pictures:?}");
}

#[test]
fn a_logo_is_looked_for_beside_the_file_that_tells_of_it() {
    let folder = folder("catalogue-logo");
    fs::create_dir(folder.join("toko")).unwrap();
    fs::create_dir(folder.join("produk")).unwrap();
    fs::write(folder.join("toko/logo.png"), picture(300, 300)).unwrap();
    fs::write(
        folder.join("toko/toko.toml"),
        "[shop]\nname = \"Toko Umum\"\nlogo = \"logo.png\"\n",
    )
    .unwrap();
    for name in ["a.png", "lain.png"] {
        fs::write(folder.join("produk").join(name), picture(360, 420)).unwrap();
    }
    let table = "nama;harga;foto;logo\nGuci;10rb;a.png;\nPiring;5rb;a.png;lain.png\n";
    fs::write(folder.join("produk/produk.csv"), table).unwrap();
    let args = [
        "kit",
        "--catalogue",
        "produk/produk.csv",
        "--facts",
        "toko/toko.toml",
        "--only",
        "posts",
    ];
    let done = run(&folder, &args).expect(0);
    assert!(!done.stderr.contains("ogo "), "{}", done.stderr);
}

#[test]
fn a_file_that_is_no_catalogue_is_said() {
    let folder = folder("catalogue-bad");
    fs::write(folder.join("kosong.csv"), "").unwrap();
    fs::write(folder.join("judul.csv"), "nama,harga\n").unwrap();
    fs::write(folder.join("asing.csv"), "a,b\n1,2\n").unwrap();
    fs::write(folder.join("rusak.xlsx"), b"PK\x03\x04 rusak").unwrap();
    fs::write(folder.join("foto.csv"), picture(300, 300)).unwrap();
    for (file, key) in [
        ("kosong.csv", "catalogue-empty"),
        ("judul.csv", "catalogue-empty"),
        ("asing.csv", "catalogue-no-name"),
        ("rusak.xlsx", "catalogue-not-xlsx"),
        ("foto.csv", "catalogue-not-table"),
        ("none.csv", "file-not-found"),
        (".", "file-is-folder"),
    ] {
        let run = run(&folder, &["kit", "--catalogue", file, "--json"]).expect(1);
        assert_eq!(run.json()["error"]["key"], key, "{file}");
    }
    assert!(!folder.join("out").exists());
}

fn write_csv(path: &std::path::Path) {
    let mut text = HEAD.join(";");
    for row in rows() {
        let cells: Vec<String> = row.iter().map(|cell| format!("\"{cell}\"")).collect();
        text.push_str(&format!("\n{}", cells.join(";")));
    }
    fs::write(path, text).unwrap();
}

fn write_xlsx(path: &std::path::Path) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(HEAD) {
        sheet.write(0, column, name).unwrap();
    }
    for (line, row) in (1..).zip(rows()) {
        for (column, cell) in (0..).zip(row) {
            sheet.write(line, column, cell).unwrap();
        }
    }
    book.save(path).unwrap();
}
