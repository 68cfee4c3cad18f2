//! One file for each family of commands: parse, call one verb of naik-app, tell.

pub(crate) mod check;
pub(crate) mod facts;
pub(crate) mod kit;
pub(crate) mod photo;
pub(crate) mod text;
pub(crate) mod train;

use std::io::{self, Write};
use std::process::ExitCode;

use naik_app::error::AppError;
use naik_app::words::Words;
use naik_core::lang::Lang;
use serde::Serialize;

use crate::terminal::Terminal;

/// The messages of naik-app and of the commands.
const OWN: &[(Lang, &str)] = &[
    (Lang::Id, include_str!("../../locales/id.ftl")),
    (Lang::Jv, include_str!("../../locales/jv.ftl")),
    (Lang::En, include_str!("../../locales/en.ftl")),
];

/// The person can mend it.
const MENDABLE: u8 = 1;
/// We made a mistake.
const OURS: u8 = 2;

/// A terminal that speaks `lang`.
fn terminal(lang: impl Into<Lang>) -> Terminal {
    let lang = lang.into();
    Terminal::new(Words::with(lang, OWN))
}

/// Tells of a failure and gives its exit code.
fn fail(terminal: &Terminal, error: &AppError) -> ExitCode {
    terminal.complain(error);
    match error {
        AppError::Cancelled => ExitCode::from(130),
        _ if error.is_mendable() => ExitCode::from(MENDABLE),
        _ => ExitCode::from(OURS),
    }
}

/// Prints one value as JSON and a line's end; a reader that has gone away is no failure.
fn print_json(value: &impl Serialize, pretty: bool) -> ExitCode {
    let text = if pretty {
        serde_json::to_string_pretty(value)
    } else {
        serde_json::to_string(value)
    };
    let Ok(text) = text else {
        return ExitCode::from(OURS);
    };
    print(&text)
}

/// Prints a text and a line's end on standard output.
fn print(text: &str) -> ExitCode {
    match writeln!(io::stdout(), "{text}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(MENDABLE),
    }
}
