//! What to ask the owner next: the missing facts, the most useful first, with an example of the category.

use naik_core::category::Category;
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::message::Message;

use crate::copy::Vocabulary;

/// A question for the owner.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Which fact it asks for.
    pub fact: Fact,
    /// The question: `ask-price`, or one of the category's own, such as `ask-process-coffee`.
    pub message: Message,
    /// An answer as an owner would give it: `Rp15.000`; empty when none helps.
    pub example: String,
}

/// Facts in the order in which they help to sell, for goods that are eaten and for others.
const FOOD: &[Fact] = &[
    Fact::Name,
    Fact::Price,
    Fact::NetWeight,
    Fact::Unit,
    Fact::Ingredients,
    Fact::ShopName,
    Fact::City,
    Fact::WhatsApp,
    Fact::Variants,
    Fact::Process,
    Fact::ShelfLife,
    Fact::Storage,
    Fact::Usage,
    Fact::Pirt,
    Fact::Halal,
    Fact::Story,
    Fact::Origin,
    Fact::Stock,
    Fact::PreorderDays,
    Fact::Bpom,
    Fact::SoldCount,
    Fact::Nib,
    Fact::Instagram,
    Fact::Tiktok,
    Fact::Facebook,
    Fact::PreviousPrice,
    Fact::Brand,
];
const GOODS: &[Fact] = &[
    Fact::Name,
    Fact::Price,
    Fact::Materials,
    Fact::Unit,
    Fact::NetWeight,
    Fact::ShopName,
    Fact::City,
    Fact::WhatsApp,
    Fact::Variants,
    Fact::Process,
    Fact::Storage,
    Fact::Usage,
    Fact::Story,
    Fact::Origin,
    Fact::Stock,
    Fact::PreorderDays,
    Fact::SoldCount,
    Fact::Nib,
    Fact::Instagram,
    Fact::Tiktok,
    Fact::Facebook,
    Fact::PreviousPrice,
    Fact::Brand,
];
const SERVICE: &[Fact] = &[
    Fact::Name,
    Fact::Price,
    Fact::Unit,
    Fact::ShopName,
    Fact::City,
    Fact::WhatsApp,
    Fact::Process,
    Fact::Variants,
    Fact::Usage,
    Fact::Story,
    Fact::PreorderDays,
    Fact::SoldCount,
    Fact::Nib,
    Fact::Instagram,
    Fact::Tiktok,
    Fact::Facebook,
    Fact::PreviousPrice,
    Fact::Brand,
];

/// Facts whose question is put in the category's own words; the message files have `ask-<fact>-<category>` for each.
const OWN: &[(Category, &[Fact])] = &[
    (Category::Snack, &[Fact::Variants, Fact::Process]),
    (
        Category::Coffee,
        &[Fact::Process, Fact::Variants, Fact::Origin, Fact::Usage],
    ),
    (Category::Sambal, &[Fact::Variants, Fact::Storage]),
    (
        Category::Bakery,
        &[Fact::NetWeight, Fact::Ingredients, Fact::PreorderDays],
    ),
    (Category::Herbal, &[Fact::Usage, Fact::Bpom]),
    (
        Category::Batik,
        &[
            Fact::Process,
            Fact::Materials,
            Fact::NetWeight,
            Fact::Storage,
        ],
    ),
    (Category::Fashion, &[Fact::Variants, Fact::Materials]),
    (Category::Craft, &[Fact::Process, Fact::NetWeight]),
    (Category::Pottery, &[Fact::Process, Fact::Usage]),
    (
        Category::Service,
        &[Fact::Process, Fact::Variants, Fact::PreorderDays],
    ),
    (Category::Frozen, &[Fact::Storage, Fact::Bpom]),
];

/// The questions still open, in the order in which answers help.
pub fn questions(facts: &Facts) -> Vec<Ask> {
    let category = facts.product.category;
    let order = match category {
        Category::Service => SERVICE,
        food if food.is_food() => FOOD,
        _ => GOODS,
    };
    let own = OWN
        .iter()
        .find(|(c, _)| *c == category)
        .map_or(&[] as &[Fact], |(_, facts)| facts);
    let examples = &Vocabulary::of(category).examples;
    order
        .iter()
        .filter(|fact| !facts.has(**fact))
        .map(|fact| {
            let key = fact.key().rsplit('.').next().unwrap_or_default();
            let whole = match fact {
                Fact::ShopName => "shop-name".to_owned(),
                _ => key.replace('_', "-"),
            };
            let message = if own.contains(fact) {
                Message::new(&format!("ask-{whole}-{}", category.key()))
            } else {
                Message::new(&format!("ask-{whole}"))
            };
            let example = examples
                .get(&whole.replace('-', "_"))
                .or_else(|| general(&whole))
                .cloned()
                .unwrap_or_default();
            Ask {
                fact: *fact,
                message,
                example,
            }
        })
        .collect()
}

/// Examples that fit every category.
fn general(key: &str) -> Option<&'static String> {
    Vocabulary::of(Category::Other)
        .examples
        .get(&key.replace('-', "_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(lang: &str) -> String {
        let path = format!("{}/locales/{lang}.ftl", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap()
    }

    #[test]
    fn questions_follow_the_category() {
        let mut facts = Facts::default();
        facts.product.category = Category::Coffee;
        facts.product.name = "Kopi Dampit".into();
        let asked = questions(&facts);
        assert_eq!(asked[0].fact, Fact::Price);
        assert!(
            asked
                .iter()
                .any(|a| a.message.key == "ask-process-coffee" && !a.example.is_empty())
        );
        facts.product.category = Category::Service;
        assert!(
            questions(&facts)
                .iter()
                .all(|a| a.fact != Fact::Ingredients)
        );
    }

    #[test]
    fn every_question_is_in_every_message_file() {
        for lang in ["id", "en", "jv"] {
            let text = messages(lang);
            for category in Category::all() {
                let mut facts = Facts::default();
                facts.product.category = category;
                for ask in questions(&facts) {
                    assert!(
                        text.contains(&format!("\n{} =", ask.message.key)),
                        "{lang}: {}",
                        ask.message.key
                    );
                }
            }
            for key in ["copy-sentence-left-out", "copy-words-left-out"] {
                assert!(text.contains(&format!("\n{key} =")), "{lang}: {key}");
            }
        }
    }
}
