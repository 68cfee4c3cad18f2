//! The cohort that is made is one that could be, and the same one each time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};

use super::*;
use crate::programme::evidence::admit;
use crate::programme::history::{What, stand};
use crate::programme::level::Ladder;

const SECOND: PersonId = PersonId(Uuid::from_u128(7));
/// A Monday; Ramadan and Lebaran of 2026 lie in the cohort.
const START: Date = date(2026, 1, 5);

fn wish(places: u32, weeks: i64) -> Wish {
    Wish {
        seed: Seed(20_260_105),
        places,
        start: START,
        today: plus(START, weeks * 7 - 1),
        second: SECOND,
    }
}

fn city(places: u32) -> City {
    simulate(&wish(places, 26)).unwrap()
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let bytes = |wish: &Wish| serde_json::to_vec(&simulate(wish).unwrap()).unwrap();
    let one = wish(20, 26);
    let other = Wish {
        seed: Seed(1),
        ..one
    };
    assert_eq!(bytes(&one), bytes(&one));
    assert_ne!(bytes(&one), bytes(&other));
}

#[test]
fn more_apply_than_there_are_places_and_the_draw_can_be_done_again() {
    let city = city(40);
    assert_eq!(city.shops.len(), 52);
    assert!(city.notice.proves(&city.draw));
    assert_eq!(city.draw.places.len(), 40);
    let waiting = city
        .shops
        .iter()
        .filter(|shop| shop.enrolment.state == State::Waiting);
    assert_eq!(waiting.count(), 12);
    assert_eq!(city.cohort.check(), Ok(()));
    let mut loads: BTreeMap<PersonId, u32> = BTreeMap::new();
    for shop in &city.shops {
        let has_place = shop.enrolment.state != State::Waiting;
        assert_eq!(shop.enrolment.mentor.is_some(), has_place, "{}", shop.name);
        if let Some(mentor) = shop.enrolment.mentor {
            *loads.entry(mentor).or_default() += 1;
        }
    }
    assert_eq!(loads.len(), city.mentors.len());
}

#[test]
fn shops_are_told_apart_and_lie_in_the_city() {
    let city = city(200);
    let distinct = |of: fn(&Shop) -> String| {
        let all: BTreeSet<String> = city.shops.iter().map(of).collect();
        all.len()
    };
    assert_eq!(distinct(|shop| shop.name.clone()), 260);
    assert_eq!(distinct(|shop| shop.contact.clone()), 260);
    assert_eq!(distinct(|shop| shop.id.to_string()), 260);
    assert_eq!(distinct(|shop| shop.district.clone()), 5);
    assert!(distinct(|shop| format!("{:?}", shop.category)) >= 8);
    let middle = Point::new(-7.98, 112.63).unwrap();
    for shop in &city.shops {
        assert!(
            shop.at.metres(middle) < 12_000,
            "{} {:?}",
            shop.name,
            shop.at
        );
        assert!(shop.month.amount() >= 500_000, "{}", shop.name);
        assert!(crate::phone::WhatsApp::parse(&shop.contact).is_ok());
        assert!(shop.class.is_some());
    }
    let silent = city.shops.iter().filter(|shop| !shop.statistics).count();
    assert!((15..=50).contains(&silent), "{silent}");
}

/// What is told of each shop follows from its history by the rules, and nothing in it is void.
#[test]
fn levels_are_those_of_the_rules() {
    let wish = wish(60, 26);
    let city = simulate(&wish).unwrap();
    let mut levels: BTreeMap<Option<u8>, u32> = BTreeMap::new();
    let mut lapses = 0;
    for shop in &city.shops {
        let found = stand(Ladder::get(), &[shop.owner], &shop.events, wish.today);
        assert_eq!(found.void, BTreeMap::new(), "{}", shop.name);
        assert_eq!(found.level, shop.level, "{} {:?}", shop.name, shop.habit);
        lapses += found
            .changes
            .iter()
            .filter(|change| {
                matches!(
                    change.cause,
                    crate::programme::history::Cause::Lapsed { .. }
                )
            })
            .count();
        if shop.left.is_none() && shop.enrolment.mentor.is_some() {
            *levels.entry(shop.level.map(Level::number)).or_default() += 1;
        }
    }
    assert!(lapses > 10, "{lapses}");
    assert!(levels.len() >= 4, "{levels:?}");
    assert!(levels.keys().any(|level| *level >= Some(3)), "{levels:?}");
}

#[test]
fn evidence_is_such_as_would_be_taken() {
    let city = city(40);
    for shop in &city.shops {
        for event in &shop.events {
            if let What::Sent(one) = &event.what {
                assert_eq!(admit(one, &[], event.day), Ok(()), "{} {one:?}", shop.name);
                assert_eq!(one.shop, shop.id);
            }
        }
        for visit in &shop.visits {
            assert!(city.mentors.iter().any(|one| one.id == visit.mentor));
        }
    }
}

#[test]
fn every_habit_occurs_and_does_as_it_is_called() {
    let city = city(100);
    let of = |habit: Habit| {
        let all = city.shops.iter().filter(move |shop| shop.habit == habit);
        all.filter(|shop| shop.enrolment.mentor.is_some())
            .collect::<Vec<_>>()
    };
    for habit in Habit::all() {
        assert!(of(habit).len() >= 4, "{habit:?}");
    }
    assert!(of(Habit::Leaver).iter().all(|shop| shop.left.is_some()));
    assert!(of(Habit::Quiet).iter().all(|shop| shop.sold.is_empty()));
    let late = |shop: &&Shop| {
        let gap = |sold: &Sold| crate::programme::day::between(sold.day, sold.noted) > 14;
        shop.sold.iter().any(gap)
    };
    assert!(of(Habit::Backdater).iter().all(late));
    assert!(
        of(Habit::Star)
            .iter()
            .filter(|shop| shop.level >= Level::new(3))
            .count()
            >= 4
    );
}

/// Around Lebaran hardly anything is noted, and whoever sells for the feast sells most before it.
#[test]
fn holidays_slow_everyone_down() {
    let city = city(100);
    let noted = |from: Date| {
        let days = from..plus(from, 7);
        let sold = city.shops.iter().flat_map(|shop| &shop.sold);
        sold.filter(|sold| sold.file.is_none() && days.contains(&sold.day))
            .count()
    };
    assert!(noted(date(2026, 3, 23)) * 3 < noted(date(2026, 2, 2)));
    let visits = city.shops.iter().flat_map(|shop| &shop.visits);
    let feast = date(2026, 3, 16)..date(2026, 3, 30);
    assert_eq!(visits.filter(|visit| feast.contains(&visit.day)).count(), 0);
    let sums = |shop: &Shop, days: std::ops::Range<Date>| {
        let sold = shop.sold.iter().filter(|sold| days.contains(&sold.day));
        sold.map(|sold| sold.amount.amount()).sum::<u64>()
    };
    let feast = date(2026, 3, 2)..date(2026, 3, 16);
    let plain = date(2026, 2, 2)..date(2026, 2, 16);
    let seasonal = city
        .shops
        .iter()
        .filter(|shop| shop.habit == Habit::Seasonal);
    let (mut more, mut all) = (0, 0);
    for shop in seasonal.filter(|shop| shop.enrolment.mentor.is_some()) {
        all += 1;
        more += u32::from(sums(shop, feast.clone()) > sums(shop, plain.clone()));
    }
    // Some note nothing in those weeks, or have left by then.
    assert!(more * 10 > all * 6, "{more} of {all}");
}

#[test]
fn nothing_happens_after_today() {
    let wish = wish(20, 9);
    let city = simulate(&wish).unwrap();
    for shop in &city.shops {
        assert!(shop.sold.iter().all(|sold| sold.noted <= wish.today));
        assert!(shop.events.iter().all(|event| event.day <= wish.today));
        assert!(shop.visits.iter().all(|visit| visit.day <= wish.today));
        assert!(shop.seen.is_none_or(|day| day <= wish.today));
        assert!(shop.left.is_none_or(|day| day <= wish.today));
    }
    assert!(simulate(&Wish { places: 0, ..wish }).is_err());
}
