//! One fact, read from what someone wrote for it.

use std::borrow::Cow;

use naik_core::category::Category;
use naik_core::color::Color;
use naik_core::fact::Fact;
use naik_core::facts::{Facts, NAME_MAX, Variant};
use naik_core::kit::{Gravity, Notice};
use naik_core::message::{Explain, Message};
use naik_core::money::Rupiah;
use naik_core::permit::{Permit, PermitKind};
use naik_core::phone::WhatsApp;
use naik_core::quantity::Quantity;

use super::key::{near, normal};
use super::{Reading, list};
use crate::clean;

/// The most variants that are taken: more than any marketplace allows.
pub(crate) const VARIANTS_MAX: usize = 100;
/// The most ingredients, materials or colours that are taken.
const ITEMS_MAX: usize = 40;
/// Characters of one ingredient, material or variant.
const ITEM_MAX: usize = 80;

/// A value as it was written, numbers included.
#[derive(Clone, Debug)]
pub(crate) enum Told<'a> {
    Text(Cow<'a, str>),
    List(Vec<Told<'a>>),
    Table(Vec<(Cow<'a, str>, Told<'a>)>),
}

/// Facts in the making.
#[derive(Default)]
pub(crate) struct Draft {
    facts: Facts,
    pub(crate) notices: Vec<Notice>,
    /// `bahan` was told, which means ingredients of food and materials of everything else.
    bahan: bool,
}

impl Draft {
    /// Takes one fact; what was wrong with it comes back.
    pub(crate) fn take(&mut self, fact: Fact, key: &str, told: &Told<'_>) -> Vec<Notice> {
        let key = normal_key(key);
        self.bahan |= fact == Fact::Ingredients && key.starts_with("bahan");
        let mut told = told.clone();
        if let (Fact::NetWeight, Told::Text(text)) = (fact, &mut told) {
            // The heading may carry the unit: `Berat (gram)`.
            if let (Some(unit), false) = (unit_of(&key), text.contains(char::is_alphabetic)) {
                *text = Cow::Owned(format!("{} {unit}", text.trim()));
            }
        }
        let mut notices = Vec::new();
        put(&mut self.facts, fact, &told, &mut notices);
        notices
    }

    /// The facts, with what one fact tells about another.
    pub(crate) fn finish(mut self) -> Reading {
        let product = &mut self.facts.product;
        if product.category == Category::Other {
            product.category = Category::guess(&product.name);
        }
        let is_made = !product.category.is_food() && product.category != Category::Other;
        if self.bahan && is_made && product.materials.is_empty() {
            product.materials = std::mem::take(&mut product.ingredients);
        }
        if let (Some(price), Some(previous)) = (product.price, product.previous_price)
            && previous <= price
        {
            product.previous_price = None;
            let message = Message::new("facts-previous-price")
                .with("price", price)
                .with("previous", previous);
            self.notices
                .push(about(Fact::PreviousPrice, Notice::mend(message)));
        }
        Reading {
            facts: self.facts,
            notices: self.notices,
        }
    }
}

/// Sets one fact from a text; see [`super::set`].
pub(crate) fn set(facts: &mut Facts, fact: Fact, text: &str) -> Result<(), Notice> {
    let mut notices = Vec::new();
    let guessed = facts.product.category == Category::guess(&facts.product.name);
    put(facts, fact, &Told::Text(Cow::Borrowed(text)), &mut notices);
    // A guessed category follows the name; a told one stays.
    if fact == Fact::Name && (guessed || facts.product.category == Category::Other) {
        facts.product.category = Category::guess(&facts.product.name);
    }
    // A refusal matters more than a cut.
    match notices.iter().position(|n| n.gravity == Gravity::Mend) {
        Some(index) => Err(notices.swap_remove(index)),
        None => notices.pop().map_or(Ok(()), Err),
    }
}

/// Reads `told` into its place.
fn put(facts: &mut Facts, fact: Fact, told: &Told<'_>, notices: &mut Vec<Notice>) {
    let (product, shop, permits) = (&mut facts.product, &mut facts.shop, &mut facts.permits);
    let mut field = Field { fact, notices };
    match fact {
        Fact::Variants => field.keep(&mut product.variants, |f| f.variants(told)),
        Fact::Ingredients => field.keep(&mut product.ingredients, |f| f.items(told)),
        Fact::Materials => field.keep(&mut product.materials, |f| f.items(told)),
        Fact::Colors => field.keep(&mut shop.colors, |f| f.colors(told)),
        _ => {
            let Some(text) = field.one_text(told) else {
                return;
            };
            let text = text.as_str();
            match fact {
                Fact::Name => product.name = field.text(text, NAME_MAX).unwrap_or_default(),
                Fact::Category => field.set(&mut product.category, text, category),
                Fact::Price => {
                    field.set_option(&mut product.price, text, |t| read(Rupiah::parse(t)))
                }
                Fact::PreviousPrice => field.set_option(&mut product.previous_price, text, |t| {
                    read(Rupiah::parse(t))
                }),
                Fact::NetWeight => {
                    field.set_option(&mut product.net_weight, text, |t| read(Quantity::parse(t)))
                }
                Fact::Stock => field.set_option(&mut product.stock, text, count),
                Fact::SoldCount => field.set_option(&mut product.sold_count, text, count),
                Fact::PreorderDays => field.set_option(&mut product.preorder_days, text, days),
                Fact::Unit => product.unit = field.text(text, 30),
                Fact::Process => product.process = field.text(text, 500),
                Fact::Origin => product.origin = field.text(text, 120),
                Fact::Story => product.story = field.text(text, 1000),
                Fact::Usage => product.usage = field.text(text, 500),
                Fact::Storage => product.storage = field.text(text, 300),
                Fact::ShelfLife => product.shelf_life = field.text(text, 60),
                Fact::ShopName => shop.name = field.text(text, 80),
                Fact::City => shop.city = field.text(text, 60),
                Fact::WhatsApp => {
                    field.set_option(&mut shop.whatsapp, text, |t| read(WhatsApp::parse(t)))
                }
                Fact::Instagram => field.set_option(&mut shop.instagram, text, |t| account(t, 30)),
                Fact::Tiktok => field.set_option(&mut shop.tiktok, text, |t| account(t, 24)),
                Fact::Facebook => shop.facebook = field.text(page(text), 80),
                Fact::Logo => shop.logo = field.text(text, 500),
                Fact::Nib => field.set_option(&mut permits.nib, text, |t| {
                    read(Permit::parse(PermitKind::Nib, t))
                }),
                Fact::Pirt => field.set_option(&mut permits.pirt, text, |t| {
                    read(Permit::parse(PermitKind::Pirt, t))
                }),
                Fact::Halal => field.set_option(&mut permits.halal, text, |t| {
                    read(Permit::parse(PermitKind::Halal, t))
                }),
                Fact::Bpom => field.set_option(&mut permits.bpom, text, |t| {
                    read(Permit::parse(PermitKind::Bpom, t))
                }),
                Fact::Brand => permits.brand = field.text(text, 100),
                Fact::Variants | Fact::Ingredients | Fact::Materials | Fact::Colors => {}
            }
        }
    }
}

/// One fact at work, with the notices that it gives rise to.
struct Field<'a> {
    fact: Fact,
    notices: &'a mut Vec<Notice>,
}

impl Field<'_> {
    fn refuse(&mut self, message: Message) {
        self.notices.push(about(self.fact, Notice::mend(message)));
    }

    fn note(&mut self, message: Message) {
        self.notices.push(about(self.fact, Notice::note(message)));
    }

    /// A single value; a list of one counts, and a list of sentences is joined.
    fn one_text(&mut self, told: &Told<'_>) -> Option<String> {
        match told {
            Told::Text(text) => Some(text.clone().into_owned()),
            Told::List(items) => {
                let texts: Option<Vec<&str>> = items
                    .iter()
                    .map(|item| {
                        if let Told::Text(text) = item {
                            Some(text.as_ref())
                        } else {
                            None
                        }
                    })
                    .collect();
                match texts {
                    Some(texts) => Some(texts.join(", ")),
                    None => {
                        self.refuse(Message::new("facts-not-one"));
                        None
                    }
                }
            }
            Told::Table(_) => {
                self.refuse(Message::new("facts-not-one"));
                None
            }
        }
    }

    /// A cleaned text; `None` when nothing was told.
    fn text(&mut self, text: &str, max: usize) -> Option<String> {
        let (text, was_cut) = clean::line(text, max);
        if was_cut {
            self.note(
                Message::new("facts-too-long")
                    .with("max", max)
                    .with("text", clean::quote(&text)),
            );
        }
        (!is_blank(&text)).then_some(text)
    }

    /// Reads a value into its place: a blank clears it, a bad one leaves it as it was.
    fn set<T: Default>(
        &mut self,
        place: &mut T,
        text: &str,
        parse: impl FnOnce(&str) -> Result<T, Message>,
    ) {
        let (text, _) = clean::line(text, 200);
        if is_blank(&text) {
            *place = T::default();
            return;
        }
        match parse(&text) {
            Ok(value) => *place = value,
            Err(message) => self.refuse(message),
        }
    }

    fn set_option<T>(
        &mut self,
        place: &mut Option<T>,
        text: &str,
        parse: impl FnOnce(&str) -> Result<T, Message>,
    ) {
        self.set(place, text, |text| parse(text).map(Some));
    }

    /// Replaces a list, unless all of it was refused.
    fn keep<T>(&mut self, place: &mut Vec<T>, read: impl FnOnce(&mut Self) -> Vec<T>) {
        let before = self.notices.len();
        let items = read(self);
        if !items.is_empty() || self.notices.len() == before {
            *place = items;
        }
    }

    /// Texts of a list, or of one text with separators.
    fn parts(&mut self, told: &Told<'_>) -> Vec<String> {
        match told {
            Told::Text(text) => list::split(text),
            Told::List(items) => {
                let mut parts = Vec::new();
                for item in items {
                    match item {
                        Told::Text(text) => parts.push(text.clone().into_owned()),
                        _ => self.refuse(Message::new("facts-not-list")),
                    }
                }
                parts
            }
            Told::Table(_) => {
                self.refuse(Message::new("facts-not-list"));
                Vec::new()
            }
        }
    }

    fn items(&mut self, told: &Told<'_>) -> Vec<String> {
        let mut items: Vec<String> = Vec::new();
        for part in self.parts(told) {
            let Some(item) = self.text(&part, ITEM_MAX) else {
                continue;
            };
            let item = item.trim_start_matches("dan ").trim_end_matches(['.', ' ']);
            let is_known = items.iter().any(|known| known.eq_ignore_ascii_case(item));
            if !is_blank(item) && !is_known {
                items.push(item.to_owned());
            }
        }
        self.at_most(&mut items, ITEMS_MAX);
        items
    }

    fn colors(&mut self, told: &Told<'_>) -> Vec<Color> {
        let mut colors = Vec::new();
        for part in self.parts(told) {
            if is_blank(part.trim()) {
                continue;
            }
            match Color::parse(&part) {
                Ok(color) if !colors.contains(&color) => colors.push(color),
                Ok(_) => {}
                Err(error) => self.refuse(error.explain()),
            }
        }
        self.at_most(&mut colors, ITEMS_MAX);
        colors
    }

    fn variants(&mut self, told: &Told<'_>) -> Vec<Variant> {
        let mut variants: Vec<Variant> = Vec::new();
        let read: Vec<Option<Variant>> = match told {
            Told::Text(text) => list::split(text)
                .iter()
                .map(|part| self.variant_of_text(part))
                .collect(),
            Told::List(items) => items.iter().map(|item| self.variant(item)).collect(),
            Told::Table(_) => vec![self.variant(told)],
        };
        for variant in read.into_iter().flatten() {
            if variants
                .iter()
                .any(|known| known.name.to_lowercase() == variant.name.to_lowercase())
            {
                self.refuse(
                    Message::new("facts-variant-twice").with("text", clean::quote(&variant.name)),
                );
            } else {
                variants.push(variant);
            }
        }
        self.at_most(&mut variants, VARIANTS_MAX);
        variants
    }

    fn variant(&mut self, told: &Told<'_>) -> Option<Variant> {
        let fields = match told {
            Told::Text(text) => return self.variant_of_text(text),
            Told::Table(fields) => fields,
            Told::List(_) => {
                self.refuse(Message::new("facts-not-list"));
                return None;
            }
        };
        let (mut name, mut price, mut stock) = (None, None, None);
        for (key, value) in fields {
            let text = self.one_text(value)?;
            match normal(key).as_str() {
                "name" | "nama" | "varian" | "rasa" | "ukuran" | "warna" => {
                    name = self.text(&text, ITEM_MAX)
                }
                "price" | "harga" => self.set_option(&mut price, &text, |t| read(Rupiah::parse(t))),
                "stock" | "stok" => self.set_option(&mut stock, &text, count),
                _ => self.refuse(Message::new("facts-unknown-key").with("key", clean::quote(key))),
            }
        }
        let Some(name) = name else {
            self.refuse(Message::new("facts-variant-unnamed"));
            return None;
        };
        Some(Variant { name, price, stock })
    }

    /// `Balado`, `Balado: 16rb`, `Balado=16000:20` (price, then stock).
    fn variant_of_text(&mut self, text: &str) -> Option<Variant> {
        let mut parts = text.splitn(3, [':', '=']);
        let whole = parts.next().unwrap_or_default();
        let (price, stock) = (parts.next(), parts.next());
        // `Rasa: Balado` has no price after its colon: the whole is the name.
        if price.is_some_and(|price| Rupiah::parse(price).is_err()) {
            return self.text(text, ITEM_MAX).map(|name| Variant {
                name,
                price: None,
                stock: None,
            });
        }
        let mut variant = Variant {
            name: self.text(whole, ITEM_MAX)?,
            price: None,
            stock: None,
        };
        if let Some(price) = price {
            self.set_option(&mut variant.price, price, |t| read(Rupiah::parse(t)));
        }
        if let Some(stock) = stock {
            self.set_option(&mut variant.stock, stock, count);
        }
        Some(variant)
    }

    fn at_most<T>(&mut self, items: &mut Vec<T>, most: usize) {
        if items.len() > most {
            items.truncate(most);
            self.note(Message::new("facts-too-many").with("max", most));
        }
    }
}

/// Names the fact in a notice.
fn about(fact: Fact, mut notice: Notice) -> Notice {
    notice.message = notice.message.with("fact", fact.key());
    notice
}

fn read<T, E: Explain>(result: Result<T, E>) -> Result<T, Message> {
    result.map_err(|error| error.explain())
}

/// What people write when there is nothing to tell.
fn is_blank(text: &str) -> bool {
    matches!(
        text.trim(),
        "" | "-"
            | "--"
            | "–"
            | "—"
            | "?"
            | "n/a"
            | "N/A"
            | "tidak ada"
            | "Tidak ada"
            | "belum ada"
            | "Belum ada"
    )
}

fn normal_key(key: &str) -> String {
    key.to_lowercase()
        .replace(|c: char| !c.is_alphanumeric(), "_")
}

/// The unit in a heading such as `berat__gram_`.
fn unit_of(key: &str) -> Option<&'static str> {
    key.split('_').find_map(|word| match word {
        "gram" | "gr" | "g" => Some("g"),
        "kg" | "kilogram" | "kilo" => Some("kg"),
        "ml" => Some("ml"),
        "liter" => Some("liter"),
        _ => None,
    })
}

fn category(text: &str) -> Result<Category, Message> {
    Category::parse(text).ok_or_else(|| {
        let word = text.to_lowercase();
        let nearest = Category::all()
            .map(Category::key)
            .filter_map(|key| Some((near(&word, key)?, key)))
            .min();
        let message = Message::new(if nearest.is_some() {
            "facts-category-near"
        } else {
            "facts-category"
        });
        message
            .with("text", clean::quote(text))
            .with("near", nearest.map_or("", |(_, key)| key))
    })
}

/// A count: `20`, `1.200`, `1,2rb`, `100+`, `20 bungkus`, `habis`.
fn count(text: &str) -> Result<u32, Message> {
    let fail = || Message::new("facts-count").with("text", clean::quote(text));
    let lower = text.to_lowercase();
    if matches!(lower.as_str(), "habis" | "kosong" | "sold out") {
        return Ok(0);
    }
    let number = lower
        .trim_start_matches(['>', '+', '±', '~'])
        .trim_end_matches(['+', ' ']);
    let split = number.find(char::is_alphabetic).unwrap_or(number.len());
    let (digits, word) = number.split_at(split);
    let digits = digits.trim().trim_end_matches('+');
    if digits == "0" {
        return Ok(0);
    }
    let factor = match word.split_whitespace().next().unwrap_or_default() {
        "rb" | "ribu" | "k" => "rb",
        "jt" | "juta" => "jt",
        _ => "",
    };
    // `20.0` is how spreadsheets write twenty; `15.5` pieces are no count.
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let has_part = factor.is_empty()
        && digits
            .split(['.', ','])
            .skip(1)
            .any(|group| group.len() != 3);
    if has_part {
        return Err(fail());
    }
    let amount = Rupiah::parse(&format!("{digits}{factor}"))
        .map_err(|_| fail())?
        .amount();
    u32::try_from(amount).map_err(|_| fail())
}

/// Days: `3`, `3 hari`, `2 minggu`, `1 bulan`; at most a year.
fn days(text: &str) -> Result<u16, Message> {
    let fail = || Message::new("facts-days").with("text", clean::quote(text));
    let lower = text.to_lowercase();
    let split = lower.find(char::is_alphabetic).unwrap_or(lower.len());
    let (number, word) = lower.split_at(split);
    // `3-5 hari` promises at most 5.
    let number = number.rsplit(['-', '–']).next().unwrap_or_default().trim();
    let number: u16 = number
        .strip_suffix(".0")
        .unwrap_or(number)
        .parse()
        .map_err(|_| fail())?;
    let factor = match word.trim() {
        "" | "h" | "hari" | "day" | "days" | "hari kerja" => 1,
        "minggu" | "week" | "weeks" | "pekan" => 7,
        "bulan" | "month" | "months" => 30,
        _ => return Err(fail()),
    };
    number
        .checked_mul(factor)
        .filter(|days| *days <= 365)
        .ok_or_else(fail)
}

/// An account name from `@busri`, `busri` or a link to its page.
fn account(text: &str, max: usize) -> Result<String, Message> {
    let name = page(text).trim().trim_start_matches('@');
    let fits = !name.is_empty()
        && name.len() <= max
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_'));
    if fits {
        Ok(name.to_owned())
    } else {
        Err(Message::new("facts-account")
            .with("text", clean::quote(text))
            .with("max", max))
    }
}

/// The last part of a link; other texts as they are.
fn page(text: &str) -> &str {
    let text = text.trim();
    let is_link = text.starts_with("http://")
        || text.starts_with("https://")
        || text.starts_with("www.")
        || text.contains(".com/");
    if !is_link {
        return text;
    }
    let path = text
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(text)
}
