//! What tables and walls are made of: functions from a place to a colour, one file per kind.

pub(super) mod cloth;
pub(super) mod kawung;
pub(super) mod leaf;
pub(super) mod stone;
pub(super) mod weave;
pub(super) mod wood;
