//! What is said about a message.

use serde::Serialize;

use super::{Label, Link};
use crate::normal::Span;

/// How sure a verdict is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Nothing speaks for it.
    #[serde(rename = "tidak-tahu")]
    None,
    /// Something does; 1 % of fine messages go as far.
    Waspada,
    /// A proof, or a score that 0.1 % of fine messages reach.
    Yakin,
}

/// The verdict for people: it also knows doubt and not knowing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stand {
    /// No sign that we know: that does not make it true.
    Unknown,
    /// Something is odd; check before sharing.
    Doubtful,
    /// Gambling.
    Judol,
    /// Scam.
    Scam,
    /// A refuted claim.
    Hoax,
    /// Insult or hate.
    Abuse,
}

impl Stand {
    /// Its word in message files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Doubtful => "doubtful",
            Self::Judol => "judol",
            Self::Scam => "scam",
            Self::Hoax => "hoax",
            Self::Abuse => "abuse",
        }
    }
}

/// A score for each label, 0 to 1, calibrated; they need not add up to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[expect(missing_docs, reason = "they are the labels")]
pub struct Scores {
    pub fine: f32,
    pub judol: f32,
    pub scam: f32,
    pub hoax: f32,
    pub abuse: f32,
}

impl Scores {
    /// The score of one label.
    pub fn of(&self, label: Label) -> f32 {
        match label {
            Label::Fine => self.fine,
            Label::Judol => self.judol,
            Label::Scam => self.scam,
            Label::Hoax => self.hoax,
            Label::Abuse => self.abuse,
        }
    }
}

/// One reason, with its place in the text as pasted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// The trick, or what kind of evidence: `prize`, `judol`, `link`, `model`, `claim`.
    pub kind: String,
    /// The rule's name; of links and model, what they saw.
    pub rule: String,
    /// First place, in bytes: from, to.
    pub span: [usize; 2],
    /// The same place in characters.
    pub chars: [usize; 2],
    /// All places in bytes, in order.
    pub places: Vec<[usize; 2]>,
    /// Why, in the reader's language; empty where the words of the interface say it.
    pub text: String,
}

/// A known claim that the message repeats.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Match {
    /// The claim's name.
    pub claim: String,
    /// What is claimed.
    pub says: String,
    /// What is true, as far as the source says it.
    pub truth: String,
    /// Share of information in common, 0 to 1.
    pub similarity: f32,
    /// Whether it is the same claim, or only resembles it.
    pub same: bool,
    /// When it was first seen: year, month or day; empty where that is not known.
    pub since: String,
    /// When it was clarified: year, month or day.
    pub date: String,
    /// Who clarified it.
    pub source: String,
    /// Where, when known.
    pub url: Option<String>,
}

/// What is said about a message.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// One of the five labels.
    pub label: Label,
    /// The label's score.
    pub score: f32,
    /// All scores.
    pub scores: Scores,
    /// How sure the label is.
    pub certainty: Certainty,
    /// The verdict for people.
    pub stand: Stand,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
    /// Addresses in the text.
    pub links: Vec<Link>,
    /// The claim that it repeats.
    #[serde(rename = "match")]
    pub matched: Option<Match>,
    /// Whether more than a choice of words speaks for the label: a rule, an address, a disguise, a known claim, a word of
    /// the lexicon of abuse; or words that only 1 of 1,000 fine messages would need for gambling.
    #[serde(skip)]
    pub firm: bool,
    /// What to do; empty when there is nothing to do.
    pub advice: String,
    /// The lesson that teaches it.
    pub lesson: Option<String>,
}

/// A place in characters.
pub(crate) fn in_chars(text: &str, span: Span) -> [usize; 2] {
    let count = |s: Option<&str>| s.map_or(0, |s| s.chars().count());
    let from = count(text.get(..span.from));
    [from, from + count(text.get(span.from..span.to))]
}
