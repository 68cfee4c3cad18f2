//! Bytes of a photo become oriented sRGB pixels without metadata.
//!
//! A phone's file is outside data: sizes are checked before anything is
//! allocated, and each way of being unreadable has its own error with a remedy.

mod error;
mod exif;
mod icc;
mod jpeg;
mod orient;
mod png;
mod sniff;
mod webp;

pub use error::{Feature, PhotoError};
pub use orient::Orientation;
pub use sniff::Format;

use naik_core::message::{Explain, Message};

use crate::image::{Gray, Rgb, Rgba};
use crate::resize;

/// What is accepted and how large the pixels shall be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeOptions {
    /// Longest side wanted, in pixels: a larger photo is shrunk right after decoding, so that the full-size pixels live only for a moment.
    pub max_side: Option<u32>,
    /// Largest file, in bytes.
    pub max_bytes: usize,
    /// Most pixels before shrinking.
    pub max_pixels: u64,
    /// Length that the longer side must have, in pixels before shrinking.
    pub min_side: u32,
}

impl Default for DecodeOptions {
    fn default() -> Self {
        Self {
            max_side: None,
            max_bytes: 25_000_000,
            max_pixels: 50_000_000,
            min_side: 300,
        }
    }
}

impl DecodeOptions {
    /// The default limits and a longest side.
    #[must_use]
    pub fn at_most(max_side: u32) -> Self {
        Self {
            max_side: Some(max_side),
            ..Self::default()
        }
    }
}

/// A decoded photo.
#[derive(Clone, Debug)]
pub struct Photo {
    /// Upright sRGB pixels; transparency lies on white.
    pub pixels: Rgb,
    /// The transparency that the file had, at the size of `pixels`: such a photo was cut out before.
    pub alpha: Option<Gray>,
    /// What the bytes were, whatever the file's name says.
    pub format: Format,
    /// Width and height of the upright photo before any shrinking, in pixels.
    pub original: (u32, u32),
    /// The file moves; `pixels` is its first frame.
    pub animated: bool,
    /// The file was prepared for print (CMYK); its colours were converted without its press profile and can differ slightly.
    pub print_colors: bool,
    /// The colours were converted from a wider space, such as Display P3, by the file's own profile.
    pub profile_converted: bool,
}

/// Something about a photo that its owner should know, though it could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Only the first frame of a moving picture is used.
    FirstFrame,
    /// Print colours were converted.
    PrintColors,
    /// The photo is transparent and was laid on white.
    Transparent,
}

impl Explain for Note {
    fn explain(&self) -> Message {
        Message::new(match self {
            Self::FirstFrame => "photo-note-first-frame",
            Self::PrintColors => "photo-note-print-colors",
            Self::Transparent => "photo-note-transparent",
        })
    }
}

impl Photo {
    /// The product, when the file itself was a cut-out: its colours without the white they lie on.
    pub fn cut(&self) -> Option<Rgba> {
        let alpha = self.alpha.as_ref()?;
        let data = self
            .pixels
            .data()
            .chunks_exact(3)
            .zip(alpha.data())
            .flat_map(|(pixel, &alpha)| {
                let share = f32::from(alpha.max(1)) / 255.0;
                let [r, g, b] = [0, 1, 2].map(|channel| {
                    let value = f32::from(pixel[channel]);
                    (255.0 - (255.0 - value) / share + 0.5).clamp(0.0, 255.0) as u8
                });
                [r, g, b, alpha]
            })
            .collect();
        Rgba::from_data(self.pixels.width(), self.pixels.height(), data)
    }

    /// What to tell the owner about this photo.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.animated {
            notes.push(Note::FirstFrame);
        }
        if self.print_colors {
            notes.push(Note::PrintColors);
        }
        if self.alpha.is_some() {
            notes.push(Note::Transparent);
        }
        notes
    }
}

/// Pixels as a format's decoder hands them out, before they are turned upright and converted.
struct Raw {
    pixels: Rgb,
    alpha: Option<Gray>,
    orientation: Orientation,
    icc: Option<Vec<u8>>,
    animated: bool,
    print_colors: bool,
}

/// Reads a JPEG, PNG or WebP: upright, sRGB, without metadata.
///
/// The file's name plays no part: the first bytes decide what it is.
///
/// # Errors
/// Empty, foreign, truncated, damaged, too large, too small, or using a feature that no phone writes.
pub fn decode(bytes: &[u8], options: &DecodeOptions) -> Result<Photo, PhotoError> {
    if bytes.is_empty() {
        return Err(PhotoError::Empty);
    }
    if bytes.len() > options.max_bytes {
        return Err(PhotoError::TooManyBytes {
            bytes: bytes.len(),
            max: options.max_bytes,
        });
    }
    let format = sniff::sniff(bytes)?;
    let mut raw = match format {
        Format::Jpeg => jpeg::decode(bytes, options)?,
        Format::Png => png::decode(bytes, options)?,
        Format::WebP => webp::decode(bytes, options)?,
    };
    let stored = (raw.pixels.width(), raw.pixels.height());
    if let Some(side) = options.max_side {
        raw.pixels = resize::shrink_into(raw.pixels, side);
        raw.alpha = raw.alpha.map(|alpha| resize::shrink_into(alpha, side));
    }
    let profile_converted = raw
        .icc
        .is_some_and(|profile| icc::to_srgb(&mut raw.pixels, &profile));
    let turned = raw.orientation.swaps_sides();
    let orientation = raw.orientation;
    Ok(Photo {
        pixels: orientation.apply(raw.pixels),
        alpha: raw.alpha.map(|alpha| orientation.apply(alpha)),
        format,
        original: if turned { (stored.1, stored.0) } else { stored },
        animated: raw.animated,
        print_colors: raw.print_colors,
        profile_converted,
    })
}

/// Refuses sizes outside the limits; every decoder calls it before it allocates pixels.
fn check_size(width: u64, height: u64, options: &DecodeOptions) -> Result<(), PhotoError> {
    if width == 0 || height == 0 {
        return Err(PhotoError::Damaged {
            detail: "the header says that a side is 0 pixels".to_owned(),
        });
    }
    if width.saturating_mul(height) > options.max_pixels {
        return Err(PhotoError::TooManyPixels {
            width,
            height,
            max: options.max_pixels,
        });
    }
    if width.max(height) < u64::from(options.min_side) {
        return Err(PhotoError::TooSmall {
            width,
            height,
            min: options.min_side,
        });
    }
    Ok(())
}

/// Splits RGBA bytes into colour on white and alpha; `None` for the alpha when all of it is opaque.
fn split_alpha(width: u32, height: u32, rgba: &[u8]) -> Option<(Rgb, Option<Gray>)> {
    use rayon::prelude::*;
    let count = width as usize * height as usize;
    let mut rgb = vec![0_u8; count * 3];
    let opaque = rgb
        .par_chunks_mut(3 * 65_536)
        .zip(rgba.par_chunks(4 * 65_536))
        .map(|(out, from)| {
            let mut opaque = true;
            for (to, pixel) in out.chunks_exact_mut(3).zip(from.chunks_exact(4)) {
                let alpha = u32::from(pixel[3]);
                opaque &= alpha == 255;
                for (to, value) in to.iter_mut().zip(&pixel[..3]) {
                    let mixed = u32::from(*value) * alpha + 255 * (255 - alpha);
                    *to = ((mixed + 127) / 255) as u8;
                }
            }
            opaque
        })
        .reduce(|| true, |a, b| a && b);
    let alpha = if opaque {
        None
    } else {
        let alpha = rgba.chunks_exact(4).map(|pixel| pixel[3]).collect();
        Some(Gray::from_data(width, height, alpha)?)
    };
    Some((Rgb::from_data(width, height, rgb)?, alpha))
}
