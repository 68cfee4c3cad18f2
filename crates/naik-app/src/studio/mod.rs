//! What an owner does with a kit by hand: mend a cut-out, edit a text, see what is missing, take it along.
//!
//! Bytes, facts and folders in, bytes and folders out; a kit that stands is never changed, each change makes a new one.

mod mend;
mod preflight;
mod sitting;
pub mod text;
mod trim;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub use mend::{Fixed, fix_all};
pub use naik_connect::archive::Archive;
pub use preflight::{Problem, Readiness, preflight, preflight_folder};
pub use sitting::{Sitting, Tried};
