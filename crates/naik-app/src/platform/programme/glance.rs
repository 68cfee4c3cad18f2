//! Where many shops stand, without folding every history for every page: what was reckoned is kept and read again
//! until the day or the history changes.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use naik_core::access::Post;
use naik_core::account::Area;
use naik_core::id::{EvidenceId, PersonId, ShopId};
use naik_core::programme::day::plus;
use naik_core::programme::evidence::Kind;
use naik_core::programme::history::{Event, Standing, What, stand};
use naik_core::programme::ladder::{Finding, State};
use naik_core::programme::level::{Ladder, Level};
use naik_store::repo::shop::Shop;
use naik_store::repo::{glance, history, shop};
use serde::{Deserialize, Serialize};

use crate::platform::error::Fault;
use crate::platform::{Platform, apart};

/// How long before its end evidence is said to age, in days.
const AGING: i64 = 28;
/// Histories that are in memory at once.
const AT_ONCE: usize = 200;

/// Where a shop stands, in short.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glance {
    /// Its level; none before the first.
    pub level: Option<Level>,
    /// The last day of that level as far as evidence says now.
    pub until: Option<Date>,
    /// What is between it and the next level, when that is one thing.
    pub step: Option<Step>,
    /// Evidence that waits for its check, the oldest first.
    pub waiting: Vec<Waiting>,
    /// Rules of its levels whose evidence ends soon.
    pub aging: u32,
}

/// Evidence that waits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Waiting {
    /// Since when.
    pub since: Date,
    /// What it is.
    pub kind: Kind,
    /// Who sent it, and so does not check it.
    pub sender: PersonId,
    /// The level that it holds open, and the last day on which it does.
    pub holds: Option<(Level, Date)>,
}

/// The one thing before the next level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// All rules are met: it has only to be checked.
    Check(Level),
    /// One rule is missing.
    Rule {
        /// Of which level.
        level: Level,
        /// Its key.
        rule: String,
        /// How much is there.
        have: u64,
        /// How much is needed.
        need: u64,
    },
}

impl Glance {
    /// What one sees of a standing; `events` are those that led to it.
    pub fn of(standing: &Standing, events: &[Event], today: Date) -> Self {
        let waits: BTreeSet<_> = standing.waiting.iter().copied().collect();
        let mut waiting: Vec<Waiting> = events
            .iter()
            .filter_map(|event| match &event.what {
                What::Sent(evidence) if waits.contains(&evidence.id) => Some(Waiting {
                    since: event.day,
                    kind: evidence.kind,
                    sender: evidence.sender,
                    holds: holds(standing, evidence.id),
                }),
                _ => None,
            })
            .collect();
        waiting.sort_unstable();
        let soon = plus(today, AGING);
        let held = standing.reports.iter();
        let held = held.filter(|report| Some(report.level) <= standing.level);
        let aging = held
            .flat_map(|report| &report.findings)
            .filter(|finding| {
                matches!(&finding.state, State::Met { until: Some(until), .. } if *until <= soon)
            })
            .count();
        Self {
            level: standing.level,
            until: standing.until,
            step: step(standing),
            waiting,
            aging: u32::try_from(aging).unwrap_or(u32::MAX),
        }
    }
}

/// What a piece of evidence holds open, the first to be lost.
fn holds(standing: &Standing, id: EvidenceId) -> Option<(Level, Date)> {
    let open = standing.open.iter().filter(|open| open.on.contains(&id));
    let first = open.min_by_key(|open| (open.until, open.level))?;
    Some((first.level, first.until))
}

/// The one thing that is missing, where it is one and nobody else's turn.
fn step(standing: &Standing) -> Option<Step> {
    let next = match standing.level {
        Some(level) => level.above()?,
        None => Level::LOWEST,
    };
    if standing.unconfirmed.contains_key(&next) {
        return None;
    }
    let report = standing.reports.iter().find(|one| one.level == next)?;
    if report.is_met() {
        return Some(Step::Check(next));
    }
    let missing = |finding: &&Finding| finding.state == State::Missing;
    let mut open = report.findings.iter().filter(missing);
    let first = open.next()?;
    if open.next().is_some() {
        return None;
    }
    Some(Step::Rule {
        level: next,
        rule: first.rule.clone(),
        have: first.have,
        need: first.need,
    })
}

impl Platform {
    /// Where these shops stand today, each by its own clock.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn glances(&self, rows: &[Shop]) -> Result<HashMap<ShopId, Glance>, Fault> {
        let db = self.store.db();
        let ids: Vec<ShopId> = rows.iter().map(|row| ShopId(row.id)).collect();
        let kept = glance::of_shops(db, &ids).await?;
        let counts = glance::events(db, &ids).await?;
        let mut found = HashMap::new();
        let mut stale = Vec::new();
        for row in rows {
            let today = self.day_of(row);
            let events = counts.get(&row.id).copied().unwrap_or(0);
            if events == 0 {
                found.insert(ShopId(row.id), Glance::default());
                continue;
            }
            let fresh = kept
                .get(&row.id)
                .filter(|one| one.events == events && one.day == today.to_string())
                .and_then(|one| serde_json::from_str(&one.told).ok());
            match fresh {
                Some(glance) => {
                    found.insert(ShopId(row.id), glance);
                }
                None => stale.push((ShopId(row.id), today, events)),
            }
        }
        for part in stale.chunks(AT_ONCE) {
            found.extend(self.reckon_glances(part).await?);
        }
        Ok(found)
    }

    /// Reckons where shops stand, and keeps it.
    async fn reckon_glances(
        &self,
        shops: &[(ShopId, Date, i64)],
    ) -> Result<Vec<(ShopId, Glance)>, Fault> {
        let db = self.store.db();
        let ids: Vec<ShopId> = shops.iter().map(|(id, ..)| *id).collect();
        let histories = history::of_shops(db, &ids).await?;
        let people = shop::people(db, &ids).await?;
        let shops = shops.to_vec();
        // Years of evidence are folded off the threads that answer.
        let found = apart(move || Ok::<_, Fault>(fold(&shops, &histories, &people))).await?;
        let rows = found
            .iter()
            .map(|(id, today, events, glance)| row_of(*id, *today, *events, glance))
            .collect::<Result<Vec<_>, Fault>>()?;
        glance::keep(db, rows).await?;
        let found = found.into_iter();
        Ok(found.map(|(id, _, _, glance)| (id, glance)).collect())
    }

    /// Today in a shop's own zone.
    pub(crate) fn day_of(&self, row: &Shop) -> Date {
        let area = Area::parse(&row.area).unwrap_or_else(|_| Area::country());
        self.today_in(&area)
    }
}

/// What is kept of a glance on a day, after so many events.
pub(super) fn row_of(
    shop: ShopId,
    day: Date,
    events: i64,
    glance: &Glance,
) -> Result<glance::Glance, Fault> {
    let told = serde_json::to_string(glance).map_err(|e| Fault::Internal(e.to_string()))?;
    Ok(glance::Glance {
        shop_id: shop.0,
        day: day.to_string(),
        events,
        level: glance.level.map(|level| i32::from(level.number())),
        told,
    })
}

type Reckoned = (ShopId, Date, i64, Glance);

fn fold(
    shops: &[(ShopId, Date, i64)],
    histories: &BTreeMap<ShopId, Vec<Event>>,
    people: &[(ShopId, PersonId, Post)],
) -> Vec<Reckoned> {
    let ladder = Ladder::get();
    let one = |(id, today, events): &(ShopId, Date, i64)| {
        let own: Vec<PersonId> = people
            .iter()
            .filter(|(shop, ..)| shop == id)
            .map(|(_, person, _)| *person)
            .collect();
        let history = histories.get(id).map_or(&[][..], Vec::as_slice);
        let standing = stand(ladder, &own, history, *today);
        (*id, *today, *events, Glance::of(&standing, history, *today))
    };
    shops.iter().map(one).collect()
}
