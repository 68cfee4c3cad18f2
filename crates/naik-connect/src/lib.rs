//! The outside world's formats and tools: facts files, catalogues, the
//! marketplaces' sheets and feeds, comments, fact-checks, ffmpeg, espeak-ng and tesseract.
//!
//! It knows only naik-core. It must not know how a picture is cut, a sentence
//! is written or a poster is laid out; it opens no file but the temporary ones
//! that a tool or a workbook needs, and it is the only crate that starts a child process.

mod clean;
mod encoding;

pub mod archive;
pub mod badge;
pub mod catalogue;
pub mod claims;
pub mod columns;
pub mod comments;
pub mod facts;
pub mod intake;
pub mod ledger;
pub mod listing;
pub mod orders;
pub mod qris;
pub mod tool;
mod workbook;
