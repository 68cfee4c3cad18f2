//! `naikkelas`: from phone photos to a selling kit.
//!
//! Standard output is data, standard error is talk. Exit code 0: fine; 1:
//! something that the person can mend; 2: our mistake.

mod args;
mod command;
mod terminal;

use std::process::ExitCode;
use std::sync::LazyLock;

use clap::Parser;
use naik_app::progress::Cancel;

use args::{Cli, Command, FactsCommand};

/// Set by Ctrl-C; every long job looks at it.
static CANCEL: LazyLock<Cancel> = LazyLock::new(Cancel::new);

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Clap's 2 means a mistake of the person, which is 1 here.
            let code = u8::from(error.use_stderr());
            return error
                .print()
                .map_or(ExitCode::from(2), |()| ExitCode::from(code));
        }
    };
    let told = ctrlc::set_handler(|| {
        if CANCEL.asked() {
            std::process::exit(130);
        }
        CANCEL.ask();
    });
    if told.is_err() {
        return ExitCode::from(2);
    }
    match cli.command {
        Command::Kit(args) => command::kit::run(*args, &CANCEL),
        Command::Cutout(args) => command::photo::cutout(&args, &CANCEL),
        Command::Retouch(args) => command::photo::retouch(&args, &CANCEL),
        Command::Write(args) => command::text::write(&args),
        Command::Video(args) => command::kit::video(&args, &CANCEL),
        Command::CheckClaims(args) => command::text::check_claims(&args),
        Command::Check(args) => command::check::run(*args, &CANCEL),
        Command::Train(args) => command::train::run(&args),
        Command::Facts(FactsCommand::Init { file, lang }) => command::facts::init(&file, lang),
        Command::Facts(FactsCommand::Check { file, lang, json }) => {
            command::facts::check(&file, lang, json)
        }
    }
}
