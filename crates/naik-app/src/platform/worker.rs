//! Workers: they take jobs, show that they live, and keep what was made in one transaction with the job's end.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use naik_core::id::{KitId, ProductId};
use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_store::StoreError;
use naik_store::repo::job::{self, Job};
use naik_store::repo::kit::{self, File, State};
use naik_store::repo::product;
use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::time::{Instant, interval, sleep_until};

use super::Platform;
use super::error::Fault;
use super::kit::{KIT, Payload};
use super::programme::reckoning::Reckoning;
use crate::error::AppError;
use crate::progress::Cancel;
use crate::words::Words;

mod make;

/// A worker shows that it lives this often.
const BEAT: Duration = Duration::from_secs(3);
/// A job whose worker was silent this long is taken by another, in milliseconds.
const SILENCE: i64 = 15_000;
/// How often a worker looks for jobs that nobody woke it for.
const LOOK: Duration = Duration::from_secs(1);
/// How long a fresh server is left alone.
const SETTLE: Duration = Duration::from_secs(20);
/// How often what has ended is swept away.
const SWEEP: Duration = Duration::from_secs(3600);

/// Takes jobs until it is told to stop.
pub struct Worker {
    platform: Platform,
    /// Different from every other worker's.
    name: String,
    /// Jobs at one time.
    at_once: usize,
    words: Arc<Speaks>,
    /// Threads of its own: whoever mends a cut-out by touch does not wait behind a kit.
    pool: Arc<ThreadPool>,
}

/// What people read in a language.
type Speaks = dyn Fn(Lang) -> Words + Send + Sync;

/// A scratch folder, which goes whatever comes of its work.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        // What can't be removed now is removed by the next attempt.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What the making tells while it goes on.
pub(crate) enum News {
    /// A step moved on.
    At(&'static str, i32, i32),
    /// A file is whole.
    File(String, PathBuf),
}

impl Worker {
    /// A worker for so many jobs at one time, with so many threads for pictures.
    ///
    /// # Errors
    /// When the threads can't be had.
    pub fn new(
        platform: Platform,
        at_once: usize,
        threads: usize,
        words: impl Fn(Lang) -> Words + Send + Sync + 'static,
    ) -> Result<Self, Fault> {
        let pool = ThreadPoolBuilder::new()
            .num_threads(threads.max(1))
            .thread_name(|n| format!("kit-{n}"))
            .build()
            .map_err(|e| Fault::Internal(e.to_string()))?;
        Ok(Self {
            name: format!("worker-{}", platform.outside.id()),
            platform,
            at_once,
            words: Arc::new(words),
            pool: Arc::new(pool),
        })
    }

    /// Works until `stop` says so; what is under way then is given back to the queue by its silence. A country's numbers
    /// take minutes: they are reckoned beside kits, one cohort at a time, so that no owner waits for them.
    pub async fn run(self, stop: watch::Receiver<bool>) {
        let worker = Arc::new(self);
        let kits = Arc::clone(&worker).lane(&[KIT], worker.at_once, stop.clone());
        let numbers = Arc::clone(&worker).lane(&Reckoning::KINDS, 1, stop.clone());
        tokio::join!(kits, numbers, worker.keep_house(stop));
    }

    /// Takes jobs of these kinds, so many at one time.
    async fn lane(
        self: Arc<Self>,
        kinds: &[&str],
        at_once: usize,
        mut stop: watch::Receiver<bool>,
    ) {
        let places = Arc::new(Semaphore::new(at_once.max(1)));
        while !*stop.borrow() {
            let place = tokio::select! {
                place = places.clone().acquire_owned() => place,
                _ = stop.changed() => continue,
            };
            let Ok(place) = place else {
                return;
            };
            match self.next(kinds).await {
                Ok(Some((job, holder))) => {
                    let worker = Arc::clone(&self);
                    let stop = stop.clone();
                    tokio::spawn(async move {
                        worker.perform(job, &holder, stop).await;
                        drop(place);
                    });
                    continue;
                }
                Ok(None) => {}
                Err(error) => tracing::warn!(%error, "no job could be taken"),
            }
            drop(place);
            tokio::select! {
                () = self.platform.work.notified() => {}
                () = sleep_until(Instant::now() + LOOK) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// From time to time: sweeps, and asks for what a day or a month made due.
    async fn keep_house(&self, mut stop: watch::Receiver<bool>) {
        let mut next = Instant::now() + SETTLE;
        while !*stop.borrow() {
            tokio::select! {
                () = sleep_until(next) => next = Instant::now() + SWEEP,
                _ = stop.changed() => continue,
            }
            if let Err(error) = self.platform.sweep().await {
                tracing::warn!(%error, "the sweep stopped");
            }
            // A month may have ended since.
            if let Err(error) = self.platform.refresh_growth().await {
                tracing::warn!(%error, "no new figures could be asked for");
            }
            // Once a day, by the first worker that finds the day's boards missing.
            if let Err(error) = self.platform.refresh_boards().await {
                tracing::warn!(%error, "the boards could not be asked for");
            }
        }
    }

    async fn next(&self, kinds: &[&str]) -> Result<Option<(Job, String)>, Fault> {
        let (db, now) = (self.platform.store.db(), self.platform.now());
        if job::any_silent(db, now - SILENCE).await? {
            self.bury(now).await?;
        }
        // A name of its own for each attempt: what a slow one still does never passes for the next one's.
        let holder = format!("{}-{}", self.name, self.platform.outside.id());
        let taken = job::take(db, kinds, &holder, now).await?;
        Ok(taken.map(|job| (job, holder)))
    }

    /// Frees the jobs of silent workers; a version whose job died with them could not be made.
    async fn bury(&self, now: i64) -> Result<(), Fault> {
        let change = self.platform.store.begin().await?;
        for id in job::reclaim(&change, now - SILENCE, now).await? {
            let told = serde_json::to_string(&Message::new("kit-not-made"))
                .map_err(|e| Fault::Internal(e.to_string()))?;
            kit::ended(&change, KitId(id.0), State::Failed, Some(told)).await?;
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Does one job, whatever comes of it.
    async fn perform(&self, job: Job, holder: &str, stop: watch::Receiver<bool>) {
        let id = job.id;
        let outcome = if Reckoning::KINDS.contains(&job.kind.as_str()) {
            let reckoning = self.platform.reckon(&job, holder);
            self.alive((&job, holder), reckoning).await
        } else {
            match serde_json::from_str::<Payload>(&job.payload) {
                Ok(payload) => self.make_kit(&job, holder, &payload, stop).await,
                Err(error) => Err(Fault::Internal(format!(
                    "a job that can't be read: {error}"
                ))),
            }
        };
        match outcome {
            Ok(()) => tracing::info!(job = %id, "done"),
            Err(error) => {
                tracing::warn!(job = %id, %error, "failed");
                if let Err(error) = self.failed(&job, holder, error).await {
                    tracing::warn!(job = %id, %error, "its failure could not be noted");
                }
            }
        }
        self.platform.tell(ProductId(job.subject));
    }

    async fn make_kit(
        &self,
        job: &Job,
        holder: &str,
        payload: &Payload,
        stop: watch::Receiver<bool>,
    ) -> Result<(), Fault> {
        let name = format!("{}.{}", job.id, job.attempts);
        self.clear_earlier(job, &name);
        let scratch = Scratch(self.platform.scratch.join(name));
        let folder = scratch.0.clone();
        let gathering = make::gather(&self.platform, job, payload, &folder);
        let work = self.alive((job, holder), gathering).await?;
        let cancel = Arc::new(Cancel::new());
        let (tell, hear) = mpsc::unbounded_channel();
        let words = (self.words)(payload.lang);
        let stopper = Arc::clone(&cancel);
        let pool = Arc::clone(&self.pool);
        let making = tokio::task::spawn_blocking(move || {
            pool.install(move || work.run(&words, tell, &stopper))
        });
        let followed = self
            .follow((job, holder), payload.kit, hear, &cancel, stop)
            .await;
        if followed.is_err() {
            // Nobody will keep what it makes.
            cancel.ask();
        }
        let made = making
            .await
            .map_err(|_| Fault::Internal("the making of a kit broke off".to_owned()))?;
        let server_stops = followed?;
        match made {
            Ok(made) => {
                let files = self.files(payload.kit, &made);
                let files = self.alive((job, holder), files).await?;
                self.keep(job, holder, payload.kit, &made, files).await
            }
            Err(AppError::Cancelled) if server_stops => {
                // Its silence gives it back to the queue; the next worker begins anew.
                Ok(())
            }
            Err(AppError::Cancelled) => self.stopped(job, holder, payload.kit).await,
            Err(error) => Err(error.into()),
        }
    }

    /// Does a part of a job that tells nothing of itself, and shows meanwhile that this worker lives.
    async fn alive<T>(
        &self,
        (job, holder): (&Job, &str),
        part: impl Future<Output = Result<T, Fault>>,
    ) -> Result<T, Fault> {
        let mut part = std::pin::pin!(part);
        let mut tick = interval(BEAT);
        loop {
            tokio::select! {
                done = &mut part => return done,
                _ = tick.tick() => {}
            }
            let (db, now) = (self.platform.store.db(), self.platform.now());
            match job::beat(db, job.id, holder, None, now).await {
                // A wish to stop is heard by the part that can.
                Ok(_) => {}
                Err(error) if error.is_passing() => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Removes what earlier attempts left behind when they were killed: nobody keeps it any more.
    fn clear_earlier(&self, job: &Job, own: &str) {
        let start = format!("{}.", job.id);
        let folders = std::fs::read_dir(&self.platform.scratch);
        for folder in folders.into_iter().flatten().flatten() {
            let name = folder.file_name();
            let is_earlier = name
                .to_str()
                .is_some_and(|name| name.starts_with(&start) && name != own);
            if is_earlier {
                drop(Scratch(folder.path()));
            }
        }
    }

    /// Listens until the making ends: beats, shows files as they appear, and passes a wish to stop on. Says
    /// whether the server itself was told to stop.
    async fn follow(
        &self,
        (job, holder): (&Job, &str),
        kit: KitId,
        mut hear: mpsc::UnboundedReceiver<News>,
        cancel: &Cancel,
        mut stop: watch::Receiver<bool>,
    ) -> Result<bool, Fault> {
        let mut at = ("waiting", 0, 0);
        let mut tick = interval(BEAT);
        let mut stops = false;
        loop {
            let news = tokio::select! {
                news = hear.recv() => match news {
                    Some(news) => Some(news),
                    None => return Ok(stops),
                },
                _ = tick.tick() => None,
                changed = stop.changed(), if !stops => {
                    if changed.is_err() || *stop.borrow() {
                        stops = true;
                        cancel.ask();
                    }
                    continue;
                }
            };
            let before = at.0;
            match news {
                Some(News::At(step, done, total)) => at = (step, done, total),
                Some(News::File(ref path, ref place)) => self.show(kit, path, place).await?,
                None => {}
            }
            // A film tells of each of its frames: a step that goes on is written down at the next beat.
            if matches!(news, Some(News::At(..))) && at.0 == before {
                continue;
            }
            let now = self.platform.now();
            match job::beat(self.platform.store.db(), job.id, holder, Some(at), now).await {
                Ok(true) => {}
                Ok(false) => cancel.ask(),
                Err(error) if error.is_passing() => {}
                Err(error) => {
                    // Another worker has it: stop, and keep nothing.
                    cancel.ask();
                    return Err(error.into());
                }
            }
            self.platform.tell(ProductId(job.subject));
        }
    }

    async fn show(&self, kit: KitId, path: &str, place: &Path) -> Result<(), Fault> {
        match self.put(kit, path, place).await? {
            Some(file) => {
                let sha256 = file.sha256.clone();
                let noted = kit::put_file(self.platform.store.db(), file).await;
                if noted.is_err() {
                    self.drop_orphans(kit, vec![sha256]).await?;
                }
                Ok(noted?)
            }
            // Moved to its final place already: it is kept at the end.
            None => Ok(()),
        }
    }

    /// Keeps the bytes of a file; none when it does not lie there.
    async fn put(&self, kit: KitId, path: &str, place: &Path) -> Result<Option<File>, Fault> {
        let bytes = match tokio::task::block_in_place(|| std::fs::read(place)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(AppError::read(place, error).into()),
        };
        let size = i64::try_from(bytes.len()).unwrap_or(0);
        let now = self.platform.now();
        let sha256 = self.platform.store.blobs().put(bytes.into(), now).await?;
        Ok(Some(File {
            kit_id: kit.0,
            path: path.to_owned(),
            sha256,
            bytes: size,
        }))
    }

    /// Keeps every file of a version.
    async fn files(&self, id: KitId, made: &make::Made) -> Result<Vec<File>, Fault> {
        // Most files were kept when they appeared; a digest that is the contract's own need not be made again.
        let shown = kit::files(self.platform.store.db(), id).await?;
        let mut files = Vec::new();
        for made in &made.files {
            let same = shown
                .iter()
                .find(|file| file.path == made.path && Some(&file.sha256) == made.sha256.as_ref());
            let file = match same {
                Some(file) => Some(file.clone()),
                None => self.put(id, &made.path, &made.place).await?,
            };
            files.push(file.ok_or_else(|| {
                Fault::Internal(format!("a kit names {}, and it is not there", made.path))
            })?);
        }
        Ok(files)
    }

    /// Writes down, together: the version, what the product shows, and that the job is done.
    async fn keep(
        &self,
        job: &Job,
        holder: &str,
        id: KitId,
        made: &make::Made,
        files: Vec<File>,
    ) -> Result<(), Fault> {
        let addresses = files.iter().map(|file| file.sha256.clone()).collect();
        let kept = self.keep_rows(job, holder, id, made, files).await;
        if kept.is_err() {
            self.drop_orphans(id, addresses).await?;
        }
        kept
    }

    /// Removes what was made for a kit that is gone meanwhile: erased with its owner, for one. Another worker's files
    /// of a kit that is there stay.
    async fn drop_orphans(&self, id: KitId, addresses: Vec<String>) -> Result<(), Fault> {
        if !kit::is_there(self.platform.store.db(), id).await? {
            self.platform.drop_files(addresses).await?;
        }
        Ok(())
    }

    async fn keep_rows(
        &self,
        job: &Job,
        holder: &str,
        id: KitId,
        made: &make::Made,
        files: Vec<File>,
    ) -> Result<(), Fault> {
        let now = self.platform.now();
        let change = self.platform.store.begin().await?;
        job::finish(&change, job.id, holder, now).await?;
        kit::set_files(&change, id, files).await?;
        kit::made(&change, id, made.record.clone(), now).await?;
        product::show_kit(&change, ProductId(job.subject), id, now).await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    async fn stopped(&self, job: &Job, holder: &str, id: KitId) -> Result<(), Fault> {
        let change = self.platform.store.begin().await?;
        job::stopped(&change, job.id, holder, self.platform.now()).await?;
        kit::ended(&change, id, State::Cancelled, None).await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Notes a failure: what is wrong with the input can't be mended by trying again.
    async fn failed(&self, job: &Job, holder: &str, error: Fault) -> Result<(), Fault> {
        let hopeless = matches!(error, Fault::Refused(_) | Fault::Missing);
        let message = match &error {
            Fault::Refused(list) => list.first().map(|one| one.message.clone()),
            Fault::Full(_) => Some(Message::new("server-full")),
            _ => None,
        };
        let message = message.unwrap_or_else(|| Message::new("kit-not-made"));
        let told = serde_json::to_string(&message).map_err(|e| Fault::Internal(e.to_string()))?;
        let now = self.platform.now();
        let change = self.platform.store.begin().await?;
        let said = error.to_string();
        let state = job::fail(&change, job, holder, &said, hopeless, now).await?;
        if state == job::State::Dead {
            kit::ended(&change, KitId(job.id.0), State::Failed, Some(told)).await?;
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }
}

/// A message as it was stored; a plain one when it can't be read.
pub fn stored_message(json: &str) -> Message {
    serde_json::from_str(json).unwrap_or_else(|_| Message::new("kit-not-made"))
}
