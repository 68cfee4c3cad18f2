//! The badges that a shop takes along: each signed document as a file that anyone can check, and the number of its certificate.

use naik_core::id::{BadgeId, ShopId};
use naik_core::programme::certificate::Number;
use naik_store::repo::badge;
use serde_json::{Value, json};

use super::{Zip, add};
use crate::platform::Platform;
use crate::platform::error::Fault;

impl Platform {
    /// Every badge of a shop, those that were taken back too; the signed documents go into the archive as they are.
    pub(super) async fn export_badges(
        &self,
        id: ShopId,
        zip: Zip,
    ) -> Result<(Vec<Value>, Zip), Fault> {
        let mut zip = zip;
        let mut badges = Vec::new();
        for row in badge::of_shop(self.store.db(), id).await? {
            let number = Number::of(BadgeId(row.id)).to_string();
            let name = format!("shops/{id}/badges/{number}.json");
            zip = add(zip, name.clone(), row.document.into()).await?;
            badges.push(json!({
                "id": row.id, "file": name, "certificate": number, "about": row.about, "since": row.since,
                "until": row.until, "shows_name": row.named, "shows_proofs": row.proofs, "signed_at": row.issued_at,
                "revoked_at": row.revoked_at, "reason": row.reason,
            }));
        }
        Ok((badges, zip))
    }
}
