//! Renders every scene with a given cut-out, to look at: `scene_sheet CUT.png OUT_DIR [WIDTH HEIGHT [SEED [SCENE]]]`.

#![expect(clippy::print_stdout, reason = "a tool that prints what it did")]

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use naik_core::seed::Seed;
use naik_photo::decode::{DecodeOptions, decode};
use naik_photo::encode;
use naik_photo::rendition::{WhiteSquare, white_square};
use naik_photo::scene::{Backdrop, Scene};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [cut, out, rest @ ..] = arguments.as_slice() else {
        return Err("usage: scene_sheet CUT.png OUT_DIR [WIDTH HEIGHT [SEED [SCENE]]]".into());
    };
    let number = |index: usize, or: u32| rest.get(index).and_then(|n| n.parse().ok()).unwrap_or(or);
    let (width, height, seed) = (number(0, 800), number(1, 800), number(2, 1));
    let photo = decode(&std::fs::read(cut)?, &DecodeOptions::default())?;
    let cut = photo.cut().ok_or("the picture has no transparency")?;
    std::fs::create_dir_all(out)?;
    let save = |name: &str, picture: &naik_photo::image::Rgb| -> Result<(), Box<dyn Error>> {
        Ok(std::fs::write(
            Path::new(out).join(format!("{name}.jpg")),
            encode::jpeg(picture, 92)?,
        )?)
    };
    for scene in Scene::ALL {
        if rest.get(3).is_some_and(|only| only != scene.key()) {
            continue;
        }
        let start = Instant::now();
        let backdrop = Backdrop::render(scene, width, height, Seed(seed.into()));
        let rendered = start.elapsed();
        let picture = backdrop.compose(&cut);
        let composed = start.elapsed() - rendered;
        println!(
            "{:14} render {rendered:?} compose {composed:?}",
            scene.key()
        );
        save(scene.key(), &picture)?;
    }
    save(
        "white",
        &white_square(
            &cut,
            &WhiteSquare {
                side: width,
                ..WhiteSquare::default()
            },
        ),
    )?;
    Ok(())
}
