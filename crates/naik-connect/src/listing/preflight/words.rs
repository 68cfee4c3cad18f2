//! Title, description and code.

use naik_core::channel::Market;
use naik_core::message::Message;

use super::Checks;
use crate::listing::text;

pub(super) fn check(list: &mut Checks<'_>) {
    title(list);
    description(list);
    sku(list);
}

fn title(list: &mut Checks<'_>) {
    let title = list.product.title.trim();
    let count = title.chars().count();
    let [least, most] = list.limits.title;
    let message = |key: &str| {
        Message::new(key)
            .with("count", count)
            .with("min", least)
            .with("max", most)
    };
    match list.limits.title_warn {
        _ if count == 0 => list.red("title-length", message("check-title-missing")),
        _ if count < least => list.red("title-length", message("check-title-short")),
        _ if count > most => list.red("title-length", message("check-title-long")),
        Some(seen) if count > seen => list.green(
            "title-length",
            message("check-title-cut").with("seen", seen),
        ),
        _ => list.green("title-length", message("check-title-length")),
    }
    if count == 0 {
        return;
    }
    let clean = Message::new("check-title-clean");
    let shouted = text::is_shouted(title);
    let promo = text::promo(title);
    let bad = [
        (shouted, "title-caps", "check-title-caps"),
        (text::has_emoji(title), "title-emoji", "check-title-emoji"),
        (
            text::has_phone(title) || text::has_link(title),
            "title-contact",
            "check-title-contact",
        ),
    ];
    for (is_bad, rule, key) in bad {
        if is_bad {
            list.red(rule, Message::new(key));
        }
    }
    if let Some(word) = promo {
        list.red(
            "title-promo",
            Message::new("check-title-promo").with("word", word),
        );
    }
    if bad.iter().all(|(is_bad, ..)| !is_bad) && promo.is_none() {
        list.green("title-words", clean);
    }
}

fn description(list: &mut Checks<'_>) {
    let description = list.product.description.trim();
    let count = description.chars().count();
    let [least, most] = list.limits.description;
    let message = |key: &str| {
        Message::new(key)
            .with("count", count)
            .with("min", least)
            .with("max", most)
    };
    match count {
        _ if count < least => list.red("description-length", message("check-description-short")),
        _ if count > most => list.red("description-length", message("check-description-long")),
        _ => list.green("description-length", message("check-description-length")),
    }
    if let Some(most) = list.limits.description_hashtags {
        let count = text::hashtags(description);
        let message = |key: &str| Message::new(key).with("count", count).with("max", most);
        list.either(
            "description-hashtags",
            count <= most,
            message("check-hashtags"),
            message("check-hashtags-many"),
        );
    }
    // On Meta the buyer is to write to the shop; the other places want the sale to stay with them.
    if list.market != Market::Meta && count > 0 {
        let is_free = !text::has_phone(description) && !text::has_link(description);
        list.either(
            "description-contact",
            is_free,
            Message::new("check-description-clean"),
            Message::new("check-description-contact"),
        );
    }
}

fn sku(list: &mut Checks<'_>) {
    let most = list.limits.sku;
    let wanted = list.product.sku.trim();
    if wanted.is_empty() {
        return;
    }
    let is_kept = list.offer.sku == wanted;
    let message = |key: &str, code: &str| Message::new(key).with("code", code).with("max", most);
    let written = list.offer.sku.clone();
    let key = if is_kept {
        "check-sku"
    } else {
        "check-sku-changed"
    };
    list.green("sku", message(key, &written));
}
