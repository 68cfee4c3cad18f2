//! What is asked of the tables, one file a noun.
//!
//! Each function takes the store's connection or a transaction, so that its
//! caller decides what happens together.

pub mod access;
pub mod audit;
pub mod card;
pub mod consent;
pub mod erase;
pub mod job;
pub mod kit;
pub mod parked;
pub mod person;
pub mod photo;
pub mod product;
pub mod receipt;
pub mod session;
pub mod setting;
pub mod shop;
pub mod token;
pub mod upload;

/// How much of a long list is shown at once.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Rows to skip.
    pub skip: u64,
    /// Rows to take, at most.
    pub take: u64,
}
