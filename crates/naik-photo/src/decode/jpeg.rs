//! JPEG: baseline and progressive, grey, YCbCr, RGB, CMYK and YCCK.

use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::{DecodeOptions, Feature, PhotoError, Raw, check_size, exif};
use crate::image::Rgb;

pub(super) fn decode(bytes: &[u8], options: &DecodeOptions) -> Result<Raw, PhotoError> {
    let frame = walk(bytes)?;
    check_size(u64::from(frame.width), u64::from(frame.height), options)?;
    let settings = DecoderOptions::default()
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .set_strict_mode(true)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), settings);
    decoder.decode_headers().map_err(damaged)?;
    let mut data = vec![0; usize::from(frame.width) * usize::from(frame.height) * 3];
    if decoder.output_buffer_size() != Some(data.len()) {
        return Err(damaged("the headers contradict each other"));
    }
    decoder.decode_into(&mut data).map_err(damaged)?;
    let pixels = Rgb::from_data(u32::from(frame.width), u32::from(frame.height), data)
        .ok_or_else(|| damaged("the pixels do not fill the frame"))?;
    Ok(Raw {
        pixels,
        alpha: None,
        orientation: decoder
            .exif()
            .map(|block| exif::orientation(block))
            .unwrap_or_default(),
        icc: decoder.icc_profile(),
        animated: false,
        print_colors: frame.components == 4,
    })
}

fn damaged(detail: impl std::fmt::Debug) -> PhotoError {
    PhotoError::Damaged {
        detail: format!("{detail:?}"),
    }
}

/// What the frame header says.
struct Frame {
    width: u16,
    height: u16,
    components: u8,
}

/// Walks the markers once, without decoding: the size is known before anything is allocated,
/// and a file whose end is missing (a broken transfer) is told from a damaged one.
fn walk(bytes: &[u8]) -> Result<Frame, PhotoError> {
    let mut at = 2;
    let mut frame = None;
    loop {
        // A marker is 0xff, fill bytes 0xff, and a code that is neither 0 nor 0xff.
        let code = loop {
            let [first, second] = pair(bytes, at)?;
            if first != 0xff {
                return Err(damaged("a marker was expected"));
            }
            at += 1;
            if second != 0xff {
                break second;
            }
        };
        at += 1;
        match code {
            // End of the image before any scan.
            0xd9 => return Err(damaged("the picture has no scan")),
            0x01 | 0xd0..=0xd8 => continue,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes(pair(bytes, at)?));
        if length < 2 {
            return Err(damaged("a segment is shorter than its own length field"));
        }
        let body = bytes
            .get(at + 2..at + length)
            .ok_or(PhotoError::Truncated)?;
        at += length;
        match code {
            0xc0..=0xc2 => {
                let &[precision, h1, h0, w1, w0, components, ..] = body else {
                    return Err(damaged("the frame header is too short"));
                };
                if precision != 8 {
                    return Err(PhotoError::Unsupported(Feature::RareJpeg));
                }
                frame = Some(Frame {
                    width: u16::from_be_bytes([w1, w0]),
                    height: u16::from_be_bytes([h1, h0]),
                    components,
                });
            }
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Err(PhotoError::Unsupported(Feature::RareJpeg));
            }
            0xda => break,
            _ => {}
        }
    }
    let frame = frame.ok_or_else(|| damaged("a scan comes before the frame header"))?;
    if ends(bytes.get(at..).unwrap_or_default()) {
        Ok(frame)
    } else {
        Err(PhotoError::Truncated)
    }
}

/// Whether scan data holds the end-of-image marker; inside a scan 0xff is always followed by 0, so the bytes cannot occur by chance.
fn ends(scan: &[u8]) -> bool {
    // Nearly always the last two bytes; editors and motion photos put things behind it.
    scan.ends_with(&[0xff, 0xd9]) || scan.windows(2).any(|two| two == [0xff, 0xd9])
}

fn pair(bytes: &[u8], at: usize) -> Result<[u8; 2], PhotoError> {
    match bytes.get(at..at + 2) {
        Some(&[first, second]) => Ok([first, second]),
        _ => Err(PhotoError::Truncated),
    }
}
