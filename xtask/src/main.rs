//! Chores of the workspace that need more than a shell line.

use std::io::Write;
use std::process::ExitCode;

mod simulate;
mod tidy;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut out = std::io::stdout().lock();
    let mut talk = std::io::stderr().lock();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["tidy"] => match tidy::run() {
            Ok(report) => {
                for finding in &report.findings {
                    let _ = writeln!(out, "{finding}");
                }
                let count = report.findings.len();
                if count == 0 {
                    let _ = writeln!(talk, "tidy: {} files, nothing to mend", report.files);
                    ExitCode::SUCCESS
                } else {
                    let _ = writeln!(talk, "tidy: {} files, {count} to mend", report.files);
                    ExitCode::from(1)
                }
            }
            Err(error) => {
                let _ = writeln!(talk, "tidy: {error}");
                ExitCode::from(2)
            }
        },
        ["simulate-cohort", rest @ ..] => {
            let mut out = std::io::BufWriter::new(out);
            match simulate::run(rest, &mut out, &mut talk)
                .and_then(|()| out.flush().map_err(|error| error.to_string()))
            {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    let _ = writeln!(talk, "simulate-cohort: {error}");
                    ExitCode::from(1)
                }
            }
        }
        _ => {
            let _ = writeln!(
                talk,
                "usage: cargo xtask tidy\n{}",
                simulate::USAGE.replace("usage:", "      ")
            );
            ExitCode::from(1)
        }
    }
}
