//! Text as its reader sees it: look-alike letters folded, evasions undone, sentences found.

pub(crate) mod fold;
pub(crate) mod sentence;
pub(crate) mod unmask;
