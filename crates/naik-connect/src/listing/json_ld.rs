//! Structured data of schema.org, for the shop's own page.

use naik_core::category::Category;
use naik_core::channel::Market;
use serde_json::{Map, Value, json};

use super::line::{Line, Offer};
use super::{Product, feed};

/// A product with its offer as JSON-LD; a `ProductGroup` when there are variants. Safe to put into a
/// `<script type="application/ld+json">`.
pub fn json_ld(product: &Product<'_>) -> String {
    let offer = Offer::new(Market::Google, product);
    let facts = &product.facts.product;
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.is_null() {
            out.insert(key.to_owned(), value);
        }
    };
    put("@context", json!("https://schema.org"));
    put(
        "@type",
        json!(match (offer.has_variants(), facts.category) {
            (true, _) => "ProductGroup",
            (false, Category::Service) => "Service",
            (false, _) => "Product",
        }),
    );
    put("name", json!(offer.title));
    put("description", some(&offer.description));
    let links = offer.links();
    put(
        "image",
        if links.is_empty() {
            Value::Null
        } else {
            json!(links)
        },
    );
    let brand = offer.brand().or(product.facts.shop.name.as_deref());
    put(
        "brand",
        brand.map_or(
            Value::Null,
            |name| json!({ "@type": "Brand", "name": name }),
        ),
    );
    put(
        "material",
        if facts.materials.is_empty() {
            Value::Null
        } else {
            json!(facts.materials.join(", "))
        },
    );
    put(
        "weight",
        facts
            .net_weight
            .and_then(naik_core::quantity::Quantity::grams)
            .map_or(
                Value::Null,
                |grams| json!({ "@type": "QuantitativeValue", "value": grams, "unitCode": "GRM" }),
            ),
    );
    if offer.has_variants() {
        put("productGroupID", json!(offer.sku));
        let varies = format!("https://schema.org/{}", varying(&offer));
        put("variesBy", json!([varies]));
        let variants: Vec<Value> = offer
            .lines
            .iter()
            .map(|line| variant(&offer, line))
            .collect();
        put("hasVariant", json!(variants));
    } else {
        if facts.category != Category::Service {
            put("sku", json!(offer.sku));
        }
        if let [line] = offer.lines.as_slice() {
            put("offers", one_offer(&offer, line));
        }
    }
    // `</script>` in a description must not end the script.
    serde_json::to_string_pretty(&Value::Object(out))
        .unwrap_or_default()
        .replace('<', "\\u003c")
}

fn some(text: &str) -> Value {
    if text.is_empty() {
        Value::Null
    } else {
        json!(text)
    }
}

/// In what variants differ, in the words of schema.org. A flavour has none: a motif's takes any text, as in the feeds.
fn varying(offer: &Offer<'_>) -> &'static str {
    match offer.tier {
        "Ukuran" => "size",
        "Warna" => "color",
        _ => "pattern",
    }
}

fn variant(offer: &Offer<'_>, line: &Line) -> Value {
    let mut out = json!({ "@type": "Product", "name": format!("{} - {}", offer.title, line.option), "sku": line.sku });
    if let Some(fields) = out.as_object_mut() {
        fields.insert(varying(offer).to_owned(), json!(line.option));
        // Each variant is a product of its own to search engines: a picture is what they ask of every one.
        let links = offer.links();
        if !links.is_empty() {
            fields.insert("image".to_owned(), json!(links));
        }
        let offers = one_offer(offer, line);
        if !offers.is_null() {
            fields.insert("offers".to_owned(), offers);
        }
    }
    out
}

/// An offer; null without a price, because an offer without one is not valid.
fn one_offer(offer: &Offer<'_>, line: &Line) -> Value {
    let Some(price) = line.price else {
        return Value::Null;
    };
    let availability = match (offer.is_made_to_order(), line.stock) {
        (true, _) => "MadeToOrder",
        (false, Some(0)) => "OutOfStock",
        _ => "InStock",
    };
    let mut out = json!({
        "@type": "Offer",
        "price": price.to_string(),
        "priceCurrency": "IDR",
        "availability": format!("https://schema.org/{availability}"),
        "itemCondition": "https://schema.org/NewCondition",
    });
    let shop = &offer.product.facts.shop;
    if let Some(fields) = out.as_object_mut() {
        // A page that shows the very variant is a better place than a chat.
        let market = match offer.product.choice {
            Some(_) => Market::Google,
            None => Market::Meta,
        };
        if let Some(link) = feed::link(market, offer.product, Some(line)) {
            fields.insert("url".to_owned(), json!(link));
        }
        if let Some(name) = &shop.name {
            let mut seller = json!({ "@type": "LocalBusiness", "name": name });
            if let Some(seller) = seller.as_object_mut() {
                if let Some(number) = &shop.whatsapp {
                    seller.insert("telephone".to_owned(), json!(format!("+{number}")));
                }
                if let Some(city) = &shop.city {
                    seller.insert("address".to_owned(), json!({ "@type": "PostalAddress", "addressLocality": city, "addressCountry": "ID" }));
                }
            }
            fields.insert("seller".to_owned(), seller);
        }
    }
    out
}
