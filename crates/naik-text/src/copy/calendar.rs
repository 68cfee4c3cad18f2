//! Thirty days of posts: seven in ten tell, teach or ask; the rest sell, on days when people buy.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use naik_core::channel::Channel;
use naik_core::limits::Limits;
use serde::Deserialize;

use super::occasion::{self, Occasion};
use super::values::Value;
use super::vocabulary::Vocabulary;
use super::writer::{Writer, words};
use super::{CalendarEntry, CopyOptions, caption};

/// Days planned.
const DAYS: usize = 30;
/// One post in so many ends with an emoji; greetings and prayers never do.
const EMOJI_EVERY: usize = 3;
/// Posts that sell outright, of thirty.
const SELLING: usize = 8;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Themes in the order in which they take turns.
    theme: Vec<Theme>,
    /// Channels in turn: telling posts.
    telling: Vec<String>,
    /// Channels in turn: selling posts.
    selling: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Theme {
    key: String,
    /// Slots of the text, in order; the first must be said.
    text: String,
    #[serde(default)]
    selling: bool,
    /// Emoji that fit, in turn; where there are none, the category's first.
    #[serde(default)]
    signs: Vec<String>,
}

static PLAN: LazyLock<File> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads it"
)]
fn load() -> File {
    toml::from_str(include_str!("../../data/copy/themes.toml")).expect("themes.toml is well formed")
}

/// What a day is for.
struct Day {
    date: Date,
    occasion: Option<Occasion>,
    selling: bool,
}

/// The thirty entries in order of date.
pub(crate) fn write(writer: &mut Writer<'_>, options: &CopyOptions) -> Vec<CalendarEntry> {
    let mut turns = Turns::new(options);
    let mut used: Vec<usize> = Vec::new();
    days(writer, options.date)
        .into_iter()
        .enumerate()
        .filter_map(|(index, day)| {
            let channel = turns.next(day.selling);
            entry(writer, &day, index, channel, &mut used)
        })
        .collect()
}

fn days(writer: &Writer<'_>, first: Date) -> Vec<Day> {
    let mut days: Vec<Day> = (0..DAYS)
        .filter_map(|offset| {
            let date = first.checked_add(i64::try_from(offset).ok()?.days()).ok()?;
            let occasion = occasion::of(date, writer.lang);
            let selling = occasion.as_ref().is_some_and(|o| o.selling);
            Some(Day {
                date,
                occasion,
                selling,
            })
        })
        .collect();
    // Weekends sell until eight days do, never two days running.
    for wanted in [Weekday::Saturday, Weekday::Thursday, Weekday::Tuesday] {
        for at in 0..days.len() {
            let near =
                (at.saturating_sub(1)..=at + 1).any(|i| days.get(i).is_some_and(|d| d.selling));
            let count = days.iter().filter(|d| d.selling).count();
            if let Some(day) = days.get_mut(at)
                && count < SELLING
                && !near
                && day.occasion.is_none()
                && day.date.weekday() == wanted
            {
                day.selling = true;
            }
        }
    }
    days
}

/// Channels in turn, for telling and for selling apart.
struct Turns {
    telling: Vec<Channel>,
    selling: Vec<Channel>,
    told: usize,
    sold: usize,
}

impl Turns {
    fn new(options: &CopyOptions) -> Self {
        let among = |keys: &[String]| -> Vec<Channel> {
            let wanted: Vec<Channel> = keys.iter().filter_map(|k| Channel::parse(k)).collect();
            let kept: Vec<Channel> = wanted
                .iter()
                .copied()
                .filter(|c| options.channels.contains(c))
                .collect();
            if kept.is_empty() { wanted } else { kept }
        };
        Self {
            telling: among(&PLAN.telling),
            selling: among(&PLAN.selling),
            told: 0,
            sold: 0,
        }
    }

    fn next(&mut self, selling: bool) -> Channel {
        let (list, turn) = if selling {
            (&self.selling, &mut self.sold)
        } else {
            (&self.telling, &mut self.told)
        };
        *turn += 1;
        list.get((*turn - 1) % list.len().max(1))
            .copied()
            .unwrap_or(Channel::Instagram)
    }
}

fn entry(
    writer: &mut Writer<'_>,
    day: &Day,
    index: usize,
    channel: Channel,
    used: &mut Vec<usize>,
) -> Option<CalendarEntry> {
    if let Some(occasion) = &day.occasion {
        writer.set(Value::Occasion, &occasion.name);
        let slots = format!(
            "occasion.{} {}",
            occasion.key,
            if day.selling {
                "offer! cta.short!"
            } else {
                "greet.close"
            }
        );
        if let Some(text) = compose(writer, &slots, channel, None, true) {
            let idea = writer
                .say_anyway(
                    &format!("idea.occasion.{}", occasion.key),
                    caption::manner(Channel::Instagram),
                    40,
                )
                .or_else(|| {
                    writer.say_anyway("idea.occasion", caption::manner(Channel::Instagram), 40)
                })
                .map(|s| s.text)
                .unwrap_or_default();
            return Some(finish(day, channel, idea, text));
        }
    }
    // The theme least used so far, in the plan's order from where the seed starts.
    let count = PLAN.theme.len().max(1);
    let start = writer.seed.of("themes").below(count);
    let mut order: Vec<usize> = (0..count).map(|i| (start + i) % count).collect();
    order.sort_by_key(|index| used.iter().filter(|i| *i == index).count());
    // One day in three; the seed says which.
    let shows_sign =
        (writer.seed.of("signs").below(EMOJI_EVERY) + index).is_multiple_of(EMOJI_EVERY);
    for again in [false, true] {
        for at in &order {
            let Some(theme) = PLAN.theme.get(*at).filter(|t| t.selling == day.selling) else {
                continue;
            };
            let own = Vocabulary::of(writer.category).emoji.first();
            let turn = index / EMOJI_EVERY % theme.signs.len().max(1);
            let sign = theme.signs.get(turn).or(own).filter(|_| shows_sign);
            let sign = sign.map(String::as_str);
            let Some(text) = compose(writer, &theme.text, channel, sign, again) else {
                continue;
            };
            used.push(*at);
            let idea = writer
                .say_anyway(
                    &format!("idea.{}", theme.key),
                    caption::manner(Channel::Instagram),
                    40,
                )
                .map(|s| s.text)
                .unwrap_or_default();
            return Some(finish(day, channel, idea, text));
        }
    }
    None
}

fn finish(day: &Day, channel: Channel, idea: String, text: String) -> CalendarEntry {
    CalendarEntry {
        date: day.date,
        channel,
        occasion: day.occasion.as_ref().map(|o| o.name.clone()),
        source: day.occasion.as_ref().map(|o| o.source.clone()),
        selling: day.selling,
        idea,
        text,
    }
}

/// The slots in order, as far as the channel's words reach; the first must be said.
fn compose(
    writer: &mut Writer<'_>,
    slots: &str,
    channel: Channel,
    sign: Option<&str>,
    again: bool,
) -> Option<String> {
    let limits = Limits::get().channel(channel);
    let manner = caption::manner(channel);
    // Calendar texts are short everywhere; an emoji and the broadcast's last line need room, too.
    let closing = writer
        .candidates(&format!("closing.{}", channel.key()), manner, 20)
        .into_iter()
        .next();
    let reserved = closing.as_ref().map_or(0, |c| words(&c.text)) + usize::from(sign.is_some());
    let most = limits.words.min(55).saturating_sub(reserved);
    let mut parts: Vec<String> = Vec::new();
    let mut left = most;
    for (index, slot) in slots.split_whitespace().enumerate() {
        let must = slot.ends_with('!') || (index == 0 && again);
        let choices = slot.trim_end_matches('!');
        let begun = parts.join(" ");
        // One answers a question, and agrees with a remark; a call to tag a friend needs neither.
        let asks = begun.ends_with('?');
        let choices = match choices {
            "close.mood" if asks => "close.answer",
            "close.mood" => "close.agree",
            "close.answer" if !asks => continue,
            other => other,
        };
        let said = choices
            .split('/')
            .find_map(|slot| writer.go_on(slot, manner, left, &begun, true));
        let said = match said {
            None if must => choices
                .split('/')
                .find_map(|slot| writer.say_anyway(slot, manner, left)),
            other => other,
        };
        match said {
            Some(said) => {
                left = left.saturating_sub(words(&said.text));
                parts.push(said.text);
            }
            None if index == 0 => return None,
            None => {}
        }
    }
    let mut text = parts.join(" ");
    if let Some(sign) = sign.filter(|_| limits.emoji > 0) {
        text = format!("{text} {sign}");
    }
    if let Some(closing) = closing {
        text = format!("{text}\n\n{}", closing.text);
    }
    let clean = !limits.phone_forbidden
        || writer
            .facts
            .shop
            .whatsapp
            .as_ref()
            .is_none_or(|w| !text.contains(&w.local()) && !text.contains(w.digits()));
    (clean && text.chars().count() <= limits.text && writer.allows(&text)).then_some(text)
}
