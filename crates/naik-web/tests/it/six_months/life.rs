//! What a life of the generator comes to, worked out from what went in.

use std::collections::BTreeMap;

use jiff::civil::Date;
use naik_core::measure::spread::median;
use naik_core::programme::day::{between as days_between, month};
use naik_core::programme::evidence::{Evidence, Kind};
use naik_core::programme::history::What;
use naik_core::programme::risk::Signals;
use naik_core::programme::simulate::Shop as Life;

use super::{END, Owner, RECENT};

impl Owner {
    /// What it noted in the months that growth looks at, by day.
    pub(super) fn noted(&self) -> BTreeMap<Date, u64> {
        let mut days = self.typed.clone();
        // The shop that notes week by week brings in no file of these months.
        if days.is_empty() && self.life.left.is_none() {
            for (day, amount) in rows(&self.life) {
                *days.entry(day).or_default() += amount;
            }
        }
        days
    }

    pub(super) fn last_sale(&self) -> Option<Date> {
        self.noted().keys().next_back().copied()
    }

    pub(super) fn last_visit(&self) -> Option<Date> {
        let met = self.life.visits.iter().filter(|visit| visit.met);
        met.map(|visit| visit.day).max()
    }

    pub(super) fn signals(&self) -> Signals {
        let since = |day: Date| u32::try_from(days_between(day, END)).unwrap();
        let missed = self.life.visits.iter().rev().take_while(|visit| !visit.met);
        Signals {
            no_login: Some(since(self.seen)),
            no_sale: self.last_sale().map(since),
            missed_visits: missed.count() as u32,
            // Sales noted week by week are the one thing that ends soon.
            evidence_aging: u32::from(!self.typed.is_empty()),
            mentor_silent: self.last_visit().map(since),
            ..Signals::default()
        }
    }

    /// How far a typical month lies from what was told of the time before; none when something is missing.
    pub(super) fn grown(&self) -> Option<f64> {
        let before = baseline(&self.life)? as f64;
        let noted = self.noted();
        let sums = RECENT.iter().map(|first| {
            let days: Vec<u64> = noted
                .range(*first..month(*first, 1))
                .map(|(_, sum)| *sum)
                .collect();
            (days.len() >= 4).then(|| days.iter().sum::<u64>() as f64)
        });
        let sums: Vec<f64> = sums.collect::<Option<_>>()?;
        Some(median(&sums)? / before - 1.0)
    }
}

/// What a life tells of the months before.
pub(super) fn baseline(life: &Life) -> Option<u64> {
    let sent = life.events.iter().filter_map(|event| match &event.what {
        What::Sent(one) => Some(one),
        _ => None,
    });
    let of = |one: &&Evidence| one.kind == Kind::Baseline;
    sent.filter(of)
        .filter_map(|one| Some(one.amount?.amount()))
        .next_back()
}

/// What a life noted in the months that growth looks at.
pub(super) fn rows(life: &Life) -> Vec<(Date, u64)> {
    let days = RECENT[0]..month(RECENT[2], 1);
    let sold = life.sold.iter().filter(|sold| days.contains(&sold.day));
    sold.map(|sold| (sold.day, sold.amount.amount())).collect()
}
