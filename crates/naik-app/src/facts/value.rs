//! What was told, as one would type it.

use naik_core::fact::Fact;
use naik_core::facts::{Facts, Variant};

/// A fact as its owner would type it; empty when it was not told.
pub fn value(facts: &Facts, fact: Fact) -> String {
    let (product, shop, permits) = (&facts.product, &facts.shop, &facts.permits);
    let text = |told: &Option<String>| told.clone().unwrap_or_default();
    let number = |told: &Option<naik_core::permit::Permit>| {
        told.as_ref()
            .map_or_else(String::new, |permit| permit.number.clone())
    };
    match fact {
        Fact::Name => product.name.clone(),
        Fact::Category if facts.has(fact) => product.category.key().to_owned(),
        Fact::Category => String::new(),
        Fact::Price => shown(product.price),
        Fact::Unit => text(&product.unit),
        Fact::NetWeight => shown(product.net_weight),
        Fact::Variants => joined(&product.variants.iter().map(variant).collect::<Vec<_>>()),
        Fact::Ingredients => joined(&product.ingredients),
        Fact::Materials => joined(&product.materials),
        Fact::Process => text(&product.process),
        Fact::Origin => text(&product.origin),
        Fact::Story => text(&product.story),
        Fact::Usage => text(&product.usage),
        Fact::Storage => text(&product.storage),
        Fact::ShelfLife => text(&product.shelf_life),
        Fact::Stock => shown(product.stock),
        Fact::PreorderDays => shown(product.preorder_days),
        Fact::PreviousPrice => shown(product.previous_price),
        Fact::SoldCount => shown(product.sold_count),
        Fact::ShopName => text(&shop.name),
        Fact::City => text(&shop.city),
        Fact::WhatsApp => shop
            .whatsapp
            .as_ref()
            .map_or_else(String::new, |number| number.local()),
        Fact::Instagram => text(&shop.instagram),
        Fact::Tiktok => text(&shop.tiktok),
        Fact::Facebook => text(&shop.facebook),
        Fact::Colors => joined(&shop.colors),
        Fact::Logo => text(&shop.logo),
        Fact::Nib => number(&permits.nib),
        Fact::Pirt => number(&permits.pirt),
        Fact::Halal => number(&permits.halal),
        Fact::Bpom => number(&permits.bpom),
        Fact::Brand => text(&permits.brand),
    }
}

fn shown<T: ToString>(told: Option<T>) -> String {
    told.map_or_else(String::new, |told| told.to_string())
}

/// Parts with commas between them, or with semicolons where a comma belongs to a part.
fn joined<T: ToString>(parts: &[T]) -> String {
    let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
    let has_comma = parts.iter().any(|part| part.contains(','));
    parts.join(if has_comma { "; " } else { ", " })
}

/// `Balado`, `Balado: 16000`, `Balado: 16000: 20`.
fn variant(variant: &Variant) -> String {
    let mut text = variant.name.clone();
    if let Some(price) = variant.price {
        text.push_str(&format!(": {}", price.amount()));
        if let Some(stock) = variant.stock {
            text.push_str(&format!(": {stock}"));
        }
    }
    text
}
