//! What nobody needs any more goes: drafts that ended, sessions, uploads that never came, files without an owner.

use naik_store::repo::{job, kit, parked, product, receipt, session, upload};

use super::Platform;
use super::error::Fault;

const DAY: i64 = 24 * 3_600_000;

/// How much went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Rows of tables.
    pub rows: u64,
    /// Files.
    pub files: u64,
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
        swept.rows += receipt::sweep(db, now - 7 * DAY).await?;
        swept.rows += job::sweep(db, now - 30 * DAY).await?;
        for id in upload::stale(db, now - 2 * DAY).await? {
            self.store.blobs().drop_chunks(&id.to_string()).await?;
            upload::remove(db, id).await?;
            swept.rows += 1;
        }
        Ok(swept)
    }

    /// Removes files that no row points at. Runs while nothing is written: at the start, and by command.
    ///
    /// # Errors
    /// When the database or the store of files refuses.
    pub async fn sweep_files(&self) -> Result<Swept, Fault> {
        let files = self.store.blobs();
        let all = files.all().await?;
        let needed = kit::needed(self.store.db()).await?;
        let mut swept = Swept::default();
        for sha256 in all {
            if !needed.contains(&sha256) {
                files.remove(&sha256).await?;
                swept.files += 1;
            }
        }
        Ok(swept)
    }
}
