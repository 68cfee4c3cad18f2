//! Judging a planned video: what would make it unreadable or unwelcome.

use naik_core::color::Color;

use super::plan::{LEAST, MOST, Plan, Scene};
use super::stage::{self, Set, Words};
use super::{FPS, Storyboard, caption, ending};
use crate::canvas::Canvas;
use crate::geometry::Rect;
use crate::palette::{Palette, READABLE};
use crate::poster::LayoutCheck;

/// Smallest letters of a caption, in pixels (channels' presets).
const LEAST_CAPTION: f32 = 44.0;
/// And of names and prices on the cards.
const LEAST_WORDS: f32 = 34.0;

fn check(rule: &'static str, passed: bool, detail: String) -> LayoutCheck {
    LayoutCheck {
        rule,
        passed,
        detail,
    }
}

/// Least contrast of an ink with the pixels of a box.
fn contrast_over(ground: &Canvas, area: Rect, ink: Color) -> f64 {
    let range = |from: f32, to: f32| (from.max(0.0) as usize..to.max(0.0) as usize).step_by(5);
    let rows = range(area.y, area.bottom());
    rows.flat_map(|y| range(area.x, area.right()).map(move |x| (x, y)))
        .filter_map(|(x, y)| Some(ground.color_at(x, y)?.contrast(ink)))
        .fold(21.0, f64::min)
}

fn words_contrast(words: &Words, ground: &Canvas) -> f64 {
    match words.ground {
        Some(color) => color.contrast(words.ink),
        None => {
            let lines = words.lines.iter();
            lines
                .map(|line| contrast_over(ground, *line, words.ink))
                .fold(21.0, f64::min)
        }
    }
}

pub(super) fn judge(board: &Storyboard<'_>, plan: &Plan, palette: &Palette) -> Vec<LayoutCheck> {
    let burnt: Vec<_> = plan
        .captions()
        .filter_map(|(cue, at_end)| caption::burn(&cue.text, at_end))
        .collect();
    let mut boxes: Vec<Rect> = burnt.iter().flat_map(|b| b.lines.iter().copied()).collect();
    let mut contrast = caption::contrast();
    let mut least_words = f32::MAX;
    let mut judge_set = |set: &Set| {
        let ground = set.settled();
        for words in set.plates.iter().flat_map(|p| &p.words) {
            boxes.extend(&words.lines);
            least_words = least_words.min(words.size);
            contrast = contrast.min(words_contrast(words, &ground));
        }
    };
    judge_set(&stage::opening(board, palette, plan.hook()));
    judge_set(&stage::cover(board, palette));
    judge_set(&ending::ending(board, palette, plan.closes()));
    let on_ground = |words: &Words| words.ground.map_or(21.0, |g| g.contrast(words.ink));
    for words in stage::tag(board, palette).into_iter().flat_map(|p| p.words) {
        contrast = contrast.min(on_ground(&words));
        boxes.extend(&words.lines);
    }
    // The cover is a still: no app's buttons lie over it, but a grid cuts it.
    let cover = stage::cover_price(board, palette).into_iter();
    let cut = cover.flat_map(|p| p.words).find_map(|words| {
        contrast = contrast.min(on_ground(&words));
        let mut lines = words.lines.into_iter();
        lines.find(|line| !stage::COVER.contains(*line))
    });
    let outside = boxes
        .iter()
        .find(|line| !caption::SAFE.contains(**line))
        .copied()
        .or(cut);
    let smallest = burnt.iter().map(|b| b.size).fold(f32::MAX, f32::min);
    let frames = plan.shots.last().map_or(0, |s| s.to);
    let seconds = f64::from(frames) / f64::from(FPS);
    let cuts = plan
        .shots
        .iter()
        .filter(|s| s.scene != Scene::Opening)
        .map(|s| s.from);
    // A cut inside a caption's time would be a cut inside a phrase.
    let inside = |cut: u32| {
        plan.cues
            .iter()
            .find(|c| c.from + 2 < cut && cut + 12 < c.to)
    };
    let broken = cuts.clone().find(|cut| inside(*cut).is_some());
    vec![
        check(
            "safe-zone",
            outside.is_none(),
            outside.map_or_else(|| "all words inside".to_owned(), |r| format!("{r:?}")),
        ),
        check(
            "contrast",
            contrast >= READABLE,
            format!("least {contrast:.2}, wanted {READABLE}"),
        ),
        check(
            "duration",
            (LEAST..=MOST).contains(&frames),
            format!("{seconds:.1} s, wanted 12 to 20"),
        ),
        check(
            "legible",
            smallest >= LEAST_CAPTION - 0.01 && least_words >= LEAST_WORDS - 0.01,
            match burnt.len() {
                0 => "no captions".to_owned(),
                _ => format!("smallest caption {smallest:.0} px, other words {least_words:.0} px"),
            },
        ),
        check(
            "cut-on-sentence",
            broken.is_none(),
            broken.map_or_else(
                || "all cuts between phrases".to_owned(),
                |f| format!("frame {f}"),
            ),
        ),
        check(
            "narration-whole",
            plan.left_out.is_empty(),
            format!("{} lines left out", plan.left_out.len()),
        ),
    ]
}
