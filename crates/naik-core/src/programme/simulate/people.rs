//! Who takes part: names, places and sizes of shops, and the mentors.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Companion, Habit, Shop, happens, id, permille, within};
use crate::category::Category;
use crate::id::{EnrolmentId, PersonId, ShopId};
use crate::money::Rupiah;
use crate::programme::cohort::Cohort;
use crate::programme::day::{between, plus};
use crate::programme::embedded;
use crate::programme::enrolment::{Enrolment, State};
use crate::programme::legal::{Size, Use, class};
use crate::programme::lottery::{LotteryError, Ticket};
use crate::programme::place::Point;
use crate::seed::Seed;

/// How far a shop lies from the middle of its village, in millionths of a degree: 450 m.
const SPREAD: i64 = 4_000;
/// Shops that a mentor accompanies, about.
const FOR_ONE: u32 = 50;
/// Of a thousand owners, how many let their shop count in numbers.
const COUNTED: u32 = 880;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Map {
    #[expect(dead_code, reason = "for those who read the file")]
    checked: Date,
    district: Vec<District>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct District {
    name: String,
    villages: Vec<(String, f64, f64)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    #[expect(dead_code, reason = "for those who read the file")]
    checked: Date,
    people: Vec<(String, String)>,
    good: Vec<Good>,
    mentor: Vec<Named>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Good {
    name: String,
    category: Category,
    price: u64,
    month: u64,
    weight: usize,
    called: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    name: String,
    contact: String,
    at: (f64, f64),
    knows: Vec<Category>,
}

static MAP: LazyLock<Map> =
    LazyLock::new(|| embedded(include_str!("../../../data/simulate/malang.toml")));
static WORDS: LazyLock<Words> =
    LazyLock::new(|| embedded(include_str!("../../../data/simulate/shops.toml")));

/// Everyone who applies.
///
/// # Errors
/// When there are more than tickets can count.
pub(super) fn shops(seed: Seed, all: usize, cohort: &Cohort) -> Result<Vec<Shop>, LotteryError> {
    let mut taken = BTreeSet::new();
    (0..all)
        .map(|number| {
            let mut seed = seed.of(&format!("shop {number}"));
            shop(&mut seed, number, cohort, &mut taken)
        })
        .collect()
}

/// The mentors of a cohort of so many places: two at least, as many as are named at most.
pub(super) fn mentors(seed: Seed, places: u32) -> Vec<Companion> {
    let wanted = places.div_ceil(FOR_ONE).max(2);
    let mut seed = seed.of("mentors");
    let named = WORDS.mentor.iter();
    named
        .take(usize::try_from(wanted).unwrap_or(usize::MAX))
        .filter_map(|one| {
            Some(Companion {
                id: PersonId(id(&mut seed)),
                name: one.name.clone(),
                contact: one.contact.clone(),
                at: Point::new(one.at.0, one.at.1)?,
                knows: one.knows.clone(),
            })
        })
        .collect()
}

fn shop(
    seed: &mut Seed,
    number: usize,
    cohort: &Cohort,
    taken: &mut BTreeSet<String>,
) -> Result<Shop, LotteryError> {
    let (district, village, at) = place(seed);
    let good = good(seed);
    let (title, person) = seed
        .pick(&WORDS.people)
        .map_or(("Bu", "Sri"), |(title, name)| (title, name));
    let owner_name = format!("{title} {person}");
    let name = name(seed, good, &owner_name, &village, taken);
    // Few shops sell much and most sell little: the product of two rolls.
    let roll = |seed: &mut Seed| u64::try_from(within(seed, 620, 1_400)).unwrap_or(1_000);
    let usual = good.map_or(3_000_000, |good| good.month);
    let month = permille(permille(usual, roll(seed)), roll(seed)) / 10_000 * 10_000;
    let months = u64::try_from(within(seed, 2, 9)).unwrap_or(4);
    let size = Size {
        sales: Some(Rupiah::new(month * 12)),
        ..Size::default()
    };
    let days = between(cohort.window.opens, cohort.window.closes);
    let own = ShopId(id(seed));
    Ok(Shop {
        id: own,
        name,
        owner: PersonId(id(seed)),
        owner_name,
        contact: format!("08120001{:04}", number + 1),
        district,
        village,
        at,
        category: good.map_or(Category::Other, |good| good.category),
        product: good.map_or_else(String::new, |good| good.name.clone()),
        price: Rupiah::new(good.map_or(20_000, |good| good.price)),
        capital: Rupiah::new(month * months / 100_000 * 100_000),
        month: Rupiah::new(month),
        class: class(size, Use::Facility, cohort.start).map(|found| found.class),
        habit: Habit::default(),
        statistics: happens(seed, COUNTED),
        enrolment: Enrolment {
            id: EnrolmentId(id(seed)),
            cohort: cohort.id,
            shop: own,
            ticket: Ticket::parse(&format!("MLG{:05}", number + 1))?,
            applied: plus(cohort.window.opens, within(seed, 0, days)),
            state: State::Applied,
            rank: None,
            mentor: None,
        },
        left: None,
        handed: None,
        sold: Vec::new(),
        events: Vec::new(),
        visits: Vec::new(),
        tasks: Vec::new(),
        level: None,
        seen: None,
    })
}

fn place(seed: &mut Seed) -> (String, String, Point) {
    let middle = Point {
        latitude: -7.98,
        longitude: 112.63,
    };
    let Some(district) = seed.pick(&MAP.district) else {
        return (String::new(), String::new(), middle);
    };
    let Some((village, north, east)) = seed.pick(&district.villages) else {
        return (district.name.clone(), String::new(), middle);
    };
    let mut off = || within(seed, -SPREAD, SPREAD) as f64 / 1_000_000.0;
    let at = Point::new(north + off(), east + off()).unwrap_or(middle);
    (district.name.clone(), village.clone(), at)
}

/// One of the goods, by weight.
fn good(seed: &mut Seed) -> Option<&'static Good> {
    let all: usize = WORDS.good.iter().map(|good| good.weight).sum();
    let mut place = seed.below(all);
    WORDS.good.iter().find(|good| {
        let here = place < good.weight;
        place = place.saturating_sub(good.weight);
        here
    })
}

/// A name that no other shop has.
fn name(
    seed: &mut Seed,
    good: Option<&Good>,
    person: &str,
    village: &str,
    taken: &mut BTreeSet<String>,
) -> String {
    let pattern = good.and_then(|good| seed.pick(&good.called));
    let pattern = pattern.map_or("Toko {orang}", String::as_str);
    let thing = good.map_or("Toko", |good| &good.name);
    let filled = pattern
        .replace("{orang}", person)
        .replace("{barang}", thing)
        .replace("{desa}", village);
    let mut name = filled.clone();
    if taken.contains(&name) && !filled.ends_with(village) {
        name = format!("{filled} {village}");
    }
    let mut turn = 2;
    while !taken.insert(name.clone()) {
        name = format!("{filled} {turn}");
        turn += 1;
    }
    name
}
