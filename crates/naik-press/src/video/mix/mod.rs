//! The sound of a video: the voice in front, a plucked tune behind it, at the
//! loudness that every app expects.

mod bed;
mod level;
mod voice;

use super::plan::Plan;
use super::{FPS, SOUND_RATE, Sound, Storyboard};

/// Wanted loudness in LUFS (channels' presets) and the highest true peak in dBTP.
/// The coder adds up to one and a half decibels of its own; the peak asked for is -1.
pub(super) const LOUDNESS: f64 = -14.0;
pub(super) const PEAK: f64 = -2.6;

/// How far the tune steps back while somebody speaks.
const DUCKED: f32 = 0.22;
/// The tune's loudness, as a mean square level, against the voice's.
const BED_LEVEL: f32 = 0.075;
const VOICE_LEVEL: f32 = 0.12;

/// Mixes the whole length of the video.
pub(super) fn mix(board: &Storyboard<'_>, plan: &Plan, frames: u32) -> Sound {
    let per_frame = (SOUND_RATE / FPS) as usize;
    let length = frames as usize * per_frame;
    let mut samples = bed::tune(length, board.seed);
    level::to_rms(&mut samples, BED_LEVEL);
    duck(&mut samples, plan, per_frame);
    for spoken in &plan.spoken {
        let line = board.lines.get(spoken.line).and_then(|l| l.sound.as_ref());
        let Some((sound, heard)) =
            line.and_then(|s| Some((s, s.samples.get(spoken.samples.clone())?)))
        else {
            continue;
        };
        let mut voice = voice::at_rate(heard, sound.rate);
        voice = voice::faster(voice, spoken.tempo as f32 / 100.0);
        voice::warm(&mut voice);
        level::to_rms(&mut voice, VOICE_LEVEL);
        level::even_out(&mut voice, VOICE_LEVEL);
        level::to_rms(&mut voice, VOICE_LEVEL);
        let start = spoken.from as usize * per_frame;
        for (slot, value) in samples.iter_mut().skip(start).zip(&voice) {
            *slot += value;
        }
    }
    level::finish(&mut samples, LOUDNESS, PEAK);
    Sound {
        rate: SOUND_RATE,
        samples,
    }
}

/// Lowers the tune under each spoken line: quickly down just before it, slowly up after it.
fn duck(samples: &mut [f32], plan: &Plan, per_frame: usize) {
    let mut spans = plan.spoken.iter().map(|s| {
        let early = (s.from as usize * per_frame).saturating_sub(per_frame * 4);
        early..s.to as usize * per_frame
    });
    let mut current = spans.next();
    let mut gain = 1.0_f32;
    // Time constants of 50 ms down and 300 ms up.
    let rate = SOUND_RATE as f32;
    let (down, up) = (1.0 / (0.05 * rate), 1.0 / (0.3 * rate));
    for (at, sample) in samples.iter_mut().enumerate() {
        while current.as_ref().is_some_and(|span| span.end <= at) {
            current = spans.next();
        }
        let speaks = current.as_ref().is_some_and(|span| span.contains(&at));
        let target = if speaks { DUCKED } else { 1.0 };
        gain += (target - gain) * if target < gain { down } else { up };
        *sample *= gain;
    }
}
