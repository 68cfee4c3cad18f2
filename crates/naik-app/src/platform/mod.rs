//! What people do on the platform: one file per verb, over the store and the engines.
//!
//! Every verb takes who asks and refuses what they may not do, so that no page
//! can forget to. It must not know HTTP, cookies or templates.

pub mod account;
pub mod allow;
pub mod badge;
mod books;
pub mod card;
pub mod care;
pub mod cash;
pub mod certificate;
pub mod check;
pub mod demo;
pub mod doctor;
pub mod error;
mod export;
pub mod keeping;
pub mod kit;
mod lockout;
pub mod margin;
mod mend;
pub mod orders;
pub mod outside;
pub mod overview;
pub mod paper;
pub mod parked;
pub mod passkey;
pub mod password;
pub mod photo;
pub mod product;
pub mod programme;
pub mod reach;
pub mod ready;
pub mod record;
pub mod rights;
pub mod sale;
pub mod session;
pub mod storefront;
pub mod street;
pub mod sweep;
pub mod token;
pub mod worker;

use std::path::PathBuf;
use std::sync::Arc;

pub use naik_store::{Bucket, Open};
use naik_store::{Store, repo};
use tokio::sync::{Notify, Semaphore, SemaphorePermit, broadcast};

use error::Fault;
use naik_core::id::ProductId;
use outside::Outside;

/// The platform: what is kept, the outside, and the secret that signs what browsers hold. Cheap to clone.
#[derive(Clone)]
pub struct Platform {
    /// What is kept.
    pub store: Store,
    /// The clock and chance.
    pub outside: Outside,
    /// Where work in progress lies.
    pub scratch: PathBuf,
    secret: Arc<[u8]>,
    /// Wakes workers when work was asked for.
    pub(crate) work: Arc<Notify>,
    /// Tells open pages that a product's kit has moved on.
    news: broadcast::Sender<ProductId>,
    /// Passwords are hashed a few at a time: each takes 19 MiB.
    pub(crate) hashing: Arc<Semaphore>,
    /// Photos are decoded, kits packed, papers set, and books read and written, a few at a time: each takes up to 200 MB.
    pub(crate) heavy: Arc<Semaphore>,
    /// Wrong passwords that are kept with no account.
    pub(crate) lockout: Arc<lockout::Lockout>,
    /// Photos that someone is drawing on.
    table: Arc<tokio::sync::Mutex<mend::Table>>,
    /// What judges messages.
    checking: check::Checking,
    /// The list of badges that were taken back, and when it was signed.
    revocations: Arc<tokio::sync::Mutex<Option<(i64, String)>>>,
}

impl Platform {
    /// Opens what is kept.
    ///
    /// # Errors
    /// When the folder can't be written or the database can't be reached.
    pub async fn open(open: &Open, outside: Outside) -> Result<Self, Fault> {
        let store = Store::open(open).await?;
        let fresh = outside.secret();
        let secret = repo::setting::get_or(store.db(), "secret", fresh).await?;
        Ok(Self {
            store,
            outside,
            scratch: open.data.join("work"),
            secret: secret.into_bytes().into(),
            work: Arc::new(Notify::new()),
            news: broadcast::channel(256).0,
            hashing: Arc::new(Semaphore::new(2)),
            heavy: Arc::new(Semaphore::new(2)),
            lockout: Arc::default(),
            table: Arc::default(),
            checking: check::Checking::new(&open.data),
            revocations: Arc::default(),
        })
    }

    /// Answers when files can be reached.
    ///
    /// # Errors
    /// When their store is away or does not let us in.
    pub async fn reach_files(&self) -> Result<(), Fault> {
        Ok(self.store.blobs().ping().await?)
    }

    /// Waits for a turn at what takes much memory.
    pub(crate) async fn heavy_turn(&self) -> Result<SemaphorePermit<'_>, Fault> {
        let closed = |_| Fault::Internal("no turn for heavy work".to_owned());
        self.heavy.acquire().await.map_err(closed)
    }

    /// Now, in Unix milliseconds.
    pub fn now(&self) -> i64 {
        self.outside.now()
    }

    /// What signs cookies and forms.
    pub fn secret(&self) -> &[u8] {
        &self.secret
    }

    /// Hears whenever a product's kit has moved on.
    pub fn listen(&self) -> broadcast::Receiver<ProductId> {
        self.news.subscribe()
    }

    /// Tells whoever listens.
    pub(crate) fn tell(&self, product: ProductId) {
        // Nobody may be listening.
        let _ = self.news.send(product);
    }
}

/// The day of a time in western Indonesia, seven hours ahead of Greenwich.
pub fn day(millis: i64) -> jiff::civil::Date {
    const AHEAD: i64 = 7 * 3_600_000;
    let days = (millis + AHEAD).div_euclid(24 * 3_600_000);
    let start = jiff::civil::date(1970, 1, 1);
    let span = jiff::Span::new().try_days(days);
    span.and_then(|span| start.checked_add(span))
        .unwrap_or(start)
}

/// Work of the processor, on a thread that no page waits on.
pub(crate) async fn apart<T: Send + 'static, E: std::fmt::Display + Send + 'static>(
    work: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| Fault::Internal(e.to_string()))?
        .map_err(|e| Fault::Internal(e.to_string()))
}
