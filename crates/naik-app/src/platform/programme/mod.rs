//! What people do in a programme: one file per verb.

mod export;
pub mod glance;
pub mod monday;
pub mod network;
pub mod visit;
