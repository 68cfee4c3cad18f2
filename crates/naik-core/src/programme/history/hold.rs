//! Evidence that waits for its check holds a level open: a slow mentor costs the shop nothing.
//!
//! On a day that accepted evidence no longer bears, a level is held open by evidence that was sent before that day, waits for
//! its check, was sent no longer ago than the ladder says, and by whose acceptance all rules would be met. Accepted in that
//! time it counts for the days that were open, and the level goes on. Otherwise the level lapses as of the first of those days.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::fold::{Fold, Held};
use super::shelf::Shown;
use super::{Open, Verdict};
use crate::id::EvidenceId;
use crate::programme::day::plus;
use crate::programme::evidence::Evidence;
use crate::programme::ladder::{report_on, rests_on};
use crate::programme::level::{Level, Row};

impl Fold<'_> {
    /// Whether a level still stands at the end of a day, and on what.
    pub(super) fn judge(&mut self, level: Level, day: Date) {
        let Some(row) = self.ladder.row(level) else {
            return;
        };
        let open = self.levels.get(&level).and_then(|held| held.open);
        let gap = open.and_then(|since| self.gap(row, since, plus(day, -1)));
        let report = self.report_of(row, day);
        let since = match gap {
            Some(since) => since,
            None if !report.is_met() => day,
            None => {
                if let Some(held) = self.levels.get_mut(&level) {
                    held.settle(report.until());
                }
                return;
            }
        };
        if self.rests(row, since, day).is_none() {
            let report = report_on(row, &self.borne_by(row, since), &[], since);
            let unmet = report.findings.into_iter().filter(|one| !one.is_met());
            let rules = unmet.map(|finding| finding.rule).collect();
            self.lapse(level, since, rules);
        } else if let Some(held) = self.levels.get_mut(&level) {
            held.open = Some(since);
            held.until = Some(plus(since, -1));
            held.turn = Some(plus(day, 1));
        }
    }

    /// The first of these days that accepted evidence does not bear.
    fn gap(&self, row: &Row, from: Date, to: Date) -> Option<Date> {
        let mut days = days(from, to);
        days.find(|day| rests_on(row, &self.borne_by(row, *day), &[], *day).is_none())
    }

    /// The waiting evidence on which a level rests from a day to today; none when one of these days can't be kept.
    fn rests(&self, row: &Row, since: Date, today: Date) -> Option<BTreeSet<EvidenceId>> {
        let mut found = BTreeSet::new();
        for day in days(since, today) {
            let waiting = self.holding(row, day, today);
            found.extend(rests_on(row, &self.borne_by(row, day), &waiting, day)?);
        }
        Some(found)
    }

    /// Accepted evidence that counts for a day: accepted by then, or sent before it and accepted in time.
    fn borne_by(&self, row: &Row, day: Date) -> Vec<&Evidence> {
        let counts = |shown: &&Shown<'_>| {
            let in_time = |accepted| shown.sent < day && accepted <= self.last_wait(shown);
            let accepted = shown.accepted;
            accepted.is_some_and(|accepted| accepted <= day || in_time(accepted))
        };
        let found = self.shelf.of(row).filter(counts);
        found.map(|shown| shown.evidence).collect()
    }

    /// Waiting evidence that today still holds a day open.
    fn holding(&self, row: &Row, day: Date, today: Date) -> Vec<&Evidence> {
        let holds = |shown: &&Shown<'_>| {
            let waits = shown.verdict == Verdict::Waiting;
            waits && shown.sent < day && today <= self.last_wait(shown)
        };
        let found = self.shelf.of(row).filter(holds);
        found.map(|shown| shown.evidence).collect()
    }

    /// The last day on which waiting evidence holds anything.
    fn last_wait(&self, shown: &Shown<'_>) -> Date {
        plus(shown.sent, i64::from(self.ladder.waits))
    }

    /// Levels that are held open at the end of a day.
    pub(super) fn open(&self, today: Date) -> Vec<Open> {
        let open = |(level, held): (&Level, &Held)| {
            let (since, row) = (held.open?, self.ladder.row(*level)?);
            let on = self.rests(row, since, today)?;
            let last = days(today, plus(today, i64::from(self.ladder.waits)))
                .take_while(|day| self.rests(row, since, *day).is_some())
                .last();
            Some(Open {
                level: *level,
                since,
                until: last?,
                on: on.into_iter().collect(),
            })
        };
        self.levels.iter().filter_map(open).collect()
    }
}

/// These days, both included.
fn days(from: Date, to: Date) -> impl Iterator<Item = Date> {
    let mut next = from;
    std::iter::from_fn(move || {
        let day = next;
        next = plus(day, 1);
        (day <= to).then_some(day)
    })
}
