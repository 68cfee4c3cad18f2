//! A banana leaf laid on the table.

use crate::scene::color::Light3;
use crate::scene::noise::{Noise, smoothstep};
use crate::scene::stage::Floor;

/// Colour of the leaf, its cover (0 none, 1 leaf), and the shadow that it throws on the table (0 to 1).
pub(in crate::scene) struct Look {
    pub(in crate::scene) color: Light3,
    pub(in crate::scene) cover: f32,
    pub(in crate::scene) shadow: f32,
}

/// The leaf lies askew under the product, its tip to the right.
pub(in crate::scene) fn leaf(noise: Noise, place: Floor) -> Look {
    // Along the midrib (t) and across it (s), in units; turned a little.
    let turn = -0.16 + (noise.at(7, 7) - 0.5) * 0.16;
    let (sin, cos) = turn.sin_cos();
    let (px, py) = (place.x + 0.02, place.y - 0.10);
    let bow = 0.05 * (px * 1.7).cos();
    let t = px * cos + py * sin;
    let s = -px * sin + py * cos - bow;
    let fine = place.pixel_deep;

    let half = half_width(t);
    let edge_wave = noise.layer(71).rough(t * 5.0, s.signum() * 3.0, 3, fine) * 0.022;
    let outside = s.abs() - half - edge_wave;
    // Two or three tears along the veins, open at the edge only.
    let vein_t = t - s.abs() * 0.32;
    let side = if s > 0.0 { 1 } else { 2 };
    let tear_cell = (vein_t / 0.31).floor();
    let tear_at = (tear_cell + 0.3 + 0.4 * noise.at(tear_cell as i32, side)) * 0.31;
    let depth = smoothstep(0.45, 1.0, s.abs() / half.max(0.01));
    let torn = noise.at(tear_cell as i32, side + 10) < 0.4;
    let tear = if torn {
        0.010 * depth - (vein_t - tear_at).abs()
    } else {
        -1.0
    };

    let soft = fine.max(0.002);
    let cover = (1.0 - smoothstep(-soft, soft, outside)) * (1.0 - smoothstep(-soft, soft, tear));
    let shadow = (1.0 - smoothstep(-0.02, 0.045, outside)) * 0.55;
    if cover <= 0.0 {
        return Look {
            color: Light3([0.0; 3]),
            cover,
            shadow,
        };
    }

    // Side veins leave the midrib at a slant; the blade between them is ribbed.
    let wander = noise.layer(72).rough(t * 2.2, s * 2.2, 2, fine) * 0.012;
    let count = (vein_t + wander) / 0.0165;
    let visible = 1.0 - smoothstep(0.12, 0.5, place.pixel.max(fine * 0.4) / 0.0165);
    let rib = (count * std::f32::consts::TAU).sin() * visible;
    let bold = smoothstep(0.86, 1.0, (count / 4.0 * std::f32::consts::TAU).cos()) * visible;
    let patch = noise.layer(73).rough(t * 1.6, s * 2.6, 4, fine);
    let fibre = noise
        .layer(74)
        .rough(vein_t * 60.0, s * 6.0, 2, fine * 60.0);
    let blade = Light3::hex(0x3f7d2c)
        .mix(Light3::hex(0x24571f), 0.42 + patch * 0.9)
        .mix(Light3::hex(0x8fb24a), (0.13 - patch * 0.2).clamp(0.0, 0.3));
    // Each half of the blade rises from the midrib, so the far half looks at the light more.
    let rise = if s > 0.0 { 1.10 } else { 0.93 };
    let near_rib = smoothstep(0.0, 0.06, s.abs());
    let mut color = blade * (rise * (0.86 + 0.14 * near_rib) * (1.0 + rib * 0.045 + fibre * 0.06));
    color = color.mix(Light3::hex(0x86a94a), bold * 0.20);
    // Midrib: pale, round, thinner towards the tip.
    let thick = (0.013 - t * 0.006).clamp(0.004, 0.02);
    let middle = 1.0 - smoothstep(thick * 0.75, thick * 1.1 + fine * 0.5, s.abs());
    let round = 1.0 - (s / thick).clamp(-1.0, 1.0) * -0.25;
    color = color.mix(Light3::hex(0xb4c36e) * round, middle * 0.9);
    // A dry rim.
    let rim = smoothstep(-0.012, -0.002, outside);
    color = color.mix(Light3::hex(0x8d8a3f), rim * 0.5);
    Look {
        color,
        cover,
        shadow,
    }
}

/// Half the leaf's width at `t` along it.
fn half_width(t: f32) -> f32 {
    let along = ((t + 1.25) / 2.15).clamp(0.0, 1.0);
    // Broad for most of its length, then a rounded tip.
    let tip = (1.0 - along.powi(6)).max(0.0).sqrt();
    let tail = smoothstep(0.0, 0.12, along).max(0.2);
    0.40 * tip * tail
}
