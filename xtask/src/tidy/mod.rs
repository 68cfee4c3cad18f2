//! Rules of the house that the compiler can't see.
//!
//! Each rule is a pure function from text to findings; only this file asks git and cargo and reads from disk.

use std::fmt;
use std::path::{Path, PathBuf};

mod arrows;
mod messages;
mod plural;
mod source;

/// What was looked at and what was found.
pub(crate) struct Report {
    /// Files read.
    pub(crate) files: usize,
    /// One per thing to mend, by file and line.
    pub(crate) findings: Vec<Finding>,
}

/// One thing to mend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// From the workspace root, with `/`.
    pub(crate) path: String,
    /// From 1.
    pub(crate) line: usize,
    /// What is wrong and what to do.
    pub(crate) text: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.text)
    }
}

impl Finding {
    fn new(path: &str, line: usize, text: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            text: text.into(),
        }
    }
}

/// Looks at the whole workspace.
///
/// # Errors
/// When git or cargo can't be asked, or a file that git names can't be read.
pub(crate) fn run() -> Result<Report, String> {
    let root = root()?;
    let listed = ask(
        &root,
        "git",
        &[
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard",
            "-z",
        ],
    )?;
    let mut files = Vec::new();
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        // A file removed but not yet committed is listed and absent.
        let Ok(bytes) = std::fs::read(root.join(path)) else {
            continue;
        };
        if let Ok(text) = String::from_utf8(bytes) {
            files.push((path.to_owned(), text));
        }
    }
    let mut findings: Vec<Finding> = files
        .iter()
        .flat_map(|(path, text)| source::check(path, text))
        .collect();
    findings.extend(messages::check(&files));
    findings.extend(plural::check(&files));
    let metadata = ask(
        &root,
        "cargo",
        &["metadata", "--format-version", "1", "--no-deps"],
    )?;
    findings.extend(arrows::check(&metadata)?);
    findings.sort();
    Ok(Report {
        files: files.len(),
        findings,
    })
}

/// The workspace root: the folder above this package.
fn root() -> Result<PathBuf, String> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package
        .parent()
        .map(Path::to_path_buf)
        .ok_or_else(|| "xtask has no parent folder".to_owned())
}

#[expect(
    clippy::disallowed_methods,
    reason = "a chore of the workspace asks git and cargo; nothing of it is shipped"
)]
fn ask(root: &Path, program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = std::process::Command::new(program)
        .args(arguments)
        .current_dir(root)
        .output()
        .map_err(|error| format!("`{program}` can't be started: {error}"))?;
    if !output.status.success() {
        return Err(format!(
            "`{program} {}` failed: {}",
            arguments.join(" "),
            String::from_utf8_lossy(&output.stderr).trim()
        ));
    }
    String::from_utf8(output.stdout)
        .map_err(|error| format!("`{program}` answered in no UTF-8: {error}"))
}
