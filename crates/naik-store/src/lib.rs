//! What is kept: people, shops, products, kits, jobs and files.
//!
//! SQLite and a folder on one machine, PostgreSQL when it has grown; the same
//! code and the same tests for both. It must not know pages, engines, or who
//! may see what. Times are Unix milliseconds and arrive as parameters.

pub mod backup;
pub mod blob;
mod bucket;
pub mod entity;
pub mod error;
mod migration;
mod open;
pub mod repo;

pub use bucket::Bucket;
pub use error::{Result, StoreError};
pub use open::{Found, Open, Store};
/// What a repository's function runs on: the store itself, or a transaction of it.
pub use sea_orm::ConnectionTrait as On;
pub use sea_orm::DatabaseTransaction as Transaction;
