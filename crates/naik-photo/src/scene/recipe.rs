//! The twelve recipes: which table, which wall, which light.

use naik_core::seed::Seed;
use rayon::prelude::*;

use super::Scene;
use super::color::{Encoder, Light3, shoulder};
use super::gobo::{Blocker, Gobo};
use super::noise::{Noise, smoothstep};
use super::stage::{Stage, Window};
use super::surface::{cloth, kawung, leaf, stone, weave, wood};
use crate::image::Rgb;
use crate::shadow::ShadowLight;

/// What compositing has to know about a rendered scene.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mood {
    /// The shadow that the scene's light throws.
    pub(super) shadow: ShadowLight,
    /// Colour of full shadow relative to the lit ground.
    pub(super) shade: Light3,
    /// Share of light that the ground mirrors where products stand.
    pub(super) gloss: f32,
    /// How bright the light on the product is, 1 = as photographed.
    pub(super) exposure: f32,
    /// Tint of the light on the product; near white, because a product's colour is what is sold.
    pub(super) tint: Light3,
}

/// A table and a wall under one light.
struct Set<'a> {
    window: Window,
    /// Out-of-focus width of the table's far edge, in units.
    edge_blur: f32,
    gobo: Option<Gobo>,
    /// Darkness in the corner between wall and table, 0 to 1.
    corner: f32,
    /// Darkening towards the picture's corners, 0 to 1.
    vignette: f32,
    wall: Box<dyn Fn(f32, f32) -> Light3 + Sync + 'a>,
    table: Box<dyn Fn(super::stage::Floor) -> Light3 + Sync + 'a>,
    /// Share of the wall that the table mirrors.
    gloss: f32,
}

/// Pastel studio colours: ground and the darker tone that the light falls off to.
const PASTELS: [(u32, u32); 7] = [
    (0xf6d9c4, 0xe2b496),
    (0xd8e6d2, 0xadc5a6),
    (0xf7e6b8, 0xe5c583),
    (0xd5e3ee, 0xa5bfd3),
    (0xf3d3d3, 0xdba9ab),
    (0xe3dcec, 0xbcb0d0),
    (0xf2ebdf, 0xd4c6b0),
];

const WARM: u32 = 0xfff6ea;
const NEUTRAL: u32 = 0xfffaf4;

/// Renders a scene without a product.
pub(super) fn render(scene: Scene, width: u32, height: u32, seed: Seed) -> (Rgb, Mood) {
    let mut dice = seed.of(scene.key());
    let noise = Noise::new(dice.next_u64());
    let stage = Stage::new(width, height);
    let (w, h) = (stage.width, stage.height);
    let left = Window {
        at: (-0.25, h * 0.12),
        reach: 1.35 * h.max(1.0),
        key: Light3::hex(WARM) * 0.92,
        ambient: Light3::hex(NEUTRAL) * 0.36,
    };
    let wall_plaster = |paint: u32, strength: f32| {
        let paint = Light3::hex(paint);
        stone::plaster_wall(noise, (w, h), paint, strength)
    };
    let mut mood = Mood {
        shadow: ShadowLight {
            direction: 0.75,
            softness: 0.6,
            strength: 0.9,
        },
        shade: Light3::hex(0x4a3f3a),
        gloss: 0.0,
        exposure: 1.0,
        tint: Light3([1.012, 1.0, 0.985]),
    };
    let plain = |paint: u32| {
        let paint = Light3::hex(paint);
        move |place: super::stage::Floor| {
            stone::plaster(
                noise.layer(5),
                place.x,
                place.y,
                place.pixel_deep,
                paint,
                0.5,
            )
        }
    };
    let set = match scene {
        Scene::WoodTable => {
            mood.shade = Light3::hex(0x5a4030);
            mood.gloss = 0.05;
            let kind = wood::Wood {
                pale: Light3::hex(0xe0b98a),
                deep: Light3::hex(0x9c6a3e),
                board: 0.34,
            };
            Set {
                window: left,
                edge_blur: 0.012,
                gobo: None,
                corner: 0.30,
                vignette: 0.16,
                wall: Box::new(wall_plaster(0xefe3d0, 0.5)),
                table: Box::new(move |place| kind.color(noise, place)),
                gloss: 0.05,
            }
        }
        Scene::DarkTable => {
            mood.shade = Light3::hex(0x241812);
            mood.gloss = 0.10;
            mood.exposure = 0.93;
            mood.tint = Light3([1.022, 1.0, 0.97]);
            mood.shadow.strength = 1.0;
            let kind = wood::Wood {
                pale: Light3::hex(0x80543a),
                deep: Light3::hex(0x35201a),
                board: 0.30,
            };
            Set {
                window: Window {
                    at: (w * 0.30, h * 0.02),
                    reach: 0.62 * h.max(1.0),
                    key: Light3::hex(0xffd9a8) * 1.25,
                    ambient: Light3::hex(0xcfd4e6) * 0.10,
                },
                edge_blur: 0.014,
                gobo: None,
                corner: 0.35,
                vignette: 0.42,
                wall: Box::new(wall_plaster(0x5c4a40, 0.9)),
                table: Box::new(move |place| kind.color(noise, place)),
                gloss: 0.16,
            }
        }
        Scene::WovenMat => {
            mood.shade = Light3::hex(0x5a452c);
            let mat = weave::Mat {
                straw: Light3::hex(0xe6cd98),
                dark: Light3::hex(0xbd9557),
                dyed: Light3::hex([0x8f3d2a, 0x4d5c34, 0x6b4227][dice.below(3)]),
                strip: 0.030,
            };
            Set {
                window: left,
                edge_blur: 0.010,
                gobo: None,
                corner: 0.32,
                vignette: 0.18,
                wall: Box::new(wall_plaster(0xd9b48a, 0.7)),
                table: Box::new(move |place| mat.color(noise, place)),
                gloss: 0.0,
            }
        }
        Scene::Terracotta => {
            mood.shade = Light3::hex(0x57281a);
            mood.shadow.softness = 0.35;
            mood.tint = Light3([1.02, 1.0, 0.975]);
            Set {
                window: Window {
                    key: Light3::hex(0xffe6c4) * 1.05,
                    ambient: Light3::hex(0xffe8d8) * 0.46,
                    ..left
                },
                edge_blur: 0.008,
                gobo: Some(Gobo::new(Blocker::Beam, noise, w, h)),
                corner: 0.28,
                vignette: 0.14,
                wall: Box::new(wall_plaster(0xc9744f, 0.8)),
                table: Box::new(plain(0xd58a63)),
                gloss: 0.0,
            }
        }
        Scene::BananaLeaf => {
            mood.shade = Light3::hex(0x1f3318);
            mood.gloss = 0.06;
            let kind = wood::Wood {
                pale: Light3::hex(0xcfa878),
                deep: Light3::hex(0x8a5c36),
                board: 0.30,
            };
            Set {
                window: left,
                edge_blur: 0.012,
                gobo: None,
                corner: 0.28,
                vignette: 0.18,
                wall: Box::new(wall_plaster(0xe9dfc6, 0.6)),
                table: Box::new(move |place| {
                    let look = leaf::leaf(noise, place);
                    let board = if look.cover < 1.0 {
                        kind.color(noise, place) * (1.0 - look.shadow)
                    } else {
                        Light3([0.0; 3])
                    };
                    board.mix(look.color, look.cover)
                }),
                gloss: 0.03,
            }
        }
        Scene::Linen => {
            mood.shade = Light3::hex(0x6a5c4c);
            let dye = Light3::hex([0xe9dfcf, 0xdcd3c4, 0xe4d3bd][dice.below(3)]);
            Set {
                window: left,
                edge_blur: 0.03,
                gobo: None,
                corner: 0.18,
                vignette: 0.14,
                wall: Box::new(wall_plaster(0xe8dccb, 0.4)),
                table: Box::new(move |place| cloth::linen(noise, place, dye, 0.25)),
                gloss: 0.0,
            }
        }
        Scene::Marble => {
            mood.shade = Light3::hex(0x55555a);
            mood.gloss = 0.20;
            mood.tint = Light3([1.0, 1.0, 1.0]);
            Set {
                window: Window {
                    key: Light3::hex(0xfffdf8) * 0.80,
                    ambient: Light3::hex(0xf4f8ff) * 0.44,
                    ..left
                },
                edge_blur: 0.012,
                gobo: None,
                corner: 0.20,
                vignette: 0.12,
                wall: Box::new(wall_plaster(0xd6dadc, 0.3)),
                table: Box::new(move |place| stone::marble(noise, place)),
                gloss: 0.14,
            }
        }
        Scene::Terrazzo => {
            mood.shade = Light3::hex(0x5c5550);
            mood.gloss = 0.12;
            let chips =
                [0xc98a6b, 0x7f9a86, 0x3f4f5c, 0xe0b25c, 0xa9a49c, 0xb5654f].map(Light3::hex);
            let wall = [0xbfd3c6, 0xe9c3ac, 0xc8d4df][dice.below(3)];
            Set {
                window: left,
                edge_blur: 0.012,
                gobo: None,
                corner: 0.26,
                vignette: 0.14,
                wall: Box::new(wall_plaster(wall, 0.25)),
                table: Box::new(move |place| {
                    stone::terrazzo(noise, place, Light3::hex(0xece6dc), &chips)
                }),
                gloss: 0.08,
            }
        }
        Scene::BatikPaper => {
            mood.shade = Light3::hex(0x503a28);
            mood.gloss = 0.04;
            let (paper, dye) = [
                (0xead9b8, 0x9a6a3c),
                (0x2f4a6b, 0xd9cba8),
                (0x6b4226, 0xdcbf8e),
            ][dice.below(3)];
            let (paper, dye) = (Light3::hex(paper), Light3::hex(dye));
            let kind = wood::Wood {
                pale: Light3::hex(0xb98657),
                deep: Light3::hex(0x6d4426),
                board: 0.4,
            };
            Set {
                window: left,
                edge_blur: 0.012,
                gobo: None,
                corner: 0.34,
                vignette: 0.2,
                wall: Box::new(move |x, y| {
                    let figure = kawung::kawung(noise, x - w / 2.0, y, 0.19, 0.0035);
                    let grain = noise.layer(8).rough(x * 30.0, y * 30.0, 2, 0.004 * 30.0);
                    paper.mix(dye, figure * 0.62) * (1.0 + grain * 0.05)
                }),
                table: Box::new(move |place| kind.color(noise, place)),
                gloss: 0.05,
            }
        }
        Scene::PastelSweep => {
            let (bright, deep) = PASTELS[dice.below(PASTELS.len())];
            return (sweep(&stage, width, height, noise, bright, deep), {
                mood.shade = Light3::hex(deep) * 0.30;
                mood.gloss = 0.07;
                mood.shadow.softness = 0.8;
                mood.tint = Light3::WHITE;
                mood
            });
        }
        Scene::WindowLight => {
            mood.shade = Light3::hex(0x5b4b40);
            mood.shadow.softness = 0.3;
            mood.tint = Light3([1.018, 1.0, 0.978]);
            let kind = wood::Wood {
                pale: Light3::hex(0xe6c9a2),
                deep: Light3::hex(0xb88a5c),
                board: 0.5,
            };
            let blocker = if dice.below(2) == 0 {
                Blocker::Panes
            } else {
                Blocker::Palm
            };
            Set {
                window: Window {
                    key: Light3::hex(0xffe9c8) * 0.95,
                    ambient: Light3::hex(0xf1eef2) * 0.40,
                    ..left
                },
                edge_blur: 0.010,
                gobo: Some(Gobo::new(blocker, noise, w, h)),
                corner: 0.24,
                vignette: 0.12,
                wall: Box::new(wall_plaster(0xeee2d2, 0.5)),
                table: Box::new(move |place| kind.color(noise, place)),
                gloss: 0.04,
            }
        }
        Scene::Slate => {
            mood.shade = Light3::hex(0x14171a);
            mood.gloss = 0.08;
            mood.tint = Light3([0.995, 1.0, 1.008]);
            Set {
                window: Window {
                    key: Light3::hex(0xf3f6ff) * 1.25,
                    ambient: Light3::hex(0xe6ecff) * 0.30,
                    ..left
                },
                edge_blur: 0.012,
                gobo: None,
                corner: 0.30,
                vignette: 0.26,
                wall: Box::new(wall_plaster(0x9aa3a8, 0.6)),
                table: Box::new(move |place| stone::slate(noise, place)),
                gloss: 0.07,
            }
        }
    };
    (paint(&stage, width, height, noise, &set), mood)
}

/// Lights a set and takes its picture.
fn paint(stage: &Stage, width: u32, height: u32, noise: Noise, set: &Set<'_>) -> Rgb {
    take(width, height, noise, |column, row| {
        let (x, y) = ((column + 0.5) * stage.pixel, (row + 0.5) * stage.pixel);
        let share = stage.tableness(y, set.edge_blur);
        let fold = (y - stage.edge).max(0.0);
        let open = set.gobo.as_ref().map_or(1.0, |gobo| {
            // The table catches the same shadow, pulled towards the viewer.
            gobo.open(x + fold * 0.25, y + fold * 0.35)
        });
        let mut color = Light3([0.0; 3]);
        if share < 1.0 {
            let gap = (stage.edge - y).max(0.0);
            let corner = 1.0 - set.corner * (-gap / 0.10).exp();
            let wall = (set.wall)(x, y).times(set.window.light(x, y, open));
            color = color + wall * (corner * (1.0 - share));
        }
        if share > 0.0 {
            let place = stage.floor(x, y.max(stage.edge));
            let corner = 1.0 - set.corner * 0.8 * (-fold / 0.07).exp();
            let light = set.window.light(x, y, open);
            let mut table = (set.table)(place).times(light) * 1.04;
            if set.gloss > 0.0 {
                // A polished table mirrors the wall, more so at the back (Schlick's flat angles).
                let flat = 1.0 - smoothstep(0.0, 0.40, fold);
                let mirrored = (set.wall)(x, (stage.edge - fold).max(0.0)).times(set.window.light(
                    x,
                    (stage.edge - fold).max(0.0),
                    open,
                ));
                table = table + mirrored * (set.gloss * (0.35 + 1.3 * flat * flat));
            }
            color = color + table * (corner * share);
        }
        let (dx, dy) = (x / stage.width - 0.5, y / stage.height - 0.5);
        color * (1.0 - set.vignette * smoothstep(0.18, 0.62, dx * dx + dy * dy).min(1.0))
    })
}

/// A paper sweep: no edge between wall and floor, one broad glow.
fn sweep(stage: &Stage, width: u32, height: u32, noise: Noise, bright: u32, deep: u32) -> Rgb {
    let (bright, deep) = (Light3::hex(bright), Light3::hex(deep));
    take(width, height, noise, |column, row| {
        let (x, y) = ((column + 0.5) * stage.pixel, (row + 0.5) * stage.pixel);
        let (dx, dy) = (x - stage.width * 0.42, y - stage.height * 0.36);
        let glow = (-(dx * dx * 1.1 + dy * dy * 1.5) / (0.42 * stage.height)).exp();
        // The bend of the paper turns away from the light, the floor turns back to it.
        let bend = y - (stage.edge + 0.06);
        let bow = (-(bend * bend) / 0.020).exp() * 0.10;
        let floor = smoothstep(-0.05, 0.32, bend) * 0.30;
        let tone = (glow * 0.95 + floor - bow).clamp(0.0, 1.0);
        let (cx, cy) = (x / stage.width - 0.5, y / stage.height - 0.5);
        deep.mix(bright, tone) * (1.02 - 0.16 * smoothstep(0.15, 0.6, cx * cx + cy * cy))
    })
}

/// Runs `color` for every pixel (column, row), rolls highlights off, encodes and dithers.
fn take(width: u32, height: u32, noise: Noise, color: impl Fn(f32, f32) -> Light3 + Sync) -> Rgb {
    let encoder = Encoder::new();
    let grain = noise.layer(99);
    let mut out = Rgb::filled(width, height, 0);
    out.data_mut()
        .par_chunks_mut((width as usize * 3).max(1))
        .enumerate()
        .for_each(|(row, line)| {
            for (column, pixel) in line.chunks_exact_mut(3).enumerate() {
                let light = color(column as f32, row as f32);
                // Two throws make a triangle: steps vanish and no grain shows.
                let (i, j) = (column as i32, row as i32);
                let dither = grain.at(i, j) + grain.layer(1).at(i, j) - 1.0;
                for (value, light) in pixel.iter_mut().zip(light.0) {
                    let level = encoder.level(shoulder(light)) + dither * 0.9;
                    *value = (level + 0.5).clamp(0.0, 255.0) as u8;
                }
            }
        });
    out
}
