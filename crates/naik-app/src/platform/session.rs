//! Signed-in browsers.

use naik_core::access::Who;
use naik_core::id::{PersonId, SessionId};
use naik_store::blob::digest;
use naik_store::repo::person::Person;
use naik_store::repo::session::{self, Session};

use super::Platform;
use super::error::Fault;

/// How long a session lives after its last use, in milliseconds: 30 days.
pub const LIVES: i64 = 30 * 24 * 3_600_000;
/// How often its use is written down, in milliseconds.
const NOTED: i64 = 3_600_000;

/// A browser that is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Its session.
    pub session: SessionId,
    /// Who uses it.
    pub person: Person,
    /// The same with what their rights follow from.
    pub who: Who,
}

impl Platform {
    /// Begins a session and returns the secret for its cookie.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn begin_session(&self, person: PersonId, agent: &str) -> Result<String, Fault> {
        let (now, secret) = (self.now(), self.outside.secret());
        let row = Session {
            id: self.outside.id(),
            token_hash: digest(secret.as_bytes()),
            person_id: person.0,
            agent: agent.chars().take(40).collect(),
            created_at: now,
            seen_at: now,
            expires_at: now + LIVES,
        };
        session::create(self.store.db(), row).await?;
        Ok(secret)
    }

    /// Who a cookie's secret belongs to; nobody when the session has ended.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn signed_in(&self, secret: &str) -> Result<Option<SignedIn>, Fault> {
        let (db, now) = (self.store.db(), self.now());
        let Some(held) = session::find(db, &digest(secret.as_bytes()), now).await? else {
            return Ok(None);
        };
        let id = SessionId(held.by.id);
        if held.by.seen_at + NOTED < now {
            session::seen(db, id, now, now + LIVES).await?;
        }
        Ok(Some(SignedIn {
            session: id,
            person: held.person,
            who: Who::Person(held.member),
        }))
    }

    /// Ends a browser's session.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_session(&self, one: &SignedIn) -> Result<(), Fault> {
        session::end(self.store.db(), one.session).await?;
        Ok(())
    }

    /// Ends a person's sessions in all other browsers, and says how many there were.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_other_sessions(&self, one: &SignedIn) -> Result<u64, Fault> {
        let but = Some(one.session);
        Ok(session::end_others(self.store.db(), one.person.id, but).await?)
    }

    /// A person's sessions, the last used first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn sessions(&self, one: &SignedIn) -> Result<Vec<Session>, Fault> {
        let (db, now) = (self.store.db(), self.now());
        Ok(session::list(db, one.person.id, now).await?)
    }
}
