//! Linear light: where light adds up, and the way to and from sRGB.

use std::ops::{Add, Mul};

/// A colour in linear light, 1 = white in full light.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Light3(pub(super) [f32; 3]);

impl Light3 {
    pub(super) const WHITE: Self = Self([1.0; 3]);

    /// From an sRGB colour written as 0xRRGGBB.
    pub(super) fn hex(rgb: u32) -> Self {
        Self([16, 8, 0].map(|shift| decode((rgb >> shift & 0xff) as f32 / 255.0)))
    }

    /// Between two colours; `share` is cut to 0 to 1.
    pub(super) fn mix(self, other: Self, share: f32) -> Self {
        let share = share.clamp(0.0, 1.0);
        self * (1.0 - share) + other * share
    }

    /// Channel by channel, as light on paint.
    pub(super) fn times(self, other: Self) -> Self {
        Self([0, 1, 2].map(|c| self.0[c] * other.0[c]))
    }

    /// Relative luminance.
    pub(super) fn luminance(self) -> f32 {
        self.0[0] * 0.2126 + self.0[1] * 0.7152 + self.0[2] * 0.0722
    }
}

impl Mul<f32> for Light3 {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        Self(self.0.map(|v| v * factor))
    }
}

impl Add for Light3 {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self([0, 1, 2].map(|c| self.0[c] + other.0[c]))
    }
}

/// sRGB value (0 to 1) to linear light (IEC 61966-2-1).
pub(super) fn decode(value: f32) -> f32 {
    if value <= 0.040_45 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

/// Linear light to sRGB value (0 to 1).
pub(super) fn encode(value: f32) -> f32 {
    if value <= 0.003_130_8 {
        value.max(0.0) * 12.92
    } else {
        1.055 * value.powf(1.0 / 2.4) - 0.055
    }
}

/// Rolls highlights off from 0.8 upwards, so that bright walls never clip flat.
pub(super) fn shoulder(value: f32) -> f32 {
    const KNEE: f32 = 0.8;
    if value <= KNEE {
        value
    } else {
        let over = (value - KNEE) / (1.0 - KNEE);
        KNEE + (1.0 - KNEE) * (over / (1.0 + over))
    }
}

/// Table-driven [`encode`]: 4096 steps, fine enough for 8 bits plus dither.
pub(super) struct Encoder {
    table: Vec<f32>,
}

impl Encoder {
    const STEPS: usize = 4096;

    pub(super) fn new() -> Self {
        // Indexed by the square root of the light, which spreads the dark end out.
        let table = (0..=Self::STEPS + 1)
            .map(|i| {
                let root = i as f32 / Self::STEPS as f32;
                encode(root * root) * 255.0
            })
            .collect();
        Self { table }
    }

    /// Linear light to a level of 0 to 255, still with its fraction.
    pub(super) fn level(&self, light: f32) -> f32 {
        let at = light.clamp(0.0, 1.0).sqrt() * Self::STEPS as f32;
        let index = at as usize;
        let share = at - index as f32;
        self.table[index] * (1.0 - share) + self.table[index + 1] * share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_agrees_with_the_formula() {
        let encoder = Encoder::new();
        for step in 0..=1000 {
            let light = step as f32 / 1000.0;
            assert!(
                (encoder.level(light) - encode(light) * 255.0).abs() < 0.05,
                "{light}"
            );
        }
        for level in 0..=255_u32 {
            let light = Light3::hex(level << 16).0[0];
            assert_eq!(encoder.level(light).round() as u32, level);
        }
    }
}
