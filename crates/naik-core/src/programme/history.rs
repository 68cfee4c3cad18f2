//! A shop's history as events, and where it stands: a fold over who did what, when and why.
//!
//! What holds:
//! - A level stands while a mentor's check of it (and, where the ladder says so, another person's confirmation) stands,
//!   all its rules are met by accepted evidence, and every level beneath it stands too.
//! - Nobody confirms their own: not evidence that they sent, not a shop that they work in, not a level that they checked.
//! - A level lapses on the day after its evidence ended. Its check is then spent: renewed evidence is checked again.
//! - Days go one after another; within a day evidence comes first, a refusal outweighs an acceptance, lower levels come
//!   before higher ones, and what is revoked is revoked. The order in which events of one day were noted is no matter.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::day::plus;
use super::evidence::Evidence;
use super::ladder::{Report, State, report, report_on};
use super::level::{Ladder, Level};
use crate::id::{EventId, EvidenceId, PersonId};
use crate::message::{Explain, Message};

/// Something that happened, never changed afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// The day, in the shop's own zone.
    pub day: Date,
    /// Who did it.
    pub by: PersonId,
    /// Why; may be empty where the deed says it.
    pub why: String,
    /// What it was.
    pub what: What,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Evidence was sent.
    Sent(Evidence),
    /// Evidence was found to be what it says.
    Accepted(EvidenceId),
    /// Evidence was found not to be what it says.
    Refused(EvidenceId),
    /// Evidence was taken back.
    Withdrawn(EvidenceId),
    /// A mentor says that the shop has reached a level.
    Checked(Level),
    /// Another person says so too.
    Confirmed(Level),
    /// A level was taken back.
    Revoked(Level),
}

/// Why an event changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Void {
    /// Who did it belongs to the shop, or sent the evidence, or made the first check.
    #[error("nobody confirms their own")]
    OwnCase,
    /// There is no such evidence.
    #[error("there is no such evidence")]
    NoEvidence,
    /// The evidence speaks of a later day.
    #[error("the evidence speaks of a day that has not come")]
    Future,
    /// A rule of the level is not met.
    #[error("a rule of the level is not met")]
    NotMet,
    /// The level beneath does not stand.
    #[error("the level beneath does not stand")]
    NotInTurn,
    /// There is nothing to confirm.
    #[error("there is no check to confirm")]
    NoCheck,
    /// The level stands already, or does not stand where it was to be taken back.
    #[error("that changes nothing")]
    Already,
}

impl Explain for Void {
    fn explain(&self) -> Message {
        Message::new(match self {
            Self::OwnCase => "decision-own-case",
            Self::NoEvidence => "decision-no-evidence",
            Self::Future => "evidence-future",
            Self::NotMet => "decision-not-met",
            Self::NotInTurn => "decision-not-in-turn",
            Self::NoCheck => "decision-no-check",
            Self::Already => "decision-already",
        })
    }
}

/// A level that began to stand, or ceased to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// When.
    pub day: Date,
    /// Which.
    pub level: Level,
    /// Why.
    pub cause: Cause,
}

/// Why a level changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It was reached: who checked, and who confirmed where that is asked for.
    Reached {
        /// The mentor.
        mentor: PersonId,
        /// The other person.
        second: Option<PersonId>,
        /// Evidence that met its rules.
        by: Vec<EvidenceId>,
    },
    /// These rules were no longer met.
    Lapsed {
        /// Their keys.
        rules: Vec<String>,
    },
    /// Somebody took it back.
    Revoked {
        /// Who.
        by: PersonId,
    },
}

/// Where a shop stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The highest level that stands with all beneath it; none before the first.
    pub level: Option<Level>,
    /// The last day on which it stands as far as evidence says now; none when that does not end.
    pub until: Option<Date>,
    /// Levels that a mentor has checked and another person still has to confirm, with the mentor.
    pub unconfirmed: BTreeMap<Level, PersonId>,
    /// Evidence that waits for its check.
    pub waiting: Vec<EvidenceId>,
    /// How each piece of evidence stands; what was taken back is not among them.
    pub verdicts: BTreeMap<EvidenceId, Verdict>,
    /// How each level's rules stand.
    pub reports: Vec<Report>,
    /// What changed, in the order of days.
    pub changes: Vec<Change>,
    /// Events that changed nothing, and why.
    pub void: BTreeMap<EventId, Void>,
}

/// Where a shop stands; `people` are those who own it or work in it.
pub fn stand(ladder: &Ladder, people: &[PersonId], events: &[Event], today: Date) -> Standing {
    let mut days: BTreeMap<Date, Vec<&Event>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut ordered: Vec<&Event> = events.iter().collect();
    ordered.sort_by_key(|event| (event.day, rank(&event.what), event.id));
    for event in ordered {
        if event.day <= today && seen.insert(event.id) {
            days.entry(event.day).or_default().push(event);
        }
    }
    let mut fold = Fold {
        ladder,
        people,
        now: Date::MIN,
        evidence: BTreeMap::new(),
        checks: BTreeMap::new(),
        held: BTreeSet::new(),
        changes: Vec::new(),
        void: BTreeMap::new(),
    };
    for (day, events) in days {
        fold.run_to(day);
        fold.day(day, &events);
    }
    fold.run_to(plus(today, 1));
    fold.standing(today)
}

/// In which order a day's events count.
fn rank(what: &What) -> (u8, u8, u8) {
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

/// How a piece of evidence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nobody has looked at it yet.
    Waiting,
    /// It was found to be what it says.
    Accepted,
    /// It was found not to be.
    Refused,
}

impl Verdict {
    /// The word in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
        }
    }
}

struct Fold<'a> {
    ladder: &'a Ladder,
    people: &'a [PersonId],
    /// The last day that was gone through.
    now: Date,
    evidence: BTreeMap<EvidenceId, (&'a Evidence, Verdict)>,
    /// Levels that a mentor has checked and nobody has confirmed yet.
    checks: BTreeMap<Level, PersonId>,
    held: BTreeSet<Level>,
    changes: Vec<Change>,
    void: BTreeMap<EventId, Void>,
}

impl<'a> Fold<'a> {
    fn with(&self, verdict: Verdict) -> Vec<&'a Evidence> {
        let all = self.evidence.values();
        all.filter(|(_, found)| *found == verdict)
            .map(|(evidence, _)| *evidence)
            .collect()
    }

    fn report(&self, level: Level, day: Date) -> Option<Report> {
        let row = self.ladder.row(level)?;
        Some(report_on(row, &self.with(Verdict::Accepted), &[], day))
    }

    /// Lets levels lapse whose evidence ends before a day.
    fn run_to(&mut self, day: Date) {
        loop {
            let levels: BTreeSet<Level> = self
                .held
                .iter()
                .chain(self.checks.keys())
                .copied()
                .collect();
            let ends: Vec<(Date, Level)> = levels
                .into_iter()
                .filter_map(|level| Some((self.report(level, self.now)?.until()?, level)))
                .collect();
            let Some(gone) = ends.iter().map(|(until, _)| plus(*until, 1)).min() else {
                return;
            };
            if gone >= day {
                return;
            }
            for (_, level) in ends
                .into_iter()
                .filter(|(until, _)| plus(*until, 1) == gone)
            {
                self.lapse(level, gone);
            }
            self.now = gone;
        }
    }

    fn lapse(&mut self, level: Level, day: Date) {
        let rules = self.report(level, day).map_or_else(Vec::new, |report| {
            let open = report
                .findings
                .into_iter()
                .filter(|finding| !finding.is_met());
            open.map(|finding| finding.rule).collect()
        });
        self.checks.remove(&level);
        if self.held.remove(&level) {
            self.changes.push(Change {
                day,
                level,
                cause: Cause::Lapsed { rules },
            });
        }
    }

    /// One day's events, in their order.
    fn day(&mut self, day: Date, events: &[&'a Event]) {
        self.now = day;
        let is_decision = |event: &&&Event| rank(&event.what).0 >= 4;
        for event in events.iter().filter(|event| !is_decision(event)) {
            self.note(event.id, self.weigh(event));
            self.take(event);
        }
        let levels: BTreeSet<Level> = self
            .held
            .iter()
            .chain(self.checks.keys())
            .copied()
            .collect();
        for level in levels {
            if self
                .report(level, day)
                .is_none_or(|report| !report.is_met())
            {
                self.lapse(level, day);
            }
        }
        for event in events.iter().filter(is_decision) {
            let outcome = self.decide(event);
            self.note(event.id, outcome);
        }
    }

    fn note(&mut self, event: EventId, outcome: Result<(), Void>) {
        if let Err(void) = outcome {
            self.void.insert(event, void);
        }
    }

    /// Whether an event about evidence counts.
    fn weigh(&self, event: &Event) -> Result<(), Void> {
        let known = |id: &EvidenceId| self.evidence.get(id).ok_or(Void::NoEvidence);
        match &event.what {
            What::Sent(evidence) if evidence.on > event.day => Err(Void::Future),
            What::Sent(evidence) if self.evidence.contains_key(&evidence.id) => Err(Void::Already),
            What::Accepted(id) => {
                let (evidence, _) = known(id)?;
                if evidence.sender == event.by || self.people.contains(&event.by) {
                    return Err(Void::OwnCase);
                }
                Ok(())
            }
            What::Refused(id) | What::Withdrawn(id) => known(id).map(|_| ()),
            What::Sent(_) | What::Checked(_) | What::Confirmed(_) | What::Revoked(_) => Ok(()),
        }
    }

    /// What an event about evidence does, unless it is void.
    fn take(&mut self, event: &'a Event) {
        if self.void.contains_key(&event.id) {
            return;
        }
        match &event.what {
            What::Sent(evidence) => {
                self.evidence
                    .insert(evidence.id, (evidence, Verdict::Waiting));
            }
            What::Accepted(id) | What::Refused(id) => {
                let verdict = if matches!(event.what, What::Accepted(_)) {
                    Verdict::Accepted
                } else {
                    Verdict::Refused
                };
                if let Some((_, found)) = self.evidence.get_mut(id) {
                    *found = verdict;
                }
            }
            What::Withdrawn(id) => {
                self.evidence.remove(id);
            }
            What::Checked(_) | What::Confirmed(_) | What::Revoked(_) => {}
        }
    }

    fn decide(&mut self, event: &Event) -> Result<(), Void> {
        match event.what {
            What::Checked(level) => self.check(event, level),
            What::Confirmed(level) => self.confirm(event, level),
            What::Revoked(level) => {
                let pending = self.checks.remove(&level).is_some();
                if self.held.remove(&level) {
                    self.changes.push(Change {
                        day: event.day,
                        level,
                        cause: Cause::Revoked { by: event.by },
                    });
                    Ok(())
                } else if pending {
                    Ok(())
                } else {
                    Err(Void::Already)
                }
            }
            What::Sent(_) | What::Accepted(_) | What::Refused(_) | What::Withdrawn(_) => Ok(()),
        }
    }

    fn check(&mut self, event: &Event, level: Level) -> Result<(), Void> {
        if self.held.contains(&level) || self.checks.contains_key(&level) {
            return Err(Void::Already);
        }
        let by = self.proof(event, level)?;
        if self.ladder.row(level).is_some_and(|row| row.second) {
            self.checks.insert(level, event.by);
        } else {
            self.reach(event.day, level, (event.by, None), by);
        }
        Ok(())
    }

    fn confirm(&mut self, event: &Event, level: Level) -> Result<(), Void> {
        let mentor = *self.checks.get(&level).ok_or(Void::NoCheck)?;
        if mentor == event.by {
            return Err(Void::OwnCase);
        }
        let by = self.proof(event, level)?;
        self.checks.remove(&level);
        self.reach(event.day, level, (mentor, Some(event.by)), by);
        Ok(())
    }

    /// The evidence that meets a level's rules, if its turn has come and who decides is a stranger to the shop.
    fn proof(&self, event: &Event, level: Level) -> Result<Vec<EvidenceId>, Void> {
        if self.people.contains(&event.by) {
            return Err(Void::OwnCase);
        }
        if self.top() < level.below() {
            return Err(Void::NotInTurn);
        }
        let report = self.report(level, event.day).ok_or(Void::NotMet)?;
        if !report.is_met() {
            return Err(Void::NotMet);
        }
        Ok(proven_by(&report))
    }

    fn reach(
        &mut self,
        day: Date,
        level: Level,
        who: (PersonId, Option<PersonId>),
        by: Vec<EvidenceId>,
    ) {
        let (mentor, second) = who;
        self.held.insert(level);
        self.changes.push(Change {
            day,
            level,
            cause: Cause::Reached { mentor, second, by },
        });
    }

    /// The highest level that stands with all beneath it.
    fn top(&self) -> Option<Level> {
        Level::all()
            .take_while(|level| self.held.contains(level))
            .last()
    }

    fn standing(self, today: Date) -> Standing {
        let (accepted, waiting) = (self.with(Verdict::Accepted), self.with(Verdict::Waiting));
        let reports = report(self.ladder, &accepted, &waiting, today);
        let level = self.top();
        let stands = |report: &&Report| Some(report.level) <= level;
        Standing {
            until: reports
                .iter()
                .filter(stands)
                .filter_map(Report::until)
                .min(),
            level,
            unconfirmed: self.checks,
            waiting: waiting.iter().map(|evidence| evidence.id).collect(),
            verdicts: self
                .evidence
                .iter()
                .map(|(id, (_, verdict))| (*id, *verdict))
                .collect(),
            reports,
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

#[cfg(test)]
mod tests;
