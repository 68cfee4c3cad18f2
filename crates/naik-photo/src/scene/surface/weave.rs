//! A plaited pandan mat (tikar): strips that pass over and under each other.

use crate::scene::color::Light3;
use crate::scene::noise::{Noise, smoothstep};
use crate::scene::stage::Floor;

/// A mat.
#[derive(Clone, Copy, Debug)]
pub(in crate::scene) struct Mat {
    pub(in crate::scene) straw: Light3,
    pub(in crate::scene) dark: Light3,
    /// The colour of the dyed strips.
    pub(in crate::scene) dyed: Light3,
    /// Width of a strip in units.
    pub(in crate::scene) strip: f32,
}

impl Mat {
    /// The mat's colour at a place, with the light that its relief makes.
    pub(in crate::scene) fn color(&self, noise: Noise, place: Floor) -> Light3 {
        // Four looks within the pixel, because the weave is finer than the pixels at the back.
        let mut sum = Light3([0.0; 3]);
        for (ox, oy) in [(-0.25, -0.25), (0.25, -0.25), (-0.25, 0.25), (0.25, 0.25)] {
            let x = place.x + ox * place.pixel;
            let y = place.y + oy * place.pixel_deep;
            sum = sum + self.look(noise, x, y, place.pixel_deep);
        }
        sum * 0.25
    }

    fn look(&self, noise: Noise, x: f32, y: f32, fine: f32) -> Light3 {
        // Mats lie diagonally plaited; hands are not machines.
        let wobble = noise.layer(21).rough(x * 1.7, y * 1.7, 2, fine) * 0.012;
        let (x, y) = (x + wobble, y - wobble);
        let a = (x + y) * std::f32::consts::FRAC_1_SQRT_2 / self.strip;
        let b = (x - y) * std::f32::consts::FRAC_1_SQRT_2 / self.strip;
        let (i, j) = (a.floor() as i32, b.floor() as i32);
        let (fa, fb) = (a - a.floor(), b - b.floor());
        // Twill: over two, under two, one further in each row.
        let step = (i + j).rem_euclid(4);
        let lengthwise = step < 2;
        let (along, across, number, family) = if lengthwise {
            (b, fa, i, 1)
        } else {
            (a, fb, j, 2)
        };
        // How far along its visible float of two cells the place lies.
        let float = if lengthwise {
            (fb + step as f32) / 2.0
        } else {
            (fa + (step - 2) as f32) / 2.0
        };
        let fresh = noise.at(number, family) - 0.5;
        let grain = noise.layer(22 + family as u32).rough(
            along * 0.5 + fresh * 50.0,
            across * 9.0 + number as f32 * 17.0,
            3,
            fine / self.strip * 9.0,
        );
        let patch = noise.layer(25).rough(x * 2.3, y * 2.3, 3, fine);
        let dye = if number.rem_euclid(14) == 3 || number.rem_euclid(14) == 5 {
            0.82
        } else {
            0.0
        };
        let color = self
            .straw
            .mix(self.dark, 0.34 + fresh * 0.45 + grain * 0.4 + patch * 0.3)
            .mix(self.dyed, dye * (0.9 + grain * 0.4));

        // A strip is a flat tube that dives at both ends of its float.
        let side = (across - 0.5) * 2.0;
        let round = 1.0 - side.abs().powi(4) * 0.42;
        let dive = smoothstep(0.0, 0.16, float) * smoothstep(0.0, 0.16, 1.0 - float);
        // The light comes from the left: one flank of each strip looks towards it.
        let slope = if lengthwise { -side } else { side };
        let lit = 1.0 + slope * 0.07 + (0.5 - float) * 0.08;
        let gap = smoothstep(0.0, 0.09, 0.5 - (across - 0.5).abs());
        color * (lit * round * (0.55 + 0.45 * dive) * (0.5 + 0.5 * gap))
    }
}
