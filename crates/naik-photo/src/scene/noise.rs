//! Nature's irregularity from a seed: gradient noise that stops where pixels get too coarse for it.

/// A seed's own field of noise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noise {
    seed: u32,
}

/// The eight directions of a lattice point's slope.
const SLOPES: [(f32, f32); 8] = [
    (1.0, 0.0),
    (0.707, 0.707),
    (0.0, 1.0),
    (-0.707, 0.707),
    (-1.0, 0.0),
    (-0.707, -0.707),
    (0.0, -1.0),
    (0.707, -0.707),
];

impl Noise {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            seed: (seed ^ (seed >> 32)) as u32,
        }
    }

    /// Another field, independent of this one.
    pub(super) fn layer(self, number: u32) -> Self {
        Self {
            seed: mix(self.seed ^ number.wrapping_mul(0x9e37_79b9)),
        }
    }

    /// A number in 0 to 1 that belongs to a whole-numbered place.
    pub(super) fn at(self, x: i32, y: i32) -> f32 {
        (self.hash(x, y) >> 8) as f32 / 16_777_216.0
    }

    fn hash(self, x: i32, y: i32) -> u32 {
        mix(self.seed ^ (x as u32).wrapping_mul(0x8da6_b343) ^ (y as u32).wrapping_mul(0xd816_3841))
    }

    /// Gradient noise (Perlin 2002), about -1 to 1, features about one unit wide.
    pub(super) fn smooth(self, x: f32, y: f32) -> f32 {
        let (fx, fy) = (x.floor(), y.floor());
        let (ix, iy) = (fx as i32, fy as i32);
        let (dx, dy) = (x - fx, y - fy);
        let corner = |ox: i32, oy: i32| {
            let (sx, sy) =
                SLOPES[(self.hash(ix.wrapping_add(ox), iy.wrapping_add(oy)) >> 29) as usize];
            sx * (dx - ox as f32) + sy * (dy - oy as f32)
        };
        let (u, v) = (fade(dx), fade(dy));
        let top = lerp(corner(0, 0), corner(1, 0), u);
        let bottom = lerp(corner(0, 1), corner(1, 1), u);
        lerp(top, bottom, v) * 1.5
    }

    /// Octaves of [`Self::smooth`], each twice as fine and half as strong; those finer than `footprint` (the size of a pixel or of the blur, in units) fade out instead of flickering.
    pub(super) fn rough(self, x: f32, y: f32, octaves: u32, footprint: f32) -> f32 {
        let (mut sum, mut strength, mut scale) = (0.0, 0.5, 1.0_f32);
        for octave in 0..octaves {
            let visible = 1.0 - smoothstep(0.25, 0.75, scale * footprint);
            if visible <= 0.0 {
                break;
            }
            sum += strength * visible * self.layer(octave).smooth(x * scale, y * scale);
            strength *= 0.5;
            scale *= 2.03;
        }
        sum
    }
}

fn mix(mut x: u32) -> u32 {
    x ^= x >> 16;
    x = x.wrapping_mul(0x7feb_352d);
    x ^= x >> 15;
    x = x.wrapping_mul(0x846c_a68b);
    x ^ (x >> 16)
}

fn fade(t: f32) -> f32 {
    t * t * t * (t * (t * 6.0 - 15.0) + 10.0)
}

pub(super) fn lerp(a: f32, b: f32, t: f32) -> f32 {
    a + (b - a) * t
}

pub(super) fn smoothstep(from: f32, to: f32, x: f32) -> f32 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_stays_in_range_and_belongs_to_its_seed() {
        let (one, two) = (Noise::new(1), Noise::new(2));
        let mut differs = false;
        for step in 0..1000 {
            let (x, y) = (step as f32 * 0.37 - 90.0, step as f32 * 0.11);
            assert!(one.smooth(x, y).abs() <= 1.3);
            assert!(one.rough(x, y, 5, 0.0).abs() <= 1.3);
            assert_eq!(one.smooth(x, y), Noise::new(1).smooth(x, y));
            differs |= one.smooth(x, y) != two.smooth(x, y);
        }
        assert!(differs);
    }

    #[test]
    fn what_is_finer_than_a_pixel_is_left_out() {
        assert_eq!(Noise::new(3).rough(0.3, 0.4, 4, 2.0), 0.0);
    }
}
