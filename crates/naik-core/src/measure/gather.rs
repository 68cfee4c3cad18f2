//! From what a shop noted and showed to the record that figures are made of.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::growth::Stated;
use super::month::Noted;
use crate::id::{EvidenceId, PersonId};
use crate::programme::evidence::{Evidence, Kind};
use crate::programme::history::{Event, Verdict, stand};
use crate::programme::level::Ladder;

/// What was sold on a day, in rupiah.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sold {
    /// As the owner typed it.
    pub typed: u64,
    /// As an order file says.
    pub filed: u64,
}

/// Evidence that someone who is a stranger to the shop accepted, and that nobody has refused or taken back since.
pub fn accepted(people: &[PersonId], events: &[Event], today: Date) -> BTreeSet<EvidenceId> {
    let verdicts = stand(Ladder::get(), people, events, today).verdicts;
    let good = verdicts
        .into_iter()
        .filter(|(_, verdict)| *verdict == Verdict::Accepted);
    good.map(|(id, _)| id).collect()
}

/// A shop's months: what it sold day by day, and for days that were shown as evidence what that says.
pub fn months(
    sold: &BTreeMap<Date, Sold>,
    shown: &[&Evidence],
    accepted: &BTreeSet<EvidenceId>,
) -> BTreeMap<Date, Noted> {
    let proved: BTreeMap<Date, u64> = shown
        .iter()
        .filter(|one| one.kind == Kind::SalesRecord && accepted.contains(&one.id))
        .filter_map(|one| Some((one.on, one.amount?.amount())))
        .collect();
    let days: BTreeSet<Date> = sold.keys().chain(proved.keys()).copied().collect();
    let mut months: BTreeMap<Date, Noted> = BTreeMap::new();
    for day in days {
        let of_day = sold.get(&day).copied().unwrap_or_default();
        let month = months.entry(day.first_of_month()).or_default();
        month.add(of_day.typed, of_day.filed, proved.get(&day).copied());
    }
    months
}

/// The baseline that a shop stated last.
pub fn stated(shown: &[&Evidence], accepted: &BTreeSet<EvidenceId>) -> Option<Stated> {
    let baselines = shown.iter().filter(|one| one.kind == Kind::Baseline);
    let last = baselines.max_by_key(|one| (accepted.contains(&one.id), one.on, one.id))?;
    Some(Stated {
        amount: last.amount?,
        checked: accepted.contains(&last.id),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{EventId, Uuid};
    use crate::money::Rupiah;
    use crate::programme::evidence::tests::{OWNER, evidence};
    use crate::programme::history::What;
    use jiff::civil::date;

    const MENTOR: PersonId = PersonId(Uuid::from_u128(50));
    const TODAY: Date = date(2026, 6, 1);

    fn event(number: u128, by: PersonId, what: What) -> Event {
        Event {
            id: EventId(Uuid::from_u128(number)),
            day: date(2026, 3, 1),
            by,
            why: String::new(),
            what,
        }
    }

    fn day_of(amount: u64, day: i8) -> Evidence {
        let number = u128::from(day.unsigned_abs());
        Evidence {
            amount: Some(Rupiah::new(amount)),
            ..evidence(number, Kind::SalesRecord, date(2026, 2, day))
        }
    }

    #[test]
    fn what_strangers_accepted_counts() {
        let shown: Vec<Evidence> = (1..=4).map(|day| day_of(70_000, day)).collect();
        let id = |number: u128| EvidenceId(Uuid::from_u128(number));
        let mut events: Vec<Event> = (1..)
            .zip(&shown)
            .map(|(number, one)| event(number, OWNER, What::Sent(one.clone())))
            .collect();
        events.push(event(11, MENTOR, What::Accepted(id(1))));
        // By the owner, and what was refused the same day.
        events.push(event(12, OWNER, What::Accepted(id(2))));
        events.push(event(13, MENTOR, What::Accepted(id(3))));
        events.push(event(14, MENTOR, What::Refused(id(3))));
        let found = accepted(&[OWNER], &events, TODAY);
        assert_eq!(found, BTreeSet::from([id(1)]));
        let sold = BTreeMap::from([
            (
                date(2026, 2, 1),
                Sold {
                    typed: 90_000,
                    filed: 0,
                },
            ),
            (
                date(2026, 2, 2),
                Sold {
                    typed: 10_000,
                    filed: 5_000,
                },
            ),
        ]);
        let refs: Vec<&Evidence> = shown.iter().collect();
        let months = months(&sold, &refs, &found);
        let february = months[&date(2026, 2, 1)];
        let told = (
            february.evidence,
            february.self_reported,
            february.order_file,
        );
        assert_eq!(told, (70_000, 10_000, 5_000));
        assert_eq!(february.days, 2);
    }

    #[test]
    fn a_baseline_that_was_checked_comes_first() {
        let of = |number: u128, amount, day| Evidence {
            amount: Some(Rupiah::new(amount)),
            ..evidence(number, Kind::Baseline, date(2026, 1, day))
        };
        let (old, new) = (of(1, 100, 1), of(2, 200, 9));
        let both = [&old, &new];
        let none = BTreeSet::new();
        assert_eq!(stated(&both, &none).unwrap().amount, Rupiah::new(200));
        let checked = BTreeSet::from([old.id]);
        let found = stated(&both, &checked).unwrap();
        assert_eq!((found.amount, found.checked), (Rupiah::new(100), true));
        assert_eq!(stated(&[], &none), None);
    }
}
