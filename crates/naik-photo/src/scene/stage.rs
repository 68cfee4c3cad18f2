//! The studio: a camera that looks down at a table before a wall, one window as the key light.

use super::color::Light3;
use super::noise::smoothstep;

/// What the camera sees where; lengths are in units of the picture's shorter side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stage {
    /// Width of the picture in units.
    pub(super) width: f32,
    /// Height of the picture in units.
    pub(super) height: f32,
    /// Where the table's far edge lies, from the top in units.
    pub(super) edge: f32,
    /// Where products stand, from the top in units.
    pub(super) base: f32,
    /// Vanishing line of the table, above the edge.
    vanish: f32,
    /// Size of a pixel in units.
    pub(super) pixel: f32,
}

/// A place on the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Floor {
    /// Right of the middle.
    pub(super) x: f32,
    /// Away from the viewer; 0 where products stand.
    pub(super) y: f32,
    /// Size of a pixel there, left to right.
    pub(super) pixel: f32,
    /// Size of a pixel there, front to back.
    pub(super) pixel_deep: f32,
}

/// Share of its depth at which the table is seen where products stand.
const FORESHORTEN: f32 = 0.42;

impl Stage {
    pub(super) fn new(width: u32, height: u32) -> Self {
        let short = width.min(height).max(1) as f32;
        let (w, h) = (width as f32 / short, height as f32 / short);
        // Tall pictures have more wall, for words; products stand in the lower middle.
        let base = h * if h > 1.5 {
            0.785
        } else if h > 1.1 {
            0.76
        } else {
            0.83
        };
        let edge = base - 0.25;
        Self {
            width: w,
            height: h,
            edge,
            base,
            vanish: edge - 0.42,
            pixel: 1.0 / short,
        }
    }

    /// The table at a place of the picture (units from the left and the top, below the edge).
    pub(super) fn floor(&self, x: f32, y: f32) -> Floor {
        let scale = (self.base - self.vanish) / (y - self.vanish).max(0.05);
        let deep = (self.base - self.vanish) / FORESHORTEN;
        Floor {
            x: (x - self.width / 2.0) * scale,
            y: (scale - 1.0) * deep,
            pixel: self.pixel * scale,
            pixel_deep: self.pixel * scale * scale / FORESHORTEN,
        }
    }

    /// How much of a pixel is table (0 wall, 1 table); the far edge is out of focus by `blur` units.
    pub(super) fn tableness(&self, y: f32, blur: f32) -> f32 {
        smoothstep(self.edge - blur, self.edge + blur, y)
    }
}

/// The light of a scene.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    /// Where the light comes from, in units from the top left of the picture; outside it.
    pub(super) at: (f32, f32),
    /// Distance in units at which its light has fallen to half.
    pub(super) reach: f32,
    /// Its strength and colour.
    pub(super) key: Light3,
    /// Light that comes from everywhere.
    pub(super) ambient: Light3,
}

impl Window {
    /// Light that arrives at a place of the picture; `open` is the share of the key light that nothing holds up.
    pub(super) fn light(&self, x: f32, y: f32, open: f32) -> Light3 {
        let (dx, dy) = (x - self.at.0, (y - self.at.1) * 1.15);
        let fall = 1.0 / (1.0 + (dx * dx + dy * dy) / (self.reach * self.reach));
        self.ambient + self.key * (fall * open)
    }
}
