//! What the law asks of food, whoever sells it: halal, PIRT, BPOM.
//!
//! Halal: UU 33/2014, PP 42/2024 art. 160 (micro and small businesses from 17 October 2026). Home-made
//! processed food that keeps longer than 7 days: SPP-IRT or BPOM (Peraturan BPOM 22/2018, 4/2024); chilled
//! and frozen meat, fish and poultry can't have a PIRT.

use naik_core::category::Category;
use naik_core::message::Message;

use super::Checks;
use crate::listing::text;

/// Food that keeps longer than this needs a registration, in days.
const FRESH_DAYS: u32 = 7;

pub(super) fn check(list: &mut Checks<'_>) {
    let facts = list.product.facts;
    if !facts.product.category.is_food() {
        return;
    }
    let number = |key: &str, number: &str| Message::new(key).with("number", number);
    match &facts.permits.halal {
        Some(permit) => list.green("halal", number("check-halal", &permit.number)),
        None => list.red("halal", Message::new("check-halal-missing")),
    }
    let days = facts.product.shelf_life.as_deref().and_then(text::days);
    match (&facts.permits.bpom, &facts.permits.pirt) {
        (Some(permit), _) => list.green("food-permit", number("check-food-permit", &permit.number)),
        (None, _) if facts.product.category == Category::Frozen => {
            list.red("food-permit", Message::new("check-food-frozen"))
        }
        (None, Some(permit)) => {
            list.green("food-permit", number("check-food-permit", &permit.number))
        }
        (None, None) => match days {
            Some(days) if days > FRESH_DAYS => list.red(
                "food-permit",
                Message::new("check-food-permit-missing").with("days", days),
            ),
            Some(days) => list.green(
                "food-permit",
                Message::new("check-food-fresh").with("days", days),
            ),
            None => list.red("food-permit", Message::new("check-food-unknown")),
        },
    }
}
