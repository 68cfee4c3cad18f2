//! Work is done once as far as anyone can see, whatever happens to those who do it.

use naik_core::id::{JobId, Uuid};
use naik_store::repo::Page;
use naik_store::repo::job::{self, Order, State};
use naik_store::{Store, StoreError};

use crate::place::on_both;

const ALL: Page = Page { skip: 0, take: 100 };

fn order(number: u128) -> Order {
    Order {
        id: JobId(Uuid::from_u128(number)),
        kind: "kit",
        subject: Uuid::from_u128(1),
        payload: "{}".to_owned(),
        most: 3,
    }
}

async fn push(store: &Store, number: u128, now: i64) -> JobId {
    let order = order(number);
    let id = order.id;
    job::push(store.db(), order, now).await.unwrap();
    id
}

async fn state(store: &Store, id: JobId) -> State {
    job::get(store.db(), id).await.unwrap().state
}

async fn a_job_is_asked_for_with_its_change_or_not_at_all(store: Store) {
    let change = store.begin().await.unwrap();
    job::push(&change, order(1), 0).await.unwrap();
    change.rollback().await.unwrap();
    assert!(
        job::take(store.db(), &["kit"], "w", 1)
            .await
            .unwrap()
            .is_none()
    );

    let change = store.begin().await.unwrap();
    job::push(&change, order(1), 0).await.unwrap();
    change.commit().await.unwrap();
    assert!(
        job::take(store.db(), &["kit"], "w", 1)
            .await
            .unwrap()
            .is_some()
    );

    // A worker sees the kinds that it takes, and no other.
    push(&store, 2, 0).await;
    let others = job::take(store.db(), &["board"], "w", 1).await.unwrap();
    assert!(others.is_none());
    let wanted = job::wanted(store.db(), "kit", Uuid::from_u128(1)).await;
    assert_eq!(wanted.unwrap().unwrap().state, State::Running);

    let twice = job::push(store.db(), order(1), 0).await;
    assert!(matches!(twice, Err(StoreError::Taken)));
}

async fn each_job_goes_to_one_worker(store: Store) {
    for number in 1..=20 {
        push(&store, number, 0).await;
    }
    let workers = (0..4).map(|worker| {
        let store = store.clone();
        tokio::spawn(async move {
            let name = format!("worker {worker}");
            let mut mine = Vec::new();
            while let Some(job) = job::take(store.db(), &["kit"], &name, 1).await.unwrap() {
                mine.push(job.id);
            }
            mine
        })
    });
    let mut taken = Vec::new();
    for worker in workers.collect::<Vec<_>>() {
        taken.extend(worker.await.unwrap());
    }
    taken.sort();
    let expected: Vec<JobId> = (1..=20).map(|n| JobId(Uuid::from_u128(n))).collect();
    assert_eq!(taken, expected);
}

async fn the_oldest_comes_first_and_the_queue_is_known(store: Store) {
    let late = push(&store, 1, 20).await;
    let early = push(&store, 2, 10).await;
    let last = job::get(store.db(), late).await.unwrap();
    assert_eq!(job::ahead(store.db(), &last).await.unwrap(), 1);
    let taken = job::take(store.db(), &["kit"], "w", 30)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(taken.id, early);
    assert_eq!(job::ahead(store.db(), &last).await.unwrap(), 0);
    assert!(
        job::take(store.db(), &["kit"], "w", 19)
            .await
            .unwrap()
            .is_none()
    );
}

async fn a_failed_job_waits_longer_each_time_and_dies(store: Store) {
    let id = push(&store, 1, 0).await;
    for (now, next) in [(0, 5_000), (5_000, 15_000)] {
        let taken = job::take(store.db(), &["kit"], "w", now)
            .await
            .unwrap()
            .unwrap();
        let after = job::fail(store.db(), &taken, "w", "no tool", false, now);
        assert_eq!(after.await.unwrap(), State::Waiting);
        assert!(
            job::take(store.db(), &["kit"], "w", next - 1)
                .await
                .unwrap()
                .is_none()
        );
    }
    let taken = job::take(store.db(), &["kit"], "w", 15_000)
        .await
        .unwrap()
        .unwrap();
    let after = job::fail(store.db(), &taken, "w", "no tool", false, 15_001);
    assert_eq!(after.await.unwrap(), State::Dead);
    let dead = job::list(store.db(), Some(State::Dead), ALL).await.unwrap();
    assert_eq!(dead[0].error.as_deref(), Some("no tool"));

    job::retry(store.db(), id, 20_000).await.unwrap();
    let taken = job::take(store.db(), &["kit"], "w", 20_000)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(taken.attempts, 1);
    let after = job::fail(store.db(), &taken, "w", "bad photo", true, 20_001);
    assert_eq!(
        after.await.unwrap(),
        State::Dead,
        "hopeless ones die at once"
    );
}

async fn a_job_of_a_lost_worker_is_taken_again(store: Store) {
    let id = push(&store, 1, 0).await;
    job::take(store.db(), &["kit"], "lost", 0)
        .await
        .unwrap()
        .unwrap();
    assert!(!job::any_silent(store.db(), 0).await.unwrap());
    assert!(job::any_silent(store.db(), 1).await.unwrap());
    assert!(
        job::reclaim(store.db(), 1, 60_000)
            .await
            .unwrap()
            .is_empty()
    );
    let again = job::take(store.db(), &["kit"], "next", 60_000)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((again.id, again.attempts), (id, 2));

    // The lost worker comes back: it may keep nothing.
    let late = job::finish(store.db(), id, "lost", 60_001).await;
    assert!(matches!(late, Err(StoreError::Changed)));
    let late = job::beat(store.db(), id, "lost", Some(("photos", 1, 2)), 60_001).await;
    assert!(matches!(late, Err(StoreError::Changed)));

    job::finish(store.db(), id, "next", 60_002).await.unwrap();
    assert_eq!(state(&store, id).await, State::Done);
}

async fn a_job_that_kills_its_workers_dies(store: Store) {
    let id = push(&store, 1, 0).await;
    let mut dead = Vec::new();
    for round in 0..3 {
        let at = round * 10;
        job::take(store.db(), &["kit"], "w", at)
            .await
            .unwrap()
            .unwrap();
        dead.extend(job::reclaim(store.db(), at + 1, at + 5).await.unwrap());
    }
    assert_eq!(dead, [id], "whoever asked for it is told");
    assert_eq!(state(&store, id).await, State::Dead);
}

async fn a_job_can_be_stopped(store: Store) {
    let waiting = push(&store, 1, 0).await;
    job::cancel(store.db(), waiting, 1).await.unwrap();
    assert_eq!(state(&store, waiting).await, State::Cancelled);
    assert!(
        job::take(store.db(), &["kit"], "w", 2)
            .await
            .unwrap()
            .is_none()
    );

    let running = push(&store, 2, 0).await;
    job::take(store.db(), &["kit"], "w", 2)
        .await
        .unwrap()
        .unwrap();
    let wanted = job::beat(store.db(), running, "w", Some(("photos", 0, 3)), 3).await;
    assert!(wanted.unwrap());
    job::cancel(store.db(), running, 4).await.unwrap();
    let wanted = job::beat(store.db(), running, "w", Some(("photos", 1, 3)), 5).await;
    assert!(!wanted.unwrap());
    job::stopped(store.db(), running, "w", 6).await.unwrap();

    let ended = job::cancel(store.db(), running, 7).await;
    assert!(matches!(ended, Err(StoreError::Missing)));
    let counts = job::counts(store.db()).await.unwrap();
    assert!(counts.contains(&(State::Cancelled, 2)));
    assert!(counts.contains(&(State::Waiting, 0)));
    assert_eq!(job::sweep(store.db(), 6).await.unwrap(), 1);
}

on_both!(
    a_job_is_asked_for_with_its_change_or_not_at_all,
    each_job_goes_to_one_worker,
    the_oldest_comes_first_and_the_queue_is_known,
    a_failed_job_waits_longer_each_time_and_dies,
    a_job_of_a_lost_worker_is_taken_again,
    a_job_that_kills_its_workers_dies,
    a_job_can_be_stopped,
);
