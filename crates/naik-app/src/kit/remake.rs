//! Parts of a kit that stands on the disk, made again with other choices.
//!
//! The new kit is written to its own place; what was not made again is taken over to the byte. The words are those of
//! the kit (`copy/copy.json`), edited ones too, so that nothing that a person wrote is lost by making a picture anew.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use naik_connect::listing::Video;
use naik_core::channel::Channel;
use naik_core::facts::Facts;
use naik_core::kit::{Finding, Gravity, Input, Kit, Output, OutputKind};
use naik_core::message::Message;
use naik_core::seed::Seed;
use naik_photo::cutout::Prior;

use super::copy::{self, Copy};
use super::listings::{self, Listed};
use super::sizes::Sizes;
use super::{Choices, Job, Made, Request, made_code, photos, posts, report, standing, video};
use crate::error::AppError;
use crate::output::Staging;
use crate::progress::{Cancel, Step, Watch};
use crate::words::Words;

/// What to make again.
pub struct Remake {
    /// The kit's folder. It is only read, unless `out` is the same.
    pub folder: PathBuf,
    /// The new kit's folder.
    pub out: PathBuf,
    /// The parts to make again; all others are taken over.
    pub parts: Vec<Step>,
    /// What the owner chose for them.
    pub choices: Choices,
    /// Another seed gives other words, compositions and backdrops; the kit's own gives the same.
    pub seed: Option<Seed>,
    /// Facts that were mended since.
    pub facts: Option<Facts>,
    /// The original photos, for the part `photos`.
    pub photos: Vec<PathBuf>,
    /// The folder that a relative path of the logo starts from; the kit's own when absent.
    pub base: Option<PathBuf>,
    /// Address under which photos will be public; as in the kit's sheets when absent.
    pub photo_url: Option<String>,
    /// A segmentation network instead of the built-in prior.
    pub prior: Option<Box<dyn Prior + Send + Sync>>,
    /// The seller's own mass-upload template of Shopee.
    pub shopee_template: Option<Arc<[u8]>>,
}

impl Remake {
    /// Makes some parts again, with nothing chosen.
    pub fn new(folder: &Path, out: &Path, parts: &[Step]) -> Self {
        Self {
            folder: folder.to_owned(),
            out: out.to_owned(),
            parts: parts.to_vec(),
            choices: Choices::default(),
            seed: None,
            facts: None,
            photos: Vec::new(),
            base: None,
            photo_url: None,
            prior: None,
            shopee_template: None,
        }
    }
}

/// The parts that show this one, and look old until they are made again too.
pub fn shown_in(part: Step) -> &'static [Step] {
    match part {
        Step::Photos => &[Step::Posts, Step::Video, Step::Listings],
        // The sheets take new words by themselves.
        Step::Copy => &[Step::Posts, Step::Video],
        Step::Posts | Step::Video | Step::Listings => &[],
    }
}

/// Makes parts of a kit again.
///
/// A part of which nothing could be made (a film without ffmpeg) stays as it was, with a finding.
///
/// # Errors
/// When the folder is no kit, photos are to be cut and none can be read, the new folder can't be written, or the person
/// stopped it. The kit stands as before then.
pub fn remake_parts(
    remake: Remake,
    words: &Words,
    watch: &dyn Watch,
    cancel: &Cancel,
) -> Result<Made, AppError> {
    revise(remake, words, watch, cancel, |_, _| Vec::new())
}

/// Makes the video of a kit again where it stands, from its own pictures, facts and seed.
///
/// # Errors
/// When the folder is no kit, shows no photo, or can't be written.
pub fn remake_video(
    folder: &Path,
    words: &Words,
    watch: &dyn Watch,
    cancel: &Cancel,
) -> Result<Made, AppError> {
    let kit = standing::read(folder)?;
    if !kit.outputs.iter().any(|o| o.kind == OutputKind::Tidied) {
        return Err(AppError::Refused(Message::new("video-needs-photo")));
    }
    let remake = Remake::new(folder, folder, &[Step::Video]);
    let made = remake_parts(remake, words, watch, cancel)?;
    Ok(Made {
        folder: folder.to_owned(),
        ..made
    })
}

/// Makes parts again after `edit` changed the words; it names the channels that it changed.
pub(crate) fn revise(
    remake: Remake,
    words: &Words,
    watch: &dyn Watch,
    cancel: &Cancel,
    edit: impl FnOnce(&mut Copy, &Facts) -> Vec<Channel>,
) -> Result<Made, AppError> {
    let started = Instant::now();
    let kit = standing::read(&remake.folder)?;
    let from = real(&remake.folder)?;
    let parts = remake.parts.clone();
    if parts.contains(&Step::Photos) && remake.photos.is_empty() {
        return Err(AppError::Refused(Message::new("remake-needs-photos")));
    }
    let request = request(remake, &kit, &from)?;
    let place = request.out.join(request.slug());
    let staging = Staging::begin(&place)?;
    let job = Job {
        request: &request,
        staging: &staging,
        words,
        watch,
        cancel,
    };
    let mut revision = Revision {
        job: &job,
        from: &from,
        is_in_place: place == from,
        parts: &parts,
        kit,
    };
    let result = revision.make(edit);
    job.check()?;
    let (is_changed, listed) = result?;
    let mut kit = revision.kit;
    if is_changed {
        kit.milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        report::contract(&staging, &kit)?;
        report::replace(staging, &place)?;
    }
    Ok(Made {
        folder: place,
        kit,
        listed,
    })
}

/// The folder itself, whatever leads to it.
fn real(folder: &Path) -> Result<PathBuf, AppError> {
    std::fs::canonicalize(folder).map_err(|e| AppError::read(folder, e))
}

fn request(remake: Remake, kit: &Kit, from: &Path) -> Result<Request, AppError> {
    let out = real(&remake.out).unwrap_or(remake.out);
    let (sku, photo_url) = standing::listed_as(from);
    Ok(Request {
        photos: remake.photos,
        facts: remake.facts.unwrap_or_else(|| kit.facts.clone()),
        notices: Vec::new(),
        lang: kit.lang,
        seed: remake.seed.unwrap_or(kit.seed),
        date: kit
            .date
            .parse()
            .map_err(|e: jiff::Error| standing::damaged(from, &e))?,
        parts: remake.parts.iter().map(|part| part.key()).collect(),
        folder: out
            .file_name()
            .map(|name| name.to_string_lossy().into_owned()),
        out: out.parent().map(Path::to_owned).unwrap_or_default(),
        base: remake.base.unwrap_or_else(|| from.to_owned()),
        photo_url: remake.photo_url.or(photo_url),
        prior: remake.prior,
        sku: Some(sku.unwrap_or_else(|| made_code(&kit.slug))),
        shopee_template: remake.shopee_template,
        choices: remake.choices,
    })
}

/// A kit on its way to the next one.
struct Revision<'a> {
    job: &'a Job<'a>,
    from: &'a Path,
    is_in_place: bool,
    parts: &'a [Step],
    kit: Kit,
}

/// What came of the parts.
#[derive(Default)]
struct Parts {
    outputs: Vec<Output>,
    findings: Vec<Finding>,
    inputs: Option<Vec<Input>>,
    film: Option<Video>,
    subtitles: Option<String>,
    listed: Option<Listed>,
}

impl Revision<'_> {
    /// Whether anything was made, and the product as sheets list it.
    fn make(
        &mut self,
        edit: impl FnOnce(&mut Copy, &Facts) -> Vec<Channel>,
    ) -> Result<(bool, Option<Listed>), AppError> {
        let job = self.job;
        let facts = &job.request.facts;
        let has_new_facts = *facts != self.kit.facts;
        let mut copy = match standing::words(self.from) {
            Some(set) if !job.wants(Step::Copy) => copy::kept(set),
            _ => copy::write(job),
        };
        if has_new_facts && !job.wants(Step::Copy) {
            copy.judge_again(facts);
        }
        let edited = edit(&mut copy, facts);
        let mut made = self.parts(&copy)?;
        if !edited.is_empty() && !job.wants(Step::Copy) {
            let is_edited = |channel| edited.contains(&channel);
            made.outputs
                .extend(copy::save_pieces(job, &copy, is_edited)?);
            made.outputs.push(copy::save_all(job, &copy)?);
        }
        let has_new_words = job.wants(Step::Copy) || edited.contains(&Channel::Marketplace);
        let has_film = made.film.is_some();
        let film = made.film.take().or_else(|| standing::film(&self.kit));
        let rewrites = !job.wants(Step::Listings) && (has_new_words || has_new_facts);
        if rewrites {
            let sheets = listings::rewrite(job, &copy, &self.kit, film.clone())?;
            made.outputs.extend(sheets);
        }
        // What can't be made where it stands leaves it as it is.
        if self.is_in_place && made.outputs.is_empty() && !has_new_facts {
            self.tell(made.findings);
            return Ok((false, None));
        }
        self.kit.facts = facts.clone();
        self.kit.seed = job.request.seed;
        concat!("naikkelas ", env!("CARGO_PKG_VERSION")).clone_into(&mut self.kit.made_by);
        self.take_over(std::mem::take(&mut made.outputs))?;
        if let Some(film) = film.filter(|_| has_film && !rewrites && !job.wants(Step::Listings)) {
            listings::check_film(job, &mut self.kit, &film)?;
        }
        self.tell(made.findings);
        self.kit.inputs = made.inputs.unwrap_or(std::mem::take(&mut self.kit.inputs));
        self.kit.claims = copy.claims(&self.kit.outputs);
        let subtitles = made
            .subtitles
            .or_else(|| standing::subtitles(self.from, &self.kit));
        let page = report::page(
            job,
            &self.kit,
            &copy,
            &report::markets(&self.kit),
            subtitles.as_deref(),
        )?;
        self.kit.outputs.push(page);
        Ok((true, made.listed))
    }

    /// Makes the parts that were asked for.
    fn parts(&self, copy: &Copy) -> Result<Parts, AppError> {
        let job = self.job;
        let mut made = Parts::default();
        if job.wants(Step::Copy) {
            made.findings.extend(copy.findings.iter().cloned());
            made.outputs.extend(copy::save(job, copy)?);
        }
        let needs_pictures = self.parts.iter().any(|part| *part != Step::Copy);
        let pictures = if job.wants(Step::Photos) {
            self.photos(&mut made)?
        } else if needs_pictures {
            standing::pictures(job.staging, self.from, &self.kit, self.parts)?
        } else {
            Vec::new()
        };
        let posts = posts::make(job, copy, &pictures)?;
        made.outputs.extend(posts.outputs);
        made.findings.extend(posts.findings);
        let sizes = Sizes::make(job, &pictures)?;
        let film = video::make(job, copy, Arc::new(pictures))?;
        made.film = film.video();
        made.outputs.extend(film.outputs);
        made.findings.extend(film.findings);
        made.subtitles = film.subtitles;
        if job.wants(Step::Listings) {
            let film = made.film.clone().or_else(|| standing::film(&self.kit));
            let listings = listings::make(job, copy, &sizes, film)?;
            made.outputs.extend(listings.outputs);
            made.listed = listings.listed;
        }
        Ok(made)
    }

    /// Cuts the original photos again.
    fn photos(&self, made: &mut Parts) -> Result<Vec<photos::Pictures>, AppError> {
        let (cut, twice) = photos::make(self.job)?;
        made.findings.extend(twice);
        let (mut inputs, mut pictures) = (Vec::new(), Vec::new());
        for photo in cut {
            let lost = |finding: &&Finding| finding.gravity == Gravity::Failed;
            made.findings
                .extend(photo.input.findings.iter().filter(lost).cloned());
            inputs.push(photo.input);
            made.outputs.extend(photo.outputs);
            pictures.extend(photo.pictures);
        }
        if pictures.is_empty() {
            return Err(AppError::Refused(Message::new("no-photo-left")));
        }
        made.inputs = Some(inputs);
        Ok(pictures)
    }

    /// Puts the new files in the old ones' place in the contract, and keeps every other file of the kit.
    fn take_over(&mut self, made: Vec<Output>) -> Result<(), AppError> {
        let renewed: Vec<Step> = self
            .parts
            .iter()
            .copied()
            .filter(|part| {
                made.iter()
                    .any(|output| part_of(output.kind) == Some(*part))
            })
            .collect();
        let from = self.from;
        let stays = |output: &Output| {
            let part = part_of(output.kind);
            part.is_some_and(|part| !renewed.contains(&part))
                // A file that its owner deleted is no part of the kit any more.
                && from.join(&output.path).is_file()
        };
        self.kit.outputs.retain(stays);
        for output in &mut self.kit.outputs {
            match made.iter().find(|new| new.path == output.path) {
                Some(new) => *output = new.clone(),
                None => self
                    .job
                    .staging
                    .copy(&from.join(&output.path), &output.path)?,
            }
        }
        for new in made {
            if !self.kit.outputs.iter().any(|old| old.path == new.path) {
                self.kit.outputs.push(new);
            }
        }
        // The order of a kit; it is stable, so that what was in order stays so.
        let order = [
            Step::Photos,
            Step::Posts,
            Step::Video,
            Step::Copy,
            Step::Listings,
        ];
        self.kit.outputs.sort_by_key(|output| {
            let part = part_of(output.kind);
            order.iter().position(|step| Some(*step) == part)
        });
        Ok(())
    }

    /// Replaces what was found about the parts.
    fn tell(&mut self, findings: Vec<Finding>) {
        let about_photos: Vec<Finding> = self
            .kit
            .inputs
            .iter()
            .flat_map(|input| input.findings.clone())
            .collect();
        let is_about = |finding: &Finding, part: &Step| {
            let begins = |starts: &[&str]| starts.iter().any(|s| finding.key.starts_with(s));
            match part {
                Step::Photos => begins(&["photo-twice"]) || about_photos.contains(finding),
                Step::Copy => begins(&["copy-"]),
                Step::Posts => begins(&["press-", "logo-"]),
                Step::Video => begins(&["video-", "voice-", "tool-"]),
                Step::Listings => false,
            }
        };
        let parts = self.parts;
        self.kit
            .findings
            .retain(|finding| !parts.iter().any(|part| is_about(finding, part)));
        for finding in findings {
            if !self.kit.findings.contains(&finding) {
                self.kit.findings.push(finding);
            }
        }
    }
}

/// The part that makes files of this kind; none makes the page, which is drawn from them all.
fn part_of(kind: OutputKind) -> Option<Step> {
    match kind {
        OutputKind::Cutout | OutputKind::White | OutputKind::Scene | OutputKind::Tidied => {
            Some(Step::Photos)
        }
        OutputKind::Post => Some(Step::Posts),
        OutputKind::Video | OutputKind::Subtitles | OutputKind::Cover => Some(Step::Video),
        OutputKind::Copy | OutputKind::Calendar => Some(Step::Copy),
        OutputKind::MarketPhoto
        | OutputKind::Listing
        | OutputKind::Archive
        | OutputKind::Report => Some(Step::Listings),
        OutputKind::Page => None,
    }
}
