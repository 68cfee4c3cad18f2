//! Why a poster cannot be made; a video fails only where its sink does.

use naik_core::message::{Explain, Message};

/// What stops the press.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PressError {
    /// The buffer does not hold width x height x 4 bytes, or a side is 0 or above 30,000 pixels.
    #[error("a picture of {width}x{height} pixels came with {bytes} bytes")]
    PictureSize {
        /// Width in pixels, as claimed.
        width: u32,
        /// Height in pixels, as claimed.
        height: u32,
        /// Bytes that came.
        bytes: usize,
    },
    /// A cut-out has no opaque pixel.
    #[error("the cut-out is empty")]
    EmptyCutout,
    /// No letter of the name can be drawn.
    #[error("the name `{0}` has no letter that can be drawn")]
    NoName(String),
    /// A document can't be set: a mistake of ours.
    #[error("a document can't be set: {0}")]
    Document(String),
}

impl Explain for PressError {
    fn explain(&self) -> Message {
        match self {
            Self::PictureSize { width, height, .. } => Message::new("press-picture-size")
                .with("width", width)
                .with("height", height),
            Self::EmptyCutout => Message::new("press-empty-cutout"),
            Self::NoName(name) => Message::new("press-no-name").with("name", name),
            Self::Document(_) => Message::new("press-document"),
        }
    }
}
