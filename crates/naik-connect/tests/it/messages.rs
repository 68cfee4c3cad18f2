//! Every message that the code names is in every language, with its remedy where one is due.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Keys in string literals of the sources.
fn named() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name != "tests.rs") {
                for literal in fs::read_to_string(&path).unwrap().split('"').skip(1) {
                    let is_key = [
                        "facts-",
                        "catalogue-",
                        "tool-",
                        "listing-",
                        "guide-",
                        "check-",
                        "orders-",
                        "qris-",
                        "badge-",
                        "intake-",
                    ]
                    .iter()
                    .any(|start| literal.starts_with(start))
                        && literal.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
                    if is_key {
                        keys.insert(literal.to_owned());
                    }
                }
            }
        }
    }
    keys
}

/// Keys of a message file, with whether they have a hint, and the arguments that each names.
fn defined(lang: &str) -> BTreeMap<String, (bool, BTreeSet<String>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("locales/{lang}.ftl"));
    let mut keys: BTreeMap<String, (bool, BTreeSet<String>)> = BTreeMap::new();
    let mut last = String::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
            assert!(
                keys.insert(key.to_owned(), (false, BTreeSet::new()))
                    .is_none(),
                "{lang}: {key} is there twice"
            );
            last = key.to_owned();
        }
        if let Some(entry) = keys.get_mut(&last) {
            entry.0 |= line.trim_start().starts_with(".hint = ");
            entry.1.extend(
                line.split("{ $")
                    .skip(1)
                    .filter_map(|rest| rest.split(' ').next())
                    .map(str::to_owned),
            );
        }
    }
    keys
}

#[test]
fn every_language_has_every_message() {
    let named = named();
    let source = defined("id");
    assert!(named.len() > 80, "{}", named.len());
    for key in &named {
        assert!(source.contains_key(key), "{key} is missing");
    }
    for key in source.keys().filter(|key| !key.starts_with("rule-")) {
        assert!(named.contains(key), "{key} is not used");
    }
    for lang in ["en", "jv"] {
        assert_eq!(defined(lang), source, "{lang}");
    }
}
