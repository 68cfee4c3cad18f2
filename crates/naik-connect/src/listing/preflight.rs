//! What a marketplace would say, before it says it: every limit and duty, green or red, with the remedy.

mod duty;
mod film;
mod words;

use naik_core::channel::Market;
use naik_core::kit::Gravity;
use naik_core::limits::{Limits, MarketLimits};
use naik_core::message::Message;
use naik_core::money::Rupiah;

use super::line::{Offer, parcel_grams};
use super::{Finding, Product, Video, feed};

/// Checks a product against everything that a marketplace asks for. The order is that of its form: texts,
/// pictures, price, parcel, permits.
pub fn preflight(market: Market, product: &Product<'_>) -> Vec<Finding> {
    let offer = Offer::new(market, product);
    let mut list = Checks {
        market,
        product,
        limits: offer.limits,
        offer,
        findings: Vec::new(),
    };
    list.goods();
    words::check(&mut list);
    list.photos();
    list.video();
    list.price();
    list.stock();
    list.variants();
    list.parcel();
    list.preorder();
    list.category();
    list.link();
    duty::check(&mut list);
    list.findings
}

/// The part of [`preflight`] that looks at the film, for one that was made anew: its rules start with `video-`.
pub fn preflight_video(market: Market, video: &Video) -> Vec<Finding> {
    film::check(Limits::get().market(market), video)
}

/// A product under check.
struct Checks<'a> {
    market: Market,
    product: &'a Product<'a>,
    limits: &'static MarketLimits,
    offer: Offer<'a>,
    findings: Vec<Finding>,
}

impl Checks<'_> {
    /// The rule holds; the message says what was found.
    fn green(&mut self, rule: &'static str, message: Message) {
        self.findings.push(finding(rule, true, message));
    }

    /// The rule does not hold; the message's hint is the remedy.
    fn red(&mut self, rule: &'static str, message: Message) {
        self.findings.push(finding(rule, false, message));
    }

    fn either(&mut self, rule: &'static str, passed: bool, green: Message, red: Message) {
        if passed {
            self.green(rule, green)
        } else {
            self.red(rule, red)
        }
    }

    fn is_parcel_market(&self) -> bool {
        matches!(
            self.market,
            Market::Shopee | Market::TiktokTokopedia | Market::Lazada
        )
    }

    /// Services are no goods: these places send parcels.
    fn goods(&mut self) {
        let is_service =
            self.product.facts.product.category == naik_core::category::Category::Service;
        if is_service && self.market != Market::Meta {
            self.red(
                "goods",
                Message::new("check-goods-service").with("market", self.market.name()),
            );
        }
    }

    fn photos(&mut self) {
        let [least, most] = self.limits.images;
        let count = self.product.images.len();
        let numbers = |key: &str| {
            Message::new(key)
                .with("count", count)
                .with("min", least)
                .with("max", most)
        };
        match count {
            0 => self.red("photo-count", numbers("check-photo-none")),
            _ if count < least => self.red("photo-count", numbers("check-photo-few")),
            _ if count > most => self.green("photo-count", numbers("check-photo-many")),
            _ => self.green("photo-count", numbers("check-photo-count")),
        }
        let images: Vec<_> = self.product.images.iter().take(most).collect();
        let [small, large] = self.limits.image_px;
        let side =
            |image: &super::Image| (image.width.min(image.height), image.width.max(image.height));
        let sized = |key: &str| Message::new(key).with("min", small).with("max", large);
        let bad = images
            .iter()
            .find(|image| side(image).0 < small || side(image).1 > large);
        match bad {
            Some(image) => {
                let message = sized("check-photo-size-bad").with("name", &image.name);
                self.red(
                    "photo-size",
                    message
                        .with("width", image.width)
                        .with("height", image.height),
                );
            }
            None if !images.is_empty() => self.green("photo-size", sized("check-photo-size")),
            None => {}
        }
        let limit = self.limits.image_bytes;
        let weight = |key: &str| Message::new(key).with("max", megabytes(limit as u64));
        match images.iter().find(|image| image.bytes > limit) {
            Some(image) => self.red(
                "photo-bytes",
                weight("check-photo-bytes-bad")
                    .with("name", &image.name)
                    .with("size", megabytes(image.bytes as u64)),
            ),
            None if !images.is_empty() => self.green("photo-bytes", weight("check-photo-bytes")),
            None => {}
        }
        let foreign = images
            .iter()
            .find(|image| !feed::is_format(self.market, image));
        if let Some(image) = foreign {
            self.red(
                "photo-format",
                Message::new("check-photo-format-bad").with("name", &image.name),
            );
        } else if !images.is_empty() {
            self.green("photo-format", Message::new("check-photo-format"));
        }
        if !images.is_empty() {
            let is_linked = self.offer.links().len() == images.len();
            match (is_linked, self.is_parcel_market()) {
                (true, _) => self.green("photo-link", Message::new("check-photo-link")),
                // The seller centre takes pictures by hand; a feed does not.
                (false, true) => self.green("photo-link", Message::new("check-photo-link-named")),
                (false, false) => self.red("photo-link", Message::new("check-photo-link-missing")),
            }
        }
    }

    fn video(&mut self) {
        if let Some(video) = &self.product.video {
            self.findings.extend(film::check(self.limits, video));
        }
    }

    fn price(&mut self) {
        let facts = &self.product.facts.product;
        let told: Vec<Rupiah> = if facts.variants.is_empty() {
            facts.price.into_iter().collect()
        } else {
            facts
                .variants
                .iter()
                .filter_map(|variant| variant.price.or(facts.price))
                .collect()
        };
        let wanted = facts.variants.len().max(1);
        if told.len() < wanted {
            self.red("price", Message::new("check-price-missing"));
            return;
        }
        let [least, most] = self.limits.price;
        let message = |key: &str, price: Rupiah| {
            Message::new(key)
                .with("price", price)
                .with("min", Rupiah::new(least))
                .with("max", Rupiah::new(most))
        };
        match told
            .iter()
            .find(|price| !(least..=most).contains(&price.amount()))
        {
            Some(price) => self.red("price", message("check-price-range", *price)),
            None => {
                if let Some(price) = told.iter().min() {
                    self.green("price", message("check-price", *price));
                }
            }
        }
    }

    fn stock(&mut self) {
        let facts = &self.product.facts.product;
        let [least, most] = self.limits.stock;
        let told: Vec<u32> = if facts.variants.is_empty() {
            facts.stock.into_iter().collect()
        } else {
            facts
                .variants
                .iter()
                .filter_map(|variant| variant.stock.or(facts.stock))
                .collect()
        };
        let message = |key: &str, count: u32| {
            Message::new(key)
                .with("count", count)
                .with("min", least)
                .with("max", most)
        };
        if told.len() < facts.variants.len().max(1) {
            // Feeds may leave it out.
            if self.is_parcel_market() {
                self.red("stock", Message::new("check-stock-missing"));
            }
            return;
        }
        let lines: Vec<Option<u32>> = self.offer.lines.iter().map(|line| line.stock).collect();
        if let Some(count) = told.iter().find(|count| !(least..=most).contains(count)) {
            self.red("stock", message("check-stock-range", *count));
        } else if lines.iter().any(Option::is_none) {
            self.red("stock", message("check-stock-range", 0));
        } else if !facts.variants.is_empty()
            && facts.variants.iter().any(|variant| variant.stock.is_none())
        {
            self.green(
                "stock",
                message("check-stock-shared", facts.stock.unwrap_or(0)),
            );
        } else {
            self.green(
                "stock",
                message(
                    "check-stock",
                    told.iter().copied().fold(0, u32::saturating_add),
                ),
            );
        }
    }

    fn variants(&mut self) {
        let variants = &self.product.facts.product.variants;
        if variants.is_empty() {
            return;
        }
        let most = self.limits.variants;
        let message = |key: &str| {
            Message::new(key)
                .with("count", variants.len())
                .with("max", most)
        };
        self.either(
            "variant-count",
            variants.len() <= most,
            message("check-variant-count"),
            message("check-variant-count-bad"),
        );
        let most = self.limits.option;
        let long = variants
            .iter()
            .find(|variant| variant.name.chars().count() > most);
        match long {
            Some(variant) => self.red(
                "variant-name",
                Message::new("check-variant-name-long")
                    .with("name", &variant.name)
                    .with("max", most),
            ),
            None => self.green(
                "variant-name",
                Message::new("check-variant-name").with("max", most),
            ),
        }
    }

    fn parcel(&mut self) {
        if !self.is_parcel_market() {
            return;
        }
        let [least, most] = self.limits.weight_grams;
        match parcel_grams(self.product) {
            None => self.red("weight", Message::new("check-weight-missing")),
            Some(grams) if grams > most => {
                self.red(
                    "weight",
                    Message::new("check-weight-range")
                        .with("weight", kilograms(grams))
                        .with("max", kilograms(most)),
                );
            }
            Some(grams) => self.green(
                "weight",
                Message::new("check-weight").with("weight", kilograms(grams.max(least))),
            ),
        }
        // The others take a parcel without its sides; this one refuses it, and no fact tells them.
        if self.market == Market::Lazada {
            self.green("package-size", Message::new("check-package-size"));
        }
    }

    fn preorder(&mut self) {
        let Some(days) = self
            .product
            .facts
            .product
            .preorder_days
            .filter(|days| *days > 0)
        else {
            return;
        };
        let [least, most] = self.limits.preorder_days;
        let message = |key: &str| {
            Message::new(key)
                .with("days", days)
                .with("min", least)
                .with("max", most)
        };
        match days {
            _ if days > most => self.red("preorder", message("check-preorder-long")),
            // Shorter than the shortest pre-order is an ordinary order that is sent quickly.
            _ if days < least => self.green("preorder", message("check-preorder-short")),
            _ => self.green("preorder", message("check-preorder")),
        }
    }

    fn category(&mut self) {
        if self.is_parcel_market() {
            self.green("category", Message::new("check-category-later"));
        }
    }

    fn link(&mut self) {
        if self.is_parcel_market() {
            return;
        }
        let missing = if self.market == Market::Google {
            "check-link-page-missing"
        } else {
            "check-link-missing"
        };
        let has_link = feed::link(self.market, self.product, None).is_some();
        self.either(
            "link",
            has_link,
            Message::new("check-link"),
            Message::new(missing),
        );
    }
}

fn finding(rule: &'static str, passed: bool, message: Message) -> Finding {
    Finding {
        rule,
        passed,
        gravity: if passed { Gravity::Note } else { Gravity::Mend },
        message,
    }
}

/// `1,9 MB`, or `350 KB` under a megabyte.
fn megabytes(bytes: u64) -> String {
    if bytes < 1_000_000 {
        return format!("{} KB", bytes.div_ceil(1000));
    }
    let tenths = bytes.div_ceil(100_000);
    if tenths.is_multiple_of(10) {
        format!("{} MB", tenths / 10)
    } else {
        format!("{},{} MB", tenths / 10, tenths % 10)
    }
}

/// `300 g`, `1,25 kg`.
fn kilograms(grams: u32) -> String {
    if grams < 1000 {
        return format!("{grams} g");
    }
    let part = format!("{:03}", grams % 1000);
    let part = part.trim_end_matches('0');
    if part.is_empty() {
        format!("{} kg", grams / 1000)
    } else {
        format!("{},{part} kg", grams / 1000)
    }
}
