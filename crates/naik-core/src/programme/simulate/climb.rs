//! How a shop's levels come to stand and lapse: its mentor checks what the evidence bears, another person confirms.
//!
//! It goes through the days as `history::stand` does, and works a level's end out anew only when evidence of its own has
//! come, so that two hundred shops cost no more than a page. A test holds it against `stand`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::habit::Turns;
use super::{Shop, Wish, happens, id, within};
use crate::category::Category;
use crate::id::{EventId, EvidenceId, PersonId};
use crate::programme::calendar::Calendar;
use crate::programme::cohort::Cohort;
use crate::programme::day::{monday, plus};
use crate::programme::evidence::{Evidence, Kind};
use crate::programme::history::{Event, What};
use crate::programme::ladder::{Report, State, report_on};
use crate::programme::level::{Ladder, Level};
use crate::programme::plan::Plan;
use crate::programme::schedule::{Week, schedule};
use crate::programme::task::{Case, Outcome, Past, choose};
use crate::seed::Seed;

/// Of a thousand weeks, in how many a mentor looks through the shop.
const LOOKS: u32 = 640;

/// Goes through a shop's days: adds decisions to its history, tells its tasks, and notes the level on which it stands.
pub(super) fn climb(
    seed: &mut Seed,
    shop: &mut Shop,
    cohort: &Cohort,
    wish: &Wish,
    (sent, turns): (Vec<Event>, Turns),
) {
    let mut by_day: BTreeMap<Date, Vec<&Event>> = BTreeMap::new();
    for event in &sent {
        by_day.entry(event.day).or_default().push(event);
    }
    let mut walk = Walk::default();
    let mut decided = Vec::new();
    let plan = Plan::standard();
    let weeks = schedule(cohort, &plan, Calendar::get()).unwrap_or_default();
    let mut day = cohort.start;
    while day <= wish.today.min(cohort.end()) {
        if day == monday(day) {
            let week = weeks.iter().find(|week| week.monday == day);
            tell(seed, shop, &walk, week, turns);
        }
        let events = by_day.get(&day).map_or(&[][..], Vec::as_slice);
        walk.pass(day, events);
        let looks = day == plus(monday(day), 4) && happens(seed, LOOKS);
        if looks && shop.left.is_none_or(|left| day < left) {
            walk.check(seed, day, mentor_on(shop, day), &mut decided);
        }
        walk.confirm(seed, day, wish.second, &mut decided);
        day = plus(day, 1);
    }
    walk.settle(wish.today);
    shop.level = walk.top();
    shop.events = sent;
    shop.events.append(&mut decided);
}

/// Who accompanies a shop on a day.
pub(super) fn mentor_on(shop: &Shop, day: Date) -> PersonId {
    let now = shop.enrolment.mentor.unwrap_or(shop.owner);
    match shop.handed {
        Some((on, before)) if day < on => before,
        _ => now,
    }
}

/// Says what became of a week's task, or nothing.
fn tell(seed: &mut Seed, shop: &mut Shop, walk: &Walk<'_>, week: Option<&Week<'_>>, turns: Turns) {
    let Some(week) = week else {
        return;
    };
    let missing = walk.missing(plus(week.monday, -1));
    let case = Case {
        missing: &missing,
        ending: &[],
        // Its page knows what a shop makes by its products, and these shops have none there.
        category: Category::Other,
        theme: week.theme.map(|theme| theme.key.as_str()),
        pace: week.pace,
        past: &shop.tasks,
    };
    let (done, skipped) = shop.habit.traits().task;
    let energy = turns.energy(week.number, week.pace);
    let Some(task) = choose(&case, week.monday) else {
        return;
    };
    let outcome = if happens(seed, done * energy / 1_000) {
        Outcome::Done
    } else if happens(seed, skipped) && energy > 0 {
        Outcome::Skipped
    } else {
        return;
    };
    shop.tasks.push(Past {
        monday: week.monday,
        task: task.key,
        outcome,
    });
}

/// A level that was checked: until when its evidence holds, and whether it still waits for the other person.
struct Held {
    until: Option<Date>,
    confirm: Option<Date>,
}

/// A shop's evidence and levels as they stand on the day that was passed last.
#[derive(Default)]
struct Walk<'a> {
    sent: BTreeMap<EvidenceId, &'a Evidence>,
    waiting: BTreeMap<EvidenceId, &'a Evidence>,
    accepted: Vec<&'a Evidence>,
    held: BTreeMap<Level, Held>,
}

impl<'a> Walk<'a> {
    /// Evidence of a day, and what lapses by then.
    fn pass(&mut self, day: Date, events: &[&'a Event]) {
        self.held
            .retain(|_, held| held.until.is_none_or(|until| until >= plus(day, -1)));
        let mut touched: BTreeSet<Kind> = BTreeSet::new();
        let rank = |event: &&Event| match event.what {
            What::Sent(_) => 0,
            What::Accepted(_) => 1,
            _ => 2,
        };
        let mut ordered = events.to_vec();
        ordered.sort_by_key(|event| rank(event));
        for event in ordered {
            match &event.what {
                What::Sent(evidence) => {
                    self.sent.insert(evidence.id, evidence);
                    self.waiting.insert(evidence.id, evidence);
                }
                What::Accepted(id) => {
                    self.waiting.remove(id);
                    if let Some(evidence) = self.sent.get(id) {
                        touched.insert(evidence.kind);
                        self.accepted.push(evidence);
                    }
                }
                What::Refused(id) => {
                    self.waiting.remove(id);
                    touched.extend(self.sent.get(id).map(|one| one.kind));
                    self.accepted.retain(|one| one.id != *id);
                }
                _ => {}
            }
        }
        let levels: Vec<Level> = self.held.keys().copied().collect();
        for level in levels {
            let ended = |held: &Held| held.until.is_some_and(|until| until < day);
            if looks_at(level, &touched) || self.held.get(&level).is_some_and(ended) {
                self.renew(level, day);
            }
        }
    }

    /// Works out anew until when a level holds; lets it go when it does not.
    fn renew(&mut self, level: Level, day: Date) {
        let Some(report) = self.report(level, day).filter(Report::is_met) else {
            self.held.remove(&level);
            return;
        };
        if let Some(held) = self.held.get_mut(&level) {
            held.until = report.until();
        }
    }

    /// The mentor checks the next level, if its evidence is there.
    fn check(&mut self, seed: &mut Seed, day: Date, mentor: PersonId, decided: &mut Vec<Event>) {
        let Some(next) = self.next() else {
            return;
        };
        if self.held.contains_key(&next) {
            return;
        }
        let Some(report) = self.report(next, day).filter(Report::is_met) else {
            return;
        };
        let second = Ladder::get().row(next).is_some_and(|row| row.second);
        let held = Held {
            until: report.until(),
            confirm: second.then(|| plus(day, within(seed, 2, 12))),
        };
        self.held.insert(next, held);
        decided.push(event(seed, day, mentor, What::Checked(next)));
    }

    /// The other person confirms what is due, if it still holds.
    fn confirm(&mut self, seed: &mut Seed, day: Date, second: PersonId, decided: &mut Vec<Event>) {
        let due = |held: &Held| held.confirm.is_some_and(|on| on <= day);
        let due: Vec<Level> = self
            .held
            .iter()
            .filter(|(_, held)| due(held))
            .map(|(level, _)| *level)
            .collect();
        for level in due {
            // Checked while the level beneath stood; it may have lapsed since.
            if self.top() < level.below() {
                continue;
            }
            if let Some(held) = self.held.get_mut(&level) {
                held.confirm = None;
                decided.push(event(seed, day, second, What::Confirmed(level)));
            }
        }
    }

    /// Lets go what has ended by the end of a day.
    fn settle(&mut self, today: Date) {
        self.held
            .retain(|_, held| held.until.is_none_or(|until| until >= today));
    }

    /// Rules that the next level lacks.
    fn missing(&self, day: Date) -> Vec<String> {
        let waiting: Vec<&Evidence> = self.waiting.values().copied().collect();
        let row = self.next().and_then(|next| Ladder::get().row(next));
        let report = row.map(|row| report_on(row, &self.accepted, &waiting, day));
        let findings = report.map(|report| report.findings).unwrap_or_default();
        findings
            .into_iter()
            .filter(|finding| finding.state == State::Missing)
            .map(|finding| finding.rule)
            .collect()
    }

    fn report(&self, level: Level, day: Date) -> Option<Report> {
        let row = Ladder::get().row(level)?;
        Some(report_on(row, &self.accepted, &[], day))
    }

    fn stands(&self, level: Level) -> bool {
        self.held
            .get(&level)
            .is_some_and(|held| held.confirm.is_none())
    }

    fn top(&self) -> Option<Level> {
        Level::all().take_while(|level| self.stands(*level)).last()
    }

    fn next(&self) -> Option<Level> {
        self.top().map_or(Some(Level::LOWEST), Level::above)
    }
}

/// Whether a level's rules look at any of these kinds.
fn looks_at(level: Level, kinds: &BTreeSet<Kind>) -> bool {
    let rules = Ladder::get().row(level).map(|row| &row.rules);
    let mut tests = rules.into_iter().flatten().flat_map(|rule| &rule.tests);
    tests.any(|test| test.kinds().iter().any(|kind| kinds.contains(kind)))
}

fn event(seed: &mut Seed, day: Date, by: PersonId, what: What) -> Event {
    Event {
        id: EventId(id(seed)),
        day,
        by,
        why: String::new(),
        what,
    }
}
