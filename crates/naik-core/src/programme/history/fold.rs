//! The fold over a shop's days: what was sent and judged, which levels stand, and what is void.
//!
//! Until when a level stands is worked out when it is reached, and again when evidence that its rules look at was judged or
//! taken back; a test holds that against working everything out on every day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::shelf::{Shelf, Shown};
use super::{Cause, Change, Event, Standing, Verdict, Void, What};
use crate::id::{EventId, EvidenceId, PersonId};
use crate::programme::day::plus;
use crate::programme::evidence::{Evidence, Kind};
use crate::programme::ladder::{Report, State, report, report_on};
use crate::programme::level::{Ladder, Level, Row};

/// A shop as it stands at the end of the day that was gone through last.
pub(in crate::programme) struct Fold<'a> {
    pub(super) ladder: &'a Ladder,
    people: &'a [PersonId],
    pub(super) shelf: Shelf<'a>,
    /// Levels that a mentor has checked.
    pub(super) levels: BTreeMap<Level, Held>,
    changes: Vec<Change>,
    void: BTreeMap<EventId, Void>,
}

/// A level that a mentor has checked.
#[derive(Default)]
pub(super) struct Held {
    /// The mentor, while another person has still to confirm.
    pub(super) mentor: Option<PersonId>,
    /// The last day that accepted evidence bears; none: it does not end.
    pub(super) until: Option<Date>,
    /// The first day that only evidence bears which waits for its check.
    pub(super) open: Option<Date>,
    /// The day on which it is judged next, unless something happens before.
    pub(super) turn: Option<Date>,
}

impl Held {
    /// Borne by accepted evidence up to a day.
    pub(super) fn settle(&mut self, until: Option<Date>) {
        self.open = None;
        self.until = until;
        self.turn = until.map(|until| plus(until, 1));
    }
}

/// In which order a day's events count.
pub(super) fn rank(what: &What) -> (u8, u8, u8) {
    match what {
        What::Sent(_) => (0, 0, 0),
        What::Accepted(_) => (1, 0, 0),
        What::Refused(_) => (2, 0, 0),
        What::Withdrawn(_) => (3, 0, 0),
        What::Checked(level) => (4, level.number(), 0),
        What::Confirmed(level) => (4, level.number(), 1),
        What::Revoked(level) => (5, level.number(), 0),
    }
}

impl<'a> Fold<'a> {
    pub(in crate::programme) fn new(ladder: &'a Ladder, people: &'a [PersonId]) -> Self {
        Self {
            ladder,
            people,
            shelf: Shelf::default(),
            levels: BTreeMap::new(),
            changes: Vec::new(),
            void: BTreeMap::new(),
        }
    }

    /// One day with its events, and every day since the last one. Call it in the order of days.
    pub(in crate::programme) fn day(&mut self, day: Date, events: &[&'a Event]) {
        self.run_to(day);
        let mut ordered = events.to_vec();
        ordered.sort_by_key(|event| (rank(&event.what), event.id));
        let is_decision = |event: &&Event| rank(&event.what).0 >= 4;
        let mut touched = BTreeSet::new();
        for event in ordered.iter().filter(|event| !is_decision(event)) {
            let weighed = self.weigh(event);
            if weighed.is_ok() {
                touched.extend(self.take(event));
            }
            self.note(event.id, weighed);
        }
        self.judge_due(day, &touched);
        for event in ordered.iter().filter(|event| is_decision(event)) {
            let outcome = self.decide(event);
            self.note(event.id, outcome);
        }
    }

    /// Lets levels lapse whose evidence ends before a day.
    pub(in crate::programme) fn run_to(&mut self, day: Date) {
        let next = |fold: &Self| fold.levels.values().filter_map(|held| held.turn).min();
        while let Some(turn) = next(self).filter(|turn| *turn < day) {
            self.judge_due(turn, &BTreeSet::new());
        }
    }

    /// Judges levels whose turn has come by a day, and those that look at these kinds.
    fn judge_due(&mut self, day: Date, touched: &BTreeSet<Kind>) {
        let looks = |level: Level| {
            let row = self.ladder.row(level);
            row.is_some_and(|row| touched.iter().any(|kind| row.looks_at(*kind)))
        };
        let is_due = |(level, held): &(&Level, &Held)| {
            held.turn.is_some_and(|turn| turn <= day) || looks(**level)
        };
        let due: Vec<Level> = self
            .levels
            .iter()
            .filter(is_due)
            .map(|(level, _)| *level)
            .collect();
        for level in due {
            self.judge(level, day);
        }
    }

    /// Takes a level off as of a day; `rules` were no longer met by accepted evidence.
    pub(super) fn lapse(&mut self, level: Level, day: Date, rules: Vec<String>) {
        let stood = self.stands(level);
        self.levels.remove(&level);
        if !stood {
            return;
        }
        // What was held open may end as of a day before the last change.
        let before = |change: &Change| {
            let lapsed = matches!(change.cause, Cause::Lapsed { .. });
            change.day < day || (change.day == day && lapsed && change.level < level)
        };
        let at = self.changes.partition_point(before);
        let cause = Cause::Lapsed { rules };
        self.changes.insert(at, Change { day, level, cause });
    }

    fn note(&mut self, event: EventId, outcome: Result<(), Void>) {
        if let Err(void) = outcome {
            self.void.insert(event, void);
        }
    }

    /// Whether an event about evidence counts.
    fn weigh(&self, event: &Event) -> Result<(), Void> {
        let known = |id: &EvidenceId| self.shelf.get(id).ok_or(Void::NoEvidence);
        match &event.what {
            What::Sent(evidence) if evidence.on > event.day => Err(Void::Future),
            What::Sent(evidence) if self.shelf.get(&evidence.id).is_some() => Err(Void::Already),
            What::Accepted(id) => {
                let shown = known(id)?;
                if shown.evidence.sender == event.by || self.people.contains(&event.by) {
                    return Err(Void::OwnCase);
                }
                Ok(())
            }
            What::Refused(id) | What::Withdrawn(id) => known(id).map(|_| ()),
            What::Sent(_) | What::Checked(_) | What::Confirmed(_) | What::Revoked(_) => Ok(()),
        }
    }

    /// What an event about evidence does; returns the kind of what levels may rest on differently now.
    fn take(&mut self, event: &'a Event) -> Option<Kind> {
        match &event.what {
            What::Sent(evidence) => {
                self.shelf.put(evidence, event.day);
                None
            }
            What::Accepted(id) => self.shelf.judge(id, true, event.day),
            What::Refused(id) => self.shelf.judge(id, false, event.day),
            What::Withdrawn(id) => self.shelf.remove(id),
            What::Checked(_) | What::Confirmed(_) | What::Revoked(_) => None,
        }
    }

    fn decide(&mut self, event: &Event) -> Result<(), Void> {
        match event.what {
            What::Checked(level) => self.check(event.day, event.by, level),
            What::Confirmed(level) => self.confirm(event.day, event.by, level),
            What::Revoked(level) => self.revoke(event.day, event.by, level),
            What::Sent(_) | What::Accepted(_) | What::Refused(_) | What::Withdrawn(_) => Ok(()),
        }
    }

    /// A mentor says that a level is reached.
    pub(in crate::programme) fn check(
        &mut self,
        day: Date,
        by: PersonId,
        level: Level,
    ) -> Result<(), Void> {
        if self.levels.contains_key(&level) {
            return Err(Void::Already);
        }
        let proof = self.proof(day, by, level)?;
        let second = self.ladder.row(level).is_some_and(|row| row.second);
        let mut held = Held {
            mentor: second.then_some(by),
            ..Held::default()
        };
        held.settle(proof.until());
        self.levels.insert(level, held);
        if !second {
            self.reach(day, level, (by, None), &proof);
        }
        Ok(())
    }

    /// Another person says so too.
    pub(in crate::programme) fn confirm(
        &mut self,
        day: Date,
        by: PersonId,
        level: Level,
    ) -> Result<(), Void> {
        let checked = self.levels.get(&level).and_then(|held| held.mentor);
        let mentor = checked.ok_or(Void::NoCheck)?;
        if mentor == by {
            return Err(Void::OwnCase);
        }
        let proof = self.proof(day, by, level)?;
        if let Some(held) = self.levels.get_mut(&level) {
            held.mentor = None;
        }
        self.reach(day, level, (mentor, Some(by)), &proof);
        Ok(())
    }

    fn revoke(&mut self, day: Date, by: PersonId, level: Level) -> Result<(), Void> {
        let stood = self.stands(level);
        self.levels.remove(&level).ok_or(Void::Already)?;
        if stood {
            let cause = Cause::Revoked { by };
            self.changes.push(Change { day, level, cause });
        }
        Ok(())
    }

    /// How a level's rules are met, if its turn has come, nothing beneath it is open, and who decides is a stranger to the shop.
    fn proof(&self, day: Date, by: PersonId, level: Level) -> Result<Report, Void> {
        if self.people.contains(&by) {
            return Err(Void::OwnCase);
        }
        if self.top() < level.below() {
            return Err(Void::NotInTurn);
        }
        if self
            .levels
            .range(..=level)
            .any(|(_, held)| held.open.is_some())
        {
            return Err(Void::HeldOpen);
        }
        let report = self.report(level, day).ok_or(Void::NotMet)?;
        if report.is_met() {
            Ok(report)
        } else {
            Err(Void::NotMet)
        }
    }

    fn reach(
        &mut self,
        day: Date,
        level: Level,
        who: (PersonId, Option<PersonId>),
        proof: &Report,
    ) {
        let (mentor, second) = who;
        let by = proven_by(proof);
        self.changes.push(Change {
            day,
            level,
            cause: Cause::Reached { mentor, second, by },
        });
    }

    fn stands(&self, level: Level) -> bool {
        let held = self.levels.get(&level);
        held.is_some_and(|held| held.mentor.is_none())
    }

    /// The highest level that stands with all beneath it.
    pub(in crate::programme) fn top(&self) -> Option<Level> {
        Level::all().take_while(|level| self.stands(*level)).last()
    }

    /// Evidence that stands so.
    fn with(&self, verdict: Verdict) -> Vec<&'a Evidence> {
        let stands = |shown: &&Shown<'a>| shown.verdict == verdict;
        let found = self.shelf.all().filter(stands);
        found.map(|shown| shown.evidence).collect()
    }

    /// Evidence that stands so and that a level's rules look at.
    fn of(&self, row: &Row, verdict: Verdict) -> Vec<&'a Evidence> {
        let stands = |shown: &&Shown<'a>| shown.verdict == verdict;
        let found = self.shelf.of(row).filter(stands);
        found.map(|shown| shown.evidence).collect()
    }

    fn report(&self, level: Level, day: Date) -> Option<Report> {
        let row = self.ladder.row(level)?;
        Some(self.report_of(row, day))
    }

    /// How a level's rules stand by accepted evidence.
    pub(super) fn report_of(&self, row: &Row, day: Date) -> Report {
        report_on(row, &self.of(row, Verdict::Accepted), &[], day)
    }

    /// How a level's rules stand, with what waits.
    pub(in crate::programme) fn outlook(&self, level: Level, day: Date) -> Option<Report> {
        let row = self.ladder.row(level)?;
        let waiting = self.of(row, Verdict::Waiting);
        Some(report_on(
            row,
            &self.of(row, Verdict::Accepted),
            &waiting,
            day,
        ))
    }

    /// What is to be told at the end of a day that [`Self::run_to`] has passed.
    pub(super) fn standing(self, today: Date) -> Standing {
        let accepted = self.with(Verdict::Accepted);
        let mut waiting = self.with(Verdict::Waiting);
        waiting.sort_by_key(|evidence| evidence.id);
        let level = self.top();
        let stand = self.levels.iter().filter(|(held, _)| Some(**held) <= level);
        let unconfirmed = self.levels.iter();
        Standing {
            until: stand.filter_map(|(_, held)| held.until).min(),
            level,
            unconfirmed: unconfirmed
                .filter_map(|(level, held)| Some((*level, held.mentor?)))
                .collect(),
            open: self.open(today),
            waiting: waiting.iter().map(|evidence| evidence.id).collect(),
            verdicts: self
                .shelf
                .all()
                .map(|shown| (shown.evidence.id, shown.verdict))
                .collect(),
            reports: report(self.ladder, &accepted, &waiting, today),
            changes: self.changes,
            void: self.void,
        }
    }
}

fn proven_by(report: &Report) -> Vec<EvidenceId> {
    let mut by: Vec<EvidenceId> = Vec::new();
    for finding in &report.findings {
        if let State::Met { by: of_rule, .. } = &finding.state {
            by.extend(of_rule);
        }
    }
    by.sort_unstable();
    by.dedup();
    by
}
