//! Descriptions of pictures for people who do not see them.

use super::AltTexts;
use super::writer::{Manner, Writer};
use crate::grammar::case;

/// Platforms cut alt texts beyond this many characters.
const LONGEST: usize = 100;

/// One description per kind of picture: what is seen, no praise.
pub(crate) fn write(writer: &mut Writer<'_>) -> AltTexts {
    let mut one = |kind: &str| {
        let found = writer.candidates(&format!("alt.{kind}"), Manner::Plain, 30);
        let text = found
            .iter()
            .find(|s| s.text.chars().count() <= LONGEST)
            .or_else(|| found.first())
            .map(|s| s.text.clone())
            .unwrap_or_default();
        case::cut(&text, LONGEST).to_owned()
    };
    AltTexts {
        cutout: one("cutout"),
        white: one("white"),
        scene: one("scene"),
        tidied: one("tidied"),
        post: one("post"),
        cover: one("cover"),
    }
}
