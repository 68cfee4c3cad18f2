//! A verdict as people read it: what it is, why, and what to do now.

use naik_app::check::{Certainty, Stand, Verdict, WrittenOut};
use naik_app::words::Words;

/// Longest piece of a message that is shown beside a reason, in characters.
pub(super) const PIECE: usize = 60;
/// Reasons that are shown; more convince nobody.
const REASONS: usize = 3;
/// Abbreviations that are written out.
const WRITTEN_OUT: usize = 6;

/// The verdict, its reasons with the words that they stand on, and what to do.
pub(super) fn for_people(
    verdict: &Verdict,
    text: &str,
    written_out: &[WrittenOut],
    words: &Words,
) -> String {
    let mut out = heading(verdict, words);
    let unsure = matches!(verdict.stand, Stand::Unknown | Stand::Doubtful);
    // What a message resembles is worth a look where nothing better is known.
    if verdict.matched.as_ref().is_some_and(|m| m.same || unsure) {
        out.push_str(&claim(verdict, words));
    }
    let reasons: Vec<_> = verdict
        .reasons
        .iter()
        .filter(|r| r.kind != "claim")
        .collect();
    let mut quoted = Vec::new();
    for reason in reasons.iter().take(REASONS) {
        out.push_str(&format!("  - {} [{}]\n", reason.text, reason.rule));
        let places: Vec<[usize; 2]> = reason
            .places
            .iter()
            .filter(|p| p[1] - p[0] < text.len() || text.len() < PIECE)
            .take(4)
            .copied()
            .collect();
        let pieces: Vec<String> = places
            .iter()
            .filter_map(|[from, to]| text.get(*from..*to))
            .map(|piece| format!("\"{}\"", shortened(piece, PIECE)))
            .collect();
        if !pieces.is_empty() {
            out.push_str(&format!("      {}\n", pieces.join(" + ")));
        }
        quoted.extend(places);
    }
    if reasons.len() > REASONS {
        let more = (reasons.len() - REASONS).to_string();
        let more = words.label("reasons-more", &[("count", &more)]);
        out.push_str(&format!("    {more}\n"));
    }
    out.push_str(&spelled(written_out, &quoted));
    if !verdict.advice.is_empty() {
        out.push_str(&format!("  → {}\n", verdict.advice));
    }
    out.trim_end().to_owned()
}

/// What it is, how sure that is, and what it means.
fn heading(verdict: &Verdict, words: &Words) -> String {
    let label = |key: &str| words.label(key, &[]);
    let stand = verdict.stand.key();
    let (sign, sure, means) = match (verdict.stand, verdict.certainty) {
        (Stand::Unknown, _) => ("·", None, "means"),
        (Stand::Doubtful, _) => ("?", None, "means"),
        (_, Certainty::Yakin) | (Stand::Hoax, _) => ("✗", Some("certainty-sure"), "means"),
        _ => ("!", Some("certainty-wary"), "wary"),
    };
    let sure = sure.map_or(String::new(), |key| format!(" ({})", label(key)));
    format!(
        "{sign} {}{sure}\n  {}\n",
        label(&format!("stand-{stand}")),
        label(&format!("stand-{stand}-{means}"))
    )
}

/// The claim that the message repeats, what is true, and who says so since when.
fn claim(verdict: &Verdict, words: &Words) -> String {
    let Some(found) = &verdict.matched else {
        return String::new();
    };
    let key = if found.same {
        "match-same"
    } else {
        "match-alike"
    };
    let label = |key: &str| words.label(key, &[]);
    let mut out = format!("  {}: {}\n", label(key), found.says);
    out.push_str(&format!("    {}: {}\n", label("match-truth"), found.truth));
    out.push_str(&format!("    {}, {}", found.source, found.date));
    if let Some(url) = &found.url {
        out.push_str(&format!(" · {url}"));
    }
    out.push_str(&format!(" [{}]\n", found.claim));
    if !found.since.is_empty() {
        let since = words.label("claim-since", &[("date", &found.since)]);
        out.push_str(&format!("    {since}\n"));
    }
    out
}

/// Abbreviations within what was quoted: `hub = hubungi, utk = untuk`.
fn spelled(written_out: &[WrittenOut], quoted: &[[usize; 2]]) -> String {
    let pairs: Vec<String> = written_out
        .iter()
        .filter(|w| {
            quoted
                .iter()
                .any(|[from, to]| *from <= w.span.from && w.span.to <= *to)
        })
        .take(WRITTEN_OUT)
        .map(|w| format!("{} = {}", w.form, w.means))
        .collect();
    if pairs.is_empty() {
        String::new()
    } else {
        format!("    ({})\n", pairs.join(", "))
    }
}

/// On one line, with `…` where it was cut; control characters don't reach the terminal.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match plain.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", plain.get(..at).unwrap_or_default()),
        None => plain,
    }
}
