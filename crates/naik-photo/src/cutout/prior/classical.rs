//! The built-in prior: no network, no training data, nothing to download.

use super::connectivity::{Cues, stretch};
use super::superpixels::Superpixels;
use super::{Prior, PriorError, ProbabilityMap, Standing};
use crate::cutout::working::Working;
use crate::image::Rgb;

/// Number of patches that cues are computed on.
const PATCHES: usize = 300;

/// Background connectivity, contrast against the background, colour paths to
/// the border and closeness to the centre, in one probability.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClassicalPrior;

impl Prior for ClassicalPrior {
    fn foreground(&self, working: &Rgb) -> Result<ProbabilityMap, PriorError> {
        let working = Working::new(working, working.width().max(working.height()));
        ProbabilityMap::new(working.width, working.height, probability(&working))
            .ok_or_else(|| PriorError::Failed("the photo has no pixels".to_owned()))
    }

    fn standing(&self) -> Standing {
        Standing::Guess
    }
}

/// The probability of each working pixel.
pub(in crate::cutout) fn probability(working: &Working) -> Vec<f32> {
    let superpixels = Superpixels::new(working, PATCHES);
    let cues = Cues::new(&superpixels);
    let mut geodesic = cues.geodesic.clone();
    stretch(&mut geodesic);
    let longer = working.width.max(working.height) as f32;
    let middle = [
        working.width as f32 / longer / 2.0,
        working.height as f32 / longer / 2.0,
    ];
    let mut mixed: Vec<f32> = superpixels
        .patches
        .iter()
        .enumerate()
        .map(|(index, patch)| {
            let away = ((patch.place[0] - middle[0]) / middle[0]).powi(2)
                + ((patch.place[1] - middle[1]) / middle[1]).powi(2);
            let centre = (-away / 1.2).exp();
            let saliency = cues.smooth[index]
                + 0.5 * geodesic[index]
                + 0.3 * cues.contrast[index] * (1.0 - cues.background[index]);
            saliency * (0.3 + 0.7 * centre)
        })
        .collect();
    stretch(&mut mixed);
    superpixels.spread(&mixed)
}
