//! The one engine over levels: for each rule, met by which evidence and until when, or missing and the one next step.
//!
//! Only evidence that was accepted meets a rule. Evidence that waits for its
//! check is told apart, so that nobody is sent to do again what is done.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::day::{WEEK, monday, month, plus};
use super::evidence::{Evidence, Kind};
use super::level::{Aspect, Ladder, Level, Row, Rule, Test};
use crate::id::EvidenceId;
use crate::message::{Explain, Message};

/// How one rule stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's key.
    pub rule: String,
    /// Whether it is met.
    pub state: State,
    /// How much is there, checked.
    pub have: u64,
    /// How much is needed.
    pub need: u64,
}

/// Whether a rule is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// By this evidence, until the day after which it is no longer; none: it does not end.
    Met {
        /// The evidence.
        by: Vec<EvidenceId>,
        /// The last day.
        until: Option<Date>,
    },
    /// It would be, by evidence that waits for its check.
    Waiting {
        /// What waits.
        on: Vec<EvidenceId>,
    },
    /// Something has still to be done.
    Missing,
}

impl Finding {
    /// Whether it is met.
    pub fn is_met(&self) -> bool {
        matches!(self.state, State::Met { .. })
    }
}

impl Explain for Finding {
    /// What the rule asks for; the hint is the one next step.
    fn explain(&self) -> Message {
        match self.state {
            State::Waiting { .. } => Message::new("proof-waiting"),
            _ => asked(&self.rule, self.have, self.need),
        }
    }
}

/// What a rule asks for, with how much of it is there. Of things that are counted no more is told than is needed (3 of 3,
/// not 12 of 3); growth is told as it is.
pub fn asked(rule: &str, have: u64, need: u64) -> Message {
    let found = Ladder::get().rule(rule);
    let grows = |test: &Test| matches!(test, Test::Growth { .. });
    let told = match found.is_some_and(|rule| rule.tests.iter().any(grows)) {
        true => have,
        false => have.min(need),
    };
    Message::new(&format!("proof-{rule}"))
        .with("have", told)
        .with("need", need)
}

/// How one level stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which.
    pub level: Level,
    /// Its rules, in their order.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether all rules are met.
    pub fn is_met(&self) -> bool {
        self.findings.iter().all(Finding::is_met)
    }

    /// The last day on which all rules are met, as far as evidence says now; none when that does not end, or they are not met.
    pub fn until(&self) -> Option<Date> {
        let ends = self
            .findings
            .iter()
            .filter_map(|finding| match &finding.state {
                State::Met { until, .. } => *until,
                _ => None,
            });
        ends.min()
    }

    /// What has to be done next: the first rule that is missing, or else the first that waits.
    pub fn next(&self) -> Option<&Finding> {
        let missing = |finding: &&Finding| finding.state == State::Missing;
        let open = |finding: &&Finding| !finding.is_met();
        let found = self.findings.iter().find(missing);
        found.or_else(|| self.findings.iter().find(open))
    }
}

/// How every level stands on a day, by evidence that was accepted and evidence that waits.
pub fn report(
    ladder: &Ladder,
    accepted: &[&Evidence],
    waiting: &[&Evidence],
    today: Date,
) -> Vec<Report> {
    let rows = ladder.rows.iter();
    rows.map(|row| report_on(row, accepted, waiting, today))
        .collect()
}

/// How one level stands on a day.
pub fn report_on(row: &Row, accepted: &[&Evidence], waiting: &[&Evidence], today: Date) -> Report {
    let find = |rule| find(rule, accepted, waiting, today);
    Report {
        level: row.number,
        findings: row.rules.iter().map(find).collect(),
    }
}

fn find(rule: &Rule, accepted: &[&Evidence], waiting: &[&Evidence], today: Date) -> Finding {
    let (accepted, waiting) = (live(rule, accepted, today), live(rule, waiting, today));
    let checked = best(rule, &accepted, today);
    let state = if checked.is_enough() {
        State::Met {
            until: last_day(rule, &accepted, today),
            by: checked.by,
        }
    } else {
        match hoped(rule, &accepted, &waiting, today) {
            Some(on) => State::Waiting { on },
            None => State::Missing,
        }
    };
    Finding {
        rule: rule.key.clone(),
        state,
        have: checked.have,
        need: checked.need,
    }
}

/// The waiting evidence by which a rule would be met that is not; none when it would not be.
fn hoped(
    rule: &Rule,
    accepted: &[Piece<'_>],
    waiting: &[Piece<'_>],
    today: Date,
) -> Option<Vec<EvidenceId>> {
    if waiting.is_empty() {
        return None;
    }
    let both = by_day([accepted, waiting].concat());
    let hoped = best(rule, &both, today);
    let mut on = hoped.by.clone();
    on.retain(|id| waiting.iter().any(|piece| piece.one.id == *id));
    (hoped.is_enough() && !on.is_empty()).then_some(on)
}

/// The waiting evidence by which all rules of a level would be met on a day: empty when what was accepted is enough, none
/// when a rule would be missing all the same. Cheaper than [`report_on`], which also says until when.
pub fn rests_on(
    row: &Row,
    accepted: &[&Evidence],
    waiting: &[&Evidence],
    today: Date,
) -> Option<BTreeSet<EvidenceId>> {
    let mut found = BTreeSet::new();
    for rule in &row.rules {
        let (accepted, waiting) = (live(rule, accepted, today), live(rule, waiting, today));
        if !best(rule, &accepted, today).is_enough() {
            found.extend(hoped(rule, &accepted, &waiting, today)?);
        }
    }
    Some(found)
}

/// Evidence at which a rule looks, with the last day on which it counts.
#[derive(Clone, Copy)]
struct Piece<'a> {
    one: &'a Evidence,
    end: Option<Date>,
}

impl Piece<'_> {
    /// Whether it counts on a day: it has happened, and neither its own end nor the rule's has passed.
    fn is_live(&self, day: Date) -> bool {
        self.one.on <= day && self.end.is_none_or(|end| day <= end)
    }
}

/// What a rule looks at today and later, by day; each piece once.
fn live<'a>(rule: &Rule, evidence: &[&'a Evidence], today: Date) -> Vec<Piece<'a>> {
    let of_weeks = rule.tests.iter().map(|test| match test {
        Test::Weeks { of, .. } => Some(*of),
        _ => None,
    });
    let weeks = of_weeks.collect::<Option<Vec<u64>>>();
    let weeks = weeks.and_then(|all| all.into_iter().max());
    let since = weeks.map_or(Date::MIN, |of| first_of(of, today));
    let looks = |one: &&&Evidence| {
        let here = rule.place.as_ref().is_none_or(|place| *place == one.place);
        let kind = |test: &Test| test.kinds().contains(&one.kind);
        here && since <= one.on && rule.tests.iter().any(kind)
    };
    let mut found: Vec<Piece<'a>> = Vec::new();
    for one in evidence.iter().filter(looks) {
        let by_rule = rule.days.map(|days| plus(one.on, i64::from(days)));
        let end = by_rule.into_iter().chain(one.until).min();
        if end.is_none_or(|end| today <= end) {
            found.push(Piece { one, end });
        }
    }
    by_day(found)
}

fn by_day(mut pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    pieces.sort_by_key(|piece| (piece.one.on, piece.one.id));
    pieces.dedup_by_key(|piece| piece.one.id);
    pieces
}

/// What one test counts.
struct Tally {
    have: u64,
    need: u64,
    by: Vec<EvidenceId>,
}

impl Tally {
    fn is_enough(&self) -> bool {
        self.have >= self.need
    }
}

/// The test that is met, or the one that is nearest to it.
fn best(rule: &Rule, evidence: &[Piece<'_>], day: Date) -> Tally {
    let mut found = Tally {
        have: 0,
        need: u64::MAX,
        by: Vec::new(),
    };
    for test in &rule.tests {
        let tally = tally(test, evidence, day);
        // have/need, compared without division; the first of equals stays.
        let nearer = u128::from(tally.have.min(tally.need)) * u128::from(found.need)
            > u128::from(found.have.min(found.need)) * u128::from(tally.need);
        if found.need == u64::MAX || nearer {
            found = tally;
        }
    }
    found
}

fn tally(test: &Test, evidence: &[Piece<'_>], day: Date) -> Tally {
    let live: Vec<&Evidence> = evidence
        .iter()
        .filter(|piece| test.kinds().contains(&piece.one.kind) && piece.is_live(day))
        .map(|piece| piece.one)
        .collect();
    let (have, by) = match test {
        Test::Count { .. } => (live.len() as u64, all(&live)),
        Test::Distinct { of, .. } => distinct(&live, *of),
        Test::Units { .. } => {
            let sum = live
                .iter()
                .fold(0_u64, |sum, one| sum.saturating_add(one.units));
            (sum, all(&live))
        }
        Test::Least { .. } => live
            .last()
            .map_or((0, Vec::new()), |one| (one.units, vec![one.id])),
        Test::Weeks { of, .. } => weeks(&live, *of, day),
        Test::Growth { months, .. } => growth(&live, *months, day),
    };
    Tally {
        have,
        need: test.need(),
        by,
    }
}

fn all(live: &[&Evidence]) -> Vec<EvidenceId> {
    live.iter().map(|one| one.id).collect()
}

/// The newest piece for each different subject or place.
fn distinct(live: &[&Evidence], of: Aspect) -> (u64, Vec<EvidenceId>) {
    let mut seen: BTreeMap<&str, EvidenceId> = BTreeMap::new();
    for one in live {
        let name = match of {
            Aspect::Subject => &one.subject,
            Aspect::Place => &one.place,
        };
        if !name.is_empty() {
            seen.insert(name, one.id);
        }
    }
    (seen.len() as u64, seen.into_values().collect())
}

/// Weeks with evidence among the last `of`. The week that runs counts when something is in it, and costs nothing when not.
fn weeks(live: &[&Evidence], of: u64, day: Date) -> (u64, Vec<EvidenceId>) {
    let of = i64::try_from(of).unwrap_or(i64::MAX / WEEK);
    let with: BTreeMap<Date, EvidenceId> =
        live.iter().map(|one| (monday(one.on), one.id)).collect();
    let among = |last: Date| {
        let first = plus(last, -(of - 1) * WEEK);
        let found: Vec<EvidenceId> = with.range(first..=last).map(|(_, id)| *id).collect();
        (found.len() as u64, found)
    };
    let (now, before) = (among(monday(day)), among(plus(monday(day), -WEEK)));
    if now.0 >= before.0 { now } else { before }
}

/// The first day that the last `of` weeks can reach back to.
fn first_of(of: u64, day: Date) -> Date {
    let of = i64::try_from(of).unwrap_or(i64::MAX / WEEK);
    plus(monday(day), -of * WEEK)
}

/// By how many percent the median of the last whole months lies over the baseline; 0 when it lies under it, or a month is missing.
fn growth(live: &[&Evidence], months: u64, day: Date) -> (u64, Vec<EvidenceId>) {
    let baseline = live.iter().rfind(|one| one.kind == Kind::Baseline);
    let before = baseline
        .and_then(|one| one.amount)
        .map_or(0, |amount| amount.amount());
    let months = i64::try_from(months).unwrap_or(i64::MAX).min(120);
    let mut by: Vec<EvidenceId> = baseline.map(|one| one.id).into_iter().collect();
    let mut sums = Vec::new();
    for back in 1..=months {
        let (from, to) = (month(day, -back), month(day, 1 - back));
        // One sum a day: a day that was noted again counts as it was noted last.
        let of_month: BTreeMap<Date, &Evidence> = live
            .iter()
            .filter(|one| one.kind == Kind::SalesRecord && from <= one.on && one.on < to)
            .map(|one| (one.on, *one))
            .collect();
        let mut sum = None;
        for one in of_month.into_values() {
            let amount = one.amount.map_or(0, |amount| amount.amount());
            sum = Some(sum.unwrap_or(0_u64).saturating_add(amount));
            by.push(one.id);
        }
        sums.extend(sum);
    }
    if before == 0 || sums.is_empty() || sums.len() as i64 != months {
        return (0, Vec::new());
    }
    let (now, before) = (u128::from(twice_median(&mut sums)), u128::from(before));
    // Twice the median over twice the baseline.
    let percent = (now * 100 / (before * 2)).saturating_sub(100);
    (u64::try_from(percent).unwrap_or(u64::MAX), by)
}

/// Twice the median, so that halves stay whole.
fn twice_median(sums: &mut [u64]) -> u64 {
    sums.sort_unstable();
    let middle = sums.len() / 2;
    let upper = sums.get(middle).copied().unwrap_or(0);
    let lower = if sums.len() % 2 == 1 {
        upper
    } else {
        sums.get(middle.wrapping_sub(1)).copied().unwrap_or(0)
    };
    upper.saturating_add(lower)
}

/// The last day on which a rule that is met today stays met if nothing new comes; none when that does not end.
fn last_day(rule: &Rule, evidence: &[Piece<'_>], today: Date) -> Option<Date> {
    let lives = evidence.iter().filter(|piece| piece.is_live(today));
    let ends: BTreeSet<Date> = lives.filter_map(|piece| piece.end).collect();
    let mut turns: BTreeSet<Date> = ends.into_iter().map(|end| plus(end, 1)).collect();
    for test in &rule.tests {
        match test {
            Test::Weeks { of, .. } => {
                let last = i64::try_from(*of).unwrap_or(0) + 2;
                turns.extend((1..=last).map(|n| plus(monday(today), n * WEEK)));
            }
            Test::Growth { months, .. } => {
                let last = i64::try_from(*months).unwrap_or(0) + 2;
                turns.extend((1..=last).map(|n| month(today, n)));
            }
            Test::Count { .. }
            | Test::Distinct { .. }
            | Test::Units { .. }
            | Test::Least { .. } => {}
        }
    }
    turns
        .into_iter()
        .filter(|turn| *turn > today)
        .find(|turn| !best(rule, evidence, *turn).is_enough())
        .map(|turn| plus(turn, -1))
}

#[cfg(test)]
mod tests;
