//! Lists the filter's rule and claim files, so that a new file is a new file and no line of code.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

#[expect(
    clippy::disallowed_methods,
    reason = "cargo tells a build script its folders in no other way"
)]
fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let mut code = String::new();
    for (name, folder) in [("RULES", "rules"), ("CLAIMS", "claims")] {
        let folder = Path::new(&root).join("data/filter").join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files: Vec<_> = match fs::read_dir(&folder) {
            Ok(entries) => entries
                .filter_map(Result::ok)
                .map(|e| e.path())
                .filter(|p| p.extension().is_some_and(|e| e == "toml"))
                .collect(),
            Err(_) => Vec::new(),
        };
        files.sort();
        let _ = writeln!(code, "pub(crate) const {name}: &[(&str, &str)] = &[");
        for file in files {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            let _ = writeln!(
                code,
                "    ({stem:?}, include_str!({:?})),",
                file.display().to_string()
            );
        }
        code.push_str("];\n");
    }
    fs::write(Path::new(&out).join("filter_data.rs"), code)
}
