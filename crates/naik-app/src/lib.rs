//! Use cases: the only place where the engines meet.
//!
//! One file per verb. It reads and writes files and connects engines; it must
//! not know arguments, terminals or pages of a web server.

pub mod badge;
pub mod catalogue;
pub mod check;
pub mod cutout;
pub mod error;
pub mod facts;
pub mod kit;
pub mod output;
pub mod page;
pub mod platform;
pub mod progress;
mod source;
pub mod studio;
pub mod text;
pub mod words;
