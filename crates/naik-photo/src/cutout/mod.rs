//! The product without its background.
//!
//! Plain-ground test, or a prior and graph cuts from several seeds of which
//! the best is chosen by a score; then holes, a thin band, matting in it and
//! clean colours along the edge; and at the end how sure all this is.

mod color_model;
mod confidence;
mod edge;
mod fine;
pub mod foreground;
mod graph_cut;
mod guidance;
mod holes;
pub mod matting;
mod plain;
mod prepared;
mod prior;
mod reach;
mod region;
mod score;
mod seeds;
mod segment;
mod shadow;
mod working;

pub use guidance::{Guidance, Stroke};
pub use prepared::{Prepared, Sketch};
pub use prior::{
    BuiltInPrior, ClassicalPrior, Normalisation, OnnxPrior, Prior, PriorError, ProbabilityMap,
    Standing,
};
pub use score::{MEASURES, NetworkTraits, Traits};
pub use seeds::{Seed, Trial};

use naik_core::message::{Explain, Message};

use crate::image::{Gray, Rect, Rgb, Rgba};

/// Below this [`Cutout::confidence`] the background should stay.
pub const CONFIDENT: f32 = 0.86;

/// The shorter side below which a photo holds too little to divide, in pixels.
const LEAST_SIDE: u32 = 16;

/// Longer side of the copy on which starting points are tried, in pixels.
const TRIAL_SIDE: u32 = 200;

/// How to cut; the default is measured, not felt.
#[derive(Clone, Debug, PartialEq)]
pub struct CutOptions {
    /// Longer side in pixels of the copy on which product and background are
    /// told apart; 120 to 1000.
    pub working_side: u32,
}

impl Default for CutOptions {
    fn default() -> Self {
        Self { working_side: 360 }
    }
}

/// What the product stood on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// One smooth surface: paper, cloth, a table.
    Plain,
    /// Anything else.
    Scene,
}

/// A product cut out of its photo.
#[derive(Clone, Debug)]
pub struct Cutout {
    /// How much of each pixel is product, at the photo's size.
    pub alpha: Gray,
    /// Expected agreement with a perfect cut-out (intersection over union), 0 to 1.
    pub confidence: f32,
    /// What the confidence was computed from.
    pub traits: Traits,
    /// What the product stood on.
    pub ground: Ground,
    /// The smallest rectangle around everything that is at least half product; empty when nothing is.
    pub bounds: Rect,
    /// On plain ground: how much light the product takes from the ground, at
    /// the photo's size, 0 where it takes none.
    pub shadow: Option<Gray>,
    /// The starting point that won.
    pub seed: Seed,
    /// Every starting point that was tried, with its score, best first.
    pub trials: Vec<Trial>,
}

/// Why a photo can't be cut.
#[derive(Debug, thiserror::Error)]
pub enum CutError {
    /// Nothing can be told apart in so few pixels.
    #[error("the photo is {width}x{height} pixels; a cut-out needs at least {LEAST_SIDE} a side")]
    TooSmall {
        /// Width of the photo in pixels.
        width: u32,
        /// Height of the photo in pixels.
        height: u32,
    },
    /// The prior failed.
    #[error(transparent)]
    Prior(#[from] PriorError),
}

impl Explain for CutError {
    fn explain(&self) -> Message {
        match self {
            Self::TooSmall { width, height } => Message::new("cutout-too-small")
                .with("width", width)
                .with("height", height)
                .with("least", LEAST_SIDE),
            Self::Prior(error) => error.explain(),
        }
    }
}

/// Cuts the product out of `photo`.
///
/// Without a `prior` the [`BuiltInPrior`] is asked; with [`ClassicalPrior`] no
/// network is. `guidance` is obeyed strictly; an empty one changes nothing.
///
/// # Errors
/// [`CutError::TooSmall`] under 16 pixels a side; [`CutError::Prior`] when the
/// given prior fails. A photo in which no product is found is no error: the
/// alpha is empty and the confidence 0.
pub fn cut(
    photo: &Rgb,
    guidance: &Guidance,
    prior: Option<&dyn Prior>,
    options: &CutOptions,
) -> Result<Cutout, CutError> {
    Ok(Prepared::new(photo, prior, options)?.cut(photo, guidance))
}

impl Cutout {
    /// The product in its own colours, without what shone through from the background.
    pub fn foreground(&self, photo: &Rgb) -> Rgba {
        foreground::with_alpha(photo, &self.alpha)
    }
}

fn bounds(alpha: &Gray) -> Rect {
    let width = alpha.width() as usize;
    let (mut left, mut right, mut top, mut bottom) = (usize::MAX, 0, usize::MAX, 0);
    for (y, row) in alpha.data().chunks_exact(width).enumerate() {
        if let Some(first) = row.iter().position(|&value| value >= 128) {
            let last = row.iter().rposition(|&value| value >= 128).unwrap_or(first);
            left = left.min(first);
            right = right.max(last + 1);
            top = top.min(y);
            bottom = y + 1;
        }
    }
    if left == usize::MAX {
        return Rect::default();
    }
    Rect {
        x: left as u32,
        y: top as u32,
        width: (right - left) as u32,
        height: (bottom - top) as u32,
    }
}

#[cfg(test)]
mod tests;
