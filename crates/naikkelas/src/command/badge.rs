//! `naikkelas badge`: is this badge genuine?

use naik_app::badge::{Genuine, Standing, check};
use naik_core::message::Message;
use serde_json::json;

use super::{Code, FINE, MENDABLE, fail_as, print_json, terminal};
use crate::args::BadgeCommand;
use crate::outside::outside;

/// Checks a badge. Exit code 0 where it can be relied on, 1 where it can't.
pub(crate) fn run(command: &BadgeCommand) -> Code {
    let BadgeCommand::Verify {
        file,
        issuer,
        revoked,
        lang,
        json,
    } = command;
    let terminal = terminal(*lang);
    let now = outside().now();
    let found = match check(file, issuer.as_deref(), revoked.as_deref(), now) {
        Ok(found) => found,
        Err(error) => return fail_as(&terminal, &error, &[], *json),
    };
    let code = if found.standing.is_good() {
        FINE
    } else {
        MENDABLE
    };
    if *json {
        let reason = match &found.standing {
            Standing::Revoked(reason) => Some(reason),
            _ => None,
        };
        let told = json!({
            "id": found.id, "name": found.name, "holder": found.holder, "issuer": found.issuer,
            "from": found.from, "until": found.until, "standing": found.standing.key(), "reason": reason,
        });
        return print_json(&told, true).max(code);
    }
    terminal.say(&told(&found));
    code
}

/// How a badge stands, in a sentence.
fn told(found: &Genuine) -> Message {
    let mut message = Message::new(&format!("badge-is-{}", found.standing.key()))
        .with("name", &found.name)
        .with("issuer", &found.issuer)
        .with("from", date(found.from));
    if let Some(until) = found.until {
        message = message.with("until", date(until));
    }
    if let Standing::Revoked(reason) = &found.standing {
        message = message.with("reason", reason);
    }
    message
}

/// The day of a moment in western Indonesia.
fn date(moment: jiff::Timestamp) -> jiff::civil::Date {
    naik_app::platform::day(moment.as_millisecond())
}
