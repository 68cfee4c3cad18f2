//! Senin Pagi: a mentor's week in four short lists.

use axum::extract::State;
use minijinja::{Value, context};
use naik_app::platform::programme::glance::Step;
use naik_app::platform::programme::monday::{Monday, Named};
use naik_core::lang::Lang;
use naik_core::programme::ladder::asked;

use super::{Answer, page};
use crate::app::App;
use crate::fault::sentence;
use crate::front::visit::Visit;
use crate::view::say;

/// `GET /senin`
pub(crate) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    visit.must_be_signed_in()?;
    let week = app.platform().monday(&visit.who()).await?;
    let words = app.words(visit.lang);
    let own = context! {
        today => say::day(words, week.today),
        shops => week.shops,
        risk => at_risk(&visit, &week),
        waiting => waiting(&visit, &week),
        near => near(&visit, &week),
        way => way(&visit, &week),
        unplaced => week.unplaced,
    };
    page(&visit, "senin.html", "senin", own)
}

fn named(shop: &Named) -> Value {
    context! { id => shop.id.to_string(), name => shop.name.clone() }
}

fn at_risk(visit: &Visit, week: &Monday) -> Value {
    let rows = week.risk.head.iter().map(|row| {
        let why: Vec<String> = row
            .risk
            .reasons()
            .iter()
            .map(|reason| sentence(visit, &reason.message))
            .collect();
        context! { shop => named(&row.shop), why => why }
    });
    context! { rows => rows.collect::<Vec<_>>(), all => week.risk.all }
}

fn waiting(visit: &Visit, week: &Monday) -> Value {
    let words = visit.app.words(visit.lang);
    let rows = week.waiting.head.iter().map(|row| {
        let kinds: Vec<String> = row
            .kinds
            .iter()
            .map(|(kind, count)| {
                let name = visit.say(&format!("senin-bukti-{}", kebab(kind.key())), &[]);
                if *count > 1 {
                    format!("{name} ({count})")
                } else {
                    name
                }
            })
            .collect();
        let holds = row.holds.map(|(level, until)| {
            let name = words.say(&level.name()).text;
            context! { level => level.number(), name => name, until => say::day(words, until) }
        });
        context! { shop => named(&row.shop), kinds => kinds, days => row.days, holds => holds }
    });
    context! { rows => rows.collect::<Vec<_>>(), all => week.waiting.all }
}

fn near(visit: &Visit, week: &Monday) -> Value {
    let words = visit.app.words(visit.lang);
    let rows = week.near.head.iter().map(|row| {
        let (level, what, how) = match &row.step {
            Step::Check(level) => (level, None, None),
            Step::Rule {
                level,
                rule,
                have,
                need,
            } => {
                let said = words.say(&asked(rule, *have, *need));
                (level, Some(said.text), said.hint)
            }
        };
        let name = words.say(&level.name()).text;
        context! {
            shop => named(&row.shop), level => level.number(), name => name, what => what, how => how,
        }
    });
    context! { rows => rows.collect::<Vec<_>>(), all => week.near.all }
}

fn way(visit: &Visit, week: &Monday) -> Option<Value> {
    let way = week.way.as_ref()?;
    let stops: Vec<Value> = way
        .stops
        .iter()
        .map(|(shop, stop, metres)| {
            let (north, east) = (stop.at.latitude, stop.at.longitude);
            context! {
                shop => named(shop),
                far => (*metres > 0).then(|| distance(visit, *metres)),
                // Any map that the phone has opens this, without a page of someone else's.
                map => format!("geo:{north:.6},{east:.6}?q={north:.6},{east:.6}"),
            }
        })
        .collect();
    Some(context! { stops => stops, far => distance(visit, way.metres) })
}

/// A way as people say it: `400 m`, `2,4 km`; from 10 km on without parts.
pub(crate) fn distance(visit: &Visit, metres: u32) -> String {
    // Points on a phone are good to some tens of metres.
    let rounded = (metres + 50) / 100 * 100;
    if rounded < 1_000 {
        return format!("{} m", rounded.max(100));
    }
    if rounded >= 10_000 {
        return format!("{} km", (metres + 500) / 1_000);
    }
    let comma = if visit.lang == Lang::En { '.' } else { ',' };
    format!("{}{comma}{} km", rounded / 1_000, rounded % 1_000 / 100)
}

fn kebab(word: &str) -> String {
    word.replace('_', "-")
}
