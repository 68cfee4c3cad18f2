//! *Saring sebelum sharing*: is this message gambling spam, a scam, a known hoax, abuse, or fine, and why?
//!
//! Evidence counts in this order: a matched, dated fact-check; a rule with two
//! proofs or a deceiving address; the model's alarm; nothing known. Every reason
//! has a place in the text as it was pasted. Pure: no file, clock or network.

mod brand;
mod checker;
mod detect;
mod feature;
mod knowledge;
mod link;
mod memo;
mod model;
mod phrase;
mod rule;
mod signal;
mod slang;
mod stance;
mod standard;
pub mod train;
mod verdict;

use serde::{Deserialize, Serialize};

pub use checker::Checker;
pub use knowledge::{Knowledge, KnowledgeError};
pub use link::{Link, Trait};
pub use model::ModelError;
pub use rule::{Rule, Said, Strength};
pub use slang::WrittenOut;
pub use verdict::{Certainty, Match, Reason, Scores, Stand, Verdict};

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Label {
    /// Nothing against it is known.
    Fine,
    /// Advertising for online gambling.
    Judol,
    /// An attempt to take money, codes or accounts.
    Scam,
    /// A claim that a dated fact-check refutes.
    Hoax,
    /// Insult or hate.
    Abuse,
}

impl Label {
    /// All, in the order of `scores`.
    pub const ALL: [Self; 5] = [Self::Fine, Self::Judol, Self::Scam, Self::Hoax, Self::Abuse];

    /// Its word in files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Judol => "judol",
            Self::Scam => "scam",
            Self::Hoax => "hoax",
            Self::Abuse => "abuse",
        }
    }

    /// The label with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.key() == word)
    }

    /// Its row in the model.
    fn class(self) -> Option<usize> {
        match self {
            Self::Judol => Some(0),
            Self::Scam => Some(1),
            Self::Abuse => Some(2),
            Self::Fine | Self::Hoax => None,
        }
    }
}
