//! What a person chose for a kit, where the program would otherwise choose for itself.

use std::collections::BTreeMap;

use naik_core::category::Category;
use naik_core::color::Color;
pub use naik_photo::cutout::Guidance;
pub use naik_photo::scene::Scene;
pub use naik_press::poster::Family;
use naik_press::poster::Format;
use serde::{Deserialize, Serialize};

/// How many scenes each photo is shown in.
const SCENES: usize = 2;

/// What was chosen; what is left open is decided as ever, so that no choice at all changes not a byte.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// Strokes that mend cut-outs, by the SHA-256 of the photo's bytes in hexadecimal (`inputs[].sha256` of a kit).
    ///
    /// A cut-out that was mended is used, however sure the engine is of it: a person has looked at it.
    pub strokes: BTreeMap<String, Guidance>,
    /// The scene of each photo's first picture, also the video's.
    pub scene: Option<Scene>,
    /// The composition of all posts; the price card stays a tag where there is a price.
    pub family: Option<Family>,
    /// The main colour of posts and video, before the shop's own.
    pub color: Option<Color>,
}

impl Choices {
    /// The strokes of a photo that say something.
    pub(crate) fn strokes_of(&self, sha256: &str) -> Option<&Guidance> {
        self.strokes.get(sha256).filter(|said| !said.is_empty())
    }

    /// The scenes of a kit, the first picture's first.
    pub(crate) fn scenes(&self, category: Category) -> Vec<Scene> {
        let suited = Scene::suited_to(category).iter().copied();
        let others = suited.filter(|scene| Some(*scene) != self.scene);
        self.scene.into_iter().chain(others).take(SCENES).collect()
    }

    /// A shop's colours, the chosen one first.
    pub(crate) fn colors(&self, shop: &[Color]) -> Vec<Color> {
        let others = shop.iter().copied();
        let others = others.filter(|color| Some(*color) != self.color);
        self.color.into_iter().chain(others).collect()
    }

    /// The composition of one post.
    pub(crate) fn family(&self, format: Format, planned: Family, has_price: bool) -> Family {
        let is_tag = has_price && format == Format::PriceCard;
        self.family.filter(|_| !is_tag).unwrap_or(planned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_leads_and_is_never_there_twice() {
        let suited = Scene::suited_to(Category::Snack);
        let mut choices = Choices::default();
        assert_eq!(choices.scenes(Category::Snack), suited[..2]);
        choices.scene = Some(suited[1]);
        assert_eq!(choices.scenes(Category::Snack), [suited[1], suited[0]]);
        choices.scene = Some(Scene::Slate);
        assert_eq!(choices.scenes(Category::Snack), [Scene::Slate, suited[0]]);

        let [red, blue] = [Color([200, 0, 0]), Color([0, 0, 200])];
        assert_eq!(choices.colors(&[red]), [red]);
        choices.color = Some(blue);
        assert_eq!(choices.colors(&[red, blue]), [blue, red]);
        choices.family = Some(Family::Kain);
        let family = |format, price| choices.family(format, Family::Label, price);
        assert_eq!(family(Format::Feed, true), Family::Kain);
        assert_eq!(family(Format::PriceCard, true), Family::Label);
        assert_eq!(family(Format::PriceCard, false), Family::Kain);
    }

    #[test]
    fn choices_are_kept_as_json() {
        let text = r##"{"strokes":{"ab":{"keep":[{"points":[{"x":1.5,"y":2}],"radius":9}]}},
            "scene":"woven-mat","family":"panggung","color":"#f4a81d"}"##;
        let choices: Choices = serde_json::from_str(text).unwrap();
        assert_eq!(choices.scene, Some(Scene::WovenMat));
        assert_eq!(choices.family, Some(Family::Panggung));
        assert!(choices.strokes_of("ab").is_some() && choices.strokes_of("cd").is_none());
        let kept = serde_json::to_string(&choices).unwrap();
        assert_eq!(serde_json::from_str::<Choices>(&kept).unwrap(), choices);
        assert_eq!(
            serde_json::from_str::<Choices>("{}").unwrap(),
            Choices::default()
        );
    }
}
