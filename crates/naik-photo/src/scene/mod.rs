//! Places to show a product in: rendered, never photographed, the same from the same seed.
//!
//! Each scene is a recipe of a table, a wall and a window. Everything is
//! computed in linear light, out of focus where a camera would be, and
//! dithered so that soft walls show no steps.

mod color;
mod compose;
mod gobo;
mod noise;
mod recipe;
mod stage;
mod surface;

use naik_core::category::Category;
use naik_core::seed::Seed;
use serde::{Deserialize, Serialize};

use crate::image::{Rgb, Rgba};

pub(crate) use compose::alpha_on_canvas;
pub(crate) use compose::visible;
pub use compose::{Backdrop, visible as bounds};

/// A place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scene {
    /// Pale boards before a soft cream wall.
    WoodTable,
    /// Dark boards in a dim room, one warm lamp.
    DarkTable,
    /// A plaited pandan mat before warm plaster.
    WovenMat,
    /// Fired-earth plaster, a slanting beam of sun.
    Terracotta,
    /// A banana leaf on a pale table.
    BananaLeaf,
    /// Linen with soft folds.
    Linen,
    /// White marble with grey veins.
    Marble,
    /// Pale terrazzo before a pastel wall.
    Terrazzo,
    /// Kawung-printed paper behind a plain table.
    BatikPaper,
    /// A studio sweep in a pastel colour that the seed picks.
    PastelSweep,
    /// A plaster wall with the shadows of a window and leaves.
    WindowLight,
    /// Dark split slate before a cool grey wall.
    Slate,
}

impl Scene {
    /// Every scene.
    pub const ALL: [Self; 12] = [
        Self::WoodTable,
        Self::DarkTable,
        Self::WovenMat,
        Self::Terracotta,
        Self::BananaLeaf,
        Self::Linen,
        Self::Marble,
        Self::Terrazzo,
        Self::BatikPaper,
        Self::PastelSweep,
        Self::WindowLight,
        Self::Slate,
    ];

    /// The key in file names and `kit.json`: `wood-table`, ...
    pub fn key(self) -> &'static str {
        match self {
            Self::WoodTable => "wood-table",
            Self::DarkTable => "dark-table",
            Self::WovenMat => "woven-mat",
            Self::Terracotta => "terracotta",
            Self::BananaLeaf => "banana-leaf",
            Self::Linen => "linen",
            Self::Marble => "marble",
            Self::Terrazzo => "terrazzo",
            Self::BatikPaper => "batik-paper",
            Self::PastelSweep => "pastel-sweep",
            Self::WindowLight => "window-light",
            Self::Slate => "slate",
        }
    }

    /// Reads a key back.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scene| scene.key() == key)
    }

    /// Scenes that suit a category, the best first; at least three.
    pub fn suited_to(category: Category) -> &'static [Self] {
        match category {
            Category::Snack => &[Self::WovenMat, Self::WoodTable, Self::BananaLeaf],
            Category::Coffee => &[Self::DarkTable, Self::WindowLight, Self::WoodTable],
            Category::Sambal => &[Self::BananaLeaf, Self::Terracotta, Self::DarkTable],
            Category::Bakery => &[Self::Linen, Self::PastelSweep, Self::Marble],
            Category::Herbal => &[Self::WindowLight, Self::BananaLeaf, Self::WoodTable],
            Category::Batik => &[Self::BatikPaper, Self::Linen, Self::WoodTable],
            Category::Fashion => &[Self::PastelSweep, Self::WindowLight, Self::Linen],
            Category::Craft => &[Self::WindowLight, Self::WovenMat, Self::Slate],
            Category::Pottery => &[Self::Terracotta, Self::WindowLight, Self::WoodTable],
            Category::Service => &[Self::PastelSweep, Self::Terrazzo, Self::WindowLight],
            Category::Frozen => &[Self::Marble, Self::PastelSweep, Self::Slate],
            Category::Other => &[Self::PastelSweep, Self::WoodTable, Self::Terrazzo],
        }
    }
}

/// Puts a cut-out product into a scene: scaled, standing, with its shadow, and in the scene's light.
///
/// For several photos in one scene, render the [`Backdrop`] once.
pub fn compose(cut: &Rgba, scene: Scene, width: u32, height: u32, seed: Seed) -> Rgb {
    Backdrop::render(scene, width, height, seed).compose(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut() -> Rgba {
        let mut cut = Rgba::filled(60, 80, 0);
        for y in 10..70 {
            for x in 15..45 {
                cut.set_pixel(x, y, [180, 40, 30, 255]);
            }
        }
        cut
    }

    #[test]
    fn every_category_has_at_least_two_different_scenes() {
        for category in Category::all() {
            let scenes = Scene::suited_to(category);
            assert!(scenes.len() >= 2 && scenes[0] != scenes[1], "{category:?}");
        }
    }

    #[test]
    fn keys_are_read_back() {
        for scene in Scene::ALL {
            assert_eq!(Scene::from_key(scene.key()), Some(scene));
        }
        assert_eq!(Scene::from_key("moon"), None);
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes_at_any_size() {
        for scene in Scene::ALL {
            for (width, height) in [(120, 120), (90, 160), (1, 1)] {
                let one = compose(&cut(), scene, width, height, Seed(5));
                assert_eq!((one.width(), one.height()), (width, height));
                assert!(
                    one == compose(&cut(), scene, width, height, Seed(5)),
                    "{scene:?}"
                );
            }
        }
    }

    #[test]
    fn a_product_keeps_its_hue() {
        for scene in Scene::ALL {
            let picture = compose(&cut(), scene, 200, 200, Seed(1));
            let [r, g, b] = picture.pixel(100, 120);
            // Between 30 degrees either side of red, as the cut-out itself.
            assert!(
                r > g.saturating_mul(2) && r > b.saturating_mul(2),
                "{scene:?}: {r} {g} {b}"
            );
        }
    }

    #[test]
    fn nothing_in_the_cut_out_leaves_the_backdrop() {
        let empty = Rgba::filled(30, 30, 0);
        let backdrop = Backdrop::render(Scene::Linen, 80, 100, Seed(2));
        assert!(backdrop.compose(&empty) == *backdrop.pixels());
    }
}
