//! A shop's way through its programme, in words: stairs, rules with their proof, evidence, history.

use std::collections::HashMap;

use minijinja::{Value, context};
use naik_app::platform::programme::standing::Course;
use naik_core::id::{EvidenceId, PersonId, Uuid};
use naik_core::message::Explain;
use naik_core::money::Rupiah;
use naik_core::programme::evidence::Kind;
use naik_core::programme::history::{Cause, Event, Open, Verdict, What};
use naik_core::programme::ladder::{Finding, Report, State, asked};
use naik_core::programme::level::{Ladder, Level};
use naik_core::sale::SaleChannel;
use naik_store::repo::evidence::Kept;

use super::say;
use crate::fault::sentence;
use crate::front::visit::Visit;

/// Lines of history that are listed.
const LINES: usize = 80;

/// Names of people by their ids.
pub(crate) type Names = HashMap<Uuid, String>;

/// What a person is called; `seseorang` when they have gone.
pub(crate) fn name_of(visit: &Visit, names: &Names, id: PersonId) -> String {
    let found = names.get(&id.0).cloned();
    found.unwrap_or_else(|| visit.say("kelas-seseorang", &[]))
}

/// What a level is called, as `2 · Terlihat`.
pub(crate) fn level_name(visit: &Visit, level: Level) -> String {
    let name = visit.app.words(visit.lang).say(&level.name()).text;
    format!("{} · {name}", level.number())
}

/// All levels, the highest first, each with how it stands.
pub(crate) fn stairs(visit: &Visit, course: &Course) -> Vec<Value> {
    let words = visit.app.words(visit.lang);
    let next = course.next_level();
    Level::all()
        .rev()
        .map(|level| {
            let stands = Some(level) <= course.standing.level;
            let state = if stands {
                "sudah"
            } else if course.standing.unconfirmed.contains_key(&level) {
                "tunggu"
            } else if Some(level) == next {
                "kini"
            } else {
                "nanti"
            };
            let report = course.report(level);
            let met = report.map_or(0, |report| {
                report.findings.iter().filter(|one| one.is_met()).count()
            });
            let until = report.filter(|_| stands).and_then(Report::until);
            let held = stands && course.standing.open.iter().any(|one| one.level == level);
            context! {
                number => level.number(),
                name => words.say(&level.name()).text,
                state => state,
                here => course.standing.level == Some(level),
                held => held,
                met => met,
                all => report.map_or(0, |report| report.findings.len()),
                until => until.map(|day| say::day(words, day)),
            }
        })
        .collect()
}

/// Levels that stand only as long as evidence waits for its check: which, on what, and until when.
pub(crate) fn held(visit: &Visit, course: &Course) -> Vec<Value> {
    let words = visit.app.words(visit.lang);
    let of = |open: &Open| {
        let shown = open.on.iter().filter_map(|id| course.evidence(*id));
        let mut kinds: Vec<String> = shown
            .map(|kept| kind_name(visit, kept.evidence.kind))
            .collect();
        kinds.dedup();
        context! {
            level => level_name(visit, open.level),
            until => say::day(words, open.until),
            kinds => kinds,
        }
    };
    course.held_open().into_iter().map(of).collect()
}

/// Evidence that waits, first what holds a level open.
pub(crate) fn waiting(visit: &Visit, course: &Course, names: &Names) -> Vec<Value> {
    let mut kept = course.waiting();
    kept.sort_by_key(|one| holds(course, one.evidence.id).is_none());
    together(visit, course, &kept, names)
}

/// The level that a piece of evidence holds open.
fn holds(course: &Course, id: EvidenceId) -> Option<Level> {
    let open = course.held_open();
    let found = open.into_iter().find(|open| open.on.contains(&id));
    found.map(|open| open.level)
}

/// A level's rules: met by which evidence and until when, waiting, or missing with what to do.
pub(crate) fn findings(
    visit: &Visit,
    course: &Course,
    report: &Report,
    names: &Names,
) -> Vec<Value> {
    let words = visit.app.words(visit.lang);
    let of = |finding: &Finding| {
        let said = words.say(&asked(&finding.rule, finding.have, finding.need));
        let (state, by, until) = match &finding.state {
            State::Met { by, until } => ("ok", by.as_slice(), *until),
            State::Waiting { on } => ("tunggu", on.as_slice(), None),
            State::Missing => ("kurang", &[][..], None),
        };
        let goes = href(&finding.rule);
        context! {
            rule => finding.rule.clone(),
            text => said.text,
            hint => (state == "kurang").then_some(said.hint),
            state => state,
            until => until.map(|day| say::day(words, day)),
            by => rows(visit, course, by, names),
            href => goes.filter(|_| state == "kurang"),
        }
    };
    report.findings.iter().map(of).collect()
}

/// Where a rule's evidence is sent.
pub(crate) fn href(rule: &str) -> Option<String> {
    let rule = Ladder::get().rule(rule)?;
    let kind = rule.tests.iter().flat_map(|test| test.kinds()).next()?;
    Some(match kind {
        Kind::SalesRecord | Kind::PriceCalculation | Kind::Consent => {
            "/kelasku/bukti#dari-catatan".to_owned()
        }
        Kind::OrderExport => "/jualan/impor".to_owned(),
        Kind::ResellerTie | Kind::SupplyTie | Kind::Mentored => "/jejaring".to_owned(),
        kind => format!("/kelasku/bukti/{}", slug(*kind)),
    })
}

/// A kind in an address.
pub(crate) fn slug(kind: Kind) -> String {
    kind.key().replace('_', "-")
}

/// The kind of an address.
pub(crate) fn by_slug(slug: &str) -> Option<Kind> {
    Kind::parse(&slug.replace('-', "_"))
}

/// What a kind of evidence is called.
pub(crate) fn kind_name(visit: &Visit, kind: Kind) -> String {
    visit.say(&format!("bukti-{}", slug(kind)), &[])
}

/// The icon of a kind.
pub(crate) fn icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Baseline => "flag",
        Kind::Consent => "shield-check",
        Kind::Permit => "id-card",
        Kind::PriceCalculation => "calculator",
        Kind::SalesRecord => "banknote",
        Kind::Photo => "camera",
        Kind::Post => "share-2",
        Kind::Qris => "qr-code",
        Kind::ReplyTime => "messages-square",
        Kind::ListingLink => "link",
        Kind::OrderExport => "file-spreadsheet",
        Kind::Rating => "star",
        Kind::RepeatBuyers | Kind::ResellerTie | Kind::SupplyTie => "users",
        Kind::Mentored => "graduation-cap",
        Kind::FinanceReady => "wallet",
        Kind::ExportReady => "package-check",
        Kind::Visit => "hand-helping",
    }
}

/// A channel or a marketplace, as people call it.
pub(crate) fn place(visit: &Visit, word: &str) -> String {
    let stem = if SaleChannel::parse(word).is_some() {
        "tempat"
    } else {
        "kanal"
    };
    let key = format!("{stem}-{word}");
    if visit.app.words(visit.lang).has(&key) {
        visit.say(&key, &[])
    } else {
        word.to_owned()
    }
}

/// Pieces of evidence by their ids; days of sales come together in one row.
pub(crate) fn rows(
    visit: &Visit,
    course: &Course,
    ids: &[EvidenceId],
    names: &Names,
) -> Vec<Value> {
    let kept: Vec<&Kept> = ids.iter().filter_map(|id| course.evidence(*id)).collect();
    together(visit, course, &kept, names)
}

/// Pieces of evidence; days of sales come together in one row.
pub(crate) fn together(
    visit: &Visit,
    course: &Course,
    kept: &[&Kept],
    names: &Names,
) -> Vec<Value> {
    let (sales, others): (Vec<&Kept>, Vec<&Kept>) = kept
        .iter()
        .copied()
        .partition(|one| one.evidence.kind == Kind::SalesRecord);
    let mut rows = Vec::new();
    if let (Some(first), Some(last)) = (sales.first(), sales.last()) {
        let words = visit.app.words(visit.lang);
        let sum = sales.iter().fold(0_u64, |sum, one| {
            sum.saturating_add(one.evidence.amount.map_or(0, |amount| amount.amount()))
        });
        let days = sales.len().to_string();
        let amount = Rupiah::new(sum).to_string();
        let ids: Vec<String> = sales
            .iter()
            .map(|one| one.evidence.id.to_string())
            .collect();
        rows.push(context! {
            ids => ids.join(","),
            key => first.evidence.id.to_string(),
            icon => icon(Kind::SalesRecord),
            kind => kind_name(visit, Kind::SalesRecord),
            text => visit.say("bukti-jumlah-hari", &[("n", &days), ("jumlah", &amount)]),
            day => if sales.len() > 1 {
                format!("{} – {}", say::day(words, first.evidence.on), say::day(words, last.evidence.on))
            } else {
                say::day(words, first.evidence.on)
            },
            by => name_of(visit, names, last.evidence.sender),
            verdict => verdict(course, last.evidence.id),
            holds => sales
                .iter()
                .find_map(|one| holds(course, one.evidence.id))
                .map(|level| level_name(visit, level)),
        });
    }
    rows.extend(others.iter().map(|one| row(visit, course, one, names)));
    rows
}

/// One piece of evidence.
pub(crate) fn row(visit: &Visit, course: &Course, kept: &Kept, names: &Names) -> Value {
    let words = visit.app.words(visit.lang);
    let one = &kept.evidence;
    let judged = course.judged(one.id);
    let said = course.events.iter().find_map(|event| match &event.what {
        What::Sent(sent) if sent.id == one.id && !event.why.is_empty() => Some(event.why.clone()),
        _ => None,
    });
    let link = matches!(one.kind, Kind::Post | Kind::ListingLink) && !one.subject.is_empty();
    context! {
        ids => one.id.to_string(),
        key => one.id.to_string(),
        icon => icon(one.kind),
        kind => kind_name(visit, one.kind),
        text => text(visit, kept),
        day => say::day(words, one.on),
        until => one.until.map(|day| say::day(words, day)),
        picture => kept.file.as_ref().map(|_| format!("/bukti/{}/foto", one.id)),
        link => link.then(|| one.subject.clone()),
        by => name_of(visit, names, one.sender),
        said => said,
        verdict => verdict(course, one.id),
        holds => holds(course, one.id).map(|level| level_name(visit, level)),
        judged_by => judged.map(|event| name_of(visit, names, event.by)),
        judged_day => judged.map(|event| say::day(words, event.day)),
        why => judged.filter(|event| !event.why.is_empty()).map(|event| event.why.clone()),
    }
}

fn verdict(course: &Course, id: EvidenceId) -> Option<&'static str> {
    course.standing.verdicts.get(&id).map(|one| one.key())
}

/// What a piece of evidence says beside its kind and day.
fn text(visit: &Visit, kept: &Kept) -> String {
    let one = &kept.evidence;
    let count = one.units.to_string();
    let amount = one.amount.map(|sum| sum.to_string()).unwrap_or_default();
    match one.kind {
        Kind::Permit => {
            let kind = visit.say(&format!("izin-jenis-{}", one.place), &[]);
            format!("{kind} {}", one.subject)
        }
        Kind::Baseline => {
            let channels: Vec<String> = one
                .subject
                .split(',')
                .filter(|word| !word.is_empty())
                .map(|word| place(visit, word))
                .collect();
            let channels = channels.join(", ");
            let args = [
                ("jumlah", amount.as_str()),
                ("n", count.as_str()),
                ("kanal", channels.as_str()),
            ];
            visit.say("bukti-baseline-teks", &args)
        }
        Kind::SalesRecord => amount,
        Kind::PriceCalculation => one.subject.clone(),
        Kind::Post | Kind::ListingLink => place(visit, &one.place),
        Kind::OrderExport => {
            let place = place(visit, &one.place);
            let args = [("n", count.as_str()), ("tempat", place.as_str())];
            visit.say("bukti-pesanan-teks", &args)
        }
        Kind::Rating => {
            let stars = format!("{},{}", one.units / 10, one.units % 10);
            let place = place(visit, &one.place);
            let args = [("n", stars.as_str()), ("tempat", place.as_str())];
            visit.say("bukti-bintang-teks", &args)
        }
        Kind::RepeatBuyers => visit.say("bukti-pembeli-teks", &[("n", &count)]),
        _ => String::new(),
    }
}

/// What happened, the newest first: who, when, why.
pub(crate) fn history(visit: &Visit, course: &Course, names: &Names) -> Vec<Value> {
    let words = visit.app.words(visit.lang);
    // Day, place within the day, and the line.
    let mut lines: Vec<(jiff::civil::Date, usize, Value)> = Vec::new();
    for (at, (event, count)) in joined(course).into_iter().enumerate() {
        let void = course.standing.void.get(&event.id);
        let line = context! {
            day => say::day(words, event.day),
            who => name_of(visit, names, event.by),
            text => happened(visit, course, event, count),
            why => (!event.why.is_empty()).then(|| event.why.clone()),
            void => void.map(|void| sentence(visit, &void.explain())),
            mark => "",
        };
        lines.push((event.day, at, line));
    }
    let after = lines.len();
    for (at, change) in course.standing.changes.iter().enumerate() {
        let level = level_name(visit, change.level);
        let (key, mark, why) = match &change.cause {
            Cause::Reached { .. } => ("jejak-naik", "ok", None),
            Cause::Lapsed { rules } => {
                let rules: Vec<String> = rules.iter().map(|rule| rule_name(visit, rule)).collect();
                ("jejak-gugur", "buruk", Some(rules.join("; ")))
            }
            Cause::Revoked { .. } => ("jejak-dicabut", "buruk", None),
        };
        let line = context! {
            day => say::day(words, change.day),
            text => visit.say(key, &[("tingkat", &level)]),
            why => why,
            mark => mark,
        };
        lines.push((change.day, after + at, line));
    }
    lines.sort_by_key(|(day, at, _)| std::cmp::Reverse((*day, *at)));
    lines
        .into_iter()
        .map(|(_, _, line)| line)
        .take(LINES)
        .collect()
}

/// What a rule asks for, without how much of it is there.
fn rule_name(visit: &Visit, rule: &str) -> String {
    visit.say(&format!("syarat-{rule}"), &[])
}

/// Events of one person about the same kind of evidence on one day come together.
fn joined(course: &Course) -> Vec<(&Event, usize)> {
    let mut all: Vec<(&Event, usize)> = Vec::new();
    for event in &course.events {
        let same = |old: &&Event| {
            old.day == event.day
                && old.by == event.by
                && old.why == event.why
                && subject(course, old).is_some()
                && subject(course, old) == subject(course, event)
        };
        match all.last_mut() {
            Some((last, count)) if same(&&**last) => *count += 1,
            _ => all.push((event, 1)),
        }
    }
    all
}

/// What was done to which kind of evidence.
fn subject(course: &Course, event: &Event) -> Option<(&'static str, Kind)> {
    let of = |id: EvidenceId| course.evidence(id).map(|kept| kept.evidence.kind);
    match &event.what {
        What::Sent(sent) => Some(("kirim", sent.kind)),
        What::Accepted(id) => Some(("terima", of(*id)?)),
        What::Refused(id) => Some(("tolak", of(*id)?)),
        What::Withdrawn(id) => Some(("tarik", of(*id)?)),
        What::Checked(_) | What::Confirmed(_) | What::Revoked(_) => None,
    }
}

fn happened(visit: &Visit, course: &Course, event: &Event, count: usize) -> String {
    if let Some((deed, kind)) = subject(course, event) {
        let what = kind_name(visit, kind);
        let text = visit.say(&format!("jejak-{deed}"), &[("apa", &what)]);
        return if count > 1 {
            format!("{text} ({count})")
        } else {
            text
        };
    }
    let (key, level) = match &event.what {
        What::Checked(level) => ("jejak-periksa", Some(*level)),
        What::Confirmed(level) => ("jejak-sahkan", Some(*level)),
        What::Revoked(level) => ("jejak-cabut", Some(*level)),
        _ => ("jejak-bukti", None),
    };
    let level = level.map(|level| level_name(visit, level));
    visit.say(key, &[("tingkat", level.as_deref().unwrap_or_default())])
}

/// Evidence of the own shop that was refused lately, to be sent anew.
pub(crate) fn refused(visit: &Visit, course: &Course, names: &Names) -> Vec<Value> {
    let mut kept = course.with(Verdict::Refused);
    kept.reverse();
    kept.truncate(3);
    kept.iter()
        .map(|one| row(visit, course, one, names))
        .collect()
}
