//! A mentor's visit as it is written on a phone, and what becomes of it when the same visit was written elsewhere too.

use jiff::civil::Date;

use super::day::plus;
use super::plan::theme_keys;
use crate::message::{Explain, Message};

/// How old a visit may be when it is noted, in days: phones are offline for days, memories fade after a month.
pub const BACK_DAYS: i64 = 31;
/// How far ahead a visit is planned, in days.
pub const AHEAD_DAYS: i64 = 92;
/// The longest note, in characters.
pub const NOTE_MAX: usize = 2_000;
/// The longest next step, in characters.
pub const NEXT_MAX: usize = 200;

/// Topics that visits mostly have, for the first taps; each is a theme of the plan.
pub const USUAL_TOPICS: [&str; 8] = [
    "cash-book",
    "cost-price",
    "product-photo",
    "packaging",
    "business-number",
    "first-market",
    "content-calendar",
    "chat-service",
];

/// How a visit went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is to come.
    Planned,
    /// They met.
    Done,
    /// The mentor came, or was ready, and nobody was there.
    Missed,
}

impl State {
    /// All.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Done, Self::Missed];

    /// The word that is stored and used in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Done => "done",
            Self::Missed => "missed",
        }
    }

    /// The state of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == word)
    }
}

/// What is written about a visit, without its photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The day, in the shop's own zone.
    pub day: Date,
    /// How it went.
    pub state: State,
    /// Key of a theme; may be empty unless they met.
    pub topic: String,
    /// What was seen.
    pub note: String,
    /// The next step, in words.
    pub next: String,
}

/// Why a visit is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VisitError {
    /// It says that something happened on a day that has not come.
    #[error("the visit speaks of a day that has not come")]
    Future,
    /// It is of a day long past.
    #[error("the visit is more than {BACK_DAYS} days ago")]
    Backdated,
    /// It is planned for a day that is over.
    #[error("the visit is planned for a day that is over")]
    PlannedPast,
    /// It is planned too far ahead.
    #[error("the visit is planned more than {AHEAD_DAYS} days ahead")]
    TooFar,
    /// They met, and it is not told about what.
    #[error("the topic is missing")]
    NoTopic,
    /// The topic is no theme.
    #[error("there is no such topic")]
    OtherTopic,
    /// The note is longer than [`NOTE_MAX`].
    #[error("the note is too long")]
    LongNote,
    /// The next step is longer than [`NEXT_MAX`].
    #[error("the next step is too long")]
    LongNext,
}

impl Explain for VisitError {
    fn explain(&self) -> Message {
        match self {
            Self::Future => Message::new("visit-future"),
            Self::Backdated => Message::new("visit-backdated").with("days", BACK_DAYS),
            Self::PlannedPast => Message::new("visit-planned-past"),
            Self::TooFar => Message::new("visit-too-far").with("days", AHEAD_DAYS),
            Self::NoTopic => Message::new("visit-no-topic"),
            Self::OtherTopic => Message::new("visit-other-topic"),
            Self::LongNote => Message::new("visit-long-note").with("most", NOTE_MAX),
            Self::LongNext => Message::new("visit-long-next").with("most", NEXT_MAX),
        }
    }
}

impl Visit {
    /// Whether it is taken; `today` is the day in the shop's own zone.
    ///
    /// # Errors
    /// When its day does not fit what it says, or its topic or words don't.
    pub fn check(&self, today: Date) -> Result<(), VisitError> {
        match self.state {
            State::Planned if self.day < today => return Err(VisitError::PlannedPast),
            State::Planned if self.day > plus(today, AHEAD_DAYS) => return Err(VisitError::TooFar),
            State::Done | State::Missed if self.day > today => return Err(VisitError::Future),
            State::Done | State::Missed if self.day < plus(today, -BACK_DAYS) => {
                return Err(VisitError::Backdated);
            }
            State::Planned | State::Done | State::Missed => {}
        }
        if self.topic.is_empty() {
            if self.state == State::Done {
                return Err(VisitError::NoTopic);
            }
        } else if !topics().any(|topic| topic == self.topic) {
            return Err(VisitError::OtherTopic);
        }
        if self.note.chars().count() > NOTE_MAX {
            return Err(VisitError::LongNote);
        }
        if self.next.chars().count() > NEXT_MAX {
            return Err(VisitError::LongNext);
        }
        Ok(())
    }
}

/// Every topic: the usual ones, then the other themes in the order of the plan.
pub fn topics() -> impl Iterator<Item = &'static str> {
    let others = theme_keys().filter(|key| !USUAL_TOPICS.contains(key));
    USUAL_TOPICS.into_iter().chain(others)
}

/// What becomes of a visit that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It says the same: nothing is to be done.
    Same,
    /// It may be changed.
    Change,
    /// Someone wrote something else: both are shown, nothing is overwritten.
    Conflict,
}

/// Compares a visit with the one that is kept at `revision`; `read` is the revision that its writer saw, if any.
///
/// A plan gives way to what came of it, since both speak of the same visit.
pub fn settle(mine: &Visit, read: Option<i32>, kept: &Visit, revision: i32) -> Settled {
    let comes_true = kept.state == State::Planned && mine.state != State::Planned && read.is_none();
    if mine == kept {
        Settled::Same
    } else if read == Some(revision) || comes_true {
        Settled::Change
    } else {
        Settled::Conflict
    }
}

/// Visits missed since the last that took place; `visits` are states with their days, in any order.
pub fn missed_in_a_row(visits: &[(Date, State)]) -> u32 {
    let last = visits.iter().filter(|(_, state)| *state == State::Done);
    let last = last.map(|(day, _)| *day).max();
    let missed = visits
        .iter()
        .filter(|(day, state)| *state == State::Missed && last.is_none_or(|last| *day > last));
    u32::try_from(missed.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 26);

    fn visit(state: State, day: Date) -> Visit {
        Visit {
            day,
            state,
            topic: "cash-book".to_owned(),
            note: String::new(),
            next: String::new(),
        }
    }

    #[test]
    fn a_visit_has_its_time() {
        for (state, day, expected) in [
            (State::Done, TODAY, Ok(())),
            (State::Done, date(2026, 11, 27), Err(VisitError::Future)),
            (State::Missed, date(2026, 11, 27), Err(VisitError::Future)),
            (State::Done, date(2026, 10, 26), Ok(())),
            (State::Done, date(2026, 10, 25), Err(VisitError::Backdated)),
            (State::Planned, TODAY, Ok(())),
            (
                State::Planned,
                date(2026, 11, 25),
                Err(VisitError::PlannedPast),
            ),
            (State::Planned, date(2027, 2, 26), Ok(())),
            (State::Planned, date(2027, 2, 27), Err(VisitError::TooFar)),
        ] {
            assert_eq!(visit(state, day).check(TODAY), expected, "{state:?} {day}");
        }
    }

    #[test]
    fn a_visit_says_what_it_was_about() {
        let with = |state, topic: &str| Visit {
            topic: topic.to_owned(),
            ..visit(state, TODAY)
        };
        for (state, topic, expected) in [
            (State::Done, "", Err(VisitError::NoTopic)),
            (State::Missed, "", Ok(())),
            (State::Planned, "endline", Ok(())),
            (State::Done, "gossip", Err(VisitError::OtherTopic)),
        ] {
            assert_eq!(with(state, topic).check(TODAY), expected, "{topic}");
        }
        let long = Visit {
            note: "x".repeat(NOTE_MAX + 1),
            ..visit(State::Done, TODAY)
        };
        assert_eq!(long.check(TODAY), Err(VisitError::LongNote));
        let long = Visit {
            next: "é".repeat(NEXT_MAX + 1),
            ..visit(State::Done, TODAY)
        };
        assert_eq!(long.check(TODAY), Err(VisitError::LongNext));
        let all: Vec<&str> = topics().collect();
        assert_eq!(all.len(), theme_keys().count());
    }

    #[test]
    fn nothing_is_overwritten_unseen() {
        let plan = visit(State::Planned, TODAY);
        let done = visit(State::Done, TODAY);
        let other = Visit {
            note: "lain".to_owned(),
            ..done.clone()
        };
        for (mine, read, kept, expected) in [
            (&done, None, &done, Settled::Same),
            (&done, Some(0), &done, Settled::Same),
            (&done, None, &plan, Settled::Change),
            (&other, Some(3), &done, Settled::Change),
            (&other, Some(2), &done, Settled::Conflict),
            (&other, None, &done, Settled::Conflict),
            (&plan, None, &done, Settled::Conflict),
            (&done, Some(2), &plan, Settled::Conflict),
        ] {
            assert_eq!(settle(mine, read, kept, 3), expected, "{mine:?} {read:?}");
        }
    }

    #[test]
    fn missed_visits_count_from_the_last_meeting() {
        let days = |text: &str| -> Vec<(Date, State)> {
            text.chars()
                .zip(1..)
                .map(|(letter, day)| {
                    let state = match letter {
                        'd' => State::Done,
                        'm' => State::Missed,
                        _ => State::Planned,
                    };
                    (date(2026, 11, day), state)
                })
                .collect()
        };
        for (text, expected) in [("", 0), ("mm", 2), ("mdm", 1), ("mmd", 0), ("dpmpm", 2)] {
            assert_eq!(missed_in_a_row(&days(text)), expected, "{text}");
        }
    }
}
