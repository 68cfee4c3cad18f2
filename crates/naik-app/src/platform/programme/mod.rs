//! Six months of mentoring: programmes, cohorts, who takes part, and what a city sees of it.

pub mod apply;
pub mod board;
mod book;
pub mod cohort;
pub mod intake;
pub mod matching;
pub mod places;
pub mod plan;
