//! One file for each family of commands: parse, call one verb of naik-app, tell.

pub(crate) mod admin;
pub(crate) mod badge;
pub(crate) mod check;
pub(crate) mod config;
pub(crate) mod doctor;
pub(crate) mod facts;
pub(crate) mod help;
pub(crate) mod kit;
pub(crate) mod photo;
pub(crate) mod serve;
pub(crate) mod text;
pub(crate) mod train;
pub(crate) mod usage;
mod verdict;
pub(crate) mod worker;

use std::io::{self, Write};

use naik_app::error::AppError;
use naik_app::words::Words;
use naik_core::kit::{Finding, Gravity};
use naik_core::lang::Lang;
use naik_core::message::Explain;
use serde::Serialize;
use serde_json::json;

use crate::terminal::Terminal;

/// The messages of naik-app and of the commands.
const OWN: &[(Lang, &str)] = &[
    (Lang::Id, include_str!("../../locales/id.ftl")),
    (Lang::Jv, include_str!("../../locales/jv.ftl")),
    (Lang::En, include_str!("../../locales/en.ftl")),
];

/// What the program ends with. Of two, the larger one counts.
pub(crate) type Code = u8;

/// All is well.
pub(crate) const FINE: Code = 0;
/// The person can mend it.
pub(crate) const MENDABLE: Code = 1;
/// We made a mistake.
pub(crate) const OURS: Code = 2;
/// The person stopped it, as shells say it: 128 and the signal's number.
pub(crate) const STOPPED: Code = 130;

/// A terminal that speaks `lang`.
fn terminal(lang: impl Into<Lang>) -> Terminal {
    let lang = lang.into();
    Terminal::new(Words::with(lang, OWN))
}

/// What pages, jobs and the database run on.
fn runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
}

/// Tells of a failure and gives its exit code.
fn fail(terminal: &Terminal, error: &AppError) -> Code {
    terminal.complain(error);
    match error {
        AppError::Cancelled => STOPPED,
        _ if error.is_mendable() => MENDABLE,
        _ => OURS,
    }
}

/// The same; a reader of JSON gets its one object, with what was found (and told) on the way.
fn fail_as(terminal: &Terminal, error: &AppError, findings: &[Finding], json: bool) -> Code {
    let code = fail(terminal, error);
    if json {
        let said = terminal.words().say(&error.explain());
        let error = Finding {
            gravity: Gravity::Failed,
            key: error.explain().key,
            text: said.text,
            hint: said.hint.unwrap_or_default(),
        };
        print_json(&json!({ "error": error, "findings": findings }), true).max(code)
    } else {
        code
    }
}

/// Prints one value as JSON and a line's end; a reader that has gone away is no failure.
fn print_json(value: &impl Serialize, pretty: bool) -> Code {
    let text = if pretty {
        serde_json::to_string_pretty(value)
    } else {
        serde_json::to_string(value)
    };
    let Ok(text) = text else {
        return OURS;
    };
    print(&text)
}

/// Prints a text and a line's end on standard output.
fn print(text: &str) -> Code {
    printed(writeln!(io::stdout(), "{text}"))
}

/// The code of something that was to be printed.
pub(crate) fn printed(result: io::Result<()>) -> Code {
    match result {
        Ok(()) => FINE,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => FINE,
        // A full disk behind `>`: nothing was lost but the print.
        Err(_) => MENDABLE,
    }
}
