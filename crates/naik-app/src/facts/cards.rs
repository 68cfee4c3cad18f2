//! The cards on which an owner tells facts: few questions at a time, those of the product's own kind.

use naik_core::category::Category;
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_text::ask;

use super::value::value;
use crate::words::Words;

/// A card. Each may be skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Card {
    /// What it is called, and what it is.
    Name,
    /// What it costs, and how many there are.
    Price,
    /// How much is in one, and what there is to choose from.
    Contents,
    /// What it is made of, and how.
    Materials,
    /// How to use and keep it.
    Usage,
    /// Numbers on file.
    Permits,
    /// Who sells it.
    Shop,
}

/// What is typed into a field, so that a phone shows the right keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// One line.
    Text,
    /// Some sentences.
    Story,
    /// A whole number.
    Number,
    /// An amount in rupiah: `15rb` is understood.
    Money,
    /// A number with a unit: `250 gr`.
    Quantity,
    /// Several, with commas between them.
    List,
    /// A telephone number.
    Phone,
    /// One of [`Field::choices`].
    Choice,
}

impl Input {
    /// The word in pages: `text`, `story`, ...
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Story => "story",
            Self::Number => "number",
            Self::Money => "money",
            Self::Quantity => "quantity",
            Self::List => "list",
            Self::Phone => "phone",
            Self::Choice => "choice",
        }
    }
}

/// One question of a card, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Which fact it asks for.
    pub fact: Fact,
    /// Its name in forms: the fact's key.
    pub name: &'static str,
    /// What the fact is called.
    pub label: String,
    /// The question.
    pub question: String,
    /// An answer as others give it; empty when none helps.
    pub example: String,
    /// What was told already, as one would type it.
    pub value: String,
    /// What is typed.
    pub input: Input,
    /// What there is to choose from: keys and names; empty unless `input` is a choice.
    pub choices: Vec<(&'static str, String)>,
    /// Whether it is asked first; the others are shown on demand.
    pub is_main: bool,
}

/// Facts of one card: those that are asked first, then the others.
type Asked = (&'static [Fact], &'static [Fact]);

impl Card {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Price,
        Self::Contents,
        Self::Materials,
        Self::Usage,
        Self::Permits,
        Self::Shop,
    ];

    /// The word in addresses: `nama`, `harga`, `isi`, `bahan`, `pakai`, `izin`, `toko`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "nama",
            Self::Price => "harga",
            Self::Contents => "isi",
            Self::Materials => "bahan",
            Self::Usage => "pakai",
            Self::Permits => "izin",
            Self::Shop => "toko",
        }
    }

    /// The card of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|card| card.key() == word)
    }

    /// The card after this one.
    pub fn next(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|card| *card == self)?;
        Self::ALL.get(at + 1).copied()
    }

    /// The facts that it asks for of a product of this kind, the most useful first.
    pub fn facts(self, category: Category) -> Vec<Fact> {
        let (main, more) = self.asked(category);
        main.iter().chain(more).copied().collect()
    }

    /// Whether it asks for this fact of any product.
    pub fn holds(self, fact: Fact) -> bool {
        Category::all().any(|category| self.facts(category).contains(&fact))
    }

    fn asked(self, category: Category) -> Asked {
        let is_service = category == Category::Service;
        let is_food = category.is_food();
        match self {
            Self::Name => (&[Fact::Name, Fact::Category], &[]),
            Self::Price if is_service => (
                &[Fact::Price, Fact::Unit],
                &[Fact::PreorderDays, Fact::PreviousPrice, Fact::SoldCount],
            ),
            Self::Price => (
                &[Fact::Price, Fact::Unit, Fact::Stock],
                &[Fact::PreorderDays, Fact::PreviousPrice, Fact::SoldCount],
            ),
            Self::Contents if is_service => (&[Fact::Variants], &[]),
            Self::Contents => (&[Fact::NetWeight, Fact::Variants], &[]),
            Self::Materials if is_service => (&[Fact::Process], &[]),
            Self::Materials if is_food => (&[Fact::Ingredients, Fact::Process], &[Fact::Origin]),
            Self::Materials => (&[Fact::Materials, Fact::Process], &[Fact::Origin]),
            Self::Usage if is_service => (&[Fact::Usage], &[Fact::Story]),
            Self::Usage if is_food => (
                &[Fact::ShelfLife, Fact::Storage, Fact::Usage],
                &[Fact::Story],
            ),
            Self::Usage => (&[Fact::Usage, Fact::Storage], &[Fact::Story]),
            Self::Permits => match category {
                // These are registered with BPOM, not with the city.
                Category::Herbal | Category::Frozen => (
                    &[Fact::Bpom, Fact::Halal],
                    &[Fact::Pirt, Fact::Nib, Fact::Brand],
                ),
                _ if is_food => (
                    &[Fact::Pirt, Fact::Halal],
                    &[Fact::Bpom, Fact::Nib, Fact::Brand],
                ),
                _ => (&[Fact::Nib], &[Fact::Brand]),
            },
            Self::Shop => (
                &[Fact::ShopName, Fact::City, Fact::WhatsApp],
                &[Fact::Instagram, Fact::Tiktok, Fact::Facebook, Fact::Colors],
            ),
        }
    }

    /// The questions of this card in words, with what was told already.
    pub fn fields(self, facts: &Facts, words: &Words) -> Vec<Field> {
        let category = facts.product.category;
        // Every question is open on an empty sheet.
        let mut empty = Facts::default();
        empty.product.category = category;
        let asks = ask::questions(&empty);
        let (main, more) = self.asked(category);
        let field = |fact: Fact, is_main: bool| {
            let label = words.label(
                &format!("fact-{}", fact.key().replace(['.', '_'], "-")),
                &[],
            );
            let asked = asks.iter().find(|ask| ask.fact == fact);
            Field {
                fact,
                name: fact.key(),
                question: match (asked, fact) {
                    (Some(ask), _) => words.say(&ask.message).text,
                    (None, Fact::Category) => words.label("ask-category", &[]),
                    (None, Fact::Colors) => words.label("ask-colors", &[]),
                    (None, _) => label.clone(),
                },
                example: asked.map_or_else(String::new, |ask| ask.example.clone()),
                label,
                value: value(facts, fact),
                input: input(fact),
                choices: choices(fact, words),
                is_main,
            }
        };
        let main = main.iter().map(|fact| field(*fact, true));
        main.chain(more.iter().map(|fact| field(*fact, false)))
            .collect()
    }
}

fn input(fact: Fact) -> Input {
    match fact {
        Fact::Category => Input::Choice,
        Fact::Price | Fact::PreviousPrice => Input::Money,
        Fact::NetWeight => Input::Quantity,
        Fact::Stock | Fact::SoldCount | Fact::PreorderDays => Input::Number,
        Fact::Variants | Fact::Ingredients | Fact::Materials | Fact::Colors => Input::List,
        Fact::Process | Fact::Story | Fact::Usage | Fact::Storage => Input::Story,
        Fact::WhatsApp => Input::Phone,
        _ => Input::Text,
    }
}

fn choices(fact: Fact, words: &Words) -> Vec<(&'static str, String)> {
    if fact != Fact::Category {
        return Vec::new();
    }
    Category::all()
        .map(|category| {
            let key = category.key();
            (key, words.label(&format!("category-{key}"), &[]))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use naik_core::lang::Lang;

    use super::*;

    #[test]
    fn each_kind_of_product_is_asked_its_own() {
        let asked = |card: Card, category| card.facts(category);
        let food = asked(Card::Materials, Category::Snack);
        assert!(food.contains(&Fact::Ingredients) && !food.contains(&Fact::Materials));
        let craft = asked(Card::Materials, Category::Craft);
        assert!(craft.contains(&Fact::Materials) && !craft.contains(&Fact::Ingredients));
        assert!(asked(Card::Usage, Category::Bakery).contains(&Fact::ShelfLife));
        assert!(!asked(Card::Usage, Category::Batik).contains(&Fact::ShelfLife));
        assert!(!asked(Card::Price, Category::Service).contains(&Fact::Stock));
        assert_eq!(
            asked(Card::Permits, Category::Frozen).first(),
            Some(&Fact::Bpom)
        );
        assert!(Card::Materials.holds(Fact::Ingredients) && Card::Materials.holds(Fact::Materials));
    }

    #[test]
    fn every_fact_but_the_logo_is_on_one_card() {
        for fact in Fact::ALL {
            let cards = Card::ALL.iter().filter(|card| card.holds(*fact)).count();
            assert_eq!(cards, usize::from(*fact != Fact::Logo), "{fact:?}");
        }
        for card in Card::ALL {
            assert_eq!(Card::parse(card.key()), Some(card));
        }
        assert_eq!(Card::Name.next(), Some(Card::Price));
        assert_eq!(Card::Shop.next(), None);
    }

    #[test]
    fn every_field_is_in_words_in_every_language() {
        for lang in [Lang::Id, Lang::En, Lang::Jv] {
            let words = Words::new(lang);
            for category in Category::all() {
                let mut facts = Facts::default();
                facts.product.category = category;
                for field in Card::ALL
                    .iter()
                    .flat_map(|card| card.fields(&facts, &words))
                {
                    let is_said = |text: &str| {
                        !text.is_empty() && !text.starts_with("fact-") && !text.starts_with("ask-")
                    };
                    assert!(
                        is_said(&field.question) && is_said(&field.label),
                        "{field:?}"
                    );
                    let are_named = field
                        .choices
                        .iter()
                        .all(|(key, name)| *name != format!("category-{key}"));
                    assert!(are_named, "{field:?}");
                    assert_eq!(field.choices.is_empty(), field.input != Input::Choice);
                }
            }
        }
    }
}
