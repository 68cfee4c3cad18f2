//! A small kit for the tests of the studio.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use naik_core::facts::Facts;
use naik_core::kit::Output;
use naik_core::lang::Lang;
use naik_core::seed::Seed;
use naik_photo::encode;
use naik_photo::image::Rgb;

use crate::kit::{self, Choices, Made, Request};
use crate::progress::{Cancel, Step, Watch};
use crate::words::Words;

/// Who watches nothing.
pub(crate) struct Nobody;

impl Watch for Nobody {
    fn at(&self, _: Step, _: u64, _: u64) {}
}

/// Who notes which files were made, and that they stood there whole.
#[derive(Default)]
pub(crate) struct Notes(pub(crate) Mutex<Vec<String>>);

impl Watch for Notes {
    fn at(&self, _: Step, _: u64, _: u64) {}

    fn made(&self, output: &Output, path: &Path) {
        assert_eq!(fs::metadata(path).unwrap().len(), output.bytes);
        self.0.lock().unwrap().push(output.path.clone());
    }
}

/// An empty folder of its own for a test.
pub(crate) fn place(name: &str) -> PathBuf {
    let place = std::env::temp_dir().join(format!("naik-studio-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).unwrap();
    fs::canonicalize(place).unwrap()
}

/// The facts of a sample shop.
pub(crate) fn facts() -> Facts {
    let text = include_str!("../../../../samples/keripik-tempe/facts.toml");
    naik_connect::facts::from_toml(text).unwrap().facts
}

/// A small photo of a green thing on paper.
pub(crate) fn photo(place: &Path) -> PathBuf {
    let mut photo = Rgb::filled(560, 560, 0);
    for y in 0..560 {
        for x in 0..560_u32 {
            let away = (x as f32 - 280.0).hypot((y as f32 - 290.0) * 0.8);
            let noise = ((x * 31 + y * 17) % 5) as u8;
            let color = if away < 130.0 {
                [60, 110 + noise, 40]
            } else {
                [224 - noise, 220, 212]
            };
            photo.set_pixel(x, y, color);
        }
    }
    let path = place.join("foto.jpg");
    fs::write(&path, encode::jpeg(&photo, 92).unwrap()).unwrap();
    path
}

/// What a kit of one small photo is asked for.
pub(crate) fn request(place: &Path, parts: &[Step]) -> Request {
    Request {
        photos: vec![photo(place)],
        facts: facts(),
        notices: Vec::new(),
        lang: Lang::Id,
        seed: Seed(7),
        date: jiff::civil::date(2026, 11, 26),
        parts: parts.iter().map(|part| part.key()).collect(),
        out: place.to_owned(),
        folder: Some("v1".to_owned()),
        base: place.to_owned(),
        photo_url: None,
        prior: None,
        sku: None,
        shopee_template: None,
        choices: Choices::default(),
    }
}

/// Makes it.
pub(crate) fn make(request: &Request, watch: &dyn Watch) -> Made {
    let words = Words::new(request.lang);
    match kit::make(request, &words, watch, &Cancel::new()) {
        Ok(made) => made,
        Err((error, findings)) => panic!("{error}: {findings:?}"),
    }
}

/// The folder of a kit with everything but the video.
pub(crate) fn kit(place: &Path) -> PathBuf {
    let parts = [Step::Photos, Step::Copy, Step::Posts, Step::Listings];
    make(&request(place, &parts), &Nobody).folder
}

/// Every file below a folder.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy();
                files.insert(name.replace('\\', "/"), fs::read(&path).unwrap());
            }
        }
    }
    files
}
