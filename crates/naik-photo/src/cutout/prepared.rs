//! A photo made ready to be cut again and again, as strokes come.
//!
//! What no stroke changes is computed once: small copies, the ground, what a
//! network says. A sketch stops at the size where the edge is matted, so that
//! a finger is answered at once; the whole cut goes on from the same matte.

use std::sync::OnceLock;

use super::guidance::Guidance;
use super::plain::PlainGround;
use super::prior::{self, BuiltInPrior, Prior, Standing};
use super::seeds::{self, Opinions, Seed, Trials};
use super::working::{self, Working};
use super::{CutError, CutOptions, Cutout, Ground, LEAST_SIDE, TRIAL_SIDE, bounds};
use super::{edge, fine, foreground, shadow};
use crate::image::{Gray, Rgb, Rgba};
use crate::resize;

/// A photo at the sizes where decisions are made; the photo itself is not kept.
pub struct Prepared {
    /// Width and height of the photo in pixels.
    size: (u32, u32),
    copy: Rgb,
    small: Working,
    working: Working,
    ground: PlainGround,
    opinions: Opinions,
    /// What a network that decides says at the size of `working`.
    network: Option<Vec<f32>>,
    /// Where each starting point leads without strokes.
    plain: OnceLock<Trials>,
}

/// A cut at moderate size, for the eye.
#[derive(Clone, Debug)]
pub struct Sketch {
    /// How much of each pixel of [`Prepared::copy`] is product.
    pub alpha: Gray,
    /// As [`Cutout::confidence`].
    pub confidence: f32,
}

/// A cut up to the size where the edge is matted.
struct Matted {
    trials: Trials,
    matte: edge::Matte,
}

impl Prepared {
    /// Looks at a photo; a given `prior` is asked here, and never again.
    ///
    /// # Errors
    /// As [`super::cut`].
    pub fn new(
        photo: &Rgb,
        prior: Option<&dyn Prior>,
        options: &CutOptions,
    ) -> Result<Self, CutError> {
        let (width, height) = (photo.width(), photo.height());
        if width.min(height) < LEAST_SIDE {
            return Err(CutError::TooSmall { width, height });
        }
        let longer = width.max(height);
        let copy = working::shrink(photo, edge::MATTING_SIDE);
        let small = Working::of_copy(&copy, TRIAL_SIDE, longer);
        let ground = PlainGround::fit(&small);
        let prior = prior.or_else(|| BuiltInPrior::get().map(|prior| prior as &dyn Prior));
        let standing = prior.map_or(Standing::Guess, Prior::standing);
        let known = match prior {
            Some(prior) if standing != Standing::Guess => {
                Some(prior.foreground(&working::shrink(&copy, prior.side()))?)
            }
            _ => None,
        };
        let opinions = Opinions {
            classical: match prior {
                Some(prior) if standing == Standing::Guess => prior
                    .foreground(&small.rgb)?
                    .resized(small.width, small.height),
                _ => prior::probability(&small),
            },
            network: known
                .as_ref()
                .map(|known| known.resized(small.width, small.height)),
            decides: standing == Standing::Objects,
        };
        let side = options.working_side.clamp(120, 1000);
        let working = Working::of_copy(&copy, side, longer);
        let network = known
            .filter(|_| standing == Standing::Objects)
            .map(|known| known.resized(working.width, working.height));
        Ok(Self {
            size: (width, height),
            copy,
            small,
            working,
            ground,
            opinions,
            network,
            plain: OnceLock::new(),
        })
    }

    /// Width and height of the photo in pixels: strokes are told in these.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// The photo with its longer side at most 1000 pixels.
    pub fn copy(&self) -> &Rgb {
        &self.copy
    }

    /// Bytes that it keeps in memory.
    pub fn bytes(&self) -> usize {
        let working = |working: &Working| working.len() * (3 + size_of::<[f32; 3]>());
        let floats = self.opinions.classical.len()
            + self.opinions.network.as_ref().map_or(0, Vec::len)
            + self.network.as_ref().map_or(0, Vec::len);
        self.copy.data().len()
            + working(&self.small)
            + working(&self.working)
            + floats * size_of::<f32>()
    }

    /// Cuts without strokes ahead of time: each cut with strokes goes on from there.
    pub fn begin(&self) {
        self.without_strokes();
    }

    /// The product alone in the photo's frame, its longer side at most `side` pixels (up to 1000), and how sure its cut is.
    pub fn view(&self, guidance: &Guidance, side: u32) -> (Rgba, f32) {
        let sketch = self.sketch(guidance);
        let alpha = resize::shrink(&sketch.alpha, side);
        let copy = resize::shrink(&self.copy, side);
        (foreground::with_alpha(&copy, &alpha), sketch.confidence)
    }

    /// Cuts at the size of [`Prepared::copy`]: what [`Prepared::cut`] makes of the same guidance, seen from afar.
    pub fn sketch(&self, guidance: &Guidance) -> Sketch {
        let Matted { trials, matte } = self.matted(guidance);
        let mut alpha = matte.alpha;
        let scale = alpha.width() as f32 / self.size.0.max(1) as f32;
        guidance.enforce(&mut alpha, scale);
        Sketch {
            alpha,
            confidence: trials.best().confidence(),
        }
    }

    /// Cuts `photo`, which must be the one that was looked at.
    pub fn cut(&self, photo: &Rgb, guidance: &Guidance) -> Cutout {
        let Matted { trials, matte } = self.matted(guidance);
        let mut alpha = edge::carry_up(photo, &self.copy, matte);
        guidance.enforce(&mut alpha, 1.0);
        let bounds = bounds(&alpha);
        // A ground that only looked plain at the border leads to a cut that leaves the photo.
        let seed = trials.list[0].seed;
        let plain = seed == Seed::Plain;
        let shadow = plain.then(|| shadow::layer(&self.ground, &self.small, &alpha));
        Cutout {
            alpha,
            confidence: trials.best().confidence(),
            traits: trials.best(),
            ground: if plain { Ground::Plain } else { Ground::Scene },
            bounds,
            shadow,
            seed,
            trials: trials.list,
        }
    }

    fn without_strokes(&self) -> &Trials {
        self.plain
            .get_or_init(|| self.tried(&Guidance::default(), None))
    }

    fn tried(&self, guidance: &Guidance, known: Option<&Trials>) -> Trials {
        let labels = guidance.at(&self.small);
        seeds::try_all(&self.small, &labels, &self.opinions, &self.ground, known)
    }

    fn matted(&self, guidance: &Guidance) -> Matted {
        let plain = self.without_strokes();
        let trials = if guidance.is_empty() {
            plain.clone()
        } else {
            self.tried(guidance, Some(plain))
        };
        let mask = fine::refine(
            &self.working,
            &guidance.at(&self.working),
            &trials.list[0],
            &self.ground,
            self.network.as_deref(),
        );
        let soft: Vec<f32> = mask
            .iter()
            .map(|&inside| f32::from(u8::from(inside)))
            .collect();
        let matte = edge::matte(&self.copy, &soft, self.working.width, self.working.height);
        Matted { trials, matte }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Stroke;
    use super::*;
    use crate::image::Rect;

    /// A dark disc and a smaller one beside it, on paper.
    fn discs(side: u32) -> Rgb {
        let mut photo = Rgb::filled(side, side, 0);
        let unit = side as f32 / 20.0;
        for y in 0..side {
            for x in 0..side {
                let near = |cx: f32, cy: f32, r: f32| {
                    (x as f32 / unit - cx).hypot(y as f32 / unit - cy) < r
                };
                let noise = ((x * 31 + y * 17) % 5) as u8;
                let inside = near(8.0, 10.0, 5.0) || near(16.0, 10.0, 2.0);
                let color = if inside {
                    [60, 90 + noise, 40]
                } else {
                    [220 - noise, 218, 210]
                };
                photo.set_pixel(x, y, color);
            }
        }
        photo
    }

    #[test]
    fn a_sketch_shows_what_the_cut_will_be() {
        let photo = discs(1400);
        let prepared = Prepared::new(&photo, None, &CutOptions::default()).unwrap();
        assert_eq!(prepared.size(), (1400, 1400));
        assert_eq!(prepared.copy().width(), 1000);
        let frame = Rect {
            x: 0,
            y: 0,
            width: 1400,
            height: 1000,
        };
        for guidance in [
            Guidance::default(),
            Guidance {
                remove: vec![Stroke::dot(1120.0, 700.0, 150.0)],
                frame: Some(frame),
                ..Guidance::default()
            },
        ] {
            let sketch = prepared.sketch(&guidance);
            let cut = prepared.cut(&photo, &guidance);
            assert_eq!(sketch.confidence, cut.confidence);
            let (mut both, mut either) = (0, 0);
            for y in 0..1000 {
                for x in 0..1000 {
                    let seen = sketch.alpha.pixel(x, y)[0] >= 128;
                    let at = |v: u32| (v * 1400 + 700) / 1000;
                    let whole = cut.alpha.pixel(at(x), at(y))[0] >= 128;
                    both += u32::from(seen && whole);
                    either += u32::from(seen || whole);
                }
            }
            assert!(
                both * 1000 > either * 995 && both > 100_000,
                "{both} of {either}"
            );
            let is_removed = !guidance.is_empty();
            assert_eq!(sketch.alpha.pixel(800, 500)[0] == 0, is_removed);
        }
    }
}
