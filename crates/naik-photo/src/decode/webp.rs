//! WebP: lossy, lossless, and the first frame of a moving one.

use std::io::Cursor;

use image_webp::{DecodingError, WebPDecoder};

use super::{DecodeOptions, PhotoError, Raw, check_size, exif, split_alpha};
use crate::image::Rgb;

/// Bytes that metadata chunks may take up.
const CHUNK_BYTES: usize = 64 * 1024 * 1024;

pub(super) fn decode(bytes: &[u8], options: &DecodeOptions) -> Result<Raw, PhotoError> {
    let declared = bytes
        .get(4..8)
        .and_then(|four| four.try_into().ok())
        .map_or(0, |four| u64::from(u32::from_le_bytes(four)) + 8);
    if declared > bytes.len() as u64 {
        return Err(PhotoError::Truncated);
    }
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(error)?;
    decoder.set_memory_limit(CHUNK_BYTES);
    let (width, height) = decoder.dimensions();
    check_size(u64::from(width), u64::from(height), options)?;
    let icc = decoder.icc_profile().map_err(error)?;
    let orientation = decoder
        .exif_metadata()
        .map_err(error)?
        .map(|block| exif::orientation(&block))
        .unwrap_or_default();
    let animated = decoder.is_animated();
    let size = decoder
        .output_buffer_size()
        .ok_or_else(|| damaged("the size does not fit into memory"))?;
    let mut data = vec![0; size];
    decoder.read_image(&mut data).map_err(error)?;
    let (pixels, alpha) = if decoder.has_alpha() {
        split_alpha(width, height, &data)
    } else {
        Rgb::from_data(width, height, data).map(|pixels| (pixels, None))
    }
    .ok_or_else(|| damaged("the pixels do not fill the frame"))?;
    Ok(Raw {
        pixels,
        alpha,
        orientation,
        icc,
        animated,
        print_colors: false,
    })
}

fn damaged(detail: &str) -> PhotoError {
    PhotoError::Damaged {
        detail: detail.to_owned(),
    }
}

fn error(error: DecodingError) -> PhotoError {
    match error {
        DecodingError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            PhotoError::Truncated
        }
        other => PhotoError::Damaged {
            detail: other.to_string(),
        },
    }
}
