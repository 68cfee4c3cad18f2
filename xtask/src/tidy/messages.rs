//! Every sentence in every language, with its hint and its arguments.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;

/// The language in which sentences are written first.
const SOURCE: &str = "id";
/// Where sentences of engines that speak of the command line are said anew, for a phone.
const SAYS_ANEW: &str = "crates/naik-web/locales";
/// Those that follow it.
const TRANSLATIONS: &[&str] = &["en", "jv"];

/// One file: its path and its messages by key.
type Language<'a> = (&'a str, BTreeMap<String, Sentence>);

/// One message of a file.
#[derive(Default)]
struct Sentence {
    line: usize,
    has_hint: bool,
    arguments: BTreeSet<String>,
}

/// Checks all `locales/<language>.ftl` among `files` (path, text).
pub(super) fn check(files: &[(String, String)]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut folders: BTreeMap<&str, BTreeMap<&str, Language<'_>>> = BTreeMap::new();
    for (path, text) in files {
        let Some((folder, file)) = path.rsplit_once('/') else {
            continue;
        };
        let Some(language) = file.strip_suffix(".ftl") else {
            continue;
        };
        if folder.ends_with("/locales") {
            let sentences = read(path, text, &mut findings);
            folders
                .entry(folder)
                .or_default()
                .insert(language, (path, sentences));
        }
    }
    let mut homes: BTreeMap<&str, &str> = BTreeMap::new();
    for (folder, languages) in &folders {
        let Some((source_path, source)) = languages.get(SOURCE) else {
            findings.push(Finding::new(
                folder,
                1,
                format!("`{SOURCE}.ftl` is missing: Indonesian is the source language"),
            ));
            continue;
        };
        for (key, sentence) in source {
            // The binary loads all crates' messages into one bundle, where the pages' own words win.
            let other = homes.insert(key, source_path);
            if let Some(other) = other.filter(|_| *folder != SAYS_ANEW) {
                findings.push(Finding::new(
                    source_path,
                    sentence.line,
                    format!(
                        "`{key}` is also in {other}: keys are shared by all crates, rename one"
                    ),
                ));
            }
        }
        for language in TRANSLATIONS {
            let Some((path, sentences)) = languages.get(language) else {
                findings.push(Finding::new(
                    folder,
                    1,
                    format!("`{language}.ftl` is missing"),
                ));
                continue;
            };
            compare(source_path, source, path, sentences, &mut findings);
        }
    }
    findings
}

fn compare(
    source_path: &str,
    source: &BTreeMap<String, Sentence>,
    path: &str,
    sentences: &BTreeMap<String, Sentence>,
    findings: &mut Vec<Finding>,
) {
    for (key, wanted) in source {
        let Some(sentence) = sentences.get(key) else {
            findings.push(Finding::new(
                source_path,
                wanted.line,
                format!("`{key}` is not in {path}: translate it"),
            ));
            continue;
        };
        if wanted.has_hint && !sentence.has_hint {
            findings.push(Finding::new(
                path,
                sentence.line,
                format!("`{key}` has no `.hint` here, but has one in {source_path}"),
            ));
        }
        for argument in sentence.arguments.difference(&wanted.arguments) {
            findings.push(Finding::new(
                path,
                sentence.line,
                format!("`{key}` uses `${argument}`, which {source_path} doesn't"),
            ));
        }
    }
    for (key, sentence) in sentences {
        if !source.contains_key(key) {
            findings.push(Finding::new(
                path,
                sentence.line,
                format!("`{key}` is not in {source_path}: add it there or remove it here"),
            ));
        }
    }
}

/// Reads keys, hints and arguments; the grammar that Fluent allows beyond that does not matter here.
fn read(path: &str, text: &str, findings: &mut Vec<Finding>) -> BTreeMap<String, Sentence> {
    let mut sentences: BTreeMap<String, Sentence> = BTreeMap::new();
    let mut current: Option<String> = None;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        if let Some(key) = key(line) {
            let fresh = Sentence {
                line: index + 1,
                ..Sentence::default()
            };
            if sentences.insert(key.to_owned(), fresh).is_some() {
                findings.push(Finding::new(
                    path,
                    index + 1,
                    format!("`{key}` stands twice"),
                ));
            }
            current = Some(key.to_owned());
        }
        let Some(sentence) = current.as_ref().and_then(|key| sentences.get_mut(key)) else {
            continue;
        };
        sentence.has_hint |= line.trim_start().starts_with(".hint");
        for (at, _) in line.match_indices('$') {
            let name: String = line
                .get(at + 1..)
                .unwrap_or_default()
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
                .collect();
            if !name.is_empty() {
                sentence.arguments.insert(name);
            }
        }
    }
    sentences
}

/// `key` of a line `key = …`.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.strip_suffix(' ').unwrap_or(key);
    let fits = key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    fits.then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(id: &str, en: &str, jv: &str) -> Vec<String> {
        let file = |language: &str, text: &str| {
            (format!("crates/a/locales/{language}.ftl"), text.to_owned())
        };
        check(&[file("id", id), file("en", en), file("jv", jv)])
            .into_iter()
            .map(|finding| finding.text)
            .collect()
    }

    #[test]
    fn translations_agree() {
        let good = "# note = x\nphoto-dark = Foto { $file } gelap\n    .hint = Dekat jendela\n";
        assert!(found(good, good, good).is_empty());
        for (en, expected) in [
            (
                "",
                "`photo-dark` is not in crates/a/locales/en.ftl: translate it",
            ),
            (
                "photo-dark = Dark\n",
                "`photo-dark` has no `.hint` here, but has one in crates/a/locales/id.ftl",
            ),
            (
                "photo-dark = { $name }\n  .hint = x\n",
                "`photo-dark` uses `$name`, which crates/a/locales/id.ftl doesn't",
            ),
            (
                "photo-dark = x\n  .hint = x\nphoto-old = y\n",
                "`photo-old` is not in crates/a/locales/id.ftl: add it there or remove it here",
            ),
        ] {
            assert_eq!(found(good, en, good), [expected]);
        }
        assert_eq!(
            found("a = x\na = y\n", "a = x\n", "a = x\n"),
            ["`a` stands twice"]
        );
    }

    #[test]
    fn each_language_is_there_and_each_key_once() {
        let file = |folder: &str, language: &str| {
            (
                format!("crates/{folder}/locales/{language}.ftl"),
                "a = x\n".to_owned(),
            )
        };
        assert_eq!(check(&[file("a", "id"), file("a", "en")]).len(), 1);
        assert_eq!(check(&[file("a", "en")]).len(), 1);
        let two: Vec<_> = ["a", "b"]
            .iter()
            .flat_map(|folder| ["id", "en", "jv"].map(|language| file(folder, language)))
            .collect();
        assert_eq!(check(&two).len(), 1);
    }
}
