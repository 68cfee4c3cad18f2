//! Tidying a photo without lying about the product.
//!
//! [`analyse`] looks and makes a plan of plain numbers; [`apply`] carries it
//! out. Each step of the plan has its reason and its switch, so that all of it
//! can be shown, stored and undone.

use naik_core::message::{Explain, Message};
use serde::{Deserialize, Serialize};

use crate::image::{Gray, Rgb};

mod denoise;
mod light;
mod sharpen;
mod straighten;
mod white_balance;

pub use straighten::turn;

/// Why a step does what it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Nothing to mend was found.
    #[default]
    AlreadyGood,
    /// The light is yellow or orange, as from a bulb.
    WarmCast,
    /// The light is blue, as in the shade.
    CoolCast,
    /// The light is green or magenta, as from a tube.
    TintCast,
    /// The signs of a cast contradict each other, so the colours are left alone.
    Unsure,
    /// Too little light.
    TooDark,
    /// Too much light.
    TooBright,
    /// Light and dark lie close together.
    Flat,
    /// Grain from a dim room.
    Noisy,
    /// Edges are a little soft.
    Soft,
    /// Noise would be sharpened along.
    NoiseFirst,
    /// Lines near level or plumb show that the phone was held askew.
    Askew,
}

impl Reason {
    /// The key of the reason's message.
    pub fn key(self) -> &'static str {
        match self {
            Self::AlreadyGood => "retouch-already-good",
            Self::WarmCast => "retouch-warm-cast",
            Self::CoolCast => "retouch-cool-cast",
            Self::TintCast => "retouch-tint-cast",
            Self::Unsure => "retouch-unsure",
            Self::TooDark => "retouch-too-dark",
            Self::TooBright => "retouch-too-bright",
            Self::Flat => "retouch-flat",
            Self::Noisy => "retouch-noisy",
            Self::Soft => "retouch-soft",
            Self::NoiseFirst => "retouch-noise-first",
            Self::Askew => "retouch-askew",
        }
    }
}

impl Explain for Reason {
    fn explain(&self) -> Message {
        Message::new(self.key())
    }
}

/// One gain per channel in linear light, for the whole picture alike.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WhiteBalance {
    /// Whether the step is carried out.
    pub on: bool,
    /// Factors for red, green and blue in linear light; brightness is kept.
    pub gains: [f32; 3],
    /// Why.
    pub reason: Reason,
}

/// One curve for all channels alike.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tone {
    /// Whether the step is carried out.
    pub on: bool,
    /// Exposure in stops (doublings), applied in linear light with a soft shoulder.
    pub stops: f32,
    /// Level (0 to 255) that becomes black; 0 leaves the blacks alone.
    pub black: f32,
    /// Why.
    pub reason: Reason,
}

/// Taking out grain; edges are kept.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Denoise {
    /// Whether the step is carried out.
    pub on: bool,
    /// Standard deviation of the brightness noise found, in levels of 255.
    pub luminance: f32,
    /// Standard deviation of the colour noise found, in levels of 255.
    pub chroma: f32,
    /// Why.
    pub reason: Reason,
}

/// Turning by a small angle and cutting off the empty corners.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Straighten {
    /// Whether the step is carried out.
    pub on: bool,
    /// Clockwise turn that levels the photo, in degrees, -7 to 7.
    pub degrees: f32,
    /// Why.
    pub reason: Reason,
}

/// Unsharp masking of the brightness alone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sharpen {
    /// Whether the step is carried out.
    pub on: bool,
    /// Share of the fine detail that is added again, 0 to 1.
    pub amount: f32,
    /// Standard deviation of the blur that defines fine detail, in pixels.
    pub radius: f32,
    /// Why.
    pub reason: Reason,
}

/// The whole plan, in the order in which it is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Retouch {
    /// Grain.
    pub denoise: Denoise,
    /// Colour of the light.
    pub white_balance: WhiteBalance,
    /// Amount of the light.
    pub tone: Tone,
    /// Level and plumb.
    pub straighten: Straighten,
    /// Crispness.
    pub sharpen: Sharpen,
}

impl Retouch {
    /// A plan that changes nothing.
    pub fn nothing() -> Self {
        let reason = Reason::AlreadyGood;
        Self {
            denoise: Denoise {
                on: false,
                luminance: 0.0,
                chroma: 0.0,
                reason,
            },
            white_balance: WhiteBalance {
                on: false,
                gains: [1.0; 3],
                reason,
            },
            tone: Tone {
                on: false,
                stops: 0.0,
                black: 0.0,
                reason,
            },
            straighten: Straighten {
                on: false,
                degrees: 0.0,
                reason,
            },
            sharpen: Sharpen {
                on: false,
                amount: 0.0,
                radius: 1.0,
                reason,
            },
        }
    }

    /// The same plan without the turn, so that a mask of the photo still fits.
    #[must_use]
    pub fn keep_frame(mut self) -> Self {
        self.straighten.on = false;
        self
    }

    /// Whether any step is carried out.
    pub fn changes(&self) -> bool {
        self.denoise.on
            || self.white_balance.on
            || self.tone.on
            || self.straighten.on
            || self.sharpen.on
    }

    /// Why each step that is on is on, for people.
    pub fn reasons(&self) -> Vec<Reason> {
        [
            (self.white_balance.on, self.white_balance.reason),
            (self.tone.on, self.tone.reason),
            (self.denoise.on, self.denoise.reason),
            (self.straighten.on, self.straighten.reason),
            (self.sharpen.on, self.sharpen.reason),
        ]
        .into_iter()
        .filter_map(|(on, reason)| on.then_some(reason))
        .collect()
    }
}

/// Looks at a photo and plans; `alpha` (any size, same proportions) says where the product is, which helps to judge the ground and the exposure.
///
/// Denoising and sharpening are measured in pixels, so analyse the size that the plan is applied to.
pub fn analyse(photo: &Rgb, alpha: Option<&Gray>) -> Retouch {
    let denoise = denoise::analyse(photo);
    let white_balance = white_balance::analyse(photo, alpha);
    let tone = light::analyse(photo, alpha, &white_balance);
    let straighten = straighten::analyse(photo, alpha);
    let sharpen = sharpen::analyse(photo, &denoise);
    Retouch {
        denoise,
        white_balance,
        tone,
        straighten,
        sharpen,
    }
}

/// Carries the plan out; the frame gets a little smaller when the photo is turned.
pub fn apply(photo: &Rgb, plan: &Retouch) -> Rgb {
    let mut out = if plan.denoise.on {
        denoise::apply(photo, &plan.denoise)
    } else {
        photo.clone()
    };
    light::apply(&mut out, plan);
    if plan.straighten.on {
        out = turn(&out, plan.straighten.degrees);
    }
    if plan.sharpen.on {
        sharpen::apply(&mut out, &plan.sharpen);
    }
    out
}
