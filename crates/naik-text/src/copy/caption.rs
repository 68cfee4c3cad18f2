//! Captions: a framework's parts in order, within the channel's words, emoji and hashtags.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use naik_core::channel::Channel;
use naik_core::limits::Limits;
use serde::Deserialize;

use super::Piece;
use super::values::Value;
use super::vocabulary::Vocabulary;
use super::writer::{Manner, Said, Writer, emoji, words};
use crate::normal::sentence;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    /// `AIDA`, `PAS`, ...
    name: String,
    /// Slots in order; `|` begins a paragraph, `!` marks what is dropped last, `a/b` means b when a can't be said.
    parts: String,
    /// Slots added before the call while the text is short of `least`.
    #[serde(default)]
    more: String,
    /// Words wanted when the facts allow.
    #[serde(default)]
    least: usize,
}

static PLANS: LazyLock<BTreeMap<String, Vec<Plan>>> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads every row"
)]
fn load() -> BTreeMap<String, Vec<Plan>> {
    toml::from_str(include_str!("../../data/copy/frameworks.toml"))
        .expect("frameworks.toml is well formed")
}

/// Plan paragraphs are this far apart, so that others fit between.
const STEP: usize = 10;

/// A part of a text: what was said, in which paragraph, and whether it is dropped last.
struct Part {
    slot: String,
    said: Said,
    paragraph: usize,
    must: bool,
}

/// The manner of a channel.
pub(crate) fn manner(channel: Channel) -> Manner {
    match channel {
        Channel::Tiktok | Channel::WhatsAppBroadcast | Channel::WhatsAppStatus => Manner::Chat,
        _ => Manner::Plain,
    }
}

/// Writes the caption of a channel; the marketplace has its own shape.
pub(crate) fn write(writer: &mut Writer<'_>, channel: Channel, hashtags: &[String]) -> Piece {
    let limits = Limits::get().channel(channel);
    // TikTok shows few words, and each hashtag more is a word less.
    let shown = if channel == Channel::Tiktok {
        3
    } else {
        limits.hashtags
    };
    let tags = hashtags
        .get(..hashtags.len().min(shown))
        .unwrap_or_default();
    let most = limits
        .words
        .saturating_sub(tags.len() + limits.emoji.min(wanted_emoji(channel)));
    let mut seed = writer.seed.of("framework").of(channel.key());
    let mut plans: Vec<&Plan> = PLANS
        .get(channel.key())
        .map(|p| p.iter().collect())
        .unwrap_or_default();
    seed.shuffle(&mut plans);
    // The framework whose first part can be said; the rest bends to the facts.
    let mut parts = Vec::new();
    let mut framework = String::new();
    for plan in plans {
        parts = fill(writer, plan, channel, most);
        framework.clone_from(&plan.name);
        if parts.first().is_some_and(|p| p.paragraph == 0) {
            break;
        }
    }
    name_it(writer, &mut parts, channel, most);
    trim(&mut parts, most, limits.text.saturating_sub(200));
    let said: Vec<Said> = parts.iter().map(|p| p.said.clone()).collect();
    let mut body = lay_out(&parts, writer, channel);
    if !tags.is_empty() {
        body = format!("{body}\n\n{}", tags.join(" "));
    }
    let sentences = writer.account(&body, &said);
    let emoji = emoji(&body);
    Piece {
        channel,
        framework,
        title: None,
        body,
        sentences,
        emoji,
    }
}

fn fill(writer: &mut Writer<'_>, plan: &Plan, channel: Channel, most: usize) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (paragraph, slots) in plan.parts.split('|').enumerate() {
        for slot in slots.split_whitespace() {
            let must = slot.ends_with('!');
            let begun = so_far(&parts);
            let slots = slot.trim_end_matches('!');
            let Some((slot, said)) = one(writer, slots, channel, most, &begun) else {
                continue;
            };
            parts.push(Part {
                slot,
                said,
                paragraph: paragraph * STEP,
                must,
            });
        }
    }
    let mut added = 0;
    let mut more = plan.more.split_whitespace();
    let count = |parts: &[Part]| parts.iter().map(|p| words(&p.said.text)).sum::<usize>();
    while count(&parts) < plan.least {
        let Some(slot) = more.next() else { break };
        let room = most.saturating_sub(count(&parts));
        let begun = so_far(&parts);
        let Some((slot, said)) = one(writer, slot, channel, room, &begun) else {
            continue;
        };
        // In paragraphs of their own, three at most in one, before the price or the call.
        let at = parts
            .iter()
            .position(|p| p.slot == "price" || p.slot == "drop" || p.slot.starts_with("cta"))
            .unwrap_or(parts.len());
        let next = parts.get(at).map_or(usize::MAX, |p| p.paragraph);
        let paragraph = next.saturating_sub(STEP - 1 - added / 3);
        added += 1;
        parts.insert(
            at,
            Part {
                slot,
                said,
                paragraph,
                must: false,
            },
        );
    }
    parts
}

/// No text without the product's name: a short sentence after the first part gives it.
fn name_it(writer: &mut Writer<'_>, parts: &mut Vec<Part>, channel: Channel, most: usize) {
    let Some(name) = writer.value(Value::Name, Manner::Plain) else {
        return;
    };
    let named = |p: &Part| p.said.text.contains(&name) && p.must;
    if parts.is_empty() || parts.iter().any(named) {
        return;
    }
    // Where an optional part names it, that part may no longer be dropped.
    if let Some(part) = parts.iter_mut().find(|p| p.said.text.contains(&name)) {
        part.must = true;
    } else if let Some(said) = writer.say_anyway("naming", manner(channel), 16) {
        let needed: usize = parts
            .iter()
            .filter(|p| p.must)
            .map(|p| words(&p.said.text))
            .sum();
        if needed + words(&said.text) > most {
            return;
        }
        // Before the facts begin.
        let facts = ["made", "made_short", "process", "size", "price", "drop"];
        let at = parts
            .iter()
            .position(|p| facts.contains(&p.slot.as_str()))
            .unwrap_or_else(|| usize::from(parts.len() > 1));
        let paragraph = parts.get(at).map_or(0, |p| p.paragraph);
        parts.insert(
            at,
            Part {
                slot: "naming".to_owned(),
                said,
                paragraph,
                must: true,
            },
        );
    }
}

/// What the parts say, in their order.
fn so_far(parts: &[Part]) -> String {
    let texts: Vec<&str> = parts.iter().map(|p| p.said.text.as_str()).collect();
    texts.join(" ")
}

/// Says the first of `a/b/c` that can be said; a slot may have a form of its own for the channel.
fn one(
    writer: &mut Writer<'_>,
    slots: &str,
    channel: Channel,
    most: usize,
    begun: &str,
) -> Option<(String, Said)> {
    let manner = manner(channel);
    let most = most.min(if manner == Manner::Chat { 26 } else { 45 });
    for slot in slots.split('/') {
        let own = format!("{slot}.{}", channel.key());
        for once in [true, false] {
            // Where to find the shop is not said twice.
            if !once && slot == "info" {
                continue;
            }
            if let Some(said) = writer
                .go_on(&own, manner, most, begun, once)
                .or_else(|| writer.go_on(slot, manner, most, begun, once))
            {
                return Some((slot.to_owned(), said));
            }
        }
        if slot.starts_with("cta") {
            return writer
                .say_anyway(&own, manner, most)
                .map(|said| (slot.to_owned(), said));
        }
    }
    None
}

/// Drops parts from the end, those marked last of all, until the text fits.
fn trim(parts: &mut Vec<Part>, most: usize, characters: usize) {
    loop {
        let count: usize = parts.iter().map(|p| words(&p.said.text)).sum();
        let length: usize = parts.iter().map(|p| p.said.text.chars().count() + 2).sum();
        if count <= most && length <= characters || parts.len() <= 1 {
            return;
        }
        let at = parts
            .iter()
            .rposition(|p| !p.must)
            .unwrap_or(parts.len() - 1);
        parts.remove(at);
    }
}

/// How many emoji we set, at most what suits the place.
fn wanted_emoji(channel: Channel) -> usize {
    match channel {
        Channel::Instagram => 3,
        Channel::Facebook | Channel::Tiktok | Channel::WhatsAppStatus => 1,
        Channel::WhatsAppBroadcast => 2,
        Channel::Marketplace | Channel::GoogleBusiness => 0,
    }
}

/// Parts to paragraphs, an emoji after the hook, before the price and before the call.
fn lay_out(parts: &[Part], writer: &Writer<'_>, channel: Channel) -> String {
    let mut left = wanted_emoji(channel);
    let signs = &Vocabulary::of(writer.category).emoji;
    let mut sign = |index: usize| -> Option<&str> {
        let found = signs.get(index).filter(|_| left > 0)?;
        left -= 1;
        Some(found)
    };
    let mut out = String::new();
    let mut last = None;
    for (index, part) in parts.iter().enumerate() {
        if let Some(last) = last {
            out.push_str(if last == part.paragraph { " " } else { "\n\n" });
        }
        let before = match part.slot.as_str() {
            _ if index == 0 => None,
            "price" | "drop" => sign(1),
            slot if slot.starts_with("cta") => sign(2),
            _ => None,
        };
        if let Some(before) = before.filter(|_| last != Some(part.paragraph)) {
            out.push_str(before);
            out.push(' ');
        }
        out.push_str(&part.said.text);
        if index == 0
            && sentence::split(&part.said.text).len() <= 2
            && let Some(after) = sign(0)
        {
            out.push(' ');
            out.push_str(after);
        }
        last = Some(part.paragraph);
    }
    out
}
