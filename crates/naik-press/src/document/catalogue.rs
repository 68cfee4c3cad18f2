//! What a shop sells, as a catalogue with photos and as a price list: on paper, and as pictures for chats.

use jiff::civil::Date;
use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_core::storefront::Cloth;
use serde_json::{Value, json};

use super::printable::{letter, printable};
use super::world::Desk;
use super::{Paper, Say, Sheet, label, page_label, qr};
use crate::error::PressError;

/// Things in one listing; what comes after is left away.
const MOST: usize = 500;
/// Letters of a name.
const NAME: usize = 90;
/// Letters of what is said beside it.
const ASIDE: usize = 110;

/// Who sells.
#[derive(Clone, Debug, Default)]
pub struct Seller {
    /// The shop's name.
    pub name: String,
    /// A few words about it.
    pub about: Option<String>,
    /// Its city.
    pub city: Option<String>,
    /// The number for orders, as people read it: `0812-3456-7890`.
    pub whatsapp: Option<String>,
    /// Where its page is: `https://naikkelas.id/toko/keripik-bu-sari`.
    pub link: Option<String>,
    /// Its colour.
    pub cloth: Cloth,
    /// When it is open, in words, day by day or summed up.
    pub hours: Vec<String>,
}

/// A thing to buy. Sums are as people say them: `Rp15.000`.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// What one costs; without it one has to ask.
    pub price: Option<String>,
    /// What one really cost before.
    pub before: Option<String>,
    /// What one is: `per bungkus`.
    pub unit: Option<String>,
    /// Its weight, its size, how long it keeps.
    pub details: Vec<String>,
    /// What there is to choose from, with a price where it differs.
    pub choices: Vec<(String, Option<String>)>,
    /// One or two sentences about it.
    pub story: Option<String>,
    /// A JPEG, best square.
    pub photo: Option<Vec<u8>>,
    /// Whether there is none at the moment.
    pub sold_out: bool,
}

/// All that a catalogue and a price list say.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Who sells.
    pub seller: Seller,
    /// What, in its order.
    pub items: Vec<Item>,
    /// The language of the words around it.
    pub lang: Lang,
    /// The day on which the prices hold.
    pub made: Date,
    /// The same in words: `26 November 2026`.
    pub made_said: String,
}

/// The two listings of a shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// With photos.
    Catalogue,
    /// A line for each thing.
    Prices,
}

impl Kind {
    /// Things on one picture for chats.
    pub fn per_picture(self) -> usize {
        match self {
            Self::Catalogue => 6,
            Self::Prices => 12,
        }
    }

    /// Pictures that so many things take; an empty shelf takes one as well.
    pub fn pictures(self, items: usize) -> usize {
        items.min(MOST).div_ceil(self.per_picture()).max(1)
    }

    fn template(self) -> &'static str {
        match self {
            Self::Catalogue => "/catalogue.typ",
            Self::Prices => "/prices.typ",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Catalogue => "paper-catalogue",
            Self::Prices => "paper-prices",
        }
    }
}

/// A shop's catalogue or its price list. Beyond the last picture there is one without things.
///
/// # Errors
/// When a photo is no JPEG; else only by a mistake of ours.
pub fn listing(
    listing: &Listing,
    kind: Kind,
    sheet: Sheet,
    say: &Say<'_>,
) -> Result<Paper, PressError> {
    let seller = &listing.seller;
    let name = printable(&seller.name, NAME).unwrap_or_else(|| label(say, "paper-shop"));
    let heading = label(say, kind.heading());
    let whatsapp = seller.whatsapp.clone();
    let shown = seller.link.as_deref().map(without_scheme);
    let contact: Vec<String> = [
        whatsapp.as_ref().map(|number| format!("WhatsApp {number}")),
        seller.city.as_deref().and_then(|city| printable(city, 40)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let all = kind.pictures(listing.items.len());
    let (skip, take) = match sheet {
        Sheet::Print => (0, MOST),
        Sheet::Phone(part) => {
            let size = kind.per_picture();
            (part.saturating_sub(1).saturating_mul(size), size)
        }
    };
    let mut photos: Vec<(String, Vec<u8>)> = Vec::new();
    let items: Vec<Value> = (1..)
        .zip(listing.items.iter().take(MOST))
        .skip(skip)
        .take(take)
        .map(|(number, one): (usize, _)| {
            let photo = one.photo.as_ref().filter(|_| kind == Kind::Catalogue);
            let photo = photo.map(|bytes| {
                let name = format!("/photo/{number}.jpg");
                photos.push((name.clone(), bytes.clone()));
                name
            });
            item(one, number, photo, kind, say)
        })
        .collect();
    let how = match &whatsapp {
        Some(number) => say(&Message::new("paper-step-whatsapp").with("number", number)),
        None => label(say, "paper-step-ask"),
    };
    let foot: Vec<String> = [Some(name.clone()), contact.first().cloned(), shown.clone()]
        .into_iter()
        .flatten()
        .collect();
    let data = json!({
        "title": format!("{heading} {name}"),
        "author": name,
        "lang": listing.lang.code(),
        "phone": match sheet {
            Sheet::Print => Value::Null,
            Sheet::Phone(part) => json!({ "part": part, "all": all }),
        },
        "heading": heading,
        "shop": {
            "name": name,
            "about": seller.about.as_deref().and_then(|text| printable(text, 150)),
            "contact": contact.join(" · "),
            "address": shown,
            "cloth": seller.cloth.key(),
            "hours": seller.hours,
        },
        "items": items,
        "steps": [label(say, "paper-step-choose"), how, label(say, "paper-step-wait")],
        "note": say(&Message::new("paper-prices-of").with("day", &listing.made_said)),
        "foot": foot.join(" · "),
        "words": {
            "ask": label(say, "paper-ask"),
            "sold-out": label(say, "paper-sold-out"),
            "scan": label(say, "paper-scan"),
            "how": label(say, "paper-how"),
            "hours": label(say, "paper-hours"),
            "nothing": label(say, "paper-nothing"),
            "product": label(say, "paper-product"),
            "price": label(say, "paper-price"),
            "page": page_label(say),
        },
    });
    let mut desk = Desk::new(kind.template(), &data)?;
    if let Some(link) = &seller.link {
        desk.lay("/qr.svg".to_owned(), qr::svg(link)?);
    }
    for (name, bytes) in photos {
        desk.lay(name, bytes);
    }
    desk.set(format!("{heading} {name} {}", listing.made), listing.made)
}

fn item(one: &Item, number: usize, photo: Option<String>, kind: Kind, say: &Say<'_>) -> Value {
    let name = printable(&one.name, NAME)
        .unwrap_or_else(|| say(&Message::new("paper-unnamed").with("n", number)));
    let choices: Vec<(String, Option<&String>)> = one
        .choices
        .iter()
        .filter_map(|(name, price)| Some((printable(name, 40)?, price.as_ref())))
        .collect();
    // A price list gives a line to a choice that has its own price.
    let (lines, words): (Vec<_>, Vec<_>) = choices
        .into_iter()
        .partition(|(_, price)| price.is_some() && kind == Kind::Prices);
    let words: Vec<String> = words
        .into_iter()
        .map(|(name, price)| match price {
            Some(price) => format!("{name} {price}"),
            None => name,
        })
        .collect();
    let words = (!words.is_empty()).then(|| {
        let list = printable(&words.join(", "), ASIDE).unwrap_or_default();
        say(&Message::new("paper-choices").with("choices", list))
    });
    let details: Vec<String> = one
        .details
        .iter()
        .filter_map(|text| printable(text, 40))
        .collect();
    json!({
        "name": name,
        "letter": letter(&name),
        "price": one.price,
        "before": one.before,
        "unit": one.unit.as_deref().and_then(|unit| printable(unit, 24)),
        "details": details,
        "variants": words,
        "choices": lines.iter().map(|(name, price)| json!({ "name": name, "price": price })).collect::<Vec<_>>(),
        "story": one.story.as_deref().and_then(|text| printable(text, 320)),
        "photo": photo,
        "empty": one.sold_out,
    })
}

/// An address as people read it.
pub(super) fn without_scheme(link: &str) -> String {
    let shown = link.split_once("://").map_or(link, |(_, rest)| rest);
    shown.to_owned()
}
