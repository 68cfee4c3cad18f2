//! The network that is part of the program, made by `models/cutout`.
//!
//! It is small and was trained for a short time: it is asked for its opinion
//! on the divisions that colours lead to, and does not decide alone.

use std::sync::OnceLock;

use super::{OnnxPrior, Prior, PriorError, ProbabilityMap, Standing};
use crate::image::Rgb;

const NETWORK: &[u8] = include_bytes!("../../../../../models/cutout/cutout.onnx");

/// The sides at which the network is asked, in pixels: whole things are seen in the smaller, their outlines in the larger.
const SIDES: [usize; 2] = [160, 224];

/// The built-in network as a prior: the mean of what it says of a photo and of its mirror image, each small and larger.
pub struct BuiltInPrior(OnnxPrior);

impl BuiltInPrior {
    /// The network, read once; `None` when it can't be run here, where the
    /// cut goes on without it.
    pub fn get() -> Option<&'static Self> {
        static READ: OnceLock<Option<BuiltInPrior>> = OnceLock::new();
        READ.get_or_init(|| OnnxPrior::from_bytes(NETWORK).ok().map(Self::new))
            .as_ref()
    }

    /// Another network in the same role, to measure it.
    pub fn new(network: OnnxPrior) -> Self {
        Self(network)
    }

    /// The sizes at which it is asked, the largest last; a network that takes one size only is asked at that.
    fn sizes(&self) -> Vec<(usize, usize)> {
        if self.0.is_open() {
            SIDES.map(|side| (side, side)).to_vec()
        } else {
            vec![self.0.size()]
        }
    }
}

impl Prior for BuiltInPrior {
    fn side(&self) -> u32 {
        self.sizes().last().map_or(0, |size| size.0.max(size.1)) as u32
    }

    fn standing(&self) -> Standing {
        Standing::Voice
    }

    fn foreground(&self, working: &Rgb) -> Result<ProbabilityMap, PriorError> {
        let sizes = self.sizes();
        let (width, height) = sizes.last().copied().unwrap_or_default();
        let mut sum = vec![0.0_f32; width * height];
        let mirrored = mirror(working);
        for &size in &sizes {
            let seen = self.0.asked_at(working, size)?.resized(width, height);
            let other = self.0.asked_at(&mirrored, size)?.resized(width, height);
            let rows = seen.chunks_exact(width).zip(other.chunks_exact(width));
            for (sum, (row, other)) in sum.chunks_exact_mut(width).zip(rows) {
                for (sum, (a, b)) in sum.iter_mut().zip(row.iter().zip(other.iter().rev())) {
                    *sum += f32::midpoint(*a, *b) / sizes.len() as f32;
                }
            }
        }
        ProbabilityMap::new(width, height, sum)
            .ok_or_else(|| PriorError::Failed("the map has no pixels".to_owned()))
    }
}

/// Left and right exchanged.
fn mirror(photo: &Rgb) -> Rgb {
    let mut mirrored = photo.clone();
    let stride = photo.width() as usize * 3;
    for (row, source) in mirrored
        .data_mut()
        .chunks_exact_mut(stride)
        .zip(photo.data().chunks_exact(stride))
    {
        for (pixel, from) in row.chunks_exact_mut(3).zip(source.rchunks_exact(3)) {
            pixel.copy_from_slice(from);
        }
    }
    mirrored
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speckled(width: u32, height: u32) -> Rgb {
        let mut photo = Rgb::filled(width, height, 0);
        for (index, value) in photo.data_mut().iter_mut().enumerate() {
            *value = (index * 7919 % 251) as u8;
        }
        photo
    }

    /// A vase on a wall of nearly its colour, of the smaller size that the network is asked at.
    fn vase() -> Rgb {
        let mut photo = Rgb::filled(160, 160, 0);
        for y in 0..160_u32 {
            for x in 0..160_u32 {
                let inside = x.abs_diff(76).pow(2) * 4 + y.abs_diff(84).pow(2) < 3600;
                let noise = ((x * 31 + y * 17) % 7) as u8;
                photo.set_pixel(
                    x,
                    y,
                    if inside {
                        [150 + noise, 130, 120]
                    } else {
                        [160 - noise, 140, 60 + (y / 2) as u8]
                    },
                );
            }
        }
        photo
    }

    /// What ONNX Runtime makes of the vase with the same file, in parts of 255, at
    /// each 28th pixel from the 14th.
    const EXPECTED: [[u8; 8]; 8] = [
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 253, 54, 0, 0, 0],
        [0, 0, 12, 253, 253, 0, 0, 0],
        [0, 0, 248, 254, 254, 1, 0, 0],
        [0, 2, 239, 253, 253, 4, 1, 0],
        [0, 2, 139, 252, 252, 3, 1, 0],
        [0, 1, 2, 247, 247, 1, 1, 0],
        [0, 0, 0, 1, 1, 0, 0, 0],
    ];

    #[test]
    fn it_says_what_another_runtime_says() {
        let network = BuiltInPrior::get().expect("the shipped network can be read");
        let map = network.foreground(&vase()).unwrap();
        assert_eq!((map.width(), map.height()), (224, 224));
        for (row, expected) in EXPECTED.iter().enumerate() {
            for (column, &level) in expected.iter().enumerate() {
                let found = map.values()[(14 + 28 * row) * 224 + 14 + 28 * column] * 255.0;
                assert!(
                    (found - f32::from(level)).abs() <= 1.0,
                    "{found} instead of {level} at {column}, {row}"
                );
            }
        }
        assert!(NETWORK.len() < 1_100_000, "{} bytes", NETWORK.len());
    }

    #[test]
    fn left_and_right_are_the_same_to_it() {
        let network = BuiltInPrior::get().expect("the shipped network can be read");
        let map = network.foreground(&vase()).unwrap();
        let other = network.foreground(&mirror(&vase())).unwrap();
        let apart = map
            .values()
            .chunks_exact(map.width())
            .zip(other.values().chunks_exact(other.width()))
            .flat_map(|(row, other)| row.iter().zip(other.iter().rev()))
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f32::max);
        assert!(apart < 1e-3, "{apart}");
    }

    #[test]
    fn any_size_of_photo_gives_a_map() {
        let network = BuiltInPrior::get().expect("the shipped network can be read");
        for (width, height) in [(1, 1), (1, 300), (160, 160), (161, 7), (37, 500)] {
            let map = network.foreground(&speckled(width, height)).unwrap();
            assert!(map.values().iter().all(|value| (0.0..=1.0).contains(value)));
        }
    }
}
