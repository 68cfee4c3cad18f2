//! Pixels become files: JPEG for people and marketplaces, PNG for what needs alpha.
//!
//! Nothing but pixels is written: no metadata, no profile (sRGB is what a
//! file without one means everywhere).

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::image::{Gray, Image, Rgb, Rgba};

/// Lowest JPEG quality that [`jpeg_under`] goes down to before it gives up.
pub const LEAST_QUALITY: u8 = 40;

/// Why pixels could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    /// A side is 0, or over 65,535 pixels for JPEG.
    #[error("an image of {width}x{height} pixels cannot be encoded")]
    Size {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// Even the lowest quality does not fit.
    #[error("the image needs {least} bytes at quality {LEAST_QUALITY}, more than {max}")]
    TooLarge {
        /// Bytes at the lowest quality.
        least: usize,
        /// The limit in bytes.
        max: usize,
    },
    /// The encoder refused.
    #[error("the encoder refused: {0}")]
    Encoder(String),
}

/// A baseline JPEG, 4:2:0; `quality` runs from 1 to 100.
///
/// # Errors
/// A side is 0 or over 65,535 pixels.
pub fn jpeg(image: &Rgb, quality: u8) -> Result<Vec<u8>, EncodeError> {
    let size = || EncodeError::Size {
        width: image.width(),
        height: image.height(),
    };
    let width = u16::try_from(image.width()).map_err(|_| size())?;
    let height = u16::try_from(image.height()).map_err(|_| size())?;
    if width == 0 || height == 0 {
        return Err(size());
    }
    let mut out = Vec::with_capacity(image.data().len() / 8);
    let mut encoder = Encoder::new(&mut out, quality.clamp(1, 100));
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder
        .encode(image.data(), width, height, ColorType::Rgb)
        .map_err(|error| EncodeError::Encoder(error.to_string()))?;
    Ok(out)
}

/// The best JPEG of at most `max_bytes`, not above `quality`; nearly always the first try.
///
/// # Errors
/// As [`jpeg`], or not even [`LEAST_QUALITY`] fits.
pub fn jpeg_under(image: &Rgb, quality: u8, max_bytes: usize) -> Result<Vec<u8>, EncodeError> {
    let first = jpeg(image, quality)?;
    if first.len() <= max_bytes {
        return Ok(first);
    }
    drop(first);
    let (mut fits, mut over) = (LEAST_QUALITY, quality.max(LEAST_QUALITY + 1));
    let mut best = jpeg(image, fits)?;
    if best.len() > max_bytes {
        return Err(EncodeError::TooLarge {
            least: best.len(),
            max: max_bytes,
        });
    }
    while over - fits > 1 {
        let middle = fits.midpoint(over);
        let tried = jpeg(image, middle)?;
        if tried.len() <= max_bytes {
            fits = middle;
            best = tried;
        } else {
            over = middle;
        }
    }
    Ok(best)
}

/// A PNG with alpha, made for speed rather than the last percent of size.
///
/// # Errors
/// A side is 0.
pub fn png_rgba(image: &Rgba) -> Result<Vec<u8>, EncodeError> {
    png(image, png::ColorType::Rgba)
}

/// A PNG without alpha.
///
/// # Errors
/// A side is 0.
pub fn png_rgb(image: &Rgb) -> Result<Vec<u8>, EncodeError> {
    png(image, png::ColorType::Rgb)
}

/// A PNG of one channel, such as a mask.
///
/// # Errors
/// A side is 0.
pub fn png_gray(image: &Gray) -> Result<Vec<u8>, EncodeError> {
    png(image, png::ColorType::Grayscale)
}

fn png<const CHANNELS: usize>(
    image: &Image<CHANNELS>,
    color: png::ColorType,
) -> Result<Vec<u8>, EncodeError> {
    if image.width() == 0 || image.height() == 0 {
        return Err(EncodeError::Size {
            width: image.width(),
            height: image.height(),
        });
    }
    let refused = |error: png::EncodingError| EncodeError::Encoder(error.to_string());
    let mut out = Vec::with_capacity(image.data().len() / 3);
    let mut encoder = png::Encoder::new(&mut out, image.width(), image.height());
    encoder.set_color(color);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().map_err(refused)?;
    writer.write_image_data(image.data()).map_err(refused)?;
    writer.finish().map_err(refused)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn busy(width: u32, height: u32) -> Rgb {
        let mut state = 7_u32;
        let data = (0..width * height * 3)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        Rgb::from_data(width, height, data).unwrap()
    }

    #[test]
    fn a_byte_limit_is_kept_with_the_best_quality() {
        let image = busy(200, 200);
        let free = jpeg(&image, 90).unwrap().len();
        let limit = free * 2 / 3;
        let under = jpeg_under(&image, 90, limit).unwrap();
        assert!(under.len() <= limit && under.len() > limit * 9 / 10);
        assert_eq!(jpeg_under(&image, 90, free).unwrap().len(), free);
        assert!(matches!(
            jpeg_under(&image, 90, 100),
            Err(EncodeError::TooLarge { .. })
        ));
    }

    #[test]
    fn impossible_sizes_are_refused() {
        assert!(jpeg(&Rgb::filled(0, 4, 0), 90).is_err());
        assert!(jpeg(&Rgb::filled(70_000, 1, 0), 90).is_err());
        assert!(png_rgba(&Rgba::filled(0, 0, 0)).is_err());
    }
}
