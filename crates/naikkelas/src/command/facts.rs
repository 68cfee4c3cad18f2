//! `naikkelas facts init` and `naikkelas facts check`.

use std::path::Path;

use naik_app::facts;
use naik_core::kit::Gravity;
use naik_core::message::Message;
use serde_json::json;

use super::{Code, FINE, MENDABLE, fail, fail_as, print, print_json, terminal};
use crate::args::LangArg;

/// Writes a commented template where nothing stands yet.
pub(crate) fn init(file: &Path, lang: LangArg) -> Code {
    let terminal = terminal(lang);
    let text = facts::template(lang.into());
    if file == Path::new("-") {
        return print(text.trim_end());
    }
    match facts::write_template(file, &text) {
        Ok(()) => {
            terminal.say(&Message::new("facts-written").with("path", file.display()));
            FINE
        }
        Err(error) => fail(&terminal, &error),
    }
}

/// Says what is wrong or missing; 1 when something is wrong.
pub(crate) fn check(file: &Path, lang: LangArg, json: bool) -> Code {
    let terminal = terminal(lang);
    let reading = match facts::read(file) {
        Ok(reading) => reading,
        Err(error) => return fail_as(&terminal, &error, &[], json),
    };
    let findings: Vec<_> = reading
        .notices
        .iter()
        .map(|n| naik_app::kit::put(terminal.words(), n))
        .collect();
    let wrong = findings.iter().any(|f| f.gravity > Gravity::Note);
    let missing: Vec<&str> = facts::missing(&reading.facts)
        .iter()
        .map(|fact| fact.key())
        .collect();
    let code = if json {
        print_json(
            &json!({ "file": file.display().to_string(), "facts": reading.facts, "findings": findings, "missing": missing }),
            true,
        )
    } else {
        findings
            .iter()
            .for_each(|finding| terminal.finding(finding));
        if !wrong {
            terminal.say(&Message::new("facts-good").with("path", file.display()));
        }
        if !missing.is_empty() {
            terminal.say(&Message::new("ask-missing").with("facts", missing.join(", ")));
        }
        FINE
    };
    if wrong { code.max(MENDABLE) } else { code }
}
