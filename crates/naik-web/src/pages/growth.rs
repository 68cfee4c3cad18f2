//! Pertumbuhan: what a cohort's sales did, with ranges, with who is missing, against those who waited, and what it does not prove.

use axum::extract::{Path, Query, State};
use minijinja::{Value, context};
use naik_app::platform::programme::growth::Growth;
use naik_core::id::CohortId;
use naik_core::measure::bootstrap::Interval;
use naik_core::measure::figures::{Class, Figures, Side};
use naik_core::measure::growth::Missing;
use naik_core::measure::month::{Noted, SIDE, Source};
use naik_core::measure::share::{percent, signed};
use naik_core::measure::spread::Spread;
use naik_core::measure::suppress::{LEAST, Shown};
use naik_core::money::Rupiah;
use naik_core::programme::day::month;
use serde::Deserialize;

use super::board::running;
use super::products::id;
use super::{Answer, page};
use crate::app::App;
use crate::front::visit::Visit;
use crate::view::bands::bands;
use crate::view::say;

/// What follows `?`.
#[derive(Deserialize)]
pub(crate) struct Asked {
    versi: Option<u32>,
}

/// `GET /pertumbuhan/{cohort}`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    visit.must_be_signed_in()?;
    let id = id::<CohortId>(&cohort)?;
    let platform = app.platform();
    let growth = platform.growth(&visit.who(), id, asked.versi).await?;
    let own = context! {
        head => head(&visit, &growth),
        running => growth.running.map(running),
        figures => growth.shown.as_ref().map(|kept| figures(&visit, &kept.figures)),
        ready => say::day(app.words(visit.lang), ready(&growth)),
    };
    page(&visit, "pertumbuhan.html", "papan", own)
}

/// The first day on which there is something to say: three whole months are over.
fn ready(growth: &Growth) -> jiff::civil::Date {
    let today = growth.cohort.start;
    let frame = naik_core::measure::month::Frame::new(&growth.cohort, today);
    month(frame.first, SIDE)
}

/// `GET /pertumbuhan/{cohort}/data`: the records behind a version's figures.
pub(crate) async fn records(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    visit.must_be_signed_in()?;
    let id = id::<CohortId>(&cohort)?;
    let (platform, who) = (app.platform(), visit.who());
    let last = match asked.versi {
        Some(version) => version,
        None => {
            let growth = platform.growth(&who, id, None).await?;
            growth.shown.map_or(0, |kept| kept.version)
        }
    };
    let (growth, traces) = platform.growth_records(&who, id, last).await?;
    let words = app.words(visit.lang);
    let label = |key: &str| words.label(key, &[]);
    let rows: Vec<Value> = (1_u32..)
        .zip(&traces)
        .map(|(number, one)| {
            let months: Vec<Value> = one
                .record
                .months
                .iter()
                .map(|(month, noted)| noted_row(&say::month(words, *month), noted))
                .collect();
            let outcome = match &one.outcome {
                Ok(grown) => context! {
                    change => signed(percent(grown.share())),
                    before => rupiah(grown.before),
                    after => rupiah(grown.after),
                    source => label(&format!("tumbuh-sumber-{}", grown.source.key())),
                },
                Err(missing) => context! {
                    missing => label(&format!("tumbuh-hilang-{}", missing.key())),
                },
            };
            context! {
                number => number,
                group => label(&format!("tumbuh-{}", one.record.group.key())),
                outcome => outcome,
                months => months,
                stated => one.record.stated.map(|stated| context! {
                    amount => stated.amount.to_string(), checked => stated.checked,
                }),
            }
        })
        .collect();
    let own = context! { head => head(&visit, &growth), rows => rows };
    page(&visit, "pertumbuhan_data.html", "papan", own)
}

fn noted_row(month: &str, noted: &Noted) -> Value {
    let amount = |source: Source| Rupiah::new(noted.of(source)).to_string();
    context! {
        month => month,
        total => noted.amount().to_string(),
        days => noted.days,
        counts => noted.counts(),
        typed => amount(Source::SelfReported),
        filed => amount(Source::OrderFile),
        proved => amount(Source::Evidence),
    }
}

/// A sum of the middle of months, to the rupiah.
fn rupiah(amount: f64) -> String {
    // A median of whole sums below 2^53: rounding is exact.
    Rupiah::new(amount.round().max(0.0) as u64).to_string()
}

fn head(visit: &Visit, growth: &Growth) -> Value {
    let words = visit.app.words(visit.lang);
    let versions: Vec<Value> = growth
        .versions
        .iter()
        .map(|(version, at)| context! { n => version, at => say::moment(words, *at, visit.zone()) })
        .collect();
    context! {
        id => growth.cohort.id.to_string(),
        programme => growth.programme.name.clone(),
        start => say::day(words, growth.cohort.start),
        version => growth.shown.as_ref().map(|kept| kept.version),
        at => growth.shown.as_ref().map(|kept| say::moment(words, kept.computed_at, visit.zone())),
        digest => growth.shown.as_ref().map(|kept| kept.digest.chars().take(12).collect::<String>()),
        versions => versions,
    }
}

fn figures(visit: &Visit, found: &Figures) -> Value {
    let words = visit.app.words(visit.lang);
    let label = |key: &str| words.label(key, &[]);
    let span = |months: &[jiff::civil::Date; 3]| {
        let [first, .., last] = *months;
        let (first, last) = (say::month(words, first), say::month(words, last));
        words.label(
            "tumbuh-rentang-bulan",
            &[("awal", &first), ("akhir", &last)],
        )
    };
    let seasons: Vec<String> = found
        .seasons
        .iter()
        .map(|season| {
            let args = [
                ("sebelum", season.before.to_string()),
                ("sesudah", season.after.to_string()),
            ];
            let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
            let stem = if season.sure {
                "tumbuh-musim"
            } else {
                "tumbuh-musim-kira"
            };
            words.label(&format!("{stem}-{}", season.key()), &args)
        })
        .collect();
    let columns: Vec<String> = found
        .columns
        .iter()
        .map(|group| label(&format!("tumbuh-{}", group.key())))
        .collect();
    context! {
        before => span(&found.frame.baseline),
        after => found.frame.recent.as_ref().map(span),
        drawn => found.drawn,
        cohort => side(visit, &found.cohort),
        waiting => (found.waiting.shops > 0).then(|| side(visit, &found.waiting)),
        comparison => found.comparison.map(|one| context! {
            difference => signed(percent(one.difference)),
            range => range(visit, &one.interval),
            unclear => one.interval.holds_zero(),
            less => one.difference < 0.0,
            cohort => one.cohort,
            waiting => one.waiting,
        }),
        seasons => seasons,
        columns => columns,
        classes => table(&found.classes, Class::ALL.map(|one| label(&format!("tumbuh-kelas-{}", one.key()))).as_slice()),
        sources => table(&found.sources, Source::ALL.map(|one| label(&format!("tumbuh-sumber-{}", one.key()))).as_slice()),
        missing => table(&found.missing, Missing::ALL.map(|one| label(&format!("tumbuh-hilang-{}", one.key()))).as_slice()),
        chart => Value::from_safe_string(chart(visit, found)),
        line => line(visit, found),
        rounds => found.plan.rounds,
        seed => found.plan.seed.0.to_string(),
        method => found.method,
        least => LEAST,
    }
}

fn range(visit: &Visit, interval: &Interval) -> String {
    let (low, high) = (
        signed(percent(interval.low)),
        signed(percent(interval.high)),
    );
    visit.say("tumbuh-rentang", &[("awal", &low), ("akhir", &high)])
}

fn side(visit: &Visit, side: &Side) -> Value {
    context! {
        shops => side.shops,
        measured => side.measured,
        missing => side.measured.map(|known| side.shops.saturating_sub(known)),
        growth => side.growth.map(|spread| quartiles(&spread)),
        fell => side.growth.is_some_and(|spread| percent(spread.median) < 0),
        range => side.interval.map(|interval| range(visit, &interval)),
    }
}

fn quartiles(spread: &Spread) -> Value {
    context! {
        lower => signed(percent(spread.lower)),
        median => signed(percent(spread.median)),
        upper => signed(percent(spread.upper)),
    }
}

/// Rows of counts under their words, each cell a number or none where it is hidden; none where no group can be shown.
fn table(shown: &Shown, names: &[String]) -> Option<Value> {
    if shown.columns.is_empty() {
        return None;
    }
    let rows: Vec<Value> = names
        .iter()
        .zip(&shown.cells)
        .map(|(name, cells)| context! { name => name, cells => cells })
        .collect();
    let hidden = shown.cells.iter().flatten().any(Option::is_none);
    Some(context! { rows => rows, totals => shown.columns.clone(), hidden => hidden })
}

fn chart(visit: &Visit, found: &Figures) -> String {
    let words = visit.app.words(visit.lang);
    let band = |at: &Option<(Spread, u32)>| {
        at.map(|(spread, _)| [spread.lower, spread.median, spread.upper].map(percent))
    };
    let months: Vec<_> = found
        .line
        .iter()
        .map(|point| {
            let name = words.label(&format!("bulan-{}", point.month.month()), &[]);
            let short: String = name.chars().take(3).collect();
            (short, band(&point.cohort), band(&point.waiting))
        })
        .collect();
    let begins = found
        .line
        .iter()
        .position(|point| point.month == found.frame.first)
        .unwrap_or(0);
    let title = words.label("tumbuh-grafik", &[]);
    bands(&title, &months, begins, &words.label("tumbuh-mulai", &[]))
}

fn line(visit: &Visit, found: &Figures) -> Vec<Value> {
    let words = visit.app.words(visit.lang);
    let cell = |at: &Option<(Spread, u32)>| {
        at.map(|(spread, count)| context! { at => quartiles(&spread), n => count })
    };
    found
        .line
        .iter()
        .map(|point| {
            context! {
                month => say::month(words, point.month),
                cohort => cell(&point.cohort),
                waiting => cell(&point.waiting),
            }
        })
        .collect()
}
