//! Any picture made into an upright one that can move.
//!
//! A picture always fills the frame. What is wider than the frame is not
//! squeezed into it: the view travels over it, from one end of the subject to
//! the other, so that all of it is seen.

use super::plane::View;
use super::{HEIGHT, WIDTH};
use crate::canvas::Canvas;
use crate::picture::{self, Picture};

/// Where the subject's middle stands on the frame, as a share of its height: below the captions.
const FOCUS: f32 = 0.56;
/// Room to move in: how much larger than the frame a layer is.
pub(super) const ROOM: f32 = 1.1;
/// The longest way that a view travels over a wide picture, in pixels.
const TRAVEL: f32 = 620.0;
/// A picture is brought nearer than it must by this much, at most, so that its subject fills the frame:
/// where the subject is known, and where it was only looked for.
const NEARER: (f32, f32) = (1.4, 1.15);

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

/// What shows through is white, as on paper.
fn opaque(mut canvas: Canvas) -> Canvas {
    let (pixels, _) = canvas.pixels.as_chunks_mut::<4>();
    for [r, g, b, a] in pixels {
        let rest = 255 - *a;
        *r = r.saturating_add(rest);
        *g = g.saturating_add(rest);
        *b = b.saturating_add(rest);
        *a = 255;
    }
    canvas
}

/// Prepares a picture whose subject (left, top, right, bottom in shares) is known or looked for;
/// `nth` chooses the move, `closer` (0, 1, …) how near it is seen.
pub(super) fn frame(
    source: Picture<'_>,
    known: Option<[f32; 4]>,
    nth: usize,
    closer: usize,
) -> Framed {
    let longest = source.width.max(source.height).min(2600);
    let source = source.window(0, 0, source.width, source.height, longest);
    let (pw, ph) = (source.width as f32, source.height as f32);
    let found = known.filter(|[x0, y0, x1, y1]| x1 - x0 > 0.01 && y1 - y0 > 0.01);
    let [x0, y0, x1, y1] = found.unwrap_or_else(|| subject(&source));
    let (frame_w, frame_h) = (WIDTH as f32, HEIGHT as f32);
    let (subject_w, subject_h) = ((x1 - x0) * pw, (y1 - y0) * ph);
    let cover = (frame_w * ROOM / pw).max(frame_h * ROOM / ph);
    let keep = (frame_w * 0.92 / subject_w).min(frame_h * 0.46 / subject_h);
    let nearer = 1.0 + 0.28 * closer.min(2) as f32;
    let most = if found.is_some() { NEARER.0 } else { NEARER.1 };
    let scale = keep.clamp(cover, cover * most) * nearer;
    let (w, h) = (pw * scale, ph * scale);
    let wide = subject_w * scale;
    // A view that can't hold the subject travels over it.
    let travel = (wide * 1.06 - frame_w).clamp(0.0, TRAVEL);
    let lw = (frame_w * ROOM + travel.max(frame_w * 0.1)).min(w).floor();
    let lh = (frame_h * (ROOM + 0.06)).min(h).floor();
    let (cx, cy) = ((x0 + x1) / 2.0 * w, (y0 + y1) / 2.0 * h);
    let left = (cx - lw / 2.0).clamp(0.0, (w - lw).max(0.0)).round();
    let top = (cy - lh * FOCUS).clamp(0.0, (h - lh).max(0.0)).round();
    // Only what the layer shows is enlarged.
    let seen = [left, top, lw, lh].map(|v| v / scale);
    let canvas = opaque(picture::resample(&source, seen, lw as u32, lh as u32));
    let focus = (
        f64::from((cx - left).clamp(0.0, lw)),
        f64::from((cy - top).clamp(0.0, lh)),
    );
    let motion = choose(
        nth,
        (f64::from(lw), f64::from(lh)),
        focus,
        (f64::from(wide), f64::from(travel)),
    );
    Framed { canvas, motion }
}

/// One of the moves; every view stays inside the layer. A subject of `wide` pixels is kept in sight,
/// or gone over where the view has to `travel`.
fn choose(nth: usize, (lw, lh): (f64, f64), focus: (f64, f64), (wide, travel): (f64, f64)) -> Move {
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
    let widest = (lw / fw).min(lh / fh).min(f64::from(ROOM) - 0.005);
    if travel > 60.0 {
        let (from, to) = if nth.is_multiple_of(2) {
            (-0.5, 0.5)
        } else {
            (0.5, -0.5)
        };
        let step = 1.02_f64.min(widest);
        return Move {
            from: inside(aim.0 + travel * from, aim.1 + 14.0, step),
            to: inside(aim.0 + travel * to, aim.1 - 14.0, step),
        };
    }
    let far = inside(lw / 2.0, aim.1, widest);
    let near = inside(aim.0, aim.1, 1.0);
    let room = ((fw * 0.97 - wide) / 2.0).clamp(14.0, 110.0);
    let drift = ((lw - fw * 1.02) / 2.0).clamp(0.0, room);
    let half = 1.02_f64.min(widest);
    match nth % 5 {
        0 => Move {
            from: far,
            to: near,
        },
        1 => Move {
            from: inside(aim.0 - drift, aim.1 + 24.0, half),
            to: inside(aim.0 + drift, aim.1 - 24.0, 1.0),
        },
        2 => Move {
            from: near,
            to: far,
        },
        // Upwards, between the two ends of the room that there is: a view that is held at one end stands still.
        3 => {
            let room = ((lh - fh * half) / 2.0).max(0.0);
            let rise = room.min(90.0);
            let middle = aim
                .1
                .clamp(lh / 2.0 - (room - rise), lh / 2.0 + (room - rise));
            Move {
                from: inside(aim.0, middle + rise, half),
                to: inside(aim.0, middle - rise, 1.0),
            }
        }
        _ => Move {
            from: inside(aim.0 + drift, aim.1 - 30.0, 1.0),
            to: inside(aim.0 - drift, aim.1 + 30.0, widest),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_move_goes_on_evenly() {
        for (nth, travel) in [
            (0, 0.0),
            (1, 0.0),
            (2, 0.0),
            (3, 0.0),
            (4, 0.0),
            (0, 500.0),
            (1, 500.0),
        ] {
            let motion = choose(
                nth,
                (1188.0 + travel, 2227.0),
                (594.0 + travel / 2.0, 1250.0),
                (700.0 + travel, travel),
            );
            let views: Vec<View> = (0..=80).map(|n| motion.at(f64::from(n) / 80.0)).collect();
            // How far the upper left corner of the frame travels over the picture.
            let steps: Vec<f64> = views
                .windows(2)
                .map(|v| (v[1].x - v[0].x).hypot(v[1].y - v[0].y))
                .collect();
            let mean = steps.iter().sum::<f64>() / steps.len() as f64;
            assert!((0.1..8.0).contains(&mean), "{nth}: {mean}");
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
    fn no_move_stands_still_wherever_the_subject_is() {
        for nth in 0..5 {
            for y in [0.0, 900.0, 2100.0] {
                let motion = choose(nth, (1188.0, 2112.0), (520.0, y), (700.0, 0.0));
                let steps: Vec<View> = (0..=90).map(|n| motion.at(f64::from(n) / 90.0)).collect();
                // A zoom about a corner leaves that corner where it is: look at the other too.
                let ends = |v: View| {
                    (
                        v.x + f64::from(WIDTH) * v.step,
                        v.y + f64::from(HEIGHT) * v.step,
                    )
                };
                let moves = |v: &[View]| {
                    let (a, b) = (ends(v[0]), ends(v[1]));
                    let near = (v[1].x - v[0].x).hypot(v[1].y - v[0].y);
                    near.max((b.0 - a.0).hypot(b.1 - a.1)) > 0.1
                };
                assert!(steps.windows(2).all(moves), "move {nth} at {y}");
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
                let framed = frame(picture, None, 1, closer);
                assert!(framed.canvas.width >= WIDTH && framed.canvas.height >= HEIGHT);
                let (pixels, _) = framed.canvas.pixels.as_chunks::<4>();
                let off = pixels
                    .iter()
                    .find(|p| p[0].abs_diff(120) > 2 || p[3] != 255);
                assert_eq!(off, None, "{w}x{h}");
            }
        }
    }

    #[test]
    fn a_view_goes_over_the_whole_of_a_wide_subject() {
        let rgba = [120, 90, 60, 255].repeat(400 * 300);
        let picture = Picture {
            width: 400,
            height: 300,
            rgba: &rgba,
        };
        let (left, right) = (0.2_f32, 0.8_f32);
        let framed = frame(picture, Some([left, 0.3, right, 0.9]), 0, 0);
        let views = [framed.motion.at(0.0), framed.motion.at(1.0)];
        let seen = f64::from(WIDTH) * views[0].step;
        // The subject is 0.6 of 400 pixels, enlarged so that 300 fill 2112 pixels.
        let wide = f64::from((right - left) * 400.0) * 2112.0 / 300.0;
        let middle = f64::from(framed.canvas.width) / 2.0;
        assert!(views[0].x <= middle - wide / 2.0 && views[1].x + seen >= middle + wide / 2.0);
    }
}
