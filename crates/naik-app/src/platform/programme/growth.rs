//! Pertumbuhan: what sales did in a cohort, worked out by a job, kept in versions, traceable to its records.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use naik_core::access::{Member, Post, Who};
use naik_core::account::Purpose;
use naik_core::id::{CohortId, JobId, PersonId, ShopId};
use naik_core::measure::figures::{METHOD, entries, figures};
use naik_core::measure::gather::{Sold, accepted, months, stated};
use naik_core::measure::growth::{Group, Grown, Missing, Record};
use naik_core::measure::month::Frame;
use naik_core::programme::cohort::{Cohort, Programme};
use naik_core::programme::day::{month, plus};
use naik_core::programme::enrolment::{Enrolment, State};
use naik_core::programme::evidence::Evidence;
use naik_core::programme::history::Event;
use naik_core::seed::Seed;
use naik_store::blob::digest;
use naik_store::repo::enrolment::Kept as KeptEnrolment;
use naik_store::repo::growth::{self, Kept};
use naik_store::repo::job::{self, Job};
use naik_store::repo::sale::Days;
use naik_store::repo::{access, board, cohort, consent, enrolment, evidence, history, shop};
use naik_store::{On, StoreError};

use super::super::error::Fault;
use super::super::{Platform, apart};
use super::reckoning::Reckoning;

/// Shops whose records are read at one time.
const TOGETHER: usize = 500;

/// A cohort's figures, for their page.
#[derive(Clone, Debug)]
pub struct Growth {
    /// What it is a run of.
    pub programme: Programme,
    /// The cohort.
    pub cohort: Cohort,
    /// The version that is shown; none before the first.
    pub shown: Option<Kept>,
    /// All versions with the time of each, newest first.
    pub versions: Vec<(u32, i64)>,
    /// How far the next version is: parts done of all; none when none is on its way.
    pub running: Option<(i32, i32)>,
}

/// What one shop brought to a version; it stands there without its name, as its owner agreed.
#[derive(Clone, Debug)]
pub struct Trace {
    /// All that was known of its sales.
    pub record: Record,
    /// How it moved, or why that can't be said.
    pub outcome: Result<Grown, Missing>,
}

impl Platform {
    /// The figures of a cohort: a version, or the last.
    ///
    /// # Errors
    /// `Missing` when there is no such cohort or version, and for whoever does not run programmes there.
    pub async fn growth(
        &self,
        who: &Who,
        id: CohortId,
        version: Option<u32>,
    ) -> Result<Growth, Fault> {
        let (programme, kept) = self.run_cohort(who, id).await?;
        let db = self.store.db();
        let shown = match version {
            Some(version) => Some(growth::get(db, id, version).await?),
            None => growth::last(db, id).await?,
        };
        Ok(Growth {
            programme,
            cohort: kept.cohort,
            shown,
            versions: growth::versions(db, id).await?,
            running: self.under_way(Reckoning::Growth, id).await?,
        })
    }

    /// What each shop brought to a version of the figures: who may run programmes traces a number to its records. Looking
    /// is written down.
    ///
    /// # Errors
    /// `Missing` as for the figures.
    pub async fn growth_records(
        &self,
        who: &Who,
        id: CohortId,
        version: u32,
    ) -> Result<(Growth, Vec<Trace>), Fault> {
        let growth = self.growth(who, id, Some(version)).await?;
        let db = self.store.db();
        let records = growth::records(db, id, version).await?;
        let Some(shown) = &growth.shown else {
            return Err(Fault::Missing);
        };
        let mut traces: Vec<Trace> = entries(&records, &shown.figures.frame)
            .into_iter()
            .map(|entry| Trace {
                record: entry.record.clone(),
                outcome: entry.outcome,
            })
            .collect();
        // An order that follows from the figures alone gives nobody away, and is another one in the next version.
        traces.sort_by_key(rank);
        self.note(db, who, "trace-growth", &format!("cohort:{id}"), "done")
            .await?;
        Ok((growth, traces))
    }

    /// Asks for the figures of every cohort of which a month has ended since. May run at any time, and twice.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn refresh_growth(&self) -> Result<u64, Fault> {
        let (db, today) = (self.store.db(), self.today());
        let mut asked = 0;
        for kept in cohort::begun(db, today).await? {
            let cohort = kept.cohort;
            let frame = Frame::new(&cohort, today);
            let last = growth::last(db, cohort.id).await?;
            let is_new = last.is_none_or(|last| last.figures.frame.last < frame.last);
            if !is_new || frame.last < frame.first {
                continue;
            }
            let month = frame.last.to_string();
            asked += u64::from(self.due(Reckoning::Growth, cohort.id, &month).await?);
        }
        Ok(asked)
    }

    /// Works a cohort's figures out and, where what they are made of has changed, keeps a new version together with the
    /// end of the job.
    pub(crate) async fn reckon_growth(&self, job: &Job, holder: &str) -> Result<(), Fault> {
        let (db, id) = (self.store.db(), CohortId(job.subject));
        let cohort = cohort::get(db, id).await?;
        let frame = Frame::new(&cohort.cohort, self.today());
        let records = self
            .growth_of(&cohort.cohort, &frame, (job.id, holder))
            .await?;
        let drawn = cohort.cohort.lottery && cohort.draw.is_some();
        // Half a second for a thousand shops.
        let (records, digest, figures) = apart(move || {
            let made_of = serde_json::to_vec(&(METHOD, &frame, &records))?;
            let worked = figures(&records, &frame, drawn, Seed(0).of(&id.to_string()));
            Ok::<_, serde_json::Error>((records, digest(&made_of), worked))
        })
        .await?;
        let change = self.store.begin().await?;
        let last = growth::last(&change, id).await?;
        if last.as_ref().is_none_or(|last| last.digest != digest) {
            let new = Kept {
                version: last.map_or(0, |last| last.version) + 1,
                computed_at: self.now(),
                digest,
                figures,
            };
            growth::add(&change, id, &new, &records).await?;
        }
        job::finish(&change, job.id, holder, self.now()).await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// The records of a cohort's shops, and of those who wait for a place.
    async fn growth_of(
        &self,
        cohort: &Cohort,
        frame: &Frame,
        job: (JobId, &str),
    ) -> Result<Vec<Record>, Fault> {
        let all = enrolment::of_cohort(self.store.db(), cohort.id).await?;
        let mut records = Vec::with_capacity(all.len());
        for part in all.chunks(TOGETHER) {
            self.reached(job, Reckoning::Growth, (records.len(), all.len()))
                .await?;
            records.extend(self.records_of(part, frame).await?);
        }
        records.sort_by_key(|record| record.shop);
        Ok(records)
    }

    /// What is known of the sales of a few hundred shops, by a few questions for all of them.
    async fn records_of(
        &self,
        part: &[KeptEnrolment],
        frame: &Frame,
    ) -> Result<Vec<Record>, Fault> {
        let db = self.store.db();
        let sides: Vec<(&Enrolment, Group)> = part
            .iter()
            .filter_map(|kept| Some((&kept.enrolment, group(kept.enrolment.state)?)))
            .collect();
        let ids: Vec<ShopId> = sides.iter().map(|(one, _)| one.shop).collect();
        // Who did not agree is counted as missing, and nothing of theirs is read.
        let agreed = (Purpose::Statistics, consent::ANY_WORDING);
        let counted = access::willing(db, &ids, agreed).await?;
        let mut records = Vec::with_capacity(sides.len());
        for (enrolment, group) in sides {
            let consent = counted.contains(&enrolment.shop);
            let moved = match group {
                Group::Waiting if consent => self.entered_elsewhere(enrolment).await?,
                _ => None,
            };
            records.push(Record {
                shop: enrolment.shop,
                group,
                consent,
                moved,
                stated: None,
                months: BTreeMap::new(),
            });
        }
        let books = self.books_of(counted.into_iter().collect(), frame).await?;
        // Years of evidence are folded off the threads that answer.
        apart(move || {
            for record in &mut records {
                books.fill(record);
            }
            Ok::<_, Fault>(records)
        })
        .await
    }

    /// What these shops sold and showed in the months that count.
    async fn books_of(&self, ids: Vec<ShopId>, frame: &Frame) -> Result<Books, Fault> {
        let db = self.store.db();
        let [first, ..] = frame.baseline;
        let days = Days {
            first,
            last: plus(month(frame.last, 1), -1),
        };
        let mut people: HashMap<ShopId, Vec<PersonId>> = HashMap::new();
        for (id, person, _) in shop::people(db, &ids).await? {
            people.entry(id).or_default().push(person);
        }
        let mut shown: HashMap<ShopId, Vec<Evidence>> = HashMap::new();
        for kept in evidence::of_shops(db, &ids).await? {
            shown
                .entry(kept.evidence.shop)
                .or_default()
                .push(kept.evidence);
        }
        Ok(Books {
            today: self.today(),
            sold: growth::sold(db, &ids, days).await?,
            events: history::of_shops(db, &ids).await?,
            days,
            people,
            shown,
        })
    }

    /// Takes whoever no longer agrees to be counted out of the numbers: what their shops brought to published versions
    /// goes at once, and the next ones are made without them.
    pub(crate) async fn uncount(&self, db: &impl On, member: &Member) -> Result<(), Fault> {
        for (id, post) in &member.shops {
            // Another owner may still agree for the shop.
            let agreed = (Purpose::Statistics, consent::ANY_WORDING);
            if *post != Post::Owner || !access::willing(db, &[*id], agreed).await?.is_empty() {
                continue;
            }
            for cohort in growth::forget(db, *id).await? {
                self.want(db, Reckoning::Growth, cohort).await?;
            }
            for kept in enrolment::of_shop(db, *id).await? {
                let cohort = kept.enrolment.cohort;
                if board::latest(db, cohort).await?.is_some() {
                    self.want(db, Reckoning::Board, cohort).await?;
                }
            }
        }
        Ok(())
    }

    /// When a shop that waits got a place in another cohort.
    async fn entered_elsewhere(&self, waiting: &Enrolment) -> Result<Option<Date>, Fault> {
        let db = self.store.db();
        let mut first = None;
        for kept in enrolment::of_shop(db, waiting.shop).await? {
            let other = kept.enrolment;
            let in_it = matches!(
                other.state,
                State::Enrolled | State::Left | State::Completed
            );
            if other.cohort != waiting.cohort && in_it {
                let start = cohort::get(db, other.cohort).await?.cohort.start;
                first = Some(first.map_or(start, |known: Date| known.min(start)));
            }
        }
        Ok(first)
    }
}

/// The side of the draw, then what is known from the largest rise on, then what is missing.
fn rank(trace: &Trace) -> (Group, Result<Reverse<i64>, Missing>) {
    let outcome = trace.outcome.as_ref();
    // Hundredths of a percent are finer than what is shown.
    let share = |grown: &Grown| Reverse((grown.share() * 10_000.0) as i64);
    (
        trace.record.group,
        outcome.map(share).map_err(|missing| *missing),
    )
}

/// On which side of a draw a shop is; none for those who took the application back, or of whom nobody has decided yet.
fn group(state: State) -> Option<Group> {
    match state {
        State::Enrolled | State::Left | State::Completed => Some(Group::Cohort),
        State::Waiting => Some(Group::Waiting),
        State::Applied | State::Withdrawn => None,
    }
}

/// What some shops sold and showed.
struct Books {
    today: Date,
    days: Days,
    people: HashMap<ShopId, Vec<PersonId>>,
    sold: HashMap<ShopId, BTreeMap<Date, Sold>>,
    shown: HashMap<ShopId, Vec<Evidence>>,
    events: BTreeMap<ShopId, Vec<Event>>,
}

impl Books {
    /// Adds to a record what its shop sold and stated; nothing where no books were read.
    fn fill(&self, record: &mut Record) {
        let id = &record.shop;
        let people = self.people.get(id).map_or(&[][..], Vec::as_slice);
        let events = self.events.get(id).map_or(&[][..], Vec::as_slice);
        let shown: Vec<&Evidence> = self.shown.get(id).into_iter().flatten().collect();
        let accepted = accepted(people, events, self.today);
        let nothing = BTreeMap::new();
        record.stated = stated(&shown, &accepted);
        record.months = months(self.sold.get(id).unwrap_or(&nothing), &shown, &accepted);
        record
            .months
            .retain(|month, _| self.days.first <= *month && *month <= self.days.last);
    }
}
