//! "Perbaiki semua": everything that a program can mend without inventing anything.
//!
//! A sentence that may not stand goes; a title that a marketplace refuses becomes the copywriter's; a weight that stands
//! in the product's name is taken from there; pictures are cut again. What needs a fact that nobody told is left.

use std::path::Path;

use naik_connect::listing::{self, Finding, Product};
use naik_core::channel::{Channel, Market};
use naik_core::facts::Facts;
use naik_core::kit::{Kit, OutputKind, Status};
use naik_core::limits::Limits;
use naik_core::message::Message;
use naik_core::quantity::{Measure, Quantity};
use naik_text::copy::{self as writer, CopyOptions, Piece};
use naik_text::guard::Guard;

use super::preflight::{self, Readiness};
use super::trim;
use crate::error::AppError;
use crate::kit::{self, Made, Remake, standing};
use crate::progress::{Cancel, Step, Watch};
use crate::words::Words;

/// What came of it.
pub struct Fixed {
    /// The new version; absent where a program could mend nothing.
    pub made: Option<Made>,
    /// What was mended, in words.
    pub mended: Vec<String>,
    /// How the kit stands now: what is left is for a person.
    pub left: Vec<Readiness>,
}

/// Mends everything that a program can mend and writes the new version to `out`. `photo_url` is the address under which
/// the kit's pictures can be reached, where there is one by now.
///
/// # Errors
/// When the folder is no kit, or `out` can't be written. The old version stands as it was.
pub fn fix_all(
    folder: &Path,
    out: &Path,
    photo_url: Option<&str>,
    words: &Words,
    watch: &dyn Watch,
    cancel: &Cancel,
) -> Result<Fixed, AppError> {
    let kit = standing::read(folder)?;
    let set = standing::words(folder);
    let pieces = set.as_ref().map_or(&[] as &[Piece], |set| &set.pieces);
    let plan = plan(&kit, pieces, photo_url);
    if plan.done.is_empty() {
        return Ok(Fixed {
            made: None,
            mended: Vec::new(),
            left: preflight::look(&kit, set.as_ref(), words),
        });
    }
    let parts: &[Step] = if plan.recuts { &[Step::Listings] } else { &[] };
    let mut remake = Remake::new(folder, out, parts);
    remake.facts = Some(plan.facts.clone());
    remake.photo_url = photo_url.map(str::to_owned);
    let made = kit::revise(remake, words, watch, cancel, |copy, facts| {
        let mut edited: Vec<Channel> = Vec::new();
        for text in &plan.texts {
            if copy.replace(text.channel, text.title.clone(), text.body.clone(), facts) {
                edited.push(text.channel);
            }
        }
        // The sheets name the pictures' new address.
        edited.extend(plan.links.then_some(Channel::Marketplace));
        edited
    })?;
    let set = standing::words(&made.folder);
    let left = preflight::look(&made.kit, set.as_ref(), words);
    let mended = plan.done.iter().map(|done| words.say(done).text).collect();
    Ok(Fixed {
        made: Some(made),
        mended,
        left,
    })
}

/// A text in a channel's place.
pub(super) struct NewText {
    channel: Channel,
    title: Option<String>,
    body: String,
}

/// What a program would do.
pub(super) struct Plan {
    /// The facts, with what the owner's own words prove.
    pub(super) facts: Facts,
    texts: Vec<NewText>,
    /// Whether the marketplaces' pictures are cut again.
    pub(super) recuts: bool,
    /// Whether the pictures have an address now.
    links: bool,
    done: Vec<Message>,
}

impl Plan {
    /// What the marketplaces' sheets say then.
    pub(super) fn market_text(&self, pieces: &[Piece], kit: &Kit) -> (String, String) {
        let new = self
            .texts
            .iter()
            .find(|t| t.channel == Channel::Marketplace);
        match new {
            Some(text) => (text.title.clone().unwrap_or_default(), text.body.clone()),
            None => market_text(pieces, kit),
        }
    }
}

/// What the marketplaces' sheets say now.
pub(super) fn market_text(pieces: &[Piece], kit: &Kit) -> (String, String) {
    let piece = pieces.iter().find(|p| p.channel == Channel::Marketplace);
    let name = || kit.facts.product.name.clone();
    piece.map_or_else(
        || (name(), String::new()),
        |piece| (piece.title.clone().unwrap_or_else(name), piece.body.clone()),
    )
}

/// What a marketplace says of a text with the kit's pictures and film.
pub(super) fn look(
    market: Market,
    kit: &Kit,
    facts: &Facts,
    (title, body): (String, String),
) -> Vec<Finding> {
    let mut product = Product::new(facts, kit::made_code(&kit.slug), &title, &body);
    product.images = standing::images(kit, market);
    product.video = standing::film(kit);
    listing::preflight(market, &product)
}

/// Finds what a program can mend, and how.
pub(super) fn plan(kit: &Kit, pieces: &[Piece], photo_url: Option<&str>) -> Plan {
    let mut plan = Plan {
        facts: kit.facts.clone(),
        texts: Vec::new(),
        recuts: false,
        links: false,
        done: Vec::new(),
    };
    let fails = |rule: &str| {
        Market::ALL.into_iter().any(|market| {
            let checks = preflight::checks(kit, market).unwrap_or_default();
            checks.iter().any(|c| !c.passed && c.rule == rule)
        })
    };
    if fails("weight")
        && let Some(weight) = weight_in(&kit.facts.product.name)
        && kit.facts.product.net_weight.is_none()
    {
        plan.facts.product.net_weight = Some(weight);
        plan.done
            .push(Message::new("mended-weight").with("weight", weight));
    }
    let has_pictures = kit.outputs.iter().any(|o| o.kind == OutputKind::Tidied);
    let are_bad = ["photo-count", "photo-size", "photo-bytes", "photo-format"];
    if has_pictures && are_bad.into_iter().any(fails) {
        plan.recuts = true;
        plan.done.push(Message::new("mended-photos"));
    }
    if photo_url.is_some() && fails("photo-link") {
        plan.links = true;
        plan.done.push(Message::new("mended-links"));
    }
    let date = kit.date.parse().unwrap_or(jiff::civil::Date::ZERO);
    let fresh = writer::write(
        &plan.facts,
        &CopyOptions::all(kit.lang, kit.seed.of("copy"), date),
    );
    let guard = Guard::new(&plan.facts);
    for piece in pieces {
        let fresh = fresh.pieces.iter().find(|p| p.channel == piece.channel);
        let Some(fresh) = fresh else { continue };
        let mut text = Text {
            title: piece.title.clone(),
            body: piece.body.clone(),
            fresh,
            done: Vec::new(),
        };
        text.prove(&guard);
        if piece.channel == Channel::Marketplace {
            text.suit_markets(kit, &plan.facts);
        }
        let is_new = text.title != piece.title || text.body != piece.body;
        if is_new {
            let name = piece.channel.name();
            let named = text.done.into_iter().map(|done| done.with("channel", name));
            plan.done.extend(named);
            plan.texts.push(NewText {
                channel: piece.channel,
                title: text.title,
                body: text.body,
            });
        }
    }
    plan
}

/// A text under repair, with what the copywriter would say in its place.
struct Text<'a> {
    title: Option<String>,
    body: String,
    fresh: &'a Piece,
    done: Vec<Message>,
}

impl Text<'_> {
    /// Leaves out every sentence that may not stand.
    fn prove(&mut self, guard: &Guard) {
        let bad = |text: &str| -> Vec<(usize, usize)> {
            let sentences = guard.check(text).sentences.into_iter();
            sentences
                .filter(|s| !matches!(s.status, Status::Proved | Status::Neutral))
                .map(|s| (s.from, s.to))
                .collect()
        };
        if self
            .title
            .as_deref()
            .is_some_and(|title| !bad(title).is_empty())
        {
            self.title.clone_from(&self.fresh.title);
            self.done.push(Message::new("mended-title"));
        }
        let spans = bad(&self.body);
        if spans.is_empty() {
            return;
        }
        self.done
            .push(Message::new("mended-claims").with("count", spans.len()));
        self.body = trim::without(&self.body, &spans);
        if !self.body.contains(char::is_alphanumeric) {
            self.body.clone_from(&self.fresh.body);
        }
    }

    /// Makes title and description such that each marketplace takes them.
    fn suit_markets(&mut self, kit: &Kit, facts: &Facts) {
        let markets: Vec<Market> = Market::ALL
            .into_iter()
            .filter(|market| preflight::checks(kit, *market).is_some())
            .collect();
        let failing = |title: &Option<String>, body: &str| -> Vec<(Market, &'static str)> {
            let text = (title.clone().unwrap_or_default(), body.to_owned());
            let found = markets.iter().flat_map(|market| {
                let findings = look(*market, kit, facts, text.clone()).into_iter();
                findings.filter(|f| !f.passed).map(|f| (*market, f.rule))
            });
            found.collect()
        };
        let titles = |found: &[(Market, &str)]| {
            found
                .iter()
                .filter(|(_, rule)| rule.starts_with("title-"))
                .count()
        };
        let found = failing(&self.title, &self.body);
        if titles(&found) > titles(&failing(&self.fresh.title, &self.body)) {
            self.title.clone_from(&self.fresh.title);
            self.done.push(Message::new("mended-title"));
        }
        let has = |rule: &str| found.iter().any(|(_, known)| *known == rule);
        if has("description-contact") {
            let spans = trim::contacts(&self.body);
            self.body = trim::without(&self.body, &spans);
            self.done.push(Message::new("mended-contact"));
        }
        if has("description-hashtags") {
            self.body = trim::without_hashtags(&self.body);
            self.done.push(Message::new("mended-hashtags"));
        }
        let now = failing(&self.title, &self.body);
        let short_of = |rule: &str, found: &[(Market, &str)]| {
            found.iter().filter(|(_, known)| *known == rule).count()
        };
        let length = "description-length";
        if short_of(length, &now) == 0 {
            return;
        }
        let most = markets
            .iter()
            .map(|market| Limits::get().market(*market).description[1])
            .min()
            .unwrap_or(usize::MAX);
        if self.body.chars().count() > most {
            self.body = trim::shortened(&self.body, most);
            self.done
                .push(Message::new("mended-length").with("max", most));
        } else if short_of(length, &failing(&self.title, &self.fresh.body)) < short_of(length, &now)
        {
            self.body.clone_from(&self.fresh.body);
            self.done.push(Message::new("mended-description"));
        }
    }
}

/// The weight or volume that a product's name tells; `None` unless it tells exactly one.
fn weight_in(name: &str) -> Option<Quantity> {
    let is_edge = |c: char| !c.is_alphanumeric();
    let words: Vec<&str> = name
        .split_whitespace()
        .map(|word| word.trim_matches(is_edge))
        .collect();
    let mut found: Vec<Quantity> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let next = words.get(index + 1).copied().unwrap_or_default();
        let read = Quantity::parse(word).or_else(|_| Quantity::parse(&format!("{word} {next}")));
        let weighs = |q: &Quantity| matches!(q.measure, Measure::Gram | Measure::Millilitre);
        found.extend(read.ok().filter(weighs));
    }
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_is_read_from_a_name_and_never_guessed() {
        let read = |name: &str| weight_in(name).map(|weight| weight.to_string());
        assert_eq!(read("Kopi Bubuk 250gr").as_deref(), Some("250 g"));
        assert_eq!(read("Madu Hutan (1,5 kg)").as_deref(), Some("1,5 kg"));
        for name in [
            "Kopi Bubuk",
            "Kopi 250 g atau 500 g",
            "Donat 12 pcs",
            "Kain 2 m",
            "",
        ] {
            assert_eq!(read(name), None, "{name}");
        }
    }
}
