//! Pertumbuhan: what sales did in a cohort, worked out by a job, kept in versions, traceable to its records.

use std::collections::HashMap;

use naik_core::access::{Action, Scope, Who, may};
use naik_core::account::Purpose;
use naik_core::id::{CohortId, JobId, PersonId, ShopId, Uuid};
use naik_core::measure::figures::{METHOD, entries, figures};
use naik_core::measure::gather::{accepted, months, stated};
use naik_core::measure::growth::{Group, Grown, Missing, Record};
use naik_core::measure::month::Frame;
use naik_core::programme::cohort::{Cohort, Programme};
use naik_core::programme::day::{month, plus};
use naik_core::programme::enrolment::{Enrolment, State};
use naik_core::programme::evidence::Evidence;
use naik_core::seed::Seed;
use naik_store::StoreError;
use naik_store::blob::digest;
use naik_store::repo::growth::{self, Kept};
use naik_store::repo::job::{self, Order};
use naik_store::repo::sale::Days;
use naik_store::repo::{cohort, consent, enrolment, evidence, history, programme, shop};

use super::super::Platform;
use super::super::error::Fault;
use super::super::reach::actor;

/// The word of these jobs.
pub(crate) const GROWTH: &str = "growth";
/// How often a job is begun.
const TRIES: i32 = 4;

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
    /// Whether a new version is on its way.
    pub is_running: bool,
}

/// What one shop brought to a version.
#[derive(Clone, Debug)]
pub struct Trace {
    /// Its name.
    pub name: String,
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
        let (programme, cohort) = self.cohort_to_run(who, id).await?;
        let db = self.store.db();
        let shown = match version {
            Some(version) => Some(growth::get(db, id, version).await?),
            None => growth::last(db, id).await?,
        };
        Ok(Growth {
            programme,
            cohort,
            shown,
            versions: growth::versions(db, id).await?,
            is_running: job::is_wanted(db, GROWTH, id.0).await?,
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
        let ids: Vec<Uuid> = records.iter().map(|record| record.shop.0).collect();
        let mut names: HashMap<Uuid, String> = HashMap::new();
        for part in ids.chunks(500) {
            names.extend(shop::names(db, part).await?);
        }
        let Some(shown) = &growth.shown else {
            return Err(Fault::Missing);
        };
        let traces = entries(&records, &shown.figures.frame)
            .into_iter()
            .map(|entry| Trace {
                name: names.get(&entry.record.shop.0).cloned().unwrap_or_default(),
                record: entry.record.clone(),
                outcome: entry.outcome,
            })
            .collect();
        self.note(db, who, "trace-growth", &format!("cohort:{id}"), "done")
            .await?;
        Ok((growth, traces))
    }

    /// Asks that a cohort's figures are worked out anew. The same key asks once.
    ///
    /// # Errors
    /// `Missing` as for the figures.
    pub async fn ask_growth(&self, who: &Who, id: CohortId, key: &str) -> Result<(), Fault> {
        self.cohort_to_run(who, id).await?;
        let change = self.store.begin().await?;
        let kept = self
            .receipt(&change, &actor(who), key, &format!("growth {id}"), "asked")
            .await?;
        if kept.is_some() || job::is_wanted(&change, GROWTH, id.0).await? {
            return Ok(());
        }
        let order = growth_order(JobId(self.outside.id()), id);
        job::push(&change, order, self.now()).await?;
        self.note(&change, who, "ask-growth", &format!("cohort:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        self.work.notify_one();
        Ok(())
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
            // The same cohort and month are the same job, whichever worker asks.
            let name = digest(format!("{GROWTH} {} {}", cohort.id, frame.last).as_bytes());
            let id = JobId(id_of(&name));
            match job::push(db, growth_order(id, cohort.id), self.now()).await {
                Ok(()) => asked += 1,
                Err(StoreError::Taken) => {}
                Err(error) => return Err(error.into()),
            }
        }
        if asked > 0 {
            self.work.notify_one();
        }
        Ok(asked)
    }

    /// Works a cohort's figures out and, where what they are made of has changed, keeps a new version together with the
    /// end of the job.
    pub(crate) async fn reckon_growth(&self, job: &job::Job, holder: &str) -> Result<(), Fault> {
        let (db, id) = (self.store.db(), CohortId(job.subject));
        let cohort = cohort::get(db, id).await?;
        let frame = Frame::new(&cohort.cohort, self.today());
        let records = self.growth_of(&cohort.cohort, &frame).await?;
        let made_of = serde_json::to_vec(&(METHOD, &frame, &records))
            .map_err(|error| Fault::Internal(error.to_string()))?;
        let made_of = digest(&made_of);
        let drawn = cohort.cohort.lottery && cohort.draw.is_some();
        let given = records.clone();
        // Half a second for a thousand shops: not on the threads that pages wait on.
        let work = move || figures(&given, &frame, drawn, Seed(0).of(&id.to_string()));
        let worked = tokio::task::spawn_blocking(work)
            .await
            .map_err(|error| Fault::Internal(error.to_string()))?;
        let change = self.store.begin().await?;
        let last = growth::last(&change, id).await?;
        if last.as_ref().is_none_or(|last| last.digest != made_of) {
            let new = Kept {
                version: last.map_or(0, |last| last.version) + 1,
                computed_at: self.now(),
                digest: made_of,
                figures: worked,
            };
            growth::add(&change, id, &new, &records).await?;
        }
        job::finish(&change, job.id, holder, self.now()).await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// The records of a cohort's shops, and of those who wait for a place.
    async fn growth_of(&self, cohort: &Cohort, frame: &Frame) -> Result<Vec<Record>, Fault> {
        let db = self.store.db();
        let mut records = Vec::new();
        for kept in enrolment::of_cohort(db, cohort.id).await? {
            let group = match kept.enrolment.state {
                State::Enrolled | State::Left | State::Completed => Group::Cohort,
                State::Waiting => Group::Waiting,
                // Took the application back, or nobody has decided yet: on neither side of the draw.
                State::Applied | State::Withdrawn => continue,
            };
            records.push(self.record_of(&kept.enrolment, group, frame).await?);
        }
        records.sort_by_key(|record| record.shop);
        Ok(records)
    }

    async fn record_of(
        &self,
        enrolment: &Enrolment,
        group: Group,
        frame: &Frame,
    ) -> Result<Record, Fault> {
        let (db, id) = (self.store.db(), enrolment.shop);
        let mut record = Record {
            shop: id,
            group,
            consent: self.lets_count(id).await?,
            moved: None,
            stated: None,
            months: std::collections::BTreeMap::new(),
        };
        // Who did not agree is counted as missing, and nothing of theirs is read.
        if !record.consent {
            return Ok(record);
        }
        if group == Group::Waiting {
            record.moved = self.entered_elsewhere(enrolment).await?;
        }
        let [first, ..] = frame.baseline;
        let days = Days {
            first,
            last: plus(month(frame.last, 1), -1),
        };
        let sold = growth::sold(db, id, days).await?;
        let shown = evidence::of_shop(db, id).await?;
        let shown: Vec<&Evidence> = shown.iter().map(|kept| &kept.evidence).collect();
        let events = history::of_shop(db, id).await?;
        let people: Vec<PersonId> = shop::workers(db, id).await?;
        let accepted = accepted(&people, &events, self.today());
        record.stated = stated(&shown, &accepted);
        record.months = months(&sold, &shown, &accepted);
        record
            .months
            .retain(|month, _| days.first <= *month && *month <= days.last);
        Ok(record)
    }

    /// Whether an owner lets the shop count in numbers.
    async fn lets_count(&self, id: ShopId) -> Result<bool, Fault> {
        let db = self.store.db();
        for owner in shop::owners(db, id).await? {
            if consent::given(db, owner)
                .await?
                .contains(&Purpose::Statistics)
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// When a shop that waits got a place in another cohort.
    async fn entered_elsewhere(
        &self,
        waiting: &Enrolment,
    ) -> Result<Option<jiff::civil::Date>, Fault> {
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
                first = Some(first.map_or(start, |known: jiff::civil::Date| known.min(start)));
            }
        }
        Ok(first)
    }

    /// A cohort with its programme, for whoever runs programmes where it is.
    async fn cohort_to_run(&self, who: &Who, id: CohortId) -> Result<(Programme, Cohort), Fault> {
        let db = self.store.db();
        let cohort = cohort::get(db, id).await?.cohort;
        let programme = programme::get(db, cohort.programme).await?;
        let scope = Scope::Area(programme.area.clone());
        let action = Action::RunProgramme;
        if may(who, action, &scope) {
            return Ok((programme, cohort));
        }
        Err(self.hidden(who, action, &format!("cohort:{id}")).await?)
    }
}

fn growth_order(id: JobId, cohort: CohortId) -> Order {
    Order {
        id,
        kind: GROWTH,
        subject: cohort.0,
        payload: "{}".to_owned(),
        most: TRIES,
    }
}

/// An id that follows from a digest.
fn id_of(digest: &str) -> Uuid {
    let bytes = naik_core::encode::unhex(digest).unwrap_or_default();
    let mut first = [0; 16];
    for (to, from) in first.iter_mut().zip(bytes) {
        *to = from;
    }
    Uuid::from_bytes(first)
}
