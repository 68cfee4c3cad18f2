//! Four sizes of one photo, as a program of its own, so that its CPU time and memory can be measured from outside:
//! `four_sizes PHOTO OUT_DIR`.

use std::error::Error;
use std::path::Path;

use naik_photo::decode::{DecodeOptions, decode};
use naik_photo::{encode, resize};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [photo, out] = arguments.as_slice() else {
        return Err("usage: four_sizes PHOTO OUT_DIR".into());
    };
    let photo = decode(&std::fs::read(photo)?, &DecodeOptions::default())?;
    std::fs::create_dir_all(out)?;
    let sides = [2048, 1080, 640, 320];
    for (side, size) in sides.iter().zip(resize::ladder(&photo.pixels, &sides)) {
        std::fs::write(
            Path::new(out).join(format!("{side}.jpg")),
            encode::jpeg(&size, 85)?,
        )?;
    }
    Ok(())
}
