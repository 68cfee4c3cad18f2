//! What anyone needs to check a badge: the keys that sign, the list of what was taken back, and where both stand.

use jiff::Timestamp;
use naik_connect::badge::{
    Genuine, Issuer, PublicKey, PublishedKey, Revoked, SecretKey, Trouble, Trust, issuer_document,
    revocation_list, sign, verify,
};
use naik_core::id::BadgeId;
use naik_store::repo::{badge, setting};
use naik_store::{On, StoreError};

use super::ISSUER;
use crate::platform::Platform;
use crate::platform::error::Fault;

/// The setting that holds the address under which badges are published.
const SITE: &str = "badge-site";
/// Where they are published while nobody has told.
const HERE: &str = "http://localhost:8000";
/// How long the list of what was taken back is given out as it was signed, in milliseconds; what this process takes back
/// is on it at once.
const LISTED: i64 = 60_000;

impl Platform {
    /// Remembers under which address people reach this platform: badges name it, so it should not change.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn set_badge_site(&self, url: &str) -> Result<(), Fault> {
        let url = url.trim_end_matches('/').to_owned();
        setting::set(self.store.db(), SITE, url).await?;
        self.publish_revoked().await;
        Ok(())
    }

    /// Judges a badge that someone brings, by what this platform publishes.
    ///
    /// # Errors
    /// When the database refuses. What is wrong with the badge is the answer.
    pub async fn check_badge(&self, text: &str) -> Result<Result<Genuine, Trouble>, Fault> {
        let issuer = self.issuer_document().await?;
        let list = self.revocation_list().await?;
        let trust = Trust {
            issuer: Some(&issuer),
            revocations: Some(&list),
        };
        Ok(verify(text, &trust, self.moment()?))
    }

    /// The document with the keys that sign and signed badges.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn issuer_document(&self) -> Result<String, Fault> {
        let db = self.store.db();
        self.badge_key(db).await?;
        let mut keys = Vec::new();
        for row in badge::keys(db).await? {
            let key =
                PublicKey::parse(&row.public).map_err(|_| StoreError::Damaged("badge_key"))?;
            let retired = row.retired_at.map(moment).transpose()?;
            keys.push(PublishedKey { key, retired });
        }
        Ok(issuer_document(&self.badge_issuer(db).await?, &keys).to_string())
    }

    /// The list of badges that were taken back, signed; at most a minute old.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn revocation_list(&self) -> Result<String, Fault> {
        let mut signed = self.revocations.lock().await;
        if let Some((at, text)) = signed.as_ref()
            && (0..LISTED).contains(&(self.now() - at))
        {
            return Ok(text.clone());
        }
        let text = self.sign_revocations().await?;
        *signed = Some((self.now(), text.clone()));
        Ok(text)
    }

    /// Has the list of what was taken back signed anew when it is asked for next. Call it after the commit: whoever asked
    /// before would have the old list signed, and kept for a minute.
    pub async fn publish_revoked(&self) {
        *self.revocations.lock().await = None;
    }

    async fn sign_revocations(&self) -> Result<String, Fault> {
        let db = self.store.db();
        let issuer = self.badge_issuer(db).await?;
        let revoked: Vec<Revoked> = badge::revoked(db)
            .await?
            .into_iter()
            .map(|row| Revoked {
                id: address(&issuer, BadgeId(row.id)),
                reason: row.reason.unwrap_or_default(),
            })
            .collect();
        let (key, now) = (self.badge_key(db).await?, self.moment()?);
        let list = revocation_list(&issuer, &revoked, now);
        Ok(sign(&list, &key, &issuer.method(&key.public()), now).to_string())
    }

    /// Lets a new key sign badges from now on. What the old one signed still holds; its secret half is gone.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn rotate_badge_key(&self) -> Result<PublicKey, Fault> {
        let fresh = self.outside.secret();
        let key = secret(&fresh)?;
        let change = self.store.begin().await?;
        badge::retire_keys(&change, self.now()).await?;
        badge::add_key(&change, &key.public().to_string(), fresh, self.now()).await?;
        self.note_system(&change, "rotate-badge-key", "system")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        self.publish_revoked().await;
        Ok(key.public())
    }

    /// The key that signs now; the first one is made when it is needed.
    pub(super) async fn badge_key(&self, db: &impl On) -> Result<SecretKey, Fault> {
        if let Some(key) = signing(db).await? {
            return secret(&key);
        }
        let fresh = self.outside.secret();
        let key = secret(&fresh)?;
        badge::add_key(db, &key.public().to_string(), fresh, self.now()).await?;
        // Another process may have made one in the same moment: the newest of both signs.
        match signing(db).await? {
            Some(key) => secret(&key),
            None => Ok(key),
        }
    }

    pub(super) async fn badge_issuer(&self, db: &impl On) -> Result<Issuer, Fault> {
        let site = setting::get(db, SITE).await?;
        Ok(Issuer::at(site.as_deref().unwrap_or(HERE), ISSUER))
    }

    pub(super) fn moment(&self) -> Result<Timestamp, Fault> {
        moment(self.now())
    }
}

fn moment(millis: i64) -> Result<Timestamp, Fault> {
    Timestamp::from_millisecond(millis).map_err(|error| Fault::Internal(error.to_string()))
}

/// The key that signs now, as it is kept.
async fn signing(db: &impl On) -> Result<Option<String>, Fault> {
    let keys = badge::keys(db).await?;
    Ok(keys.into_iter().rev().find_map(|key| key.secret))
}

fn secret(text: &str) -> Result<SecretKey, Fault> {
    SecretKey::parse(text).map_err(|_| Fault::from(StoreError::Damaged("badge_key")))
}

/// The stable address of a badge.
pub(super) fn address(issuer: &Issuer, id: BadgeId) -> String {
    format!("{}/lencana/{id}.json", issuer.url)
}
