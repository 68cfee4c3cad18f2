//! Which mentor accompanies which shop: distance, language, category, load and wishes as costs in metres.
//!
//! A proposal for a manager, who may change it; [`super::assign`] finds the best one.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::assign::{Answer, NEVER, Problem, Room};
use super::embedded;
use super::place::Point;
use crate::category::Category;
use crate::id::{PersonId, ShopId};
use crate::message::Message;

/// A language that people speak with each other, by its code: `id`, `jv`, `su`, `mad`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tongue(String);

impl Tongue {
    /// Reads a code of two or three letters (ISO 639); none when it is no such code.
    pub fn parse(text: &str) -> Option<Self> {
        let code = text.trim().to_ascii_lowercase();
        let good =
            (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
        good.then_some(Self(code))
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.0
    }
}

/// What matters of a shop.
#[derive(Clone, Debug, PartialEq)]
pub struct Shop {
    /// The shop.
    pub id: ShopId,
    /// Where it is.
    pub at: Option<Point>,
    /// What its people speak.
    pub tongues: Vec<Tongue>,
    /// What it makes.
    pub category: Category,
    /// Mentors that it asked for.
    pub wishes: Vec<PersonId>,
    /// Mentors that it does not want, and those who belong to it.
    pub never: Vec<PersonId>,
    /// Who accompanies it now.
    pub now: Option<PersonId>,
}

/// What matters of a mentor.
#[derive(Clone, Debug, PartialEq)]
pub struct Mentor {
    /// The mentor.
    pub id: PersonId,
    /// Where they start from.
    pub at: Option<Point>,
    /// What they speak.
    pub tongues: Vec<Tongue>,
    /// What they know; nothing means anything.
    pub categories: Vec<Category>,
    /// Shops that they can take at the most.
    pub most: u32,
    /// Shops that they can take well: 20 to 30 (specs/umkm_rules.md, section 5).
    pub fair: u32,
    /// Shops that they can't accompany: their own, their family's.
    pub never: Vec<ShopId>,
}

/// What a match costs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// The day on which they were set.
    pub checked: Date,
    /// Farther than this costs no more, in metres.
    pub far: u32,
    /// Where one of both is not on the map.
    pub unknown: u32,
    /// No language in common.
    pub no_common_tongue: u32,
    /// The mentor knows other things.
    pub other_category: u32,
    /// The shop named mentors, and this is none of them.
    pub not_wished: u32,
    /// The shop has another mentor now.
    pub new_mentor: u32,
    /// What each shop beyond the fair share costs more than the one before.
    pub crowding: u32,
}

static WEIGHTS: LazyLock<Weights> =
    LazyLock::new(|| embedded(include_str!("../../data/programme/matching.toml")));

impl Weights {
    /// The weights that this version carries.
    pub fn get() -> &'static Self {
        &WEIGHTS
    }

    /// What a pair costs, in metres; [`NEVER`] where it must not be.
    pub fn cost(&self, shop: &Shop, mentor: &Mentor) -> u32 {
        if shop.never.contains(&mentor.id) || mentor.never.contains(&shop.id) {
            return NEVER;
        }
        let way = match (shop.at, mentor.at) {
            (Some(one), Some(two)) => one.metres(two).min(self.far),
            _ => self.unknown,
        };
        let when = |holds: bool, weight: u32| if holds { weight } else { 0 };
        [
            when(!speak(shop, mentor), self.no_common_tongue),
            when(!knows(shop, mentor), self.other_category),
            when(
                !shop.wishes.is_empty() && !shop.wishes.contains(&mentor.id),
                self.not_wished,
            ),
            when(
                shop.now.is_some_and(|now| now != mentor.id),
                self.new_mentor,
            ),
        ]
        .into_iter()
        .fold(way, u32::saturating_add)
    }

    /// The problem of giving all shops to mentors.
    pub fn problem(&self, shops: &[Shop], mentors: &[Mentor]) -> Problem {
        let rooms = mentors.iter().map(|mentor| Room {
            most: mentor.most,
            fair: mentor.fair.min(mentor.most),
            crowding: self.crowding,
        });
        let mut problem = Problem::new(rooms.collect());
        for shop in shops {
            problem.add(mentors.iter().map(|mentor| self.cost(shop, mentor)));
        }
        problem
    }
}

fn speak(shop: &Shop, mentor: &Mentor) -> bool {
    shop.tongues
        .iter()
        .any(|tongue| mentor.tongues.contains(tongue))
}

fn knows(shop: &Shop, mentor: &Mentor) -> bool {
    mentor.categories.is_empty() || mentor.categories.contains(&shop.category)
}

/// Who is to accompany a shop.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The shop.
    pub shop: ShopId,
    /// The mentor; none where nobody has room or may.
    pub mentor: Option<PersonId>,
    /// Why this one, and what speaks against it.
    pub reasons: Vec<Message>,
}

/// The best matches, with the answer that proves them best.
pub fn propose(weights: &Weights, shops: &[Shop], mentors: &[Mentor]) -> (Vec<Match>, Answer) {
    let answer = weights.problem(shops, mentors).solve();
    let found = shops.iter().zip(&answer.agents).map(|(shop, agent)| {
        let mentor = agent.and_then(|agent| mentors.get(agent));
        Match {
            shop: shop.id,
            mentor: mentor.map(|mentor| mentor.id),
            reasons: mentor.map_or_else(
                || vec![Message::new("match-nobody")],
                |mentor| reasons(shop, mentor),
            ),
        }
    });
    (found.collect(), answer)
}

fn reasons(shop: &Shop, mentor: &Mentor) -> Vec<Message> {
    let mut all = Vec::new();
    if let (Some(one), Some(two)) = (shop.at, mentor.at) {
        all.push(Message::new("match-distance").with("km", one.metres(two).div_ceil(1000)));
    } else {
        all.push(Message::new("match-place-unknown"));
    }
    let spoken = if speak(shop, mentor) {
        "match-tongue"
    } else {
        "match-no-tongue"
    };
    all.push(Message::new(spoken));
    if !mentor.categories.is_empty() {
        let known = if knows(shop, mentor) {
            "match-category"
        } else {
            "match-no-category"
        };
        all.push(Message::new(known));
    }
    if !shop.wishes.is_empty() {
        let wished = shop.wishes.contains(&mentor.id);
        all.push(Message::new(if wished {
            "match-wished"
        } else {
            "match-not-wished"
        }));
    }
    if let Some(now) = shop.now {
        all.push(Message::new(if now == mentor.id {
            "match-stays"
        } else {
            "match-changes"
        }));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Uuid;
    use crate::seed::Seed;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn shop(number: u128) -> Shop {
        Shop {
            id: ShopId(Uuid::from_u128(number)),
            at: Point::new(-7.98, 112.63),
            tongues: vec![Tongue::parse("jv").unwrap()],
            category: Category::Snack,
            wishes: Vec::new(),
            never: Vec::new(),
            now: None,
        }
    }

    fn mentor(number: u128) -> Mentor {
        Mentor {
            id: person(number),
            at: Point::new(-7.98, 112.63),
            tongues: vec![Tongue::parse("JV ").unwrap()],
            categories: vec![Category::Snack],
            most: 30,
            fair: 20,
            never: Vec::new(),
        }
    }

    #[test]
    fn a_pair_costs_what_speaks_against_it() {
        let weights = Weights::get();
        let (mut a, mut b) = (shop(1), mentor(10));
        let mut costs = vec![weights.cost(&a, &b)];
        b.categories = vec![Category::Batik];
        costs.push(weights.cost(&a, &b));
        b.tongues = vec![Tongue::parse("su").unwrap()];
        costs.push(weights.cost(&a, &b));
        a.wishes = vec![person(11)];
        costs.push(weights.cost(&a, &b));
        a.now = Some(person(12));
        costs.push(weights.cost(&a, &b));
        a.at = None;
        costs.push(weights.cost(&a, &b));
        assert_eq!(costs, [0, 5_000, 20_000, 28_000, 38_000, 58_000]);
        a.at = Point::new(5.5, 95.3);
        assert_eq!(weights.cost(&a, &b), 138_000, "far is far");
        b.never = vec![a.id];
        assert_eq!(weights.cost(&a, &b), NEVER);
        let refused = Shop {
            never: vec![person(10)],
            ..shop(1)
        };
        assert_eq!(weights.cost(&refused, &mentor(10)), NEVER);
        assert_eq!(Tongue::parse("x"), None);
        assert_eq!(Tongue::parse("jawa"), None);
    }

    #[test]
    fn a_proposal_says_why() {
        let mut wishing = shop(1);
        wishing.wishes = vec![person(11)];
        wishing.now = Some(person(11));
        let refusing = Shop {
            never: vec![person(10), person(11)],
            ..shop(2)
        };
        let mentors = [mentor(10), mentor(11)];
        let (found, _) = propose(Weights::get(), &[wishing, refusing], &mentors);
        let keys = |at: usize| {
            let reasons = found[at].reasons.iter();
            reasons
                .map(|reason| reason.key.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(found[0].mentor, Some(person(11)));
        let wanted = [
            "match-distance",
            "match-tongue",
            "match-category",
            "match-wished",
            "match-stays",
        ];
        assert_eq!(keys(0), wanted);
        assert_eq!((found[1].mentor, keys(1)), (None, vec!["match-nobody"]));
    }

    #[test]
    fn load_is_shared_before_it_is_full() {
        let shops: Vec<Shop> = (0..50).map(shop).collect();
        let far = Mentor {
            at: Point::new(-8.02, 112.63),
            ..mentor(101)
        };
        let mentors = [
            Mentor {
                most: 50,
                ..mentor(100)
            },
            Mentor { most: 50, ..far },
        ];
        let problem = Weights::get().problem(&shops, &mentors);
        let answer = problem.solve();
        assert!(answer.is_proved(&problem));
        // 4.4 km farther: worth nine shops beyond the fair share at 500 m each.
        assert_eq!(answer.loads, [29, 21]);
    }

    /// A country of 13 districts as in Komdigi's programme of 2022 (specs/umkm_rules.md, section 4).
    fn country(shops: usize, mentors: usize) -> (Vec<Shop>, Vec<Mentor>) {
        let mut seed = Seed(7);
        let centres: Vec<(f64, f64)> = (0..13)
            .map(|_| (seed.unit() * 6.0 - 9.0, 106.0 + seed.unit() * 14.0))
            .collect();
        let tongues = ["jv", "su", "mad", "ban", "id"];
        let categories: Vec<Category> = Category::all().collect();
        let mut somewhere = |spread: f64| {
            let at = seed.below(13);
            let (north, east) = centres[at];
            let by = |unit: f64| (unit - 0.5) * spread;
            let place = Point::new(north + by(seed.unit()), east + by(seed.unit()));
            let tongue = Tongue::parse(tongues[(at + seed.below(2)) % 5]).unwrap();
            let category = categories[seed.below(categories.len())];
            (place, tongue, category, seed.below(10))
        };
        let shops = (0..shops).map(|number| {
            let (at, tongue, category, chance) = somewhere(0.6);
            Shop {
                at,
                tongues: vec![tongue],
                category,
                wishes: (chance == 0)
                    .then(|| person((number % mentors) as u128))
                    .into_iter()
                    .collect(),
                ..shop(number as u128)
            }
        });
        let shops = shops.collect();
        let mentors = (0..mentors).map(|number| {
            let (at, tongue, category, _) = somewhere(0.3);
            Mentor {
                at,
                tongues: vec![tongue],
                categories: vec![category, Category::Snack, Category::Bakery],
                most: 200,
                fair: 170,
                ..mentor(number as u128)
            }
        });
        (shops, mentors.collect())
    }

    #[test]
    fn a_small_country_is_matched_and_proved() {
        let (shops, mut mentors) = country(300, 10);
        for mentor in &mut mentors {
            (mentor.most, mentor.fair) = (29, 20);
        }
        let problem = Weights::get().problem(&shops, &mentors);
        let answer = problem.solve();
        assert!(answer.is_proved(&problem));
        assert_eq!(answer.agents.iter().flatten().count(), 290);
        assert!(answer.loads.iter().all(|load| *load == 29));
    }

    #[test]
    #[ignore = "a measurement: CARGO_PROFILE_DEV_OPT_LEVEL=3 cargo test -p naik-core --lib country_of -- --ignored --nocapture"]
    fn a_country_of_thirty_thousand() {
        let (shops, mentors) = country(30_000, 165);
        let start = std::time::Instant::now();
        let problem = Weights::get().problem(&shops, &mentors);
        let built = start.elapsed();
        let answer = problem.solve();
        let solved = start.elapsed();
        assert!(answer.is_proved(&problem));
        let proved = start.elapsed();
        println!(
            "costs {built:?}, solved {:?}, proved {:?}: {:?}, loads {:?} to {:?}",
            solved - built,
            proved - solved,
            problem.price(&answer),
            answer.loads.iter().min(),
            answer.loads.iter().max()
        );
        // Without the price of a crowd, for solvers that know none.
        let plain = Weights {
            crowding: 0,
            ..Weights::get().clone()
        };
        let problem = plain.problem(&shops, &mentors);
        println!("without crowding {:?}", problem.price(&problem.solve()));
        assert!(solved < std::time::Duration::from_secs(10));
        if let Some(file) = option_env!("NAIKKELAS_MATCH_FILE") {
            // For solvers of others: little-endian u32, row by row.
            let mut bytes = Vec::new();
            for shop in &shops {
                for mentor in &mentors {
                    bytes.extend(Weights::get().cost(shop, mentor).to_le_bytes());
                }
            }
            std::fs::write(file, bytes).unwrap();
        }
    }
}
