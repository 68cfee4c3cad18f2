//! Draws the video of one product, to be looked at and timed:
//! `cargo run --release -p naik-press --example video_proof -- OUT_DIR CUTOUT [photo] [bare] [#color…] [LINES.txt] [VOICE.wav…] [PICTURE…]`.
//!
//! Writes `frames.yuv` (or, with `pipe`, raw frames to standard output), `sound.f32le`,
//! `captions.srt` and `cover.png`. With `every=N` each Nth frame becomes a PNG instead.
#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a tool for our own eyes, not for users"
)]

use std::fs;
use std::io::{self, Write};
use std::time::Instant;

use naik_core::category::Category;
use naik_core::color::Color;
use naik_core::seed::Seed;
use naik_press::video::{self, FrameSink, Line, Shots, Shown, Sound, Storyboard};
use naik_press::{Brand, OwnedPicture, Price, Product};

struct Raw<W: Write>(W);

impl<W: Write> FrameSink for Raw<W> {
    type Error = io::Error;
    fn frame(&mut self, yuv420p: &[u8]) -> io::Result<()> {
        self.0.write_all(yuv420p)
    }
}

struct Nothing;

impl FrameSink for Nothing {
    type Error = io::Error;
    fn frame(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }
}

/// Each Nth frame as a PNG of half the size.
struct Stills {
    every: u32,
    at: u32,
    out: String,
}

impl FrameSink for Stills {
    type Error = io::Error;
    fn frame(&mut self, yuv: &[u8]) -> io::Result<()> {
        let at = self.at;
        self.at += 1;
        if !at.is_multiple_of(self.every) {
            return Ok(());
        }
        let (w, h) = (1080_usize, 1920_usize);
        let mut rgb = Vec::new();
        for y in (0..h).step_by(2) {
            for x in (0..w).step_by(2) {
                let luma = [(0, 0), (1, 0), (0, 1), (1, 1)]
                    .iter()
                    .map(|(dx, dy)| f32::from(yuv[(y + dy) * w + x + dx]))
                    .sum::<f32>();
                let luma = (luma / 4.0 - 16.0) * 255.0 / 219.0;
                let half = y / 2 * w / 2 + x / 2;
                let u = (f32::from(yuv[w * h + half]) - 128.0) * 255.0 / 224.0;
                let v = (f32::from(yuv[w * h * 5 / 4 + half]) - 128.0) * 255.0 / 224.0;
                let r = luma + 1.5748 * v;
                let g = luma - 0.1873 * u - 0.4681 * v;
                let b = luma + 1.8556 * u;
                rgb.extend([r, g, b].map(|c| (c + 0.5).clamp(0.0, 255.0) as u8));
            }
        }
        let path = format!("{}/frame-{at:03}.png", self.out);
        image::save_buffer(path, &rgb, 540, 960, image::ColorType::Rgb8).map_err(io::Error::other)
    }
}

fn picture(path: &str) -> OwnedPicture {
    let image = image::open(path).unwrap().to_rgba8();
    OwnedPicture {
        width: image.width(),
        height: image.height(),
        rgba: image.into_raw(),
    }
}

fn wav(path: &str) -> Sound {
    let bytes = fs::read(path).unwrap();
    let rate = u32::from_le_bytes(bytes[24..28].try_into().unwrap());
    let (samples, _) = bytes[44..].as_chunks::<2>();
    let samples = samples
        .iter()
        .map(|b| f32::from(i16::from_le_bytes(*b)) / 32768.0);
    Sound {
        rate,
        samples: samples.collect(),
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [out, product, rest @ ..] = arguments.as_slice() else {
        eprintln!(
            "usage: video_proof OUT_DIR CUTOUT [option…] [LINES.txt] [VOICE.wav…] [PICTURE…]"
        );
        return;
    };
    let has = |word: &str| rest.iter().any(|r| r == word);
    let value = |key: &str| rest.iter().find_map(|r| r.strip_prefix(key));
    let ends = |endings: &'static [&'static str]| {
        rest.iter()
            .filter(move |r| endings.iter().any(|e| r.ends_with(e)))
    };
    let source = picture(product);
    let borrowed = source.as_picture();
    let start = Instant::now();
    let product = if has("photo") {
        Product::photo(borrowed).unwrap()
    } else {
        Product::cutout(borrowed).unwrap()
    };
    drop(source);
    let text = ends(&[".txt"])
        .next()
        .map(|path| fs::read_to_string(path).unwrap());
    let mut voices = ends(&[".wav"]);
    let lines = text.unwrap_or_default();
    let lines = lines.lines().map(|caption| Line {
        caption: caption.to_owned(),
        sound: voices.next().map(|path| wav(path)),
    });
    let colors = rest.iter().filter(|r| r.starts_with('#'));
    let brand = Brand {
        colors: colors.filter_map(|r| Color::parse(r).ok()).collect(),
        shop: (!has("bare")).then(|| value("shop=").unwrap_or("Tanah Dinoyo").to_owned()),
        city: (!has("bare")).then(|| value("city=").unwrap_or("Malang").to_owned()),
        whatsapp: (!has("bare")).then(|| "0812-3456-7890".to_owned()),
        logo: value("logo=").map(picture),
    };
    let price = Price {
        now: value("price=").unwrap_or("Rp45.000").to_owned(),
        before: has("sale").then(|| "Rp60.000".to_owned()),
        unit: Some(value("unit=").unwrap_or("per cangkir").to_owned()),
    };
    let board = Storyboard {
        name: value("name=").unwrap_or("Cangkir Keramik 300 ml"),
        headline: value("headline="),
        price: (!has("bare")).then_some(&price),
        call: "Chat WhatsApp",
        brand: &brand,
        category: Category::Pottery,
        lines: lines.collect(),
        shots: Shots {
            product: &product,
            pictures: ends(&[".jpg", ".png"])
                .filter(|r| !r.starts_with("logo="))
                .map(|path| Shown {
                    picture: picture(path).into(),
                    subject: None,
                })
                .collect(),
        },
        seed: Seed(value("seed=").map_or(1, |s| s.parse().unwrap())),
    };
    eprintln!("read in {:.0} ms", start.elapsed().as_secs_f64() * 1000.0);
    let start = Instant::now();
    let timeline = video::plan(&board);
    eprintln!(
        "{} frames, left out {:?}",
        timeline.frames(),
        timeline.left_out()
    );
    fs::create_dir_all(out).unwrap();
    fs::write(format!("{out}/captions.srt"), video::subtitles(&timeline)).unwrap();
    let sound = video::sound(&timeline);
    eprintln!(
        "planned and mixed in {:.0} ms",
        start.elapsed().as_secs_f64() * 1000.0
    );
    let bytes: Vec<u8> = sound.samples.iter().flat_map(|s| s.to_le_bytes()).collect();
    fs::write(format!("{out}/sound.f32le"), bytes).unwrap();
    if !has("pipe") && !has("time") {
        let cover = video::cover(&timeline);
        let path = format!("{out}/cover.png");
        image::save_buffer(path, &cover.rgb, 1080, 1920, image::ColorType::Rgb8).unwrap();
        for check in &cover.checks {
            let mark = if check.passed { "ok" } else { "BAD" };
            eprintln!("{mark} {} {}", check.rule, check.detail);
        }
    }
    let start = Instant::now();
    let quiet = |_: u32, _: u32| {};
    if has("time") {
        video::render(&timeline, &mut Nothing, &quiet).unwrap();
    } else if let Some(every) = value("every=") {
        let (every, out) = (every.parse().unwrap(), out.clone());
        video::render(&timeline, &mut Stills { every, at: 0, out }, &quiet).unwrap();
    } else if has("pipe") {
        video::render(&timeline, &mut Raw(io::stdout().lock()), &quiet).unwrap();
    } else {
        let file = fs::File::create(format!("{out}/frames.yuv")).unwrap();
        video::render(&timeline, &mut Raw(file), &quiet).unwrap();
    }
    eprintln!("drawn in {:.0} ms", start.elapsed().as_secs_f64() * 1000.0);
}
