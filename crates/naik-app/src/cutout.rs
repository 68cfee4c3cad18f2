//! Cut products out of photos, one file each.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use naik_core::message::{Explain, Message};
pub use naik_photo::cutout::Guidance;
use naik_photo::cutout::{self, CutOptions, Cutout, Prior, Stroke};
use naik_photo::decode::{self, DecodeOptions, Photo};
use naik_photo::encode;
use naik_photo::image::{Point, Rect, Rgb};
use naik_photo::retouch;
use serde::Serialize;

use crate::error::AppError;
use crate::{output, source};

/// The largest network that is read, in bytes.
const MODEL_MAX: u64 = 500_000_000;

/// What to write for each photo.
pub struct CutoutOptions {
    /// Where files go.
    pub out: PathBuf,
    /// Only the 8-bit alpha.
    pub mask: bool,
    /// Strokes and a box to obey.
    pub guidance: Guidance,
    /// A network instead of the built-in prior.
    pub prior: Option<Box<dyn Prior + Send + Sync>>,
}

/// One photo, done.
#[derive(Debug, Serialize)]
pub struct CutoutDone {
    /// What its owner should know of the photo: it moves, it was made for print.
    #[serde(skip)]
    pub notes: Vec<Message>,
    /// The photo, as named by the caller.
    pub file: String,
    /// The PNG that was written.
    pub output: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
    /// Whether a kit would use it.
    pub confident: bool,
    /// `plain` or `scene`.
    pub ground: &'static str,
}

/// Cuts one photo and writes `<out>/<stem>.png`.
///
/// # Errors
/// When the photo can't be read, is refused by the decoder, or the file can't be written.
pub fn file(path: &Path, options: &CutoutOptions) -> Result<CutoutDone, AppError> {
    let target = target(&options.out, path, "png")?;
    let photo = open(path)?;
    let cut = cut(&photo.pixels, &options.guidance, options.prior.as_deref())?;
    let png = if options.mask {
        encode::png_gray(&cut.alpha)
    } else {
        encode::png_rgba(&cut.foreground(&photo.pixels))
    };
    output::write_whole(&target, &png?)?;
    let confident = cut.confidence >= cutout::CONFIDENT;
    let mut notes: Vec<Message> = photo.notes().iter().map(Explain::explain).collect();
    if options
        .guidance
        .leaves(photo.pixels.width(), photo.pixels.height())
    {
        notes.push(Message::new("guidance-outside"));
    }
    if !confident {
        notes.push(Message::new("cutout-unsure"));
    }
    Ok(CutoutDone {
        notes,
        file: path.display().to_string(),
        output: target.display().to_string(),
        width: photo.pixels.width(),
        height: photo.pixels.height(),
        confidence: cut.confidence,
        confident,
        ground: ground(&cut),
    })
}

/// Cuts with the built-in prior or a given one.
pub(crate) fn cut(
    pixels: &Rgb,
    guidance: &Guidance,
    prior: Option<&(dyn Prior + Send + Sync)>,
) -> Result<Cutout, AppError> {
    cutout::cut(
        pixels,
        guidance,
        prior.map(|p| p as &dyn Prior),
        &CutOptions::default(),
    )
    .map_err(|e| AppError::refused(&e))
}

fn ground(cut: &Cutout) -> &'static str {
    match cut.ground {
        cutout::Ground::Plain => "plain",
        cutout::Ground::Scene => "scene",
    }
}

/// Reads and decodes one photo.
pub(crate) fn open(path: &Path) -> Result<Photo, AppError> {
    let bytes = source::photo(path)?;
    decode::decode(&bytes, &DecodeOptions::default()).map_err(|e| AppError::refused(&e))
}

/// `<out>/<stem of the photo>.<ending>`, unless that is the photo itself: an original is never overwritten.
fn target(out: &Path, path: &Path, ending: &str) -> Result<PathBuf, AppError> {
    let mut name = path.file_stem().unwrap_or_default().to_os_string();
    name.push(".");
    name.push(ending);
    let target = out.join(name);
    let same = |a: &Path, b: &Path| match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    };
    if same(&target, path) {
        return Err(AppError::Refused(
            Message::new("original-kept").with("path", path.display()),
        ));
    }
    Ok(target)
}

/// Names that are taken by earlier photos: two photos of one stem would be written to the same file.
#[derive(Default)]
pub struct Taken(BTreeMap<OsString, PathBuf>);

impl Taken {
    /// Takes the name of a photo; `false` for the very photo that has it already.
    ///
    /// # Errors
    /// When another photo has it.
    pub fn take(&mut self, path: &Path) -> Result<bool, AppError> {
        let stem = path.file_stem().unwrap_or_default();
        match self.0.get(stem) {
            Some(first) if first == path => Ok(false),
            Some(first) => Err(AppError::Refused(
                Message::new("names-collide")
                    .with("path", path.display())
                    .with("first", first.display()),
            )),
            None => {
                self.0.insert(stem.to_owned(), path.to_owned());
                Ok(true)
            }
        }
    }
}

/// Reads `x,y x,y ...` as one stroke.
///
/// # Errors
/// When it is not pairs of numbers.
pub fn stroke(text: &str, radius: f32) -> Result<Stroke, AppError> {
    let points: Option<Vec<Point>> = text
        .split_whitespace()
        .map(|pair| {
            let (x, y) = pair.split_once(',')?;
            let point = Point {
                x: x.parse().ok()?,
                y: y.parse().ok()?,
            };
            (point.x.is_finite() && point.y.is_finite()).then_some(point)
        })
        .collect();
    match points {
        Some(points) if !points.is_empty() => Ok(Stroke { points, radius }),
        _ => Err(AppError::Refused(
            Message::new("points-not-read").with("text", text),
        )),
    }
}

/// Reads `x,y,width,height`.
///
/// # Errors
/// When it is not four whole numbers, or the box is empty.
pub fn frame(text: &str) -> Result<Rect, AppError> {
    let numbers: Option<Vec<u32>> = text.split(',').map(|n| n.trim().parse().ok()).collect();
    match numbers.as_deref() {
        Some(&[x, y, width, height]) if width > 0 && height > 0 => Ok(Rect {
            x,
            y,
            width,
            height,
        }),
        _ => Err(AppError::Refused(
            Message::new("box-not-read").with("text", text),
        )),
    }
}

/// Reads a segmentation network.
///
/// # Errors
/// When the file can't be read or is no such network.
pub fn model(path: &Path) -> Result<Box<dyn Prior + Send + Sync>, AppError> {
    let bytes = source::read_up_to(path, MODEL_MAX)?;
    let prior = cutout::OnnxPrior::from_bytes(&bytes).map_err(|e| AppError::refused(&e))?;
    Ok(Box::new(prior))
}

/// One photo, mended.
#[derive(Debug, Serialize)]
pub struct RetouchDone {
    /// What its owner should know of the photo: it moves, it was made for print.
    #[serde(skip)]
    pub notes: Vec<Message>,
    /// The photo, as named by the caller.
    pub file: String,
    /// The JPEG that was written.
    pub output: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What was done, and why; every step can be left out.
    pub plan: retouch::Retouch,
}

/// The steps of a retouch that can be left out.
pub const RETOUCH_STEPS: [&str; 5] = [
    "white-balance",
    "exposure",
    "denoise",
    "sharpen",
    "straighten",
];

/// Mends one photo and writes `<out>/<stem>.jpg`.
///
/// # Errors
/// When the photo can't be read, is refused by the decoder, or the file can't be written.
pub fn retouch_file(path: &Path, out: &Path, without: &[String]) -> Result<RetouchDone, AppError> {
    if let Some(step) = without
        .iter()
        .find(|step| !RETOUCH_STEPS.contains(&step.as_str()))
    {
        return Err(AppError::Refused(
            Message::new("retouch-step-unknown").with("step", step),
        ));
    }
    let leave = |step: &str| without.iter().any(|w| w == step);
    let target = target(out, path, "jpg")?;
    let photo = open(path)?;
    let mut plan = retouch::analyse(&photo.pixels, photo.alpha.as_ref());
    plan.white_balance.on &= !leave("white-balance");
    plan.tone.on &= !leave("exposure");
    plan.denoise.on &= !leave("denoise");
    plan.sharpen.on &= !leave("sharpen");
    plan.straighten.on &= !leave("straighten");
    let mended = retouch::apply(&photo.pixels, &plan);
    let jpeg = encode::jpeg(&mended, 92)?;
    output::write_whole(&target, &jpeg)?;
    Ok(RetouchDone {
        notes: photo.notes().iter().map(Explain::explain).collect(),
        file: path.display().to_string(),
        output: target.display().to_string(),
        width: mended.width(),
        height: mended.height(),
        plan,
    })
}
