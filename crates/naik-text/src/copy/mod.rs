//! The copywriter: facts become claims, claims become copy for every channel.
//!
//! Wording is data (`data/copy/`): short templates that name the facts they
//! need, so that a sentence cannot be made without what proves it. A seed
//! picks among them, no sentence is said twice within a kit where another is
//! left, and the guard reads every text before it is handed out.

mod address;
mod alt;
mod calendar;
mod caption;
mod contact;
mod dialogue;
mod hashtag;
mod ics;
mod listing;
mod occasion;
mod pool;
mod poster;
mod region;
mod sheet;
mod template;
mod values;
mod vocabulary;
mod voice;
mod writer;

use jiff::civil::Date;
use naik_core::category::Category;
use naik_core::channel::Channel;
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::kit::{Notice, Status};
use naik_core::lang::Lang;
use naik_core::seed::Seed;
use serde::{Deserialize, Serialize};

pub use ics::ics;
pub(crate) use template::Template;
pub(crate) use values::{Style, Values};
pub(crate) use vocabulary::Vocabulary;

/// What is wanted of the copywriter.
#[derive(Clone, Debug)]
pub struct CopyOptions {
    /// The language of the copy; Javanese speaks krama, while listing, questions and the owner's own words stay
    /// Indonesian.
    pub lang: Lang,
    /// The seed of every choice.
    pub seed: Seed,
    /// The first day of the calendar.
    pub date: Date,
    /// The channels to write for, in the order wanted; each once.
    pub channels: Vec<Channel>,
}

impl CopyOptions {
    /// Every channel, in one language.
    pub fn all(lang: Lang, seed: Seed, date: Date) -> Self {
        Self {
            lang,
            seed,
            date,
            channels: Channel::ALL.to_vec(),
        }
    }
}

/// Everything that a kit says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CopySet {
    /// One text per channel, in the order of the options.
    pub pieces: Vec<Piece>,
    /// What buyers ask, answered from the facts.
    pub faq: Vec<Question>,
    /// Five replies for chat: greeting, stock, bargaining, complaint, after the sale.
    pub replies: Vec<Reply>,
    /// The video's narration, line by line.
    pub voice: Vec<VoiceLine>,
    /// Descriptions of the pictures for those who do not see them.
    pub alt_texts: AltTexts,
    /// Words for posters and slides.
    pub poster: PosterCopy,
    /// Thirty days of posts.
    pub calendar: Vec<CalendarEntry>,
    /// Three to five hashtags with `#`, lower case.
    pub hashtags: Vec<String>,
    /// What of the owner's own words was left out, and why.
    #[serde(skip)]
    pub notices: Vec<Notice>,
}

/// A text for one channel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// Where it goes.
    pub channel: Channel,
    /// How it is built: `AIDA`, `PAS`, `FAB`, `BAB`, `cerita`, `katalog`, `singkat`.
    pub framework: String,
    /// The title, on marketplaces: 25 to 100 characters.
    pub title: Option<String>,
    /// The complete text, with hashtags where the channel wants them.
    pub body: String,
    /// Each sentence of title and body with what proves it.
    pub sentences: Vec<Sentence>,
    /// How many emoji stand in it.
    pub emoji: usize,
}

/// A sentence and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// As written.
    pub text: String,
    /// `Proved` or `Neutral`: nothing else leaves the copywriter.
    pub status: Status,
    /// The facts that prove it, or that it names.
    pub facts: Vec<Fact>,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// As a buyer asks.
    pub question: String,
    /// As the shop answers.
    pub answer: String,
}

/// What a chat reply is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyKind {
    /// The first hello.
    Greeting,
    /// Is it there?
    Stock,
    /// Can it be cheaper?
    Bargain,
    /// Something went wrong.
    Complaint,
    /// Thanks after the parcel arrived.
    AfterSale,
}

impl ReplyKind {
    /// All five, in the order of a sale.
    pub const ALL: [Self; 5] = [
        Self::Greeting,
        Self::Stock,
        Self::Bargain,
        Self::Complaint,
        Self::AfterSale,
    ];

    /// The key in files: `greeting`, `stock`, ...
    pub fn key(self) -> &'static str {
        match self {
            Self::Greeting => "greeting",
            Self::Stock => "stock",
            Self::Bargain => "bargain",
            Self::Complaint => "complaint",
            Self::AfterSale => "after-sale",
        }
    }
}

/// A reply for chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// What it is for.
    pub kind: ReplyKind,
    /// Ready to paste.
    pub text: String,
}

/// One line of narration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VoiceLine {
    /// As shown: at most 48 characters, two lines of 24.
    pub caption: String,
    /// As said: numbers and units in words.
    pub spoken: String,
}

/// A kind of picture of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Picture {
    /// The cut-out, without background.
    Cutout,
    /// On pure white.
    White,
    /// In a scene.
    Scene,
    /// The photo as taken, tidied.
    Tidied,
    /// A designed post or price card.
    Post,
    /// The video's cover.
    Cover,
}

/// Descriptions of pictures, at most 100 characters each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AltTexts {
    /// Of the cut-out.
    pub cutout: String,
    /// Of the product on white.
    pub white: String,
    /// Of the product in a scene.
    pub scene: String,
    /// Of the tidied photo.
    pub tidied: String,
    /// Of a post.
    pub post: String,
    /// Of the video's cover.
    pub cover: String,
}

impl AltTexts {
    /// The description of one kind of picture.
    pub fn of(&self, picture: Picture) -> &str {
        match picture {
            Picture::Cutout => &self.cutout,
            Picture::White => &self.white,
            Picture::Scene => &self.scene,
            Picture::Tidied => &self.tidied,
            Picture::Post => &self.post,
            Picture::Cover => &self.cover,
        }
    }
}

/// Words for posters; every list has its best first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PosterCopy {
    /// Four or more headlines of 2 to 6 words.
    pub headlines: Vec<String>,
    /// Proved benefits, at most 60 characters each; empty when no fact gives one.
    pub benefits: Vec<String>,
    /// Calls to action, at most 32 characters each.
    pub calls: Vec<String>,
    /// A carousel of three: what it is, why, how to order.
    pub slides: [Slide; 3],
}

/// One picture of a carousel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slide {
    /// At most 6 words.
    pub title: String,
    /// At most 120 characters.
    pub body: String,
}

/// A day of the calendar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalendarEntry {
    /// The day.
    pub date: Date,
    /// Where to post.
    pub channel: Channel,
    /// The day's name where it has one: `Hari Ibu`, `Gajian`.
    pub occasion: Option<String>,
    /// Where the occasion's date comes from, and how sure it is.
    pub source: Option<String>,
    /// Whether it sells outright; the others tell, teach or ask.
    pub selling: bool,
    /// What to photograph or do, told to the owner.
    pub idea: String,
    /// The text, ready to post.
    pub text: String,
}

/// The facts without the owner's words that may not stand, and a notice for each that was left out: what is drawn,
/// said or listed is taken from these.
pub fn clean(facts: &Facts) -> (Facts, Vec<Notice>) {
    sheet::clean(facts)
}

/// What one calls a thing of a category when nothing more is known.
pub fn noun(category: Category, lang: Lang) -> String {
    let noun = vocabulary::Vocabulary::of(category).noun(lang);
    crate::grammar::case::sentence(noun)
}

/// Writes everything; never fails: few facts make shorter copy, and nothing is invented.
///
/// The same facts and options give the same copy. Costs a few tens of
/// milliseconds.
pub fn write(facts: &Facts, options: &CopyOptions) -> CopySet {
    let (facts, notices) = sheet::clean(facts);
    let mut writer = writer::Writer::new(&facts, options);
    let hashtags = hashtag::write(&writer);
    let mut channels: Vec<Channel> = Vec::new();
    for channel in &options.channels {
        if !channels.contains(channel) {
            channels.push(*channel);
        }
    }
    let pieces = channels
        .into_iter()
        .map(|channel| match channel {
            Channel::Marketplace => listing::write(&mut writer),
            other => caption::write(&mut writer, other, &hashtags),
        })
        .collect();
    let faq = dialogue::faq(&mut writer);
    let replies = dialogue::replies(&mut writer);
    let voice = voice::write(&mut writer);
    let alt_texts = alt::write(&writer);
    let poster = poster::write(&mut writer);
    let calendar = calendar::write(&mut writer, options);
    CopySet {
        pieces,
        faq,
        replies,
        voice,
        alt_texts,
        poster,
        calendar,
        hashtags,
        notices,
    }
}
