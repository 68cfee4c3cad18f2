//! What is kept, on SQLite and on PostgreSQL alike.

mod jobs;
mod kits;
mod people;
mod place;
mod products;
