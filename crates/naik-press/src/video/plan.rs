//! Which shot is seen when, and which words stand on it.
//!
//! Every spoken line belongs to a shot, and shots change where a sentence (or
//! a page of a long one) ends: a cut in the middle of a phrase is what makes a
//! video feel made by a machine. Too short a narration is stretched with
//! pictures, too long a one loses middle sentences, never half of one.

use super::caption;
use super::{FPS, Sound, Storyboard};
use crate::text;

/// Shortest and longest video in frames.
pub(super) const LEAST: u32 = 12 * FPS;
pub(super) const MOST: u32 = 20 * FPS;
/// What a video with little to say is stretched to.
const WANTED: u32 = 25 * FPS / 2;

/// The longest sentence that leaves time for a picture and the end card, in seconds.
const LONGEST: u32 = 14;

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
    /// How fast it is played, in per cent.
    pub(super) tempo: u32,
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

impl Plan {
    /// The scene on which a cue begins.
    pub(super) fn scene_of(&self, cue: &Cue) -> Scene {
        let shot = self
            .shots
            .iter()
            .find(|s| (s.from..s.to).contains(&cue.from));
        shot.map_or(Scene::Opening, |shot| shot.scene)
    }

    /// The words that open the video, where they can be its title.
    pub(super) fn hook(&self) -> Option<&str> {
        let mut opening = self
            .cues
            .iter()
            .filter(|cue| self.scene_of(cue) == Scene::Opening);
        match (opening.next(), opening.next()) {
            (Some(only), None) => Some(&only.text),
            _ => None,
        }
    }

    /// Whether words are said over the end card.
    pub(super) fn closes(&self) -> bool {
        self.cues.iter().any(|cue| self.scene_of(cue) == Scene::End)
    }

    /// The captions that are burnt in: what stands there as the title is not said twice.
    pub(super) fn captions(&self) -> impl Iterator<Item = (&Cue, bool)> {
        let hook = self.hook().is_some();
        self.cues.iter().filter_map(move |cue| {
            let scene = self.scene_of(cue);
            (!(hook && scene == Scene::Opening)).then_some((cue, scene == Scene::End))
        })
    }
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
    tempo: u32,
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

/// How fast words go by, in per cent: of the voice, and of a calm reader.
const TEMPOS: [(u32, u32); 4] = [(100, 100), (106, 118), (112, 135), (118, 150)];

/// Frames that a caption needs to be read.
fn reading(pages: &[String], tempo: u32) -> u32 {
    let letters: usize = pages.iter().map(|p| p.chars().count()).sum();
    let seconds = (0.5 + letters as f32 / 14.0) * 100.0 / tempo as f32;
    ((seconds * FPS as f32) as u32).max(45)
}

fn timed(board: &Storyboard<'_>, (tempo, pace): (u32, u32)) -> Vec<Timed> {
    let lines = board.lines.iter().enumerate();
    lines
        .filter_map(|(line, words)| {
            let pages = caption::pages(&words.caption);
            let range = words.sound.as_ref().and_then(|s| Some((heard(s)?, s.rate)));
            // One sentence that fills the whole video can only be read.
            let range = range.filter(|(r, rate)| r.len() < *rate as usize * LONGEST as usize);
            let frames = match &range {
                Some((r, rate)) => {
                    let frames = r.len() as u64 * u64::from(FPS) * 100;
                    frames.div_ceil(u64::from(*rate) * u64::from(tempo))
                }
                None => u64::from(reading(&pages, pace).min(LONGEST * FPS)),
            };
            let samples = range.map(|(r, _)| r);
            (samples.is_some() || !pages.is_empty()).then_some(Timed {
                line,
                pages,
                samples,
                frames: frames as u32,
                tempo,
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
fn parts(lines: &[Timed], pictures: usize, pauses: Pauses) -> Vec<Part> {
    let closing = lines.len().checked_sub(1).filter(|last| *last > 0);
    let middle = 1..closing.unwrap_or(1);
    // Without words for them, pictures are shown in silence: as many as there is time for.
    let silent = if middle.is_empty() {
        pictures.clamp(1, 3)
    } else {
        0
    };
    let part = |scene, line, least, patience| Part {
        scene,
        line,
        least,
        patience,
    };
    let build = |silent: usize| {
        let first = (!lines.is_empty()).then_some(0);
        let mut parts = vec![part(Some(Scene::Opening), first, 75, 2)];
        parts.extend((0..silent).map(|_| part(None, None, 63, 3)));
        parts.extend(middle.clone().map(|line| part(None, Some(line), 54, 2)));
        parts.push(part(Some(Scene::End), closing, 90, 3));
        parts
    };
    (1..=silent)
        .rev()
        .map(build)
        .find(|parts| length(parts, lines, pauses) <= MOST)
        .unwrap_or_else(|| build(silent.min(1)))
}

fn length(parts: &[Part], lines: &[Timed], pauses: Pauses) -> u32 {
    (0..parts.len())
        .map(|nth| span(parts, nth, lines, pauses))
        .sum()
}

/// Frames of a part: its line with the pauses around it, or its least.
fn span(parts: &[Part], nth: usize, lines: &[Timed], pauses: Pauses) -> u32 {
    let Some(part) = parts.get(nth) else { return 0 };
    let spoken = part
        .line
        .and_then(|line| lines.get(line))
        .map_or(0, |line| {
            let before = if nth == 0 { pauses.lead } else { 0 };
            let after = if nth + 1 == parts.len() {
                pauses.tail
            } else {
                pauses.gap
            };
            before + line.frames + after
        });
    spoken.max(part.least)
}

pub(super) fn plan(board: &Storyboard<'_>) -> Plan {
    let whole = |nth: usize| {
        let picture = board.shots.pictures.get(nth)?.picture.fetch()?;
        picture.as_picture().check().ok()
    };
    let pictures: Vec<usize> = (0..board.shots.pictures.len())
        .filter(|nth| whole(*nth).is_some())
        .collect();
    let (mut lines, mut pauses) = (timed(board, TEMPOS[0]), EASY);
    let fits = |lines: &[Timed], pauses| {
        length(&parts(lines, pictures.len(), pauses), lines, pauses) <= MOST
    };
    if !fits(&lines, pauses) {
        pauses = TIGHT;
    }
    for tempo in TEMPOS {
        if !fits(&lines, pauses) {
            lines = timed(board, tempo);
        }
    }
    let mut left_out = Vec::new();
    let price = board
        .price
        .map(|p| text::clean(&p.now))
        .filter(|p| !p.is_empty());
    let tells_price = |line: &Timed| {
        let said = line.pages.join(" ");
        price.as_deref().is_some_and(|price| said.contains(price))
    };
    while !fits(&lines, pauses) && lines.len() > 1 {
        // The last sentences before the close are the least missed, but for the price; the opening goes last.
        let middle = 1..lines.len() - 1;
        let place = middle.rev().find(|nth| !tells_price(&lines[*nth]));
        let place = place.unwrap_or(if lines.len() > 2 { lines.len() - 2 } else { 1 });
        left_out.push(lines.remove(place).line);
    }
    // With fewer lines there may be no need to hurry.
    for tempo in TEMPOS.iter().rev() {
        let mut slower = timed(board, *tempo);
        slower.retain(|line| !left_out.contains(&line.line));
        if fits(&slower, pauses) {
            lines = slower;
        }
    }
    left_out.sort_unstable();
    let mut parts = parts(&lines, pictures.len(), pauses);
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
    let spans: Vec<u32> = (0..parts.len())
        .map(|n| span(parts, n, lines, pauses))
        .collect();
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
                    tempo: line.tempo,
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
