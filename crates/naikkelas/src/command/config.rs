//! `naikkelas config`.

use naik_core::message::Message;

use super::{Code, FINE, OURS, fail, print, terminal};
use crate::args::ConfigCommand;
use crate::config::Config;

/// Checks or prints the settings.
pub(crate) fn run(command: &ConfigCommand) -> Code {
    let (ConfigCommand::Check { place } | ConfigCommand::Dump { place }) = command;
    let terminal = terminal(place.lang);
    let config = match Config::read(place) {
        Ok(config) => config,
        Err(error) => return fail(&terminal, &error),
    };
    match command {
        ConfigCommand::Check { .. } => {
            terminal.say(&Message::new("config-fine"));
            FINE
        }
        ConfigCommand::Dump { .. } => match toml::to_string_pretty(&config.without_secrets()) {
            Ok(text) => print(text.trim_end()),
            Err(_) => OURS,
        },
    }
}
