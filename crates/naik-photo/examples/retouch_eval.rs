//! Retouches a folder of pictures, for measuring white balance from outside: `retouch_eval IN_DIR OUT_DIR`.
//!
//! Only white balance and tone run by default; `--all` adds the other steps,
//! `--plan` prints each plan as one line.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measuring tool: it prints figures"
)]

use std::error::Error;
use std::path::Path;

use naik_photo::decode::{DecodeOptions, decode};
use naik_photo::{encode, quality, retouch};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| arguments.iter().any(|argument| argument == name);
    let folders: Vec<&String> = arguments.iter().filter(|a| !a.starts_with("--")).collect();
    let [input, output] = folders.as_slice() else {
        return Err("usage: retouch_eval IN_DIR OUT_DIR [--all] [--plan]".into());
    };
    std::fs::create_dir_all(output)?;
    let options = DecodeOptions {
        min_side: 1,
        ..DecodeOptions::default()
    };
    let mut files: Vec<_> = std::fs::read_dir(input)?.collect::<Result<_, _>>()?;
    files.sort_by_key(std::fs::DirEntry::file_name);
    for file in files {
        let photo = match decode(&std::fs::read(file.path())?, &options) {
            Ok(photo) => photo,
            Err(error) => {
                eprintln!("{}: {error}", file.path().display());
                continue;
            }
        };
        let mut plan = retouch::analyse(&photo.pixels, None);
        if flag("--plan") {
            let found: Vec<_> = quality::judge(&photo.pixels, None)
                .iter()
                .map(|f| f.kind)
                .collect();
            println!(
                "{}\t{:?}\t{plan:?}\t{found:?}",
                file.path().display(),
                plan.reasons()
            );
        }
        if !flag("--all") {
            plan.denoise.on = false;
            plan.sharpen.on = false;
            plan.straighten.on = false;
        }
        let out = retouch::apply(&photo.pixels, &plan);
        let name = Path::new(&file.file_name()).with_extension("png");
        std::fs::write(Path::new(output).join(name), encode::png_rgb(&out)?)?;
    }
    Ok(())
}
