//! Why a poster or a video cannot be made.

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
    /// The narration has no line.
    #[error("the video has no lines")]
    NoLines,
    /// The narration does not fit 20 seconds, even without its middle lines.
    #[error("the narration takes {0} seconds, a video at most 20")]
    TooLong(u32),
    /// The encoder took no more frames.
    #[error("the encoder stopped: {0}")]
    Sink(String),
}

impl Explain for PressError {
    fn explain(&self) -> Message {
        match self {
            Self::PictureSize { width, height, .. } => Message::new("press-picture-size")
                .with("width", width)
                .with("height", height),
            Self::EmptyCutout => Message::new("press-empty-cutout"),
            Self::NoName(name) => Message::new("press-no-name").with("name", name),
            Self::NoLines => Message::new("press-no-lines"),
            Self::TooLong(seconds) => Message::new("press-too-long").with("seconds", seconds),
            Self::Sink(reason) => Message::new("press-encoder-stopped").with("reason", reason),
        }
    }
}
