//! Takes the page's type and icons out of the npm packages that the lock file pins.

use std::fs;
use std::path::{Path, PathBuf};

/// Icons of the page, by their names in the set.
const ICONS: &[&str] = &[
    "calendar-days",
    "check",
    "chevron-down",
    "chevrons-left-right",
    "circle-check",
    "clapperboard",
    "copy",
    "download",
    "file-text",
    "image",
    "images",
    "info",
    "message-circle",
    "package-check",
    "share-2",
    "sparkles",
    "store",
    "triangle-alert",
    "type",
];

fn main() -> Result<(), String> {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let font = modules.join(
        "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2",
    );
    let icons = modules.join("@iconify-json/lucide/icons.json");
    for file in [&font, &icons] {
        println!("cargo::rerun-if-changed={}", file.display());
        if !file.exists() {
            return Err(format!(
                "{} is missing: run script/bootstrap (or `npm ci`) in the workspace root",
                file.display()
            ));
        }
    }
    fs::copy(&font, out.join("plus-jakarta-sans.woff2")).map_err(|e| e.to_string())?;
    let text = fs::read_to_string(&icons).map_err(|e| e.to_string())?;
    let set: serde_json::Value = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    let mut sprite = String::new();
    for name in ICONS {
        let body = set["icons"][*name]["body"]
            .as_str()
            .ok_or_else(|| format!("the icon set has no `{name}`"))?;
        sprite.push_str(&format!(
            "<symbol id=\"i-{name}\" viewBox=\"0 0 24 24\">{body}</symbol>"
        ));
    }
    fs::write(out.join("icons.svg"), sprite).map_err(|e| e.to_string())
}
