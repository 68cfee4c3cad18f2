//! PNG: every colour type and depth, brought to 8 bits.

use std::io::Cursor;

use png::{ColorType, Decoder, DecodingError, Limits, Transformations};

use super::{DecodeOptions, PhotoError, Raw, check_size, exif, split_alpha};
use crate::image::Rgb;

/// Bytes that chunks other than the pixels may take up while they are read.
const CHUNK_BYTES: usize = 64 * 1024 * 1024;

pub(super) fn decode(bytes: &[u8], options: &DecodeOptions) -> Result<Raw, PhotoError> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: CHUNK_BYTES });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.set_ignore_text_chunk(true);
    let header = decoder.read_header_info().map_err(error)?;
    let (width, height) = (header.width, header.height);
    check_size(u64::from(width), u64::from(height), options)?;
    let mut reader = decoder.read_info().map_err(error)?;
    let info = reader.info();
    let icc = info.icc_profile.as_ref().map(|profile| profile.to_vec());
    let orientation = info
        .exif_metadata
        .as_ref()
        .map(|block| exif::orientation(block))
        .unwrap_or_default();
    let animated = info
        .animation_control()
        .is_some_and(|control| control.num_frames > 1);
    let size = reader
        .output_buffer_size()
        .ok_or_else(|| damaged("the size does not fit into memory"))?;
    let mut data = vec![0; size];
    let frame = reader.next_frame(&mut data).map_err(error)?;
    // An animation's first frame may be smaller than its canvas.
    let (width, height) = (frame.width, frame.height);
    check_size(u64::from(width), u64::from(height), options)?;
    data.truncate(frame.buffer_size());
    let mismatch = || damaged("the pixels do not fill the frame");
    let (pixels, alpha) = match frame.color_type {
        ColorType::Rgb => (
            Rgb::from_data(width, height, data).ok_or_else(mismatch)?,
            None,
        ),
        ColorType::Rgba => split_alpha(width, height, &data).ok_or_else(mismatch)?,
        ColorType::Grayscale => {
            let spread = data.iter().flat_map(|&v| [v, v, v]).collect();
            (
                Rgb::from_data(width, height, spread).ok_or_else(mismatch)?,
                None,
            )
        }
        ColorType::GrayscaleAlpha => {
            let spread: Vec<u8> = data
                .chunks_exact(2)
                .flat_map(|v| [v[0], v[0], v[0], v[1]])
                .collect();
            split_alpha(width, height, &spread).ok_or_else(mismatch)?
        }
        ColorType::Indexed => return Err(damaged("the palette is missing")),
    };
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
