//! The tables, row by row.

pub mod audit;
pub mod card;
pub mod cash;
pub mod consent;
pub mod cost;
pub mod job;
pub mod kit;
pub mod kit_file;
pub mod mentoring;
pub mod order_file;
pub mod parked;
pub mod person;
pub mod photo;
pub mod post;
pub mod product;
pub mod receipt;
pub mod sale;
pub mod session;
pub mod setting;
pub mod shelf;
pub mod shop;
pub mod storefront;
pub mod token;
pub mod upload;
