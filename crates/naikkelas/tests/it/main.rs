//! The program as people meet it: the real binary, its files, its messages and its exit codes.

mod bad_input;
mod catalogue;
mod facts;
mod kit;
mod listings;
mod photos;
mod program;
mod stopping;
mod streams;
mod texts;
mod video;
