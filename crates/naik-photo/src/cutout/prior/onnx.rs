//! A segmentation network as prior: any ONNX file that takes one image and
//! gives one mask, such as the U2-Net and IS-Net families.

use rten::{Dimension, Model, NodeId, TryFromValueError, Value};

use super::{Prior, PriorError, ProbabilityMap};
use crate::cutout::working::shrink;
use crate::image::Rgb;

/// How pixel values enter a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Normalisation {
    /// Value over 255, minus (0.485, 0.456, 0.406), over (0.229, 0.224, 0.225): U2-Net and most others.
    ImageNet,
    /// Value over 255, minus one half: IS-Net.
    Centred,
}

/// A prior that asks a network.
pub struct OnnxPrior {
    model: Model,
    input: NodeId,
    output: NodeId,
    width: usize,
    height: usize,
    /// Whether the file leaves the size of the picture open.
    is_open: bool,
    normalisation: Normalisation,
}

/// Input side when the file leaves it open.
const OPEN_SIDE: usize = 320;
/// Input side of the IS-Net family.
const CENTRED_SIDE: usize = 1024;
/// No network with a larger fixed input is run: it would not fit in memory.
const LARGEST_SIDE: usize = 2048;

impl OnnxPrior {
    /// Reads a model: one input of shape 1x3xHxW (open sizes become 320), the
    /// first output a mask. Files of 1024x1024 are taken for IS-Net's
    /// normalisation, all others for ImageNet's; see [`Self::with_normalisation`].
    ///
    /// # Errors
    /// [`PriorError::Unreadable`] when the bytes are no model that can be run,
    /// [`PriorError::Shape`] when it does not take one three-channel image.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PriorError> {
        let model = apart(|| Model::load(bytes.to_vec()))
            .ok_or_else(|| PriorError::Unreadable("it stopped".to_owned()))?
            .map_err(|e| PriorError::Unreadable(e.to_string()))?;
        let [input] = *model.input_ids() else {
            return Err(PriorError::Shape(format!(
                "{} inputs",
                model.input_ids().len()
            )));
        };
        let Some(&output) = model.output_ids().first() else {
            return Err(PriorError::Shape("no output".to_owned()));
        };
        let shape = model.input_shape(0).unwrap_or_default();
        let side = |dimension: &Dimension| match dimension {
            Dimension::Fixed(size) => *size,
            Dimension::Symbolic(_) => OPEN_SIDE,
        };
        let is_symbol = |dimension: &Dimension| matches!(dimension, Dimension::Symbolic(_));
        let (height, width, is_open) = match shape.as_slice() {
            [_, channels, height, width] if !matches!(channels, Dimension::Fixed(count) if *count != 3) => {
                (
                    side(height),
                    side(width),
                    is_symbol(height) && is_symbol(width),
                )
            }
            // Some exporters leave the whole shape out.
            [] => (OPEN_SIDE, OPEN_SIDE, false),
            other => return Err(PriorError::Shape(format!("input shape {other:?}"))),
        };
        let possible = 1..=LARGEST_SIDE;
        if !possible.contains(&width) || !possible.contains(&height) {
            return Err(PriorError::Shape(format!(
                "input of {width}x{height} pixels"
            )));
        }
        let normalisation = if width == CENTRED_SIDE && height == CENTRED_SIDE {
            Normalisation::Centred
        } else {
            Normalisation::ImageNet
        };
        Ok(Self {
            model,
            input,
            output,
            width,
            height,
            is_open,
            normalisation,
        })
    }

    /// Width and height of the picture that it takes; a usual size where it takes any.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// Whether it takes pictures of any size.
    pub(super) fn is_open(&self) -> bool {
        self.is_open
    }

    /// The same model fed in another way.
    #[must_use]
    pub fn with_normalisation(self, normalisation: Normalisation) -> Self {
        Self {
            normalisation,
            ..self
        }
    }

    /// The photo stretched to a size, channel by channel.
    fn input_values(&self, photo: &Rgb, size: (usize, usize)) -> Vec<f32> {
        let small = shrink(photo, size.0.max(size.1) as u32);
        let (width, height) = (small.width() as usize, small.height() as usize);
        let (mean, deviation) = match self.normalisation {
            Normalisation::ImageNet => ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
            Normalisation::Centred => ([0.5; 3], [1.0; 3]),
        };
        let mut values = Vec::with_capacity(3 * size.0 * size.1);
        for channel in 0..3 {
            let plane = small
                .data()
                .iter()
                .skip(channel)
                .step_by(3)
                .map(|&value| f32::from(value) / 255.0)
                .collect();
            let plane = ProbabilityMap::new(width, height, plane)
                .map(|map| map.resized(size.0, size.1))
                .unwrap_or_default();
            values.extend(
                plane
                    .into_iter()
                    .map(|v| (v - mean[channel]) / deviation[channel]),
            );
        }
        values
    }
}

impl OnnxPrior {
    /// What it says of the photo stretched to `size`, width and height; a network of one size sees no other.
    pub(super) fn asked_at(
        &self,
        working: &Rgb,
        size: (usize, usize),
    ) -> Result<ProbabilityMap, PriorError> {
        let failed = |reason: String| PriorError::Failed(reason);
        let input = Value::from_shape([1, 3, size.1, size.0], self.input_values(working, size))
            .map_err(|e| failed(e.to_string()))?;
        let mut found = apart(|| {
            self.model
                .run(vec![(self.input, input.into())], &[self.output], None)
        })
        .ok_or_else(|| failed("it stopped".to_owned()))?
        .map_err(|e| failed(e.to_string()))?;
        let mask = found.pop().ok_or_else(|| failed("no output".to_owned()))?;
        let (shape, mut values) = plain_values(mask)
            .ok_or_else(|| PriorError::Shape("the output is no map of real numbers".to_owned()))?;
        let (Some(&width), Some(&height)) = (
            shape.last(),
            shape.len().checked_sub(2).and_then(|at| shape.get(at)),
        ) else {
            return Err(PriorError::Shape(format!("output shape {shape:?}")));
        };
        if width * height == 0 || values.len() < width * height {
            return Err(PriorError::Shape(format!("output shape {shape:?}")));
        }
        values.truncate(width * height);
        if values.iter().any(|value| !(-0.01..=1.01).contains(value)) {
            // Raw scores instead of probabilities.
            for value in &mut values {
                *value = 1.0 / (1.0 + (-*value).exp());
            }
        }
        ProbabilityMap::new(width, height, values)
            .ok_or_else(|| PriorError::Shape(format!("output shape {shape:?}")))
    }
}

/// Does `work` on a thread of its own and waits; `None` when that can't be started or panics.
///
/// The network has its own pool of threads. A worker of our pool that waited
/// for it would begin another photo meanwhile, and another in that one's wait.
fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .name("network".to_owned())
            .spawn_scoped(scope, work)
            .ok()?
            .join()
            .ok()
    })
}

/// Shape and values of a map of 2, 3 or 4 dimensions.
fn plain_values(value: Value) -> Option<(Vec<usize>, Vec<f32>)> {
    fn with_rank<const RANK: usize>(
        found: Result<([usize; RANK], Vec<f32>), TryFromValueError>,
    ) -> Option<(Vec<usize>, Vec<f32>)> {
        found.ok().map(|(shape, values)| (shape.to_vec(), values))
    }
    with_rank(value.clone().into_shape_vec::<f32, 4>())
        .or_else(|| with_rank(value.clone().into_shape_vec::<f32, 3>()))
        .or_else(|| with_rank(value.into_shape_vec::<f32, 2>()))
}

impl Prior for OnnxPrior {
    fn side(&self) -> u32 {
        self.width.max(self.height) as u32
    }

    fn foreground(&self, working: &Rgb) -> Result<ProbabilityMap, PriorError> {
        self.asked_at(working, self.size())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cutout::{CutOptions, Guidance, cut};

    /// One 1x1 convolution and a sigmoid that call red "product"; made by
    /// `tests/fixtures/red_is_product.py`.
    const RED_IS_PRODUCT: &[u8] = include_bytes!("../../../tests/fixtures/red_is_product.onnx");

    fn red_disc() -> Rgb {
        let mut photo = Rgb::filled(96, 80, 0);
        for y in 0..80 {
            for x in 0..96 {
                let noise = ((x * 7 + y * 13) % 11) as u8;
                let inside = (x as f32 - 60.0).hypot(y as f32 - 40.0) < 20.0;
                photo.set_pixel(
                    x,
                    y,
                    if inside {
                        [200 + noise, 30, 30]
                    } else {
                        [60, 90 + noise, 120 + 2 * noise]
                    },
                );
            }
        }
        photo
    }

    #[test]
    fn a_network_says_where_the_product_is() {
        let prior = OnnxPrior::from_bytes(RED_IS_PRODUCT).unwrap();
        let map = prior.foreground(&red_disc()).unwrap();
        let at = |x: usize, y: usize| {
            map.values()[y * map.height() / 80 * map.width() + x * map.width() / 96]
        };
        assert!(at(60, 40) > 0.9 && at(10, 10) < 0.1);
        let cutout = cut(
            &red_disc(),
            &Guidance::default(),
            Some(&prior),
            &CutOptions::default(),
        )
        .unwrap();
        assert_eq!(cutout.alpha.pixel(60, 40), [255]);
        assert_eq!(cutout.alpha.pixel(8, 8), [0]);
    }

    #[test]
    fn no_model_is_an_error() {
        assert!(matches!(
            OnnxPrior::from_bytes(b"GIF89a"),
            Err(PriorError::Unreadable(_))
        ));
        assert!(OnnxPrior::from_bytes(&[]).is_err());
    }
}
