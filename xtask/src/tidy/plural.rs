//! Counts in English: `1 shops` is what a machine says.

use super::Finding;

/// Names of arguments that are counts.
const COUNTS: &[&str] = &["n", "count", "all", "semua", "days", "hari", "tempat"];
/// Words after a count that are no plural of a noun.
const OTHERS: &[&str] = &["is", "was", "has", "this", "opens", "closes"];
/// Keys whose count is a fixed limit above one.
const LIMITS: &[&str] = &[
    "evidence-backdated",
    "visit-backdated",
    "kunjungan-terlalu-lama",
    "kertas-kirim-batas",
    "tumbuh-kurang",
    "tumbuh-terlalu-sedikit",
    "tumbuh-tanpa-selisih",
    "tumbuh-ditutup-isi",
    "peserta-contoh-isi",
    "page-usable-rest",
];

/// Checks that a count before a plural in `en.ftl` chooses its form, but where it says how far something may go.
pub(super) fn check(files: &[(String, String)]) -> Vec<Finding> {
    let english = files
        .iter()
        .filter(|(path, _)| path.ends_with("/locales/en.ftl"));
    english
        .flat_map(|(path, text)| check_file(path, text))
        .collect()
}

fn check_file(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut key = "";
    for (index, line) in text.lines().enumerate() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            key = line.split(' ').next().unwrap_or_default();
        }
        let form = line.trim_start().starts_with(['[', '*']);
        if form || line.starts_with('#') || LIMITS.contains(&key) {
            continue;
        }
        if let Some((name, word)) = plural(line) {
            findings.push(Finding::new(
                path,
                index + 1,
                format!("`{key}` says `1 {word}`: choose the form by `${name}`"),
            ));
        }
    }
    findings
}

/// A count that stands right before a word in the plural, and that word.
fn plural(line: &str) -> Option<(&str, &str)> {
    line.split("{ $").skip(1).find_map(|rest| {
        let (name, after) = rest.split_once(" } ")?;
        let word = after.split(|c: char| !c.is_ascii_alphabetic()).next()?;
        let many = word.len() > 2 && word.ends_with('s') && !OTHERS.contains(&word);
        let limit = line.contains(&format!("most {{ ${name} }}"));
        (COUNTS.contains(&name) && many && !limit).then_some((name, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_chooses_its_form() {
        for (text, expected) in [
            (
                "care = { $n } shops",
                Some("`care` says `1 shops`: choose the form by `$n`"),
            ),
            (
                "care = { $n ->\n    [one] { $n } shop\n   *[other] { $n } shops\n  }",
                None,
            ),
            ("care = at most { $n } shops", None),
            ("care = { $n } is free", None),
            ("care = { $name } opens", None),
            (
                "care = { $n } of { $all } sentences",
                Some("`care` says `1 sentences`: choose the form by `$all`"),
            ),
            ("tumbuh-kurang = fewer than { $n } shops", None),
        ] {
            let found = check_file("en.ftl", text);
            let told = found.first().map(|one| one.text.as_str());
            assert_eq!(told, expected, "{text}");
        }
    }
}
