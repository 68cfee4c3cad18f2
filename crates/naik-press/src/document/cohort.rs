//! A cohort's month for those who answer for it: every number with how many shops are behind it and how many are missing.

use jiff::civil::Date;
use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_core::money::grouped;
use naik_core::programme::board::{SMALLEST, Shown};
use serde_json::{Value, json};

use super::printable::printable;
use super::world::Desk;
use super::{Paper, Say, label, page_label};
use crate::error::PressError;

/// How many shops a number speaks of, and of how many nothing is known, each as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Shops behind the number.
    pub n: Shown,
    /// Shops of which it is not known.
    pub missing: Shown,
}

impl Default for Count {
    fn default() -> Self {
        Self {
            n: Shown::Exact(0),
            missing: Shown::Exact(0),
        }
    }
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
#[derive(Clone, Debug)]
pub struct Rung {
    /// The level's name.
    pub name: String,
    /// Shops on it at the beginning, as they may be shown.
    pub before: Shown,
    /// Shops on it now.
    pub now: Shown,
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
    /// How sales moved, with quartiles and interval, in sentences of the statistics.
    pub growth: Vec<String>,
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
    let basis = |count: Count| {
        let message = Message::new("paper-basis").with("n", told(count.n));
        say(&message.with("missing", told(count.missing)))
    };
    let value = |figure: &Figure| figure.value.clone().unwrap_or_else(|| told(Shown::Few));
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
                "now": length(rung.now), "now-said": told(rung.now),
                "before": length(rung.before), "before-said": told(rung.before),
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
                told(one.count.n),
                told(one.count.missing)
            ])
        })
        .collect();
    let week = Message::new("paper-week").with("n", month.week.0);
    let lines = |lines: &[String]| -> Vec<String> {
        let printed = lines.iter().filter_map(|line| printable(line, 400));
        printed.collect()
    };
    let mut caveats = lines(&month.caveats);
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
        "growth": lines(&month.growth),
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

/// A number as it is printed: the marks are those of the board's page.
fn told(count: Shown) -> String {
    match count {
        Shown::Exact(count) => grouped(count),
        Shown::Few => format!("<{SMALLEST}"),
        Shown::Hidden => "–".to_owned(),
    }
}

/// How long a bar is: what is not told has none.
fn length(count: Shown) -> u64 {
    match count {
        Shown::Exact(count) => count,
        Shown::Few | Shown::Hidden => 0,
    }
}
