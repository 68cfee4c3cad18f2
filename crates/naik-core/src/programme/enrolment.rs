//! One shop's way through one cohort: applied, drawn, in, and out again.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::cohort::{Cohort, Phase};
use super::day::{between, plus};
use super::lottery::Ticket;
use crate::id::{CohortId, EnrolmentId, PersonId, ShopId};
use crate::message::{Explain, Message};

/// Days after the beginning on which a place that became free is still given to the next on the waiting list.
pub const LATE_DAYS: i64 = 14;

/// A shop in a cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// The cohort.
    pub cohort: CohortId,
    /// The shop.
    pub shop: ShopId,
    /// Under which it stands in a published list.
    pub ticket: Ticket,
    /// When it applied.
    pub applied: Date,
    /// Where it stands.
    pub state: State,
    /// Its place in the order of the draw, from 1; none before the draw.
    pub rank: Option<u32>,
    /// Who accompanies it.
    pub mentor: Option<PersonId>,
}

/// Where an enrolment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Asked for a place.
    Applied,
    /// No place this time; the comparison, and the first of the next cohort.
    Waiting,
    /// Has a place.
    Enrolled,
    /// Took the application back.
    Withdrawn,
    /// Left before the end.
    Left,
    /// Came to the end.
    Completed,
}

impl State {
    /// All.
    pub const ALL: [Self; 6] = [
        Self::Applied,
        Self::Waiting,
        Self::Enrolled,
        Self::Withdrawn,
        Self::Left,
        Self::Completed,
    ];

    /// The word that is stored and used in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Waiting => "waiting",
            Self::Enrolled => "enrolled",
            Self::Withdrawn => "withdrawn",
            Self::Left => "left",
            Self::Completed => "completed",
        }
    }

    /// The state of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == word)
    }

    /// Whether nothing follows.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Left | Self::Completed)
    }
}

/// Why an enrolment can't go that way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EnrolmentError {
    /// Applications are not open yet.
    #[error("applications are not open yet")]
    TooEarly,
    /// Applications are closed.
    #[error("applications are closed")]
    TooLate,
    /// The shop has applied already.
    #[error("the shop has applied already")]
    Twice,
    /// Applications still come in.
    #[error("applications are still open")]
    StillOpen,
    /// All places are taken.
    #[error("all places are taken")]
    Full,
    /// The cohort has not ended, or has not begun.
    #[error("it is not the time for that")]
    NotNow,
    /// From where it stands it can't go there.
    #[error("an enrolment can't go from {from:?} to {to:?}")]
    NoWay {
        /// Where it stands.
        from: State,
        /// Where it was to go.
        to: State,
    },
}

impl Explain for EnrolmentError {
    fn explain(&self) -> Message {
        Message::new(match self {
            Self::TooEarly => "enrolment-too-early",
            Self::TooLate => "enrolment-too-late",
            Self::Twice => "enrolment-twice",
            Self::StillOpen => "enrolment-still-open",
            Self::Full => "enrolment-full",
            Self::NotNow => "enrolment-not-now",
            Self::NoWay { .. } => "enrolment-no-way",
        })
    }
}

/// Whether a shop may apply today; `others` are the enrolments of the cohort.
///
/// # Errors
/// When the window is shut, or the shop has an application that it did not take back.
pub fn may_apply(
    cohort: &Cohort,
    shop: ShopId,
    others: &[Enrolment],
    today: Date,
) -> Result<(), EnrolmentError> {
    match cohort.phase(today) {
        Phase::Announced => return Err(EnrolmentError::TooEarly),
        Phase::Open => {}
        Phase::Closed | Phase::Running | Phase::Ended => return Err(EnrolmentError::TooLate),
    }
    let mut own = others.iter().filter(|other| other.shop == shop);
    if own.any(|other| other.state != State::Withdrawn) {
        return Err(EnrolmentError::Twice);
    }
    Ok(())
}

/// Where an enrolment stands after a step; `taken` counts the cohort's shops that are enrolled now.
///
/// # Errors
/// When there is no such way, no place, or it is not the time for it.
pub fn step(
    cohort: &Cohort,
    from: State,
    to: State,
    taken: u32,
    today: Date,
) -> Result<State, EnrolmentError> {
    let phase = cohort.phase(today);
    match (from, to) {
        (State::Applied, State::Enrolled | State::Waiting) => {
            if phase < Phase::Closed {
                return Err(EnrolmentError::StillOpen);
            }
            if phase == Phase::Ended {
                return Err(EnrolmentError::NotNow);
            }
            fits(cohort, to, taken)
        }
        (State::Waiting, State::Enrolled) => {
            if today > plus(cohort.start, LATE_DAYS) {
                return Err(EnrolmentError::TooLate);
            }
            fits(cohort, to, taken)
        }
        (State::Applied | State::Waiting, State::Withdrawn) => Ok(to),
        (State::Enrolled, State::Left) if phase != Phase::Ended => Ok(to),
        (State::Enrolled, State::Completed) => {
            // The last week: certificates are handed out on its days.
            if between(today, cohort.end()) >= 7 {
                return Err(EnrolmentError::NotNow);
            }
            Ok(to)
        }
        _ => Err(EnrolmentError::NoWay { from, to }),
    }
}

fn fits(cohort: &Cohort, to: State, taken: u32) -> Result<State, EnrolmentError> {
    if to == State::Enrolled && taken >= cohort.places {
        return Err(EnrolmentError::Full);
    }
    Ok(to)
}

/// Who gets a place that became free: the first of those who wait.
pub fn next_in_line(enrolments: &[Enrolment]) -> Option<&Enrolment> {
    enrolments
        .iter()
        .filter(|one| one.state == State::Waiting)
        .min_by_key(|one| (one.rank.unwrap_or(u32::MAX), one.applied, one.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Uuid;
    use crate::programme::cohort::tests::cohort;
    use jiff::civil::date;

    fn enrolment(number: u128, state: State, rank: Option<u32>) -> Enrolment {
        Enrolment {
            id: EnrolmentId(Uuid::from_u128(number)),
            cohort: cohort().id,
            shop: ShopId(Uuid::from_u128(number)),
            ticket: Ticket::parse(&format!("T{number:03}")).unwrap(),
            applied: date(2025, 12, 2),
            state,
            rank,
            mentor: None,
        }
    }

    #[test]
    fn one_applies_once_and_in_time() {
        let others = [
            enrolment(1, State::Applied, None),
            enrolment(2, State::Withdrawn, None),
        ];
        let ask = |shop, day| may_apply(&cohort(), ShopId(Uuid::from_u128(shop)), &others, day);
        let open = date(2025, 12, 20);
        assert_eq!(ask(3, open), Ok(()));
        assert_eq!(ask(2, open), Ok(()), "who took it back may come again");
        assert_eq!(ask(1, open), Err(EnrolmentError::Twice));
        assert_eq!(ask(3, date(2025, 11, 30)), Err(EnrolmentError::TooEarly));
        assert_eq!(ask(3, date(2025, 12, 21)), Err(EnrolmentError::TooLate));
    }

    #[test]
    fn the_ways_are_exactly_these() {
        use State::{Applied, Completed, Enrolled, Left, Waiting, Withdrawn};
        let cohort = cohort();
        let ways = |day| {
            let mut ways = Vec::new();
            for from in State::ALL {
                for to in State::ALL {
                    if step(&cohort, from, to, 0, day).is_ok() {
                        ways.push((from, to));
                    }
                }
            }
            ways
        };
        let back = [(Applied, Withdrawn), (Waiting, Withdrawn)];
        let open = ways(date(2025, 12, 10));
        assert_eq!(
            open,
            [back[0], (Waiting, Enrolled), back[1], (Enrolled, Left)]
        );
        let drawn = [
            (Applied, Waiting),
            (Applied, Enrolled),
            back[0],
            (Waiting, Enrolled),
            back[1],
            (Enrolled, Left),
        ];
        assert_eq!(ways(date(2025, 12, 22)), drawn);
        assert_eq!(ways(date(2026, 1, 19)), drawn);
        assert!(!ways(date(2026, 1, 20)).contains(&(Waiting, Enrolled)));
        assert!(!ways(date(2026, 6, 28)).contains(&(Enrolled, Completed)));
        assert!(ways(date(2026, 6, 29)).contains(&(Enrolled, Completed)));
        let over = ways(date(2026, 8, 1));
        assert_eq!(over, [back[0], back[1], (Enrolled, Completed)]);
        for from in State::ALL.into_iter().filter(|state| state.is_final()) {
            assert!(
                State::ALL
                    .iter()
                    .all(|to| { step(&cohort, from, *to, 0, date(2026, 1, 6)).is_err() })
            );
        }
    }

    #[test]
    fn nobody_gets_a_place_that_is_not_there() {
        let day = date(2025, 12, 22);
        let ask = |to, taken| step(&cohort(), State::Applied, to, taken, day);
        assert_eq!(ask(State::Enrolled, 1), Ok(State::Enrolled));
        assert_eq!(ask(State::Enrolled, 2), Err(EnrolmentError::Full));
        assert_eq!(ask(State::Waiting, 2), Ok(State::Waiting));
    }

    #[test]
    fn a_free_place_goes_to_the_first_who_waits() {
        let list = [
            enrolment(1, State::Enrolled, Some(1)),
            enrolment(2, State::Waiting, Some(4)),
            enrolment(3, State::Waiting, Some(3)),
            enrolment(4, State::Withdrawn, Some(2)),
        ];
        assert_eq!(next_in_line(&list).map(|one| one.rank), Some(Some(3)));
        assert!(next_in_line(&list[..1]).is_none());
    }

    #[test]
    fn words_are_read_back() {
        for state in State::ALL {
            assert_eq!(State::parse(state.key()), Some(state));
        }
    }
}
