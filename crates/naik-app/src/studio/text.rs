//! One text of a kit, judged while it is typed and put in the kit's place when it is done.

use std::path::Path;

use naik_connect::listing;
use naik_core::channel::{Channel, Market};
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::kit::Status;
use naik_core::limits::Limits;
use naik_core::message::Message;
use naik_text::guard::{self, Checked};
use serde::Serialize;

use crate::error::AppError;
use crate::kit::{self, Made, Remake, copy, standing};
use crate::progress::{Cancel, Watch};
use crate::words::Words;

/// The most characters of a text that is judged or kept: more than any channel takes.
const TEXT_MAX: usize = 30_000;

/// What is said of a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Judged {
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// What the channel would not take, and what is better there.
    pub limits: Vec<Limit>,
    /// Its characters.
    pub letters: usize,
    /// The most characters that the channel takes.
    pub most: usize,
}

impl Judged {
    /// Whether it may be posted as it is.
    pub fn is_ready(&self) -> bool {
        let stands = |s: &Sentence| matches!(s.status, Status::Proved | Status::Neutral);
        self.sentences.iter().all(stands) && self.limits.iter().all(|limit| limit.is_advice)
    }
}

/// A sentence, and whether it may stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sentence {
    /// As typed.
    pub text: String,
    /// Where it begins in the text, in bytes (UTF-8).
    pub from: usize,
    /// One past its last byte.
    pub to: usize,
    /// Whether it may stand.
    pub status: Status,
    /// The facts that it rests on.
    pub facts: Vec<Fact>,
    /// The same by their names.
    pub fact_names: Vec<String>,
    /// Why it may not stand; absent when it may.
    pub reason: Option<String>,
    /// Where that rule stands.
    pub source: Option<String>,
    /// What to do about it.
    pub hint: Option<String>,
    /// What may be said instead, made from the facts.
    pub suggestion: Option<String>,
}

/// What a channel says of a text as a whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Limit {
    /// The rule's key: `length`, `hashtags`, `phone`, `words`, `emoji`, or a marketplace's own, such as `title-length`.
    pub rule: String,
    /// The marketplaces that say so; empty for other channels.
    pub markets: Vec<&'static str>,
    /// What is wrong.
    pub text: String,
    /// What to do.
    pub hint: String,
    /// Whether it is only advice: the text is taken all the same.
    pub is_advice: bool,
}

/// Judges a text for a channel; a marketplace's has its title in the first line. Costs a few milliseconds.
pub fn judge(facts: &Facts, channel: Channel, text: &str, words: &Words) -> Judged {
    let text: String = text.chars().take(TEXT_MAX).collect();
    let sentences = guard::check(&text, facts)
        .sentences
        .into_iter()
        .map(|checked| sentence(checked, words))
        .collect();
    let limits = match channel {
        Channel::Marketplace => of_markets(facts, &text, words),
        _ => of_channel(channel, &text, words),
    };
    Judged {
        sentences,
        limits,
        letters: text.trim().chars().count(),
        most: Limits::get().channel(channel).text,
    }
}

fn sentence(checked: Checked, words: &Words) -> Sentence {
    let key = match checked.status {
        Status::Proved | Status::Neutral => None,
        Status::Unproved => Some("text-unproved"),
        Status::Forbidden => Some("text-forbidden"),
    };
    let said = key.map(|key| words.say(&Message::new(key)));
    let name = |fact: &Fact| {
        words.label(
            &format!("fact-{}", fact.key().replace(['.', '_'], "-")),
            &[],
        )
    };
    Sentence {
        fact_names: checked.facts.iter().map(name).collect(),
        reason: said
            .as_ref()
            .map(|said| checked.rule.clone().unwrap_or_else(|| said.text.clone())),
        source: checked.source.filter(|_| said.is_some()),
        hint: said.and_then(|said| said.hint),
        suggestion: checked.safer,
        text: checked.text,
        from: checked.from,
        to: checked.to,
        status: checked.status,
        facts: checked.facts,
    }
}

fn of_channel(channel: Channel, text: &str, words: &Words) -> Vec<Limit> {
    let limits = Limits::get().channel(channel);
    let count_words = text
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric));
    let rules = [
        ("length", text.trim().chars().count(), limits.text, false),
        ("hashtags", listing::hashtags(text), limits.hashtags, false),
        ("words", count_words.count(), limits.words, true),
        ("emoji", listing::emoji(text), limits.emoji, true),
    ];
    let mut found = Vec::new();
    let mut tell = |rule: &str, message: Message, is_advice| {
        let said = words.say(&message.with("channel", channel.name()));
        found.push(Limit {
            rule: rule.to_owned(),
            markets: Vec::new(),
            text: said.text,
            hint: said.hint.unwrap_or_default(),
            is_advice,
        });
    };
    if text.trim().is_empty() {
        tell("length", Message::new("text-limit-empty"), false);
    }
    for (rule, count, most, is_advice) in rules {
        if count > most {
            let message = Message::new(&format!("text-limit-{rule}"));
            tell(
                rule,
                message.with("count", count).with("max", most),
                is_advice,
            );
        }
    }
    if limits.phone_forbidden && listing::has_phone(text) {
        tell("phone", Message::new("text-limit-phone"), false);
    }
    found
}

fn of_markets(facts: &Facts, text: &str, words: &Words) -> Vec<Limit> {
    let (title, body) = parts(text);
    let title = title.unwrap_or_default();
    let mut found: Vec<Limit> = Vec::new();
    for market in Market::ALL {
        let product = listing::Product::new(facts, "", &title, &body);
        for finding in listing::preflight(market, &product) {
            let is_of_text = ["title-", "description-"]
                .iter()
                .any(|start| finding.rule.starts_with(start));
            if finding.passed || !is_of_text {
                continue;
            }
            let said = words.say(&finding.message);
            let known = found
                .iter_mut()
                .find(|limit| limit.rule == finding.rule && limit.text == said.text);
            match known {
                Some(limit) => limit.markets.push(market.name()),
                None => found.push(Limit {
                    rule: finding.rule.to_owned(),
                    markets: vec![market.name()],
                    text: said.text,
                    hint: said.hint.unwrap_or_default(),
                    is_advice: false,
                }),
            }
        }
    }
    found
}

/// A marketplace's text in title and description: the first line is the title.
pub(super) fn parts(text: &str) -> (Option<String>, String) {
    let text = text.trim();
    let (title, body) = text.split_once('\n').unwrap_or((text, ""));
    let title = title.trim();
    (
        Some(title.to_owned()).filter(|title| !title.is_empty()),
        body.trim().to_owned(),
    )
}

/// The channel whose text lies at a path of a kit: `copy/instagram.txt`.
pub fn channel_of(path: &str) -> Option<Channel> {
    Channel::ALL
        .into_iter()
        .find(|channel| copy::file(*channel) == path)
}

/// A channel's text as it stands in a kit, to be edited.
///
/// # Errors
/// When the folder is no kit, or has no such text.
pub fn current(folder: &Path, channel: Channel) -> Result<String, AppError> {
    standing::read(folder)?;
    let set = standing::words(folder);
    let piece = set
        .as_ref()
        .and_then(|set| set.pieces.iter().find(|piece| piece.channel == channel));
    piece.map(copy::text).ok_or_else(|| not_there(channel))
}

fn not_there(channel: Channel) -> AppError {
    AppError::Refused(Message::new("text-not-in-kit").with("channel", channel.name()))
}

/// Writes a new version of a kit in which a channel says something else. Claims, checks and the page are made anew; the
/// marketplaces' text also goes into their sheets. The old version stands as it was.
///
/// What the guard would not let stand is kept all the same, and marked: it is the owner's text, and the checks say so.
///
/// # Errors
/// When the folder is no kit or has no such text, the new text is empty or far too long, or `out` can't be written.
pub fn replace(
    folder: &Path,
    channel: Channel,
    text: &str,
    out: &Path,
    words: &Words,
    watch: &dyn Watch,
) -> Result<Made, AppError> {
    let text = typed(text)?;
    current(folder, channel)?;
    let (title, body) = match channel {
        Channel::Marketplace => parts(&text),
        _ => (None, text),
    };
    let remake = Remake::new(folder, out, &[]);
    kit::revise(remake, words, watch, &Cancel::new(), |copy, facts| {
        copy.replace(channel, title, body, facts);
        vec![channel]
    })
}

/// A text as people type it: line breaks of one kind, nothing that can't be seen.
fn typed(text: &str) -> Result<String, AppError> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_hidden = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let text: String = text.chars().filter(|c| !is_hidden(*c)).collect();
    let text = text.trim();
    if text.is_empty() {
        return Err(AppError::Refused(Message::new("text-empty")));
    }
    if text.chars().count() > TEXT_MAX {
        let message = Message::new("text-far-too-long").with("max", TEXT_MAX);
        return Err(AppError::Refused(message));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use naik_core::lang::Lang;

    use super::*;
    use crate::studio::sample;

    #[test]
    fn sentences_are_marked_where_they_stand() {
        let facts = sample::facts();
        let text = "Keripik tempe 200 g. Isi 900 g! Menyembuhkan diabetes.\nYuk pesan";
        let judged = judge(&facts, Channel::Instagram, text, &Words::new(Lang::Id));
        let statuses: Vec<Status> = judged.sentences.iter().map(|s| s.status).collect();
        assert_eq!(
            statuses,
            [
                Status::Proved,
                Status::Unproved,
                Status::Forbidden,
                Status::Neutral
            ]
        );
        for sentence in &judged.sentences {
            assert_eq!(
                text.get(sentence.from..sentence.to),
                Some(sentence.text.as_str())
            );
            let stands = matches!(sentence.status, Status::Proved | Status::Neutral);
            assert_eq!(sentence.reason.is_none() && sentence.hint.is_none(), stands);
        }
        assert!(judged.sentences[0].facts.contains(&Fact::NetWeight));
        assert!(!judged.is_ready() && judged.limits.is_empty());
    }

    #[test]
    fn each_channel_has_its_limits() {
        let facts = sample::facts();
        let words = Words::new(Lang::Id);
        let rules = |channel, text: &str| -> Vec<String> {
            let judged = judge(&facts, channel, text, &words);
            judged.limits.into_iter().map(|limit| limit.rule).collect()
        };
        let long = "kata ".repeat(300);
        assert_eq!(
            rules(Channel::WhatsAppBroadcast, &long),
            ["length", "words"]
        );
        assert_eq!(rules(Channel::Instagram, "#a #b #c #d #e #f"), ["hashtags"]);
        assert_eq!(
            rules(Channel::GoogleBusiness, "Pesan 0812-3456-7890"),
            ["phone"]
        );
        assert_eq!(rules(Channel::WhatsAppStatus, "Enak 😋😋😋"), ["emoji"]);
        assert_eq!(rules(Channel::Facebook, "  "), ["length"]);
        assert_eq!(rules(Channel::Facebook, "Pesan 0812-3456-7890"), [""; 0]);

        let market = judge(
            &facts,
            Channel::Marketplace,
            "KERIPIK TEMPE ENAK SEKALI DAN GURIH\n\nPesan lewat 0812-3456-7890, ya.",
            &words,
        );
        let of = |rule: &str| market.limits.iter().find(|limit| limit.rule == rule);
        assert_eq!(of("title-caps").unwrap().markets.len(), Market::ALL.len());
        let contact = of("description-contact").unwrap();
        assert!(!contact.markets.contains(&Market::Meta.name()) && !contact.hint.is_empty());
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let place = sample::place("no-text");
        let old = sample::kit(&place);
        let words = Words::new(Lang::Id);
        let edit = |folder: &Path, text: &str| {
            let out = place.join("v2");
            match replace(folder, Channel::Tiktok, text, &out, &words, &sample::Nobody) {
                Err(AppError::Refused(message)) => message.key,
                other => panic!("{:?}", other.map(|made| made.folder)),
            }
        };
        assert_eq!(edit(&old, " \u{200b}\n"), "text-empty");
        assert_eq!(edit(&old, &"a".repeat(TEXT_MAX + 1)), "text-far-too-long");
        assert_eq!(edit(&place, "Halo"), "not-a-kit");
        assert!(!place.join("v2").exists());
        assert_eq!(typed("a\r\nb\u{202e}c\u{0}").unwrap(), "a\nbc");
        assert_eq!(channel_of("copy/tiktok.txt"), Some(Channel::Tiktok));
        assert_eq!(channel_of("copy/../kit.json"), None);
    }
}
