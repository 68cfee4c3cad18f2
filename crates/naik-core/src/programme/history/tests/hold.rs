//! Levels that evidence which waits for its check holds open.

use super::*;

/// Sales of weeks 1 to 4 and 6 accepted, of week 7 sent on Thursday `on` (day 45 by default): level 1 rests on it from day 56.
struct Slow {
    diary: Diary,
    sent: EvidenceId,
}

impl Slow {
    fn new(dated: i64, on: i64) -> Self {
        let mut diary = Diary::default();
        diary.tidy(0);
        diary.add(21, MENTOR, What::Checked(level(1)));
        diary.show(38, Kind::SalesRecord, |_| {});
        let sale = evidence(9_000, Kind::SalesRecord, day(dated));
        let sent = sale.id;
        diary.add(on, OWNER, What::Sent(sale));
        Self { diary, sent }
    }

    fn with(mut self, on: i64, by: PersonId, what: fn(EvidenceId) -> What) -> Diary {
        self.diary.add(on, by, what(self.sent));
        self.diary
    }
}

fn lapse(diary: &Diary, on: i64) -> Option<Date> {
    let changes = diary.stand(on).changes;
    let last = changes.last()?;
    matches!(last.cause, Cause::Lapsed { .. }).then_some(last.day)
}

#[test]
fn what_waits_holds_a_level_for_fourteen_days() {
    let Slow { diary, sent } = Slow::new(45, 45);
    assert_eq!(diary.stand(55).open, []);
    let held = diary.stand(56);
    assert_eq!(held.level, Some(level(1)));
    assert_eq!(held.until, Some(day(55)), "what was accepted bears no more");
    let open = Open {
        level: level(1),
        since: day(56),
        until: day(59),
        on: vec![sent],
    };
    assert_eq!(held.open, [open]);
    assert_eq!((diary.level(59), lapse(&diary, 59)), (Some(1), None));
    assert_eq!(diary.level(60), Some(0));
    assert_eq!(
        lapse(&diary, 60),
        Some(day(56)),
        "as if it had never waited"
    );
    let rules = vec!["sales-noted".to_owned()];
    let last = diary.stand(60).changes.pop().map(|change| change.cause);
    assert_eq!(last, Some(Cause::Lapsed { rules }));
}

#[test]
fn what_becomes_of_it_decides() {
    for (on, by, what, level, lapsed) in [
        // Accepted in time, on the last day too: unbroken.
        (
            57,
            MENTOR,
            What::Accepted as fn(EvidenceId) -> What,
            1,
            None,
        ),
        (59, MENTOR, What::Accepted, 1, None),
        (60, MENTOR, What::Accepted, 0, Some(56)),
        // Nobody accepts their own.
        (57, OWNER, What::Accepted, 0, Some(56)),
        (57, MENTOR, What::Refused, 0, Some(56)),
        (57, OWNER, What::Withdrawn, 0, Some(56)),
    ] {
        let diary = Slow::new(45, 45).with(on, by, what);
        assert_eq!(diary.level(56), Some(1), "{on} {by} waits");
        assert_eq!(diary.level(60), Some(level), "{on} {by}");
        assert_eq!(lapse(&diary, 60), lapsed.map(day), "{on} {by}");
    }
    let diary = Slow::new(45, 45).with(58, MENTOR, What::Accepted);
    let kept = diary.stand(58);
    assert_eq!((kept.open, kept.until), (vec![], Some(day(62))));
    let changes: Vec<Date> = kept.changes.iter().map(|change| change.day).collect();
    assert_eq!(changes, [day(0), day(21)], "no lapse, and no second check");
}

#[test]
fn what_was_sent_too_late_holds_nothing() {
    // Sent on the day on which the level lapses, and dated back after it.
    for (dated, on) in [(45, 56), (55, 56), (45, 57)] {
        let slow = Slow::new(dated, on);
        assert_eq!(slow.diary.level(57), Some(0), "{dated} {on}");
        let diary = slow.with(58, MENTOR, What::Accepted);
        assert_eq!(diary.level(58), Some(0), "{dated} {on}");
        assert_eq!(lapse(&diary, 58), Some(day(56)), "{dated} {on}");
    }
    // On that very day it still counts when it is accepted on it, as it always did.
    let diary = Slow::new(45, 56).with(56, MENTOR, What::Accepted);
    assert_eq!(diary.level(56), Some(1));
    // Sent in time about a week that does not help.
    assert_eq!(Slow::new(15, 45).diary.level(56), Some(0));
}

#[test]
fn other_evidence_does_not_settle_what_is_open() {
    let mut slow = Slow::new(45, 45);
    // Sent and accepted after level 1 would have lapsed: it can't make up for it.
    slow.diary
        .show(57, Kind::SalesRecord, |one| one.on = day(46));
    assert_eq!(slow.diary.stand(57).open.len(), 1);
    let diary = slow.with(58, MENTOR, What::Refused);
    assert_eq!(lapse(&diary, 58), Some(day(56)));
    assert_eq!(diary.level(58), Some(0));
}

/// Each week's sales are accepted so many days late.
fn always_late(days: i64) -> Diary {
    let mut diary = Diary::default();
    diary.tidy(0);
    diary.add(21, MENTOR, What::Checked(level(1)));
    for week in 4..30 {
        let sale = evidence(9_000 + week as u128, Kind::SalesRecord, day(7 * week + 4));
        let id = sale.id;
        diary.add(7 * week + 4, OWNER, What::Sent(sale));
        // Every third week goes without: four of six are just met.
        if week % 3 > 0 {
            diary.add(7 * week + 4 + days, MENTOR, What::Accepted(id));
        }
    }
    diary
}

#[test]
fn a_mentor_who_is_always_late_costs_nothing() {
    for (days, lapses) in [(1, 0), (10, 0), (14, 0), (20, 1)] {
        let changes = always_late(days).stand(200).changes;
        let lapsed = |change: &&Change| matches!(change.cause, Cause::Lapsed { .. });
        assert_eq!(changes.iter().filter(lapsed).count(), lapses, "{days} days");
    }
}

#[test]
fn nothing_new_is_decided_on_what_is_open() {
    let mut diary = Slow::new(45, 45).diary;
    let at = |diary: &Diary, on| {
        let mut ladder = short();
        // Level 1 with its own rules, those above it with next to none.
        let whole: Ladder =
            crate::programme::embedded(include_str!("../../../../data/programme/levels.toml"));
        ladder.rows.splice(..2, whole.rows.into_iter().take(2));
        stand(&ladder, &[OWNER], &diary.0, day(on))
    };
    diary.add(30, MENTOR, What::Checked(level(2)));
    diary.add(31, MENTOR, What::Checked(level(3)));
    let second = diary.add(57, SECOND, What::Confirmed(level(3)));
    let again = diary.add(57, MENTOR, What::Checked(level(1)));
    let standing = at(&diary, 57);
    let void = [(second, Void::HeldOpen), (again, Void::Already)];
    assert_eq!(standing.void, BTreeMap::from(void));
    assert_eq!(standing.level, Some(level(2)), "all of it stands meanwhile");
    let sent = standing.open[0].on[0];
    diary.add(58, MENTOR, What::Accepted(sent));
    diary.add(58, SECOND, What::Confirmed(level(3)));
    assert_eq!(at(&diary, 58).level, Some(level(3)));
}

/// At each level: one piece of evidence ends, the next was sent a day before.
#[test]
fn every_level_is_held_alike() {
    let whole: Ladder =
        crate::programme::embedded(include_str!("../../../../data/programme/levels.toml"));
    let kinds = [
        (1, "price", Kind::PriceCalculation),
        (2, "qris", Kind::Qris),
        (3, "orders", Kind::OrderExport),
        (4, "repeat-buyers", Kind::RepeatBuyers),
        (5, "teaches", Kind::Mentored),
    ];
    for (number, rule, kind) in kinds {
        let mut ladder: Ladder =
            crate::programme::embedded(include_str!("../../../../data/programme/levels.toml"));
        for row in &mut ladder.rows {
            row.rules.retain(|one| one.key == rule);
        }
        let days = i64::from(whole.rule(rule).and_then(|rule| rule.days).unwrap());
        let mut diary = Diary::default();
        let full = |one: &mut Evidence| (one.units, one.subject) = (9, "s".to_owned());
        diary.show(0, kind, full);
        for one in 0..=number {
            diary.add(1, MENTOR, What::Checked(level(one)));
            diary.add(1, SECOND, What::Confirmed(level(one)));
        }
        let mut next = evidence(9_000, kind, day(days - 1));
        full(&mut next);
        let id = next.id;
        diary.add(days - 1, OWNER, What::Sent(next));
        let at = |diary: &Diary, on| stand(&ladder, &[OWNER], &diary.0, day(on)).level;
        let (here, below) = (Some(level(number)), Some(level(number - 1)));
        assert_eq!(at(&diary, days + 1), here, "{rule}");
        assert_eq!(at(&diary, days + 13), here, "{rule}: to the last day");
        assert_eq!(at(&diary, days + 14), below, "{rule}");
        diary.add(days + 13, MENTOR, What::Accepted(id));
        assert_eq!(at(&diary, days + 40), here, "{rule}");
    }
}

proptest::proptest! {
    #[test]
    fn what_is_open_rests_on_what_was_sent_in_time(seed in 0_u64.., length in 0_usize..60, on in 0_i64..260) {
        let diary = chance(seed, length);
        let standing = diary.stand(on);
        for open in standing.open {
            proptest::prop_assert!(open.since <= day(on) && day(on) <= open.until);
            let sent = |id: &EvidenceId| diary.0.iter().find_map(|event| match &event.what {
                What::Sent(one) if one.id == *id => Some(event.day),
                _ => None,
            });
            let days: Vec<Date> = open.on.iter().filter_map(sent).collect();
            proptest::prop_assert!(days.iter().any(|sent| *sent < open.since), "{:?}", days);
            let last = days.iter().map(|sent| plus(*sent, 14)).max().unwrap();
            proptest::prop_assert!(open.until <= last);
            let waits = |id: &EvidenceId| standing.verdicts[id] == Verdict::Waiting;
            proptest::prop_assert!(open.on.iter().all(waits));
            // If nobody decides it is open to that day, and gone on the next as of the first.
            let silent = Diary(diary.0.iter().filter(|event| event.day <= day(on)).cloned().collect());
            let at = |date: Date| stand(Ladder::get(), &[OWNER], &silent.0, date);
            let here = |standing: &Standing| standing.open.iter().any(|one| one.level == open.level && one.since == open.since);
            proptest::prop_assert!(here(&at(open.until)));
            let after = at(plus(open.until, 1));
            proptest::prop_assert!(!here(&after));
            let lapse = |change: &Change| {
                change.level == open.level && change.day == open.since && matches!(change.cause, Cause::Lapsed { .. })
            };
            let pending = standing.unconfirmed.contains_key(&open.level);
            proptest::prop_assert!(pending || after.changes.iter().any(lapse));
        }
    }
}
