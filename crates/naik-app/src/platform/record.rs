//! Receipts: a submission that is sent twice has the effect of once.

use naik_store::blob::digest;
use naik_store::repo::receipt::{self, Receipt};
use naik_store::{On, StoreError, Transaction};

use super::Platform;
use super::error::Fault;

impl Platform {
    /// Notes the answer to a submission, in the transaction of what it does. When the same submission was answered
    /// before, that answer is returned: take back what this one did.
    ///
    /// # Errors
    /// `Refused` when the key was used for something else.
    pub(crate) async fn receipt(
        &self,
        change: &Transaction,
        actor: &str,
        key: &str,
        request: &str,
        answer: &str,
    ) -> Result<Option<String>, Fault> {
        let request = digest(request.as_bytes());
        // Of one length whatever was sent, and free of what a database refuses.
        let key = &digest(key.as_bytes());
        if let Some(earlier) = self.answered(change, actor, key, &request).await? {
            return Ok(Some(earlier));
        }
        let row = Receipt {
            actor: actor.to_owned(),
            key: key.to_owned(),
            request: request.clone(),
            answer: answer.to_owned(),
            created_at: self.now(),
        };
        match receipt::keep(change, row).await {
            Ok(()) => Ok(None),
            // Another transaction kept it a moment ago. PostgreSQL reads nothing in a transaction that failed.
            Err(StoreError::Taken) => self.answered(self.store.db(), actor, key, &request).await,
            Err(error) => Err(error.into()),
        }
    }

    async fn answered(
        &self,
        db: &impl On,
        actor: &str,
        key: &str,
        request: &str,
    ) -> Result<Option<String>, Fault> {
        match receipt::find(db, actor, key).await? {
            None => Ok(None),
            Some(earlier) if earlier.request == request => Ok(Some(earlier.answer)),
            Some(_) => Err(Fault::field(
                "",
                naik_core::message::Message::new("key-used"),
            )),
        }
    }
}
