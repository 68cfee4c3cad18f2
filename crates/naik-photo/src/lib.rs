//! Pixels in, pixels out: the photo engine.
//!
//! Pure: it opens no file and no socket, and the same bytes, options and seed
//! give the same bytes on every run.

pub mod cutout;
pub mod image;
pub mod decode;
pub mod encode;
pub mod resize;
pub mod scene;
pub mod shadow;
pub mod rendition;
pub mod quality;
pub mod retouch;
