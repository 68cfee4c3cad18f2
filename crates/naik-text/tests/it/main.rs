//! The crate as its users see it.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod evaluation;
mod kits;
mod sheets;
mod snapshots;
