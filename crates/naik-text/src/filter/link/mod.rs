//! Addresses in a message: found even when broken up, and judged by what they carry. No network.

mod apart;
mod find;
mod ip;
mod judge;
mod lookalike;
mod punycode;
mod words;

use serde::Serialize;

pub(crate) use judge::Judge;

use crate::filter::Label;
use crate::normal::Span;
use crate::normal::layer::Layer;

/// What an address gives away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trait {
    /// It belongs to an official name.
    Official,
    /// It looks like an official name and is none.
    Lookalike,
    /// It hides where it leads.
    Shortener,
    /// Anyone gets a name there for nothing.
    FreeHost,
    /// An ending that costs little and is much abused.
    RiskyEnding,
    /// Numbers instead of a name.
    Ip,
    /// A port that is none of the web's.
    Port,
    /// `xn--`: letters of other alphabets in the name.
    Punycode,
    /// Letters of several alphabets, or fancy ones, in the name.
    MixedScript,
    /// What looks like a host stands before an `@`; the address leads to what stands behind it.
    UserInfo,
    /// It was pulled apart, or its dot was spelt out.
    Broken,
    /// It leads to an Android program.
    Apk,
    /// A place where anyone puts files.
    FileShare,
    /// A WhatsApp number or group.
    WhatsApp,
    /// A Telegram name or group.
    Telegram,
    /// Gambling words in the name.
    Judol,
    /// Prize, aid or account words in the name.
    Bait,
}

impl Trait {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Official,
        Self::Lookalike,
        Self::Shortener,
        Self::FreeHost,
        Self::RiskyEnding,
        Self::Ip,
        Self::Port,
        Self::UserInfo,
        Self::Punycode,
        Self::MixedScript,
        Self::Broken,
        Self::Apk,
        Self::FileShare,
        Self::WhatsApp,
        Self::Telegram,
        Self::Judol,
        Self::Bait,
    ];

    /// Its word in message files and in results.
    pub fn key(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Lookalike => "lookalike",
            Self::Shortener => "shortener",
            Self::FreeHost => "free-host",
            Self::RiskyEnding => "risky-ending",
            Self::Ip => "ip",
            Self::Port => "port",
            Self::Punycode => "punycode",
            Self::MixedScript => "mixed-script",
            Self::UserInfo => "user-info",
            Self::Broken => "broken",
            Self::Apk => "apk",
            Self::FileShare => "file-share",
            Self::WhatsApp => "whats-app",
            Self::Telegram => "telegram",
            Self::Judol => "judol",
            Self::Bait => "bait",
        }
    }
}

/// An address as found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Where, in bytes of the original.
    pub span: Span,
    /// The host, lower case, folded.
    pub host: String,
    /// The name that somebody registered: `x.co.id` of `a.b.x.co.id`; none for numbers.
    pub name: Option<String>,
    /// What it gives away, in order.
    pub traits: Vec<Trait>,
    /// The official name that it is, or that it looks like.
    pub official: Option<String>,
    /// The phone number of a `wa.me` address, as written.
    pub number: Option<String>,
}

impl Link {
    pub(crate) fn is(&self, wanted: Trait) -> bool {
        self.traits.contains(&wanted)
    }

    /// Whether it passes for what it is not, or hides behind a bare number and an odd port: reason enough to doubt.
    pub(crate) fn is_doubtful(&self) -> bool {
        self.is(Trait::Lookalike)
            || self.is(Trait::UserInfo)
            || self.is(Trait::Ip) && self.is(Trait::Port)
    }

    /// Whether it imitates a name by a trick that no honest address needs.
    pub(crate) fn deceives(&self) -> bool {
        let signs = [
            Trait::Bait,
            Trait::FreeHost,
            Trait::RiskyEnding,
            Trait::Punycode,
            Trait::MixedScript,
        ];
        self.is(Trait::UserInfo)
            || self.is(Trait::Lookalike) && signs.iter().any(|sign| self.is(*sign))
    }

    /// Whether what it gives away speaks for a label.
    pub(crate) fn speaks_for(&self, label: Label) -> bool {
        let signs: &[Trait] = match label {
            Label::Scam => &[
                Trait::Lookalike,
                Trait::Apk,
                Trait::Ip,
                Trait::Punycode,
                Trait::MixedScript,
                Trait::UserInfo,
            ],
            Label::Judol => &[Trait::Judol],
            Label::Fine | Label::Hoax | Label::Abuse => &[],
        };
        signs.iter().any(|sign| self.is(*sign))
    }
}

/// The addresses of a folded text, in order and judged. Linear in its length.
pub(crate) fn read(folded: &Layer, judge: &Judge) -> Vec<Link> {
    find::find(folded)
        .iter()
        .map(|found| (found.unsure, judge.judge(found, folded)))
        // Two words around a full stop are believed only when they spell a name.
        .filter(|(unsure, link)| !unsure || link.is(Trait::Official) || link.is(Trait::Lookalike))
        .map(|(_, link)| link)
        .collect()
}

/// An address before it is judged: places in the folded text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) host: String,
    /// From the first `/` on.
    pub(crate) path: String,
    /// What stood before an `@`.
    pub(crate) user: Option<String>,
    /// The digits behind `wa.me/`, also where spaces part them.
    pub(crate) number: String,
    pub(crate) port: Option<u32>,
    pub(crate) ip: bool,
    pub(crate) broken: bool,
    pub(crate) styled: bool,
    /// Each letter of the host was typed as plain ASCII, with nothing invisible between.
    pub(crate) plain: bool,
    /// A file name, not a host.
    pub(crate) file: bool,
    /// It may as well be the end of a sentence.
    pub(crate) unsure: bool,
}
