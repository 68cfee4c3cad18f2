//! What a category is called, and the words that go with it: `data/copy/vocabulary.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use naik_core::category::Category;
use naik_core::lang::Lang;
use serde::Deserialize;

/// The words of one category.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vocabulary {
    /// What one calls it when nothing more is known.
    noun: String,
    noun_en: String,
    /// Several of them in English, as one looks for them: `snacks`.
    many_en: String,
    /// The same of single words of a product's name: `sepatu` are `shoes`.
    #[serde(default)]
    english: BTreeMap<String, String>,
    /// Words that name the kind when they stand in the product's name, the more telling first.
    kinds: Vec<String>,
    /// Single things of the category: a sentence about one of them is not said of another.
    #[serde(default)]
    goods: Vec<String>,
    /// Words for several kinds of goods: a `baju` may be a tunic or a shirt, `clothes` in English.
    #[serde(default)]
    of: BTreeMap<String, Vec<String>>,
    /// What a unit says of the thing: batik by the `lembar` is cloth.
    #[serde(default)]
    units: BTreeMap<String, String>,
    /// For the hook, the price and the call, in this order.
    pub(crate) emoji: Vec<String>,
    /// Hashtags without `#`.
    pub(crate) tags: Vec<String>,
    /// What a marketplace title may end with when the facts are few: uses, not qualities.
    pub(crate) title_ends: Vec<String>,
    pub(crate) title_ends_en: Vec<String>,
    /// Examples for the questions, by fact.
    pub(crate) examples: BTreeMap<String, String>,
}

static ALL: LazyLock<BTreeMap<Category, Vocabulary>> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads every row"
)]
fn load() -> BTreeMap<Category, Vocabulary> {
    toml::from_str(include_str!("../../data/copy/vocabulary.toml"))
        .expect("vocabulary.toml is well formed")
}

impl Vocabulary {
    pub(crate) fn of(category: Category) -> &'static Self {
        &ALL[&category]
    }

    /// The kind of thing that a name gives away, or else the category's noun.
    pub(crate) fn kind(&self, name: &str, lang: Lang) -> String {
        let lower = format!(" {} ", name.to_lowercase());
        if lang == Lang::En {
            return lower
                .split_whitespace()
                .find_map(|word| self.english.get(word))
                .unwrap_or(&self.many_en)
                .clone();
        }
        self.kinds
            .iter()
            .find(|kind| lower.contains(&format!(" {kind} ")))
            .unwrap_or(&self.noun)
            .clone()
    }

    /// The goods that a product's name and unit give away.
    pub(crate) fn sold(&self, name: &str, unit: Option<&str>) -> Vec<String> {
        let name = name.to_lowercase();
        let told = unit.and_then(|unit| self.units.get(&unit.to_lowercase()));
        name.split(|c: char| !c.is_alphanumeric())
            .filter(|word| self.is_good(word))
            .map(str::to_owned)
            .chain(told.cloned())
            .collect()
    }

    /// Whether words speak only of things of this category that are not sold here: a cup, where a jar is sold, or
    /// any single thing where the name gives none away.
    pub(crate) fn name_another(
        &self,
        words: impl Iterator<Item = String>,
        sold: &[String],
    ) -> bool {
        let is_sold = |spoken: &String| {
            sold.contains(spoken)
                || self
                    .of
                    .get(spoken)
                    .is_some_and(|kinds| kinds.iter().any(|kind| sold.contains(kind)))
        };
        let spoken: Vec<String> = words.filter_map(|word| self.good(&word)).collect();
        !spoken.is_empty() && !spoken.iter().any(is_sold)
    }

    /// The thing that a word names, without its `-nya`.
    fn good(&self, word: &str) -> Option<String> {
        ["", "nya", "mu", "ku"]
            .iter()
            .filter_map(|ending| word.strip_suffix(ending))
            .find(|stem| self.is_good(stem))
            .map(str::to_owned)
    }

    fn is_good(&self, word: &str) -> bool {
        self.goods.iter().any(|good| good == word)
            || self.of.contains_key(word)
            || self.of.values().flatten().any(|good| good == word)
    }

    /// The category's noun.
    pub(crate) fn noun(&self, lang: Lang) -> &str {
        if lang == Lang::En {
            &self.noun_en
        } else {
            &self.noun
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jar_is_not_praised_as_a_cup() {
        let pottery = Vocabulary::of(Category::Pottery);
        let speaks = |text: &str, name: &str| {
            pottery.name_another(
                text.split(' ').map(str::to_owned),
                &pottery.sold(name, None),
            )
        };
        assert!(speaks("cangkirnya mana", "Guci Gerabah"));
        assert!(!speaks("cangkirnya mana", "Cangkir Gerabah"));
        assert!(speaks("cangkirnya mana", "Gerabah Dinoyo"));
        assert!(!speaks("cangkirnya mana", "Mug Dinoyo"));
        assert!(!speaks("dari tanah ke meja", "Guci Gerabah"));
    }

    #[test]
    fn shoes_and_bags_are_no_clothes() {
        let fashion = Vocabulary::of(Category::Fashion);
        let speaks = |text: &str, name: &str| {
            fashion.name_another(
                text.split(' ').map(str::to_owned),
                &fashion.sold(name, None),
            )
        };
        assert!(speaks("besok pakai baju apa", "Sepatu Kulit Jaya"));
        assert!(speaks("satu baju banyak acara", "Ransel Kanvas"));
        assert!(speaks("satu baju banyak acara", "Koleksi Aira"));
        assert!(!speaks("satu baju banyak acara", "Gamis Katun Aira"));
        assert!(!speaks("tas mana yang dibawa", "Ransel Kanvas"));
        assert!(!speaks("sudah siap untuk besok", "Ransel Kanvas"));
        let batik = Vocabulary::of(Category::Batik);
        assert_eq!(batik.sold("Batik Tulis Kawung", Some("lembar")), ["kain"]);
    }

    #[test]
    fn every_category_has_words() {
        for category in Category::all() {
            let words = Vocabulary::of(category);
            assert!(
                words.emoji.len() >= 3 && words.tags.len() >= 2 && !words.title_ends.is_empty()
            );
            assert!(
                !words.title_ends_en.is_empty() && words.examples.len() >= 5,
                "{category:?}"
            );
        }
        assert_eq!(
            Vocabulary::of(Category::Snack).kind("Keripik Tempe Bu Sri", Lang::Id),
            "keripik tempe"
        );
    }
}
