//! Why a photo could not be read; each variant is a message key with a remedy.

use naik_core::message::{Explain, Message};

/// A format or a feature that is recognised but not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// HEIC or HEIF, what iPhones write.
    Heic,
    /// AVIF.
    Avif,
    /// GIF.
    Gif,
    /// TIFF or a camera's raw file.
    Tiff,
    /// BMP.
    Bmp,
    /// JPEG XL.
    JpegXl,
    /// A PDF.
    Pdf,
    /// SVG.
    Svg,
    /// A video file.
    Video,
    /// JPEG with arithmetic coding, lossless, hierarchical or 12 bits.
    RareJpeg,
}

impl Feature {
    /// The name as people know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::Gif => "GIF",
            Self::Tiff => "TIFF/RAW",
            Self::Bmp => "BMP",
            Self::JpegXl => "JPEG XL",
            Self::Pdf => "PDF",
            Self::Svg => "SVG",
            Self::Video => "video",
            Self::RareJpeg => "JPEG (rare variant)",
        }
    }
}

/// Why a photo could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// No bytes.
    #[error("the file is empty (0 bytes)")]
    Empty,
    /// Not a picture at all.
    #[error("the file is not a picture")]
    NotAPicture,
    /// A known format that is not read here.
    #[error("{} is not supported", .0.name())]
    Unsupported(Feature),
    /// The data ends before the picture does.
    #[error("the file is cut short: the picture's data ends early")]
    Truncated,
    /// The data contradicts itself.
    #[error("the file is damaged: {detail}")]
    Damaged {
        /// What the decoder stumbled over, in technical English.
        detail: String,
    },
    /// More bytes than allowed.
    #[error("the file has {bytes} bytes, more than {max}")]
    TooManyBytes {
        /// Size of the file.
        bytes: usize,
        /// The limit.
        max: usize,
    },
    /// More pixels than allowed, known from the header alone.
    #[error("{width}x{height} pixels are more than {max}")]
    TooManyPixels {
        /// Width in pixels.
        width: u64,
        /// Height in pixels.
        height: u64,
        /// The limit in pixels.
        max: u64,
    },
    /// A side is too short to make anything of.
    #[error("{width}x{height} pixels: a side is under {min}")]
    TooSmall {
        /// Width in pixels.
        width: u64,
        /// Height in pixels.
        height: u64,
        /// The shortest side accepted.
        min: u32,
    },
}

impl Explain for PhotoError {
    fn explain(&self) -> Message {
        match self {
            Self::Empty => Message::new("photo-empty"),
            Self::NotAPicture => Message::new("photo-not-a-picture"),
            Self::Unsupported(Feature::Heic) => Message::new("photo-heic"),
            Self::Unsupported(Feature::Video) => Message::new("photo-is-video"),
            Self::Unsupported(feature) => {
                Message::new("photo-format-unsupported").with("format", feature.name())
            }
            Self::Truncated => Message::new("photo-truncated"),
            Self::Damaged { .. } => Message::new("photo-damaged"),
            Self::TooManyBytes { bytes, max } => Message::new("photo-too-many-bytes")
                .with("size", bytes.div_ceil(1_000_000))
                .with("max", max / 1_000_000),
            Self::TooManyPixels { width, height, max } => Message::new("photo-too-many-pixels")
                .with("width", width)
                .with("height", height)
                .with("max", max / 1_000_000),
            Self::TooSmall { width, height, min } => Message::new("photo-too-small")
                .with("width", width)
                .with("height", height)
                .with("min", min),
        }
    }
}
