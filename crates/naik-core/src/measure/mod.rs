//! Numbers that can be trusted: what sales did in a cohort, against its baseline and against those who waited.
//!
//! Every figure comes with how many shops it rests on and how many are missing, its range, its seed, and what it does not
//! prove. Pure: the same records and the same seed give the same figures, on any machine.

pub mod bootstrap;
pub mod compare;
pub mod figures;
pub mod gather;
pub mod growth;
pub mod month;
pub mod season;
pub mod share;
pub mod spread;
pub mod suppress;
