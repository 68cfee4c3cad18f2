//! Whether marketplaces would take the kit, and the kit as one file.

use std::io::Cursor;

use naik_core::access::{Action, Who};
use naik_core::id::ProductId;
use naik_core::kit::Kit;
use naik_store::repo::kit::{self, Version};
use naik_store::repo::product::Product;

use super::Platform;
use super::error::Fault;
use crate::studio::{Archive, Readiness, preflight};
use crate::words::Words;

/// The file with the copy in pieces.
const COPY: &str = "copy/copy.json";

/// A version as marketplaces see it.
pub struct Checked {
    /// The product.
    pub product: Product,
    /// The version.
    pub version: Version,
    /// Its contract.
    pub kit: Kit,
    /// How it stands with each marketplace.
    pub markets: Vec<Readiness>,
    /// Its files.
    pub files: Vec<kit::File>,
}

impl Platform {
    /// How the shown version stands with each marketplace.
    ///
    /// # Errors
    /// `Missing` when it is not theirs, or there is no kit yet.
    pub async fn check_kit(
        &self,
        who: &Who,
        id: ProductId,
        words: Words,
    ) -> Result<Checked, Fault> {
        let product = self.reach(who, id, Action::SeeProduct).await?;
        let (version, kit) = self.shown(&product).await?;
        let files = kit::files(self.store.db(), version.id).await?;
        let copy = match files.iter().find(|file| file.path == COPY) {
            Some(file) => Some(self.store.blobs().get(&file.sha256).await?),
            None => None,
        };
        let looked = tokio::task::spawn_blocking(move || {
            let markets = preflight(&kit, copy.as_deref(), &words);
            (kit, markets)
        });
        let (kit, markets) = looked
            .await
            .map_err(|_| Fault::Internal("the checks broke off".to_owned()))?;
        Ok(Checked {
            product,
            version,
            kit,
            markets,
            files,
        })
    }

    async fn shown(&self, product: &Product) -> Result<(Version, Kit), Fault> {
        let shown = product.kit.ok_or(Fault::Missing)?;
        let version = kit::get(self.store.db(), product.id, shown).await?;
        let record = version.record.as_deref().ok_or(Fault::Missing)?;
        let kit = serde_json::from_str(record).map_err(|e| Fault::Internal(e.to_string()))?;
        Ok((version, kit))
    }

    /// The shown version as a ZIP, and a name for it.
    ///
    /// # Errors
    /// `Missing` when it is not theirs, or there is no kit yet.
    pub async fn pack_kit(&self, who: &Who, id: ProductId) -> Result<(Vec<u8>, String), Fault> {
        let product = self.reach(who, id, Action::SeeProduct).await?;
        let (version, _) = self.shown(&product).await?;
        let _turn = self.heavy_turn().await?;
        let mut archive = Archive::new(Vec::new());
        for file in kit::files(self.store.db(), version.id).await? {
            let bytes = self.store.blobs().get(&file.sha256).await?;
            archive
                .add(&file.path, &mut Cursor::new(bytes))
                .map_err(|e| Fault::Internal(e.to_string()))?;
        }
        let packed = archive
            .finish()
            .map_err(|e| Fault::Internal(e.to_string()))?;
        let name = naik_core::slug::slug(&product.facts.product.name);
        Ok((packed, format!("{name}-v{}.zip", version.number)))
    }
}
