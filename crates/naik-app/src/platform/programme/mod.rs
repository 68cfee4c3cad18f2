//! Six months of mentoring, as people do it: one file a subject.

pub mod apply;
pub mod board;
mod book;
pub mod cohort;
pub mod decide;
pub mod evidence;
mod export;
pub mod glance;
pub mod growth;
pub mod hand_over;
pub mod intake;
pub mod matching;
pub mod monday;
pub mod network;
pub mod own_books;
pub mod places;
pub mod plan;
pub mod reckoning;
pub mod report;
pub mod size;
pub mod standing;
pub mod visit;
pub mod week;
