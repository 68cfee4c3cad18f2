//! What a file is, by its first bytes.

use serde::{Deserialize, Serialize};

use super::{Feature, PhotoError};

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// JPEG, baseline or progressive.
    Jpeg,
    /// PNG.
    Png,
    /// WebP, lossy or lossless.
    WebP,
}

/// Tells the format; known but unread formats come back as their own error.
pub(super) fn sniff(bytes: &[u8]) -> Result<Format, PhotoError> {
    let at = |from: usize, magic: &[u8]| bytes.get(from..from + magic.len()) == Some(magic);
    if at(0, &[0xff, 0xd8, 0xff]) {
        return Ok(Format::Jpeg);
    }
    if at(0, b"\x89PNG\r\n\x1a\n") {
        return Ok(Format::Png);
    }
    if at(0, b"RIFF") && at(8, b"WEBP") {
        return Ok(Format::WebP);
    }
    let feature = if at(4, b"ftyp") {
        match bytes.get(8..12) {
            Some(b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1") => {
                Feature::Heic
            }
            Some(b"avif" | b"avis") => Feature::Avif,
            _ => Feature::Video,
        }
    } else if at(0, b"GIF8") {
        Feature::Gif
    } else if at(0, b"II*\0") || at(0, b"MM\0*") {
        Feature::Tiff
    } else if at(0, b"BM") {
        Feature::Bmp
    } else if at(0, &[0xff, 0x0a]) || at(0, b"\0\0\0\x0cJXL ") {
        Feature::JpegXl
    } else if at(0, b"%PDF") {
        Feature::Pdf
    } else if at(0, b"<svg") || (at(0, b"<?xml") && find(bytes, b"<svg")) {
        Feature::Svg
    } else if at(0, &[0x1a, 0x45, 0xdf, 0xa3]) || (at(0, b"RIFF") && at(8, b"AVI ")) {
        Feature::Video
    } else if bytes.len() < 12 && (b"\x89PNG\r\n\x1a\n".starts_with(bytes) || at(0, &[0xff, 0xd8]))
    {
        return Err(PhotoError::Truncated);
    } else {
        return Err(PhotoError::NotAPicture);
    };
    Err(PhotoError::Unsupported(feature))
}

/// Whether the first kilobyte holds `needle`.
fn find(bytes: &[u8], needle: &[u8]) -> bool {
    bytes[..bytes.len().min(1024)]
        .windows(needle.len())
        .any(|window| window == needle)
}
