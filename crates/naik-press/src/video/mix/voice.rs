//! A spoken line brought to the video's rate and rid of its harshness.

use std::f32::consts::PI;

use crate::video::SOUND_RATE;

/// Zero crossings of the sinc on each side.
const REACH: f64 = 16.0;

/// Steps of the kernel's table per zero crossing; between them it is a straight line.
const FINE: usize = 256;

/// Half of a Hann-windowed sinc, from its middle outwards.
fn kernel() -> Vec<f32> {
    let count = REACH as usize * FINE;
    let mut table: Vec<f32> = (0..count)
        .map(|nth| {
            let x = PI * nth as f32 / FINE as f32;
            let window = 0.5 + 0.5 * (x / REACH as f32).cos();
            window * if nth == 0 { 1.0 } else { x.sin() / x }
        })
        .collect();
    table.extend([0.0; 2]);
    table
}

/// Band-limited resampling.
pub(super) fn at_rate(samples: &[f32], rate: u32) -> Vec<f32> {
    let ratio = f64::from(rate) / f64::from(SOUND_RATE);
    let length = (samples.len() as f64 / ratio) as usize;
    // When the source is faster, the filter is wider and cuts lower.
    let cut = (1.0 / ratio).min(1.0);
    let reach = REACH / cut;
    let table = kernel();
    let weight = |distance: f64| {
        let at = (distance.abs() * cut * FINE as f64) as f32;
        let (nth, part) = ((at as usize).min(table.len() - 2), at.fract());
        table[nth] + (table[nth + 1] - table[nth]) * part
    };
    (0..length)
        .map(|nth| {
            let center = nth as f64 * ratio;
            let first = (center - reach).ceil().max(0.0) as usize;
            let last = ((center + reach).floor() as usize).min(samples.len().saturating_sub(1));
            let near = samples.get(first..=last).unwrap_or_default();
            let sum: f32 = near
                .iter()
                .zip(first..)
                .map(|(value, at)| {
                    let value = if value.is_finite() {
                        value.clamp(-4.0, 4.0)
                    } else {
                        0.0
                    };
                    value * weight(at as f64 - center)
                })
                .sum();
            sum * cut as f32
        })
        .collect()
}

/// The same voice at a higher tempo and the same pitch.
///
/// Overlapping grains are laid closer together; each is taken from where it
/// goes on best from the one before (WSOLA: Verhelst and Roelands, 1993).
pub(super) fn faster(samples: Vec<f32>, tempo: f32) -> Vec<f32> {
    // Grains of 30 ms at half overlap, moved by up to 8 ms.
    const HALF: usize = SOUND_RATE as usize * 15 / 1000;
    const SEEK: usize = SOUND_RATE as usize * 8 / 1000;
    let length = (samples.len() as f32 / tempo) as usize;
    if tempo < 1.001 || samples.len() < 4 * HALF {
        return samples;
    }
    let mut out = vec![0.0; length + 2 * HALF];
    let mut natural = 0;
    for at in (0..length).step_by(HALF) {
        let aim = (at as f32 * tempo) as usize;
        // What would have followed the last grain is what this one has to sound like.
        let likeness = |from: usize| -> f32 {
            let pairs = samples.iter().skip(from).zip(samples.iter().skip(natural));
            pairs.take(HALF).step_by(4).map(|(a, b)| a * b).sum()
        };
        let from = if at == 0 {
            0
        } else {
            (aim.saturating_sub(SEEK)..=aim + SEEK)
                .step_by(6)
                .map(|from| (from, likeness(from)))
                .max_by(|a, b| a.1.total_cmp(&b.1))
                .map_or(aim, |best| best.0)
        };
        let grain = samples.iter().skip(from).take(2 * HALF);
        for (nth, (slot, value)) in out.iter_mut().skip(at).zip(grain).enumerate() {
            let phase = nth as f32 / HALF as f32;
            let window = if at == 0 && nth < HALF {
                1.0
            } else {
                0.5 - 0.5 * (PI * phase).cos()
            };
            *slot += value * window;
        }
        natural = from + HALF;
    }
    out.truncate(length);
    out
}

/// Two-pole filter sections of the Audio EQ Cookbook (Bristow-Johnson), in direct form.
struct Section {
    b: [f32; 3],
    a: [f32; 2],
}

impl Section {
    fn high_pass(hertz: f32) -> Self {
        let w = 2.0 * PI * hertz / SOUND_RATE as f32;
        let (sin, cos) = w.sin_cos();
        let alpha = sin / std::f32::consts::SQRT_2;
        let a0 = 1.0 + alpha;
        let side = (1.0 + cos) / 2.0 / a0;
        Self {
            b: [side, -2.0 * side, side],
            a: [-2.0 * cos / a0, (1.0 - alpha) / a0],
        }
    }

    fn low_pass(hertz: f32) -> Self {
        let w = 2.0 * PI * hertz / SOUND_RATE as f32;
        let (sin, cos) = w.sin_cos();
        let alpha = sin / std::f32::consts::SQRT_2;
        let a0 = 1.0 + alpha;
        let side = (1.0 - cos) / 2.0 / a0;
        Self {
            b: [side, 2.0 * side, side],
            a: [-2.0 * cos / a0, (1.0 - alpha) / a0],
        }
    }

    /// Raises or lowers a band by some decibels.
    fn peak(hertz: f32, quality: f32, decibels: f32) -> Self {
        let w = 2.0 * PI * hertz / SOUND_RATE as f32;
        let (sin, cos) = w.sin_cos();
        let gain = 10.0_f32.powf(decibels / 40.0);
        let alpha = sin / (2.0 * quality);
        let a0 = 1.0 + alpha / gain;
        Self {
            b: [
                (1.0 + alpha * gain) / a0,
                -2.0 * cos / a0,
                (1.0 - alpha * gain) / a0,
            ],
            a: [-2.0 * cos / a0, (1.0 - alpha / gain) / a0],
        }
    }

    fn run(&self, samples: &mut [f32]) {
        let (mut x1, mut x2, mut y1, mut y2) = (0.0, 0.0, 0.0, 0.0);
        for sample in samples {
            let x = *sample;
            let y =
                self.b[0] * x + self.b[1] * x1 + self.b[2] * x2 - self.a[0] * y1 - self.a[1] * y2;
            (x2, x1, y2, y1) = (x1, x, y1, y);
            *sample = y;
        }
    }
}

/// No rumble, a little chest, less of the metal that synthetic voices have.
pub(super) fn warm(samples: &mut [f32]) {
    Section::high_pass(85.0).run(samples);
    Section::peak(220.0, 0.8, 2.0).run(samples);
    Section::peak(3_200.0, 0.9, -2.5).run(samples);
    Section::peak(7_500.0, 0.8, -4.0).run(samples);
    // Cut ends would click.
    let fade = (SOUND_RATE as usize / 200).min(samples.len() / 2);
    for nth in 0..fade {
        let gain = nth as f32 / fade as f32;
        let end = samples.len() - 1 - nth;
        samples[nth] *= gain;
        samples[end] *= gain;
    }
}

/// Nothing above what the coder keeps: what it drops would come back as peaks above the ceiling.
pub(super) fn keep_codable(samples: &mut [f32]) {
    Section::low_pass(13_500.0).run(samples);
    Section::low_pass(13_500.0).run(samples);
}
