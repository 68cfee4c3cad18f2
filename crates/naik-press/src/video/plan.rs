//! Which shot is seen when, and which words stand on it.
//!
//! Every spoken line belongs to a shot, and shots change where a sentence (or
//! a page of a long one) ends: a cut in the middle of a phrase is what makes a
//! video feel made by a machine. Too short a narration is stretched with
//! pictures, too long a one loses middle sentences, never half of one.

use super::caption;
use super::{FPS, Sound, Storyboard};
use crate::picture::OwnedPicture;

/// Shortest and longest video in frames.
pub(super) const LEAST: u32 = 12 * FPS;
pub(super) const MOST: u32 = 20 * FPS;
/// What a video with little to say is stretched to.
const WANTED: u32 = 25 * FPS / 2;

/// What a shot shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scene {
    /// The product on the shop's stage, with the title.
    Opening,
    /// A whole picture: its place among the pictures, and how often it has been seen before.
    Picture(usize, usize),
    /// Name, price and call.
    End,
}

/// A scene from one frame to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shot {
    pub(super) scene: Scene,
    pub(super) from: u32,
    pub(super) to: u32,
}

/// Words that are burnt in from one frame to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) text: String,
    pub(super) from: u32,
    pub(super) to: u32,
}

/// A line's sound: which line, which of its samples, and the frame where it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    pub(super) line: usize,
    pub(super) samples: std::ops::Range<usize>,
    pub(super) from: u32,
    pub(super) to: u32,
}

/// The whole plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) shots: Vec<Shot>,
    pub(super) cues: Vec<Cue>,
    pub(super) spoken: Vec<Spoken>,
    /// Lines that found no time.
    pub(super) left_out: Vec<usize>,
    /// Pictures that can be shown, as places in the storyboard.
    pub(super) pictures: Vec<usize>,
}

/// Silence before the first word, between lines and after the last one, in frames.
#[derive(Clone, Copy)]
struct Pauses {
    lead: u32,
    gap: u32,
    tail: u32,
}

const EASY: Pauses = Pauses {
    lead: 12,
    gap: 9,
    tail: 48,
};
const TIGHT: Pauses = Pauses {
    lead: 8,
    gap: 5,
    tail: 30,
};

/// A line with the frames it takes.
#[derive(Clone, Debug)]
struct Timed {
    line: usize,
    pages: Vec<String>,
    samples: Option<std::ops::Range<usize>>,
    frames: u32,
}

/// The part of a sound that is heard: from the first to the last sample above a hundredth of the peak.
fn heard(sound: &Sound) -> Option<std::ops::Range<usize>> {
    if !(4_000..=768_000).contains(&sound.rate) {
        return None;
    }
    let finite = |v: &f32| if v.is_finite() { v.abs() } else { 0.0 };
    let peak = sound.samples.iter().map(finite).fold(0.0, f32::max);
    if peak < 1e-4 {
        return None;
    }
    let loud = |v: &f32| finite(v) > peak * 0.01;
    let first = sound.samples.iter().position(loud)?;
    let last = sound.samples.iter().rposition(loud)?;
    // Soft consonants begin and end below the threshold.
    let margin = sound.rate as usize / 40;
    Some(first.saturating_sub(margin)..(last + margin).min(sound.samples.len()))
}

/// Frames that a caption needs to be read, at a pace of 1 (calm) or below.
fn reading(pages: &[String], pace: f32) -> u32 {
    let letters: usize = pages.iter().map(|p| p.chars().count()).sum();
    let seconds = (0.5 + letters as f32 / 14.0) * pace;
    ((seconds * FPS as f32) as u32).max(45)
}

fn timed(board: &Storyboard<'_>, pace: f32) -> Vec<Timed> {
    let lines = board.lines.iter().enumerate();
    lines
        .filter_map(|(line, words)| {
            let pages = caption::pages(&words.caption);
            let range = words.sound.as_ref().and_then(|s| Some((heard(s)?, s.rate)));
            // One sentence that fills the whole video can only be read.
            let range = range.filter(|(r, rate)| r.len() < *rate as usize * 17);
            let frames = match &range {
                Some((r, rate)) => (r.len() as u64 * u64::from(FPS)).div_ceil(u64::from(*rate)),
                None => u64::from(reading(&pages, pace).min(17 * FPS)),
            };
            let samples = range.map(|(r, _)| r);
            (samples.is_some() || !pages.is_empty()).then_some(Timed {
                line,
                pages,
                samples,
                frames: frames as u32,
            })
        })
        .collect()
}

/// A shot before it has its place in time.
struct Part {
    scene: Option<Scene>,
    line: Option<usize>,
    least: u32,
    /// How much of spare time it takes.
    patience: u32,
}

/// Shots for some lines: the first opens, the last closes, the others go with pictures.
fn parts(lines: &[Timed], pictures: usize) -> Vec<Part> {
    let closing = lines.len().checked_sub(1).filter(|last| *last > 0);
    let part = |scene, line, least, patience| Part {
        scene,
        line,
        least,
        patience,
    };
    let first = (!lines.is_empty()).then_some(0);
    let mut parts = vec![part(Some(Scene::Opening), first, 75, 2)];
    let middle = 1..closing.unwrap_or(1);
    if middle.is_empty() {
        parts.extend((0..pictures.clamp(1, 3)).map(|_| part(None, None, 63, 3)));
    }
    parts.extend(middle.map(|line| part(None, Some(line), 54, 2)));
    parts.push(part(Some(Scene::End), closing, 90, 3));
    parts
}

fn length(parts: &[Part], lines: &[Timed], pauses: Pauses) -> u32 {
    (0..parts.len()).map(|nth| span(parts, nth, lines, pauses)).sum()
}

/// Frames of a part: its line with the pauses around it, or its least.
fn span(parts: &[Part], nth: usize, lines: &[Timed], pauses: Pauses) -> u32 {
    let Some(part) = parts.get(nth) else { return 0 };
    let spoken = part.line.and_then(|line| lines.get(line)).map_or(0, |line| {
        let before = if nth == 0 { pauses.lead } else { 0 };
        let after = if nth + 1 == parts.len() { pauses.tail } else { pauses.gap };
        before + line.frames + after
    });
    spoken.max(part.least)
}

pub(super) fn plan(board: &Storyboard<'_>) -> Plan {
    let broken = |p: &OwnedPicture| p.as_picture().check().is_err();
    let pictures: Vec<usize> = (0..board.shots.pictures.len())
        .filter(|nth| !broken(&board.shots.pictures[*nth]))
        .collect();
    let (mut lines, mut pauses) = (timed(board, 1.0), EASY);
    let fits = |lines: &[Timed], pauses| length(&parts(lines, pictures.len()), lines, pauses) <= MOST;
    if !fits(&lines, pauses) {
        pauses = TIGHT;
    }
    for pace in [0.85, 0.7] {
        if !fits(&lines, pauses) {
            lines = timed(board, pace);
        }
    }
    let mut left_out = Vec::new();
    while !fits(&lines, pauses) && lines.len() > 1 {
        // The last sentence before the close is the least missed; the opening is the last to go.
        let place = if lines.len() > 2 { lines.len() - 2 } else { 1 };
        left_out.push(lines.remove(place).line);
    }
    left_out.sort_unstable();
    let mut parts = parts(&lines, pictures.len());
    stretch(&mut parts, &lines, pauses, pictures.len());
    let mut plan = Plan {
        left_out,
        pictures,
        ..Plan::default()
    };
    lay(&mut plan, &parts, &lines, pauses);
    plan
}

/// Fills a short video: pictures that were not seen yet come before the end, the rest is patience.
fn stretch(parts: &mut Vec<Part>, lines: &[Timed], pauses: Pauses, pictures: usize) {
    let shown = parts.iter().filter(|p| p.scene.is_none()).count();
    let mut unseen = pictures.saturating_sub(shown);
    while length(parts, lines, pauses) + 60 <= WANTED && unseen > 0 {
        let picture = Part {
            scene: None,
            line: None,
            least: 60,
            patience: 3,
        };
        parts.insert(parts.len() - 1, picture);
        unseen -= 1;
    }
    let spare = WANTED.saturating_sub(length(parts, lines, pauses));
    let patience: u32 = parts.iter().map(|p| p.patience).sum();
    let spans: Vec<u32> = (0..parts.len()).map(|n| span(parts, n, lines, pauses)).collect();
    let mut given = 0;
    let last = parts.len() - 1;
    for (nth, (part, span)) in parts.iter_mut().zip(spans).enumerate() {
        let share = if nth == last {
            spare - given
        } else {
            spare * part.patience / patience.max(1)
        };
        given += share;
        part.least = span + share;
    }
}

/// Gives every shot, caption and sound its frames.
fn lay(plan: &mut Plan, parts: &[Part], lines: &[Timed], pauses: Pauses) {
    let count = plan.pictures.len();
    let slots = parts.iter().filter(|p| p.scene.is_none()).count();
    let mut unseen = count.saturating_sub(slots);
    let mut next = 0;
    let mut picture = || {
        let scene = if count == 0 {
            Scene::Opening
        } else {
            Scene::Picture(plan.pictures[next % count], next / count)
        };
        next += 1;
        scene
    };
    let mut at = 0;
    for (nth, part) in parts.iter().enumerate() {
        let to = at + span(parts, nth, lines, pauses);
        let mut turns = Vec::new();
        if let Some(line) = part.line.and_then(|line| lines.get(line)) {
            let from = at + if nth == 0 { pauses.lead } else { 0 };
            let end = from + line.frames;
            if let Some(samples) = line.samples.clone() {
                plan.spoken.push(Spoken {
                    line: line.line,
                    samples,
                    from,
                    to: end,
                });
            }
            // A page stays in proportion to its letters; the last one lingers through the pause.
            let weight = |page: &String| page.chars().count() as u32 + 5;
            let total: u32 = line.pages.iter().map(weight).sum();
            let mut done = 0;
            for (page, text) in line.pages.iter().enumerate() {
                let start = from + line.frames * done / total.max(1);
                done += weight(text);
                let is_last = page + 1 == line.pages.len();
                let stop = if is_last {
                    (end + pauses.gap.min(8)).min(to)
                } else {
                    from + line.frames * done / total.max(1)
                };
                if !is_last {
                    turns.push(stop);
                }
                plan.cues.push(Cue {
                    text: text.clone(),
                    from: start,
                    to: stop,
                });
            }
        }
        // A long sentence is shown with two pictures when there are enough; they change with the page.
        let turn = turns
            .into_iter()
            .filter(|t| t - at >= 50 && to - t >= 50)
            .min_by_key(|t| t.abs_diff(at.midpoint(to)));
        match (part.scene, turn) {
            (None, Some(turn)) if unseen > 0 => {
                unseen -= 1;
                let (scene, other) = (picture(), picture());
                plan.shots.push(Shot {
                    scene,
                    from: at,
                    to: turn,
                });
                plan.shots.push(Shot {
                    scene: other,
                    from: turn,
                    to,
                });
            }
            (scene, _) => plan.shots.push(Shot {
                scene: scene.unwrap_or_else(&mut picture),
                from: at,
                to,
            }),
        }
        at = to;
    }
}
