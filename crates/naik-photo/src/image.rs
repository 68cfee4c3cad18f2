//! Pixels in memory: 8-bit, interleaved, row by row, sRGB, without metadata.

use serde::{Deserialize, Serialize};

/// A point in pixels from the top left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Pixels from the left edge.
    pub x: f32,
    /// Pixels from the top edge.
    pub y: f32,
}

/// A rectangle in whole pixels; empty when a side is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rect {
    /// Left edge.
    pub x: u32,
    /// Top edge.
    pub y: u32,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// An image of `CHANNELS` bytes a pixel.
#[derive(Clone, PartialEq, Eq)]
pub struct Image<const CHANNELS: usize> {
    width: u32,
    height: u32,
    data: Vec<u8>,
}

/// Colour without alpha.
pub type Rgb = Image<3>;
/// Colour with straight (not premultiplied) alpha.
pub type Rgba = Image<4>;
/// One channel: an alpha, a mask or a map; 0 is nothing, 255 is all.
pub type Gray = Image<1>;

impl<const CHANNELS: usize> Image<CHANNELS> {
    /// An image of one value in every byte.
    pub fn filled(width: u32, height: u32, value: u8) -> Self {
        let len = width as usize * height as usize * CHANNELS;
        Self {
            width,
            height,
            data: vec![value; len],
        }
    }

    /// Takes over `data`; `None` unless its length is `width * height * CHANNELS`.
    pub fn from_data(width: u32, height: u32, data: Vec<u8>) -> Option<Self> {
        let len = (width as usize)
            .checked_mul(height as usize)?
            .checked_mul(CHANNELS)?;
        (data.len() == len).then_some(Self {
            width,
            height,
            data,
        })
    }

    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// All bytes, row by row.
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// All bytes, to change.
    pub fn data_mut(&mut self) -> &mut [u8] {
        &mut self.data
    }

    /// The bytes alone.
    pub fn into_data(self) -> Vec<u8> {
        self.data
    }

    /// The pixel at `x`, `y`; both must lie inside.
    pub fn pixel(&self, x: u32, y: u32) -> [u8; CHANNELS] {
        let start = (y as usize * self.width as usize + x as usize) * CHANNELS;
        let mut pixel = [0; CHANNELS];
        pixel.copy_from_slice(&self.data[start..start + CHANNELS]);
        pixel
    }

    /// Sets the pixel at `x`, `y`; both must lie inside.
    pub fn set_pixel(&mut self, x: u32, y: u32, pixel: [u8; CHANNELS]) {
        let start = (y as usize * self.width as usize + x as usize) * CHANNELS;
        self.data[start..start + CHANNELS].copy_from_slice(&pixel);
    }
}

impl<const CHANNELS: usize> std::fmt::Debug for Image<CHANNELS> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Image<{CHANNELS}> {}x{}", self.width, self.height)
    }
}
