//! The video of a kit that stands on the disk, made again from what lies there.

use std::path::{Component, Path};

use naik_core::kit::{Kit, Output, OutputKind};
use naik_core::message::Message;
use naik_photo::decode::{DecodeOptions, decode};
use naik_photo::image::{Rgb, Rgba};

use super::photos::{self, Pictures};
use super::video::{self, PICTURE_SIDE};
use super::{Job, KIT_FILE, Made, Request, listings, posts, report};
use crate::error::AppError;
use crate::output::Staging;
use crate::progress::{Cancel, Step, Watch};
use crate::source;
use crate::words::Words;

/// Makes the video of a kit that stands on the disk again, from its own pictures, facts and seed.
///
/// # Errors
/// When the folder is no kit, shows no photo, or can't be written.
pub fn remake(
    folder: &Path,
    words: &Words,
    watch: &dyn Watch,
    cancel: &Cancel,
) -> Result<Made, AppError> {
    let mut kit = read(folder)?;
    let pictures = standing_pictures(folder, &kit);
    if pictures.is_empty() {
        return Err(AppError::Refused(Message::new("video-needs-photo")));
    }
    let place = std::fs::canonicalize(folder).map_err(|e| AppError::read(folder, e))?;
    let request = Request {
        photos: Vec::new(),
        facts: kit.facts.clone(),
        notices: Vec::new(),
        lang: kit.lang,
        seed: kit.seed,
        date: kit
            .date
            .parse()
            .map_err(|e: jiff::Error| damaged(folder, &e))?,
        parts: [Step::Video.key()].into(),
        out: place.parent().map(Path::to_owned).unwrap_or_default(),
        folder: place
            .file_name()
            .map(|name| name.to_string_lossy().into_owned()),
        base: place.clone(),
        photo_url: None,
        prior: None,
        sku: None,
        shopee_template: None,
    };
    let staging = Staging::begin(&place)?;
    let job = Job {
        request: &request,
        staging: &staging,
        words,
        watch,
        cancel,
    };
    let copy = super::copy::write(&job);
    let film = video::make(&job, &copy, &pictures);
    job.check()?;
    let film = film?;
    kit.findings.retain(|finding| {
        !finding.key.starts_with("video-")
            && !finding.key.starts_with("voice-")
            && !finding.key.starts_with("tool-")
    });
    let listed = film.video();
    kit.findings.extend(film.findings);
    if !film.outputs.is_empty() {
        take_over(&staging, &place, &mut kit, film.outputs)?;
        if let Some(listed) = &listed {
            listings::check_film(&job, &mut kit, listed)?;
        }
        let page = report::page(
            &job,
            &kit,
            &copy,
            &report::markets(&kit),
            film.subtitles.as_deref(),
        )?;
        kit.outputs.retain(|output| output.kind != OutputKind::Page);
        kit.outputs.push(page);
        report::contract(&staging, &kit)?;
        report::replace(staging, &place)?;
    }
    Ok(Made {
        folder: folder.to_owned(),
        kit,
        listed: None,
    })
}

/// Reads the contract of a kit that stands on the disk.
fn read(folder: &Path) -> Result<Kit, AppError> {
    let file = folder.join(KIT_FILE);
    if !file.is_file() {
        return Err(AppError::Refused(
            Message::new("not-a-kit").with("path", folder.display()),
        ));
    }
    let bytes = source::read(&file)?;
    let kit: Kit = serde_json::from_slice(&bytes).map_err(|e| damaged(folder, &e))?;
    // Whoever made this file, nothing outside the kit is read or written.
    let inside = |path: &str| {
        Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
    };
    match kit.outputs.iter().find(|output| !inside(&output.path)) {
        Some(output) => Err(damaged(folder, &output.path)),
        None => Ok(kit),
    }
}

fn damaged(folder: &Path, reason: &impl std::fmt::Display) -> AppError {
    AppError::Refused(
        Message::new("kit-not-read")
            .with("path", folder.display())
            .with("reason", reason),
    )
}

/// Puts the new files in the old ones' place in the contract, and keeps every other file of the kit.
fn take_over(
    staging: &Staging,
    place: &Path,
    kit: &mut Kit,
    made: Vec<Output>,
) -> Result<(), AppError> {
    let film = |kind: OutputKind| {
        matches!(
            kind,
            OutputKind::Video | OutputKind::Subtitles | OutputKind::Cover
        )
    };
    let at = kit
        .outputs
        .iter()
        .position(|output| film(output.kind))
        .unwrap_or(kit.outputs.len());
    kit.outputs.retain(|output| !film(output.kind));
    let at = at.min(kit.outputs.len());
    kit.outputs.splice(at..at, made);
    let stays = |output: &Output| film(output.kind) || output.kind == OutputKind::Page;
    // A file that its owner deleted is no part of the kit any more.
    kit.outputs
        .retain(|output| stays(output) || place.join(&output.path).is_file());
    for output in kit.outputs.iter().filter(|output| !stays(output)) {
        staging.copy(&place.join(&output.path), &output.path)?;
    }
    Ok(())
}

/// The pictures of a kit that stands on the disk, by photo. What can't be read any more is left out.
fn standing_pictures(folder: &Path, kit: &Kit) -> Vec<Pictures> {
    let load = |output: &Output| {
        let bytes = source::read(&folder.join(&output.path)).ok()?;
        decode(
            &bytes,
            &DecodeOptions {
                min_side: 16,
                ..DecodeOptions::at_most(PICTURE_SIDE)
            },
        )
        .ok()
    };
    let mut pictures = Vec::new();
    for tidied in kit
        .outputs
        .iter()
        .filter(|output| output.kind == OutputKind::Tidied)
    {
        let Some(photo) = load(tidied) else { continue };
        let stem = tidied.path.split('/').nth(1).unwrap_or_default().to_owned();
        let of = |kind: OutputKind| {
            let prefix = format!("photos/{stem}/");
            kit.outputs
                .iter()
                .filter(move |output| output.kind == kind && output.path.starts_with(&prefix))
        };
        let whole = of(OutputKind::Cutout).find_map(|output| {
            let photo = load(output)?;
            let alpha = photo.alpha?;
            Some(joined(&photo.pixels, alpha.data()))
        });
        let bounds = whole.as_ref().and_then(naik_photo::scene::bounds);
        let subject = whole
            .as_ref()
            .zip(bounds)
            .map(|(whole, bounds)| photos::shares(bounds, whole.width(), whole.height()));
        let cut = whole
            .zip(bounds)
            .map(|(whole, bounds)| naik_photo::resize::crop(&whole, bounds));
        let scenes = of(OutputKind::Scene)
            .filter_map(|output| Some((output.variety.clone(), load(output)?.pixels)))
            .collect();
        let file = tidied.source.first().cloned().unwrap_or_default();
        let input = kit.inputs.iter().find(|input| input.file == file);
        let confidence = input.and_then(|input| input.confidence).unwrap_or(0.0);
        pictures.push(Pictures {
            stem,
            file,
            cut,
            white: None,
            scenes,
            tidied: photo.pixels,
            confidence,
            subject,
        });
    }
    pictures
}

/// A cut-out from the decoder's colours on white and its alpha.
fn joined(pixels: &Rgb, alpha: &[u8]) -> Rgba {
    let mut picture = posts::opaque(pixels);
    posts::lift(&mut picture, alpha);
    Rgba::from_data(picture.width, picture.height, picture.rgba)
        .unwrap_or_else(|| Rgba::filled(1, 1, 0))
}
