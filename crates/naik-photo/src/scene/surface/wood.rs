//! Boards with growth rings, fibres and pores.

use crate::scene::color::Light3;
use crate::scene::noise::{Noise, smoothstep};
use crate::scene::stage::Floor;

/// A kind of wood.
#[derive(Clone, Copy, Debug)]
pub(in crate::scene) struct Wood {
    pub(in crate::scene) pale: Light3,
    pub(in crate::scene) deep: Light3,
    /// Width of a board in units.
    pub(in crate::scene) board: f32,
}

impl Wood {
    /// The wood's colour at a place; boards run from left to right.
    pub(in crate::scene) fn color(&self, noise: Noise, place: Floor) -> Light3 {
        let across = place.y / self.board + 40.37;
        let board = across.floor();
        let inside = across - board;
        let id = board as i32;
        let (shift, tone, taper) = (
            noise.at(id, 1) * 37.0,
            noise.at(id, 2) - 0.5,
            noise.at(id, 3) - 0.5,
        );
        let x = place.x + shift;
        let y = inside * self.board;
        let fine = place.pixel_deep;

        // Rings: a slow distance to the tree's middle, bent by knots that lie elsewhere.
        let bend = noise
            .layer(11)
            .rough(x * 0.9, y * 3.0 + board * 7.0, 3, fine * 3.0);
        let distance = (inside + taper * 1.4) * 2.6 + x * 0.05 * taper + bend * 1.15;
        let ring = distance * 3.1 + noise.layer(12).smooth(distance * 2.0, board) * 0.5;
        let phase = ring - ring.floor();
        // Early wood grows slowly darker, late wood stops; no two years are alike.
        let visible = 1.0 - smoothstep(0.15, 0.6, fine / self.board * 8.0);
        let year = noise.layer(16).at(ring.floor() as i32, id);
        let rise = smoothstep(0.0, 0.75, phase) * (1.0 - smoothstep(0.72, 1.0, phase));
        let rings = (rise - 0.42) * visible * (0.35 + 0.9 * year);

        let streak = noise
            .layer(17)
            .rough(x * 0.55, y * 17.0 + board * 5.0, 3, fine * 17.0);
        let fibre = noise
            .layer(13)
            .rough(x * 2.4, y * 62.0 + board * 31.0, 4, fine * 50.0);
        let pores = noise.layer(14).smooth(x * 6.0, y * 190.0 + board * 13.0);
        let pores = smoothstep(0.30, 0.8, pores) * (1.0 - smoothstep(0.3, 1.0, fine * 190.0));
        let clouds = noise
            .layer(15)
            .rough(x * 0.7, y * 2.5 + board * 3.0, 3, fine);

        let darkness =
            0.42 + rings * 0.34 + streak * 0.42 + fibre * 0.55 + tone * 0.34 + clouds * 0.35;
        let mut color = self.pale.mix(self.deep, darkness) * (1.0 - pores * 0.26);

        // The joint between two boards, and the softly broken edge beside it.
        let gap = inside.min(1.0 - inside) * self.board;
        let width = 0.0028 + fine * 0.6;
        let joint = (1.0 - smoothstep(0.0, width, gap)) * (0.0034 / width).min(1.0);
        let edge = (1.0 - smoothstep(0.0, 0.012, gap)) * 0.16;
        color = color * (1.0 - joint * 0.72) * (1.0 - edge);
        color
    }
}
