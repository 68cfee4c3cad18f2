//! Six months of mentoring: programmes, cohorts, who takes part, a mentor's week, and what a city sees of it.

pub mod apply;
pub mod board;
mod book;
pub mod cohort;
mod export;
pub mod glance;
pub mod intake;
pub mod matching;
pub mod monday;
pub mod network;
pub mod places;
pub mod plan;
pub mod visit;
