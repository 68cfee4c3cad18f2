//! Cut-outs mended by touch: a stroke is answered at once, and kept with its photo when it is liked.

use std::sync::Arc;

use naik_core::access::{Action, Who};
use naik_core::id::{KitId, PhotoId, ProductId};
use naik_core::lang::Lang;
use naik_core::message::Explain;
use naik_store::repo::photo;

use super::Platform;
use super::error::Fault;
use super::kit::{Wish, Work};
use crate::studio::{Sitting, Tried};

/// Photos that are kept ready; each takes about 6 MB.
const READY: usize = 4;

/// Photos that someone is drawing on, the last used last.
#[derive(Default)]
pub(super) struct Table(Vec<(String, Arc<Sitting>)>);

impl Table {
    fn find(&mut self, sha256: &str) -> Option<Arc<Sitting>> {
        let place = self.0.iter().position(|(known, _)| known == sha256)?;
        let one = self.0.remove(place);
        let found = Arc::clone(&one.1);
        self.0.push(one);
        Some(found)
    }

    fn keep(&mut self, sha256: String, sitting: Arc<Sitting>) {
        if self.0.len() >= READY {
            self.0.remove(0);
        }
        self.0.push((sha256, sitting));
    }
}

impl Platform {
    /// Cuts a photo with these strokes, to be looked at.
    ///
    /// # Errors
    /// `Missing` when it is not theirs, `Refused` when the strokes can't be read.
    pub async fn try_strokes(
        &self,
        who: &Who,
        product: ProductId,
        id: PhotoId,
        strokes: String,
    ) -> Result<Tried, Fault> {
        self.reach(who, product, Action::EditProduct).await?;
        let sitting = self.sitting(product, id).await?;
        let tried = tokio::task::spawn_blocking(move || {
            let guidance = sitting.strokes(&strokes)?;
            sitting.cut(&guidance)
        });
        Ok(tried.await.map_err(|_| broken())??)
    }

    /// Keeps strokes with their photo, and has the kit made with them.
    ///
    /// # Errors
    /// As [`Platform::try_strokes`], and what [`Platform::order_kit`] refuses.
    pub async fn keep_strokes(
        &self,
        who: &Who,
        product: ProductId,
        id: PhotoId,
        strokes: String,
        lang: Lang,
        key: &str,
    ) -> Result<KitId, Fault> {
        self.reach(who, product, Action::EditProduct).await?;
        let sitting = self.sitting(product, id).await?;
        let guidance = sitting
            .strokes(&strokes)
            .map_err(|error| Fault::field("sapuan", error.explain()))?;
        let json = serde_json::to_string(&guidance).map_err(|e| Fault::Internal(e.to_string()))?;
        photo::set_strokes(self.store.db(), id, Some(json)).await?;
        let wish = Wish {
            work: Work::Cutout,
            ..Wish::default()
        };
        self.order_kit(who, product, wish, lang, key).await
    }

    /// The photo of a product, ready to be cut.
    async fn sitting(&self, product: ProductId, id: PhotoId) -> Result<Arc<Sitting>, Fault> {
        let row = photo::get(self.store.db(), product, id).await?;
        if let Some(found) = self.table.lock().await.find(&row.sha256) {
            return Ok(found);
        }
        let bytes = self.store.blobs().get(&row.sha256).await?;
        let opened = tokio::task::spawn_blocking(move || Sitting::open(&bytes, None));
        let sitting = Arc::new(opened.await.map_err(|_| broken())??);
        let mut table = self.table.lock().await;
        table.keep(row.sha256, Arc::clone(&sitting));
        Ok(sitting)
    }
}

fn broken() -> Fault {
    Fault::Internal("the cutting of a photo broke off".to_owned())
}
