//! The narration of a video of 12 to 20 seconds: 28 to 42 words in four to six lines.

use super::VoiceLine;
use super::writer::{Manner, Said, Writer, words};
use crate::grammar::spoken::spoken;

/// Words that are said in 12 to 20 seconds at the pace of an Indonesian narrator (about 2.2 a second).
const WORDS: [usize; 2] = [28, 42];
/// Characters of a caption line; a caption has two.
const LINE: usize = 24;
/// The order in which lines are spoken; later lines are asked first when words are missing.
const ORDER: &[&str] = &[
    "voice.hook",
    "voice.name",
    "voice.made",
    "voice.process",
    "voice.origin",
    "voice.choice",
    "voice.size",
    "voice.moment",
    "voice.price",
    "voice.proof",
    "voice.cta",
];
/// Which lines a narration takes first.
const PRIORITY: &[&str] = &[
    "voice.hook",
    "voice.name",
    "voice.cta",
    "voice.price",
    "voice.made",
    "voice.process",
    "voice.choice",
    "voice.proof",
    "voice.size",
    "voice.moment",
    "voice.origin",
];

/// The lines in order.
pub(crate) fn write(writer: &mut Writer<'_>) -> Vec<VoiceLine> {
    let mut chosen: Vec<(usize, Said)> = Vec::new();
    let said_words = |line: &Said, writer: &Writer<'_>| words(&spoken(&line.text, writer.lang));
    let mut total = 0;
    for pass in 0..2 {
        for slot in PRIORITY {
            let place = ORDER.iter().position(|s| s == slot).unwrap_or_default();
            let enough = total >= WORDS[0] && chosen.len() >= 4 || chosen.len() >= 6;
            let invites = matches!(
                *slot,
                "voice.hook" | "voice.moment" | "voice.cta" | "voice.name"
            );
            // The second pass may add another invitation, never a fact told twice.
            let told = chosen.iter().any(|(p, _)| *p == place);
            if enough || (told && (pass == 0 || !invites)) {
                continue;
            }
            // The name is said wherever it fits; only then another way to present the product.
            let candidates = if invites && *slot != "voice.name" {
                writer.candidates(slot, Manner::Plain, 16)
            } else {
                writer.in_order(slot, Manner::Plain)
            };
            // A line of five words or more is worth its picture; a shorter one is taken when there is no other.
            let (long, short): (Vec<Said>, Vec<Said>) = candidates
                .into_iter()
                .partition(|s| said_words(s, writer) >= 5 || *slot == "voice.name");
            let found = long.into_iter().chain(short).find(|s| {
                let count = said_words(s, writer);
                (!invites || *slot == "voice.name" || !writer.was_said(&s.text))
                    && fits(&s.text)
                    && total + count <= WORDS[1]
                    && !chosen.iter().any(|(_, c)| c.text == s.text)
            });
            if let Some(line) = found {
                total += said_words(&line, writer);
                writer.remember(&line.text);
                chosen.push((place, line));
            }
        }
    }
    chosen.sort_by_key(|(place, _)| *place);
    chosen
        .into_iter()
        .map(|(_, line)| VoiceLine {
            spoken: spoken(&line.text, writer.lang),
            caption: line.text,
        })
        .collect()
}

/// Whether a caption takes at most two lines.
fn fits(text: &str) -> bool {
    let (mut lines, mut used) = (1, 0);
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > LINE {
            lines += 1;
            used = length;
        } else {
            used += length + usize::from(used > 0);
        }
    }
    lines <= 2
}
