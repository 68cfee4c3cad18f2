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

#[expect(
    clippy::expect_used,
    reason = "the files are embedded and a test reads every template"
)]
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
            slots.extend(parse(
                toml::from_str(file).expect("wording files are well formed"),
            ));
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

/// The templates of a slot: the category's own first, then the common ones, unless the category says `only:`. Javanese falls back to Indonesian.
pub(crate) fn choices(lang: Lang, category: Category, slot: &str) -> Vec<Choice> {
    let find = |lang: Lang| -> Vec<Choice> {
        let slots = POOL.own.get(&(lang.code(), category));
        if let Some(only) = slots.and_then(|s| s.get(&format!("only:{slot}"))) {
            return only
                .iter()
                .map(|template| Choice {
                    template,
                    own: true,
                })
                .collect();
        }
        let own = slots.and_then(|s| s.get(slot));
        let common = POOL.common.get(lang.code()).and_then(|s| s.get(slot));
        let choice = |list: Option<&'static Vec<Template>>, own| {
            list.into_iter()
                .flatten()
                .map(move |template| Choice { template, own })
        };
        choice(own, true).chain(choice(common, false)).collect()
    };
    let found = find(lang);
    if found.is_empty() && lang == Lang::Jv {
        find(Lang::Id)
    } else {
        found
    }
}

#[cfg(test)]
mod tests {
    use naik_core::fact::Fact;
    use naik_core::facts::{Facts, Variant};
    use naik_core::money::Rupiah;
    use naik_core::permit::{Permit, PermitKind};
    use naik_core::phone::WhatsApp;
    use naik_core::quantity::Quantity;

    use super::*;
    use crate::copy::values::{Style, Value, Values};
    use crate::guard::{Guard, Status};

    /// Facts of every kind, or everything but one.
    fn full(category: Category, without: &[Fact], quantity: &str) -> Facts {
        let has = |fact| !without.contains(&fact);
        let mut facts = Facts::default();
        let some = |text: &str| Some(text.to_owned());
        let product = &mut facts.product;
        product.name = "Karya Bu Sri".into();
        product.category = category;
        product.price = Some(Rupiah::new(15_000));
        product.previous_price = Some(Rupiah::new(18_000));
        product.unit = some("bungkus");
        product.net_weight = Quantity::parse(quantity).ok();
        let price = (!has(Fact::Price)).then(|| Rupiah::new(12_000));
        product.variants = ["Kecil", "Besar"]
            .map(|n| Variant {
                name: n.into(),
                price,
                stock: None,
            })
            .into();
        let contents = |fact| {
            if has(fact) {
                vec!["tempe".to_owned(), "garam".to_owned()]
            } else {
                Vec::new()
            }
        };
        product.ingredients = contents(Fact::Ingredients);
        product.materials = contents(Fact::Materials);
        product.process = some("Diiris tipis dengan tangan, dijemur, lalu digoreng");
        product.origin = some(if has(Fact::Origin) {
            "Sanan, Malang"
        } else {
            "Dari kebun kecil. Milik kami sendiri di Sanan."
        });
        product.story = some("Bu Sri mulai di dapur. Lalu tetangga ikut. Sekarang bertiga.");
        product.usage = some(if has(Fact::Usage) {
            "Untuk camilan. Boleh juga untuk bekal. Ukuran 2 x 3 cm, muat di tas."
        } else {
            "Untuk camilan. Boleh juga untuk bekal."
        });
        product.storage = some("Simpan rapat.");
        product.shelf_life = some("3 bulan");
        product.stock = has(Fact::Stock).then_some(40);
        product.preorder_days = has(Fact::PreorderDays).then_some(2);
        product.sold_count = Some(120);
        let shop = &mut facts.shop;
        shop.name = has(Fact::ShopName).then(|| "Dapur Sri".into());
        shop.city = has(Fact::City).then(|| "Malang".into());
        shop.whatsapp = has(Fact::WhatsApp).then(|| WhatsApp::parse("081234567890").unwrap());
        facts.permits.pirt = Permit::parse(PermitKind::Pirt, "205357301012329").ok();
        facts.permits.halal = Permit::parse(PermitKind::Halal, "ID35110000123450126").ok();
        facts.permits.bpom = Permit::parse(PermitKind::Bpom, "MD123456789012").ok();
        facts.permits.nib = Permit::parse(PermitKind::Nib, "1234567890123").ok();
        facts.permits.brand = some("Bu Sri");
        facts
    }

    #[test]
    fn every_wording_can_be_said_and_may_be_said() {
        let lacks: [&[Fact]; 8] = [
            &[],
            &[Fact::Ingredients],
            &[Fact::Materials],
            &[Fact::Price],
            &[Fact::WhatsApp, Fact::ShopName, Fact::City],
            &[Fact::Stock],
            &[Fact::Usage],
            &[Fact::Stock, Fact::PreorderDays, Fact::Origin],
        ];
        let mut wrong = Vec::new();
        // Common wording is tried with things and with food, own wording with its category.
        let mut sayable: BTreeMap<String, bool> = BTreeMap::new();
        for lang in Lang::ALL {
            let pool = &*POOL;
            let common = pool.common.get(lang.code()).into_iter().flat_map(|slots| {
                [Category::Other, Category::Snack, Category::Pottery].map(|c| (c, slots))
            });
            let own = pool
                .own
                .iter()
                .filter(|((l, _), _)| *l == lang.code())
                .map(|((_, c), slots)| (*c, slots));
            for (category, slots) in common.chain(own) {
                let shops: Vec<(Values, Guard)> = lacks
                    .iter()
                    .flat_map(|w| ["250 g", "2,1 m", "200 ml"].map(|quantity| (w, quantity)))
                    .map(|(without, quantity)| {
                        let facts = full(category, without, quantity);
                        let style = Style {
                            lang,
                            ..Style::PLAIN
                        };
                        let values = Values::of(&facts, style)
                            .with(Value::Occasion, "12.12")
                            .with(Value::Lebaran, "Lebaran");
                        (values, Guard::new(&facts))
                    })
                    .collect();
                for (slot, template) in slots
                    .iter()
                    .flat_map(|(slot, list)| list.iter().map(move |t| (slot, t)))
                {
                    let mut said = false;
                    for (values, guard) in &shops {
                        let Some(rendered) = template.render(values) else {
                            continue;
                        };
                        said = true;
                        for s in guard.check(&rendered.text).sentences {
                            if matches!(s.status, Status::Unproved | Status::Forbidden) {
                                wrong.push(format!(
                                    "{} {slot}: {:?}: {} [{}]",
                                    lang.code(),
                                    s.status,
                                    s.text,
                                    s.rule.unwrap_or_default()
                                ));
                            }
                        }
                    }
                    let key = format!("{} {slot}: {template:?}", lang.code());
                    *sayable.entry(key).or_default() |= said;
                }
            }
        }
        let never = sayable.iter().filter(|(_, said)| !**said);
        wrong.extend(never.map(|(key, _)| format!("can never be said: {key}")));
        wrong.sort();
        wrong.dedup();
        assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    }
}
