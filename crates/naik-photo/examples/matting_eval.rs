//! Mattes and cleans files for an outside scorer.
//!
//! `matting_eval LIST OUT`: LIST has a photo, its trimap and the path of the
//! result below OUT a line, separated by tabs. `matting_eval --foreground DIR
//! OUT`: for each `NAME.alpha.png` in DIR beside `NAME.png`, the product's
//! colours go to OUT.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measuring tool: it prints figures and stops at the first bad file"
)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use naik_photo::cutout::{foreground, matting};
use naik_photo::image::{Gray, Rgb};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut seconds = Vec::new();
    if arguments[0] == "--foreground" {
        for entry in std::fs::read_dir(&arguments[1]).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let Some(stem) = name.strip_suffix(".alpha.png") else {
                continue;
            };
            let photo = rgb(&path.with_file_name(format!("{stem}.png")));
            let alpha = gray(&path);
            let start = Instant::now();
            let found = foreground::estimate(&photo, &alpha);
            seconds.push(start.elapsed().as_secs_f64());
            let out = Path::new(&arguments[2]).join(format!("{stem}.png"));
            std::fs::create_dir_all(&arguments[2]).expect("folder made");
            image::RgbImage::from_raw(found.width(), found.height(), found.into_data())
                .expect("size")
                .save(out)
                .expect("saved");
        }
    } else {
        let list = std::fs::read_to_string(&arguments[0]).expect("a list");
        for line in list.lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            let (photo, trimap) = (rgb(Path::new(parts[0])), gray(Path::new(parts[1])));
            let start = Instant::now();
            let found = matting::alpha(&photo, &trimap, &matting::MattingOptions::default());
            seconds.push(start.elapsed().as_secs_f64());
            let out = PathBuf::from(&arguments[1]).join(parts[2]);
            std::fs::create_dir_all(out.parent().expect("a folder")).expect("folder made");
            image::GrayImage::from_raw(found.width(), found.height(), found.into_data())
                .expect("size")
                .save(out)
                .expect("saved");
        }
    }
    seconds.sort_by(f64::total_cmp);
    println!(
        "{} files, median {:.3} s",
        seconds.len(),
        seconds[seconds.len() / 2]
    );
}

fn rgb(path: &Path) -> Rgb {
    let image = image::open(path).expect("a photo").to_rgb8();
    Rgb::from_data(image.width(), image.height(), image.into_raw()).expect("size")
}

fn gray(path: &Path) -> Gray {
    let image = image::open(path).expect("a mask").to_luma8();
    Gray::from_data(image.width(), image.height(), image.into_raw()).expect("size")
}
