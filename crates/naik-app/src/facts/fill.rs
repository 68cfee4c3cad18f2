//! A card that was filled in: each field is read by itself, and none costs the others.

use naik_connect::facts as files;
use naik_core::category::Category;
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::kit::Notice;
use naik_core::message::Message;

use super::cards::Card;
use super::value::value;

/// Takes what was typed on a card: pairs of a fact's key and a text; an empty text clears the fact, a missing pair
/// leaves it.
///
/// What was wrong comes back, each notice with the argument `fact` that names its field; that field is as it was
/// before. Pairs that belong to no field of the card are passed over.
pub fn fill(facts: &mut Facts, card: Card, typed: &[(String, String)]) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (key, text) in typed {
        let Some(fact) = Fact::parse(key).filter(|fact| card.holds(*fact)) else {
            continue;
        };
        // A form shows less than is known (the stock of each variant): what was not touched stays.
        if text.trim() == value(facts, fact).trim() {
            continue;
        }
        if fact == Fact::Category && text.trim().is_empty() {
            facts.product.category = Category::guess(&facts.product.name);
            continue;
        }
        notices.extend(files::set(facts, fact, text).err());
    }
    notices.extend(former_price(facts).filter(|_| card == Card::Price));
    notices
}

/// A former price is one that was higher.
fn former_price(facts: &mut Facts) -> Option<Notice> {
    let product = &mut facts.product;
    let (price, previous) = (product.price?, product.previous_price?);
    if previous > price {
        return None;
    }
    product.previous_price = None;
    let message = Message::new("facts-previous-price")
        .with("price", price)
        .with("previous", previous)
        .with("fact", Fact::PreviousPrice.key());
    Some(Notice::mend(message))
}

#[cfg(test)]
mod tests {
    use naik_core::money::Rupiah;

    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let pair = |(key, text): &(&str, &str)| ((*key).to_owned(), (*text).to_owned());
        pairs.iter().map(pair).collect()
    }

    /// Fields that are named by what went wrong.
    fn named(notices: &[Notice]) -> Vec<String> {
        notices
            .iter()
            .map(|notice| {
                let fact = notice.message.args.iter().find(|(name, _)| name == "fact");
                fact.map(|(_, key)| key.clone()).unwrap_or_default()
            })
            .collect()
    }

    #[test]
    fn what_people_type_is_understood() {
        let mut facts = Facts::default();
        let fine = |facts: &mut Facts, card, pairs: &[(&str, &str)]| {
            assert_eq!(fill(facts, card, &typed(pairs)), [], "{pairs:?}");
        };
        fine(
            &mut facts,
            Card::Name,
            &[("product.name", "Keripik Tempe"), ("product.category", "")],
        );
        assert_eq!(facts.product.category, Category::Snack);
        fine(
            &mut facts,
            Card::Price,
            &[("product.price", "15rb"), ("product.stock", "1,2rb")],
        );
        assert_eq!(facts.product.price, Some(Rupiah::new(15_000)));
        assert_eq!(facts.product.stock, Some(1200));
        fine(
            &mut facts,
            Card::Contents,
            &[("product.net_weight", "250 gr")],
        );
        assert_eq!(value(&facts, Fact::NetWeight), "250 g");
        fine(
            &mut facts,
            Card::Materials,
            &[("product.ingredients", "tempe, garam")],
        );
        assert_eq!(facts.product.ingredients, ["tempe", "garam"]);
        fine(&mut facts, Card::Price, &[("product.stock", "")]);
        assert_eq!(facts.product.stock, None);
    }

    #[test]
    fn one_wrong_field_costs_no_other() {
        let mut facts = Facts::default();
        facts.product.stock = Some(7);
        let notices = fill(
            &mut facts,
            Card::Price,
            &typed(&[
                ("product.price", "murah"),
                ("product.unit", "bungkus"),
                ("product.stock", "banyak"),
                ("shop.name", "not on this card"),
                ("csrf", "x"),
            ]),
        );
        assert_eq!(named(&notices), ["product.price", "product.stock"]);
        assert_eq!(facts.product.unit.as_deref(), Some("bungkus"));
        assert_eq!((facts.product.price, facts.product.stock), (None, Some(7)));
        assert_eq!(facts.shop.name, None);
        let notices = fill(
            &mut facts,
            Card::Price,
            &typed(&[
                ("product.price", "20rb"),
                ("product.previous_price", "18rb"),
            ]),
        );
        assert_eq!(named(&notices), ["product.previous_price"]);
        assert_eq!(facts.product.previous_price, None);
        let notices = fill(&mut facts, Card::Shop, &typed(&[("shop.whatsapp", "12")]));
        assert_eq!(named(&notices), ["shop.whatsapp"]);
    }

    #[test]
    fn a_card_that_is_sent_back_untouched_changes_nothing() {
        let sample = include_str!("../../../../samples/keripik-tempe/facts.toml");
        let mut facts = files::from_toml(sample).unwrap().facts;
        for (variant, stock) in facts.product.variants.iter_mut().zip([3, 4]) {
            variant.stock = Some(stock);
        }
        let before = facts.clone();
        for card in Card::ALL {
            let pairs: Vec<(String, String)> = card
                .facts(facts.product.category)
                .into_iter()
                .map(|fact| (fact.key().to_owned(), value(&facts, fact)))
                .collect();
            assert_eq!(fill(&mut facts, card, &pairs), []);
        }
        assert_eq!(facts, before);
        // Typed into an empty sheet, the same texts say the same, but for the stock of variants.
        let mut again = Facts::default();
        for card in Card::ALL {
            let pairs: Vec<(String, String)> = card
                .facts(before.product.category)
                .into_iter()
                .map(|fact| (fact.key().to_owned(), value(&before, fact)))
                .collect();
            assert_eq!(fill(&mut again, card, &pairs), []);
        }
        for variant in &mut facts.product.variants {
            variant.stock = None;
        }
        assert_eq!(again, facts);
    }

    #[test]
    fn hostile_texts_are_only_texts() {
        let mut facts = Facts::default();
        let long = "a".repeat(20_000);
        let notices = fill(
            &mut facts,
            Card::Name,
            &typed(&[("product.name", &long), ("product.category", "'; DROP")]),
        );
        assert_eq!(named(&notices), ["product.name", "product.category"]);
        assert!(facts.product.name.chars().count() <= naik_core::facts::NAME_MAX);
        fill(
            &mut facts,
            Card::Name,
            &typed(&[("product.name", "\u{202e}<b>Kopi\u{0}</b>\n")]),
        );
        assert!(!facts.product.name.contains(['\u{0}', '\n', '\u{202e}']));
    }
}
