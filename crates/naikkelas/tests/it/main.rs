//! The program as people meet it: the real binary, its files, its messages and its exit codes.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]
#![expect(clippy::print_stdout, reason = "a skipped test says so")]

mod bad_input;
mod catalogue;
mod facts;
mod filter;
mod filter_files;
mod kit;
mod listings;
mod photos;
mod program;
mod serve;
mod stopping;
mod streams;
mod texts;
mod video;
mod words;
