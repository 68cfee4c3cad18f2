mod busy;
mod hold;
mod plain;

use super::*;
use crate::id::Uuid;
use crate::money::Rupiah;
use crate::programme::evidence::Kind;
use crate::programme::evidence::tests::{OWNER, evidence};
use crate::seed::Seed;
use jiff::civil::date;

const START: Date = date(2026, 1, 5);
const MENTOR: PersonId = PersonId(Uuid::from_u128(10));
const SECOND: PersonId = PersonId(Uuid::from_u128(11));

fn day(number: i64) -> Date {
    plus(START, number)
}

fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}

/// A history that writes itself down.
#[derive(Default)]
struct Diary(Vec<Event>);

impl Diary {
    fn add(&mut self, on: i64, by: PersonId, what: What) -> EventId {
        let id = EventId(Uuid::from_u128(self.0.len() as u128 + 1));
        self.0.push(Event {
            id,
            day: day(on),
            by,
            why: String::new(),
            what,
        });
        id
    }

    /// Sent by the owner and accepted by the mentor on the same day.
    fn show(&mut self, on: i64, kind: Kind, change: impl Fn(&mut Evidence)) -> EvidenceId {
        let mut one = evidence(1000 + self.0.len() as u128, kind, day(on));
        change(&mut one);
        let id = one.id;
        self.add(on, OWNER, What::Sent(one));
        self.add(on, MENTOR, What::Accepted(id));
        id
    }

    /// Everything that level 0 and, for four weeks from `on`, level 1 ask for.
    fn tidy(&mut self, on: i64) {
        self.show(on, Kind::Baseline, |one| {
            one.amount = Some(Rupiah::new(1_000_000))
        });
        self.show(on, Kind::Consent, |_| {});
        self.show(on, Kind::Permit, |one| one.place = "nib".to_owned());
        self.show(on, Kind::PriceCalculation, |_| {});
        for n in 0..3 {
            self.show(on, Kind::Photo, |_| {});
            self.show(on + 7 * n, Kind::SalesRecord, |_| {});
        }
        self.show(on + 21, Kind::SalesRecord, |_| {});
        self.add(on, MENTOR, What::Checked(level(0)));
    }

    fn stand(&self, on: i64) -> Standing {
        stand(Ladder::get(), &[OWNER], &self.0, day(on))
    }

    fn level(&self, on: i64) -> Option<u8> {
        self.stand(on).level.map(Level::number)
    }
}

#[test]
fn a_shop_rises_when_checked_and_falls_when_evidence_ends() {
    let mut diary = Diary::default();
    diary.tidy(0);
    let early = diary.add(14, MENTOR, What::Checked(level(1)));
    diary.add(21, MENTOR, What::Checked(level(1)));
    assert_eq!(diary.level(-1), None);
    assert_eq!(diary.level(0), Some(0));
    assert_eq!(diary.level(20), Some(0));
    let risen = diary.stand(21);
    assert_eq!(risen.level, Some(level(1)));
    assert_eq!(risen.void, BTreeMap::from([(early, Void::NotMet)]));
    // Sales of weeks 1 to 4: in week 7 they are still four of the last six before it, in week 8 no longer.
    assert_eq!(risen.until, Some(day(48)));
    assert_eq!(diary.level(48), Some(1));
    let fallen = diary.stand(49);
    assert_eq!(fallen.level, Some(level(0)));
    let lapse = Change {
        day: day(49),
        level: level(1),
        cause: Cause::Lapsed {
            rules: vec!["sales-noted".to_owned()],
        },
    };
    assert_eq!(fallen.changes.last(), Some(&lapse));
    // New notes alone do not bring it back; a new check does.
    for n in 0..4 {
        diary.show(50 + 7 * n, Kind::SalesRecord, |_| {});
    }
    assert_eq!(diary.level(71), Some(0));
    diary.add(72, MENTOR, What::Checked(level(1)));
    assert_eq!(diary.level(72), Some(1));
}

#[test]
fn evidence_of_the_last_day_saves_a_level() {
    let mut diary = Diary::default();
    diary.tidy(0);
    diary.add(21, MENTOR, What::Checked(level(1)));
    diary.show(28, Kind::SalesRecord, |_| {});
    assert_eq!(diary.level(49), Some(1));
    assert_eq!(diary.stand(49).until, Some(day(55)));
}

/// A ladder on which level 3 follows level 1, so that the second person can be tried without six weeks of posts.
fn short() -> Ladder {
    let mut ladder: Ladder =
        crate::programme::embedded(include_str!("../../../data/programme/levels.toml"));
    for row in &mut ladder.rows {
        if row.number.number() > 0 {
            row.rules
                .retain(|rule| rule.key == "price" || rule.key == "ready");
        }
    }
    ladder
}

#[test]
fn from_level_three_another_person_confirms() {
    let mut diary = Diary::default();
    diary.tidy(0);
    for number in 1..=3 {
        diary.add(1, MENTOR, What::Checked(level(number)));
    }
    let own = diary.add(2, MENTOR, What::Confirmed(level(3)));
    let owner = diary.add(2, OWNER, What::Confirmed(level(3)));
    let none = diary.add(2, SECOND, What::Confirmed(level(4)));
    let at = |diary: &Diary, on| stand(&short(), &[OWNER], &diary.0, day(on));
    let waits = at(&diary, 2);
    assert_eq!(waits.level, Some(level(2)));
    assert_eq!(waits.unconfirmed, BTreeMap::from([(level(3), MENTOR)]));
    let void = [
        (own, Void::OwnCase),
        (owner, Void::OwnCase),
        (none, Void::NoCheck),
    ];
    assert_eq!(waits.void, BTreeMap::from(void));
    diary.add(3, SECOND, What::Confirmed(level(3)));
    let risen = at(&diary, 3);
    assert_eq!(risen.level, Some(level(3)));
    let Some(Change {
        cause: Cause::Reached { mentor, second, by },
        ..
    }) = risen.changes.last()
    else {
        panic!("level 3 was reached");
    };
    assert_eq!((*mentor, *second), (MENTOR, Some(SECOND)));
    assert!(by.is_empty(), "no rule of level 3 is left on this ladder");
    diary.add(9, SECOND, What::Revoked(level(2)));
    assert_eq!(
        at(&diary, 9).level,
        Some(level(1)),
        "what stands on it falls too"
    );
}

#[test]
fn nobody_confirms_their_own() {
    let mut diary = Diary::default();
    let sent = evidence(1, Kind::Baseline, day(0));
    let id = sent.id;
    diary.add(0, OWNER, What::Sent(sent));
    let owner = diary.add(0, OWNER, What::Accepted(id));
    let visit = Evidence {
        sender: MENTOR,
        ..evidence(2, Kind::Consent, day(0))
    };
    let visit_id = visit.id;
    diary.add(0, MENTOR, What::Sent(visit));
    let mentor = diary.add(0, MENTOR, What::Accepted(visit_id));
    let check = diary.add(0, MENTOR, What::Checked(level(0)));
    let void = [
        (owner, Void::OwnCase),
        (mentor, Void::OwnCase),
        (check, Void::NotMet),
    ];
    assert_eq!(diary.stand(0).void, BTreeMap::from(void));
    assert_eq!(diary.stand(0).waiting, [id, visit_id]);
    // A mentor with a shop of their own is the shop's person there.
    diary.add(1, MENTOR, What::Accepted(id));
    diary.add(1, SECOND, What::Accepted(visit_id));
    let own = diary.add(1, MENTOR, What::Checked(level(0)));
    let standing = stand(Ladder::get(), &[OWNER, MENTOR], &diary.0, day(1));
    assert_eq!(standing.void.get(&own), Some(&Void::OwnCase));
    assert_eq!(diary.level(1), Some(0));
}

#[test]
fn what_is_refused_or_taken_back_counts_no_more() {
    for what in [What::Refused as fn(EvidenceId) -> What, What::Withdrawn] {
        let mut diary = Diary::default();
        diary.show(0, Kind::Baseline, |_| {});
        let consent = diary.show(0, Kind::Consent, |_| {});
        diary.add(0, MENTOR, What::Checked(level(0)));
        assert_eq!(diary.level(0), Some(0));
        diary.add(5, SECOND, what(consent));
        assert_eq!(diary.level(4), Some(0));
        assert_eq!(diary.level(5), None);
        let rules = vec!["consent".to_owned()];
        let cause = diary
            .stand(5)
            .changes
            .last()
            .map(|change| change.cause.clone());
        assert_eq!(cause, Some(Cause::Lapsed { rules }));
    }
}

#[test]
fn strange_events_change_nothing() {
    let mut diary = Diary::default();
    let ghost = EvidenceId(Uuid::from_u128(77));
    let unknown = diary.add(0, MENTOR, What::Accepted(ghost));
    let ahead = diary.add(0, OWNER, What::Sent(evidence(1, Kind::Photo, day(1))));
    let high = diary.add(0, MENTOR, What::Checked(level(5)));
    let never = diary.add(0, MENTOR, What::Revoked(level(1)));
    let void = BTreeMap::from([
        (unknown, Void::NoEvidence),
        (ahead, Void::Future),
        (high, Void::NotInTurn),
        (never, Void::Already),
    ]);
    let standing = diary.stand(3);
    assert_eq!(
        (standing.void, standing.level, standing.changes.len()),
        (void, None, 0)
    );
}

/// A history by chance: many kinds, senders, checks and decisions, by the right people and the wrong ones, soon and late.
fn chance(seed: u64, length: usize) -> Diary {
    let mut seed = Seed(seed);
    let mut diary = Diary::default();
    if seed.below(4) > 0 {
        diary.tidy(0);
    }
    if seed.below(2) > 0 {
        slowly(&mut seed, &mut diary);
    }
    let people = [OWNER, MENTOR, SECOND];
    let mut known: Vec<EvidenceId> = Vec::new();
    for number in 0..length {
        let on = seed.below(200) as i64;
        let by = people[seed.below(3)];
        let number = 5000 + number as u128;
        let what = match seed.below(8) {
            0..=3 => {
                let kind = Kind::ALL[seed.below(Kind::ALL.len())];
                let mut one = evidence(number, kind, day(on - seed.below(3) as i64));
                one.units = 45;
                one.place = ["nib", "shopee", "instagram"][seed.below(3)].to_owned();
                one.subject = format!("s{}", seed.below(6));
                one.amount = Some(Rupiah::new(1 + seed.below(3_000_000) as u64));
                one.sender = by;
                known.push(one.id);
                let id = one.id;
                diary.add(on, by, What::Sent(one));
                if seed.below(3) == 0 {
                    let by = people[seed.below(3)];
                    diary.add(on + seed.below(20) as i64, by, What::Accepted(id));
                    continue;
                }
                What::Accepted(id)
            }
            4 => What::Checked(level(seed.below(6) as u8)),
            5 => What::Confirmed(level(seed.below(6) as u8)),
            6 => What::Revoked(level(seed.below(6) as u8)),
            _ => match seed.pick(&known) {
                Some(id) if seed.below(2) == 0 => What::Refused(*id),
                Some(id) => What::Withdrawn(*id),
                None => What::Checked(level(0)),
            },
        };
        let by = people[seed.below(3)];
        diary.add(on, by, what);
    }
    diary
}

/// Sales noted week after week, which the mentor accepts days later, refuses, or never looks at.
fn slowly(seed: &mut Seed, diary: &mut Diary) {
    diary.add(21, MENTOR, What::Checked(level(1)));
    for week in 4..26 {
        if seed.below(6) == 0 {
            continue;
        }
        let on = 7 * week + seed.below(7) as i64;
        let sale = evidence(3_000 + week as u128, Kind::SalesRecord, day(on));
        let id = sale.id;
        diary.add(on, OWNER, What::Sent(sale));
        let later = on + seed.below(19) as i64;
        match seed.below(8) {
            0 => continue,
            1 => diary.add(later, MENTOR, What::Refused(id)),
            _ => diary.add(later, MENTOR, What::Accepted(id)),
        };
        if seed.below(3) == 0 {
            diary.add(later + 5, MENTOR, What::Checked(level(1)));
        }
    }
}

proptest::proptest! {
    #[test]
    fn a_level_rises_only_by_confirmed_evidence(seed in 0_u64.., length in 0_usize..60) {
        let diary = chance(seed, length);
        let standing = diary.stand(260);
        let (mut held, mut top) = (BTreeSet::new(), None);
        for change in &standing.changes {
            let before = top;
            match &change.cause {
                Cause::Reached { mentor, second, by } => {
                    held.insert(change.level);
                    let needs_second = change.level.number() >= 3;
                    proptest::prop_assert_eq!(second.is_some(), needs_second);
                    proptest::prop_assert!(*mentor != OWNER && *second != Some(OWNER) && *second != Some(*mentor));
                    proptest::prop_assert!(!by.is_empty());
                    for id in by {
                        let accepted = diary.0.iter().any(|event| {
                            event.what == What::Accepted(*id) && event.day <= change.day && event.by != OWNER
                                && diary.0.iter().any(|sent| matches!(&sent.what, What::Sent(one) if one.id == *id && one.sender != event.by && one.on <= change.day))
                        });
                        proptest::prop_assert!(accepted, "{:?} was not accepted by another", id);
                    }
                }
                Cause::Lapsed { rules } => {
                    held.remove(&change.level);
                    proptest::prop_assert!(!rules.is_empty());
                }
                Cause::Revoked { .. } => { held.remove(&change.level); }
            }
            top = Level::all().take_while(|level| held.contains(level)).last();
            if top > before {
                let is_reached = matches!(change.cause, Cause::Reached { .. });
                proptest::prop_assert!(is_reached);
            }
        }
        proptest::prop_assert_eq!(top, standing.level);
    }

    #[test]
    fn the_order_within_a_day_is_no_matter(seed in 0_u64.., length in 0_usize..60, mix in 0_u64..) {
        let diary = chance(seed, length);
        let mut mixed = Diary(diary.0.clone());
        Seed(mix).shuffle(&mut mixed.0);
        proptest::prop_assert_eq!(diary.stand(260), mixed.stand(260));
        // Told twice is told once.
        mixed.0.extend(diary.0.iter().take(5).cloned());
        proptest::prop_assert_eq!(diary.stand(260), mixed.stand(260));
    }

    #[test]
    fn later_days_change_earlier_ones_only_where_a_level_was_open(seed in 0_u64.., length in 0_usize..60, cut in 0_i64..200) {
        let diary = chance(seed, length);
        let until = Diary(diary.0.iter().filter(|event| event.day <= day(cut)).cloned().collect());
        let before = until.stand(cut);
        proptest::prop_assert_eq!(&diary.stand(cut), &before);
        let mut whole = diary.stand(260).changes;
        let late = |change: &Change| change.day <= day(cut) && !before.changes.contains(change);
        for change in whole.iter().filter(|change| late(change)) {
            let open = before.open.iter().find(|open| open.level == change.level);
            proptest::prop_assert!(open.is_some_and(|open| open.since <= change.day), "{:?}", change);
            let lapsed = matches!(change.cause, Cause::Lapsed { .. });
            proptest::prop_assert!(lapsed);
        }
        whole.retain(|change| !late(change));
        let part = before.changes;
        proptest::prop_assert_eq!(part.as_slice(), &whole[..part.len()]);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(24))]

    #[test]
    fn time_alone_only_lowers_a_level_and_until_says_when(seed in 0_u64.., length in 0_usize..60) {
        let diary = chance(seed, length);
        let mut before = diary.stand(230);
        for on in (237..650).step_by(7) {
            let now = diary.stand(on);
            proptest::prop_assert!(now.level <= before.level, "day {}", on);
            let ends = before.until.is_some_and(|until| until < day(on));
            let open = now.open.iter().any(|open| Some(open.level) <= now.level);
            let falls = ends && before.level.is_some() && !open;
            proptest::prop_assert_eq!(now.level < before.level, falls, "day {}", on);
            before = now;
        }
    }
}
