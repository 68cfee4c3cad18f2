//! The owner's own words, before they are quoted: what the rules forbid is left out, and that is told.

use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::kit::Notice;
use naik_core::message::Message;

use crate::grammar::case;
use crate::guard::Guard;
use crate::normal::sentence;

/// The facts without claims that may not stand, and a notice for each that was left out.
pub(crate) fn clean(facts: &Facts) -> (Facts, Vec<Notice>) {
    let guard = Guard::new(facts);
    let mut facts = facts.clone();
    let mut notices = Vec::new();
    let product = &mut facts.product;
    let mut cleaner = Cleaner {
        guard: &guard,
        notices: &mut notices,
    };
    product.name = cleaner
        .phrase(&pictureless(&product.name), Fact::Name)
        .unwrap_or_default();
    for (text, fact) in [
        (&mut product.process, Fact::Process),
        (&mut product.story, Fact::Story),
        (&mut product.usage, Fact::Usage),
        (&mut product.storage, Fact::Storage),
        (&mut product.shelf_life, Fact::ShelfLife),
    ] {
        *text = text.take().and_then(|t| cleaner.text(&t, fact));
    }
    for (text, fact) in [
        (&mut product.origin, Fact::Origin),
        (&mut product.unit, Fact::Unit),
        (&mut facts.shop.name, Fact::ShopName),
        (&mut facts.shop.city, Fact::City),
    ] {
        *text = text
            .take()
            .and_then(|t| cleaner.phrase(&pictureless(&t), fact));
    }
    for (items, fact) in [
        (&mut product.ingredients, Fact::Ingredients),
        (&mut product.materials, Fact::Materials),
    ] {
        *items = items
            .iter()
            .filter_map(|i| cleaner.phrase(&pictureless(i), fact))
            .collect();
    }
    product.variants = std::mem::take(&mut product.variants)
        .into_iter()
        .filter_map(|mut variant| {
            variant.name = cleaner.phrase(&pictureless(&variant.name), Fact::Variants)?;
            Some(variant)
        })
        .collect();
    for handle in [
        &mut facts.shop.instagram,
        &mut facts.shop.tiktok,
        &mut facts.shop.facebook,
    ] {
        *handle = handle.take().filter(|h| guard.allows(h));
    }
    (facts, notices)
}

struct Cleaner<'a> {
    guard: &'a Guard,
    notices: &'a mut Vec<Notice>,
}

impl Cleaner<'_> {
    /// Free text without the sentences that may not stand.
    fn text(&mut self, text: &str, fact: Fact) -> Option<String> {
        let mut kept = Vec::new();
        for part in sentence::texts(text) {
            let part = case::tidy(part);
            let report = self.guard.check(&part);
            if report.is_clean() {
                kept.push(case::stopped(&part));
            } else {
                let rule = report
                    .sentences
                    .into_iter()
                    .find_map(|s| s.rule)
                    .unwrap_or_default();
                self.tell("copy-sentence-left-out", fact, &part, &rule);
            }
        }
        // A short entry such as `3 bulan` is no sentence: it keeps its form.
        match kept.as_slice() {
            [] => None,
            [only] if !text.trim().ends_with('.') => Some(only.trim_end_matches('.').to_owned()),
            _ => Some(kept.join(" ")),
        }
    }

    /// A name or a list item without the words that may not stand.
    fn phrase(&mut self, text: &str, fact: Fact) -> Option<String> {
        let text = case::tidy(text);
        if text.is_empty() || self.guard.allows(&text) {
            return Some(text).filter(|t| !t.is_empty());
        }
        let rule = self
            .guard
            .check(&text)
            .sentences
            .into_iter()
            .find_map(|s| s.rule)
            .unwrap_or_default();
        self.tell("copy-words-left-out", fact, &text, &rule);
        let words: Vec<&str> = text.split(' ').collect();
        // The fewest neighbouring words whose absence makes it clean.
        (1..words.len().min(5)).find_map(|count| {
            (0..=words.len() - count).find_map(|start| {
                let rest: Vec<&str> = words
                    .iter()
                    .enumerate()
                    .filter(|(i, _)| !(start..start + count).contains(i))
                    .map(|(_, w)| *w)
                    .collect();
                let rest = rest.join(" ");
                (!rest.is_empty() && self.guard.allows(&rest)).then_some(rest)
            })
        })
    }

    fn tell(&mut self, key: &str, fact: Fact, text: &str, rule: &str) {
        let message = Message::new(key)
            .with("fact", fact.key())
            .with("text", case::cut(text, 80))
            .with("rule", rule);
        self.notices.push(Notice::mend(message));
    }
}

/// A name without emoji, quotation marks of curly kinds and template marks.
fn pictureless(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|c| {
            !matches!(u32::from(*c), 0x1f000..=0x1faff | 0x2600..=0x27bf | 0x2b00..=0x2bff | 0x2300..=0x23ff | 0xfe00..=0xfe0f | 0x200b..=0x200f | 0x202a..=0x202e | 0xe0000..=0xe007f)
                && !"{}[]#".contains(*c)
        })
        .collect();
    case::tidy(&kept)
        .trim_end_matches(['.', '!', '?', ','])
        .to_owned()
}
