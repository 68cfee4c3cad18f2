//! `naikkelas train filter`.

use naik_app::check::{TrainArgs, train};

use super::{Code, fail, print_json, terminal};
use crate::args::TrainCommand;

/// Trains the filter's model and prints its figures.
pub(crate) fn run(command: &TrainCommand) -> Code {
    let TrainCommand::Filter {
        inputs,
        rows,
        dev,
        output,
        every_source,
        without,
        lang,
    } = command;
    let args = TrainArgs {
        inputs,
        rows,
        dev,
        out: output,
        every_source: *every_source,
        without,
    };
    match train(&args) {
        Ok(report) => print_json(&report, true),
        Err(error) => fail(&terminal(*lang), &error),
    }
}
