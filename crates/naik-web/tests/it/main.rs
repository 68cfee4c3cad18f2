//! The real site over a real database: every page and address as a browser or a program meets it.

#![expect(
    clippy::unwrap_used,
    reason = "what a test sets up must succeed, also outside of its function"
)]

mod accounts;
mod api;
mod bad_days;
mod check;
mod comments;
mod desks;
mod journey;
mod papers;
mod passkeys;
mod phone;
mod rights;
mod sales;
mod site;
mod storefront;
mod uploads;
