//! Drawing: scenes prepared once, frames sampled from them.

use super::caption;
use super::ending;
use super::frame::{Frame, dissolve};
use super::framing::{self, Move};
use super::plan::{Plan, Scene, Shot};
use super::plane::{Layer, Sprite, yuv};
use super::print;
use super::stage::{self, Plate, Set, Standing};
use super::{FrameSink, HEIGHT, Storyboard, WIDTH};
use crate::canvas::Canvas;
use crate::palette::Palette;

/// Frames on each side of a change in which both scenes are seen.
const BEFORE: u32 = 6;
/// Frames in which a part comes in.
const ENTER: f64 = 14.0;
/// How far below its place a part starts, in pixels.
const RISE: f32 = 28.0;
/// Bytes of one frame.
pub(super) const FRAME_BYTES: usize = (WIDTH * HEIGHT * 3 / 2) as usize;

/// A still sprite and its place.
struct Stamp {
    sprite: Sprite,
    x: usize,
    y: usize,
    enter: Option<u32>,
}

impl Stamp {
    fn of(plate: &Plate) -> Self {
        Self {
            sprite: Sprite::of(&plate.canvas),
            x: plate.x.max(0.0) as usize,
            y: plate.y.max(0.0) as usize,
            enter: plate.enter,
        }
    }
}

/// A scene ready to be sampled.
struct Ready {
    shot: Shot,
    layer: Layer,
    motion: Move,
    standing: Option<(Sprite, Standing)>,
    stamps: Vec<Stamp>,
}

/// A caption ready to be stamped, with its frames.
struct Burnt {
    stamp: Stamp,
    from: u32,
    to: u32,
    fades_in: bool,
    fades_out: bool,
}

/// Everything that the frames are drawn from.
struct Film<'a> {
    board: &'a Storyboard<'a>,
    plan: &'a Plan,
    palette: &'a Palette,
    /// Each takes some ten megabytes: only those of the frames at hand are ready.
    scenes: Vec<Option<Ready>>,
    captions: Vec<Burnt>,
    /// The shop's tag, from one frame to another.
    tag: Option<(Stamp, u32, u32)>,
    /// The colour that sweeps over at a change of place.
    sweep: [u8; 3],
    frames: u32,
}

fn even(canvas: &Canvas) -> Layer {
    Sprite::of(canvas).layer
}

fn ready(board: &Storyboard<'_>, plan: &Plan, palette: &Palette, shot: Shot, nth: usize) -> Ready {
    let from_set = |set: Set| {
        let sprite = Sprite::of(&set.standing.canvas);
        Ready {
            shot,
            layer: even(&set.ground),
            motion: set.motion,
            standing: Some((sprite, set.standing)),
            stamps: set.plates.iter().map(Stamp::of).collect(),
        }
    };
    match shot.scene {
        Scene::Opening => from_set(stage::opening(board, palette, plan.hook())),
        Scene::End => from_set(ending::ending(board, palette, plan.closes())),
        Scene::Picture(which, seen) => {
            let shown = board.shots.pictures.get(which);
            let Some((shown, picture)) = shown.and_then(|s| Some((s, s.picture.fetch()?))) else {
                return from_set(stage::opening(board, palette, plan.hook()));
            };
            let turn = board.seed.of("moves").0 as usize % 5;
            let picture = picture.as_picture();
            if seen == 0 && print::is_wide(picture) {
                return from_set(print::print(picture, palette));
            }
            let framed = framing::frame(picture, shown.subject, nth + turn, seen);
            Ready {
                shot,
                layer: even(&framed.canvas),
                motion: framed.motion,
                standing: None,
                stamps: Vec::new(),
            }
        }
    }
}

impl<'a> Film<'a> {
    fn of(board: &'a Storyboard<'a>, plan: &'a Plan, palette: &'a Palette) -> Self {
        let meets = |frame: u32, edge: &dyn Fn(&super::plan::Cue) -> u32| {
            plan.cues.iter().any(|cue| edge(cue) == frame)
        };
        let captions = plan
            .captions()
            .filter_map(|(cue, at_end)| {
                let burnt = caption::burn(&cue.text, at_end)?;
                Some(Burnt {
                    stamp: Stamp {
                        sprite: Sprite::of(&burnt.canvas),
                        x: burnt.x as usize,
                        y: burnt.y as usize,
                        enter: None,
                    },
                    from: cue.from,
                    to: cue.to,
                    fades_in: !meets(cue.from, &|c| c.to),
                    fades_out: !meets(cue.to, &|c| c.from),
                })
            })
            .collect();
        let pictures = plan
            .shots
            .iter()
            .filter(|s| matches!(s.scene, Scene::Picture(..)));
        let span = pictures.clone().next().zip(pictures.clone().next_back());
        let tag = span.and_then(|(first, last)| {
            let plate = stage::tag(board, palette)?;
            Some((Stamp::of(&plate), first.from + BEFORE, last.to - BEFORE))
        });
        Self {
            board,
            plan,
            palette,
            scenes: plan.shots.iter().map(|_| None).collect(),
            captions,
            tag,
            sweep: yuv(palette.accent.color.0),
            frames: plan.shots.last().map_or(0, |s| s.to),
        }
    }

    /// Makes ready what `count` frames from `first` on show, and lets go of the rest.
    fn prepare(&mut self, first: u32, count: u32) {
        let (from, to) = (first.saturating_sub(BEFORE), first + count + BEFORE);
        for (nth, (place, shot)) in self.scenes.iter_mut().zip(&self.plan.shots).enumerate() {
            if shot.from >= to || shot.to <= from {
                *place = None;
            } else if place.is_none() {
                *place = Some(ready(self.board, self.plan, self.palette, *shot, nth));
            }
        }
    }

    fn scene(&self, nth: usize) -> Option<&Ready> {
        self.scenes.get(nth)?.as_ref()
    }

    fn draw_scene(&self, scene: &Ready, frame: u32, out: &mut Frame<'_>) {
        let from = scene.shot.from.saturating_sub(BEFORE);
        let to = (scene.shot.to + BEFORE).min(self.frames);
        let share = f64::from(frame.saturating_sub(from)) / f64::from((to - from).max(1));
        out.cover(&scene.layer, scene.motion.at(share));
        if let Some((sprite, standing)) = &scene.standing {
            out.place(sprite, standing.view(share));
        }
        for stamp in &scene.stamps {
            let t = stamp.enter.map_or(1.0, |enter| {
                let start = f64::from(scene.shot.from + enter);
                ((f64::from(frame) + 1.0 - start) / ENTER).clamp(0.0, 1.0)
            });
            let eased = 1.0 - (1.0 - t).powi(3);
            let dy = RISE * (1.0 - eased) as f32;
            out.stamp(&stamp.sprite, stamp.x, stamp.y, dy, (eased * 256.0) as u32);
        }
    }

    /// Draws one frame; `bytes` and `spare` hold [`FRAME_BYTES`].
    fn draw(&self, frame: u32, bytes: &mut [u8], spare: &mut Vec<u8>) {
        let (w, h) = (WIDTH as usize, HEIGHT as usize);
        let mut shots = self.plan.shots.iter();
        let current = shots.position(|shot| (shot.from..shot.to).contains(&frame));
        let Some((current, scene)) = current.and_then(|nth| Some((nth, self.scene(nth)?))) else {
            return;
        };
        let shot = scene.shot;
        // Which change is near, if any: the earlier scene of it.
        let change = if current > 0 && frame < shot.from + BEFORE {
            Some(current - 1)
        } else if current + 1 < self.scenes.len() && frame + BEFORE >= shot.to {
            Some(current)
        } else {
            None
        };
        match change.and_then(|nth| Some((self.scene(nth)?, self.scene(nth + 1)?))) {
            None => {
                if let Some(mut out) = Frame::of(bytes, w, h) {
                    self.draw_scene(scene, frame, &mut out);
                }
            }
            Some((old, new)) => {
                let passed = frame + BEFORE - new.shot.from;
                let t = (passed as f32 + 0.5) / (2 * BEFORE) as f32;
                let eased = t * t * (3.0 - 2.0 * t);
                spare.resize(FRAME_BYTES, 0);
                if let Some(mut out) = Frame::of(bytes, w, h) {
                    self.draw_scene(old, frame, &mut out);
                }
                if let Some(mut out) = Frame::of(spare, w, h) {
                    self.draw_scene(new, frame, &mut out);
                }
                let is_picture = |s: &Ready| matches!(s.shot.scene, Scene::Picture(..));
                if is_picture(old) && is_picture(new) {
                    dissolve(bytes, spare, (eased * 256.0) as u32);
                } else {
                    sweep(bytes, spare, eased, self.sweep);
                }
            }
        }
        if let Some(mut out) = Frame::of(bytes, w, h) {
            self.draw_words(frame, &mut out);
        }
    }

    fn draw_words(&self, frame: u32, out: &mut Frame<'_>) {
        let fade = |from: u32, to: u32, frames: u32| {
            let inward = (frame + 1 - from).min(frames);
            let outward = (to - frame).min(frames);
            inward.min(outward) * 256 / frames
        };
        if let Some((stamp, from, to)) = &self.tag
            && (*from..*to).contains(&frame)
        {
            let strength = fade(*from, *to, 8);
            out.stamp(&stamp.sprite, stamp.x, stamp.y, 0.0, strength);
        }
        for caption in &self.captions {
            if !(caption.from..caption.to).contains(&frame) {
                continue;
            }
            let age = frame + 1 - caption.from;
            let (mut strength, mut dy) = (256, 0.0);
            if caption.fades_in && age < 6 {
                let t = age as f32 / 6.0;
                strength = (t * 256.0) as u32;
                dy = 12.0 * (1.0 - t) * (1.0 - t);
            }
            if caption.fades_out {
                strength = strength.min((caption.to - frame) * 256 / 5);
            }
            let stamp = &caption.stamp;
            out.stamp(&stamp.sprite, stamp.x, stamp.y, dy, strength);
        }
    }
}

/// A slanted band of one colour that uncovers `new` from the right as `share` goes from 0 to 1.
fn sweep(old: &mut [u8], new: &[u8], share: f32, color: [u8; 3]) {
    let (w, h) = (WIDTH as usize, HEIGHT as usize);
    let (band, slant) = (w as f32 * 0.34, w as f32 * 0.22);
    let front = (w as f32 + slant) - share * (w as f32 + 2.0 * slant + band);
    let mut start = 0;
    for (nth, divisor) in [(0, 1), (1, 2), (2, 2)] {
        let (pw, ph) = (w / divisor, h / divisor);
        for row in 0..ph {
            let lean = slant * (row as f32 / ph as f32 - 0.5);
            let at = |x: f32| ((x + lean) / divisor as f32).clamp(0.0, pw as f32) as usize;
            let (lead, trail) = (at(front), at(front + band));
            let line = start + row * pw;
            old[line + lead..line + trail].fill(color[nth]);
            old[line + trail..line + pw].copy_from_slice(&new[line + trail..line + pw]);
        }
        start += pw * ph;
    }
}

/// Draws all frames in order; a few are drawn at once while the sink takes the ones before.
pub(super) fn render<S: FrameSink>(
    board: &Storyboard<'_>,
    plan: &Plan,
    palette: &Palette,
    sink: &mut S,
    progress: &dyn Fn(u32, u32),
) -> Result<(), S::Error> {
    let mut film = Film::of(board, plan, palette);
    let frames = film.frames;
    let batch = rayon::current_num_threads().clamp(2, 8);
    let buffers = || vec![(vec![0_u8; FRAME_BYTES], Vec::new()); batch];
    let (mut front, mut back) = (buffers(), buffers());
    let mut count = draw_batch(&mut film, 0, &mut front);
    let mut done = 0;
    while count > 0 {
        let mut next = 0;
        let given = rayon::in_place_scope(|scope| {
            scope.spawn(|_| next = draw_batch(&mut film, done + count, &mut back));
            for (nth, (bytes, _)) in (0..count).zip(&front) {
                sink.frame(bytes)?;
                progress(done + nth + 1, frames);
            }
            Ok(())
        });
        given?;
        done += count;
        count = next;
        std::mem::swap(&mut front, &mut back);
    }
    Ok(())
}

/// Draws frames from `first` on; how many there were.
fn draw_batch(film: &mut Film<'_>, first: u32, buffers: &mut [(Vec<u8>, Vec<u8>)]) -> u32 {
    use rayon::prelude::*;
    let count = film.frames.saturating_sub(first).min(buffers.len() as u32);
    film.prepare(first, count);
    let film = &*film;
    buffers
        .par_iter_mut()
        .take(count as usize)
        .enumerate()
        .for_each(|(nth, (bytes, spare))| film.draw(first + nth as u32, bytes, spare));
    count
}
