//! A shop's history as events, and where it stands: a fold over who did what, when and why.
//!
//! What holds:
//! - A level stands while a mentor's check of it (and, where the ladder says so, another person's confirmation) stands,
//!   all its rules are met by accepted evidence, and every level beneath it stands too.
//! - Nobody confirms their own: not evidence that they sent, not a shop that they work in, not a level that they checked.
//! - A level lapses on the day after its evidence ended. Its check is then spent: renewed evidence is checked again.
//! - Evidence that was sent in time and waits for its check holds a level open (see `hold`): meanwhile it stands, and nothing
//!   new is decided on top of it.
//! - Days go one after another; within a day evidence comes first, a refusal outweighs an acceptance, lower levels come
//!   before higher ones, and what is revoked is revoked. The order in which events of one day were noted is no matter.

mod fold;
mod hold;
mod shelf;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::day::plus;
use super::evidence::Evidence;
use super::ladder::Report;
use super::level::{Ladder, Level};
use crate::id::{EventId, EvidenceId, PersonId};
use crate::message::{Explain, Message};

pub(in crate::programme) use fold::Fold;
use fold::rank;

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
    /// The level, or one beneath it, is held open by evidence that waits for its check.
    #[error("evidence that holds a level waits for its check")]
    HeldOpen,
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
            Self::HeldOpen => "decision-held-open",
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

/// A level that stands, or whose check stands, only as long as evidence waits for its own check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Which.
    pub level: Level,
    /// The first day that accepted evidence no longer bears: as of it the level lapses if nothing is accepted.
    pub since: Date,
    /// The last day on which it is held open if nobody decides.
    pub until: Date,
    /// What it waits for.
    pub on: Vec<EvidenceId>,
}

/// Where a shop stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The highest level that stands with all beneath it; none before the first.
    pub level: Option<Level>,
    /// The last day on which it stands by evidence that was accepted, a past one while it is held open; none when that does
    /// not end.
    pub until: Option<Date>,
    /// Levels that a mentor has checked and another person still has to confirm, with the mentor.
    pub unconfirmed: BTreeMap<Level, PersonId>,
    /// Levels that evidence which waits for its check holds open, from the lowest.
    pub open: Vec<Open>,
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
    let mut fold = Fold::new(ladder, people);
    for (day, events) in days {
        fold.day(day, &events);
    }
    fold.run_to(plus(today, 1));
    fold.standing(today)
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

#[cfg(test)]
mod tests;
