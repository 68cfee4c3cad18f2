//! What nobody needs any more goes: drafts that ended, sessions, uploads that never came, files without an owner.

use naik_store::StoreError;
use naik_store::blob::GRACE;
use naik_store::repo::{
    ceremony, intake_file, job, needed, order_file, parked, product, receipt, session, upload,
};

use super::Platform;
use super::error::Fault;

const DAY: i64 = 24 * 3_600_000;
/// Files that are asked about at one time, so that little passes between the question and their end.
const TOGETHER: usize = 100;

/// How much went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Rows of tables.
    pub rows: u64,
    /// Files.
    pub files: u64,
    /// Files that nobody needs and that go with a later sweep, since they are young.
    pub waiting: u64,
}

impl Platform {
    /// Removes what has ended. May run at any time, and twice.
    ///
    /// # Errors
    /// When the database or the store of files refuses.
    pub async fn sweep(&self) -> Result<Swept, Fault> {
        let (db, now) = (self.store.db(), self.now());
        let mut swept = Swept::default();
        swept.rows += product::sweep(db, now).await?;
        swept.rows += session::sweep(db, now).await?;
        swept.rows += parked::sweep(db, now).await?;
        swept.rows += ceremony::sweep(db, now).await?;
        swept.rows += receipt::sweep(db, now - 7 * DAY).await?;
        swept.rows += order_file::sweep(db, now - DAY).await?;
        swept.rows += intake_file::sweep(db, now - DAY).await?;
        swept.rows += job::sweep(db, now - 30 * DAY).await?;
        for id in upload::stale(db, now - 2 * DAY).await? {
            self.store.blobs().drop_chunks(&id.to_string()).await?;
            upload::remove(db, id).await?;
            swept.rows += 1;
        }
        swept.files = self.sweep_files(now - GRACE).await?.files;
        swept.files += self.sweep_uploads().await?;
        Ok(swept)
    }

    /// Removes parts of photos whose upload is gone: with its product, for one.
    ///
    /// # Errors
    /// When the database or the store of files refuses.
    pub async fn sweep_uploads(&self) -> Result<u64, Fault> {
        let mut gone = 0;
        for name in self.store.blobs().uploads().await? {
            let known = match name.parse() {
                Ok(id) => upload::get(self.store.db(), id).await.map(drop),
                Err(_) => Err(StoreError::Missing),
            };
            match known {
                Ok(()) => {}
                Err(StoreError::Missing) => {
                    self.store.blobs().drop_chunks(&name).await?;
                    gone += 1;
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(gone)
    }

    /// Removes files that no row points at and that were kept before a time: younger ones may belong to a change that
    /// is still under way.
    ///
    /// # Errors
    /// When the database or the store of files refuses.
    pub async fn sweep_files(&self, before: i64) -> Result<Swept, Fault> {
        let all = self.store.blobs().all().await?;
        let old = all.into_iter().filter(|(_, kept)| *kept < before);
        let files: Vec<String> = old.map(|(sha256, _)| sha256).collect();
        self.drop_kept_before(before, &files).await
    }

    /// Removes those of these files that no row points at; the young ones wait for a sweep.
    ///
    /// # Errors
    /// When the database or the store of files refuses.
    pub(crate) async fn drop_files(&self, files: Vec<String>) -> Result<Swept, Fault> {
        self.drop_kept_before(self.now() - GRACE, &files).await
    }

    async fn drop_kept_before(&self, before: i64, files: &[String]) -> Result<Swept, Fault> {
        let (mut swept, blobs) = (Swept::default(), self.store.blobs());
        for part in files.chunks(TOGETHER) {
            let needed = needed::among(self.store.db(), part).await?;
            for sha256 in part.iter().filter(|one| !needed.contains(*one)) {
                // Asked after the rows, and right before it goes: bytes whose row was not there yet are young.
                match blobs.kept_at(sha256).await? {
                    Some(kept) if kept < before => {
                        blobs.remove(sha256).await?;
                        swept.files += 1;
                    }
                    Some(_) => swept.waiting += 1,
                    None => {}
                }
            }
        }
        Ok(swept)
    }
}
