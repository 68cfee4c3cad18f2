//! A product as every marketplace sees it: texts within its limits, one line per variant.

use std::collections::BTreeSet;

use naik_core::channel::Market;
use naik_core::encode::percent;
use naik_core::facts::{Facts, Variant};
use naik_core::limits::{Limits, MarketLimits};
use naik_core::quantity::Measure;

use super::{Image, Product, text};
use crate::clean;

/// A product, fitted to one marketplace.
pub(super) struct Offer<'a> {
    pub(super) product: &'a Product<'a>,
    pub(super) limits: &'static MarketLimits,
    pub(super) title: String,
    pub(super) description: String,
    /// The product's own code; each line's code starts with it.
    pub(super) sku: String,
    /// What the choice is called; empty without variants.
    pub(super) tier: &'static str,
    /// At least one.
    pub(super) lines: Vec<Line>,
    /// Weight of the parcel.
    pub(super) grams: Option<u32>,
}

/// One thing that can be put into the cart.
pub(super) struct Line {
    pub(super) sku: String,
    /// Empty when the product has no variants.
    pub(super) option: String,
    /// The same for an address.
    pub(super) choice: String,
    pub(super) price: Option<u64>,
    /// The price before, when it was higher.
    pub(super) previous: Option<u64>,
    pub(super) stock: Option<u32>,
}

/// Most letters of the name of a choice: Shopee's limit, which is the smallest.
const TIER_MAX: usize = 14;

impl<'a> Offer<'a> {
    pub(super) fn new(market: Market, product: &'a Product<'a>) -> Self {
        let limits = Limits::get().market(market);
        let facts = &product.facts.product;
        let variants: Vec<&Variant> = facts.variants.iter().take(limits.variants).collect();
        // Room for the option's own part.
        let room = if variants.is_empty() {
            limits.sku
        } else {
            limits.sku.saturating_sub(18).max(8)
        };
        let sku = shortened_code(&product.sku, room);
        let sku = if sku.is_empty() {
            shortened_code(&naik_core::slug::slug(&facts.name), room)
        } else {
            sku
        };
        let price = facts.price.map(naik_core::money::Rupiah::amount);
        let previous = facts.previous_price.map(naik_core::money::Rupiah::amount);
        let line =
            |name: &str, option: String, line_sku: String, own: Option<u64>, stock: Option<u32>| {
                // The former price was the product's: a variant that has a price of its own was never sold at it.
                let is_products = own.is_none() || own == price;
                let price = own
                    .or(price)
                    .filter(|price| (limits.price[0]..=limits.price[1]).contains(price));
                let previous = previous.filter(|previous| {
                    is_products
                        && price.is_some_and(|price| *previous > price)
                        && *previous <= limits.price[1]
                });
                let stock = stock
                    .filter(|stock| *stock >= limits.stock[0])
                    .map(|stock| stock.min(limits.stock[1]));
                Line {
                    sku: line_sku,
                    choice: choice(name),
                    option,
                    price,
                    previous,
                    stock,
                }
            };
        let lines = if variants.is_empty() {
            vec![line("", String::new(), sku.clone(), None, facts.stock)]
        } else {
            let options = shortened(&variants, limits.option);
            let stocks = stocks(&variants, facts.stock);
            let mut skus: Vec<String> = Vec::new();
            for (index, option) in options.iter().enumerate() {
                let part = shortened_code(&naik_core::slug::slug(option).to_uppercase(), 12);
                let mut line_sku = format!("{sku}-{part}");
                if skus.contains(&line_sku) {
                    line_sku = format!("{sku}-{part}-{}", index + 1);
                }
                skus.push(line_sku);
            }
            variants
                .iter()
                .zip(options)
                .zip(skus)
                .zip(stocks)
                .map(|(((variant, option), line_sku), stock)| {
                    let own = variant.price.map(naik_core::money::Rupiah::amount);
                    line(&variant.name, option, line_sku, own, stock)
                })
                .collect()
        };
        Self {
            product,
            limits,
            title: text::title(product.title, limits.title[1]),
            description: text::description(product.description, limits.description[1]),
            sku,
            tier: tier(&variants, facts.category.is_food()),
            lines,
            grams: parcel_grams(product)
                .filter(|grams| *grams <= limits.weight_grams[1])
                .map(|grams| grams.max(limits.weight_grams[0])),
        }
    }

    /// Pictures that the marketplace takes, as addresses, or as names in the archive where there is no address.
    pub(super) fn pictures(&self) -> Vec<String> {
        let images = self.product.images.iter().take(self.limits.images[1]);
        images
            .map(|image| {
                address(self.product.base_url, image).unwrap_or_else(|| image.name.clone())
            })
            .collect()
    }

    /// Pictures that have a public address.
    pub(super) fn links(&self) -> Vec<String> {
        self.product
            .images
            .iter()
            .take(self.limits.images[1])
            .filter_map(|image| address(self.product.base_url, image))
            .collect()
    }

    /// Days until dispatch of what is made to order, when the marketplace allows as many.
    pub(super) fn preorder(&self) -> Option<u16> {
        let [least, most] = self.limits.preorder_days;
        self.product
            .facts
            .product
            .preorder_days
            .filter(|days| *days > 0 && (least..=most).contains(days))
    }

    /// Whether it is made after the order.
    pub(super) fn is_made_to_order(&self) -> bool {
        self.product
            .facts
            .product
            .preorder_days
            .is_some_and(|days| days > 0)
    }

    /// The registered brand.
    pub(super) fn brand(&self) -> Option<&str> {
        self.product.facts.permits.brand.as_deref()
    }

    pub(super) fn has_variants(&self) -> bool {
        !self.tier.is_empty()
    }
}

/// A variant's name in an address; empty for no name.
pub fn choice(name: &str) -> String {
    if name.is_empty() {
        String::new()
    } else {
        naik_core::slug::slug(name)
    }
}

/// Every code under which some marketplace would know a product and its variants, in lower case.
///
/// No other product of the shop may have one of them: what is cut to a marketplace's
/// limit, or differs only in characters that none takes, is one code there.
pub fn codes(facts: &Facts, sku: &str) -> BTreeSet<String> {
    let product = Product::new(facts, sku, "", "");
    let of = |market| {
        let offer = Offer::new(market, &product);
        let lines = offer.lines.into_iter().map(|line| line.sku);
        lines.chain([offer.sku]).map(|code| code.to_lowercase())
    };
    Market::ALL.into_iter().flat_map(of).collect()
}

/// A shop's code as sheets write it: ASCII letters, digits, `-`, `_` and `.`, with `-` for a space. Empty when nothing of it is left.
pub fn code(text: &str) -> String {
    shortened_code(text, usize::MAX)
}

/// Grams of the parcel: the contents with a tenth (at least 50 g) for packing, up to the next 10 g.
///
/// A declared weight under the real one is charged to the seller, so this errs
/// upwards, and [`super::preflight`] asks to weigh it.
pub(super) fn parcel_grams(product: &Product<'_>) -> Option<u32> {
    let quantity = product.facts.product.net_weight?;
    let net = match quantity.measure {
        // Water weighs 1 g per millilitre; oil a little less, honey more: the packing's share covers it.
        Measure::Gram | Measure::Millilitre => quantity.thousandths.div_ceil(1000),
        Measure::Centimetre | Measure::Piece => return None,
    };
    let whole = net
        .saturating_add((net / 10).max(50))
        .div_ceil(10)
        .saturating_mul(10);
    u32::try_from(whole).ok()
}

/// The address of a picture.
pub(super) fn address(base: Option<&str>, image: &Image) -> Option<String> {
    let base = base
        .map(str::trim)
        .filter(|base| base.starts_with("https://") || base.starts_with("http://"))?;
    Some(format!(
        "{}/{}",
        base.trim_end_matches('/'),
        percent(&image.name, b"/")
    ))
}

/// A code of letters, digits, `-`, `_` and `.`, without spaces, as every marketplace takes it.
fn shortened_code(text: &str, max: usize) -> String {
    let text: String = text
        .chars()
        .map(|c| if c == ' ' { '-' } else { c })
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        .take(max)
        .collect();
    text.trim_matches(['-', '_', '.']).to_owned()
}

/// Names of variants within the limit, still all different.
fn shortened(variants: &[&Variant], max: usize) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for variant in variants {
        let (name, _) = clean::line(&variant.name, max);
        let mut unique = if name.is_empty() {
            "-".to_owned()
        } else {
            name.clone()
        };
        let mut number = 2;
        while names
            .iter()
            .any(|known| known.to_lowercase() == unique.to_lowercase())
        {
            let end = format!(" {number}");
            unique = format!(
                "{}{end}",
                clean::line(&name, max.saturating_sub(end.len())).0
            );
            number += 1;
        }
        names.push(unique);
    }
    names
}

/// Stock per variant. Where only the whole is known it is shared out, the first ones getting what is left over:
/// the sum is never more than there is.
fn stocks(variants: &[&Variant], whole: Option<u32>) -> Vec<Option<u32>> {
    let told: u32 = variants
        .iter()
        .filter_map(|v| v.stock)
        .fold(0, u32::saturating_add);
    let unknown = variants.iter().filter(|v| v.stock.is_none()).count();
    let left = whole.map(|whole| whole.saturating_sub(told));
    let mut rank = 0;
    variants
        .iter()
        .map(|variant| {
            variant.stock.or_else(|| {
                let count = u32::try_from(unknown).unwrap_or(u32::MAX).max(1);
                let share = left.map(|left| left / count + u32::from(rank < left % count));
                rank += 1;
                share
            })
        })
        .collect()
}

/// What the choice is about, told by the words.
fn tier(variants: &[&Variant], is_food: bool) -> &'static str {
    const COLORS: &[&str] = &[
        "merah", "putih", "hitam", "biru", "hijau", "kuning", "cokelat", "coklat", "ungu", "krem",
        "abu", "navy", "pink", "marun", "jingga", "oranye", "sogan", "natural", "emas", "perak",
    ];
    const SIZES: &[&str] = &[
        "xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "kecil", "sedang", "besar",
        "jumbo", "mini",
    ];
    if variants.is_empty() {
        return "";
    }
    let all = |fits: &dyn Fn(&str) -> bool| variants.iter().all(|v| fits(&v.name.to_lowercase()));
    let is_measure = |name: &str| name.starts_with(|c: char| c.is_ascii_digit());
    let tier = if all(&|name| is_measure(name) || SIZES.contains(&name)) {
        "Ukuran"
    } else if all(&|name| {
        name.split_whitespace()
            .next()
            .is_some_and(|word| COLORS.contains(&word))
    }) {
        "Warna"
    } else if is_food {
        "Rasa"
    } else {
        "Pilihan"
    };
    debug_assert!(tier.len() <= TIER_MAX, "marketplaces cut longer names");
    tier
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variant(name: &str, stock: Option<u32>) -> Variant {
        Variant {
            name: name.to_owned(),
            price: None,
            stock,
        }
    }

    #[test]
    fn a_whole_stock_is_shared_and_never_oversold() {
        let list = [
            variant("a", None),
            variant("b", Some(5)),
            variant("c", None),
        ];
        let list: Vec<&Variant> = list.iter().collect();
        assert_eq!(stocks(&list, Some(12)), [Some(4), Some(5), Some(3)]);
        assert_eq!(stocks(&list, Some(2)), [Some(0), Some(5), Some(0)]);
        assert_eq!(stocks(&list, None), [None, Some(5), None]);
    }

    #[test]
    fn long_names_of_variants_stay_different() {
        let list = [
            variant("Pedas sekali manis gurih", None),
            variant("Pedas sekali manis asin", None),
        ];
        let names = shortened(&list.iter().collect::<Vec<_>>(), 20);
        assert_eq!(names, ["Pedas sekali manis", "Pedas sekali manis 2"]);
    }

    #[test]
    fn the_choice_has_its_name() {
        for (names, is_food, wanted) in [
            (vec!["S", "M", "XL"], false, "Ukuran"),
            (vec!["250 g", "500 g"], true, "Ukuran"),
            (vec!["Merah", "Biru tua"], false, "Warna"),
            (vec!["Original", "Balado"], true, "Rasa"),
            (vec!["Kawung", "Parang"], false, "Pilihan"),
            (vec![], true, ""),
        ] {
            let list: Vec<Variant> = names.iter().map(|name| variant(name, None)).collect();
            assert_eq!(tier(&list.iter().collect::<Vec<_>>(), is_food), wanted);
        }
    }

    #[test]
    fn codes_that_a_marketplace_reads_alike_are_found() {
        let mut facts = Facts::default();
        assert_eq!(code(" A 1é/"), "A-1");
        assert_eq!(code("編號"), "");
        assert_eq!(codes(&facts, "A 1"), codes(&facts, "a-1"));
        let long = "K".repeat(50);
        let alike =
            |a: &str, b: &str, facts: &Facts| !codes(facts, a).is_disjoint(&codes(facts, b));
        assert!(alike(&format!("{long}1"), &format!("{long}2"), &facts));
        assert!(!alike("K.1", "K-1", &facts));
        let plain = Facts::default();
        facts.product.variants = vec![variant("Besar", None)];
        assert!(!codes(&facts, "GUCI").is_disjoint(&codes(&plain, "guci besar")));
    }

    #[test]
    fn addresses_are_encoded() {
        let image = Image {
            name: "a b#é.jpg".to_owned(),
            bytes: 1,
            width: 1,
            height: 1,
        };
        assert_eq!(
            address(Some("https://x.id/f/"), &image).as_deref(),
            Some("https://x.id/f/a%20b%23%C3%A9.jpg")
        );
        assert_eq!(address(Some("x.id"), &image), None);
    }
}
