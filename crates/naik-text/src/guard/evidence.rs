//! The facts, laid out so that a claim finds its proof: words by fact, amounts by fact, numbers on file.

use std::collections::{BTreeMap, BTreeSet};

use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::quantity::Measure;

use super::amount::{self, Unit};
use super::counted;
use super::number::{self, Sense};
use super::told::{Told, spaced};
use crate::copy::{Style, Template, Values};
use crate::grammar::affix::root;
use crate::normal::fold::fold;

/// What may be said, and by which fact.
#[derive(Debug)]
pub(crate) struct Evidence {
    on_file: BTreeSet<Fact>,
    /// The owner's words per fact.
    words: Vec<(Fact, Told)>,
    /// The facts in which a root is told or denied (`true`), in the order of `words`.
    roots: BTreeMap<(String, bool), Vec<Fact>>,
    amounts: Vec<Stated>,
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

/// An amount that a fact states.
#[derive(Debug)]
struct Stated {
    thousandths: u64,
    unit: Unit,
    sense: Sense,
    fact: Fact,
}

impl Evidence {
    pub(crate) fn of(facts: &Facts) -> Self {
        let on_file: BTreeSet<Fact> = Fact::ALL
            .iter()
            .copied()
            .filter(|f| facts.has(*f))
            .collect();
        let texts = texts(facts);
        let mut roots: BTreeMap<(String, bool), Vec<Fact>> = BTreeMap::new();
        let mut amounts = Vec::new();
        let mut words = Vec::new();
        let plain = |thousandths, unit, fact| Stated {
            thousandths,
            unit,
            sense: Sense::Plain,
            fact,
        };
        for (fact, text) in &texts {
            let folded = fold(text);
            amounts.extend(amount::read(&folded).into_iter().map(|one| Stated {
                sense: number::sense(&folded, &one),
                thousandths: one.thousandths,
                unit: one.unit,
                fact: *fact,
            }));
            let told = Told::of(&folded);
            for (word, denied) in told.words() {
                roots.entry((root(word), denied)).or_default().push(*fact);
            }
            words.push((*fact, told));
        }
        let product = &facts.product;
        let mut money = |value: Option<naik_core::money::Rupiah>, fact| {
            amounts
                .extend(value.map(|v| plain(v.amount().saturating_mul(1_000), Unit::Rupiah, fact)));
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
            amounts.push(plain(quantity.thousandths, unit, Fact::NetWeight));
        }
        if let Some(days) = product.preorder_days {
            amounts.push(plain(
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
                    && self
                        .amounts
                        .iter()
                        .any(|a| a.fact == fact && a.thousandths > 0)
            }
            _ => self.on_file.contains(&fact),
        }
    }

    /// The fact in which the owner says these words, as they stand or by the root of a single word; where the claim
    /// denies them, the owner must deny them, too. `proof` names the facts that count; all do when it is empty.
    pub(crate) fn says(&self, claim: &str, denied: bool, proof: &[Fact]) -> Option<Fact> {
        let counts = |fact: &Fact| proof.is_empty() || proof.contains(fact);
        let whole = self
            .words
            .iter()
            .find(|(fact, told)| counts(fact) && told.places(claim).any(|d| d == denied))
            .map(|(fact, _)| *fact);
        whole.or_else(|| {
            let wanted = spaced(claim);
            let word = Some(wanted.trim()).filter(|w| !w.contains(' '))?;
            let facts = self.roots.get(&(root(word), denied))?;
            facts.iter().find(|fact| counts(fact)).copied()
        })
    }

    /// The fact whose text a sentence repeats word for word around a claim.
    pub(crate) fn quoted(&self, sentence: &Told, claim: &str, denied: bool) -> Option<Fact> {
        self.words
            .iter()
            .find(|(_, told)| sentence.quotes(told, claim, denied))
            .map(|(fact, _)| *fact)
    }

    /// The fact that names a place, or a city inside it.
    pub(crate) fn place(&self, name: &str, denied: bool) -> Option<Fact> {
        self.words
            .iter()
            .find(|(_, told)| told.places(name).any(|d| d == denied))
            .map(|(fact, _)| *fact)
            .or_else(|| {
                self.provinces
                    .iter()
                    .find(|(_, province)| province == name)
                    .map(|(fact, _)| *fact)
            })
    }

    /// The fact that states this very amount of the same thing and in the same sense.
    pub(crate) fn states(&self, thousandths: u64, unit: &Unit, sense: Sense) -> Option<Fact> {
        let same = |stated: &Stated| match (&stated.unit, unit) {
            (Unit::Thing(told), Unit::Thing(word)) => match sense {
                // Five of a thing are five of it, whether in stock or not; five stars count nothing.
                Sense::Plain => stated.sense != Sense::Rating && counted::agree(told, word),
                _ => stated.sense == sense,
            },
            (a, b) => a == b,
        };
        self.amounts
            .iter()
            .find(|stated| stated.thousandths == thousandths && same(stated))
            .map(|stated| stated.fact)
    }

    /// Whether a number sold or in stock may count this word: goods, the product's own unit, or no word at all.
    pub(crate) fn sells_by(&self, word: &str) -> bool {
        word.is_empty()
            || counted::kind(word) == Some(counted::Kind::Goods)
            || self
                .words
                .iter()
                .any(|(fact, told)| *fact == Fact::Unit && told.words().any(|(w, _)| w == word))
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
                ) && (told.text.contains(&whole) && whole.matches(' ').count() >= 3
                    || whole.contains(told.text.as_str()) && told.text.matches(' ').count() >= 3)
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

#[cfg(test)]
mod tests {
    use naik_core::kit::Status::{self, Neutral, Proved, Unproved};
    use naik_core::quantity::Quantity;

    use super::*;
    use crate::guard;

    fn check(set: impl FnOnce(&mut Facts), rows: &[(&str, Status)]) {
        let mut facts = Facts::default();
        facts.product.name = "Contoh".to_owned();
        set(&mut facts);
        for (text, status) in rows {
            assert_eq!(guard::check(text, &facts).worst(), *status, "{text}");
        }
    }

    #[test]
    fn a_number_proves_only_its_own_thing() {
        check(
            |facts| facts.product.net_weight = Quantity::parse("5 pcs").ok(),
            &[
                ("Isi 5 pcs.", Proved),
                ("Isi 5 lembar.", Proved),
                ("Isinya 5.", Proved),
                ("Isi 5 bungkus.", Unproved),
                ("Isi 6.", Unproved),
                ("Rating 5.", Unproved),
                ("Bintang 5.", Unproved),
                ("Sudah 5 orang.", Unproved),
                ("5 penghargaan.", Unproved),
                ("Sisa 5.", Unproved),
                ("Ada 5 rasa.", Unproved),
                ("Lampu 5 watt.", Unproved),
            ],
        );
    }

    #[test]
    fn the_owners_own_text_proves_the_same_thing_in_the_same_sense() {
        check(
            |facts| {
                let story = "Rating 4,9 dari 200 ulasan. Kami 5 orang, berdiri 2011. Stoknya 12 lembar. Ada 7 cucu.";
                facts.product.story = Some(story.to_owned());
            },
            &[
                ("Rating 4,9 di toko kami.", Proved),
                ("Sudah 200 review.", Proved),
                ("Dikerjakan 5 orang.", Proved),
                ("Sejak 2011 di dapur ini.", Proved),
                ("Stok 12.", Proved),
                ("Rating 5.", Unproved),
                ("Sudah 200 pelanggan.", Unproved),
                ("Punya 5 cabang.", Unproved),
                ("Stok 9.", Unproved),
            ],
        );
    }

    #[test]
    fn a_number_sold_counts_goods_only() {
        check(
            |facts| facts.product.sold_count = Some(120),
            &[
                ("Sudah 120 bungkus sampai di pembeli.", Proved),
                ("Kipas 120 watt.", Unproved),
                ("Ada 120 medali.", Neutral),
            ],
        );
    }

    #[test]
    fn a_number_in_stock_counts_goods_only() {
        check(
            |facts| {
                facts.product.stock = Some(40);
                facts.product.unit = Some("toples".to_owned());
            },
            &[
                ("Ada 40 toples.", Proved),
                ("Yang ada sekarang 40.", Proved),
                ("We have 40 now.", Proved),
                ("Stok 40 toples.", Proved),
                ("Ada 40 cabang.", Unproved),
                ("Ada 40 orang.", Unproved),
                ("Ada 40 medali.", Neutral),
            ],
        );
    }

    #[test]
    fn what_is_denied_proves_nothing() {
        check(
            |facts| {
                facts.product.process = Some("Tidak digoreng, dipanggang tanpa santan".to_owned());
                facts.product.storage = Some("Jangan dijemur".to_owned());
                facts.product.story =
                    Some("Bukan dari Bandung, dan tidak gratis ongkir".to_owned());
            },
            &[
                ("Digoreng.", Unproved),
                ("Menggunakan santan.", Unproved),
                ("Dijemur.", Unproved),
                ("Dari Bandung.", Unproved),
                ("Gratis ongkir.", Unproved),
                ("Dipanggang.", Proved),
                ("Tanpa santan.", Proved),
                ("Tanpa keju.", Unproved),
                ("Kami tidak digoreng.", Neutral),
                ("Prosesnya tidak digoreng, dipanggang tanpa santan.", Proved),
            ],
        );
    }

    #[test]
    fn what_it_is_made_of_is_told_by_the_facts_about_that() {
        check(
            |facts| {
                facts.product.usage = Some("Enak dengan keju".to_owned());
                facts.product.story = Some("Warisan nenek yang suka kain linen".to_owned());
                facts.product.storage = Some("Jemur di tempat teduh".to_owned());
                facts.shop.name = Some("Toko Sutra Jaya".to_owned());
                facts.shop.facebook = Some("sutra jaya".to_owned());
            },
            &[
                ("Dari keju.", Unproved),
                ("Dari sutra.", Unproved),
                ("Dari linen.", Unproved),
                ("Dijemur.", Unproved),
                ("Enak dengan keju.", Proved),
                ("Warisan nenek.", Proved),
            ],
        );
        check(
            |facts| {
                facts.product.name = "Kain Sutra Polos".to_owned();
                facts.product.process = Some("Ditenun".to_owned());
            },
            &[("Dari sutra.", Proved), ("Kainnya ditenun.", Proved)],
        );
    }
}
