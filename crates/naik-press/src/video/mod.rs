//! The narrated product video: 1080x1920, 30 frames per second, 12 to 20 seconds.
//!
//! A [`Storyboard`] is planned into a [`Timeline`]: which shot is seen when,
//! which words are burnt in, where each spoken line starts. Pictures, sound and
//! subtitles are all drawn from that one plan, so they can't drift apart. What
//! stands still is painted once; per frame only the moving layers are sampled,
//! straight into the planes that an encoder reads.

mod caption;
mod check;
mod closeup;
mod ending;
mod film;
mod frame;
mod framing;
mod mix;
mod plan;
mod plane;
mod print;
mod stage;

use naik_core::category::Category;
use naik_core::seed::Seed;

use crate::palette::Palette;
use crate::picture::Waiting;
use crate::poster::{LayoutCheck, Poster};
use crate::product::Product;
use crate::{Brand, Price};

/// Width of every frame in pixels.
pub const WIDTH: u32 = 1080;
/// Height of every frame in pixels.
pub const HEIGHT: u32 = 1920;
/// Frames per second.
pub const FPS: u32 = 30;
/// Samples per second of the finished sound.
pub const SOUND_RATE: u32 = 48_000;

/// One channel of sound.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sound {
    /// Samples per second.
    pub rate: u32,
    /// Samples, -1 to 1.
    pub samples: Vec<f32>,
}

impl Sound {
    /// How long it is; 0 for a rate of 0.
    pub fn seconds(&self) -> f64 {
        if self.rate == 0 {
            0.0
        } else {
            self.samples.len() as f64 / f64::from(self.rate)
        }
    }
}

/// One sentence of the narration.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The words that are burnt in.
    pub caption: String,
    /// The same words spoken; without it the caption stays as long as it takes to read.
    pub sound: Option<Sound>,
}

/// What is shown.
#[derive(Clone)]
pub struct Shots<'a> {
    /// The product of opening and end.
    pub product: &'a Product,
    /// Pictures in showing order; each fills the frame.
    pub pictures: Vec<Shown>,
}

/// A picture between opening and end: a scene, a tidied photo, a near view; any aspect.
/// A longer side of 2200 pixels is plenty. One that is broken is passed over; one that is wider than high is first seen
/// whole, as a print.
#[derive(Clone)]
pub struct Shown {
    /// The picture, fetched for each of its scenes.
    pub picture: Waiting,
    /// Left, top, right and bottom of what it is about, in shares of its sides; looked for where it is not known.
    pub subject: Option<[f32; 4]>,
}

/// Everything that a video says and shows. Words come ready and proved: nothing is added to them.
#[derive(Clone)]
pub struct Storyboard<'a> {
    /// The product's name.
    pub name: &'a str,
    /// A promise that opens the video instead of the name, up to about eight words.
    pub headline: Option<&'a str>,
    /// The price.
    pub price: Option<&'a Price>,
    /// The call to action: `Chat WhatsApp`.
    pub call: &'a str,
    /// Who sells.
    pub brand: &'a Brand,
    /// What kind of product it is: it chooses colours for a shop that has none.
    pub category: Category,
    /// The narration, a sentence each; the first opens, the last closes. None is fine.
    pub lines: Vec<Line>,
    /// What is shown.
    pub shots: Shots<'a>,
    /// Chooses colours, moves and the tune.
    pub seed: Seed,
}

/// Takes the finished frames, one after the other.
pub trait FrameSink {
    /// Why it takes no more.
    type Error;

    /// Takes a frame: planes Y, U and V of yuv420p, BT.709, limited range, `1080 * 1920 * 3 / 2` bytes.
    ///
    /// # Errors
    /// When the frame can't be taken; the video ends there.
    fn frame(&mut self, yuv420p: &[u8]) -> Result<(), Self::Error>;
}

/// The product from near on the shop's own ground: one of the pictures of a video.
pub fn closeup(product: &Product, brand: &Brand, category: Category, seed: Seed) -> Shown {
    closeup::closeup(product, &Palette::of(&brand.colors, category, seed))
}

/// Which frame shows what: the one plan behind pictures, sound and subtitles.
#[derive(Clone)]
pub struct Timeline<'a> {
    board: &'a Storyboard<'a>,
    plan: plan::Plan,
    palette: Palette,
}

impl Timeline<'_> {
    /// Length in frames, 360 to 600.
    pub fn frames(&self) -> u32 {
        self.plan.shots.last().map_or(0, |shot| shot.to)
    }

    /// Length in seconds, 12 to 20.
    pub fn seconds(&self) -> f64 {
        f64::from(self.frames()) / f64::from(FPS)
    }

    /// Width and height of every frame in pixels.
    pub fn size() -> (u32, u32) {
        (WIDTH, HEIGHT)
    }

    /// The lines, by their place in the storyboard, for which 20 seconds were too short.
    pub fn left_out(&self) -> &[usize] {
        &self.plan.left_out
    }
}

/// Gives every line, picture and card its time: 12 to 20 seconds at 30 frames per second.
///
/// The first line opens, the last closes, those between go with the pictures;
/// shots change where sentences end. A line without sound stays as long as it
/// takes to read. Lines that 20 seconds can't hold are left out whole.
pub fn plan<'a>(board: &'a Storyboard<'a>) -> Timeline<'a> {
    Timeline {
        board,
        plan: plan::plan(board),
        palette: Palette::of(&board.brand.colors, board.category, board.seed),
    }
}

/// The captions as a SubRip file (`.srt`), page by page as they are burnt in.
pub fn subtitles(timeline: &Timeline<'_>) -> String {
    caption::srt(&timeline.plan.cues)
}

/// The narration over a soft plucked tune: 48 kHz, -14 LUFS, true peak below -1 dBTP.
///
/// As long as the pictures to the sample. The tune is made from the seed.
pub fn sound(timeline: &Timeline<'_>) -> Sound {
    mix::mix(timeline.board, &timeline.plan, timeline.frames())
}

/// Draws every frame into `sink`, in order; `progress` hears how many of how many are done.
///
/// Frames are drawn by rayon's threads, a few at a time; about 60 MB are held.
///
/// # Errors
/// The sink's own; no further frame is drawn then.
pub fn render<S: FrameSink>(
    timeline: &Timeline<'_>,
    sink: &mut S,
    progress: &dyn Fn(u32, u32),
) -> Result<(), S::Error> {
    film::render(
        timeline.board,
        &timeline.plan,
        &timeline.palette,
        sink,
        progress,
    )
}

/// The cover picture: the name, the product and the price.
pub fn cover(timeline: &Timeline<'_>) -> Poster {
    let (board, palette) = (timeline.board, &timeline.palette);
    let set = stage::cover(board, palette);
    let mut canvas = set.settled();
    let price = stage::cover_price(board, palette);
    for plate in set.plates.iter().chain(&price) {
        canvas.put(&plate.canvas, plate.x as i32, plate.y as i32, None, 1.0);
    }
    Poster {
        width: WIDTH,
        height: HEIGHT,
        rgb: canvas.rgb(),
        family: None,
        checks: checks(timeline),
    }
}

/// What was checked: `safe-zone`, `contrast`, `duration`, `legible`, `cut-on-sentence`, `narration-whole`.
pub fn checks(timeline: &Timeline<'_>) -> Vec<LayoutCheck> {
    check::judge(timeline.board, &timeline.plan, &timeline.palette)
}

#[cfg(test)]
mod tests;
