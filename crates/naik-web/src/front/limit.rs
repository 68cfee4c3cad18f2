//! How often the same caller may do the same, so that nobody guesses passwords or fills the disk.

use std::num::NonZeroU32;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

type Limiter = RateLimiter<String, HashMapStateStore<String>, DefaultClock, NoOpMiddleware>;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Passwords and cards, by caller.
    Entry,
    /// New accounts, by caller.
    Account,
    /// Anything that changes something, by browser.
    Change,
    /// Strokes, and texts that are judged as one types, by browser.
    Trial,
    /// Messages that are checked, by caller.
    Check,
    /// Pictures that are read, long lists, and archives, by caller.
    Long,
}

/// The limits of all callers.
pub(crate) struct Limits {
    on: bool,
    entry: Limiter,
    account: Limiter,
    change: Limiter,
    trial: Limiter,
    check: Limiter,
    long: Limiter,
}

fn limiter(a_minute: u32, at_once: u32) -> Limiter {
    let some = |n: u32| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::per_minute(some(a_minute)).allow_burst(some(at_once));
    RateLimiter::new(quota, HashMapStateStore::default(), DefaultClock::default())
}

impl Limits {
    pub(crate) fn new(on: bool) -> Self {
        Self {
            on,
            entry: limiter(10, 20),
            account: limiter(6, 10),
            change: limiter(240, 240),
            trial: limiter(300, 60),
            check: limiter(60, 40),
            long: limiter(12, 8),
        }
    }

    /// Counts a call; an error says in how many seconds the next one may come.
    ///
    /// # Errors
    /// When the caller has called too often.
    pub(crate) fn count(&self, kind: Kind, caller: &str) -> Result<(), u64> {
        if !self.on {
            return Ok(());
        }
        let limiter = match kind {
            Kind::Entry => &self.entry,
            Kind::Account => &self.account,
            Kind::Change => &self.change,
            Kind::Trial => &self.trial,
            Kind::Check => &self.check,
            Kind::Long => &self.long,
        };
        if limiter.len() > 50_000 {
            limiter.retain_recent();
        }
        limiter
            .check_key(&caller.to_owned())
            .map_err(|no| no.wait_time_from(DefaultClock::default().now()).as_secs() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_caller_does_not_use_up_the_turns_of_the_next() {
        let limits = Limits::new(true);
        let tries = (0..30)
            .filter(|_| limits.count(Kind::Entry, "a").is_ok())
            .count();
        assert!((20..30).contains(&tries), "{tries}");
        assert!(limits.count(Kind::Entry, "a").is_err_and(|wait| wait > 0));
        assert!(limits.count(Kind::Entry, "b").is_ok());
        assert!(limits.count(Kind::Change, "a").is_ok());
        let off = Limits::new(false);
        assert!((0..1000).all(|_| off.count(Kind::Entry, "a").is_ok()));
    }
}
