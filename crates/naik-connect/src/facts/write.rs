//! Facts as a file that reads back to the same facts.

use std::fmt::Write as _;

use naik_core::fact::Fact;
use naik_core::facts::{Facts, Variant};

/// The facts that are known, as TOML; unknown ones are left out.
pub fn to_toml(facts: &Facts) -> String {
    let mut out = String::new();
    let mut section = "";
    for fact in Fact::ALL {
        let Some(value) = value(facts, *fact) else {
            continue;
        };
        let (head, key) = fact
            .key()
            .split_once('.')
            .unwrap_or(("product", fact.key()));
        if head != section {
            let gap = if section.is_empty() { "" } else { "\n" };
            // Writing into a String can't fail.
            let _ = writeln!(out, "{gap}[{head}]");
            section = head;
        }
        let _ = writeln!(out, "{key} = {value}");
    }
    out
}

/// One fact as TOML; `None` when it is not known.
fn value(facts: &Facts, fact: Fact) -> Option<String> {
    if !facts.has(fact) {
        return None;
    }
    let (product, shop, permits) = (&facts.product, &facts.shop, &facts.permits);
    let text = |text: &Option<String>| text.as_deref().map(quoted);
    let shown = |value: Option<String>| value.as_deref().map(quoted);
    let list = |items: &[String]| Some(listed(items.iter().map(|item| quoted(item))));
    match fact {
        Fact::Name => Some(quoted(&product.name)),
        Fact::Category => Some(quoted(product.category.key())),
        Fact::Price => product.price.map(|price| price.amount().to_string()),
        Fact::Unit => text(&product.unit),
        Fact::NetWeight => shown(product.net_weight.map(|quantity| quantity.to_string())),
        Fact::Variants => Some(listed(product.variants.iter().map(variant))),
        Fact::Ingredients => list(&product.ingredients),
        Fact::Materials => list(&product.materials),
        Fact::Process => text(&product.process),
        Fact::Origin => text(&product.origin),
        Fact::Story => text(&product.story),
        Fact::Usage => text(&product.usage),
        Fact::Storage => text(&product.storage),
        Fact::ShelfLife => text(&product.shelf_life),
        Fact::Stock => product.stock.map(|count| count.to_string()),
        Fact::PreorderDays => product.preorder_days.map(|days| days.to_string()),
        Fact::PreviousPrice => product
            .previous_price
            .map(|price| price.amount().to_string()),
        Fact::SoldCount => product.sold_count.map(|count| count.to_string()),
        Fact::ShopName => text(&shop.name),
        Fact::City => text(&shop.city),
        Fact::WhatsApp => shown(shop.whatsapp.as_ref().map(|number| format!("+{number}"))),
        Fact::Instagram => text(&shop.instagram),
        Fact::Tiktok => text(&shop.tiktok),
        Fact::Facebook => text(&shop.facebook),
        Fact::Colors => Some(listed(
            shop.colors.iter().map(|color| quoted(&color.to_string())),
        )),
        Fact::Logo => text(&shop.logo),
        Fact::Nib => shown(permits.nib.as_ref().map(ToString::to_string)),
        Fact::Pirt => shown(permits.pirt.as_ref().map(ToString::to_string)),
        Fact::Halal => shown(permits.halal.as_ref().map(ToString::to_string)),
        Fact::Bpom => shown(permits.bpom.as_ref().map(ToString::to_string)),
        Fact::Brand => text(&permits.brand),
    }
}

fn variant(variant: &Variant) -> String {
    let mut fields = vec![format!("name = {}", quoted(&variant.name))];
    fields.extend(
        variant
            .price
            .map(|price| format!("price = {}", price.amount())),
    );
    fields.extend(variant.stock.map(|stock| format!("stock = {stock}")));
    format!("{{ {} }}", fields.join(", "))
}

fn listed(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// A TOML basic string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
