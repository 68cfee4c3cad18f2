//! The pages and the API that people and programs reach over HTTP.
//!
//! A handler asks who, loads, calls one verb of naik-app and replies. It must
//! not know SQL, engines, or the rules of who may do what.

mod api;
mod app;
mod fault;
mod front;
mod pages;
mod route;
mod serve;
mod view;

pub use app::{App, Settings};
pub use route::routes;
pub use serve::{ServeError, serve};
pub use view::words;
