//! Photos of a product: whole in one piece, or chunk by chunk over a network that comes and goes.

use bytes::Bytes;
use naik_core::access::{Action, Who};
use naik_core::id::{PhotoId, ProductId, UploadId};
use naik_core::message::{Explain, Message};
use naik_photo::decode::{self, DecodeOptions};
use naik_store::StoreError;
use naik_store::repo::photo::{self, Photo};
use naik_store::repo::upload::{self, Upload};

use super::Platform;
use super::error::Fault;

/// The most photos of one product.
pub const PHOTOS_MOST: usize = 12;
/// The largest photo that is taken, in bytes.
pub const BYTES_MOST: usize = 25_000_000;
/// The largest chunk, in bytes.
pub const CHUNK_MOST: usize = 256 * 1024;

/// A photo on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnItsWay {
    /// The upload.
    pub id: UploadId,
    /// Bytes that have arrived.
    pub received: u64,
    /// The photo, once it is whole.
    pub photo: Option<PhotoId>,
}

impl From<&Upload> for OnItsWay {
    fn from(row: &Upload) -> Self {
        Self {
            id: UploadId(row.id),
            received: u64::try_from(row.received).unwrap_or(0),
            photo: row.photo_id.map(PhotoId),
        }
    }
}

impl Platform {
    /// Adds a photo. A photo that the product has already is not added again.
    ///
    /// # Errors
    /// `Refused` when it is no photo that the studio can use, or there are too many.
    pub async fn add_photo(
        &self,
        who: &Who,
        product: ProductId,
        name: &str,
        bytes: Bytes,
    ) -> Result<PhotoId, Fault> {
        self.reach(who, product, Action::EditProduct).await?;
        self.keep_photo(product, name, bytes, None).await
    }

    async fn keep_photo(
        &self,
        product: ProductId,
        name: &str,
        bytes: Bytes,
        upload: Option<UploadId>,
    ) -> Result<PhotoId, Fault> {
        let here = photo::list(self.store.db(), product).await?;
        let sha256 = naik_store::blob::digest(&bytes);
        if let Some(same) = here.iter().find(|photo| photo.sha256 == sha256) {
            if let Some(upload) = upload {
                upload::complete(self.store.db(), upload, PhotoId(same.id)).await?;
            }
            return Ok(PhotoId(same.id));
        }
        if here.len() >= PHOTOS_MOST {
            let message = Message::new("photos-too-many").with("most", PHOTOS_MOST);
            return Err(Fault::field("foto", message));
        }
        let size = bytes.len();
        let (width, height) = self.look(bytes.clone()).await?;
        self.store.blobs().put(bytes, self.now()).await?;
        let id = PhotoId(self.outside.id());
        let row = Photo {
            id: id.0,
            product_id: product.0,
            position: 0,
            name: plain_name(name),
            sha256: sha256.clone(),
            bytes: i64::try_from(size).unwrap_or(0),
            width,
            height,
            strokes: None,
            added_at: self.now(),
        };
        let change = self.store.begin().await?;
        match photo::add(&change, row).await {
            Ok(()) => {}
            // Another tab sent the same photo a moment ago: it is that one.
            Err(StoreError::Taken) => {
                change.rollback().await.map_err(StoreError::from)?;
                return self.same_photo(product, &sha256, upload).await;
            }
            Err(error) => return Err(error.into()),
        }
        if let Some(upload) = upload {
            upload::complete(&change, upload, id).await?;
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(id)
    }

    async fn same_photo(
        &self,
        product: ProductId,
        sha256: &str,
        upload: Option<UploadId>,
    ) -> Result<PhotoId, Fault> {
        let here = photo::list(self.store.db(), product).await?;
        let same = here.iter().find(|photo| photo.sha256 == sha256);
        let id = PhotoId(same.ok_or(Fault::Changed)?.id);
        if let Some(upload) = upload {
            upload::complete(self.store.db(), upload, id).await?;
        }
        Ok(id)
    }

    /// The upright size of a photo, if the studio can use it.
    pub(crate) async fn look(&self, bytes: Bytes) -> Result<(i32, i32), Fault> {
        let _turn = self.heavy.acquire().await.map_err(|_| busy())?;
        let looked = tokio::task::spawn_blocking(move || {
            decode::decode(&bytes, &DecodeOptions::default()).map(|photo| {
                let side = |pixels: u32| i32::try_from(pixels).unwrap_or(i32::MAX);
                (side(photo.pixels.width()), side(photo.pixels.height()))
            })
        })
        .await
        .map_err(|_| Fault::Internal("no thread for a photo".to_owned()))?;
        looked.map_err(|error| Fault::field("foto", error.explain()))
    }

    /// Begins an upload, or finds the one that was begun with this key.
    ///
    /// # Errors
    /// `Refused` when it would be too large, or empty.
    pub async fn begin_upload(
        &self,
        who: &Who,
        product: ProductId,
        name: &str,
        size: u64,
        key: &str,
    ) -> Result<OnItsWay, Fault> {
        self.reach(who, product, Action::EditProduct).await?;
        if size == 0 || size > BYTES_MOST as u64 {
            let message = Message::new("photo-too-large").with("most", BYTES_MOST / 1_000_000);
            return Err(Fault::field("foto", message));
        }
        let key = naik_store::blob::digest(key.as_bytes());
        let open = upload::open(self.store.db(), product).await?;
        if open.len() >= PHOTOS_MOST * 2 && open.iter().all(|one| one.key != key) {
            let message = Message::new("photos-too-many").with("most", PHOTOS_MOST);
            return Err(Fault::field("foto", message));
        }
        let row = Upload {
            id: self.outside.id(),
            product_id: product.0,
            key,
            name: plain_name(name),
            size: i64::try_from(size).unwrap_or(i64::MAX),
            received: 0,
            photo_id: None,
            created_at: self.now(),
        };
        let begun = upload::begin(self.store.db(), row).await?;
        Ok(OnItsWay::from(&begun))
    }

    /// How far an upload is.
    ///
    /// # Errors
    /// `Missing` when it is not theirs.
    pub async fn upload(&self, who: &Who, id: UploadId) -> Result<OnItsWay, Fault> {
        Ok(OnItsWay::from(&self.my_upload(who, id).await?))
    }

    async fn my_upload(&self, who: &Who, id: UploadId) -> Result<Upload, Fault> {
        let row = upload::get(self.store.db(), id).await?;
        self.reach(who, ProductId(row.product_id), Action::EditProduct)
            .await?;
        Ok(row)
    }

    /// Takes a chunk. One that came before is not counted again; with the last one the photo belongs to the product.
    ///
    /// # Errors
    /// `Changed` when it does not begin where the last one ended: ask how far it is. `Refused` when the whole is no
    /// photo.
    pub async fn take_chunk(
        &self,
        who: &Who,
        id: UploadId,
        offset: u64,
        bytes: Bytes,
    ) -> Result<OnItsWay, Fault> {
        let row = self.my_upload(who, id).await?;
        let (received, size) = (row.received, row.size);
        let from = i64::try_from(offset).unwrap_or(i64::MAX);
        let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        if row.photo_id.is_some() {
            return Ok(OnItsWay::from(&row));
        }
        let until = from.saturating_add(length);
        let again = until <= received;
        if !again {
            if from != received || until > size || length == 0 {
                return Err(Fault::Changed);
            }
            let name = id.to_string();
            self.store.blobs().put_chunk(&name, offset, bytes).await?;
            upload::advance(self.store.db(), id, from, until).await?;
        }
        if received.max(until) < size {
            let mut state = OnItsWay::from(&row);
            state.received = u64::try_from(received.max(until)).unwrap_or(0);
            return Ok(state);
        }
        self.close_upload(row, id).await
    }

    async fn close_upload(&self, row: Upload, id: UploadId) -> Result<OnItsWay, Fault> {
        let name = id.to_string();
        let size = u64::try_from(row.size).unwrap_or(0);
        let whole = self.store.blobs().chunks(&name, size).await?;
        let product = ProductId(row.product_id);
        let kept = self
            .keep_photo(product, &row.name, whole.into(), Some(id))
            .await;
        if matches!(kept, Err(Fault::Busy(_) | Fault::Full(_))) {
            // All chunks are there: the last one may be sent again.
            return kept.map(|photo| OnItsWay {
                id,
                received: size,
                photo: Some(photo),
            });
        }
        if kept.is_err() {
            // What can't be used is not kept, and can be begun anew.
            upload::remove(self.store.db(), id).await?;
        }
        self.store.blobs().drop_chunks(&name).await?;
        Ok(OnItsWay {
            id,
            received: size,
            photo: Some(kept?),
        })
    }

    /// The photos of a product, in order.
    ///
    /// # Errors
    /// `Missing` when it is not theirs.
    pub async fn photos(&self, who: &Who, product: ProductId) -> Result<Vec<Photo>, Fault> {
        self.reach(who, product, Action::SeeProduct).await?;
        Ok(photo::list(self.store.db(), product).await?)
    }

    /// The bytes of a photo, as they were sent.
    ///
    /// # Errors
    /// `Missing` when it is not theirs.
    pub async fn photo_bytes(
        &self,
        who: &Who,
        product: ProductId,
        id: PhotoId,
    ) -> Result<Bytes, Fault> {
        self.reach(who, product, Action::SeeProduct).await?;
        let row = photo::get(self.store.db(), product, id).await?;
        Ok(self.store.blobs().get(&row.sha256).await?)
    }

    /// Takes a photo away.
    ///
    /// # Errors
    /// `Missing` when the product is not theirs.
    pub async fn remove_photo(
        &self,
        who: &Who,
        product: ProductId,
        id: PhotoId,
    ) -> Result<(), Fault> {
        self.reach(who, product, Action::EditProduct).await?;
        photo::remove(self.store.db(), product, id).await?;
        Ok(())
    }

    /// Lets a photo show the product.
    ///
    /// # Errors
    /// `Missing` when the product is not theirs.
    pub async fn front_photo(
        &self,
        who: &Who,
        product: ProductId,
        id: PhotoId,
    ) -> Result<(), Fault> {
        self.reach(who, product, Action::EditProduct).await?;
        let change = self.store.begin().await?;
        photo::to_front(&change, product, id).await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }
}

fn busy() -> Fault {
    Fault::Internal("no turn for a photo".to_owned())
}

/// The last part of a name, without what is no letter of a name: it is shown, and never used as a path.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .filter(|c| c.is_alphanumeric() || " ._-()".contains(*c))
        .take(40)
        .collect();
    if plain.trim_matches([' ', '.']).is_empty() {
        "foto".to_owned()
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_name_is_no_path() {
        for (name, expected) in [
            ("IMG_1.jpg", "IMG_1.jpg"),
            ("../../etc/passwd", "passwd"),
            ("C:\\foto\\keripik.png", "keripik.png"),
            ("<script>.jpg", "script.jpg"),
            ("..", "foto"),
            ("", "foto"),
            ("foto\u{202e}gpj.exe", "fotogpj.exe"),
        ] {
            assert_eq!(plain_name(name), expected, "{name}");
        }
    }
}
