//! Words for posters: short, and each from a fact.

use super::writer::{Manner, Writer, words};
use super::{PosterCopy, Slide};

/// Benefits beyond which none is sought in what is no benefit.
const ENOUGH: usize = 2;

/// Headlines, benefits, calls and three slides.
pub(crate) fn write(writer: &mut Writer<'_>) -> PosterCopy {
    let headlines = headlines(writer);
    let mut benefits: Vec<String> = Vec::new();
    // What the product is and does comes first. Where it is from and how many are left is news, no benefit: it
    // stands in only where little else is known, since posters take any of the list.
    for slot in [
        "benefit.made",
        "benefit.size",
        "benefit.process",
        "benefit.use",
        "benefit.keep",
        "benefit.proof",
        "benefit.variants",
        "benefit.origin",
        "benefit.stock",
    ] {
        let stand_in = matches!(slot, "benefit.origin" | "benefit.stock");
        if stand_in && benefits.len() >= ENOUGH {
            continue;
        }
        let found = writer.best(slot, Manner::Plain, 12, |text| text.chars().count() <= 61);
        benefits.extend(
            found
                .map(|s| unstopped(&s.text))
                .filter(|t| t.chars().count() <= 60),
        );
    }
    let calls = take(writer, "call", 32, 6);
    let slide = |number: usize| {
        let title = writer
            .best(&format!("slide{number}.title"), Manner::Plain, 6, |_| true)
            .map(|s| unstopped(&s.text))
            .unwrap_or_default();
        let body = writer
            .best(&format!("slide{number}.body"), Manner::Plain, 24, |text| {
                text.chars().count() <= 120
            })
            .map(|s| s.text)
            .unwrap_or_default();
        Slide { title, body }
    };
    let slides = [slide(1), slide(2), slide(3)];
    PosterCopy {
        headlines,
        benefits,
        calls,
        slides,
    }
}

/// At least four of 2 to 6 words: invitations and facts in turn.
fn headlines(writer: &mut Writer<'_>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let invitations = writer.candidates("headline", Manner::Plain, 6);
    let facts = writer.candidates("headline.fact", Manner::Plain, 6);
    let pairs = invitations.len().max(facts.len());
    // An invitation, a fact, an invitation: a poster already has the name and the price.
    let mixed = (0..pairs)
        .flat_map(|i| [invitations.get(i), facts.get(i)])
        .flatten();
    for said in mixed {
        let text = unstopped(&said.text);
        if words(&text) >= 2 && text.chars().count() <= 44 && !out.contains(&text) && out.len() < 8
        {
            out.push(text);
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
