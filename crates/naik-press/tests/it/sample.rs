//! Made-up shops, months and cohorts for tests and proofs of papers. No real person, number or address.

use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_core::programme::board::Shown;
use naik_core::storefront::Cloth;
use naik_press::document::{
    Award, CashRow, Certificate, CohortMonth, Count, Figure, Item, Listing, MonthResult, Rung,
    SalesRow, Seller, Signer, Tax,
};

/// The crate's own Indonesian words.
pub(crate) fn say(message: &Message) -> String {
    let file = include_str!("../../locales/id.ftl");
    let start = format!("{} = ", message.key);
    let line = file.lines().find_map(|line| line.strip_prefix(&start));
    let mut said = line.map_or_else(|| format!("?{}?", message.key), str::to_owned);
    for (name, value) in &message.args {
        said = said.replace(&format!("{{ ${name} }}"), value);
    }
    said
}

const MADE: jiff::civil::Date = jiff::civil::date(2026, 11, 26);
const MADE_SAID: &str = "26 November 2026";

/// A square JPEG.
pub(crate) fn photo(hue: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(240, 240, |x, y| {
        let far = (x as i32 - 120).pow(2) + (y as i32 - 130).pow(2);
        if far < 6400 {
            image::Rgb([hue, 120, 200 - hue / 2])
        } else {
            image::Rgb([238, 236, (220 + y / 16) as u8])
        }
    });
    let mut out = std::io::Cursor::new(Vec::new());
    let written = picture.write_to(&mut out, image::ImageFormat::Jpeg);
    written.map(|()| out.into_inner()).unwrap_or_default()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A shop with so many things; each seventh has choices with prices of their own, each fourth no photo.
pub(crate) fn listing(count: usize) -> Listing {
    let kinds = [
        (
            "Keripik tempe renyah",
            Some("Rp15.000"),
            Some("per bungkus"),
            "250 g",
        ),
        ("Sambal bawang", Some("Rp22.500"), None, "150 g"),
        (
            "Batik kawung tulis katun primisima pewarna kulit kayu tingi dan daun mangga",
            Some("Rp1.250.000"),
            Some("per lembar"),
            "200 × 115 cm",
        ),
        (
            "Kopi bubuk Dampit",
            Some("Rp45.000"),
            Some("per bungkus"),
            "200 g",
        ),
        ("Gerabah guci", None, None, ""),
        ("ꦏꦺꦴꦥꦶ tubruk", Some("Rp30.000"), None, "100 g"),
    ];
    let photos: Vec<Vec<u8>> = (0..6).map(|n| photo(n * 40)).collect();
    let items = (0..count).map(|n| {
        let (name, price, unit, weight) = kinds[n % kinds.len()];
        Item {
            name: name.to_owned(),
            price: price.map(str::to_owned),
            before: (n % 9 == 4).then(|| "Rp18.000".to_owned()),
            unit: unit.map(str::to_owned),
            details: vec![weight.to_owned(), "tahan 3 bulan".to_owned()],
            choices: if n % 7 == 0 {
                vec![
                    ("Original".to_owned(), None),
                    ("Balado".to_owned(), some("Rp16.000")),
                    ("Daun jeruk, isi 500 g".to_owned(), some("Rp27.500")),
                ]
            } else {
                Vec::new()
            },
            story: some("Digoreng dua kali di dapur sendiri sejak 2014."),
            photo: (n % 4 != 3).then(|| photos[n % photos.len()].clone()),
            sold_out: n % 11 == 5,
        }
    });
    Listing {
        seller: Seller {
            name: "Keripik Bu Sari".to_owned(),
            about: some("Camilan dari dapur sendiri, digoreng tiap pagi."),
            city: some("Malang"),
            whatsapp: some("0812-0000-0101"),
            link: some("https://naik.example/toko/keripik-bu-sari"),
            cloth: Cloth::Wedel,
            hours: vec![
                "Senin–Jumat 08.00–17.00".to_owned(),
                "Sabtu 08.00–12.00".to_owned(),
            ],
        },
        items: items.collect(),
        lang: Lang::Id,
        made: MADE,
        made_said: MADE_SAID.to_owned(),
    }
}

/// A month with so many lines in the cash book.
pub(crate) fn month(lines: usize) -> MonthResult {
    let row = |name: &str, sales, pieces, amount: &str, share| SalesRow {
        name: name.to_owned(),
        sales,
        pieces,
        amount: amount.to_owned(),
        share,
    };
    let cash = (0..lines).map(|n| CashRow {
        day: format!("{} November 2026", n % 30 + 1),
        what: ["Minyak goreng", "Modal dari tabungan", "Kemasan dan label"][n % 3].to_owned(),
        came: (n % 3 == 1).then(|| "Rp500.000".to_owned()),
        went: (n % 3 != 1).then(|| "Rp312.500".to_owned()),
    });
    MonthResult {
        shop: "Keripik Bu Sari".to_owned(),
        city: some("Malang"),
        month: "November 2026".to_owned(),
        period: "1–30 November 2026".to_owned(),
        made: MADE,
        made_said: MADE_SAID.to_owned(),
        lang: Lang::Id,
        sold: "Rp12.450.000".to_owned(),
        came: "Rp500.000".to_owned(),
        went: "Rp7.300.000".to_owned(),
        left: "Rp5.650.000".to_owned(),
        is_loss: false,
        places: vec![
            row("TikTok Shop / Tokopedia", 40, 44, "Rp8.450.000", 68),
            row("Langsung", 1_120, 1_340, "Rp4.000.000", 32),
        ],
        total: row("", 1_160, 1_384, "Rp12.450.000", 100),
        noted: row("", 1_120, 1_340, "Rp4.000.000", 32),
        filed: row("", 40, 44, "Rp8.450.000", 68),
        cash: cash.collect(),
        months: vec![
            ("Oktober 2026".to_owned(), "Rp11.200.000".to_owned()),
            ("November 2026".to_owned(), "Rp12.450.000".to_owned()),
        ],
        tax: Some(Tax {
            turnover: "Rp118.000.000".to_owned(),
            free: "Rp500.000.000".to_owned(),
            due: "Rp0".to_owned(),
            source: "PP 55/2022".to_owned(),
        }),
    }
}

/// A confirmed level.
pub(crate) fn certificate() -> Certificate {
    let signer = |name: &str, day: &str| {
        Some(Signer {
            name: name.to_owned(),
            day: day.to_owned(),
        })
    };
    Certificate {
        giver: "Dinas Koperasi dan UMKM Kota Contoh".to_owned(),
        shop: "Keripik Bu Sari".to_owned(),
        city: some("Malang"),
        award: Award::Level("Kelas 3: Usaha digital".to_owned()),
        checked: signer("Dimas Prasetyo", "20 November 2026"),
        confirmed: signer("Ratna Wulandari", "24 November 2026"),
        number: "8T5C-Y4TQ-KFFR".to_owned(),
        link: "https://naik.example/sertifikat/8T5C-Y4TQ-KFFR".to_owned(),
        made: MADE,
        made_said: MADE_SAID.to_owned(),
        until: some("24 Mei 2027"),
        lang: Lang::Id,
    }
}

/// A cohort in its twelfth week.
pub(crate) fn cohort() -> CohortMonth {
    let basis = |n, missing| Count {
        n: Shown::Exact(n),
        missing: Shown::Exact(missing),
    };
    let figure = |label: &str, value: &str, n, missing| Figure {
        label: label.to_owned(),
        value: some(value),
        count: basis(n, missing),
    };
    let rung = |name: &str, before, now| Rung {
        name: name.to_owned(),
        before: Shown::Exact(before),
        now: Shown::Exact(now),
    };
    CohortMonth {
        cohort: "Angkatan 1 Kedungkandang".to_owned(),
        programme: "Naik Kelas Kota Contoh 2026".to_owned(),
        month: "November 2026".to_owned(),
        week: (12, 26),
        made: MADE,
        made_said: MADE_SAID.to_owned(),
        lang: Lang::Id,
        figures: vec![
            figure("Usaha masih ikut", "182", 200, 0),
            figure("Tugas selesai", "71%", 178, 4),
            figure("Perlu dikunjungi", "23", 182, 0),
            figure("Naik kelas bulan ini", "9", 182, 0),
        ],
        ladder: vec![
            rung("Kelas 0: Baru mulai", 90, 30),
            rung("Kelas 1: Tertata", 70, 80),
            rung("Kelas 2: Terlihat", 20, 50),
            rung("Kelas 3: Usaha digital", 8, 18),
            Rung {
                name: "Kelas 4: Tumbuh".to_owned(),
                before: Shown::Exact(0),
                now: Shown::Few,
            },
        ],
        ladder_count: basis(178, 4),
        counts: vec![
            figure("Mencatat penjualan tiap minggu", "120", 178, 4),
            Figure {
                label: "Punya izin edar baru".to_owned(),
                value: None,
                count: Count {
                    n: Shown::Hidden,
                    missing: Shown::Few,
                },
            },
        ],
        growth: vec![
            "Median penjualan naik 12% (kuartil −3% sampai 28%; selang kepercayaan 95% 5% sampai 19%), n = 96; 86 usaha belum punya cukup catatan.".to_owned(),
        ],
        caveats: vec![
            "Usaha yang berhenti tidak ikut dihitung, dan mereka mungkin berbeda.".to_owned(),
        ],
    }
}
