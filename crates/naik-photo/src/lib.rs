//! Pixels in, pixels out: the photo engine.
//!
//! Pure: it opens no file and no socket, and the same bytes, options and seed
//! give the same bytes on every run.

pub mod cutout;
pub mod decode;
pub mod encode;
pub mod image;
pub mod likeness;
pub mod quality;
pub mod rendition;
pub mod resize;
pub mod retouch;
pub mod scene;
pub mod shadow;
