//! The crate as its users see it.

mod evaluation;
mod filter;
mod kits;
mod sheets;
mod snapshots;
