//! A programme and its runs: when a cohort begins and ends, who may still apply, which week it is.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::day::{WEEK, between, monday, plus};
use crate::account::Area;
use crate::id::{CohortId, OrganisationId, PersonId, ProgrammeId};
use crate::message::{Explain, Message};

/// Weeks of a cohort: 24 themes, and two for what comes in between.
pub const WEEKS: u8 = 26;
/// The most places of a cohort: a typing error beyond it.
pub const PLACES_MAX: u32 = 100_000;

/// What an organisation offers, again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// Who runs it.
    pub organisation: OrganisationId,
    /// Its name, as people read it.
    pub name: String,
    /// Where it runs.
    pub area: Area,
}

/// Days on which one may apply; both belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The first day.
    pub opens: Date,
    /// The last day.
    pub closes: Date,
}

/// One run of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cohort {
    /// Its id.
    pub id: CohortId,
    /// What it is a run of.
    pub programme: ProgrammeId,
    /// Its first day, a Monday.
    pub start: Date,
    /// When one may apply.
    pub window: Window,
    /// How many shops it takes.
    pub places: u32,
    /// Whether a lottery chooses when there are more applicants than places; otherwise who came first.
    pub lottery: bool,
    /// Who accompanies.
    pub mentors: Vec<PersonId>,
    /// Version of its plan.
    pub plan: u32,
}

/// Where a cohort stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Nobody can apply yet.
    Announced,
    /// Shops apply.
    Open,
    /// Applications are in; places are given.
    Closed,
    /// It runs.
    Running,
    /// It is over.
    Ended,
}

/// Why a cohort can't be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CohortError {
    /// Nobody could take part.
    #[error("the cohort has no places")]
    NoPlaces,
    /// More than [`PLACES_MAX`].
    #[error("the cohort has more than {PLACES_MAX} places")]
    TooManyPlaces,
    /// Nobody accompanies.
    #[error("the cohort has no mentors")]
    NoMentors,
    /// The same mentor stands twice in the list.
    #[error("a mentor is named twice")]
    MentorTwice,
    /// Weeks are counted from Monday.
    #[error("the cohort does not begin on a Monday")]
    NotMonday,
    /// Applications close before they open.
    #[error("applications close before they open")]
    WindowBackwards,
    /// Applications are still open when it begins.
    #[error("applications close after the cohort begins")]
    WindowTooLate,
}

impl Explain for CohortError {
    fn explain(&self) -> Message {
        Message::new(match self {
            Self::NoPlaces => "cohort-no-places",
            Self::TooManyPlaces => "cohort-too-many-places",
            Self::NoMentors => "cohort-no-mentors",
            Self::MentorTwice => "cohort-mentor-twice",
            Self::NotMonday => "cohort-not-monday",
            Self::WindowBackwards => "cohort-window-backwards",
            Self::WindowTooLate => "cohort-window-too-late",
        })
    }
}

impl Cohort {
    /// Whether it can be.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), CohortError> {
        self.faults().first().map_or(Ok(()), |first| Err(*first))
    }

    /// Everything that is wrong, one thing for each part of a form.
    pub fn faults(&self) -> Vec<CohortError> {
        let mut mentors = self.mentors.clone();
        mentors.sort_unstable();
        mentors.dedup();
        let places = match self.places {
            0 => Some(CohortError::NoPlaces),
            places if places > PLACES_MAX => Some(CohortError::TooManyPlaces),
            _ => None,
        };
        let accompanied = if mentors.is_empty() {
            Some(CohortError::NoMentors)
        } else if mentors.len() < self.mentors.len() {
            Some(CohortError::MentorTwice)
        } else {
            None
        };
        let start = (self.start != monday(self.start)).then_some(CohortError::NotMonday);
        let window = if self.window.closes < self.window.opens {
            Some(CohortError::WindowBackwards)
        } else if self.window.closes >= self.start {
            Some(CohortError::WindowTooLate)
        } else {
            None
        };
        [places, accompanied, start, window]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Its last day, a Sunday.
    pub fn end(&self) -> Date {
        plus(self.start, i64::from(WEEKS) * WEEK - 1)
    }

    /// Where it stands.
    pub fn phase(&self, today: Date) -> Phase {
        if today > self.end() {
            Phase::Ended
        } else if today >= self.start {
            Phase::Running
        } else if today > self.window.closes {
            Phase::Closed
        } else if today >= self.window.opens {
            Phase::Open
        } else {
            Phase::Announced
        }
    }

    /// The number of a day, from 1 to 182; none before and after.
    pub fn day(&self, today: Date) -> Option<u16> {
        (self.phase(today) == Phase::Running)
            .then(|| u16::try_from(between(self.start, today) + 1).ok())
            .flatten()
    }

    /// The number of a day's week, from 1 to [`WEEKS`]; none before and after.
    pub fn week(&self, today: Date) -> Option<u8> {
        let days = self.day(today)? - 1;
        u8::try_from(days / 7 + 1).ok()
    }

    /// The Monday of one of its weeks, counted from 1.
    pub fn monday(&self, week: u8) -> Date {
        plus(self.start, (i64::from(week) - 1) * WEEK)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::id::Uuid;
    use jiff::civil::date;

    pub(crate) fn cohort() -> Cohort {
        Cohort {
            id: CohortId(Uuid::from_u128(1)),
            programme: ProgrammeId(Uuid::from_u128(2)),
            start: date(2026, 1, 5),
            window: Window {
                opens: date(2025, 12, 1),
                closes: date(2025, 12, 20),
            },
            places: 2,
            lottery: true,
            mentors: vec![PersonId(Uuid::from_u128(3))],
            plan: 1,
        }
    }

    #[test]
    fn a_cohort_is_checked() {
        type Change = fn(&mut Cohort);
        let table: [(Change, Result<(), CohortError>); 8] = [
            (|_| {}, Ok(())),
            (|c| c.places = 0, Err(CohortError::NoPlaces)),
            (|c| c.places = 1_000_000, Err(CohortError::TooManyPlaces)),
            (|c| c.mentors.clear(), Err(CohortError::NoMentors)),
            (
                |c| c.mentors.extend(c.mentors.clone()),
                Err(CohortError::MentorTwice),
            ),
            (|c| c.start = date(2026, 1, 6), Err(CohortError::NotMonday)),
            (
                |c| c.window.closes = date(2025, 11, 30),
                Err(CohortError::WindowBackwards),
            ),
            (
                |c| c.window.closes = date(2026, 1, 5),
                Err(CohortError::WindowTooLate),
            ),
        ];
        for (change, expected) in table {
            let mut cohort = cohort();
            change(&mut cohort);
            assert_eq!(cohort.check(), expected);
        }
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let mut wrong = cohort();
        wrong.places = 0;
        wrong.mentors.clear();
        wrong.start = date(2026, 1, 6);
        wrong.window.closes = date(2025, 11, 30);
        assert_eq!(
            wrong.faults(),
            [
                CohortError::NoPlaces,
                CohortError::NoMentors,
                CohortError::NotMonday,
                CohortError::WindowBackwards,
            ]
        );
    }

    #[test]
    fn a_day_has_its_phase_and_its_week() {
        let cohort = cohort();
        for (day, phase, number, week) in [
            (date(2025, 11, 30), Phase::Announced, None, None),
            (date(2025, 12, 1), Phase::Open, None, None),
            (date(2025, 12, 20), Phase::Open, None, None),
            (date(2025, 12, 21), Phase::Closed, None, None),
            (date(2026, 1, 5), Phase::Running, Some(1), Some(1)),
            (date(2026, 1, 11), Phase::Running, Some(7), Some(1)),
            (date(2026, 1, 12), Phase::Running, Some(8), Some(2)),
            (date(2026, 7, 5), Phase::Running, Some(182), Some(26)),
            (date(2026, 7, 6), Phase::Ended, None, None),
        ] {
            assert_eq!(cohort.phase(day), phase, "{day}");
            assert_eq!(cohort.day(day), number, "{day}");
            assert_eq!(cohort.week(day), week, "{day}");
        }
        assert_eq!(cohort.monday(26), date(2026, 6, 29));
    }
}
