//! `naikkelas doctor`.

use naik_app::platform::doctor::{Finding, Health, look};
use naik_core::kit::{Finding as Said, Gravity};
use serde_json::json;

use super::{Code, FINE, MENDABLE, OURS, fail, print_json, runtime, terminal};
use crate::args::DoctorArgs;
use crate::config::Config;
use crate::outside::outside;

/// Says what this machine lacks. Exit code 1 when something is broken.
pub(crate) fn run(args: &DoctorArgs) -> Code {
    let terminal = terminal(args.place.lang);
    let config = match Config::read(&args.place) {
        Ok(config) => config,
        Err(error) => return fail(&terminal, &error),
    };
    let Ok(runtime) = runtime() else {
        return OURS;
    };
    let found = runtime.block_on(look(&config.open(), outside(), config.address()));
    let is_broken = found.iter().any(|one| one.health == Health::Broken);
    let code = if is_broken { MENDABLE } else { FINE };
    let said: Vec<(&Finding, Said)> = found
        .iter()
        .map(|one| {
            let said = terminal.words().say(&one.message);
            let gravity = match one.health {
                Health::Good => Gravity::Note,
                Health::Lacking => Gravity::Mend,
                Health::Broken => Gravity::Failed,
            };
            let said = Said {
                gravity,
                key: one.message.key.clone(),
                text: said.text,
                hint: said.hint.unwrap_or_default(),
            };
            (one, said)
        })
        .collect();
    if args.json {
        let rows: Vec<_> = said
            .iter()
            .map(|(one, said)| {
                json!({ "about": one.about, "health": one.health, "text": said.text, "hint": said.hint })
            })
            .collect();
        return print_json(&json!({ "findings": rows }), true).max(code);
    }
    for (_, said) in &said {
        terminal.finding(said);
    }
    code
}
