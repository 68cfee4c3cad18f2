//! The crate as its users see it.

mod evaluation;
mod kits;
mod sheets;
mod snapshots;
