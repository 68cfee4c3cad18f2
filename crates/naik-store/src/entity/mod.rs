//! The tables, row by row.

pub mod allowed_word;
pub mod audit;
pub mod card;
pub mod consent;
pub mod erasure;
pub mod job;
pub mod kit;
pub mod kit_file;
pub mod mentoring;
pub mod parked;
pub mod person;
pub mod photo;
pub mod post;
pub mod product;
pub mod receipt;
pub mod session;
pub mod setting;
pub mod shop;
pub mod token;
pub mod upload;
