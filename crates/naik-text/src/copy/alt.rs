//! Descriptions of pictures for people who do not see them.

use super::AltTexts;
use super::writer::{Manner, Writer};

/// Platforms cut alt texts beyond this many characters.
const LONGEST: usize = 100;

/// One description per kind of picture: what is seen, no praise.
pub(crate) fn write(writer: &Writer<'_>) -> AltTexts {
    let one = |kind: &str| {
        writer
            .best(&format!("alt.{kind}"), Manner::Plain, 30, |text| {
                text.chars().count() <= LONGEST
            })
            .map(|s| s.text)
            .unwrap_or_default()
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
