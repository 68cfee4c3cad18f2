//! A shop's colours turned into the roles of a page.
//!
//! Work is done in OKLCH (Ottosson, 2020): one hue keeps its character while
//! its lightness moves, which is what a designer does by eye.

use naik_core::category::Category;
use naik_core::color::Color;
use naik_core::seed::Seed;

/// The least contrast between text and its ground (WCAG 2.2, AA).
pub(crate) const READABLE: f64 = 4.5;

/// tinta: the ink that is always at hand.
pub(crate) const TINTA: Color = Color([0x22, 0x1c, 0x14]);
/// mori: the cloth that is always at hand.
pub(crate) const MORI: Color = Color([0xfb, 0xf6, 0xec]);

/// A colour as lightness 0 to 1, chroma and hue in degrees.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lch {
    pub(crate) l: f32,
    pub(crate) c: f32,
    pub(crate) h: f32,
}

impl Lch {
    pub(crate) const fn new(l: f32, c: f32, h: f32) -> Self {
        Self { l, c, h }
    }

    pub(crate) fn of(color: Color) -> Self {
        let [r, g, b] = color.0.map(|v| {
            let v = f32::from(v) / 255.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        });
        let l = (0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
        let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
        let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
        let lightness = 0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s;
        let a = 1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s;
        let b = 0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s;
        Self::new(
            lightness,
            a.hypot(b),
            b.atan2(a).to_degrees().rem_euclid(360.0),
        )
    }

    /// The nearest colour that a screen shows: chroma gives way first.
    pub(crate) fn color(self) -> Color {
        let mut chroma = self.c;
        loop {
            let [r, g, b] = Self { c: chroma, ..self }.linear();
            let fits = [r, g, b].iter().all(|v| (-0.002..=1.002).contains(v));
            if fits || chroma < 0.002 {
                return Color([r, g, b].map(|v| {
                    let v = v.clamp(0.0, 1.0);
                    let v = if v <= 0.003_130_8 {
                        v * 12.92
                    } else {
                        1.055 * v.powf(1.0 / 2.4) - 0.055
                    };
                    (v * 255.0 + 0.5) as u8
                }));
            }
            chroma *= 0.96;
        }
    }

    fn linear(self) -> [f32; 3] {
        let (sin, cos) = self.h.to_radians().sin_cos();
        let (a, b) = (self.c * cos, self.c * sin);
        let l = (self.l + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
        let m = (self.l - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
        let s = (self.l - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
        [
            4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
            -1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s,
            -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s,
        ]
    }
}

/// How far two colours are apart to the eye: 0 alike, 0.1 clearly different, 1 black and white.
pub(crate) fn distance(a: Color, b: Color) -> f32 {
    let (a, b) = (Lch::of(a), Lch::of(b));
    let hue = (a.h - b.h).to_radians();
    let across = (a.c * a.c + b.c * b.c - 2.0 * a.c * b.c * hue.cos()).max(0.0);
    ((a.l - b.l).powi(2) + across).sqrt()
}

/// A ground with what may be written on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ground {
    pub(crate) color: Color,
    /// Headings and running text.
    pub(crate) ink: Color,
    /// Second thoughts: still readable.
    pub(crate) quiet: Color,
    /// The price and other loud words.
    pub(crate) loud: Color,
}

/// The colours of one kit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    /// Warm and nearly white.
    pub(crate) paper: Ground,
    /// A pale breath of the accent.
    pub(crate) soft: Ground,
    /// The shop's loud colour.
    pub(crate) accent: Ground,
    /// The shop's dark colour.
    pub(crate) deep: Ground,
}

/// Loud and dark colours for a shop that named none, by what it sells.
fn house_colors(category: Category) -> &'static [[u32; 2]] {
    match category {
        Category::Snack => &[[0xf4a81d, 0x6b2a12], [0xe9862a, 0x23402f]],
        Category::Coffee => &[[0xd98b3a, 0x3a2416], [0xc9a063, 0x1f3a33]],
        Category::Sambal => &[[0xd93a20, 0x4a1410], [0xf0a020, 0x7a1d12]],
        Category::Bakery => &[[0xf2a65a, 0x5a2b2b], [0xe88d8d, 0x4b2340]],
        Category::Herbal => &[[0x8fb339, 0x16452f], [0xe6b422, 0x1d4d3a]],
        Category::Batik => &[[0xd99a3d, 0x1d3b63], [0xc4763a, 0x3b1f16]],
        Category::Fashion => &[[0xd98d96, 0x3f2338], [0xcaa98a, 0x27324a]],
        Category::Craft => &[[0xd6a350, 0x4b3018], [0x8fa65a, 0x37321c]],
        Category::Pottery => &[[0xd9773f, 0x2a3b47], [0xf4a81d, 0x1d3b63]],
        Category::Service => &[[0xf4a81d, 0x1d3b63], [0x46a6a0, 0x173a48]],
        Category::Frozen => &[[0x5aa9dd, 0x14355c], [0xf2b134, 0x174a6b]],
        Category::Other => &[[0xf4a81d, 0x1d3b63], [0xd98b5f, 0x23402f]],
    }
}

fn hex(value: u32) -> Color {
    let [_, r, g, b] = value.to_be_bytes();
    Color([r, g, b])
}

impl Palette {
    /// Harmonises a shop's colours; a shop without any gets those that suit what it sells.
    pub(crate) fn of(shop: &[Color], category: Category, seed: Seed) -> Self {
        let mut choice = seed.of("palette");
        let house = choice
            .pick(house_colors(category))
            .copied()
            .unwrap_or([0xf4a81d, 0x1d3b63]);
        let [house_loud, house_dark] = house.map(|value| Lch::of(hex(value)));
        // A grey, black or white says nothing about hue; it can only ask for a dark ground.
        let colored: Vec<Lch> = shop
            .iter()
            .map(|c| Lch::of(*c))
            .filter(|c| c.c > 0.035)
            .collect();
        let grey_dark = shop
            .iter()
            .map(|c| Lch::of(*c))
            .find(|c| c.c <= 0.035 && c.l < 0.4);
        let loud = colored
            .iter()
            .copied()
            .find(|c| c.l > 0.45)
            .or(colored.first().copied());
        let dark = colored
            .iter()
            .copied()
            .filter(|c| c.l <= 0.5)
            .find(|c| loud.is_none_or(|l| (l.h - c.h).abs() > 1.0 || (l.l - c.l).abs() > 0.05))
            .or(grey_dark)
            .or_else(|| colored.get(1).copied());
        let (loud, dark) = match (loud, dark) {
            (Some(loud), Some(dark)) => (loud, dark),
            (Some(loud), None) => (loud, loud),
            (None, Some(dark)) => (house_loud, dark),
            (None, None) => (house_loud, house_dark),
        };
        let accent = Lch::new(loud.l.clamp(0.44, 0.86), loud.c.clamp(0.05, 0.19), loud.h);
        let accent = readable_ground(accent);
        let deep = Lch::new(
            dark.l.clamp(0.24, 0.36).min(accent.l - 0.17),
            dark.c.clamp(0.015, 0.105),
            dark.h,
        );
        // Paper leans to the accent only where that is warm; cold paper looks ill in the sun.
        let warm = accent.h < 115.0 || accent.h > 330.0;
        let paper = Lch::new(
            0.973,
            0.013,
            if warm {
                40.0 + accent.h.min(115.0) * 0.42
            } else {
                88.0
            },
        );
        let soft = Lch::new(0.918, (accent.c * 0.36).clamp(0.018, 0.058), accent.h);
        Self {
            paper: ground(paper, accent, deep),
            soft: ground(soft, accent, deep),
            accent: ground(accent, deep, deep),
            deep: ground(deep, accent, deep),
        }
    }

    /// The darkest colour of the page: shadows take it, never plain black.
    pub(crate) fn shade(&self) -> Color {
        let deep = Lch::of(self.deep.color);
        Lch::new(0.16, (deep.c * 0.6).min(0.04), deep.h).color()
    }
}

/// Moves a middle lightness until dark or light text can be read on it.
fn readable_ground(mut color: Lch) -> Lch {
    let best = |c: Lch| {
        let color = c.color();
        color.contrast(TINTA).max(color.contrast(MORI))
    };
    // Oranges and yellows go up, blues and reds may go down: whichever is nearer to their nature.
    let step = if (35.0..200.0).contains(&color.h) || color.l > 0.64 {
        0.01
    } else {
        -0.01
    };
    while best(color) < READABLE + 0.5 && (0.3..0.95).contains(&color.l) {
        color.l += step;
    }
    color
}

fn ground(ground: Lch, loud: Lch, deep: Lch) -> Ground {
    let color = ground.color();
    let dark_ink = Lch::new(0.215, deep.c.min(0.035), deep.h).color();
    let light_ink = Lch::new(0.972, 0.012, 85.0).color();
    let ink = if color.contrast(dark_ink) >= color.contrast(light_ink) {
        dark_ink
    } else {
        light_ink
    };
    let toward = Lch::of(ink);
    // Quiet text stands two thirds of the way from the ground to the ink, further where that is not readable.
    let mut quiet = ink;
    for share in [0.66, 0.74, 0.82, 0.9] {
        let l = ground.l + (toward.l - ground.l) * share;
        let tried = Lch::new(l, (ground.c * 0.5).min(0.04), ground.h).color();
        if color.contrast(tried) >= 5.2 {
            quiet = tried;
            break;
        }
    }
    Ground {
        color,
        ink,
        quiet,
        loud: loud_on(color, loud, ink),
    }
}

/// The loud colour moved in lightness until it reads on `ground`; ink where its character would be lost.
fn loud_on(ground: Color, loud: Lch, ink: Color) -> Color {
    let up = Lch::of(ink).l > Lch::of(ground).l;
    let mut tried = loud;
    for _ in 0..60 {
        let color = tried.color();
        if ground.contrast(color) >= READABLE + 1.0 {
            let kept = Lch::of(color).c >= loud.c.min(0.12) * 0.5;
            return if kept { color } else { ink };
        }
        tried.l += if up { 0.01 } else { -0.01 };
        if !(0.2..=0.97).contains(&tried.l) {
            break;
        }
    }
    ink
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn oklch_goes_there_and_back() {
        for value in [
            0xf4a81d, 0x1d3b63, 0xffffff, 0x000000, 0xff0000, 0x00ff00, 0x123456,
        ] {
            let color = hex(value);
            let back = Lch::of(color).color();
            for (a, b) in color.0.iter().zip(back.0) {
                assert!(a.abs_diff(b) <= 2, "{color} {back}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn every_ground_can_be_written_on(colors in proptest::collection::vec(proptest::array::uniform3(0_u8..), 0..4), seed: u64) {
            let shop: Vec<Color> = colors.into_iter().map(Color).collect();
            let palette = Palette::of(&shop, Category::Other, Seed(seed));
            for ground in [palette.paper, palette.soft, palette.accent, palette.deep] {
                for ink in [ground.ink, ground.quiet, ground.loud] {
                    proptest::prop_assert!(ground.color.contrast(ink) >= READABLE, "{} on {}", ink, ground.color);
                }
            }
        }
    }
}
