//! What the words of NaikKelas mean, and the rules over them.
//!
//! Pure: no files, no clock, no randomness of its own. It must not know how a
//! picture is cut, a sentence is written or a sheet is laid out.

pub mod access;
pub mod account;
mod area;
pub mod cash;
pub mod category;
pub mod channel;
pub mod color;
pub mod encode;
pub mod fact;
pub mod facts;
pub mod id;
pub mod kit;
pub mod lang;
pub mod limits;
pub mod margin;
pub mod measure;
pub mod message;
pub mod money;
pub mod month;
pub mod permit;
pub mod phone;
pub mod programme;
pub mod quantity;
pub mod sale;
pub mod seed;
pub mod slug;
pub mod storefront;
pub mod tax;
