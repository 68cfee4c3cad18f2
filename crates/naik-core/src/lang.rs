//! The languages of people who use it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language of the interface and of copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Indonesian: the source of all texts.
    #[default]
    Id,
    /// Javanese: polite everyday greetings and thanks; facts stay Indonesian.
    Jv,
    /// English.
    En,
}

impl Lang {
    /// All, in the order of the language chips.
    pub const ALL: [Self; 3] = [Self::Id, Self::Jv, Self::En];

    /// The BCP 47 code: `id`, `jv`, `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Jv => "jv",
            Self::En => "en",
        }
    }
}
