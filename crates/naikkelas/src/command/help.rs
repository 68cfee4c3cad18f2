//! What `--help` says, from the message files: the parser's own words are English.

use clap::{Arg, ArgAction, Command, CommandFactory};
use naik_app::words::Words;
use naik_core::lang::Lang;

use super::OWN;
use crate::args::Cli;

/// The layout of every help page, with headings in the reader's language.
const PAGE: &str = "{about-with-newline}\n@usage: {usage}\n\n{all-args}";

/// The parser, speaking a language.
pub(crate) fn parser(lang: Lang) -> Command {
    let command = Cli::command().disable_version_flag(true);
    let words = Words::with(lang, OWN);
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(words.label("help-option-version", &[]));
    speak(command.arg(version), "", &words)
}

/// Puts a command, its arguments and its subcommands into words; `above` names the commands above it.
fn speak(command: Command, above: &str, words: &Words) -> Command {
    let path = key(above, command.get_name());
    let label = |key: &str| words.label(&format!("help-{key}"), &[]);
    let about = label(&path);
    // The root's own name is no part of what is below it.
    let below = if above.is_empty() && path == "naikkelas" {
        ""
    } else {
        &path
    };
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(label("option-help"));
    let page = PAGE.replace("@usage", &label("heading-usage"));
    command
        .about(about)
        .help_template(page)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(label("heading-commands"))
        .arg(help)
        .mut_args(|arg| {
            let id = arg.get_id().as_str().replace('_', "-");
            let heading = match arg.get_help_heading() {
                Some(_) => "heading-facts",
                None if arg.is_positional() => "heading-arguments",
                None => "heading-options",
            };
            // The parser checks that only what takes a value hides its values.
            let takes = arg.get_action().takes_values();
            arg.help(said(below, &id, words))
                .help_heading(label(heading))
                .hide_default_value(takes)
                .hide_possible_values(takes)
        })
        .mut_subcommands(|inner| speak(inner, below, words))
}

/// What an argument is for: what is said of it under its command, under one above, or of all that bear its name.
fn said(command: &str, id: &str, words: &Words) -> String {
    let above = command
        .match_indices('-')
        .filter_map(|(at, _)| command.get(..at));
    let commands = std::iter::once(command).chain(above);
    let found = commands
        .map(|command| format!("help-on-{}", key(command, id)))
        .find(|key| words.has(key))
        .unwrap_or_else(|| format!("help-option-{id}"));
    words.label(&found, &[])
}

fn key(above: &str, name: &str) -> String {
    if above.is_empty() {
        name.to_owned()
    } else {
        format!("{above}-{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(command: &mut Command, found: &mut Vec<String>) {
        found.push(command.render_help().to_string());
        let mut inner: Vec<Command> = command.get_subcommands().cloned().collect();
        for command in &mut inner {
            pages(command, found);
        }
    }

    #[test]
    fn every_command_and_argument_has_words_in_every_language() {
        for (lang, usage) in [
            (Lang::Id, "Pemakaian:"),
            (Lang::Jv, "Caranipun:"),
            (Lang::En, "Usage:"),
        ] {
            let mut parser = parser(lang);
            parser.build();
            let mut found = Vec::new();
            pages(&mut parser, &mut found);
            assert!(found.len() >= 9);
            for page in found {
                assert!(page.contains(usage), "{page}");
                // A key that no file has is said as it is.
                assert!(!page.contains("help-"), "{page}");
            }
        }
    }
}
