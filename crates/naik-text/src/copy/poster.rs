//! Words for posters: short, and each from a fact.

use super::writer::{Manner, Writer, words};
use super::{PosterCopy, Slide};

/// Headlines, benefits, calls and three slides.
pub(crate) fn write(writer: &mut Writer<'_>) -> PosterCopy {
    let headlines = headlines(writer);
    let mut benefits: Vec<String> = Vec::new();
    // The order of the slots is the order of use: what sets the product apart comes first.
    for slot in ["benefit.made", "benefit.process", "benefit.proof", "benefit.size", "benefit.keep", "benefit.origin"] {
        let found = writer.candidates(slot, Manner::Plain, 12);
        benefits.extend(found.into_iter().map(|s| unstopped(&s.text)).find(|t| t.chars().count() <= 60));
    }
    let calls = take(writer, "call", 32, 6);
    let mut slide = |number: usize| {
        let title = writer
            .candidates(&format!("slide{number}.title"), Manner::Plain, 6)
            .into_iter()
            .next()
            .map(|s| unstopped(&s.text))
            .unwrap_or_default();
        let body = writer
            .candidates(&format!("slide{number}.body"), Manner::Plain, 24)
            .into_iter()
            .map(|s| s.text)
            .find(|t| t.chars().count() <= 120)
            .unwrap_or_default();
        Slide { title, body }
    };
    let slides = [slide(1), slide(2), slide(3)];
    PosterCopy { headlines, benefits, calls, slides }
}

/// At least four of 2 to 6 words; the wording with facts comes before the general one.
fn headlines(writer: &mut Writer<'_>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for slot in ["headline.fact", "headline"] {
        for said in writer.candidates(slot, Manner::Plain, 6) {
            let text = unstopped(&said.text);
            if words(&text) >= 2 && text.chars().count() <= 44 && !out.contains(&text) && out.len() < 8 {
                out.push(text);
            }
        }
    }
    out
}

fn take(writer: &mut Writer<'_>, slot: &str, longest: usize, most: usize) -> Vec<String> {
    writer
        .candidates(slot, Manner::Plain, 8)
        .into_iter()
        .map(|s| unstopped(&s.text))
        .filter(|t| t.chars().count() <= longest)
        .take(most)
        .collect()
}

/// Posters carry no full stop.
fn unstopped(text: &str) -> String {
    text.trim_end_matches('.').to_owned()
}
