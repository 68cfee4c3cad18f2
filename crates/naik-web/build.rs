//! Puts templates, static files, type and icons into the program, each with a name that changes with its bytes.

use std::collections::hash_map::DefaultHasher;
use std::fmt::Write as _;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

fn main() -> Result<(), String> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let modules = home.join("../../node_modules");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let mut files = folder(&home.join("static"))?;
    files.retain(|(name, _)| name != "icons.txt");
    for (name, package) in [
        (
            "pjs.woff2",
            "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2",
        ),
        ("htmx.js", "htmx.org/dist/htmx.min.js"),
    ] {
        files.push((name.to_owned(), needed(&modules.join(package))?));
    }
    let sprite = out.join("ikon.svg");
    fs::write(&sprite, icons(home, &modules)?).map_err(|e| e.to_string())?;
    files.push(("ikon.svg".to_owned(), sprite));
    files.sort();
    let mut code = String::from("pub(super) const STATIC: &[(&str, &str, &[u8])] = &[\n");
    for (name, path) in &files {
        let bytes = fs::read(path).map_err(|e| e.to_string())?;
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        let hash = hasher.finish();
        let _ = writeln!(
            code,
            "    ({name:?}, \"{hash:016x}\", include_bytes!({path:?})),"
        );
    }
    code.push_str("];\npub(super) const TEMPLATES: &[(&str, &str)] = &[\n");
    for (name, path) in folder(&home.join("templates"))? {
        if name.ends_with(".html") {
            let _ = writeln!(code, "    ({name:?}, include_str!({path:?})),");
        }
    }
    code.push_str("];\n");
    fs::write(out.join("files.rs"), code).map_err(|e| e.to_string())
}

/// Every file of a folder and its folders: its name below it, and its path.
fn folder(path: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    println!("cargo::rerun-if-changed={}", path.display());
    let mut found = Vec::new();
    let mut open = vec![path.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).map_err(|e| format!("{}: {e}", next.display()))? {
            let entry = entry.map_err(|e| e.to_string())?.path();
            if entry.is_dir() {
                open.push(entry);
            } else {
                let name = entry.strip_prefix(path).map_err(|e| e.to_string())?;
                println!("cargo::rerun-if-changed={}", entry.display());
                found.push((name.to_string_lossy().replace('\\', "/"), entry));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn needed(path: &Path) -> Result<PathBuf, String> {
    println!("cargo::rerun-if-changed={}", path.display());
    path.canonicalize().map_err(|_| {
        format!(
            "{} is missing: run script/bootstrap (or `npm ci`) in the workspace root",
            path.display()
        )
    })
}

/// The icons that `static/icons.txt` names, as symbols of one picture.
fn icons(home: &Path, modules: &Path) -> Result<String, String> {
    let set = needed(&modules.join("@iconify-json/lucide/icons.json"))?;
    let text = fs::read_to_string(set).map_err(|e| e.to_string())?;
    let set: serde_json::Value = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    let names = fs::read_to_string(home.join("static/icons.txt")).map_err(|e| e.to_string())?;
    let mut sprite = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\">");
    for name in names.split_whitespace() {
        // Old names of the set point at new ones.
        let parent = set["aliases"][name]["parent"].as_str().unwrap_or(name);
        let body = set["icons"][parent]["body"]
            .as_str()
            .ok_or_else(|| format!("the icon set has no `{name}`"))?;
        let _ = write!(
            sprite,
            "<symbol id=\"{name}\" viewBox=\"0 0 24 24\">{body}</symbol>"
        );
    }
    sprite.push_str("</svg>");
    Ok(sprite)
}
