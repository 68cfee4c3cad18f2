//! Loudness (EBU R 128) and a limiter that looks ahead.

use std::collections::VecDeque;

use ebur128::{EbuR128, Mode};

use super::voice;
use crate::video::SOUND_RATE;

/// Samples that the limiter looks ahead: 5 ms.
const AHEAD: usize = SOUND_RATE as usize / 200;

/// Scales to a mean level over what is not silent.
pub(super) fn to_rms(samples: &mut [f32], wanted: f32) {
    let loud = samples.iter().filter(|v| v.abs() > 0.003);
    let (sum, count) = loud.fold((0.0_f64, 0_u32), |(sum, count), v| {
        (sum + f64::from(v * v), count + 1)
    });
    if count > 0 {
        let gain = wanted / (sum / f64::from(count)).sqrt() as f32;
        samples.iter_mut().for_each(|v| *v *= gain);
    }
}

/// Evens out speech: what is louder than `threshold` rises only a third as fast.
pub(super) fn even_out(samples: &mut [f32], threshold: f32) {
    let rate = SOUND_RATE as f32;
    // Time constants of 2 ms up and 90 ms down.
    let (up, down) = (1.0 / (0.002 * rate), 1.0 / (0.09 * rate));
    let mut envelope = 0.0_f32;
    for sample in samples {
        let level = sample.abs();
        envelope += (level - envelope) * if level > envelope { up } else { down };
        if envelope > threshold {
            *sample *= (threshold / envelope).powf(2.0 / 3.0);
        }
    }
}

/// Integrated loudness in LUFS and true peak as a factor; `None` for silence.
pub(super) fn measure(samples: &[f32]) -> Option<(f64, f64)> {
    let mut meter = EbuR128::new(1, SOUND_RATE, Mode::I | Mode::TRUE_PEAK).ok()?;
    meter.add_frames_f32(samples).ok()?;
    let loudness = meter.loudness_global().ok()?;
    let peak = meter.true_peak(0).ok()?;
    loudness.is_finite().then_some((loudness, peak))
}

/// Brings samples to a loudness in LUFS with peaks at most `peak` dBTP.
///
/// Limiting takes loudness away, so gain and limiter are tried until both hold.
pub(super) fn finish(samples: &mut [f32], loudness: f64, peak: f64) {
    let Some((found, _)) = measure(samples) else {
        return;
    };
    let ceiling = 10.0_f64.powf(peak / 20.0);
    let mut limit_at = ceiling * 0.985;
    let mut gain = loudness - found;
    let mut best = Vec::new();
    let mut before: Option<(f64, f64)> = None;
    for _ in 0..10 {
        let factor = 10.0_f64.powf(gain / 20.0) as f32;
        let mut tried: Vec<f32> = samples.iter().map(|v| v * factor).collect();
        limit(&mut tried, limit_at as f32);
        voice::keep_codable(&mut tried);
        let Some((reached, top)) = measure(&tried) else {
            return;
        };
        let is_done = (reached - loudness).abs() < 0.08 && top <= ceiling;
        // Between its samples a curve may still rise above the ceiling.
        let over = (top / ceiling).max(1.0);
        tried.iter_mut().for_each(|v| *v /= over as f32);
        best = tried;
        if is_done {
            break;
        }
        limit_at /= over * if over > 1.0 { 1.003 } else { 1.0 };
        // What is limited answers only in part to more gain; how much, the last step tells.
        let answer = before.map_or(1.0, |(gain_then, reached_then)| {
            ((reached - reached_then) / (gain - gain_then)).clamp(0.3, 1.0)
        });
        before = Some((gain, reached));
        gain += (loudness - reached) / if answer.is_finite() { answer } else { 1.0 };
    }
    if best.len() == samples.len() {
        samples.copy_from_slice(&best);
    }
}

/// Turns down before a peak comes, and slowly up after it.
fn limit(samples: &mut [f32], ceiling: f32) {
    let wanted: Vec<f32> = (0..samples.len())
        .map(|at| ceiling / between(samples, at).max(ceiling))
        .collect();
    // The least gain of the next 5 ms, held and let go with 50 ms.
    let release = 1.0 / (0.05 * SOUND_RATE as f32);
    let mut least: VecDeque<usize> = VecDeque::new();
    let mut held = 1.0_f32;
    let mut coming = 0;
    let mut gains = Vec::with_capacity(samples.len());
    for at in 0..samples.len() {
        while coming < (at + AHEAD).min(samples.len()) {
            while least
                .back()
                .is_some_and(|last| wanted[*last] >= wanted[coming])
            {
                least.pop_back();
            }
            least.push_back(coming);
            coming += 1;
        }
        while least.front().is_some_and(|first| *first < at) {
            least.pop_front();
        }
        let need = least.front().map_or(1.0, |first| wanted[*first]);
        held = need.min(held + (1.0 - held) * release);
        gains.push(held);
    }
    // The mean over the same 5 ms makes the way down smooth; it arrives in time.
    let mut sum = AHEAD as f64;
    for (at, sample) in samples.iter_mut().enumerate() {
        sum += f64::from(gains[at])
            - at.checked_sub(AHEAD)
                .map_or(1.0, |old| f64::from(gains[old]));
        *sample *= (sum / AHEAD as f64) as f32;
    }
}

/// The highest level at a sample and halfway to the next one (a cubic through four samples).
fn between(samples: &[f32], at: usize) -> f32 {
    let value = |offset: usize| {
        samples
            .get((at + offset).saturating_sub(1))
            .copied()
            .unwrap_or(0.0)
    };
    let half = (9.0 * (value(1) + value(2)) - value(0) - value(3)) / 16.0;
    value(1).abs().max(half.abs())
}
