//! A cohort's month for those who answer for it: every number with how many shops are behind it and how many are missing.

use jiff::civil::Date;
use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_core::money::grouped;
use serde_json::{Value, json};

use super::printable::printable;
use super::world::Desk;
use super::{Paper, Say, label, page_label};
use crate::error::PressError;

/// How many shops a number speaks of, and of how many nothing is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Shops behind the number.
    pub n: u64,
    /// Shops of which it is not known.
    pub missing: u64,
}

/// A number and what it rests on.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// What it counts.
    pub label: String,
    /// The number as people say it: `71%`; `None` where so few shops are behind it that it is not told.
    pub value: Option<String>,
    /// What it rests on.
    pub count: Count,
}

/// A rung of the ladder.
#[derive(Clone, Debug, Default)]
pub struct Rung {
    /// The level's name.
    pub name: String,
    /// Shops on it at the beginning; `None` where the number is not told.
    pub before: Option<u64>,
    /// Shops on it now.
    pub now: Option<u64>,
}

/// A cohort's month.
#[derive(Clone, Debug, Default)]
pub struct CohortMonth {
    /// The cohort's name.
    pub cohort: String,
    /// The programme that it belongs to.
    pub programme: String,
    /// The month: `November 2026`.
    pub month: String,
    /// How far it is: week and number of weeks.
    pub week: (u32, u32),
    /// The day on which it was made.
    pub made: Date,
    /// The same in words.
    pub made_said: String,
    /// The language of the words around it.
    pub lang: Lang,
    /// The few numbers at the head; up to four stand in one row.
    pub figures: Vec<Figure>,
    /// Where the shops stand, the lowest level first.
    pub ladder: Vec<Rung>,
    /// What the ladder rests on.
    pub ladder_count: Count,
    /// Other numbers.
    pub counts: Vec<Figure>,
    /// How sales moved, with quartiles and interval, as a sentence of the statistics.
    pub growth: Option<String>,
    /// What these numbers don't prove, one sentence each.
    pub caveats: Vec<String>,
}

/// The month as a paper.
///
/// # Errors
/// Only by a mistake of ours.
pub fn cohort_month(month: &CohortMonth, say: &Say<'_>) -> Result<Paper, PressError> {
    let cohort = printable(&month.cohort, 90).unwrap_or_else(|| label(say, "paper-cohort"));
    let programme = printable(&month.programme, 90).unwrap_or_default();
    let heading = label(say, "paper-cohort-month");
    let few = label(say, "paper-few");
    let basis = |count: Count| {
        let message = Message::new("paper-basis").with("n", grouped(count.n));
        say(&message.with("missing", grouped(count.missing)))
    };
    let value = |figure: &Figure| figure.value.clone().unwrap_or_else(|| few.clone());
    let told = |number: Option<u64>| number.map_or_else(|| few.clone(), grouped);
    let figures: Vec<Value> = month
        .figures
        .iter()
        .map(|one| json!({ "label": printable(&one.label, 60).unwrap_or_default(), "value": value(one), "basis": basis(one.count) }))
        .collect();
    let ladder: Vec<Value> = month
        .ladder
        .iter()
        .map(|rung| {
            json!({
                "name": printable(&rung.name, 50).unwrap_or_default(),
                "now": rung.now.unwrap_or(0), "now-said": told(rung.now),
                "before": rung.before.unwrap_or(0), "before-said": told(rung.before),
            })
        })
        .collect();
    let counts: Vec<Value> = month
        .counts
        .iter()
        .map(|one| {
            json!([
                printable(&one.label, 90).unwrap_or_default(),
                value(one),
                grouped(one.count.n),
                grouped(one.count.missing)
            ])
        })
        .collect();
    let week = Message::new("paper-week").with("n", month.week.0);
    let mut caveats: Vec<String> = month
        .caveats
        .iter()
        .filter_map(|line| printable(line, 400))
        .collect();
    caveats.push(label(say, "paper-caveat-order"));
    let data = json!({
        "title": format!("{heading} {cohort} {}", month.month),
        "author": programme,
        "lang": month.lang.code(),
        "heading": heading,
        "cohort": cohort,
        "programme": programme,
        "month": month.month,
        "week": say(&week.with("all", month.week.1)),
        "made": say(&Message::new("paper-made").with("day", &month.made_said)),
        "foot": format!("{cohort} · {heading} {}", month.month),
        "figures": figures,
        "ladder": ladder,
        "ladder-basis": basis(month.ladder_count),
        "counts": counts,
        "growth": month.growth.as_deref().and_then(|text| printable(text, 500)),
        "caveats": caveats,
        "words": {
            "page": page_label(say),
            "ladder": label(say, "paper-ladder"),
            "level": label(say, "paper-level"),
            "before": label(say, "paper-before"),
            "now": label(say, "paper-now"),
            "counts": label(say, "paper-counts"),
            "what": label(say, "paper-counted"),
            "value": label(say, "paper-value"),
            "basis": label(say, "paper-shops"),
            "missing": label(say, "paper-missing"),
            "growth": label(say, "paper-growth"),
            "unproved": label(say, "paper-unproved"),
        },
    });
    let name = format!("{heading} {cohort} {} {}", month.month, month.made);
    Desk::new("/cohort.typ", &data)?.set(name, month.made)
}
