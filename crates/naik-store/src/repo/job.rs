//! Work for workers: asked for in the transaction that needs it, done once as far as anyone can see.
//!
//! A job waits until a worker takes it. The worker shows that it lives by
//! [`beat`]; a job whose worker fell silent is taken again. A job that failed
//! waits longer each time, and is dead after `most` attempts.

use naik_core::id::{JobId, Uuid};
use sea_orm::sea_query::{Expr, LockBehavior, LockType, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::{Page, one};
use crate::entity::job::{ActiveModel, Column, Entity, Model};
use crate::error::{Result, StoreError};

/// The longest wait before another attempt, in milliseconds.
const WAIT_MOST: i64 = 10 * 60 * 1000;

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Nobody has taken it.
    Waiting,
    /// A worker has it.
    Running,
    /// Done.
    Done,
    /// Failed too often; waits for a person.
    Dead,
    /// Its owner stopped it.
    Cancelled,
}

impl State {
    /// All, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Running,
        Self::Dead,
        Self::Done,
        Self::Cancelled,
    ];

    /// The word that is stored and used in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Dead => "dead",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == word)
    }
}

/// A piece of work.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// What kind of work.
    pub kind: String,
    /// What it is about: a product, for one.
    pub subject: Uuid,
    /// What it needs to know, as JSON.
    pub payload: String,
    /// Where it stands.
    pub state: State,
    /// How often it was begun.
    pub attempts: i32,
    /// How often it may be begun.
    pub most: i32,
    /// It is not begun before this time.
    pub run_at: i64,
    /// What it is at.
    pub step: String,
    /// Parts made.
    pub done: i32,
    /// Parts to make.
    pub total: i32,
    /// Whether its owner wants it stopped.
    pub cancel: bool,
    /// Why the last attempt failed.
    pub error: Option<String>,
    /// When it was asked for.
    pub created_at: i64,
    /// When it ended.
    pub ended_at: Option<i64>,
}

impl TryFrom<Model> for Job {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            id: JobId(row.id),
            kind: row.kind,
            subject: row.subject,
            payload: row.payload,
            state: State::parse(&row.state).ok_or(StoreError::Damaged("job"))?,
            attempts: row.attempts,
            most: row.most,
            run_at: row.run_at,
            step: row.step,
            done: row.done,
            total: row.total,
            cancel: row.cancel,
            error: row.error,
            created_at: row.created_at,
            ended_at: row.ended_at,
        })
    }
}

/// What is to be done.
#[derive(Clone, Debug)]
pub struct Order {
    /// Its id, chosen by the caller: the same id is the same job.
    pub id: JobId,
    /// What kind of work.
    pub kind: &'static str,
    /// What it is about.
    pub subject: Uuid,
    /// What it needs to know, as JSON.
    pub payload: String,
    /// How often it may be begun.
    pub most: i32,
}

/// Asks for work. Call it in the transaction that needs the work.
///
/// # Errors
/// `Taken` when the job was asked for before.
pub async fn push(db: &impl ConnectionTrait, order: Order, now: i64) -> Result<()> {
    Entity::insert(ActiveModel {
        id: Set(order.id.0),
        kind: Set(order.kind.to_owned()),
        subject: Set(order.subject),
        payload: Set(order.payload),
        state: Set(State::Waiting.key().to_owned()),
        attempts: Set(0),
        most: Set(order.most),
        run_at: Set(now),
        holder: Set(None),
        beat_at: Set(None),
        step: Set(String::new()),
        done: Set(0),
        total: Set(0),
        cancel: Set(false),
        error: Set(None),
        created_at: Set(now),
        ended_at: Set(None),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// Takes the job of these kinds that has waited longest. No two workers get the same.
///
/// # Errors
/// When the database refuses.
pub async fn take(
    db: &impl ConnectionTrait,
    kinds: &[&str],
    holder: &str,
    now: i64,
) -> Result<Option<Job>> {
    let next = Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::State.eq(State::Waiting.key()))
        .and_where(Column::Kind.is_in(kinds.iter().copied()))
        .and_where(Column::RunAt.lte(now))
        .order_by(Column::RunAt, sea_orm::Order::Asc)
        .order_by(Column::Id, sea_orm::Order::Asc)
        .limit(1)
        // PostgreSQL only; SQLite has one writer at a time anyway.
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .to_owned();
    let taken = Entity::update_many()
        .set(ActiveModel {
            state: Set(State::Running.key().to_owned()),
            holder: Set(Some(holder.to_owned())),
            beat_at: Set(Some(now)),
            ..ActiveModel::default()
        })
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(Column::Id.in_subquery(next))
        .exec_with_returning(db)
        .await?;
    taken.into_iter().next().map(Job::try_from).transpose()
}

/// Shows that the worker lives, and how far it is when it knows; says whether the job is still wanted.
///
/// # Errors
/// `Changed` when another worker has the job by now: stop, and change nothing.
pub async fn beat(
    db: &impl ConnectionTrait,
    id: JobId,
    holder: &str,
    at: Option<(&str, i32, i32)>,
    now: i64,
) -> Result<bool> {
    let mut row = ActiveModel {
        beat_at: Set(Some(now)),
        ..ActiveModel::default()
    };
    if let Some((step, done, total)) = at {
        row.step = Set(step.to_owned());
        row.done = Set(done);
        row.total = Set(total);
    }
    let rows = Entity::update_many()
        .set(row)
        .filter(held(id, holder))
        .exec_with_returning(db)
        .await?;
    rows.first()
        .map(|row| !row.cancel)
        .ok_or(StoreError::Changed)
}

/// Notes that a job is done. Call it in the transaction that keeps its result.
///
/// # Errors
/// `Changed` when another worker has the job by now: keep nothing.
pub async fn finish(db: &impl ConnectionTrait, id: JobId, holder: &str, now: i64) -> Result<()> {
    end(db, id, holder, State::Done, None, now).await
}

/// Notes that a job was stopped as its owner wished.
///
/// # Errors
/// `Changed` when another worker has the job by now.
pub async fn stopped(db: &impl ConnectionTrait, id: JobId, holder: &str, now: i64) -> Result<()> {
    end(db, id, holder, State::Cancelled, None, now).await
}

/// Notes that an attempt failed. The job waits 5, 10, 20 ... seconds and is tried again; `Dead` after the last
/// attempt, or at once when trying again can't help.
///
/// # Errors
/// `Changed` when another worker has the job by now.
pub async fn fail(
    db: &impl ConnectionTrait,
    job: &Job,
    holder: &str,
    error: &str,
    hopeless: bool,
    now: i64,
) -> Result<State> {
    if hopeless || job.attempts >= job.most {
        end(db, job.id, holder, State::Dead, Some(error), now).await?;
        return Ok(State::Dead);
    }
    let doubling = Ord::min(u32::try_from(job.attempts - 1).unwrap_or(0), 16);
    let wait = Ord::min(5000_i64 << doubling, WAIT_MOST);
    let done = Entity::update_many()
        .set(ActiveModel {
            state: Set(State::Waiting.key().to_owned()),
            holder: Set(None),
            run_at: Set(now + wait),
            error: Set(Some(error.to_owned())),
            ..ActiveModel::default()
        })
        .filter(held(job.id, holder))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)?;
    Ok(State::Waiting)
}

async fn end(
    db: &impl ConnectionTrait,
    id: JobId,
    holder: &str,
    state: State,
    error: Option<&str>,
    now: i64,
) -> Result<()> {
    let done = Entity::update_many()
        .set(ActiveModel {
            state: Set(state.key().to_owned()),
            holder: Set(None),
            error: Set(error.map(str::to_owned)),
            ended_at: Set(Some(now)),
            ..ActiveModel::default()
        })
        .filter(held(id, holder))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Changed)
}

fn held(id: JobId, holder: &str) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(Column::Id.eq(id.0))
        .add(Column::State.eq(State::Running.key()))
        .add(Column::Holder.eq(holder))
}

/// Frees jobs whose worker fell silent before a time. The attempt counts; those that were begun too often are dead, and
/// returned: call it in a transaction that ends what they were to make.
///
/// # Errors
/// When the database refuses.
pub async fn reclaim(db: &impl ConnectionTrait, silent_since: i64, now: i64) -> Result<Vec<JobId>> {
    let silent = sea_orm::Condition::all()
        .add(Column::State.eq(State::Running.key()))
        .add(Column::BeatAt.lt(silent_since));
    let dead = Entity::update_many()
        .set(ActiveModel {
            state: Set(State::Dead.key().to_owned()),
            holder: Set(None),
            error: Set(Some("worker-lost".to_owned())),
            ended_at: Set(Some(now)),
            ..ActiveModel::default()
        })
        .filter(silent.clone())
        .filter(Expr::col(Column::Attempts).gte(Expr::col(Column::Most)))
        .exec_with_returning(db)
        .await?;
    Entity::update_many()
        .set(ActiveModel {
            state: Set(State::Waiting.key().to_owned()),
            holder: Set(None),
            ..ActiveModel::default()
        })
        .filter(silent)
        .exec(db)
        .await?;
    Ok(dead.into_iter().map(|row| JobId(row.id)).collect())
}

/// Wishes a job stopped: at once when it waits, at its next beat when it runs.
///
/// # Errors
/// `Missing` when it has ended.
pub async fn cancel(db: &impl ConnectionTrait, id: JobId, now: i64) -> Result<()> {
    let waiting = Entity::update_many()
        .set(ActiveModel {
            state: Set(State::Cancelled.key().to_owned()),
            ended_at: Set(Some(now)),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.eq(State::Waiting.key()))
        .exec(db)
        .await?;
    if waiting.rows_affected == 1 {
        return Ok(());
    }
    let running = Entity::update_many()
        .set(ActiveModel {
            cancel: Set(true),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.eq(State::Running.key()))
        .exec(db)
        .await?;
    one(running.rows_affected, StoreError::Missing)
}

/// Lets a dead or cancelled job begin anew.
///
/// # Errors
/// `Missing` when it is neither.
pub async fn retry(db: &impl ConnectionTrait, id: JobId, now: i64) -> Result<()> {
    let done = Entity::update_many()
        .set(ActiveModel {
            state: Set(State::Waiting.key().to_owned()),
            attempts: Set(0),
            run_at: Set(now),
            cancel: Set(false),
            error: Set(None),
            ended_at: Set(None),
            ..ActiveModel::default()
        })
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.is_in([State::Dead.key(), State::Cancelled.key()]))
        .exec(db)
        .await?;
    one(done.rows_affected, StoreError::Missing)
}

/// Whether a worker has fallen silent: most looks find none, and need no transaction.
///
/// # Errors
/// When the database refuses.
pub async fn any_silent(db: &impl ConnectionTrait, silent_since: i64) -> Result<bool> {
    let found = Entity::find()
        .filter(Column::State.eq(State::Running.key()))
        .filter(Column::BeatAt.lt(silent_since))
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// Whether work of a kind on a subject waits or runs.
///
/// # Errors
/// When the database refuses.
pub async fn wanted(db: &impl ConnectionTrait, kind: &str, subject: Uuid) -> Result<Option<Job>> {
    let found = Entity::find()
        .filter(Column::Kind.eq(kind))
        .filter(Column::Subject.eq(subject))
        .filter(Column::State.is_in([State::Waiting.key(), State::Running.key()]))
        // One that is under way says how far it is.
        .order_by_asc(Column::State)
        .one(db)
        .await?;
    found.map(Job::try_from).transpose()
}

/// The job with an id.
///
/// # Errors
/// `Missing` when there is none.
pub async fn get(db: &impl ConnectionTrait, id: JobId) -> Result<Job> {
    let found = Entity::find_by_id(id.0).one(db).await?;
    found.ok_or(StoreError::Missing)?.try_into()
}

/// How many jobs will be taken before this one.
///
/// # Errors
/// When the database refuses.
pub async fn ahead(db: &impl ConnectionTrait, job: &Job) -> Result<u64> {
    let before = Column::RunAt
        .lt(job.run_at)
        .or(Column::RunAt.eq(job.run_at).and(Column::Id.lt(job.id.0)));
    Ok(Entity::find()
        .filter(Column::State.eq(State::Waiting.key()))
        .filter(before)
        .count(db)
        .await?)
}

/// Jobs in a state, or in any, the last asked for first.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, state: Option<State>, page: Page) -> Result<Vec<Job>> {
    let mut all = Entity::find();
    if let Some(state) = state {
        all = all.filter(Column::State.eq(state.key()));
    }
    let rows = all
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .offset(page.skip)
        .limit(page.take)
        .all(db)
        .await?;
    rows.into_iter().map(Job::try_from).collect()
}

/// How many jobs there are in each state.
///
/// # Errors
/// When the database refuses.
pub async fn counts(db: &impl ConnectionTrait) -> Result<Vec<(State, u64)>> {
    let rows: Vec<(String, i64)> = Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .group_by(Column::State)
        .into_tuple()
        .all(db)
        .await?;
    Ok(State::ALL
        .into_iter()
        .map(|state| {
            let found = rows.iter().find(|(word, _)| word == state.key());
            (
                state,
                found.map_or(0, |(_, n)| u64::try_from(*n).unwrap_or(0)),
            )
        })
        .collect())
}

/// Forgets jobs that were done or cancelled before a time.
///
/// # Errors
/// When the database refuses.
pub async fn sweep(db: &impl ConnectionTrait, before: i64) -> Result<u64> {
    let done = Entity::delete_many()
        .filter(Column::State.is_in([State::Done.key(), State::Cancelled.key()]))
        .filter(Column::EndedAt.lt(before))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}
