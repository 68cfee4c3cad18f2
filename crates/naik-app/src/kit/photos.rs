//! From one raw photo to every picture of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use naik_core::kit::{Finding, Gravity, Input, Notice, Output, OutputKind};
use naik_core::message::{Explain, Message};
use naik_core::seed::Seed;
use naik_photo::cutout::{CONFIDENT, Cutout, Ground, Guidance};
use naik_photo::decode::{self, DecodeOptions};
use naik_photo::image::Rgb;
use naik_photo::rendition::{self, WhiteSquare};
use naik_photo::scene::{Backdrop, Scene};
use naik_photo::{encode, quality, resize, retouch};
use rayon::prelude::*;

use super::aside::Aside;
use super::record::Entry;
use super::{Job, Request};
use crate::cutout;
use crate::error::AppError;
use crate::output::sha256;
use crate::progress::Step;
use crate::source;

/// The longer side of the copy on which pictures for screens are made, in pixels.
const SCREEN_SIDE: u32 = 2000;
/// The side of white squares and scenes, in pixels: the largest that a marketplace wants.
pub(super) const SQUARE_SIDE: u32 = 2000;
/// The side of scenes, in pixels.
pub(super) const SCENE_SIDE: u32 = 1600;
/// The longer side of the tidied photo, in pixels.
const TIDIED_SIDE: u32 = 2400;
/// JPEG quality of pictures that people look at closely.
const QUALITY: u8 = 88;

/// What one photo became.
pub(crate) struct PhotoMade {
    pub(crate) input: Input,
    pub(crate) outputs: Vec<Output>,
    /// The pictures, where the photo could be read.
    pub(crate) pictures: Option<Pictures>,
}

/// The pictures of one photo, put aside for posters, the video and marketplaces.
pub(crate) struct Pictures {
    pub(crate) stem: String,
    /// The photo's name in the contract.
    pub(crate) file: String,
    /// The product alone, cropped to its bounds; absent when the cut-out is doubted.
    pub(crate) cut: Option<Aside<4>>,
    /// The product on white, a square; absent when the cut-out is doubted.
    pub(crate) white: Option<Aside<3>>,
    /// Scenes with their keys.
    pub(crate) scenes: Vec<(String, Aside<3>)>,
    /// The photo itself, mended.
    pub(crate) tidied: Aside<3>,
    /// How sure the cut-out is.
    pub(crate) confidence: f32,
    /// Where the product is in the photo: left, top, right and bottom in shares; unknown when the cut-out is doubted.
    pub(crate) subject: Option<[f32; 4]>,
}

/// Works on all photos, as many at a time as there are cores. A photo that was given twice is used once, with a finding.
pub(crate) fn make(job: &Job<'_>) -> Result<(Vec<PhotoMade>, Vec<Finding>), AppError> {
    let request = job.request;
    let (photos, again) = once(&request.photos);
    let findings = again
        .iter()
        .map(|path| {
            job.put(&Notice::note(
                Message::new("photo-twice").with("file", source::file_name(path)),
            ))
        })
        .collect();
    let scenes = request.choices.scenes(request.facts.product.category);
    let backdrops: Vec<(Scene, OnceLock<Backdrop>)> = scenes
        .into_iter()
        .map(|scene| (scene, OnceLock::new()))
        .collect();
    let done = AtomicU64::new(0);
    let total = photos.len() as u64;
    job.watch.at(Step::Photos, 0, total);
    let named = stems(&photos).into_iter().zip(labels(&photos));
    let named: Vec<(String, String)> = named.collect();
    let made = photos
        .par_iter()
        .zip(named)
        .map(|(path, (stem, file))| {
            job.check()?;
            let made = Studio {
                job,
                request,
                backdrops: &backdrops,
            }
            .photo(path, stem, file)?;
            job.watch.at(
                Step::Photos,
                done.fetch_add(1, Ordering::Relaxed) + 1,
                total,
            );
            Ok(made)
        })
        .collect::<Result<_, AppError>>()?;
    Ok((made, findings))
}

/// The photos in order without those whose bytes stood before, and the latter.
fn once(paths: &[PathBuf]) -> (Vec<&Path>, Vec<&Path>) {
    let mut lengths: BTreeMap<u64, Vec<&Path>> = BTreeMap::new();
    let (mut first, mut again) = (Vec::new(), Vec::new());
    for path in paths.iter().map(PathBuf::as_path) {
        // A photo that can't be read is told of where it is read.
        let length = std::fs::metadata(path).map_or(0, |file| file.len());
        let alike = lengths.entry(length).or_default();
        let bytes = |path: &Path| source::photo(path).ok();
        let is_again = length > 0
            && !alike.is_empty()
            && bytes(path).is_some_and(|own| {
                alike
                    .iter()
                    .any(|other| bytes(other).as_ref() == Some(&own))
            });
        if is_again {
            again.push(path);
        } else {
            alike.push(path);
            first.push(path);
        }
    }
    (first, again)
}

/// Names for the photos' folders, all different.
fn stems(paths: &[&Path]) -> Vec<String> {
    let mut stems: Vec<String> = Vec::new();
    for path in paths {
        let base = source::stem(path);
        // `photos/marketplace/` is taken.
        let mut stem = if base == "marketplace" {
            "marketplace-1".to_owned()
        } else {
            base.clone()
        };
        let mut number = 2;
        while stems.contains(&stem) {
            stem = format!("{base}-{number}");
            number += 1;
        }
        stems.push(stem);
    }
    stems
}

/// Names of the photos in the contract, all different: of two `1.jpg` each is told with its folder.
fn labels(paths: &[&Path]) -> Vec<String> {
    let names: Vec<String> = paths.iter().map(|path| source::file_name(path)).collect();
    let mut labels: Vec<String> = Vec::new();
    for (path, name) in paths.iter().zip(&names) {
        let alone = names.iter().filter(|other| *other == name).count() == 1;
        let folder = path.parent().and_then(Path::file_name).filter(|_| !alone);
        let label = folder.map_or_else(
            || name.clone(),
            |folder| format!("{}/{name}", folder.to_string_lossy()),
        );
        let mut free = label.clone();
        let mut number = 2;
        while labels.contains(&free) {
            free = format!("{label} ({number})");
            number += 1;
        }
        labels.push(free);
    }
    labels
}

/// A box in shares of a picture's sides.
pub(crate) fn shares(area: naik_photo::image::Rect, width: u32, height: u32) -> [f32; 4] {
    let share = |at: u32, side: u32| at as f32 / side.max(1) as f32;
    [
        share(area.x, width),
        share(area.y, height),
        share(area.x + area.width, width),
        share(area.y + area.height, height),
    ]
}

/// The steps of a plan that look at single pixels alone: cheap at full size, and a mask still fits.
fn point_steps(plan: retouch::Retouch) -> retouch::Retouch {
    let nothing = retouch::Retouch::nothing();
    retouch::Retouch {
        denoise: nothing.denoise,
        sharpen: nothing.sharpen,
        straighten: nothing.straighten,
        ..plan
    }
}

/// What cut it, for the contract.
fn engine(cut: &Cutout, has_model: bool) -> &'static str {
    match (has_model, cut.ground) {
        (true, _) => "cutout/model",
        (false, Ground::Plain) => "cutout/plain-ground",
        (false, Ground::Scene) => "cutout/classical",
    }
}

struct Studio<'a> {
    job: &'a Job<'a>,
    request: &'a Request,
    backdrops: &'a [(Scene, OnceLock<Backdrop>)],
}

impl Studio<'_> {
    /// One photo; what can't be read becomes a finding, what can't be written an error.
    fn photo(&self, path: &Path, stem: String, file: String) -> Result<PhotoMade, AppError> {
        let bytes = match source::photo(path) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(self.failed(file, String::new(), &error)),
        };
        let hash = sha256(&bytes);
        let photo = match decode::decode(&bytes, &DecodeOptions::default()) {
            Ok(photo) => photo,
            Err(error) => return Ok(self.failed(file, hash, &error)),
        };
        drop(bytes);
        self.job.check()?;

        let (width, height) = (photo.pixels.width(), photo.pixels.height());
        let mut findings: Vec<Finding> = photo
            .notes()
            .iter()
            .map(|n| self.job.put(&Notice::note(n.explain())))
            .collect();
        let strokes = self.request.choices.strokes_of(&hash);
        let cut = match cutout::cut(
            &photo.pixels,
            strokes.unwrap_or(&Guidance::default()),
            self.request.prior.as_deref(),
        ) {
            Ok(cut) => cut,
            Err(error) => return Ok(self.failed(file, hash, &error)),
        };
        let pixels = photo.pixels;
        self.job.check()?;

        let plan = self.look(&pixels, &cut, &mut findings);
        // Where its owner mended it, a person has looked at it.
        let is_mended = strokes.is_some() && cut.bounds.width > 0;
        let trusted = cut.confidence >= CONFIDENT || is_mended;
        if !trusted {
            findings.push(self.job.put(&Notice::mend(
                Message::new("cutout-doubted").with("file", &file),
            )));
        }

        let mut made = PhotoMade {
            input: Input {
                file: file.clone(),
                sha256: hash,
                width,
                height,
                confidence: Some(cut.confidence),
                cut: trusted,
                findings,
            },
            outputs: Vec::new(),
            pictures: None,
        };
        let tidied = self.tidied(&pixels, &cut, &plan, trusted);
        let mut last = Vec::new();
        self.save_jpeg(
            &mut last,
            &tidied,
            OutputKind::Tidied,
            &format!("photos/{stem}/tidied.jpg"),
            "tidied",
            "retouch",
            &file,
        )?;
        let tidied = resize::shrink_into(tidied, SCENE_SIDE);
        let mut pictures = Pictures {
            stem,
            file: file.clone(),
            cut: None,
            white: None,
            scenes: Vec::new(),
            tidied: Aside::put(self.job.staging, &tidied)?,
            confidence: cut.confidence,
            subject: trusted.then(|| shares(cut.bounds, width, height)),
        };
        drop(tidied);
        if trusted {
            self.cut_pictures(&pixels, &cut, plan, &mut pictures, &mut made.outputs, &file)?;
        }
        made.outputs.append(&mut last);
        made.pictures = Some(pictures);
        Ok(made)
    }

    /// How a photo is mended, and what is found about it, by a copy for screens.
    fn look(&self, pixels: &Rgb, cut: &Cutout, findings: &mut Vec<Finding>) -> retouch::Retouch {
        let screen = resize::shrink(pixels, SCREEN_SIDE);
        let alpha = resize::shrink(&cut.alpha, SCREEN_SIDE);
        let plan = retouch::analyse(&screen, Some(&alpha));
        let reasons = plan.reasons();
        let reasons = reasons.iter().map(|r| Notice::note(r.explain()));
        findings.extend(reasons.map(|notice| self.job.put(&notice)));
        let faults = quality::judge(&screen, Some(&alpha));
        let faults = faults.iter().map(|f| Notice::mend(f.explain()));
        findings.extend(faults.map(|notice| self.job.put(&notice)));
        plan
    }

    /// The photo with its background, mended.
    fn tidied(&self, pixels: &Rgb, cut: &Cutout, plan: &retouch::Retouch, trusted: bool) -> Rgb {
        let base = resize::shrink(pixels, TIDIED_SIDE);
        let mended = retouch::apply(&base, plan);
        if trusted {
            mended
        } else {
            rendition::tidied(
                &mended,
                (!plan.straighten.on)
                    .then(|| resize::shrink(&cut.alpha, TIDIED_SIDE))
                    .as_ref(),
            )
        }
    }

    /// The pictures that need a cut-out.
    fn cut_pictures(
        &self,
        pixels: &Rgb,
        cut: &Cutout,
        plan: retouch::Retouch,
        pictures: &mut Pictures,
        outputs: &mut Vec<Output>,
        file: &str,
    ) -> Result<(), AppError> {
        let started = Instant::now();
        let light = point_steps(plan);
        let mended = retouch::apply(pixels, &light);
        let foreground = cut.foreground(&mended);
        drop(mended);
        if self.job.wants(Step::Photos) {
            let png = encode::png_rgba(&foreground)?;
            let entry = Entry::new(
                OutputKind::Cutout,
                format!("photos/{}/cutout.png", pictures.stem),
                "cutout",
                engine(cut, self.request.prior.is_some()),
            );
            outputs.push(
                entry
                    .from(file)
                    .sized(foreground.width(), foreground.height())
                    .since(started)
                    .write(self.job, &png)?,
            );
        }
        let product = resize::shrink(&resize::crop(&foreground, cut.bounds), SQUARE_SIDE);
        drop(foreground);
        // Posters take the product alone.
        let wants = |steps: &[Step]| steps.iter().any(|step| self.job.wants(*step));
        if wants(&[Step::Photos, Step::Listings]) {
            let started = Instant::now();
            let white = rendition::white_square(
                &product,
                &WhiteSquare {
                    side: SQUARE_SIDE,
                    ..WhiteSquare::default()
                },
            );
            self.save_jpeg_since(
                outputs,
                &white,
                OutputKind::White,
                &format!("photos/{}/white.jpg", pictures.stem),
                "white",
                "rendition",
                file,
                started,
            )?;
            pictures.white = Some(Aside::put(self.job.staging, &white)?);
        }
        let wants_scenes = wants(&[Step::Photos, Step::Video, Step::Listings]);
        for (scene, backdrop) in self.backdrops.iter().filter(|_| wants_scenes) {
            self.job.check()?;
            let started = Instant::now();
            let seed = Seed(self.request.seed.0).of("scene");
            let composed = backdrop
                .get_or_init(|| Backdrop::render(*scene, SCENE_SIDE, SCENE_SIDE, seed))
                .compose(&product);
            let name = format!("photos/{}/scene-{}.jpg", pictures.stem, scene.key());
            self.save_jpeg_since(
                outputs,
                &composed,
                OutputKind::Scene,
                &name,
                scene.key(),
                "scene",
                file,
                started,
            )?;
            let composed = Aside::put(self.job.staging, &composed)?;
            pictures.scenes.push((scene.key().to_owned(), composed));
        }
        pictures.cut = Some(Aside::put(self.job.staging, &product)?);
        Ok(())
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "an entry of the contract, spelled out"
    )]
    fn save_jpeg(
        &self,
        outputs: &mut Vec<Output>,
        picture: &Rgb,
        kind: OutputKind,
        path: &str,
        variety: &str,
        engine: &str,
        file: &str,
    ) -> Result<(), AppError> {
        self.save_jpeg_since(
            outputs,
            picture,
            kind,
            path,
            variety,
            engine,
            file,
            Instant::now(),
        )
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "an entry of the contract, spelled out"
    )]
    fn save_jpeg_since(
        &self,
        outputs: &mut Vec<Output>,
        picture: &Rgb,
        kind: OutputKind,
        path: &str,
        variety: &str,
        engine: &str,
        file: &str,
        started: Instant,
    ) -> Result<(), AppError> {
        if !self.job.wants(Step::Photos) {
            return Ok(());
        }
        let bytes = encode::jpeg(picture, QUALITY)?;
        let entry = Entry::new(kind, path, variety, engine)
            .from(file)
            .sized(picture.width(), picture.height())
            .since(started);
        outputs.push(entry.write(self.job, &bytes)?);
        Ok(())
    }

    /// A photo that could not be used.
    fn failed(&self, file: String, sha256: String, error: &impl Explain) -> PhotoMade {
        let said = self.job.words.say(&error.explain());
        let finding = Finding {
            gravity: Gravity::Failed,
            key: error.explain().key,
            text: if said.text.contains(&file) {
                said.text
            } else {
                format!("{file}: {}", said.text)
            },
            hint: said.hint.unwrap_or_default(),
        };
        let input = Input {
            file,
            sha256,
            width: 0,
            height: 0,
            confidence: None,
            cut: false,
            findings: vec![finding],
        };
        PhotoMade {
            input,
            outputs: Vec::new(),
            pictures: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn photos_of_one_name_are_told_apart() {
        let paths = ["a/1.jpg", "b/1.jpg", "b/2.jpg", "x/b/1.jpg"].map(Path::new);
        assert_eq!(
            labels(&paths),
            ["a/1.jpg", "b/1.jpg", "2.jpg", "b/1.jpg (2)"]
        );
        assert_eq!(stems(&paths), ["1", "1-2", "2", "1-3"]);
    }
}
