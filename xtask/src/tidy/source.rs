//! What every file must be, line by line.

use super::Finding;

/// Past this many lines the file's head says why it is long.
const LONG: usize = 600;

/// Folders of somebody's own machine; written in halves so that this file passes its own rule.
const WORKPLACES: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
];

/// Crates that are pure functions of what they are given.
const ENGINES: &[&str] = &[
    "crates/naik-core/",
    "crates/naik-photo/",
    "crates/naik-text/",
    "crates/naik-press/",
];

/// Where a child process may be started: the tools' home, chores, and tests that run the binary.
const PROCESS_HOMES: &[&str] = &["crates/naik-connect/src/tool", "xtask/"];

/// Checks one file; `path` is from the workspace root.
pub(super) fn check(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let generated = path.ends_with(".snap")
        || path.ends_with("package-lock.json")
        || path.ends_with("Cargo.lock");
    if generated {
        return findings;
    }
    for (index, line) in text.lines().enumerate() {
        // Two spaces at the end are a line break in Markdown; ours use none.
        if line.ends_with([' ', '\t']) {
            findings.push(Finding::new(
                path,
                index + 1,
                "space at the end of the line: remove it",
            ));
        }
        if let Some(place) = WORKPLACES.iter().find(|place| names(line, place)) {
            findings.push(Finding::new(
                path,
                index + 1,
                format!(
                    "`{place}` is a folder of one machine: write a path from the workspace root"
                ),
            ));
        }
    }
    if path.ends_with(".rs") {
        rust(path, text, &mut findings);
    }
    findings
}

/// Whether `line` has `place` as the start of a path, not inside another one.
fn names(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        let before = line.get(..at).and_then(|head| head.chars().next_back());
        !before.is_some_and(|before| before.is_alphanumeric() || "._-~/}$*".contains(before))
    })
}

fn rust(path: &str, text: &str, findings: &mut Vec<Finding>) {
    let head: Vec<&str> = text
        .lines()
        .skip_while(|line| line.trim().is_empty() || line.starts_with("#!"))
        .take_while(|line| line.starts_with("//!"))
        .collect();
    // `tests.rs` stands beside the module whose head speaks for both.
    if head.is_empty() && !path.ends_with("/tests.rs") {
        findings.push(Finding::new(
            path,
            1,
            "no head: say in `//!` why this file exists",
        ));
    }
    let count = text.lines().count();
    if count > LONG && !head.iter().any(|line| line.to_lowercase().contains("long")) {
        findings.push(Finding::new(
            path,
            1,
            format!(
                "{count} lines: split it, or say in the head why it is long (`Long because …`)"
            ),
        ));
    }
    let is_test = is_test(path);
    let mut in_tests = is_test;
    for (index, line) in text.lines().enumerate() {
        in_tests |= line.trim_start().starts_with("#[cfg(test)]");
        let code = code(line);
        for name in ["todo", "unimplemented", "dbg"] {
            if calls(code, name) {
                findings.push(Finding::new(
                    path,
                    index + 1,
                    format!("`{name}!` is unfinished work: finish it or take it out"),
                ));
            }
        }
        if in_tests {
            continue;
        }
        let starts_process = code.contains("process::Command");
        if starts_process && !PROCESS_HOMES.iter().any(|home| path.starts_with(home)) {
            findings.push(Finding::new(
                path,
                index + 1,
                "child processes live in naik-connect's `tool`: take a trait instead",
            ));
        }
        let opens_file = code.contains("std::fs")
            || code.contains("File::open")
            || code.contains("File::create");
        if opens_file
            && !path.ends_with("/build.rs")
            && ENGINES.iter().any(|engine| path.starts_with(engine))
        {
            findings.push(Finding::new(
                path,
                index + 1,
                "an engine opens no file: take bytes",
            ));
        }
    }
}

/// Whether the whole file is tests, benchmarks or examples.
fn is_test(path: &str) -> bool {
    ["/tests/", "/benches/", "/examples/"]
        .iter()
        .any(|folder| path.contains(folder))
        || path.ends_with("/tests.rs")
        || path.ends_with("_test.rs")
}

/// The line without its comment. A `//` inside a text is cut too: enough for rules that look for calls.
fn code(line: &str) -> &str {
    line.split_once("//").map_or(line, |(code, _)| code)
}

/// Whether the macro `name` is called, not one whose name ends the same.
fn calls(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code.get(..at).and_then(|head| head.chars().next_back());
        let after = code.get(at + name.len()..).unwrap_or_default();
        let apart =
            !before.is_some_and(|before| before.is_alphanumeric() || "_\"`".contains(before));
        apart && after.starts_with("!(")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(path, text)
            .into_iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn each_file() {
        let none: &[usize] = &[];
        let place = concat!("/wo", "rk/a");
        for (path, text, expected) in [
            ("a.md", "fine\n".to_owned(), none),
            ("a.md", "one \ntwo\t\n".to_owned(), &[1, 2]),
            ("a.toml", format!("x = \"{place}\""), &[1]),
            ("a.toml", format!("x = \"house{place}\""), none),
            ("a.toml", format!("x = \"$HOME{place}\""), none),
            ("Cargo.lock", "one \n".to_owned(), none),
        ] {
            assert_eq!(lines(path, &text), expected, "{path}: {text}");
        }
    }

    #[test]
    fn each_rust_file() {
        let none: &[usize] = &[];
        let head = "//! Why.\n";
        let unfinished = concat!("to", "do!()");
        for (path, body, expected) in [
            ("crates/naik-app/src/a.rs", "fn a() {}\n".to_owned(), none),
            (
                "crates/naik-app/src/a.rs",
                format!("fn a() {{ {unfinished} }}\n"),
                &[2],
            ),
            (
                "crates/naik-app/src/a.rs",
                format!("// {unfinished}\n"),
                none,
            ),
            (
                "crates/naik-app/src/a.rs",
                "fn my_todo() {}\n".to_owned(),
                none,
            ),
            (
                "crates/naik-app/src/a.rs",
                "use std::fs;\n".to_owned(),
                none,
            ),
            (
                "crates/naik-press/src/a.rs",
                "use std::fs;\n".to_owned(),
                &[2],
            ),
            (
                "crates/naik-press/tests/it/main.rs",
                "use std::fs;\n".to_owned(),
                none,
            ),
            (
                "crates/naik-press/src/a.rs",
                "#[cfg(test)]\nmod tests { use std::fs; }\n".to_owned(),
                none,
            ),
            (
                "crates/naik-app/src/a.rs",
                "std::process::Command::new(x)\n".to_owned(),
                &[2],
            ),
            (
                "crates/naik-connect/src/tool/mod.rs",
                "std::process::Command::new(x)\n".to_owned(),
                none,
            ),
        ] {
            assert_eq!(
                lines(path, &format!("{head}{body}")),
                expected,
                "{path}: {body}"
            );
        }
        assert_eq!(lines("crates/naik-app/src/a.rs", "fn a() {}\n"), [1]);
        assert_eq!(lines("crates/naik-app/src/a/tests.rs", "fn a() {}\n"), none);
    }

    #[test]
    fn a_long_file_says_why() {
        let body = "fn a() {}\n".repeat(600);
        assert_eq!(lines("a.rs", &format!("//! Why.\n{body}")), [1]);
        assert_eq!(
            lines(
                "a.rs",
                &format!("//! Long because it is one table.\n{body}")
            ),
            [0_usize; 0]
        );
    }
}
