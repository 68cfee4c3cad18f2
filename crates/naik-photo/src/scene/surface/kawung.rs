//! Kawung: the batik figure of four palm fruits around a middle, as block-printed paper.

use crate::scene::noise::{Noise, smoothstep};

/// How much dye lies at a place (0 none, 1 full); `cell` is the figure's size, `blur` how far out of focus it is, both in units.
pub(in crate::scene) fn kawung(noise: Noise, x: f32, y: f32, cell: f32, blur: f32) -> f32 {
    let (u, v) = (x / cell, y / cell);
    let (i, j) = ((u + 0.5).floor(), (v + 0.5).floor());
    let soft = (blur / cell).max(0.006);
    let mut dye: f32 = 0.0;
    // Petals lie on the diagonals of each crossing; the neighbours' petals reach in.
    let (dx, dy) = (u - i, v - j);
    let (ax, ay) = (dx.abs(), dy.abs());
    // One petal, from the crossing (0,0) to the cell's corner (0.5,0.5), in its own axes.
    let along = (ax + ay) * std::f32::consts::FRAC_1_SQRT_2 - 0.3536;
    let across = (ax - ay) * std::f32::consts::FRAC_1_SQRT_2;
    let petal = ((along / 0.325).powi(2) + (across / 0.185).powi(2)).sqrt() - 1.0;
    let inner = ((along / 0.25).powi(2) + (across / 0.115).powi(2)).sqrt() - 1.0;
    let edge = |distance: f32, width: f32| {
        1.0 - smoothstep(width - soft * 4.0, width + soft * 4.0, distance)
    };
    // A rim, a gap, and a seed inside with two dots.
    dye = dye.max(edge(petal, 0.0) - edge(petal, -0.16));
    dye = dye.max(edge(inner, -0.42) * 0.85);
    let dot = |at: f32| ((along - at).powi(2) + across.powi(2)).sqrt() / 0.028 - 1.0;
    let dots = edge(dot(-0.19), 0.0).max(edge(dot(0.19), 0.0));
    dye = dye.max(dots);
    // Small crosses between the petals.
    let cross = ax.min(ay) / 0.018 - 1.0;
    let reach = ax.max(ay) / 0.10 - 1.0;
    dye = dye.max(edge(cross, 0.0) * edge(reach, 0.0));
    // Hand-printed: the dye is thicker here, thinner there.
    let uneven = 0.86 + 0.28 * noise.layer(91).rough(x * 3.0, y * 3.0, 3, blur);
    (dye * uneven).clamp(0.0, 1.0)
}
