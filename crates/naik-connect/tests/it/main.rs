//! Tests of the crate as others see it: with the programs of this machine and the message files.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]
#![expect(clippy::print_stdout, reason = "a skipped test says so")]

mod messages;
mod tools;
