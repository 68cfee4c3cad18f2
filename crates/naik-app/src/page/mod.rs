//! `index.html`: the whole kit at a glance on a phone.
//!
//! One file that needs no network and no server: style, script, type and icons
//! are inside it, pictures lie beside it. Everything that people typed is
//! escaped, and a content policy forbids any script but ours.

mod assets;
mod calendar;
mod market;
mod photos;
mod posts;
mod ready;
mod texts;
mod view;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use naik_core::channel::Market;
use naik_core::fact::Fact;
use naik_core::kit::{Check, Kit, Status};
use naik_core::message::{Explain, Message};

use crate::words::Words;

/// What the page shows.
pub struct Page<'a> {
    /// The contract: files, findings, facts.
    pub kit: &'a Kit,
    /// Copy by channel, in the order of the chips.
    pub texts: &'a [Text],
    /// Ready answers for chats.
    pub replies: &'a [Reply],
    /// What buyers ask.
    pub questions: &'a [Question],
    /// What to post when.
    pub calendar: &'a [CalendarDay],
    /// What is ready for which marketplace.
    pub markets: &'a [MarketReport],
    /// The narration of the video as SubRip text, shown as lines to read and to jump to.
    pub subtitles: Option<&'a str>,
    /// The language of the page.
    pub words: &'a Words,
}

/// Copy for one channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// `instagram`: unique on the page.
    pub key: String,
    /// `Instagram`.
    pub name: String,
    /// A title that is pasted into its own field.
    pub title: Option<String>,
    /// What is pasted.
    pub body: String,
    /// Where the same text lies in the kit; empty when it has no file of its own.
    pub file: String,
    /// Its sentences in the order in which they stand in `title` and `body`, each written exactly as there.
    pub sentences: Vec<Sentence>,
}

/// A sentence and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// The sentence.
    pub text: String,
    /// Whether it may stand.
    pub status: Status,
    /// The facts that prove it.
    pub facts: Vec<Fact>,
    /// The words of the fact, as the owner told it.
    pub fact_text: Option<String>,
}

/// A ready answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// When to send it: "Menawar harga".
    pub title: String,
    /// What to send.
    pub body: String,
}

/// A question of buyers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What they ask.
    pub question: String,
    /// What to answer.
    pub answer: String,
}

/// A day on which something is posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// ISO 8601.
    pub date: String,
    /// Where: "Instagram".
    pub channel: String,
    /// What kind of post: "Cerita di balik dapur".
    pub title: String,
    /// What to write; may be empty.
    pub body: String,
    /// The day's name where it has one: "Hari Batik Nasional".
    pub occasion: Option<String>,
    /// A picture of the kit that suits it.
    pub picture: Option<String>,
}

/// What is ready for one marketplace.
#[derive(Clone, Debug)]
pub struct MarketReport {
    /// Which.
    pub market: Market,
    /// Its files in the kit.
    pub files: Vec<String>,
    /// Every rule with its outcome.
    pub checks: Vec<Check>,
}

/// Why a page could not be drawn: always a mistake of ours.
#[derive(Debug, thiserror::Error)]
#[error("the page's template failed: {0}")]
pub struct PageError(#[from] minijinja::Error);

impl Explain for PageError {
    fn explain(&self) -> Message {
        Message::new("internal").with("reason", self)
    }
}

/// Draws the page: one self-contained HTML file in which pictures are named relatively.
///
/// # Errors
/// When a template is wrong.
pub fn render(page: &Page<'_>) -> Result<String, PageError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()?,
    );
    for (name, source) in assets::TEMPLATES {
        environment.add_template(name, source)?;
    }
    let words = page.words.clone();
    environment.add_function(
        "t",
        move |key: String, args: Kwargs| -> Result<String, minijinja::Error> {
            let mut values = Vec::new();
            for name in args.args() {
                values.push((name, args.get::<minijinja::Value>(name)?.to_string()));
            }
            let values: Vec<(&str, &str)> = values
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            Ok(words.label(&key, &values))
        },
    );
    let html = environment
        .get_template("page.html")?
        .render(Serde(view::of(page)))?;
    Ok(html)
}
