//! Embeds the typefaces: the npm packages carry WOFF 1.0, the shaper reads plain
//! OpenType, so each file is unpacked once, here.
//!
//! WOFF 1.0 (W3C, 2012) is an OpenType font whose tables are zlib streams behind
//! a directory of 20-byte entries; unpacking it is a copy with a new directory.

use std::error::Error;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Package, file and the name under which the source includes it.
const FACES: &[(&str, &str, &str)] = &[
    (
        "plus-jakarta-sans",
        "plus-jakarta-sans-latin-500-normal",
        "jakarta-500",
    ),
    (
        "plus-jakarta-sans",
        "plus-jakarta-sans-latin-700-normal",
        "jakarta-700",
    ),
    (
        "plus-jakarta-sans",
        "plus-jakarta-sans-latin-800-normal",
        "jakarta-800",
    ),
    (
        "plus-jakarta-sans",
        "plus-jakarta-sans-latin-ext-700-normal",
        "jakarta-ext-700",
    ),
    ("fraunces", "fraunces-latin-600-normal", "fraunces-600"),
    (
        "noto-sans-javanese",
        "noto-sans-javanese-javanese-700-normal",
        "javanese-700",
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?);
    for (package, file, name) in FACES {
        let path = root.join(format!(
            "node_modules/@fontsource/{package}/files/{file}.woff"
        ));
        println!("cargo::rerun-if-changed={}", path.display());
        let woff = fs::read(&path).map_err(|error| {
            format!(
                "the typeface {file} is not installed ({error}); run script/bootstrap, or `npm ci` in the repository's root"
            )
        })?;
        let font = unpack(&woff).ok_or_else(|| {
            format!("{file}.woff is damaged; delete node_modules and run script/bootstrap")
        })?;
        fs::write(out.join(format!("{name}.ttf")), font)?;
    }
    Ok(())
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// The OpenType font inside a WOFF 1.0 file; `None` when the file is damaged.
fn unpack(woff: &[u8]) -> Option<Vec<u8>> {
    if woff.get(..4)? != b"wOFF" {
        return None;
    }
    let tables = u16_at(woff, 12)?;
    let log = tables.checked_ilog2()?;
    let range = 16_u16 << log;
    let mut font = woff.get(4..8)?.to_vec();
    for field in [tables, range, log as u16, tables * 16 - range] {
        font.extend(field.to_be_bytes());
    }
    let mut body = Vec::new();
    let start = 12 + 16 * usize::from(tables);
    for index in 0..usize::from(tables) {
        let entry = 44 + 20 * index;
        let offset = u32_at(woff, entry + 4)? as usize;
        let packed = u32_at(woff, entry + 8)? as usize;
        let full = u32_at(woff, entry + 12)? as usize;
        let data = woff.get(offset..offset + packed)?;
        font.extend(woff.get(entry..entry + 4)?);
        font.extend(woff.get(entry + 16..entry + 20)?);
        font.extend(u32::try_from(start + body.len()).ok()?.to_be_bytes());
        font.extend(u32::try_from(full).ok()?.to_be_bytes());
        let before = body.len();
        if packed < full {
            flate2::read::ZlibDecoder::new(data)
                .read_to_end(&mut body)
                .ok()?;
        } else {
            body.extend(data);
        }
        if body.len() - before != full {
            return None;
        }
        body.resize(body.len().next_multiple_of(4), 0);
    }
    font.extend(body);
    Some(font)
}
