//! Feeds: the Meta catalogue (WhatsApp, Instagram, Facebook) as CSV and Google Merchant as TSV.

use naik_core::category::Category;
use naik_core::channel::Market;
use naik_core::encode::percent;
use naik_core::limits::MarketLimits;

use super::line::{Line, Offer, address};
use super::{Image, ListingError, Product, markup, text};

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

/// What Meta refuses an item without.
const META_NEEDS: &[&str] = &[
    "id",
    "title",
    "description",
    "availability",
    "condition",
    "price",
    "link",
    "image_link",
    "brand",
];

/// What Google refuses an item without. A brand is asked of goods that have one; what is made at home has none.
const GOOGLE_NEEDS: &[&str] = &[
    "id",
    "title",
    "description",
    "link",
    "image_link",
    "availability",
    "price",
];

/// The longest `custom_label_0`, in characters: both take no more.
const LABEL_MOST: usize = 100;

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

/// The Meta catalogue for a stable address that Meta fetches itself. An item that lacks something Meta asks for is left
/// out: nobody would see it there either. The same products give the same bytes.
///
/// # Errors
/// Only by a mistake of ours.
pub fn meta_feed(products: &[Product<'_>]) -> Result<Vec<u8>, ListingError> {
    let all = products
        .iter()
        .flat_map(|product| cells(Market::Meta, product, META));
    table(
        b',',
        META,
        all.filter(|row| is_whole(META, META_NEEDS, row)),
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

/// One product's items for Google, each as names and texts: none of a service, which is no goods, and none that lacks
/// something Google asks for.
pub(super) fn google_rows(product: &Product<'_>) -> Vec<Vec<(&'static str, String)>> {
    if product.facts.product.category == Category::Service {
        return Vec::new();
    }
    cells(Market::Google, product, GOOGLE)
        .into_iter()
        .filter(|row| is_whole(GOOGLE, GOOGLE_NEEDS, row))
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

fn is_whole(columns: &[&str], needs: &[&str], row: &[String]) -> bool {
    columns
        .iter()
        .zip(row)
        .all(|(column, cell)| !needs.contains(column) || !cell.trim().is_empty())
}

/// Endings of pictures that a place takes.
pub(super) fn formats(market: Market) -> &'static [&'static str] {
    match market {
        Market::TiktokTokopedia => &["jpg", "jpeg", "png", "webp", "heic", "bmp"],
        Market::Google => &["jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff"],
        Market::Shopee | Market::Lazada | Market::Meta => &["jpg", "jpeg", "png"],
    }
}

/// Whether a place takes a picture's format.
pub(super) fn is_format(market: Market, image: &Image) -> bool {
    let end = image.name.rsplit('.').next().unwrap_or_default();
    formats(market).contains(&end.to_lowercase().as_str())
}

/// Whether a picture is as its reader wants it: a wrong one costs the item, not only the picture.
fn is_fit(market: Market, limits: &MarketLimits, image: &Image) -> bool {
    let [small, large] = limits.image_px;
    image.width.min(image.height) >= small
        && image.width.max(image.height) <= large
        && image.bytes <= limits.image_bytes
        && is_format(market, image)
}

/// Rows of one product.
fn cells(market: Market, product: &Product<'_>, columns: &[&str]) -> Vec<Vec<String>> {
    let offer = Offer::new(market, product);
    let fit = product.images.iter();
    let fit = fit.filter(|image| is_fit(market, offer.limits, image));
    let links: Vec<String> = fit
        .take(offer.limits.images[1])
        .filter_map(|image| address(product.base_url, image))
        .collect();
    let price = |amount: u64| format!("{amount} IDR");
    let description = description(market, &offer);
    offer
        .lines
        .iter()
        .map(|line| {
            let cell = |column: &&str| -> String {
                match *column {
                    "id" => line.sku.clone(),
                    "title" => title(market, &offer, line),
                    "description" => description.clone(),
                    "availability" => availability(market, &offer, line).to_owned(),
                    "condition" => "new".to_owned(),
                    "price" => line.previous.or(line.price).map(price).unwrap_or_default(),
                    "sale_price" => line.previous.and(line.price).map(price).unwrap_or_default(),
                    "link" => link(market, product, Some(line)).unwrap_or_default(),
                    "image_link" => links.first().cloned().unwrap_or_default(),
                    "additional_image_link" => links.get(1..).unwrap_or_default().join(","),
                    "brand" => brand(market, &offer),
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
                    "custom_label_0" if offer.has_variants() => {
                        text::flat(&line.option, LABEL_MOST)
                    }
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

/// Plain text; where nothing is told, the product's name, because no item is taken without words.
fn description(market: Market, offer: &Offer<'_>) -> String {
    let plain = markup::plain(offer.product.description);
    let most = offer.limits.description[1];
    let told = match market {
        Market::Google => text::flat(&plain, most),
        _ => text::description(&plain, most),
    };
    if told.is_empty() {
        offer.title.clone()
    } else {
        told
    }
}

/// The title with the variant's name where both fit.
fn title(market: Market, offer: &Offer<'_>, line: &Line) -> String {
    let name = match market {
        Market::Google => text::sober(&offer.title),
        _ => offer.title.clone(),
    };
    if line.option.is_empty() {
        return name;
    }
    let end = format!(" - {}", line.option);
    let room = offer.limits.title[1].saturating_sub(end.chars().count());
    if room < 10 {
        name
    } else {
        format!("{}{end}", text::title(&name, room))
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

fn brand(market: Market, offer: &Offer<'_>) -> String {
    let shop = offer.product.facts.shop.name.as_deref();
    // Meta takes no item without one; Google takes no word that stands for none.
    let none = match market {
        Market::Google => "",
        _ => "Tanpa merek",
    };
    text::flat(offer.brand().or(shop).unwrap_or(none), 70)
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

#[cfg(test)]
mod tests {
    use naik_core::facts::{Facts, Variant};
    use naik_core::money::Rupiah;

    use super::*;

    fn image(name: &str, side: u32, bytes: usize) -> Image {
        Image {
            name: name.to_owned(),
            bytes,
            width: side,
            height: side,
        }
    }

    fn field(rows: &[Vec<String>], columns: &[&str], name: &str) -> Vec<String> {
        let place = columns.iter().position(|column| *column == name).unwrap();
        rows.iter().map(|row| row[place].clone()).collect()
    }

    #[test]
    fn only_pictures_that_a_reader_takes_are_named() {
        let mut facts = Facts::default();
        facts.product.name = "Keripik".to_owned();
        facts.product.price = Some(Rupiah::new(15_000));
        let mut product = Product::new(&facts, "K", "Keripik", "");
        product.base_url = Some("https://naik.example/k");
        product.images = vec![
            image("kecil.jpg", 300, 1),
            image("berat.jpg", 1200, 9_000_000),
            image("jenis.webp", 1200, 1),
            image("baik, sekali.jpg", 1200, 1),
        ];
        let meta = cells(Market::Meta, &product, META);
        let good = "https://naik.example/k/baik%2C%20sekali.jpg";
        assert_eq!(field(&meta, META, "image_link"), [good]);
        assert_eq!(field(&meta, META, "additional_image_link"), [""]);
        // Google takes smaller ones and other kinds.
        let google = cells(Market::Google, &product, GOOGLE);
        let more = &field(&google, GOOGLE, "additional_image_link")[0];
        assert_eq!(more.split(',').count(), 3, "{more}");
        product.images.truncate(1);
        let text = meta_feed(&[product]).unwrap();
        assert_eq!(String::from_utf8(text).unwrap().lines().count(), 1);
    }

    #[test]
    fn a_feed_says_what_its_reader_asks_for() {
        let mut facts = Facts::default();
        facts.product.name = "Keripik".to_owned();
        facts.product.variants = vec![Variant {
            name: "Pedas ".repeat(30),
            price: Some(Rupiah::new(15_000)),
            stock: None,
        }];
        let product = Product::new(&facts, "K", "Keripik", "<p>Gurih</p>");
        let meta = cells(Market::Meta, &product, META);
        assert!(field(&meta, META, "custom_label_0")[0].chars().count() <= LABEL_MOST);
        assert_eq!(field(&meta, META, "brand"), ["Tanpa merek"]);
        assert_eq!(field(&meta, META, "description"), ["Gurih"]);
        let google = cells(Market::Google, &product, GOOGLE);
        assert_eq!(field(&google, GOOGLE, "brand"), [""]);
        let bare = Product::new(&facts, "K", "Keripik", "<br>");
        let google = cells(Market::Google, &bare, GOOGLE);
        assert_eq!(field(&google, GOOGLE, "description"), ["Keripik"]);
    }
}
