//! Where the product probably is, before any cut.
//!
//! One small trait: the built-in classical prior and a segmentation network
//! given by the user are interchangeable. A prior says "probable", never
//! "sure": the graph cut may overrule it anywhere.

mod built_in;
mod classical;
mod connectivity;
mod onnx;
mod superpixels;

pub use built_in::BuiltInPrior;
pub use classical::ClassicalPrior;
pub(super) use classical::probability;
pub use onnx::{Normalisation, OnnxPrior};

use naik_core::message::{Explain, Message};

use crate::image::Rgb;

/// A probability for each pixel that it belongs to the product.
#[derive(Clone, Debug, PartialEq)]
pub struct ProbabilityMap {
    width: usize,
    height: usize,
    values: Vec<f32>,
}

impl ProbabilityMap {
    /// Takes over `values`, row by row, clamped to 0..1 (what is no number
    /// becomes 0.5); `None` unless there are `width * height` of them and at
    /// least one.
    pub fn new(width: usize, height: usize, mut values: Vec<f32>) -> Option<Self> {
        if values.is_empty() || width.checked_mul(height) != Some(values.len()) {
            return None;
        }
        for value in &mut values {
            *value = if value.is_nan() {
                0.5
            } else {
                value.clamp(0.0, 1.0)
            };
        }
        Some(Self {
            width,
            height,
            values,
        })
    }

    /// Width in pixels.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Height in pixels.
    pub fn height(&self) -> usize {
        self.height
    }

    /// The probabilities, row by row.
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// The map at another size, bilinear between pixel centres.
    pub(super) fn resized(&self, width: usize, height: usize) -> Vec<f32> {
        let place = |index: usize, length: usize, own: usize| {
            let at = (index as f32 + 0.5) * own as f32 / length as f32 - 0.5;
            let low = at.floor().clamp(0.0, (own - 1) as f32);
            let high = (low as usize + 1).min(own - 1);
            (low as usize, high, (at - low).clamp(0.0, 1.0))
        };
        let columns: Vec<_> = (0..width).map(|x| place(x, width, self.width)).collect();
        let mut out = Vec::with_capacity(width * height);
        for y in 0..height {
            let (top, bottom, down) = place(y, height, self.height);
            for &(left, right, across) in &columns {
                let mix = |row: usize| {
                    let row = &self.values[row * self.width..];
                    row[left] * (1.0 - across) + row[right] * across
                };
                out.push(mix(top) * (1.0 - down) + mix(bottom) * down);
            }
        }
        out
    }
}

/// What a prior's word weighs against guesses from colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is one of these guesses itself.
    Guess,
    /// It has an idea of objects: a voice among the measures that choose.
    Voice,
    /// It has learned well what objects are: where it leads wins.
    Objects,
}

/// A source of [`ProbabilityMap`]s.
pub trait Prior: Sync {
    /// Says where the product of `working`, a photo of a few hundred pixels,
    /// probably is. The map may have any size; it is stretched over the photo.
    ///
    /// # Errors
    /// [`PriorError`] when the model can't work on this picture.
    fn foreground(&self, working: &Rgb) -> Result<ProbabilityMap, PriorError>;

    /// The longer side in pixels of the copy it wants to see.
    fn side(&self) -> u32 {
        360
    }

    /// What its word weighs.
    fn standing(&self) -> Standing {
        Standing::Objects
    }
}

/// Why a prior gave no map.
#[derive(Debug, thiserror::Error)]
pub enum PriorError {
    /// The bytes are no model that can be run.
    #[error("the model can't be read: {0}")]
    Unreadable(String),
    /// The model is not "one image in, one mask out".
    #[error("the model doesn't take one image and give one mask: {0}")]
    Shape(String),
    /// The model failed on this picture.
    #[error("the model failed: {0}")]
    Failed(String),
}

impl Explain for PriorError {
    fn explain(&self) -> Message {
        let (key, reason) = match self {
            Self::Unreadable(reason) => ("cutout-model-unreadable", reason),
            Self::Shape(reason) => ("cutout-model-shape", reason),
            Self::Failed(reason) => ("cutout-model-failed", reason),
        };
        Message::new(key).with("reason", reason)
    }
}
