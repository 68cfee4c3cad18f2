//! What templates can name: the owner's facts, put into the shape that a sentence needs.

use std::collections::BTreeMap;

use naik_core::category::Category;
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::lang::Lang;
use naik_core::money::{Rupiah, grouped};
use naik_core::quantity::{Measure, Quantity};

use super::region;
use super::vocabulary::Vocabulary;
use crate::grammar::{affix, case, list, number};
use crate::guard::is_place;
use crate::normal::sentence;

macro_rules! values {
    ($($(#[doc = $doc:literal])* $name:ident = $key:literal [$($fact:ident),*],)*) => {
        /// A placeholder of the template language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Value { $($(#[doc = $doc])* $name,)* }

        impl Value {
            /// The placeholder of a key.
            pub(crate) fn parse(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$name),)* _ => None }
            }

            /// The facts that it is made from.
            pub(crate) fn facts(self) -> &'static [Fact] {
                match self { $(Self::$name => &[$(Fact::$fact),*],)* }
            }
        }
    };
}

values! {
    /// The product's name, calm and at most 60 characters.
    Name = "name" [Name],
    /// What kind of thing it is, in small letters: `keripik`, `kopi`.
    Kind = "kind" [Name],
    /// `Rp15.000`, or `15rb` where people chat.
    Price = "price" [Price],
    /// The lowest of several prices.
    From = "from_price" [Variants],
    /// The price before, only where it was higher.
    Previous = "previous" [PreviousPrice],
    /// What the buyer saves.
    Saving = "saving" [PreviousPrice, Price],
    /// `bungkus`; only when told.
    Unit = "unit" [Unit],
    /// `250 g`.
    Weight = "weight" [NetWeight],
    /// `350 g`, where a thing is weighed rather than filled: a basket, a candle.
    Heft = "heft" [NetWeight],
    /// `200 ml`, where a thing is bought empty: a cup.
    Holds = "holds" [NetWeight],
    /// `210 cm`, where the quantity is a length.
    Length = "length" [NetWeight],
    /// Every variant, joined with `dan`.
    Variants = "variants" [Variants],
    /// The same, joined with `atau`.
    VariantChoice = "variant_choice" [Variants],
    /// How many, in words.
    VariantCount = "variant_count" [Variants],
    VariantFirst = "variant_first" [Variants],
    VariantLast = "variant_last" [Variants],
    /// The variants, where they are sizes: `S, M, dan L`.
    Sizes = "sizes" [Variants],
    /// Ingredients or materials, joined; at most six.
    MadeOf = "made_of" [Ingredients, Materials],
    /// The first one.
    MainMaterial = "main" [Ingredients, Materials],
    /// The first two.
    TwoMaterials = "two" [Ingredients, Materials],
    /// How many there are, in words; two or more.
    MaterialCount = "made_of_count" [Ingredients, Materials],
    Ingredients = "ingredients" [Ingredients],
    Materials = "materials" [Materials],
    /// How it is made, as sentences.
    Process = "process.sentence" [Process],
    /// The same in small letters without full stop, where it is one short clause that begins with a passive verb.
    ProcessClause = "process.clause" [Process],
    /// The first step of several: `Diputar dengan perbot kaki`.
    ProcessShort = "process.short" [Process],
    /// Set where the making tells of hands: `dianyam`, `satu per satu`.
    ByHand = "by_hand" [Process],
    /// `Sanan, Malang`: a place of at most six words.
    Origin = "origin" [Origin],
    /// The nearest place alone, without district and height: `Sanan`.
    Place = "place" [Origin],
    OriginSentence = "origin.sentence" [Origin],
    Story = "story.sentence" [Story],
    StoryNext = "story.next" [Story],
    StoryLast = "story.last" [Story],
    Usage = "usage.sentence" [Usage],
    UsageNext = "usage.next" [Usage],
    /// What the owner wrote about measures among the uses: `Ukuran 2,1 m x 1,1 m.`
    SizeSentence = "size.sentence" [Usage],
    /// Its first part: `Ukuran 2,1 m x 1,1 m`.
    SizeShort = "size.short" [Usage],
    Storage = "storage.sentence" [Storage],
    /// The same after a colon: its first letter small.
    StorageClause = "storage.clause" [Storage],
    ShelfLife = "shelf_life" [ShelfLife],
    Stock = "stock" [Stock],
    /// Days, in digits.
    Preorder = "preorder" [PreorderDays],
    PreorderWords = "preorder_words" [PreorderDays],
    Sold = "sold" [SoldCount],
    Shop = "shop" [ShopName],
    City = "city" [City],
    /// `0812-3456-7890`.
    Wa = "wa" [WhatsApp],
    WaLink = "wa_link" [WhatsApp],
    Instagram = "ig" [Instagram],
    Tiktok = "tiktok" [Tiktok],
    Facebook = "fb" [Facebook],
    Nib = "nib" [Nib],
    Pirt = "pirt" [Pirt],
    Halal = "halal" [Halal],
    Bpom = "bpom" [Bpom],
    Brand = "brand" [Brand],
    /// How several people are greeted where the shop is: `Mas dan Mbak`, `Kakak semua`.
    Hail = "hail" [],
    /// Who buys there, told to one person: `Kak`.
    You = "you" [],
    /// Set for what is eaten or drunk.
    Food = "food" [Category],
    /// Set in the weeks before Idulfitri.
    Lebaran = "lebaran" [],
    /// The occasion of a calendar day.
    Occasion = "occasion" [],
}

/// How values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) lang: Lang,
    /// Prices as in chat: `15rb`; English has no such form.
    pub(crate) chat: bool,
    /// Whether numbers, links and accounts may be named; marketplaces refuse them.
    pub(crate) contacts: bool,
    /// The longest quotation from the owner, in words.
    pub(crate) quote: usize,
}

impl Style {
    pub(crate) const PLAIN: Self = Self {
        lang: Lang::Id,
        chat: false,
        contacts: true,
        quote: 40,
    };
}

/// The values that the facts allow.
#[derive(Clone, Debug)]
pub(crate) struct Values {
    known: BTreeMap<Value, String>,
}

impl Values {
    pub(crate) fn get(&self, value: Value) -> Option<&str> {
        self.known.get(&value).map(String::as_str)
    }

    /// The same with one more value.
    pub(crate) fn with(&self, value: Value, text: &str) -> Self {
        let mut known = self.known.clone();
        known.insert(value, text.to_owned());
        Self { known }
    }

    pub(crate) fn of(facts: &Facts, style: Style) -> Self {
        let mut out = Self {
            known: BTreeMap::new(),
        };
        out.product(facts, style);
        out.owner_words(facts, style);
        out.shop(facts, style);
        out
    }

    fn set(&mut self, value: Value, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.known.insert(value, text);
        }
    }

    fn product(&mut self, facts: &Facts, style: Style) {
        let product = &facts.product;
        let money = |amount: Rupiah| {
            if style.chat && style.lang != Lang::En {
                amount.spoken()
            } else {
                amount.to_string()
            }
        };
        self.set(
            Value::Name,
            case::cut(&case::calm(&case::tidy(&product.name)), 60),
        );
        self.set(
            Value::Kind,
            Vocabulary::of(product.category).kind(&product.name, style.lang),
        );
        let prices: Vec<Rupiah> = product
            .variants
            .iter()
            .filter_map(|v| v.price)
            .chain(product.price)
            .collect();
        let lowest = prices.iter().min().copied();
        let differ = prices.iter().max().copied() != lowest;
        if let Some(price) = product.price {
            self.set(Value::Price, money(price));
            if let Some(previous) = product.previous_price.filter(|p| *p > price) {
                self.set(Value::Previous, money(previous));
                self.set(
                    Value::Saving,
                    money(Rupiah::new(previous.amount() - price.amount())),
                );
            }
        }
        if let Some(lowest) = lowest.filter(|_| differ) {
            self.set(Value::From, money(lowest));
        }
        if let Some(unit) = &product.unit {
            self.set(Value::Unit, unit.to_lowercase());
        }
        // `1 lembar` of cloth sold by the sheet says nothing that the unit does not.
        let counts_the_unit = |weight: &Quantity| {
            let written = quantity(*weight, product.unit.as_deref());
            product
                .unit
                .as_ref()
                .is_some_and(|unit| written == format!("1 {unit}"))
        };
        if let Some(weight) = product.net_weight.filter(|weight| !counts_the_unit(weight)) {
            let value = measured(weight.measure, product.category);
            self.set(value, quantity(weight, product.unit.as_deref()));
        }
        let variants: Vec<String> = product.variants.iter().map(|v| small(&v.name)).collect();
        if variants.len() >= 2 {
            let shown = variants.get(..variants.len().min(8)).unwrap_or_default();
            let shown = list::share_measure(shown);
            self.set(Value::Variants, list::join(&shown, style.lang));
            if variants.iter().all(|v| is_size(v)) {
                self.set(Value::Sizes, list::join(&shown, style.lang));
            }
            self.set(Value::VariantChoice, list::choice(&shown, style.lang));
            self.set(Value::VariantCount, count(variants.len(), style.lang));
            self.set(
                Value::VariantFirst,
                variants.first().map_or("", |v| without_note(v)),
            );
            self.set(
                Value::VariantLast,
                variants.last().map_or("", |v| without_note(v)),
            );
        }
        if product.category.is_food() {
            self.set(Value::Food, product.category.key());
        }
        // Within an English list an item's own `dan` would be read as a word of its name.
        let own_and = |item: String| match style.lang {
            Lang::En => item.replace(" dan ", " and "),
            _ => item,
        };
        let listed =
            |items: &[String]| -> Vec<String> { items.iter().map(|i| own_and(small(i))).collect() };
        let (ingredients, materials) = (listed(&product.ingredients), listed(&product.materials));
        self.set(Value::Ingredients, list::join(&ingredients, style.lang));
        self.set(Value::Materials, list::join(&materials, style.lang));
        let made = if ingredients.is_empty() {
            &materials
        } else {
            &ingredients
        };
        self.set(
            Value::MadeOf,
            list::join(
                made.get(..made.len().min(6)).unwrap_or_default(),
                style.lang,
            ),
        );
        self.set(
            Value::MainMaterial,
            made.first().cloned().unwrap_or_default(),
        );
        if made.len() >= 2 {
            self.set(
                Value::TwoMaterials,
                list::join(made.get(..2).unwrap_or_default(), style.lang),
            );
            self.set(Value::MaterialCount, count(made.len(), style.lang));
        }
        if let Some(stock) = product.stock.filter(|s| *s > 0) {
            self.set(Value::Stock, grouped(u64::from(stock)));
        }
        if let Some(days) = product.preorder_days.filter(|d| *d > 0) {
            self.set(Value::Preorder, days.to_string());
            self.set(Value::PreorderWords, count(usize::from(days), style.lang));
        }
        if let Some(sold) = product.sold_count.filter(|n| *n > 0) {
            self.set(Value::Sold, grouped(u64::from(sold)));
        }
    }

    /// Free texts, sentence by sentence, each short enough to quote.
    fn owner_words(&mut self, facts: &Facts, style: Style) {
        let product = &facts.product;
        let sentences = |text: &Option<String>| -> Vec<String> {
            text.as_deref()
                .map(|t| {
                    sentence::texts(t)
                        .map(|s| case::stopped(&case::calm(&case::tidy(s))))
                        .filter(|s| s.split(' ').count() <= style.quote)
                        .collect()
                })
                .unwrap_or_default()
        };
        let mut story = sentences(&product.story).into_iter();
        for value in [Value::Story, Value::StoryNext, Value::StoryLast] {
            self.set(value, story.next().unwrap_or_default());
        }
        // `Untuk camilan sore` is half a sentence.
        let whole = |s: String| match s.strip_prefix("Untuk ") {
            Some(rest) if style.lang != Lang::En => format!("Cocok untuk {rest}"),
            _ => s,
        };
        let (measures, uses): (Vec<String>, Vec<String>) = sentences(&product.usage)
            .into_iter()
            .partition(|s| s.to_lowercase().starts_with("ukuran"));
        let first = measures.first().and_then(|m| opening(m));
        self.set(Value::SizeShort, first.unwrap_or_default());
        self.set(Value::SizeSentence, measures.join(" "));
        let mut usage = uses.into_iter().map(whole);
        for value in [Value::Usage, Value::UsageNext] {
            self.set(value, usage.next().unwrap_or_default());
        }
        let process = sentences(&product.process);
        if let [only] = process.as_slice() {
            let first = only.split(' ').next().unwrap_or_default();
            let words = only.split(' ').count();
            if affix::is_passive(first.trim_matches(|c: char| !c.is_alphanumeric()))
                && words <= 16
                && only.ends_with('.')
            {
                self.set(
                    Value::ProcessClause,
                    case::lower_first(only.trim_end_matches('.'), is_place),
                );
            }
        }
        if process.iter().any(|s| is_by_hand(s)) {
            self.set(Value::ByHand, "by hand");
        }
        let first = process.first().and_then(|p| opening(p));
        self.set(Value::ProcessShort, first.unwrap_or_default());
        self.set(Value::Process, process.join(" "));
        let storage = sentences(&product.storage).join(" ");
        self.set(Value::StorageClause, case::lower_first(&storage, is_place));
        self.set(Value::Storage, storage);
        if let Some(origin) = &product.origin {
            let origin = case::tidy(origin);
            let bare = origin
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .split_once(' ')
                .filter(|(first, _)| {
                    matches!(
                        first.to_lowercase().as_str(),
                        "dari" | "asal" | "di" | "from"
                    )
                })
                .map_or(origin.as_str(), |(_, rest)| rest)
                .trim_end_matches('.');
            if bare.split(' ').count() <= 6 && sentence::split(bare).len() == 1 {
                let near = bare.split(',').next().unwrap_or(bare).trim();
                if near.split(' ').count() <= 3 && !near.contains(|c: char| c.is_ascii_digit()) {
                    self.set(
                        Value::Place,
                        case::lower_first(near, |word| is_place_name(word, near)),
                    );
                }
                self.set(
                    Value::Origin,
                    case::lower_first(bare, |word| is_place_name(word, bare)),
                );
            } else {
                self.set(Value::OriginSentence, sentences(&product.origin).join(" "));
            }
        }
        if let Some(life) = &product.shelf_life {
            let life = case::lower_first(&case::tidy(life), is_place);
            let life = life.trim_start_matches("tahan ").trim_end_matches('.');
            if life.split(' ').count() <= 14 {
                self.set(Value::ShelfLife, life);
            }
        }
    }

    fn shop(&mut self, facts: &Facts, style: Style) {
        let shop = &facts.shop;
        if let Some(name) = &shop.name {
            self.set(Value::Shop, case::cut(&case::calm(&case::tidy(name)), 50));
        }
        if let Some(city) = &shop.city {
            self.set(Value::City, case::title(&case::calm(&case::tidy(city))));
        }
        if let Some(number) = shop.whatsapp.as_ref().filter(|_| style.contacts) {
            self.set(Value::Wa, number.local());
            self.set(Value::WaLink, format!("wa.me/{}", number.digits()));
        }
        let handle = |name: &Option<String>| {
            name.as_ref()
                .map(|n| format!("@{}", n.trim_start_matches('@')))
                .unwrap_or_default()
        };
        if style.contacts {
            self.set(Value::Instagram, handle(&shop.instagram));
            self.set(Value::Tiktok, handle(&shop.tiktok));
            self.set(Value::Facebook, shop.facebook.clone().unwrap_or_default());
        }
        let permits = &facts.permits;
        for (value, permit) in [
            (Value::Nib, &permits.nib),
            (Value::Pirt, &permits.pirt),
            (Value::Halal, &permits.halal),
            (Value::Bpom, &permits.bpom),
        ] {
            self.set(
                value,
                permit.as_ref().map(ToString::to_string).unwrap_or_default(),
            );
        }
        self.set(Value::Brand, permits.brand.clone().unwrap_or_default());
        let greeting = region::greeting(shop.city.as_deref(), style.lang);
        self.set(Value::Hail, greeting.many);
        self.set(Value::You, greeting.one);
    }
}

/// A variant as buyers call it: `Wedel (biru tua)` is `Wedel`.
pub(crate) fn without_note(variant: &str) -> &str {
    variant
        .split_once(" (")
        .map_or(variant, |(name, _)| name)
        .trim()
}

/// The first step or measure of a longer sentence, where it is whole by itself: `Diputar dengan perbot kaki`.
fn opening(sentence: &str) -> Option<&str> {
    let (first, _) = sentence.split_once(", ")?;
    (4..=8).contains(&first.split(' ').count()).then_some(first)
}

/// How a quantity is spoken of: a bag of coffee holds its weight, a basket has it.
fn measured(measure: Measure, category: Category) -> Value {
    let filled = category.is_food();
    match measure {
        Measure::Centimetre => Value::Length,
        Measure::Gram if !filled => Value::Heft,
        Measure::Millilitre if matches!(category, Category::Pottery | Category::Craft) => {
            Value::Holds
        }
        _ => Value::Weight,
    }
}

/// Whether a variant is a size: `S`, `XL`, `38`, `besar`, `ukuran 40`.
fn is_size(variant: &str) -> bool {
    let lower = variant.to_lowercase();
    let name = lower
        .trim_start_matches("ukuran ")
        .trim_start_matches("size ")
        .trim();
    let is_letters = !name.is_empty()
        && name.trim_start_matches('x').len() <= 1
        && name.ends_with(['s', 'm', 'l']);
    let is_number = (1..=2).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_digit());
    is_letters
        || is_number
        || matches!(
            name,
            "kecil" | "sedang" | "besar" | "jumbo" | "all size" | "anak" | "dewasa"
        )
}

/// Words of a making by hand, one piece after the other.
const HANDS: &[&str] = &[
    "tangan",
    "satu per satu",
    "canting",
    "dianyam",
    "diputar",
    "dipijat",
    "dirajut",
    "ditenun",
    "diukir",
    "dipahat",
];

fn is_by_hand(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    HANDS.iter().any(|word| lower.contains(word)) && !lower.contains("mesin")
}

/// A count in words up to twelve, as running text wants it.
fn count(number: usize, lang: Lang) -> String {
    match lang {
        Lang::En => [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ]
        .get(number)
        .map_or_else(|| number.to_string(), |w| (*w).to_owned()),
        Lang::Id | Lang::Jv if number <= 12 => number::words(number as u64),
        Lang::Id | Lang::Jv => number.to_string(),
    }
}

/// A quantity; pieces take the owner's own word for one where it is one.
fn quantity(weight: Quantity, unit: Option<&str>) -> String {
    match (weight.measure, unit) {
        (Measure::Piece, Some(unit))
            if matches!(
                unit,
                "lembar" | "buah" | "biji" | "potong" | "butir" | "keping"
            ) =>
        {
            weight.to_string().replace("pcs", unit)
        }
        _ => weight.to_string(),
    }
}

/// A common noun in mid-sentence: small letters, but names of places, codes and brands keep theirs.
fn small(text: &str) -> String {
    case::tidy(text)
        .split(' ')
        .map(|word| {
            if is_place(word) {
                word.to_owned()
            } else {
                case::lower_first(word, is_place)
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
        .trim_end_matches('.')
        .to_owned()
}

/// Whether the first word of a place keeps its capital in a sentence: `Kampung Sanan` and `Pasar Besar` are names,
/// `kebun Pak Slamet` is a garden, and `kampung di lereng bukit` is any village.
fn is_place_name(first: &str, place: &str) -> bool {
    let first = first.to_lowercase();
    let is_named = place
        .split(' ')
        .nth(1)
        .is_some_and(|next| next.starts_with(char::is_uppercase));
    match first.as_str() {
        "kebun" | "sawah" | "lereng" | "pesisir" => false,
        "desa" | "dusun" | "kampung" | "pasar" | "hutan" | "laut" | "pegunungan" => is_named,
        _ => true,
    }
}
