//! `naikkelas`: from phone photos to a selling kit.
//!
//! Standard output is data, standard error is talk. Exit code 0: fine; 1:
//! something that the person can mend; 2: our mistake; 130: stopped with Ctrl-C.

mod args;
mod command;
mod config;
mod outside;
mod terminal;

use std::process::ExitCode;
use std::sync::LazyLock;

use clap::Parser;
use naik_app::progress::Cancel;

use args::{Cli, Command, FactsCommand, with_dashed_texts};
use command::{Code, OURS, STOPPED};

/// A kit holds pictures of tens of megabytes for a moment; a server of 2 cores must not keep their memory afterwards.
#[cfg(target_os = "linux")]
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Set by Ctrl-C; every long job looks at it.
static CANCEL: LazyLock<Cancel> = LazyLock::new(Cancel::new);

fn main() -> ExitCode {
    let typed = with_dashed_texts(std::env::args_os());
    let code = match Cli::try_parse_from(&typed) {
        Ok(cli) => run(cli),
        Err(error) => command::usage::tell(&error, typed),
    };
    ExitCode::from(code)
}

fn run(cli: Cli) -> Code {
    // Commands that write nothing by parts end at once, as any program does.
    let is_long = match &cli.command {
        Command::Kit(_) | Command::Cutout(_) | Command::Retouch(_) | Command::Video(_) => true,
        Command::Check(args) => args.is_long(),
        _ => false,
    };
    if is_long && !hear_stop() {
        return OURS;
    }
    match cli.command {
        Command::Kit(args) => command::kit::run(*args, &CANCEL),
        Command::Cutout(args) => command::photo::cutout(&args, &CANCEL),
        Command::Retouch(args) => command::photo::retouch(&args, &CANCEL),
        Command::Write(args) => command::text::write(&args),
        Command::Video(args) => command::kit::video(&args, &CANCEL),
        Command::CheckClaims(args) => command::text::check_claims(&args),
        Command::Check(args) => command::check::run(*args, &CANCEL),
        Command::Badge(command) => command::badge::run(&command),
        Command::Train(args) => command::train::run(&args),
        Command::Facts(FactsCommand::Init { file, lang }) => command::facts::init(&file, lang),
        Command::Serve(args) => command::serve::run(&args),
        Command::Worker(args) => command::worker::run(&args),
        Command::Doctor(args) => command::doctor::run(&args),
        Command::Admin(command) => command::admin::run(command),
        Command::Config(command) => command::config::run(&command),
        Command::Facts(FactsCommand::Check { file, lang, json }) => {
            command::facts::check(&file, lang, json)
        }
    }
}

/// Makes Ctrl-C ask long jobs to stop; whether that could be done.
fn hear_stop() -> bool {
    ctrlc::set_handler(|| {
        // A second time means at once.
        if CANCEL.asked() || terminal::is_asking() {
            naik_app::output::abandon();
            terminal::leave();
            std::process::exit(i32::from(STOPPED));
        }
        CANCEL.ask();
    })
    .is_ok()
}
