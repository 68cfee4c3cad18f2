//! Each photo with every picture that was made of it.

use naik_core::kit::{Gravity, Kit, Output, OutputKind};
use serde::Serialize;

use super::assets::address;
use crate::words::Words;

/// One photo.
#[derive(Serialize)]
pub(super) struct PhotoView {
    /// The name of the owner's file.
    file: String,
    /// Whether its background was taken away.
    cut: bool,
    /// How sure the cut-out is, in whole percent.
    percent: Option<u32>,
    /// Whether someone should look at it.
    doubted: bool,
    /// The photo itself, tidied.
    before: Option<Picture>,
    /// Pictures made of it, the best first; the photo itself last.
    pictures: Vec<Picture>,
}

/// A picture to show and to keep.
#[derive(Clone, Serialize)]
pub(super) struct Picture {
    pub(super) src: String,
    /// How it is shown: `white` with its margins, `plain` filling the frame, `clear` on a chequered ground,
    /// `whole` without a comparison.
    pub(super) kind: &'static str,
    pub(super) name: String,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// The photos in the order in which they were given.
pub(super) fn of(kit: &Kit, words: &Words) -> Vec<PhotoView> {
    let mut folders: Vec<&str> = Vec::new();
    for output in kit.outputs.iter().filter(|output| is_picture(output)) {
        let folder = folder(output);
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders
        .into_iter()
        .filter_map(|name| photo(kit, words, name))
        .collect()
}

fn is_picture(output: &Output) -> bool {
    matches!(
        output.kind,
        OutputKind::Tidied | OutputKind::White | OutputKind::Scene
    )
}

/// The folder of a picture: one per photo.
fn folder(output: &Output) -> &str {
    output
        .path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
}

fn photo(kit: &Kit, words: &Words, name: &str) -> Option<PhotoView> {
    let outputs: Vec<&Output> = kit
        .outputs
        .iter()
        .filter(|output| folder(output) == name)
        .collect();
    let of = |kind| {
        outputs
            .iter()
            .copied()
            .filter(move |output| output.kind == kind)
    };
    let first = outputs.iter().copied().find(|output| is_picture(output))?;
    let input = kit
        .inputs
        .iter()
        .find(|input| first.source.contains(&input.file));
    let before = of(OutputKind::Tidied).next().map(|output| Picture {
        kind: "whole",
        ..picture(output, words.label("page-picture-tidied", &[]))
    });
    let white = of(OutputKind::White).map(|output| Picture {
        kind: "white",
        ..picture(output, words.label("page-picture-white", &[]))
    });
    let scenes =
        of(OutputKind::Scene).map(|output| picture(output, scene_name(&output.variety, words)));
    let alone = of(OutputKind::Cutout).map(|output| Picture {
        kind: "clear",
        ..picture(output, words.label("page-picture-cutout", &[]))
    });
    Some(PhotoView {
        file: input.map_or_else(
            || first.source.first().cloned().unwrap_or_default(),
            |input| input.file.clone(),
        ),
        cut: input.is_some_and(|input| input.cut),
        percent: input
            .and_then(|input| input.confidence)
            .map(|sure| (sure.clamp(0.0, 1.0) * 100.0).round() as u32),
        doubted: input.is_some_and(|input| {
            !input.cut
                || input
                    .findings
                    .iter()
                    .any(|finding| finding.gravity > Gravity::Note)
        }),
        pictures: white
            .chain(scenes)
            .chain(alone)
            .chain(before.clone())
            .collect(),
        before,
    })
}

fn picture(output: &Output, name: String) -> Picture {
    Picture {
        src: address(&output.path),
        kind: "plain",
        name,
        width: output.width.unwrap_or(1),
        height: output.height.unwrap_or(1),
    }
}

/// The name of a scene, or its key made readable when a newer engine knows more scenes than we do.
fn scene_name(key: &str, words: &Words) -> String {
    readable(&format!("page-scene-{key}"), key, words)
}

/// A label, or the bare key with a capital and without dashes.
pub(super) fn readable(label: &str, key: &str, words: &Words) -> String {
    if words.has(label) {
        return words.label(label, &[]);
    }
    let mut letters = key.replace(['-', '_'], " ");
    if let Some(first) = letters.get(..1).map(str::to_uppercase) {
        letters.replace_range(..1, &first);
    }
    letters
}
