//! Text as its reader sees it: look-alike letters folded, evasions undone, sentences found.

mod apart;
mod costume;
pub(crate) mod fold;
pub(crate) mod known;
pub(crate) mod layer;
pub(crate) mod look;
mod reveal;
pub(crate) mod sentence;
pub(crate) mod unmask;
mod word;

pub use known::Known;
pub use layer::Span;
pub use reveal::Normaliser;
pub use word::{Normal, Word};
