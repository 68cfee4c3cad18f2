//! Addresses whose dots stand apart, are spelt out, or became a comma: `bri . co . id`, `nama titik com`, `slot88,com`.

use super::Found;
use super::find::{PLAIN, finish, host_end, label_end, label_start, word};
use crate::filter::brand::is_plain_label;
use crate::normal::layer::Layer;

/// Endings before which a dot may stand apart.
const APART: &[&str] = &[
    "com", "net", "org", "xyz", "site", "online", "club", "vip", "biz", "shop", "top", "win",
    "bet", "id", "info", "link",
];

/// The same, where a space after the dot alone parts them: none is a word that begins a sentence.
const APART_AFTER: &[&str] = &["com", "net", "org", "xyz"];

/// What stands before `id` in a whole ending: `bri . co . id` says more than a full stop and a word.
const SECOND: &[&str] = &[
    "co", "go", "ac", "or", "my", "web", "sch", "mil", "desa", "biz", "net", "ponpes",
];

/// Endings that are believed behind a lonely dot when a path follows: `bit .ly/abc`, `s . id/abc`.
const PATHED: &[&str] = &[
    "id", "ly", "gl", "co", "me", "li", "ee", "cc", "gd", "io", "com", "net", "org", "xyz", "gle",
];

/// Signs that are put around a dot to part it from its name.
fn parts(byte: u8) -> bool {
    matches!(byte, b' ' | b'[' | b'(' | b']' | b')' | b'{' | b'}')
}

/// The first byte from `from` on that is no such sign; at most `most` of them are passed.
fn past_signs(text: &Layer, from: usize, most: usize) -> usize {
    let mut to = from;
    while to - from < most && text.bytes.get(to).is_some_and(|b| parts(*b)) {
        to += 1;
    }
    to
}

/// `nama . com`, `nama [.] com`, `nama .com`: the dot from `dot_from` to `dot_to` stands apart from one side at least.
pub(super) fn apart(text: &Layer, dot_from: usize, dot_to: usize, done: usize) -> Option<Found> {
    let mut left = dot_from;
    while left > done && dot_from - left < 3 && text.bytes.get(left - 1).is_some_and(|b| parts(*b))
    {
        left -= 1;
    }
    let from = label_start(text, left, done);
    if from == left {
        return None;
    }
    let (host, to) = apart_host(text, from, left, (dot_from, dot_to), false)?;
    Some(finish(text, from, from, to, host, true))
}

/// The dot, or the word for it, that comes next behind a label that ends at `from`.
pub(super) fn next_dot(text: &Layer, from: usize) -> Option<(usize, usize)> {
    let at = past_signs(text, from, 2);
    if text.at(at) == b'.' {
        return Some((at, at + 1));
    }
    let end = label_end(text, at);
    (at > from && matches!(word(text, at, end), "dot" | "titik")).then_some((at, end))
}

/// The host whose first label is `from..left`, over dots that stand apart: the longest one that ends well.
pub(super) fn apart_host(
    text: &Layer,
    from: usize,
    left: usize,
    first_dot: (usize, usize),
    schemed: bool,
) -> Option<(String, usize)> {
    let mut host = word(text, from, left).to_owned();
    let mut best = None;
    let mut before = (from, left);
    let mut dot = Some(first_dot);
    for step in 0..5 {
        let Some((dot_from, dot_to)) = dot else { break };
        let right = past_signs(text, dot_to, 3);
        let to = label_end(text, right);
        if to == right {
            break;
        }
        // A sentence that ends before a whole address has no part in it.
        let run = host_end(text, right);
        let gap = before.1 < dot_from || right > dot_to;
        if gap && run > to && psl::domain_str(word(text, right, run)).is_some() {
            break;
        }
        host.push('.');
        host.push_str(word(text, right, to));
        let closes = Closing {
            previous: word(text, before.0, before.1),
            ending: word(text, right, to),
            is_led: before.1 < dot_from,
            is_whole: step > 0,
            schemed,
        };
        if closes.is_end(text, to) {
            best = Some((host.clone(), to));
        }
        before = (right, to);
        dot = next_dot(text, to);
    }
    best
}

/// A label that may be the last one of a host whose dots stand apart.
struct Closing<'t> {
    previous: &'t str,
    ending: &'t str,
    /// The dot before it stands apart from the label before.
    is_led: bool,
    /// More than two labels were read.
    is_whole: bool,
    schemed: bool,
}

impl Closing<'_> {
    fn is_end(&self, text: &Layer, to: usize) -> bool {
        let (previous, ending) = (self.previous, self.ending);
        if before_is_sign(text, to) {
            return false;
        }
        if self.is_whole && ending == "id" && SECOND.contains(&previous) {
            return true;
        }
        let pathed = text.at(to) == b'/' && text.at(to + 1).is_ascii_alphanumeric();
        if self.is_led
            && (pathed && PATHED.contains(&ending) || self.schemed && PLAIN.contains(&ending))
        {
            return true;
        }
        let allowed = if self.is_led { APART } else { APART_AFTER };
        // A sentence may end before `id` or `info`: only a name with digits is believed there.
        let sure = !matches!(
            ending,
            "id" | "info" | "top" | "link" | "site" | "online" | "shop" | "club" | "win"
        ) || previous.bytes().any(|b| b.is_ascii_digit());
        allowed.contains(&ending)
            && sure
            && previous.len() >= 3
            && !previous.bytes().all(|b| b.is_ascii_digit())
    }
}

/// The end of a lonely `id` behind a host that ends in `co`, `go`: `bri.co . id`.
pub(super) fn lonely_id(text: &Layer, ending: &str, to: usize) -> Option<usize> {
    let (dot_from, dot_to) = SECOND
        .contains(&ending)
        .then(|| next_dot(text, to))
        .flatten()?;
    let right = past_signs(text, dot_to, 2);
    let end = label_end(text, right);
    // `contoh.net. Id pelanggan` is two sentences.
    let parted = dot_from > to || right > dot_to && matches!(ending, "co" | "go" | "ac");
    (parted && word(text, right, end) == "id").then_some(end)
}

/// `slot88,com`: a comma for the dot behind a name with digits.
pub(super) fn comma(text: &Layer, at: usize, done: usize) -> Option<Found> {
    if !matches!(text.at(at + 1), b'c' | b'n' | b'o' | b'x' | b's') {
        return None;
    }
    let to = label_end(text, at + 1);
    let ending = word(text, at + 1, to);
    if !matches!(ending, "com" | "net" | "org" | "xyz" | "site" | "online") {
        return None;
    }
    let from = label_start(text, at, done);
    let name = word(text, from, at);
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let is_name = letters >= 3 && name.len() >= letters + 2 && !is_plain_label(name.as_bytes());
    is_name.then(|| finish(text, from, from, to, format!("{name}.{ending}"), true))
}

fn before_is_sign(text: &Layer, to: usize) -> bool {
    text.bytes
        .get(to)
        .is_some_and(|b| b.is_ascii_alphanumeric())
}

/// `nama dot com`, `nama titik com`, and `nama77 com`.
pub(super) fn spelt(text: &Layer, at: usize, done: usize) -> Option<Found> {
    let end = label_end(text, at);
    match word(text, at, end) {
        "dot" | "titik" | "dott" => apart(text, at, end, done),
        "com" | "net" | "xyz" => {
            if at < done + 4 || text.bytes.get(at - 1) != Some(&b' ') {
                return None;
            }
            let from = label_start(text, at - 1, done);
            let name = word(text, from, at - 1);
            let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
            let digits = name.len() - letters;
            (letters >= 3
                && (2..=4).contains(&digits)
                && name.bytes().skip(letters).all(|b| b.is_ascii_digit()))
            .then(|| {
                finish(
                    text,
                    from,
                    from,
                    end,
                    format!("{name}.{}", word(text, at, end)),
                    true,
                )
            })
        }
        _ => None,
    }
}
