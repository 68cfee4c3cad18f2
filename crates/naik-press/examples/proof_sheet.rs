//! Renders every family and format of one product, to be looked at:
//! `cargo run -p naik-press --example proof_sheet -- CUTOUT.png OUT_DIR [photo]`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a tool for our own eyes, not for users"
)]

use std::time::Instant;

use naik_core::category::Category;
use naik_core::color::Color;
use naik_core::seed::Seed;
use naik_press::poster::{self, Brief, Family, Format, Slide};
use naik_press::{Brand, OwnedPicture, Picture, Price, Product};
use rayon::prelude::*;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, out, rest @ ..] = arguments.as_slice() else {
        println!("usage: proof_sheet PICTURE OUT_DIR [photo] [#color…]");
        return;
    };
    let image = image::open(input).unwrap().to_rgba8();
    let picture = Picture {
        width: image.width(),
        height: image.height(),
        rgba: image.as_raw(),
    };
    let start = Instant::now();
    let product = if rest.iter().any(|r| r == "photo") {
        Product::photo(picture).unwrap()
    } else {
        Product::cutout(picture).unwrap()
    };
    println!(
        "product ready in {:.0} ms",
        start.elapsed().as_secs_f64() * 1000.0
    );
    let has = |word: &str| rest.iter().any(|r| r == word);
    let colors = rest
        .iter()
        .filter(|r| r.starts_with('#'))
        .filter_map(|r| Color::parse(r).ok())
        .collect();
    let logo = rest
        .iter()
        .find_map(|r| r.strip_prefix("logo="))
        .map(|path| {
            let image = image::open(path).unwrap().to_rgba8();
            OwnedPicture {
                width: image.width(),
                height: image.height(),
                rgba: image.into_raw(),
            }
        });
    let brand = if has("bare") {
        Brand {
            colors,
            ..Brand::default()
        }
    } else {
        Brand {
            shop: Some("Tanah Dinoyo".into()),
            city: Some("Malang".into()),
            colors,
            whatsapp: Some("0812-3456-7890".into()),
            logo,
        }
    };
    let value = |key: &str| rest.iter().find_map(|r| r.strip_prefix(key));
    let price = Price {
        now: value("price=").unwrap_or("Rp45.000").into(),
        before: has("sale").then(|| "Rp60.000".into()),
        unit: Some("per cangkir".into()),
    };
    let given = value("name=");
    let name = if let Some(name) = given {
        name
    } else if has("long") {
        "Cangkir Keramik Buatan Tangan Glasir Hitam Kuning Motif Dinoyo"
    } else if has("short") {
        "Mug"
    } else {
        "Cangkir Keramik 300 ml"
    };
    let brief = Brief {
        name,
        headline: has("headline").then_some("Ngopi pagi, cangkir sendiri."),
        benefit: (!has("bare")).then_some("Muat 300 ml. Glasir aman untuk minuman panas."),
        price: (!has("bare") && !has("free")).then_some(&price),
        call: "Chat WhatsApp",
        product: &product,
        brand: &brand,
        category: Category::Pottery,
        slides: [
            Slide {
                title: name.into(),
                body: "Dari Tanah Dinoyo, Malang.".into(),
            },
            Slide {
                title: "Terbuat dari apa?".into(),
                body: "Glasir aman untuk minuman panas. Pegangannya pas untuk empat jari.".into(),
            },
            Slide {
                title: "Cara pesan".into(),
                body: "Kirim dari Malang tiap hari kerja.".into(),
            },
        ],
    };
    if !has("sheet") {
        std::fs::create_dir_all(out).unwrap();
    }
    if has("kit") {
        let start = Instant::now();
        let chosen = poster::choose(&brief, Seed(1));
        let made: Vec<_> = chosen
            .par_iter()
            .map(|(format, family)| poster::render(&brief, *family, *format, Seed(1)).unwrap())
            .collect();
        println!(
            "{} posters in {:.0} ms",
            made.len(),
            start.elapsed().as_secs_f64() * 1000.0
        );
        return;
    }
    let mut total = 0.0;
    let mut thumbs = Vec::new();
    for family in Family::ALL {
        if let Some(only) = rest.iter().find_map(|r| r.strip_prefix("only="))
            && only != family.key()
        {
            continue;
        }
        for format in Format::ALL {
            let start = Instant::now();
            let poster = poster::render(&brief, family, format, Seed(1)).unwrap();
            total += start.elapsed().as_secs_f64();
            for check in poster.checks.iter().filter(|c| !c.passed) {
                println!(
                    "{} {}: {} {}",
                    family.key(),
                    format.key(),
                    check.rule,
                    check.detail
                );
            }
            if has("sheet") {
                let whole =
                    image::RgbImage::from_raw(poster.width, poster.height, poster.rgb).unwrap();
                let height = poster.height / 5;
                thumbs.push(image::imageops::thumbnail(&whole, 216, height));
                continue;
            }
            if has("nosave") {
                continue;
            }
            let path = format!("{out}/{}-{}.png", family.key(), format.key());
            image::save_buffer(
                path,
                &poster.rgb,
                poster.width,
                poster.height,
                image::ColorType::Rgb8,
            )
            .unwrap();
        }
    }
    if !thumbs.is_empty() {
        let rows = thumbs.len().div_ceil(8) as u32;
        let mut sheet = image::RgbImage::from_pixel(8 * 222, rows * 390, image::Rgb([255; 3]));
        for (nth, thumb) in (0..).zip(&thumbs) {
            image::imageops::replace(&mut sheet, thumb, nth % 8 * 222, nth / 8 * 390);
        }
        sheet.save(format!("{out}.png")).unwrap();
    }
    println!("{:.0} ms of rendering", total * 1000.0);
}
