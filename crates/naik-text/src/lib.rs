//! Words in, words out: the copywriter, and the guard that reads every sentence before a buyer does.
//!
//! Pure: text and facts go in, text comes out. It must not know files, clocks,
//! pictures, sheets or networks. Wording lives in `data/`, not in code.

pub mod ask;
pub mod copy;
pub mod filter;
pub mod grammar;
pub mod guard;
pub mod normal;
pub mod similar;
