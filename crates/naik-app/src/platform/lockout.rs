//! Wrong passwords in a row, and the rest that they cost.
//!
//! Those against an account are kept with it. Two others are counted here, in memory: those against contacts that have
//! no account, so that a rest does not tell which have one; and those from a browser that its owner has signed in with
//! before, so that nobody else's guesses keep an owner out of her own telephone.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Wrong passwords in a row before there is a rest.
pub(super) const FAILURES: i32 = 5;
/// The first rest, in milliseconds; each further wrong password doubles it.
const REST: i64 = 60_000;
/// The longest rest: an hour.
const REST_MOST: i64 = 3_600_000;
/// Rows that are remembered; the oldest go first.
const MOST: usize = 20_000;

/// Until when to rest after so many wrong passwords in a row; none while there were few.
pub(super) fn rest(failures: i32, now: i64) -> Option<i64> {
    let doubling = u32::try_from(failures.saturating_sub(FAILURES))
        .ok()?
        .min(10);
    Some(now + (REST << doubling).min(REST_MOST))
}

/// Wrong passwords that are kept nowhere else.
#[derive(Default)]
pub(crate) struct Lockout(Mutex<HashMap<String, Row>>);

#[derive(Clone, Copy, Default)]
struct Row {
    failures: i32,
    until: i64,
    at: i64,
}

impl Lockout {
    /// Until when `who` must rest, if at all.
    pub(super) fn until(&self, who: &str, now: i64) -> Option<i64> {
        let rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        rows.get(who)
            .map(|row| row.until)
            .filter(|until| *until > now)
    }

    /// Notes a wrong password.
    pub(super) fn failed(&self, who: &str, now: i64) {
        let mut rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if rows.len() >= MOST && !rows.contains_key(who) {
            let mut ages: Vec<i64> = rows.values().map(|row| row.at).collect();
            ages.sort_unstable();
            let half = ages.get(MOST / 2).copied().unwrap_or(now);
            rows.retain(|_, row| row.at > half);
        }
        let row = rows.entry(who.to_owned()).or_default();
        row.failures = row.failures.saturating_add(1);
        row.at = now;
        row.until = rest(row.failures, now).unwrap_or(0);
    }

    /// Forgets the wrong ones.
    pub(super) fn forget(&self, who: &str) {
        let mut rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        rows.remove(who);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_further_wrong_one_doubles_the_rest_up_to_an_hour() {
        assert_eq!(rest(4, 0), None);
        assert_eq!(rest(5, 0), Some(60_000));
        assert_eq!(rest(7, 10), Some(240_010));
        assert_eq!(rest(i32::MAX, 0), Some(REST_MOST));
        assert_eq!(rest(i32::MIN, 0), None);
    }

    #[test]
    fn five_wrong_ones_cost_a_rest_and_the_right_one_forgets_them() {
        let lockout = Lockout::default();
        for _ in 0..5 {
            assert_eq!(lockout.until("a", 0), None);
            lockout.failed("a", 0);
        }
        assert_eq!(lockout.until("a", 0), Some(60_000));
        assert_eq!(lockout.until("a", 60_000), None);
        assert_eq!(lockout.until("b", 0), None);
        lockout.forget("a");
        assert_eq!(lockout.until("a", 0), None);
    }

    #[test]
    fn a_flood_of_names_does_not_fill_the_memory() {
        let lockout = Lockout::default();
        for n in 0..i64::try_from(MOST).unwrap() + 10 {
            lockout.failed(&n.to_string(), n);
        }
        assert!(lockout.0.lock().unwrap().len() <= MOST);
    }
}
