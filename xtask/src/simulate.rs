//! `cargo xtask simulate-cohort`: a cohort from a seed as lines for reading, so that one can see what the demonstration and the
//! tests are made of.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use jiff::civil::{Date, date};
use naik_core::id::{EvidenceId, PersonId, Uuid};
use naik_core::programme::cohort::WEEKS;
use naik_core::programme::day::{WEEK, monday, plus};
use naik_core::programme::evidence::{Evidence, Kind};
use naik_core::programme::history::What;
use naik_core::programme::simulate::{City, Shop, Wish, simulate};
use naik_core::programme::task::Outcome;
use naik_core::seed::Seed;
use serde_json::{Value, json};

/// What is asked for.
pub(crate) const USAGE: &str =
    "usage: cargo xtask simulate-cohort [--seed N] [--shops N] [--start DATE] [--weeks N] [--csv]";
/// A Monday in whose cohort Ramadan and Lebaran lie.
const START: Date = date(2026, 1, 5);

/// How it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// One JSON object a line: the cohort, its shops, then everything that happened, by day.
    Lines,
    /// One row a shop.
    Table,
}

/// Writes a cohort to standard output and what it came to to standard error.
///
/// # Errors
/// What is wrong with the arguments, or why it could not be written.
pub(crate) fn run(
    arguments: &[&str],
    out: &mut impl Write,
    talk: &mut impl Write,
) -> Result<(), String> {
    let (wish, form) = read(arguments)?;
    let city = simulate(&wish).map_err(|error| error.to_string())?;
    let written = match form {
        Form::Lines => lines(&city, out),
        Form::Table => table(&city, out),
    };
    written
        .and_then(|()| writeln!(talk, "{}", summary(&city)))
        .map_err(|error| error.to_string())
}

fn read(arguments: &[&str]) -> Result<(Wish, Form), String> {
    let (mut seed, mut shops, mut start, mut weeks) = (1, 200, START, i64::from(WEEKS));
    let mut form = Form::Lines;
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        if *name == "--csv" {
            form = Form::Table;
            continue;
        }
        let value = rest.next().ok_or(USAGE)?;
        let wrong = |_| format!("`{value}` is nothing for `{name}`; {USAGE}");
        match *name {
            "--seed" => {
                seed = value
                    .parse()
                    .map_err(|e: std::num::ParseIntError| wrong(e.to_string()))?
            }
            "--shops" => {
                shops = value
                    .parse()
                    .map_err(|e: std::num::ParseIntError| wrong(e.to_string()))?
            }
            "--weeks" => {
                weeks = value
                    .parse()
                    .map_err(|e: std::num::ParseIntError| wrong(e.to_string()))?
            }
            "--start" => {
                start = value
                    .parse()
                    .map_err(|e: jiff::Error| wrong(e.to_string()))?
            }
            _ => return Err(USAGE.to_owned()),
        }
    }
    let wish = Wish {
        seed: Seed(seed),
        places: shops,
        start,
        today: plus(monday(start), weeks.clamp(0, 104) * WEEK - 1),
        second: PersonId(Uuid::from_u128(1)),
    };
    Ok((wish, form))
}

fn lines(city: &City, out: &mut impl Write) -> io::Result<()> {
    let mentors: Vec<&str> = city.mentors.iter().map(|one| one.name.as_str()).collect();
    let run = &city.cohort;
    let head = json!({
        "what": "cohort", "start": run.start, "end": run.end(), "places": run.places,
        "opens": run.window.opens, "closes": run.window.closes,
        "source": city.source, "words": city.notice.words, "mentors": mentors,
    });
    writeln!(out, "{head}")?;
    for shop in &city.shops {
        let mut told = serde_json::to_value(shop).unwrap_or_default();
        if let Value::Object(fields) = &mut told {
            for long in ["sold", "events", "visits", "tasks", "id", "owner"] {
                fields.shift_remove(long);
            }
            fields.shift_insert(0, "what".to_owned(), json!("shop"));
        }
        writeln!(out, "{told}")?;
    }
    let mut deeds: Vec<(Date, &str, Value)> = city.shops.iter().flat_map(deeds).collect();
    deeds.sort_by_key(|(day, shop, _)| (*day, *shop));
    for (day, shop, mut told) in deeds {
        if let Value::Object(fields) = &mut told {
            fields.shift_insert(0, "day".to_owned(), json!(day));
            fields.shift_insert(1, "shop".to_owned(), json!(shop));
        }
        writeln!(out, "{told}")?;
    }
    Ok(())
}

/// Everything that happened to a shop.
fn deeds(shop: &Shop) -> Vec<(Date, &str, Value)> {
    let sold = shop.sold.iter().map(|sold| {
        let told = json!({
            "what": "sold", "amount": sold.amount, "pieces": sold.quantity,
            "channel": sold.channel, "noted": sold.noted, "by_file": sold.file.is_some(),
        });
        (sold.day, told)
    });
    let visits = shop.visits.iter().map(|visit| {
        let told = json!({ "what": "visit", "met": visit.met, "topic": visit.topic });
        (visit.day, told)
    });
    let tasks = shop.tasks.iter().map(|past| {
        let told = json!({ "what": "task", "task": past.task, "outcome": past.outcome });
        (past.monday, told)
    });
    let handed = shop
        .handed
        .map(|(day, _)| (day, json!({ "what": "handed_over" })));
    let left = shop.left.map(|day| (day, json!({ "what": "left" })));
    let all = sold.chain(visits).chain(tasks).chain(handed).chain(left);
    all.chain(history(shop))
        .map(|(day, told)| (day, shop.name.as_str(), told))
        .collect()
}

fn history(shop: &Shop) -> impl Iterator<Item = (Date, Value)> {
    let sent: BTreeMap<EvidenceId, Kind> = sent(shop).map(|one| (one.id, one.kind)).collect();
    shop.events.iter().map(move |event| {
        let kind = |id: &EvidenceId| sent.get(id).copied();
        let told = match &event.what {
            What::Sent(one) => json!({
                "what": "sent", "kind": one.kind, "on": one.on, "subject": one.subject,
                "place": one.place, "units": one.units, "amount": one.amount,
            }),
            What::Accepted(id) => json!({ "what": "accepted", "kind": kind(id) }),
            What::Refused(id) => json!({ "what": "refused", "kind": kind(id), "why": event.why }),
            What::Withdrawn(id) => json!({ "what": "withdrawn", "kind": kind(id) }),
            What::Checked(level) => json!({ "what": "checked", "level": level }),
            What::Confirmed(level) => json!({ "what": "confirmed", "level": level }),
            What::Revoked(level) => json!({ "what": "revoked", "level": level }),
        };
        (event.day, told)
    })
}

fn sent(shop: &Shop) -> impl Iterator<Item = &Evidence> {
    shop.events.iter().filter_map(|event| match &event.what {
        What::Sent(one) => Some(one),
        _ => None,
    })
}

const HEAD: &str = "rank,ticket,shop,owner,district,village,category,product,price,capital,month,class,habit,statistics,state,left,sold_days,sold,sent,accepted,refused,met,missed,tasks_done,tasks_skipped,level,seen";

fn table(city: &City, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{HEAD}")?;
    for shop in &city.shops {
        let count = |wanted: fn(&What) -> bool| {
            let all = shop.events.iter();
            all.filter(|event| wanted(&event.what)).count().to_string()
        };
        let told = |outcome| {
            let all = shop.tasks.iter();
            all.filter(|task| task.outcome == outcome)
                .count()
                .to_string()
        };
        let sum: u64 = shop.sold.iter().map(|sold| sold.amount.amount()).sum();
        let one = &shop.enrolment;
        let met = shop.visits.iter().filter(|visit| visit.met).count();
        let cells = [
            one.rank.map_or_else(String::new, |rank| rank.to_string()),
            one.ticket.as_str().to_owned(),
            shop.name.clone(),
            shop.owner_name.clone(),
            shop.district.clone(),
            shop.village.clone(),
            shop.category.key().to_owned(),
            shop.product.clone(),
            shop.price.amount().to_string(),
            shop.capital.amount().to_string(),
            shop.month.amount().to_string(),
            word(&shop.class),
            word(&shop.habit),
            shop.statistics.to_string(),
            one.state.key().to_owned(),
            shop.left.map_or_else(String::new, |day| day.to_string()),
            shop.sold.len().to_string(),
            sum.to_string(),
            count(|what| matches!(what, What::Sent(_))),
            count(|what| matches!(what, What::Accepted(_))),
            count(|what| matches!(what, What::Refused(_))),
            met.to_string(),
            (shop.visits.len() - met).to_string(),
            told(Outcome::Done),
            told(Outcome::Skipped),
            shop.level
                .map_or_else(String::new, |level| level.number().to_string()),
            shop.seen.map_or_else(String::new, |day| day.to_string()),
        ];
        // No name of the generator holds a comma or a quotation mark.
        writeln!(out, "{}", cells.join(","))?;
    }
    Ok(())
}

/// The word under which something is written in JSON.
fn word(of: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(of).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// How many stand where, for whoever watches.
fn summary(city: &City) -> String {
    let mut states: BTreeMap<&str, u32> = BTreeMap::new();
    let mut levels: BTreeMap<(String, String), u32> = BTreeMap::new();
    let (mut sold, mut pieces) = (0, 0);
    for shop in &city.shops {
        *states.entry(shop.enrolment.state.key()).or_default() += 1;
        sold += shop.sold.len();
        pieces += sent(shop).count();
        if shop.enrolment.mentor.is_some() && shop.left.is_none() {
            let level = shop
                .level
                .map_or("-".to_owned(), |one| one.number().to_string());
            *levels.entry((word(&shop.habit), level)).or_default() += 1;
        }
    }
    let mut text = format!(
        "{} shops {states:?}, {sold} sales, {pieces} pieces of evidence",
        city.shops.len()
    );
    let mut habit = String::new();
    for ((of, level), count) in levels {
        if of != habit {
            let _ = write!(text, "\n{of}:");
            habit = of;
        }
        let _ = write!(text, " level {level}: {count}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(arguments: &[&str]) -> String {
        let (mut out, mut talk) = (Vec::new(), Vec::new());
        run(arguments, &mut out, &mut talk).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_cohort_is_written_the_same_each_time() {
        let few = ["--seed", "3", "--shops", "6", "--weeks", "8"];
        let text = written(&few);
        assert_eq!(text, written(&few));
        let rows: Vec<Value> = text
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(rows[0]["what"], "cohort");
        assert_eq!(rows.iter().filter(|row| row["what"] == "shop").count(), 8);
        assert!(rows.iter().any(|row| row["what"] == "sold"));
        let days: Vec<&str> = rows.iter().filter_map(|row| row["day"].as_str()).collect();
        assert!(days.is_sorted());
        let table = written(&["--seed", "3", "--shops", "6", "--csv"]);
        let width = HEAD.split(',').count();
        assert_eq!(table.lines().count(), 9);
        assert!(
            table.lines().all(|row| row.split(',').count() == width),
            "{table}"
        );
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for wrong in [
            &["--seed"][..],
            &["--seed", "x"],
            &["--start", "Monday"],
            &["--what", "1"],
            &["--shops", "0"],
        ] {
            assert!(
                run(wrong, &mut Vec::new(), &mut Vec::new()).is_err(),
                "{wrong:?}"
            );
        }
    }
}
