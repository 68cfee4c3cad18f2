//! Wording by language, category and slot: the files of `data/copy/`, parsed once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use naik_core::category::Category;
use naik_core::lang::Lang;

use super::template::Template;

/// Slot name to its templates.
pub(crate) type Slots = BTreeMap<String, Vec<Template>>;

/// One template and whether it was written for the very category.
#[derive(Clone, Copy)]
pub(crate) struct Choice {
    pub(crate) template: &'static Template,
    pub(crate) own: bool,
}

struct Pool {
    common: BTreeMap<&'static str, Slots>,
    own: BTreeMap<(&'static str, Category), Slots>,
}

static POOL: LazyLock<Pool> = LazyLock::new(load);

const COMMON: &[(&str, &[&str])] = &[
    (
        "id",
        &[
            include_str!("../../data/copy/id/common.toml"),
            include_str!("../../data/copy/id/calendar.toml"),
            include_str!("../../data/copy/id/dialogue.toml"),
        ],
    ),
    ("jv", &[include_str!("../../data/copy/jv/common.toml")]),
    ("en", &[include_str!("../../data/copy/en/common.toml")]),
];

/// The files that hold one table per category.
const OWN: &[(&str, &str)] = &[
    ("id", include_str!("../../data/copy/id/food.toml")),
    ("id", include_str!("../../data/copy/id/goods.toml")),
    ("en", include_str!("../../data/copy/en/categories.toml")),
];

#[expect(clippy::expect_used, reason = "the files are embedded and a test reads every template")]
fn load() -> Pool {
    let parse = |raw: BTreeMap<String, Vec<String>>| -> Slots {
        raw.into_iter()
            .map(|(slot, texts)| {
                let texts = texts
                    .iter()
                    .map(|t| Template::parse(t).expect("every template is well formed"))
                    .collect();
                (slot, texts)
            })
            .collect()
    };
    let mut common: BTreeMap<&str, Slots> = BTreeMap::new();
    for (lang, files) in COMMON {
        let slots = common.entry(*lang).or_default();
        for file in *files {
            slots.extend(parse(toml::from_str(file).expect("wording files are well formed")));
        }
    }
    let mut own: BTreeMap<(&str, Category), Slots> = BTreeMap::new();
    for (lang, file) in OWN {
        let tables: BTreeMap<Category, BTreeMap<String, Vec<String>>> =
            toml::from_str(file).expect("wording files are well formed");
        for (category, raw) in tables {
            own.entry((*lang, category)).or_default().extend(parse(raw));
        }
    }
    Pool { common, own }
}

/// The templates of a slot: the category's own first, then the common ones. Javanese falls back to Indonesian.
pub(crate) fn choices(lang: Lang, category: Category, slot: &str) -> Vec<Choice> {
    let find = |lang: Lang| -> Vec<Choice> {
        let own = POOL.own.get(&(lang.code(), category)).and_then(|s| s.get(slot));
        let common = POOL.common.get(lang.code()).and_then(|s| s.get(slot));
        let choice = |list: Option<&'static Vec<Template>>, own| {
            list.into_iter().flatten().map(move |template| Choice { template, own })
        };
        choice(own, true).chain(choice(common, false)).collect()
    };
    let found = find(lang);
    if found.is_empty() && lang == Lang::Jv { find(Lang::Id) } else { found }
}

/// Every template of a language with its slot, for the tests.
#[cfg(test)]
pub(crate) fn all(lang: Lang) -> Vec<(Option<Category>, String, &'static Template)> {
    let pool = &*POOL;
    let common = pool
        .common
        .get(lang.code())
        .into_iter()
        .flatten()
        .flat_map(|(slot, list)| list.iter().map(move |t| (None, slot.clone(), t)));
    let own = pool
        .own
        .iter()
        .filter(|((l, _), _)| *l == lang.code())
        .flat_map(|((_, category), slots)| {
            slots.iter().flat_map(move |(slot, list)| list.iter().map(move |t| (Some(*category), slot.clone(), t)))
        });
    common.chain(own).collect()
}
