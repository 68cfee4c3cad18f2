//! Pages and moving pictures: posters, the narrated product video, and papers.
//!
//! Pure functions of pictures, words, a brand and a seed: the same bytes come
//! out of every run. It opens no file and starts no process; encoder and voice
//! are asked for through [`video::FrameSink`] and [`video::Sound`]. It must not
//! know what a claim is, how a cut-out is made, or where files lie.

mod canvas;
pub mod document;
mod error;
mod font;
mod geometry;
mod palette;
mod pattern;
mod picture;
pub mod poster;
mod product;
mod raster;
mod text;
pub mod video;

pub use error::PressError;
pub use picture::{OwnedPicture, Picture, Waiting};
pub use product::Product;

use naik_core::color::Color;

/// Who sells: the few things of a shop that a poster or a video shows.
#[derive(Clone, Debug, Default)]
pub struct Brand {
    /// The shop's name.
    pub shop: Option<String>,
    /// The shop's city.
    pub city: Option<String>,
    /// The shop's colours, the loudest first; none is fine.
    pub colors: Vec<Color>,
    /// The number to write to, as people read it: `0812-3456-7890`.
    pub whatsapp: Option<String>,
    /// The shop's logo.
    pub logo: Option<OwnedPicture>,
}

/// What it costs, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Price {
    /// What is paid now: `Rp45.000`.
    pub now: String,
    /// What was really paid before, only when that is proved.
    pub before: Option<String>,
    /// For how much of it: `per 250 g`.
    pub unit: Option<String>,
}
