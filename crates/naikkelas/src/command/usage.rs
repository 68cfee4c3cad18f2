//! What was typed wrongly, in the reader's language and with what would be right.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use naik_core::channel::Channel;
use naik_core::lang::Lang;
use naik_core::message::{Explain, Message};

use super::{Code, FINE, MENDABLE, help, printed, terminal};

/// Prints help or the version, or says what was typed wrongly.
pub(crate) fn tell(error: &Error, typed: Vec<OsString>) -> Code {
    let is_help = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    // Help is put into words only where it is shown.
    let spoken = if is_help {
        help::parser(lang(&typed))
            .try_get_matches_from(with_help_option(&typed))
            .err()
    } else {
        None
    };
    let error = spoken.as_ref().unwrap_or(error);
    if !error.use_stderr() {
        return printed(error.print());
    }
    match explained(error) {
        Some(message) => terminal(lang(&typed)).complain(&Typed(message)),
        // Help where a command is missing, and what we have no words of our own for.
        None => {
            return match error.kind() {
                ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                    printed(error.print()).max(MENDABLE)
                }
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => FINE,
                _ => printed(error.print()).max(MENDABLE),
            };
        }
    }
    MENDABLE
}

/// `help kit` as `kit --help`: the command for help is the parser's own and speaks English.
fn with_help_option(typed: &[OsString]) -> Vec<OsString> {
    let mut typed = typed.to_vec();
    let has_option = typed.iter().any(|word| word == "--help" || word == "-h");
    if let Some(at) = typed.iter().position(|word| word == "help")
        && !has_option
    {
        typed.remove(at);
        typed.push("--help".into());
    }
    typed
}

/// A mistake in what was typed.
struct Typed(Message);

impl Explain for Typed {
    fn explain(&self) -> Message {
        self.0.clone()
    }
}

/// The language that was asked for, found without the parser, which has failed.
fn lang(typed: &[OsString]) -> Lang {
    let mut is_next = false;
    for word in typed {
        let word = word.to_string_lossy();
        let code = match word.strip_prefix("--lang") {
            Some("") => {
                is_next = true;
                continue;
            }
            Some(rest) => rest.trim_start_matches('=').to_owned(),
            None if is_next => word.into_owned(),
            None => continue,
        };
        return match code.as_str() {
            "en" => Lang::En,
            "jv" => Lang::Jv,
            _ => Lang::Id,
        };
    }
    Lang::default()
}

fn explained(error: &Error) -> Option<Message> {
    let text = |kind| error.get(kind).map(one).unwrap_or_default();
    let option = text(ContextKind::InvalidArg);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => match error.get(ContextKind::SuggestedArg) {
            Some(near) => Message::new("typed-unknown-option-near").with("near", one(near)),
            None => Message::new("typed-unknown-option"),
        }
        .with("option", option),
        ErrorKind::InvalidSubcommand => Message::new("typed-unknown-command")
            .with("command", text(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            Message::new("typed-no-value").with("option", option)
        }
        ErrorKind::InvalidValue => Message::new("typed-wrong-value")
            .with("option", option)
            .with("value", text(ContextKind::InvalidValue))
            .with("known", text(ContextKind::ValidValue)),
        ErrorKind::ValueValidation if option.starts_with("--channel") => {
            let known: Vec<&str> = Channel::ALL.iter().map(|channel| channel.key()).collect();
            Message::new("typed-unknown-channel")
                .with("value", text(ContextKind::InvalidValue))
                .with("known", known.join(", "))
        }
        ErrorKind::ValueValidation => Message::new("typed-unread-value")
            .with("option", option)
            .with("value", text(ContextKind::InvalidValue)),
        ErrorKind::MissingRequiredArgument => Message::new("typed-missing").with("what", option),
        ErrorKind::ArgumentConflict => Message::new("typed-conflict")
            .with("option", option)
            .with("other", text(ContextKind::PriorArg)),
        _ => return None,
    };
    Some(message)
}

/// A context's value in one line.
fn one(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        for (typed, wanted) in [
            ("kit --lang en --x", Lang::En),
            ("kit --x --lang=jv", Lang::Jv),
            ("kit --x", Lang::Id),
            ("kit --lang", Lang::Id),
        ] {
            let typed: Vec<OsString> = typed.split(' ').map(OsString::from).collect();
            assert_eq!(lang(&typed), wanted);
        }
    }
}
