//! A cohort that never was: shops of Malang with their owners, and what happens to them week by week, from a seed.
//!
//! For the demonstration, for tests and for whoever wants to see what the rules do. The same seed gives the same cohort. What
//! happens obeys the rules of this crate: levels are checked where their evidence is there, lapse where it ends, and holidays
//! slow everyone down. How often shops note, skip, fade and leave is invented ([`Habit`]): no figure of a real cohort is in it.

mod climb;
mod course;
mod habit;
mod people;
#[cfg(test)]
mod tests;
mod trade;

use jiff::civil::Date;
use serde::Serialize;

pub use habit::Habit;

use super::cohort::{Cohort, WEEKS, Window};
use super::day::{monday, plus};
use super::enrolment::{Enrolment, State};
use super::history::Event;
use super::legal::Class;
use super::level::Level;
use super::lottery::{Draw, LotteryError, Notice};
use super::matching::{Mentor, Shop as Asking, Tongue, Weights, propose};
use super::place::Point;
use super::task::Past;
use super::visit::State as Went;
use crate::category::Category;
use crate::id::{CohortId, PersonId, ProgrammeId, SaleId, ShopId, Uuid, VisitId};
use crate::money::Rupiah;
use crate::sale::SaleChannel;
use crate::seed::Seed;

/// Days before the beginning on which applications open and close.
const WINDOW: (i64, i64) = (-42, -14);
/// Applicants for each ten places.
const FOR_TEN: usize = 13;

/// What is wished for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// From what everything follows.
    pub seed: Seed,
    /// Shops that get a place; about three in ten more apply.
    pub places: u32,
    /// The first day of the cohort; the Monday of its week is taken.
    pub start: Date,
    /// Nothing happens after this day.
    pub today: Date,
    /// Who confirms levels.
    pub second: PersonId,
}

/// A cohort with everyone in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct City {
    /// The cohort; its programme is [`Uuid::nil`] until someone says which it is.
    pub cohort: Cohort,
    /// Where the figure of the lottery came from, as it was said before.
    pub source: String,
    /// What was published of the lottery.
    pub notice: Notice,
    /// What came of it.
    pub draw: Draw,
    /// Who accompanies.
    pub mentors: Vec<Companion>,
    /// Everyone who applied: first those with a place, then those who wait, in the order of the draw.
    pub shops: Vec<Shop>,
}

/// A mentor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Companion {
    /// The mentor.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// An e-mail address that leads nowhere.
    pub contact: String,
    /// Where they start from.
    pub at: Point,
    /// What they know; nothing means anything.
    pub knows: Vec<Category>,
}

/// A shop, and what happened to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shop {
    /// The shop.
    pub id: ShopId,
    /// Its name; no other shop of the cohort has it.
    pub name: String,
    /// Who owns it.
    pub owner: PersonId,
    /// The owner's name.
    pub owner_name: String,
    /// A telephone number that nobody has.
    pub contact: String,
    /// The district.
    pub district: String,
    /// The urban village.
    pub village: String,
    /// Where in it.
    pub at: Point,
    /// What it makes.
    pub category: Category,
    /// What it sells.
    pub product: String,
    /// What a piece of it costs.
    pub price: Rupiah,
    /// Capital without land and building.
    pub capital: Rupiah,
    /// Sales of a usual month before the programme.
    pub month: Rupiah,
    /// The legal class by its sales.
    pub class: Option<Class>,
    /// How it goes about things.
    pub habit: Habit,
    /// Whether its owner lets it count in numbers.
    pub statistics: bool,
    /// Its way through the cohort.
    pub enrolment: Enrolment,
    /// The day on which it left.
    pub left: Option<Date>,
    /// When another mentor took it, and from whom.
    pub handed: Option<(Date, PersonId)>,
    /// What it noted as sold, by day.
    pub sold: Vec<Sold>,
    /// Its history, by day.
    pub events: Vec<Event>,
    /// Its mentor's visits, by day.
    pub visits: Vec<Visit>,
    /// What it said of its weeks' tasks, by week.
    pub tasks: Vec<Past>,
    /// The level on which it stands.
    pub level: Option<Level>,
    /// The day on which its owner was last here.
    pub seen: Option<Date>,
}

/// A sale that was noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sold {
    /// The sale.
    pub id: SaleId,
    /// The day of it.
    pub day: Date,
    /// The day on which it was noted, or on which its order file was read.
    pub noted: Date,
    /// What was paid.
    pub amount: Rupiah,
    /// Pieces.
    pub quantity: u32,
    /// Where it was sold.
    pub channel: SaleChannel,
    /// The order file that it came with.
    pub file: Option<Uuid>,
}

/// A visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Visit {
    /// The visit.
    pub id: VisitId,
    /// The mentor.
    pub mentor: PersonId,
    /// The day.
    pub day: Date,
    /// Whether they met.
    pub met: bool,
    /// Key of a theme.
    pub topic: &'static str,
}

impl Visit {
    /// How it went, in the words of visits.
    pub fn state(&self) -> Went {
        if self.met { Went::Done } else { Went::Missed }
    }
}

/// Makes a cohort up to a day. Costs a few milliseconds for each shop with the optimiser on.
///
/// # Errors
/// When there are no places.
pub fn simulate(wish: &Wish) -> Result<City, LotteryError> {
    let seed = wish.seed.of("cohort");
    let places = usize::try_from(wish.places).unwrap_or(usize::MAX);
    let cohort = cohort(wish);
    let all = places.saturating_mul(FOR_TEN).div_ceil(10);
    let applied = people::shops(seed, all, &cohort)?;
    let notice = Notice {
        words: words(seed),
        tickets: applied
            .iter()
            .map(|one| one.enrolment.ticket.clone())
            .collect(),
        places: wish.places,
    };
    let draw = notice.draw()?;
    let mut shops = Vec::with_capacity(applied.len());
    for (rank, ticket) in (1..).zip(draw.places.iter().chain(&draw.waiting)) {
        let whose = applied.iter().find(|one| one.enrolment.ticket == *ticket);
        shops.extend(whose.map(|one| drawn(one, &cohort, rank)));
    }
    let mentors = people::mentors(seed, wish.places);
    accompany(&mut shops, &mentors, &cohort);
    spread(seed, &mut shops, places);
    for shop in &mut shops {
        let mut rest = seed.of(&format!("life of {}", shop.id));
        let other = mentors.iter().map(|one| one.id);
        let other = other.filter(|one| Some(*one) != shop.enrolment.mentor);
        let other: Vec<PersonId> = other.collect();
        live(&mut rest, shop, &cohort, wish, &other);
    }
    Ok(City {
        source: source(&cohort),
        cohort: Cohort {
            mentors: mentors.iter().map(|one| one.id).collect(),
            ..cohort
        },
        notice,
        draw,
        mentors,
        shops,
    })
}

/// The id of the cohort that a seed gives, whatever else is wished for.
pub fn id_of_cohort(seed: Seed) -> CohortId {
    CohortId(id(&mut seed.of("cohort").of("id")))
}

fn cohort(wish: &Wish) -> Cohort {
    let start = monday(wish.start);
    Cohort {
        id: id_of_cohort(wish.seed),
        programme: ProgrammeId(Uuid::nil()),
        start,
        window: Window {
            opens: plus(start, WINDOW.0),
            closes: plus(start, WINDOW.1),
        },
        places: wish.places,
        lottery: true,
        mentors: Vec::new(),
        plan: 1,
    }
}

/// An invented closing figure of the exchange.
fn words(seed: Seed) -> String {
    let mut seed = seed.of("words");
    let (whole, part) = (seed.below(1_000), seed.below(100));
    format!("7.{whole:03},{part:02}")
}

fn source(cohort: &Cohort) -> String {
    let day = plus(cohort.window.closes, 3);
    format!("Angka penutupan IHSG {day}, dua angka di belakang koma (contoh)")
}

fn drawn(one: &Shop, cohort: &Cohort, rank: u32) -> Shop {
    let mut shop = one.clone();
    shop.enrolment.rank = Some(rank);
    shop.enrolment.state = if rank <= cohort.places {
        State::Enrolled
    } else {
        State::Waiting
    };
    shop
}

/// Gives mentors to shops with a place, as a manager's proposal does.
fn accompany(shops: &mut [Shop], mentors: &[Companion], cohort: &Cohort) {
    let tongues: Vec<Tongue> = Tongue::parse("id").into_iter().collect();
    let places = cohort.places;
    let fair = places.div_ceil(u32::try_from(mentors.len()).unwrap_or(1).max(1));
    let offered: Vec<Mentor> = mentors
        .iter()
        .map(|one| Mentor {
            id: one.id,
            at: Some(one.at),
            tongues: tongues.clone(),
            categories: one.knows.clone(),
            most: fair + fair / 8 + 1,
            fair,
            never: Vec::new(),
        })
        .collect();
    let asking: Vec<Asking> = shops
        .iter()
        .filter(|shop| shop.enrolment.state == State::Enrolled)
        .map(|shop| Asking {
            id: shop.id,
            at: Some(shop.at),
            tongues: tongues.clone(),
            category: shop.category,
            wishes: Vec::new(),
            never: Vec::new(),
            now: None,
        })
        .collect();
    let (found, _) = propose(Weights::get(), &asking, &offered);
    for one in found {
        if let Some(shop) = shops.iter_mut().find(|shop| shop.id == one.shop) {
            shop.enrolment.mentor = one.mentor;
        }
    }
}

/// Gives habits in their shares: on each side of the draw as many of each as there would be on the other.
fn spread(seed: Seed, shops: &mut [Shop], places: usize) {
    let (with, without) = shops.split_at_mut(places.min(shops.len()));
    for (word, side) in [("with a place", with), ("waiting", without)] {
        let mut order: Vec<usize> = (0..side.len()).collect();
        seed.of(word).shuffle(&mut order);
        let all = side.len();
        for (turn, at) in order.into_iter().enumerate() {
            if let Some(shop) = side.get_mut(at) {
                shop.habit = Habit::of_share(turn, all);
            }
        }
    }
}

/// Everything that happens to one shop.
fn live(seed: &mut Seed, shop: &mut Shop, cohort: &Cohort, wish: &Wish, others: &[PersonId]) {
    let turns = habit::Turns::of(&mut seed.of("turns"), shop.habit);
    if shop.enrolment.state == State::Enrolled {
        course::hand_over(&mut seed.of("hand"), shop, cohort, wish, others);
    }
    trade::note(&mut seed.of("trade"), shop, cohort, wish, turns);
    let sent = course::send(&mut seed.of("course"), shop, cohort, wish, turns);
    if shop.enrolment.state == State::Enrolled {
        course::visits(&mut seed.of("visits"), shop, cohort, wish, turns);
        climb::climb(&mut seed.of("climb"), shop, cohort, wish, (sent, turns));
        course::leave(shop, cohort, wish, turns);
    } else {
        shop.events = sent;
    }
    shop.events.sort_by_key(|event| (event.day, event.id));
    shop.seen = course::last_here(&mut seed.of("seen"), shop, wish.today);
}

/// The weeks of a cohort with their Mondays, up to a day.
fn weeks(cohort: &Cohort, today: Date) -> impl Iterator<Item = (u8, Date)> {
    let all = (1..=WEEKS).map(|week| (week, cohort.monday(week)));
    all.take_while(move |(_, monday)| *monday <= today)
}

/// An id that follows from a seed (RFC 9562, version 8).
fn id(seed: &mut Seed) -> Uuid {
    let bits = u128::from(seed.next_u64()) << 64 | u128::from(seed.next_u64());
    let version = (bits & !(0xf << 76)) | 8 << 76;
    Uuid::from_u128((version & !(3 << 62)) | 2 << 62)
}

/// Whether something happens that happens so often in a thousand.
fn happens(seed: &mut Seed, permille: u32) -> bool {
    seed.below(1_000) < usize::try_from(permille).unwrap_or(usize::MAX)
}

/// A number from one to another, both included.
fn within(seed: &mut Seed, from: i64, to: i64) -> i64 {
    let room = usize::try_from(to - from + 1).unwrap_or(1);
    from + i64::try_from(seed.below(room)).unwrap_or(0)
}

/// So many thousandths of an amount.
fn permille(amount: u64, part: u64) -> u64 {
    amount.saturating_mul(part) / 1_000
}
