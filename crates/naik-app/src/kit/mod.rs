//! Raw photos and a few facts become everything that sells them.

mod aside;
mod choices;
pub(crate) mod copy;
mod days;
mod listings;
mod photos;
mod posts;
mod record;
mod remake;
mod report;
mod sizes;
pub(crate) mod standing;
#[cfg(test)]
mod tests;
mod video;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use naik_core::facts::Facts;
use naik_core::kit::{Finding, Gravity, KIT_VERSION, Kit, Notice, Output};
use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_core::seed::Seed;
use naik_core::slug::slug;
use naik_photo::cutout::Prior;

use crate::error::AppError;
use crate::output::Staging;
use crate::progress::{Cancel, Step, Watch};
use crate::words::Words;

pub use choices::{Choices, Family, Guidance, Scene};
pub use copy::complete;
pub use listings::{Listed, sheets, shopee_template};
pub(crate) use listings::{made_code, numbered};
pub(crate) use remake::revise;
pub use remake::{Remake, remake_parts, remake_video, shown_in};
pub use report::is_whole;

/// The name of the contract's file.
pub const KIT_FILE: &str = "kit.json";

/// What a kit is to be made of.
pub struct Request {
    /// The photos' files.
    pub photos: Vec<PathBuf>,
    /// The facts, as far as they could be read.
    pub facts: Facts,
    /// What was noticed while reading them.
    pub notices: Vec<Notice>,
    /// Language of copy and messages.
    pub lang: Lang,
    /// Chooses among varieties.
    pub seed: Seed,
    /// First day of the calendar.
    pub date: jiff::civil::Date,
    /// The parts to make.
    pub parts: BTreeSet<&'static str>,
    /// Where the kit's folder goes.
    pub out: PathBuf,
    /// The folder's name in `out`; made from the product's name when absent.
    pub folder: Option<String>,
    /// The folder that a relative path of the logo starts from.
    pub base: PathBuf,
    /// Address under which photos will be public.
    pub photo_url: Option<String>,
    /// A segmentation network instead of the built-in prior.
    pub prior: Option<Box<dyn Prior + Send + Sync>>,
    /// The shop's own code for the product; made from the folder's name when absent.
    pub sku: Option<String>,
    /// The seller's own mass-upload template of Shopee, checked by [`shopee_template`].
    pub shopee_template: Option<Arc<[u8]>>,
    /// What the owner chose.
    pub choices: Choices,
}

impl Request {
    /// The folder's name.
    pub fn slug(&self) -> String {
        self.folder
            .clone()
            .unwrap_or_else(|| slug(&self.facts.product.name))
    }
}

/// A kit that stands on the disk.
pub struct Made {
    /// Its folder.
    pub folder: PathBuf,
    /// Its contract.
    pub kit: Kit,
    /// The product as sheets list it, where listings were made.
    pub listed: Option<Listed>,
}

/// A request at work: what every step needs to know.
pub(crate) struct Job<'a> {
    pub(crate) request: &'a Request,
    pub(crate) staging: &'a Staging,
    pub(crate) words: &'a Words,
    pub(crate) watch: &'a dyn Watch,
    cancel: &'a Cancel,
}

impl Job<'_> {
    /// Stops here if the person wants to.
    pub(crate) fn check(&self) -> Result<(), AppError> {
        if self.cancel.asked() {
            Err(AppError::Cancelled)
        } else {
            Ok(())
        }
    }

    /// Whether this part was asked for.
    pub(crate) fn wants(&self, step: Step) -> bool {
        self.request.parts.contains(step.key())
    }

    /// Tells who watches that a file stands in the staging folder, whole.
    pub(crate) fn made(&self, output: Output) -> Result<Output, AppError> {
        let path = self.staging.path(&output.path)?;
        self.watch.made(&output, &path);
        Ok(output)
    }

    /// Puts a notice into words.
    pub(crate) fn put(&self, notice: &Notice) -> Finding {
        put(self.words, notice)
    }
}

/// Puts a notice into words.
pub fn put(words: &Words, notice: &Notice) -> Finding {
    let said = words.say(&notice.message);
    Finding {
        gravity: notice.gravity,
        key: notice.message.key.clone(),
        text: said.text,
        hint: said.hint.unwrap_or_default(),
    }
}

/// Makes a kit in `request.out`.
///
/// Findings about single photos and parts are in the kit; the other photos and parts are still made.
///
/// # Errors
/// When no photo can be used though some were given, when the folder can't be
/// written, or when the person stopped it. Nothing is left behind then.
pub fn make(
    request: &Request,
    words: &Words,
    watch: &dyn Watch,
    cancel: &Cancel,
) -> Result<Made, (AppError, Vec<Finding>)> {
    let place = request.out.join(request.slug());
    let staging = Staging::begin(&place).map_err(|e| (e, Vec::new()))?;
    let started = Instant::now();
    let job = Job {
        request,
        staging: &staging,
        words,
        watch,
        cancel,
    };
    let (mut kit, listed) = match steps(&job) {
        Ok(made) => made,
        Err((error, findings)) => {
            let error = if cancel.asked() {
                AppError::Cancelled
            } else {
                error
            };
            return Err((error, findings));
        }
    };
    kit.milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let done = report::contract(&staging, &kit).and_then(|()| job.check());
    done.map_err(|e| (e, Vec::new()))?;
    let folder = report::replace(staging, &place).map_err(|e| (e, Vec::new()))?;
    Ok(Made {
        folder,
        kit,
        listed,
    })
}

/// Every step that was asked for, in an order that keeps both cores busy.
fn steps(job: &Job<'_>) -> Result<(Kit, Option<Listed>), (AppError, Vec<Finding>)> {
    let alone = |error| (error, Vec::new());
    let request = job.request;
    let mut findings: Vec<Finding> = request.notices.iter().map(|n| job.put(n)).collect();
    let copy = copy::write(job);
    findings.extend(copy.findings.iter().cloned());

    let (photos, twice) = photos::make(job).map_err(alone)?;
    findings.extend(twice);
    let usable = photos.iter().any(|photo| photo.pictures.is_some());
    let lost: Vec<Finding> = photos
        .iter()
        .flat_map(|p| {
            p.input
                .findings
                .iter()
                .filter(|f| f.gravity == Gravity::Failed)
                .cloned()
        })
        .collect();
    if !usable && !request.photos.is_empty() {
        return Err((AppError::Refused(Message::new("no-photo-left")), lost));
    }
    findings.extend(lost);

    let mut inputs = Vec::new();
    let mut outputs = Vec::new();
    let mut pictures = Vec::new();
    for photo in photos {
        inputs.push(photo.input);
        outputs.extend(photo.outputs);
        pictures.extend(photo.pictures);
    }
    // Some tens of megabytes of disk a photo: whoever is done with them first leaves them to the other.
    let pictures = Arc::new(pictures);
    let shown = Arc::clone(&pictures);
    let (film, stills) = rayon::join(
        || video::make(job, &copy, shown),
        || -> Result<_, AppError> {
            let pictures = pictures;
            let posts = posts::make(job, &copy, &pictures)?;
            let written = copy::save(job, &copy)?;
            let sizes = sizes::Sizes::make(job, &pictures)?;
            Ok((posts, written, sizes))
        },
    );
    let (posts, written, sizes) = stills.map_err(alone)?;
    let film = film.map_err(alone)?;
    // Marketplaces look at the film too, so that their sheets wait for it; what takes long is done by then.
    let listings = listings::make(job, &copy, &sizes, film.video()).map_err(alone)?;
    outputs.extend(posts.outputs);
    findings.extend(posts.findings);
    outputs.extend(film.outputs);
    findings.extend(film.findings);
    outputs.extend(written);
    outputs.extend(listings.outputs);
    let claims = copy.claims(&outputs);
    let mut kit = Kit {
        version: KIT_VERSION,
        made_by: concat!("naikkelas ", env!("CARGO_PKG_VERSION")).to_owned(),
        slug: request.slug(),
        lang: request.lang,
        seed: request.seed,
        date: request.date.to_string(),
        facts: request.facts.clone(),
        inputs,
        outputs,
        claims,
        findings,
        milliseconds: 0,
    };
    let page = report::page(
        job,
        &kit,
        &copy,
        &listings.reports,
        film.subtitles.as_deref(),
    )
    .map_err(alone)?;
    kit.outputs.push(page);
    Ok((kit, listings.listed))
}
