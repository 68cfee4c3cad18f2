//! Marble, terrazzo, slate and plaster.

use crate::scene::color::Light3;
use crate::scene::noise::{Noise, lerp, smoothstep};
use crate::scene::stage::Floor;

/// White marble with grey veins.
pub(in crate::scene) fn marble(noise: Noise, place: Floor) -> Light3 {
    let fine = place.pixel_deep;
    let (x, y) = (
        place.x * 0.9 + place.y * 0.35,
        place.y * 0.9 - place.x * 0.3,
    );
    let warp_x = noise.layer(31).rough(x * 1.3, y * 1.3, 5, fine);
    let warp_y = noise.layer(32).rough(x * 1.3 + 9.0, y * 1.3, 5, fine);
    let vein = |layer: u32, scale: f32, sharp: f32| {
        let value = noise.layer(layer).rough(
            (x + warp_x * 0.55) * scale,
            (y + warp_y * 0.55) * scale,
            4,
            fine * scale,
        );
        let line = 1.0 - (value * sharp).abs();
        line.max(0.0)
    };
    let wide = vein(33, 0.8, 3.2).powi(3);
    let thin = vein(34, 1.5, 9.0).powi(3) * smoothstep(-0.25, 0.3, warp_x);
    let hair = vein(35, 3.1, 22.0).powi(2) * smoothstep(-0.1, 0.35, warp_y);
    let cloud = noise.layer(36).rough(x * 1.1, y * 1.1, 4, fine);
    let base = Light3::hex(0xf1efec).mix(Light3::hex(0xdcdad8), 0.35 + cloud * 0.8);
    base.mix(Light3::hex(0xb9b6b3), wide * 0.42)
        .mix(Light3::hex(0x8a8684), thin * 0.5)
        .mix(Light3::hex(0xa39a8d), hair * 0.28)
}

/// Terrazzo: chips of many colours in a pale ground.
pub(in crate::scene) fn terrazzo(
    noise: Noise,
    place: Floor,
    ground: Light3,
    chips: &[Light3],
) -> Light3 {
    let cloud = noise
        .layer(41)
        .rough(place.x * 3.0, place.y * 3.0, 3, place.pixel_deep);
    let mut color = ground * (1.0 + cloud * 0.05);
    // From crumbs to big chips; later ones lie on top.
    for (layer, (cell, share)) in [(0.022_f32, 0.55_f32), (0.048, 0.5), (0.098, 0.48)]
        .into_iter()
        .enumerate()
    {
        let field = noise.layer(42 + layer as u32);
        let (u, v) = (place.x / cell, place.y / cell);
        let (cx, cy) = (u.floor() as i32, v.floor() as i32);
        let soft = (place.pixel.max(place.pixel_deep * 0.7) / cell).max(0.02);
        for oy in -1..=1 {
            for ox in -1..=1 {
                let (i, j) = (cx + ox, cy + oy);
                if field.at(i, j) > share {
                    continue;
                }
                let pick = |salt: i32| field.layer(salt as u32).at(i, j);
                let mx = i as f32 + 0.25 + 0.5 * pick(1);
                let my = j as f32 + 0.25 + 0.5 * pick(2);
                let size = 0.22 + 0.3 * pick(3);
                let (sin, cos) = (pick(4) * std::f32::consts::TAU).sin_cos();
                let (dx, dy) = (u - mx, v - my);
                let far = size * 1.45 + soft;
                if dx * dx + dy * dy > far * far {
                    continue;
                }
                // A broken stone: five straight sides at uneven distances.
                let mut outside = f32::MIN;
                for side in 0..5 {
                    let angle = (side as f32 + 0.5 * pick(10 + side)) * std::f32::consts::TAU / 5.0;
                    let (s, c) = angle.sin_cos();
                    let (nx, ny) = (c * cos - s * sin, c * sin + s * cos);
                    let reach = size * (0.55 + 0.6 * pick(20 + side));
                    outside = outside.max(dx * nx + dy * ny - reach);
                }
                let cover = 1.0 - smoothstep(-soft, soft, outside);
                if cover > 0.0 {
                    let which = ((pick(5) * chips.len() as f32) as usize)
                        .min(chips.len().saturating_sub(1));
                    let chip = chips.get(which).copied().unwrap_or(ground);
                    let shade = 0.92 + 0.16 * pick(6);
                    color = color.mix(chip * shade, cover);
                }
            }
        }
    }
    color
}

/// Split slate: dark, layered, slightly rough.
pub(in crate::scene) fn slate(noise: Noise, place: Floor) -> Light3 {
    let fine = place.pixel_deep;
    let (x, y) = (place.x, place.y);
    let warp = noise.layer(51).rough(x * 1.6, y * 1.6, 4, fine);
    let height = |x: f32, y: f32| {
        let flow = noise
            .layer(52)
            .rough(x * 2.1 + warp, y * 4.2, 5, fine * 4.2);
        let grit = noise.layer(53).rough(x * 34.0, y * 46.0, 3, fine * 46.0);
        flow + grit * 0.12
    };
    let relief = height(x, y) - height(x + 0.006, y + 0.003);
    let tone = noise.layer(54).rough(x * 0.9, y * 0.9, 3, fine);
    Light3::hex(0x3c4247).mix(Light3::hex(0x5a6065), 0.4 + tone * 0.7)
        * (1.0 - relief * 3.4).clamp(0.55, 1.5)
}

/// Hand-smoothed plaster: broad trowel clouds and a little relief; `blur` in units keeps it out of focus.
pub(in crate::scene) fn plaster(
    noise: Noise,
    x: f32,
    y: f32,
    blur: f32,
    paint: Light3,
    strength: f32,
) -> Light3 {
    let clouds = noise.layer(61).rough(x * 1.3, y * 1.1, 4, blur);
    let strokes = noise.layer(62).rough(
        x * 3.0 + clouds * 2.0,
        y * 6.0 + clouds * 2.0,
        4,
        blur * 6.0,
    );
    let tone = clouds * 0.16 + strokes * 0.10;
    let warm = lerp(1.0, 1.006, clouds);
    Light3([paint.0[0] * warm, paint.0[1], paint.0[2] / warm]) * (1.0 + tone * strength)
}

/// A plastered wall of `size` units, out of focus, looked up in a coarse map: blur leaves nothing finer to see.
pub(in crate::scene) fn plaster_wall(
    noise: Noise,
    size: (f32, f32),
    paint: Light3,
    strength: f32,
) -> impl Fn(f32, f32) -> Light3 + Sync {
    const CELLS: f32 = 96.0;
    const BLUR: f32 = 0.02;
    let (columns, rows) = ((size.0 * CELLS) as usize + 3, (size.1 * CELLS) as usize + 3);
    let map: Vec<Light3> = (0..columns * rows)
        .map(|at| {
            let (x, y) = ((at % columns) as f32 / CELLS, (at / columns) as f32 / CELLS);
            plaster(noise, x, y, BLUR, paint, strength)
        })
        .collect();
    move |x, y| {
        let fx = (x * CELLS).clamp(0.0, (columns - 2) as f32);
        let fy = (y * CELLS).clamp(0.0, (rows - 2) as f32);
        let at = fy as usize * columns + fx as usize;
        let (dx, dy) = (fx.fract(), fy.fract());
        let top = map[at].mix(map[at + 1], dx);
        let bottom = map[at + columns].mix(map[at + columns + 1], dx);
        top.mix(bottom, dy)
    }
}
