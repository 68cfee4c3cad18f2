//! A kit that stands on the disk: its contract, its words and its pictures, read back.

use std::path::{Component, Path};

use naik_connect::listing::{Image, Video};
use naik_core::channel::Market;
use naik_core::kit::{Kit, Output, OutputKind};
use naik_core::message::Message;
use naik_photo::decode::{DecodeOptions, decode};
use naik_photo::image::{Rgb, Rgba};
use naik_text::copy::CopySet;
use serde_json::Value;

use super::aside::Aside;
use super::photos::{self, Pictures};
use super::{KIT_FILE, listings, posts};
use crate::error::AppError;
use crate::output::Staging;
use crate::progress::Step;
use crate::source;

/// Reads the contract of a kit that stands on the disk.
pub(crate) fn read(folder: &Path) -> Result<Kit, AppError> {
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

pub(crate) fn damaged(folder: &Path, reason: &impl std::fmt::Display) -> AppError {
    AppError::Refused(
        Message::new("kit-not-read")
            .with("path", folder.display())
            .with("reason", reason),
    )
}

/// The words that the kit says, as they were written or edited; `None` when it has none of its own.
pub(crate) fn words(folder: &Path) -> Option<CopySet> {
    let bytes = source::read(&folder.join(super::copy::ALL)).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// The narration of its film.
pub(crate) fn subtitles(folder: &Path, kit: &Kit) -> Option<String> {
    let file = kit
        .outputs
        .iter()
        .find(|output| output.kind == OutputKind::Subtitles)?;
    let bytes = source::read(&folder.join(&file.path)).ok()?;
    String::from_utf8(bytes).ok()
}

/// Its film, as marketplaces look at it.
pub(crate) fn film(kit: &Kit) -> Option<Video> {
    let film = kit.outputs.iter().find(|o| o.kind == OutputKind::Video)?;
    Some(Video {
        name: film.path.clone(),
        bytes: film.bytes,
        seconds: film.seconds?,
    })
}

/// The pictures that were cut for a marketplace.
pub(crate) fn images(kit: &Kit, market: Market) -> Vec<Image> {
    kit.outputs
        .iter()
        .filter(|output| output.kind == OutputKind::MarketPhoto && output.variety == market.key())
        .filter_map(|output| {
            Some(Image {
                name: output.path.rsplit('/').next()?.to_owned(),
                bytes: usize::try_from(output.bytes).ok()?,
                width: output.width?,
                height: output.height?,
            })
        })
        .collect()
}

/// The shop's own code and the address of its pictures, as the kit's sheets have them.
pub(crate) fn listed_as(folder: &Path) -> (Option<String>, Option<String>) {
    let data: Option<Value> = source::read(&folder.join(listings::JSON_LD))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let Some(data) = data else {
        return (None, None);
    };
    let text = |key: &str| Some(data.get(key)?.as_str()?.to_owned());
    let sku = text("productGroupID").or_else(|| text("sku"));
    let image = data.get("image").and_then(|images| images.get(0)?.as_str());
    let url = image.and_then(|image| Some(image.rsplit_once('/')?.0.to_owned()));
    (sku, url)
}

/// The pictures of a kit, by photo, as good as the given parts need them, put aside for these. What can't be read any
/// more is left out.
///
/// # Errors
/// When the disk takes no more.
pub(crate) fn pictures(
    staging: &Staging,
    folder: &Path,
    kit: &Kit,
    parts: &[Step],
) -> Result<Vec<Pictures>, AppError> {
    let has_white = parts.contains(&Step::Listings);
    let side = if has_white || parts.contains(&Step::Posts) {
        photos::SQUARE_SIDE
    } else {
        photos::SCENE_SIDE
    };
    let load = |output: &Output| {
        let bytes = source::read(&folder.join(&output.path)).ok()?;
        decode(
            &bytes,
            &DecodeOptions {
                min_side: 16,
                ..DecodeOptions::at_most(side)
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
            .map(|(key, scene)| Ok((key, Aside::put(staging, &scene)?)))
            .collect::<Result<_, AppError>>()?;
        let white = of(OutputKind::White)
            .filter(|_| has_white)
            .find_map(|output| Some(load(output)?.pixels));
        let tidied_small = naik_photo::resize::shrink_into(photo.pixels, photos::SCENE_SIDE);
        let file = tidied.source.first().cloned().unwrap_or_default();
        let input = kit.inputs.iter().find(|input| input.file == file);
        let confidence = input.and_then(|input| input.confidence).unwrap_or(0.0);
        pictures.push(Pictures {
            stem,
            file,
            cut: cut.map(|cut| Aside::put(staging, &cut)).transpose()?,
            white: white.map(|white| Aside::put(staging, &white)).transpose()?,
            scenes,
            tidied: Aside::put(staging, &tidied_small)?,
            confidence,
            subject,
        });
    }
    Ok(pictures)
}

/// A cut-out from the decoder's colours on white and its alpha.
fn joined(pixels: &Rgb, alpha: &[u8]) -> Rgba {
    let mut picture = posts::opaque(pixels);
    posts::lift(&mut picture, alpha);
    Rgba::from_data(picture.width, picture.height, picture.rgba)
        .unwrap_or_else(|| Rgba::filled(1, 1, 0))
}
