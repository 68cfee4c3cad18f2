//! Posters and video as their users meet them.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod document;
mod poster;
mod sample;
mod subject;
