//! NaikKelas.

pub mod page;
pub mod words;
