//! The door: who comes in, what they hand over, how often, and what every answer carries.

pub(crate) mod document;
pub(crate) mod form;
pub(crate) mod guard;
pub(crate) mod limit;
pub(crate) mod parcel;
pub(crate) mod seal;
pub(crate) mod upload;
pub(crate) mod visit;
