//! Six months in which a city accompanies its shops: who takes part, what they show, where they stand, what comes next.
//!
//! Rules are data (`data/programme/*.toml`, each with its source and date); the
//! engines over them are pure functions of what was told and of the day. It
//! must not know pages, tables, or what the sales of a cohort prove.

pub mod adoption;
pub mod assign;
pub mod board;
pub mod calendar;
pub mod certificate;
pub mod cohort;
pub mod day;
pub mod enrolment;
pub mod evidence;
pub mod history;
pub mod ladder;
pub mod legal;
pub mod level;
pub mod lottery;
pub mod matching;
pub mod network;
pub mod place;
pub mod plan;
pub mod renewal;
pub mod risk;
pub mod route;
pub mod schedule;
pub mod silence;
pub mod simulate;
pub mod task;
pub mod tie;
pub mod visit;
#[cfg(test)]
mod words;

/// Reads a file that is compiled in.
#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test of its module reads every row of it"
)]
fn embedded<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("an embedded file is well formed")
}
