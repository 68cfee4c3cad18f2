//! Forms that were sent after their session had ended: kept until their owner is back.

use naik_core::id::{EntryId, GuestId};
use naik_store::repo::parked::{self, Parked};

use super::Platform;
use super::error::Fault;

/// A form that waited.
#[derive(Clone, Debug)]
pub struct Waited {
    /// Where it was sent to.
    pub path: String,
    /// What was filled in.
    pub fields: Vec<(String, String)>,
}

impl Platform {
    /// Keeps a form for a browser.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn park_form(
        &self,
        browser: GuestId,
        path: &str,
        fields: Vec<(String, String)>,
        waits: i64,
    ) -> Result<EntryId, Fault> {
        let id = EntryId(self.outside.id());
        let row = Parked {
            id: id.0,
            actor: format!("guest:{browser}"),
            path: path.to_owned(),
            fields: serde_json::to_string(&fields).map_err(|e| Fault::Internal(e.to_string()))?,
            expires_at: self.now() + waits,
        };
        parked::park(self.store.db(), row).await?;
        Ok(id)
    }

    /// The form that a browser sent: it waits until it is sent again, thrown away, or too old.
    ///
    /// # Errors
    /// `Missing` when there is none, or it waited too long.
    pub async fn waited_form(&self, browser: GuestId, id: EntryId) -> Result<Waited, Fault> {
        let actor = format!("guest:{browser}");
        let row = parked::find(self.store.db(), id, &actor, self.now()).await?;
        let row = row.ok_or(Fault::Missing)?;
        Ok(Waited {
            path: row.path,
            fields: serde_json::from_str(&row.fields)
                .map_err(|e| Fault::Internal(e.to_string()))?,
        })
    }

    /// Lets go of a form that was sent again, or that its owner does not want; nothing happens when it is gone.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn drop_waited(&self, browser: GuestId, id: EntryId) -> Result<(), Fault> {
        let actor = format!("guest:{browser}");
        Ok(parked::remove(self.store.db(), id, &actor).await?)
    }
}
