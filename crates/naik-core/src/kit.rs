//! `kit.json`: the contract between the studio and everything that reads a kit.
//!
//! Version 1. A reader must ignore fields that it does not know; a field is
//! never given another meaning within a version.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fact::Fact;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::message::Message;
use crate::seed::Seed;

/// The version of this contract.
pub const KIT_VERSION: u32 = 1;

/// A whole kit.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Kit {
    /// The contract's version: [`KIT_VERSION`].
    pub version: u32,
    /// The program that made it: `naikkelas 0.1.0`.
    pub made_by: String,
    /// The kit's folder name.
    pub slug: String,
    /// The language of the copy.
    pub lang: Lang,
    /// The seed of every choice.
    pub seed: Seed,
    /// The first day of the calendar, ISO 8601.
    pub date: String,
    /// The facts that it was made from.
    pub facts: Facts,
    /// Each photo that went in.
    pub inputs: Vec<Input>,
    /// Each file that came out, in the order of the page.
    pub outputs: Vec<Output>,
    /// Every sentence of the copy with what proves it.
    pub claims: Vec<Claim>,
    /// Findings that concern the whole kit: a step left out, a fact that was refused.
    pub findings: Vec<Finding>,
    /// Wall-clock milliseconds of the whole run; with the other `milliseconds` the only values that differ between two runs.
    pub milliseconds: u64,
}

/// A photo that went in.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Input {
    /// The file's name, without its folder.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Width after turning upright, in pixels; 0 when it could not be read.
    pub width: u32,
    /// Height after turning upright, in pixels; 0 when it could not be read.
    pub height: u32,
    /// How sure the cut-out is, 0 to 1: the share of its outline and area expected to be right.
    pub confidence: Option<f32>,
    /// Whether the cut-out was used; when not, the background was kept.
    pub cut: bool,
    /// What is wrong with it, or what was mended.
    pub findings: Vec<Finding>,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutputKind {
    /// A photo without its background.
    Cutout,
    /// The product on pure white.
    White,
    /// The product in a scene.
    Scene,
    /// The photo itself, tidied.
    Tidied,
    /// A photo in a marketplace's size.
    MarketPhoto,
    /// A designed post.
    Post,
    /// The narrated video.
    Video,
    /// Captions of the video.
    Subtitles,
    /// The video's cover.
    Cover,
    /// Copy for one place.
    Copy,
    /// The calendar of posts.
    Calendar,
    /// A sheet, feed or structured data for one marketplace.
    Listing,
    /// Pictures named as the sheets name them.
    Archive,
    /// A report of checks.
    Report,
    /// The page that shows it all.
    Page,
}

/// A file that came out.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Output {
    /// Path inside the kit, with `/`.
    pub path: String,
    /// What it is for.
    pub kind: OutputKind,
    /// Which variety of its kind: the scene, the template family, the channel, the marketplace.
    pub variety: String,
    /// Files that it was made from: photos, or other outputs.
    pub source: Vec<String>,
    /// What made it: `cutout/classical`, `poster/panggung`, `voice/espeak-ng`.
    pub engine: String,
    /// Bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Pixels, for pictures and video.
    pub width: Option<u32>,
    /// Pixels, for pictures and video.
    pub height: Option<u32>,
    /// Length, for video.
    pub seconds: Option<f64>,
    /// Milliseconds that it took.
    pub milliseconds: u64,
    /// What was checked, and how it came out.
    pub checks: Vec<Check>,
}

/// One rule, applied to one file.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Check {
    /// The rule's key: `title-length`, `contrast`.
    pub rule: String,
    /// Whether it holds.
    pub passed: bool,
    /// What was found and what to do, in the kit's language.
    pub text: String,
}

/// How grave a finding is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Gravity {
    /// Good to know.
    Note,
    /// Should be mended before selling.
    Mend,
    /// Something asked for was not made.
    Failed,
}

/// Something that a person should know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// How grave it is.
    pub gravity: Gravity,
    /// The message's key.
    pub key: String,
    /// What happened, in the kit's language.
    pub text: String,
    /// What to do next, in the kit's language.
    pub hint: String,
}

/// Whether a sentence may stand.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A fact on file says so.
    Proved,
    /// It claims nothing that needs proof.
    Neutral,
    /// It claims something that no fact on file says.
    Unproved,
    /// No fact could allow it.
    Forbidden,
}

/// A sentence and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// Where it stands: an output's path.
    pub path: String,
    /// The sentence.
    pub text: String,
    /// Whether it may stand.
    pub status: Status,
    /// The facts that prove it.
    pub facts: Vec<Fact>,
}

/// A [`Message`] with its gravity, before it is put into words.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// How grave it is.
    pub gravity: Gravity,
    /// What to say.
    pub message: Message,
}

impl Notice {
    /// Good to know.
    pub fn note(message: Message) -> Self {
        Self {
            gravity: Gravity::Note,
            message,
        }
    }

    /// Should be mended before selling.
    pub fn mend(message: Message) -> Self {
        Self {
            gravity: Gravity::Mend,
            message,
        }
    }

    /// Something asked for was not made.
    pub fn failed(message: Message) -> Self {
        Self {
            gravity: Gravity::Failed,
            message,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_schema_is_that_of_the_types() {
        let schema = serde_json::to_string_pretty(&schemars::schema_for!(Kit)).unwrap();
        let published = include_str!("../../../docs/reference/kit.schema.json");
        assert!(
            published.trim() == schema,
            "write this to docs/reference/kit.schema.json:\n{schema}"
        );
    }
}
