//! How long a mentor has left a shop alone: nobody is late before the programme has begun, nor for a shop that waits for a place.

use jiff::civil::Date;

use super::day::between;
use super::enrolment::State;

/// From which day on a shop's mentor is expected: the day on which the mentor was `given` the shop, and not before its cohort
/// starts. `places` are the shop's enrolments, each with its cohort's first day. None while the shop waits for a place.
pub fn expected_from(given: Option<Date>, places: &[(State, Date)]) -> Option<Date> {
    let running = places.iter().filter(|(state, _)| *state == State::Enrolled);
    if let Some(start) = running.map(|(_, start)| *start).max() {
        return Some(given.map_or(start, |given| given.max(start)));
    }
    let waits = |(state, _): &(State, Date)| matches!(state, State::Applied | State::Waiting);
    if places.iter().any(waits) {
        return None;
    }
    given
}

/// Days since the mentor last came, or since the day from which one is expected; none before that day.
pub fn silent_days(from: Option<Date>, came: Option<Date>, today: Date) -> Option<i64> {
    let from = from.filter(|from| *from <= today)?;
    let last = came.map_or(from, |came| came.max(from));
    Some(between(last, today).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn silence_counts_from_the_start_and_never_while_a_shop_waits() {
        let today = date(2026, 11, 26);
        let (past, start) = (date(2026, 8, 10), date(2026, 11, 16));
        let later = date(2026, 12, 7);
        for (given, places, came, expected) in [
            (None, &[][..], None, None),
            (Some(past), &[], None, Some(108)),
            (Some(past), &[], Some(date(2026, 11, 20)), Some(6)),
            // A programme that has begun: from its first day, or from the later day on which the shop was given.
            (Some(past), &[(State::Enrolled, start)], None, Some(10)),
            (
                Some(past),
                &[(State::Enrolled, start)],
                Some(past),
                Some(10),
            ),
            (
                Some(date(2026, 11, 20)),
                &[(State::Enrolled, start)],
                None,
                Some(6),
            ),
            (None, &[(State::Enrolled, start)], None, Some(10)),
            // One that has not begun.
            (Some(past), &[(State::Enrolled, later)], Some(past), None),
            // A shop that waits, and one that waits for another run while it takes part.
            (Some(past), &[(State::Waiting, start)], None, None),
            (Some(past), &[(State::Applied, later)], Some(past), None),
            (
                Some(past),
                &[(State::Applied, later), (State::Enrolled, start)],
                None,
                Some(10),
            ),
            (Some(past), &[(State::Left, start)], None, Some(108)),
        ] {
            let found = silent_days(expected_from(given, places), came, today);
            assert_eq!(found, expected, "{given:?} {places:?} {came:?}");
        }
    }
}
