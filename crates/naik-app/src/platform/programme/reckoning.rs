//! Numbers of a cohort that take a while: asked for as jobs, by hand or because a day or a month has ended.

use naik_core::access::Who;
use naik_core::id::{CohortId, JobId, Uuid};
use naik_store::blob::digest;
use naik_store::repo::job::{self, Job, Order};
use naik_store::{On, StoreError};

use super::super::Platform;
use super::super::error::Fault;
use super::super::reach::actor;

/// How often a job is begun.
const TRIES: i32 = 4;

/// What is reckoned of a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reckoning {
    /// Papan Kota: where its shops stand.
    Board,
    /// Pertumbuhan: what its sales did.
    Growth,
}

impl Reckoning {
    /// The words of both in the table of jobs.
    pub(crate) const KINDS: [&str; 2] = [Self::Board.key(), Self::Growth.key()];

    /// Its word in the table of jobs.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Growth => "growth",
        }
    }

    /// What is written down when someone asks for it.
    fn action(self) -> &'static str {
        match self {
            Self::Board => "reckon-board",
            Self::Growth => "ask-growth",
        }
    }

    fn order(self, id: JobId, cohort: CohortId) -> Order {
        Order {
            id,
            kind: self.key(),
            subject: cohort.0,
            payload: "{}".to_owned(),
            most: TRIES,
        }
    }
}

impl Platform {
    /// Asks that a cohort's numbers are reckoned anew; asking while they already are adds nothing, and the same key asks
    /// once.
    ///
    /// # Errors
    /// `Missing` when this one does not run the cohort.
    pub async fn ask_reckoning(
        &self,
        who: &Who,
        what: Reckoning,
        id: CohortId,
        key: &str,
    ) -> Result<(), Fault> {
        self.run_cohort(who, id).await?;
        let change = self.store.begin().await?;
        let meant = format!("{} {id}", what.key());
        let kept = self
            .receipt(&change, &actor(who), key, &meant, "asked")
            .await?;
        if kept.is_some() {
            return Ok(());
        }
        self.want(&change, what, id).await?;
        self.note(&change, who, what.action(), &format!("cohort:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Has a cohort's numbers reckoned anew, unless that waits already. Call it in the transaction that changes what they
    /// are made of.
    pub(crate) async fn want(
        &self,
        db: &impl On,
        what: Reckoning,
        id: CohortId,
    ) -> Result<(), Fault> {
        let wanted = job::wanted(db, what.key(), id.0).await?;
        // One that runs may have read the old records already.
        if wanted.is_none_or(|job| job.state == job::State::Running) {
            let order = what.order(JobId(self.outside.id()), id);
            job::push(db, order, self.now()).await?;
        }
        Ok(())
    }

    /// Asks for what a day or a month made due; whichever worker asks, and however often, it is one job. Says whether it
    /// was asked for now.
    pub(crate) async fn due(
        &self,
        what: Reckoning,
        id: CohortId,
        mark: &str,
    ) -> Result<bool, Fault> {
        let job = JobId(id_of(&format!("{} {id} {mark}", what.key())));
        match job::push(self.store.db(), what.order(job, id), self.now()).await {
            Ok(()) => Ok(true),
            Err(StoreError::Taken) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// How far a cohort's reckoning is: parts done of all, both 0 before it knows; none when nothing waits or runs.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn under_way(
        &self,
        what: Reckoning,
        id: CohortId,
    ) -> Result<Option<(i32, i32)>, Fault> {
        let wanted = job::wanted(self.store.db(), what.key(), id.0).await?;
        Ok(wanted.map(|job| (job.done, job.total)))
    }

    /// Does a job of these kinds.
    pub(crate) async fn reckon(&self, job: &Job, holder: &str) -> Result<(), Fault> {
        let what = [Reckoning::Board, Reckoning::Growth]
            .into_iter()
            .find(|what| what.key() == job.kind);
        match what {
            Some(Reckoning::Board) => self.reckon_board(job, holder).await,
            Some(Reckoning::Growth) => self.reckon_growth(job, holder).await,
            None => Err(Fault::Internal(format!("no reckoning: {}", job.kind))),
        }
    }

    /// Shows how far a reckoning is, and that its worker lives.
    pub(crate) async fn reached(
        &self,
        (job, holder): (JobId, &str),
        what: Reckoning,
        (done, total): (usize, usize),
    ) -> Result<(), Fault> {
        let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
        let at = Some((what.key(), count(done), count(total)));
        match job::beat(self.store.db(), job, holder, at, self.now()).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_passing() => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// An id that follows from a name.
fn id_of(name: &str) -> Uuid {
    let bytes = naik_core::encode::unhex(&digest(name.as_bytes())).unwrap_or_default();
    let mut first = [0; 16];
    for (to, from) in first.iter_mut().zip(bytes) {
        *to = from;
    }
    Uuid::from_bytes(first)
}
