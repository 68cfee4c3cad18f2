//! A verdict as a page shows it: the word, the message with its marks, reasons, addresses, what to do, a lesson.

use minijinja::{Value, context};
use naik_app::check::{Certainty, Link, Reason, Stand, Trait, Verdict};
use naik_app::platform::check::Checked;
use naik_core::encode::percent;

use crate::front::visit::Visit;

/// Reasons that are shown; more convince nobody.
const REASONS: usize = 5;
/// Marks in one message: a wall of marks shows nothing.
const MARKS: usize = 200;
/// Addresses that are listed.
const LINKS: usize = 8;
/// Signs of an address that are told.
const SIGNS: usize = 3;

/// The one word of a verdict, and how it looks.
pub(crate) struct Word {
    /// `scam`, `hoax`, `ordinary` … in message keys.
    pub(crate) key: &'static str,
    /// `buruk`, `tunggu`, `ok` or `netral`.
    pub(crate) color: &'static str,
    pub(crate) icon: &'static str,
    /// Whether it is sure: only bad words are sure or wary.
    pub(crate) sure: Option<bool>,
}

/// The word of a verdict.
pub(crate) fn word(checked: &Checked) -> Word {
    let verdict = &checked.verdict;
    let sure = verdict.certainty == Certainty::Yakin || verdict.stand == Stand::Hoax;
    let bad = |key, icon| Word {
        key,
        icon,
        color: if sure { "buruk" } else { "tunggu" },
        sure: Some(sure),
    };
    let mild = |key, icon, color| Word {
        key,
        icon,
        color,
        sure: None,
    };
    match verdict.stand {
        Stand::Hoax => bad("hoax", "shield-x"),
        Stand::Scam => bad("scam", "triangle-alert"),
        Stand::Judol => bad("judol", "dices"),
        Stand::Abuse => bad("abuse", "message-circle-warning"),
        Stand::Doubtful => mild("doubtful", "circle-alert", "tunggu"),
        Stand::Unknown if checked.ordinary => mild("ordinary", "shield-check", "ok"),
        Stand::Unknown => mild("unknown", "circle-question-mark", "netral"),
    }
}

impl Visit {
    /// The word in the reader's language; a wary one says that it is alike, not that it is.
    pub(crate) fn verdict_word(&self, word: &Word) -> String {
        let wary = if word.sure == Some(false) {
            "-mirip"
        } else {
            ""
        };
        self.say(&format!("cek-putusan-{}{wary}", word.key), &[])
    }
}

/// All that the page of a verdict is given.
pub(crate) fn shown(visit: &Visit, text: &str, checked: &Checked) -> Value {
    let verdict = &checked.verdict;
    let word = word(checked);
    let name = visit.verdict_word(&word);
    let wary = if word.sure == Some(false) {
        "-mirip"
    } else {
        ""
    };
    let reasons = once_each(&told(verdict));
    let unsure = matches!(verdict.stand, Stand::Unknown | Stand::Doubtful);
    let matched = verdict
        .matched
        .as_ref()
        .filter(|found| found.same || unsure)
        .map(|found| {
            context! {
                same => found.same, says => found.says.clone(), truth => found.truth.clone(),
                source => found.source.clone(), date => found.date.clone(), url => found.url.clone(),
            }
        });
    context! {
        key => word.key,
        color => word.color,
        icon => word.icon,
        word => name.clone(),
        sure => word.sure,
        means => visit.say(&format!("cek-putusan-{}{wary}-isi", word.key), &[]),
        signs => reasons.len(),
        pieces => pieces(text, &reasons),
        reasons => reasons.iter().map(|(n, reason, _)| context! {
            n => n, text => reason.text.clone(),
        }).collect::<Vec<_>>(),
        links => links(visit, &verdict.links),
        matched => matched,
        advice => verdict.advice.clone(),
        lesson => lesson(visit, verdict),
        share => share(visit, &name, &word, checked),
        text => text,
        label => verdict.label.key(),
    }
}

/// Reasons that are told: what a claim says stands by itself, and what an address gives away is told beside it, where
/// rules say why.
fn told(verdict: &Verdict) -> Vec<&Reason> {
    let by_rule = |reason: &&Reason| !matches!(reason.kind.as_str(), "claim" | "link" | "model");
    let ruled = verdict.reasons.iter().any(|reason| by_rule(&reason));
    verdict
        .reasons
        .iter()
        .filter(|reason| reason.kind != "claim" && (!ruled || reason.kind != "link"))
        .collect()
}

/// A reason with its number and all its places.
type Told<'v> = (usize, &'v Reason, Vec<[usize; 2]>);

/// Whether a reason adds nothing to another: it says the same, or it is the same trick seen at the same words.
fn repeats(reason: &Reason, known: &Reason, places: &[[usize; 2]]) -> bool {
    let within = |at: &[usize; 2]| {
        places
            .iter()
            .any(|[from, to]| *from <= at[0] && at[1] <= *to)
    };
    reason.text == known.text || reason.kind == known.kind && reason.places.iter().all(within)
}

/// Reasons that repeat each other are one, with the places of all: signs are counted once.
fn once_each<'v>(all: &[&'v Reason]) -> Vec<Told<'v>> {
    let mut found: Vec<Told<'v>> = Vec::new();
    for reason in all {
        let same = found
            .iter()
            .position(|(_, known, places)| repeats(reason, known, places));
        let number = found.len() + 1;
        match same.and_then(|at| found.get_mut(at)) {
            Some((_, _, places)) => places.extend(&reason.places),
            None if number <= REASONS => found.push((number, reason, reason.places.clone())),
            None => {}
        }
    }
    found
}

/// The message in pieces, each with the numbers of the reasons that stand on it: `1, 3`. Joined, they are the message
/// without what turns the direction of writing, which would show it otherwise than it is.
fn pieces(text: &str, reasons: &[Told<'_>]) -> Vec<Value> {
    let mut marks: Vec<(usize, usize, usize)> = reasons
        .iter()
        .flat_map(|(n, _, places)| places.iter().map(|[from, to]| (*from, *to, *n)))
        // What stands on the whole text marks nothing.
        .filter(|(from, to, _)| from < to && to - from < text.len())
        .take(MARKS)
        .collect();
    marks.sort_unstable();
    let mut edges: Vec<usize> = marks
        .iter()
        .flat_map(|(from, to, _)| [*from, *to])
        .chain([0, text.len()])
        .filter(|at| text.is_char_boundary(*at))
        .collect();
    edges.sort_unstable();
    edges.dedup();
    let mut pieces: Vec<(String, Vec<usize>)> = Vec::new();
    for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
        let mut number: Vec<usize> = marks
            .iter()
            .filter(|(start, end, _)| start <= from && to <= end)
            .map(|(_, _, n)| *n)
            .collect();
        number.sort_unstable();
        number.dedup();
        let said: String = text
            .get(*from..*to)
            .unwrap_or_default()
            .chars()
            .filter(|c| !turns(*c))
            .collect();
        match pieces.last_mut() {
            Some((before, same)) if *same == number => before.push_str(&said),
            _ => pieces.push((said, number)),
        }
    }
    pieces
        .into_iter()
        .map(|(text, n)| {
            let n: Vec<String> = n.iter().map(usize::to_string).collect();
            context! { text => text, n => (!n.is_empty()).then(|| n.join(", ")) }
        })
        .collect()
}

/// Marks that turn the direction of writing.
fn turns(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Each address once: whose it is, or what it gives away.
fn links(visit: &Visit, all: &[Link]) -> Vec<Value> {
    let mut seen: Vec<&str> = Vec::new();
    let mut shown = Vec::new();
    for link in all {
        if seen.contains(&link.host.as_str()) || shown.len() >= LINKS {
            continue;
        }
        seen.push(&link.host);
        let is = |wanted: Trait| link.traits.contains(&wanted);
        let official = link.official.clone().unwrap_or_default();
        let named = [("nama", official.as_str())];
        let (color, text) = if is(Trait::Official) {
            ("ok", visit.say("cek-tautan-resmi", &named))
        } else if is(Trait::Lookalike) {
            ("buruk", visit.say("cek-tautan-tiruan", &named))
        } else {
            let signs: Vec<String> = link
                .traits
                .iter()
                .take(SIGNS)
                .map(|sign| visit.say(&format!("cek-tautan-{}", sign_key(*sign)), &[]))
                .collect();
            if signs.is_empty() {
                ("netral", visit.say("cek-tautan-asing", &[]))
            } else {
                ("tunggu", signs.join(" · "))
            }
        };
        shown.push(context! {
            host => link.host.clone(), color => color, text => text,
            number => link.number.clone(),
        });
    }
    shown
}

/// A trait's word in message keys.
fn sign_key(sign: Trait) -> String {
    serde_json::to_value(sign)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// The lesson of the rule that decided, or the one that fits the verdict.
fn lesson(visit: &Visit, verdict: &Verdict) -> Option<Value> {
    let words = visit.app.words(visit.lang);
    let fitting = match verdict.stand {
        Stand::Judol => "aman-judol",
        Stand::Abuse => "etis-bahasa",
        Stand::Scam | Stand::Doubtful if !verdict.links.is_empty() => "aman-tautan",
        Stand::Scam => "aman-akun",
        Stand::Hoax | Stand::Doubtful | Stand::Unknown => "etis-sebar",
    };
    let key = verdict
        .lesson
        .as_deref()
        .filter(|key| words.has(&format!("pelajaran-{key}")))
        .unwrap_or(fitting);
    let steps: Vec<String> = words
        .label(&format!("pelajaran-{key}-isi"), &[])
        .lines()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    Some(context! {
        key => key,
        title => words.label(&format!("pelajaran-{key}"), &[]),
        steps => steps,
    })
}

/// The verdict in short, for a group: nothing of the message is in it.
fn share(visit: &Visit, name: &str, word: &Word, checked: &Checked) -> Value {
    let verdict = &checked.verdict;
    let mut text = visit.say("cek-kirim-kepala", &[("putusan", name)]);
    if let Some(sure) = word.sure {
        let key = if sure { "cek-yakin" } else { "cek-waspada" };
        text.push_str(&format!(" ({})", visit.say(key, &[]).to_lowercase()));
    }
    for (_, reason, _) in once_each(&told(verdict)).iter().take(3) {
        text.push_str(&format!("\n- {}", reason.text));
    }
    if let Some(found) = verdict.matched.as_ref().filter(|found| found.same) {
        text.push_str(&format!("\n{}, {}", found.source, found.date));
        if let Some(url) = &found.url {
            text.push_str(&format!("\n{url}"));
        }
    }
    if !verdict.advice.is_empty() {
        text.push_str(&format!("\n\n{}", verdict.advice));
    }
    let place = format!("{}/cek", visit.origin);
    text.push_str(&format!(
        "\n\n{}",
        visit.say("cek-kirim-kaki", &[("alamat", &place)])
    ));
    context! {
        href => format!("https://wa.me/?text={}", percent(&text, b"")),
        text => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(text: &str, places: &[[usize; 2]]) -> Reason {
        Reason {
            kind: "prize".to_owned(),
            rule: "r".to_owned(),
            span: [0, 0],
            chars: [0, 0],
            places: places.to_vec(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn marks_lie_where_the_reasons_stand() {
        let text = "é <b>klik</b> \u{202e}otp";
        let (a, b) = (
            reason("satu", &[[3, 10]]),
            reason("dua", &[[6, 14], [1, 4], [900, 901]]),
        );
        let told = once_each(&[&a, &b, &a]);
        assert_eq!(told.len(), 2, "what says the same is one");
        let shown: Vec<(String, String)> = pieces(text, &told)
            .iter()
            .map(|piece| {
                (
                    piece.get_attr("text").unwrap().to_string(),
                    piece.get_attr("n").unwrap().to_string(),
                )
            })
            .collect();
        let joined: String = shown.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(joined, "é <b>klik</b> otp");
        let piece = |text: &str, n: &str| (text.to_owned(), n.to_owned());
        assert!(shown.contains(&piece("b>", "1")), "{shown:?}");
        assert!(shown.contains(&piece("klik", "1, 2")), "{shown:?}");
        assert!(shown.contains(&piece("</b>", "2")), "{shown:?}");
    }

    #[test]
    fn one_trick_at_the_same_words_is_one_sign() {
        let asks = reason("meminta kode", &[[0, 20]]);
        let mistaken = reason("mengaku salah kirim", &[[5, 12]]);
        let elsewhere = reason("meminta uang", &[[30, 40]]);
        let told = once_each(&[&asks, &mistaken, &elsewhere]);
        let texts: Vec<&str> = told.iter().map(|(_, one, _)| one.text.as_str()).collect();
        assert_eq!(texts, ["meminta kode", "meminta uang"]);
        let other = Reason {
            kind: "courier".to_owned(),
            ..reason("mengaku kurir", &[[5, 12]])
        };
        assert_eq!(
            once_each(&[&asks, &other]).len(),
            2,
            "another trick is another sign"
        );
    }
}
