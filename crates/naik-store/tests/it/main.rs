//! What is kept, on SQLite and on PostgreSQL alike.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it should be"
)]
#![expect(clippy::print_stderr, reason = "a skipped test says so")]

mod backups;
mod bucket;
mod cohorts;
mod jobs;
mod kits;
mod measures;
mod neighbours;
mod passkeys;
mod people;
mod place;
mod products;
mod programmes;
mod rights;
mod sales;
mod storefronts;
