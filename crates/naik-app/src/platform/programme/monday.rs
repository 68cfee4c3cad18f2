//! Senin Pagi: what a mentor of many shops does this week, in four short lists.

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::civil::Date;
use naik_core::access::Who;
use naik_core::account::Role;
use naik_core::id::{PersonId, ShopId};
use naik_core::programme::day::{between, plus};
use naik_core::programme::evidence::Kind;
use naik_core::programme::level::Level;
use naik_core::programme::risk::{Risk, Signals};
use naik_core::programme::route::{Group, Stop, groups};
use naik_core::programme::silence::{expected_from, silent_days};
use naik_core::programme::visit::{State, missed_in_a_row};
use naik_store::repo::shop::Shop;
use naik_store::repo::{enrolment, neighbour, sale, session, shop, task, visit};

use super::glance::{Glance, Step};
use crate::platform::Platform;
use crate::platform::error::Fault;

/// The most shops in one list: what fits on a phone and in a week.
pub const LISTED: usize = 7;
/// From which chance on a shop is said to be at risk, in percent: twice that of a shop without any sign.
const AT_RISK: u8 = 24;
/// How far the shops of one way lie from the neediest, in metres.
const REACH: u32 = 3_000;
/// Who was visited so many days ago at the most is not on the way.
const VISITED: i64 = 7;
/// How far back visits are looked at, in days.
const LOOK_BACK: i64 = 400;
const DAY: i64 = 24 * 3_600_000;

/// A mentor's week.
#[derive(Clone, Debug)]
pub struct Monday {
    /// The day.
    pub today: Date,
    /// How many shops the mentor accompanies, with their owners' consent.
    pub shops: usize,
    /// Those most likely to drop out, each with why.
    pub risk: List<AtRisk>,
    /// Those whose evidence waits: first where it holds a level open, the soonest lost first, then the longest.
    pub waiting: List<Waits>,
    /// Those that are one step from the next level.
    pub near: List<Near>,
    /// One way through neighbours.
    pub way: Option<Way>,
    /// Shops that nobody has put on the map.
    pub unplaced: usize,
}

/// The head of a list, and how long the whole is.
#[derive(Clone, Debug)]
pub struct List<T> {
    /// At most [`LISTED`].
    pub head: Vec<T>,
    /// How many there are.
    pub all: usize,
}

/// A shop, by name.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its id.
    pub id: ShopId,
    /// Its name.
    pub name: String,
}

/// A shop that may drop out.
#[derive(Clone, Debug)]
pub struct AtRisk {
    /// Which.
    pub shop: Named,
    /// How likely, and why.
    pub risk: Risk,
}

/// A shop whose evidence waits.
#[derive(Clone, Debug)]
pub struct Waits {
    /// Which.
    pub shop: Named,
    /// What waits, each kind once, and how many of it.
    pub kinds: Vec<(Kind, usize)>,
    /// Since when, in days.
    pub days: i64,
    /// The level that lapses when nothing is checked, and the last day for it.
    pub holds: Option<(Level, Date)>,
}

/// A shop that is one step from the next level.
#[derive(Clone, Debug)]
pub struct Near {
    /// Which.
    pub shop: Named,
    /// The step.
    pub step: Step,
}

/// A group visit.
#[derive(Clone, Debug)]
pub struct Way {
    /// Shops in the order of the way, each with the metres from the one before.
    pub stops: Vec<(Named, Stop, u32)>,
    /// The whole way in metres, as the crow flies.
    pub metres: u32,
}

/// What is known of a shop before it is put on a list.
struct Seen {
    shop: Named,
    glance: Glance,
    risk: Risk,
    /// Days since the mentor last came, or since one is expected; none where nobody is.
    silent: Option<i64>,
}

impl Platform {
    /// The week of the mentor who asks.
    ///
    /// # Errors
    /// `Forbidden` for those who are no mentor.
    pub async fn monday(&self, who: &Who) -> Result<Monday, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        if member.role != Role::Mentor {
            return Err(Fault::Forbidden);
        }
        let db = self.store.db();
        let rows = shop::several(db, &member.mentored).await?;
        let mut seen = self.shops_seen(member.id, &rows).await?;
        let places = neighbour::of_shops(db, &member.mentored).await?;
        let places: HashMap<ShopId, _> = places
            .into_iter()
            .filter_map(|told| Some((told.profile.id, told.profile.at?)))
            .collect();
        let stops: Vec<Stop> = seen
            .iter()
            .filter_map(|one| {
                let silent = one.silent.filter(|days| *days > VISITED)?;
                Some(Stop {
                    shop: one.shop.id,
                    at: *places.get(&one.shop.id)?,
                    need: u32::from(one.risk.percent())
                        + u32::try_from(silent.clamp(0, 60)).unwrap_or(0),
                })
            })
            .collect();
        let way = best(groups(&stops, REACH, LISTED)).map(|group| way(group, &seen));
        seen.sort_by(|one, two| {
            let rank = |seen: &Seen| Reverse(seen.risk.percent());
            rank(one)
                .cmp(&rank(two))
                .then_with(|| one.shop.name.cmp(&two.shop.name))
        });
        Ok(Monday {
            today: self.today(),
            shops: rows.len(),
            risk: at_risk(&seen),
            waiting: waiting(&seen, member.id, self.today()),
            near: near(&seen),
            way,
            unplaced: rows.len() - places.len(),
        })
    }

    /// What is known of each shop, by a few questions for all of them.
    async fn shops_seen(&self, mentor: PersonId, rows: &[Shop]) -> Result<Vec<Seen>, Fault> {
        let db = self.store.db();
        let ids: Vec<ShopId> = rows.iter().map(|row| ShopId(row.id)).collect();
        let mut glances = self.glances(rows).await?;
        let sales = sale::last_days(db, &ids).await?;
        let people = shop::people(db, &ids).await?;
        let all: Vec<PersonId> = people.iter().map(|(_, person, _)| *person).collect();
        let logins = session::last_seen(db, &all).await?;
        let from = plus(self.today(), -LOOK_BACK);
        let mut visits: HashMap<ShopId, Vec<(Date, State)>> = HashMap::new();
        for (id, day, state) in visit::of_shops(db, &ids, from).await? {
            if let Some(state) = State::parse(&state) {
                visits.entry(id).or_default().push((day, state));
            }
        }
        let skipped = task::skipped(db, &ids).await?;
        let since = shop::accompanied_since(db, mentor).await?;
        let mut runs: HashMap<ShopId, Vec<_>> = HashMap::new();
        for (id, state, start) in enrolment::of_shops(db, &ids).await? {
            runs.entry(id).or_default().push((state, start));
        }
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            let (id, today) = (ShopId(row.id), self.day_of(row));
            let glance = glances.remove(&id).unwrap_or_default();
            let own = visits.remove(&id).unwrap_or_default();
            let came = own.iter().filter(|(_, state)| *state != State::Planned);
            let came = came.map(|(day, _)| *day).max();
            let given = since.get(&row.id);
            let given = given.map(|at| plus(today, -(self.now() - at) / DAY));
            let from = expected_from(given, runs.get(&id).map_or(&[], Vec::as_slice));
            let silent = silent_days(from, came, today);
            let here = people.iter().filter(|(shop, ..)| *shop == id);
            let login = here
                .filter_map(|(_, person, _)| logins.get(&person.0))
                .map(|at| (self.now() - at) / DAY)
                .min();
            let sold = sales.get(&id).map(|day| between(*day, today));
            let signals = Signals {
                no_login: days(login),
                no_sale: days(sold),
                missed_visits: missed_in_a_row(&own),
                evidence_aging: glance.aging,
                mentor_silent: days(silent),
                skipped_tasks: skipped.get(&id).copied().unwrap_or(0),
                // Messages go by WhatsApp: whether one was answered is not known here.
                unanswered: 0,
            };
            found.push(Seen {
                shop: Named {
                    id,
                    name: row.name.clone(),
                },
                risk: Risk::of(&signals),
                glance,
                silent,
            });
        }
        Ok(found)
    }
}

fn days(count: Option<i64>) -> Option<u32> {
    count.map(|count| u32::try_from(count.max(0)).unwrap_or(u32::MAX))
}

impl<T> List<T> {
    fn of(all: Vec<T>) -> Self {
        let count = all.len();
        let mut head = all;
        head.truncate(LISTED);
        Self { head, all: count }
    }
}

/// The likeliest first, as `seen` is sorted.
fn at_risk(seen: &[Seen]) -> List<AtRisk> {
    let risky = seen.iter().filter(|one| one.risk.percent() >= AT_RISK);
    let rows = risky.map(|one| AtRisk {
        shop: one.shop.clone(),
        risk: one.risk.clone(),
    });
    List::of(rows.collect())
}

/// Checks that hold a level first, then those that wait longest. What the mentor sent is for someone else to check.
fn waiting(seen: &[Seen], mentor: PersonId, today: Date) -> List<Waits> {
    let mut rows: Vec<Waits> = Vec::new();
    for one in seen {
        let own = one.glance.waiting.iter();
        let open: Vec<_> = own.filter(|waits| waits.sender != mentor).collect();
        let Some(first) = open.first() else {
            continue;
        };
        let mut kinds: Vec<(Kind, usize)> = Vec::new();
        for waits in &open {
            match kinds.iter_mut().find(|(kind, _)| *kind == waits.kind) {
                Some((_, count)) => *count += 1,
                None => kinds.push((waits.kind, 1)),
            }
        }
        rows.push(Waits {
            shop: one.shop.clone(),
            kinds,
            days: between(first.since, today).max(0),
            holds: open
                .iter()
                .filter_map(|waits| waits.holds)
                .min_by_key(|(level, until)| (*until, *level)),
        });
    }
    let last = |row: &Waits| row.holds.map_or(Date::MAX, |(_, until)| until);
    rows.sort_by_key(|row| (last(row), Reverse(row.days)));
    List::of(rows)
}

/// Those that need only the mentor's check first, then the highest levels.
fn near(seen: &[Seen]) -> List<Near> {
    let mut rows: Vec<Near> = seen
        .iter()
        .filter_map(|one| {
            Some(Near {
                shop: one.shop.clone(),
                step: one.glance.step.clone()?,
            })
        })
        .collect();
    rows.sort_by_key(|row| match &row.step {
        Step::Check(level) => (0, Reverse(*level)),
        Step::Rule { level, .. } => (1, Reverse(*level)),
    });
    List::of(rows)
}

/// The neediest group of neighbours; where all live alone, the neediest shop.
fn best(groups: Vec<Group>) -> Option<Group> {
    let several = groups.iter().position(|group| group.stops.len() > 1);
    groups.into_iter().nth(several.unwrap_or(0))
}

fn way(group: Group, seen: &[Seen]) -> Way {
    let mut before = None;
    let mut stops = Vec::with_capacity(group.stops.len());
    for stop in group.stops {
        let metres = before.map_or(0, |from: naik_core::programme::place::Point| {
            from.metres(stop.at)
        });
        before = Some(stop.at);
        if let Some(one) = seen.iter().find(|one| one.shop.id == stop.shop) {
            stops.push((one.shop.clone(), stop, metres));
        }
    }
    Way {
        stops,
        metres: group.metres,
    }
}
