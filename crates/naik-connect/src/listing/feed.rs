//! Feeds: the Meta catalogue (WhatsApp, Instagram, Facebook) as CSV and Google Merchant as TSV.

use naik_core::category::Category;
use naik_core::channel::Market;
use naik_core::encode::percent;

use super::line::{Line, Offer};
use super::{ListingError, Product, text};

/// Meta's columns. <https://developers.facebook.com/docs/commerce-platform/catalog/fields>
const META: &[&str] = &[
    "id",
    "title",
    "description",
    "availability",
    "condition",
    "price",
    "sale_price",
    "link",
    "image_link",
    "additional_image_link",
    "brand",
    "item_group_id",
    "size",
    "color",
    "pattern",
    "quantity_to_sell_on_facebook",
    "google_product_category",
    "shipping_weight",
    "custom_label_0",
    "status",
];

/// Google's columns. <https://support.google.com/merchants/answer/7052112>
const GOOGLE: &[&str] = &[
    "id",
    "title",
    "description",
    "link",
    "image_link",
    "additional_image_link",
    "availability",
    "price",
    "sale_price",
    "brand",
    "identifier_exists",
    "condition",
    "item_group_id",
    "size",
    "color",
    "pattern",
    "google_product_category",
    "shipping_weight",
    "max_handling_time",
];

/// The Meta catalogue: commas, quotation marks where needed, UTF-8.
pub(super) fn meta(products: &[Product<'_>]) -> Result<Vec<u8>, ListingError> {
    table(
        b',',
        META,
        products
            .iter()
            .flat_map(|product| cells(Market::Meta, product, META)),
    )
}

/// Google Merchant: tabs, one line per item.
pub(super) fn google(products: &[Product<'_>]) -> Result<Vec<u8>, ListingError> {
    table(
        b'\t',
        GOOGLE,
        products
            .iter()
            .flat_map(|product| cells(Market::Google, product, GOOGLE)),
    )
}

/// One product's items for Google, each as names and texts.
pub(super) fn google_rows(product: &Product<'_>) -> Vec<Vec<(&'static str, String)>> {
    cells(Market::Google, product, GOOGLE)
        .into_iter()
        .map(|row| GOOGLE.iter().copied().zip(row).collect())
        .collect()
}

fn table(
    separator: u8,
    columns: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<Vec<u8>, ListingError> {
    let fail = |error: &dyn std::fmt::Display| ListingError::Feed(error.to_string());
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .from_writer(Vec::new());
    writer.write_record(columns).map_err(|e| fail(&e))?;
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| guarded(cell)))
            .map_err(|e| fail(&e))?;
    }
    writer.into_inner().map_err(|e| fail(&e))
}

/// A spreadsheet program would run a text that starts like a formula. A space before it stops that, and the
/// feed's reader trims it away.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!(" {cell}")
    } else {
        cell.to_owned()
    }
}

/// Rows of one product.
fn cells(market: Market, product: &Product<'_>, columns: &[&str]) -> Vec<Vec<String>> {
    let offer = Offer::new(market, product);
    let links = offer.links();
    let price = |amount: u64| format!("{amount} IDR");
    offer
        .lines
        .iter()
        .map(|line| {
            let cell = |column: &&str| -> String {
                match *column {
                    "id" => line.sku.clone(),
                    "title" => title(&offer, line),
                    "description" if market == Market::Google => {
                        text::flat(&offer.description, offer.limits.description[1])
                    }
                    "description" => offer.description.clone(),
                    "availability" => availability(market, &offer, line).to_owned(),
                    "condition" => "new".to_owned(),
                    "price" => line.previous.or(line.price).map(price).unwrap_or_default(),
                    "sale_price" => line.previous.and(line.price).map(price).unwrap_or_default(),
                    "link" => link(market, product, Some(line)).unwrap_or_default(),
                    "image_link" => links.first().cloned().unwrap_or_default(),
                    "additional_image_link" => links.get(1..).unwrap_or_default().join(","),
                    "brand" => brand(&offer),
                    // Home-made goods have no barcode.
                    "identifier_exists" => "no".to_owned(),
                    "item_group_id" if offer.has_variants() => offer.sku.clone(),
                    "size" if matches!(offer.tier, "Ukuran") => line.option.clone(),
                    "color" if matches!(offer.tier, "Warna") => line.option.clone(),
                    // A flavour has no column of its own, and variants of one group must differ in one: a motif's takes any text.
                    "pattern"
                        if offer.has_variants() && !matches!(offer.tier, "Ukuran" | "Warna") =>
                    {
                        line.option.clone()
                    }
                    "custom_label_0" if offer.has_variants() => line.option.clone(),
                    "quantity_to_sell_on_facebook" => line
                        .stock
                        .map(|stock| stock.to_string())
                        .unwrap_or_default(),
                    "google_product_category" => path(product.facts.product.category)
                        .unwrap_or_default()
                        .to_owned(),
                    "shipping_weight" => offer
                        .grams
                        .map(|grams| format!("{grams} g"))
                        .unwrap_or_default(),
                    "max_handling_time" => offer
                        .preorder()
                        .map(|days| days.to_string())
                        .unwrap_or_default(),
                    "status" => "active".to_owned(),
                    _ => String::new(),
                }
            };
            columns.iter().map(cell).collect()
        })
        .collect()
}

/// The title with the variant's name where both fit.
fn title(offer: &Offer<'_>, line: &Line) -> String {
    let max = offer.limits.title[1];
    if line.option.is_empty() {
        return offer.title.clone();
    }
    let end = format!(" - {}", line.option);
    let room = max.saturating_sub(end.chars().count());
    if room < 10 {
        offer.title.clone()
    } else {
        format!("{}{end}", text::title(&offer.title, room))
    }
}

fn availability(market: Market, offer: &Offer<'_>, line: &Line) -> &'static str {
    match (market, offer.is_made_to_order(), line.stock) {
        (Market::Google, false, Some(0)) => "out_of_stock",
        (Market::Google, ..) => "in_stock",
        (_, true, _) => "available for order",
        (_, false, Some(0)) => "out of stock",
        _ => "in stock",
    }
}

/// Where a buyer goes: to the chat of the shop, or to its page, which shows the variant that was chosen.
pub(super) fn link(market: Market, product: &Product<'_>, line: Option<&Line>) -> Option<String> {
    let choice = line.map_or("", |line| line.choice.as_str());
    let page = product
        .base_url
        .map(str::trim)
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"))
        .map(|url| match product.choice {
            Some(name) if !choice.is_empty() => format!("{url}?{name}={choice}"),
            _ => url.to_owned(),
        });
    if market == Market::Google {
        // Google wants a page that shows the product; a chat is none.
        return page;
    }
    let shop = &product.facts.shop;
    let chat = shop.whatsapp.as_ref().map(|number| {
        let name = shop
            .name
            .as_deref()
            .map(|name| format!(" {name}"))
            .unwrap_or_default();
        let (title, _) = crate::clean::line(product.title, 120);
        let option = line
            .filter(|line| !line.option.is_empty())
            .map(|line| format!(" ({})", line.option))
            .unwrap_or_default();
        let greeting = format!("Halo{name}, saya mau pesan {title}{option}");
        format!(
            "https://wa.me/{}?text={}",
            number.digits(),
            percent(&greeting, b"/")
        )
    });
    chat.or(page)
}

fn brand(offer: &Offer<'_>) -> String {
    let shop = offer.product.facts.shop.name.as_deref();
    text::flat(offer.brand().or(shop).unwrap_or("Tanpa merek"), 70)
}

/// Google's product taxonomy, which Meta takes too.
fn path(category: Category) -> Option<&'static str> {
    match category {
        Category::Snack => Some("Food, Beverages & Tobacco > Food Items > Snack Foods"),
        Category::Coffee => Some("Food, Beverages & Tobacco > Beverages > Coffee"),
        Category::Sambal => Some("Food, Beverages & Tobacco > Food Items > Condiments & Sauces"),
        Category::Bakery => Some("Food, Beverages & Tobacco > Food Items > Bakery"),
        Category::Herbal => Some("Food, Beverages & Tobacco > Beverages"),
        Category::Frozen => Some("Food, Beverages & Tobacco > Food Items"),
        Category::Batik | Category::Fashion => Some("Apparel & Accessories > Clothing"),
        Category::Craft | Category::Pottery => Some("Home & Garden > Decor"),
        Category::Service | Category::Other => None,
    }
}
