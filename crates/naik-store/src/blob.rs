//! Files by what is in them: the address of a file is the SHA-256 of its bytes, so that the same file is kept once.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use futures::TryStreamExt;
use naik_core::encode::hex;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest as _, Sha256};

use crate::bucket::Bucket;
use crate::error::{Result, StoreError};

/// What was kept so lately is not written again, in milliseconds; well under the [`GRACE`].
const FRESH: i64 = 10 * 60_000;
/// For how long a file without a row stays, in milliseconds: whoever keeps bytes writes their row within the rest of it.
pub const GRACE: i64 = 3_600_000;

/// The files. Cheap to clone.
#[derive(Clone)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
}

/// The SHA-256 of some bytes, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

impl Blobs {
    /// Files in a folder, which is made when it is absent.
    ///
    /// # Errors
    /// When the folder can't be made.
    pub fn folder(path: &Path) -> Result<Self> {
        std::fs::create_dir_all(path)?;
        Ok(Self {
            store: Arc::new(LocalFileSystem::new_with_prefix(path)?.with_automatic_cleanup(true)),
        })
    }

    /// Files in a bucket.
    ///
    /// # Errors
    /// When its address can't be read.
    pub fn bucket(bucket: &Bucket) -> Result<Self> {
        Ok(Self {
            store: bucket.open()?,
        })
    }

    /// Answers when the store does.
    ///
    /// # Errors
    /// When it does not, or does not let us in.
    pub async fn ping(&self) -> Result<()> {
        match self.store.head(&Key::from("blobs/ping")).await {
            Ok(_) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps bytes and returns their address. What was kept within ten minutes before `now` is not written again;
    /// what is older is, so that whoever removes files without a row finds it young.
    ///
    /// # Errors
    /// When the store refuses: a full disk, for one.
    pub async fn put(&self, bytes: Bytes, now: i64) -> Result<String> {
        let sha256 = digest(&bytes);
        let key = key(&sha256)?;
        match self.store.head(&key).await {
            Ok(meta)
                if meta.size == bytes.len() as u64
                    && meta.last_modified.timestamp_millis() > now - FRESH =>
            {
                return Ok(sha256);
            }
            Ok(_) | Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        self.store.put(&key, PutPayload::from_bytes(bytes)).await?;
        Ok(sha256)
    }

    /// The bytes at an address.
    ///
    /// # Errors
    /// `Missing` when there are none.
    pub async fn get(&self, sha256: &str) -> Result<Bytes> {
        self.read(&key(sha256)?).await
    }

    /// When the bytes at an address were kept, in Unix milliseconds by the store's clock; none where there are none.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn kept_at(&self, sha256: &str) -> Result<Option<i64>> {
        let Ok(key) = key(sha256) else {
            return Ok(None);
        };
        match self.store.head(&key).await {
            Ok(meta) => Ok(Some(meta.last_modified.timestamp_millis())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Removes the bytes at an address; nothing happens when there are none.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn remove(&self, sha256: &str) -> Result<()> {
        self.delete(&key(sha256)?).await
    }

    /// Every address, and when its bytes were kept, in Unix milliseconds by the store's clock.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn all(&self) -> Result<Vec<(String, i64)>> {
        let mut found = Vec::new();
        let mut listing = self.store.list(Some(&Key::from("blobs")));
        while let Some(meta) = listing.try_next().await? {
            if let Some(name) = meta.location.filename() {
                found.push((name.to_owned(), meta.last_modified.timestamp_millis()));
            }
        }
        Ok(found)
    }

    /// Keeps a part of a file that is still arriving.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn put_chunk(&self, upload: &str, offset: u64, bytes: Bytes) -> Result<()> {
        let payload = PutPayload::from_bytes(bytes);
        self.store.put(&chunk(upload, offset), payload).await?;
        Ok(())
    }

    /// The parts of a file that has arrived, in order.
    ///
    /// # Errors
    /// `Missing` when a part is not there.
    pub async fn chunks(&self, upload: &str, size: u64) -> Result<Vec<u8>> {
        let mut whole = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
        while (whole.len() as u64) < size {
            let part = self.read(&chunk(upload, whole.len() as u64)).await?;
            if part.is_empty() {
                return Err(StoreError::Missing);
            }
            whole.extend_from_slice(&part);
        }
        Ok(whole)
    }

    /// Uploads of which parts are kept.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn uploads(&self) -> Result<Vec<String>> {
        let found = self
            .store
            .list_with_delimiter(Some(&Key::from("uploads")))
            .await?;
        Ok(found
            .common_prefixes
            .iter()
            .filter_map(|prefix| prefix.filename().map(str::to_owned))
            .collect())
    }

    /// Removes the parts of a file.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn drop_chunks(&self, upload: &str) -> Result<()> {
        let prefix = Key::from(format!("uploads/{upload}"));
        let parts: Vec<_> = self.store.list(Some(&prefix)).try_collect().await?;
        for part in parts {
            self.delete(&part.location).await?;
        }
        Ok(())
    }

    async fn read(&self, key: &Key) -> Result<Bytes> {
        match self.store.get(key).await {
            Ok(found) => Ok(found.bytes().await?),
            Err(object_store::Error::NotFound { .. }) => Err(StoreError::Missing),
            Err(error) => Err(error.into()),
        }
    }

    async fn delete(&self, key: &Key) -> Result<()> {
        match self.store.delete(key).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// Two letters of the address make a folder, so that no folder grows too long to list.
fn key(sha256: &str) -> Result<Key> {
    let plain = sha256.len() == 64 && sha256.bytes().all(|b| b.is_ascii_hexdigit());
    match sha256.get(..2) {
        Some(start) if plain => Ok(Key::from(format!("blobs/{start}/{sha256}"))),
        _ => Err(StoreError::Missing),
    }
}

fn chunk(upload: &str, offset: u64) -> Key {
    Key::from(format!("uploads/{upload}/{offset:012}"))
}
