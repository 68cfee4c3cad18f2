//! Who picks the words: by seed, without repeating, and never past the guard.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use naik_core::category::Category;
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::lang::Lang;
use naik_core::seed::Seed;

use super::address::Context;
use super::template::Rendered;
use super::values::{Style, Value, Values};
use super::vocabulary::Vocabulary;
use super::{CopyOptions, Sentence, occasion, pool};
use crate::grammar::case;
use crate::guard::{Guard, Status};
use crate::normal::{fold::fold, sentence};

/// Days before Idulfitri in which its jars are spoken of.
const LEBARAN_DAYS: i32 = 40;

/// How a place writes: which values it uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Manner {
    /// `Rp15.000`, owner's sentences whole.
    Plain,
    /// `15rb`, owner's sentences only when short.
    Chat,
    /// As plain, without numbers, links and accounts: marketplaces refuse them.
    Market,
}

/// A text made of one template.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) text: String,
    pub(crate) facts: Vec<Fact>,
}

/// The state of one kit's copy.
pub(crate) struct Writer<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) lang: Lang,
    pub(crate) category: Category,
    pub(crate) seed: Seed,
    guard: Guard,
    /// Texts that the guard has read: wordings are tried again and again.
    read: RefCell<BTreeMap<String, bool>>,
    values: BTreeMap<Manner, Values>,
    /// Sentences said so far, folded.
    said: BTreeSet<String>,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(facts: &'a Facts, options: &CopyOptions) -> Self {
        let lang = options.lang;
        let plain = Style {
            lang,
            ..Style::PLAIN
        };
        let chat = Style {
            lang,
            chat: true,
            quote: 18,
            ..Style::PLAIN
        };
        // A listing in Javanese is a listing that nobody searches: it stays Indonesian, its lists, too.
        let market = Style {
            contacts: false,
            lang: if lang == Lang::Jv { Lang::Id } else { lang },
            ..plain
        };
        let near_lebaran = occasion::is_near("idulfitri", options.date, LEBARAN_DAYS);
        let mut writer = Self {
            facts,
            lang,
            category: facts.product.category,
            seed: options.seed,
            guard: Guard::new(facts),
            read: RefCell::new(BTreeMap::new()),
            values: [
                (Manner::Plain, Values::of(facts, plain)),
                (Manner::Chat, Values::of(facts, chat)),
                (Manner::Market, Values::of(facts, market)),
            ]
            .into(),
            said: BTreeSet::new(),
        };
        if near_lebaran {
            writer.set(Value::Lebaran, "Lebaran");
        }
        writer
    }

    /// A value as a manner writes it.
    pub(crate) fn value(&self, value: Value, manner: Manner) -> Option<String> {
        self.values.get(&manner)?.get(value).map(str::to_owned)
    }

    /// Sets a value for the texts to come, such as the day's occasion.
    pub(crate) fn set(&mut self, value: Value, text: &str) {
        for values in self.values.values_mut() {
            *values = values.with(value, text);
        }
    }

    /// Whether a text may stand.
    pub(crate) fn allows(&self, text: &str) -> bool {
        if let Some(known) = self.read.borrow().get(text) {
            return *known;
        }
        let allowed = self.guard.allows(text);
        self.read.borrow_mut().insert(text.to_owned(), allowed);
        allowed
    }

    /// A sentence for a slot that was not said before and has at most `most` words; the choice follows the seed.
    pub(crate) fn say(&mut self, slot: &str, manner: Manner, most: usize) -> Option<Said> {
        self.say_where(slot, manner, most, |_| true)
    }

    /// As `say`, among the wordings that fit.
    pub(crate) fn say_where(
        &mut self,
        slot: &str,
        manner: Manner,
        most: usize,
        fits: impl Fn(&str) -> bool,
    ) -> Option<Said> {
        let found = self
            .candidates(slot, manner, most)
            .into_iter()
            .find(|s| fits(&s.text) && !self.was_said(&s.text));
        if let Some(said) = &found {
            self.remember(&said.text);
        }
        found
    }

    /// As `say`, but says something again rather than nothing.
    pub(crate) fn say_anyway(&mut self, slot: &str, manner: Manner, most: usize) -> Option<Said> {
        self.say(slot, manner, most)
            .or_else(|| self.candidates(slot, manner, most).into_iter().next())
    }

    /// As `say`, going on from what a text has said: one way of address, and where `once` is set the product, the
    /// shop and its town are presented once.
    pub(crate) fn go_on(
        &mut self,
        slot: &str,
        manner: Manner,
        most: usize,
        begun: &str,
        once: bool,
    ) -> Option<Said> {
        let get = |value| self.value(value, Manner::Plain);
        let (hail, name) = (get(Value::Hail), get(Value::Name));
        let (shop, city) = (get(Value::Shop), get(Value::City));
        let context = Context {
            lang: self.lang,
            hail: hail.as_deref().unwrap_or_default(),
            name: name.as_deref(),
            shop: shop.as_deref(),
            city: city.as_deref(),
        };
        self.say_where(slot, manner, most, |text| {
            context.addresses_alike(begun, text) && !(once && context.presents_again(begun, text))
        })
    }

    /// The templates of a slot that don't speak of another thing of the category.
    fn choices(&self, slot: &str) -> Vec<pool::Choice> {
        let vocabulary = Vocabulary::of(self.category);
        let product = &self.facts.product;
        let sold = vocabulary.sold(&product.name, product.unit.as_deref());
        let mut choices = pool::choices(self.lang, self.category, slot);
        choices.retain(|choice| !vocabulary.name_another(choice.template.words(), &sold));
        choices
    }

    /// Every wording of a slot that the facts and the guard allow, in the order of the file.
    pub(crate) fn in_order(&self, slot: &str, manner: Manner) -> Vec<Said> {
        let Some(values) = self.values.get(&manner) else {
            return Vec::new();
        };
        self.choices(slot)
            .into_iter()
            .filter_map(|choice| choice.template.render(values))
            .map(|r| self.finish(r))
            .filter(|s| self.allows(&s.text))
            .collect()
    }

    /// A filled template as it is said: a large first letter, and no `Laundry Jaya dari Jaya`.
    fn finish(&self, rendered: Rendered) -> Said {
        let mut text = case::sentence(&rendered.text);
        let both = self
            .value(Value::Name, Manner::Plain)
            .zip(self.value(Value::Shop, Manner::Plain));
        if let Some((name, shop)) = both
            && name.to_lowercase().contains(&shop.to_lowercase())
        {
            for between in [
                ", dari ",
                " dari ",
                ", from ",
                " from ",
                ", saking ",
                " saking ",
                " ini datang dari ",
            ] {
                text = text.replace(&format!("{name}{between}{shop}"), &name);
            }
        }
        Said {
            text,
            facts: rendered.facts,
        }
    }

    /// The first wording of a slot, in the order of the file, that the facts and the guard allow.
    pub(crate) fn best(
        &self,
        slot: &str,
        manner: Manner,
        most: usize,
        fits: impl Fn(&str) -> bool,
    ) -> Option<Said> {
        self.in_order(slot, manner)
            .into_iter()
            .find(|s| words(&s.text) <= most && fits(&s.text))
    }

    /// Every wording of a slot that the facts and the guard allow, in the seed's order, the category's own mostly first.
    pub(crate) fn candidates(&mut self, slot: &str, manner: Manner, most: usize) -> Vec<Said> {
        let mut seed = self.seed.of(slot).of(&self.said.len().to_string());
        let mut choices: Vec<(f64, pool::Choice)> = self
            .choices(slot)
            .into_iter()
            .map(|choice| (seed.unit() + if choice.own { 0.0 } else { 0.6 }, choice))
            .collect();
        choices.sort_by(|a, b| a.0.total_cmp(&b.0));
        let Some(values) = self.values.get(&manner) else {
            return Vec::new();
        };
        choices
            .into_iter()
            .filter_map(|(_, choice)| choice.template.render(values))
            .map(|r| self.finish(r))
            .filter(|s| words(&s.text) <= most && self.allows(&s.text))
            .filter(|s| !self.says_the_kind_twice(&s.text))
            .collect()
    }

    /// Whether a text names a thing beside its kind where both are one word: `Mencari sepatu? Ada Sepatu.`
    fn says_the_kind_twice(&self, text: &str) -> bool {
        let get = |value| self.value(value, Manner::Plain).unwrap_or_default();
        let (name, kind) = (get(Value::Name).to_lowercase(), get(Value::Kind));
        !kind.is_empty() && name == kind && text.to_lowercase().matches(&kind).count() > 1
    }

    /// Whether more than half of a text was said before in this kit: a new lead-in may quote the owner again.
    pub(crate) fn was_said(&self, text: &str) -> bool {
        let (all, again) = sentence::texts(text).fold((0, 0), |(all, again), s| {
            (all + 1, again + usize::from(self.said.contains(&key(s))))
        });
        again * 2 > all
    }

    /// Marks a text as said.
    pub(crate) fn remember(&mut self, text: &str) {
        for s in sentence::texts(text) {
            self.said.insert(key(s));
        }
    }

    /// The sentences of a finished text with what proves them; what the templates named is kept beside what the guard found.
    pub(crate) fn account(&self, text: &str, said: &[Said]) -> Vec<Sentence> {
        self.guard
            .check(text)
            .sentences
            .into_iter()
            .map(|checked| {
                let named = said
                    .iter()
                    .filter(|s| s.text.contains(&checked.text) || checked.text.contains(&s.text))
                    .flat_map(|s| s.facts.iter().copied())
                    .filter(|f| self.facts.has(*f));
                let mut facts: Vec<Fact> = checked.facts.into_iter().chain(named).collect();
                facts.sort_unstable();
                facts.dedup();
                let told = facts
                    .iter()
                    .any(|f| !matches!(f, Fact::Name | Fact::ShopName | Fact::Category));
                let status = match checked.status {
                    Status::Neutral if told => Status::Proved,
                    other => other,
                };
                Sentence {
                    text: checked.text,
                    status,
                    facts,
                }
            })
            .collect()
    }
}

fn key(sentence: &str) -> String {
    fold(sentence)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Words as a reader counts them, hashtags and emoji included.
pub(crate) fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// How many emoji stand in a text: pictographs, counting joined ones once.
pub(crate) fn emoji(text: &str) -> usize {
    let mut count = 0;
    let mut joined = false;
    for c in text.chars() {
        match u32::from(c) {
            0x200d => joined = true,
            0x1f000..=0x1faff | 0x2600..=0x27bf | 0x2b00..=0x2bff | 0x2300..=0x23ff => {
                if !joined && !matches!(u32::from(c), 0x1f3fb..=0x1f3ff) {
                    count += 1;
                }
                joined = false;
            }
            _ => {}
        }
    }
    count
}
