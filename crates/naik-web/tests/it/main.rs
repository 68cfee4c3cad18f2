//! The real site over a real database: every page and address as a browser or a program meets it.

#![expect(clippy::print_stderr, reason = "a skipped test says so")]
#![expect(
    clippy::unwrap_used,
    reason = "what a test sets up must succeed, also outside of its function"
)]

mod accounts;
mod api;
mod bad_days;
mod badges;
mod board;
mod certificates;
mod check;
mod cohorts;
mod comments;
mod demo;
mod desks;
mod feeds;
mod field;
mod growth;
mod hold;
mod journey;
mod monday;
mod network;
mod papers;
mod passkeys;
mod phone;
mod programme;
mod reports;
mod rights;
mod sales;
mod site;
mod six_months;
mod storefront;
mod uploads;
mod visits;
