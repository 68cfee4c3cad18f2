//! Any picture made into an upright one that can move.
//!
//! A subject that fits is cropped to and followed; where the crop would cut it,
//! the picture keeps its width and its own ground is carried on above and below,
//! softened, until nobody sees where it ended.

use super::plane::View;
use super::{HEIGHT, WIDTH, extend};
use crate::canvas::Canvas;
use crate::picture::{self, Picture};

/// Where the subject's middle stands on the frame, as a share of its height: above the captions.
const FOCUS: f32 = 0.375;
/// A picture is never enlarged further than this.
const LARGEST: f32 = 3.2;

/// A move over a layer: the middle of the view and its size, at the start and the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Move {
    /// Middle and scale (source pixels per frame pixel) at the start.
    pub(super) from: (f64, f64, f64),
    /// The same at the end.
    pub(super) to: (f64, f64, f64),
}

impl Move {
    /// The view after a share of the time, 0 to 1; it starts and ends a little slower.
    pub(super) fn at(&self, share: f64) -> View {
        let t = share.clamp(0.0, 1.0);
        let eased = 0.55 * t + 0.45 * t * t * (3.0 - 2.0 * t);
        let mix = |a: f64, b: f64| a + (b - a) * eased;
        let step = mix(self.from.2, self.to.2);
        let (x, y) = (mix(self.from.0, self.to.0), mix(self.from.1, self.to.1));
        View {
            x: x - f64::from(WIDTH) / 2.0 * step,
            y: y - f64::from(HEIGHT) / 2.0 * step,
            step,
        }
    }
}

/// A picture prepared for one shot.
pub(super) struct Framed {
    pub(super) canvas: Canvas,
    pub(super) motion: Move,
}

/// The box of what stands out, in shares of width and height: left, top, right, bottom.
pub(super) fn subject(source: &Canvas) -> [f32; 4] {
    const SIDE: usize = 48;
    let window = [0.0, 0.0, source.width as f32, source.height as f32];
    let small = picture::resample(source, window, SIDE as u32, SIDE as u32);
    let (pixels, _) = small.pixels.as_chunks::<4>();
    let color = |x: usize, y: usize| pixels.get(y * SIDE + x).copied().unwrap_or_default();
    let apart = |a: [u8; 4], b: [u8; 4]| -> f32 {
        (0..3).map(|i| f32::from(a[i].abs_diff(b[i]))).sum::<f32>()
    };
    let mut weights = vec![0.0_f32; SIDE * SIDE];
    for y in 0..SIDE {
        for x in 0..SIDE {
            // Walls and tables go on to the sides: what differs from both ends of its row stands out.
            let own = color(x, y);
            let off = (0..3)
                .map(|i| apart(own, color(i, y)).min(apart(own, color(SIDE - 1 - i, y))))
                .fold(f32::MAX, f32::min);
            let center = |v: usize| (v as f32 + 0.5) / SIDE as f32 * 2.0 - 1.0;
            let near = 1.0 - 0.5 * (center(x).powi(2) + center(y).powi(2)).min(1.6);
            weights[y * SIDE + x] = off * near;
        }
    }
    let most = weights.iter().copied().fold(0.0, f32::max);
    if most < 24.0 {
        return [0.2, 0.2, 0.8, 0.8];
    }
    weights.iter_mut().for_each(|w| {
        *w = if *w < most * 0.25 {
            0.0
        } else {
            w.min(most * 0.5)
        }
    });
    let range = |along: &dyn Fn(usize) -> f32| {
        let sums: Vec<f32> = (0..SIDE).map(along).collect();
        let total: f32 = sums.iter().sum();
        let reach = |share: f32| {
            let mut sum = 0.0;
            let found = sums.iter().position(|s| {
                sum += s;
                sum >= total * share
            });
            found.unwrap_or(SIDE / 2) as f32 / SIDE as f32
        };
        (reach(0.03), reach(0.97) + 1.0 / SIDE as f32)
    };
    let (x0, x1) = range(&|x| (0..SIDE).map(|y| weights[y * SIDE + x]).sum());
    let (y0, y1) = range(&|y| weights[y * SIDE..(y + 1) * SIDE].iter().sum());
    [x0, y0, x1, y1]
}

/// Prepares a picture; `nth` chooses the move, `closer` (0, 1, …) how near it is seen.
pub(super) fn frame(source: Picture<'_>, nth: usize, closer: usize) -> Framed {
    let source = source.window(0, 0, source.width, source.height, 1400);
    let (pw, ph) = (source.width as f32, source.height as f32);
    let [x0, y0, x1, y1] = subject(&source);
    let (frame_w, frame_h) = (WIDTH as f32, HEIGHT as f32);
    // Room to move in; less where more would cut the subject.
    let (most_w, lh) = (frame_w * 1.1, (frame_h * 1.1).round());
    let least = frame_w * 1.035 / pw;
    let cover = (most_w / pw).max(lh / ph);
    let (subject_w, subject_h) = ((x1 - x0) * pw, (y1 - y0) * ph);
    let keep = (frame_w * 0.84 / subject_w).min(frame_h * 0.41 / subject_h);
    let nearer = 1.0 + 0.28 * closer.min(2) as f32;
    let scale = (keep.clamp(least.min(cover), cover) * nearer).min(LARGEST);
    let (w, h) = (pw * scale, ph * scale);
    // A wide crop leaves the sides to travel over.
    let spare = (w - most_w).clamp(0.0, frame_w * 0.16);
    let lw = (w.clamp(frame_w * 1.035, most_w) + spare).round();
    let clamp = |value: f32, size: f32, room: f32| {
        let free = room - size;
        value.clamp(free.min(0.0), free.max(0.0))
    };
    let (cx, cy) = ((x0 + x1) / 2.0 * w, (y0 + y1) / 2.0 * h);
    let left = clamp(lw / 2.0 - cx, w, lw).round();
    let top = clamp(lh * FOCUS - cy, h, lh).round();
    let (w, h) = (w.round().max(1.0), h.round().max(1.0));
    // Only what the layer shows is enlarged.
    let (cut_x, cut_y) = ((-left).max(0.0), (-top).max(0.0));
    let (seen_w, seen_h) = ((w - cut_x).min(lw), (h - cut_y).min(lh));
    let seen = [cut_x, cut_y, seen_w, seen_h].map(|v| v / scale);
    let sharp = picture::resample(&source, seen, seen_w as u32, seen_h as u32);
    let at = (left.max(0.0), top.max(0.0));
    let is_whole = at.0 < 0.5 && at.1 < 0.5 && seen_w >= lw - 0.5 && seen_h >= lh - 0.5;
    let canvas = if is_whole {
        extend::opaque(sharp)
    } else {
        // What lies between the subject and the picture's edges may melt away.
        let free = [
            x0 * w - cut_x,
            y0 * h - cut_y,
            seen_w - (x1 * w - cut_x),
            seen_h - (y1 * h - cut_y),
        ];
        extend::carry_on(extend::opaque(sharp), at, (lw, lh), free)
    };
    let focus = (
        f64::from((left + cx).clamp(0.0, lw)),
        f64::from((top + cy).clamp(0.0, lh)),
    );
    let motion = choose(
        nth,
        (f64::from(lw), f64::from(lh)),
        focus,
        f64::from(subject_w * scale),
    );
    Framed { canvas, motion }
}

/// One of the slow moves; every view stays inside the layer and keeps a subject of `wide` pixels in sight.
fn choose(nth: usize, (lw, lh): (f64, f64), focus: (f64, f64), wide: f64) -> Move {
    let (fw, fh) = (f64::from(WIDTH), f64::from(HEIGHT));
    let inside = |x: f64, y: f64, step: f64| {
        let (hw, hh) = (fw * step / 2.0, fh * step / 2.0);
        (
            x.clamp(hw, (lw - hw).max(hw)),
            y.clamp(hh, (lh - hh).max(hh)),
            step,
        )
    };
    let aim = (focus.0, focus.1 + fh * (0.5 - f64::from(FOCUS)));
    let widest = (lw / fw).min(lh / fh).min(1.095);
    let far = inside(lw / 2.0, lh / 2.0, widest);
    let near = inside(aim.0, aim.1, 1.0);
    let room = ((fw * 0.94 - wide) / 2.0).clamp(12.0, 120.0);
    let travel = ((lw - fw * 1.02) / 2.0).clamp(0.0, room);
    match nth % 4 {
        0 => Move {
            from: far,
            to: near,
        },
        1 => Move {
            from: inside(aim.0 - travel, aim.1 + 26.0, 1.02),
            to: inside(aim.0 + travel, aim.1 - 26.0, 1.005),
        },
        2 => Move {
            from: near,
            to: far,
        },
        _ => Move {
            from: inside(aim.0 + travel, aim.1 - 36.0, 1.0),
            to: inside(aim.0 - travel, aim.1 + 36.0, 1.03_f64.min(widest)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_move_goes_on_evenly() {
        for nth in 0..4 {
            let motion = choose(nth, (1188.0, 2112.0), (520.0, 790.0), 700.0);
            let views: Vec<View> = (0..=80).map(|n| motion.at(f64::from(n) / 80.0)).collect();
            // How far the upper left corner of the frame travels over the picture.
            let steps: Vec<f64> = views
                .windows(2)
                .map(|v| (v[1].x - v[0].x).hypot(v[1].y - v[0].y))
                .collect();
            let mean = steps.iter().sum::<f64>() / steps.len() as f64;
            assert!((0.1..3.0).contains(&mean), "{nth}: {mean}");
            for pair in steps.windows(2) {
                assert!(
                    pair[0] > mean * 0.4 && pair[0] < mean * 1.6,
                    "{nth}: {pair:?}"
                );
                assert!((pair[1] / pair[0] - 1.0).abs() < 0.1, "{nth}: {pair:?}");
            }
        }
    }

    #[test]
    fn any_picture_fills_the_frame() {
        for (w, h) in [(1, 1), (3, 900), (900, 3), (160, 90), (90, 160)] {
            let rgba = [120, 90, 60, 255].repeat(w as usize * h as usize);
            let picture = Picture {
                width: w,
                height: h,
                rgba: &rgba,
            };
            for closer in 0..3 {
                let framed = frame(picture, 1, closer);
                assert!(framed.canvas.width >= WIDTH && framed.canvas.height >= HEIGHT);
                let (pixels, _) = framed.canvas.pixels.as_chunks::<4>();
                let off = pixels
                    .iter()
                    .find(|p| p[0].abs_diff(120) > 2 || p[3] != 255);
                assert_eq!(off, None, "{w}x{h}");
            }
        }
    }
}
