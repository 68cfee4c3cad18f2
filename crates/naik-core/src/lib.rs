//! What the words of NaikKelas mean, and the rules over them.
//!
//! Pure: no files, no clock, no randomness of its own.

pub mod message;
