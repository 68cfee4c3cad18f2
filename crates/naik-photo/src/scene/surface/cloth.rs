//! Linen with soft folds.

use crate::scene::color::Light3;
use crate::scene::noise::{Noise, smoothstep};
use crate::scene::stage::Floor;

/// Linen's colour at a place, with the light that its folds make.
pub(in crate::scene) fn linen(noise: Noise, place: Floor, dye: Light3, calm: f32) -> Light3 {
    let (x, y) = (place.x, place.y);
    let fine = place.pixel_deep;
    let step = 0.012;
    let here = folds(noise, x, y, calm);
    let right = folds(noise, x + step, y, calm);
    let back = folds(noise, x, y + step, calm);
    // The light comes low from the left and a little from behind.
    let slope = ((here - right) * 1.0 + (here - back) * -0.5) / step;
    let lit = 1.0 - slope * 0.62;
    let hollow = smoothstep(0.05, -0.22, here) * 0.13;

    // Threads: slubs run along both directions.
    let warp = noise.layer(81).rough(x * 26.0, y * 310.0, 2, fine * 310.0);
    let weft = noise
        .layer(82)
        .rough(x * 310.0, y * 26.0, 2, place.pixel * 310.0);
    let slub = noise.layer(83).rough(x * 8.0, y * 120.0, 2, fine * 120.0)
        + noise
            .layer(84)
            .rough(x * 120.0, y * 8.0, 2, place.pixel * 120.0);
    let thread = warp * 0.10 + weft * 0.10 + slub * 0.09;
    dye * ((lit * (1.0 - hollow)).clamp(0.45, 1.5) * (1.0 + thread))
}

/// Height of the cloth: long soft ridges that fan out, flat where the product stands.
fn folds(noise: Noise, x: f32, y: f32, calm: f32) -> f32 {
    let bend = noise.layer(85).smooth(x * 0.7, y * 0.7) * 0.55;
    let across = x * 0.75 - y * 0.62 + bend;
    let along = x * 0.35 + y * 0.5;
    let ridge = noise.layer(86).smooth(across * 2.4, along * 0.55);
    let small = noise.layer(87).smooth(across * 5.3 + 3.0, along * 0.9);
    // Ridges are sharper than valleys.
    let shape = (ridge + 0.25 * small).tanh();
    let sharp = 0.5 * shape + 0.5 * shape.max(0.0).powf(1.4);
    let flat = smoothstep(0.16, 0.75, (x * x + (y - 0.05) * (y - 0.05) * 0.8).sqrt());
    sharp * 0.16 * (calm + (1.0 - calm) * flat)
}
