//! Walks a list of photos with true masks, cuts each, and says how well and how fast.
//!
//! `cutout_eval LIST [--model FILE|classical] [--voice] [--rows] [--only SET,SET] [--out DIR] [--sheet DIR]`: LIST has a photo
//! a line, tab, the path of its prediction below `--out`; the true mask lies
//! beside the photo as `NAME.mask.png` (grey 128 is unknown in sets other
//! than `polos`).

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measuring tool: it prints figures and stops at the first bad file"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use naik_photo::cutout::{
    BuiltInPrior, ClassicalPrior, CutOptions, Guidance, OnnxPrior, Prior, cut,
};
use naik_photo::image::{Gray, Rgb};
use rayon::prelude::*;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        arguments
            .iter()
            .position(|a| a == name)
            .and_then(|at| arguments.get(at + 1))
            .cloned()
    };
    let out = option("--out").map(PathBuf::from);
    let sheet = option("--sheet").map(PathBuf::from);
    let only = option("--only");
    let prior: Option<Box<dyn Prior + Send>> = match option("--model").as_deref() {
        None => None,
        Some("classical") => Some(Box::new(ClassicalPrior)),
        Some(file) if arguments.iter().any(|a| a == "--voice") => {
            let bytes = std::fs::read(file).expect("the model");
            Some(Box::new(BuiltInPrior::new(
                OnnxPrior::from_bytes(&bytes).expect("a model"),
            )))
        }
        Some(file) => Some(Box::new(
            OnnxPrior::from_bytes(&std::fs::read(file).expect("the model")).expect("a model"),
        )),
    };
    let list = std::fs::read_to_string(&arguments[0]).expect("the list can be read");
    let rows: Vec<(&str, &str)> = list
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter(|row| {
            only.as_ref()
                .is_none_or(|only| only.split(',').any(|o| row.0.contains(&format!("/{o}"))))
        })
        .filter(|row| !row.0.contains("alphamatting"))
        .collect();
    let mut results: Vec<Row> = rows
        .par_iter()
        .map(|&(input, prediction)| {
            let photo = load_rgb(Path::new(input));
            let mask = Path::new(input).with_extension("mask.png");
            // Photos without truth can be walked too, for the pictures.
            let truth = if mask.exists() {
                load_gray(&mask)
            } else {
                Gray::filled(photo.width(), photo.height(), 0)
            };
            let start = Instant::now();
            let prior = prior.as_deref().map(|prior| prior as &dyn Prior);
            let cutout =
                cut(&photo, &Guidance::default(), prior, &CutOptions::default()).expect("cut");
            let seconds = start.elapsed().as_secs_f64();
            if let Some(out) = &out {
                let path = out.join(prediction);
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("folder made");
                save(&path, &cutout.alpha);
            }
            if let Some(sheet) = &sheet {
                std::fs::create_dir_all(sheet).expect("folder made");
                let name = prediction.replace('/', "_");
                let rgba = cutout.foreground(&photo);
                image::RgbaImage::from_raw(rgba.width(), rgba.height(), rgba.into_data())
                    .expect("size")
                    .save(sheet.join(name))
                    .expect("saved");
            }
            let set = prediction.split('/').nth(1).unwrap_or("").to_owned();
            let known = set != "polos";
            let iou = overlap(&cutout.alpha, &truth, known);
            let trials = cutout
                .trials
                .iter()
                .filter(|_| Path::new(input).with_extension("mask.png").exists())
                .map(|trial| {
                    (
                        format!("{:?}", trial.seed),
                        trial.score,
                        overlap(&stretch(&trial.mask, &truth), &truth, known),
                    )
                })
                .collect();
            Row {
                name: prediction.to_owned(),
                set,
                iou,
                seconds,
                confidence: cutout.confidence,
                ground: format!("{:?}", cutout.ground),
                seed: format!("{:?}", cutout.seed),
                features: format!("{:?}", cutout.traits.features()),
                trials,
            }
        })
        .collect();
    results.sort_by(|a, b| a.name.cmp(&b.name));
    if arguments.iter().any(|a| a == "--rows") {
        for row in &results {
            let trials: Vec<String> = row
                .trials
                .iter()
                .map(|t| format!("{}={:.3}({:.2})", t.0, t.2, t.1))
                .collect();
            println!(
                "{}\t{:.3}\t{:.2}\t{}\t{}\t{}\t{}",
                row.name,
                row.iou,
                row.confidence,
                row.ground,
                row.seed,
                trials.join(" "),
                row.features
            );
        }
    }
    let mut sets: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for row in &results {
        sets.entry(row.set.clone()).or_default().push(row);
        sets.entry("~all".to_owned()).or_default().push(row);
    }
    println!(
        "{:14}{:>5}{:>8}{:>7}{:>8}{:>8}   per seed",
        "set", "n", "IoU", "bad%", "oracle", "plain%"
    );
    for (set, rows) in &sets {
        let n = rows.len() as f64;
        let mean = |f: &dyn Fn(&Row) -> f64| rows.iter().map(|r| f(r)).sum::<f64>() / n;
        let mut seeds: BTreeMap<&str, (f64, usize)> = BTreeMap::new();
        for row in rows {
            for trial in &row.trials {
                let entry = seeds.entry(&trial.0).or_default();
                entry.0 += trial.2;
                entry.1 += 1;
            }
        }
        let seeds: Vec<String> = seeds
            .iter()
            .map(|(seed, (sum, count))| format!("{seed} {:.3}/{count}", sum / *count as f64))
            .collect();
        println!(
            "{set:14}{:5}{:8.3}{:7.1}{:8.3}{:8.1}   {}",
            rows.len(),
            mean(&|r| r.iou),
            100.0 * mean(&|r| f64::from(u8::from(r.iou < 0.5))),
            mean(&|r| r.trials.iter().map(|t| t.2).fold(0.0, f64::max)),
            100.0 * mean(&|r| f64::from(u8::from(r.ground == "Plain"))),
            seeds.join("  "),
        );
    }
    for (set, rows) in &sets {
        let sure: Vec<f64> = rows
            .iter()
            .filter(|r| r.confidence >= naik_photo::cutout::CONFIDENT)
            .map(|r| r.iou)
            .collect();
        print!(
            "{set}: confident {:.0}% IoU {:.3}; ",
            100.0 * sure.len() as f64 / rows.len() as f64,
            sure.iter().sum::<f64>() / sure.len().max(1) as f64
        );
    }
    let mut seconds: Vec<f64> = results.iter().map(|r| r.seconds).collect();
    seconds.sort_by(f64::total_cmp);
    println!(
        "\nmedian {:.0} ms wall, p95 {:.0} ms",
        1000.0 * seconds[seconds.len() / 2],
        1000.0 * seconds[seconds.len() * 95 / 100]
    );
}

struct Row {
    name: String,
    set: String,
    iou: f64,
    seconds: f64,
    confidence: f32,
    ground: String,
    seed: String,
    features: String,
    trials: Vec<(String, f32, f64)>,
}

fn load_rgb(path: &Path) -> Rgb {
    let image = image::open(path).expect("a photo").to_rgb8();
    Rgb::from_data(image.width(), image.height(), image.into_raw()).expect("size")
}

fn load_gray(path: &Path) -> Gray {
    let image = image::open(path).expect("a mask").to_luma8();
    Gray::from_data(image.width(), image.height(), image.into_raw()).expect("size")
}

fn save(path: &Path, gray: &Gray) {
    image::GrayImage::from_raw(gray.width(), gray.height(), gray.data().to_vec())
        .expect("size")
        .save(path)
        .expect("saved");
}

fn stretch(mask: &Gray, like: &Gray) -> Gray {
    let image = image::GrayImage::from_raw(mask.width(), mask.height(), mask.data().to_vec())
        .expect("size");
    let big = image::imageops::resize(
        &image,
        like.width(),
        like.height(),
        image::imageops::FilterType::Triangle,
    );
    Gray::from_data(like.width(), like.height(), big.into_raw()).expect("size")
}

fn overlap(found: &Gray, truth: &Gray, unknown: bool) -> f64 {
    let (mut both, mut either) = (0_u32, 0_u32);
    for (&f, &t) in found.data().iter().zip(truth.data()) {
        if unknown && t == 128 {
            continue;
        }
        let t = if unknown { t > 128 } else { t >= 128 };
        both += u32::from(f >= 128 && t);
        either += u32::from(f >= 128 || t);
    }
    if either == 0 {
        1.0
    } else {
        f64::from(both) / f64::from(either)
    }
}
