//! The facts, laid out so that a claim finds its proof: words by fact, amounts by fact, numbers on file.

use std::collections::{BTreeMap, BTreeSet};

use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::quantity::Measure;

use super::amount::{self, Unit};
use crate::copy::{Style, Template, Values};
use crate::grammar::affix::root;
use crate::normal::fold::fold;

/// What may be said, and by which fact.
#[derive(Debug)]
pub(crate) struct Evidence {
    on_file: BTreeSet<Fact>,
    /// The owner's words per fact, folded, between single spaces: ` tempe tepung beras `.
    words: Vec<(Fact, String)>,
    roots: BTreeMap<String, Fact>,
    /// Amounts in thousandths, with the fact that states them.
    amounts: Vec<(u64, Unit, Fact)>,
    /// Digits of telephone numbers and permits.
    numbers: Vec<(String, Fact)>,
    /// Names of the product and the shop, folded.
    names: Vec<(Fact, String)>,
    /// Variants, ingredients and materials by name, folded.
    items: Vec<(Fact, String)>,
    brand: Option<String>,
    provinces: Vec<(Fact, String)>,
    places: Vec<String>,
    /// The price now, in rupiah.
    pub(crate) price: Option<u64>,
    /// The price before, where it was really higher.
    pub(crate) previous: Option<u64>,
    pub(crate) sold: Option<u64>,
    pub(crate) stock: Option<u64>,
    pub(crate) variants: u64,
    values: Values,
}

impl Evidence {
    pub(crate) fn of(facts: &Facts) -> Self {
        let on_file: BTreeSet<Fact> = Fact::ALL
            .iter()
            .copied()
            .filter(|f| facts.has(*f))
            .collect();
        let texts = texts(facts);
        let mut roots = BTreeMap::new();
        let mut amounts = Vec::new();
        let mut words = Vec::new();
        for (fact, text) in &texts {
            let folded = fold(text);
            amounts.extend(
                amount::read(&folded)
                    .into_iter()
                    .map(|a| (a.thousandths, a.unit, *fact)),
            );
            let spaced = spaced(&folded);
            for word in spaced.split(' ').filter(|w| !w.is_empty()) {
                roots.entry(root(word)).or_insert(*fact);
            }
            words.push((*fact, spaced));
        }
        let product = &facts.product;
        let mut money = |value: Option<naik_core::money::Rupiah>, fact| {
            amounts.extend(value.map(|v| (v.amount().saturating_mul(1_000), Unit::Rupiah, fact)));
        };
        money(product.price, Fact::Price);
        for variant in &product.variants {
            money(variant.price, Fact::Variants);
        }
        if let Some(quantity) = product.net_weight {
            let unit = match quantity.measure {
                Measure::Gram => Unit::Gram,
                Measure::Millilitre => Unit::Millilitre,
                Measure::Centimetre => Unit::Centimetre,
                Measure::Piece => Unit::Thing("pcs".to_owned()),
            };
            amounts.push((quantity.thousandths, unit, Fact::NetWeight));
        }
        if let Some(days) = product.preorder_days {
            amounts.push((
                u64::from(days) * 1_000,
                Unit::Time("hari"),
                Fact::PreorderDays,
            ));
        }
        let price = product.price.map(|p| p.amount());
        Self {
            on_file,
            words,
            roots,
            amounts,
            numbers: numbers(facts),
            names: [
                (Fact::Name, Some(&product.name)),
                (Fact::ShopName, facts.shop.name.as_ref()),
            ]
            .into_iter()
            .filter_map(|(fact, name)| Some((fact, spaced(&fold(name?)))))
            .filter(|(_, name)| name.len() > 3)
            .collect(),
            items: product
                .variants
                .iter()
                .map(|v| (Fact::Variants, &v.name))
                .chain(product.ingredients.iter().map(|i| (Fact::Ingredients, i)))
                .chain(product.materials.iter().map(|m| (Fact::Materials, m)))
                .map(|(fact, name)| (fact, spaced(&fold(name))))
                .filter(|(_, name)| name.len() > 5)
                .collect(),
            brand: facts
                .permits
                .brand
                .as_ref()
                .map(|b| fold(b))
                .filter(|b| b.trim().len() > 2),
            provinces: [
                (Fact::City, facts.shop.city.as_ref()),
                (Fact::Origin, product.origin.as_ref()),
            ]
            .into_iter()
            .filter_map(|(fact, place)| Some((fact, super::place::province(place?)?.to_owned())))
            .collect(),
            places: [facts.shop.city.as_ref(), product.origin.as_ref()]
                .into_iter()
                .flatten()
                .map(|place| fold(place))
                .filter(|place| place.trim().len() > 3 && place.split(' ').count() <= 4)
                .collect(),
            price,
            previous: product
                .previous_price
                .map(|p| p.amount())
                .filter(|previous| price.is_some_and(|now| *previous > now)),
            sold: product.sold_count.map(u64::from),
            stock: product.stock.map(u64::from),
            variants: product.variants.len() as u64,
            values: Values::of(facts, Style::PLAIN),
        }
    }

    pub(crate) fn has(&self, fact: Fact) -> bool {
        match fact {
            // A price before is proof of a discount only where it was higher.
            Fact::PreviousPrice => self.previous.is_some(),
            Fact::SoldCount => self.sold.is_some_and(|n| n > 0),
            Fact::Stock => self.stock.is_some_and(|n| n > 0),
            Fact::PreorderDays => {
                self.on_file.contains(&fact)
                    && self.amounts.iter().any(|(n, _, f)| *f == fact && *n > 0)
            }
            _ => self.on_file.contains(&fact),
        }
    }

    /// The fact in which the owner says these words, as they stand or by the root of a single word.
    pub(crate) fn says(&self, claim: &str) -> Option<Fact> {
        let wanted = spaced(claim);
        let whole = self
            .words
            .iter()
            .find(|(_, text)| text.contains(&wanted))
            .map(|(fact, _)| *fact);
        let word = wanted.trim();
        whole.or_else(|| {
            (!word.contains(' '))
                .then(|| self.roots.get(&root(word)).copied())
                .flatten()
        })
    }

    /// The fact that names a place, or a city inside it.
    pub(crate) fn place(&self, name: &str) -> Option<Fact> {
        let wanted = spaced(name);
        self.words
            .iter()
            .find(|(_, text)| text.contains(&wanted))
            .map(|(fact, _)| *fact)
            .or_else(|| {
                self.provinces
                    .iter()
                    .find(|(_, province)| province == name)
                    .map(|(fact, _)| *fact)
            })
    }

    /// The fact that states this very amount.
    pub(crate) fn states(&self, thousandths: u64, unit: &Unit) -> Option<Fact> {
        self.amounts
            .iter()
            .find(|(n, u, _)| {
                *n == thousandths
                    && match (u, unit) {
                        (Unit::Thing(_), Unit::Thing(_)) => true,
                        (a, b) => a == b,
                    }
            })
            .map(|(_, _, fact)| *fact)
    }

    /// The fact on file with these digits.
    pub(crate) fn number(&self, digits: &str) -> Option<Fact> {
        self.numbers
            .iter()
            .find(|(n, _)| n == digits)
            .map(|(_, fact)| *fact)
    }

    /// Names that a sentence mentions: not claims, but worth pointing at.
    pub(crate) fn named_in(&self, folded: &str) -> Vec<Fact> {
        let text = spaced(folded);
        self.names
            .iter()
            .filter(|(_, name)| text.contains(name.as_str()))
            .map(|(fact, _)| *fact)
            .collect()
    }

    /// The text without the registered brand, whose words claim nothing.
    pub(crate) fn without_brand(&self, folded: &str) -> String {
        self.brand.as_ref().map_or_else(
            || folded.to_owned(),
            |brand| folded.replace(brand.as_str(), " "),
        )
    }

    /// The text without the names of product and shop, whose words are no list of contents.
    pub(crate) fn without_names(&self, folded: &str) -> String {
        let text = spaced(folded);
        self.names
            .iter()
            .fold(text, |text, (_, name)| text.replace(name.as_str(), " | "))
    }

    /// The facts that a sentence repeats: a choice or an ingredient by name, or the owner's own sentence.
    pub(crate) fn echo(&self, folded: &str) -> Vec<Fact> {
        let text = self.without_names(folded);
        let whole = spaced(folded);
        let items = self
            .items
            .iter()
            .filter(|(_, item)| text.contains(item.as_str()))
            .map(|(fact, _)| *fact);
        let quoted = self
            .words
            .iter()
            .filter(|(fact, told)| {
                matches!(
                    fact,
                    Fact::Process
                        | Fact::Story
                        | Fact::Usage
                        | Fact::Storage
                        | Fact::ShelfLife
                        | Fact::Origin
                ) && (told.contains(&whole) && whole.matches(' ').count() >= 3
                    || whole.contains(told.as_str()) && told.matches(' ').count() >= 3)
            })
            .map(|(fact, _)| *fact);
        let mut out: Vec<Fact> = items.chain(quoted).collect();
        out.dedup();
        out
    }

    /// The text with the owner's places made plain, so that `asli Malang` reads as an origin and not as a boast.
    pub(crate) fn with_places(&self, folded: &str) -> String {
        self.places.iter().fold(folded.to_owned(), |text, place| {
            text.replace(place.as_str(), "__place__")
        })
    }

    /// The first wording whose facts are on file and which breaks no rule itself.
    pub(crate) fn suggest(&self, wordings: &[Template]) -> Option<String> {
        wordings
            .iter()
            .filter_map(|t| t.render(&self.values))
            .map(|r| r.text)
            .find(|text| {
                super::rule::read(&fold(text), self)
                    .iter()
                    .all(|f| f.reason.is_none())
            })
    }
}

/// Words between single spaces, with a space at both ends.
pub(crate) fn spaced(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len() + 2);
    out.push(' ');
    for word in folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
    {
        out.push_str(word);
        out.push(' ');
    }
    out
}

/// What the owner wrote, by fact.
fn texts(facts: &Facts) -> Vec<(Fact, String)> {
    let (product, shop) = (&facts.product, &facts.shop);
    let mut out: Vec<(Fact, String)> = Vec::new();
    let mut add = |fact, text: Option<&String>| out.extend(text.map(|t| (fact, t.clone())));
    add(Fact::Ingredients, Some(&product.ingredients.join(", ")));
    add(Fact::Materials, Some(&product.materials.join(", ")));
    let variants: Vec<&str> = product.variants.iter().map(|v| v.name.as_str()).collect();
    add(Fact::Variants, Some(&variants.join(", ")));
    add(Fact::Process, product.process.as_ref());
    add(Fact::Origin, product.origin.as_ref());
    add(Fact::City, shop.city.as_ref());
    add(Fact::Storage, product.storage.as_ref());
    add(Fact::ShelfLife, product.shelf_life.as_ref());
    add(Fact::Usage, product.usage.as_ref());
    add(Fact::Story, product.story.as_ref());
    // The category's own noun is no claim: a pottery may speak of gerabah.
    let noun = crate::copy::Vocabulary::of(product.category)
        .noun(naik_core::lang::Lang::Id)
        .to_owned();
    add(Fact::Category, Some(&noun));
    add(Fact::Unit, product.unit.as_ref());
    add(Fact::Name, Some(&product.name));
    add(Fact::ShopName, shop.name.as_ref());
    add(Fact::Facebook, shop.facebook.as_ref());
    add(Fact::Brand, facts.permits.brand.as_ref());
    out
}

/// Telephone and permit numbers as bare digits.
fn numbers(facts: &Facts) -> Vec<(String, Fact)> {
    let mut out = Vec::new();
    if let Some(number) = &facts.shop.whatsapp {
        let digits = number.digits();
        out.push((digits.to_owned(), Fact::WhatsApp));
        if let Some(rest) = digits.strip_prefix("62") {
            out.push((format!("0{rest}"), Fact::WhatsApp));
        }
    }
    let permits = &facts.permits;
    for (permit, fact) in [
        (&permits.nib, Fact::Nib),
        (&permits.pirt, Fact::Pirt),
        (&permits.halal, Fact::Halal),
        (&permits.bpom, Fact::Bpom),
    ] {
        if let Some(permit) = permit {
            out.push((
                permit.number.chars().filter(char::is_ascii_digit).collect(),
                fact,
            ));
        }
    }
    out
}
