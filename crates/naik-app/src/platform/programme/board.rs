//! A cohort in numbers: reckoned by night and on demand, kept in versions, and read by the page as it was kept.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;
use naik_core::access::{Post, Who};
use naik_core::account::Purpose;
use naik_core::id::{CohortId, PersonId, ShopId};
use naik_core::programme::board::{Board, Evidence, Shop};
use naik_core::programme::cohort::WEEKS;
use naik_core::programme::day::{WEEK, between, plus};
use naik_core::programme::enrolment::{Enrolment, State};
use naik_core::programme::evidence::Kind;
use naik_core::programme::history::{Event, Standing, What, stand};
use naik_core::programme::ladder::State as Met;
use naik_core::programme::level::Ladder;
use naik_core::programme::risk::{Risk, Signals};
use naik_core::programme::silence::{expected_from, silent_days};
use naik_store::repo::board::{self, Kept};
use naik_store::repo::enrolment::Kept as KeptEnrolment;
use naik_store::repo::job::{self, Job};
use naik_store::repo::{
    audit, cohort, consent, enrolment, glance, history, programme, sale, shop, visit,
};
use naik_store::{On, StoreError};

use super::super::error::Fault;
use super::super::{Platform, apart};
use super::cohort::View;
use super::glance::{Glance, row_of};
use super::reckoning::Reckoning;

/// Shops whose records are in memory at one time.
const TOGETHER: usize = 500;
/// What happened this many days ago or later happened lately.
const LATELY: i64 = 28;
/// Visits that are looked back at, in days.
const VISITS: i64 = 182;

/// A cohort's board with what stands beside it.
#[derive(Clone, Debug)]
pub struct BoardView {
    /// The cohort.
    pub view: View,
    /// The newest reckoning; none before the first.
    pub kept: Option<Kept>,
    /// How far the next one is: shops counted of all; none when none is on its way.
    pub running: Option<(i32, i32)>,
    /// Mentors by name, with the shops of this cohort that each accompanies.
    pub loads: Vec<(String, u64)>,
    /// Shops with a place and without a mentor.
    pub without: u64,
}

impl Platform {
    /// A cohort in numbers, as it was last reckoned.
    ///
    /// # Errors
    /// `Missing` when this one does not run the cohort.
    pub async fn board(&self, who: &Who, id: CohortId) -> Result<BoardView, Fault> {
        let view = self.cohort_view(who, id).await?;
        let db = self.store.db();
        let counted = enrolment::loads(db, id).await?;
        let of = |mentor: Option<PersonId>| {
            counted
                .iter()
                .find(|(who, _)| *who == mentor)
                .map_or(0, |(_, shops)| *shops)
        };
        let loads = view
            .mentors
            .iter()
            .map(|mentor| (mentor.name.clone(), of(Some(mentor.id))))
            .collect();
        Ok(BoardView {
            without: of(None),
            loads,
            kept: board::latest(db, id).await?,
            running: self.under_way(Reckoning::Board, id).await?,
            view,
        })
    }

    /// Asks for the boards of all cohorts that have not ended and were not reckoned today; says for how many. May run at
    /// any time, and twice.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn refresh_boards(&self) -> Result<u64, Fault> {
        let mut asked = 0;
        for id in self.living().await? {
            let kept = board::latest(self.store.db(), id).await?;
            let today = super::super::day(self.now());
            if kept.is_some_and(|kept| super::super::day(kept.made_at) == today) {
                continue;
            }
            asked += u64::from(self.due(Reckoning::Board, id, &today.to_string()).await?);
        }
        Ok(asked)
    }

    /// Reckons the boards of all cohorts that have not ended, here and now.
    pub(crate) async fn reckon_boards(&self) -> Result<(), Fault> {
        for id in self.living().await? {
            let board = self.board_of(id, None).await?;
            let change = self.store.begin().await?;
            board::keep(&change, id, &board, self.now()).await?;
            change.commit().await.map_err(StoreError::from)?;
        }
        Ok(())
    }

    /// Reckons a cohort's board and keeps it as the next version, together with the end of the job.
    pub(crate) async fn reckon_board(&self, job: &Job, holder: &str) -> Result<(), Fault> {
        let id = CohortId(job.subject);
        let board = self.board_of(id, Some((job, holder))).await?;
        let change = self.store.begin().await?;
        board::keep(&change, id, &board, self.now()).await?;
        job::finish(&change, job.id, holder, self.now()).await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Cohorts that have not ended; one that has just ended is reckoned for two weeks more: its last levels are decided
    /// then.
    async fn living(&self) -> Result<Vec<CohortId>, Fault> {
        let first = plus(self.today(), -(i64::from(WEEKS) + 2) * WEEK);
        Ok(cohort::since(self.store.db(), first).await?)
    }

    /// A cohort in numbers. Where each shop stands is kept on the way, so that no mentor waits for it in the morning.
    async fn board_of(&self, id: CohortId, job: Option<(&Job, &str)>) -> Result<Board, Fault> {
        let db = self.store.db();
        let kept = cohort::get(db, id).await?;
        let found = programme::get(db, kept.cohort.programme).await?;
        let today = self.today_in(&found.area);
        let mut board = Board::new(&kept.cohort, today.min(kept.cohort.end()));
        let mut all = enrolment::of_cohort(db, id).await?;
        let left = |one: &KeptEnrolment| one.enrolment.state == State::Left;
        board.left = all.iter().filter(|one| left(one)).count() as u64;
        all.retain(|one| matches!(one.enrolment.state, State::Enrolled | State::Completed));
        for (number, part) in all.chunks(TOGETHER).enumerate() {
            if let Some((job, holder)) = job {
                let counted = (number * TOGETHER, all.len());
                self.reached((job.id, holder), Reckoning::Board, counted)
                    .await?;
            }
            let records = records(db, part, (kept.cohort.start, board.day)).await?;
            let shops: Vec<KeptEnrolment> = part.to_vec();
            // Folding a year of a few hundred shops takes a moment: no page waits on it.
            let (counted, glances) = apart(move || {
                let seen: Result<Vec<_>, Fault> = shops
                    .iter()
                    .map(|one| records.count(one, &mut board))
                    .collect();
                seen.map(|seen| (board, seen))
            })
            .await?;
            board = counted;
            if board.day == today {
                glance::keep(db, glances).await?;
            }
        }
        Ok(board)
    }
}

/// What is known of a few hundred shops.
struct Records {
    day: Date,
    events: BTreeMap<ShopId, Vec<Event>>,
    people: HashMap<ShopId, Vec<(PersonId, Post)>>,
    /// The day on which someone was last here.
    seen: HashMap<PersonId, Date>,
    /// Who agrees to being accompanied.
    agreed: HashSet<PersonId>,
    /// Who agrees to being counted.
    counted: HashSet<PersonId>,
    sold: HashMap<ShopId, Date>,
    /// The cohort's first day.
    start: Date,
    /// The day on which a mentor was given a shop.
    given: HashMap<(ShopId, PersonId), Date>,
    /// Whether a visit took place, and when it was to be; newest first.
    visits: HashMap<ShopId, Vec<(Date, bool)>>,
}

async fn records(
    db: &impl On,
    part: &[KeptEnrolment],
    (start, day): (Date, Date),
) -> Result<Records, Fault> {
    let ids: Vec<ShopId> = part.iter().map(|one| one.enrolment.shop).collect();
    let posts = shop::people(db, &ids).await?;
    let everyone: Vec<PersonId> = posts.iter().map(|(_, person, _)| *person).collect();
    let actors: Vec<String> = everyone.iter().map(|id| format!("person:{id}")).collect();
    let last = audit::last(db, &actors).await?;
    let seen = everyone
        .iter()
        .zip(&actors)
        .filter_map(|(id, actor)| Some((*id, super::super::day(*last.get(actor)?))))
        .collect();
    let mut people: HashMap<ShopId, Vec<(PersonId, Post)>> = HashMap::new();
    for (id, person, post) in posts {
        people.entry(id).or_default().push((person, post));
    }
    let mut visits: HashMap<ShopId, Vec<(Date, bool)>> = HashMap::new();
    for (shop, when, state) in visit::of_shops(db, &ids, plus(day, -VISITS)).await? {
        if matches!(state.as_str(), "done" | "missed") {
            visits
                .entry(shop)
                .or_default()
                .push((when, state == "done"));
        }
    }
    let given = shop::mentors_since(db, &ids).await?;
    let given = given
        .into_iter()
        .map(|(shop, mentor, since)| ((shop, mentor), super::super::day(since)));
    Ok(Records {
        day,
        start,
        given: given.collect(),
        events: history::of_shops(db, &ids).await?,
        people,
        seen,
        agreed: consent::agreed(db, &everyone, Purpose::Mentoring, consent::ANY_WORDING).await?,
        counted: consent::agreed(db, &everyone, Purpose::Statistics, consent::ANY_WORDING).await?,
        sold: sale::last_days(db, &ids).await?,
        visits,
    })
}

impl Records {
    /// Counts one shop into a board, and says where it stands.
    fn count(&self, one: &KeptEnrolment, board: &mut Board) -> Result<glance::Glance, Fault> {
        let id = one.enrolment.shop;
        let people = self.people.get(&id).map_or(&[][..], Vec::as_slice);
        let ids: Vec<PersonId> = people.iter().map(|(person, _)| *person).collect();
        let events = self.events.get(&id).map_or(&[][..], Vec::as_slice);
        let standing = stand(Ladder::get(), &ids, events, self.day);
        self.add(one, (people, events, &standing), board);
        let glance = Glance::of(&standing, events, self.day);
        row_of(id, self.day, events.len() as i64, &glance)
    }

    fn add(
        &self,
        one: &KeptEnrolment,
        (people, events, standing): (&[(PersonId, Post)], &[Event], &Standing),
        board: &mut Board,
    ) {
        let id = one.enrolment.shop;
        let owns = |among: &HashSet<PersonId>| {
            people
                .iter()
                .any(|(person, post)| *post == Post::Owner && among.contains(person))
        };
        if !owns(&self.counted) {
            board.pass();
            return;
        }
        let lately = |day: Date| between(day, self.day) <= LATELY;
        let seen = people.iter().filter_map(|(id, _)| self.seen.get(id)).max();
        let visits = self.visits.get(&id).map_or(&[][..], Vec::as_slice);
        let came = visits.iter().find(|(_, done)| *done).map(|(day, _)| *day);
        let sold = self.sold.get(&id).copied();
        let signals = Signals {
            no_login: seen.map(|day| days(*day, self.day)),
            no_sale: sold.map(|day| days(day, self.day)),
            missed_visits: missed(visits),
            evidence_aging: aging(standing, self.day),
            mentor_silent: self.silent(&one.enrolment, came),
            ..Signals::default()
        };
        let told = seen.is_some() || sold.is_some() || !visits.is_empty();
        board.add(&Shop {
            changes: &standing.changes,
            evidence: evidence(events, standing),
            active: events
                .iter()
                .any(|event| matches!(event.what, What::Sent(_)) && lately(event.day)),
            risk: told.then(|| Risk::of(&signals).percent()),
            selling: sold.map(lately),
            visited: one.enrolment.mentor.map(|_| came.is_some_and(lately)),
            baseline: has_baseline(standing, events),
            agreed: owns(&self.agreed),
            signed_in: seen.is_some(),
        });
    }
}

impl Records {
    /// Days for which a shop's mentor has been silent; none where it has no mentor.
    fn silent(&self, one: &Enrolment, came: Option<Date>) -> Option<u32> {
        let given = self.given.get(&(one.shop, one.mentor?)).copied();
        let from = expected_from(given, &[(State::Enrolled, self.start)]);
        let silent = silent_days(from, came, self.day)?;
        Some(u32::try_from(silent).unwrap_or(u32::MAX))
    }
}

fn days(from: Date, to: Date) -> u32 {
    u32::try_from(between(from, to)).unwrap_or(0)
}

/// Visits that were missed since the last one that took place.
fn missed(visits: &[(Date, bool)]) -> u32 {
    let count = visits.iter().take_while(|(_, done)| !done).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Rules of the levels that stand whose evidence ends within four weeks.
fn aging(standing: &Standing, day: Date) -> u32 {
    let held = standing
        .reports
        .iter()
        .filter(|report| Some(report.level) <= standing.level);
    let ending = held.flat_map(|report| &report.findings).filter(|finding| {
        matches!(finding.state, Met::Met { until: Some(until), .. } if between(day, until) <= LATELY)
    });
    u32::try_from(ending.count()).unwrap_or(u32::MAX)
}

/// What a shop sent, by how it was found last; on one day a refusal outweighs an acceptance, as in the history.
fn evidence(events: &[Event], standing: &Standing) -> Evidence {
    let mut good: Vec<&Event> = events
        .iter()
        .filter(|event| !standing.void.contains_key(&event.id))
        .collect();
    good.sort_by_key(|event| (event.day, matches!(event.what, What::Refused(_))));
    let mut found: BTreeMap<_, bool> = BTreeMap::new();
    for event in good {
        match event.what {
            What::Accepted(id) => found.insert(id, true),
            What::Refused(id) => found.insert(id, false),
            What::Withdrawn(id) => found.remove(&id),
            _ => None,
        };
    }
    let accepted = found.values().filter(|good| **good).count() as u64;
    Evidence {
        accepted,
        refused: found.len() as u64 - accepted,
        waiting: standing.waiting.len() as u64,
    }
}

fn has_baseline(standing: &Standing, events: &[Event]) -> bool {
    let sent: HashSet<_> = events
        .iter()
        .filter_map(|event| match &event.what {
            What::Sent(evidence) if evidence.kind == Kind::Baseline => Some(evidence.id),
            _ => None,
        })
        .collect();
    events.iter().any(|event| {
        let good = !standing.void.contains_key(&event.id);
        matches!(event.what, What::Accepted(id) if good && sent.contains(&id))
    })
}
