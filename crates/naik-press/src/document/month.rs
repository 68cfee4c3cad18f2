//! A month's result for a bank or a cooperative: plain and serious, and clear about what nobody has checked.

use jiff::civil::Date;
use naik_core::lang::Lang;
use naik_core::message::Message;
use serde_json::{Value, json};

use super::printable::printable;
use super::world::Desk;
use super::{Paper, Say, label, page_label};
use crate::error::PressError;

/// Lines of the cash book that are printed.
const CASH_MOST: usize = 40;

/// What was sold in one place, or by all. Sums are as people say them.
#[derive(Clone, Debug, Default)]
pub struct SalesRow {
    /// The place: `Shopee`.
    pub name: String,
    /// How many sales.
    pub sales: u64,
    /// How many pieces.
    pub pieces: u64,
    /// What they brought.
    pub amount: String,
    /// Its part of the whole, in percent.
    pub share: u8,
}

/// A line of the cash book.
#[derive(Clone, Debug, Default)]
pub struct CashRow {
    /// The day: `3 November`.
    pub day: String,
    /// What for, as the owner wrote it.
    pub what: String,
    /// What came in.
    pub came: Option<String>,
    /// What went out.
    pub went: Option<String>,
}

/// The final income tax of the month, reckoned by us.
#[derive(Clone, Debug, Default)]
pub struct Tax {
    /// Sales since January.
    pub turnover: String,
    /// What a person sells in a year without tax.
    pub free: String,
    /// What this month's tax may come to.
    pub due: String,
    /// Where the rule comes from.
    pub source: String,
}

/// A month of a shop.
#[derive(Clone, Debug, Default)]
pub struct MonthResult {
    /// The shop's name.
    pub shop: String,
    /// Its city.
    pub city: Option<String>,
    /// The month: `November 2026`.
    pub month: String,
    /// Its days: `1–30 November 2026`.
    pub period: String,
    /// The day on which it was made.
    pub made: Date,
    /// The same in words.
    pub made_said: String,
    /// The language of the words around it.
    pub lang: Lang,
    /// What was sold.
    pub sold: String,
    /// What else came in.
    pub came: String,
    /// What went out.
    pub went: String,
    /// What is left.
    pub left: String,
    /// Whether that is below nothing.
    pub is_loss: bool,
    /// Sales by place, the largest first.
    pub places: Vec<SalesRow>,
    /// All sales.
    pub total: SalesRow,
    /// Sales that the owner noted one by one.
    pub noted: SalesRow,
    /// Sales from order files of marketplaces.
    pub filed: SalesRow,
    /// The cash book, the first day first.
    pub cash: Vec<CashRow>,
    /// Sales of the year's months up to this one.
    pub months: Vec<(String, String)>,
    /// The tax, for years whose rules are known.
    pub tax: Option<Tax>,
}

/// The month as a paper.
///
/// # Errors
/// Only by a mistake of ours.
pub fn month_result(result: &MonthResult, say: &Say<'_>) -> Result<Paper, PressError> {
    let shop = printable(&result.shop, 90).unwrap_or_else(|| label(say, "paper-shop"));
    let heading = label(say, "paper-month");
    let grouped = naik_core::money::grouped;
    let row = |one: &SalesRow| {
        json!([
            one.name,
            grouped(one.sales),
            grouped(one.pieces),
            one.amount,
            format!("{}%", one.share)
        ])
    };
    let source = |key, one: &SalesRow| {
        json!([
            label(say, key),
            grouped(one.sales),
            one.amount,
            format!("{}%", one.share)
        ])
    };
    let cash: Vec<_> = result
        .cash
        .iter()
        .take(CASH_MOST)
        .map(|line| {
            json!([
                line.day,
                printable(&line.what, 90).unwrap_or_default(),
                line.came,
                line.went
            ])
        })
        .collect();
    let rest = result.cash.len().saturating_sub(CASH_MOST);
    let rest = (rest > 0).then(|| say(&Message::new("paper-cash-rest").with("n", rest)));
    let total = (!result.places.is_empty()).then(|| {
        let all = SalesRow {
            name: label(say, "paper-sum"),
            share: 100,
            ..result.total.clone()
        };
        row(&all)
    });
    let tax: Vec<_> = result
        .tax
        .iter()
        .flat_map(|tax| {
            [
                json!([label(say, "paper-tax-turnover"), tax.turnover]),
                json!([label(say, "paper-tax-free"), tax.free]),
                json!([label(say, "paper-tax-due"), tax.due]),
            ]
        })
        .collect();
    let tax_note = result
        .tax
        .as_ref()
        .map(|tax| say(&Message::new("paper-tax-note").with("source", &tax.source)));
    let data = json!({
        "title": format!("{heading} {} {shop}", result.month),
        "author": shop,
        "lang": result.lang.code(),
        "shop": shop,
        "place": result.city.as_deref().and_then(|city| printable(city, 60)),
        "heading": heading,
        "period": result.period,
        "made": say(&Message::new("paper-made").with("day", &result.made_said)),
        "foot": format!("{shop} · {heading} {}", result.month),
        "result": [
            [label(say, "paper-sold"), result.sold.clone()],
            [label(say, "paper-came"), result.came.clone()],
            [label(say, "paper-went"), format!("−{}", result.went)],
        ],
        "left": { "label": label(say, "paper-left"), "value": result.left },
        "loss": result.is_loss,
        "channels": result.places.iter().map(row).collect::<Vec<_>>(),
        "channels-total": total,
        "sources": [source("paper-noted", &result.noted), source("paper-filed", &result.filed)],
        "cash": cash,
        "cash-total": ["", label(say, "paper-sum"), result.came, result.went],
        "cash-rest": rest,
        "months": result.months,
        "tax": tax,
        "tax-note": tax_note,
        "notes": [label(say, "paper-note-own"), label(say, "paper-note-cash"), label(say, "paper-note-tool")],
        "words": words(say),
    });
    let name = format!("{heading} {shop} {} {}", result.month, result.made);
    Desk::new("/month.typ", &data)?.set(name, result.made)
}

/// The words around the numbers.
fn words(say: &Say<'_>) -> Value {
    json!({
        "page": page_label(say),
        "channels": label(say, "paper-by-place"),
        "channel": label(say, "paper-place"),
        "orders": label(say, "paper-orders"),
        "pieces": label(say, "paper-pieces"),
        "amount": label(say, "paper-amount"),
        "share": label(say, "paper-share"),
        "no-sales": label(say, "paper-no-sales"),
        "source": label(say, "paper-source"),
        "source-kind": label(say, "paper-source-kind"),
        "source-note": label(say, "paper-source-note"),
        "cash": label(say, "paper-cash"),
        "day": label(say, "paper-day"),
        "what": label(say, "paper-what"),
        "came": label(say, "paper-in"),
        "went": label(say, "paper-out"),
        "no-cash": label(say, "paper-no-cash"),
        "months": label(say, "paper-months"),
        "month": label(say, "paper-one-month"),
        "tax": label(say, "paper-tax"),
        "notes": label(say, "paper-notes"),
        "sign-place": label(say, "paper-sign-place"),
        "owner": label(say, "paper-owner"),
    })
}
