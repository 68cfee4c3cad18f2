//! The tune behind the voice: plucked strings on a pentatonic scale.
//!
//! Each note is a plucked string (Karplus and Strong, 1983): a burst of noise in
//! a loop as long as the note's period, softened a little on each turn. Nothing
//! is recorded, so nobody's rights are touched.

use naik_core::seed::Seed;

use crate::video::SOUND_RATE;

/// Semitones of the major pentatonic scale, two octaves.
const SCALE: [i32; 10] = [0, 2, 4, 7, 9, 12, 14, 16, 19, 21];
/// Scale steps of the chords' roots, bar by bar: it comes home every fourth bar.
const TURNS: [[usize; 4]; 3] = [[0, 4, 3, 0], [0, 3, 4, 2], [0, 2, 4, 3]];
/// Steps above the root, eighth by eighth; 9 is a rest.
const FIGURES: [[usize; 8]; 4] = [
    [0, 2, 4, 2, 3, 2, 4, 9],
    [0, 9, 2, 4, 9, 2, 3, 2],
    [0, 3, 2, 4, 3, 9, 2, 3],
    [0, 2, 9, 3, 4, 9, 3, 2],
];

/// Mono samples at [`SOUND_RATE`], faded in and out.
pub(super) fn tune(length: usize, seed: Seed) -> Vec<f32> {
    let mut out = vec![0.0; length];
    let mut choice = seed.of("tune");
    let rate = SOUND_RATE as f32;
    // Beats per minute of an unhurried walk; the key between B flat and D.
    let eighth = (rate * 30.0 / (88.0 + choice.below(13) as f32)) as usize;
    let key = 58 + choice.below(5) as i32;
    let turn = choice.pick(&TURNS).copied().unwrap_or([0; 4]);
    let figures = [choice.below(FIGURES.len()), choice.below(FIGURES.len())];
    let ending = length.saturating_sub(rate as usize * 2);
    let pitch = |step: usize| {
        let octave = (step / SCALE.len()) as i32 * 24;
        let note = key + SCALE[step % SCALE.len()] + octave;
        440.0 * 2.0_f32.powf((note - 69) as f32 / 12.0)
    };
    let bars = ending.div_ceil(eighth * 8);
    for bar in 0..bars {
        let root = turn[bar % 4];
        let figure = FIGURES[figures[usize::from(bar % 4 == 3)]];
        for (beat, step) in figure.into_iter().enumerate() {
            let at = (bar * 8 + beat) * eighth;
            if step == 9 || at >= ending {
                continue;
            }
            // Fingers are never exact: a few milliseconds and a little force.
            let at = at + choice.below(rate as usize / 150);
            let force = if beat == 0 {
                0.5
            } else {
                0.26 + 0.12 * choice.unit() as f32
            };
            pluck(&mut out, at, pitch(root + step), force, 1.6, &mut choice);
        }
        if bar * 8 * eighth < ending {
            let bass = pitch(root) / 2.0;
            pluck(&mut out, bar * 8 * eighth, bass, 0.5, 2.6, &mut choice);
        }
    }
    // The last chord rings out under the end card.
    for (nth, step) in [0, 2, 4, 5].into_iter().enumerate() {
        let at = ending + nth * rate as usize / 22;
        pluck(&mut out, at, pitch(step), 0.42, 2.8, &mut choice);
    }
    let (fade_in, fade_out) = (rate * 0.15, rate * 0.9);
    for (at, sample) in out.iter_mut().enumerate() {
        let left = (length - at) as f32 / fade_out;
        *sample *= (at as f32 / fade_in).min(1.0) * left.min(1.0);
    }
    out
}

/// Adds one note; `ring` is the time in seconds after which it has faded by 60 dB.
fn pluck(out: &mut [f32], at: usize, hertz: f32, force: f32, ring: f32, choice: &mut Seed) {
    let rate = SOUND_RATE as f32;
    let period = rate / hertz;
    // The mean of two neighbours delays by half a sample; the rest is tuned by interpolation.
    let whole = (period - 0.5).floor();
    let part = period - 0.5 - whole;
    let size = (whole as usize).max(2);
    // A soft finger: the noise is smoothed twice, and rid of its mean.
    let mut string: Vec<f32> = (0..size)
        .map(|_| choice.unit() as f32 * 2.0 - 1.0)
        .collect();
    for _ in 0..2 {
        let mut last = string.last().copied().unwrap_or(0.0);
        for value in &mut string {
            last = 0.55 * last + 0.45 * *value;
            *value = last;
        }
    }
    let mean = string.iter().sum::<f32>() / size as f32;
    let peak = string.iter().map(|v| (v - mean).abs()).fold(1e-6, f32::max);
    for value in &mut string {
        *value = (*value - mean) / peak * force;
    }
    let loss = 0.001_f32.powf(period / rate / ring);
    let (mut place, mut before, mut older) = (0, 0.0_f32, 0.0_f32);
    for slot in out.iter_mut().skip(at).take((rate * ring) as usize) {
        let value = string[place];
        let soft = 0.5 * (value + before);
        let tuned = soft + (older - soft) * part;
        older = soft;
        before = value;
        string[place] = tuned * loss;
        place = (place + 1) % size;
        *slot += value;
    }
}
