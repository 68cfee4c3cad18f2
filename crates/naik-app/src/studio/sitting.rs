//! A photo on the table: a stroke is answered at once.
//!
//! The photo is decoded and looked at once; each try then cuts at moderate size
//! with the engine that makes the kit, so that what is seen is what will be cut.

use naik_core::message::Message;
use naik_photo::cutout::{CONFIDENT, CutOptions, Prepared, Prior};
use naik_photo::decode::{self, DecodeOptions};
use naik_photo::encode;

use crate::error::AppError;
use crate::kit::Guidance;

/// The longer side of what is shown, in pixels.
const SEEN: u32 = 800;
/// The most points of all strokes together: several minutes of drawing.
const POINTS: usize = 20_000;
/// The most that all strokes together may paint, in areas of the photo.
const PAINTED: f64 = 24.0;

/// A photo made ready to be mended by touch; about 4 MB, whatever the photo's size.
pub struct Sitting {
    prepared: Prepared,
}

/// A cut-out to look at.
#[derive(Clone, Debug)]
pub struct Tried {
    /// The product alone, as PNG with alpha: the whole photo's frame, its longer side at most 800 pixels.
    pub png: Vec<u8>,
    /// Width of the picture in pixels.
    pub width: u32,
    /// Height of the picture in pixels.
    pub height: u32,
    /// How sure the engine is, 0 to 1.
    pub confidence: f32,
    /// Whether a kit would use it without anyone's looking.
    pub confident: bool,
    /// Whether anything is left of the product.
    pub is_empty: bool,
}

impl Sitting {
    /// Decodes a photo and looks at it once.
    ///
    /// # Errors
    /// When the decoder refuses it, or it is too small to be cut.
    pub fn open(bytes: &[u8], prior: Option<&(dyn Prior + Send + Sync)>) -> Result<Self, AppError> {
        let photo = decode::decode(bytes, &DecodeOptions::default())
            .map_err(|error| AppError::refused(&error))?;
        let prior = prior.map(|prior| prior as &dyn Prior);
        let prepared = Prepared::new(&photo.pixels, prior, &CutOptions::default())
            .map_err(|error| AppError::refused(&error))?;
        prepared.begin();
        Ok(Self { prepared })
    }

    /// Width and height of the upright photo in pixels: strokes are told in these.
    pub fn size(&self) -> (u32, u32) {
        self.prepared.size()
    }

    /// Bytes that it keeps in memory.
    pub fn bytes(&self) -> usize {
        self.prepared.bytes()
    }

    /// Cuts with these strokes.
    ///
    /// # Errors
    /// Only by a mistake of ours.
    pub fn cut(&self, guidance: &Guidance) -> Result<Tried, AppError> {
        let (picture, confidence) = self.prepared.view(guidance, SEEN);
        let (pixels, _) = picture.data().as_chunks::<4>();
        Ok(Tried {
            png: encode::png_rgba(&picture)?,
            width: picture.width(),
            height: picture.height(),
            confidence,
            confident: confidence >= CONFIDENT,
            is_empty: !pixels.iter().any(|pixel| pixel[3] >= 128),
        })
    }

    /// Reads strokes from JSON, such as
    /// `{"keep": [{"points": [{"x": 10, "y": 20}], "radius": 12}], "remove": [], "frame": null}`.
    ///
    /// # Errors
    /// When it is something else, lies wholly outside the photo, or is more than anyone draws by hand.
    pub fn strokes(&self, json: &str) -> Result<Guidance, AppError> {
        let guidance: Guidance = serde_json::from_str(json).map_err(|error| {
            AppError::Refused(Message::new("strokes-not-read").with("reason", error))
        })?;
        let (width, height) = self.size();
        let strokes = || guidance.keep.iter().chain(&guidance.remove);
        let points: usize = strokes().map(|stroke| stroke.points.len()).sum();
        let painted: f64 = strokes()
            .map(|stroke| {
                let brush = f64::from(stroke.radius.max(0.5)) * 2.0;
                let steps = stroke.points.windows(2);
                let length: f64 = steps
                    .filter_map(|pair| match pair {
                        [from, to] => Some(f64::from((to.x - from.x).hypot(to.y - from.y))),
                        _ => None,
                    })
                    .sum();
                (length + brush * stroke.points.len() as f64) * brush
            })
            .sum();
        let area = f64::from(width) * f64::from(height);
        // What is no number at all is more than anything.
        let is_too_much = painted.is_nan() || painted > PAINTED * area.max(1_000_000.0);
        if points > POINTS || is_too_much {
            return Err(AppError::Refused(Message::new("strokes-too-many")));
        }
        if guidance.leaves(width, height) && !strokes().any(|stroke| touches(stroke, width, height))
        {
            return Err(AppError::Refused(Message::new("strokes-outside")));
        }
        Ok(guidance)
    }
}

/// Whether a point of a stroke lies in a photo of this size.
fn touches(stroke: &naik_photo::cutout::Stroke, width: u32, height: u32) -> bool {
    stroke.points.iter().any(|point| {
        (0.0..=width as f32).contains(&point.x) && (0.0..=height as f32).contains(&point.y)
    })
}

#[cfg(test)]
mod tests {
    use naik_core::message::Explain;
    use naik_photo::cutout::Stroke;
    use naik_photo::image::{Point, Rect};

    use super::*;

    fn sample(name: &str) -> Vec<u8> {
        let path = format!("{}/../../samples/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read(path).unwrap()
    }

    /// The intersection over union of what is seen and the kit's own cut with the same strokes.
    fn agreement(photo: &[u8], sitting: &Sitting, guidance: &Guidance) -> f64 {
        let tried = sitting.cut(guidance).unwrap();
        let seen = decode::decode(&tried.png, &DecodeOptions::default()).unwrap();
        let seen = seen.alpha.unwrap();
        let pixels = decode::decode(photo, &DecodeOptions::default())
            .unwrap()
            .pixels;
        let whole = crate::cutout::cut(&pixels, guidance, None).unwrap().alpha;
        let (mut both, mut either) = (0_u32, 0_u32);
        for y in 0..seen.height() {
            for x in 0..seen.width() {
                let at = |v: u32, small: u32, large: u32| (v * large + large / 2) / small;
                let kit = whole.pixel(
                    at(x, seen.width(), whole.width()),
                    at(y, seen.height(), whole.height()),
                );
                let (a, b) = (seen.pixel(x, y)[0] >= 128, kit[0] >= 128);
                both += u32::from(a && b);
                either += u32::from(a || b);
            }
        }
        assert!(both > 1000, "nothing was cut");
        f64::from(both) / f64::from(either)
    }

    #[test]
    fn what_is_seen_is_what_the_kit_cuts() {
        for name in ["keripik-tempe/2-mangkuk.jpg", "kopi-bubuk/1-polos.jpg"] {
            let photo = sample(name);
            let sitting = Sitting::open(&photo, None).unwrap();
            assert!(sitting.bytes() < 10_000_000, "{}", sitting.bytes());
            let (width, height) = sitting.size();
            let at = |x: f32, y: f32| Point {
                x: x * width as f32,
                y: y * height as f32,
            };
            let strokes = Guidance {
                keep: vec![Stroke {
                    points: vec![at(0.45, 0.5), at(0.55, 0.6)],
                    radius: 40.0,
                }],
                remove: vec![Stroke {
                    points: vec![at(0.05, 0.95), at(0.95, 0.93), at(0.9, 0.1)],
                    radius: 60.0,
                }],
                frame: None,
            };
            let framed = Guidance {
                frame: Some(Rect {
                    x: width / 5,
                    y: height / 5,
                    width: width / 2,
                    height: height / 2,
                }),
                ..strokes.clone()
            };
            for guidance in [Guidance::default(), strokes, framed] {
                let agreed = agreement(&photo, &sitting, &guidance);
                assert!(agreed >= 0.97, "{name}: {agreed}");
            }
        }
    }

    #[test]
    fn a_stroke_is_seen_and_taken_back() {
        let sitting = Sitting::open(&sample("gerabah-guci/1-polos.jpg"), None).unwrap();
        let (width, height) = sitting.size();
        let first = sitting.cut(&Guidance::default()).unwrap();
        assert!(first.width.max(first.height) <= 800 && !first.is_empty);
        let everything = Guidance {
            remove: vec![Stroke::dot(width as f32 / 2.0, height as f32 / 2.0, 3000.0)],
            ..Guidance::default()
        };
        assert!(sitting.cut(&everything).unwrap().is_empty);
        assert_eq!(sitting.cut(&Guidance::default()).unwrap().png, first.png);
    }

    #[test]
    fn strokes_from_a_browser_are_judged_before_they_are_painted() {
        let sitting = Sitting::open(&sample("gerabah-guci/2-set.jpg"), None).unwrap();
        let stroke = |points: &str, radius: &str| {
            format!(r#"{{"keep":[{{"points":[{points}],"radius":{radius}}}]}}"#)
        };
        let read = |json: &str| match sitting.strokes(json) {
            Ok(_) => "fine".to_owned(),
            Err(error) => error.explain().key,
        };
        let many = vec![r#"{"x":1,"y":1}"#; POINTS + 1].join(",");
        let far = r#"{"x":0,"y":0},{"x":1e30,"y":1e30}"#;
        for (json, wanted) in [
            ("{}".to_owned(), "fine"),
            (stroke(r#"{"x":10,"y":20.5},{"x":30,"y":40}"#, "12"), "fine"),
            (stroke(r#"{"x":-10,"y":20},{"x":30,"y":40}"#, "12"), "fine"),
            (stroke(r#"{"x":-10,"y":20}"#, "12"), "strokes-outside"),
            (stroke(r#"{"x":10,"y":20}"#, "1e30"), "strokes-too-many"),
            (stroke(far, "5"), "strokes-too-many"),
            (stroke(&many, "5"), "strokes-too-many"),
            ("[".to_owned(), "strokes-not-read"),
            (r#"{"keep":"all"}"#.to_owned(), "strokes-not-read"),
        ] {
            assert_eq!(read(&json), wanted, "{json:.80}");
        }
    }
}
