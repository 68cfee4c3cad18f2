//! How a shop's levels come to stand and lapse: its mentor checks what the evidence bears, another person confirms.
//!
//! It goes through the days with the fold of `history::stand` and decides in between; a test holds it against `stand`.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::habit::Turns;
use super::{Shop, Wish, happens, id, within};
use crate::category::Category;
use crate::id::{EventId, PersonId};
use crate::programme::calendar::Calendar;
use crate::programme::cohort::Cohort;
use crate::programme::day::{monday, plus};
use crate::programme::history::{Event, Fold, What};
use crate::programme::ladder::State;
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
    let people = [shop.owner];
    let mut walk = Walk {
        fold: Fold::new(Ladder::get(), &people),
        due: BTreeMap::new(),
    };
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
        walk.fold.day(day, events);
        let looks = day == plus(monday(day), 4) && happens(seed, LOOKS);
        if looks && shop.left.is_none_or(|left| day < left) {
            walk.check(seed, day, mentor_on(shop, day), &mut decided);
        }
        walk.confirm(seed, day, wish.second, &mut decided);
        day = plus(day, 1);
    }
    walk.fold.run_to(plus(wish.today, 1));
    shop.level = walk.fold.top();
    drop(walk);
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

/// A shop on its way, as it stands on the day that was passed last.
struct Walk<'a> {
    fold: Fold<'a>,
    /// When the other person looks at what a mentor has checked.
    due: BTreeMap<Level, Date>,
}

impl Walk<'_> {
    /// The mentor checks the next level, if its evidence is there.
    fn check(&mut self, seed: &mut Seed, day: Date, mentor: PersonId, decided: &mut Vec<Event>) {
        let Some(next) = self.next() else {
            return;
        };
        if self.fold.check(day, mentor, next).is_err() {
            return;
        }
        if Ladder::get().row(next).is_some_and(|row| row.second) {
            self.due.insert(next, plus(day, within(seed, 2, 12)));
        }
        decided.push(event(seed, day, mentor, What::Checked(next)));
    }

    /// The other person confirms what is due, if it still holds; else looks again on the next day.
    fn confirm(&mut self, seed: &mut Seed, day: Date, second: PersonId, decided: &mut Vec<Event>) {
        let due = self.due.iter().filter(|(_, on)| **on <= day);
        let due: Vec<Level> = due.map(|(level, _)| *level).collect();
        for level in due {
            if self.fold.confirm(day, second, level).is_ok() {
                self.due.remove(&level);
                decided.push(event(seed, day, second, What::Confirmed(level)));
            }
        }
    }

    /// Rules that the next level lacks.
    fn missing(&self, day: Date) -> Vec<String> {
        let report = self.next().and_then(|next| self.fold.outlook(next, day));
        let findings = report.map(|report| report.findings).unwrap_or_default();
        findings
            .into_iter()
            .filter(|finding| finding.state == State::Missing)
            .map(|finding| finding.rule)
            .collect()
    }

    fn next(&self) -> Option<Level> {
        self.fold.top().map_or(Some(Level::LOWEST), Level::above)
    }
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
