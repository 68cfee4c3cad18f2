//! A small grammar of Indonesian: numbers in words, lists, affixes, names in a sentence, and how a text is read aloud.

pub mod affix;
pub mod case;
pub mod list;
pub mod number;
pub mod spoken;
